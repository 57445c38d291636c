/**
 * The known word that was probably meant, or undefined when none is close: at most a third of its letters differ,
 * counted as insertions, deletions, replacements and swaps of neighbours (optimal string alignment, Damerau 1964).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const limit = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (Math.abs(word.length - candidate.length) > limit || candidate.length > 100) continue;
    const distance = edits(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** `Did you mean "x"?`, or else `otherwise`. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(word, known);
  return meant === undefined ? otherwise : `Did you mean "${meant}"?`;
}

function edits(first: string, second: string): number {
  const height = first.length + 1;
  const width = second.length + 1;
  const table = Array.from({ length: height * width }, () => 0);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const same = first[row - 1] === second[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      table[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              at(row - 1, column - 1) + (same ? 0 : 1),
              swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
            );
    }
  }
  return at(height - 1, width - 1);
}
