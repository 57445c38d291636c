import { complete, isElliptical, isShort } from "./follow-up.js";
import type { Question, Understanding, UnderstandingContext } from "./model.js";
import { understoodPart, words } from "./normalise.js";
import { type Segment, segmentsOf } from "./questions.js";
import { blend, judge, type Reading, read } from "./reading.js";
import { COURTESY_WORDS, type Model } from "./train.js";

/** At most this many questions of one message are told apart. */
const QUESTIONS = 3;

/** In a story with a question, the share of the asking part; the rest is the whole message. */
const ASKING_SHARE = 0.6;

/** A part counts as a question of its own from this share of the sure threshold on: a clause has less to go by. */
const NEARLY = 0.9;

/**
 * Understands a message: which intents it may mean, how sure that is, and whether it asks several things.
 * @param context what was talked about before; used for elliptical messages only ("und was kostet das?").
 */
export function understand(model: Model, text: string, context?: UnderstandingContext): Understanding {
  const { text: understood, truncated } = understoodPart(text);
  const segments = segmentsOf(understood, model.space.language);
  const reading = readWhole(model, understood, segments);
  const alone = judge(model, reading);
  const questions = segments.length > 1 ? separateQuestions(model, segments) : [];
  if (questions.length > 1) return { questions, whole: alone, truncated, followUp: false };
  const completed = context === undefined ? undefined : followUp(model, reading, alone, context);
  const whole = completed ?? alone;
  return { questions: [whole], whole, truncated, followUp: completed !== undefined };
}

/** Undefined where the message stands by itself, or where completing it leads nowhere. */
function followUp(
  model: Model,
  reading: Reading,
  alone: Question,
  context: UnderstandingContext,
): Question | undefined {
  const first = alone.ranked[0]?.id ?? "";
  // "Und danke!" is thanks, whatever was talked about.
  if (model.smallTalk.has(first) && alone.verdict === "sure") return undefined;
  // What does not say that it goes on is completed only where it is short, means something, and says too little alone.
  const mayGoOn = alone.verdict === "none" && reading.telling && isShort(reading);
  if (!mayGoOn && !isElliptical(reading, model.space.language)) return undefined;
  const completed = judge(model, complete(model, reading, context));
  return completed.verdict === "none" ? undefined : completed;
}

/** The message as one question: courtesies are passed over, and the part that asks weighs more than the story. */
function readWhole(model: Model, text: string, segments: readonly Segment[]): Reading {
  if (segments.length < 2) return withoutCourtesy(model, read(model, text));
  const concern = segments.filter((segment) => !isCourtesy(model, segment));
  if (concern.length === 0) return read(model, text);
  const told = concern.length === segments.length ? text : concern.map((segment) => segment.text).join(" ");
  const whole = withoutCourtesy(model, read(model, told));
  const asked = concern.filter(({ asking }) => asking);
  if (asked.length === 0 || asked.length === concern.length) return { ...whole, text };
  const asking = read(model, asked.map((segment) => segment.text).join(" "));
  return { ...blend(asking, whole, ASKING_SHARE), text, words: whole.words };
}

/** "Hallo wie melde ich ein Gewerbe an" is about the trade, when what follows the greeting makes sense by itself. */
function withoutCourtesy(model: Model, reading: Reading): Reading {
  if (!model.smallTalk.has(judge(model, reading).ranked[0]?.id ?? "")) return reading;
  const normalised = reading.words.map(({ word }) => word);
  for (let length = Math.min(COURTESY_WORDS, normalised.length - 2); length > 0; length--) {
    if (!model.courtesies.has(normalised.slice(0, length).join(" "))) continue;
    const rest = read(model, normalised.slice(length).join(" "));
    const { ranked, verdict } = judge(model, rest);
    if (verdict !== "none" && !model.smallTalk.has(ranked[0]?.id ?? ""))
      return { ...rest, text: reading.text };
  }
  return reading;
}

function isCourtesy(model: Model, { text }: Segment): boolean {
  if (model.courtesies.has(words(text).join(" "))) return true;
  const { ranked, verdict } = judge(model, read(model, text));
  return verdict === "sure" && model.smallTalk.has(ranked[0]?.id ?? "");
}

/** The different things that the parts of a message ask, each plain by itself; fewer than two: it is one question. */
function separateQuestions(model: Model, segments: readonly Segment[]): Question[] {
  const found = new Map<string, Question>();
  for (const { text, asking } of independentParts(segments)) {
    const question = judge(model, withoutCourtesy(model, read(model, text)));
    const first = question.ranked[0];
    if (first === undefined || question.verdict === "none" || model.outOfScope.has(first.id)) continue;
    if (first.confidence < enough(model, asking) || model.smallTalk.has(first.id)) continue;
    const before = found.get(first.id)?.ranked[0]?.confidence ?? -1;
    if (first.confidence > before) found.set(first.id, { ...question, text });
  }
  return [...found.values()].slice(0, QUESTIONS);
}

/** How sure a part must be to stand for itself. What only tells is mostly the story of a question, so it needs more. */
function enough({ calibration: { sure } }: Model, asking: boolean): number {
  return asking ? sure * NEARLY : (1 + sure) / 2;
}

/** The parts of a message that may ask something; one that points back belongs to the part before it. */
function independentParts(segments: readonly Segment[]): { text: string; asking: boolean }[] {
  const parts: { text: string; asking: boolean }[] = [];
  for (const { text, asking, dependent } of segments) {
    const last = parts.at(-1);
    if (dependent && last !== undefined) {
      last.text = `${last.text} ${text}`;
      last.asking ||= asking;
    } else parts.push({ text, asking });
  }
  // A single word is a rest of the sentence before. Without any part that asks, it is a story.
  return parts.some(({ asking }) => asking) ? parts.filter(({ text }) => words(text).length > 1) : [];
}
