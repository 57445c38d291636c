import type { FeatureSpace } from "./space.js";
import { BY_MEANING, type Knows, type WordFeatures } from "./word.js";

/** Which words and concepts the examples of each intent have: one bit a feature and intent. */
export interface Coverage {
  readonly intents: number;
  readonly bits: Uint8Array;
}

/** A function word counts less than one that says something, but it counts: "before" or "after" the trip. */
const FUNCTION_WORD = 0.3;

/** Shows the features by which a word, or one that means the same, is found again among the examples of an intent. */
export function eachWordFeature(word: WordFeatures, show: (feature: number) => void): void {
  if (word.stemId >= 0) show(word.stemId);
  for (const meaning of word.meanings) show(meaning);
}

/** @param labels the intent of each message, by number */
export function learnCoverage(
  features: number,
  messages: readonly (readonly WordFeatures[])[],
  labels: readonly number[],
  intents: number,
): Coverage {
  const bits = new Uint8Array(Math.ceil((features * intents) / 8));
  messages.forEach((message, row) => {
    for (const word of message) {
      eachWordFeature(word, (feature) => {
        const at = feature * intents + (labels[row] ?? 0);
        bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
      });
    }
  });
  return { intents, bits };
}

/** Whether the examples of an intent have a word or concept. */
export function covers({ intents, bits }: Coverage, feature: number, intent: number): boolean {
  const at = feature * intents + intent;
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** Share of the message's words that one intent's examples have, by how telling the words are, 0..1. */
export function coveredShare(space: FeatureSpace, message: readonly WordFeatures[], has: Knows): number {
  let covered = 0;
  let all = 0;
  for (const word of message) {
    const weight = (word.content ? 1 : FUNCTION_WORD) * tellingOf(space, word);
    all += weight;
    if (word.stemId >= 0 && has(word.stemId)) covered += weight;
    else if (word.meanings.some(has)) covered += weight * BY_MEANING;
  }
  return all === 0 ? 0 : covered / all;
}

function tellingOf(space: FeatureSpace, { stemId }: WordFeatures): number {
  return stemId < 0 ? space.unknownTelling : (space.telling[space.columnOf[stemId] ?? 0] ?? 0);
}
