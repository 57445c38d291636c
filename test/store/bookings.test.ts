import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/index.js";
import type { Booking, BookingChange } from "../../src/vocabulary/index.js";
import {
  accept,
  answerTo,
  booking,
  load,
  message,
  NOW,
  setClock,
  storeAt,
  submission,
  temporaryFile,
  turn,
} from "./setup.js";

const MINUTE = 60_000;
let events = 0;

/** A guest's decision to change bookings. */
async function change(store: Store, guest: string, ...bookings: BookingChange[]) {
  events += 1;
  return turn(store, message(`change-${events}`, guest), { bookings });
}

const seminar = (seats: number | null, more: { fingerprint?: string; cancelled?: boolean } = {}) => [
  { id: "brand", fingerprint: "print", seats, cancelled: false, ...more },
];

/** What a guest's next turn sees of their bookings. */
async function bookingsOf(store: Store, conversation: number): Promise<readonly Booking[]> {
  return (await load(store, conversation)).conversation.bookings;
}

/** The timers that are due in a conversation. */
async function timersOf(store: Store, conversation: number): Promise<string[]> {
  const loaded = await load(store, conversation);
  return loaded.events.flatMap(({ event: { what } }) => (what.kind === "timer" ? [what.name] : []));
}

/** Decides all that is open in a conversation, saying nothing. */
async function decideAll(store: Store, conversation: number): Promise<void> {
  const loaded = await load(store, conversation);
  if (loaded.events.length > 0) await store.commit(answerTo(loaded));
}

describe("booking", () => {
  it("shows the guest what they have booked, the last first, and everybody how many seats are taken", async () => {
    const store = await storeAt(temporaryFile());
    const anna = await change(store, "anna", booking("R-1", { reminder: true }));
    expect((await load(store, anna.conversationId)).seats).toEqual({ brand: { booked: 1, waiting: 0 } });
    await change(store, "anna", booking("R-2", { seminar: "tax", as: "waiting" }));
    expect(await bookingsOf(store, anna.conversationId)).toEqual([
      {
        id: 2,
        seminar: "tax",
        status: "waiting",
        position: 1,
        reminder: false,
        reference: "R-2",
        told: "print",
      },
      {
        id: 1,
        seminar: "brand",
        status: "booked",
        position: null,
        reminder: true,
        reference: "R-1",
        told: "print",
      },
    ]);
    const bert = await accept(store, message("bert", "bert"));
    expect(await load(store, bert.conversationId)).toMatchObject({
      conversation: { bookings: [] },
      seats: { brand: { booked: 1, waiting: 0 }, tax: { booked: 0, waiting: 1 } },
    });
  });

  it("gives no seat when so many are taken by now, and writes nothing then", async () => {
    const store = await storeAt(temporaryFile());
    const taking = async (guest: string, reference: string) => {
      const { conversationId } = await accept(store, message(reference, guest));
      const commitment = answerTo(await load(store, conversationId));
      const { decision } = commitment;
      return store.commit({
        ...commitment,
        decision: {
          ...decision,
          submission: submission(reference),
          bookings: [booking(reference)],
          expects: { ...decision.expects, seat: { seminar: "brand", fewerThan: 1 } },
        },
      });
    };
    const results = await Promise.all([taking("anna", "R-1"), taking("bert", "R-2")]);
    expect(results.map(({ result }) => result).sort()).toEqual(["committed", "stale"]);
    expect(await store.registrations({})).toHaveLength(1);
    expect(await store.submissions({})).toHaveLength(1);
    expect(await store.log({ last: 9 })).toHaveLength(1);
  });

  it("gives no place on the waiting list twice: who was told a place that is gone is decided anew", async () => {
    const store = await storeAt(temporaryFile());
    const waiting = async (guest: string, reference: string) => {
      const { conversationId } = await accept(store, message(reference, guest));
      const commitment = answerTo(await load(store, conversationId));
      const { decision } = commitment;
      return store.commit({
        ...commitment,
        decision: {
          ...decision,
          submission: submission(reference),
          bookings: [booking(reference, { as: "waiting" })],
          expects: { ...decision.expects, seat: { seminar: "brand", waiting: 0 } },
        },
      });
    };
    const results = await Promise.all([waiting("anna", "R-1"), waiting("bert", "R-2")]);
    expect(results.map(({ result }) => result).sort()).toEqual(["committed", "stale"]);
    expect(await store.registrations({})).toMatchObject([{ reference: "R-1", position: 1 }]);
  });

  it("gives a guest one seat, and lets a second booking of the same seminar change nothing", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await change(store, "anna", booking("R-1"));
    await change(store, "anna", booking("R-2", { as: "waiting" }), booking("R-3"));
    expect(await bookingsOf(store, conversationId)).toMatchObject([{ reference: "R-1", status: "booked" }]);
    expect((await store.seminars()).get("brand")).toMatchObject({ booked: 1, waiting: 0 });
  });

  it("lets a guest register again who has withdrawn", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await change(store, "anna", booking("R-1"));
    await change(store, "anna", { does: "withdraw", booking: 1, seats: 5 });
    await change(store, "anna", booking("R-2"));
    expect((await bookingsOf(store, conversationId)).map(({ status }) => status)).toEqual([
      "booked",
      "withdrawn",
    ]);
    expect((await store.seminars()).get("brand")).toMatchObject({ booked: 1, waiting: 0 });
  });

  it("lets nobody wait for a seat that became free while they confirmed", async () => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(1));
    const { conversationId, firstTimerAt } = await change(store, "anna", booking("R-1", { as: "waiting" }));
    expect(firstTimerAt).toBe(NOW);
    expect(await bookingsOf(store, conversationId)).toMatchObject([{ status: "booked" }]);
    expect(await timersOf(store, conversationId)).toEqual(["moved-up:1"]);
  });

  it("tells a guest who confirmed while the seminar was changed", async () => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(9, { fingerprint: "newer" }));
    const { conversationId, firstTimerAt } = await change(store, "anna", booking("R-1"));
    expect(firstTimerAt).toBe(NOW);
    expect(await timersOf(store, conversationId)).toEqual(["seminar-changed:1"]);
  });
});

