import { describe, expect, it } from "vitest";
import type { FeedbackReason } from "../../src/vocabulary/index.js";
import {
  accept,
  button,
  load,
  message,
  NOW,
  outgoing,
  press,
  privatePlace,
  say,
  setClock,
  storeAt,
  temporaryFile,
  turn,
} from "./setup.js";

const anna = { place: privatePlace(), sender: "anna" };

describe("the transcript", () => {
  it("shows what the guest saw, in order, and reads on from a cursor", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1"), { say: [say(privatePlace(), "1.0")], actions: [button("1.a")] });
    await turn(store, press("2", "1.a"), { say: [say(privatePlace(), "2.0"), say(privatePlace(), "2.1")] });
    await turn(store, message("3", "bert"));
    const all = await store.transcript({ ...anna, cursor: 0, now: NOW });
    expect(all.map(({ cursor, at, ...line }) => line)).toEqual([
      { from: "guest", clientId: "1", text: "Frage 1" },
      { from: "desk", message: outgoing("1.0") },
      { from: "guest", text: "Knopf 1.a", pressed: { action: "1.a", on: "" } },
      { from: "desk", message: outgoing("2.0") },
      { from: "desk", message: outgoing("2.1") },
    ]);
    expect(all[0]?.at).toBe("2027-03-01T09:00:00.000Z");
    const [, , third] = all;
    expect(await store.transcript({ ...anna, cursor: third?.cursor ?? 0, now: NOW })).toEqual(all.slice(3));
    expect(await store.transcript({ ...anna, sender: "mallory", cursor: 0, now: NOW })).toEqual([]);
  });

  it("shows which button was pressed where, with the label that the desk gave it, else with its own words", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1"), { actions: [button("1.a")] });
    const pressing = async (id: string, action: string, words: string | null, guest = "anna") =>
      store.accept({
        event: { ...press(id, action, guest), what: { kind: "action", action, on: "1.0" } },
        logText: words,
        dueAt: NOW,
      });
    await pressing("2", "1.a", "another label");
    await pressing("3", "~topic:founding", "Gründung");
    await pressing("4", "swept-long-ago", null);
    await pressing("5", "1.a", "Knopf 1.a", "bert");
    const pressed = async (guest: string) =>
      (await store.transcript({ place: privatePlace(guest), sender: guest, cursor: 0, now: NOW }))
        .filter((line) => line.from === "guest")
        .map(({ text, pressed: button }) => [text, button?.action, button?.on]);
    expect(await pressed("anna")).toEqual([
      ["Frage 1", undefined, undefined],
      ["Knopf 1.a", "1.a", "1.0"],
      ["Gründung", "~topic:founding", "1.0"],
    ]);
    expect(await pressed("bert")).toEqual([]);
  });

  it("keeps back a held line and all behind it, so that reading on misses none", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const holdUntil = new Date(NOW + 10_000).toISOString();
    await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0"), say(privatePlace(), "1.1", { holdUntil })],
    });
    await turn(store, message("2"), { say: [say(privatePlace(), "2.0")] });
    expect(await store.transcript({ ...anna, cursor: 0, now: NOW })).toHaveLength(2);
    expect(await store.transcript({ ...anna, cursor: 0, now: NOW + 10_000 })).toHaveLength(5);
  });

  it("does not show a guest what was said to others on their account", async () => {
    const store = await storeAt(temporaryFile());
    const room = { channel: "slack", scope: "room", address: "staff" } as const;
    await turn(store, message("1"), { say: [say(room, "1.0", { aside: true }), say(privatePlace(), "1.1")] });
    const lines = await store.transcript({ ...anna, cursor: 0, now: NOW });
    expect(lines.map(({ message: line }) => line?.id)).toEqual([undefined, "1.1"]);
    expect((await store.log({ last: 1 }))[0]?.answers.map(({ id }) => id)).toEqual(["1.1"]);
  });
});

