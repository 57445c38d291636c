/** Days that a guest means, both ends included, ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/**
 * The day or days that a message names, seen from `today` (ISO date): "heute", "übermorgen", "am Freitag",
 * "nächste Woche", "im November", "24.12.", "on 3 March 2027", "this month" ... Null when it names none.
 * A weekday or a month without more means the next one, today and this month included.
 */
export function periodIn(text: string, today: string): Period | null {
  const words = fold(text)
    .slice(0, 2000)
    .split(/[^a-z0-9.]+/)
    .map((word) => (/^\d/.test(word) ? word : word.replaceAll(".", "")))
    .filter(Boolean);
  const start = Date.parse(today);
  return (
    numericDate(words, start) ??
    dayAndMonth(words, start) ??
    relative(words, start) ??
    weekday(words, start) ??
    month(words, start) ??
    year(words)
  );
}

/** "24.12.", "24.12.2026", "2026-12-24" loses its hyphens before it comes here and is read as words. */
function numericDate(words: readonly string[], today: number): Period | null {
  for (const [index, word] of words.entries()) {
    const parts = word.split(".").filter(Boolean).map(Number);
    const [first, second, third] = parts;
    if (parts.length >= 2 && parts.length <= 3 && first && second && /\d\.\d/.test(word)) {
      const date = dateOf(first, second, third && third < 100 ? 2000 + third : third, today);
      if (date !== null) return day(date);
    }
    const [next, afterNext] = [words[index + 1], words[index + 2]];
    if (/^20\d\d$/.test(word) && next && afterNext && /^\d\d$/.test(next) && /^\d\d$/.test(afterNext)) {
      const date = dateOf(Number(afterNext), Number(next), Number(word), today);
      if (date !== null) return day(date);
    }
  }
  return null;
}

/** "3. März", "24 December 2026", "December 24". */
function dayAndMonth(words: readonly string[], today: number): Period | null {
  for (const [index, word] of words.entries()) {
    const number = MONTHS.get(word);
    if (!number) continue;
    const before =
      ordinal(words[index - 1]) ?? (words[index - 1] === "of" ? ordinal(words[index - 2]) : null);
    const after = ordinal(words[index + 1]);
    const chosen = before ?? after;
    if (!chosen) continue;
    const yearWord = words[before ? index + 1 : index + 2];
    const date = dateOf(
      chosen,
      number,
      yearWord && /^20\d\d$/.test(yearWord) ? Number(yearWord) : undefined,
      today,
    );
    if (date !== null) return day(date);
  }
  return null;
}

function relative(words: readonly string[], today: number): Period | null {
  const has = (...some: string[]): boolean => some.some((word) => words.includes(word));
  const pair = (first: readonly string[], second: readonly string[]): boolean =>
    words.some((word, index) => first.includes(word) && second.includes(words[index + 1] ?? ""));
  if (has("uebermorgen", "ubermorgen")) return day(today + 2 * DAY);
  if (has("morgen", "tomorrow", "tmrw") && !pair(["guten", "heute"], ["morgen"])) return day(today + DAY);
  if (has("heute", "today", "tonight", "heut", "gerade", "jetzt", "now")) return day(today);
  const monday = today - (weekdayOf(today) - 1) * DAY;
  if (pair(NEXT, ["woche", "week"])) return period(monday + 7 * DAY, monday + 13 * DAY);
  if (pair(THIS, ["woche", "week"])) return period(today, monday + 6 * DAY);
  if (has("wochenende", "weekend")) return period(monday + 5 * DAY, monday + 6 * DAY);
  if (pair(NEXT, ["monat", "month"])) return monthPeriod(addMonths(today, 1));
  if (pair(THIS, ["monat", "month"])) return monthPeriod(today);
  if (pair(NEXT, ["jahr", "year"])) return yearPeriod(new Date(today).getUTCFullYear() + 1);
  if (pair(THIS, ["jahr", "year"]) || has("heuer")) return yearPeriod(new Date(today).getUTCFullYear());
  return null;
}

function weekday(words: readonly string[], today: number): Period | null {
  for (const word of words) {
    const number = WEEKDAYS.get(word);
    if (number) return day(today + ((number - weekdayOf(today) + 7) % 7) * DAY);
  }
  return null;
}

function month(words: readonly string[], today: number): Period | null {
  for (const [index, word] of words.entries()) {
    const number = MONTHS.get(word);
    // "may" and "mar" are also plain words: a month only behind "in", "im", "ab" and the like or before a year
    if (!number || (AMBIGUOUS.has(word) && !BEFORE_MONTH.has(words[index - 1] ?? ""))) continue;
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

/** The date, in the next year when it has passed and no year is given; null when there is no such day. */
function dateOf(
  dayOfMonth: number,
  monthNumber: number,
  yearNumber: number | undefined,
  today: number,
): number | null {
  const thisYear = new Date(today).getUTCFullYear();
  const date = Date.UTC(yearNumber ?? thisYear, monthNumber - 1, dayOfMonth);
  const back = new Date(date);
  if (back.getUTCMonth() !== monthNumber - 1 || back.getUTCDate() !== dayOfMonth) return null;
  return yearNumber === undefined && date < today
    ? Date.UTC(thisYear + 1, monthNumber - 1, dayOfMonth)
    : date;
}

function ordinal(word: string | undefined): number | null {
  const match = word && /^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(word);
  return match ? Number(match[1]) : null;
}

/** Monday = 1 ... Sunday = 7. */
function weekdayOf(date: number): number {
  return new Date(date).getUTCDay() || 7;
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

function day(date: number): Period {
  return period(date, date);
}

function period(from: number, to: number): Period {
  return { from: iso(from), to: iso(to) };
}

function iso(date: number): string {
  return new Date(date).toISOString().slice(0, 10);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss");
}

const NEXT = [
  "naechste",
  "naechster",
  "naechsten",
  "naechstes",
  "nachste",
  "nachsten",
  "kommende",
  "kommenden",
  "kommendes",
  "next",
  "coming",
];
const THIS = ["diese", "dieser", "diesen", "diesem", "dieses", "this", "laufenden", "current"];
const AMBIGUOUS = new Set(["may", "mar", "mai"]);
const BEFORE_MONTH = new Set([
  "in",
  "im",
  "ab",
  "bis",
  "seit",
  "during",
  "for",
  "from",
  "by",
  "until",
  "mitte",
  "anfang",
  "ende",
  "this",
  "next",
]);

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "januar jaenner january jan",
    "februar february feb",
    "maerz march marz mrz mar",
    "april apr",
    "mai may",
    "juni june jun",
    "juli july jul",
    "august aug",
    "september sep sept",
    "oktober october okt oct",
    "november nov",
    "dezember december dez dec",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    "montag monday montags mondays",
    "dienstag tuesday dienstags tuesdays",
    "mittwoch wednesday mittwochs wednesdays",
    "donnerstag thursday donnerstags thursdays",
    "freitag friday freitags fridays",
    "samstag saturday samstags saturdays sonnabend",
    "sonntag sunday sonntags sundays",
  ].flatMap((names, index) =>
    names.split(" ").flatMap((name) => [
      [name, index + 1] as const,
      // "freitagnachmittag", "mondaymorning"
      ...["vormittag", "nachmittag", "mittag", "abend", "morgen", "frueh"].map(
        (part) => [`${name}${part}`, index + 1] as const,
      ),
    ]),
  ),
);
