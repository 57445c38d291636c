import type { Language } from "../vocabulary/index.js";
import { type CalendarDay, calendarDay, calendarDays } from "./calendar-day.js";
import { dateWords, WEEKDAYS } from "./date-words.js";
import { isoDay, periodIn, weekdayOf } from "./when.js";

/** What an answer to "which day?" says. Days are ISO dates. */
export type DayReading =
  | { readonly kind: "day"; readonly day: string }
  /** Two readings are possible, earlier first: "3/12" in English. */
  | { readonly kind: "either"; readonly days: readonly [string, string] }
  /** The weekday is not that of the date. `nearest`: the day with that weekday next to it. */
  | { readonly kind: "contradiction"; readonly day: string; readonly nearest: string }
  /** It is over. `next`: the same day of the year when it comes again; null where nobody would mean that. */
  | { readonly kind: "past"; readonly day: string; readonly next: string | null }
  /** So far ahead that the year must be a slip. */
  | { readonly kind: "far"; readonly day: string }
  /** A week, a month, or one of several days. */
  | { readonly kind: "several" }
  /** 31 February. */
  | { readonly kind: "impossible" }
  | { readonly kind: "none" };

const DAY = 86_400_000;
/** A day without a year that was so long ago is taken for a slip, one further back for next year's. */
const JUST_OVER = 90 * DAY;
/** Nobody makes an appointment for later. */
const FURTHEST = 3 * 366 * DAY;

/**
 * The one day that an answer means, seen from `today` (ISO date), or what has to be asked back. Reads what `periodIn`
 * reads, and "3/12", "03-12-2026", "3. 12.", "am 3.". German writes the day first; in English either may come first.
 */
export function dayIn(text: string, today: string, language: Language): DayReading {
  const start = Date.parse(today);
  const words = dateWords(joined(text));
  const slashed = slashedDays(text, start, language);
  if (slashed?.length === 2) {
    const [first = start, second = start] = slashed.map(({ at }) => at).sort((a, b) => a - b);
    return { kind: "either", days: [isoDay(first), isoDay(second)] };
  }
  const written = slashed ?? calendarDays(words, start);
  const weekdays = new Set(words.flatMap((word) => WEEKDAYS.get(word) ?? []));
  if (weekdays.size > 1 || new Set(written.map(({ at }) => at)).size > 1) return { kind: "several" };
  const [date] = written;
  if (date) return judged(date, weekdays, start);
  if (slashed || /\d\.\d{1,2}\./.test(joined(text))) return { kind: "impossible" };
  return dayOfMonth(text, start) ?? spoken(text, today, weekdays);
}

/** "3. 12. 2026" is one date. */
function joined(text: string): string {
  return text
    .replace(/(?<!\d)(\d{1,2}\.)\s+(?=\d{1,2}\.)/g, "$1")
    .replace(/(\d\.)\s+(?=(?:20)?\d\d(?!\d))/g, "$1");
}

/** "3/12", "03/12/2026", "3-12-2026": one day, both that it may be, or none that exists; null where nothing looks so. */
function slashedDays(text: string, today: number, language: Language): CalendarDay[] | null {
  const match = /(?<![\d/-])(\d{1,2})\s?([/-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d/-])/.exec(text);
  const [, first, sign, second, yearWord] = match ?? [];
  // "9-12" are hours
  if (!first || !second || (sign === "-" && !yearWord)) return null;
  const year = yearWord === undefined ? undefined : Number(yearWord) + (yearWord.length === 2 ? 2000 : 0);
  const dayFirst = calendarDay(Number(first), Number(second), year, today);
  const monthFirst = calendarDay(Number(second), Number(first), year, today);
  if (dayFirst.length > 0 && (language === "de" || first === second)) return dayFirst;
  const both = [...dayFirst, ...monthFirst];
  const coming = both.filter(({ at }) => at >= today);
  return coming.length === 1 ? coming : both;
}

function judged({ at, yearGiven }: CalendarDay, weekdays: ReadonlySet<number>, today: number): DayReading {
  const before = aYearEarlier(at);
  if (!yearGiven && before < today && today - before < JUST_OVER)
    return { kind: "past", day: isoDay(before), next: isoDay(at) };
  if (at < today) {
    const date = new Date(at);
    const [next] = calendarDay(date.getUTCDate(), date.getUTCMonth() + 1, undefined, today);
    return { kind: "past", day: isoDay(at), next: next ? isoDay(next.at) : null };
  }
  if (at - today > FURTHEST) return { kind: "far", day: isoDay(at) };
  return agreeing(at, weekdays, today);
}

/** "Freitag, 3.12.2026" where the 3rd is a Thursday. */
function agreeing(at: number, weekdays: ReadonlySet<number>, today: number): DayReading {
  const [weekday] = weekdays;
  if (weekday === undefined || weekday === weekdayOf(at)) return { kind: "day", day: isoDay(at) };
  const near = [1, -1, 2, -2, 3, -3, 4, 5, 6].map((days) => at + days * DAY);
  const nearest = near.find((day) => day >= today && weekdayOf(day) === weekday) ?? at;
  return { kind: "contradiction", day: isoDay(at), nearest: isoDay(nearest) };
}

/** "am 3.", "the 3rd": in this month or the next that has such a day. */
function dayOfMonth(text: string, today: number): DayReading | null {
  const match = /^(?:am |den |on |the |on the )?(\d{1,2})(?:\.|st|nd|rd|th)[.!]?$/i.exec(text.trim());
  if (!match) return null;
  const now = new Date(today);
  const days = [0, 1, 2].flatMap((later) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1));
    return calendarDay(Number(match[1]), month.getUTCMonth() + 1, month.getUTCFullYear(), today);
  });
  const coming = days.find(({ at }) => at >= today);
  return coming ? { kind: "day", day: isoDay(coming.at) } : { kind: "impossible" };
}

/** "morgen", "nächsten Dienstag", "in zwei Wochen". */
function spoken(text: string, today: string, weekdays: ReadonlySet<number>): DayReading {
  const [weekday] = weekdays;
  if (weekday !== undefined && dateWords(text).some((word) => LAST.has(word)))
    return { kind: "past", day: weekdayBefore(weekday, Date.parse(today)), next: null };
  const period = periodIn(text, today);
  if (!period) return { kind: "none" };
  if (period.from !== period.to) return { kind: "several" };
  if (period.from < today) return { kind: "past", day: period.from, next: null };
  return agreeing(Date.parse(period.from), weekdays, Date.parse(today));
}

/** "letzten Montag". */
const LAST: ReadonlySet<string> = new Set(
  "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vorigen voriger last".split(" "),
);

/** ISO date of the latest day before `today` that has this weekday. */
function weekdayBefore(weekday: number, today: number): string {
  const days = [1, 2, 3, 4, 5, 6, 7].map((back) => today - back * DAY);
  return isoDay(days.find((day) => weekdayOf(day) === weekday) ?? today);
}

function aYearEarlier(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate());
}
