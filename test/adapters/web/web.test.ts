import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWebChannel } from "../../../adapters/web/index.js";
import { type FakeDesk, type FakeDeskOptions, message, startDesk } from "./fake-desk.js";
import { createGuest } from "./guest.js";

let folder = "";
let assets: URL;
const running: FakeDesk[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nahtstelle-web-"));
  assets = pathToFileURL(`${folder}/`);
  await writeFile(join(folder, "index.html"), "<!doctype html><p><!-- contact of the office --></p>");
  await writeFile(join(folder, "chat.js"), "");
  await writeFile(join(folder, "chat.css"), "");
});

afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((desk) => desk.stop()));
});

async function started(options: FakeDeskOptions = {}): Promise<FakeDesk> {
  const desk = await startDesk({ assets, ...options });
  running.push(desk);
  return desk;
}

describe("a message", () => {
  it("is accepted with 202 and reaches the desk as an event of the session", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    const id = randomUUID();
    const response = await guest.postRaw(JSON.stringify({ id, text: " Guten Tag\r\n", locale: "de-DE" }));
    expect(response.status).toBe(202);
    expect(guest.session).toMatch(/^[\w-]{43}$/);
    expect(desk.memory.events).toEqual([
      {
        keys: [`web:${guest.session}:${id}`],
        channel: "web",
        place: { channel: "web", scope: "private", address: guest.session },
        sender: { id: guest.session },
        addressed: true,
        locale: "de-DE",
        sentAt: "2026-11-23T13:05:00.000Z",
        what: { kind: "message", id, text: "Guten Tag", attachments: [] },
      },
    ]);
    expect(await response.json()).toEqual({ id, session: expect.not.stringContaining(guest.session) });
  });

  it.each([
    ["1z.abc.d-e_f", "1z.abc.d-e_f"],
    ["cut off <here>", undefined],
    [42, undefined],
    ["x".repeat(101), undefined],
  ])(
    "says which conversation it goes on from, and is taken where that makes no sense: %j",
    async (carry, carriedFrom) => {
      const desk = await started();
      const guest = createGuest(desk.url);
      const response = await guest.postRaw(JSON.stringify({ id: randomUUID(), text: "Guten Tag", carry }));
      expect(response.status).toBe(202);
      expect(desk.memory.events.map((event) => event.carriedFrom)).toEqual([carriedFrom]);
    },
  );

  it("that is sent again is answered 200 and counts once", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    const id = randomUUID();
    expect((await guest.post("Hallo", id)).status).toBe(202);
    expect((await guest.post("Hallo", id)).status).toBe(200);
    expect(desk.memory.events).toHaveLength(1);
  });

  it("with the id of a message of another guest is a message of its own", async () => {
    const desk = await started();
    const id = randomUUID();
    for (const guest of [createGuest(desk.url), createGuest(desk.url)])
      expect((await guest.post("Hallo", id)).status).toBe(202);
    expect(desk.memory.events).toHaveLength(2);
  });

  it("can be a pressed button", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    const response = await guest.postRaw(JSON.stringify({ id: randomUUID(), action: "a1", on: "m1" }));
    expect(response.status).toBe(202);
    expect(desk.memory.events[0]?.what).toEqual({ kind: "action", action: "a1", on: "m1" });
  });

  it.each([
    ["Gründung und Gewerbe", { label: "Gründung und Gewerbe" }],
    ["  zwei\nZeilen\t ", { label: "zwei Zeilen" }],
    ["rot\u001b[31m\u0000", { label: "rot[31m" }],
    ["x".repeat(100), { label: "x".repeat(100) }],
    ["\u200b", {}],
    ["", {}],
  ])("that is a button of the page says what stands on it: %j", async (label, expected) => {
    const desk = await started();
    const press = { id: randomUUID(), action: "~topic:founding", on: "page", label };
    expect((await createGuest(desk.url).postRaw(JSON.stringify(press))).status).toBe(202);
    const { id: _, label: __, ...pressed } = press;
    expect(desk.memory.events[0]?.what).toEqual({ kind: "action", ...pressed, ...expected });
  });

  const id = "3f2b8a54-1f0e-4b0c-9c39-0d6a6f3d5e11";
  it.each([
    { body: "", status: 400 },
    { body: "{", status: 400 },
    { body: "{}", status: 400 },
    { body: "null", status: 400 },
    { body: "[]", status: 400 },
    { body: '"text"', status: 400 },
    { body: JSON.stringify({ text: "without id" }), status: 400 },
    { body: JSON.stringify({ id: "1", text: "no UUID" }), status: 400 },
    { body: JSON.stringify({ id: { toString: 1 }, text: "no UUID" }), status: 400 },
    { body: JSON.stringify({ id, text: 1 }), status: 400 },
    { body: JSON.stringify({ id, text: ["a"] }), status: 400 },
    { body: JSON.stringify({ id, action: "a" }), status: 400 },
    { body: JSON.stringify({ id, action: "a", on: "b", text: "both" }), status: 400 },
    { body: JSON.stringify({ id, action: "a".repeat(201), on: "b" }), status: 400 },
    { body: JSON.stringify({ id, action: "~menu", on: "page", label: "x".repeat(101) }), status: 400 },
    { body: JSON.stringify({ id, action: "~menu", on: "page", label: { toString: "x" } }), status: 400 },
    { body: JSON.stringify({ id, text: "" }), status: 422 },
    { body: JSON.stringify({ id, text: " \n\t\u00a0" }), status: 422 },
    { body: JSON.stringify({ id, text: "\u200b\u200e\ufeff" }), status: 422 },
    { body: JSON.stringify({ id, text: "x".repeat(2_001) }), status: 413 },
    { body: JSON.stringify({ id, text: "x".repeat(1_000_000) }), status: 413 },
    { body: `{"__proto__":{"id":"${id}","text":"inherited"}}`, status: 400 },
  ])("'$body' is refused with $status and a reason in both languages", async (example) => {
    const desk = await started();
    const response = await createGuest(desk.url).postRaw(example.body);
    expect(response.status).toBe(example.status);
    const { message: reason } = (await response.json()) as { message: { de: string; en: string } };
    expect(reason).toEqual({ de: expect.any(String), en: expect.any(String) });
    if (example.body.length < 10_000 && example.status === 413) expect(reason.de).toContain("2.000 Zeichen");
    expect(desk.memory.events).toEqual([]);
  });

  it.each([
    "x".repeat(2_000),
    "\u{1F600}",
    "مرحبا",
    "<script>alert(1)</script>",
    "'; drop table guest; --",
    "?",
  ])("such as '%.30s' is taken as it is", async (text) => {
    const desk = await started();
    expect((await createGuest(desk.url).post(text)).status).toBe(202);
    expect(desk.memory.events[0]?.what).toMatchObject({ text });
  });

  it("loses the control characters that a terminal would obey", async () => {
    const desk = await started();
    await createGuest(desk.url).post("rot\u001b[31m\u0000\tblau\nneu");
    expect(desk.memory.events[0]?.what).toMatchObject({ text: "rot[31m\tblau\nneu" });
  });

  it("that the desk cannot store is refused with 503, and can be sent again", async () => {
    let full = true;
    const desk = await started({
      answer: () => {
        if (full) throw new Error("disk full: Hallo");
        return null;
      },
    });
    const guest = createGuest(desk.url);
    const id = randomUUID();
    const refused = await guest.post("Hallo", id);
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(desk.warnings.join()).not.toContain("Hallo");
    full = false;
    expect((await guest.post("Hallo", id)).status).toBe(202);
  });

  it("that the desk does not take is told so", async () => {
    const desk = await started({ answer: () => "dropped" });
    expect((await createGuest(desk.url).post("Hallo")).status).toBe(422);
  });
});

