import { longDate, monthName, shortDate } from "../conversation/dates.js";
import { fold } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { type Period, periodIn } from "../conversation/when.js";
import type { Seminar } from "../knowledge/model.js";
import type { Language } from "../vocabulary/index.js";

/** Something that the guest wants of the seminars in a list. */
export interface Filter {
  readonly kind: "topic" | "period" | "place" | "online";
  /** In the guest's language; null where there is no short name for it. */
  readonly name: string | null;
  fits(seminar: Seminar): boolean;
}

/** What a message asks of the seminars: a topic, a time, a place, online or on site. All of them must fit. */
export function filtersIn(
  aspect: "list" | "search",
  text: string,
  seminars: readonly Seminar[],
  input: DecisionInput,
  reply: Reply,
): Filter[] {
  const period = periodIn(text, input.facts.today);
  const beside = [
    ...(period ? [duringFilter(period, reply.language)] : []),
    ...placeFilter(text, seminars),
    ...attendanceFilter(text, reply),
  ];
  const topic = topicFilter(aspect, text, seminars, input, reply.language);
  // "Gibt es etwas in Berlin?" asks for a place; only what names neither place nor kind is a topic that we do not have
  const unknown = topic?.name === null && beside.some(({ kind }) => kind === "place" || kind === "online");
  return topic && !unknown ? [topic, ...beside] : beside;
}

/** A seminar without a year fits when one of its days lies in the period in some year; one without a date fits none. */
export function isWithin({ date }: Seminar, period: Period | null): boolean {
  if (!period) return true;
  if (!date) return false;
  if (date.kind === "full") return date.start <= period.to && date.end >= period.from;
  return [period.from, period.to]
    .map((day) => day.slice(0, 4))
    .flatMap((year) => date.days.map((day) => `${year}-${twoDigits(date.month)}-${twoDigits(day)}`))
    .some((day) => period.from <= day && day <= period.to);
}

/** Whether the message names a city or a house where a seminar that is not over takes place. */
export function namesPlace(text: string, seminars: readonly Seminar[]): boolean {
  return placeFilter(text, seminars).length > 0;
}

/** A search that names no topic of ours fits nothing; in a list a topic counts only when it stands there in so many words. */
function topicFilter(
  aspect: "list" | "search",
  text: string,
  seminars: readonly Seminar[],
  input: DecisionInput,
  language: Language,
): Filter | null {
  const named = input.comprehension?.seminars.map(({ id }) => id) ?? [];
  const labels = seminars
    .flatMap(({ topics }) => topics[language])
    .filter((label) => mentions(text, label))
    .sort((a, b) => b.length - a.length);
  const [label] = labels;
  if (aspect === "list" && label === undefined) return null;
  return {
    kind: "topic",
    name: label ?? null,
    fits: (seminar) =>
      named.includes(seminar.id) || (label !== undefined && seminar.topics[language].includes(label)),
  };
}

function duringFilter(period: Period, language: Language): Filter {
  return {
    kind: "period",
    name: periodName(period, language),
    fits: (seminar) => isWithin(seminar, period),
  };
}

/** A city or a house where a seminar takes place, if the message names it: "in Berlin", "Berliner", "im Rathaus". */
function placeFilter(text: string, seminars: readonly Seminar[]): Filter[] {
  const names = new Set(seminars.flatMap(placesOf));
  const named = [...names].filter((name) => mentions(text, name));
  if (named.length === 0) return [];
  return [
    {
      kind: "place",
      name: named.join(" / "),
      fits: (seminar) => placesOf(seminar).some((place) => named.includes(place)),
    },
  ];
}

function placesOf({ place }: Seminar): string[] {
  // "Rathaus, Sitzungssaal 2": people name the house
  return [place?.city, place?.venue?.split(",")[0]].flatMap((name) => (name ? [name.trim()] : []));
}

function attendanceFilter(text: string, reply: Reply): Filter[] {
  const folded = fold(text);
  if (ONLINE.test(folded))
    return [
      {
        kind: "online",
        name: reply.label("seminar.filter.online"),
        fits: ({ online }) => online === true,
      },
    ];
  if (ON_SITE.test(folded))
    return [
      {
        kind: "online",
        name: reply.label("seminar.filter.on-site"),
        fits: ({ online, place }) => online !== true && place !== null,
      },
    ];
  return [];
}

/** Online as a way to take part, not as a topic: "Online-Handel" and "Onlineshop" are none. */
const ONLINE =
  /\bonline(?![\p{L}]|-\p{L})|\bonline-?(?=seminar|kurs|veranstaltung|termin|sprechstunde|schulung|workshop|angebot|event|course|class)|\bwebinar|\bvirtuell|\bvirtual|\bper video\b|\bremote\b/u;
const ON_SITE = /\bvor ort\b|\bpraesenz|\bin person\b|\bon[ -]site\b/u;

function periodName({ from, to }: Period, language: Language): string {
  if (from === to) return longDate(from, language);
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (from.endsWith("-01-01") && to === `${year}-12-31`) return year;
  const lastDay = new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
  if (from.endsWith("-01") && to === lastDay) return `${monthName(month, language)} ${year}`;
  return `${shortDate(from, language)} – ${shortDate(to, language)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Whether the words stand in the text, as they are or as "Berliner". */
function mentions(text: string, words: string): boolean {
  const found = fold(words).trim();
  return found !== "" && ` ${separated(text)} `.match(pattern(separated(found))) !== null;
}

function separated(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function pattern(words: string): RegExp {
  return new RegExp(` ${words}(?:er)? `, "u");
}
