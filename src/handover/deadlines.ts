import { MONTHS, NEXT, numberOf, WEEKDAYS } from "../conversation/date-words.js";
import { dayIn } from "../conversation/day.js";
import type { Language } from "../vocabulary/index.js";
import { UNITS } from "./common-words.js";
import { standsAt, type Token, tokensOf, written } from "./tokens.js";

/** A deadline or a day by which something must be done, as a guest mentions it. */
export interface Deadline {
  /** As they wrote it: "bis zum 15. Januar". */
  readonly said: string;
  /** ISO date; null where it is not certain which day they mean. */
  readonly day: string | null;
}

/**
 * The deadlines that a guest mentions: a day behind "bis", "spätestens", "by" and the like, or any day in a sentence that
 * says that something is due. Not: opening times, spans such as "Montag bis Freitag", how long something has lasted.
 *
 * @param today the day on which it was said, ISO date; null: not known, then no day is worked out
 * @param language which the guest writes: it decides what "3/12" is
 */
export function deadlinesIn(text: string, today: string | null, language: Language): Deadline[] {
  const tokens = tokensOf(text);
  const moods = moodsOf(tokens);
  const found: Deadline[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!tokens[at]?.word) {
      at++;
      continue;
    }
    const mood = moods.get(tokens[at]?.sentence ?? 0);
    const lead = mood?.opening ? 0 : leadLength(tokens, at);
    const end = dateEnd(tokens, at + lead, lead > 0);
    const counts = end !== null && (lead > 0 ? !isSpan(tokens, at) : mood?.due && !isSince(tokens, at));
    if (end !== null && counts) {
      const day =
        today && dayOf(written(text, tokens, at + lead, end), tokens.slice(at, end), today, language);
      const certain = mood?.strong || lead > 0;
      if (certain || (day && today && day >= today))
        found.push({ said: written(text, tokens, at, end), day });
    }
    at = end ?? at + 1;
  }
  return found;
}

interface Mood {
  /** It asks when somebody is there. */
  opening: boolean;
  /** Something is due: surely, or perhaps ("muss", "brauche"). */
  strong: boolean;
  due: boolean;
  past: boolean;
}

const OPENING =
  /^(?:offen|geoeffnet|geschlossen|erreichbar|erreichen?|reach|oeffnungszeiten|sprechzeiten|sprechstunde|auf|zu|open|closed|opening)$/;
const STRONG =
  /^(?:\w*frist(?:en|ende)?|\w*deadline|faellig|ablauf|ablaeuft|laeuft|auslaeuft|endet|stichtag|abgabetermin|abgabe|due|expires|ends|runs)$/;
const WEAK =
  /^(?:muss|muessen|muß|brauche|brauchen|benoetige|benoetigen|dringend|eilt|eilig|abgeben|einreichen|need|must|urgent|urgently)$/;
const PAST = /^(?:war|waren|wurde|wurden|hatte|hatten|habe|hab|was|were|had|seit|since)$/;

function moodsOf(tokens: readonly Token[]): ReadonlyMap<number, Mood> {
  const moods = new Map<number, Mood>();
  for (const { folded, sentence } of tokens) {
    const mood = moods.get(sentence) ?? { opening: false, strong: false, due: false, past: false };
    moods.set(sentence, mood);
    // "zu" and "auf" are that many other things
    mood.opening ||= OPENING.test(folded) && folded !== "zu" && folded !== "auf";
    mood.strong ||= STRONG.test(folded);
    mood.due ||= WEAK.test(folded);
    mood.past ||= PAST.test(folded);
  }
  for (const mood of moods.values()) mood.due = !mood.opening && (mood.strong || (mood.due && !mood.past));
  return moods;
}

/** How many tokens of "bis spätestens", "no later than" begin here; 0: none. */
function leadLength(tokens: readonly Token[], at: number): number {
  if (standsAt(tokens, at, ["no|not", "later", "than"])) return 3;
  if (standsAt(tokens, at, ["bis", "spaetestens|zu|zum"])) return 2;
  if (standsAt(tokens, at, ["spaetestens", "bis|am|zum|zu"])) return 2;
  if (standsAt(tokens, at, ["innerhalb|binnen", "von"])) return 2;
  if (standsAt(tokens, at, ["vor", "dem"])) return 2;
  return standsAt(tokens, at, ["bis|spaetestens|until|till|by|before|binnen|innerhalb|within"]) ? 1 : 0;
}

