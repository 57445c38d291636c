import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegramChannel } from "../../../adapters/telegram/index.js";
import { fromPlain, paragraph, text } from "../../../src/text/index.js";
import type { Channel, OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { type Group, type Guest, startTelegram, type TelegramServer } from "../../servers/telegram/index.js";
import { begun, left, openThread, type RoomDesk, said, startRoomDesk } from "../room-desk.js";

let telegram: TelegramServer;
let desk: RoomDesk;
let channel: Channel;
let anna: Guest;
let bert: Guest;
let group: Group;
let room: Place;

beforeEach(async () => {
  telegram = await startTelegram();
  desk = await startRoomDesk();
  channel = await begun(telegramChannel(), desk);
  // Telegram tells nothing of what it was not asked for yet
  await expect.poll(() => telegram.calls.some(({ method }) => method === "getUpdates")).toBe(true);
  [anna, bert] = [telegram.guest(11), telegram.guest(12)];
  group = telegram.group(anna, { forum: true, admin: true });
  room = { channel: "telegram", scope: "room", address: String(group.id()) };
});
afterEach(async () => {
  await channel.stop();
  await desk.close();
  await telegram.close();
});

const telegramChannel = (): Channel =>
  createTelegramChannel({ token: telegram.token, webhook: null, apiRoot: telegram.root });

const card = (words = "Neue Anfrage: Gewerbe anmelden"): OutgoingMessage => ({
  id: "7.0",
  language: "de",
  text: [paragraph(text(words))],
  buttons: [
    { label: "Übernehmen", action: "a-take", primary: true },
    { label: "Weitergeben", action: "a-pass" },
  ],
});
const line = (words: string): OutgoingMessage => ({
  id: "8.0",
  language: "de",
  text: [paragraph(text(words))],
});
/** As a line of the guest is passed on: who said it in bold, then the words. */
const relayed = (words: string): OutgoingMessage => {
  const [first, ...rest] = fromPlain(words);
  const said = first?.type === "paragraph" ? first.children : [];
  const name = { type: "bold", children: [text("Gast:")] } as const;
  return { ...line(""), text: [paragraph(name, " ", ...said), ...rest] };
};
const topicOf = ({ thread }: Place): number => Number(thread);

describe("a topic in a staff room on Telegram", () => {
  it("is begun by the card, with all of its parts, and written to afterwards", async () => {
    const long = card("Satz mit Wörtern. ".repeat(400));
    const { place, receipt } = await openThread(channel, room, long);
    expect(place).toEqual({ ...room, thread: expect.stringMatching(/^\d+$/) });
    await channel.send(place, line("Der Verlauf"));
    const seen = group.sees(topicOf(place)).filter((one) => one.text !== "");
    expect(seen).toHaveLength((channel.parts?.(room, long) ?? 0) + 1);
    expect(seen[0]?.id).toBe(Number(receipt.id));
    expect(seen.at(-1)?.text).toBe("Der Verlauf");
    expect(seen.flatMap(({ buttons }) => buttons.flat()).map((key) => key.text)).toEqual([
      "Übernehmen",
      "Weitergeben",
    ]);
  });

  it("tells of every line with the place that it was begun with", async () => {
    const { place, receipt } = await openThread(channel, room, card());
    const topic = topicOf(place);

    group.press(anna, "Übernehmen");
    expect(await desk.heard(({ what }) => what.kind === "action")).toMatchObject({
      place,
      addressed: true,
      sender: { id: "11" },
      what: { action: "a-take", on: receipt.id },
    });

    // points to the message that opened the topic, as every line there that answers nobody
    const reply = group.write(anna, "Guten Tag, ich kümmere mich.", { topic });
    const heard = await desk.heard((event) => said(event) === "Guten Tag, ich kümmere mich.");
    expect(heard).toMatchObject({ place, addressed: false, followsOn: true, sender: { id: "11" } });
    expect(heard.what).not.toHaveProperty("replyTo");

    group.write(bert, "!! Vorsicht, die kennt den Chef", { topic, replyTo: reply });
    expect(await desk.heard((event) => said(event)?.startsWith("!!") === true)).toMatchObject({
      place,
      addressed: false,
      what: { text: "!! Vorsicht, die kennt den Chef", replyTo: String(reply) },
    });

    group.write(anna, "Auf die Karte", { topic, replyTo: Number(receipt.id) });
    expect(await desk.heard((event) => said(event) === "Auf die Karte")).toMatchObject({
      place,
      addressed: true,
    });
    group.write(anna, `@${telegram.username} noch etwas`, { topic });
    expect(await desk.heard((event) => said(event) === "noch etwas")).toMatchObject({
      place,
      addressed: true,
    });

    group.edit(anna, reply, "Guten Tag, ich übernehme.");
    expect(await desk.heard(({ what }) => what.kind === "edit")).toMatchObject({
      place,
      addressed: false,
      followsOn: true,
      what: { id: String(reply), text: "Guten Tag, ich übernehme." },
    });
  });

  it("is told by its place to a desk that was started after it was begun, and nothing is kept of it", async () => {
    const { place } = await openThread(channel, room, card());
    const reply = group.write(anna, "eins", { topic: topicOf(place) });
    await desk.heard((event) => said(event) === "eins");
    await channel.stop();
    channel = await begun(telegramChannel(), desk);
    group.write(bert, "zwei", { topic: topicOf(place), replyTo: reply });
    expect(await desk.heard((event) => said(event) === "zwei")).toMatchObject({ place, addressed: false });
    expect(await desk.desk.memory.all("")).toEqual(new Map());
  });

  it("is told from one that somebody else has opened: what people say there is none of the desk's business", async () => {
    const topic = group.openTopic(anna, "Kaffee");
    const first = group.write(anna, "Wer kommt?", { topic });
    group.write(bert, "Ich", { topic, replyTo: first });
    for (const words of ["Wer kommt?", "Ich"]) {
      const event = await desk.heard((one) => said(one) === words);
      expect(event.addressed).toBe(false);
      expect(event).not.toHaveProperty("followsOn");
    }
  });

  it("has its card edited, and messages taken back", async () => {
    const { place, receipt } = await openThread(channel, room, card());
    const sent = await channel.send(place, line("Vorschau"));
    await channel.edit?.(receipt, place, { ...card("Übernommen von Anna"), buttons: [] });
    await channel.remove?.(sent, place);
    await channel.remove?.(sent, place);
    const seen = group.sees(topicOf(place)).filter((one) => one.text !== "");
    expect(seen.map((one) => [one.text, one.buttons.length])).toEqual([["Übernommen von Anna", 0]]);
  });
});

describe("who is no longer in a staff room on Telegram", () => {
  it("is a member who leaves", async () => {
    group.leave(bert);
    await expect.poll(() => left(desk.events)).toContain(`12 ${group.id()}`);
    expect(new Set(left(desk.events))).toEqual(new Set([`12 ${group.id()}`]));
  });

  it("is the bot when it is removed, and nothing can be sent any more", async () => {
    const { place } = await openThread(channel, room, card());
    group.removeBot(anna);
    await expect.poll(() => left(desk.events)).toEqual([`bot ${group.id()}`]);
    await expect(channel.send(place, line("x"))).rejects.toMatchObject({ delivery: "undeliverable" });
    await expect(openThread(channel, room, card())).rejects.toMatchObject({ delivery: "undeliverable" });
  });
});

describe("what cannot be sent into a staff room on Telegram", () => {
  it("is a line to a topic that was deleted", async () => {
    const { place } = await openThread(channel, room, card());
    group.deleteTopic(topicOf(place));
    await expect(channel.send(place, line("x"))).rejects.toMatchObject({
      delivery: "undeliverable",
      message: "sendMessage: 400 Bad Request: message thread not found",
    });
  });

  it("is a line to a topic of a group whose topics were switched off: it does not stay among other lines", async () => {
    const { place } = await openThread(channel, room, card());
    group.setForum(false);
    await expect(channel.send(place, line("Gast: geheim"))).rejects.toMatchObject({
      delivery: "undeliverable",
      message: "sendMessage: 400 the group has no topics any more",
    });
    expect(group.sees().map(({ text: shown }) => shown)).not.toContain("Gast: geheim");
    await expect(openThread(channel, room, card())).rejects.toMatchObject({
      delivery: "undeliverable",
      message: expect.stringContaining("the chat is not a forum"),
    });
  });

  it.each([
    "TOPIC_DELETED",
    "TOPIC_CLOSED",
    "message thread not found",
    "not enough rights to create a topic",
  ])("is given up: %s", async (description) => {
    const { ApiFailure, sendFailure } = await import("../../../adapters/telegram/failure.js");
    const said = { code: 400, description: `Bad Request: ${description}` };
    expect(sendFailure(new ApiFailure("sendMessage", said), room)).toMatchObject({
      delivery: "undeliverable",
    });
  });

  it("is a topic in a group that has become a supergroup: it says where that is", async () => {
    const plain = telegram.group(anna, { admin: true });
    const before: Place = { ...room, address: String(plain.id()) };
    plain.migrate(anna);
    await expect(openThread(channel, before, card())).rejects.toMatchObject({
      delivery: "retryable",
      movedTo: { ...room, address: String(plain.id()) },
    });
    expect(await desk.heard(({ what }) => what.kind === "membership")).toMatchObject({
      place: before,
      what: { change: "moved", to: { ...room, address: String(plain.id()) } },
    });
  });
});

describe("a guest's words in a staff room on Telegram", () => {
  const pieces = fc.constantFrom(
    ...["@channel", "@anna_b", "@here", "ä@anna_b", "(@anna_b", "/close", "/erase@desk_test_bot", "!/take"],
    ...[
      "[Amt](https://evil.example)",
      "https://evil.example/x",
      "https://evil.example/x!/take",
      "t.me/anna_b",
    ],
    ...[
      "<a href='https://evil.example'>Amt</a>",
      "**x**",
      "`x`",
      "\n",
      " ",
      "x",
      "!!",
      "#x",
      "tg://user?id=1",
    ],
  );
  const words = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
  );

  it("mention nobody, hold no command, link nowhere, preview nothing and are no card", async () => {
    const { place, receipt } = await openThread(channel, room, card());
    let count = 0;
    await fc.assert(
      fc.asyncProperty(words, async (guest) => {
        count += 1;
        const before = telegram.calls.length;
        const sent = await channel.send(place, relayed(guest));
        await channel.edit?.(sent, place, relayed(`${guest} ${count}`));
        await channel.edit?.(receipt, place, card(`Karte ${guest} ${count}`));
        const calls = telegram.calls.slice(before).filter(({ method }) => method !== "getUpdates");
        expect(calls.map(({ method }) => method)).toEqual([
          "sendMessage",
          "editMessageText",
          "editMessageText",
        ]);
        for (const { params } of calls) {
          expect(params["link_preview_options"]).toEqual({ is_disabled: true });
          expect(params).not.toHaveProperty("parse_mode");
          // what is bold is who said it; nothing is a link or a mention
          const heads = [{ type: "bold", offset: 0, length: 5 }];
          expect(params["entities"]).toEqual(String(params["text"]).startsWith("Gast:") ? heads : undefined);
          // as Telegram finds them (td/telegram/MessageEntity.cpp)
          expect(params["text"]).not.toMatch(/(?<![\p{L}\p{N}_])@\w{2,}/u);
          expect(String(params["text"]).replaceAll(/https?:\/\/[\w./]+/gu, "")).not.toMatch(
            /(?<![\p{L}\p{N}_/<>])\/\w+/u,
          );
        }
        expect(calls.filter(({ params }) => "reply_markup" in params)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it("name the topic without a mention or a command", async () => {
    await openThread(channel, room, card("@anna_b /close Frage"));
    const created = telegram.calls.find(({ method }) => method === "createForumTopic");
    expect(created?.params["name"]).toBe("@\u2060anna_b /\u2060close Frage");
  });

  it("keep their addresses", async () => {
    const { place } = await openThread(channel, room, card());
    const words = "Siehe https://stadt.example.org/a/b?c=/d, kontakt@stadt.example.org, Mo/Di und 1/2";
    await channel.send(place, line(words));
    expect(group.sees(topicOf(place)).at(-1)?.text).toBe(words);
  });
});

it("counts all topics of a group of Telegram together", () => {
  expect(channel.rates).toContainEqual({ most: 20, withinMs: 60_000, of: "chat", scope: "room" });
});
