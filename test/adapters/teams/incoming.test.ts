import { describe, expect, it } from "vitest";
import { readActivity } from "../../../adapters/teams/activity.js";
import { toEvent } from "../../../adapters/teams/incoming.js";
import type { DeskEvent } from "../../../src/vocabulary/index.js";

const NOW = Date.parse("2027-03-01T09:00:00Z");
const bot = { id: "28:bot", name: "Nahtstelle" };

/** A line in a personal chat, and what differs from it. */
const activity = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: "message",
  id: "1700000000001",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/de/",
  timestamp: "2027-03-01T08:59:59.000Z",
  locale: "de-DE",
  from: { id: "29:anna", name: "Anna" },
  recipient: bot,
  conversation: { id: "a:personal", conversationType: "personal", tenantId: "t-1" },
  text: "Wie melde ich ein Gewerbe an?",
  channelData: { tenant: { id: "t-1" } },
  ...more,
});
const mention = { type: "mention", text: "<at>Nahtstelle</at>", mentioned: bot };
const chain = { id: "19:abc@thread.tacv2;messageid=1699999999999", conversationType: "channel" };

function eventOf(given: Readonly<Record<string, unknown>>): DeskEvent | null {
  const read = readActivity(JSON.stringify(given));
  if (!read) throw new Error("This is no activity.");
  return toEvent(read, NOW);
}

describe("an activity of Teams", () => {
  it("in a personal chat is a message to the desk, with all that is needed to answer later", () => {
    expect(eventOf(activity())).toEqual({
      keys: ["message:a:personal:1700000000001"],
      channel: "teams",
      place: {
        channel: "teams",
        scope: "private",
        address: "a:personal",
        details: {
          serviceUrl: "https://smba.trafficmanager.net/de/",
          tenantId: "t-1",
          botId: "28:bot",
          conversationType: "personal",
        },
      },
      sender: { id: "29:anna", name: "Anna" },
      addressed: true,
      locale: "de-DE",
      sentAt: "2027-03-01T08:59:59.000Z",
      what: { kind: "message", id: "1700000000001", text: "Wie melde ich ein Gewerbe an?", attachments: [] },
    });
  });

  it("in a channel is addressed by a mention, is answered in its chain, and loses every mention of the bot", () => {
    const event = eventOf(
      activity({
        conversation: chain,
        text: "<at>Nahtstelle</at>&nbsp;wann habt ihr auf, <at>Nahtstelle</at>? Frage von <at>Bert</at>\r\nDanke &amp; Gruß",
        entities: [
          mention,
          { type: "mention", text: "<at>Bert</at>", mentioned: { id: "29:bert", name: "Bert" } },
          mention,
        ],
      }),
    );
    expect(event).toMatchObject({
      addressed: true,
      place: { scope: "room", address: "19:abc@thread.tacv2", thread: "1699999999999" },
      what: { text: "wann habt ihr auf,? Frage von Bert\nDanke & Gruß" },
    });
  });

  it("without a mention is addressed to nobody; further down in a chain it may go on", () => {
    expect(eventOf(activity({ conversation: chain }))).toMatchObject({ addressed: false, followsOn: true });
    const opening = eventOf(activity({ conversation: chain, id: "1699999999999" }));
    expect(opening?.addressed).toBe(false);
    expect(opening).not.toHaveProperty("followsOn");
    // `<at>` can be written by anybody: only the entity counts
    const written = activity({
      conversation: { id: "19:g", conversationType: "groupChat" },
      text: "<at>Nahtstelle</at>",
    });
    expect(eventOf(written)?.addressed).toBe(false);
  });

  it("of a pressed button is one press, however often Teams tells of it", () => {
    const press = (id: string) =>
      eventOf(
        activity({
          id,
          text: undefined,
          replyToId: "1700",
          value: { action: "a-1", on: "7.0", nonce: "7.0:a-1" },
        }),
      );
    expect(press("1")?.what).toEqual({ kind: "action", action: "a-1", on: "7.0" });
    expect(press("2")?.keys).toEqual(press("1")?.keys);
  });

  it("with files has these, and the HTML copy of the text is none", () => {
    const attachments = [
      { contentType: "text/html", content: "<p>Siehe Anhang</p>" },
      { contentType: "image/png", contentUrl: "https://x" },
      { contentType: "application/vnd.microsoft.teams.file.download.info", name: "Antrag.pdf" },
    ];
    expect(eventOf(activity({ attachments }))?.what).toMatchObject({
      attachments: [{ kind: "image" }, { kind: "file", name: "Antrag.pdf" }],
    });
  });

  it("of an edited or deleted message says which", () => {
    const data = (eventType: string) => ({ channelData: { eventType, tenant: { id: "t-1" } } });
    expect(eventOf(activity({ type: "messageUpdate", text: "neu", ...data("editMessage") }))?.what).toEqual({
      kind: "edit",
      id: "1700000000001",
      text: "neu",
    });
    expect(eventOf(activity({ type: "messageUpdate", ...data("undeleteMessage") }))).toBeNull();
    expect(eventOf(activity({ type: "messageDelete", ...data("softDeleteMessage") }))?.what).toEqual({
      kind: "deletion",
      id: "1700000000001",
    });
  });

  it("greets who opens the chat, and is silent about everything else that happens in one", () => {
    const joined = activity({ type: "conversationUpdate", text: undefined, membersAdded: [bot] });
    expect(eventOf(joined)?.what).toEqual({ kind: "membership", change: "joined" });
    for (const nothing of [
      activity({ type: "conversationUpdate", membersAdded: [{ id: "29:bert" }] }),
      activity({ type: "conversationUpdate", membersAdded: [bot], conversation: chain }),
      activity({ type: "typing" }),
      activity({ type: "messageReaction" }),
      activity({ type: "endOfConversation" }),
      activity({ from: bot }),
      activity({ from: { id: "28:other" } }),
      activity({ from: { id: "29:x", role: "bot" } }),
      activity({ text: "", value: undefined }),
    ])
      expect(eventOf(nothing)).toBeNull();
  });
});

describe("what is no activity", () => {
  it.each([
    ["{}"],
    ["null"],
    ["[]"],
    ["5"],
    ['"message"'],
    ["{nope"],
    [""],
    [JSON.stringify(activity({ type: 7 }))],
    [JSON.stringify(activity({ conversation: undefined }))],
    [JSON.stringify(activity({ serviceUrl: undefined }))],
    [JSON.stringify(activity({ serviceUrl: "file:///etc/passwd" }))],
    [JSON.stringify(activity({ channelId: undefined }))],
    [JSON.stringify(activity({ from: undefined }))],
  ])("is not read: %s", (body) => {
    expect(readActivity(body)).toBeNull();
  });
});
