import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegramChannel, type TelegramOptions } from "../../../adapters/telegram/index.js";
import { parse } from "../../../src/text/index.js";
import type { Channel, OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { type TestDesk, testDesk } from "../desk-setup.js";
import { type Answer, type FakeApi, fakeApi, refusal, TOKEN } from "./fake-api.js";

const GUEST: Place = { channel: "telegram", scope: "private", address: "7123456" };
const ROOM: Place = { channel: "telegram", scope: "room", address: "-1001234567890" };

let api: FakeApi;
let desk: TestDesk;
let channel: Channel;

beforeEach(async () => {
  api = await fakeApi();
  await start();
});

afterEach(async () => {
  desk.close();
  await channel.stop();
  await api.close();
});

async function start(more: Partial<TelegramOptions> = {}): Promise<void> {
  desk = testDesk();
  channel = createTelegramChannel({ token: TOKEN, webhook: null, apiRoot: api.url, ...more });
  await channel.start(desk);
}

async function restart(more: Partial<TelegramOptions>): Promise<void> {
  desk.close();
  await channel.stop();
  await start(more);
}

const saying = (markdown: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "m.0",
  language: "de",
  text: parse(markdown),
  ...more,
});

const SEMINAR: OutgoingMessage = saying("Hier:", {
  cards: [
    {
      kind: "seminar",
      seminar: "gruenden",
      title: "Gründen",
      when: "morgen",
      where: null,
      leaders: null,
      fee: null,
      url: null,
      example: false,
      pageUrl: null,
      calendarUrl: "https://desk.stadt.example.org/ics/gruenden",
      status: null,
      cancelled: false,
      register: null,
    },
  ],
});

const failureOf = async (call: Promise<unknown> | undefined): Promise<Record<string, unknown>> =>
  (await call?.then(
    () => ({ delivery: "none" }),
    (error: unknown) => ({ ...(error as object), message: (error as Error).message }),
  )) as Record<string, unknown>;

describe("a message", () => {
  it("is plain text with entities, without a preview, and is known by its id", async () => {
    const receipt = await channel.send(GUEST, saying("Ein **Gewerbe** <b>anmelden</b>"));
    expect(api.of("sendMessage").map(({ body }) => body)).toEqual([
      {
        chat_id: "7123456",
        text: "Ein Gewerbe <b>anmelden</b>",
        entities: [{ type: "bold", offset: 4, length: 7 }],
        link_preview_options: { is_disabled: true },
      },
    ]);
    expect(receipt).toEqual({ id: "101" });
  });

  it("goes into its topic", async () => {
    await channel.send({ ...ROOM, thread: "77" }, saying("a"));
    await channel.typing?.({ ...ROOM, thread: "77" });
    expect(api.of("sendMessage")[0]?.body["message_thread_id"]).toBe(77);
    expect(api.of("sendChatAction")[0]?.body).toEqual({
      chat_id: ROOM.address,
      action: "typing",
      message_thread_id: 77,
    });
  });

  it("mentions nobody in a room", async () => {
    await channel.send(ROOM, saying("Frage von @erika"));
    expect(api.of("sendMessage")[0]?.body["text"]).toBe("Frage von @\u2060erika");
  });

  it("goes out part by part, as many as were announced", async () => {
    const long = saying(
      Array.from({ length: 30 }, (_, index) => `${index} ${"Wort ".repeat(60)}`).join("\n\n"),
    );
    const count = channel.parts?.(GUEST, long) ?? 0;
    expect(count).toBeGreaterThan(1);
    for (let part = 0; part < count; part += 1) await channel.send(GUEST, long, part);
    const sent = api.of("sendMessage").map(({ body }) => String(body["text"]));
    expect(sent.join("\n\n").replace(/\s+/gu, " ")).toBe(
      Array.from({ length: 30 }, (_, index) => `${index} ${"Wort ".repeat(60).trim()}`).join(" "),
    );
    expect(await failureOf(channel.send(GUEST, long, count))).toMatchObject({ delivery: "undeliverable" });
  });

  it("goes out once more without formats when Telegram refuses those", async () => {
    api.next("sendMessage", refusal(400, "Bad Request: can't parse entities: unexpected end"));
    await channel.send(GUEST, saying("**a**"));
    expect(api.of("sendMessage").map(({ body }) => body["entities"] !== undefined)).toEqual([true, false]);
  });

  it("goes out once more with its links as text when Telegram refuses an address", async () => {
    api.next(
      "sendMessage",
      refusal(400, "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL"),
    );
    await channel.send(GUEST, saying("a", { links: [{ label: "Quelle", url: "https://q.example.org" }] }));
    expect(api.of("sendMessage")[1]?.body).toMatchObject({ text: "a\n\nQuelle: https://q.example.org" });
  });

  it("waits for a connection before the start", async () => {
    const other = createTelegramChannel({ token: TOKEN, webhook: null, apiRoot: api.url });
    expect(await failureOf(other.send(GUEST, saying("a")))).toMatchObject({ delivery: "retryable" });
    expect(other.parts?.(GUEST, saying("a"))).toBe(1);
    await other.typing?.(GUEST);
    await other.stop();
  });
});

