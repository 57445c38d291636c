import type { Explanation } from "./model.js";
import { understoodPart } from "./normalise.js";
import { judge, read } from "./reading.js";
import { count, eachFeature, readWords, vectorOf } from "./space.js";
import type { Model } from "./train.js";
import type { WordFeatures } from "./word.js";

/** How many words are named for each of the two. */
const TERMS = 8;

/**
 * Says what spoke for the first and the second candidate: the message's words with their share of the score (parts of
 * words that are unknown as a whole are in the word), pairs of words, and the nearest example.
 */
export function explain(model: Model, text: string): Explanation {
  const reading = read(model, understoodPart(text).text);
  const { ranked, verdict } = judge(model, reading);
  const { sure, unsure } = model.calibration;
  return {
    ranked,
    verdict,
    thresholds: { sure, unsure },
    evidence: ranked.slice(0, 2).map(({ id }) => {
      const label = model.ids.indexOf(id);
      return { id, terms: terms(model, reading.words, label), nearest: nearest(model, reading.words, label) };
    }),
  };
}

function terms(
  model: Model,
  message: readonly WordFeatures[],
  label: number,
): { term: string; weight: number }[] {
  const { space, linear } = model;
  const sums = count(space, message);
  const vector = vectorOf(space, message);
  // What a whole column is worth; a feature has its share of it.
  const worth = new Map<number, number>();
  vector.ids.forEach((column, at) => {
    const score = (vector.values[at] ?? 0) * (linear.weights[column * linear.classes + label] ?? 0);
    worth.set(column, score / (sums.values[at] ?? 1));
  });
  const found = new Map<string, number>();
  eachFeature(space, message, (feature, first, last) => {
    const term = message
      .slice(first, last + 1)
      .map(({ word }) => word)
      .join(" ");
    found.set(
      term,
      (found.get(term) ?? 0) + (space.share[feature] ?? 0) * (worth.get(space.columnOf[feature] ?? 0) ?? 0),
    );
  });
  return [...found]
    .map(([term, weight]) => ({ term, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS);
}

/** The example of an intent with the most in common, by the cosine of the two vectors. */
function nearest(model: Model, message: readonly WordFeatures[], label: number): string | null {
  const { ids, values } = vectorOf(model.space, message);
  const weight = new Map<number, number>();
  ids.forEach((feature, at) => {
    weight.set(feature, values[at] ?? 0);
  });
  let best: { text: string | null; likeness: number } = { text: null, likeness: 0 };
  for (const text of model.examples[label] ?? []) {
    const example = vectorOf(model.space, readWords(model.space, text));
    let likeness = 0;
    example.ids.forEach((feature, at) => {
      likeness += (weight.get(feature) ?? 0) * (example.values[at] ?? 0);
    });
    if (likeness > best.likeness) best = { text, likeness };
  }
  return best.text;
}
