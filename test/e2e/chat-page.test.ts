import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  DeskEvent,
  Localised,
  OutgoingMessage,
  SeminarCard,
  StartDetails,
} from "../../src/vocabulary/index.js";
import { type FakeDesk, type FakeDeskOptions, message, startDesk } from "../adapters/web/fake-desk.js";
import { bringAxe, faults, views } from "./axe.js";
import { builtPage } from "./built-page.js";
import { startHost } from "./host-page.js";

/** Set to a folder, it receives the screenshots that are looked at before a release. */
const screenshots = process.env["SCREENSHOTS"];

const built = builtPage();
let context: BrowserContext;
let page: Page;
let desk: FakeDesk;
/** What the browser complained of: scripts that failed, resources that the policy refused. */
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
});

afterEach(async () => {
  await context?.close();
  await desk?.stop();
});

const start: Localised<StartDetails> = {
  de: {
    office: {
      name: "Wirtschaftsförderung Musterstadt",
      phone: "0123 456-0",
      email: "wirtschaft@musterstadt.example",
    },
    topics: [
      { id: "founding", title: "Gründung und Gewerbe" },
      { id: "funding", title: "Förderung und Finanzierung" },
      { id: "seminars", title: "Seminare und Veranstaltungen der Wirtschaftsförderung" },
    ],
    seminars: [
      {
        id: "invoices",
        title: "Rechnungen elektronisch empfangen und senden",
        when: "Donnerstag, 10. Dezember 2026",
        pageUrl: "/seminars/invoices?lang=de",
      },
      { id: "evening", title: "Gründungsabend", when: null, pageUrl: "/seminars/evening?lang=de" },
    ],
    examples: ["Wie melde ich ein Gewerbe an?", "Welche Förderung gibt es für neue Software?"],
  },
  en: {
    office: { name: "Musterstadt Economic Development", email: "wirtschaft@musterstadt.example" },
    topics: [{ id: "founding", title: "Starting a business" }],
    seminars: [
      {
        id: "invoices",
        title: "E-invoices",
        when: "10 December 2026",
        pageUrl: "/seminars/invoices?lang=en",
      },
    ],
    examples: ["How do I register a business?"],
  },
};

const seminar: SeminarCard = {
  kind: "seminar",
  seminar: "invoices",
  title: "Rechnungen elektronisch empfangen und senden",
  when: "Donnerstag, 10. Dezember 2026, 14:00 bis 16:30 Uhr",
  where: "Gründerzentrum, Musterstadt",
  leaders: "Dr. Beispiel",
  fee: null,
  url: "https://www.example.org/seminar",
  example: true,
  pageUrl: "/seminars/invoices?lang=de",
  calendarUrl: "/seminars/invoices.ics",
  status: "noch 3 von 20 Plätzen frei",
  cancelled: false,
  register: { label: "Anmelden", action: "register-1" },
};

