import english from "natural/lib/natural/stemmers/porter_stemmer.js";
import german from "natural/lib/natural/stemmers/porter_stemmer_de.js";

/** Takes a normalised word to its stem. */
export type Stem = (word: string) => string;

/**
 * Porter's stemmers for English and German from `natural`. They get normalised words: the German one drops umlauts
 * only when they are written with dots.
 */
export function stemmerFor(language: "de" | "en"): Stem {
  return language === "de" ? (word) => german.stem(word) || word : (word) => english.stem(word) || word;
}
