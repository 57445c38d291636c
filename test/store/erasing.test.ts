import { existsSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import {
  accept,
  answerTo,
  booking,
  button,
  initialState,
  load,
  message,
  NOW,
  openForm,
  press,
  privatePlace,
  say,
  setClock,
  storeAt,
  submission,
  temporaryFile,
  turn,
} from "./setup.js";

const anna = { place: privatePlace(), sender: "anna" };
const TABLES = [
  "guest",
  "address",
  "conversation",
  "event",
  "message",
  "turn",
  "action",
  "feedback",
  "outbox",
];

/** Rows by table; none that are empty. */
function rowsIn(file: string): Record<string, number> {
  const database = new Sqlite(file, { readonly: true });
  const count = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get() as number;
  const counts = TABLES.map((table) => [table, count(table)] as const);
  database.close();
  return Object.fromEntries(counts.filter(([, rows]) => rows > 0));
}

/** A conversation with something of everything in it. */
async function talk(store: Awaited<ReturnType<typeof storeAt>>, guest: string) {
  const first = await turn(store, message(`${guest}-1`, guest), {
    say: [say(privatePlace(guest), `${guest}-1.0`)],
    actions: [button(`${guest}-1.a`)],
    timers: [{ at: new Date(NOW + 3_600_000).toISOString(), name: "form-expires" }],
    state: { ...initialState, language: "en", disclosed: true, form: openForm({ name: "Erika" }) },
  });
  await turn(store, press(`${guest}-2`, `${guest}-1.a`, guest), {
    log: {
      outcome: "feedback",
      intents: [],
      answered: [],
      language: "de",
      knowledge: "k",
      reasons: [],
      rated: { turn: first.eventId, helpful: false, reason: "unclear" },
    },
  });
  await accept(store, message(`${guest}-3`, guest));
  return first;
}

describe("forgetting a conversation", () => {
  it("leaves nothing of it, and everything of the others", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await talk(store, "bert");
    const others = rowsIn(file);
    await talk(store, "anna");
    expect(rowsIn(file)).not.toEqual(others);
    await store.forget(anna);
    expect(rowsIn(file)).toEqual(others);
    expect(await store.transcript({ ...anna, cursor: 0, now: NOW })).toEqual([]);
  });

  it("leaves nothing readable, neither in the file nor in its write-ahead log", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await turn(store, message("1", "anna", "Ich will ein Nagelstudio eröffnen"), {
      actions: [button("1.a", { label: "Nagelstudio" })],
      state: {
        ...initialState,
        topic: { intents: [], question: "Nagelstudio?", at: "2027-03-01T09:00:00Z", turns: 0 },
      },
    });
    const raw = () =>
      [file, `${file}-wal`]
        .flatMap((path) => (existsSync(path) ? [readFileSync(path, "latin1")] : []))
        .join();
    expect(raw()).toContain("Nagelstudio");
    await store.forget(anna);
    expect(raw()).not.toContain("Nagelstudio");
    expect(raw()).not.toContain("business-registration");
  });

  it("names the messages that waited to be sent, and not those that were sent", async () => {
    const store = await storeAt(temporaryFile());
    const { messages } = await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0"), say(privatePlace(), "1.1")],
    });
    const [sent, unsent] = messages.map(({ id }) => id);
    await store.sent(sent ?? 0, [{ id: "r" }]);
    expect(await store.forget(anna)).toEqual([unsent]);
    expect(await store.outgoing({ channels: ["web"], limit: 9 })).toEqual([]);
  });

  it("makes a decision stale that was under way, and nothing comes back", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const { conversationId, eventId } = await accept(store, message("1"));
    const commitment = answerTo(await load(store, conversationId));
    const [, committed] = await Promise.all([store.forget(anna), store.commit(commitment)]);
    expect(committed).toEqual({ result: "stale" });
    await store.failed([eventId], NOW);
    await store.sent(4711, [{ id: "r" }]);
    expect(rowsIn(file)).toEqual({});
    expect(await store.load(conversationId)).toBeNull();
  });

  it("still knows a repeat of what it has erased", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1"));
    await store.forget(anna);
    const again = { event: message("1"), logText: "", dueAt: NOW };
    expect(await store.accept(again)).toEqual({ result: "repeat" });
  });

  it("lets the same guest begin anew, with first contact", async () => {
    const store = await storeAt(temporaryFile());
    await talk(store, "anna");
    await store.forget(anna);
    const { conversationId } = await accept(store, message("9"));
    const { conversation, events } = await load(store, conversationId);
    expect(conversation.state).toEqual(initialState);
    expect(events).toHaveLength(1);
  });

  it("keeps what was handed in and booked, with an empty conversation that begins anew in its language", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const { conversationId } = await talk(store, "anna");
    await turn(store, message("4"), {
      submission: submission("R-1"),
      bookings: [booking("R-1")],
      state: { ...initialState, language: "en", disclosed: true, form: openForm() },
    });
    await accept(store, message("5"));
    const before = await load(store, conversationId);
    await store.forget(anna);
    // the timer may be the reminder that was agreed to
    expect(rowsIn(file)).toEqual({ guest: 1, address: 1, conversation: 1, event: 1 });
    expect(await store.submissions({})).toMatchObject([{ reference: "R-1", channel: "web" }]);
    const { conversation, events } = await load(store, conversationId);
    expect(events).toEqual([]);
    expect(conversation.state).toEqual({ ...initialState, language: "en" });
    expect(conversation.bookings).toMatchObject([{ reference: "R-1", status: "booked" }]);
    expect(await store.commit(answerTo(before))).toEqual({ result: "stale" });
    expect((await accept(store, message("6"))).conversationId).toBe(conversationId);
  });

  it("still moves a guest up and gives notice who has asked to be forgotten", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1", "bert"), { bookings: [booking("R-1")] });
    const { conversationId } = await turn(store, message("2"), {
      bookings: [booking("R-2", { as: "waiting" })],
    });
    await turn(store, message("3", "bert"), { bookings: [{ does: "withdraw", booking: 1, seats: 1 }] });
    await store.forget(anna);
    const { events } = await load(store, conversationId);
    expect(events.map(({ event: { what } }) => what)).toEqual([{ kind: "timer", name: "moved-up:2" }]);
  });

  it("makes a decision on such a timer stale, too, so that it brings nothing back of before", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const at = new Date(NOW + 1000).toISOString();
    const { conversationId } = await turn(store, message("1"), {
      bookings: [booking("R-1")],
      timers: [{ at, name: "reminders:brand" }],
    });
    clock.time = NOW + 1000;
    const before = await load(store, conversationId);
    expect(before.events).toHaveLength(1);
    await store.forget(anna);
    expect(await store.commit(answerTo(before))).toEqual({ result: "stale" });
    expect(await store.commit(answerTo(await load(store, conversationId)))).toMatchObject({
      result: "committed",
    });
  });

  it("erases the timers, too, of who has given the seat back", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const { conversationId } = await turn(store, message("1"), {
      bookings: [booking("R-1")],
      timers: [{ at: new Date(NOW + 1000).toISOString(), name: "reminders:brand" }],
    });
    await turn(store, message("2"), { bookings: [{ does: "withdraw", booking: 1, seats: 1 }] });
    await store.forget(anna);
    clock.time = NOW + 2000;
    expect((await load(store, conversationId)).events).toEqual([]);
  });

  it("does nothing where there is no such conversation", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1", "bert"));
    expect(await store.forget(anna)).toEqual([]);
    expect(await store.forget({ ...anna, sender: "bert" })).toEqual([]);
    expect(await store.log({ last: 9 })).toHaveLength(1);
  });

  it("keeps a guest's other conversations, and the address that two of them share", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const room = { channel: "slack", scope: "room", address: "C1" } as const;
    const inRoom = (id: string, guest: string) =>
      ({ ...message(id, guest), channel: "slack", place: room }) as const;
    await turn(store, inRoom("1", "anna"), { say: [] });
    await turn(store, inRoom("2", "bert"), { say: [] });
    await store.forget({ place: room, sender: "anna" });
    expect(rowsIn(file)).toMatchObject({ guest: 1, address: 1, conversation: 1, message: 1 });
    await store.forget({ place: room, sender: "bert" });
    expect(rowsIn(file)).toEqual({});
  });
});
