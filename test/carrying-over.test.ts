import { expect, it } from "vitest";
import { readIncoming, toEvent } from "../adapters/web/incoming.js";
import { initialState } from "../src/bot/index.js";
import { openStore } from "../src/store/index.js";
import { plain } from "../src/text/index.js";
import { createTurn } from "../src/turn.js";
import type { DeskEvent, Place } from "../src/vocabulary/index.js";
import { compileShipped, NOW } from "./shipped-desk.js";
import { SECRET, temporaryFile } from "./store/setup.js";

const SITE = "https://desk.example";
const chat: Place = { channel: "telegram", scope: "private", address: "4711" };
const inTelegram = (id: string, text: string): DeskEvent => ({
  keys: [id],
  channel: "telegram",
  place: chat,
  sender: { id: "4711" },
  addressed: true,
  sentAt: new Date(NOW).toISOString(),
  what: { kind: "message", id, text, attachments: [] },
});

it("goes on in the web chat with what it was about in the messenger, by the link that was given there", async () => {
  const compiled = compileShipped();
  const clock = { now: () => NOW };
  const store = await openStore({ file: temporaryFile(), secret: SECRET, clock, initialState });
  const turn = createTurn({
    compiled: () => compiled,
    mask: (text) => text,
    site: () => SITE,
    carry: (conversation, now) => store.carry(conversation, now),
    stopwatch: () => 0,
  });
  const said = async (event: DeskEvent) => {
    const accepted = await store.accept({ event, logText: null, dueAt: NOW });
    if (accepted.result !== "accepted") throw new Error("The event was a repeat.");
    const loaded = await store.load(accepted.conversationId);
    if (!loaded) throw new Error("There is no such conversation.");
    const { decision, question, micros } = turn({
      conversation: loaded.conversation,
      seats: loaded.seats,
      events: loaded.events.map((open) => open.event),
      eventId: accepted.eventId,
      action: null,
      now: NOW,
    });
    const eventIds = [accepted.eventId];
    const rest = { question, micros, latencyMs: 0, giveUpAfterMs: 1 };
    await store.commit({ conversationId: accepted.conversationId, eventIds, decision, ...rest });
    return decision.say.map(({ message }) => ({
      text: plain(message.text),
      links: (message.links ?? []).map(({ url }) => url),
    }));
  };

  const [first] = await said(inTelegram("1", "English please"));
  expect(first?.text).toContain("no control over");
  await said(inTelegram("2", "How do I register a business?"));
  const person = await said(inTelegram("3", "/human"));
  const link = new URL(person.flatMap(({ links }) => links).find((url) => url.includes("do=person")) ?? "");
  expect(link.origin).toBe(SITE);

  // the page sends what stands in the link with the first thing that it sends
  const body = {
    id: "11111111-2222-4333-8444-555555555555",
    action: `~${link.searchParams.get("do")}`,
    on: "page:x",
    label: "Talk to a person",
    carry: link.searchParams.get("carry"),
  };
  const incoming = readIncoming(JSON.stringify(body));
  if (typeof incoming === "string") throw new Error(incoming);
  const there = await said(toEvent(incoming, "web-session", NOW));
  expect(there.map(({ text }) => text.split("\n")[0])).toEqual([
    expect.stringContaining("automated assistant"),
    expect.stringMatching(/^We go on here with “.*regist.*”/i),
    expect.stringContaining("Nobody can join you in this chat yet"),
  ]);
  // whoever is responsible for what was talked about there
  expect(there.at(-1)?.text).not.toBe("");
  const next = { id: "11111111-2222-4333-8444-666666666666", text: "and what does it cost?" };
  const followUp = readIncoming(JSON.stringify(next));
  if (typeof followUp === "string") throw new Error(followUp);
  expect((await said(toEvent(followUp, "web-session", NOW))).map(({ text }) => text).join()).not.toContain(
    "We go on here",
  );
  await store.close();
});
