import english from "natural/lib/natural/stemmers/porter_stemmer.js";
import german from "natural/lib/natural/stemmers/porter_stemmer_de.js";

/** Takes a normalised word to its stem. */
export type Stem = (word: string) => string;

/**
 * Porter's stemmers for English and German from `natural`. They get normalised words: the German one drops umlauts
 * only when they are written with dots.
 */
export const STEMMERS: Readonly<Record<"de" | "en", Stem>> = {
  de: (word) => german.stem(word) || word,
  en: (word) => english.stem(word) || word,
};
