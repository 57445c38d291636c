import { isCourtesy, withoutCourtesy } from "./courtesy.js";
import { complete } from "./follow-up.js";
import type { Question, Understanding, UnderstandingContext } from "./model.js";
import { understoodPart } from "./normalise.js";
import { type Segment, segmentsOf } from "./questions.js";
import { blend, judge, type Reading, read } from "./reading.js";
import { separateQuestions } from "./separation.js";
import type { Model } from "./train.js";

/** In a story with a question, the share of the asking part; the rest is the whole message. */
const ASKING_SHARE = 0.6;

/** So surely a message is small talk that it does not go on from a topic. */
const SMALL_TALK = 0.7;

/**
 * Understands a message: which intents it may mean, how sure that is, and whether it asks several things.
 * @param context what was talked about before; used for elliptical messages only ("und was kostet das?").
 */
export function understand(model: Model, text: string, context?: UnderstandingContext): Understanding {
  const { text: understood, truncated } = understoodPart(text);
  const segments = segmentsOf(understood, model.space.language);
  const { unweighed, reading } = readWhole(model, understood, segments);
  const alone = judge(model, reading);
  const questions = separateQuestions(
    model,
    understood,
    unweighed === reading ? alone : judge(model, unweighed),
  );
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
  // "Und danke!" is thanks, whatever was talked about; but "und Arabisch?" after the languages of advice is not, and
  // "und morgen früh?" after the hours has little of a greeting.
  const { id, confidence } = alone.ranked[0] ?? { id: "", confidence: 0 };
  const isSmallTalk = model.smallTalk.has(id) && confidence >= SMALL_TALK;
  if (isSmallTalk && !context.related.includes(id)) return undefined;
  return complete(model, reading, alone, context);
}

/** The message as one question: courtesies are passed over, and the part that asks weighs more than the story. */
function readWhole(
  model: Model,
  text: string,
  segments: readonly Segment[],
): { unweighed: Reading; reading: Reading } {
  const alike = (reading: Reading) => ({ unweighed: reading, reading });
  if (segments.length < 2) return alike(withoutCourtesy(model, read(model, text)));
  const concern = segments.filter((segment) => !isCourtesy(model, segment.text));
  if (concern.length === 0) return alike(read(model, text));
  const told = concern.length === segments.length ? text : textOf(concern);
  const unweighed = { ...withoutCourtesy(model, read(model, told)), text };
  const asked = concern.filter(({ asking }) => asking);
  if (asked.length === 0 || asked.length === concern.length) return alike(unweighed);
  const asking = { ...read(model, textOf(asked)), text };
  const weighed = { ...blend(asking, unweighed, ASKING_SHARE), words: unweighed.words };
  // A question that is plain by itself stays plain, however much else is told.
  const isPlain = !asked.some(({ dependent }) => dependent) && surer(model, asking, weighed);
  return { unweighed, reading: isPlain ? asking : weighed };
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(" ");
}

function surer(model: Model, first: Reading, second: Reading): boolean {
  const [a, b] = [judge(model, first), judge(model, second)];
  return a.verdict === "sure" && (a.ranked[0]?.confidence ?? 0) > (b.ranked[0]?.confidence ?? 0);
}
