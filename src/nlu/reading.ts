import { rankWith } from "./calibration.js";
import { coveredShare, covers } from "./coverage.js";
import { scoresOf } from "./linear.js";
import type { Question } from "./model.js";
import { hasPair, knownShare, readWords, vectorOf } from "./space.js";
import type { Model } from "./train.js";
import { isTelling, type WordFeatures } from "./word.js";

/** A text as the machine sees it, before anything is concluded from it. */
export interface Reading {
  readonly text: string;
  readonly words: readonly WordFeatures[];
  /** One a class, in the order of `model.ids`. */
  readonly scores: Float32Array;
  /** Share of the words that the examples know, 0..1. */
  readonly known: number;
  /** Has a word or phrase in common with the examples that means something. */
  readonly telling: boolean;
}

/** Scores a text as one question. */
export function read(model: Model, text: string): Reading {
  const { space } = model;
  const words = readWords(space, text);
  return {
    text,
    words,
    scores: scoresOf(model.linear, vectorOf(space, words)),
    known: knownShare(space, words),
    telling: words.some((word) => isTelling(word)) || isFamiliarPhrase(model, words),
  };
}

/** What a reading amounts to. Kinds out of scope are ranked like intents: the message surely is, or may be, one of them. */
export function judge(model: Model, reading: Reading): Question {
  const { scores, known, telling, text, words } = reading;
  const { ranked, verdict } = rankWith(model.calibration, model.ids, scores, {
    known,
    telling,
    covered: (intent) =>
      coveredShare(model.space, words, (feature) => covers(model.coverage, feature, intent)),
  });
  return { text, ranked, verdict };
}

/** Both readings in one: `share` of the first and the rest of the second. Text and words are those of the first. */
export function blend(first: Reading, second: Reading, share: number): Reading {
  return {
    text: first.text,
    words: first.words,
    scores: first.scores.map((score, at) => share * score + (1 - share) * (second.scores[at] ?? 0)),
    known: share * first.known + (1 - share) * second.known,
    telling: first.telling || second.telling,
  };
}

/**
 * "Was kannst du?" has nothing but function words and is a question all the same: when the examples have every pair
 * of its neighbouring words. A single such word must be an example by itself.
 */
function isFamiliarPhrase({ space, oneWordUtterances }: Model, words: readonly WordFeatures[]): boolean {
  if (words.length === 1) return oneWordUtterances.has(words[0]?.word ?? "");
  return (
    words.length > 1 &&
    words.every((word, at) => {
      const before = words[at - 1];
      return before === undefined || hasPair(space, before, word);
    })
  );
}
