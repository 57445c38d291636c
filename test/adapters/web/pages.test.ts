import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as plainRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type FakeDesk, type FakeDeskOptions, startDesk } from "./fake-desk.js";

const html = "<!doctype html><head></head><p><!-- contact of the office --></p>";
const script = "console.log('Grüße');".repeat(100);
let folder = "";
let assets: URL;
let desk: FakeDesk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nahtstelle-pages-"));
  assets = pathToFileURL(`${folder}/`);
  await mkdir(join(folder, "fonts"));
  for (const [name, content] of [
    ["index.html", html],
    ["chat.js", script],
    ["chat.css", "p { color: red }"],
    ["site.css", "p { color: blue }"],
    ["widget.js", script],
    ["embedded.js", ""],
    ["fonts/FiraSans-Regular.woff2", "font"],
    ["fonts/FiraSans-ABCD2345.woff2", "font"],
    ["notes.txt", "not for guests"],
    ["chat.js.map", "{}"],
  ] as const)
    await writeFile(join(folder, name), content);
});

afterAll(() => rm(folder, { recursive: true }));
afterEach(() => desk.stop());

async function start(options: FakeDeskOptions = {}): Promise<void> {
  desk = await startDesk({ assets, ...options });
}

/** Unlike fetch, node's own client neither asks for a coding by itself nor undoes it. */
function raw(
  path: string,
  accept?: string,
): Promise<{ body: Buffer; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const headers = accept === undefined ? {} : { "accept-encoding": accept };
    plainRequest(desk.url + path, { headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ body: Buffer.concat(chunks), headers: response.headers });
    })
      .on("error", reject)
      .end();
  });
}

