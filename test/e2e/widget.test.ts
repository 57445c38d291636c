import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeDesk, type FakeDeskOptions, message, startDesk } from "../adapters/web/fake-desk.js";
import { bringAxe, violations } from "./axe.js";
import { builtPage } from "./built-page.js";
import { type HostPage, startHost } from "./host-page.js";

/** Set to a folder, it receives the screenshots that are looked at before a release. */
const screenshots = process.env["SCREENSHOTS"];

const built = builtPage();
let context: BrowserContext;
let page: Page;
let host: HostPage;
let desk: FakeDesk;
/** What the browser complained of: scripts that failed, what a policy refused. */
let complaints: string[] = [];
/** What was asked of the desk, in the order of asking. */
let asked: string[] = [];
/** The name under which pages know the desk. */
let deskName = "127.0.0.1";
/** The policy of the host's pages, from the desk's origin. */
let policyFor = (origin: string) => `default-src 'self' ${origin}`;

beforeEach(async () => {
  complaints = [];
  asked = [];
  deskName = "127.0.0.1";
  policyFor = (origin) => `default-src 'self' ${origin}`;
  host = await startHost(hostPages);
});

afterEach(async () => {
  await context?.close();
  await desk?.stop();
  await host.stop();
});

/** Everything that a page can do to the looks of what stands in it. */
const hostileStyle = `
  * { all: unset !important; display: none !important; font-size: 2px !important; position: static !important;
      transform: rotate(45deg) !important; opacity: 0.1 !important; pointer-events: none !important; }
  html, body, h1, p, main { display: block !important; opacity: 1 !important; transform: none !important; }
  html { font-size: 3px !important; direction: rtl !important; }
  iframe, dialog, button, [data-nahtstelle] { display: none !important; visibility: hidden !important; width: 0 !important; }
  button { background: red !important; color: red !important; border: 9px dotted lime !important; }
  *::before { content: "!!" !important; }
`;
const kindStyle = `
  body { margin: 0 auto; max-width: 50rem; padding: 2rem; font: 1.1rem/1.6 Georgia, serif; color: #222 }
  h1 { color: #004f7c }
`;
const deskOrigin = () => desk.url.replace("localhost", deskName);
const tag = (attributes = "") => `<script src="${deskOrigin()}/widget.js" ${attributes} async></script>`;

function hostPages() {
  const html = (head: string, body = "") => ({
    policy: policyFor(deskOrigin()),
    body: `<!doctype html><html lang="de"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>Stadt</title>${head}</head>
      <body><main><h1>Musterstadt</h1><p>Willkommen. <a href="#x" id="first">Ein Link</a></p>${body}</main></body></html>`,
  });
  const css = (name: string) => `<link rel="stylesheet" href="/${name}.css">`;
  return {
    "/": html(css("kind") + tag()),
    "/hostile": html(css("hostile") + tag()),
    "/hostile-alone": html(css("hostile")),
    "/english": html(css("kind") + tag('data-language="en" data-position="left"')),
    "/twice": html(css("kind") + tag() + tag(), tag('data-label="Noch einmal"')),
    "/stranger": html(css("kind") + tag(), '<iframe src="/shouting" title="Fremd"></iframe>'),
    "/shouting": html('<script src="/shout.js"></script>'),
    "/shout.js": {
      type: "text/javascript",
      body: `for (const type of ["nahtstelle:close", "nahtstelle:ready"])
        setInterval(() => parent.postMessage({ type }, "*"), 20);`,
    },
    "/kind.css": { type: "text/css", body: kindStyle },
    "/hostile.css": { type: "text/css", body: hostileStyle },
  };
}

async function open(
  path: string,
  options: Parameters<Browser["newContext"]>[0] = {},
  deskOptions: FakeDeskOptions = {},
): Promise<void> {
  desk = await startDesk({
    assets: built.assets,
    widgetOrigins: [host.url],
    answer: (event) =>
      event.what.kind === "message"
        ? message(`a${event.keys[0]?.slice(-36)}`, `Antwort auf: ${event.what.text}`)
        : null,
    ...deskOptions,
  });
  context = await built.browser.newContext({ locale: "de-DE", ...options });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === deskOrigin()) asked.push(pathname);
  });
  await page.goto(host.url + path);
}

