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
 * Takes a message apart where a new question may begin: after ? ! ; and line ends, after a full stop that ends a
 * sentence, and before "und wann ...", "außerdem ...", "and how ...". Whether the parts are questions of their own is
 * for the understanding to say; here nothing is lost. One pass over the text.
 */
export function segmentsOf(text: string, language: "de" | "en"): Segment[] {
  const segments: Segment[] = [];
  for (const sentence of sentencesOf(text)) {
    for (const clause of clausesOf(sentence)) {
      const normalised = words(clause);
      if (normalised.length === 0) continue;
      segments.push({
        text: clause,
        asking: clause.includes("?") || isAsking(clause, normalised),
        dependent: pointsBack(normalised, language),
      });
    }
  }
  return segments;
}

/** Whether a word stands for something said before: "dafür", "davon", "that", or "das" with no noun to follow. */
export function pointsBack(normalised: readonly string[], language: "de" | "en"): boolean {
  return normalised.some((word, at) => {
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
function endsSentence(text: string, from: number, at: number): boolean {
  if (!/\s/.test(text.charAt(at + 1))) return false;
  let letters = 0;
  while (at - 1 - letters >= from && letters < 8 && /\p{L}/u.test(text.charAt(at - 1 - letters))) letters++;
  return letters >= 4 && !ABBREVIATIONS.has(text.slice(at - letters, at).toLowerCase());
}

function clausesOf(sentence: string): string[] {
  const parts = sentence.split(/\s+/);
  const plain = parts.map((part) => words(part)[0] ?? "");
  const clauses: string[] = [];
  let from = 0;
  for (let at = 2; at + 1 < parts.length; at++) {
    const isJoint =
      ADDITIONS.has(plain[at] ?? "") ||
      (JOINTS.has(plain[at] ?? "") &&
        (STARTERS.has(plain[at + 1] ?? "") || ADDITIONS.has(plain[at + 1] ?? "")));
    if (!isJoint || at - from < 2) continue;
    clauses.push(parts.slice(from, at).join(" "));
    from = at;
  }
  clauses.push(parts.slice(from).join(" "));
  return clauses;
}

/** A question word or a verb begins it, or what follows a comma or colon in it; or it says that something is wanted. */
function isAsking(clause: string, normalised: readonly string[]): boolean {
  const begins = (part: string): boolean =>
    STARTERS.has(words(part).find((word) => !JOINTS.has(word) && !ADDITIONS.has(word)) ?? "");
  return normalised.some((word) => WISHES.has(word)) || clause.split(/[,:–]/).some(begins);
}

const list = (text: string): ReadonlySet<string> => new Set(words(text));

const JOINTS = list("und sowie and plus");
const ADDITIONS = list("außerdem zudem zusätzlich additionally furthermore");
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
const QUESTION_WORDS = list(`
  wer wen wem was wann wo woher wohin wie warum wieso weshalb welche welcher welches welchen wieviel viel ob
  who what when where why which how much whether`);
/** Words with which a question or a request begins. */
const STARTERS: ReadonlySet<string> = new Set([
  ...QUESTION_WORDS,
  ...list(`
  kann können könnt könnte könnten kannst muss müssen darf dürfen soll sollte gibt gibts habt haben hat ist sind bietet bieten
  brauche brauch brauchen bekomme bekommen hilft helfen macht bis ab seit an bei zu
  can could do does did is are may must should would will have has`),
]);
const WISHES = list(`
  suche suchen brauche brauchen möchte möchten will wollen würde bitte wüsste need want looking wondering please`);
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
