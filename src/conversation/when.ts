import { calendarDays } from "./calendar-day.js";
import {
  AFTER_NEXT,
  AMBIGUOUS_MONTHS,
  BEFORE_MONTH,
  dateWords,
  MONTHS,
  NEXT,
  numberOf,
  THIS,
  WEEKDAYS,
} from "./date-words.js";

/** Days that a guest means, both ends included, ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/**
 * The day or days that a message names, seen from `today` (ISO date): "heute", "übermorgen", "am Freitag",
 * "nächste Woche", "Dienstag in einer Woche", "im November", "24.12.", "on 3 March 2027", "this month" ... Null when it
 * names none. A weekday or a month without more means the next one, today and this month included; "nächsten Montag",
 * said on a Monday, is a week later.
 */
export function periodIn(text: string, today: string): Period | null {
  const words = dateWords(text);
  const start = Date.parse(today);
  const [written] = calendarDays(words, start);
  if (written) return day(written.at);
  return (
    distance(words, start) ??
    dayOfAWeek(words, start) ??
    relative(words, start) ??
    weekday(words, start) ??
    month(words, start) ??
    year(words)
  );
}

/** "in zwei Wochen", "in 14 days", "a month from now", "Dienstag in einer Woche". */
function distance(words: readonly string[], today: number): Period | null {
  for (const [index, word] of words.entries()) {
    const unit = UNITS.get(word);
    const number = unit && numberOf(words[index - 1]);
    if (!number || !(words[index - 2] === "in" || words[index + 1] === "from")) continue;
    if (unit === "day") return day(today + number * DAY);
    if (unit === "month") return day(sameDayLater(today, number));
    return day(nextWeekday(words, today) + 7 * number * DAY);
  }
  return null;
}

/** "Dienstag nächste Woche", "Friday this week". */
function dayOfAWeek(words: readonly string[], today: number): Period | null {
  const number = words.map((word) => WEEKDAYS.get(word)).find((found) => found !== undefined);
  const monday = number === undefined ? null : weekNamed(words, today);
  return number === undefined || monday === null ? null : day(monday + (number - 1) * DAY);
}

function relative(words: readonly string[], today: number): Period | null {
  const has = (...some: string[]): boolean => some.some((word) => words.includes(word));
  if (has("uebermorgen", "ubermorgen")) return day(today + 2 * DAY);
  // "Dienstag morgen" is a morning, too
  const morning = pair(words, ["guten", "heute", ...WEEKDAYS.keys()], ["morgen"]);
  if (has("morgen", "tomorrow", "tmrw") && !morning) return day(today + DAY);
  if (has("heute", "today", "tonight", "heut", "gerade", "jetzt", "now")) return day(today);
  if (has("vorgestern")) return day(today - 2 * DAY);
  if (has("gestern", "yesterday")) return day(today - DAY);
  const monday = weekNamed(words, today);
  if (monday !== null) return period(Math.max(monday, today), monday + 6 * DAY);
  const thisMonday = today - (weekdayOf(today) - 1) * DAY;
  if (has("wochenende", "weekend")) return period(thisMonday + 5 * DAY, thisMonday + 6 * DAY);
  if (pair(words, NEXT, ["monat", "month"])) return monthPeriod(addMonths(today, 1));
  if (pair(words, THIS, ["monat", "month"])) return monthPeriod(today);
  if (pair(words, NEXT, ["jahr", "year"])) return yearPeriod(new Date(today).getUTCFullYear() + 1);
  if (pair(words, THIS, ["jahr", "year"]) || has("heuer"))
    return yearPeriod(new Date(today).getUTCFullYear());
  return null;
}

/** The Monday of the week that is named: this one, the next, or the one after. */
function weekNamed(words: readonly string[], today: number): number | null {
  const monday = today - (weekdayOf(today) - 1) * DAY;
  const week = ["woche", "week"];
  if (pair(words, AFTER_NEXT, week) || / week after next /.test(` ${words.join(" ")} `))
    return monday + 14 * DAY;
  if (pair(words, NEXT, week)) return monday + 7 * DAY;
  return pair(words, THIS, week) ? monday : null;
}

function weekday(words: readonly string[], today: number): Period | null {
  return words.some((word) => WEEKDAYS.has(word)) ? day(nextWeekday(words, today)) : null;
}

/** The next day of the weekday that is named; today where none is. */
function nextWeekday(words: readonly string[], today: number): number {
  const index = words.findIndex((word) => WEEKDAYS.has(word));
  const number = WEEKDAYS.get(words[index] ?? "");
  if (number === undefined) return today;
  const before = words[index - 1] ?? "";
  const next = today + ((number - weekdayOf(today) + 7) % 7) * DAY;
  if (AFTER_NEXT.includes(before)) return (next === today ? next + 7 * DAY : next) + 7 * DAY;
  return NEXT.includes(before) && next === today ? next + 7 * DAY : next;
}

function month(words: readonly string[], today: number): Period | null {
  for (const [index, word] of words.entries()) {
    const number = MONTHS.get(word);
    // "may" and "mar" are also plain words: a month only behind "in", "im", "ab" and the like or before a year
    if (!number || (AMBIGUOUS_MONTHS.has(word) && !BEFORE_MONTH.has(words[index - 1] ?? ""))) continue;
    const yearWord = words[index + 1];
    const now = new Date(today);
    const thisYear = now.getUTCFullYear();
    const year =
      yearWord && /^20\d\d$/.test(yearWord)
        ? Number(yearWord)
        : number >= now.getUTCMonth() + 1
          ? thisYear
          : thisYear + 1;
    return monthPeriod(Date.UTC(year, number - 1, 1));
  }
  return null;
}

function year(words: readonly string[]): Period | null {
  const word = words.find((candidate) => /^20[2-9]\d$/.test(candidate));
  return word ? yearPeriod(Number(word)) : null;
}

/** One of the first words stands right before one of the second. */
function pair(words: readonly string[], first: readonly string[], second: readonly string[]): boolean {
  return words.some((word, index) => second.includes(word) && first.includes(words[index - 1] ?? ""));
}

/** Monday = 1 ... Sunday = 7. @param at milliseconds since 1970 */
export function weekdayOf(at: number): number {
  return new Date(at).getUTCDay() || 7;
}

/** The same day so many months later, or the last one of a shorter month. */
function sameDayLater(today: number, months: number): number {
  const first = addMonths(today, months);
  return Math.min(first + (new Date(today).getUTCDate() - 1) * DAY, addMonths(first, 1) - DAY);
}

function addMonths(date: number, months: number): number {
  const at = new Date(date);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
}

function monthPeriod(inMonth: number): Period {
  return period(addMonths(inMonth, 0), addMonths(inMonth, 1) - DAY);
}

function yearPeriod(number: number): Period {
  return { from: `${number}-01-01`, to: `${number}-12-31` };
}

function day(at: number): Period {
  return period(at, at);
}

function period(from: number, to: number): Period {
  return { from: isoDay(from), to: isoDay(to) };
}

/** @param at milliseconds since 1970 */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

const UNITS: ReadonlyMap<string, "day" | "week" | "month"> = new Map([
  ...["tag", "tage", "tagen", "day", "days"].map((word) => [word, "day"] as const),
  ...["woche", "wochen", "week", "weeks"].map((word) => [word, "week"] as const),
  ...["monat", "monate", "monaten", "month", "months"].map((word) => [word, "month"] as const),
]);