describe("withdrawing", () => {
  async function fullHouse(store: Store) {
    const anna = await change(store, "anna", booking("R-1"));
    const bert = await change(store, "bert", booking("R-2", { as: "waiting" }));
    const carl = await change(store, "carl", booking("R-3", { as: "waiting" }));
    return { anna: anna.conversationId, bert: bert.conversationId, carl: carl.conversationId };
  }

  it("lets the first who waits move up and sets them a timer that is due at once", async () => {
    const store = await storeAt(temporaryFile());
    const { anna, bert, carl } = await fullHouse(store);
    const { firstTimerAt } = await change(store, "anna", { does: "withdraw", booking: 1, seats: 1 });
    expect(firstTimerAt).toBe(NOW);
    expect(await bookingsOf(store, anna)).toMatchObject([{ status: "withdrawn", position: null }]);
    expect(await bookingsOf(store, bert)).toMatchObject([{ status: "booked", position: null }]);
    expect(await bookingsOf(store, carl)).toMatchObject([{ status: "waiting", position: 1 }]);
    expect(await timersOf(store, bert)).toEqual(["moved-up:2"]);
    expect(await timersOf(store, carl)).toEqual([]);
    expect(await store.due({ now: NOW, channels: ["web"], limit: 9 })).toEqual([bert]);
  });

  it.each([
    ["everybody where there is no limit", null, ["booked", "booked"]],
    ["two where two more are free", 2, ["booked", "booked"]],
    ["nobody where the seats have become fewer", 0, ["waiting", "waiting"]],
  ])("moves up %s", async (_, seats, statuses) => {
    const store = await storeAt(temporaryFile());
    const { bert, carl } = await fullHouse(store);
    await change(store, "anna", { does: "withdraw", booking: 1, seats });
    const all = [...(await bookingsOf(store, bert)), ...(await bookingsOf(store, carl))];
    expect(all.map(({ status }) => status)).toEqual(statuses);
  });

  it("closes what the guest had handed in: nobody has to work on it any more", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1", "anna"), { submission: submission("R-1"), bookings: [booking("R-1")] });
    expect(await store.submissions({ status: "open" })).toHaveLength(1);
    await change(store, "anna", { does: "withdraw", booking: 1, seats: 1 });
    expect(await store.submissions({ status: "open" })).toEqual([]);
    expect(await store.submission("R-1")).toMatchObject({ status: "done", doneAt: NOW });
  });

  it("moves nobody up when who waited gives up their place", async () => {
    const store = await storeAt(temporaryFile());
    const { bert, carl } = await fullHouse(store);
    const { firstTimerAt } = await change(store, "bert", { does: "withdraw", booking: 2, seats: 1 });
    expect(firstTimerAt).toBeNull();
    expect(await bookingsOf(store, bert)).toMatchObject([{ status: "withdrawn" }]);
    expect(await bookingsOf(store, carl)).toMatchObject([{ status: "waiting", position: 1 }]);
  });

  it("changes nothing of another guest's booking, of one that was withdrawn before, and of none", async () => {
    const store = await storeAt(temporaryFile());
    const { anna, bert } = await fullHouse(store);
    await change(store, "mallory", { does: "withdraw", booking: 1, seats: 1 });
    await change(store, "mallory", { does: "told", booking: 1, told: "lie" });
    expect(await bookingsOf(store, anna)).toMatchObject([{ status: "booked", told: "print" }]);
    await change(store, "anna", { does: "withdraw", booking: 1, seats: 1 });
    await change(store, "anna", { does: "withdraw", booking: 1, seats: 2 });
    await change(store, "anna", { does: "withdraw", booking: 4711, seats: 9 });
    expect(await timersOf(store, bert)).toEqual(["moved-up:2"]);
    expect((await store.seminars()).get("brand")).toMatchObject({ booked: 1, waiting: 1 });
  });

  it.each([
    ["is cancelled", seminar(1, { cancelled: true })],
    ["is no longer in intents/", []],
  ])("moves nobody up in a seminar that %s", async (_, now) => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(1));
    const { bert } = await fullHouse(store);
    await store.noteSeminars(now);
    await change(store, "anna", { does: "withdraw", booking: 1, seats: 1 });
    expect(await bookingsOf(store, bert)).toMatchObject([{ status: "waiting" }]);
    await store.noteSeminars(seminar(1));
    expect(await bookingsOf(store, bert)).toMatchObject([{ status: "booked" }]);
  });
});

