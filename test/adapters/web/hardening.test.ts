import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type FakeDesk, type FakeDeskOptions, message, startDesk } from "./fake-desk.js";
import { createGuest } from "./guest.js";

let folder = "";
let desk: FakeDesk;
const sockets: Socket[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nahtstelle-hardening-"));
  for (const name of ["index.html", "chat.js", "chat.css"]) await writeFile(join(folder, name), "");
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await desk.stop();
});

async function start(options: FakeDeskOptions = {}): Promise<void> {
  desk = await startDesk({ assets: pathToFileURL(`${folder}/`), ...options });
}

const someSession = () => randomBytes(32).toString("base64url");

/** A stream as a bare socket, which says how much was read and can stop reading. */
function openSocket(session: string, lastEventId = 0) {
  const socket = connect(Number(new URL(desk.url).port), "127.0.0.1");
  sockets.push(socket);
  let heard = "";
  let wake = () => {};
  socket.setEncoding("utf8");
  socket.on("data", (chunk) => {
    heard += chunk;
    wake();
  });
  socket.on("error", () => {});
  socket.on("close", () => wake());
  socket.write(
    `GET /web/stream HTTP/1.1\r\nHost: localhost\r\nCookie: nahtstelle=${session}\r\nLast-Event-ID: ${lastEventId}\r\n\r\n`,
  );
  return {
    socket,
    async until(words: string): Promise<string> {
      while (!heard.includes(words) && !socket.destroyed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return heard;
    },
  };
}

describe("a cookie that is not ours", () => {
  it("reads nothing of anybody's conversation, whatever stands in it", async () => {
    await start({ answer: () => message("a", "nur für eins") });
    const guest = createGuest(desk.url);
    await guest.post("geheim");
    const near = fc.constantFrom(guest.session.slice(1), `${guest.session}=`, guest.session.toUpperCase());
    const printable = fc.string({
      unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, printable, fc.base64String()), async (value) => {
        fc.pre(value !== guest.session && !value.startsWith(`${guest.session};`));
        const forged = createGuest(desk.url, `nahtstelle=${value}`);
        const download = await forged.download("format=txt");
        expect(download.status).toBe(200);
        expect(await download.text()).not.toContain("geheim");
        const stream = await forged.stream();
        await stream.next("ready");
        expect(await stream.lines(0)).toEqual([]);
        stream.close();
      }),
      { numRuns: 60 },
    );
  });

  it("cannot end the conversation of somebody else", async () => {
    await start();
    const guest = createGuest(desk.url);
    await guest.post("bleibt");
    expect((await createGuest(desk.url, `nahtstelle=${someSession()}`).forget()).status).toBe(200);
    expect(desk.memory.lines).toHaveLength(1);
  });
});

describe("the download", () => {
  it("is the guest's own conversation, as a file that no browser shows as a page", async () => {
    await start({ answer: () => message("a", "<script>alert(1)</script>") });
    const guest = createGuest(desk.url);
    await createGuest(desk.url).post("von jemand anderem");
    await guest.post('<img src=x onerror="alert(2)">');
    await (await guest.stream()).lines(2);
    const file = await guest.download("format=txt&lang=de");
    expect(file.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect(file.headers.get("cache-control")).toBe("no-store");
    const text = await file.text();
    expect(text).toContain('<img src=x onerror="alert(2)">');
    expect(text).toContain("<script>alert(1)</script>");
    expect(text).not.toContain("von jemand anderem");
    const data = await (await guest.download("format=json&lang=en")).json();
    expect(data).toMatchObject({ conversation: [{ from: "guest" }, { from: "desk" }] });
  });

  it("is empty without a cookie, and sets none", async () => {
    await start();
    const response = await fetch(`${desk.url}/web/transcript`);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain("noch nichts geschrieben");
  });

  it.each([
    { name: "another site", headers: { "sec-fetch-site": "cross-site" } },
    { name: "a neighbour site", headers: { "sec-fetch-site": "same-site" } },
    { name: "another origin", headers: { origin: "https://evil.example" } },
  ])("is refused to $name", async ({ headers }) => {
    await start();
    const guest = createGuest(desk.url);
    await guest.post("geheim");
    const response = await fetch(`${desk.url}/web/transcript`, {
      headers: { cookie: guest.cookie ?? "", ...headers },
    });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain("geheim");
  });
});

describe("a body that is too large", () => {
  it.each(["/web/messages", "/web/forget"])(
    "is refused at %s, and the next guest is served",
    async (path) => {
      await start();
      const headers = { "content-type": "application/json", origin: desk.url };
      const body = JSON.stringify({ id: randomUUID(), text: "x".repeat(10_000_000) });
      const announced = await fetch(desk.url + path, { method: "POST", headers, body });
      expect(announced.status).toBe(413);
      const chunked = await fetch(desk.url + path, {
        method: "POST",
        headers,
        body: new Blob([body]).stream(),
        duplex: "half",
      } as RequestInit).then(
        ({ status }) => status,
        // The server hangs up on one that goes on sending.
        () => 413,
      );
      expect(chunked).toBe(413);
      expect((await createGuest(desk.url).post("Hallo")).status).toBe(202);
      expect(desk.memory.events).toHaveLength(1);
    },
  );
});

describe("a thousand open pages", () => {
  it("are all served, and a new message reaches those of its session and no other", async () => {
    await start();
    const sessions = Array.from({ length: 200 }, someSession);
    const pages = Array.from({ length: 1_000 }, (_, index) => ({
      session: sessions[index % 200] ?? "",
      page: openSocket(sessions[index % 200] ?? ""),
    }));
    await Promise.all(pages.map(({ page }) => page.until("event:ready")));
    for (const session of sessions.slice(0, 10)) await desk.say(session, message("m", `für ${session}`));
    await desk.typing(sessions[199] ?? "");
    const heard = await Promise.all(
      pages.map(({ session, page }) =>
        sessions.indexOf(session) < 10
          ? page.until(`für ${session}`)
          : page.until(session === sessions[199] ? "event:typing" : "event:ready"),
      ),
    );
    for (const [index, text] of heard.entries())
      expect(text.match(/für [\w-]{43}/g) ?? []).toEqual(
        index % 200 < 10 ? [`für ${sessions[index % 200]}`] : [],
      );
    expect((await createGuest(desk.url).post("Hallo")).status).toBe(202);
    expect(desk.warnings).toEqual([]);
  }, 60_000);
});

describe("a client that reads nothing", () => {
  it("does not hold up others, and its place is given to somebody else", async () => {
    await start({ streamLimit: 2, keepAliveEvery: 20 });
    const slow = someSession();
    // More than all buffers between here and there can take.
    for (let count = 0; count < 400; count += 1)
      await desk.say(slow, message(`m${count}`, "x".repeat(60_000)));
    const stuck = openSocket(slow);
    stuck.socket.pause();
    const quick = createGuest(desk.url);
    const stream = await quick.stream();
    await stream.next("ready");
    await desk.say(quick.session, message("a", "Antwort"));
    expect(await stream.lines(1)).toHaveLength(1);
    let third = await createGuest(desk.url).stream();
    while (third.response.status === 503) third = await createGuest(desk.url).stream();
    expect(third.response.status).toBe(200);
    third.close();
    stream.close();
  });
});
