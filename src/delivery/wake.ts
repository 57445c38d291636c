import type { Clock } from "../vocabulary/index.js";

/** How to be called later; tests bring a time of their own. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** Rings once, at the earliest time that was asked for. */
export interface Alarm {
  /** Rings at this time (milliseconds since 1970), or at an earlier one that was asked for before. */
  at(time: number): void;
  clear(): void;
}

/** The clock can be set while a timer runs, so a long sleep looks up now and then. */
const LONGEST_SLEEP = 60_000;

/** The process's own. */
export const systemTimers: Timers = {
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** Calls `ring` once when the time has come by the clock, not by the timer, which may be early. */
export function createAlarm(clock: Clock, timers: Timers, ring: () => void): Alarm {
  let time = Number.POSITIVE_INFINITY;
  let handle: unknown;

  function sleep(): void {
    handle = timers.setTimeout(
      () => {
        if (clock.now() < time) return sleep();
        time = Number.POSITIVE_INFINITY;
        ring();
      },
      Math.min(Math.max(time - clock.now(), 0), LONGEST_SLEEP),
    );
  }

  return {
    at(wanted) {
      if (wanted >= time) return;
      timers.clearTimeout(handle);
      time = wanted;
      sleep();
    },
    clear() {
      timers.clearTimeout(handle);
      time = Number.POSITIVE_INFINITY;
    },
  };
}
