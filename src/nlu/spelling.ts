/** Shorter words are one letter apart from too many others. */
const LETTERS = 5;

/**
 * The words of the examples, to be found by what is left of them without one letter (Garbe, Symmetric Delete, 2012).
 * Hashes and numbers in two arrays: small, and quickly passed to another thread.
 */
export interface Spelling {
  /** The most frequent first. */
  readonly words: readonly string[];
  /** Sorted hashes of the words and of all they are without one letter. */
  readonly hashes: Int32Array;
  /** The word of each hash. */
  readonly owners: Int32Array;
}

/** @param words the most frequent first: of two that are equally near it is meant. */
export function learnSpelling(words: readonly string[]): Spelling {
  const long = words.filter((word) => word.length >= LETTERS);
  const entries: number[] = [];
  long.forEach((word, owner) => {
    // both numbers in one double: sorted once, without a comparison function on objects
    for (const hash of variantsOf(word)) entries.push((hash + 2 ** 31) * 2 ** 20 + owner);
  });
  const sorted = Float64Array.from(entries).sort();
  return {
    words: long,
    hashes: Int32Array.from(sorted, (entry) => Math.floor(entry / 2 ** 20) - 2 ** 31),
    owners: Int32Array.from(sorted, (entry) => entry % 2 ** 20),
  };
}

/** The word that was meant: one letter too many, too few, other, or two neighbours swapped. Undefined where there is none. */
export function corrected({ words, hashes, owners }: Spelling, typed: string): string | undefined {
  if (typed.length < LETTERS - 1) return undefined;
  let best = words.length;
  for (const hash of variantsOf(typed)) {
    for (let at = firstOf(hashes, hash); at < hashes.length && hashes[at] === hash; at++) {
      const owner = owners[at] ?? best;
      if (owner < best && isOneLetterApart(words[owner] ?? "", typed)) best = owner;
    }
  }
  return words[best];
}

/** One letter too many, too few, other, or two neighbours swapped. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.charAt(0) === restB.charAt(1) &&
      restA.charAt(1) === restB.charAt(0) &&
      restA.slice(2) === restB.slice(2))
  );
}

/** The word's hash, and that of all it is without one letter. */
function variantsOf(word: string): Set<number> {
  const hashes = new Set<number>([hashWithout(word, -1)]);
  for (let left = 0; left < word.length; left++) hashes.add(hashWithout(word, left));
  return hashes;
}

/** FNV-1a (Fowler, Noll, Vo) of a word without the letter at `left`. */
function hashWithout(word: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++)
    if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The first place at which a sorted list holds a value, or the place where it would stand. */
function firstOf(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
