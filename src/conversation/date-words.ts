import { fold } from "./fold.js";

/**
 * The words of a text as dates are read from them: folded, "3." and "24.12." keep their full stops, "3.Dezember" is two
 * words. What comes after the first 2,000 characters is not read.
 */
export function dateWords(text: string): string[] {
  return fold(text)
    .slice(0, 2000)
    .replace(/(\d\.)(?=[a-z])/g, "$1 ")
    .split(/[^a-z0-9.]+/)
    .map((word) => (/^\d/.test(word) ? word : word.replaceAll(".", "")))
    .filter(Boolean);
}

export const NEXT: readonly string[] = [
  "naechste",
  "naechster",
  "naechsten",
  "naechstes",
  "nachste",
  "nachsten",
  "kommende",
  "kommender",
  "kommenden",
  "kommendes",
  "next",
  "coming",
];
/** The one after the next. */
export const AFTER_NEXT: readonly string[] = [
  "uebernaechste",
  "uebernaechster",
  "uebernaechsten",
  "uebernaechstes",
  "ubernachste",
  "ubernachsten",
];
export const THIS: readonly string[] = [
  "diese",
  "dieser",
  "diesen",
  "diesem",
  "dieses",
  "this",
  "laufenden",
  "current",
];

/** Month names that are plain words as well. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(["may", "mar", "mai"]);
/** Words behind which these mean the month. */
export const BEFORE_MONTH: ReadonlySet<string> = new Set(
  "in im ab bis seit during for from by until mitte anfang ende this next".split(" "),
);

/** By name: January = 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
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

/** By name: Monday = 1 ... Sunday = 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
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

/** Small numbers in words. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    "einer einem einen eine ein a an one",
    "zwei two",
    "drei three",
    "vier four",
    "fuenf funf five",
    "sechs six",
    "sieben seven",
    "acht eight",
    "neun nine",
    "zehn ten",
    "elf eleven",
    "zwoelf zwolf twelve",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** "zwei", "two", "14"; null for anything else, and for more than three digits. */
export function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  return NUMBERS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : null);
}
