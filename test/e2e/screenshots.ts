import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.js";
import { freePort, freshFolder, project, startDesk } from "./running-desk.js";

/**
 * `npm run screenshots`: makes the two pictures of the README, the chat on a wide screen and the widget on a phone, from
 * the built desk with the shipped intents/.
 */
const target = join(project, "test/screenshots");

async function main(): Promise<void> {
  const place = freshFolder();
  const host = await cityPage();
  const port = await freePort();
  const desk = await startDesk({
    folder: place.folder,
    port,
    env: { GATHER_MS: "100", WIDGET_ORIGINS: host.url },
  });
  host.deskIs(desk.url);
  const browser = await openBrowser();
  try {
    const wide = await browser.newPage({ viewport: { width: 1280, height: 960 }, locale: "de-DE" });
    await wide.goto(`${desk.url}/?lang=de`);
    await ask(wide, "Welche Seminare gibt es im Gründerzentrum oder Rathaus?", /Seminar/);
    await ask(wide, "wie meld ich ein gewerbe an", /§ 14 GewO/);
    await wide.screenshot({ path: join(target, "chat-wide.png") });

    const narrow = await browser.newPage({
      viewport: { width: 390, height: 780 },
      deviceScaleFactor: 2,
      locale: "de-DE",
    });
    await narrow.goto(host.url);
    await narrow.getByRole("button", { name: /Wirtschaftsförderung/ }).click();
    const frame = narrow.frameLocator("iframe");
    await frame.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
    await frame.locator("#text").fill("Können Sie mich zurückrufen?");
    await frame.locator("#text").press("Enter");
    await frame.locator("li.from-desk", { hasText: "Rückruf" }).last().waitFor();
    await narrow.waitForTimeout(500);
    await narrow.screenshot({ path: join(target, "widget-narrow.png") });
  } finally {
    await browser.close();
    await desk.stop();
    await host.close();
    place.remove();
  }
}

async function ask(page: Page, question: string, telling: RegExp): Promise<void> {
  await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
  await page.locator("#text").fill(question);
  await page.locator("#text").press("Enter");
  await page.locator("li.from-desk", { hasText: telling }).last().waitFor();
  // the page scrolls to what is new
  await page.waitForTimeout(500);
}

/** A page of the city with nothing but a heading and the one line that brings the chat. */
async function cityPage() {
  let desk = "";
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="de"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Stadt Musterstadt</title><h1>Stadt Musterstadt</h1><p>Wirtschaft, Arbeit, Wissenschaft</p>
      <script src="${desk}/widget.js" data-language="de" data-label="Fragen an die Wirtschaftsförderung" async></script>`);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deskIs(url: string): void {
      desk = url;
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

await main();
