import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Seminar } from "../knowledge/model.js";

/** Share of the best score from which a seminar may be meant as well as the best one. */
const CLOSE = 0.59;
/** From so many letters on, the beginning of a word says what it is about. */
const LONG = 6;
/** Says what one wants to do, not with which seminar; yet it may stand in a title ("von der Idee zur Anmeldung"). */
const DOING = /^(?:an|ab)meld|^(?:un)?regist/;

/** The seminars that the message names, best first. */
export function namedSeminars(
  input: DecisionInput,
): readonly { readonly id: string; readonly score: number }[] {
  const named = input.comprehension?.seminars ?? [];
  const words = foldedWords(input.text ?? "");
  if (named.length === 0 || !words.some((word) => DOING.test(word))) return named;
  const telling = words.filter((word) => !DOING.test(word));
  return named.filter(({ id }) => {
    const seminar = input.knowledge.seminars.find((candidate) => candidate.id === id);
    const own = seminar ? ownWords(seminar) : [];
    return !own.some((word) => DOING.test(word)) || lettersIn(telling, own) > 0;
  });
}

/**
 * The seminar that the message names best. Where several come close it is the one of which more of the title stands
 * in the message; several where that does not tell them apart.
 */
export function bestNamed(input: DecisionInput): string[] {
  const named = namedSeminars(input);
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

function ownWords({ title, topics, leaders, place }: Seminar): string[] {
  const texts = [title.de, title.en, ...topics.de, ...topics.en, ...leaders.map(({ name }) => name)];
  return foldedWords([...texts, place?.city ?? ""].join(" ")).filter((word) => word.length > 3);
}

/** How many letters of `own` stand in the words: whole words of it, long ones also as in "Fördermittelseminar". */
function lettersIn(words: readonly string[], own: readonly string[]): number {
  return [...new Set(own)]
    .filter((part) => words.some((word) => word === part || (part.length >= LONG && word.startsWith(part))))
    .reduce((sum, part) => sum + part.length, 0);
}