/** A desk that has every kind of message to say, by a word in the question. */
function answer({ keys, what }: DeskEvent): OutgoingMessage | null {
  const id = `answer-${keys[0]?.slice(-36)}`;
  if (what.kind === "action") return message(id, `Gedrückt: ${what.action}`);
  if (what.kind !== "message") return null;
  if (what.text.includes("Seminar"))
    return message(id, "Diese Seminare haben wir:", {
      cards: [
        seminar,
        {
          ...seminar,
          seminar: "evening",
          title: "Gründungsabend",
          example: false,
          status: "abgesagt",
          cancelled: true,
          calendarUrl: null,
          register: null,
        },
      ],
    });
  if (what.text.includes("Kontakt"))
    return message(id, "So erreichen Sie uns:", {
      cards: [
        {
          kind: "contact",
          name: "Gründungsberatung",
          address: "Rathausplatz 1\n12345 Musterstadt",
          phone: "0123 456-78",
          email: "gruenden@musterstadt.example",
          hours: "Montag: 9:00 bis 12:00 Uhr\nFreitag: geschlossen",
        },
      ],
    });
  if (what.text.includes("Liste"))
    return message(id, "Worum geht es?", {
      buttons: start.de.topics.concat(start.de.topics).map(({ title }, index) => ({
        label: `${title} ${"und Verwandtes ".repeat(index)}`.trim(),
        action: `choice-${index}`,
      })),
    });
  if (what.text.includes("English"))
    return message(id, "We are open until 4 p.m.", {
      language: "en",
      buttons: [
        { label: "Helpful", action: "yes", rates: true },
        { label: "Not helpful", action: "no", rates: false },
      ],
    });
  return message(id, "", {
    text: [
      {
        type: "paragraph",
        children: [
          { type: "text", text: "Ihr Gewerbe melden Sie beim " },
          { type: "bold", children: [{ type: "text", text: "Gewerbeamt" }] },
          { type: "text", text: " an, spätestens am Tag, an dem Sie beginnen." },
        ],
      },
      {
        type: "list",
        ordered: false,
        items: [[{ type: "text", text: "Personalausweis oder Pass" }], [{ type: "text", text: "Anschrift" }]],
      },
    ],
    buttons: [
      { label: "Mehr", action: "more" },
      { label: "Hilfreich", action: "yes", rates: true },
      { label: "Nicht hilfreich", action: "no", rates: false },
    ],
    links: [
      { label: "§ 14 Gewerbeordnung", url: "https://www.gesetze-im-internet.de/gewo/__14.html" },
      { label: "Alle Seminare", url: "/seminars" },
    ],
  });
}

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** A fresh desk, a fresh browser profile and the page in it. */
async function open(
  path = "/?lang=de",
  options: ContextOptions = {},
  deskOptions: FakeDeskOptions = {},
): Promise<void> {
  await context?.close();
  await desk?.stop();
  desk = await startDesk({
    assets: built.assets,
    start: () => start,
    answer,
    pace: { perSession: 1_000, arrivals: 1_000 },
    ...deskOptions,
  });
  context = await built.browser.newContext({ locale: "de-DE", reducedMotion: "reduce", ...options });
  page = await visit(path);
}

async function visit(path: string): Promise<Page> {
  const opened = await context.newPage();
  opened.on("pageerror", (error) => complaints.push(String(error)));
  opened.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  await opened.goto(desk.url + path);
  await told(opened);
  return opened;
}

/** The history is there: what comes from now on is read out. */
const told = (of: Page) => of.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });

const field = (of: Page = page) => of.locator("#text");
const lines = (of: Page = page) => of.locator("#messages > li");
const startPanel = (of: Page = page) => of.locator("#start");
const menuButton = () => page.getByRole("button", { name: "Menü" });
const press = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();

async function ask(question: string, of: Page = page): Promise<void> {
  const before = await of.locator(".from-desk").count();
  await field(of).fill(question);
  await field(of).press("Enter");
  await of.locator(".from-desk").nth(before).waitFor();
}

/** What reached the desk: the words of lines, the actions of buttons. */
const taken = () =>
  desk.memory.events.map(({ what }) =>
    what.kind === "message" ? what.text : what.kind === "action" ? what.action : what.kind,
  );
const says = (words: string | RegExp) => page.getByText(words).first().waitFor();

/** Runs in the browser. */
function isFocused(element: { ownerDocument: { activeElement: unknown } }): boolean {
  return element === element.ownerDocument.activeElement;
}

describe("the start", () => {
  it("says who answers, what that is worth and what the assistant cannot do, before the first question", async () => {
    await open();
    const words = (await startPanel().textContent()) ?? "";
    for (const said of [
      "automatischer Assistent, kein Mensch",
      "unverbindlich",
      "nichts Persönliches",
      "Fristen",
      "rechtlich oder steuerlich",
    ])
      expect(words).toContain(said);
    await says("wirtschaft@musterstadt.example");
    expect(await page.title()).toBe("Wirtschaftsförderung Musterstadt – Chat");
    expect(complaints).toEqual([]);
  });

  it("offers topics: a pressed one stands in the log, is asked once, and the start gives way", async () => {
    await open();
    await press("Gründung und Gewerbe");
    await says("Gedrückt: ~topic:founding");
    expect(await lines().first().locator(".content").textContent()).toBe("Gründung und Gewerbe");
    expect(await startPanel().isVisible()).toBe(false);
    expect(await page.locator(".delivery").count()).toBe(0);
    expect(desk.memory.events.map(({ what }) => what)).toMatchObject([
      { kind: "action", action: "~topic:founding", label: "Gründung und Gewerbe" },
    ]);
    // The button that had the focus is gone: reading goes on in the log.
    expect(await page.locator("#log").evaluate(isFocused)).toBe(true);
  });

  it("offers example questions that are asked word by word, and the next seminars with their pages", async () => {
    await open();
    const card = page.getByRole("article").filter({ hasText: "Rechnungen elektronisch" });
    expect(await card.textContent()).toContain("10. Dezember 2026");
    expect(await card.getByRole("link").getAttribute("href")).toBe(`${desk.url}/seminars/invoices?lang=de`);
    await press("Wie melde ich ein Gewerbe an?");
    await lines().nth(1).waitFor();
    expect(taken()).toEqual(["Wie melde ich ein Gewerbe an?"]);
  });

  it("is in the other language at once, and so are its links", async () => {
    await open();
    await says("Gründung und Gewerbe");
    await page.getByRole("link", { name: "English" }).click();
    await says("Starting a business");
    expect(await page.getByText("Gründung und Gewerbe").count()).toBe(0);
    expect(await page.title()).toBe("Musterstadt Economic Development – Chat");
    const privacy = page.locator("#start").getByRole("link", { name: "Privacy", exact: true });
    expect(await privacy.getAttribute("href")).toBe("/privacy?lang=en");
  });

  it("is still of use when the desk tells nothing of itself", async () => {
    await open();
    await page.route("**/web/start", (route) => route.abort());
    await page.reload();
    await told(page);
    expect(await startPanel().textContent()).toContain("automatischer Assistent");
    await ask("Gewerbe");
    expect(taken()).toEqual(["Gewerbe"]);
  });
});