const button = () => page.getByRole("button", { name: "Fragen an die Wirtschaftsförderung" });
const panel = () => page.getByRole("dialog");
const chat = (): FrameLocator => page.frameLocator("iframe.frame");
const field = () => chat().getByRole("textbox");

async function openChat(): Promise<void> {
  await button().click();
  await field().waitFor();
}

async function converse(question: string): Promise<void> {
  await field().fill(question);
  await field().press("Enter");
  await chat().getByText(`Antwort auf: ${question}`).waitFor();
}

/** Runs in the browser: the part of our shadow tree that has the focus. */
const focused = () =>
  page.evaluate(`(() => {
    const active = document.activeElement;
    return active?.shadowRoot?.activeElement?.className ?? active?.id ?? "";
  })()`);

async function shoot(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

describe("on a page whose styles want to spoil everything", () => {
  it("is seen, opens, and the chat in it works; the browser complains of nothing", async () => {
    await open("/hostile");
    await button().waitFor();
    const box = await button().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThan(250);
    // Nothing of the page's got into it, such as a word before it.
    expect(await page.locator("[data-nahtstelle]").boundingBox()).toEqual(box);
    await shoot("widget-hostile-closed");
    await openChat();
    await converse("Wie melde ich ein Gewerbe an?");
    expect((await panel().boundingBox())?.width).toBeGreaterThan(400);
    await shoot("widget-hostile-open");
    expect(complaints).toEqual([]);
  });

  it("changes nothing on the page", async () => {
    await open("/hostile-alone");
    const alone = await looks();
    await page.goto(`${host.url}/hostile`);
    await openChat();
    expect(await looks()).toEqual(alone);
    expect(alone.length).toBeGreaterThan(6);
  });

  /** The looks of all elements of the host page, property by property. */
  const looks = () =>
    page.evaluate(() => {
      const browserWindow = globalThis as unknown as {
        document: { querySelectorAll(selector: string): Iterable<{ tagName: string }> };
        getComputedStyle(element: unknown): Iterable<string> & { getPropertyValue(name: string): string };
      };
      return [...browserWindow.document.querySelectorAll(":not(script, [data-nahtstelle])")].map(
        (element) => {
          const style = browserWindow.getComputedStyle(element);
          return `${element.tagName} ${[...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";")}`;
        },
      );
    });
});

describe("before anybody presses the button", () => {
  it("asks nothing of the desk but its script, and stores nothing", async () => {
    await open("/");
    await button().waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual(["/widget.js"]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
    expect(await page.evaluate("Object.keys(window).filter((name) => /naht/i.test(name))")).toEqual([
      "nahtstelle",
    ]);
    await shoot("widget-closed");
  });

  it("is small: less than 6 kB compressed", async () => {
    expect(gzipSync(await readFile(join(built.folder, "widget.js"))).byteLength).toBeLessThan(6_000);
  });
});

describe("with the keyboard alone", () => {
  it("is reached, opened, closed with Escape, and gives the focus back", async () => {
    await open("/");
    await button().waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("first");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("button");
    expect(await button().getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await field().waitFor();
    expect(await focused()).toBe("frame");
    expect(await button().getAttribute("aria-expanded")).toBe("true");
    await shoot("widget-open");
    // From inside the chat, which asks the page around it.
    await field().focus();
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "hidden" });
    expect(await focused()).toBe("button");
    expect(await button().getAttribute("aria-expanded")).toBe("false");
    // From the page around it.
    await page.keyboard.press("Enter");
    await panel().waitFor();
    await expect.poll(focused, { timeout: 20_000 }).toBe("frame");
    await page.locator("#first").focus();
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "hidden" });
    expect(await focused()).toBe("button");
    expect(asked.filter((path) => path === "/embed")).toHaveLength(1);
  });

  it("leaves Escape to the page where the page uses it", async () => {
    await open("/");
    await openChat();
    await page.evaluate("addEventListener('keydown', (event) => event.preventDefault(), { capture: true })");
    await page.locator("#first").focus();
    await page.keyboard.press("Escape");
    expect(await panel().isVisible()).toBe(true);
  });
});

