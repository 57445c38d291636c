import type { TrainingIntent, Verdict } from "./model.js";
import type { Model } from "./train.js";
import { understand } from "./understand.js";

/** A message with the intent that it means, as corpora have them. */
export interface LabelledLine {
  readonly text: string;
  readonly intent: string;
}

/** What a model made of one message as a whole. */
export interface Prediction {
  /** The intent ranked first. */
  readonly predicted: string;
  /** Of the one ranked first, 0..1. */
  readonly confidence: number;
  readonly verdict: Verdict;
  /** How many questions were told apart. */
  readonly questions: number;
}

/** What became of one message whose intent is known. */
export interface Outcome {
  /** What it means; null: none of these. */
  readonly intent: string | null;
  /** The intent ranked first. */
  readonly predicted: string;
  /** Of the one ranked first, 0..1. */
  readonly confidence: number;
  /** It is answered or asked back, not rejected as none of these. */
  readonly accepted: boolean;
}

/** How well a model does, by shares from 0 to 1; null where there was no line to measure it on. */
export interface Scores {
  /** In scope, ranked first rightly, whatever the confidence. */
  readonly accuracy: number | null;
  /** Mean F1 over the intents that occur in the in-scope lines. */
  readonly macroF1: number | null;
  /** Of the lines that are none of these: rejected. */
  readonly oosRecall: number | null;
  /** In scope, ranked first rightly and accepted: a rejection counts as an error. */
  readonly inScopeAccuracy: number | null;
  /** Expected calibration error over the in-scope lines. */
  readonly ece: number | null;
}

/** A message of a validation split. */
export interface Validated {
  readonly confidence: number;
  /** The intent ranked first is the right one. */
  readonly right: boolean;
  /** False: it is none of these. */
  readonly inScope: boolean;
}

/**
 * Largest share of rightly ranked in-scope messages that a threshold chosen on validation data may reject. A guest who
 * could have been answered loses more by a rejection than a stranger's question costs, so most is given to the guest:
 * two in a hundred are lost, and everything above that buys as much rejection of strangers as there is.
 */
export const REJECTED_IN_SCOPE = 0.02;

const BINS = 10;

/** Messages understood before time is taken: the compiler has settled by then. */
const WARM_UP = 500;

/** The intents of labelled lines, in the order in which they first occur. */
export function intentsOf(lines: readonly LabelledLine[]): TrainingIntent[] {
  const utterances = new Map<string, string[]>();
  for (const { intent, text } of lines) {
    const said = utterances.get(intent);
    if (said) said.push(text);
    else utterances.set(intent, [text]);
  }
  return [...utterances].map(([id, said]) => ({ id, utterances: said }));
}

/**
 * Understands messages one after the other and takes the time of each.
 * @param stopwatch milliseconds, of any beginning
 * @returns predictions and microseconds, in the order of the messages
 */
export function predict(
  model: Model,
  texts: readonly string[],
  stopwatch: () => number,
): { readonly predictions: readonly Prediction[]; readonly micros: Float64Array } {
  for (let at = 0; at < WARM_UP && texts.length > 0; at++) understand(model, texts[at % texts.length] ?? "");
  const micros = new Float64Array(texts.length);
  const predictions = texts.map((text, at): Prediction => {
    const before = stopwatch();
    const { whole, questions } = understand(model, text);
    micros[at] = (stopwatch() - before) * 1000;
    const { id = "", confidence = 0 } = whole.ranked[0] ?? {};
    return { predicted: id, confidence, verdict: whole.verdict, questions: questions.length };
  });
  return { predictions, micros };
}

/**
 * Whether a message is answered or asked back, not rejected: by the threshold that the model set itself, or by
 * another. What shares no meaningful word with any example has no confidence and is rejected whatever the threshold.
 * @param threshold null: the model's own
 */
export function isAccepted({ verdict, confidence }: Prediction, threshold: number | null): boolean {
  if (threshold === null) return verdict !== "none";
  return confidence > 0 && confidence >= threshold;
}

