import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { type Browser, type BrowserContext, devices, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { cli, freshFolder, jsonLines, type RunningDesk, startDesk } from "./running-desk.js";

/** What a new guest with a phone does, from the first look to the call-back; and what staff see of it. */

let place: ReturnType<typeof freshFolder>;
let desk: RunningDesk;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  place = freshFolder();
  desk = await startDesk({ folder: place.folder, env: { GATHER_MS: "100" } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  place?.remove();
});
beforeEach(async () => {
  complaints = [];
  const { defaultBrowserType: _, ...phone } = devices["iPhone 13"] ?? {};
  context = await browser.newContext({ ...phone, locale: "de-DE", acceptDownloads: true });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  await page.goto(`${desk.url}/?lang=de`);
  await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const said = () => page.locator("#messages > li.from-desk");

/** What the desk has said since, once that matches `telling`. */
async function after(act: () => Promise<void>, telling: RegExp): Promise<string> {
  const before = await said().count();
  await act();
  const read = async () => (await said().allInnerTexts()).slice(before).join("\n\n");
  await expect.poll(read, { timeout: 20_000, interval: 50 }).toMatch(telling);
  return read();
}

const write = (text: string, telling: RegExp) =>
  after(async () => {
    await page.locator("#text").fill(text);
    await page.locator("#text").press("Enter");
  }, telling);

const press = (label: string | RegExp, telling: RegExp) =>
  after(async () => {
    await page.locator("#messages").getByRole("button", { name: label }).last().tap();
  }, telling);

interface Handed {
  readonly reference: string;
  readonly form: string;
  readonly answers: readonly { readonly field: string; readonly value: string | null }[];
}

async function handedIn(form: string): Promise<Handed[]> {
  const { stdout } = await cli(["forms", "list", "--all", "--form", form, "--json"], {
    folder: place.folder,
  });
  return jsonLines<Handed>(stdout);
}

async function seats(seminar: string): Promise<{ booked: number; waiting: number }> {
  const { stdout } = await cli(["seminars", "--json"], { folder: place.folder });
  const found = jsonLines<{ seminar: string; booked: number; waiting: number }>(stdout).find(
    (one) => one.seminar === seminar,
  );
  return { booked: found?.booked ?? 0, waiting: found?.waiting ?? 0 };
}

describe("a new guest on a phone", () => {
  it("asks three questions and is answered", async () => {
    await write("wie meld ich ein gewerbe an", /§ 14 GewO/);
    await write("und was kostet das", /15 bis 65 Euro/);
    await write("Fördermittel für Digitalisierung?", /KfW/);
  });

  it("gets a card, puts the seminar into the calendar, registers and withdraws", async () => {
    await write("Welche Seminare gibt es?", /Gründung Basiswissen/);
    const card = page.locator("#messages .card", { hasText: "Gründung Basiswissen" }).last();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      card.getByRole("link", { name: /Kalender/ }).tap(),
    ]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), "utf8")));
    const [event] = calendar.getAllSubcomponents("vevent").map((found) => new ICAL.Event(found));
    expect(event?.summary).toContain("Gründung Basiswissen");
    expect(event?.startDate.zone.tzid).toBe("Europe/Berlin");
    expect(event?.startDate.hour).toBe(16);

    await after(() => card.getByRole("button", { name: /anmelden/i }).tap(), /Wer nimmt teil/);
    await write("Ada Löffler", /E-Mail/);
    expect(await write("ada.loeffler", /@/)).toMatch(/@/);
    await page.locator("#messages").getByRole("button", { name: "Abbrechen" }).last().waitFor();
    await write("ada.loeffler@beispiel.example", /\S/);
    await toSummary();
    const confirmed = await press(/Absenden/, /[A-Z]-[A-Z0-9]{4,}/);
    expect(confirmed).toMatch(/Gründung Basiswissen|angemeldet|Anmeldung/);
    expect(await seats("example-start-up-basics")).toEqual({ booked: 1, waiting: 0 });

    await write("ich möchte mich wieder abmelden", /Gründung Basiswissen/);
    await press(/Gründung Basiswissen|abmelden/i, /\S/);
    if ((await seats("example-start-up-basics")).booked > 0) await press(/Ja|abmelden/i, /abgemeldet/i);
    expect(await seats("example-start-up-basics")).toEqual({ booked: 0, waiting: 0 });
  });

  it("asks for a call-back, with a question in between, and nothing of it stands in the log", async () => {
    await write("können Sie mich zurückrufen?", /Rückruf/);
    await press(/Rückruf/, /Wie heißen Sie/);
    await write("Max Mustermann-Özdemir", /Nummer/);
    await write("Wann haben Sie geöffnet?", /Uhr[\s\S]*Nummer/);
    await write("030 901820", /Worum geht es/);
    await write("Ich will eine Halle mieten, Kennwort Zitronenfalter", /\S/);
    await toSummary();
    const confirmed = await press(/Absenden/, /R-[A-Z0-9]{4,}/);
    const reference = /R-[A-Z0-9]{4,}/.exec(confirmed)?.[0];

    const [found] = (await handedIn("callback")).filter((one) => one.reference === reference);
    const value = (field: string) => found?.answers.find((answer) => answer.field === field)?.value;
    expect(value("name")).toBe("Max Mustermann-Özdemir");
    expect(value("phone")).toBe("+4930901820");
    expect(value("topic")).toContain("Zitronenfalter");
    const { stdout } = await cli(["log", "--last", "200", "--json"], { folder: place.folder });
    const questions = jsonLines<{ question: string | null }>(stdout).map(({ question }) => question ?? "");
    expect(questions).toContain("Wann haben Sie geöffnet?");
    expect(questions.join("\n")).not.toMatch(/Mustermann|Zitronenfalter|901820/);

    const done = await cli(["forms", "done", reference ?? ""], { folder: place.folder });
    expect(done.code).toBe(0);
    expect((await handedIn("callback")).length).toBeGreaterThan(0);
    const open = await cli(["forms", "list", "--form", "callback", "--json"], { folder: place.folder });
    expect(jsonLines<Handed>(open.stdout).map((one) => one.reference)).not.toContain(reference);
  });

  it("ends and forgets the chat: after a reload nothing of it is there", async () => {
    await write("Wie melde ich ein Gewerbe an?", /§ 14 GewO/);
    await page.getByRole("button", { name: "Menü" }).tap();
    await page.getByRole("button", { name: /beenden und löschen/ }).tap();
    await page.getByRole("button", { name: "Endgültig löschen" }).tap();
    await expect.poll(() => page.locator("#messages > li").count()).toBe(0);
    await page.reload();
    await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
    expect(await page.locator("#messages > li").count()).toBe(0);
    await expect.poll(() => page.locator("#start").isVisible()).toBe(true);
  });
});

/** Skips what may be left out and takes the first option of every choice, until the summary is shown. */
async function toSummary(): Promise<void> {
  for (let step = 0; step < 8; step++) {
    const last = said().last();
    const names = await last.getByRole("button").allInnerTexts();
    if (names.some((name) => /Absenden/.test(name))) return;
    const next = names.find((name) => /Überspringen/.test(name)) ?? names[0] ?? "";
    await press(next, /\S/);
  }
}
