import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import {
  accept,
  answerTo,
  button,
  decision,
  initialState,
  load,
  message,
  NOW,
  openForm,
  press,
  privatePlace,
  setClock,
  storeAt,
  temporaryFile,
  turn,
} from "./setup.js";

const HOUR = 3_600_000;
const offer = (store: Awaited<ReturnType<typeof storeAt>>, event: ReturnType<typeof message>) =>
  store.accept({ event, logText: "", dueAt: NOW });

describe("accepting an event", () => {
  it("keeps it whole until it is decided", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId, eventId } = await accept(store, message("1"), NOW + 1500);
    const loaded = await load(store, conversationId);
    expect(loaded.conversation).toMatchObject({
      owner: "bot",
      version: 0,
      state: initialState,
      place: privatePlace(),
    });
    expect(loaded.events).toEqual([
      { id: eventId, receivedAt: NOW, dueAt: NOW + 1500, failures: 0, event: message("1") },
    ]);
  });

  it("takes an event with any key seen before for a repeat, also after a restart and in the same moment", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const twice = [offer(store, message("1")), offer(store, message("1"))];
    expect((await Promise.all(twice)).map(({ result }) => result)).toEqual(["accepted", "repeat"]);
    expect(await offer(store, { ...message("2"), keys: ["other", "key-1"] })).toEqual({ result: "repeat" });
    await store.close();
    const reopened = await storeAt(file);
    expect(await offer(reopened, message("1"))).toEqual({ result: "repeat" });
    expect(await offer(reopened, message("3"))).toMatchObject({ result: "accepted" });
  });

  it("tells the same key of two channels apart", async () => {
    const store = await storeAt(temporaryFile());
    await accept(store, message("1"));
    const other = {
      ...message("1"),
      channel: "telegram",
      place: { ...privatePlace(), channel: "telegram" },
    } as const;
    expect(await offer(store, other)).toMatchObject({ result: "accepted" });
  });

  it("refuses an event without a key and takes one that names a key twice", async () => {
    const store = await storeAt(temporaryFile());
    await expect(offer(store, { ...message("1"), keys: [] })).rejects.toThrow("at least one key");
    expect(await offer(store, { ...message("1"), keys: ["a", "a"] })).toMatchObject({ result: "accepted" });
  });

  it("forgets keys after 72 hours, bit by bit, and none before", async () => {
    const clock = setClock();
    const file = temporaryFile();
    const store = await storeAt(file, clock);
    await Promise.all(Array.from({ length: 400 }, (_, index) => accept(store, message(`old-${index}`))));
    const keys = () =>
      new Sqlite(file, { readonly: true }).prepare("select count(*) from event_key").pluck().get();
    clock.time = NOW + 71 * HOUR;
    await Promise.all(Array.from({ length: 200 }, (_, index) => accept(store, message(`day-3-${index}`))));
    expect(keys()).toBe(600);
    expect(await offer(store, message("old-0"))).toEqual({ result: "repeat" });
    clock.time = NOW + 73 * HOUR;
    await Promise.all(Array.from({ length: 200 }, (_, index) => accept(store, message(`day-4-${index}`))));
    expect(keys()).toBe(400);
    expect(await offer(store, message("old-0"))).toMatchObject({ result: "accepted" });
    expect(await offer(store, message("day-3-0"))).toEqual({ result: "repeat" });
  });

  it("gives one guest one conversation a place, and each sender of a room one of their own", async () => {
    const store = await storeAt(temporaryFile());
    const ids = [];
    const room = { channel: "slack", scope: "room", address: "C1", thread: "1" } as const;
    const inRoom = (id: string, guest: string, thread = "1") =>
      ({ ...message(id, guest), channel: "slack", place: { ...room, thread } }) as const;
    for (const event of [
      message("1"),
      message("2"),
      message("3", "bert"),
      inRoom("4", "anna"),
      inRoom("5", "bert"),
      inRoom("6", "anna"),
      inRoom("7", "anna", "2"),
    ])
      ids.push((await accept(store, event)).conversationId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[3]).toBe(ids[5]);
    expect(new Set(ids).size).toBe(5);
    const [anna, bert] = [await load(store, ids[3] ?? 0), await load(store, ids[4] ?? 0)];
    expect(anna.conversation.guestPseudonym).not.toBe(bert.conversation.guestPseudonym);
    expect((await load(store, ids[6] ?? 0)).conversation.guestPseudonym).toBe(
      anna.conversation.guestPseudonym,
    );
  });

  it("keeps the newest details of a place", async () => {
    const store = await storeAt(temporaryFile());
    await accept(store, message("1"));
    const place = { ...privatePlace(), details: { serviceUrl: "https://two.example" } };
    const { conversationId } = await accept(store, { ...message("2"), place });
    expect((await load(store, conversationId)).conversation.place).toEqual(place);
  });
});

