import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIncoming } from "../../../adapters/slack/incoming.js";
import { decode } from "../../../adapters/slack/mrkdwn.js";
import type { DeskEvent } from "../../../src/vocabulary/index.js";
import { testDesk } from "../desk-setup.js";
import { callback, NOW } from "./slack-setup.js";

const reading = { self: () => null, now: NOW };
const read = (event: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  readIncoming(callback(event, more), reading);

function received(event: Record<string, unknown>, more: Record<string, unknown> = {}): DeskEvent {
  const incoming = read(event, more);
  if (incoming.does !== "receive") throw new Error(`does ${incoming.does}`);
  return incoming.event;
}

const inRoom = {
  type: "message",
  channel: "C1",
  channel_type: "channel",
  user: "U1",
  text: "<@UBOT> wann haben Sie auf?",
  ts: "1795439100.000100",
};
const inDm = { ...inRoom, channel: "D1", channel_type: "im", text: "wann haben Sie auf?" };

describe("a guest's text", () => {
  it.each([
    ["Miete &amp; Pacht &lt; 5 &gt; 3", "Miete & Pacht < 5 > 3"],
    ["&amp;lt;", "&lt;"],
    ["siehe <https://example.org/a?b=1&amp;c=2>", "siehe https://example.org/a?b=1&c=2"],
    ["siehe <https://example.org|unsere &lt;Seite&gt;>", "siehe unsere <Seite>"],
    ["an <mailto:a@example.org|a@example.org>", "an a@example.org"],
    ["Tel. <tel:+49123|0123>", "Tel. 0123"],
    ["<@U2> und <@U2|erika> in <#C1|gründer>", "@… und @erika in #gründer"],
    ["<!here> <!channel> <!subteam^S1|@amt> <!subteam^S1>", "@here @channel @amt @…"],
    ["am <!date^1392734382^{date}|18.2.2014>", "am 18.2.2014"],
  ])("%s reads %s", (raw, text) => {
    expect(decode(raw, "UBOT").text).toBe(text);
  });

  it.each([
    ["<@UBOT> Hallo", "Hallo"],
    ["<@UBOT>: Hallo", "Hallo"],
    ["Hallo <@UBOT|wifoe>, was kostet das?", "Hallo, was kostet das?"],
    ["Frage an <@UBOT>", "Frage an"],
    ["<@UBOT>", ""],
  ])("%s is freed of the bot's mention", (raw, text) => {
    expect(decode(raw, "UBOT")).toEqual({ text, mentioned: true });
  });

  it("is what was typed, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const sent = typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(decode(sent, "UBOT")).toEqual({ text: typed.trim(), mentioned: false });
      }),
    );
  });
});

