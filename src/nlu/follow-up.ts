import type { Question, UnderstandingContext } from "./model.js";
import { words } from "./normalise.js";
import { pointsBack } from "./questions.js";
import { blend, judge, type Reading, read } from "./reading.js";
import type { Model } from "./train.js";
import { isTelling, type WordFeatures } from "./word.js";

/**
 * How a follow-up is completed. Chosen on the forty cases of test/nlu/follow-up.test.ts, all of them right, on those
 * of test/utterances/follow-ups-tuning.jsonl and turns-tuning.jsonl, and on unrelated questions after another topic, few
 * of which may be drawn to it. The message's own words decide which neighbour is meant; read as one with the previous question it
 * nearly always stays ("Was darf dort gebaut werden?" after the price of land).
 */
const COMPLETION = {
  /** Share of the message alone; the rest is the previous question and the message read as one. */
  alone: 0.8,
  /** What the topic that is talked about and its neighbours have ahead of all others, in units of score. */
  lead: 0.7,
  /** The same where the message does not say that it goes on. */
  leadUnsaid: 0.35,
  /** What the topic itself has ahead of its neighbours: most follow-ups stay. */
  stay: 0.27,
} as const;

/**
 * What does not say that it goes on may do so in up to so many words, below this confidence in another meaning: the
 * fewer the words, the more likely they lean on what was said ("ab wann?").
 */
const UNSAID = [
  { words: 3, confidence: 0.8 },
  { words: 6, confidence: 0.7 },
] as const;

/** Pointing back counts in messages of up to this many words: longer ones explain themselves. */
const SHORT = 8;

/** Whether a message says that it goes on from what was said before. */
function isElliptical(reading: Reading, language: "de" | "en"): boolean {
  const normalised = reading.words.map(({ word }) => word);
  if (normalised.length === 0) return false;
  const lead = normalised[0] ?? "";
  if (LEADS.has(lead) && normalised.length > 1) return true;
  const start = `${normalised.slice(0, 4).join(" ")} `;
  if (PHRASES.some((phrase) => start.startsWith(phrase))) return true;
  if (normalised.length <= SHORT && pointsBack(normalised, language)) return true;
  return isQuestionWithoutTopic(reading.words);
}

/**
 * The message as the completed question: its own scores, a little of those of the previous question and the message
 * in one, and a lead for what is talked about and its neighbours. So it may stay on the topic or move to the next one.
 * Undefined where the message does not go on from what was said before.
 */
export function complete(
  model: Model,
  reading: Reading,
  alone: Question,
  context: UnderstandingContext,
): Question | undefined {
  const says = isElliptical(reading, model.space.language);
  if (!says && !mayGoOn(reading, alone)) return undefined;
  const joined = read(model, `${context.previous}\n${reading.text}`);
  const completed = blend(reading, joined, COMPLETION.alone);
  const lead = says ? COMPLETION.lead : COMPLETION.leadUnsaid;
  const onTopic = new Set([...context.intents, ...context.related]);
  for (const id of onTopic) {
    const at = model.ids.indexOf(id);
    if (at < 0) continue;
    const stay = context.intents.includes(id) ? COMPLETION.stay : 0;
    completed.scores[at] = (completed.scores[at] ?? 0) + lead + stay;
  }
  // The topic was understood before, so it need not be named again: "Wo finde ich euch?" - "Geht es dort ohne Treppen?"
  const question = judge(model, { ...completed, words: joined.words, telling: true });
  return question.verdict !== "none" && onTopic.has(question.ranked[0]?.id ?? "") ? question : undefined;
}

/** Short, about something, and more likely than not misunderstood when taken by itself. */
function mayGoOn(reading: Reading, alone: Question): boolean {
  const confidence = alone.ranked[0]?.confidence ?? 0;
  return (
    reading.telling && UNSAID.some((may) => reading.words.length <= may.words && confidence < may.confidence)
  );
}

/** "Wann?", "wie lange denn": a few known words, none of them about anything. Not "asdf". */
function isQuestionWithoutTopic(message: readonly WordFeatures[]): boolean {
  return message.length <= SHORT && message.every((word) => !word.content && !isTelling(word));
}

const LEADS: ReadonlySet<string> = new Set(words("und oder auch aber sonst and or but also"));
const PHRASES: readonly string[] = [
  "wie ist es mit",
  "wie ist das mit",
  "wie sieht es",
  "wie siehts",
  "was ist mit",
  "was ist bei",
  "was wenn",
  "what about",
  "how about",
  "what if",
].map((phrase) => `${words(phrase).join(" ")} `);
