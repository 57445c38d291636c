import { seminarIntent } from "../conversation/seminar-intent.js";
import type { Knowledge, Seminar } from "../knowledge/model.js";
import type { UnderstandingContext } from "../nlu/model.js";
import type { ConversationState, IntentId, Language, Topic } from "../vocabulary/index.js";

/** After so many guest turns a topic no longer completes a question. */
const TURNS = 5;
/** After so many milliseconds a topic no longer completes a question. */
const AGE = 30 * 60_000;
/** A chain of follow-ups keeps at most this many characters of what was asked. */
const QUESTION_LENGTH = 300;

/** The topic of the conversation, if it still is one: within 5 turns and 30 minutes. */
export function liveTopic(state: ConversationState, now: number): Topic | null {
  const { topic } = state;
  if (!topic || topic.turns >= TURNS || now - Date.parse(topic.at) > AGE) return null;
  return topic;
}

/** What the understanding of the next message may lean on. While a form is open, "Wer liest das?" is about the form. */
export function contextOf(
  state: ConversationState,
  knowledge: Knowledge,
  now: number,
): UnderstandingContext | undefined {
  const topic = state.form ? null : liveTopic(state, now);
  if (!topic) return undefined;
  const related = topic.intents.flatMap((id) => knowledge.intents.get(id)?.related ?? []);
  return {
    previous: topic.question || titleOf(topic, knowledge, state.language),
    intents: topic.intents,
    related,
  };
}

/** What the topic is about, in words; of a topic that was carried over from another channel there is no question. */
export function titleOf(
  { intents, seminar }: Topic,
  { seminars, intents: known }: Knowledge,
  language: Language,
): string {
  const about = seminars.find(({ id }) => id === seminar);
  const [first] = intents.flatMap((id) => known.get(id) ?? []);
  return (about ?? first)?.title[language] ?? "";
}

/** The topic after a turn that answered something. */
export function movedTopic(
  before: Topic | null,
  turn: {
    readonly answered: readonly IntentId[];
    readonly question: string;
    readonly followUp: boolean;
    readonly seminar: string | null;
    readonly now: number;
  },
): Topic {
  const stays = turn.followUp && before !== null && turn.answered.every((id) => before.intents.includes(id));
  const question =
    !turn.followUp || !before
      ? turn.question
      : stays
        ? before.question
        : `${before.question} ${turn.question}`;
  const seminar = turn.seminar ?? (turn.followUp ? before?.seminar : undefined);
  return {
    intents: turn.answered,
    question: question.slice(-QUESTION_LENGTH),
    ...(seminar ? { seminar } : {}),
    at: new Date(turn.now).toISOString(),
    turns: 0,
  };
}

/** The topic after something was said about a seminar that nobody asked about: "Wo ist das?" is about that one. */
export function seminarTopic(seminar: Seminar, knowledge: Knowledge, language: Language, now: number): Topic {
  const details = seminarIntent(knowledge, "details");
  return {
    intents: details === null ? [] : [details],
    question: seminar.title[language],
    seminar: seminar.id,
    at: new Date(now).toISOString(),
    turns: 0,
  };
}

/** The topic after a turn that answered nothing: it grows older. */
export function agedTopic(topic: Topic | null): Topic | null {
  return topic && { ...topic, turns: topic.turns + 1 };
}
