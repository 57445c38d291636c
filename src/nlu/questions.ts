import { words } from "./normalise.js";

/** A sentence or clause of a message. */
export interface Segment {
  readonly text: string;
  /** Asks or wants something, rather than telling what led to it. */
  readonly asking: boolean;
  /** Points back to the sentence before ("Gibt es dafür Geld?"). */
  readonly dependent: boolean;
}

/**
 * Takes a message apart into what asks and what tells: after ? ! ; and line ends, after a full stop that ends a sentence,
 * before "und wann ...", "außerdem ...", "and how ...", and at numbers ("1. ... 2. ..."). Where one question may end and
 * the next begin is for `joints.ts` to say. Nothing is lost. One pass over the text.
 */
export function segmentsOf(text: string, language: "de" | "en"): Segment[] {
  const segments: Segment[] = [];
  for (const sentence of sentencesOf(text)) {
    for (const { text: clause, isStory } of clausesOf(sentence)) {
      const normalised = words(clause);
      if (normalised.length === 0) continue;
      segments.push({
        text: clause,
        asking: !isStory && (clause.includes("?") || isAsking(clause, normalised)),
        dependent: pointsBack(normalised, language),
      });
    }
  }
  return segments;
}

/** A part without what only ties it to the part before: "Und noch was: wo kann ich parken?" asks where to park. */
export function withoutTies(text: string): string {
  const parts = text.split(/\s+/);
  const plain = parts.map((part) => words(part)[0] ?? "");
  let from = 0;
  for (let length = tieAt(plain, 0); length > 0; length = tieAt(plain, from)) from += length;
  return from === 0 || from >= parts.length ? text : parts.slice(from).join(" ");
}

/** How many words from here only tie a question to what came before; 0 where they do more. */
export function tieAt(plain: readonly string[], at: number): number {
  const word = plain[at];
  if (word === undefined) return 0;
  // a dash, or the number of a list
  if (word === "" || /^\d$/.test(word)) return 1;
  const phrase = TIE_PHRASES.find((tie) => tie.every((part, place) => plain[at + place] === part));
  return phrase?.length ?? (isTie(word) ? 1 : 0);
}

function isTie(word: string): boolean {
  return JOINTS.has(word) || ADDITIONS.has(word) || TIES.has(word);
}

/** Whether a word stands for something said before: "dafür", "davon", "that", or "das" with no noun to follow. */
export function pointsBack(normalised: readonly string[], language: "de" | "en"): boolean {
  return normalised.some((word, at) => {
    // "is there parking": not a place that was spoken of
    if (
      word === "there" &&
      [normalised[at - 1], normalised[at + 1]].some((by) => by === "is" || by === "are")
    )
      return false;
    // by language: "it" is a pronoun in English, and computing in German
    if (POINTERS[language].has(word)) return true;
    if (!ARTICLES_TOO.has(word)) return false;
    const next = normalised[at + 1];
    const before = normalised[at - 1] ?? "";
    // "was kostet das?", "geht das auch online?", "was das kostet", "how much is it"; not "wann ist das Seminar".
    return (
      next === undefined ||
      AFTER_PRONOUN.has(next) ||
      (QUESTION_WORDS.has(before) && at + 2 === normalised.length)
    );
  });
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (
      !(
        mark === "?" ||
        mark === "!" ||
        mark === ";" ||
        mark === "\n" ||
        (mark === "." && endsSentence(text, from, at))
      )
    )
      continue;
    sentences.push(text.slice(from, at + 1));
    from = at + 1;
  }
  sentences.push(text.slice(from));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

/** Not after "Dr.", "z.B.", "24.", "Prof.": the word before must have four letters and be no abbreviation. */
export function endsSentence(text: string, from: number, at: number): boolean {
  if (!/\s/.test(text.charAt(at + 1))) return false;
  let letters = 0;
  while (at - 1 - letters >= from && letters < 8 && /\p{L}/u.test(text.charAt(at - 1 - letters))) letters++;
  return letters >= 4 && !ABBREVIATIONS.has(text.slice(at - letters, at).toLowerCase());
}

/** A clause; a story leads to an indirect question: "wir sind 12 Leute und wollte fragen, ob ihr Flächen habt". */
interface Clause {
  readonly text: string;
  readonly isStory: boolean;
}

function clausesOf(sentence: string): Clause[] {
  const parts = sentence.split(/\s+/);
  const plain = parts.map((part) => words(part)[0] ?? "");
  const clauses: Clause[] = [];
  let from = 0;
  let said = 0;
  let number = 1;
  for (let at = 0; at < parts.length; at++) {
    const isNumber = isListNumber(parts, at, number);
    if (isNumber) number++;
    // A clause that says less is the beginning of this one: "wann und wo", "Also, where and when".
    const isStory = said >= STORY && isIndirectQuestion(plain, at);
    const isJointHere = said >= 2 && at + 1 < parts.length && isJoint(parts, plain, at);
    if (at > from && (isNumber || isStory || isJointHere)) {
      clauses.push({ text: parts.slice(from, at).join(" "), isStory });
      from = at;
      said = 0;
    }
    const word = plain[at] ?? "";
    if (word !== "" && !isTie(word) && (said > 0 || !QUESTION_WORDS.has(word))) said++;
  }
  clauses.push({ text: parts.slice(from).join(" "), isStory: false });
  return clauses;
}