describe("always within reach", () => {
  it.each([
    ["Themen", "~menu"],
    ["Mit einem Menschen sprechen", "~person"],
  ])("%s asks the desk for %s", async (label, action) => {
    await open();
    await ask("Gewerbe");
    await press(label);
    await says(`Gedrückt: ${action}`);
    expect(taken()).toEqual(["Gewerbe", action]);
  });

  it("the guest's own registrations, the other pages, the language and the download are in the menu", async () => {
    await open();
    await menuButton().click();
    for (const [name, address] of [
      ["Seminare und Veranstaltungen", "/seminars?lang=de"],
      ["Datenschutz", "/privacy?lang=de"],
      ["Impressum", "/imprint?lang=de"],
      ["Barrierefreiheit", "/accessibility?lang=de"],
      ["Verlauf herunterladen", "/web/transcript?format=txt&lang=de"],
    ])
      expect(
        await page
          .locator("#menu")
          .getByRole("link", { name: name ?? "" })
          .getAttribute("href"),
      ).toBe(address);
    await press("Meine Anmeldungen");
    await says("Gedrückt: ~bookings");
    expect(await page.locator("#menu-list").isVisible()).toBe(false);
  });

  it("the download holds what was said", async () => {
    await open();
    await ask("Gewerbe");
    await menuButton().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Verlauf herunterladen" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain("Ihr Gewerbe melden Sie beim Gewerbeamt an");
  });

  it("what was pressed while offline is asked later, once", async () => {
    await open();
    await context.setOffline(true);
    await press("Themen");
    await says("Wird gesendet, sobald");
    await context.setOffline(false);
    await says("Gedrückt: ~menu");
    await page.locator(".delivery").waitFor({ state: "detached" });
    expect(taken()).toEqual(["~menu"]);
    expect(await lines().count()).toBe(2);
  });

  it("what the desk found too fast is sent when it said", async () => {
    await open();
    let refused = 0;
    await page.route("**/web/messages", async (route) => {
      refused += 1;
      if (refused > 1) return route.continue();
      return route.fulfill({ status: 429, headers: { "retry-after": "1" }, json: { error: "too-fast" } });
    });
    await field().fill("Gewerbe");
    await field().press("Enter");
    await says("wird gleich gesendet");
    await lines().nth(1).waitFor();
    expect(taken()).toEqual(["Gewerbe"]);
  });
});

