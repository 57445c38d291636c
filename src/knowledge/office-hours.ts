import { Temporal } from "temporal-polyfill";
import type { Localised } from "../vocabulary/index.js";
import { type Holiday, holidayOn } from "./holidays.js";
import type { Intervals, Office, Presence } from "./model.js";

/** Further ahead nobody opens "again". */
const DAYS_AHEAD = 400;

/** Of an office or a partner: what says when it is open. */
export type Opening = Pick<Office, "hours" | "exceptions" | "state">;

/** The hours of one day, and why they are not the usual ones. */
export interface OfficeDay {
  /** ISO date. */
  readonly date: string;
  readonly intervals: Intervals;
  readonly reason: Localised<string> | null;
  readonly holiday: Holiday | null;
}

/** The day and the time of day of a moment, in the office's time zone. */
export interface LocalTime {
  /** ISO date. */
  readonly date: string;
  /** HH:MM. */
  readonly time: string;
}

/** @param now milliseconds since 1970 */
function localTime(timeZone: string, now: number): LocalTime {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

/** `localTime`, worked out when it is first looked at: most answers need no time, and a time zone costs more than they do. */
export function localTimeOnDemand(timeZone: string, now: number): LocalTime {
  let known: LocalTime | undefined;
  const moment = (): LocalTime => {
    known ??= localTime(timeZone, now);
    return known;
  };
  return {
    get date() {
      return moment().date;
    },
    get time() {
      return moment().time;
    },
  };
}

/**
 * The day in a time zone, as an ISO date.
 * @param now milliseconds since 1970
 */
export function dayIn(timeZone: string, now: number): string {
  return localTime(timeZone, now).date;
}

/** The hours of a day (ISO date); undefined where the office does not say when it is open. An exception wins over a holiday. */
export function officeDay(office: Opening, date: string): OfficeDay | undefined {
  if (Object.keys(office.hours).length === 0) return undefined;
  const holiday = holidayOn(date, office.state) ?? null;
  const exception = office.exceptions.find(({ from, to }) => from <= date && date <= to);
  if (exception) return { date, intervals: exception.intervals, reason: exception.reason, holiday };
  const usual = office.hours[Temporal.PlainDate.from(date).dayOfWeek] ?? [];
  return { date, intervals: holiday ? [] : usual, reason: null, holiday };
}

/** The first time after `now` at which the office opens; undefined where none is known. */
export function nextOpening(office: Opening, now: LocalTime): { date: string; from: string } | undefined {
  const today = Temporal.PlainDate.from(now.date);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const date = today.add({ days: ahead }).toString();
    const found = officeDay(office, date)?.intervals.find(([from]) => ahead > 0 || from > now.time);
    if (found) return { date, from: found[0] };
  }
  return undefined;
}

/** Whether somebody is there at this moment, or when the next time. */
export function presenceOf(office: Opening, now: LocalTime): Presence {
  const today = officeDay(office, now.date);
  if (!today) return "unknown";
  if (today.intervals.some(([from, to]) => from <= now.time && now.time < to)) return "now";
  const next = nextOpening(office, now);
  return next ? { from: `${next.date}T${next.from}` } : "unknown";
}
