import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { keyOf } from "../conversation/said.js";
import type { AnsweredBefore, ConversationState, Decision, Say } from "../vocabulary/index.js";
import { FIRST_CONTACT, NOTICE_OF_THE_DAY, type Turn } from "./turn.js";

/** So long after its answer a changed message is answered anew, in milliseconds. */
const WINDOW = 60_000;

/**
 * Whether a message that the guest changed is answered anew: it is the last thing that was said, was answered less than a
 * minute before, and what came of it was words alone; an answer in a form, or a seat given back, is not undone by it.
 */
export function isAnsweredAnew(edited: AnsweredBefore, { said }: ConversationState): boolean {
  return (
    edited.last &&
    edited.age < WINDOW &&
    !["form", "relayed", "staff", "handover"].includes(edited.outcome) &&
    !said.some((name) => keyOf(name).startsWith("booking.withdrawn"))
  );
}

/**
 * What was said in answer to the first version is taken back, so it counts as not said: first contact is told again, and
 * a question that was not understood counts once. What that turn changed beside (the topic, the language) stays: the
 * second version mostly puts a slip right and means the same, and where it does not, it moves them on like any question.
 */
export function beforeEdit(input: DecisionInput): DecisionInput {
  const { edited, conversation } = input;
  if (input.event.what.kind !== "edit" || input.text === null || !edited) return input;
  const { state } = conversation;
  const saidNow = (key: string): boolean => state.said.some((name) => keyOf(name) === key);
  return {
    ...input,
    conversation: {
      ...conversation,
      state: {
        ...state,
        disclosed: state.disclosed && !saidNow(FIRST_CONTACT),
        noticed: saidNow(NOTICE_OF_THE_DAY) ? null : state.noticed,
        clarification: null,
        fallbacksInARow: Math.max(0, state.fallbacksInARow - (edited.outcome === "fallback" ? 1 : 0)),
        said: [],
      },
    },
  };
}

/** A change that comes too late, or to what is no question. Only in an open form the guest must know what counts. */
export function onEdit({ edited, conversation: { state } }: DecisionInput, reply: Reply): Turn {
  if (!edited?.last || edited.outcome !== "form" || !state.form)
    return { outcome: "ignored", reasons: ["a message was changed: nothing to do"] };
  reply.say(reply.words("form.edited"));
  return {
    outcome: "form",
    form: state.form.form,
    reasons: ["an answer in a form was changed: the first version counts"],
  };
}

/** Lets what is said take the place of what was, in order; of what was said too much, it takes back the rest. */
export function inPlace(
  say: readonly Say[],
  input: DecisionInput,
  language: ConversationState["language"],
): Pick<Decision, "say" | "inPlaceOf"> {
  const { edited, text, event, eventId, conversation } = input;
  if (event.what.kind !== "edit" || text === null || !edited) return { say };
  const { answers, turn } = edited;
  const replacing = say.map((one, index) => {
    const replaces = answers[index];
    return replaces === undefined ? one : { ...one, replaces };
  });
  const takenBack = answers.slice(say.length).map((replaces, index) => ({
    to: conversation.place,
    message: { id: `${eventId}.${say.length + index}`, language, text: [] },
    replaces,
  }));
  return { say: [...replacing, ...takenBack], inPlaceOf: turn };
}
