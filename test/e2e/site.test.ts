import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringAxe, violations } from "./axe.js";
import { openBrowser } from "./browser.js";
import { freshFolder, project, type RunningDesk, smallIntents, startDesk } from "./running-desk.js";

/** One seminar of each kind that looks different. */
const SEMINARS = `
- id: with-time
  title: { de: "Beispiel: Gründung am Abend", en: "Example: Founding in the evening" }
  abstract: { de: "**Wichtig** für [alle](https://www.stadt.example).", en: "**Important** for [all](https://www.stadt.example)." }
  date: { in-days: 30, from: "16:00", to: "18:00" }
  place: { city: Musterstadt, venue: "Rathaus, Saal 2" }
  fee: { de: kostenfrei, en: free of charge }
  seats: 30
  registration: { url: "https://www.stadt.example/anmelden" }
  topics: { de: [Gründung], en: [founding] }
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
- id: yearless
  title: { de: Ohne Jahr, en: Without a year }
  date: { month: 11, days: [24, 25] }
  registration: { url: "https://www.stadt.example/anmelden", until: 2020-01-01 }
`;

const PAGES = [
  "/seminars",
  "/seminars?topic=nothing",
  "/seminars/with-time",
  "/seminars/called-off",
  "/seminars/over",
  "/seminars/yearless",
  "/seminars/yearless.ics",
  "/seminars/unknown",
  "/privacy",
  "/imprint",
  "/accessibility",
];

describe("the pages beside the chat", () => {
  const { folder, remove } = freshFolder();
  let desk: RunningDesk;
  let browser: Browser;

  beforeAll(async () => {
    const intents = smallIntents(folder);
    cpSync(join(project, "intents/legal.yaml"), join(intents, "legal.yaml"));
    writeFileSync(join(intents, "seminars.yaml"), SEMINARS);
    [desk, browser] = await Promise.all([
      startDesk({ folder, intents, until: "page", env: { RETENTION_DAYS: "17" } }),
      openBrowser(),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    remove();
  });

  /** A page that remembers what went wrong on it. */
  async function open(options: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext({ baseURL: desk.url, ...options });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => {
      // a page that says what is missing has a status that the browser notes
      if (message.type() === "error" && !/status of 40[49]/.test(message.text()))
        troubles.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(desk.url) && !request.url().startsWith("data:"))
        troubles.push(request.url());
    });
    return { page, troubles };
  }

  // Without forced colours every page is judged in test/e2e/accessibility.test.ts.
  it("meet WCAG 2.2 AA in forced colours as far as axe sees, and ask nobody else", async () => {
    const { page, troubles } = await open({ locale: "de-DE", forcedColors: "active" });
    await bringAxe(page);
    for (const path of PAGES) {
      await page.goto(path);
      expect([path, await violations(page, ["best-practice"])]).toEqual([path, []]);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("are read on paper: no search, no navigation, but where links lead", async () => {
    const { page } = await open({ locale: "de-DE" });
    await page.emulateMedia({ media: "print" });
    const seen = (selector: string) => page.locator(selector).filter({ visible: true }).count();
    await page.goto("/seminars");
    expect(await seen("nav, form, .kern-btn, .site-foot")).toBe(0);
    expect(await seen("article")).toBeGreaterThan(2);
    await page.goto("/seminars/with-time");
    const register = page.getByRole("link", { name: "https://www.stadt.example/anmelden" });
    expect(await register.isVisible()).toBe(true);
    expect(await seen('a[href*=".ics"], nav')).toBe(0);
    await page.context().close();
  });

  it("are used without script: search, open, change the language, take the date along", async () => {
    const { page } = await open({ javaScriptEnabled: false, locale: "de-DE", acceptDownloads: true });
    await page.goto("/seminars");
    await page.getByLabel("Thema oder Stichwort").fill("gründung");
    await page.getByRole("button", { name: "Suchen" }).click();
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
      "Beispiel: Gründung am Abend",
    ]);
    await page.getByRole("link", { name: "English" }).click();
    expect(await page.getByLabel("Topic or keyword").inputValue()).toBe("gründung");
    await page.getByRole("link", { name: "Example: Founding in the evening", exact: true }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Example: Founding in the evening",
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Add the date to your calendar" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("with-time.ics");
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), "utf8")));
    expect(calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).toBe(
      "Example: Founding in the evening",
    );
    await page.context().close();
  });

  it("let the keyboard skip the head and show where it is", async () => {
    const { page } = await open({ locale: "de-DE" });
    await page.goto("/seminars");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Zum Inhalt springen" });
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Zum Inhalt springen");
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("topic");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).not.toBe("none");
    await page.context().close();
  });

  it("state in the privacy notice how long this very desk keeps what was said", async () => {
    const { page } = await open({ locale: "de-DE" });
    await page.goto("/privacy");
    expect(await page.getByRole("main").textContent()).toContain("17 Tage");
    await page.context().close();
  });

  it("carry data for search engines that the policy against inline script leaves alone", async () => {
    const { page, troubles } = await open({ locale: "de-DE" });
    await page.goto("/seminars/with-time");
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? "")).toMatchObject({ "@type": "Event", name: "Beispiel: Gründung am Abend" });
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