describe("noting the seminars", () => {
  it("raises the sequence with each change and remembers when it was", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const noted = async (fingerprint: string) => {
      clock.time += MINUTE;
      return (await store.noteSeminars(seminar(5, { fingerprint }))).get("brand");
    };
    expect(await noted("a")).toEqual({ booked: 0, waiting: 0, sequence: 0, changedAt: NOW + MINUTE });
    expect(await noted("a")).toMatchObject({ sequence: 0, changedAt: NOW + MINUTE });
    expect(await noted("b")).toMatchObject({ sequence: 1, changedAt: NOW + 3 * MINUTE });
    expect(await noted("a")).toMatchObject({ sequence: 2, changedAt: NOW + 4 * MINUTE });
    await store.noteSeminars([]);
    expect([...(await store.seminars()).keys()]).toEqual(["brand"]);
  });

  it("does not take the first look at a booked seminar for a change", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await change(store, "anna", booking("R-1"));
    expect((await store.noteSeminars(seminar(5))).get("brand")).toMatchObject({ booked: 1, sequence: 0 });
    expect(await timersOf(store, conversationId)).toEqual([]);
  });

  it("gives notice to everyone with an active booking who was told otherwise, once for each fingerprint", async () => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(1));
    const anna = (await change(store, "anna", booking("R-1"))).conversationId;
    const bert = (await change(store, "bert", booking("R-2", { as: "waiting" }))).conversationId;
    const carl = (await change(store, "carl", booking("R-3", { as: "waiting" }))).conversationId;
    await change(store, "carl", { does: "withdraw", booking: 3, seats: 1 });
    await store.noteSeminars(seminar(1, { fingerprint: "b" }));
    await store.noteSeminars(seminar(1, { fingerprint: "b" }));
    expect(await timersOf(store, anna)).toEqual(["seminar-changed:1"]);
    expect(await timersOf(store, bert)).toEqual(["seminar-changed:2"]);
    expect(await timersOf(store, carl)).toEqual([]);
    await change(store, "anna", { does: "told", booking: 1, told: "b" });
    await decideAll(store, bert);
    await store.noteSeminars(seminar(1, { fingerprint: "c" }));
    expect(await timersOf(store, anna)).toEqual(["seminar-changed:1"]);
    expect(await timersOf(store, bert)).toEqual(["seminar-changed:2"]);
  });

  it("gives notice again of what was changed back before anybody was told, and then changed once more", async () => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(1));
    const { conversationId } = await change(store, "anna", booking("R-1"));
    await store.noteSeminars(seminar(1, { fingerprint: "b" }));
    await store.noteSeminars(seminar(1));
    // at this moment there is nothing to tell
    await decideAll(store, conversationId);
    await store.noteSeminars(seminar(1, { fingerprint: "b" }));
    expect(await timersOf(store, conversationId)).toEqual(["seminar-changed:1"]);
  });

  it.each([
    ["more seats", 3, ["booked", "booked", "booked", "waiting"]],
    ["no limit", null, ["booked", "booked", "booked", "booked"]],
    ["fewer seats", 0, ["booked", "waiting", "waiting", "waiting"]],
  ])("moves up who waits when there are %s", async (_, seats, statuses) => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(1));
    await change(store, "anna", booking("R-1"));
    for (const guest of ["bert", "carl", "dora"])
      await change(store, guest, booking(`R-${guest}`, { as: "waiting" }));
    await store.noteSeminars(seminar(seats));
    const all = await store.registrations({ seminar: "brand" });
    expect(all.map(({ status }) => status)).toEqual(statuses);
    const due = await store.due({ now: NOW, channels: ["web"], limit: 9 });
    expect(due).toHaveLength(statuses.filter((status) => status === "booked").length - 1);
  });

  it("is written before whatever is decided after the call", async () => {
    const store = await storeAt(temporaryFile());
    await store.noteSeminars(seminar(1));
    await change(store, "anna", booking("R-1"));
    await change(store, "bert", booking("R-2", { as: "waiting" }));
    const { conversationId } = await accept(store, message("c", "carl"));
    const commitment = answerTo(await load(store, conversationId));
    const expects = { ...commitment.decision.expects, seat: { seminar: "brand", fewerThan: 2 } };
    const noted = store.noteSeminars(seminar(2));
    const taken = store.commit({
      ...commitment,
      decision: { ...commitment.decision, bookings: [booking("R-3")], expects },
    });
    await noted;
    expect(await taken).toEqual({ result: "stale" });
  });
});

