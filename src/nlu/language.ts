import { generator } from "./linear.js";
import { words } from "./normalise.js";

/** Word and letter statistics of each language, with how much each is to be trusted. */
export interface LanguageModel {
  readonly languages: readonly string[];
  /** Log-probabilities of words and of letter groups by language, in the order of `languages`. */
  readonly words: ReadonlyMap<string, Float64Array>;
  readonly grams: ReadonlyMap<string, Float64Array>;
  readonly unknownGram: Float64Array;
  /** Weight of the words' and of the letters' evidence, learned from held-out pieces. */
  readonly trust: readonly [words: number, grams: number];
}

const FOLDS = 5;
/** Pieces of one to this many words are cut from held-out sentences. */
const PIECE_WORDS = 5;
const PIECES = 3000;
/** No single word may say more than this (natural logarithm): a name is not a language. */
const LOUDEST = 4;

/**
 * Learns languages from sentences of each: naive Bayes over words and over letter groups, whose two verdicts are
 * weighted by a logistic fit on held-out pieces of one to five words. Bayes alone is far too sure of itself, because
 * neighbouring letter groups say the same thing twice.
 * @throws RangeError when there is no language.
 */
export function trainLanguages(sentences: Readonly<Record<string, readonly string[]>>): LanguageModel {
  const languages = Object.keys(sentences);
  if (languages.length === 0)
    throw new RangeError("There is no language to learn. Give sentences of at least one.");
  const tokenised = languages.map((language) =>
    (sentences[language] ?? []).map((sentence) => words(sentence)).filter((all) => all.length > 0),
  );
  const pieces: Piece[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const counts = count(
      languages,
      tokenised.map((all) => all.filter((_, at) => at % FOLDS !== fold)),
    );
    const random = generator(fold + 1);
    tokenised.forEach((all, language) => {
      const held = all.filter((_, at) => at % FOLDS === fold);
      const wanted = Math.min(held.length * 3, Math.ceil(PIECES / FOLDS / languages.length));
      for (let made = 0; made < wanted; made++) {
        const sentence = held[Math.floor(random() * held.length)] ?? [];
        const length = 1 + Math.floor(random() * PIECE_WORDS);
        const start = Math.floor(random() * Math.max(1, sentence.length - length + 1));
        pieces.push({ language, evidence: evidenceOf(counts, sentence.slice(start, start + length)) });
      }
    });
  }
  return { ...count(languages, tokenised), trust: fitTrust(pieces) };
}

/**
 * The most likely language of a text. Above 0.9 it can be relied on; what has no letters, and words of no language or
 * of all ("ok"), stay near even.
 */
export function identifyLanguage(
  model: LanguageModel,
  text: string,
): { language: string; confidence: number; words: number } {
  const message = words(text.slice(0, 2000)).filter((word) => /\p{L}/u.test(word));
  const probabilities = softmax(evidenceOf(model, message), model.trust);
  const best = probabilities.reduce((a, p, at) => (p > (probabilities[a] ?? 0) ? at : a), 0);
  return {
    language: model.languages[best] ?? "",
    confidence: probabilities[best] ?? 0,
    words: message.length,
  };
}

type Evidence = readonly { readonly words: number; readonly grams: number }[];
interface Piece {
  readonly language: number;
  readonly evidence: Evidence;
}
type Counts = Omit<LanguageModel, "trust">;

function count(languages: readonly string[], tokenised: readonly (readonly (readonly string[])[])[]): Counts {
  const wordCounts = new Map<string, Float64Array>();
  const gramCounts = new Map<string, Float64Array>();
  const add = (map: Map<string, Float64Array>, key: string, language: number): void => {
    const counts = map.get(key) ?? new Float64Array(languages.length);
    map.set(key, counts);
    counts[language] = (counts[language] ?? 0) + 1;
  };
  tokenised.forEach((sentences, language) => {
    for (const sentence of sentences) {
      for (const word of sentence) {
        add(wordCounts, word, language);
        for (const gram of gramsOf(word)) add(gramCounts, gram, language);
      }
    }
  });
  return {
    languages,
    words: logarithms(wordCounts, languages.length).known,
    grams: logarithms(gramCounts, languages.length).known,
    unknownGram: logarithms(gramCounts, languages.length).unknown,
  };
}

/** Smoothed by half a count (Jeffreys). */
function logarithms(counts: ReadonlyMap<string, Float64Array>, languages: number) {
  const totals = new Float64Array(languages);
  for (const line of counts.values()) {
    for (const [at, n] of line.entries()) totals[at] = (totals[at] ?? 0) + n;
  }
  const probability = (n: number, at: number): number =>
    Math.log((n + 0.5) / ((totals[at] ?? 0) + counts.size / 2 + 0.5));
  const known = new Map<string, Float64Array>();
  for (const [key, line] of counts) known.set(key, line.map(probability));
  return { known, unknown: new Float64Array(languages).map((_, at) => probability(0, at)) };
}

/** What the words and what the letters say for each language, against the mean of all. */
function evidenceOf(model: Counts, message: readonly string[]): Evidence {
  const sums = model.languages.map(() => ({ words: 0, grams: 0 }));
  for (const word of message) {
    const known = model.words.get(word);
    if (known !== undefined) addCentred(sums, known, "words");
    const letters = new Float64Array(model.languages.length);
    const grams = gramsOf(word);
    for (const gram of grams) {
      const line = model.grams.get(gram) ?? model.unknownGram;
      for (const [at, sum] of letters.entries()) {
        letters[at] = sum + (line[at] ?? 0) / Math.sqrt(grams.length);
      }
    }
    addCentred(sums, letters, "grams");
  }
  return sums;
}

function addCentred(
  sums: { words: number; grams: number }[],
  line: Float64Array,
  kind: "words" | "grams",
): void {
  const mean = line.reduce((a, b) => a + b, 0) / line.length;
  sums.forEach((sum, at) => {
    sum[kind] += Math.max(-LOUDEST, Math.min(LOUDEST, (line[at] ?? 0) - mean));
  });
}

function softmax(evidence: Evidence, [byWords, byGrams]: LanguageModel["trust"]): number[] {
  const logits = evidence.map(({ words: w, grams }) => byWords * w + byGrams * grams);
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Maximum likelihood with a mild pull to the start, by plain gradient ascent: two numbers, a smooth hill. */
function fitTrust(pieces: readonly Piece[]): [number, number] {
  const start = 0.3;
  const trust: [number, number] = [start, start];
  for (let step = 0; step < 150 && pieces.length > 0; step++) {
    const slope = [0, 0];
    for (const { language, evidence } of pieces) {
      const probabilities = softmax(evidence, trust);
      evidence.forEach((found, at) => {
        const miss = Number(at === language) - (probabilities[at] ?? 0);
        slope[0] = (slope[0] ?? 0) + miss * found.words;
        slope[1] = (slope[1] ?? 0) + miss * found.grams;
      });
    }
    const pull = 2 / pieces.length;
    for (const at of [0, 1] as const) {
      const gradient = (slope[at] ?? 0) / pieces.length + pull * (start - trust[at]);
      trust[at] = Math.max(0, trust[at] + 0.1 * gradient);
    }
  }
  return trust;
}

/** Letter groups of one to four, the word's ends included. */
function gramsOf(word: string): string[] {
  const bounded = `_${word}_`;
  const grams: string[] = [];
  for (let length = 1; length <= 4; length++) {
    for (let at = 0; at + length <= bounded.length; at++) {
      const gram = bounded.slice(at, at + length);
      if (gram !== "_") grams.push(gram);
    }
  }
  return grams;
}
