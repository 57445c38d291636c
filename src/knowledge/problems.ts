import type { Problem } from "./model.js";

/** `intents/faq/founding.yaml:41:7 – what is the matter. What to do.` */
export function describeProblem({ file, line, column, message, suggestion }: Problem): string {
  return `${file}:${line}:${column} – ${message} ${suggestion}`;
}

/** Sorted by file, line and column. */
export function byPlace(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (first, second) =>
      (first.file < second.file ? -1 : first.file > second.file ? 1 : 0) ||
      first.line - second.line ||
      first.column - second.column,
  );
}
