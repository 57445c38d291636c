import { withoutCourtesy } from "./courtesy.js";
import { isFunctionWord } from "./function-words.js";
import { type Joint, type JointKind, jointsOf } from "./joints.js";
import type { Question } from "./model.js";
import { words } from "./normalise.js";
import { pointsBack, segmentsOf, withoutTies } from "./questions.js";
import { judge, read } from "./reading.js";
import type { Model } from "./train.js";

/** At most this many questions of one message are told apart. */
const QUESTIONS = 3;

/**
 * What speaks for two questions, in log-odds: each side is plain by itself, and the message read as one is less plain.
 * Where both sides are one question, together they are surer than either; where they are two, each takes from the other.
 * Fitted (logistic regression, then rounded) to single messages of test/utterances joined at random in seven ways and to
 * turns-tuning.jsonl, against all joints within messages that ask one thing. Where a twentieth of these would be taken
 * apart, 88 % of the true joints are found; 76 % without `whole`, 84 % without the four that take away.
 */
const EVIDENCE = {
  /** Of the less plain side; the plainer one counts 1. */
  lesser: 1.4,
  whole: 1.15,
  /** So plain is plain enough, and so unclear is unclear enough: more says nothing. */
  most: 2,
  least: -1,
  /** For each side: the message as a whole may mean the same. */
  agrees: 0.6,
  /** Both sides ask or want something. */
  asking: 0.9,
  /** "Wir sind zu zweit. Wo ...": the left side tells what the right one asks about, or the right one goes on telling. */
  telling: -1,
  /** One side has a single word that says something, or none: mostly it goes on with a list. */
  meagre: -0.7,
  /** The right side is short: mostly it asks more about the left one ("wer hilft?"). */
  short: -1.2,
  /** It points back to the left one and is not long ("wie lange wird es gespeichert?"). */
  pointing: -0.6,
} as const;

const OF_KIND: Readonly<Record<JointKind, number>> = {
  line: 1.5,
  sentence: 0,
  "comma-and": 0,
  clause: -0.5,
  and: -0.7,
  bare: -0.7,
};

/** From so much evidence on they are two, and three. */
const ENOUGH = { two: 2.2, three: 3.2 } as const;

/** Up to so many words are short, and not long. */
const SHORT = 3;
const NOT_LONG = 6;

/**
 * The different things that the parts of a message ask, each plain by itself; fewer than two: it is one question.
 * @param whole the text read as one question, no part of it weighed more
 */
export function separateQuestions(model: Model, text: string, whole: Question): Question[] {
  const parts = different(apart(model, text, whole, QUESTIONS));
  return parts.length > 1 ? parts.map((part) => confirmed(part, whole)) : [];
}

/** Takes a text apart where most speaks for it, then its sides. What was read as a side is not read again as a whole. */
function apart(model: Model, text: string, whole: Question, most: number): Question[] {
  if (most < 2) return [whole];
  let best: { readonly left: Question; readonly right: Question } | undefined;
  let enough: number = most === QUESTIONS ? ENOUGH.two : ENOUGH.three;
  for (const joint of jointsOf(text)) {
    const left = questionIn(model, joint.left);
    if (!isOurs(model, left)) continue;
    const right = questionIn(model, joint.right);
    if (!isOurs(model, right)) continue;
    const evidence = evidenceFor(model, joint, left, right, whole);
    if (evidence < enough) continue;
    best = { left, right };
    enough = evidence;
  }
  if (best === undefined) return [whole];
  const first = apart(model, best.left.text, best.left, most - 1);
  return [...first, ...apart(model, best.right.text, best.right, most - first.length)];
}

function evidenceFor(
  model: Model,
  { kind }: Joint,
  left: Question,
  right: Question,
  whole: Question,
): number {
  const [a, b] = [left.ranked[0], right.ranked[0]];
  if (a === undefined || b === undefined || a.id === b.id) return Number.NEGATIVE_INFINITY;
  const plain = [a, b].map(({ confidence }) => plainness(model, confidence));
  const together = plainness(model, whole.ranked[0]?.confidence ?? 0);
  const [leftAsks, rightAsks] = [asks(model, left.text), asks(model, right.text)];
  const said = words(right.text);
  const isKeywords = ![left, right].some(({ text }) => words(text).some(isFunctionWord));
  const isTelling = tells(right.text) || (rightAsks && tells(left.text));
  return (
    OF_KIND[kind] +
    EVIDENCE.lesser * Math.min(...plain) +
    Math.max(...plain) -
    EVIDENCE.whole * together +
    EVIDENCE.agrees * [left, right].filter((side) => isAmongFirst(side, whole)).length +
    (leftAsks && rightAsks ? EVIDENCE.asking : 0) +
    (isTelling ? EVIDENCE.telling : 0) +
    (!isKeywords && (isMeagre(left.text) || isMeagre(right.text)) ? EVIDENCE.meagre : 0) +
    (!isKeywords && said.length <= SHORT ? EVIDENCE.short : 0) +
    (said.length <= NOT_LONG && pointsBack(said, model.space.language) ? EVIDENCE.pointing : 0)
  );
}

/** Log-odds of a confidence, 0 where it is just sure enough for an answer, within the bounds. */
function plainness({ calibration }: Model, confidence: number): number {
  const odds = logOdds(confidence) - logOdds(calibration.sure);
  return Math.max(EVIDENCE.least, Math.min(EVIDENCE.most, odds));
}

function logOdds(confidence: number): number {
  const inside = Math.min(0.999, Math.max(0.001, confidence));
  return Math.log(inside / (1 - inside));
}

function asks(model: Model, text: string): boolean {
  return segmentsOf(text, model.space.language).some(({ asking }) => asking);
}

/** "Wir sind ...", "my shop ...". */
function tells(text: string): boolean {
  return !text.includes("?") && TELLERS.has(words(text)[0] ?? "");
}

function isMeagre(text: string): boolean {
  return words(text).filter((word) => !isFunctionWord(word)).length < 2;
}

function questionIn(model: Model, text: string): Question {
  const asked = withoutTies(text);
  return { ...judge(model, withoutCourtesy(model, read(model, asked))), text: asked };
}

/** Whether it is about something of ours that is worth an answer of its own; what does not ask must be plain. */
function isOurs(model: Model, { text, ranked, verdict }: Question): boolean {
  const id = ranked[0]?.id;
  if (id === undefined || verdict === "none" || model.outOfScope.has(id) || model.smallTalk.has(id))
    return false;
  return verdict === "sure" || asks(model, text);
}

/** What a part may mean, and the message as a whole too, is sure enough. */
function confirmed(part: Question, whole: Question): Question {
  return part.verdict === "unsure" && isAmongFirst(part, whole) ? { ...part, verdict: "sure" } : part;
}

/** Whether the message as a whole means what the part means, or next to it. */
function isAmongFirst({ ranked }: Question, whole: Question): boolean {
  return whole.ranked.slice(0, 2).some(({ id }) => id === ranked[0]?.id);
}

/** One question an intent, the surest. */
function different(questions: readonly Question[]): Question[] {
  const found = new Map<string, Question>();
  for (const question of questions) {
    const { id, confidence } = question.ranked[0] ?? { id: "", confidence: 0 };
    if (confidence > (found.get(id)?.ranked[0]?.confidence ?? -1)) found.set(id, question);
  }
  return [...found.values()];
}

/** Words with which people begin to tell of themselves. */
const TELLERS: ReadonlySet<string> = new Set(
  words("wir ich unser unsere mein meine das der die mich uns i we our my im were ive"),
);
