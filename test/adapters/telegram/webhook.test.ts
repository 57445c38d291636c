import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegramChannel } from "../../../adapters/telegram/index.js";
import type { Channel, Desk, RequestHandler } from "../../../src/vocabulary/index.js";
import { type TestDesk, testDesk } from "../desk-setup.js";
import { type FakeApi, fakeApi, refusal, TOKEN } from "./fake-api.js";
import { message } from "./updates.js";

const SECRET = "the_secret-of_the-test";
const URL_ = "https://desk.stadt.example.org/telegram/hook";

let api: FakeApi;
let desk: TestDesk;
let channel: Channel;
let routes: Map<string, RequestHandler>;

beforeEach(async () => {
  api = await fakeApi();
});

afterEach(async () => {
  desk.close();
  await channel.stop();
  await api.close();
});

async function start(over: Partial<Desk> = {}): Promise<void> {
  routes = new Map();
  desk = testDesk({
    http: { get: () => {}, post: (path, handler) => void routes.set(path, handler) },
    ...over,
  });
  channel = createTelegramChannel({ token: TOKEN, webhook: { url: URL_, secret: SECRET }, apiRoot: api.url });
  const starting = channel.start(desk);
  // before anything was waited for
  expect([...routes.keys()]).toEqual(["/telegram/hook"]);
  await starting;
}

async function ready(): Promise<void> {
  await expect.poll(() => api.of("setWebhook").length).toBe(1);
}

async function post(body: unknown, secret: string | null = SECRET): Promise<number> {
  const handler = routes.get("/telegram/hook");
  const response = await handler?.(
    new Request(URL_, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
    { remoteAddress: "127.0.0.1", params: {} },
  );
  return response?.status ?? 0;
}

describe("the webhook", () => {
  it("is set with its secret and with the kinds of updates by name", async () => {
    await start();
    await ready();
    expect(api.of("setWebhook")[0]?.body).toMatchObject({
      url: URL_,
      secret_token: SECRET,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"],
    });
    expect(api.of("getUpdates")).toEqual([]);
  });

  it("answers when the desk has the update, not before", async () => {
    let store = (): void => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    await start({
      async receive() {
        await stored;
        return "accepted";
      },
    });
    await ready();
    let status = 0;
    const answered = post(message({ text: "Hallo" })).then((got) => {
      status = got;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(status).toBe(0);
    store();
    await answered;
    expect(status).toBe(200);
  });

  it("has Telegram send again what could not be stored", async () => {
    await start({ receive: () => Promise.reject(new Error("disk full")) });
    await ready();
    expect(await post(message({ text: "Hallo" }))).toBe(500);
  });

  it("has Telegram send again what comes before it is known who the bot is", async () => {
    api.next("getMe", "silence");
    await start();
    expect(await post(message({ text: "Hallo" }))).toBe(500);
    expect(desk.events).toEqual([]);
  });

  it("takes a repeat without a second event", async () => {
    await start();
    await ready();
    expect([await post(message({ text: "a" })), await post(message({ text: "a" }))]).toEqual([200, 200]);
    expect(desk.events).toHaveLength(1);
  });

  it("knows the same message under another update", async () => {
    await start();
    await ready();
    await post(message({ text: "a" }, 1));
    await post(message({ text: "a" }, 2));
    expect(desk.events).toHaveLength(1);
  });

  it.each([
    ["none", null],
    ["another one", "x"],
    ["an empty one", ""],
    ["a longer one", `${SECRET}x`],
  ])("refuses what has %s as its secret, and counts it", async (_, secret) => {
    await start();
    await ready();
    expect(await post(message({ text: "a" }), secret)).toBe(401);
    expect(desk.refusals).toEqual(new Map([["secret", 1]]));
    expect(desk.events).toEqual([]);
  });

  it.each([
    "{}",
    "null",
    "[]",
    "5",
    "",
    "{",
    '"x"',
    '{"update_id":"1"}',
    '{"update_id":1.5}',
    '{"update_id":1,"message":5}',
    '{"update_id":1,"message":{"message_id":1,"date":1e300,"chat":{"id":1,"type":"private"},"text":"x"}}',
  ])("refuses %s, and counts it", async (body) => {
    await start();
    await ready();
    expect(await post(body)).toBe(400);
    expect(desk.refusals).toEqual(new Map([["malformed", 1]]));
  });

  it("takes what it has no use for", async () => {
    await start();
    await ready();
    expect(await post({ update_id: 1, channel_post: { message_id: 1 } })).toBe(200);
    expect(desk.events).toEqual([]);
  });

  it("takes the requests of one chat one after another, those of others meanwhile", async () => {
    const order: string[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await start({
      async receive(event) {
        const text = event.what.kind === "message" ? event.what.text : "";
        if (text === "1") await held;
        order.push(text);
        return "accepted";
      },
    });
    await ready();
    const all = [post(message({ text: "1" }, 1)), post(message({ message_id: 6, text: "2" }, 2))];
    await post(message({ text: "other", chat: { id: 8, type: "private" }, from: { id: 8 } }, 3));
    expect(order).toEqual(["other"]);
    release();
    expect(await Promise.all(all)).toEqual([200, 200]);
    expect(order).toEqual(["other", "1", "2"]);
  });

  it("is tried again until Telegram takes it, with words for whoever can help", async () => {
    api.next("setWebhook", refusal(400, "Bad Request: bad webhook: HTTPS url must be provided for webhook"));
    await start();
    await expect.poll(() => api.of("setWebhook").length).toBe(2);
    expect(desk.troubles.some((one) => one?.includes("HTTPS url must be provided"))).toBe(true);
  });
});
