import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { openBrowser } from "./browser.js";
import { startHost } from "./host-page.js";
import { freePort, freshFolder, project, startDesk } from "./running-desk.js";

/**
 * `npm run screenshots`: makes the two pictures of the README, the chat on a wide screen and the widget on a phone, from
 * the built desk with the shipped intents/. Two device pixels a point would be prettier and four times as heavy.
 */
const target = join(project, "test/screenshots");

async function main(): Promise<void> {
  mkdirSync(target, { recursive: true });
  const place = freshFolder();
  const port = await freePort();
  // by the name under which the browser comes, so that the desk's own links are told from others'
  const publicUrl = `http://127.0.0.1:${port}`;
  const city = await startHost(() => cityPages(publicUrl));
  const desk = await startDesk({
    folder: place.folder,
    port,
    env: { GATHER_MS: "100", PUBLIC_URL: publicUrl, WIDGET_ORIGINS: city.url },
  });
  const browser = await openBrowser();
  try {
    await chatWide(browser, publicUrl);
    await widgetNarrow(browser, city.url);
  } finally {
    await browser.close();
    await desk.stop();
    await city.stop();
    place.remove();
  }
}

async function chatWide(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1120, height: 900 }, ...german });
  await page.goto(`${url}/?lang=de`);
  await ask(page, "wie meld ich ein gewerbe an", /§ 14 GewO/);
  await ask(page, "Gibt es ein Seminar zur Gründung?", /Gründung Basiswissen/);
  // as high as what was asked last and its answer
  const height = await page.evaluate<number>(`(() => {
    const question = [...document.querySelectorAll("li.from-guest")].at(-1).getBoundingClientRect().top + scrollY;
    const head = document.querySelector("header").getBoundingClientRect().height;
    return Math.ceil(document.documentElement.scrollHeight - question + head + 16);
  })()`);
  await page.setViewportSize({ width: 1120, height });
  await page.evaluate("document.activeElement.blur(); scrollTo(0, document.documentElement.scrollHeight)");
  await atRest(page);
  await page.screenshot({ path: join(target, "chat-wide.png") });
  await page.close();
}

/** Two looks side by side: the city's page with the button, and the chat that it opens. */
async function widgetNarrow(browser: Browser, url: string): Promise<void> {
  const phone = await browser.newPage({
    viewport: { width: 390, height: 780 },
    isMobile: true,
    hasTouch: true,
    ...german,
  });
  await phone.goto(url);
  const opener = phone.getByRole("button", { name: /Wirtschaftsförderung/ });
  await opener.waitFor();
  const closed = await phone.screenshot();
  await opener.click();
  const chat = phone.frameLocator("iframe");
  await ask(chat, "können Sie mich zurückrufen?", /Rückruf/);
  await chat.getByRole("button", { name: "Rückruf vereinbaren" }).last().click();
  await said(chat, /Wie heißen Sie/);
  await ask(chat, "Ada Löffler", /Nummer/);
  await chat.locator("#text").evaluate((field) => field.blur());
  await atRest(phone);
  const opened = await phone.screenshot();
  await phone.close();

  const sheet = await browser.newPage({ viewport: { width: 892, height: 844 } });
  const picture = (png: Buffer) => `<img src="data:image/png;base64,${png.toString("base64")}">`;
  await sheet.setContent(`<style>
      body { display: flex; justify-content: space-between; margin: 0; padding: 32px; background: #fff }
      img { border-radius: 18px; box-shadow: 0 0 0 1px #bcc1d6, 0 6px 24px rgb(19 21 37 / 18%) }
    </style>${picture(closed)}${picture(opened)}`);
  await sheet.locator("img").last().waitFor();
  await sheet.screenshot({ path: join(target, "widget-narrow.png") });
  await sheet.close();
}

const german = { locale: "de-DE", timezoneId: "Europe/Berlin", reducedMotion: "reduce" } as const;

async function ask(chat: Page | FrameLocator, question: string, telling: RegExp): Promise<void> {
  await chat.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
  await chat.locator("#text").fill(question);
  await chat.locator("#text").press("Enter");
  await said(chat, telling);
}

function said(chat: Page | FrameLocator, telling: RegExp): Promise<void> {
  return chat.locator("li.from-desk", { hasText: telling }).last().waitFor();
}

/** The fonts are there, and what the last change set going has been painted. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))",
  );
}

/** A page of the city: its head, a few tiles, and the one line that brings the chat. */
function cityPages(desk: string) {
  const tile = (title: string, text: string) => `<li><strong>${title}</strong><br>${text}</li>`;
  const body = `<!doctype html><html lang="de"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Stadt Musterstadt</title>
    <style>
      body { margin: 0; font: 17px/1.5 "Liberation Serif", Georgia, serif; color: #1f2a24 }
      header { padding: 20px 24px; background: #1d5b43; color: #fff; font-size: 22px }
      main { padding: 24px } h1 { margin: 0 0 8px; font-size: 30px; line-height: 1.2 }
      ul { display: grid; gap: 14px; margin: 24px 0; padding: 0; list-style: none }
      li { padding: 16px 18px; border: 1px solid #c9d6cf; border-radius: 6px; background: #f4f8f6 }
      strong { color: #1d5b43 }
    </style></head><body><header>Stadt Musterstadt</header><main>
      <h1>Wirtschaft, Arbeit, Wissenschaft</h1><p>Was Unternehmen in Musterstadt brauchen, an einem Ort.</p>
      <ul>${tile("Gründen", "Von der Idee bis zur Anmeldung")}${tile("Fördermittel", "Zuschüsse, Darlehen, Beratung")}
      ${tile("Flächen und Räume", "Büros, Hallen, Grundstücke")}${tile("Seminare", "Die nächsten Termine")}</ul></main>
      <script src="${desk}/widget.js" data-language="de" data-label="Fragen an die Wirtschaftsförderung" async></script>
    </body></html>`;
  return { "/": { body } };
}

await main();