describe("on a phone", () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  it("shows a round button that has its name, and the chat over the whole screen, closed from inside", async () => {
    await open("/", phone);
    await button().waitFor();
    const { width = 0, height = 0 } = (await button().boundingBox()) ?? {};
    expect(Math.abs(width - height)).toBeLessThan(2);
    await shoot("widget-phone-closed");
    await openChat();
    expect(await panel().boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await converse("Welche Förderung gibt es?");
    await shoot("widget-phone-open");
    await chat()
      .getByRole("button", { name: /schließen/i })
      .click();
    await panel().waitFor({ state: "hidden" });
    expect(await focused()).toBe("button");
  });

  it("keeps the keyboard inside while it covers the page, as at 400 % zoom", async () => {
    await open("/", { viewport: { width: 320, height: 256 } });
    await openChat();
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press("Tab");
      expect(await focused()).not.toBe("first");
    }
    await shoot("widget-zoomed-open");
  });
});

describe("who may speak to it", () => {
  it("is the chat alone: other frames and the page itself neither close it nor answer for it", async () => {
    await open("/stranger");
    await openChat();
    await page.evaluate(
      "for (const type of ['nahtstelle:close', 'nahtstelle:ready']) postMessage({ type }, '*')",
    );
    await converse("Hallo");
    expect(await panel().isVisible()).toBe(true);
  });

  it("does not let the page's scripts read the chat", async () => {
    await open("/");
    await openChat();
    const attempt = (what: string) =>
      page.evaluate(`(() => {
        const frame = document.querySelector("[data-nahtstelle]").shadowRoot.querySelector("iframe");
        try { return String(${what}); } catch (error) { return error.name; }
      })()`);
    expect(await attempt("frame.contentDocument")).toBe("null");
    expect(await attempt("frame.contentWindow.document")).toBe("SecurityError");
    expect(await attempt("frame.contentWindow.location.href")).toBe("SecurityError");
  });
});

it("stands on the page once, however often its script is included", async () => {
  await open("/twice");
  await button().waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.locator("[data-nahtstelle]").count()).toBe(1);
  expect(await page.getByRole("button").count()).toBe(1);
  expect(complaints).toEqual([]);
});

it("is opened and closed by a link of the page, and harms nobody when the page removes it", async () => {
  await open("/");
  await button().waitFor();
  await page.evaluate("nahtstelle.open()");
  await field().waitFor();
  await page.evaluate("nahtstelle.close()");
  expect(await panel().isVisible()).toBe(false);
  await page.evaluate("nahtstelle.open(); document.querySelector('[data-nahtstelle]').remove()");
  await page.keyboard.press("Escape");
  await page.evaluate("nahtstelle.open(); nahtstelle.close()");
  expect(complaints).toEqual([]);
});

it("speaks English on the left where the page asks for it", async () => {
  await open("/english");
  const english = page.getByRole("button", { name: "Questions about doing business here" });
  await english.click();
  await chat().locator('html[lang="en"]').waitFor();
  expect((await english.boundingBox())?.x).toBeLessThan(40);
  await shoot("widget-english");
});