describe("a request that is not our page's (CSRF)", () => {
  it.each([
    { name: "another origin", headers: { origin: "https://evil.example" } },
    { name: "an origin without name", headers: { origin: "null" } },
    { name: "another site", headers: { "sec-fetch-site": "cross-site" } },
    { name: "a neighbour site", headers: { "sec-fetch-site": "same-site" } },
    { name: "a form", headers: { "content-type": "application/x-www-form-urlencoded" } },
    { name: "a form with text", headers: { "content-type": "text/plain" } },
    { name: "a type that begins like ours", headers: { "content-type": "application/json-patch" } },
  ])("from $name is refused with 403", async ({ headers }) => {
    const desk = await started();
    const guest = createGuest(desk.url);
    const response = await guest.postRaw(JSON.stringify({ id: randomUUID(), text: "Hallo" }), headers);
    expect(response.status).toBe(403);
    expect(desk.memory.events).toEqual([]);
  });

  it("is refused when nothing tells where it comes from", async () => {
    const desk = await started();
    const response = await fetch(`${desk.url}/web/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-mode": "cors" },
      body: JSON.stringify({ id: randomUUID(), text: "Hallo" }),
    });
    expect(response.status).toBe(403);
  });

  it("cannot open the stream either", async () => {
    const desk = await started();
    const response = await fetch(`${desk.url}/web/stream`, { headers: { "sec-fetch-site": "cross-site" } });
    expect(response.status).toBe(403);
  });

  it("does not include ours behind a proxy that changes the Host header", async () => {
    const desk = await started({ publicUrl: "https://chat.example.org" });
    const guest = createGuest(desk.url);
    const body = JSON.stringify({ id: randomUUID(), text: "Hallo" });
    expect((await guest.postRaw(body, { origin: "https://chat.example.org" })).status).toBe(202);
  });
});

describe("a guest who writes faster than a person can", () => {
  it("is asked in both languages to wait, and may go on after that; others are not held back", async () => {
    let now = 0;
    const desk = await started({ pace: { perSession: 3, arrivals: 100 }, clock: () => now });
    const guest = createGuest(desk.url);
    for (const text of ["eins", "zwei", "drei"]) expect((await guest.post(text)).status).toBe(202);
    const refused = await guest.post("vier");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("20");
    expect(await refused.json()).toMatchObject({
      error: "too-fast",
      message: { de: expect.stringContaining("warten"), en: expect.stringContaining("wait") },
    });
    expect((await createGuest(desk.url).post("Hallo")).status).toBe(202);
    now = 20_000;
    expect((await guest.post("vier")).status).toBe(202);
    expect(desk.memory.events).toHaveLength(5);
  });

  it("does not get further with a new session for each message", async () => {
    const desk = await started({ pace: { perSession: 30, arrivals: 5 } });
    const statuses = [];
    for (let count = 0; count < 7; count += 1)
      statuses.push(
        (await createGuest(desk.url, `nahtstelle=${`${count}`.padStart(43, "A")}`).post("x")).status,
      );
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429]);
  });
});

describe("a guest who ends the chat", () => {
  it("has it erased, all open pages are told and closed, and the cookie is gone", async () => {
    const desk = await started({ answer: () => message("a", "Antwort") });
    const guest = createGuest(desk.url);
    const other = createGuest(desk.url);
    await other.post("bleibt");
    const kept = await other.stream();
    await guest.post("vergiss mich");
    const session = guest.session;
    const tabs = [await guest.stream(), await guest.stream()];
    for (const tab of tabs) await tab.lines(2);
    const response = await guest.forget();
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([
      "nahtstelle=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
    ]);
    for (const tab of tabs) {
      await tab.ended();
      expect(tab.events.at(-1)).toEqual({ event: "forgotten", id: null, data: "{}" });
    }
    expect(desk.memory.lines.filter((line) => line.session === session)).toEqual([]);
    expect(guest.cookie).toBeNull();
    expect((await kept.lines(2)).map(({ from }) => from)).toEqual(["guest", "desk"]);
    kept.close();
  });

  it("may say so twice, or without having written", async () => {
    const desk = await started({
      beforeForget: () => {
        throw new Error("asked although nobody was there");
      },
    });
    const guest = createGuest(desk.url);
    for (let count = 0; count < 2; count += 1) {
      const response = await guest.forget();
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()[0]).toContain("Max-Age=0");
    }
  });

  it("keeps the cookie and is told so while the desk cannot erase", async () => {
    const desk = await started({
      beforeForget: () => {
        throw new Error("disk full: Hallo");
      },
    });
    const guest = createGuest(desk.url);
    await guest.post("Hallo");
    const cookie = guest.cookie;
    const response = await guest.forget();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      message: { de: expect.stringContaining("nicht gelöscht") },
    });
    expect(guest.cookie).toBe(cookie);
    expect(desk.warnings.join()).not.toContain("Hallo");
  });

  it.each([
    { name: "another origin", headers: { origin: "https://evil.example" } },
    { name: "another site", headers: { "sec-fetch-site": "cross-site" } },
    { name: "a form", headers: { "content-type": "text/plain" } },
  ])("is not $name: refused with 403, and nothing is erased", async ({ headers }) => {
    const desk = await started();
    const guest = createGuest(desk.url);
    await guest.post("bleibt");
    const response = await guest.forget(headers);
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(desk.memory.lines).toHaveLength(1);
  });
});

describe("the session", () => {
  it("is a cookie that no script reads and no other site sends", async () => {
    const desk = await started();
    const { response, close } = await createGuest(desk.url).stream();
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^nahtstelle=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    close();
  });

  it.each([
    { days: 7, seconds: 604_800 },
    { days: 3_650, seconds: 34_560_000 },
  ])(
    "lasts as long as what was said is kept, $days days, as far as browsers go along",
    async ({ days, seconds }) => {
      const desk = await started({ retentionDays: days });
      const response = await createGuest(desk.url).post("Hallo");
      expect(response.headers.getSetCookie()[0]).toContain(`Max-Age=${seconds};`);
    },
  );

  it("is sent by https only where the page is", async () => {
    const desk = await started({ secureCookie: true });
    const response = await createGuest(desk.url).post("Hallo");
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-nahtstelle=.*; Secure; SameSite=Strict$/);
  });

  it("is a partitioned cookie of its own in a page of another site, by https only", async () => {
    const desk = await started({ secureCookie: true });
    const embedded = createGuest(desk.url, null, "?embedded=1");
    const { response, close } = await embedded.stream();
    close();
    const cookie = `__Host-nahtstelle-embed=${embedded.session}; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=None; Partitioned`;
    expect(response.headers.getSetCookie()).toEqual([cookie]);
    expect((await embedded.post("im Widget")).headers.getSetCookie()).toEqual([cookie]);
    expect(desk.memory.events[0]?.sender.id).toBe(embedded.session);
    expect((await embedded.forget()).headers.getSetCookie()).toEqual([
      "__Host-nahtstelle-embed=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=None; Partitioned",
    ]);
    expect(desk.memory.lines).toEqual([]);

    const plain = await started();
    const response2 = await createGuest(plain.url, null, "?embedded=1").post("Hallo");
    expect(response2.headers.getSetCookie()[0]).toMatch(/^nahtstelle=.*SameSite=Strict$/);
  });

  it("of the widget is not the one of the page: neither cookie opens the other's conversation", async () => {
    const desk = await started({ secureCookie: true });
    const session = "A".repeat(43);
    await createGuest(desk.url, `__Host-nahtstelle=${session}`).post("auf der Seite");
    const embedded = createGuest(desk.url, `__Host-nahtstelle=${session}`, "?embedded=1");
    const stream = await embedded.stream();
    await stream.next("ready");
    expect(await stream.lines(0)).toEqual([]);
    stream.close();
  });

  it("is not touched when the page is served: a visit by a link on another site comes without it", async () => {
    const desk = await started();
    expect((await fetch(desk.url)).headers.getSetCookie()).toEqual([]);
  });

  it("is renewed with each message, kept while it is well formed and made anew when it is not", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    await guest.post("eins");
    const kept = guest.cookie;
    expect((await guest.post("zwei")).headers.getSetCookie()[0]).toContain("Max-Age=2592000");
    expect(guest.cookie).toBe(kept);
    for (const forged of [
      "nahtstelle=",
      "nahtstelle=abc",
      `nahtstelle=${"a".repeat(44)}`,
      "nahtstelle=../../etc",
    ]) {
      const other = createGuest(desk.url, forged);
      await other.post("Hallo");
      expect(other.session).toMatch(/^[\w-]{43}$/);
      expect(other.cookie).not.toBe(forged);
    }
  });

  it("of somebody else shows nothing of mine", async () => {
    const desk = await started({ answer: () => message("a", "nur für eins") });
    const one = createGuest(desk.url);
    await one.post("geheim");
    const mine = await one.stream();
    await mine.lines(2);
    const forged = await createGuest(desk.url, `nahtstelle=${"A".repeat(43)}`).stream();
    await forged.next("ready");
    expect(await forged.lines(0)).toEqual([]);
    mine.close();
    forged.close();
  });
});

describe("the stream", () => {
  it("tells the whole history first, each line with its cursor, and then what comes", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    await guest.post("eins");
    await desk.say(guest.session, message("a1", "Antwort"));
    const stream = await guest.stream();
    await stream.next("ready");
    expect(stream.events.map(({ event, id }) => [event, id])).toEqual([
      ["session", null],
      ["entry", "1"],
      ["entry", "2"],
      ["ready", null],
    ]);
    await desk.say(guest.session, message("a2", "noch eine"));
    expect((await stream.lines(3))[2]).toMatchObject({ cursor: 3, from: "desk", message: { id: "a2" } });
    stream.close();
  });

  it.each([
    { lastEventId: 2, cursors: [3, 4] },
    { lastEventId: 0, cursors: [1, 2, 3, 4] },
    { lastEventId: 4, cursors: [] },
    { lastEventId: 99, cursors: [] },
    { lastEventId: "-1", cursors: [1, 2, 3, 4] },
    { lastEventId: "1 or 1=1", cursors: [1, 2, 3, 4] },
    { lastEventId: "1e3", cursors: [1, 2, 3, 4] },
    { lastEventId: "9".repeat(400), cursors: [1, 2, 3, 4] },
  ])("goes on after Last-Event-ID $lastEventId", async ({ lastEventId, cursors }) => {
    const desk = await started();
    const guest = createGuest(desk.url);
    for (const text of ["eins", "zwei", "drei", "vier"]) await guest.post(text);
    const stream = await guest.stream(lastEventId);
    await stream.next("ready");
    expect((await stream.lines(0)).map(({ cursor }) => cursor)).toEqual(cursors);
    stream.close();
  });

  it("keeps two tabs in step", async () => {
    const desk = await started({ answer: (event) => message(`a-${event.keys[0]}`, "Antwort") });
    const guest = createGuest(desk.url);
    const first = await guest.stream();
    const second = await guest.stream();
    await guest.post("eins");
    const lines = await first.lines(2);
    expect(await second.lines(2)).toEqual(lines);
    expect(lines.map(({ from }) => from)).toEqual(["guest", "desk"]);
    first.close();
    second.close();
  });

  it("tells each line once and in order, however often it is woken and interrupted", async () => {
    const desk = await started({ beforeRead: () => new Promise((resolve) => setImmediate(resolve)) });
    const guest = createGuest(desk.url);
    await guest.post("0");
    const heard: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const stream = await guest.stream(heard.at(-1) ?? 0);
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          desk.say(guest.session, message(`${round}.${index}`, "Zeile")),
        ),
      );
      // Broken off in the middle: what was not heard comes with the next stream.
      const lines = await stream.lines(3);
      heard.push(...lines.map(({ cursor }) => cursor));
      stream.close();
    }
    const last = await guest.stream(heard.at(-1) ?? 0);
    await last.next("ready");
    heard.push(...(await last.lines(0)).map(({ cursor }) => cursor));
    expect(heard).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
    last.close();
  });

  it("survives a restart of the server", async () => {
    const before = await started();
    const guest = createGuest(before.url);
    await guest.post("eins");
    const stream = await guest.stream();
    await stream.lines(1);
    await before.stop();
    await stream.ended();
    const after = await started({ memory: before.memory });
    const back = createGuest(after.url, guest.cookie);
    await after.say(guest.session, message("a", "Antwort"));
    const resumed = await back.stream(1);
    expect(await resumed.lines(1)).toMatchObject([{ cursor: 2, message: { id: "a" } }]);
    resumed.close();
  });

  it("says that an answer is being prepared, without moving the cursor", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    const stream = await guest.stream();
    await stream.next("ready");
    await desk.typing(guest.session);
    expect(await stream.next("typing")).toEqual({ event: "typing", id: null, data: "{}" });
    stream.close();
  });

  it("sends a sign of life while nothing happens", async () => {
    const desk = await started({ keepAliveEvery: 5 });
    const stream = await createGuest(desk.url).stream();
    expect(await stream.comment()).toBeGreaterThan(0);
    stream.close();
  });

  it("ends when the log cannot be read, so that the page comes back and reads on", async () => {
    let broken = true;
    const desk = await started({
      beforeRead: () => {
        if (broken) throw new RangeError("database is locked");
      },
    });
    const guest = createGuest(desk.url);
    await guest.post("eins");
    await (await guest.stream()).ended();
    expect(desk.warnings).toEqual([expect.stringContaining("RangeError")]);
    broken = false;
    const stream = await guest.stream();
    expect(await stream.lines(1)).toHaveLength(1);
    stream.close();
  });

  it("is harmed by no client that goes away at a bad moment", async () => {
    const desk = await started({ answer: () => message("a", "x".repeat(50_000)) });
    const guest = createGuest(desk.url);
    await guest.post("eins");
    const { port } = new URL(desk.url);
    for (let round = 0; round < 20; round += 1) {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(`GET /web/stream HTTP/1.1\r\nHost: localhost\r\nCookie: ${guest.cookie}\r\n\r\n`);
      if (round % 2) await new Promise((resolve) => socket.once("data", resolve));
      else await new Promise((resolve) => socket.once("connect", resolve));
      socket.destroy();
      await desk.say(guest.session, message(`b${round}`, "Zeile"));
    }
    const stream = await guest.stream();
    expect(await stream.lines(22)).toHaveLength(22);
    expect(desk.warnings).toEqual([]);
    stream.close();
  });

  it("is refused with 503 when too many are open in all, and possible again when one closes", async () => {
    const desk = await started({ streamLimit: 2 });
    const open = [await createGuest(desk.url).stream(), await createGuest(desk.url).stream()];
    const refused = await createGuest(desk.url).stream();
    expect(refused.response.status).toBe(503);
    open[0]?.close();
    let next = await createGuest(desk.url).stream();
    while (next.response.status === 503) next = await createGuest(desk.url).stream();
    expect(next.response.status).toBe(200);
    next.close();
    open[1]?.close();
  });

  it("leaves a session eight at a time: the ninth takes the place of the oldest, which is told so", async () => {
    const desk = await started();
    const guest = createGuest(desk.url);
    await guest.post("eins");
    const streams = [];
    for (let count = 0; count < 9; count += 1) {
      const stream = await guest.stream();
      await stream.next("ready");
      streams.push(stream);
    }
    const [oldest, ...others] = streams;
    await oldest?.ended();
    expect(oldest?.events.at(-1)?.event).toBe("elsewhere");
    await desk.say(guest.session, message("a", "Antwort"));
    for (const stream of others) {
      expect(await stream.lines(2)).toHaveLength(2);
      stream.close();
    }
  });

  it("does not stay open behind a HEAD request", async () => {
    const desk = await started({ streamLimit: 1 });
    for (let count = 0; count < 3; count += 1) {
      const response = await fetch(`${desk.url}/web/stream`, { method: "HEAD" });
      expect(response.status).toBe(200);
    }
  });
});

it("delivers to a guest who is away: the log is the mailbox", async () => {
  const channel = createWebChannel({ secureCookie: false });
  const place = { channel: "web", scope: "private", address: "away" } as const;
  expect(await channel.send(place, message("m1", "Hallo"))).toEqual({ id: "m1" });
});
