import type { Candidate, Verdict } from "./model.js";

/** What a ranking looks like from outside: all that a confidence is judged by. */
export interface Signs {
  /** Score of the best intent, about -1 (surely not) to 1 (like an example). */
  readonly best: number;
  /** Its distance to the second. */
  readonly margin: number;
  /** Share of the message's words that the examples know, 0..1. */
  readonly known: number;
}

/** A ranking of a sentence that the machine had not seen. */
export interface HeldOut extends Signs {
  /** Place of the right intent, from 0; -1 where the right intent was held out as a whole: there is none. */
  readonly place: number;
}

export interface Calibration {
  /** Of the logistic function: constant, best, margin, known. */
  readonly weights: readonly [number, number, number, number];
  /** Where the first is wrong: how likely one of the others is right, 0..1. */
  readonly others: number;
  readonly sure: number;
  readonly unsure: number;
}

/**
 * What a decision costs the guest; a wrong answer is the measure, 1. A clarification that offers the right intent
 * costs a press, one that does not costs a press and a disappointment; "I do not know" to a question we could have
 * answered costs the answer, but deceives nobody.
 */
const COSTS = {
  wrongAnswer: 1,
  goodClarification: 0.5,
  badClarification: 0.8,
  needlessFallback: 0.7,
} as const;

/** How many intents a clarification offers. */
const OFFERED = 3;

/**
 * Share of messages about something of which we know nothing. Held-out intents stand for them, but these are siblings
 * of what remains and much harder to tell than a stranger's message: at their full number the model would reject
 * far too much.
 */
const UNKNOWN_SHARE = 0.06;

/** What is believed without data, and the strength of that belief in sentences: it fades with the first dozen. */
const PRIOR = [-2, 2, 3, 1] as const;
const PRIOR_STRENGTH = 0.5;

/** Most steps of the fit, and the change of a weight below which it ends early. */
const CLIMBS = 100;
const SETTLED = 0.01;

/** Softness of the division among the others, in units of score. */
const SOFTNESS = 0.25;

/**
 * Learns from held-out rankings how far a ranking can be trusted: a logistic regression of "the first is right" on its
 * signs (Platt, Probabilistic Outputs for SVMs, 1999, with two more signs), and the two thresholds of least cost.
 */
export function calibrate(heldOut: readonly HeldOut[]): Calibration {
  const unknown = heldOut.filter(({ place }) => place < 0).length;
  const inScope = heldOut.length - unknown;
  const unknownWeight = unknown === 0 ? 0 : (inScope * UNKNOWN_SHARE) / (1 - UNKNOWN_SHARE) / unknown;
  const weightOf = ({ place }: HeldOut): number => (place < 0 ? unknownWeight : 1);
  const weights = logisticRegression(heldOut, weightOf);
  let wrong = 0;
  let among = 0;
  let offered = 0;
  for (const sample of heldOut) {
    if (sample.place === 0) continue;
    wrong += weightOf(sample);
    if (sample.place > 0) among += weightOf(sample);
    if (sample.place > 0 && sample.place < OFFERED) offered += weightOf(sample);
  }
  const others = (among + 1) / (wrong + 2);
  const believed = believedCuts((offered + 1) / (wrong + 2), others);
  return { weights, others, ...thresholds(heldOut, weightOf, weights, believed) };
}

/** Probability that the first of a ranking is right, 0..1. */
function confidenceOf(weights: Calibration["weights"], signs: Signs): number {
  return (
    1 /
    (1 +
      Math.exp(
        -(weights[0] + weights[1] * signs.best + weights[2] * signs.margin + weights[3] * signs.known),
      ))
  );
}

/**
 * The ranking with confidences: the first by its signs, the others share what is left for them by their scores.
 * `telling` false: the message has no word in common with the examples that says anything, so nothing is believed.
 */
