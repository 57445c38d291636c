import { words } from "./normalise.js";
import { count, type FeatureSpace, pairKey, readWords, type Vector, weigh } from "./space.js";
import { stemmerFor } from "./stem.js";
import { type WordFeatures, wordFeatures } from "./word.js";

/**
 * Learns the features of the examples: stems, pairs of neighbouring stems, character n-grams within a word, and one
 * shared feature for each group of synonyms.
 */
export function learnFeatures(
  sentences: readonly string[],
  language: "de" | "en",
  synonyms: readonly (readonly string[])[],
): { space: FeatureSpace; vectors: Vector[] } {
  const stem = stemmerFor(language);
  const stems = new Map<string, number>();
  const grams = new Map<string, number>();
  const bigrams = new Map<number, number>();
  const groups = new Map<string, number>();
  let size = 0;
  const id = <K>(map: Map<K, number>, key: K): number => {
    const found = map.get(key);
    if (found !== undefined) return found;
    map.set(key, size);
    return size++;
  };
  for (const group of synonyms) {
    const feature = size++;
    for (const phrase of group) {
      const key = words(phrase).map(stem).join(" ");
      if (key !== "") groups.set(key, feature);
    }
  }
  const lookup = { stem: (found: string) => id(stems, found), gram: (found: string) => id(grams, found) };
  const known = new Map<string, WordFeatures>();
  const tokenised = sentences.map(words);
  for (const sentence of tokenised) {
    let previous = -1;
    for (const word of sentence) {
      const features = known.get(word) ?? wordFeatures(word, stem, lookup);
      known.set(word, features);
      if (previous >= 0) id(bigrams, pairKey(previous, features.stemId));
      previous = features.stemId;
    }
  }
  const idf = new Float32Array(size).fill(1);
  const space: FeatureSpace = {
    language,
    stem,
    size,
    stems,
    grams,
    bigrams,
    synonyms: groups,
    idf,
    unknownIdf: inverseFrequency(1, sentences.length),
    known,
    scratch: new Float32Array(size),
  };
  const counted = sentences.map((sentence) => count(space, readWords(space, sentence)));
  const frequency = new Float64Array(size);
  for (const { ids } of counted)
    for (const feature of ids) frequency[feature] = (frequency[feature] ?? 0) + 1;
  for (let feature = 0; feature < size; feature++) {
    idf[feature] = inverseFrequency(frequency[feature] ?? 0, sentences.length);
  }
  return { space, vectors: counted.map((counts) => weigh(space, counts)) };
}

/** Smoothed inverse document frequency, as scikit-learn's TfidfVectorizer has it: ln((1 + n) / (1 + df)) + 1. */
function inverseFrequency(documents: number, all: number): number {
  return Math.log((1 + all) / (1 + documents)) + 1;
}
