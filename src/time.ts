import { Temporal } from "temporal-polyfill";
import type { Clock } from "./vocabulary/index.js";

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that shows `at` now and runs on from there. */
export function shiftedClock(at: number): Clock {
  const shift = at - Date.now();
  return { now: () => Date.now() + shift };
}

/**
 * Reads a time for `--now`: ISO 8601, with an offset or `Z`, else in the office's time zone; a day alone means noon.
 * @returns milliseconds since 1970.
 * @throws RangeError with a sentence that says how to write it.
 */
export function parseNow(text: string, timeZone: string): number {
  try {
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
    const local = Temporal.PlainDateTime.from(text.length <= 10 ? `${text}T12:00` : text);
    return local.toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    throw new RangeError(`"${text}" is not a time. Write it as 2027-01-02T10:00 (office time).`, {
      cause: error,
    });
  }
}
