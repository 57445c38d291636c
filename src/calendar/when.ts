import { Temporal } from "temporal-polyfill";
import type { SeminarDate } from "../knowledge/model.js";

/** The dates in seminars.yaml are those of German announcements. */
export const TIME_ZONE = "Europe/Berlin";

/** A date with its year: what a calendar can hold. */
export type FullDate = Extract<SeminarDate, { kind: "full" }>;

/** Start and end of an event, as ical-generator takes them. */
type When =
  | { readonly allDay: true; readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate }
  | {
      /** Null: written in UTC. */
      readonly timezone: string | null;
      readonly start: Temporal.ZonedDateTime;
      readonly end: Temporal.ZonedDateTime | null;
    };

/**
 * When an event begins and ends; no time of day is invented.
 *
 * - both times: from the first day's beginning to the last day's end, in German time
 * - one day, only the beginning: an event without an end; it ends as it begins (RFC 5545, 3.6.1), and calendars show it
 *   at its time
 * - anything else: whole days, with an exclusive end (RFC 5545, 3.6.1). What is known of the times stands in the
 *   description
 */
export function whenOf(date: FullDate): When {
  const first = Temporal.PlainDate.from(date.start);
  const last = Temporal.PlainDate.from(date.end);
  if (date.from !== null && date.to !== null)
    return timed(first.toPlainDateTime(date.from), last.toPlainDateTime(date.to));
  if (date.from !== null && date.start === date.end) return timed(first.toPlainDateTime(date.from), null);
  return { allDay: true, start: first, end: last.add({ days: 1 }) };
}

/**
 * A spring night leaves an hour out: a time in it moves on by an hour, and an end that it passes moves with it. An
 * autumn night has an hour twice: the first one is meant (RFC 5545, 3.3.5). Because programs disagree on both, such an
 * event is written in UTC, which all read alike.
 */
function timed(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime | null): When {
  const start = from.toZonedDateTime(TIME_ZONE);
  const timezone = isPlain(from) && (to === null || isPlain(to)) ? TIME_ZONE : null;
  if (to === null) return { timezone, start, end: null };
  const end = to.toZonedDateTime(TIME_ZONE);
  const passed = Temporal.ZonedDateTime.compare(start, end) >= 0;
  return { timezone, start, end: passed ? start.add(from.until(to)) : end };
}

/** Whether clocks show this time once, neither never nor twice. */
function isPlain(time: Temporal.PlainDateTime): boolean {
  return time
    .toZonedDateTime(TIME_ZONE, { disambiguation: "earlier" })
    .equals(time.toZonedDateTime(TIME_ZONE, { disambiguation: "later" }));
}
