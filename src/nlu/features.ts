import { isFunctionWord } from "./function-words.js";
import { words } from "./normalise.js";
import { type Stem, stemmerFor } from "./stem.js";

/** Lengths of the character n-grams; the word's ends count as a character each. */
const GRAM_LENGTHS = [3, 4, 5] as const;

/** The longest run of words that a synonym may be. */
const SYNONYM_WORDS = 4;

/** Share of an unknown word's five-letter parts that must be known for it to count as a typo or a compound of ours. */
const FAMILIAR = 0.5;

/** A sentence as weights of known features, of Euclidean length 1 when its unknown features are counted in. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** One word of a message, as the model sees it. */
export interface WordFeatures {
  readonly word: string;
  readonly stem: string;
  /** Feature of the stem, -1 where it is unknown. */
  readonly stemId: number;
  /** The character n-grams that are known, and how many are not. */
  readonly grams: Int32Array;
  readonly unknownGrams: number;
  /** The known ones among the longest n-grams, and how many of those the word has. */
  readonly longGrams: Int32Array;
  readonly longCount: number;
  /** Says something about the topic: not a function word. */
  readonly content: boolean;
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
  const known = new Map<string, WordFeatures>();
  const tokenised = sentences.map(words);
  for (const sentence of tokenised) {
    let previous = -1;
    for (const word of sentence) {
      let features = known.get(word);
      if (features === undefined) {
        const stemmed = stem(word);
        features = {
          word,
          stem: stemmed,
          stemId: id(stems, stemmed),
          grams: Int32Array.from(gramsOf(word), (gram) => id(grams, gram)),
          unknownGrams: 0,
          longGrams: Int32Array.from(gramsOf(word).filter(isLong), (gram) => id(grams, gram)),
          longCount: gramsOf(word).filter(isLong).length,
          content: !isFunctionWord(word),
        };
        known.set(word, features);
      }
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
  const counted = tokenised.map((sentence) =>
    count(
      space,
      sentence.map((word) => wordFeatures(space, word)),
    ),
  );
  const frequency = new Float64Array(size);
  for (const { ids } of counted)
    for (const feature of ids) frequency[feature] = (frequency[feature] ?? 0) + 1;
  for (let feature = 0; feature < size; feature++) {
    idf[feature] = inverseFrequency(frequency[feature] ?? 0, sentences.length);
  }
  return { space, vectors: counted.map((counts) => weigh(space, counts)) };
}

/** The words of a message; looks up what is known and takes apart what is not. */
export function readWords(space: FeatureSpace, text: string): WordFeatures[] {
  return words(text).map((word) => wordFeatures(space, word));
}

/** Sublinear tf-idf of a message's known features, scaled to length 1 with the unknown ones counted in. */
export function vectorOf(space: FeatureSpace, message: readonly WordFeatures[]): Vector {
  return weigh(space, count(space, message));
}

/** Whether an example has these two stems side by side. */
export function hasPair(space: FeatureSpace, first: number, second: number): boolean {
  return first >= 0 && second >= 0 && space.bigrams.has(pairKey(first, second));
}

/** Says something about the topic, and the examples know it, whole or (typo, compound) in most of its parts. */
export function isTelling(word: WordFeatures, knows: Knows = always): boolean {
  return word.content && ((word.stemId >= 0 && knows(word.stemId)) || familiarity(word, knows) > FAMILIAR);
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

/** Whether a feature counts as known: all of them, or only those that are left when examples are held out. */
export type Knows = (feature: number) => boolean;

const always: Knows = () => true;

/** Share of a word's longest character n-grams that are known, 0..1. */
function familiarity(word: WordFeatures, knows: Knows): number {
  if (word.longCount === 0) return 0;
  let known = 0;
  for (const gram of word.longGrams) if (knows(gram)) known++;
  return known / word.longCount;
}

interface Counts extends Vector {
  /** How many features no example has. */
  readonly unknown: number;
}

function count(space: FeatureSpace, message: readonly WordFeatures[]): Counts {
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

function weigh(space: FeatureSpace, counts: Counts): Vector {
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

function wordFeatures(space: FeatureSpace, word: string): WordFeatures {
  const found = space.known.get(word);
  if (found !== undefined) return found;
  const stem = space.stem(word);
  const grams: number[] = [];
  const longGrams: number[] = [];
  let unknownGrams = 0;
  let longCount = 0;
  for (const gram of gramsOf(word)) {
    const feature = space.grams.get(gram);
    if (feature === undefined) unknownGrams++;
    else grams.push(feature);
    if (!isLong(gram)) continue;
    longCount++;
    if (feature !== undefined) longGrams.push(feature);
  }
  return {
    word,
    stem,
    stemId: space.stems.get(stem) ?? -1,
    grams: Int32Array.from(grams),
    unknownGrams,
    longGrams: Int32Array.from(longGrams),
    longCount,
    content: !isFunctionWord(word),
  };
}

function isLong(gram: string): boolean {
  return gram.length === GRAM_LENGTHS[2];
}

function gramsOf(word: string): string[] {
  const bounded = `_${word}_`;
  const grams: string[] = [];
  for (const length of GRAM_LENGTHS) {
    for (let start = 0; start + length <= bounded.length; start++) {
      // The whole word is what the stem says already.
      if (length < bounded.length) grams.push(bounded.slice(start, start + length));
    }
  }
  return grams;
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
function pairKey(first: number, second: number): number {
  return first * 0x4000000 + second;
}

/** Smoothed inverse document frequency, as scikit-learn's TfidfVectorizer has it: ln((1 + n) / (1 + df)) + 1. */
function inverseFrequency(documents: number, all: number): number {
  return Math.log((1 + all) / (1 + documents)) + 1;
}
