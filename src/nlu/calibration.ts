import type { Candidate, Verdict } from "./model.js";

/** What a ranking looks like from outside: all that a confidence is judged by. */
export interface Signs {
  /** Score of the best intent, about -1 (surely not) to 1 (like an example). */
  readonly best: number;
  /** Its distance to the second. */
  readonly margin: number;
  /** Share of the message's words that the examples know, 0..1. */
  readonly known: number;
  /** Share of the message's words that the examples of the best intent have, 0..1. */
  readonly covered: number;
}

/** A ranking of a sentence that the machine had not seen. */
export interface HeldOut extends Signs {
  /** Place of the right intent, from 0; -1 where the right intent was held out as a whole: there is none. */
  readonly place: number;
}

export interface Calibration {
  /** Of the logistic function: constant, best, margin, known, covered. */
  readonly weights: readonly number[];
  /** Where the first is wrong: how likely one of the others is right, 0..1. */
  readonly others: number;
  readonly sure: number;
  readonly unsure: number;
}

/**
 * Below the first threshold the ranking is hardly better than a coin, so "I do not know" deceives nobody; from the second
 * on an answer helps more guests than asking back would. On validation lines with 10 to 15 examples an intent the first
 * costs 5 to 9 points of what is ranked right and turns down 0.6 to 0.85 of what is about something else (clinc150,
 * hwu64, robo-de-15shot).
 */
const THRESHOLDS = { unsure: 0.55, sure: 0.6 } as const;

/**
 * Examples that are all unlike each other, as in a FAQ written with care, say less of one another than of what guests
 * write, and make the model too modest. So a threshold is lowered until it would turn down no more than this share of
 * the held-out sentences although they were ranked right.
 */
const TURNED_DOWN = { unsure: 0.08, sure: 0.14 } as const;

/**
 * Share of messages about something of which we know nothing. Held-out intents stand for them, but these are siblings
 * of what remains and much harder to tell than a stranger's message: with more of them the confidence of ordinary
 * messages is too low (calibration error of robo-de 0.049 at 0.02, 0.062 at 0.06).
 */
const UNKNOWN_SHARE = 0.02;

/** What is believed without data, and the strength of that belief in sentences: it fades with the first dozen. */
const PRIOR = [-3, 2, 3, 1, 2] as const;
const PRIOR_STRENGTH = 0.5;

/** Most steps of the fit, and the change of a weight below which it ends early. */
const CLIMBS = 100;
const SETTLED = 0.01;

/** So many are ranked: whoever leaves the kinds out of scope aside still has five. */
const RANKED = 15;

/** Softness of the division among the others, in units of score. */
const SOFTNESS = 0.25;

/**
 * Learns from held-out rankings how far a ranking can be trusted: a logistic regression of "the first is right" on its
 * signs (Platt, Probabilistic Outputs for SVMs, 1999, with three more signs).
 */
export function calibrate(heldOut: readonly HeldOut[]): Calibration {
  const unknown = heldOut.filter(({ place }) => place < 0).length;
  const inScope = heldOut.length - unknown;
  const unknownWeight = unknown === 0 ? 0 : (inScope * UNKNOWN_SHARE) / (1 - UNKNOWN_SHARE) / unknown;
  const weightOf = ({ place }: HeldOut): number => (place < 0 ? unknownWeight : 1);
  const weights = logisticRegression(heldOut, weightOf);
  let wrong = 0;
  let among = 0;
  for (const sample of heldOut) {
    if (sample.place === 0) continue;
    wrong += weightOf(sample);
    if (sample.place > 0) among += weightOf(sample);
  }
  const right = heldOut
    .filter(({ place }) => place === 0)
    .map((sample) => confidenceOf(weights, sample))
    .sort((a, b) => a - b);
  const threshold = (verdict: keyof typeof THRESHOLDS): number =>
    Math.min(THRESHOLDS[verdict], right[Math.floor(TURNED_DOWN[verdict] * inScope)] ?? 1);
  return {
    weights,
    others: (among + 1) / (wrong + 2),
    unsure: threshold("unsure"),
    sure: threshold("sure"),
  };
}