describe("a message", () => {
  it("in a direct message is private, whoever else is in it, and one place with the App Home and the command", () => {
    expect(received(inDm)).toEqual({
      keys: ["event:Ev1", "message:T1:D1:1795439100.000100"],
      channel: "slack",
      place: { channel: "slack", scope: "private", address: "T1:@U1", details: { channel: "D1" } },
      sender: { id: "T1:U1" },
      addressed: true,
      sentAt: "2026-11-23T13:05:00.000Z",
      what: { kind: "message", id: "1795439100.000100", text: "wann haben Sie auf?", attachments: [] },
    });
    expect(received({ ...inDm, channel_type: undefined }).place.scope).toBe("private");
    expect(received({ ...inDm, thread_ts: "1.1" }).place.thread).toBe("1.1");
  });

  it("in a channel is addressed by a mention, and answered in the thread of its root", () => {
    expect(received(inRoom)).toMatchObject({
      place: { scope: "room", address: "T1:C1", thread: "1795439100.000100" },
      addressed: true,
      what: { text: "wann haben Sie auf?" },
    });
    expect(received({ ...inRoom, thread_ts: "1795430000.000001" }).place.thread).toBe("1795430000.000001");
  });

  it("without a mention may follow on in a thread, and is for others elsewhere", () => {
    const other = { ...inRoom, text: "<@U2> schau mal" };
    expect(received(other)).toMatchObject({ addressed: false });
    expect(received(other)).not.toHaveProperty("followsOn");
    expect(received({ ...other, thread_ts: "1.1" })).toMatchObject({ addressed: false, followsOn: true });
  });

  it.each(["channel", "group", "mpim"])("of a %s is a room's", (channel_type) => {
    expect(received({ ...inRoom, channel: "G1", channel_type }).place.scope).toBe("room");
  });

  it("names files by their kind", () => {
    const files = [
      { name: "plan.png", mimetype: "image/png" },
      { name: "memo.m4a", mimetype: "audio/mp4" },
      { name: "antrag.pdf", mimetype: "application/pdf" },
      {},
    ];
    expect(received({ ...inDm, subtype: "file_share", files }).what).toMatchObject({
      attachments: [
        { kind: "image", name: "plan.png" },
        { kind: "audio", name: "memo.m4a" },
        { kind: "file", name: "antrag.pdf" },
        { kind: "file" },
      ],
    });
  });

  it.each([
    ["of a bot", { ...inDm, bot_id: "B1" }],
    ["of a bot without an id", { ...inDm, subtype: "bot_message", user: undefined }],
    ["of the desk itself", { ...inDm, user: "UBOT" }],
    ["that tells of a join", { ...inRoom, subtype: "channel_join" }],
    ["that tells of a topic", { ...inRoom, subtype: "channel_topic" }],
    ["that tells of a reply", { ...inRoom, subtype: "message_replied" }],
    ["that was a reaction", { type: "reaction_added", user: "U1", item: {} }],
    ["of no known form", { type: "message", channel: 5 }],
  ])("%s is acknowledged and left alone", (_, event) => {
    expect(read(event).does).toBe("nothing");
  });

  it("that may mention the bot waits until the bot's own id is known", () => {
    const unknown = { authorizations: [] };
    expect(read(inRoom, unknown).does).toBe("wait");
    expect(read({ ...inRoom, text: "Hallo" }, unknown)).toMatchObject({ event: { addressed: false } });
    expect(read(inDm, unknown).does).toBe("receive");
    const remembered = readIncoming(callback(inRoom, unknown), { ...reading, self: () => "UBOT" });
    expect(remembered).toMatchObject({ event: { addressed: true } });
  });

  it.each([[["message", "app_mention"]], [["app_mention", "message"]], [["app_mention"]]])(
    "with a mention that comes as %j is taken once",
    async (types) => {
      const desk = testDesk();
      for (const [index, type] of types.entries())
        await desk.receive(
          received({ ...inRoom, type, channel_type: undefined }, { event_id: `Ev${index}` }),
        );
      expect(desk.events).toHaveLength(1);
      expect(desk.events[0]).toMatchObject({
        addressed: true,
        place: { thread: inRoom.ts },
        what: { kind: "message", text: "wann haben Sie auf?" },
      });
    },
  );
});

describe("an edit", () => {
  const changed = (message: object, previous: object) => ({
    type: "message",
    subtype: "message_changed",
    channel: "D1",
    channel_type: "im",
    ts: "1795439200.000000",
    message: { user: "U1", ts: "1.1", edited: { user: "U1", ts: "1795439200.000000" }, ...message },
    previous_message: { user: "U1", ts: "1.1", ...previous },
  });

  it("is the new text of the old message", () => {
    expect(received(changed({ text: "neu" }, { text: "alt" }))).toMatchObject({
      keys: ["event:Ev1", "message:T1:D1:1.1:1795439200.000000"],
      what: { kind: "edit", id: "1.1", text: "neu" },
    });
  });

  it.each([
    ["an unfurl", { text: "alt", attachments: [{}] }, { text: "alt" }],
    ["one of a bot", { text: "neu", bot_id: "B1" }, { text: "alt" }],
    ["one of a text that nobody knows", { text: "neu" }, undefined],
  ])("is none when it is %s", (_, message, previous) => {
    const event = changed(message, previous ?? {});
    expect(read(previous ? event : { ...event, previous_message: undefined }).does).toBe("nothing");
  });

  it("of a mention counts for the desk, whether the mention came or went", () => {
    const inChannel = { channel: "C1", channel_type: "channel" };
    const came = { ...changed({ text: "<@UBOT> neu" }, { text: "alt" }), ...inChannel };
    const went = { ...changed({ text: "neu" }, { text: "<@UBOT> alt" }), ...inChannel };
    const neither = { ...changed({ text: "neu" }, { text: "alt" }), ...inChannel };
    expect([came, went, neither].map((event) => received(event).addressed)).toEqual([true, true, false]);
    expect(received(came).place.thread).toBe("1.1");
  });

  it("that comes as another app_mention has the key of the edit", () => {
    const event = received({ ...inRoom, type: "app_mention", edited: { ts: "2.2" } });
    expect(event).toMatchObject({
      keys: ["event:Ev1", `message:T1:C1:${inRoom.ts}:2.2`],
      what: { kind: "edit" },
    });
  });

  it("to a gravestone, and a deletion, take the message back", () => {
    const deleted = {
      type: "message",
      subtype: "message_deleted",
      channel: "D1",
      deleted_ts: "1.1",
      previous_message: { user: "U1", ts: "1.1", text: "alt" },
    };
    expect(received(deleted).what).toEqual({ kind: "deletion", id: "1.1" });
    expect(received(changed({ subtype: "tombstone", user: "USLACKBOT" }, { text: "alt" })).what).toEqual({
      kind: "deletion",
      id: "1.1",
    });
    expect(read({ ...deleted, previous_message: { bot_id: "B1", ts: "1.1" } }).does).toBe("nothing");
  });
});

