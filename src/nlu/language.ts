import { generator } from "./linear.js";
import { UNDERSTOOD_CHARACTERS, words } from "./normalise.js";

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

/** Every fifth sentence is held out. */
const HELD_OUT = 5;
/** Pieces of one to this many words are cut from held-out sentences. */
const PIECE_WORDS = 5;
/** At most so many of each language. */
const PIECES = 300;
/** The weights that are tried. */
const TRUST = [0, 0.1, 0.3, 0.6, 1] as const;
/**
 * Share of words that may be borrowed and say nothing of the language they stand in ("Homeoffice", "Start-up"). So of
 * two languages no single word makes one more than nine parts in ten likely; two words that agree do.
 */
const BORROWED = 0.2;

/**
 * Learns languages from sentences of each: naive Bayes over words and over letter groups, whose two verdicts are
 * weighted so that held-out pieces of one to five words come out likeliest. Bayes alone is far too sure of itself, because
 * neighbouring letter groups say the same thing twice.
 * @throws RangeError when there is no language.
 */
export function trainLanguages(sentences: Readonly<Record<string, readonly string[]>>): LanguageModel {
  const languages = Object.keys(sentences);
  if (languages.length === 0)
    throw new RangeError("There is no language to learn. Give sentences of at least one.");
  const tokenised = languages.map((language) =>
    (sentences[language] ?? []).map(spokenWords).filter((all) => all.length > 0),
  );
  const isHeldOut = (_: unknown, at: number): boolean => at % HELD_OUT === 0;
  const learned = tokenised.map((all) => all.filter((sentence, at) => !isHeldOut(sentence, at)));
  const counts = count(languages, learned);
  const random = generator(languages.length);
  const pieces = tokenised.flatMap((all, language): Piece[] => {
    const held = all.filter(isHeldOut);
    return Array.from({ length: Math.min(held.length * 3, PIECES) }, () => {
      const sentence = held[Math.floor(random() * held.length)] ?? [];
      const length = 1 + Math.floor(random() * PIECE_WORDS);
      const start = Math.floor(random() * Math.max(1, sentence.length - length + 1));
      return { language, evidence: evidenceOf(counts, sentence.slice(start, start + length)) };
    });
  });
  return { ...count(languages, tokenised), trust: fitTrust(languages.length, pieces) };
}

/**
 * The most likely language of a text. Above 0.9 it can be relied on; what has no letters, and words of no language or
 * of all ("ok"), stay near even.
 */
export function identifyLanguage(
  model: LanguageModel,
  text: string,
): { language: string; confidence: number; words: number } {
  const message = spokenWords(text.slice(0, UNDERSTOOD_CHARACTERS));
  const probabilities = probabilitiesOf(model.languages.length, evidenceOf(model, message), model.trust);
  const best = probabilities.reduce((a, p, at) => (p > (probabilities[a] ?? 0) ? at : a), 0);
  return {
    language: model.languages[best] ?? "",
    confidence: probabilities[best] ?? 0,
    words: message.length,
  };
}

/** Words with a letter in them; what hyphens join is one ("Start-up"). */
function spokenWords(text: string): string[] {
  return words(text.replace(/[-‐‑]/g, "")).filter((word) => /\p{L}/u.test(word));
}

/** Of one word: what it and what its letters say for each language, against the mean of all. */
interface WordEvidence {
  readonly word: Float64Array;
  readonly grams: Float64Array;
}
interface Piece {
  readonly language: number;
  readonly evidence: readonly WordEvidence[];
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

function evidenceOf(model: Counts, message: readonly string[]): WordEvidence[] {
  const nothing = new Float64Array(model.languages.length);
  return message.map((word) => {
    const letters = new Float64Array(model.languages.length);
    for (const gram of gramsOf(word)) {
      const line = model.grams.get(gram) ?? model.unknownGram;
      for (const [at, sum] of letters.entries()) letters[at] = sum + (line[at] ?? 0);
    }
    return { word: centred(model.words.get(word) ?? nothing), grams: centred(letters) };
  });
}

function centred(line: Float64Array): Float64Array {
  const mean = line.reduce((a, b) => a + b, 0) / line.length;
  return line.map((value) => value - mean);
}

/** Probability of each language: every word votes, but any of them may be borrowed. */
function probabilitiesOf(
  languages: number,
  evidence: readonly WordEvidence[],
  [byWord, byGrams]: LanguageModel["trust"],
): number[] {
  const total = new Array<number>(languages).fill(0);
  for (const { word, grams } of evidence) {
    const vote = softmax(total.map((_, at) => byWord * (word[at] ?? 0) + byGrams * (grams[at] ?? 0)));
    for (const [at, share] of vote.entries()) {
      total[at] = (total[at] ?? 0) + Math.log((1 - BORROWED) * share + BORROWED / languages);
    }
  }
  return softmax(total);
}

function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The pair of weights under which the held-out pieces are likeliest. */
function fitTrust(languages: number, pieces: readonly Piece[]): [number, number] {
  let best: { trust: [number, number]; likelihood: number } = {
    trust: [0, 0],
    likelihood: Number.NEGATIVE_INFINITY,
  };
  for (const byWord of TRUST) {
    for (const byGrams of TRUST) {
      let likelihood = 0;
      for (const { language, evidence } of pieces) {
        likelihood += Math.log(probabilitiesOf(languages, evidence, [byWord, byGrams])[language] ?? 1);
      }
      if (likelihood > best.likelihood) best = { trust: [byWord, byGrams], likelihood };
    }
  }
  return best.trust;
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