const FILLING =
  /^(?:zum|am|an|den|dem|der|des|the|on|of|diese[nmrs]?|this|kommende[nrs]?|(?:ueber)?naechste[nrs]?|next|coming|ende|mitte|anfang|end|middle|beginning|spaetestens|latest|in|einer|einem|schon|bereits|noch)$/;
const LIMITING =
  /^(?:ende|mitte|anfang|end|middle|diese[nmrs]?|this|kommende[nrs]?|(?:ueber)?naechste[nrs]?|next|coming)$/;
const HABITUAL = /(?:tags|wochs|days)$/;
const PERIODS =
  /^(?:jahresende|monatsende|wochenende|quartalsende|jahreswechsel|weihnachten|heiligabend|silvester|neujahr|ostern|pfingsten|christmas|easter)$/;
const UNIT = /^(?:tag|tage|tagen|woche|wochen|monat|monate|monaten|days?|weeks?|months?)$/;
const PART = /^(?:frueh|vormittag|mittag|nachmittag|abend|morgen|morning|noon|afternoon|evening)$/;

/** The token behind a day, or a stretch of time, that begins here; null where none does. */
function dateEnd(tokens: readonly Token[], from: number, led: boolean): number | null {
  let at = from;
  let limited = false;
  while (at < from + 4 && FILLING.test(tokens[at]?.folded ?? "") && (at === from || !tokens[at]?.opens)) {
    limited ||= LIMITING.test(tokens[at]?.folded ?? "");
    at++;
  }
  const word = tokens[at]?.folded ?? "";
  if (!word || (at > from && tokens[at]?.opens)) return null;
  if (WEEKDAYS.has(word) && !HABITUAL.test(word)) return weekdayEnd(tokens, at);
  if (/^(?:uebermorgen|tomorrow|tmrw)$/.test(word)) return partEnd(tokens, at + 1);
  if (word === "morgen") return isMorning(tokens, at) ? null : partEnd(tokens, at + 1);
  // "bis heute" is how long something has lasted
  if (/^(?:heute|today)$/.test(word))
    return led && partEnd(tokens, at + 1) === at + 1 ? null : partEnd(tokens, at + 1);
  const day = numericEnd(tokens, at) ?? namedEnd(tokens, at);
  if (day !== null) return day;
  if (MONTHS.has(word) && (led || limited)) return yearEnd(tokens, at + 1);
  if (PERIODS.test(word)) return at + 1;
  if (led && word === "kw" && /^[1-5]?\d$/.test(tokens[at + 1]?.text ?? "")) return at + 2;
  if (/^(?:woche|monats?|jahre?s?|quartals?|week|month|year|quarter)$/.test(word) && limited) return at + 1;
  const counted = numberOf(word) !== null && UNIT.test(tokens[at + 1]?.folded ?? "");
  return counted && standsAt(tokens, at - 1, ["in|von|binnen|innerhalb|within"]) ? at + 2 : null;
}

function weekdayEnd(tokens: readonly Token[], at: number): number {
  const after = partEnd(tokens, at + 1);
  const comma = tokens[after]?.text === "," ? after + 1 : after;
  const date = standsAt(tokens, comma, ["den|dem|the|der"]) ? comma + 1 : comma;
  const end = numericEnd(tokens, date) ?? namedEnd(tokens, date);
  if (end !== null) return end;
  // "Freitag nächster Woche"
  return LIMITING.test(tokens[after]?.folded ?? "") && standsAt(tokens, after + 1, ["woche|week"])
    ? after + 2
    : after;
}

function partEnd(tokens: readonly Token[], at: number): number {
  return PART.test(tokens[at]?.folded ?? "") && !tokens[at]?.opens ? at + 1 : at;
}