/** Probability that the first of a ranking is right, 0..1. */
function confidenceOf(weights: Calibration["weights"], signs: Signs): number {
  const sum = signsOf(signs).reduce((total, sign, at) => total + sign * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What a message has in common with the examples, beside its scores. */
export interface Evidence {
  /** Share of its words that the examples know, 0..1. */
  readonly known: number;
  /** Share of its words that the examples of one intent have, 0..1. */
  covered(intent: number): number;
  readonly telling: boolean;
}

/**
 * The ranking with confidences: the first by its signs, the others share what is left for them by their scores.
 * `telling` false: the message has no word in common with the examples that says anything, so nothing is believed and every
 * confidence is 0.
 */
export function rankWith(
  calibration: Calibration,
  ids: readonly string[],
  scores: Float32Array,
  { known, covered, telling }: Evidence,
): { ranked: Candidate[]; verdict: Verdict; first: number } {
  const order = bestOf(scores, RANKED);
  const first = order[0] ?? 0;
  const best = scores[first] ?? 0;
  const signs = {
    best,
    margin: best - (scores[order[1] ?? -1] ?? -1),
    known,
    covered: covered(first),
  };
  const believed = confidenceOf(calibration.weights, signs);
  const confidence = telling ? believed : 0;
  const shares = order.slice(1).map((intent) => Math.exp(((scores[intent] ?? 0) - best) / SOFTNESS));
  const sum = shares.reduce((a, b) => a + b, 0);
  const left = telling ? (1 - believed) * calibration.others : 0;
  const ranked = order.map((intent, place) => ({
    id: ids[intent] ?? "",
    confidence: place === 0 ? confidence : Math.min(confidence, (left * (shares[place - 1] ?? 0)) / sum),
  }));
  const verdict =
    !telling || confidence < calibration.unsure ? "none" : confidence < calibration.sure ? "unsure" : "sure";
  return { ranked, verdict, first };
}

/** Indices of the highest scores, best first; of equal ones the lower index. */
export function bestOf(scores: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] ?? 0] ?? 0)) place--;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}

/**
 * Maximum of the penalised likelihood. The curvature is bounded from above once and for all, so that every step climbs
 * (Böhning and Lindsay, Monotonicity of quadratic-approximation algorithms, 1988); Newton's own steps may run away.
 */
function logisticRegression(
  samples: readonly HeldOut[],
  weightOf: (sample: HeldOut) => number,
): readonly number[] {
  const rows = samples.map((sample) => ({ sample, weight: weightOf(sample), signs: signsOf(sample) }));
  const curvature: number[][] = PRIOR.map((_, row) =>
    PRIOR.map((_, column) => (row === column ? PRIOR_STRENGTH : 0)),
  );
  for (const { weight, signs } of rows) {
    curvature.forEach((line, row) => {
      const share = (weight / 4) * (signs[row] ?? 0);
      for (let column = 0; column < line.length; column++)
        line[column] = (line[column] ?? 0) + share * (signs[column] ?? 0);
    });
  }
  const weights: number[] = [...PRIOR];
  for (let step = 0; step < CLIMBS; step++) {
    const slope = PRIOR.map((prior, row) => PRIOR_STRENGTH * (prior - (weights[row] ?? 0)));
    for (const { sample, weight, signs } of rows) {
      const miss = weight * (Number(sample.place === 0) - confidenceOf(weights, sample));
      for (let row = 0; row < slope.length; row++) slope[row] = (slope[row] ?? 0) + miss * (signs[row] ?? 0);
    }
    const change = solve(curvature.map((line, row) => [...line, slope[row] ?? 0]));
    for (let row = 0; row < weights.length; row++) weights[row] = (weights[row] ?? 0) + (change[row] ?? 0);
    if (Math.max(...change.map(Math.abs)) < SETTLED) break;
  }
  return weights;
}

function signsOf({ best, margin, known, covered }: Signs): readonly number[] {
  return [1, best, margin, known, covered];
}

/** Gauss elimination with pivots; each line ends in its right-hand side. Positive definite, so it has a solution. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let column = 0; column < size; column++) {
    const below = system.slice(column);
    const pivot = below.reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    system.splice(column, size - column, pivot, ...below.filter((line) => line !== pivot));
    for (const [row, line] of system.entries()) {
      if (row === column) continue;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return system.map((line, row) => (line[size] ?? 0) / (line[row] ?? 1));
}
