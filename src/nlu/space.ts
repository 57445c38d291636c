import { partsOf } from "./compounds.js";
import { PHRASE_WORDS, type Vocabulary } from "./lexicon.js";
import { words } from "./normalise.js";
import { corrected, type Spelling } from "./spelling.js";
import { STEMMERS } from "./stem.js";
import { always, familiarity, type Knows, type Lookup, type WordFeatures, wordFeatures } from "./word.js";

/** A sentence as weights of known columns, of Euclidean length 1 when its unknown features are counted in. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** The features that stand for a stem or phrase beside itself. */
export interface Concepts {
  /** The same in other words. */
  readonly same: readonly number[];
  /** The kind of thing it is. */
  readonly related: readonly number[];
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
  /** Two tokens side by side, and two with one between; keyed by {@link pairKey}. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly skips: ReadonlyMap<number, number>;
  /** By stem, or stems with spaces between. */
  readonly concepts: ReadonlyMap<string, Concepts>;
  /** The first stems of those that have several. */
  readonly phraseStarts: ReadonlySet<string>;
  /** Words and stems that compounds may be made of. */
  readonly vocabulary: Vocabulary;
  readonly spelling: Spelling;
  /** The column of each feature, and what the feature adds to it. */
  readonly columnOf: Int32Array;
  readonly share: Float32Array;
  readonly columns: number;
  /** Of each column, and of what no example has: how telling it is. */
  readonly telling: Float32Array;
  readonly unknownTelling: number;
  /** Words that were read before, so that each is taken apart once. */
  readonly read: Map<string, WordFeatures>;
  /** Sums of one sentence; all zero between calls. Saves an allocation of the whole space per message. */
  readonly scratch: Float32Array;
}

/** Stand for the beginning and the end of a sentence in pairs. */
export const EDGES = { start: 0, end: 1 } as const;

const NO_CONCEPTS: Concepts = { same: [], related: [] };

/** So many words are remembered; then it begins anew, which bounds the memory whatever guests write. */
const REMEMBERED = 10_000;

/** The words of a message; mends or takes apart what the examples do not have. */
export function readWords(space: FeatureSpace, text: string): WordFeatures[] {
  return words(text).map((word) => {
    const before = space.read.get(word);
    if (before !== undefined) return before;
    if (space.read.size >= REMEMBERED) space.read.clear();
    const features = readWord(space, word);
    space.read.set(word, features);
    return features;
  });
}

function readWord(space: FeatureSpace, word: string): WordFeatures {
  const stem = STEMMERS[space.language];
  const lookup: Lookup = {
    stem: (found) => space.stems.get(found) ?? -1,
    gram: (gram) => space.grams.get(gram) ?? -1,
    concepts: (found) => space.concepts.get(found) ?? NO_CONCEPTS,
    parts: (compound) => wordsWithin(space.language, space.vocabulary, compound).map(stem),
  };
  const spelt = wordFeatures(word, stem(word), lookup);
  // What the language knows is no slip of the fingers, although the examples do not have it.
  if (spelt.stemId >= 0 || spelt.meanings.length > 0 || space.vocabulary.stems.has(spelt.stem)) return spelt;
  const meant = corrected(space.spelling, word);
  return meant === undefined ? spelt : wordFeatures(meant, stem(meant), lookup);
}

/** The words that a compound is made of; German only, English writes them apart. */
export function wordsWithin(
  language: "de" | "en",
  { words: written, stems }: Vocabulary,
  word: string,
): readonly string[] {
  if (language !== "de") return [];
  const stem = STEMMERS.de;
  return partsOf(word, (part) => written.has(part) || (part.length > 5 && stems.has(stem(part))));
}

/** A message's known features, each by how telling it is, scaled to length 1 with the unknown ones counted in. */
export function vectorOf(space: FeatureSpace, message: readonly WordFeatures[]): Vector {
  return weigh(space, count(space, message), message);
}

