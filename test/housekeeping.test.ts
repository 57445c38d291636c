import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createHousekeeping } from "../src/housekeeping.js";
import { type Knowledge, loadKnowledge, type Seminar } from "../src/knowledge/index.js";
import type { SeminarNow, Store } from "../src/store/index.js";
import type { Log } from "../src/vocabulary/index.js";
import { fakeTime } from "./delivery/setup.js";
import { booking, load, message, NOW, storeAt, temporaryFile, turn } from "./store/setup.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { knowledge: shipped } = loadKnowledge(resolve(import.meta.dirname, "../intents"), {
  createdOn: "2027-03-01",
});
const [example] = shipped.seminars;
if (!example) throw new Error("A seminar is shipped.");

/** The shipped knowledge with one seminar, on the first of April. */
function knowing(more: Partial<Seminar>): Knowledge {
  const date = { kind: "full", start: "2027-04-01", end: "2027-04-01", from: null, to: null } as const;
  const seminar = { ...example, id: "brand", fingerprint: "print", seats: 1, cancelled: null, date, ...more };
  return { ...shipped, seminars: [seminar as Seminar] };
}

/** A desk's housekeeping in a time of its own, with a store that may fail. */
async function kept(store: Pick<Store, "noteSeminars" | "sweep">, retentionDays = 30) {
  const time = fakeTime(async () => {
    for (let round = 0; round < 16; round += 1) await new Promise(setImmediate);
  });
  const state = { knowledge: knowing({}), woken: 0 };
  const logged: unknown[][] = [];
  const write = (...line: unknown[]) => void logged.push(line);
  const log: Log = { info: write, warn: write, error: write };
  const housekeeping = createHousekeeping({
    store,
    delivery: {
      wake: () => {
        state.woken += 1;
      },
    },
    knowledge: () => state.knowledge,
    retentionDays,
    clock: time,
    timers: time.timers,
    log,
  });
  return { housekeeping, time, state, logged };
}

/** A store that only counts what it is asked. */
function counting() {
  const noted: (readonly SeminarNow[])[] = [];
  const sweeps: { now: number; messageDays: number }[] = [];
  const store: Pick<Store, "noteSeminars" | "sweep"> = {
    async noteSeminars(seminars) {
      noted.push(seminars);
      return new Map();
    },
    async sweep(rules) {
      sweeps.push(rules);
      return { messages: 0, conversations: 0, submissions: 0, bookings: 0 };
    },
  };
  return { noted, sweeps, store };
}

describe("housekeeping", () => {
  it("sweeps at the start and once a day, by the days that the office has set", async () => {
    const { sweeps, store } = counting();
    const { housekeeping, time } = await kept(store, 14);
    housekeeping.start();
    await time.pass(0);
    expect(sweeps).toEqual([{ now: NOW, messageDays: 14 }]);
    await time.pass(DAY - 1);
    expect(sweeps).toHaveLength(1);
    await time.pass(2 * DAY + 1);
    expect(sweeps.map(({ now }) => now)).toEqual([NOW, NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY]);
    await housekeeping.stop();
    await time.pass(9 * DAY);
    expect(sweeps).toHaveLength(4);
  });

  it("erases what was said when the clock has moved past its days, and says only how much it was", async () => {
    const file = temporaryFile();
    const clock = { time: NOW, now: () => clock.time };
    const store = await storeAt(file, clock);
    await turn(store, message("1", "anna", "Mein Geheimnis"));
    const { housekeeping, time, logged } = await kept(store);
    housekeeping.start();
    await time.pass(30 * DAY);
    expect(await store.log({ last: 9 })).toHaveLength(1);
    await time.pass(DAY);
    expect(await store.log({ last: 9 })).toEqual([]);
    expect(logged).toEqual([
      ["what had its time was erased", { messages: 2, conversations: 1, submissions: 0, bookings: 0 }],
    ]);
    await housekeeping.stop();
  });

  it("tells the store how the seminars stand, and the delivery to look what is due", async () => {
    const { noted, store } = counting();
    const { housekeeping, state } = await kept(store);
    await housekeeping.note(knowing({}));
    await housekeeping.note(knowing({ seats: null, cancelled: { de: [], en: [] } }));
    const brand = { id: "brand", fingerprint: "print" };
    expect(noted).toEqual([
      [{ ...brand, seats: 1, cancelled: false }],
      [{ ...brand, seats: null, cancelled: true }],
    ]);
    expect(state.woken).toBe(2);
  });

  it("lets nobody move up any more once the seminar is over", async () => {
    const store = await storeAt(temporaryFile());
    const { housekeeping, time } = await kept(store);
    await housekeeping.note(knowing({}));
    await turn(store, message("1"), { bookings: [booking("R-1")] });
    const { conversationId } = await turn(store, message("2", "bert"), {
      bookings: [booking("R-2", { as: "waiting" })],
    });
    housekeeping.start();
    await time.pass(40 * DAY);
    await turn(store, message("3"), { bookings: [{ does: "withdraw", booking: 1, seats: 1 }] });
    expect((await load(store, conversationId)).conversation.bookings).toMatchObject([{ status: "waiting" }]);
    await housekeeping.stop();
  });

  it("tries again what failed, long before the next day, and stops waiting when it is stopped", async () => {
    const { noted, sweeps, store } = counting();
    let failures = 2;
    const failing =
      <T extends unknown[], R>(then: (...given: T) => Promise<R>) =>
      (...given: T): Promise<R> =>
        failures-- > 0 ? Promise.reject(new Error("busy: Erika")) : then(...given);
    const { housekeeping, time, logged } = await kept({
      noteSeminars: failing(store.noteSeminars),
      sweep: failing(store.sweep),
    });
    housekeeping.start();
    await time.pass(0);
    expect([noted.length, sweeps.length]).toEqual([0, 0]);
    await time.pass(HOUR);
    expect([noted.length, sweeps.length]).toEqual([1, 1]);
    expect(JSON.stringify(logged)).not.toContain("Erika");
    failures = 1;
    await housekeeping.note(knowing({}));
    await housekeeping.stop();
    await time.pass(9 * DAY);
    expect(noted).toHaveLength(1);
  });
});