describe("the log", () => {
  it("shows the last turns, oldest first, with all that was decided", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    await turn(store, message("1"));
    clock.time = NOW + 1000;
    const second = await turn(store, message("2"), {
      log: {
        outcome: "fallback",
        intents: [],
        answered: [],
        kind: "citizens-matter",
        expired: true,
        form: "call-back",
        language: "en",
        knowledge: "k2",
        reasons: ["out of scope"],
      },
    });
    await turn(store, message("3", "bert"));
    const log = await store.log({ last: 2 });
    expect(log).toHaveLength(2);
    const { conversation } = await load(store, second.conversationId);
    expect(log[0]).toEqual({
      turn: second.eventId,
      at: "2027-03-01T09:00:01.000Z",
      channel: "web",
      guest: conversation.guestPseudonym.slice(0, 8),
      conversation: second.conversationId,
      question: "Frage",
      answers: [outgoing(`${second.eventId}.0`)],
      delivery: "queued",
      deliveryError: null,
      outcome: "fallback",
      intents: [],
      answered: [],
      kind: "citizens-matter",
      expired: true,
      form: "call-back",
      language: "en",
      knowledge: "k2",
      reasons: ["out of scope"],
      helpful: null,
      feedbackReason: null,
      latencyMs: 12,
      micros: 345,
      joined: 1,
    });
    expect(await store.log({ last: 9, channel: "slack" })).toEqual([]);
    expect(await store.log({ last: 9, channel: "web" })).toHaveLength(3);
  });

  it("goes by time: a timer that was set long ago comes last when it is decided last", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const timers = [{ at: new Date(NOW + 60_000).toISOString(), name: "remind" }];
    const { conversationId } = await turn(store, message("1"), { timers });
    clock.time = NOW + 30_000;
    await turn(store, message("2"));
    clock.time = NOW + 60_000;
    const { conversation, events } = await load(store, conversationId);
    const ids = events.map(({ id }) => id);
    expect(ids).toEqual([2]);
    await store.commit({
      conversationId,
      eventIds: ids,
      decision: {
        say: [],
        state: conversation.state,
        log: { outcome: "ignored", intents: [], answered: [], language: "de", knowledge: "k", reasons: [] },
        actions: [],
        timers: [],
        expects: conversation,
      },
      question: null,
      latencyMs: 0,
      micros: 0,
      giveUpAfterMs: 1,
    });
    expect((await store.log({ last: 9 })).map((logged) => logged.turn)).toEqual([1, 3, 2]);
  });

  it("shows whether the answer has reached the platform, and why not", async () => {
    const store = await storeAt(temporaryFile());
    const { messages } = await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0"), say(privatePlace(), "1.1")],
    });
    const [first = 0, second = 0] = messages.map(({ id }) => id);
    const delivery = async () => {
      const [logged] = await store.log({ last: 1 });
      return [logged?.delivery, logged?.deliveryError];
    };
    await store.sent(first, [{ id: "r" }]);
    await store.retryLater(second, { nextAt: NOW + 5, unknowns: 0, error: "429" });
    expect(await delivery()).toEqual(["queued", "429"]);
    await store.giveUp(second, "the guest has blocked the bot");
    expect(await delivery()).toEqual(["failed", "the guest has blocked the bot"]);
    await store.sent(second, [{ id: "s" }]);
    expect(await delivery()).toEqual(["sent", null]);
  });

  it("shows how the guest rated a turn; the last word counts, and only on one's own turns", async () => {
    const store = await storeAt(temporaryFile());
    const rated = await turn(store, message("1"));
    const rate = (guest: string, id: string, helpful: boolean, reason?: FeedbackReason) =>
      turn(store, message(id, guest), {
        log: {
          outcome: "feedback",
          intents: [],
          answered: [],
          language: "de",
          knowledge: "k",
          reasons: [],
          rated: { turn: rated.eventId, helpful, ...(reason ? { reason } : {}) },
        },
      });
    const rating = async () => {
      const [first] = await store.log({ last: 9 });
      return [first?.helpful, first?.feedbackReason];
    };
    expect(await rating()).toEqual([null, null]);
    await rate("anna", "2", true);
    expect(await rating()).toEqual([true, null]);
    await rate("anna", "3", false);
    expect(await rating()).toEqual([false, null]);
    await rate("anna", "4", false, "outdated");
    await rate("bert", "5", true);
    expect(await rating()).toEqual([false, "outdated"]);
    await rate("anna", "6", true);
    expect(await rating()).toEqual([true, null]);
  });
});

describe("the figures", () => {
  it("count what is open, queued and failed, but no timer of the future", async () => {
    const store = await storeAt(temporaryFile());
    expect(await store.figures()).toEqual({ openEvents: 0, oldestOpenAt: null, queued: 0, failed: 0 });
    const timers = [{ at: new Date(NOW + 60_000).toISOString(), name: "remind" }];
    const { messages } = await turn(store, message("1"), { timers });
    await turn(store, message("2"));
    await accept(store, message("3"));
    await store.giveUp(messages[0]?.id ?? 0, "blocked by the guest");
    expect(await store.figures()).toEqual({ openEvents: 1, oldestOpenAt: NOW, queued: 1, failed: 1 });
  });
});
