import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeskEvent, OutgoingMessage, RichText } from "../../src/vocabulary/index.js";
import { type FakeDesk, type FakeDeskOptions, message, startDesk } from "../adapters/web/fake-desk.js";
import { builtPage } from "./built-page.js";

const built = builtPage();
let context: BrowserContext;
let page: Page;
let desk: FakeDesk;
/** What the browser complained of: scripts that failed, resources that the policy refused. */
let complaints: string[] = [];

beforeEach(async () => {
  complaints = [];
  await open();
});

afterEach(async () => {
  await context.close();
  await desk.stop();
});

const office = {
  name: "Wirtschaftsförderung Musterstadt",
  phone: "0123 456-0",
  email: "wirtschaft@musterstadt.example",
};

async function start(options: FakeDeskOptions = {}): Promise<FakeDesk> {
  return startDesk({
    assets: built.assets,
    office: () => ({ de: office, en: { ...office, name: "Musterstadt Economic Development" } }),
    answer,
    ...options,
  });
}

/** A new browser profile with the page in it. */
async function open(path = "/?lang=de", options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  await context?.close();
  await desk?.stop();
  desk = await start();
  context = await built.browser.newContext({ locale: "de-DE", ...options });
  page = await visit(path);
}

async function visit(path: string): Promise<Page> {
  const opened = await context.newPage();
  opened.on("pageerror", (error) => complaints.push(String(error)));
  opened.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  opened.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await opened.goto(desk.url + path);
  // The history is told: what comes from now on is read out.
  await opened.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
  return opened;
}

const text = (value: string) => ({ type: "text", text: value }) as const;
const markup =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> **nicht fett** [x](javascript:alert(3))';

const richAnswer: RichText = [
  {
    type: "paragraph",
    children: [
      text("Ihr Gewerbe melden Sie beim "),
      { type: "bold", children: [text("Gewerbeamt")] },
      text(" an, spätestens am Tag, an dem Sie beginnen."),
    ],
  },
  {
    type: "list",
    ordered: false,
    items: [
      [text("Personalausweis oder Pass")],
      [text("Angaben zu Ihrem Betrieb")],
      [
        text("je nach Tätigkeit eine Erlaubnis ("),
        { type: "link", url: "https://example.org/erlaubnis", children: [text("Übersicht")] },
        text(")"),
      ],
    ],
  },
];

function answer(event: DeskEvent): OutgoingMessage | null {
  const id = `answer-${event.keys[0]?.slice(-36)}`;
  if (event.what.kind === "action") return message(id, `Gedrückt: ${event.what.action}`);
  if (event.what.kind !== "message") return null;
  if (event.what.text.includes("English")) return message(id, "We are open until 4 p.m.", { language: "en" });
  if (event.what.text.includes("Seminar"))
    return message(id, "Dieses Seminar ist angekündigt:", {
      cards: [
        {
          kind: "seminar",
          seminar: "s1",
          title: "Digitalisierung im Mittelstand: Prozesse verstehen und verbessern",
          when: "3. und 4. Dezember (Jahr bitte auf der Anmeldeseite prüfen)",
          where: null,
          leaders: "Prof. Dr. Beispiel, Dr. Muster",
          fee: null,
          url: "https://example.org/seminar",
          example: true,
          pageUrl: null,
          calendarUrl: null,
          status: null,
          cancelled: false,
          register: null,
        },
        {
          kind: "contact",
          name: "Gründungsberatung",
          address: "Rathausplatz 1\n12345 Musterstadt",
          phone: "0123 456-78",
          email: "gruenden@musterstadt.example",
          hours: null,
        },
      ],
    });
  if (event.what.text.includes("Markup"))
    return message(id, markup, {
      buttons: [{ label: markup, action: "m" }],
      links: [
        { label: markup, url: "javascript:alert(4)" },
        { label: "Daten", url: "data:text/html,<script>alert(5)</script>" },
      ],
      cards: [
        { kind: "contact", name: markup, address: markup, phone: markup, email: markup, hours: markup },
        {
          kind: "seminar",
          seminar: "x",
          title: markup,
          when: markup,
          where: markup,
          leaders: markup,
          fee: markup,
          url: " javascript:alert(6)",
          example: false,
          pageUrl: null,
          calendarUrl: null,
          status: null,
          cancelled: false,
          register: null,
        },
      ],
    });
  return message(id, "", {
    text: richAnswer,
    buttons: [
      { label: "Mehr", action: "more" },
      { label: "Hilfreich", action: "yes" },
      { label: "Nicht hilfreich", action: "no" },
    ],
    links: [{ label: "§ 14 Gewerbeordnung", url: "https://www.gesetze-im-internet.de/gewo/__14.html" }],
  });
}

