import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEvent } from "../../../adapters/telegram/incoming.js";
import { updateSchema } from "../../../adapters/telegram/update.js";
import { BOT, edited, GROUP, inGroup, member, message, pressed, SELF } from "./updates.js";

const NOW = 1_780_000_500_000;
const read = (update: unknown) => toEvent(updateSchema.parse(update), { self: SELF, now: NOW });

const textOf = (update: unknown): string | undefined => {
  const what = read(update)?.what;
  return what?.kind === "message" || what?.kind === "edit" ? what.text : undefined;
};

describe("a private chat", () => {
  it("is a guest alone with the desk, of whom no more is known than needed", () => {
    expect(read(message({ text: "Wie gründe ich eine GmbH?" }))).toEqual({
      keys: ["telegram:4242:update:1000", "telegram:4242:message:7:5"],
      channel: "telegram",
      place: { channel: "telegram", scope: "private", address: "7" },
      sender: { id: "7" },
      addressed: true,
      locale: "de",
      sentAt: "2026-05-28T20:26:40.000Z",
      what: { kind: "message", id: "5", text: "Wie gründe ich eine GmbH?", attachments: [] },
    });
  });

  it("may have topics, and an answer has a thread id that is none", () => {
    expect(read(message({ text: "a", message_thread_id: 9, is_topic_message: true }))?.place.thread).toBe(
      "9",
    );
    expect(read(message({ text: "a", message_thread_id: 9 }))?.place.thread).toBeUndefined();
  });

  it("passes commands on as they were written, without the bot's name", () => {
    expect(textOf(message({ text: "/start seminar-x" }))).toBe("/start seminar-x");
    const entities = [{ type: "bot_command", offset: 0, length: 14 }];
    expect(textOf(message({ text: "/start@DeskBot seminar-x", entities }))).toBe("/start seminar-x");
  });

  it("tells which message is answered", () => {
    const what = read(message({ text: "ja", reply_to_message: { message_id: 3, from: BOT } }))?.what;
    expect(what).toMatchObject({ replyTo: "3" });
  });

  it.each([
    ["photo", [{ file_id: "x" }], "image"],
    ["voice", { duration: 3 }, "audio"],
    ["video_note", {}, "video"],
    ["sticker", { emoji: "😀" }, "sticker"],
    ["location", { latitude: 1, longitude: 2 }, "location"],
    ["document", { file_name: "plan.pdf" }, "file"],
    ["contact", { phone_number: "+49" }, "contact"],
    ["poll", {}, "file"],
  ])("takes a %s as an attachment, its caption as the text", (field, content, kind) => {
    expect(read(message({ [field]: content, caption: "Passt das?" }))?.what).toEqual({
      kind: "message",
      id: "5",
      text: "Passt das?",
      attachments: [{ kind }],
    });
  });

  it("takes a moving picture, which has a document beside it, as one video", () => {
    const what = read(message({ animation: {}, document: {} }))?.what;
    expect(what).toMatchObject({ text: "", attachments: [{ kind: "video" }] });
  });
});