/** "guten Morgen", "heute morgen", "am Morgen". */
function isMorning(tokens: readonly Token[], at: number): boolean {
  if (standsAt(tokens, at - 1, ["guten|gute|heute|gestern|am|jeden|den|diesen"])) return true;
  // alone at the begin of a line it greets
  return tokens[at]?.opens === true && tokens[at]?.capital === true;
}

/** "15.1.", "15.01.2027", "15. 1.", "2027-01-15", "15/1". */
function numericEnd(tokens: readonly Token[], at: number): number | null {
  const { text = "" } = tokens[at] ?? {};
  if (/^20\d\d-\d\d-\d\d$/.test(text) || /^\d{1,2}[/-]\d{1,2}[/-](?:20)?\d\d$/.test(text)) return at + 1;
  if (/^\d{1,2}\/\d{1,2}$/.test(text)) return at + 1;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})(?:\.((?:20)?\d\d))?$/.exec(text) ?? [];
  const stop = tokens[at + 1];
  if (day && month && isDay(day, month)) {
    if (year) return at + 1;
    const dotted = stop?.text === "." && stop.start === tokens[at]?.end;
    if (dotted) return yearEnd(tokens, at + 2);
    return UNITS.has(stop?.folded ?? "") ? null : at + 1;
  }
  const [number, second] = [tokens[at], tokens[at + 2]];
  if (!number || !second || !/^\d{1,2}$/.test(text) || stop?.text !== ".") return null;
  if (!/^\d{1,2}$/.test(second.text) || tokens[at + 3]?.text !== "." || !isDay(text, second.text))
    return null;
  return yearEnd(tokens, at + 4);
}

function isDay(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

/** "15. Januar 2027", "15th of January", "January 15". */
function namedEnd(tokens: readonly Token[], at: number): number | null {
  const isNumber = (index: number): boolean => /^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[index]?.folded ?? "");
  if (isNumber(at)) {
    const dotted = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
    const month = standsAt(tokens, dotted, ["of"]) ? dotted + 1 : dotted;
    return MONTHS.has(tokens[month]?.folded ?? "") ? yearEnd(tokens, month + 1) : null;
  }
  return MONTHS.has(tokens[at]?.folded ?? "") && isNumber(at + 1) ? yearEnd(tokens, at + 2) : null;
}

function yearEnd(tokens: readonly Token[], at: number): number {
  const comma = tokens[at]?.text === "," ? at + 1 : at;
  return /^20\d\d$/.test(tokens[comma]?.text ?? "") ? comma + 1 : at;
}

/** "Montag bis Freitag", "1.3. bis 15.3.". */
function isSpan(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
  return (
    before !== undefined &&
    (WEEKDAYS.has(before.folded) || /^\d/.test(before.text) || MONTHS.has(before.folded))
  );
}

/** Behind these words a day is no deadline. */
function isSince(tokens: readonly Token[], at: number): boolean {
  const since = "seit|since|ab|von|vom|from|letzten|letzter|letzte|last|starting|vergangenen";
  return standsAt(tokens, at - 1, [since]) || standsAt(tokens, at - 2, [since, "dem|den|the|am"]);
}

/** The day, where it is certain: not "nächsten Freitag", nor a weekday that is today, nor a number of weeks. */
function dayOf(said: string, tokens: readonly Token[], today: string, language: Language): string | null {
  const reading = dayIn(said, today, language);
  const words = tokens.map(({ folded }) => folded);
  const dated = words.some((word) => /^\d/.test(word));
  if (reading.kind === "past") return words.some((word) => /20\d\d/.test(word)) ? reading.day : null;
  if (reading.kind !== "day") return null;
  if (
    words.some((word) => /^(?:wochen?|weeks?|monate?n?|months?)$/.test(word)) ||
    standsAt(tokens, 0, ["innerhalb|binnen|within"])
  )
    return null;
  const weekday = words.some((word) => WEEKDAYS.has(word));
  if (weekday && !dated && (reading.day === today || words.some((word) => NEXT.includes(word)))) return null;
  return reading.day;
}
