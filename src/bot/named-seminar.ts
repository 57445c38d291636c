import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";

/** Share of the best score from which a seminar may be meant as well as the best one. */
const CLOSE = 0.59;
/** From so many letters on, the beginning of a word says what it is about. */
const LONG = 6;
/** Says what one wants to do, not with which seminar; yet it may stand in a title ("von der Idee zur Anmeldung"). */
const DOING = /^(?:an|ab)meld|^(?:un)?regist/;

/**
 * The seminar that the message names best. Where several come close it is the one of which more of the title stands
 * in the message; several where that does not tell them apart.
 */
export function bestNamed(input: DecisionInput): string[] {
  const named = input.comprehension?.seminars ?? [];
  const best = named[0]?.score ?? 0;
  const close = named.filter(({ score }) => score >= best * CLOSE).map(({ id }) => id);
  if (close.length < 2) return close;
  const telling = foldedWords(input.text ?? "").filter((word) => !DOING.test(word));
  const letters = new Map(
    input.knowledge.seminars.map(({ id, title }) => [
      id,
      Math.max(lettersIn(telling, foldedWords(title.de)), lettersIn(telling, foldedWords(title.en))),
    ]),
  );
  const most = Math.max(...close.map((id) => letters.get(id) ?? 0));
  return close.filter((id) => (letters.get(id) ?? 0) === most);
}

/** How many letters of `own` stand in the words: whole words of it, long ones also as in "Fördermittelseminar". */
function lettersIn(words: readonly string[], own: readonly string[]): number {
  return [...new Set(own)]
    .filter((part) => words.some((word) => word === part || (part.length >= LONG && word.startsWith(part))))
    .reduce((sum, part) => sum + part.length, 0);
}