const field = () => page.getByLabel("Ihre Nachricht");
const lines = (of: Page = page) => of.locator("#messages > li");

async function ask(question: string): Promise<void> {
  await field().fill(question);
  await field().press("Enter");
}

/** Runs in the browser. */
function isFocused(element: { ownerDocument: { activeElement: unknown } }): boolean {
  return element === element.ownerDocument.activeElement;
}

/** What stands in the log, as people read it: author and text, without times. */
async function conversation(of: Page = page): Promise<string[]> {
  return lines(of).evaluateAll((items) =>
    items.map(
      (item) =>
        `${item.querySelector(".author")?.textContent}: ${item.querySelector(".content")?.textContent?.slice(0, 40)}`,
    ),
  );
}

describe("a guest", () => {
  it("asks, sees the answer, and finds the conversation again after a reload", async () => {
    await ask("Wie melde ich ein Gewerbe an?");
    await lines().nth(1).waitFor();
    const seen = await conversation();
    expect(seen).toEqual([
      "Sie: Wie melde ich ein Gewerbe an?",
      "Assistent: Ihr Gewerbe melden Sie beim Gewerbeamt a",
    ]);
    expect(await page.locator(".delivery").count()).toBe(0);
    await page.reload();
    await lines().nth(1).waitFor();
    expect(await conversation()).toEqual(seen);
    expect(complaints).toEqual([]);
  });

  it("presses a button: it is marked and disabled, keeps the focus, and the others stay", async () => {
    await ask("Gewerbe");
    const button = page.getByRole("button", { name: "Hilfreich", exact: true });
    await button.click();
    await page.getByText("Gedrückt: yes").waitFor();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    expect(await button.evaluate(isFocused)).toBe(true);
    expect(await page.getByRole("button", { name: "Mehr" }).getAttribute("aria-disabled")).toBeNull();
    await button.click({ force: true });
    await ask("danach");
    await lines().nth(4).waitFor();
    expect(desk.memory.events.map(({ what }) => what.kind)).toEqual(["message", "action", "message"]);
  });

  it("sees the same in two tabs", async () => {
    const other = await visit("/?lang=de");
    await ask("Gewerbe");
    await lines(other).nth(1).waitFor();
    await lines().nth(1).waitFor();
    expect(await conversation(other)).toEqual(await conversation());
  });

  it("is told before the first question who answers, what it is worth, and where a person is", async () => {
    const notice = page.getByRole("region", { name: "Guten Tag! Was möchten Sie wissen?" });
    await notice.getByText("0123 456-0").waitFor();
    const words = await notice.textContent();
    for (const said of [
      "automatischer Assistent",
      "unverbindlich",
      "Fristen",
      "nichts Persönliches",
      "0123 456-0",
    ])
      expect(words).toContain(said);
    expect(await notice.getByRole("link", { name: "Datenschutzhinweise" }).getAttribute("href")).toBe(
      "/privacy?lang=de",
    );
    expect(await page.title()).toBe("Wirtschaftsförderung Musterstadt – Chat");
  });

  it("begins at the top of the page on a phone, and at the last message when there is a history", async () => {
    await open("/?lang=de", { viewport: { width: 360, height: 740 } });
    const scrolled = () => page.locator("html").evaluate((html) => html.scrollTop);
    expect(await scrolled()).toBe(0);
    await ask("Gewerbe");
    await lines().nth(1).waitFor();
    await page.reload();
    await lines().nth(1).waitFor();
    await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
    expect(await scrolled()).toBeGreaterThan(0);
    const room = await lines()
      .last()
      .evaluate((line) => {
        const foot = line.ownerDocument.querySelector(".foot")?.getBoundingClientRect();
        return (foot?.top ?? 0) - line.getBoundingClientRect().bottom;
      });
    expect(room).toBeGreaterThanOrEqual(0);
    expect(await page.locator("#newer").isVisible()).toBe(false);
  });

  it("sees how much room is left near the end of a long message, and where it ends", async () => {
    await field().fill("x".repeat(1_790));
    expect(await page.locator("#counter").isVisible()).toBe(false);
    await field().fill("x".repeat(1_950));
    expect(await page.locator("#counter").textContent()).toBe("Noch 50 Zeichen");
    await field().fill("x".repeat(2_000));
    expect(await page.locator("#status").textContent()).toContain("2.000 Zeichen");
  });

  it("who sends nothing is asked to write first", async () => {
    await page.getByRole("button", { name: "Senden" }).click();
    expect(await page.locator("#status").textContent()).toBe("Bitte schreiben Sie zuerst etwas.");
    expect(desk.memory.events).toEqual([]);
  });
});

