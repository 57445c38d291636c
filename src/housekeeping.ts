import { createAlarm, type Delivery, errorName, type Timers } from "./delivery/index.js";
import { factsAt, type Knowledge } from "./knowledge/index.js";
import type { SeminarNow, Store } from "./store/index.js";
import type { Clock, Log } from "./vocabulary/index.js";

/** What the desk does of its own accord: it tells the store how the seminars stand, and erases what has had its time. */
export interface Housekeeping {
  /**
   * Writes down how the seminars stand in this knowledge; who is concerned gets to know.
   * Called in the moment in which the desk begins to decide on it, it is written before any such decision.
   */
  note(knowledge: Knowledge): Promise<void>;
  /** Erases what has had its time now, and from now on once a day. */
  start(): void;
  /** Finishes what runs and begins nothing more. */
  stop(): Promise<void>;
}

/** What it works on. */
export interface HousekeepingOptions {
  readonly store: Pick<Store, "noteSeminars" | "sweep">;
  readonly delivery: Pick<Delivery, "wake">;
  readonly knowledge: () => Knowledge;
  /** Days after which what was said is erased. */
  readonly retentionDays: number;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Milliseconds. */
const DAY = 86_400_000;
/** Milliseconds after which is tried again what failed, such as when another process held the database. */
const AGAIN = 5 * 60_000;

/** Nothing happens before `note` or `start` is called. */
export function createHousekeeping(options: HousekeepingOptions): Housekeeping {
  const { store, delivery, clock, log } = options;
  const alarm = createAlarm(clock, options.timers, () => begin(round()));
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function note(knowledge: Knowledge): Promise<void> {
    try {
      await store.noteSeminars(seminarsAt(knowledge, clock.now()));
      delivery.wake();
    } catch (error) {
      log.error("the seminars could not be noted; it is tried again", { error: errorName(error) });
      if (!stopped) alarm.at(clock.now() + AGAIN);
    }
  }

  async function round(): Promise<void> {
    // a seminar may be over since yesterday
    await note(options.knowledge());
    const now = clock.now();
    try {
      const swept = await store.sweep({ now, messageDays: options.retentionDays });
      if (Object.values(swept).some((count) => count > 0))
        log.info("what had its time was erased", { ...swept });
      if (!stopped) alarm.at(now + DAY);
    } catch (error) {
      log.error("what had its time could not be erased; it is tried again", { error: errorName(error) });
      if (!stopped) alarm.at(now + AGAIN);
    }
  }

  function begin(work: Promise<void>): void {
    running = Promise.all([running, work]).then(() => {});
  }

  return {
    note(knowledge) {
      const noted = note(knowledge);
      begin(noted);
      return noted;
    },
    start() {
      if (!stopped) begin(round());
    },
    async stop() {
      stopped = true;
      alarm.clear();
      await running;
    },
  };
}

/** How the seminars stand on this day; one that is over counts like one that is cancelled: nobody moves up any more. */
function seminarsAt(knowledge: Knowledge, now: number): SeminarNow[] {
  const facts = factsAt(knowledge, now);
  return knowledge.seminars.map((seminar) => ({
    id: seminar.id,
    fingerprint: seminar.fingerprint,
    seats: seminar.seats,
    cancelled: seminar.cancelled !== null || facts.isPast(seminar),
  }));
}