describe("a link with an errand", () => {
  it.each([
    ["register:invoices", "~register:invoices", "Für ein Seminar anmelden: Rechnungen elektronisch"],
    ["form:callback", "~form:callback", "Formular beginnen"],
    ["topic:founding", "~topic:founding", "Gründung und Gewerbe"],
    ["person", "~person", "Mit einem Menschen sprechen"],
  ])("?do=%s asks for %s once, and not again after a reload", async (errand, action, label) => {
    await open(`/?lang=de&do=${errand}`);
    await says(`Gedrückt: ${action}`);
    expect(await lines().first().locator(".content").textContent()).toContain(label);
    expect(new URL(page.url()).search).toBe("?lang=de");
    await page.reload();
    await told(page);
    await lines().nth(1).waitFor();
    expect(taken()).toEqual([action]);
  });

  it("carries over a conversation from another channel with the first line alone, and out of the address", async () => {
    await open("/?lang=de&do=form:callback&carry=a1.b2.c-3_d");
    await says("Gedrückt: ~form:callback");
    expect(new URL(page.url()).search).toBe("?lang=de");
    await ask("Gewerbe");
    expect(desk.memory.events.map(({ carriedFrom }) => carriedFrom)).toEqual(["a1.b2.c-3_d", undefined]);
  });

  it.each(["withdraw:1", "person:1", "register:", "register:<script>", "form:a b", "~menu", "%00"])(
    "that the page does not know is dropped: ?do=%s",
    async (errand) => {
      await open(`/?do=${encodeURIComponent(errand)}`);
      await ask("Gewerbe");
      expect(taken()).toEqual(["Gewerbe"]);
      expect(new URL(page.url()).searchParams.has("do")).toBe(false);
    },
  );
});

describe("an answer", () => {
  it("has quiet thumbs that say what was pressed, also after a reload, and a change of mind counts", async () => {
    await open();
    await ask("Gewerbe");
    const helpful = page.getByRole("button", { name: "Hilfreich", exact: true });
    const notHelpful = page.getByRole("button", { name: "Nicht hilfreich" });
    const pressed = async () => [
      await helpful.getAttribute("aria-pressed"),
      await notHelpful.getAttribute("aria-pressed"),
    ];
    expect(await pressed()).toEqual(["false", "false"]);
    await helpful.click();
    await says("Gedrückt: yes");
    expect(await pressed()).toEqual(["true", "false"]);
    await notHelpful.click();
    await says("Gedrückt: no");
    expect(await pressed()).toEqual(["false", "true"]);
    expect(taken()).toEqual(["Gewerbe", "yes", "no"]);
  });

  it("shows after a reload, and in another window, which of its buttons was pressed", async () => {
    await open();
    await ask("Gewerbe");
    const session = desk.memory.events[0]?.sender.id ?? "";
    const shown = desk.memory.lines.find(({ entry }) => entry.message)?.entry.message?.id ?? "";
    const other = await visit("/?lang=de");
    const add = (action: string) => {
      const cursor = desk.memory.lines.length + 1;
      const entry = {
        cursor,
        at: "2026-11-23T13:06:00Z",
        from: "guest",
        pressed: { action, on: shown },
      } as const;
      desk.memory.lines.push({ session, entry: { ...entry, text: action } });
    };
    add("yes");
    add("no");
    await desk.say(session, message("thanks", "Danke."));
    const pressed = (of: Page) => of.locator('[aria-pressed="true"]').allTextContents();
    await other.getByText("Danke.").waitFor();
    expect(await pressed(other)).toEqual(["Nicht hilfreich"]);
    await page.reload();
    await says("Danke.");
    expect(await pressed(page)).toEqual(["Nicht hilfreich"]);
  });

  it("names the source of a link that leads elsewhere", async () => {
    await open();
    await ask("Gewerbe");
    const links = await page.locator(".links li").allTextContents();
    expect(links[0]).toBe("§ 14 Gewerbeordnung (öffnet in neuem Fenster) gesetze-im-internet.de");
    expect(links[1]).toBe("Alle Seminare (öffnet in neuem Fenster)");
  });

  it("shows a seminar with its state, its calendar file and a way in; two quick presses are one", async () => {
    await open();
    await ask("Seminare");
    const card = page.getByRole("article").filter({ hasText: "Rechnungen elektronisch" });
    expect(await card.textContent()).toContain("noch 3 von 20 Plätzen frei");
    const calendar = card.getByRole("link", { name: "In den Kalender" });
    expect(await calendar.getAttribute("href")).toBe(`${desk.url}/seminars/invoices.ics`);
    expect(await calendar.getAttribute("target")).toBeNull();
    await card.getByRole("button", { name: "Anmelden" }).dblclick();
    await says("Gedrückt: register-1");
    expect(taken()).toEqual(["Seminare", "register-1"]);
    const cancelled = page.getByRole("article").filter({ hasText: "Gründungsabend" });
    expect(await cancelled.textContent()).toContain("abgesagt");
    expect(await cancelled.getByRole("button").count()).toBe(0);
  });

  it("is announced while it is prepared, once, and the announcement goes when it comes", async () => {
    await open();
    await ask("Gewerbe");
    const session = desk.memory.events[0]?.sender.id ?? "";
    await desk.typing(session);
    await says("Eine Antwort wird vorbereitet …");
    expect(await page.locator("#typing").getAttribute("role")).toBe("status");
    await desk.say(session, message("late", "Hier ist sie."));
    await says("Hier ist sie.");
    expect(await page.locator("#typing").textContent()).toBe("");
  });

  it("stands under the day on which it was given, in the language of the page", async () => {
    await open("/?lang=de", { timezoneId: "Europe/Berlin" });
    await ask("Gewerbe");
    const session = desk.memory.events[0]?.sender.id ?? "";
    const cursor = desk.memory.lines.length + 1;
    desk.memory.lines.push({
      session,
      entry: {
        cursor,
        at: "2026-11-24T23:30:00Z",
        from: "desk",
        message: message("reminder", "Morgen ist Seminar."),
      },
    });
    await page.reload();
    await says("Morgen ist Seminar.");
    // Whether English puts a comma after the weekday depends on the browser's version.
    const days = async () =>
      (await page.locator(".day").allTextContents()).map((day) => day.replace("y,", "y"));
    expect(await days()).toEqual(["Montag, 23. November 2026", "Mittwoch, 25. November 2026"]);
    expect(await lines().last().locator(".message-head").textContent()).toContain("00:30");
    await page.getByRole("link", { name: "English" }).click();
    expect(await days()).toEqual(["Monday 23 November 2026", "Wednesday 25 November 2026"]);
  });
});

