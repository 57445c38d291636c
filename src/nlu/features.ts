import { words } from "./normalise.js";
import { type Counts, count, type FeatureSpace, pairKey, readWords, type Vector, vectorOf } from "./space.js";
import { STEMMERS } from "./stem.js";
import { type WordFeatures, wordFeatures } from "./word.js";

/**
 * Learns the features of the examples: stems, pairs of neighbouring stems, character n-grams within a word, and one
 * shared feature for each group of synonyms.
 */
export function learnFeatures(
  sentences: readonly string[],
  language: "de" | "en",
  synonyms: readonly (readonly string[])[],
): { space: FeatureSpace; messages: WordFeatures[][]; vectors: Vector[] } {
  const stem = STEMMERS[language];
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
  const features = {
    language,
    stems,
    grams,
    bigrams,
    synonyms: groups,
    unknownIdf: inverseFrequency(1, sentences.length),
    known,
    scratch: new Float32Array(size),
  };
  const apart: FeatureSpace = {
    ...features,
    columnOf: Int32Array.from({ length: size }, (_, feature) => feature),
    columns: size,
    sharers: new Float32Array(size).fill(1),
    idf: new Float32Array(size),
  };
  const messages = sentences.map((sentence) => readWords(apart, sentence));
  const space = {
    ...features,
    ...sharedColumns(
      messages.map((message) => count(apart, message)),
      size,
    ),
  };
  return { space, messages, vectors: messages.map((message) => vectorOf(space, message)) };
}

/** Puts features into one column that occur in the same sentences, equally often. */
function sharedColumns(
  sentences: readonly Counts[],
  features: number,
): Pick<FeatureSpace, "columnOf" | "columns" | "sharers" | "idf"> {
  const frequency = new Uint32Array(features);
  // Two hashes of where a feature occurs: by 64 bits no two features meet by chance in any corpus of this size.
  const places = [new Int32Array(features).fill(17), new Int32Array(features).fill(31)] as const;
  sentences.forEach(({ ids, values }, sentence) => {
    for (let at = 0; at < ids.length; at++) {
      const feature = ids[at] ?? 0;
      const place = sentence * 64 + (values[at] ?? 0);
      frequency[feature] = (frequency[feature] ?? 0) + 1;
      places[0][feature] = Math.imul((places[0][feature] ?? 0) ^ place, 0x01000193);
      places[1][feature] = Math.imul((places[1][feature] ?? 0) + place, 0x5bd1e995) ^ place;
    }
  });
  const columns = new Map<string, number>();
  const sharers: number[] = [];
  const idf: number[] = [];
  const columnOf = Int32Array.from({ length: features }, (_, feature) => {
    const documents = frequency[feature] ?? 0;
    const key = `${documents} ${places[0][feature] ?? 0} ${places[1][feature] ?? 0}`;
    const column = columns.get(key) ?? columns.size;
    columns.set(key, column);
    sharers[column] = (sharers[column] ?? 0) + 1;
    idf[column] = inverseFrequency(documents, sentences.length);
    return column;
  });
  return {
    columnOf,
    columns: columns.size,
    sharers: Float32Array.from(sharers),
    idf: Float32Array.from(idf),
  };
}

/** Smoothed inverse document frequency, as scikit-learn's TfidfVectorizer has it: ln((1 + n) / (1 + df)) + 1. */
function inverseFrequency(documents: number, all: number): number {
  return Math.log((1 + all) / (1 + documents)) + 1;
}
