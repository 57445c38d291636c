import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeskEvent, OutgoingMessage, RichText, StartDetails } from "../../src/vocabulary/index.js";
import { type FakeDesk, message, startDesk } from "../adapters/web/fake-desk.js";
import { builtPage } from "./built-page.js";
import { type HostPage, startHost } from "./host-page.js";

const built = builtPage();
let context: BrowserContext;
let page: Page;
let desk: FakeDesk;
/** What must never happen: a dialog, a script's trace, a request elsewhere, a policy that had to step in. */
let alarms: string[] = [];

beforeEach(async () => {
  alarms = [];
  desk = await startDesk({
    assets: built.assets,
    start: () => ({ de: hostileStart, en: hostileStart }),
    widgetOrigins: ["http://127.0.0.1:*"],
    answer: echo,
  });
  context = await built.browser.newContext({ locale: "de-DE", acceptDownloads: true });
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== desk.url) alarms.push(`asked elsewhere: ${request.url()}`);
  });
  page = await watched(await context.newPage());
});

afterEach(async () => {
  await context.close();
  await desk.stop();
});

async function watched(opened: Page): Promise<Page> {
  opened.on("dialog", (dialog) => {
    alarms.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  opened.on("pageerror", (error) => alarms.push(String(error)));
  opened.on("console", (line) => {
    if (line.type() === "error") alarms.push(line.text());
  });
  return opened;
}

/** Things that become script, in one way of writing or another, wherever text is taken for markup. */
const attacks = [
  '<script>alert(1)</script><img src=x onerror="alert(2)"><svg onload=alert(3)>',
  '"><iframe srcdoc="<script>parent.alert(4)</script>"></iframe>',
  "' onmouseover='alert(5)' autofocus onfocus='alert(6)",
  "</textarea></title></style><style>*{display:none}</style><base href=https://evil.example/>",
  "[Klick](javascript:alert(7)) ![x](https://evil.example/x.png) <https://evil.example>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what an attacker writes.
  "{{constructor.constructor('alert(8)')()}} ${alert(9)} &#60;img src=x onerror=alert(10)&#62;",
  "\u202egnp.exe \u2066\u0000\u001b[2J </li></ol><form action=https://evil.example><button>Senden",
];
const attack = attacks.join(" ");
const badLinks = [
  "javascript:alert(11)",
  " \u0001javascript:alert(12)",
  "java\nscript:alert(13)",
  "JAVASCRIPT:alert(14)//https://example.org",
  "data:text/html,<script>alert(15)</script>",
  "vbscript:alert(16)",
  "blob:https://example.org/x",
  "file:///etc/passwd",
];
const goodSchemes = ["http:", "https:", "mailto:", "tel:"];

const hostileStart: StartDetails = {
  office: { name: attack, phone: attack, email: attack },
  topics: attacks.map((title, index) => ({ id: `topic-${index}`, title })),
  seminars: badLinks
    .slice(0, 3)
    .map((pageUrl, index) => ({ id: attack, title: attacks[index] ?? "", when: attack, pageUrl })),
  examples: attacks.slice(0, 3),
};

/** A desk that repeats what it is told in every place that a message has, as a form's summary does. */
function echo(event: DeskEvent): OutgoingMessage | null {
  const { what } = event;
  const said = what.kind === "message" ? what.text : what.kind === "action" ? (what.label ?? "") : "";
  const text: RichText = [
    {
      type: "paragraph",
      children: [
        { type: "text", text: said },
        { type: "bold", children: [{ type: "text", text: said }] },
        ...badLinks.map((url) => ({ type: "link", url, children: [{ type: "text", text: said }] }) as const),
      ],
    },
    { type: "list", ordered: true, items: [[{ type: "italic", children: [{ type: "text", text: said }] }]] },
  ];
  return message(`a${event.keys[0]?.slice(-36)}`, "", {
    text,
    buttons: [{ label: said, action: said.slice(0, 50) || "a" }],
    links: badLinks.map((url) => ({ label: said, url })),
    cards: [
      ...badLinks.map(
        (url) =>
          ({
            kind: "seminar",
            seminar: said,
            title: said,
            when: said,
            where: said,
            leaders: said,
            fee: said,
            url,
            example: false,
            pageUrl: url,
            calendarUrl: url,
            status: said,
            cancelled: true,
            register: { label: said, action: "~register:x" },
          }) as const,
      ),
      { kind: "contact", name: said, address: said, phone: said, email: said, hours: said },
    ],
  });
}

/** Elements and links that our page never makes, but markup that came through would. */
const traces = () =>
  page.evaluate(`[
    ...document.querySelectorAll("#log img, #log iframe, #log script, #log style, #log form, #log base, base, object, embed"),
    ...document.querySelectorAll("iframe, img, [onerror], [onload], [onfocus], [onmouseover], [srcdoc], [style]"),
    ...[...document.querySelectorAll("a[href]")].filter((link) => !${JSON.stringify(goodSchemes)}.includes(link.protocol)),
  ].map((element) => element.outerHTML.slice(0, 200))`);

async function visit(path = "/?lang=de"): Promise<void> {
  await page.goto(desk.url + path);
  await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
}

/** Sends as the page does, past what its text field would allow. */
async function post(body: Record<string, string>): Promise<number> {
  return page.evaluate(
    `fetch("/web/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: crypto.randomUUID(), ...${JSON.stringify(body)} }),
    }).then(({ status }) => status)`,
  ) as Promise<number>;
}

describe("hostile text", () => {
  it("of a guest is shown as text, wherever the desk repeats it, and after a reload", async () => {
    await visit();
    for (const text of attacks) expect(await post({ text })).toBe(202);
    for (const label of attacks)
      expect(await post({ action: "~topic:x", on: "page", label: label.slice(0, 100) })).toBe(202);
    const all = attacks.length * 4;
    await page
      .locator("#messages .message")
      .nth(all - 1)
      .waitFor();
    expect(await page.locator("#messages").innerText()).toContain("<script>alert(1)</script>");
    expect(await traces()).toEqual([]);
    await visit();
    await page
      .locator("#messages .message")
      .nth(all - 1)
      .waitFor();
    expect(await traces()).toEqual([]);
    for (const button of (await page.locator("#messages button").all()).slice(0, 3)) await button.click();
    expect(alarms).toEqual([]);
  });

  it("of staff, in the office's name, topics, seminars and examples, is text as well", async () => {
    await visit();
    await page.getByText("<script>alert(1)</script>").first().waitFor();
    expect(await traces()).toEqual([]);
    await visit("/embed?lang=en");
    expect(await traces()).toEqual([]);
    expect(alarms).toEqual([]);
  });

  it("in the page's address is nothing but an address", async () => {
    for (const query of attacks.map((text) => encodeURIComponent(text)))
      await visit(`/?lang=${query}&do=topic:${query}&do=${query}#${query}`);
    expect(await traces()).toEqual([]);
    expect(desk.memory.events).toEqual([]);
    expect(alarms).toEqual([]);
  });

  it("in the download stays text when the file is opened", async () => {
    await visit();
    for (const text of attacks) await post({ text });
    for (const format of ["txt", "json"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.evaluate(`location.href = "/web/transcript?lang=de&format=${format}"`),
      ]);
      const name = download.suggestedFilename();
      expect(name).toMatch(/^chat-\d{4}-\d{2}-\d{2}\.(txt|json)$/);
      const file = join(built.folder, name);
      await download.saveAs(file);
      expect(await readFile(file, "utf8")).toContain("<img src=x onerror=");
      const opened = await watched(await context.newPage());
      await opened.goto(pathToFileURL(file).href);
      expect(await opened.evaluate("document.querySelectorAll('img, script, iframe, svg').length")).toBe(0);
      await opened.close();
    }
    expect(alarms).toEqual([]);
  });
});

describe("a page of somebody else in the same browser", () => {
  let host: HostPage;

  beforeEach(async () => {
    host = await startHost(() => ({
      "/": { body: "<!doctype html><title>Fremd</title><iframe name=hidden></iframe>" },
    }));
  });
  afterEach(() => host.stop());

  /** Each way in which a page can have a browser send something to the desk; what came back. */
  const attempts = (target: string) => `
    const outcome = (promise) => promise.then((response) => response.type + " " + response.status, (error) => error.name);
    const body = JSON.stringify({ id: crypto.randomUUID(), text: "untergeschoben" });
    const json = { "content-type": "application/json" };
    const forms = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];
    const submit = (action, enctype) => new Promise((done) => {
      const form = Object.assign(document.createElement("form"), { method: "post", enctype, action, target: "hidden" });
      const field = Object.assign(document.createElement("input"), { name: body.slice(0, -1) + ', "x": "', value: '"}' });
      form.append(field);
      document.body.append(form);
      document.querySelector("iframe").addEventListener("load", () => done(), { once: true });
      form.submit();
    });
    const stream = (options) => new Promise((done) => {
      const source = new EventSource("${target}/web/stream", options);
      source.addEventListener("entry", () => done("read"));
      source.addEventListener("error", () => { source.close(); done("refused"); });
    });
    (async () => {
      const results = [];
      for (const path of ["/web/messages", "/web/forget"]) {
        for (const enctype of forms) await submit("${target}" + path, enctype);
        const sent = { method: "POST", credentials: "include", body };
        results.push(await outcome(fetch("${target}" + path, { ...sent, mode: "no-cors" })));
        results.push(await outcome(fetch("${target}" + path, { ...sent, mode: "cors" })));
        results.push(await outcome(fetch("${target}" + path, { ...sent, headers: json })));
        navigator.sendBeacon("${target}" + path, new Blob([body], { type: "text/plain" }));
      }
      results.push(await outcome(fetch("${target}/web/transcript", { credentials: "include" })));
      results.push(await outcome(fetch("${target}/web/stream", { credentials: "include", mode: "no-cors" })));
      results.push(await stream({ withCredentials: true }), await stream({}));
      return results;
    })()`;

  it.each([
    // To a browser "localhost" is another site than "127.0.0.1"; another port is a neighbour of the same site, to
    // which it does send the cookie.
    { name: "another site", deskName: "localhost" },
    { name: "a neighbour site", deskName: "127.0.0.1" },
  ])("can neither write, read nor erase: $name", async ({ deskName }) => {
    const target = desk.url.replace("localhost", deskName);
    await page.goto(target);
    await page.locator('#log[aria-live="polite"]').waitFor({ state: "attached" });
    await post({ text: "meins" });
    expect(await context.cookies()).toHaveLength(1);
    const before = desk.memory.lines.filter(({ entry }) => entry.from === "guest");

    const statuses = new Map<string, Set<number>>();
    const foreign = await context.newPage();
    foreign.on("response", (response) => {
      const { origin, pathname } = new URL(response.url());
      if (origin === target)
        statuses.set(pathname, (statuses.get(pathname) ?? new Set()).add(response.status()));
    });
    await foreign.goto(host.url);
    const results = (await foreign.evaluate(attempts(target))) as string[];
    // What comes back is opaque, or nothing at all.
    for (const result of results) expect(["TypeError", "opaque 0", "refused"]).toContain(result);
    // Answers that the browser keeps from the page altogether, those to reading, it does not report either.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining(["/web/forget", "/web/messages"]));
    for (const [path, seen] of statuses)
      expect(
        [...seen].filter((status) => status !== 403 && status !== 404),
        path,
      ).toEqual([]);
    expect(desk.memory.events.map(({ what }) => what)).toMatchObject([{ kind: "message", text: "meins" }]);
    expect(desk.memory.lines.filter(({ entry }) => entry.from === "guest")).toEqual(before);
    expect(await context.cookies()).toHaveLength(1);
    expect(await page.getByText("meins").first().isVisible()).toBe(true);
  });
});
