import { existsSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import {
  accept,
  booking,
  button,
  initialState,
  load,
  message,
  NOW,
  openForm,
  privatePlace,
  say,
  setClock,
  storeAt,
  submission,
  temporaryFile,
  turn,
} from "./setup.js";

const DAY = 86_400_000;
const anna = { place: privatePlace(), sender: "anna", cursor: 0 };
const nothing = { messages: 0, conversations: 0, submissions: 0, bookings: 0 };

function count(file: string, table: string): number {
  const database = new Sqlite(file, { readonly: true });
  const rows = database.prepare(`select count(*) from ${table}`).pluck().get() as number;
  database.close();
  return rows;
}

async function fresh() {
  const clock = setClock();
  const file = temporaryFile();
  const store = await storeAt(file, clock);
  const sweep = (messageDays = 30) => store.sweep({ now: clock.time, messageDays });
  return { clock, file, store, sweep };
}

describe("the sweep", () => {
  it("erases lines, turns, events, buttons and ratings when their days are over, and not before", async () => {
    const { clock, file, store, sweep } = await fresh();
    const { eventId } = await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0")],
      actions: [button("1.a")],
    });
    const rated = { turn: eventId, helpful: true };
    await turn(store, message("2"), {
      log: {
        outcome: "feedback",
        intents: [],
        answered: [],
        language: "de",
        knowledge: "k",
        reasons: [],
        rated,
      },
    });
    clock.time = NOW + 30 * DAY;
    expect(await sweep()).toEqual(nothing);
    clock.time += 1;
    expect(await sweep()).toEqual({ ...nothing, messages: 4, conversations: 1 });
    for (const table of ["message", "turn", "event", "action", "feedback", "outbox", "conversation"])
      expect(count(file, table), table).toBe(0);
    expect([count(file, "guest"), count(file, "address")]).toEqual([0, 0]);
    expect(await sweep()).toEqual(nothing);
  });

  it("leaves what is younger in the same conversation", async () => {
    const { clock, file, store, sweep } = await fresh();
    await turn(store, message("1"), { actions: [button("1.a")] });
    clock.time = NOW + 20 * DAY;
    await turn(store, message("2"), { actions: [button("2.a")] });
    clock.time = NOW + 31 * DAY;
    expect(await sweep()).toEqual({ ...nothing, messages: 2 });
    const lines = await store.transcript({ ...anna, now: clock.time });
    expect(lines.map(({ from, text }) => text ?? from)).toEqual(["Frage 2", "desk"]);
    expect(await store.log({ last: 9 })).toHaveLength(1);
    expect(count(file, "action")).toBe(1);
  });

  it("goes by the days that it is given", async () => {
    const { clock, store, sweep } = await fresh();
    await turn(store, message("1"));
    clock.time = NOW + 2 * DAY;
    expect(await sweep(3650)).toEqual(nothing);
    expect(await sweep(1)).toEqual({ ...nothing, messages: 2, conversations: 1 });
  });

  it("takes thousands of rows in portions, so that a guest who writes meanwhile does not wait for all", async () => {
    const { clock, store, sweep } = await fresh();
    const guests = Array.from({ length: 700 }, (_, index) => `guest ${index}`);
    await Promise.all(guests.map((guest) => turn(store, message(guest, guest))));
    clock.time = NOW + 40 * DAY;
    const commits = store.commits();
    const order: string[] = [];
    const swept = sweep().then((counts) => {
      order.push("swept");
      return counts;
    });
    await turn(store, message("late", "late guest"));
    order.push("answered");
    expect(await swept).toEqual({ ...nothing, messages: 1400, conversations: 700 });
    expect(order).toEqual(["answered", "swept"]);
    expect(store.commits() - commits).toBeGreaterThan(15);
    expect(await store.log({ last: 9 })).toHaveLength(1);
  });

  it("keeps a timer of the future, with its conversation, however long ago it was set", async () => {
    const { clock, store, sweep } = await fresh();
    const at = new Date(NOW + 60 * DAY).toISOString();
    const { conversationId } = await turn(store, message("1"), {
      timers: Array.from({ length: 250 }, () => ({ at, name: "reminders:brand" })),
    });
    await turn(store, message("2", "bert"));
    clock.time = NOW + 40 * DAY;
    expect(await sweep()).toEqual({ ...nothing, messages: 4, conversations: 1 });
    clock.time = NOW + 60 * DAY;
    expect((await load(store, conversationId)).events[0]?.event.what).toEqual({
      kind: "timer",
      name: "reminders:brand",
    });
  });

  it("keeps a message that is held until later", async () => {
    const { clock, store, sweep } = await fresh();
    const holdUntil = new Date(NOW + 60 * DAY).toISOString();
    await turn(store, message("1"), { say: [say(privatePlace(), "1.0", { holdUntil })] });
    clock.time = NOW + 40 * DAY;
    expect(await sweep()).toEqual({ ...nothing, messages: 1 });
    expect(await store.outgoing({ channels: ["web"], limit: 9 })).toHaveLength(1);
  });

  it("drops a form that was left open, and lets the conversation begin anew, as long as something refers to it", async () => {
    const { clock, store, sweep } = await fresh();
    const { conversationId } = await turn(store, message("1"), {
      submission: submission("R-1"),
      state: {
        ...initialState,
        language: "en",
        disclosed: true,
        said: ["x"],
        form: openForm({ name: "Erika" }),
      },
    });
    clock.time = NOW + 31 * DAY;
    expect(await sweep()).toEqual({ ...nothing, messages: 2 });
    const { conversation } = await load(store, conversationId);
    expect(conversation.state).toEqual({ ...initialState, language: "en" });
    expect(await store.submission("R-1")).not.toBeNull();
  });

  it("erases a submission so many days after it was done, never one that is open", async () => {
    const { clock, file, store, sweep } = await fresh();
    await turn(store, message("1"), { submission: submission("R-1", { keepDays: 10 }) });
    await turn(store, message("2", "bert"), { submission: submission("R-2", { keepDays: 10 }) });
    clock.time = NOW + 100 * DAY;
    await store.finish("R-1");
    clock.time += 10 * DAY - 1;
    expect(await sweep()).toMatchObject({ submissions: 0, conversations: 0 });
    clock.time += 1;
    expect(await sweep()).toEqual({ ...nothing, submissions: 1, conversations: 1 });
    expect(await store.submissions({})).toMatchObject([{ reference: "R-2" }]);
    expect([count(file, "guest"), count(file, "address")]).toEqual([1, 1]);
  });

  it("erases bookings with their submission, once the seminar is over", async () => {
    const { clock, file, store, sweep } = await fresh();
    const brand = { id: "brand", fingerprint: "print", seats: 2, cancelled: false };
    await store.noteSeminars([brand]);
    await turn(store, message("1"), { submission: submission("R-1"), bookings: [booking("R-1")] });
    await turn(store, message("2", "bert"), { submission: submission("R-2"), bookings: [booking("R-2")] });
    await turn(store, message("3", "bert"), { bookings: [{ does: "withdraw", booking: 2, seats: 2 }] });
    await store.finish("R-1");
    await store.finish("R-2");
    clock.time = NOW + 31 * DAY;
    // the seat is still needed: only the one that was given back goes
    expect(await sweep()).toMatchObject({ submissions: 1, bookings: 1 });
    expect(await store.registrations({})).toMatchObject([
      { reference: "R-1", submission: { status: "done" } },
    ]);
    await store.noteSeminars([{ ...brand, cancelled: true }]);
    expect(await sweep()).toMatchObject({ submissions: 1, bookings: 1, conversations: 1 });
    expect((await store.seminars()).get("brand")).toMatchObject({ booked: 0, waiting: 0 });
    expect(count(file, "conversation")).toBe(0);
  });

  it("takes a registration for done once its seminar is over: nobody has to say so", async () => {
    const { clock, store, sweep } = await fresh();
    const brand = { id: "brand", fingerprint: "print", seats: 2, cancelled: false };
    await store.noteSeminars([brand]);
    const handed = submission("R-1", { seminar: "brand", keepDays: 30 });
    await turn(store, message("1"), { submission: handed, bookings: [booking("R-1")] });
    clock.time = NOW + 50 * DAY;
    expect(await sweep()).toMatchObject({ submissions: 0 });
    expect(await store.submission("R-1")).toMatchObject({ status: "open" });
    await store.noteSeminars([{ ...brand, cancelled: true }]);
    expect(await sweep()).toMatchObject({ submissions: 0 });
    expect(await store.submission("R-1")).toMatchObject({ status: "done", doneAt: clock.time });
    clock.time += 30 * DAY;
    expect(await sweep()).toMatchObject({ submissions: 1, bookings: 1 });
  });

  it("keeps an event that is open until its days are over, too", async () => {
    const { clock, store, sweep } = await fresh();
    const { conversationId } = await accept(store, message("1"));
    clock.time = NOW + 29 * DAY;
    expect(await sweep()).toEqual(nothing);
    expect((await load(store, conversationId)).events).toHaveLength(1);
    clock.time = NOW + 31 * DAY;
    expect(await sweep()).toEqual({ ...nothing, messages: 1, conversations: 1 });
    expect(await store.load(conversationId)).toBeNull();
  });

  it("leaves nothing readable, neither in the file nor in its write-ahead log", async () => {
    const { clock, file, store, sweep } = await fresh();
    await turn(store, message("1"), { actions: [button("1.a", { label: "Nagelstudio" })] });
    const raw = () =>
      [file, `${file}-wal`]
        .flatMap((path) => (existsSync(path) ? [readFileSync(path, "latin1")] : []))
        .join();
    expect(raw()).toContain("Nagelstudio");
    clock.time = NOW + 31 * DAY;
    await sweep();
    expect(raw()).not.toContain("Nagelstudio");
    expect(raw()).not.toContain("business-registration");
  });
});