/** Scores what became of messages. */
export function scoresOf(outcomes: readonly Outcome[]): Scores {
  const inScope = outcomes.filter(({ intent }) => intent !== null);
  const outside = outcomes.filter(({ intent }) => intent === null);
  const right = (outcome: Outcome): boolean => outcome.predicted === outcome.intent;
  return {
    accuracy: shareOf(inScope, right),
    macroF1: macroF1(inScope),
    oosRecall: shareOf(outside, ({ accepted }) => !accepted),
    inScopeAccuracy: shareOf(inScope, (outcome) => right(outcome) && outcome.accepted),
    ece: calibrationError(
      inScope.map((outcome) => ({ confidence: outcome.confidence, right: right(outcome) })),
    ),
  };
}

/**
 * The highest threshold that rejects (confidence below it) at most {@link REJECTED_IN_SCOPE} of the in-scope messages
 * whose first-ranked intent is right. Needs no message that is out of scope. Null where nothing was ranked rightly.
 */
export function chooseThreshold(validated: readonly Validated[]): number | null {
  const right = validated
    .filter((line) => line.inScope && line.right)
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b);
  return right[Math.floor(right.length * REJECTED_IN_SCOPE)] ?? null;
}

/** What a desk could answer rightly if it were allowed to answer so many wrongly. */
export interface CurvePoint {
  /** Largest share of all messages that may be answered wrongly, 0..1. */
  readonly limit: number;
  /** Largest share of all messages that is then answered rightly, 0..1. */
  readonly right: number;
  /** What is answered wrongly for it, 0..1. */
  readonly wrong: number;
  /** Answered is what has this confidence or more; null: nothing may be. */
  readonly threshold: number | null;
}

/**
 * The trade between right and wrong answers: everything is answered at once whose first-ranked intent has a confidence
 * of at least some threshold, and the threshold goes through all confidences that occur. For each limit the largest
 * share that is answered rightly while the share answered wrongly stays within it. Both are shares of all messages,
 * those that are not answered included. Empty without messages.
 */
export function answeredWithin(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
  limits: readonly number[],
): CurvePoint[] {
  if (judged.length === 0) return [];
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence);
  const points: { right: number; wrong: number; threshold: number }[] = [];
  let [right, wrong] = [0, 0];
  for (const [at, line] of sorted.entries()) {
    if (line.right) right += 1;
    else wrong += 1;
    // of equal confidence all are answered or none
    if (sorted[at + 1]?.confidence !== line.confidence)
      points.push({ right, wrong, threshold: line.confidence });
  }
  return limits.map((limit) => {
    // wrong answers only become more as the threshold sinks, and so do right ones
    const best = points.findLast((point) => point.wrong <= limit * judged.length);
    return {
      limit,
      right: (best?.right ?? 0) / judged.length,
      wrong: (best?.wrong ?? 0) / judged.length,
      threshold: best?.threshold ?? null,
    };
  });
}

/**
 * How far confidence is from the truth: the mean distance between confidence and accuracy in ten bins of equal width,
 * weighted by their messages (Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian
 * Binning, AAAI 2015). Null without messages.
 */
export function calibrationError(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): number | null {
  if (judged.length === 0) return null;
  const surplus = new Float64Array(BINS);
  for (const { confidence, right } of judged) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)));
    surplus[bin] = (surplus[bin] ?? 0) + confidence - Number(right);
  }
  return surplus.reduce((sum, bin) => sum + Math.abs(bin), 0) / judged.length;
}

/** The value that a share (0..1) of all values does not exceed, by nearest rank. 0 without values. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Share of the items for which it holds; null without items. */
export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length;
}

function macroF1(inScope: readonly Outcome[]): number | null {
  const counts = new Map<string, { right: number; expected: number; predicted: number }>();
  for (const { intent } of inScope)
    if (intent !== null && !counts.has(intent)) counts.set(intent, { right: 0, expected: 0, predicted: 0 });
  for (const { intent, predicted } of inScope) {
    const own = counts.get(intent ?? "");
    if (own) own.expected += 1;
    const taken = counts.get(predicted);
    if (taken) taken.predicted += 1;
    if (own && predicted === intent) own.right += 1;
  }
  if (counts.size === 0) return null;
  // F1 = 2PR / (P + R) = 2 · right / (expected + predicted)
  const sum = [...counts.values()].reduce(
    (total, { right, expected, predicted }) => total + (2 * right) / (expected + predicted),
    0,
  );
  return sum / counts.size;
}
