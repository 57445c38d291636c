import { words } from "./normalise.js";
import { STEMMERS } from "./stem.js";
import { always, familiarity, type Knows, type WordFeatures, wordFeatures } from "./word.js";

/** The longest run of words that a synonym may be. */
const SYNONYM_WORDS = 4;

/** A sentence as weights of known columns, of Euclidean length 1 when its unknown features are counted in. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/**
 * All features of the examples, and how telling each is. Features that occur in the very same examples, as all the
 * letter groups of a rare word do, share one column: the machine learns the same, from two fifths of the columns.
 * Data only, so that it can be learned in one thread and used in another.
 */
export interface FeatureSpace {
  readonly language: "de" | "en";
  readonly stems: ReadonlyMap<string, number>;
  readonly grams: ReadonlyMap<string, number>;
  /** Keyed by the two stem ids. */
  readonly bigrams: ReadonlyMap<number, number>;
  readonly synonyms: ReadonlyMap<string, number>;
  /** The column of each feature. */
  readonly columnOf: Int32Array;
  readonly columns: number;
  /** Of each column: how many features share it, and their inverse document frequency. */
  readonly sharers: Float32Array;
  readonly idf: Float32Array;
  /** Inverse document frequency of what no example has. */
  readonly unknownIdf: number;
  readonly known: ReadonlyMap<string, WordFeatures>;
  /** Counts of one sentence; all zero between calls. Saves an allocation of the whole space per message. */
  readonly scratch: Float32Array;
}

/** The words of a message; looks up what is known and takes apart what is not. */
export function readWords(space: FeatureSpace, text: string): WordFeatures[] {
  const lookup = {
    stem: (stem: string) => space.stems.get(stem) ?? -1,
    gram: (gram: string) => space.grams.get(gram) ?? -1,
  };
  return words(text).map(
    (word) => space.known.get(word) ?? wordFeatures(word, STEMMERS[space.language], lookup),
  );
}

/** Sublinear tf-idf of a message's known features, scaled to length 1 with the unknown ones counted in. */
export function vectorOf(space: FeatureSpace, message: readonly WordFeatures[]): Vector {
  return weigh(space, count(space, message));
}

/** Whether an example has these two stems side by side. */
export function hasPair(space: FeatureSpace, first: number, second: number): boolean {
  return first >= 0 && second >= 0 && space.bigrams.has(pairKey(first, second));
}

/** Share of the message's words that the examples know, by how telling the words are, 0..1. */
export function knownShare(
  space: FeatureSpace,
  message: readonly WordFeatures[],
  knows: Knows = always,
): number {
  let known = 0;
  let all = 0;
  for (const word of message) {
    const isKnown = word.stemId >= 0 && knows(word.stemId);
    const weight = isKnown ? (space.idf[space.columnOf[word.stemId] ?? 0] ?? 0) : space.unknownIdf;
    all += weight;
    known += isKnown ? weight : (weight * familiarity(word, knows)) / 2;
  }
  return all === 0 ? 0 : known / all;
}

/** How often the features of each column occur. */
export interface Counts extends Vector {
  /** How many features no example has. */
  readonly unknown: number;
}

/** Counts the features of a message by column. */
export function count(space: FeatureSpace, message: readonly WordFeatures[]): Counts {
  const { scratch, columnOf } = space;
  const ids: number[] = [];
  let unknown = 0;
  for (const word of message) unknown += word.unknownGrams + (word.stemId < 0 ? 1 : 0);
  eachFeature(space, message, (feature) => {
    const column = columnOf[feature] ?? 0;
    const times = scratch[column] ?? 0;
    if (times === 0) ids.push(column);
    scratch[column] = times + 1;
  });
  const values = new Float32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const column = ids[at] ?? 0;
    values[at] = scratch[column] ?? 0;
    scratch[column] = 0;
  }
  return { ids: Int32Array.from(ids), values, unknown };
}

/** Shows every known feature of a message with the words (first to last) that bring it. */
export function eachFeature(
  space: FeatureSpace,
  message: readonly WordFeatures[],
  show: (feature: number, first: number, last: number) => void,
): void {
  for (let at = 0; at < message.length; at++) {
    const word = message[at];
    if (word === undefined) continue;
    if (word.stemId >= 0) show(word.stemId, at, at);
    for (let gram = 0; gram < word.grams.length; gram++) show(word.grams[gram] ?? 0, at, at);
    const before = message[at - 1]?.stemId ?? -1;
    const pair =
      before >= 0 && word.stemId >= 0 ? space.bigrams.get(pairKey(before, word.stemId)) : undefined;
    if (pair !== undefined) show(pair, at - 1, at);
  }
  if (space.synonyms.size > 0) eachSynonym(space, message, show);
}

/**
 * Sublinear tf-idf of counts: 1 + ln(tf), times the inverse document frequency. A column of n features that are all
 * there is worth the square root of n of one, which keeps the length of the vector and all products as they were.
 */
export function weigh(space: FeatureSpace, counts: Counts): Vector {
  const values = new Float32Array(counts.ids.length);
  let squares = counts.unknown * space.unknownIdf * space.unknownIdf;
  for (let at = 0; at < values.length; at++) {
    const column = counts.ids[at] ?? 0;
    const sharers = space.sharers[column] ?? 1;
    const times = (counts.values[at] ?? 1) / sharers;
    const value = (times <= 1 ? times : 1 + Math.log(times)) * Math.sqrt(sharers) * (space.idf[column] ?? 0);
    values[at] = value;
    squares += value * value;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
  return { ids: counts.ids, values };
}

/** Shows the synonyms in a message, each once. */
function eachSynonym(
  space: FeatureSpace,
  message: readonly WordFeatures[],
  show: (feature: number, first: number, last: number) => void,
): void {
  const found = new Set<number>();
  for (let start = 0; start < message.length; start++) {
    let phrase = "";
    for (let at = start; at < Math.min(start + SYNONYM_WORDS, message.length); at++) {
      const stem = message[at]?.stem ?? "";
      phrase = at === start ? stem : `${phrase} ${stem}`;
      const group = space.synonyms.get(phrase);
      if (group === undefined || found.has(group)) continue;
      found.add(group);
      show(group, start, at);
    }
  }
}

/** Two feature ids as one number; a double holds 2^53, a space stays far below 2^26 features. */
export function pairKey(first: number, second: number): number {
  return first * 0x4000000 + second;
}