describe("a calendar file", () => {
  it("is sent as a file", async () => {
    await restart({
      calendarFile: async (seminar) => ({ name: `${seminar}.ics`, content: "BEGIN:VCALENDAR" }),
    });
    expect(channel.parts?.(GUEST, SEMINAR)).toBe(2);
    await channel.send(GUEST, SEMINAR, 1);
    const { raw } = api.of("sendDocument")[0]!;
    expect(raw).toContain("filename=gruenden.ics");
    expect(raw).toContain("BEGIN:VCALENDAR");
    expect(raw).toContain("Der Termin für Ihren Kalender");
  });

  it.each([
    ["is not there any more", async () => null],
    ["cannot be made", () => Promise.reject(new Error("broken"))],
  ])("is a link where it %s", async (_, calendarFile) => {
    await restart({ calendarFile });
    await channel.send(GUEST, SEMINAR, 1);
    expect(api.of("sendMessage")[0]?.body).toMatchObject({
      text: "In den Kalender",
      entities: [{ type: "text_link", url: "https://desk.stadt.example.org/ics/gruenden" }],
    });
  });
});

describe("a failed send", () => {
  it.each<[string, Answer, Record<string, unknown>]>([
    [
      "too many",
      refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 }),
      { delivery: "retryable", retryAfter: 7_000 },
    ],
    ["a token that is refused", refusal(401, "Unauthorized"), { delivery: "retryable" }],
    ["a token that is none", refusal(404, "Not Found"), { delivery: "retryable" }],
    [
      "a guest who blocked the bot",
      refusal(403, "Forbidden: bot was blocked by the user"),
      { delivery: "undeliverable" },
    ],
    [
      "a topic that is gone",
      refusal(400, "Bad Request: message thread not found"),
      { delivery: "undeliverable" },
    ],
    ["a chat that is gone", refusal(400, "Bad Request: chat not found"), { delivery: "undeliverable" }],
    ["a failing server", refusal(500, "Internal Server Error"), { delivery: "unknown" }],
    ["a gateway without JSON", { status: 502, body: "<html>" }, { delivery: "unknown" }],
    ["an answer that is no JSON", "no json", { delivery: "unknown" }],
    ["an answer without a message", { status: 200, body: { ok: true } }, { delivery: "unknown" }],
    ["an answer that is nothing", { status: 200, body: "null" }, { delivery: "unknown" }],
    ["a refusal without a code", { status: 200, body: { ok: false } }, { delivery: "unknown" }],
    ["a broken connection", "reset", { delivery: "unknown" }],
    ["silence", "silence", { delivery: "unknown" }],
    [
      "a group that became a supergroup",
      refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: -100999,
      }),
      { delivery: "retryable", movedTo: { ...ROOM, address: "-100999" } },
    ],
  ])("after %s", async (_, answer, expected) => {
    if (answer === "silence") await restart({ timeoutSeconds: 0.2 });
    api.next("sendMessage", answer);
    expect(await failureOf(channel.send(ROOM, saying("a")))).toMatchObject(expected);
    expect(api.of("sendMessage")).toHaveLength(1);
  });

  it("surely did not arrive where nobody listens", async () => {
    await api.close();
    expect(await failureOf(channel.send(GUEST, saying("a")))).toMatchObject({ delivery: "retryable" });
    api = await fakeApi();
  });

  it("tells neither the token nor the chat nor the text", async () => {
    const quoting = 'Bad Request: can\'t find tag "geheim" in chat 7123456 of https://geheim.example';
    const answers: Answer[] = [
      refusal(400, quoting),
      "reset",
      "silence",
      "no json",
      refusal(401, "Unauthorized"),
    ];
    await restart({ timeoutSeconds: 0.2 });
    for (const answer of answers) {
      api.next("sendMessage", answer);
      const failure = await failureOf(channel.send(GUEST, saying("geheim")));
      const told = JSON.stringify([failure, desk.troubles]);
      for (const secret of ["AAE-the-token", "7123456", "geheim"]) expect(told).not.toContain(secret);
    }
  });

  it("shows in health while the token is refused", async () => {
    api.next("sendMessage", refusal(401, "Unauthorized"));
    await failureOf(channel.send(GUEST, saying("a")));
    expect(desk.troubles.at(-1)).toContain("TELEGRAM_BOT_TOKEN");
    await channel.send(GUEST, saying("a"));
    expect(desk.troubles.at(-1)).toBeNull();
  });
});

