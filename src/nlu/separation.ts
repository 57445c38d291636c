import { withoutCourtesy } from "./courtesy.js";
import { isFunctionWord } from "./function-words.js";
import type { Question } from "./model.js";
import { words } from "./normalise.js";
import { halvesOf, type Segment, withoutTies } from "./questions.js";
import { judge, read } from "./reading.js";
import type { Model } from "./train.js";

/** At most this many questions of one message are told apart. */
const QUESTIONS = 3;

/** A part counts as a question of its own from this share of the sure threshold on: a clause has less to go by. */
const NEARLY = 0.9;

/** Fewer words are mostly a rest of something else ("helft ihr?"). */
const CLAUSE = 3;

interface Part {
  text: string;
  asking: boolean;
  question: Question;
}

/**
 * The different things that the parts of a message ask, each plain by itself; fewer than two: it is one question.
 * @param whole the message read as one question, no part of it weighed more: what is among its first two needs less to be
 * believed of a part.
 */
export function separateQuestions(model: Model, segments: readonly Segment[], whole: Question): Question[] {
  const questions = segments.length > 1 ? partsThatAsk(model, segments, whole) : [];
  return questions.length > 1 ? questions : halvesThatAsk(model, segments, whole);
}

function partsThatAsk(model: Model, segments: readonly Segment[], whole: Question): Question[] {
  const parts: Part[] = [];
  for (const { text, asking, dependent } of segments) {
    const part = { text, asking, question: questionIn(model, text) };
    const last = parts.at(-1);
    // What points back belongs to the part before it, unless it is plainly about something else.
    if (dependent && last !== undefined && !isPlain(model, part, high(model))) {
      last.text = `${last.text} ${text}`;
      last.asking ||= asking;
      last.question = questionIn(model, last.text);
    } else {
      // "Mein Hobby würde ich gern zum Beruf machen. Bekomme ich dafür ...?" What it points back to is its story.
      if (dependent && last !== undefined && !last.text.includes("?")) last.asking = false;
      parts.push(part);
    }
  }
  // A single word is a rest of the sentence before.
  return different(
    parts
      .filter(({ text }) => words(text).length > 1)
      .filter((part) => isPlain(model, part, enough(model, part, whole))),
  );
}

/** "Daten löschen und Newsletter abbestellen": no question begins at the "und", so both sides must be plain. */
function halvesThatAsk(model: Model, segments: readonly Segment[], whole: Question): Question[] {
  for (const { text } of segments) {
    for (const halves of halvesOf(text)) {
      const parts = halves.map((half) => ({ text: half, asking: true, question: questionIn(model, half) }));
      // "Seminar zu Digitalisierung und Strukturpolitik": two words after it go on with a list.
      const agree = parts.every((part) => agrees(part, whole));
      if (!agree && parts.some(({ text }) => words(text).length < CLAUSE)) continue;
      if (!parts.every((part) => isPlain(model, part, high(model)))) continue;
      const questions = different(parts);
      if (questions.length > 1) return questions;
    }
  }
  return [];
}

function questionIn(model: Model, text: string): Question {
  return { ...judge(model, withoutCourtesy(model, read(model, withoutTies(text)))), text };
}

/** Whether a part is about something of ours, at least so surely. */
function isPlain(model: Model, { question }: Part, confidence: number): boolean {
  const first = question.ranked[0];
  if (first === undefined || question.verdict === "none") return false;
  return first.confidence >= confidence && !model.outOfScope.has(first.id) && !model.smallTalk.has(first.id);
}

/**
 * How sure a part must be to stand for itself. What only tells is mostly the story of a question, and what names
 * nothing goes on with the part before ("und bekommen wir sie?"), so they need more.
 */
function enough(model: Model, part: Part, whole: Question): number {
  const { sure, unsure } = model.calibration;
  const said = words(part.text);
  if (!part.asking || said.length < CLAUSE || said.every(isFunctionWord)) return high(model);
  return agrees(part, whole) ? unsure : sure * NEARLY;
}

/** So sure is only what could hardly be anything else. */
function high({ calibration }: Model): number {
  return (1 + calibration.sure) / 2;
}

/** Whether the message as a whole may mean what the part means. */
function agrees({ question }: Part, whole: Question): boolean {
  return whole.ranked.slice(0, 2).some(({ id }) => id === question.ranked[0]?.id);
}

/** One question an intent, the surest. */
function different(parts: readonly Part[]): Question[] {
  const found = new Map<string, Question>();
  for (const { question } of parts) {
    const { id, confidence } = question.ranked[0] ?? { id: "", confidence: 0 };
    if (confidence > (found.get(id)?.ranked[0]?.confidence ?? -1)) found.set(id, question);
  }
  return [...found.values()].slice(0, QUESTIONS);
}