describe("a button", () => {
  const pressed = (more: Record<string, unknown>) =>
    readIncoming(
      {
        type: "block_actions",
        team: { id: "T1" },
        user: { id: "U1", name: "erika" },
        container: { type: "message", message_ts: "5.5", channel_id: "C1" },
        channel: { id: "C1" },
        message: { ts: "5.5", thread_ts: "1.1" },
        actions: [
          {
            type: "button",
            action_id: "desk:0",
            action_ts: "1795439100.5",
            value: "7-0",
            text: { type: "plain_text", text: "👍" },
          },
        ],
        ...more,
      },
      reading,
    );

  it("under a message is pressed there, in its thread", () => {
    expect(pressed({})).toEqual({
      does: "receive",
      event: {
        keys: ["action:T1:U1:1795439100.5:desk:0"],
        channel: "slack",
        place: { channel: "slack", scope: "room", address: "T1:C1", thread: "1.1" },
        sender: { id: "T1:U1", name: "erika" },
        addressed: true,
        sentAt: "2026-11-23T13:05:00.500Z",
        what: { kind: "action", action: "7-0", on: "5.5" },
      },
    });
  });

  it("of the App Home is answered in the direct message, with its words", () => {
    const home = { container: { type: "view", view_id: "V1" }, channel: undefined, message: undefined };
    const actions = [
      {
        type: "button",
        action_id: "desk:~topic:founding",
        action_ts: "1.5",
        value: "~topic:founding",
        text: { type: "plain_text", text: "Gründen" },
      },
    ];
    expect(pressed({ ...home, actions })).toMatchObject({
      event: {
        place: { scope: "private", address: "T1:@U1" },
        what: { action: "~topic:founding", on: "", label: "Gründen" },
      },
    });
  });

  it.each([
    ["of a link", { actions: [{ type: "button", action_id: "x", url: "https://example.org" }] }],
    ["of another dialogue", { type: "view_submission" }],
  ])("%s does nothing", (_, more) => {
    expect(pressed(more).does).toBe("nothing");
  });
});

describe("the App Home and the workspace", () => {
  it("is shown when its tab is opened, and greets where messages are opened first", () => {
    const opened = { type: "app_home_opened", user: "U1", channel: "D1" };
    expect(read({ ...opened, tab: "home" })).toEqual({ does: "show-home", team: "T1", user: "U1" });
    expect(received({ ...opened, tab: "messages" })).toMatchObject({
      keys: ["event:Ev1", "joined:T1:U1"],
      place: { address: "T1:@U1", details: { channel: "D1" } },
      what: { kind: "membership", change: "joined" },
    });
  });

  it("hears who leaves a channel, of the bot by its own name, and of nobody else that they come", () => {
    const moved = { type: "member_left_channel", channel: "C1" };
    expect(received({ ...moved, user: "UBOT" })).toMatchObject({
      place: { address: "T1:C1" },
      sender: { id: "bot" },
      what: { change: "left" },
    });
    expect(received({ ...moved, user: "U1" })).toMatchObject({
      sender: { id: "T1:U1" },
      addressed: true,
      what: { change: "left" },
    });
    const joined = { type: "member_joined_channel", channel: "C1" };
    expect(received({ ...joined, user: "UBOT" })).toMatchObject({
      sender: { id: "T1:UBOT" },
      what: { change: "joined" },
    });
    expect(read({ ...joined, user: "U1" }).does).toBe("nothing");
    expect(received({ type: "channel_archive", channel: "C1", user: "U1" })).toMatchObject({
      sender: { id: "bot" },
      what: { change: "left" },
    });
  });

  it("is forgotten when the app is taken out", () => {
    expect(read({ type: "app_uninstalled" })).toMatchObject({ does: "forget-workspace", team: "T1" });
    expect(read({ type: "tokens_revoked", tokens: { bot: ["UBOT"] } }).does).toBe("forget-workspace");
    expect(read({ type: "tokens_revoked", tokens: { oauth: ["U1"] } }).does).toBe("nothing");
  });
});

describe("any body", () => {
  it("is read without an exception", () => {
    const field = fc.constantFrom(
      ...["type", "event", "team_id", "event_id", "user", "channel", "ts", "text", "actions", "message"],
      ...["subtype", "previous_message", "container", "command", "tokens", "files"],
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("message", "event_callback", "block_actions", "app_mention"),
    );
    const object = fc.dictionary(field, value);
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), object, object.map(callback)), (body) => {
        expect(readIncoming(body, reading)).toHaveProperty("does");
      }),
      { numRuns: 1_000 },
    );
  });
});