export function rankWith(
  calibration: Calibration,
  ids: readonly string[],
  scores: Float32Array,
  known: number,
  telling: boolean,
): { ranked: Candidate[]; verdict: Verdict; first: number } {
  const order = bestOf(scores, 8);
  const first = order[0] ?? 0;
  const best = scores[first] ?? 0;
  const signs = { best, margin: best - (scores[order[1] ?? -1] ?? -1), known };
  const believed = confidenceOf(calibration.weights, signs);
  const confidence = telling ? believed : believed * calibration.unsure * 0.5;
  const shares = order.slice(1).map((intent) => Math.exp(((scores[intent] ?? 0) - best) / SOFTNESS));
  const sum = shares.reduce((a, b) => a + b, 0);
  const left = (telling ? 1 - believed : confidence) * calibration.others;
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
): [number, number, number, number] {
  const rows = samples.map((sample) => ({ sample, weight: weightOf(sample), signs: signsOf(sample) }));
  const curvature: number[][] = PRIOR.map((_, row) =>
    PRIOR.map((_, column) => (row === column ? PRIOR_STRENGTH : 0)),
  );
  for (const { weight, signs } of rows) {
    curvature.forEach((line, row) => {
      const share = (weight / 4) * (signs[row] ?? 0);
      for (let column = 0; column < 4; column++)
        line[column] = (line[column] ?? 0) + share * (signs[column] ?? 0);
    });
  }
  const weights: [number, number, number, number] = [...PRIOR];
  for (let step = 0; step < CLIMBS; step++) {
    const slope = PRIOR.map((prior, row) => PRIOR_STRENGTH * (prior - (weights[row] ?? 0)));
    for (const { sample, weight, signs } of rows) {
      const miss = weight * (Number(sample.place === 0) - confidenceOf(weights, sample));
      for (let row = 0; row < 4; row++) slope[row] = (slope[row] ?? 0) + miss * (signs[row] ?? 0);
    }
    const change = solve(curvature.map((line, row) => [...line, slope[row] ?? 0]));
    for (let row = 0; row < 4; row++) weights[row] = (weights[row] ?? 0) + (change[row] ?? 0);
    if (Math.max(...change.map(Math.abs)) < SETTLED) break;
  }
  return weights;
}

function signsOf({ best, margin, known }: Signs): readonly number[] {
  return [1, best, margin, known];
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

/**
 * The two thresholds, halfway between two estimates: the cuts with the least cost on the held-out rankings, and those
 * at which the costs are equal if the confidence is believed. The first know where the confidence errs, but their curve
 * is so flat that one changed utterance moves the cut by a tenth; the second stand still.
 */
function thresholds(
  samples: readonly HeldOut[],
  weightOf: (sample: HeldOut) => number,
  weights: Calibration["weights"],
  believed: { sure: number; unsure: number },
): { sure: number; unsure: number } {
  const measured = cheapestCuts(samples, weightOf, weights);
  return {
    sure: (measured.sure + believed.sure) / 2,
    unsure: (measured.unsure + believed.unsure) / 2,
  };
}

/**
 * Where the costs of the ways to go on are equal at confidence p: a wrong answer costs 1 - p; a clarification holds the
 * right intent with probability p + (1 - p) * offered; an answer was known with probability p + (1 - p) * known.
 */
function believedCuts(offered: number, known: number): { sure: number; unsure: number } {
  const { goodClarification: good, badClarification: bad, needlessFallback: needless } = COSTS;
  const gain = bad - good;
  const sure = (1 - bad + gain * offered) / (1 - gain + gain * offered);
  const unsure = (bad - gain * offered - needless * known) / (needless * (1 - known) + gain * (1 - offered));
  return { sure, unsure: Math.min(sure, Math.max(0, unsure)) };
}

/** The two thresholds with the least cost on the held-out rankings. */
function cheapestCuts(
  samples: readonly HeldOut[],
  weightOf: (sample: HeldOut) => number,
  weights: Calibration["weights"],
): { sure: number; unsure: number } {
  if (!samples.some(({ place }) => place >= 0)) {
    // Nothing was measured, so the costs alone decide, as if the confidence were exact.
    return { sure: 1 - COSTS.goodClarification, unsure: COSTS.needlessFallback };
  }
  const sorted = samples
    .map((sample) => ({ p: confidenceOf(weights, sample), weight: weightOf(sample), place: sample.place }))
    .sort((a, b) => b.p - a.p);
  // Walking down: `answered` is the cheapest way to treat all before this one as answered; `clarified` the cheapest to
  // answer some and clarify the rest; `refused` adds the tail. Each keeps the cuts that led to it.
  let answered = 0;
  let clarified = { cost: 0, sure: 0 };
  let best = { relative: 0, sure: 0, unsure: 0 };
  let refused = 0;
  for (let at = 0; at < sorted.length; at++) {
    const { place, weight } = sorted[at] ?? { place: -1, weight: 0 };
    answered += weight * (place === 0 ? 0 : COSTS.wrongAnswer);
    const clarify = place >= 0 && place < OFFERED ? COSTS.goodClarification : COSTS.badClarification;
    clarified.cost += weight * clarify;
    if (answered <= clarified.cost) clarified = { cost: answered, sure: at + 1 };
    refused += weight * (place >= 0 ? COSTS.needlessFallback : 0);
    const relative = clarified.cost - refused;
    if (relative <= best.relative) best = { relative, sure: clarified.sure, unsure: at + 1 };
  }
  const between = (cut: number): number => {
    const above = cut === 0 ? 1 : (sorted[cut - 1]?.p ?? 1);
    return (above + (sorted[cut]?.p ?? 0)) / 2;
  };
  return { sure: between(best.sure), unsure: between(best.unsure) };
}