describe("where the chat may not be shown", () => {
  const link = () => page.getByRole("link", { name: /Fragen an die Wirtschaftsförderung.*neuem Fenster/ });

  async function becomesLink(): Promise<void> {
    await link().waitFor();
    expect(await link().getAttribute("href")).toBe(`${deskOrigin()}/?lang=de`);
    expect(await link().getAttribute("target")).toBe("_blank");
    expect(await focused()).toContain("link");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByRole("button").count()).toBe(0);
  }

  it("because the desk does not name the site, the button becomes a link to the chat's page", async () => {
    await open("/", {}, { widgetOrigins: ["https://www.example.org"] });
    await button().click();
    await page.getByText("Der Chat wird geladen").waitFor();
    await shoot("widget-loading");
    await becomesLink();
    await shoot("widget-refused");
  });

  it("because the page's own policy forbids frames, the same", async () => {
    policyFor = (origin) => `default-src 'self' ${origin}; frame-src 'none'`;
    await open("/");
    await button().click();
    await becomesLink();
    expect(asked).toEqual(["/widget.js"]);
  });

  it("because the desk is not reached, the same", async () => {
    await open("/");
    await button().waitFor();
    await page.route("**/embed?*", (route) => route.abort());
    await button().click();
    await becomesLink();
  });
});

it("looks right in a browser that has no constructed style sheets", async () => {
  await open("/hostile-alone");
  await page.addInitScript("delete CSSStyleSheet.prototype.replaceSync");
  await page.goto(`${host.url}/hostile`);
  await openChat();
  await converse("Hallo");
  const { width = 0, height = 0 } = (await page.locator("iframe.frame").boundingBox()) ?? {};
  expect([width > 400, height > 500]).toEqual([true, true]);
  await shoot("widget-old-browser");
  expect(complaints).toEqual([]);
});

describe("in a page of another site", () => {
  it("keeps the conversation in a cookie of that site alone, and through a reload", async () => {
    // To a browser "localhost" and "127.0.0.1" are two sites, and cookies with Secure may be set on the first.
    deskName = "localhost";
    await open("/", {}, { secureCookie: true, publicUrl: "http://localhost" });
    await openChat();
    await converse("Wie melde ich ein Gewerbe an?");
    expect(desk.memory.events).toHaveLength(1);
    expect(await context.cookies()).toMatchObject([
      {
        name: "__Host-nahtstelle-embed",
        sameSite: "None",
        secure: true,
        httpOnly: true,
        partitionKey: "http://127.0.0.1",
      },
    ]);
    await page.reload();
    await openChat();
    await chat().getByText("Antwort auf: Wie melde ich ein Gewerbe an?").waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("accessibility", () => {
  const wide = { width: 1280, height: 720 };
  const looks = [
    { name: "wide", viewport: wide, media: {} },
    { name: "dark", viewport: wide, media: { colorScheme: "dark" } },
    { name: "narrow", viewport: { width: 320, height: 640 }, media: {} },
    { name: "forced-colours", viewport: wide, media: { forcedColors: "active" } },
  ] as const;

  it("axe finds nothing at WCAG 2.2 AA, closed, open, loading and refused", async () => {
    const found: string[] = [];
    /** Brings the widget into a state in each look, because it opens in another way where it covers the page. */
    const judge = async (state: string, enter?: () => Promise<void>) => {
      for (const { name, viewport, media } of looks) {
        await page.setViewportSize(viewport);
        // Half faded in, nothing has its contrast yet.
        await page.emulateMedia({
          colorScheme: "light",
          forcedColors: "none",
          reducedMotion: "reduce",
          ...media,
        });
        await enter?.();
        found.push(...(await violations(page)).map((fault) => `${state}, ${name}: ${fault}`));
        await shoot(`widget-axe-${state}-${name}`);
        if (enter) await page.evaluate("nahtstelle.close()");
      }
    };
    await open("/");
    await bringAxe(page);
    await button().waitFor();
    await judge("closed");
    await judge("open", openChat);

    let letGo = () => {};
    const late = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route("**/embed?*", async (route) => {
      await late;
      await route.abort();
    });
    await page.reload();
    await judge("loading", async () => {
      await button().click();
      await page.getByText("Der Chat wird geladen").waitFor();
    });
    letGo();
    await page.getByRole("link", { name: /Fragen an/ }).waitFor();
    await judge("refused");
    expect(found).toEqual([]);
  });
});
