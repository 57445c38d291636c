import { isFunctionWord } from "./function-words.js";

/** One word of a message, as the model sees it. */
export interface WordFeatures {
  readonly word: string;
  readonly stem: string;
  /** Feature of the stem, -1 where it is unknown. */
  readonly stemId: number;
  /** What stands for the word in pairs of neighbours: its first concept, else its stem; -1 where neither is known. */
  readonly token: number;
  /** All that the word brings: stem, parts of a compound, concepts, character n-grams. */
  readonly features: Int32Array;
  /** Those by which a word of the examples is meant although another stands here: parts, synonyms. */
  readonly meanings: Int32Array;
  /** The known ones among the longest n-grams, and how many of those the word has. */
  readonly longGrams: Int32Array;
  readonly longCount: number;
  /** Sum of the squared weights of what no example has. */
  readonly unknown: number;
  /** Says something about the topic: not a function word. */
  readonly content: boolean;
}

/** Finds the features of a word; -1 or nothing where no example has them. */
export interface Lookup {
  stem(stem: string): number;
  gram(gram: string): number;
  /** Of a stem: synonyms, then kinds of things. */
  concepts(stem: string): { readonly same: readonly number[]; readonly related: readonly number[] };
  /** The stems of a compound's parts. */
  parts(word: string): readonly string[];
}

/**
 * How much a feature counts beside a stem. Chosen on validation lines of robo-de-15shot, robo-de, hwu64 and clinc150 and
 * on clinc150 and hwu64 with 10 and 15 examples an intent: concepts 1 to 2.5, n-grams 0.5 to 1, skips 0.5 to 1.
 */
export const WEIGHTS = { stem: 1, concept: 1.7, gram: 0.7, pair: 1, skip: 0.6 } as const;

/** Lengths of the character n-grams; the word's ends count as a character each. With 5 or without 2: 0.2 points less. */
const GRAM_LENGTHS = [2, 3, 4] as const;

/** Takes a normalised word apart into features. */
export function wordFeatures(word: string, stem: string, lookup: Lookup): WordFeatures {
  const stemId = lookup.stem(stem);
  const concepts = lookup.concepts(stem);
  const parts = lookup.parts(word);
  const meanings = new Set(concepts.same);
  const features = new Set<number>();
  if (stemId >= 0) features.add(stemId);
  for (const concept of concepts.same) features.add(concept);
  for (const concept of concepts.related) features.add(concept);
  for (const part of parts) {
    const partId = lookup.stem(part);
    const partConcepts = lookup.concepts(part);
    for (const feature of partId < 0 ? partConcepts.same : [partId, ...partConcepts.same]) {
      features.add(feature);
      meanings.add(feature);
    }
    for (const concept of partConcepts.related) features.add(concept);
  }
  const longGrams: number[] = [];
  let unknownGrams = 0;
  let longCount = 0;
  for (const gram of gramsOf(word)) {
    const feature = lookup.gram(gram);
    if (feature >= 0) features.add(feature);
    else unknownGrams++;
    if (gram.length !== GRAM_LENGTHS[2]) continue;
    longCount++;
    if (feature >= 0) longGrams.push(feature);
  }
  return {
    word,
    stem,
    stemId,
    token: concepts.same[0] ?? concepts.related[0] ?? stemId,
    features: Int32Array.from(features),
    meanings: Int32Array.from(meanings),
    longGrams: Int32Array.from(longGrams),
    longCount,
    unknown: unknownGrams * WEIGHTS.gram ** 2 + (stemId < 0 ? WEIGHTS.stem ** 2 : 0),
    content: !isFunctionWord(word),
  };
}

/** Whether a feature counts as known: all of them, or only those that are left when examples are held out. */
export type Knows = (feature: number) => boolean;

export const always: Knows = () => true;

/** Says something about the topic, and the examples have it: the word, a synonym, or a part of it. */
export function isTelling(word: WordFeatures, knows: Knows = always): boolean {
  return word.content && ((word.stemId >= 0 && knows(word.stemId)) || word.meanings.some(knows));
}

/** How far a word is known, 0..1: itself, by a synonym or a part, or by its letters. */
export function familiarity(word: WordFeatures, knows: Knows): number {
  if (word.stemId >= 0 && knows(word.stemId)) return 1;
  if (word.meanings.some(knows)) return BY_MEANING;
  if (word.longCount === 0) return 0;
  let known = 0;
  for (const gram of word.longGrams) if (knows(gram)) known++;
  return (BY_LETTERS * known) / word.longCount;
}

/** How far a word is known by a synonym or a part of it. */
export const BY_MEANING = 0.7;
const BY_LETTERS = 0.5;

function gramsOf(word: string): Set<string> {
  const bounded = `_${word}_`;
  const grams = new Set<string>();
  for (const length of GRAM_LENGTHS) {
    // The whole word is what the stem says already.
    if (length >= bounded.length) break;
    for (let start = 0; start + length <= bounded.length; start++)
      grams.add(bounded.slice(start, start + length));
  }
  return grams;
}