describe("an edit", () => {
  it("puts the new text and buttons in the place of the old", async () => {
    await channel.edit?.({ id: "101" }, GUEST, saying("neu"));
    expect(api.of("editMessageText")[0]?.body).toEqual({
      chat_id: "7123456",
      message_id: 101,
      text: "neu",
      link_preview_options: { is_disabled: true },
    });
  });

  it("that changes nothing is done", async () => {
    api.next(
      "editMessageText",
      refusal(400, "Bad Request: message is not modified: specified new message content"),
    );
    expect(await failureOf(channel.edit?.({ id: "101" }, GUEST, saying("neu")))).toEqual({
      delivery: "none",
    });
  });

  it("of a message that is gone fails for good", async () => {
    api.next("editMessageText", refusal(400, "Bad Request: message to edit not found"));
    const failure = await failureOf(channel.edit?.({ id: "101" }, GUEST, saying("neu")));
    expect(failure).toMatchObject({ delivery: "undeliverable" });
  });

  it("cannot make a text of a file: the file is taken back", async () => {
    api.next("editMessageText", refusal(400, "Bad Request: there is no text in the message to edit"));
    const failure = await failureOf(channel.edit?.({ id: "101" }, GUEST, saying("neu")));
    expect(failure).toMatchObject({ delivery: "undeliverable" });
    expect(api.of("deleteMessage")[0]?.body).toEqual({ chat_id: "7123456", message_id: 101 });
  });

  it("changes a calendar file", async () => {
    await restart({ calendarFile: async () => ({ name: "neu.ics", content: "BEGIN:VCALENDAR" }) });
    await channel.edit?.({ id: "101" }, GUEST, SEMINAR, 1);
    expect(api.of("editMessageMedia")[0]?.raw).toContain("neu.ics");
  });
});

describe("taking back", () => {
  it.each(["Bad Request: message to delete not found", "Bad Request: message can't be deleted"])(
    "is done where Telegram says: %s",
    async (description) => {
      api.next("deleteMessage", refusal(400, description));
      expect(await failureOf(channel.remove?.({ id: "101" }, GUEST))).toEqual({ delivery: "none" });
    },
  );

  it("fails like a send", async () => {
    api.next("deleteMessage", refusal(429, "Too Many Requests", { retry_after: 1 }));
    const failure = await failureOf(channel.remove?.({ id: "101" }, GUEST));
    expect(failure).toMatchObject({ delivery: "retryable", retryAfter: 1_000 });
  });
});

describe("a thread", () => {
  it("is a forum topic named by its first message, which stands in it", async () => {
    const opened = await channel.openThread?.(ROOM, saying("Anfrage zu **Gewerbe**"));
    expect(api.of("createForumTopic")[0]?.body).toEqual({
      chat_id: ROOM.address,
      name: "Anfrage zu Gewerbe",
    });
    expect(api.of("sendMessage")[0]?.body).toMatchObject({ chat_id: ROOM.address, message_thread_id: 77 });
    expect(opened).toEqual({ place: { ...ROOM, thread: "77" }, receipt: { id: "101" } });
  });

  it("does not stay without its message, so that trying again opens no second one", async () => {
    api.next("sendMessage", "reset");
    expect(await failureOf(channel.openThread?.(ROOM, saying("a")))).toMatchObject({ delivery: "retryable" });
    expect(api.of("deleteForumTopic")[0]?.body).toEqual({ chat_id: ROOM.address, message_thread_id: 77 });
  });

  it("is not known to have been opened where not even taking it back works", async () => {
    api.next("sendMessage", "reset");
    api.next("deleteForumTopic", "reset");
    expect(await failureOf(channel.openThread?.(ROOM, saying("a")))).toMatchObject({ delivery: "unknown" });
  });

  it("cannot be where the group has no topics", async () => {
    api.next("createForumTopic", refusal(400, "Bad Request: the chat is not a forum"));
    expect(await failureOf(channel.openThread?.(ROOM, saying("a")))).toMatchObject({
      delivery: "undeliverable",
      message: "createForumTopic: 400 Bad Request: the chat is not a forum",
    });
  });
});

it("shows typing as well as it can", async () => {
  api.next("sendChatAction", "reset");
  expect(await failureOf(channel.typing?.(GUEST))).toEqual({ delivery: "none" });
});