describe("the registrations", () => {
  it("list who has a seat before who waits, with their submission", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    await turn(store, message("1"), {
      bookings: [booking("R-1", { as: "waiting" })],
      submission: submission("R-1", { form: "seminar-registration", seminar: "brand" }),
    });
    clock.time = NOW + MINUTE;
    await change(store, "bert", booking("R-2"));
    await change(store, "carl", booking("R-3", { seminar: "tax", as: "waiting" }));
    await change(store, "dora", booking("R-4", { as: "waiting" }));
    await change(store, "emil", booking("R-5"));
    await change(store, "emil", { does: "withdraw", booking: 5, seats: 1 });
    const all = await store.registrations({});
    expect(all.map(({ reference, status, position }) => [reference, status, position])).toEqual([
      ["R-2", "booked", null],
      ["R-1", "waiting", 1],
      ["R-3", "waiting", 1],
      ["R-4", "waiting", 2],
    ]);
    expect(all[0]).toMatchObject({ bookedAt: NOW + MINUTE, submission: null });
    expect(all[1]?.submission).toEqual({
      ...submission("R-1", { form: "seminar-registration", seminar: "brand" }),
      status: "open",
      submittedAt: NOW,
      doneAt: null,
      channel: "web",
    });
    expect((await store.registrations({ seminar: "tax" })).map(({ reference }) => reference)).toEqual([
      "R-3",
    ]);
    expect(await store.registrations({ seminar: "none" })).toEqual([]);
  });
});