describe("threads in staff rooms", () => {
  it("of a guest who comes again and again go with what was written in them, not while an enquiry is open", async () => {
    const { clock, file, store, sweep } = await fresh();
    const inRoom = (n: number) =>
      ({ channel: "telegram", scope: "room", address: "-100", thread: `~1.${n}` }) as const;
    for (let n = 1; n <= 5; n += 1) {
      const number = `G-000${n}`;
      await turn(store, message(`${n}`), {
        say: [{ ...say(inRoom(n), `${n}.0`), aside: true }],
        handover: [
          { does: "ask", number, partner: null, room: "general" },
          ...(n < 5 ? [{ does: "end", number, end: "closed" } as const] : []),
        ],
      });
      clock.time += 20 * DAY;
    }
    expect([count(file, "staff_thread"), count(file, "address")]).toEqual([5, 6]);
    // the last one is open, which keeps all of them: staff may still write
    await sweep();
    expect(count(file, "staff_thread")).toBe(5);
    await turn(store, message("6"), { handover: [{ does: "end", number: "G-0005", end: "closed" }] });
    await sweep();
    expect([count(file, "staff_thread"), count(file, "address")]).toEqual([1, 2]);
    clock.time += 20 * DAY;
    await turn(store, message("7"));
    await sweep();
    expect([count(file, "staff_thread"), count(file, "address")]).toEqual([0, 1]);
  });
});
