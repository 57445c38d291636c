import { likenessAmong, normalise } from "../nlu/index.js";
import type { TroubledQuestion } from "../store/model.js";

/** Questions that went wrong and mean about the same. */
export interface QuestionGroup {
  /** The first of them gives the group its number, so that it stays the same as long as that one is kept. */
  readonly id: number;
  /** Oldest first. */
  readonly questions: readonly TroubledQuestion[];
}

/** What is open, and how much of the rest was left out. */
export interface OpenQuestions {
  /** Most often asked first, of equally often asked ones the latest first. */
  readonly groups: readonly QuestionGroup[];
  /** Questions that are like one that staff ignore. */
  readonly ignored: number;
  /** Questions that were told that they are not ours. */
  readonly outOfScope: number;
}

/**
 * From this likeness on two questions are shown as one (cosine of their words and parts of words, 0..1). Set on
 * everyday pairs: "hundesteuer anmelden" and "wie melde ich die Hundesteuer an" reach it, "hundesteuer anmelden" and
 * "gewerbe anmelden" do not. Too high a bound shows a question twice, too low a one hides one behind another.
 */
const ALIKE = 0.5;

/**
 * Groups what nobody has dealt with yet. In the order of time each question joins the group whose first question it is
 * most like, in its own language, or begins one. What is like a question that staff ignore is left out, and, unless it is
 * wanted, what was recognised as out of scope: that is what should come of it.
 * @param all oldest first
 */
export function openQuestions(
  all: readonly TroubledQuestion[],
  { withOutOfScope = false } = {},
): OpenQuestions {
  const isWanted = ({ kind, trouble }: TroubledQuestion): boolean =>
    withOutOfScope || kind === null || trouble !== "fallback";
  const troubled = all.filter(isWanted);
  const alike = likenessAmong(troubled.map(({ question }) => question));
  const sentences = troubled.map(({ language, question }) => `${language} ${normalise(question)}`);
  const leaders: { readonly at: number; readonly members: number[] | null }[] = [];
  const bySentence = new Map<string, (typeof leaders)[number]>();
  let ignored = 0;

  for (const [at, { language, revision }] of troubled.entries()) {
    const sentence = sentences[at] ?? "";
    if (revision?.does === "ignore") {
      const leader = { at, members: null };
      leaders.push(leader);
      bySentence.set(sentence, leader);
    } else if (revision === null) {
      const group = bySentence.get(sentence) ?? mostAlike(at, language);
      if (!group) {
        const leader = { at, members: [at] };
        leaders.push(leader);
        bySentence.set(sentence, leader);
      } else if (group.members) group.members.push(at);
      else ignored += 1;
    }
  }
  const groups = leaders.flatMap(({ members }) => {
    const questions = (members ?? []).flatMap((at) => troubled[at] ?? []);
    const [first] = questions;
    return first ? [{ id: first.turn, questions }] : [];
  });
  const latest = ({ questions }: QuestionGroup): number => questions.at(-1)?.at ?? 0;
  return {
    groups: groups.sort((a, b) => b.questions.length - a.questions.length || latest(b) - latest(a)),
    ignored,
    outOfScope: all.filter((question) => !isWanted(question) && question.revision === null).length,
  };

  function mostAlike(at: number, language: string): (typeof leaders)[number] | undefined {
    let best: (typeof leaders)[number] | undefined;
    let highest = ALIKE;
    for (const leader of leaders) {
      if (troubled[leader.at]?.language !== language) continue;
      const likeness = alike(leader.at, at);
      if (likeness < highest) continue;
      highest = likeness;
      best = leader;
    }
    return best;
  }
}

/** The different wordings of a group, the most frequent first, of equal ones the earlier; spelling aside. */
export function wordings({
  questions,
}: QuestionGroup): { readonly question: string; readonly count: number }[] {
  const counts = new Map<string, { question: string; count: number }>();
  for (const { question } of questions) {
    const known = counts.get(normalise(question));
    if (known) known.count += 1;
    else counts.set(normalise(question), { question, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