/** What is said before an indirect question in fewer words than these is its lead, not a story. */
const STORY = 8;

/** "... fragen, ob", "... wissen wie", "... wondering if". */
function isIndirectQuestion(plain: readonly string[], at: number): boolean {
  const word = plain[at] ?? "";
  return (QUESTION_WORDS.has(word) || word === "if") && ASKS.has(plain[at - 1] ?? "");
}

/** Whether a new question may begin here: "außerdem ...", ", also ...", "und wann ...". */
function isJoint(parts: readonly string[], plain: readonly string[], at: number): boolean {
  const word = plain[at] ?? "";
  if (ADDITIONS.has(word)) return true;
  if (JOINTS.has(word)) return beginsQuestion(plain, at + 1) || tieAt(plain, at + 1) > 0;
  return word === "also" && (parts[at - 1] ?? "").endsWith(",") && beginsQuestion(plain, at + 1);
}

/** "1. ... 2. ...": the first begins the sentence or follows a mark, unlike that of a date ("am 1. oder 2. Mai"). */
export function isListNumber(parts: readonly string[], at: number, number: number): boolean {
  const part = parts[at] ?? "";
  if (part !== `${number}.` && part !== `${number})` && part !== `(${number})`) return false;
  return number > 1 || at === 0 || /[:;,.!?–-]$/.test(parts[at - 1] ?? "");
}

/** A question word or a verb begins it, or what follows a comma or colon in it; or it says that something is wanted. */
function isAsking(clause: string, normalised: readonly string[]): boolean {
  const begins = (part: string): boolean => beginsQuestion(words(withoutTies(part.trim())), 0);
  return normalised.some((word) => WISHES.has(word)) || clause.split(/[,:–]/).some(begins);
}

/** "Haben Sie Parkplätze" asks; "and have just bought a van" tells. */
export function beginsQuestion(plain: readonly string[], at: number): boolean {
  const word = plain[at] ?? "";
  return STARTERS.has(word) && (!PERFECT.has(word) || SUBJECTS.has(plain[at + 1] ?? ""));
}

const list = (text: string): ReadonlySet<string> => new Set(words(text));

const JOINTS = list("und sowie and plus");
export const ADDITIONS = list(
  "außerdem ausserdem zudem zusätzlich daneben übrigens zweitens drittens additionally furthermore secondly",
);
/** What may stand before a question and says nothing but that there is another. */
const TIES = list("ach ja oh dann auch also noch oder or erstens btw firstly");
const TIE_PHRASES = [
  "noch was",
  "noch etwas",
  "noch eine frage",
  "eine frage noch",
  "eine weitere frage",
  "zweite frage",
  "nächste frage",
  "andere frage",
  "by the way",
  "one more thing",
  "one more question",
  "another question",
  "second question",
  "next question",
  "another thing",
].map((phrase) => words(phrase));
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  "prof",
  "dipl",
  "inkl",
  "evtl",
  "vgl",
  "zzgl",
  "mind",
  "approx",
  "dept",
]);
export const QUESTION_WORDS = list(`
  wer wen wem was wann wo woher wohin wie warum wieso weshalb welche welcher welches welchen wieviel viel ob
  who what when where why which how much whether`);
/** Words that an indirect question follows. */
export const ASKS = list(
  "frage fragen wissen erfahren interessieren wüsste ask asking know wonder wondering question",
);
/** Words with which a question or a request begins. */
const STARTERS: ReadonlySet<string> = new Set([
  ...QUESTION_WORDS,
  ...list(`
  kann können könnt könnte könnten kannst muss müssen darf dürfen soll sollte gibt gibts habt haben hat ist sind bietet bieten
  brauche brauch brauchen bekomme bekommen hilft helfen macht bis ab seit an bei zu
  gilt gelten kriege krieg kriegt kriegen läuft lohnt zahlt bezahlt reicht geht kommt hätte hätten wäre berät
  can could do does did is are may must should would will have has tell explain`),
]);
const PERFECT = list("haben habe hat have has had");
export const SUBJECTS = list(
  "sie wir ich er es man das der die jemand euer unser you they we i he she it the your anyone",
);
const WISHES = list(`
  suche suchen gesucht brauche brauchen möchte möchten will wollen wollten würde hätte hätten gern gerne bitte wüsste
  interessiert interessieren gib gebt nenn zeig sag schick schickt sendet
  need want looking wondering please send tell explain show`);
const POINTERS = {
  de: list(
    "da dafür davon damit dazu daran dabei darauf darüber dadurch darin drin dran drüber davor danach hierfür hierzu dort deren dessen diesbezüglich sowas solche",
  ),
  en: list("it there them they ones thereof"),
} as const;
const ARTICLES_TOO = list("das dies die der den dem that this these those");
/** What may follow a pronoun, and not an article. */
const AFTER_PRONOUN = list(`
  auch was etwas man denn dann eigentlich noch schon mal nur so in im online für bei mit von ab bis und oder nicht genau überhaupt alles
  ist war wird geht kostet gilt hier jetzt aus an zu
  also too in online for with at by and or not cost take work apply mean is are`);
