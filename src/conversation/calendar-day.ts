import { MONTHS } from "./date-words.js";

/** A day that was written out, with or without its year. */
export interface CalendarDay {
  /** Milliseconds since 1970, midnight UTC. */
  readonly at: number;
  /** Without one the next such day is meant. */
  readonly yearGiven: boolean;
}

/**
 * The days that are written out in these words (see `dateWords`): "24.12.", "24.12.2026", "2026-12-24", "3. März",
 * "24 December 2026", "December 24th". Days that do not exist are left out.
 * @param today milliseconds since 1970
 */
export function calendarDays(words: readonly string[], today: number): CalendarDay[] {
  return [...numericDays(words, today), ...namedDays(words, today)];
}

/** "24.12.", "24.12.2026"; "2026-12-24" has lost its hyphens before and comes as three words. */
function numericDays(words: readonly string[], today: number): CalendarDay[] {
  return words.flatMap((word, index) => {
    const parts = word.split(".").filter(Boolean).map(Number);
    const [first, second, third] = parts;
    if (parts.length >= 2 && parts.length <= 3 && first && second && /\d\.\d/.test(word)) {
      return calendarDay(first, second, third && third < 100 ? 2000 + third : third, today);
    }
    const [next, afterNext] = [words[index + 1], words[index + 2]];
    return /^20\d\d$/.test(word) && next && afterNext && /^\d\d$/.test(next) && /^\d\d$/.test(afterNext)
      ? calendarDay(Number(afterNext), Number(next), Number(word), today)
      : [];
  });
}

/** "3. März", "24 December 2026", "24th of December", "December 24". */
function namedDays(words: readonly string[], today: number): CalendarDay[] {
  return words.flatMap((word, index) => {
    const month = MONTHS.get(word);
    if (!month) return [];
    const before =
      ordinal(words[index - 1]) ?? (words[index - 1] === "of" ? ordinal(words[index - 2]) : null);
    const dayOfMonth = before ?? ordinal(words[index + 1]);
    if (!dayOfMonth) return [];
    const yearWord = words[before ? index + 1 : index + 2]?.replace(/\.$/, "");
    return calendarDay(
      dayOfMonth,
      month,
      yearWord && /^20\d\d$/.test(yearWord) ? Number(yearWord) : undefined,
      today,
    );
  });
}

/** The day; without a year the next such one. Empty when there is no such day. */
export function calendarDay(
  dayOfMonth: number,
  month: number,
  year: number | undefined,
  today: number,
): CalendarDay[] {
  const thisYear = new Date(today).getUTCFullYear();
  const at = existing(dayOfMonth, month, year ?? thisYear);
  if (year !== undefined) return at === null ? [] : [{ at, yearGiven: true }];
  const next = at !== null && at >= today ? at : existing(dayOfMonth, month, thisYear + 1);
  return next === null ? [] : [{ at: next, yearGiven: false }];
}

/** Null for 31 February and the like. */
function existing(dayOfMonth: number, month: number, year: number): number | null {
  const at = Date.UTC(year, month - 1, dayOfMonth);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === dayOfMonth ? at : null;
}

function ordinal(word: string | undefined): number | null {
  const match = word && /^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(word);
  return match ? Number(match[1]) : null;
}
