import { normalise } from "./normalise.js";

/** Length of the parts of words that are compared beside whole words; the word's ends count as a character each. */
const PART = 4;

/**
 * Compares sentences of a collection by what they literally have in common: cosine of their words and parts of words,
 * each weighted by how rare it is in the collection. Wants no model, so that it is a second opinion to one.
 * @returns 0 (nothing in common) to 1 (the same words), for two sentences by their place in the collection
 */
export function likenessAmong(sentences: readonly string[]): (first: number, second: number) => number {
  const { featuresOf, squareOf, lengths } = weighed(sentences);
  return (first, second) => {
    const [a, b] = [featuresOf[first], featuresOf[second]];
    const scale = (lengths[first] ?? 0) * (lengths[second] ?? 0);
    if (!a || !b || scale === 0) return 0;
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    return sum(small, (feature) => (large.has(feature) ? squareOf(feature) : 0)) / scale;
  };
}

/**
 * The same of one sentence with every other, by way of who has each of its features: most sentences share nothing, and
 * nothing is computed for them.
 * @returns for a sentence by its place, the likeness with each by theirs
 */
export function likenessToAll(sentences: readonly string[]): (place: number) => Float64Array {
  const { featuresOf, squareOf, lengths } = weighed(sentences);
  const holders = new Map<string, number[]>();
  for (const [place, own] of featuresOf.entries())
    for (const feature of own) {
      const known = holders.get(feature);
      if (known) known.push(place);
      else holders.set(feature, [place]);
    }
  return (place) => {
    const alike = new Float64Array(sentences.length);
    for (const feature of featuresOf[place] ?? []) {
      const worth = squareOf(feature);
      for (const other of holders.get(feature) ?? []) alike[other] = (alike[other] ?? 0) + worth;
    }
    return alike.map((shared, other) => {
      const scale = (lengths[place] ?? 0) * (lengths[other] ?? 0);
      return scale === 0 ? 0 : shared / scale;
    });
  };
}

function weighed(sentences: readonly string[]) {
  const featuresOf = sentences.map((sentence) => new Set(features(sentence)));
  const holders = new Map<string, number>();
  for (const own of featuresOf)
    for (const feature of own) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  const squares = new Map(
    [...holders].map(([feature, count]) => [feature, Math.log((sentences.length + 1) / count) ** 2]),
  );
  const squareOf = (feature: string): number => squares.get(feature) ?? 0;
  const lengths = featuresOf.map((own) => Math.sqrt(sum(own, squareOf)));
  return { featuresOf, squareOf, lengths };
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