describe("ending the chat", () => {
  const end = async () => {
    await menuButton().click();
    await press("Chat beenden und löschen");
  };

  it("says first what is deleted and what stays; who cancels keeps everything", async () => {
    await open();
    await ask("Gewerbe");
    await end();
    const dialog = page.getByRole("dialog", { name: "Chat beenden und löschen?" });
    const words = await dialog.textContent();
    for (const said of ["alle Nachrichten", "bleibt bei uns", "Anmeldung"]) expect(words).toContain(said);
    expect(await dialog.getByRole("button", { name: "Abbrechen" }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    expect(await menuButton().evaluate(isFocused)).toBe(true);
    expect(await lines().count()).toBe(2);
    expect(desk.memory.lines).toHaveLength(2);
  });

  it("clears this window and the others, which then talk in one new conversation", async () => {
    await open();
    await ask("aus der alten");
    const old = desk.memory.events[0]?.sender.id;
    const other = await visit("/?lang=de");
    await lines(other).nth(1).waitFor();
    await end();
    await press("Endgültig löschen");
    await says("Ihr Chat ist gelöscht.");
    expect(await page.locator("#start-title").evaluate(isFocused)).toBe(true);
    await other.getByText("Ihr Chat ist gelöscht.").waitFor();
    expect([await lines().count(), await lines(other).count()]).toEqual([0, 0]);
    expect(desk.memory.lines).toEqual([]);
    await ask("aus der neuen");
    await lines(other).nth(1).waitFor();
    await ask("und noch eine", other);
    await lines().nth(3).waitFor();
    const sessions = new Set(desk.memory.events.slice(1).map(({ sender }) => sender.id));
    expect(sessions.size).toBe(1);
    expect(sessions.has(old ?? "")).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("that fails says so and keeps everything", async () => {
    let broken = true;
    await open(
      "/?lang=de",
      {},
      {
        beforeForget: () => {
          if (broken) throw new Error("disk full");
        },
      },
    );
    await ask("Gewerbe");
    await end();
    await press("Endgültig löschen");
    await says("Das hat nicht geklappt");
    expect(desk.memory.lines).toHaveLength(2);
    broken = false;
    await press("Endgültig löschen");
    await says("Ihr Chat ist gelöscht.");
  });
});

describe("in the frame of another site", () => {
  const pageWithFrame = (chat: string) => ({
    "/": {
      body: `<!doctype html><html lang="de"><title>Stadt</title><iframe title="Chat" src="${chat}/embed?lang=de"
        width="400" height="640"></iframe><ol></ol><script>addEventListener("message", ({ data }) =>
        document.querySelector("ol").append(Object.assign(document.createElement("li"),
        { textContent: JSON.stringify(data) })))</script>`,
    },
  });

  it("asks to be closed by button and by Escape, and leaves what lies on top first", async () => {
    // The same site by name, so that the browser keeps the cookie without https.
    const host = await startHost(() => pageWithFrame(desk.url.replace("localhost", "127.0.0.1")));
    const asked: string[] = [];
    try {
      desk = await startDesk({
        assets: built.assets,
        start: () => start,
        answer,
        widgetOrigins: [host.url],
      });
      context = await built.browser.newContext({ locale: "de-DE" });
      page = await context.newPage();
      page.on("request", (request) =>
        asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
      );
      await page.goto(host.url);
      const chat = page.frameLocator("iframe");
      const closings = page.getByText('{"type":"nahtstelle:close"}');
      await chat.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });

      await chat.getByRole("button", { name: "Menü" }).click();
      await page.keyboard.press("Escape");
      expect(await chat.locator("#menu-list").isVisible()).toBe(false);
      await chat.getByRole("button", { name: "Menü" }).click();
      await chat.getByRole("button", { name: "Chat beenden und löschen" }).click();
      await page.keyboard.press("Escape");
      await chat.getByRole("dialog").waitFor({ state: "hidden" });
      expect(await closings.count()).toBe(0);
      await chat.locator("#text").press("Escape");
      await closings.first().waitFor();
      await chat.getByRole("button", { name: "Chat schließen" }).click();
      await closings.nth(1).waitFor();

      await chat.locator(".offer .all-seminars").waitFor({ state: "attached" });
      await chat.locator("#text").fill("Seminare");
      await chat.locator("#text").press("Enter");
      await chat.locator(".from-desk").waitFor();
      await chat.locator("#text").fill("Gewerbe");
      await chat.locator("#text").press("Enter");
      await chat.locator(".from-desk").nth(1).waitFor();
      // What is not a part of the chat opens beside it, and never in the frame.
      const inside = await chat
        .locator('a:not([target="_blank"], [href^="tel:"], [href^="mailto:"])')
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute("href")?.replace(/^http:..[^/]*|[?].*/g, "") ?? ""),
        );
      expect([...new Set(inside)].sort()).toEqual(["", "#text", "/seminars/invoices.ics", "/web/transcript"]);
      const unmarked = asked.filter((path) => path.startsWith("/web/") && !path.includes("embedded=1"));
      expect(unmarked).toEqual([]);
    } finally {
      await host.stop();
    }
  });

  it("says so when the browser keeps no cookie for it", async () => {
    const host = await startHost(() => pageWithFrame(desk.url));
    try {
      desk = await startDesk({ assets: built.assets, answer, widgetOrigins: [host.url] });
      context = await built.browser.newContext({ locale: "de-DE" });
      page = await context.newPage();
      await page.goto(host.url);
      const chat = page.frameLocator("iframe");
      await chat.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
      await chat.locator("#text").fill("Gewerbe");
      await chat.locator("#text").press("Enter");
      await chat.getByText("Ihr Browser lässt das eine Cookie nicht zu").waitFor();
    } finally {
      await host.stop();
    }
  });

  it("alone in a window it has nothing to close", async () => {
    await open("/embed?lang=de");
    expect(await page.getByRole("button", { name: "Chat schließen" }).count()).toBe(0);
  });
});

