import type { DecisionInput } from "../conversation/input.js";
import { type Reply, reply } from "../conversation/reply.js";
import type { ConversationState, Decision } from "../vocabulary/index.js";
import { onAction } from "./action.js";
import { languageOf } from "./language.js";
import { onMessage } from "./message.js";
import { agedTopic } from "./topic.js";
import { introduce, type Turn } from "./turn.js";

export { contextOf } from "./topic.js";

/** How a conversation begins: with the bot, in German, nothing said yet. */
export const initialState: ConversationState = {
  owner: "bot",
  language: "de",
  languageHeld: false,
  disclosed: false,
  noticed: null,
  topic: null,
  clarification: null,
  fallbacksInARow: 0,
  said: [],
  form: null,
};

/**
 * Decides what the desk says and remembers while the bot owns the conversation. Pure: the same input, the same
 * decision; nothing has happened when it returns.
 */
export function decide(input: DecisionInput): Decision {
  const language = languageOf(input);
  const answer = reply(input, language);
  return conclude(input, answer, turnFor(input, answer));
}

function turnFor(input: DecisionInput, answer: Reply): Turn {
  const off = input.knowledge.office.switchedOff[input.event.channel];
  if (off) {
    answer.say(answer.fill(off[answer.language]));
    return { outcome: "ignored", reasons: ["the office has switched this channel off"] };
  }
  if (input.conversation.owner !== "bot") {
    return { outcome: "ignored", reasons: [`the conversation is with: ${input.conversation.owner}`] };
  }
  const { what } = input.event;
  switch (what.kind) {
    case "message":
      return onMessage(input, answer);
    case "action":
      return onAction(input, answer);
    case "membership":
      if (what.change !== "joined") return { outcome: "ignored", reasons: [`membership: ${what.change}`] };
      introduce(input, answer);
      return { outcome: "greeting", disclosed: true, reasons: ["a guest joined"] };
    case "edit":
    case "deletion":
    case "timer":
      return { outcome: "ignored", reasons: [`${what.kind}: nothing to do`] };
  }
}

/** Puts what the turn changed on top of what was, and what was said into the decision. */
function conclude(input: DecisionInput, answer: Reply, turn: Turn): Decision {
  const { state, owner, version } = input.conversation;
  const { say, actions, said } = answer.done();
  const { language } = answer;
  const isMessage = input.event.what.kind === "message";
  return {
    say,
    actions,
    timers: [],
    state: {
      ...state,
      language,
      languageHeld: turn.languageHeld ?? state.languageHeld,
      disclosed: state.disclosed || turn.disclosed === true,
      noticed: turn.noticed ?? state.noticed,
      topic: turn.topic ?? (isMessage ? agedTopic(state.topic) : state.topic),
      clarification: turn.clarification ?? (turn.outcome === "feedback" ? state.clarification : null),
      fallbacksInARow:
        turn.outcome === "fallback"
          ? state.fallbacksInARow + 1
          : turn.outcome === "feedback"
            ? state.fallbacksInARow
            : 0,
      said: said.length > 0 ? said : state.said,
    },
    log: {
      outcome: turn.outcome,
      intents: turn.intents ?? [],
      answered: turn.answered ?? [],
      ...(turn.kind === undefined ? {} : { kind: turn.kind }),
      ...(turn.expired ? { expired: true } : {}),
      ...(turn.form === undefined ? {} : { form: turn.form }),
      ...(turn.rated === undefined ? {} : { rated: turn.rated }),
      language,
      knowledge: input.knowledge.version,
      reasons: turn.reasons,
    },
    expects: { owner, version },
  };
}
