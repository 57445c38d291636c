import { UNDERSTOOD_CHARACTERS, words } from "./normalise.js";

/**
 * What words and letter groups tell of the language they stand in. Data only, in few large pieces, so that it passes
 * quickly from the thread in which it was learned.
 */
export interface LanguageModel {
  readonly languages: readonly string[];
  /** Of each learned word its line in `votes`: what it adds to the logarithm of each language's probability. */
  readonly words: ReadonlyMap<string, number>;
  readonly votes: Float64Array;
  /** For all other words: by line, the log-probabilities of letter groups; the last line is that of unknown ones. */
  readonly grams: ReadonlyMap<string, number>;
  readonly gramLogs: Float64Array;
  /** Weight of the letters' evidence. */
  readonly trust: number;
}

/**
 * Share of words that may be borrowed and say nothing of the language they stand in ("Homeoffice", "Start-up"). So of
 * two languages no single word makes one more than nine parts in ten likely; two words that agree do.
 */
const BORROWED = 0.2;

/** Letter groups have one to so many letters. */
const LONGEST_GRAM = 4;

/**
 * The most likely language of a text. Above 0.9 it can be relied on; what has no letters, and words of no language or
 * of all ("ok"), stay near even.
 */
export function identifyLanguage(
  model: LanguageModel,
  text: string,
): { language: string; confidence: number; words: number } {
  const message = spokenWords(text.slice(0, UNDERSTOOD_CHARACTERS));
  const total = new Float64Array(model.languages.length);
  for (const word of message) {
    const line = model.words.get(word);
    if (line === undefined) addVote(total, letterEvidence(model, word), model.trust);
    else addLine(total, model.votes, line);
  }
  const probabilities = softmax(total);
  const best = probabilities.reduce((a, p, at) => (p > (probabilities[a] ?? 0) ? at : a), 0);
  return {
    language: model.languages[best] ?? "",
    confidence: probabilities[best] ?? 0,
    words: message.length,
  };
}

/** Words with a letter in them; what hyphens join is one ("Start-up"). */
export function spokenWords(text: string): string[] {
  return words(text.replace(/[-‐‑]/g, "")).filter((word) => /\p{L}/u.test(word));
}

/** What a word's letters say for each language, against the mean of all. */
export function letterEvidence(
  { languages, grams, gramLogs }: Pick<LanguageModel, "languages" | "grams" | "gramLogs">,
  word: string,
): Float64Array {
  const sums = new Float64Array(languages.length);
  eachGram(word, (gram) => addLine(sums, gramLogs, grams.get(gram) ?? grams.size));
  return centred(sums);
}

/** Adds what a word says to the logarithms of the languages' probabilities: every word votes, but may be borrowed. */
export function addVote(total: Float64Array, evidence: Float64Array, trust: number): void {
  const vote = softmax(evidence.map((value) => trust * value));
  for (let at = 0; at < total.length; at++)
    total[at] = (total[at] ?? 0) + Math.log((1 - BORROWED) * (vote[at] ?? 0) + BORROWED / total.length);
}

/** Adds one line of a table to a sum. */
export function addLine(sum: Float64Array, table: Float64Array, line: number): void {
  const from = line * sum.length;
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (table[from + at] ?? 0);
}

export function centred(line: Float64Array): Float64Array {
  const mean = line.reduce((a, b) => a + b, 0) / line.length;
  return line.map((value) => value - mean);
}

export function softmax(logits: Float64Array): Float64Array {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Shows the letter groups of a word, its ends included. */
export function eachGram(word: string, show: (gram: string) => void): void {
  const bounded = `_${word}_`;
  for (let length = 1; length <= LONGEST_GRAM; length++) {
    for (let at = 0; at + length <= bounded.length; at++) {
      const gram = bounded.slice(at, at + length);
      if (gram !== "_") show(gram);
    }
  }
}