/** What may happen to the seats of one seminar. */
type Step =
  | { readonly do: "book"; readonly guest: number }
  | { readonly do: "withdraw"; readonly guest: number }
  | { readonly do: "seats"; readonly to: number | null }
  | { readonly do: "stale"; readonly guest: number };

const guest = fc.nat(7);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("book" as const), guest }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("withdraw" as const), guest }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("seats" as const),
      to: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stale" as const), guest }) },
);

describe("whatever is booked, withdrawn and changed", () => {
  it("nobody waits while a seat is free, no seat is given twice, and the waiting list has no gap", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = await storeAt(temporaryFile());
        let seats: number | null = 2;
        let shrunk = false;
        await store.noteSeminars(seminar(seats));
        for (const [index, one] of steps.entries()) {
          if (one.do === "seats") {
            shrunk ||= one.to !== null && (seats === null || one.to < seats);
            seats = one.to;
            await store.noteSeminars(seminar(seats));
          } else await act(store, one, `${index}`, seats);

          const { booked, waiting } = (await store.seminars()).get("brand") ?? { booked: 0, waiting: 0 };
          const all = await store.registrations({ seminar: "brand" });
          const waits = all.filter(({ status }) => status === "waiting");
          expect([all.length - waits.length, waits.length]).toEqual([booked, waiting]);
          if (!shrunk && seats !== null) expect(booked).toBeLessThanOrEqual(seats);
          if (waiting > 0) expect(booked).toBeGreaterThanOrEqual(seats ?? Number.POSITIVE_INFINITY);
          expect(waits.map(({ position }) => position)).toEqual(waits.map((_, place) => place + 1));
          expect(waits.map(({ id }) => id)).toEqual(waits.map(({ id }) => id).sort((a, b) => a - b));
        }
        await store.close();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

/** One guest's turn, decided as a desk would on what was loaded; "stale": on what was so before somebody else came. */
async function act(
  store: Store,
  { do: what, guest: who }: Exclude<Step, { do: "seats" }>,
  id: string,
  seats: number | null,
): Promise<void> {
  const { conversationId } = await accept(store, message(id, `guest ${who}`));
  const loaded = await load(store, conversationId);
  const mine = loaded.conversation.bookings.find(({ status }) => status !== "withdrawn");
  const taken = loaded.seats["brand"]?.booked ?? 0;
  const free = seats === null || taken < seats;
  const commitment = answerTo(loaded);
  const changes: BookingChange[] =
    what === "withdraw"
      ? mine
        ? [{ does: "withdraw", booking: mine.id, seats }]
        : []
      : [booking(id, { as: free || what === "stale" ? "booked" : "waiting" })];
  const seat = what !== "withdraw" && seats !== null && (free || what === "stale");
  await store.commit({
    ...commitment,
    decision: {
      ...commitment.decision,
      bookings: changes,
      expects: {
        ...commitment.decision.expects,
        ...(seat ? { seat: { seminar: "brand", fewerThan: seats } } : {}),
      },
    },
  });
}