/** The vector of a message from what its features add up to; takes the sums over. */
export function weigh(
  space: Pick<FeatureSpace, "telling" | "unknownTelling">,
  { ids, values }: Vector,
  message: readonly WordFeatures[],
): Vector {
  let unknown = 0;
  for (const word of message) unknown += word.unknown;
  let squares = unknown * space.unknownTelling * space.unknownTelling;
  for (let at = 0; at < values.length; at++) {
    const value = (values[at] ?? 0) * (space.telling[ids[at] ?? 0] ?? 0);
    values[at] = value;
    squares += value * value;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
  return { ids, values };
}

/** Whether an example has these two words side by side. */
export function hasPair(space: FeatureSpace, first: WordFeatures, second: WordFeatures): boolean {
  if (first.stemId < 0 || second.stemId < 0) return false;
  return space.pairs.has(pairKey(first.token, second.token));
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
    const familiar = familiarity(word, knows);
    const weight =
      familiar === 1 ? (space.telling[space.columnOf[word.stemId] ?? 0] ?? 0) : space.unknownTelling;
    all += weight;
    known += weight * familiar;
  }
  return all === 0 ? 0 : known / all;
}

/** What the features of a message add up to, by column. */
export function count(space: FeatureSpace, message: readonly WordFeatures[]): Vector {
  return summed(space, (add) => {
    eachFeature(space, message, (feature) => {
      add(feature, 1);
    });
  });
}

/** Adds features up by column. */
export function summed(
  { scratch, columnOf, share }: Pick<FeatureSpace, "scratch" | "columnOf" | "share">,
  each: (add: (feature: number, times: number) => void) => void,
): Vector {
  const ids: number[] = [];
  each((feature, times) => {
    const column = columnOf[feature] ?? 0;
    const sum = scratch[column] ?? 0;
    if (sum === 0) ids.push(column);
    scratch[column] = sum + times * (share[feature] ?? 0);
  });
  const values = new Float32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const column = ids[at] ?? 0;
    values[at] = scratch[column] ?? 0;
    scratch[column] = 0;
  }
  return { ids: Int32Array.from(ids), values };
}

/** Shows every known feature of a message with the words (first to last) that bring it. */
export function eachFeature(
  space: FeatureSpace,
  message: readonly WordFeatures[],
  show: (feature: number, first: number, last: number) => void,
): void {
  let before = -1;
  let last: number = EDGES.start;
  for (let at = 0; at < message.length; at++) {
    const word = message[at];
    if (word === undefined) continue;
    for (let feature = 0; feature < word.features.length; feature++)
      show(word.features[feature] ?? 0, at, at);
    const pair = pairOf(space.pairs, last, word.token);
    if (pair >= 0) show(pair, Math.max(0, at - 1), at);
    const skip = pairOf(space.skips, before, word.token);
    if (skip >= 0) show(skip, at - 2, at);
    if (space.phraseStarts.has(word.stem)) eachPhrase(space, message, at, show);
    before = at === 0 ? -1 : last;
    last = word.token;
  }
  const end = message.length > 0 ? pairOf(space.pairs, last, EDGES.end) : -1;
  if (end >= 0) show(end, message.length - 1, message.length - 1);
}

function pairOf(pairs: ReadonlyMap<number, number>, first: number, second: number): number {
  return first < 0 || second < 0 ? -1 : (pairs.get(pairKey(first, second)) ?? -1);
}

/** Shows what the phrases stand for that begin with a word. */
function eachPhrase(
  space: FeatureSpace,
  message: readonly WordFeatures[],
  start: number,
  show: (feature: number, first: number, last: number) => void,
): void {
  eachPhraseFrom(message, start, (phrase, last) => {
    const concepts = space.concepts.get(phrase);
    if (concepts === undefined) return;
    for (const concept of concepts.same) show(concept, start, last);
    for (const concept of concepts.related) show(concept, start, last);
  });
}

/** Shows the phrases of two and more words that begin with a word, as stems with spaces between. */
export function eachPhraseFrom(
  message: readonly WordFeatures[],
  start: number,
  show: (phrase: string, last: number) => void,
): void {
  let phrase = message[start]?.stem ?? "";
  for (let at = start + 1; at < Math.min(start + PHRASE_WORDS, message.length); at++) {
    phrase = `${phrase} ${message[at]?.stem ?? ""}`;
    show(phrase, at);
  }
}

/** Two feature ids as one number; a double holds 2^53, a space stays far below 2^26 features. */
export function pairKey(first: number, second: number): number {
  return first * 0x4000000 + second;
}