/** The states of the page, one after the other. */
async function throughStates(visited: (state: string) => Promise<void>): Promise<void> {
  await says(/wirtschaft@musterstadt/);
  await visited("start");
  await page.locator("#menu > button").click();
  await visited("menu");
  await page.locator("#end").click();
  await visited("dialog");
  await page.route("**/web/forget", (route) => route.fulfill({ status: 503, json: {} }));
  await page.locator("#ending-confirm").click();
  await page.locator('#ending-trouble[data-word="endFailed"]').waitFor();
  await visited("dialog-error");
  await page.locator("#ending-cancel").click();
  await ask("Wie melde ich ein Gewerbe an?");
  await page.locator(".thumb").first().click();
  await page.locator(".from-desk").nth(1).waitFor();
  await visited("answer");
  await ask("Seminare");
  await visited("cards");
  await ask("Liste");
  await ask("in English please");
  await page.getByRole("button", { name: "Not helpful" }).click();
  await page.locator(".from-desk").nth(5).waitFor();
  await ask("Kontakt");
  await desk.typing(desk.memory.events[0]?.sender.id ?? "");
  await page.locator("#typing").getByText(/\S/).waitFor();
  await visited("conversation");
  await page.route("**/web/messages", (route) =>
    route.fulfill({ status: 422, json: { message: { de: "Nicht angenommen.", en: "Not accepted." } } }),
  );
  await field().fill("x".repeat(2_000));
  await visited("limit");
  await field().press("Enter");
  await page.locator(".delivery.failed").waitFor();
  await page.unroute("**/web/messages");
  await context.setOffline(true);
  await field().fill("Und das hier?");
  await field().press("Enter");
  await page.locator(".delivery.waiting").waitFor();
  await visited("errors");
  await context.setOffline(false);
}

