import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegramChannel } from "../../../adapters/telegram/index.js";
import type { Channel, DeskEvent } from "../../../src/vocabulary/index.js";
import { type TestDesk, testDesk } from "../desk-setup.js";
import { type FakeApi, fakeApi, refusal, TOKEN } from "./fake-api.js";
import { message, pressed } from "./updates.js";

let api: FakeApi;
let desk: TestDesk;
let channel: Channel;

beforeEach(async () => {
  api = await fakeApi();
});

afterEach(async () => {
  desk.close();
  await channel.stop();
  await api.close();
});

async function start(over: Parameters<typeof testDesk>[0] = {}, token = TOKEN): Promise<void> {
  desk = testDesk(over);
  channel = createTelegramChannel({ token, webhook: null, apiRoot: `${api.url}/` });
  await channel.start(desk);
}

const texts = (events: readonly DeskEvent[]): string[] =>
  events.map(({ what }) => (what.kind === "message" ? what.text : what.kind));

const offsets = (): unknown[] => api.of("getUpdates").map(({ body }) => body["offset"]);

describe("long polling", () => {
  it("asks without an offset first, for named kinds of updates, after a webhook was removed", async () => {
    await start();
    await expect.poll(() => api.of("getUpdates").length).toBe(1);
    expect(api.of("deleteWebhook")[0]?.body).toEqual({ drop_pending_updates: false });
    expect(api.of("getUpdates")[0]?.body).toEqual({
      limit: 100,
      timeout: 30,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"],
    });
  });

  it("confirms an update only when the desk has it", async () => {
    let store = (): void => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    api.push(message({ text: "Hallo" }));
    await start({
      async receive() {
        await stored;
        return "accepted";
      },
    });
    await expect.poll(() => api.of("getUpdates").length).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(api.pending()).toEqual([1000]);
    store();
    await expect.poll(() => api.pending()).toEqual([]);
    expect(offsets()).toEqual([undefined, 1001]);
  });

  it("asks again for what could not be stored and for all after it, and says so", async () => {
    let broken = true;
    for (const id of [1, 2, 3]) api.push(message({ message_id: id, text: `${id}` }, id));
    const seen: string[] = [];
    const memory = testDesk();
    await start({
      async receive(event) {
        const [text = ""] = texts([event]);
        if (text === "2" && broken) {
          broken = false;
          throw new Error("disk full");
        }
        const result = await memory.receive(event);
        seen.push(`${text} ${result}`);
        return result;
      },
    });
    await expect.poll(() => api.pending(), { timeout: 10_000 }).toEqual([]);
    expect(seen).toEqual(["1 accepted", "2 accepted", "3 accepted"]);
    expect(offsets().slice(0, 3)).toEqual([undefined, 2, 4]);
    expect(desk.troubles.filter((one) => one?.includes("could not be stored"))).toHaveLength(1);
    expect(desk.troubles.at(-1)).toBeNull();
  });

  it("is not held up by other chats when one cannot be stored, and repeats nothing there", async () => {
    let broken = true;
    const other = { id: 8, type: "private" };
    api.push(message({ text: "a" }, 1));
    api.push(message({ text: "b", chat: other, from: { id: 8 } }, 2));
    const memory = testDesk();
    await start({
      async receive(event) {
        if (event.place.address === "7" && broken) throw new Error("disk full");
        return memory.receive(event);
      },
    });
    await expect.poll(() => texts(memory.events)).toEqual(["b"]);
    expect(api.pending()).toEqual([1, 2]);
    broken = false;
    await expect.poll(() => api.pending(), { timeout: 10_000 }).toEqual([]);
    expect(texts(memory.events)).toEqual(["b", "a"]);
  });

  it("takes what one chat says in its order, one after another", async () => {
    const open: string[] = [];
    let most = 0;
    const done: string[] = [];
    for (let id = 1; id <= 6; id += 1) api.push(message({ message_id: id, text: `${id}` }, id));
    await start({
      async receive(event) {
        const [text = ""] = texts([event]);
        open.push(text);
        most = Math.max(most, open.length);
        await new Promise((resolve) => setImmediate(resolve));
        open.pop();
        done.push(text);
        return "accepted";
      },
    });
    await expect.poll(() => done).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(most).toBe(1);
  });

  it("passes over what it cannot read, and counts it", async () => {
    api.push({ update_id: 1, message: { text: 5 } });
    api.push(message({ text: "Hallo" }, 2));
    await start();
    await expect.poll(() => api.pending()).toEqual([]);
    expect(texts(desk.events)).toEqual(["Hallo"]);
    expect(desk.refusals.get("malformed")).toBe(1);
  });

  it.each([
    [
      "a second poller",
      refusal(409, "Conflict: terminated by other getUpdates request"),
      "another process polls",
    ],
    ["a token that is refused", refusal(401, "Unauthorized"), "TELEGRAM_BOT_TOKEN"],
    ["a failing server", refusal(502, "Bad Gateway"), "502 Bad Gateway"],
    ["an answer that is no JSON", "no json" as const, "could not be read"],
    ["a broken connection", "reset" as const, "connection broke"],
  ])("goes on after %s, which health shows meanwhile", async (_, answer, words) => {
    api.next("getUpdates", answer);
    api.push(message({ text: "Hallo" }));
    await start();
    await expect.poll(() => texts(desk.events), { timeout: 10_000 }).toEqual(["Hallo"]);
    expect(desk.troubles.some((one) => one?.includes(words))).toBe(true);
    expect(desk.troubles.at(-1)).toBeNull();
    expect(JSON.stringify(desk.troubles)).not.toContain(TOKEN.split(":")[1]);
  });

  it("removes a webhook that somebody set meanwhile", async () => {
    api.next("getUpdates", refusal(409, "Conflict: can't use getUpdates method while webhook is active"));
    await start();
    await expect.poll(() => api.of("getUpdates").length, { timeout: 10_000 }).toBe(2);
    expect(api.of("deleteWebhook")).toHaveLength(2);
  });

  it("starts when the token is right at last", async () => {
    api.next("getMe", refusal(401, "Unauthorized"), refusal(401, "Unauthorized"));
    await start();
    await expect.poll(() => api.of("getUpdates").length).toBe(1);
    expect(desk.troubles.some((one) => one?.includes("TELEGRAM_BOT_TOKEN"))).toBe(true);
  });

  it("stops at once, though Telegram would hold the request open", async () => {
    await start();
    await expect.poll(() => api.of("getUpdates").length).toBe(1);
    await channel.stop();
    const asked = api.calls.length;
    api.push(message({ text: "Hallo" }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(api.calls).toHaveLength(asked);
    expect(api.pending()).toEqual([1000]);
  });

  it("waits, when it stops, for what is being stored", async () => {
    let store = (): void => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    const order: string[] = [];
    api.push(message({ text: "Hallo" }));
    await start({
      async receive() {
        order.push("begun");
        await stored;
        order.push("stored");
        return "accepted";
      },
    });
    await expect.poll(() => order).toEqual(["begun"]);
    const stopping = channel.stop().then(() => order.push("stopped"));
    store();
    await stopping;
    expect(order).toEqual(["begun", "stored", "stopped"]);
  });

  it("begins anew after a day without updates, for they may count from another number", async () => {
    let now = 1_780_000_000_000;
    api.push(message({ text: "a" }, 500));
    await start({ clock: { now: () => now } });
    await expect.poll(offsets).toEqual([undefined, 501]);
    now += 25 * 3_600_000;
    api.nothingCame();
    await expect.poll(offsets).toEqual([undefined, 501, undefined]);
    api.push(message({ message_id: 6, text: "b" }, 20));
    await expect.poll(() => texts(desk.events)).toEqual(["a", "b"]);
    await expect.poll(offsets).toEqual([undefined, 501, undefined, 21]);
  });
});

describe("commands", () => {
  it("are registered in both languages, in German for everybody else", async () => {
    await start();
    await expect.poll(() => api.of("setMyCommands").length).toBe(3);
    const sets = api.of("setMyCommands").map(({ body }) => body);
    expect(sets.map((body) => body["language_code"])).toEqual([undefined, "de", "en"]);
    const names = (index: number): string[] =>
      (sets[index]!["commands"] as { command: string }[]).map(({ command }) => command);
    expect(names(0)).toEqual("start hilfe seminare mensch datenschutz auskunft loeschen sprache".split(" "));
    expect(names(1)).toEqual(names(0));
    expect(names(2)).toEqual("start help seminars human privacy mydata delete english".split(" "));
  });

  it.each([
    ["refuses them", refusal(400, "Bad Request: BOT_COMMAND_INVALID")],
    ["does not know them", { status: 200, body: { ok: false } }],
  ])("are given up where a server %s, without trouble", async (_, answer) => {
    api.next("setMyCommands", answer);
    await start();
    await Promise.all(desk.tries);
    expect(api.of("setMyCommands")).toHaveLength(1);
    expect(desk.troubles.filter((one) => one !== null)).toEqual([]);
  });

  it("are tried again after a failure that passes", async () => {
    api.next("setMyCommands", refusal(502, "Bad Gateway"));
    await start();
    await expect.poll(() => api.of("setMyCommands").length).toBe(4);
  });
});

describe("a pressed button", () => {
  it("comes to rest once the desk has it, and whatever Telegram says to that", async () => {
    api.next("answerCallbackQuery", refusal(400, "Bad Request: query is too old"));
    api.push(pressed("a1b2"));
    await start();
    await expect.poll(() => api.of("answerCallbackQuery").length).toBe(1);
    expect(desk.events[0]?.what).toEqual({ kind: "action", action: "a1b2", on: "101" });
    await expect.poll(() => api.pending()).toEqual([]);
  });

  it("does not come to rest when it could not be stored", async () => {
    api.push(pressed("a1b2"));
    await start({ receive: () => Promise.reject(new Error("disk full")) });
    await expect.poll(() => desk.troubles.some((one) => one?.includes("could not be stored"))).toBe(true);
    expect(api.of("answerCallbackQuery")).toEqual([]);
  });

  it("means the long action whose name the desk kept when it was shown, also after a restart", async () => {
    const action = `~register:${"sehr-langes-".repeat(6)}seminar`;
    await start();
    await channel.send(
      { channel: "telegram", scope: "private", address: "7" },
      { id: "m.0", language: "de", text: [], buttons: [{ label: "Anmelden", action }] },
    );
    const markup = api.of("sendMessage")[0]?.body["reply_markup"] as {
      inline_keyboard: { callback_data: string }[][];
    };
    const data = markup.inline_keyboard[0]?.[0]?.callback_data ?? "";
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    await channel.stop();
    channel = createTelegramChannel({ token: TOKEN, webhook: null, apiRoot: api.url });
    await channel.start(desk);
    api.push(pressed(data));
    await expect.poll(() => desk.events[0]?.what).toEqual({ kind: "action", action, on: "101" });
  });

  it("keeps a name that nobody knows: the bot says that it is too old", async () => {
    const data = `#${"x".repeat(43)}`;
    api.push(pressed(data));
    await start();
    await expect.poll(() => desk.events[0]?.what).toMatchObject({ action: data });
  });
});