describe("loading", () => {
  it("gives open events in their order, and a due timer behind what was written, however old it is", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const timers = [
      { at: new Date(NOW + 60_000).toISOString(), name: "remind" },
      { at: new Date(NOW + 30_000).toISOString(), name: "warn" },
      { at: new Date(NOW + 9 * HOUR).toISOString(), name: "close" },
    ];
    const { conversationId } = await turn(store, message("1"), { timers });
    expect((await load(store, conversationId)).events).toEqual([]);
    clock.time = NOW + 2 * HOUR;
    await accept(store, message("2"));
    await accept(store, press("3", "x"));
    const { events } = await load(store, conversationId);
    expect(events.map(({ event: { what } }) => (what.kind === "timer" ? what.name : what.kind))).toEqual([
      "message",
      "action",
      "warn",
      "remind",
    ]);
    expect(events[2]?.event).toMatchObject({ channel: "web", place: privatePlace(), sentAt: timers[1]?.at });
  });

  it("gives a flood in portions and says that there is more", async () => {
    const store = await storeAt(temporaryFile());
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) => accept(store, message(`${index}`))),
    );
    const { events, more } = await load(store, all[0]?.conversationId ?? 0);
    expect(more).toBe(true);
    expect(events.map(({ id }) => id)).toEqual(all.slice(0, events.length).map(({ eventId }) => eventId));
  });

  it("knows no conversation that is not there", async () => {
    const store = await storeAt(temporaryFile());
    expect(await store.load(4711)).toBeNull();
  });
});

describe("buttons", () => {
  it("belong to their conversation and have their time", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const more = button("1.more", { act: { does: "more", intent: "business-registration" } });
    const anna = await turn(store, message("1"), { actions: [more] });
    const bert = await turn(store, message("2", "bert"));
    expect(await store.action("1.more", anna.conversationId)).toEqual({
      ...more,
      until: "2027-03-02T00:00:00.000Z",
    });
    expect(await store.action("1.more", bert.conversationId)).toBeNull();
    expect(await store.action("none", anna.conversationId)).toBeNull();
    clock.time = Date.parse(more.until) + 1;
    expect(await store.action("1.more", anna.conversationId)).toBe("expired");
  });
});

describe("what is due", () => {
  it("is found by time, channel and conversation, and the next time after that", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const channels = ["web"] as const;
    const anna = await accept(store, message("1"), NOW);
    const bert = await accept(store, message("2", "bert"), NOW + 1000);
    const carl = await accept(store, message("3", "carl"), NOW);
    expect(await store.due({ now: NOW, channels, limit: 9 })).toEqual([
      anna.conversationId,
      carl.conversationId,
    ]);
    expect(await store.due({ now: NOW, channels, limit: 1 })).toEqual([anna.conversationId]);
    expect(await store.due({ now: NOW, channels, after: anna.conversationId, limit: 9 })).toEqual([
      carl.conversationId,
    ]);
    expect(await store.due({ now: NOW, channels: ["slack"], limit: 9 })).toEqual([]);
    expect(await store.nextDue({ now: NOW, channels })).toBe(NOW + 1000);
    expect(await store.nextDue({ now: NOW + 1000, channels })).toBeNull();
    await store.commit(answerTo(await load(store, anna.conversationId)));
    expect(await store.due({ now: NOW + 1000, channels, limit: 9 })).toEqual([
      bert.conversationId,
      carl.conversationId,
    ]);
  });

  it("is put off by a failure, which is counted", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId, eventId } = await accept(store, message("1"));
    await store.failed([eventId], NOW + 5000);
    expect((await load(store, conversationId)).events).toMatchObject([{ failures: 1, dueAt: NOW + 5000 }]);
    expect(await store.due({ now: NOW, channels: ["web"], limit: 9 })).toEqual([]);
  });

  it("includes after a restart what was held for gathering, but no timer of the future", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await accept(store, message("1"), NOW + 1500);
    const timers = [{ at: new Date(NOW + 60_000).toISOString(), name: "remind" }];
    const other = await turn(store, message("2", "bert"), { timers });
    await store.recover(["web"]);
    expect(await store.due({ now: NOW, channels: ["web"], limit: 9 })).toEqual([conversationId]);
    expect((await load(store, other.conversationId)).events).toEqual([]);
    expect(await store.nextDue({ now: NOW, channels: ["web"] })).toBe(NOW + 60_000);
  });
});