describe("a group", () => {
  it("speaks to the bot by a mention, which is taken out", () => {
    const event = read(inGroup("@deskbot, was kostet ein Gewerbeschein?"));
    expect(event).toMatchObject({ addressed: true, place: { scope: "room", address: String(GROUP.id) } });
    expect(textOf(inGroup("@deskbot, was kostet ein Gewerbeschein?"))).toBe("was kostet ein Gewerbeschein?");
    expect(textOf(inGroup("Was kostet @DeskBot ein Schein?"))).toBe("Was kostet ein Schein?");
    expect(textOf(inGroup("Was kostet ein Schein? @DeskBot"))).toBe("Was kostet ein Schein?");
    expect(textOf(inGroup("@DeskBot"))).toBe("");
  });

  it("also by a mention without a user name, in a caption, by an answer or by a command that names it", () => {
    const byName = { type: "text_mention", offset: 0, length: 4, user: { id: SELF.id } };
    expect(read(inGroup("Desk hallo", { entities: [byName] }))).toMatchObject({
      addressed: true,
      what: { text: "hallo" },
    });
    const caption_entities = [{ type: "mention", offset: 0, length: 8 }];
    expect(
      read(message({ chat: GROUP, photo: [], caption: "@DeskBot was ist das?", caption_entities })),
    ).toMatchObject({ addressed: true, what: { text: "was ist das?" } });
    expect(read(inGroup("und wann?", { reply_to_message: { message_id: 3, from: BOT } }))?.addressed).toBe(
      true,
    );
    expect(read(inGroup("/seminare@deskbot"))).toMatchObject({
      addressed: true,
      what: { text: "/seminare" },
    });
  });

  it("does not speak to the bot otherwise", () => {
    expect(read(inGroup("Wer kommt morgen?"))?.addressed).toBe(false);
    expect(read(inGroup("@otherbot wann?"))?.addressed).toBe(false);
    expect(read(inGroup("@deskbotx wann?"))?.addressed).toBe(false);
    // an answer to somebody else, who may be a bot too
    expect(read(inGroup("ja", { reply_to_message: { message_id: 3, from: { id: 8 } } }))?.addressed).toBe(
      false,
    );
    // what only looks like a mention
    expect(read(inGroup("mail@DeskBot", { entities: [] }))?.addressed).toBe(false);
  });

  it("gives another bot's commands to the other bot, even in answer to ours", () => {
    const reply = { reply_to_message: { message_id: 3, from: BOT } };
    expect(read(inGroup("/start@otherbot", reply))).toBeNull();
  });

  it("has topics; what points to a topic's beginning is no answer to the bot that opened it", () => {
    const topic = {
      is_topic_message: true,
      message_thread_id: 77,
      reply_to_message: { message_id: 77, from: BOT, forum_topic_created: { name: "Anfrage" } },
    };
    const event = read(inGroup("Ich übernehme", topic));
    expect(event).toMatchObject({ addressed: false, followsOn: true, place: { thread: "77" } });
    expect(event?.what).not.toHaveProperty("replyTo");
    expect(read(inGroup("@DeskBot ja", topic))).toMatchObject({ addressed: true });
    const others = { ...topic, reply_to_message: { ...topic.reply_to_message, from: { id: 8 } } };
    expect(read(inGroup("Wer kommt?", others))).not.toHaveProperty("followsOn");
    // an answer to somebody else does not show whose topic it is in; the place does
    const answer = { ...topic, reply_to_message: { message_id: 80, from: { id: 8 } } };
    expect(read(inGroup("Ja", answer))).toMatchObject({ addressed: false, place: { thread: "77" } });
    expect(read(inGroup("Ja", answer))).not.toHaveProperty("followsOn");
  });

  it("that becomes a supergroup has moved", () => {
    expect(read(message({ chat: { id: -55, type: "group" }, migrate_to_chat_id: -100777 }))).toMatchObject({
      addressed: true,
      place: { scope: "room", address: "-55" },
      what: {
        kind: "membership",
        change: "moved",
        to: { channel: "telegram", scope: "room", address: "-100777" },
      },
    });
    expect(read(message({ chat: GROUP, migrate_from_chat_id: -55 }))).toBeNull();
  });
});

describe("nothing to the desk are", () => {
  it.each([
    ["a join", message({ chat: GROUP, new_chat_members: [BOT] })],
    ["a pin", message({ pinned_message: { message_id: 1 } })],
    ["a new topic", message({ chat: GROUP, forum_topic_created: { name: "x" } })],
    ["a message of a bot", message({ text: "x", from: { id: 9, is_bot: true } })],
    ["a message of its own", message({ text: "x", from: BOT })],
    ["a message by way of a bot", message({ text: "x", via_bot: { id: 9, is_bot: true } })],
    ["a message of an anonymous administrator", inGroup("@DeskBot x", { sender_chat: GROUP })],
    ["a channel post", { update_id: 1, channel_post: { message_id: 1, text: "x" } }],
    ["a message in a channel", message({ text: "x", chat: { id: -1, type: "channel" } })],
    ["a live location that moves", edited({ location: { latitude: 1, longitude: 2 } })],
    ["a button of a message by way of a chat", pressed("~menu", { message: undefined })],
    ["a game's button", pressed("x", { data: undefined, game_short_name: "g" })],
    ["being added to a group", member("member", GROUP)],
    ["being unblocked", member("member")],
    ["what is not known yet", { update_id: 1, something_new: {} }],
  ])("%s", (_, update) => {
    expect(read(update)).toBeNull();
  });
});

