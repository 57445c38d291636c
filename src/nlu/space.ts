import { words } from "./normalise.js";
import type { Stem } from "./stem.js";
import { always, familiarity, type Knows, type WordFeatures, wordFeatures } from "./word.js";

/** The longest run of words that a synonym may be. */
const SYNONYM_WORDS = 4;

/** A sentence as weights of known features, of Euclidean length 1 when its unknown features are counted in. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** All features of the examples, and how telling each is. */
export interface FeatureSpace {
  readonly language: "de" | "en";
  readonly stem: Stem;
  readonly size: number;
  readonly stems: ReadonlyMap<string, number>;
  readonly grams: ReadonlyMap<string, number>;
  /** Keyed by the two stem ids. */
  readonly bigrams: ReadonlyMap<number, number>;
  readonly synonyms: ReadonlyMap<string, number>;
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
  return words(text).map((word) => space.known.get(word) ?? wordFeatures(word, space.stem, lookup));
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
    const weight = isKnown ? (space.idf[word.stemId] ?? 0) : space.unknownIdf;
    all += weight;
    known += isKnown ? weight : (weight * familiarity(word, knows)) / 2;
  }
  return all === 0 ? 0 : known / all;
}

/** How often each known feature occurs. */
export interface Counts extends Vector {
  /** How many features no example has. */
  readonly unknown: number;
}

/** Counts the features of a message. */
export function count(space: FeatureSpace, message: readonly WordFeatures[]): Counts {
  const { scratch } = space;
  const ids: number[] = [];
  let unknown = 0;
  const add = (feature: number): void => {
    if (feature < 0) {
      unknown++;
      return;
    }
    const times = scratch[feature] ?? 0;
    if (times === 0) ids.push(feature);
    scratch[feature] = times + 1;
  };
  let previous = -1;
  for (const word of message) {
    add(word.stemId);
    for (const gram of word.grams) add(gram);
    unknown += word.unknownGrams;
    if (previous >= 0 && word.stemId >= 0) {
      const pair = space.bigrams.get(pairKey(previous, word.stemId));
      if (pair !== undefined) add(pair);
    }
    previous = word.stemId;
  }
  if (space.synonyms.size > 0) for (const feature of synonymsIn(space, message)) add(feature);
  const values = new Float32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const feature = ids[at] ?? 0;
    values[at] = scratch[feature] ?? 0;
    scratch[feature] = 0;
  }
  return { ids: Int32Array.from(ids), values, unknown };
}

/** Sublinear tf-idf of counts: 1 + ln(tf), times the inverse document frequency. */
export function weigh(space: FeatureSpace, counts: Counts): Vector {
  const values = new Float32Array(counts.ids.length);
  let squares = counts.unknown * space.unknownIdf * space.unknownIdf;
  for (let at = 0; at < values.length; at++) {
    const times = counts.values[at] ?? 1;
    const value = (times === 1 ? 1 : 1 + Math.log(times)) * (space.idf[counts.ids[at] ?? 0] ?? 0);
    values[at] = value;
    squares += value * value;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
  return { ids: counts.ids, values };
}

function synonymsIn(space: FeatureSpace, message: readonly WordFeatures[]): Set<number> {
  const found = new Set<number>();
  for (let start = 0; start < message.length; start++) {
    let phrase = "";
    for (const word of message.slice(start, start + SYNONYM_WORDS)) {
      phrase = phrase === "" ? word.stem : `${phrase} ${word.stem}`;
      const group = space.synonyms.get(phrase);
      if (group !== undefined) found.add(group);
    }
  }
  return found;
}

/** Two feature ids as one number; a double holds 2^53, a space stays far below 2^26 features. */
export function pairKey(first: number, second: number): number {
  return first * 0x4000000 + second;
}
