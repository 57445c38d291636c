import {
  addLine,
  addVote,
  centred,
  eachGram,
  type LanguageModel,
  letterEvidence,
  softmax,
  spokenWords,
} from "./language.js";
import { generator } from "./linear.js";

/** Every fifth sentence is held out. */
const HELD_OUT = 5;
/** Pieces of one to this many words are cut from held-out sentences. */
const PIECE_WORDS = 5;
/** At most so many of each language. */
const PIECES = 300;
/** The weights that are tried. */
const TRUST = [0, 0.1, 0.3, 0.6, 1] as const;

/** How much the evidence of words and of letter groups is to be trusted. */
interface Trust {
  readonly words: number;
  readonly grams: number;
}

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
  const heldOut = tokenised.map((all) => all.filter(isHeldOut));
  const counts: Counts = { languages, words: new Map(), grams: new Map() };
  count(
    counts,
    tokenised.map((all) => all.filter((sentence, at) => !isHeldOut(sentence, at))),
  );
  const trust = fitTrust(languages.length, pieces(heldOut, evidenceOf(counts)));
  count(counts, heldOut);
  return modelOf(counts, trust);
}

/** How often words and letter groups occur in each language. */
interface Counts {
  readonly languages: readonly string[];
  readonly words: Map<string, Float64Array>;
  readonly grams: Map<string, Float64Array>;
}

/** What a word and what its letters say for each language, against the mean of all. */
interface Evidence {
  readonly word: Float64Array;
  readonly letters: Float64Array;
}

interface Piece {
  readonly language: number;
  readonly words: readonly Evidence[];
}

/** Takes each word apart once, however often it occurs. */
function count(counts: Counts, tokenised: readonly (readonly (readonly string[])[])[]): void {
  const size = counts.languages.length;
  const occurrences = new Map<string, Float64Array>();
  tokenised.forEach((sentences, language) => {
    for (const sentence of sentences)
      for (const word of sentence) {
        const line = lineOf(occurrences, word, size);
        line[language] = (line[language] ?? 0) + 1;
      }
  });
  for (const [word, line] of occurrences) {
    addLine(lineOf(counts.words, word, size), line, 0);
    eachGram(word, (gram) => addLine(lineOf(counts.grams, gram, size), line, 0));
  }
}

function lineOf(map: Map<string, Float64Array>, key: string, size: number): Float64Array {
  const found = map.get(key);
  if (found) return found;
  const line = new Float64Array(size);
  map.set(key, line);
  return line;
}

/** Weighs words by what has been counted. */
function evidenceOf(
  counts: Counts,
): ((word: string) => Evidence) & Pick<LanguageModel, "grams" | "gramLogs"> {
  const size = counts.languages.length;
  const words = logarithms(counts.words, size);
  const grams = logarithms(counts.grams, size);
  const letters = { languages: counts.languages, grams: grams.lines, gramLogs: grams.logs };
  const evidence = (word: string): Evidence => {
    const own = new Float64Array(size);
    const line = words.lines.get(word);
    if (line !== undefined) addLine(own, words.logs, line);
    return { word: centred(own), letters: letterEvidence(letters, word) };
  };
  return Object.assign(evidence, { grams: grams.lines, gramLogs: grams.logs });
}

/** Log-probabilities line by line, smoothed by half a count (Jeffreys); the last line is that of what never occurred. */
function logarithms(
  counts: ReadonlyMap<string, Float64Array>,
  size: number,
): { lines: Map<string, number>; logs: Float64Array } {
  const totals = new Float64Array(size);
  for (const line of counts.values()) addLine(totals, line, 0);
  const lines = new Map<string, number>();
  const logs = new Float64Array((counts.size + 1) * size);
  const write = (row: number, line: Float64Array | undefined): void => {
    for (let at = 0; at < size; at++)
      logs[row * size + at] = Math.log(
        ((line?.[at] ?? 0) + 0.5) / ((totals[at] ?? 0) + counts.size / 2 + 0.5),
      );
  };
  for (const [key, line] of counts) {
    write(lines.size, line);
    lines.set(key, lines.size);
  }
  write(counts.size, undefined);
  return { lines, logs };
}

function pieces(
  heldOut: readonly (readonly (readonly string[])[])[],
  evidence: (word: string) => Evidence,
): Piece[] {
  const random = generator(heldOut.length);
  return heldOut.flatMap((sentences, language): Piece[] =>
    Array.from({ length: Math.min(sentences.length * 3, PIECES) }, () => {
      const sentence = sentences[Math.floor(random() * sentences.length)] ?? [];
      const length = 1 + Math.floor(random() * PIECE_WORDS);
      const start = Math.floor(random() * Math.max(1, sentence.length - length + 1));
      return { language, words: sentence.slice(start, start + length).map(evidence) };
    }),
  );
}

/** The pair of weights under which the held-out pieces are likeliest. */
function fitTrust(languages: number, held: readonly Piece[]): Trust {
  let best: Trust = { words: 0, grams: 0 };
  let highest = Number.NEGATIVE_INFINITY;
  for (const words of TRUST) {
    for (const grams of TRUST) {
      const trust = { words, grams };
      let likelihood = 0;
      for (const piece of held) {
        const total = new Float64Array(languages);
        for (const evidence of piece.words) addVote(total, weighed(evidence, trust), 1);
        likelihood += Math.log(softmax(total)[piece.language] ?? 1);
      }
      if (likelihood <= highest) continue;
      best = trust;
      highest = likelihood;
    }
  }
  return best;
}

function weighed({ word, letters }: Evidence, trust: Trust): Float64Array {
  return word.map((value, at) => trust.words * value + trust.grams * (letters[at] ?? 0));
}

/** What each known word votes is settled now, so that a message costs little more than finding its words. */
function modelOf(counts: Counts, trust: Trust): LanguageModel {
  const size = counts.languages.length;
  const evidence = evidenceOf(counts);
  const words = new Map<string, number>();
  const votes = new Float64Array(counts.words.size * size);
  for (const word of counts.words.keys()) {
    const from = words.size * size;
    addVote(votes.subarray(from, from + size), weighed(evidence(word), trust), 1);
    words.set(word, words.size);
  }
  return {
    languages: counts.languages,
    words,
    votes,
    grams: evidence.grams,
    gramLogs: evidence.gramLogs,
    trust: trust.grams,
  };
}