describe("accessibility", () => {
  it.each(["de", "en"])(
    "axe finds nothing at WCAG 2.2 AA, wide and narrow, light and dark: %s",
    async (language) => {
      await open(`/?lang=${language}`, { viewport: views[0].viewport });
      await bringAxe(page);
      const found: string[] = [];
      await throughStates(async (state) => void found.push(...(await faults(page, state))));
      expect(found).toEqual([]);
    },
  );

  it("is walked through by keyboard in the order in which it is read, and leaves again", async () => {
    await open();
    await says("Gründung und Gewerbe");
    const walk: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const name = await page
        .locator(":focus")
        .first()
        .evaluate((element) => element.getAttribute("id") ?? element.textContent?.trim() ?? "");
      walk.push(name);
      if (name === "Senden") break;
    }
    expect(walk).toEqual([
      "Zum Eingabefeld springen",
      "other-language",
      "Menü",
      "Datenschutzhinweise",
      ...start.de.examples,
      ...start.de.topics.map(({ title }) => title),
      ...start.de.seminars.map(({ title }) => title),
      "Alle Seminare und Veranstaltungen",
      "0123 456-0",
      "wirtschaft@musterstadt.example",
      "Datenschutz",
      "Impressum",
      "Barrierefreiheit",
      "Themen",
      "Mit einem Menschen sprechen",
      "text",
      "Senden",
    ]);
  });

  it("opens and leaves the menu by keyboard, and the focus is never lost", async () => {
    await open();
    await menuButton().focus();
    await page.keyboard.press("Enter");
    expect(await menuButton().getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Tab");
    expect((await page.locator(":focus").textContent())?.trim()).toBe("Meine Anmeldungen");
    await page.keyboard.press("Escape");
    expect(await menuButton().evaluate(isFocused)).toBe(true);
    expect(await menuButton().getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    for (let step = 0; step < 10; step += 1) await page.keyboard.press("Tab");
    expect(await page.locator("#menu-list").isVisible()).toBe(false);
    expect(await page.locator(":focus").count()).toBe(1);
  });

  it.each([
    { width: 390, height: 700 },
    { width: 320, height: 256 },
    { width: 1280, height: 800 },
  ])("never hides what has the focus behind head or text field: $width × $height", async (viewport) => {
    await open("/?lang=de", { viewport });
    for (const question of ["Gewerbe", "Seminare", "Liste", "Kontakt"]) await ask(question);
    const hidden: string[] = [];
    for (const key of ["Shift+Tab", "Tab"])
      for (let step = 0; step < 24; step += 1) {
        await page.keyboard.press(key);
        const covered = await page.locator(":focus").evaluateAll((elements) =>
          elements
            .filter((element) => {
              const { left, top, width, height } = element.getBoundingClientRect();
              const view = element.ownerDocument.defaultView;
              const seen = element.ownerDocument.elementFromPoint(
                left + Math.min(width / 2, 20),
                Math.min(Math.max(top + height / 2, 0), (view?.innerHeight ?? 0) - 1),
              );
              return !seen || !(element.contains(seen) || seen.contains(element));
            })
            .map((element) => element.textContent?.trim() ?? ""),
        );
        hidden.push(...covered);
      }
    expect(hidden).toEqual([]);
  });

  it("bears the text spacing of WCAG 1.4.12 without losing or cutting anything", async () => {
    await open("/?lang=de", { viewport: { width: 320, height: 640 }, bypassCSP: true });
    const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`;
    await page.addStyleTag({ content: spacing });
    const cut: string[] = [];
    await throughStates(async (state) => {
      const found = await page
        .locator("button:not(.send):visible, a:visible, h1, h2, h3, dd")
        .evaluateAll((all) =>
          all
            .filter(
              ({ scrollWidth, clientWidth, clientHeight }) =>
                clientHeight > 1 && scrollWidth > clientWidth + 1,
            )
            .map((element) => element.textContent?.trim()),
        );
      cut.push(...found.map((text) => `${state}: ${text}`));
      const width = await page.locator("html").evaluate((html) => html.scrollWidth);
      if (width > 320) cut.push(`${state}: ${width} px wide`);
    });
    expect(cut).toEqual([]);
  });

  it("moves nothing for who asked for less motion", async () => {
    await open("/?lang=de", { reducedMotion: "reduce" });
    await ask("Gewerbe");
    await desk.typing(desk.memory.events[0]?.sender.id ?? "");
    await says("Eine Antwort wird vorbereitet …");
    expect(await page.evaluate("document.getAnimations().length")).toBe(0);
  });

  it("tells guest, assistant and pressed buttons apart in forced colours", async () => {
    await open("/?lang=de", { forcedColors: "active" });
    await ask("Gewerbe");
    await press("Mehr");
    await says("Gedrückt: more");
    const width = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).borderTopWidth);
    expect([await width(".from-guest .content"), await width(".from-desk .content")]).toEqual(["2px", "1px"]);
    expect(await width('.choice[aria-pressed="true"]')).toBe("3px");
    expect(await width("#text")).toBe("2px");
  });

  it("has nothing on it that does not work where scripts are off", async () => {
    await open();
    const plain = await built.browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(desk.url);
    expect(await still.locator("textarea:visible, button:visible").count()).toBe(0);
    expect(await still.locator("noscript").textContent()).toContain("0123 456-0");
    expect(await still.getByRole("link", { name: "Impressum" }).count()).toBeGreaterThan(0);
    await plain.close();
  });
});

describe("on paper", () => {
  it("stands who said what and when, and where links lead; nothing that can only be pressed", async () => {
    await open("/?lang=de");
    await ask("Gewerbe");
    await ask("Seminare");
    await page.emulateMedia({ media: "print" });
    for (const [selector, count] of [
      [".message-head time", 4],
      [".from-guest .content", 2],
      [".card", 2],
      ["h1", 1],
      ["button, textarea, .foot, .skip, #start", 0],
    ] as const)
      expect([selector, await page.locator(selector).filter({ visible: true }).count()]).toEqual([
        selector,
        count,
      ]);
    const address = await page
      .locator(".links a")
      .first()
      .evaluate((link) => link.ownerDocument.defaultView?.getComputedStyle(link, "::after").content);
    expect(address).toContain("https://www.gesetze-im-internet.de/gewo/__14.html");
  });
});

describe("the weight of the page", () => {
  it.each([
    ["chat.js", 100],
    ["chat.css", 60],
    ["site.css", 60],
  ])("%s stays within %i kB compressed", async (name, budget) => {
    const compressed = gzipSync(await readFile(join(built.folder, name)));
    expect(compressed.byteLength).toBeLessThan(budget * 1_000);
  });

  it("asks for no more fonts than a conversation shows, and for nothing of anybody else", async () => {
    const asked: string[] = [];
    await open();
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await told(page);
    await ask("Gewerbe");
    expect(asked.filter((url) => new URL(url).origin !== desk.url)).toEqual([]);
    const fonts = new Set(asked.filter((url) => url.endsWith(".woff2")).map((url) => url.split("/").at(-1)));
    expect([...fonts].sort()).toEqual(["FiraSans-Regular.woff2", "FiraSans-SemiBold.woff2"]);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!screenshots)("screenshots", () => {
  it.each([
    { name: "wide", options: { viewport: { width: 1280, height: 900 } } },
    { name: "phone", options: { viewport: { width: 390, height: 844 } } },
    { name: "small", options: { viewport: { width: 320, height: 640 } } },
    { name: "zoomed", options: { viewport: { width: 320, height: 256 } } },
    { name: "wide-dark", options: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" as const } },
    { name: "phone-dark", options: { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const } },
    { name: "forced", options: { viewport: { width: 1280, height: 900 }, forcedColors: "active" as const } },
    { name: "english", options: { viewport: { width: 390, height: 844 }, locale: "en-GB" } },
  ])("$name", async ({ name, options }) => {
    await mkdir(screenshots ?? "", { recursive: true });
    await open("/", options);
    await throughStates(async (state) => {
      await page.screenshot({ path: join(screenshots ?? "", `${name}-${state}.png`) });
    });
  });
});
