/** Plainly a question, as its question mark says. Other words said to an open form may be an answer, misunderstood. */
export function isPlainQuestion(text: string): boolean {
  return text.trimEnd().endsWith("?");
}
