import { monthName } from "../conversation/dates.js";
import type { Seminar } from "../knowledge/model.js";
import type { Language } from "../vocabulary/index.js";

/** What a visitor looks for; empty: anything. */
export interface Search {
  readonly topic: string;
  /** "2026-11", or "11" for what is announced without a year. */
  readonly month: string;
  readonly place: string;
  readonly online: boolean;
}

/** The longest keyword that is looked for. */
const LONGEST = 100;

/** Reads the query of the filter form; what makes no sense counts as not given. */
export function searchIn(query: URLSearchParams): Search {
  const text = (name: string): string => (query.get(name) ?? "").trim().slice(0, LONGEST);
  const month = text("month");
  return {
    topic: text("topic"),
    month: /^(?:\d{4}-)?(?:0[1-9]|1[0-2])$/.test(month) ? month : "",
    place: text("place"),
    online: query.get("online") === "yes",
  };
}

/** Whether nothing was asked for. */
export function isEmpty({ topic, month, place, online }: Search): boolean {
  return !topic && !month && !place && !online;
}

/** Those that fit everything that was asked for. Keywords are looked for in both languages, as guests mix them. */
export function matching(seminars: readonly Seminar[], search: Search): readonly Seminar[] {
  const words = folded(search.topic).split(/\s+/).filter(Boolean);
  return seminars.filter((seminar) => {
    const about = words.length > 0 ? folded(keywords(seminar)) : "";
    return (
      words.every((word) => about.includes(word)) &&
      (!search.month || inMonth(seminar, search.month)) &&
      (!search.place || folded(seminar.place?.city ?? "") === folded(search.place)) &&
      (!search.online || seminar.online === true)
    );
  });
}

/** A choice of the filter form. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The months in which there is something, in order; those of no year last. */
export function months(
  seminars: readonly Seminar[],
  language: Language,
  yearless: (month: string) => string,
): readonly Choice[] {
  const values = new Set(seminars.flatMap(monthsOf));
  const label = (value: string): string => {
    const name = monthName(Number(value.slice(-2)), language);
    return value.length === 2 ? yearless(name) : `${name} ${value.slice(0, 4)}`;
  };
  return [...values]
    .sort((first, second) => second.length - first.length || (first < second ? -1 : 1))
    .map((value) => ({ value, label: label(value) }));
}

/** The towns in which there is something. */
export function places(seminars: readonly Seminar[], language: Language): readonly string[] {
  const towns = new Set(seminars.flatMap(({ place }) => place?.city ?? []));
  return [...towns].sort(new Intl.Collator(language).compare);
}

/** The months that it touches; "11" where the year is not known. */
function monthsOf({ date }: Seminar): string[] {
  if (!date) return [];
  if (date.kind === "yearless") return [String(date.month).padStart(2, "0")];
  const [first, last] = [date.start.slice(0, 7), date.end.slice(0, 7)];
  return first === last ? [first] : between(first, last);
}

function between(first: string, last: string): string[] {
  const found: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))];
  for (let value = first; value <= last; ) {
    found.push(value);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    value = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  return found;
}

/** A seminar without a year fits its month in any year; one without a date fits none. */
function inMonth(seminar: Seminar, asked: string): boolean {
  return monthsOf(seminar).some((month) => month === asked || month === asked.slice(-2));
}

function keywords({ title, kindOf, topics, audience }: Seminar): string {
  const texts = [title, kindOf, audience].flatMap((text) => (text ? [text.de, text.en] : []));
  return [...texts, ...topics.de, ...topics.en].join(" ");
}

/** Without case, accents and double spaces: "Förderung" is found by "forderung" and "FÖRDERUNG". */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}
