import type { UnderstandingContext } from "./model.js";
import { words } from "./normalise.js";
import { pointsBack } from "./questions.js";
import { blend, type Reading, read } from "./reading.js";
import type { Model } from "./train.js";
import { isTelling, type WordFeatures } from "./word.js";

/**
 * How a follow-up is completed. Chosen on the forty cases of test/nlu/follow-up.test.ts, all of them right, and on
 * unrelated questions after another topic, few of which may be drawn to it.
 */
const COMPLETION = {
  /** Share of the message alone; the rest is the previous question and the message read as one. */
  alone: 0.55,
  /** What the topic that is talked about and its neighbours have ahead of all others, in units of score. */
  lead: 0.7,
  /** What the topic itself has ahead of its neighbours where the message says that it goes on ("und ...", "davon"). */
  stay: 0.05,
} as const;

/** Pointing back counts in messages of up to this many words: longer ones explain themselves. */
const SHORT = 8;

/** Whether a message says that it goes on from what was said before. */
export function isElliptical(reading: Reading, language: "de" | "en"): boolean {
  const normalised = reading.words.map(({ word }) => word);
  if (normalised.length === 0) return false;
  const lead = normalised[0] ?? "";
  if (LEADS.has(lead) && normalised.length > 1) return true;
  const start = `${normalised.slice(0, 4).join(" ")} `;
  if (PHRASES.some((phrase) => start.startsWith(phrase))) return true;
  if (normalised.length <= SHORT && pointsBack(normalised, language)) return true;
  return isQuestionWithoutTopic(reading.words);
}

/** Whether a message is so short that it may go on from what was said before without saying so. */
export function isShort(reading: Reading): boolean {
  return reading.words.length <= SHORT;
}

/**
 * The message as the completed question: its own scores, those of the previous question and the message in one, and
 * a lead for what is talked about and its neighbours. So it may stay on the topic or move to the next one.
 */
export function complete(model: Model, reading: Reading, context: UnderstandingContext): Reading {
  const stay = isElliptical(reading, model.space.language) ? COMPLETION.stay : 0;
  const joined = read(model, `${context.previous}\n${reading.text}`);
  const completed = blend(reading, joined, COMPLETION.alone);
  let isOnTopic = false;
  for (const id of new Set([...context.intents, ...context.related])) {
    const at = model.ids.indexOf(id);
    if (at < 0) continue;
    const lead = COMPLETION.lead + (context.intents.includes(id) ? stay : 0);
    completed.scores[at] = (completed.scores[at] ?? 0) + lead;
    isOnTopic = true;
  }
  // The topic was understood before, so it need not be named again: "Wo finde ich euch?" - "Geht es dort ohne Treppen?"
  return { ...completed, telling: completed.telling || isOnTopic };
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