describe("an edit", () => {
  it("has a key of its own, so that it is no repeat of the message", () => {
    expect(read(edited({ text: "Wie gründe ich eine UG?" }))).toMatchObject({
      keys: ["telegram:4242:update:1001", "telegram:4242:message:7:5:1780000030"],
      sentAt: "2026-05-28T20:27:10.000Z",
      what: { kind: "edit", id: "5", text: "Wie gründe ich eine UG?" },
    });
  });

  it("of a caption changes the text", () => {
    expect(textOf(edited({ photo: [], caption: "neu" }))).toBe("neu");
  });
});

describe("a pressed button", () => {
  it("names its action and the message it stood under", () => {
    expect(read(pressed("a1b2"))).toMatchObject({
      keys: ["telegram:4242:update:1002", "telegram:4242:callback:9007199254740993"],
      place: { scope: "private", address: "7" },
      sentAt: new Date(NOW).toISOString(),
      what: { kind: "action", action: "a1b2", on: "101" },
    });
  });

  it("still does under a message that Telegram does not give any more", () => {
    const old = { message_id: 4, date: 0, chat: GROUP };
    expect(read(pressed("a1b2", { message: old }))).toMatchObject({
      addressed: true,
      place: { scope: "room" },
      what: { on: "4" },
    });
  });
});

describe("the end of a chat", () => {
  it("is a guest who blocks the bot, or a group that removes it", () => {
    expect(read(member("kicked"))?.what).toEqual({ kind: "membership", change: "blocked" });
    const bot = { addressed: true, sender: { id: "bot" }, what: { kind: "membership", change: "left" } };
    expect(read(member("left", GROUP))).toMatchObject(bot);
    expect(read(member("kicked", GROUP))).toMatchObject(bot);
    expect(read(member("administrator", GROUP))).toBeNull();
  });

  it("is, of a group, also each member who leaves it, however Telegram tells of it", () => {
    const chat_member = (new_chat_member: object, chat: object = GROUP) => ({
      update_id: 1004,
      chat_member: { chat, from: { id: 1 }, date: 1_780_000_000, new_chat_member },
    });
    const erika = { id: 7, is_bot: false };
    const gone = {
      addressed: true,
      place: { scope: "room", address: String(GROUP.id) },
      sender: { id: "7" },
      what: { kind: "membership", change: "left" },
    };
    for (const state of [
      { status: "left" },
      { status: "kicked" },
      { status: "restricted", is_member: false },
    ])
      expect(read(chat_member({ ...state, user: erika }))).toMatchObject(gone);
    const service = { chat: GROUP, left_chat_member: erika, message_thread_id: 4, is_topic_message: true };
    expect(read(message({ ...service, from: { id: 1 } }))).toMatchObject(gone);
    expect(read(message(service))?.place).not.toHaveProperty("thread");
    for (const nothing of [
      chat_member({ status: "member", user: erika }),
      chat_member({ status: "restricted", is_member: true, user: erika }),
      chat_member({ status: "left", user: { id: 9, is_bot: true } }),
      chat_member({ status: "left" }),
      chat_member({ status: "left", user: erika }, { id: 7, type: "private" }),
    ])
      expect(read(nothing)).toBeNull();
  });
});

it("reads whatever an entity says, and never fails", () => {
  const entity = fc.record({
    type: fc.constantFrom("mention", "bot_command", "text_mention", "bold"),
    offset: fc.integer({ min: -5, max: 30 }),
    length: fc.integer({ min: -5, max: 30 }),
    user: fc.constantFrom({ id: SELF.id }, { id: 1 }),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(entity, { maxLength: 6 }), (text, entities) => {
      const found = read(message({ chat: GROUP, text, entities }));
      expect(found === null || found.what.kind === "message").toBe(true);
    }),
  );
});

it("takes nothing out of a text but what names the bot", () => {
  const word = fc.constantFrom("was", "kostet", "@otherbot", "ein", "😀", "\n", "Schein?");
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (before, after) => {
      const text = [...before, "@DeskBot", ...after].join(" ");
      const words = (value: string | undefined) => value?.split(/\s+/u).filter((one) => one !== "");
      expect(words(textOf(inGroup(text)))).toEqual(words([...before, ...after].join(" ")));
    }),
  );
});