describe("an open form", () => {
  it("is there again with the next message, and gone when it was closed", async () => {
    const store = await storeAt(temporaryFile());
    const form = openForm({ name: "Erika Muster", company: null });
    await turn(store, message("1"), { state: { ...initialState, form } });
    const { conversationId } = await accept(store, message("2"));
    expect((await load(store, conversationId)).conversation.state).toEqual({ ...initialState, form });
    await store.commit(answerTo(await load(store, conversationId)));
    expect((await load(store, conversationId)).conversation.state).toEqual(initialState);
  });
});

describe("committing a decision", () => {
  it("is stale when version or owner have changed or an event was answered, and writes nothing then", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await accept(store, message("1"));
    const first = await load(store, conversationId);
    await accept(store, message("2"));
    const both = await load(store, conversationId);
    expect(await store.commit(answerTo(first))).toMatchObject({ result: "committed" });
    expect(await store.commit(answerTo(first))).toEqual({ result: "stale" });
    expect(await store.commit(answerTo(both))).toEqual({ result: "stale" });

    const now = await load(store, conversationId);
    expect(now.conversation.version).toBe(1);
    const other = decision({ owner: "person", version: 1 });
    expect(await store.commit(answerTo(now, { decision: other }))).toEqual({ result: "stale" });
    const answered = { ...answerTo(now), eventIds: both.events.map(({ id }) => id) };
    expect(await store.commit(answered)).toEqual({ result: "stale" });
    const foreign = await accept(store, message("3", "bert"));
    expect(await store.commit({ ...answerTo(now), eventIds: [foreign.eventId] })).toEqual({
      result: "stale",
    });
    expect(await store.commit({ ...answerTo(now), conversationId: 4711 })).toEqual({ result: "stale" });

    expect(await store.log({ last: 9 })).toHaveLength(1);
    expect(await store.outgoing({ channels: ["web"], limit: 9 })).toHaveLength(1);
    expect(await store.commit(answerTo(now))).toMatchObject({ result: "committed" });
  });

  it("lets one of two decisions in the same moment win", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await accept(store, message("1"));
    const loaded = await load(store, conversationId);
    const results = await Promise.all([store.commit(answerTo(loaded)), store.commit(answerTo(loaded))]);
    expect(results.map(({ result }) => result)).toEqual(["committed", "stale"]);
  });

  it("leaves everything open when a part of it cannot be written", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await accept(store, message("1"));
    const loaded = await load(store, conversationId);
    const bad = decision(loaded.conversation, { timers: [{ at: "tomorrow", name: "x" }] });
    await expect(store.commit(answerTo(loaded, { decision: bad }))).rejects.toThrow(
      '"tomorrow" is not a time',
    );
    expect(await load(store, conversationId)).toEqual(loaded);
    expect(await store.log({ last: 9 })).toEqual([]);
  });

  it("says when the first of its timers is due", async () => {
    const store = await storeAt(temporaryFile());
    const timers = [60_000, 30_000].map((after) => ({ at: new Date(NOW + after).toISOString(), name: "x" }));
    expect((await turn(store, message("1"), { timers })).firstTimerAt).toBe(NOW + 30_000);
    expect((await turn(store, message("2"))).firstTimerAt).toBeNull();
  });

  it("answers several lines with one turn that is named after the last of them", async () => {
    const store = await storeAt(temporaryFile());
    await accept(store, message("1"));
    const last = await accept(store, message("2"));
    await store.commit(answerTo(await load(store, last.conversationId)));
    expect(await store.log({ last: 9 })).toMatchObject([{ turn: last.eventId, joined: 2 }]);
    expect((await load(store, last.conversationId)).events).toEqual([]);
  });

  it("keeps the content of an event no longer than it is needed", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await turn(store, message("1"));
    const payloads = new Sqlite(file, { readonly: true }).prepare("select payload from event").pluck().all();
    expect(payloads).toEqual([null]);
  });
});
