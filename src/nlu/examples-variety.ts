import { isFunctionWord } from "./function-words.js";
import type { TrainingIntent } from "./model.js";
import { words } from "./normalise.js";

/** How many different words the examples of an intent are made of. */
export interface Variety {
  readonly intent: string;
  readonly examples: number;
  readonly words: number;
}

/** Two examples of one intent that read as if made from one mould. */
export interface SharedMould {
  readonly intent: string;
  /** In the order in which they stand. */
  readonly first: string;
  readonly second: string;
  /** The rare words that both have, the rarest first. */
  readonly words: readonly string[];
}

/** So many rare words are a sentence's mould. */
const MOULD = 3;

/**
 * The different words of each intent, fewest first. A word is what is left of it without case, accents and umlauts (see
 * `normalise`); function words count, for it is by them that small talk differs ("und tschüss dann", "bis dahin");
 * inflected forms count each, for a guest's form may be any.
 */
export function varietyOf(intents: readonly TrainingIntent[]): Variety[] {
  return intents
    .map(({ id, utterances }) => ({
      intent: id,
      examples: utterances.length,
      words: new Set(utterances.flatMap(words)).size,
    }))
    .sort((a, b) => a.words - b.words);
}

/**
 * Pairs of examples of one intent that share their three rarest words: the three rarest content words of the one with
 * fewer of them all stand in the other. Rare is what few examples of all intents have; of equally rare words the longer
 * counts as rarer, then the one that comes first in the alphabet. An example with fewer than three content words has
 * no mould: "Öffnungszeiten" and "Öffnungszeiten bitte" are what guests write.
 *
 * Time grows with the number of examples: a mould is looked for only where its rarest word stands.
 */
export function sharedMoulds(intents: readonly TrainingIntent[]): SharedMould[] {
  const wordsOf = new Map(
    intents.map(({ id, utterances }) => [id, utterances.map((text) => new Set(contentWords(text)))]),
  );
  const holders = new Map<string, number>();
  for (const sets of wordsOf.values())
    for (const set of sets) for (const word of set) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarestFirst = (a: string, b: string): number =>
    (holders.get(a) ?? 0) - (holders.get(b) ?? 0) || b.length - a.length || (a < b ? -1 : 1);

  return intents.flatMap(({ id, utterances }) => {
    const sets = wordsOf.get(id) ?? [];
    const byWord = new Map<string, number[]>();
    for (const [at, set] of sets.entries())
      for (const word of set) byWord.set(word, [...(byWord.get(word) ?? []), at]);
    return sets.flatMap((own, at) => {
      if (own.size < MOULD) return [];
      const mould = [...own].sort(rarestFirst).slice(0, MOULD);
      return (byWord.get(mould[0] ?? "") ?? []).flatMap((other): SharedMould[] => {
        const others = sets[other];
        // of two that are equally long the earlier one gives the mould, so that a pair is told once
        if (!others || other === at || others.size < own.size || (others.size === own.size && other < at))
          return [];
        if (!mould.every((word) => others.has(word))) return [];
        const [first = "", second = ""] = [Math.min(at, other), Math.max(at, other)].map(
          (place) => utterances[place],
        );
        return [{ intent: id, first, second, words: mould }];
      });
    });
  });
}

function contentWords(text: string): string[] {
  return words(text).filter((word) => !isFunctionWord(word));
}
