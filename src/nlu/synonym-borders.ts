import type { TrainingIntent } from "./model.js";
import { words } from "./normalise.js";
import { STEMMERS } from "./stem.js";

/** A word of a group, and the intents that it stands for where the other word of the border does not. */
export interface BorderSide {
  readonly word: string;
  /** Examples that have the word. */
  readonly examples: number;
  /** Those of them in intents where the other word hardly occurs. */
  readonly apart: number;
  /** These intents, the one with most of the examples first. */
  readonly intents: readonly string[];
}

/** Two words of one group that tell intents apart: as one word they would blur what lies between. */
export interface Border {
  /** Which of the groups. */
  readonly group: number;
  readonly sides: readonly [BorderSide, BorderSide];
}

/** Fewer examples say nothing about where a word is at home. */
const FREQUENT = 8;
/** So many examples of an intent, and so many times the other word's share there, make it a word's own. */
const OWN = { examples: 3, times: 4 } as const;
/** Which share of each word's examples must lie in intents of its own. */
const APART = 0.25;

/**
 * Groups of synonyms in which two words are at home in different intents, told from the examples: "Kredit" and
 * "Zuschuss" are both money, but two thirds of the one's examples are in intents where the other hardly occurs, and a
 * third the other way round. Both ways, because a wider word is no fault: "Seminar" has intents without "Workshop", not
 * the reverse. Words with too few examples are not judged. The shares were chosen so that on the shipped examples
 * Kredit/Zuschuss, loan/grant and Messe/Seminar are found, Fachkraft/Azubi just so, and no shipped group.
 */
export function synonymBorders(
  groups: readonly (readonly string[])[],
  intents: readonly TrainingIntent[],
  language: "de" | "en",
): Border[] {
  const stem = memoised(STEMMERS[language]);
  const keyOf = (text: string): string => ` ${words(text).map(stem).join(" ")} `;
  const wanted = new Set(groups.flat().map((word) => keyOf(word).split(" ")[1] ?? ""));
  // only sentences with the first stem of a phrase can have the phrase
  const sentences = new Map<string, { readonly intent: string; readonly key: string }[]>();
  for (const { id: intent, utterances } of intents)
    for (const key of utterances.map(keyOf))
      for (const first of new Set(key.split(" ")))
        if (first !== "" && wanted.has(first))
          sentences.set(first, [...(sentences.get(first) ?? []), { intent, key }]);

  const homeOf = (word: string): Home => {
    const key = keyOf(word);
    const byIntent = new Map<string, number>();
    const holders = (sentences.get(key.split(" ")[1] ?? "") ?? []).filter((one) => one.key.includes(key));
    for (const { intent } of holders) byIntent.set(intent, (byIntent.get(intent) ?? 0) + 1);
    return { word, key, examples: holders.length, byIntent };
  };
  return groups.flatMap((group, at) => {
    const homes = [...new Map(group.map(homeOf).map((home) => [home.key, home])).values()].filter(
      ({ examples }) => examples >= FREQUENT,
    );
    return homes.flatMap((one, index) =>
      homes.slice(index + 1).flatMap((other): Border[] => {
        const sides = [sideOf(one, other), sideOf(other, one)] as const;
        return sides.every(({ apart, examples }) => apart >= APART * examples) ? [{ group: at, sides }] : [];
      }),
    );
  });
}

/** Where the examples with a word are. */
interface Home {
  readonly word: string;
  /** Its stems, with spaces around each. */
  readonly key: string;
  readonly examples: number;
  readonly byIntent: ReadonlyMap<string, number>;
}

function sideOf({ word, examples, byIntent }: Home, other: Home): BorderSide {
  const own = [...byIntent]
    .filter(([intent, count]) => {
      // half an example more than was seen: not to have seen one says little of a rare word
      const elsewhere = ((other.byIntent.get(intent) ?? 0) + 0.5) / other.examples;
      return count >= OWN.examples && count / examples >= OWN.times * elsewhere;
    })
    .sort(([, a], [, b]) => b - a);
  return {
    word,
    examples,
    apart: own.reduce((sum, [, count]) => sum + count, 0),
    intents: own.map(([intent]) => intent),
  };
}

function memoised(of: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? of(word);
    known.set(word, found);
    return found;
  };
}
