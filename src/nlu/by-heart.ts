import type { TrainingIntent, Understanding } from "./model.js";
import { normalise } from "./normalise.js";

/**
 * Sentences that are known word for word, as `normalise` brings them together, with their intent. What two intents have
 * among their examples is not in it.
 */
export type ByHeart = ReadonlyMap<string, string>;

/**
 * Takes note of every example as it stands. Costs a few milliseconds where training costs seconds, so that a sentence
 * which somebody has just assigned is understood before the model has learned it, and is never unlearned by others.
 */
export function byHeart(intents: readonly Pick<TrainingIntent, "id" | "utterances">[]): ByHeart {
  const known = new Map<string, string>();
  const disputed = new Set<string>();
  for (const { id, utterances } of intents)
    for (const utterance of utterances) {
      const sentence = normalise(utterance);
      const holder = known.get(sentence);
      if (holder !== undefined && holder !== id) disputed.add(sentence);
      known.set(sentence, id);
    }
  for (const sentence of ["", ...disputed]) known.delete(sentence);
  return known;
}

/** The understanding of a sentence that is known word for word as this intent; the model's own ranking follows behind. */
export function knownAs(intent: string, understanding: Understanding): Understanding {
  const { text, ranked } = understanding.whole;
  const whole = {
    text,
    ranked: [{ id: intent, confidence: 1 }, ...ranked.filter(({ id }) => id !== intent)],
    verdict: "sure" as const,
  };
  return { questions: [whole], whole, truncated: understanding.truncated, followUp: false };
}
