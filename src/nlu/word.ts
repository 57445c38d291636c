import { isFunctionWord } from "./function-words.js";
import type { Stem } from "./stem.js";

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

/** Finds the feature of a stem or of a character n-gram; -1 where there is none. */
export interface Lookup {
  stem(stem: string): number;
  gram(gram: string): number;
}

/** Lengths of the character n-grams; the word's ends count as a character each. */
const GRAM_LENGTHS = [3, 4, 5] as const;

/** Share of an unknown word's five-letter parts that must be known for it to count as a typo or a compound of ours. */
const FAMILIAR = 0.5;

/** Takes a normalised word apart into features. */
export function wordFeatures(word: string, stem: Stem, lookup: Lookup): WordFeatures {
  const stemmed = stem(word);
  const stemId = lookup.stem(stemmed);
  const grams: number[] = [];
  const longGrams: number[] = [];
  let unknownGrams = 0;
  let longCount = 0;
  for (const gram of gramsOf(word)) {
    const feature = lookup.gram(gram);
    if (feature >= 0) grams.push(feature);
    else unknownGrams++;
    if (gram.length !== GRAM_LENGTHS[2]) continue;
    longCount++;
    if (feature >= 0) longGrams.push(feature);
  }
  return {
    word,
    stem: stemmed,
    stemId,
    grams: Int32Array.from(grams),
    unknownGrams,
    longGrams: Int32Array.from(longGrams),
    longCount,
    content: !isFunctionWord(word),
  };
}

/** Says something about the topic, and the examples know it, whole or (typo, compound) in most of its parts. */
export function isTelling(word: WordFeatures, knows: Knows = always): boolean {
  return word.content && ((word.stemId >= 0 && knows(word.stemId)) || familiarity(word, knows) > FAMILIAR);
}

/** Whether a feature counts as known: all of them, or only those that are left when examples are held out. */
export type Knows = (feature: number) => boolean;

export const always: Knows = () => true;

/** Share of a word's longest character n-grams that are known, 0..1. */
export function familiarity(word: WordFeatures, knows: Knows): number {
  if (word.longCount === 0) return 0;
  let known = 0;
  for (const gram of word.longGrams) if (knows(gram)) known++;
  return known / word.longCount;
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
