import { words } from "./normalise.js";
import {
  ADDITIONS,
  ASKS,
  beginsQuestion,
  endsSentence,
  isListNumber,
  QUESTION_WORDS,
  SUBJECTS,
  tieAt,
} from "./questions.js";

/** A place in a message at which one question may end and the next begin, and what stands on its two sides. */
export interface Joint {
  readonly left: string;
  readonly right: string;
  readonly kind: JointKind;
}

/**
 * What is found there. line: a line end, the number of a list, "außerdem", "zweite Frage". sentence: its end. clause: a
 * comma or dash. comma-and: a comma and "und". and: "und" alone. bare: nothing, but a question begins ("termin wo kann ich
 * parken"). "Oder" alone is none: it offers another answer to the same question.
 */
export type JointKind = "line" | "sentence" | "comma-and" | "clause" | "and" | "bare";

/** In the order in which they are worth looking at. */
const KINDS: readonly JointKind[] = ["line", "sentence", "comma-and", "clause", "and", "bare"];

/** So many joints of a message are looked at, which bounds the work whatever guests write. */
const LOOKED_AT = 6;

/** The joints of a text, those first that set most apart. Nothing but white space is lost. One pass over the text. */
export function jointsOf(text: string): Joint[] {
  const parts = partsOf(text);
  const message = { text, parts, plain: parts.map(({ word }) => words(word)[0] ?? "") };
  const all = parts.map(({ word }) => word);
  const found: { at: number; kind: JointKind }[] = [];
  let number = 1;
  for (let at = 0; at < parts.length; at++) {
    const isNumber = isListNumber(all, at, number);
    if (isNumber) number++;
    const kind = isNumber ? "line" : kindAt(message, at);
    if (at > 0 && kind !== null) found.push({ at, kind });
  }
  found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.at - b.at);
  return found.slice(0, LOOKED_AT).map(({ at, kind }) => ({
    left: text.slice(0, parts[at - 1]?.end),
    right: text.slice(parts[at]?.start),
    kind,
  }));
}

/** A message and its parts between white space, each also as its first normalised word. */
interface Message {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly plain: readonly string[];
}

interface Part {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function partsOf(text: string): Part[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

function kindAt({ text, parts, plain }: Message, at: number): JointKind | null {
  const before = parts[at - 1];
  const here = parts[at];
  const word = plain[at] ?? "";
  // in "Zuschuss und Förderung" it is before the "und"; a clause with "wenn" belongs to the one before
  if (!before || !here || isAnd(before.word, plain[at - 1]) || SUBORDINATE.has(word)) return null;
  if (text.slice(before.end, here.start).includes("\n") || ADDITIONS.has(word) || announces(plain, at))
    return "line";
  if (/[?!;]\S?$/.test(before.word) || endsInStop(text, before)) return "sentence";
  if (/[,–—-]$/.test(before.word)) return isAnd(here.word, word) ? "comma-and" : "clause";
  if (isAnd(here.word, word)) return "and";
  return isBareQuestion(plain, at) ? "bare" : null;
}

function endsInStop(text: string, { word, start, end }: Part): boolean {
  return word.endsWith(".") && endsSentence(text, start, end - 1);
}

function isAnd(part: string, word: string | undefined): boolean {
  return AND.has(word ?? "") || part === "+" || part === "&";
}

/** "Und noch was:", "zweite Frage", "one more thing". */
function announces(plain: readonly string[], at: number): boolean {
  return tieAt(plain, tieAt(plain, at) === 1 ? at + 1 : at) > 1;
}

/** A question word, or a verb before its subject; not "wollte fragen wie". */
function isBareQuestion(plain: readonly string[], at: number): boolean {
  const before = plain[at - 1] ?? "";
  if (ASKS.has(before) || OR.has(before) || QUESTION_WORDS.has(before)) return false;
  return QUESTION_WORDS.has(plain[at] ?? "") || isVerbFirst(plain, at);
}

/** "beratet ihr", "kann ich", "are you". */
function isVerbFirst(plain: readonly string[], at: number): boolean {
  const verb = plain[at] ?? "";
  const subject = plain[at + 1] ?? "";
  if (GERMAN_SUBJECTS.has(subject) && verb.length > 3 && /([^aeiou]t|en|e)$/.test(verb)) return true;
  return SUBJECTS.has(subject) && !PREPOSITIONS.has(verb) && beginsQuestion(plain, at);
}

const AND: ReadonlySet<string> = new Set(["und", "sowie", "and"]);
const OR: ReadonlySet<string> = new Set(["oder", "or"]);
/** What begins a clause that says more of the one before. */
const SUBORDINATE: ReadonlySet<string> = new Set(
  words("wenn weil dass damit obwohl falls ob um if because that unless although so"),
);
const GERMAN_SUBJECTS: ReadonlySet<string> = new Set(
  words("ihr sie wir ich es man mein meine unser unsere jemand"),
);
/** They may begin a question ("bis wann"), and mostly do not. */
const PREPOSITIONS: ReadonlySet<string> = new Set(words("bis ab seit an bei zu"));
