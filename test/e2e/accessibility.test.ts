import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bringAxe, faults } from "./axe.js";
import { openBrowser } from "./browser.js";
import { leaveMessages, type SignedLink } from "./handed-over.js";
import { cli, freshFolder, jsonLines, project, type RunningDesk, startDesk } from "./running-desk.js";

/** The real desk with the shipped intents/, and beside them a seminar for each state that those are not in. */
const MORE_SEMINARS = `
- id: one-seat
  title: { de: "Beispiel: Ein Platz", en: "Example: One seat" }
  date: { in-days: 30, from: "16:00", to: "18:00" }
  place: { city: Musterstadt, venue: "Rathaus, Saal 2" }
  seats: 1
  registration: { form: seminar-registration }
  example: true
- id: called-off
  title: { de: "Beispiel: Fällt aus", en: "Example: Called off" }
  date: { in-days: 40 }
  online: true
  cancelled: { de: "Die Referentin ist erkrankt.", en: "The speaker is ill." }
  example: true
- id: over
  title: { de: Schon vorbei, en: Already over }
  date: { start: 2020-03-04 }
`;

const place = freshFolder();
let desk: RunningDesk;
let signed: SignedLink;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const intents = join(place.folder, "intents");
  cpSync(join(project, "intents"), intents, { recursive: true });
  appendFileSync(join(intents, "seminars.yaml"), MORE_SEMINARS);
  signed = await leaveMessages(place.folder);
  [desk, browser] = await Promise.all([
    startDesk({
      folder: place.folder,
      intents,
      // seminars are not learned: the examples are the shipped ones
      env: { GATHER_MS: "50", LEARNED_DIR: process.env["LEARNED_DIR"] ?? "" },
    }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  place.remove();
});
afterEach(() => context?.close());

async function open(path: string, locale = "de-DE"): Promise<void> {
  context = await browser.newContext({ baseURL: desk.url, locale, reducedMotion: "reduce" });
  page = await context.newPage();
  await bringAxe(page);
  await page.goto(path);
  await told();
}

/** The history is there: what comes from now on is read out. */
const told = () => page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
const said = () => page.locator("#messages > li.from-desk");

/** Until the desk has answered what `act` asks. */
async function answered(act: () => Promise<void>, telling: RegExp): Promise<void> {
  const before = await said().count();
  await act();
  const read = async () => (await said().allInnerTexts()).slice(before).join("\n");
  await expect.poll(read, { timeout: 20_000, interval: 30 }).toMatch(telling);
}

const write = (text: string, telling: RegExp) =>
  answered(async () => {
    await page.locator("#text").fill(text);
    await page.locator("#text").press("Enter");
  }, telling);

const press = (name: RegExp, telling: RegExp) =>
  answered(() => page.locator("#messages").getByRole("button", { name }).last().click(), telling);

/** Sure of nothing, or no more than guessing: in each of its wordings. */
const ASKS_BACK =
  /Meinten Sie|Geht es um eines davon|Ist Ihre Frage dabei|Did you mean|Is it about one of these|Is your question among these/;

describe("axe finds nothing at WCAG 2.2 AA, wide and narrow, light and dark", () => {
  it("and would find something", async () => {
    await open("/?lang=de");
    await page.evaluate(`document.querySelector("label[for=text]").remove();
      document.querySelector("h1").style.width = "2000px"`);
    const found = await faults(page, "spoilt");
    expect(found.filter((fault) => fault.includes("label:"))).toHaveLength(4);
    expect(found.filter((fault) => fault.includes("px wide"))).toHaveLength(4);
  });

  it.each([
    {
      language: "de",
      register: "wie meld ich ein gewerbe an",
      seminars: "Welche Seminare gibt es?",
      person: "Kann ich mit einem Menschen sprechen?",
    },
    {
      language: "en",
      register: "how do I register a business?",
      seminars: "Which seminars are there?",
      person: "Can I talk to a person?",
    },
  ])(
    "in every state of the chat: $language",
    async ({ language, register, seminars, person }) => {
      const found: string[] = [];
      const judge = async (state: string) => void found.push(...(await faults(page, state)));

      await open(`/?lang=${language}`, language);
      await page.locator(".offer").nth(2).waitFor();
      await judge("first contact");
      await page.locator("#menu > button").click();
      await judge("menu");
      await page.locator("#end").click();
      await judge("dialog");
      await page.locator("#ending-cancel").click();
      await write(register, /(§|section) 14 GewO/);
      await press(/^(Nicht hilfreich|Not helpful)$/, /fehlt|missing/);
      await judge("answer, feedback reasons");
      // Which words leave it in doubt changes with what the desk learns.
      for (const words of language === "de"
        ? [
            "ich brauche rat",
            "mit wem kann ich sprechen",
            "wir haben ein problem",
            "abmelden",
            "werbung",
            "vertrag",
          ]
        : [
            "we have a problem",
            "who could help my company",
            "I need advice",
            "my premises and money",
            "contract",
          ]) {
        await write(words, /\S/);
        if (ASKS_BACK.test(await said().last().innerText())) break;
      }
      expect(await said().last().innerText()).toMatch(ASKS_BACK);
      await write(seminars, /Gründung Basiswissen|Start-up basics/);
      await judge("clarification, seminars");
      await write(person, /Rathausplatz/);
      await judge("contact");

      await page.goto(`/?lang=${language}&do=form:appointment`);
      await told();
      await expect.poll(() => said().last().innerText()).toMatch(/Worum|What would you/);
      await judge("form introduction");
      await write("Café", /Wie möchten|How would/);
      await judge("choice question");
      await press(/^(Abbrechen|Cancel)$/, /\S/);

      await context.close();
      await open(`/?lang=${language}&do=register:one-seat`, language);
      await expect.poll(() => said().last().innerText()).toMatch(/Wer nimmt|Who/);
      await write("Ada Löffler", /E-Mail|e-mail/);
      await write("ada@beispiel", /@/);
      await judge("refused answer");
      await write("ada@beispiel.example", /\S/);
      await toSummary();
      await judge("summary");
      await press(/^(Absenden|Send)$/, /[A-Z]-[A-Z0-9]{4,}/);
      await judge("confirmation");
      await page.locator("#menu > button").click();
      await answered(() => page.locator('[data-action="~bookings"]').click(), /Ein Platz|One seat/);
      await judge("my registrations");
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each(["de", "en"])(
    "on every page beside the chat: %s",
    async (language) => {
      context = await browser.newContext({ baseURL: desk.url, locale: language });
      page = await context.newPage();
      await bringAxe(page);
      const found: string[] = [];
      for (const path of [
        "/seminars",
        "/seminars?topic=nothing",
        "/seminars/example-start-up-basics",
        "/seminars/wifoe-4-0",
        "/seminars/wifoe-4-0.ics",
        "/seminars/called-off",
        "/seminars/over",
        "/seminars/one-seat",
        "/seminars/unknown",
        "/privacy",
        "/imprint",
        "/accessibility",
      ]) {
        await page.goto(path);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        found.push(...(await faults(page, path, ["best-practice"])));
      }
      // somebody has registered above
      if (language === "en") await page.goto("/seminars/one-seat");
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each(["de", "en"])(
    "on the pages behind signed links, in each of their states: %s",
    async (language) => {
      context = await browser.newContext({ baseURL: desk.url, locale: language });
      page = await context.newPage();
      await bringAxe(page);
      const found: string[] = [];
      const query = `?lang=${language}`;
      for (const [status, path] of [
        [200, signed(`/answer/M-ANSWERED${query}`)],
        [200, signed(`/answer/M-OPEN${query}`)],
        [200, signed(`/handover/M-ANSWERED${query}`)],
        [403, `/answer/M-OPEN${query}`],
        [403, `/handover/M-OPEN${query}`],
        [404, signed(`/answer/M-NEVER${query}`)],
        [404, signed(`/handover/M-NEVER${query}`)],
        [410, signed(`/answer/M-OPEN${query}`, 40)],
        [410, signed(`/handover/M-OPEN${query}`, 40)],
      ] as const) {
        const response = await page.goto(path);
        expect([path, response?.status()]).toEqual([path, status]);
        expect(response?.headers()["cache-control"]).toBe("no-store");
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        found.push(...(await faults(page, path, ["best-practice"])));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});

/** Skips what may be left out and takes the first option of every choice, until the summary is shown. */
async function toSummary(): Promise<void> {
  for (let step = 0; step < 8; step++) {
    const names = await said().last().getByRole("button").allInnerTexts();
    if (names.some((name) => /^(Absenden|Send)$/.test(name))) return;
    const next = names.find((name) => /Überspringen|Skip/.test(name)) ?? names[0] ?? "";
    await press(new RegExp(`^${next}$`), /\S/);
  }
}

describe("by keyboard alone", () => {
  it("gets from the address bar to a handed-in call-back, and always sees where it is", async () => {
    await open("/?lang=de");
    const keyboard = page.keyboard;
    await keyboard.press("Tab");
    await seesFocus("Zum Eingabefeld springen");
    await keyboard.press("Enter");
    await seesFocus("text");
    const type = (text: string, telling: RegExp) =>
      answered(async () => {
        await keyboard.type(text);
        await keyboard.press("Enter");
        await seesFocus("text");
      }, telling);
    /** Goes back to a button of the last answers, presses it, and returns to the text field. */
    const choose = async (name: string, key: "Enter" | "Space", telling: RegExp) => {
      for (let step = 0; step < 20 && (await focusName()) !== name; step++) {
        await keyboard.press("Shift+Tab");
        await seesFocus();
      }
      await answered(async () => {
        await keyboard.press(key);
        await seesFocus(name);
      }, telling);
      // The answer has come, and has not taken the focus away; it may have moved on to where it is read.
      expect(await focusName()).toBe(name);
      for (let step = 0; step < 30 && (await focusName()) !== "text"; step++) {
        await keyboard.press("Tab");
        await seesFocus();
      }
      await seesFocus("text");
    };
    await type("Können Sie mich zurückrufen?", /Rückruf/);
    await choose("Rückruf vereinbaren", "Enter", /Wie heißen Sie/);
    await type("Ada Löffler", /Nummer/);
    await type("030 901820", /Worum geht es/);
    await type("Eine Halle mieten", /Wann passt/);
    await choose("Überspringen", "Space", /Absenden|Stimmt alles/);
    await choose("Absenden", "Enter", /R-[A-Z0-9]{4,}/);
    const { stdout } = await cli(["forms", "list", "--form", "callback", "--json"], { folder: place.folder });
    expect(jsonLines<{ form: string }>(stdout)).toHaveLength(1);
  });

  it("finds the choices of the menu in the order in which they stand, and what it chose is said", async () => {
    await open("/?lang=de");
    await page.locator("#menu > button").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await seesFocus("Meine Anmeldungen");
    await answered(() => page.keyboard.press("Enter"), /angemeldet/);
    await seesFocus("Menü");
  });

  /** What the element with the focus is called: its id, where it is the text field, else its words. */
  const focusName = () =>
    page.evaluate<string>(`(() => {
      const { id, innerText, textContent } = document.activeElement;
      return id === "text" ? id : (innerText || textContent).trim();
    })()`);

  /** The focus is on something, in the window, not covered (2.4.11) and marked by an outline (2.4.7). */
  async function seesFocus(name?: string): Promise<void> {
    const seen = await page.evaluate(`(() => {
      const element = document.activeElement;
      if (element === document.body) return "the focus is lost";
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
      if (!at || !(element.contains(at) || at.contains(element))) return element.outerHTML + " is hidden";
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? "seen" : element.outerHTML + " is not marked";
    })()`);
    expect(seen).toBe("seen");
    if (name) expect(await focusName()).toBe(name);
  }
});

describe("a screen reader", () => {
  /** What a live region would read out: what is added to it while it is live, or changes in a live part of it. */
  const observer = `
    globalThis.announced = [];
    document.addEventListener("DOMContentLoaded", () => {
      const log = document.getElementById("log");
      new MutationObserver((changes) => {
        for (const { addedNodes, target } of changes) {
          const element = target.nodeType === 1 ? target : target.parentElement;
          if (element?.closest("[aria-live]")?.ariaLive !== "polite") continue;
          for (const node of addedNodes) announced.push(node.textContent);
        }
      }).observe(log, { childList: true, subtree: true });
    });`;
  const announced = () => page.evaluate<string[]>("announced");

  it("hears each answer once, and after a reload nothing of what was said before", async () => {
    context = await browser.newContext({ baseURL: desk.url, locale: "de-DE" });
    page = await context.newPage();
    await page.addInitScript({ content: observer });
    await page.goto("/?lang=de");
    await told();
    expect(await page.getByRole("log", { name: "Gesprächsverlauf" }).count()).toBe(1);
    await write("wie meld ich ein gewerbe an", /§ 14 GewO/);
    await write("Wann haben Sie geöffnet?", /Uhr/);
    await press(/^Hilfreich$/, /Dank/);
    const heard = await announced();
    for (const line of await said().allTextContents()) {
      expect(heard.filter((text) => text === line)).toHaveLength(1);
    }
    await page.reload();
    await said().nth(3).waitFor();
    await told();
    expect(await announced()).toEqual([]);
    await write("Wo finde ich Sie?", /Rathausplatz/);
    expect((await announced()).join("\n")).not.toContain("§ 14 GewO");
  });

  it("is told the language of each answer", async () => {
    await open("/?lang=de");
    await write("wie meld ich ein gewerbe an", /§ 14 GewO/);
    await write("How do I register a business, please? I only speak English.", /section 14 GewO/);
    expect(await said().last().locator("[lang]").first().getAttribute("lang")).toBe("en");
    expect(await said().first().locator("[lang]").first().getAttribute("lang")).toBe("de");
  });
});