describe("nothing is lost or doubled", () => {
  it("when the server restarts in the middle", async () => {
    await ask("eins");
    await lines().nth(1).waitFor();
    const { memory } = desk;
    const port = Number(new URL(desk.url).port);
    await desk.stop();
    await page.getByText("Verbindung unterbrochen").waitFor();
    await ask("zwei");
    await page.getByText("Wird gesendet, sobald").waitFor();
    desk = await start({ memory, port });
    await page.getByText("Verbindung wiederhergestellt").waitFor();
    await lines().nth(3).waitFor();
    expect((await conversation()).map((line) => line.slice(0, 14))).toEqual([
      "Sie: eins",
      "Assistent: Ihr",
      "Sie: zwei",
      "Assistent: Ihr",
    ]);
    expect(await page.locator(".delivery").count()).toBe(0);
    expect(memory.events).toHaveLength(2);
  });

  it("when the network goes: what is typed meanwhile is sent later, in order", async () => {
    await context.setOffline(true);
    await ask("eins");
    await ask("zwei");
    await page.getByText("Wird gesendet, sobald").first().waitFor();
    expect(desk.memory.events).toEqual([]);
    await context.setOffline(false);
    await lines().nth(3).waitFor();
    await page.locator(".delivery").first().waitFor({ state: "detached" });
    const sent = desk.memory.events.map(({ what }) => (what.kind === "message" ? what.text : ""));
    expect(sent).toEqual(["eins", "zwei"]);
    expect(await lines().count()).toBe(4);
  });

  it("when the answer to a POST is lost on its way", async () => {
    let lost = 0;
    await page.route("**/web/messages", async (route) => {
      await route.fetch();
      lost += 1;
      await (lost === 1 ? route.abort("connectionreset") : route.continue());
    });
    await ask("eins");
    await lines().nth(1).waitFor();
    await page.locator(".delivery").first().waitFor({ state: "detached" });
    expect(await lines().count()).toBe(2);
    expect(desk.memory.events).toHaveLength(1);
  });

  it("when the desk cannot store a message: it stays, and is sent again on request", async () => {
    let full = true;
    const { memory } = desk;
    const port = Number(new URL(desk.url).port);
    await desk.stop();
    desk = await start({
      memory,
      port,
      answer: (event) => {
        if (full) throw new Error("disk full");
        return answer(event);
      },
    });
    await ask("eins");
    const again = page.getByRole("button", { name: "Erneut senden" });
    await again.waitFor();
    expect(await lines().textContent()).toContain("konnte gerade nicht angenommen werden");
    full = false;
    await again.click();
    await lines().nth(1).waitFor();
    expect(await lines().count()).toBe(2);
    expect(await field().evaluate(isFocused)).toBe(true);
  });

  it("when the browser loses its session: the page shows the new conversation, not a mixture", async () => {
    await ask("aus der alten Sitzung");
    await lines().nth(1).waitFor();
    await context.clearCookies();
    await ask("aus der neuen");
    await page.getByText("aus der alten").waitFor({ state: "detached" });
    await lines().nth(1).waitFor();
    expect((await conversation())[0]).toBe("Sie: aus der neuen");
    expect(await lines().count()).toBe(2);
  });
});

