import type { Language } from "../vocabulary/index.js";
import type { Holder } from "./current.js";
import { sameWords } from "./names.js";

/** Shorter sentences differ by a word and mean something else: "Halle kaufen", "Halle mieten". */
const LEAST_WORDS = 5;
/** Longer ones are compared as a whole only: every word that is left out makes another key. */
const MOST_WORDS = 30;

/** Everything that somebody may say, with who has it. */
export interface Sentences {
  /** Whether that intent has the same words already. Another spelling of them ("gruenden") teaches something. */
  has(id: string, text: string, language: Language): boolean;
  /** Who has this sentence, whatever case, punctuation and spelling of umlauts. */
  holderOf(text: string, language: Language): Holder | undefined;
  /** Who has the same words in another order, or all but one of them. */
  nearTo(text: string, language: Language): Holder | undefined;
  add(holder: Holder): void;
}

/** @param sameSentence what two texts have alike that are one sentence to whoever learns from them */
export function sentencesOf(holders: Iterable<Holder>, sameSentence: (text: string) => string): Sentences {
  const exact = new Map<string, Holder>();
  const near = new Map<string, Holder>();
  const own = new Set<string>();
  const ownKey = (id: string, text: string, language: Language): string =>
    `${id} ${language} ${sameWords(text)}`;
  const keyOf = (text: string, language: Language): string =>
    `${language} ${sameSentence(text) || sameWords(text)}`;
  const nearKeys = (text: string, language: Language): string[] => {
    const words = [...new Set(sameSentence(text).split(" "))].sort();
    if (words.length < LEAST_WORDS) return [];
    const whole = `${language} ${words.join(" ")}`;
    if (words.length > MOST_WORDS) return [whole];
    return [
      whole,
      ...words.map((_, left) => `${language} ${words.filter((__, at) => at !== left).join(" ")}`),
    ];
  };
  const sentences: Sentences = {
    has: (id, text, language) => own.has(ownKey(id, text, language)),
    holderOf: (text, language) => exact.get(keyOf(text, language)),
    nearTo: (text, language) =>
      nearKeys(text, language)
        .map((key) => near.get(key))
        .find((holder) => holder !== undefined),
    add(holder) {
      own.add(ownKey(holder.id, holder.text, holder.language));
      const key = keyOf(holder.text, holder.language);
      if (!exact.has(key)) exact.set(key, holder);
      for (const one of nearKeys(holder.text, holder.language)) if (!near.has(one)) near.set(one, holder);
    },
  };
  for (const holder of holders) sentences.add(holder);
  return sentences;
}
