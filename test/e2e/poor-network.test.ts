import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { cli, freePort, freshFolder, jsonLines, type RunningDesk, startDesk } from "./running-desk.js";

/** The page on the train: little bandwidth, long silences, a desk that stands still or dies. */

let place: ReturnType<typeof freshFolder>;
let port: number;
let desk: RunningDesk;
let browser: Browser;
let context: BrowserContext;
let page: Page;

const start = () => startDesk({ folder: place.folder, port, env: { GATHER_MS: "50" } });

beforeAll(async () => {
  place = freshFolder();
  port = await freePort();
  [desk, browser] = await Promise.all([start(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  desk?.goOn();
  await desk?.stop();
  place.remove();
});
beforeEach(async () => {
  context = await browser.newContext({ baseURL: desk.url, locale: "de-DE", reducedMotion: "reduce" });
  page = await context.newPage();
});
afterEach(() => context.close());

const told = () => page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
const lines = (from: "guest" | "desk") => page.locator(`#messages > li.from-${from}`);

async function write(text: string): Promise<void> {
  await page.locator("#text").fill(text);
  await page.locator("#text").press("Enter");
}

/** What the desk has taken from guests, in its order. */
async function taken(): Promise<(string | null)[]> {
  const { stdout } = await cli(["log", "--last", "50", "--json"], { folder: place.folder });
  return jsonLines<{ question: string | null }>(stdout).map(({ question }) => question);
}

describe("while the script is on its way", () => {
  it("the page stands, says that it is loading, and keeps what is typed and sent too early", async () => {
    let release = () => {};
    const arrived = new Promise<void>((done) => {
      release = done;
    });
    await page.route("**/chat.js", async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto("/?lang=de", { waitUntil: "commit" });
    await page.getByText("Der Chat wird geladen …").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    await page.locator("#text").fill("Wie melde ich ein Gewerbe an?");
    await page.getByRole("button", { name: "Senden" }).click();
    expect(await page.locator("#text").inputValue()).toBe("Wie melde ich ein Gewerbe an?");
    release();
    await told();
    expect(new URL(page.url()).search).toBe("?lang=de");
    expect(await page.locator("#text").inputValue()).toBe("Wie melde ich ein Gewerbe an?");
    expect(await page.getByText("Der Chat wird geladen …").count()).toBe(0);
    await page.getByRole("button", { name: "Senden" }).click();
    await lines("desk").getByText("§ 14 GewO").first().waitFor();
  });

  it("fonts are not waited for", async () => {
    await page.route("**/*.woff2", () => {});
    await page.goto("/?lang=de", { waitUntil: "commit" });
    await told();
    await write("Wie melde ich ein Gewerbe an?");
    await lines("desk").getByText("§ 14 GewO").first().waitFor();
    const waiting = await page.evaluate(
      "[...document.fonts].filter(({ status }) => status === 'loading').length",
    );
    expect(waiting).toBeGreaterThan(0);
  });

  it("all of it works over a slow third-generation line", async () => {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    // 400 kbit/s and 400 ms, what Chromium's own tools call slow
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    await page.goto("/?lang=de", { waitUntil: "commit" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await told();
    await write("Wie melde ich ein Gewerbe an?");
    await lines("desk").getByText("§ 14 GewO").first().waitFor();
  });
});

describe("loses and doubles nothing of three messages", () => {
  const questions = ["Wie melde ich ein Gewerbe an?", "Wann haben Sie geöffnet?", "Wie lautet Ihre Adresse?"];
  const answers = ["§ 14 GewO", "Uhr", "Rathausplatz"];

  /** One after the other and each once, on the page, after a reload, and in the desk's log. */
  async function arrived(before: number): Promise<void> {
    await page.locator(".delivery").first().waitFor({ state: "detached", timeout: 45_000 });
    const shown = () => lines("guest").locator(".content").allTextContents();
    const said = async () => (await lines("desk").allInnerTexts()).join("\n");
    await expect.poll(said, { timeout: 20_000 }).toContain("Rathausplatz");
    expect(await shown()).toEqual(questions);
    for (const answer of answers) expect(await said()).toContain(answer);
    const count = await lines("desk").count();
    await page.reload();
    await told();
    expect(await shown()).toEqual(questions);
    expect(await lines("desk").count()).toBe(count);
    // What comes in one breath is answered in one turn.
    const log = (await taken()).slice(before).join("\n");
    for (const question of questions) expect(log.split(question)).toHaveLength(2);
  }

  it("typed while the desk stands still", async () => {
    const before = (await taken()).length;
    await page.goto("/?lang=de");
    await told();
    desk.hold();
    for (const question of questions) await write(question);
    await page.locator(".delivery.waiting").nth(1).waitFor();
    await page.waitForTimeout(Number(process.env["SILENCE_MS"] ?? 1_000));
    desk.goOn();
    await arrived(before);
  }, 120_000);

  it("typed while the desk is dead, until another stands in its place", async () => {
    const before = (await taken()).length;
    await page.goto("/?lang=de");
    await told();
    await desk.kill();
    await page.locator('#status[data-word="lost"]').waitFor();
    for (const question of questions) await write(question);
    await page.locator(".delivery.waiting").nth(2).waitFor();
    desk = await start();
    await arrived(before);
  }, 90_000);

  it("typed in an instant before the desk dies", async () => {
    const before = (await taken()).length;
    await page.goto("/?lang=de");
    await told();
    for (const question of questions) await write(question);
    await desk.kill();
    desk = await start();
    await arrived(before);
  }, 90_000);
});
