import { normalise } from "./normalise.js";

/** Length of the parts of words that are compared beside whole words; the word's ends count as a character each. */
const PART = 4;

/**
 * Compares sentences of a collection by what they literally have in common: cosine of their words and parts of words,
 * each weighted by how rare it is in the collection. Wants no model, so that it is a second opinion to one.
 * @returns 0 (nothing in common) to 1 (the same words), for two sentences by their place in the collection
 */
export function likenessAmong(sentences: readonly string[]): (first: number, second: number) => number {
  const featuresOf = sentences.map((sentence) => new Set(features(sentence)));
  const holders = new Map<string, number>();
  for (const own of featuresOf)
    for (const feature of own) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  const squareOf = (feature: string): number =>
    Math.log((sentences.length + 1) / (holders.get(feature) ?? 1)) ** 2;
  const lengths = featuresOf.map((own) => Math.sqrt(sum(own, squareOf)));
  return (first, second) => {
    const [a, b] = [featuresOf[first], featuresOf[second]];
    const scale = (lengths[first] ?? 0) * (lengths[second] ?? 0);
    if (!a || !b || scale === 0) return 0;
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    return sum(small, (feature) => (large.has(feature) ? squareOf(feature) : 0)) / scale;
  };
}

function features(sentence: string): string[] {
  return normalise(sentence)
    .split(" ")
    .filter((word) => word !== "")
    .flatMap((word) => {
      const bounded = `_${word}_`;
      const parts = Math.max(0, bounded.length - PART + 1);
      return [word, ...Array.from({ length: parts }, (_, at) => bounded.slice(at, at + PART))];
    });
}

function sum(of: Iterable<string>, worth: (feature: string) => number): number {
  let total = 0;
  for (const feature of of) total += worth(feature);
  return total;
}