describe("markup", () => {
  it.each([markup, "<b>fett</b> &amp; `code`", "‮rückwärts‬", "</li></ol><h1>neu</h1>", "{{7*7}} <%= 7*7 %>"])(
    "in a guest's text shows as text: %s",
    async (written) => {
      await ask(written);
      await lines().nth(1).waitFor();
      await page.reload();
      await lines().nth(1).waitFor();
      expect(await lines().first().locator(".content").textContent()).toBe(written);
      expect(await page.locator("#messages").locator("img, script, iframe, h1, b").count()).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  it("in every part of an answer shows as text, and no link leads to a script", async () => {
    await ask("Markup");
    await lines().nth(1).waitFor();
    const shown = lines().nth(1);
    expect(await shown.locator("img, script, iframe").count()).toBe(0);
    expect((await shown.textContent())?.split("onerror").length).toBeGreaterThan(12);
    const targets = await shown
      .locator("a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(targets.filter((target) => !/^(https?|mailto|tel):/.test(target ?? ""))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("could not run even if it got in: the policy allows no inline script", async () => {
    const ran = await page.locator("body").evaluate((body) => {
      const script = body.ownerDocument.createElement("script");
      script.textContent = "window.ran = true";
      body.append(script);
      return body.ownerDocument.defaultView ? "ran" in body.ownerDocument.defaultView : null;
    });
    expect(ran).toBe(false);
    expect(complaints.join()).toContain("Content Security Policy");
  });
});

describe("everybody", () => {
  it("can do it all by keyboard, and is never led into a trap", async () => {
    const focus = page.locator(":focus");
    const focused = async () => (await focus.textContent())?.trim();
    const walk: (string | undefined)[] = [];
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Zum Eingabefeld springen");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Gewerbe");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("zweite Zeile");
    await page.keyboard.press("Enter");
    await lines().nth(1).waitFor();
    expect(await lines().first().locator(".content").textContent()).toBe("Gewerbe\nzweite Zeile");
    expect(await focus.getAttribute("id")).toBe("text");
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press("Shift+Tab");
      walk.push(await focused());
    }
    expect(walk.slice(0, 7)).toEqual([
      "Mit einem Menschen sprechen",
      "Themen",
      "Nicht hilfreich",
      "Hilfreich",
      "Mehr",
      "§ 14 Gewerbeordnung (öffnet in neuem Fenster)",
      "Übersicht (öffnet in neuem Fenster)",
    ]);
    const focusShown = await focus.evaluate(
      (element) => element.ownerDocument.defaultView?.getComputedStyle(element).outlineStyle,
    );
    expect(focusShown).not.toBe("none");
  });

  it("hears new messages and not the history, each in its own language", async () => {
    await ask("Gewerbe");
    await ask("in English please");
    await lines().nth(3).waitFor();
    const log = page.getByRole("log", { name: "Gesprächsverlauf" });
    expect(await log.getAttribute("aria-live")).toBe("polite");
    const languages = await log
      .locator(".from-desk .content")
      .evaluateAll((all) => all.map((one) => one.lang));
    expect(languages).toEqual(["de", "en"]);
  });

  it("gets the page in the language of the browser, and changes it without losing what is typed", async () => {
    await open("/", { locale: "en-GB" });
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.title()).toBe("Musterstadt Economic Development – Chat");
    await page.getByLabel("Your message").fill("half a sent");
    await page.getByRole("link", { name: "Deutsch" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await field().inputValue()).toBe("half a sent");
    expect(new URL(page.url()).search).toBe("?lang=de");
    await open("/", { locale: "fr-FR" });
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
  });

  it("reads it at 320 pixels without scrolling sideways, with targets of 24 pixels or more", async () => {
    await open("/?lang=de", { viewport: { width: 320, height: 256 } });
    await ask(`Seminar ${"Donaudampfschifffahrtsgesellschaft".repeat(4)}`);
    await ask("Gewerbe");
    await lines().nth(3).waitFor();
    expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBe(320);
    const small = await page.locator("a:visible, button:visible, textarea:visible").evaluateAll((targets) =>
      targets
        // Links inside a sentence are exempt (WCAG 2.2, 2.5.8), and so is the skip link while it is out of sight.
        .filter((target) => !target.closest("p, li li, .notice li") && !target.classList.contains("skip"))
        .filter(
          (target) => target.getBoundingClientRect().height < 24 || target.getBoundingClientRect().width < 24,
        )
        .map((target) => target.textContent),
    );
    expect(small).toEqual([]);
  });

  it("is given the ways to the office where scripts are off", async () => {
    const plain = await built.browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(desk.url);
    expect(await still.textContent("body")).toContain("0123 456-0");
    await plain.close();
  });

  it("keeps one cookie and nothing else in the browser, and asks nobody else for anything", async () => {
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    await page.reload();
    await ask("Gewerbe");
    await lines().nth(1).waitFor();
    expect([...asked]).toEqual([desk.url]);
    const kept = await page.evaluate(`(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      readable: document.cookie,
    }))()`);
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, readable: "" });
    expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: "Strict", path: "/" }]);
  });
});