describe("the page and what it loads", () => {
  it.each([
    { path: "/", type: "text/html; charset=utf-8", cache: "no-cache" },
    { path: "/embed", type: "text/html; charset=utf-8", cache: "no-cache" },
    { path: "/chat.js", type: "text/javascript; charset=utf-8", cache: "no-cache" },
    { path: "/chat.css", type: "text/css; charset=utf-8", cache: "no-cache" },
    { path: "/site.css", type: "text/css; charset=utf-8", cache: "no-cache" },
    { path: "/widget.js", type: "text/javascript; charset=utf-8", cache: "public, max-age=3600" },
    { path: "/fonts/FiraSans-Regular.woff2", type: "font/woff2", cache: "public, max-age=86400" },
    {
      path: "/fonts/FiraSans-ABCD2345.woff2",
      type: "font/woff2",
      cache: "public, max-age=31536000, immutable",
    },
  ])("$path is served with its type and asked for again by its mark", async ({ path, type, cache }) => {
    await start();
    const first = await fetch(desk.url + path);
    expect(first.headers.get("content-type")).toBe(type);
    expect(first.headers.get("cache-control")).toBe(cache);
    const etag = first.headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const second = await fetch(desk.url + path, { headers: { "if-none-match": known } });
      expect(second.status).toBe(304);
      expect(second.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
    expect((await fetch(desk.url + path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it.each(["/index.html", "/notes.txt", "/chat.js.map", "/fonts/", "/fonts/../chat.ts", "/%2e%2e/index.js"])(
    "nothing else is served: %s",
    async (path) => {
      await start();
      expect((await fetch(desk.url + path)).status).toBe(404);
    },
  );

  it("says what to do when it was not built", async () => {
    await start();
    const missing = startDesk({ assets: new URL("./missing/", assets) });
    await expect(missing).rejects.toThrow(/missing\/index\.html is missing\. Run "npm run build"/);
  });
});

describe("compression", () => {
  it.each([
    { accept: "gzip, deflate, br, zstd", coding: "br" },
    { accept: "gzip, deflate", coding: "gzip" },
    { accept: "BR;q=0.5", coding: "br" },
    { accept: "br;q=0, gzip;q=0.1", coding: "gzip" },
    { accept: "br; q=0.0", coding: undefined },
    { accept: "bromine", coding: undefined },
    { accept: "", coding: undefined },
    { accept: undefined, coding: undefined },
  ])("of what is asked for with '$accept' is $coding", async ({ accept, coding }) => {
    await start();
    const { body, headers } = await raw("/chat.js", accept);
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers["vary"]).toBe("accept-encoding");
    const unpacked =
      coding === "br" ? brotliDecompressSync(body) : coding === "gzip" ? gunzipSync(body) : body;
    expect(unpacked.toString()).toBe(script);
    expect(Number(headers["content-length"])).toBe(body.byteLength);
  });

  it("has a mark of its own for each form, so that no cache mixes them up", async () => {
    await start();
    const marks = await Promise.all(
      ["br", "gzip", ""].map(async (accept) => (await raw("/chat.js", accept)).headers["etag"]),
    );
    expect(new Set(marks).size).toBe(3);
  });

  it("leaves fonts as they are, which are compressed in themselves", async () => {
    await start();
    const { body, headers } = await raw("/fonts/FiraSans-Regular.woff2", "br, gzip");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toBe("font");
  });
});

describe("what the page says of the office", () => {
  const office = { name: "Amt <Test>", phone: "0123 456-0", email: "a@example.org" };

  it("is told as data in both languages, and as contact for a page without script", async () => {
    const details = {
      office,
      topics: [{ id: "founding", title: "Gründung" }],
      seminars: [{ id: "s", title: "Seminar", when: null, pageUrl: "/seminars/s" }],
      examples: ["Wie melde ich ein Gewerbe an?"],
    };
    await start({ start: () => ({ de: details, en: { ...details, examples: [] } }) });
    expect(await (await fetch(`${desk.url}/web/start`)).json()).toEqual({
      de: details,
      en: { ...details, examples: [] },
    });
    const page = await (await fetch(desk.url)).text();
    expect(page).toContain("Amt &#60;Test&#62;");
    expect(page).toContain('<a href="tel:01234560">0123 456-0</a>');
  });

  it("follows the knowledge, and so does the page's mark", async () => {
    let phone = "0123 456-0";
    await start({ office: () => ({ de: { ...office, phone }, en: office }) });
    const etag = (await fetch(desk.url)).headers.get("etag") ?? "";
    phone = "0123 456-9";
    const changed = await fetch(desk.url, { headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain("0123 456-9");
  });

  it("is neutral where nothing is known of it", async () => {
    await start();
    expect(await (await fetch(`${desk.url}/web/start`)).json()).toMatchObject({
      de: { office: { name: "Wirtschaftsförderung" }, topics: [] },
    });
    expect(await (await fetch(desk.url)).text()).not.toContain("tel:");
  });
});

describe("frames", () => {
  const policyOf = async (path: string) =>
    (await fetch(desk.url + path)).headers.get("content-security-policy") ?? "";

  it("of the named sites may hold the embedded page, and no other page", async () => {
    await start({ widgetOrigins: ["https://www.example.org", "http://localhost:*"] });
    const embedded = await policyOf("/embed");
    expect(embedded).toMatch(/; frame-ancestors 'self' https:\/\/www\.example\.org http:\/\/localhost:\*$/);
    expect(embedded).toContain("default-src 'none'; script-src 'self'");
    for (const path of ["/", "/web/start", "/chat.js", "/unknown"])
      expect(await policyOf(path)).toMatch(/; frame-ancestors 'self'$/);
  });

  it("of other sites may hold none as long as no site is named", async () => {
    await start();
    expect(await policyOf("/embed")).toMatch(/; frame-ancestors 'self'$/);
  });

  it("of other sites load the widget's script, and nothing else of ours", async () => {
    await start();
    const resource = async (path: string) =>
      (await fetch(desk.url + path)).headers.get("cross-origin-resource-policy");
    expect(await resource("/widget.js")).toBe("cross-origin");
    for (const path of ["/chat.js", "/embed", "/web/start"]) expect(await resource(path)).toBe("same-origin");
  });

  it("hold the same page, with the other end of the widget's handshake", async () => {
    await start();
    const [page, embedded] = await Promise.all(
      ["/", "/embed"].map(async (path) => (await fetch(desk.url + path)).text()),
    );
    expect(embedded).toBe(page?.replace("</head>", '<script src="/embedded.js" defer></script></head>'));
    expect(page).not.toContain("embedded.js");
  });
});
