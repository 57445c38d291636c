import type { DecisionInput } from "../conversation/input.js";
import { type Reply, reply } from "../conversation/reply.js";
import { partsOf, stateAfter } from "../handover/step.js";
import type { Decision, Language } from "../vocabulary/index.js";
import { onAction } from "./action.js";
import { initialState } from "./beginning.js";
import { beforeEdit, inPlace, onEdit } from "./edited.js";
import { languageOf } from "./language.js";
import { onMessage } from "./message.js";
import { onTimer } from "./notices.js";
import { isForTheBot } from "./own-matters.js";
import { agedTopic } from "./topic.js";
import { introduce, type Turn } from "./turn.js";

export { initialState } from "./beginning.js";
export { type Command, commandIn } from "./command.js";
export { isAnsweredAnew } from "./edited.js";
export { isForTheBot } from "./own-matters.js";
export { contextOf } from "./topic.js";

/**
 * Decides what the desk says and remembers while the bot owns the conversation. Pure: the same input, the same
 * decision; nothing has happened when it returns.
 */
export function decide(given: DecisionInput): Decision {
  const input = beforeEdit(given);
  const { state } = input.conversation;
  const asked = languageOf(input);
  if (state.form && asked !== state.language) {
    const decision = decideIn(state.language, input);
    // "English Tea House" as the name of a firm asks for no other language
    if (decision.log.outcome === "form") return decision;
  }
  return decideIn(asked, input);
}

function decideIn(language: Language, input: DecisionInput): Decision {
  const answer = reply(input, language);
  return conclude(input, answer, turnFor(input, answer));
}

function turnFor(input: DecisionInput, answer: Reply): Turn {
  const { what } = input.event;
  const off = input.knowledge.office.switchedOff[input.event.channel];
  if (off) {
    // nobody asked: what is switched off says nothing of its own accord
    if (what.kind === "timer") return { outcome: "ignored", reasons: ["the channel is switched off"] };
    answer.say(answer.fill(off[answer.language]));
    return { outcome: "ignored", reasons: ["the office has switched this channel off"] };
  }
  // a seat that became free is told whoever has the conversation
  if (what.kind === "timer") return onTimer(what.name, input, answer);
  if (
    what.kind === "message" &&
    input.conversation.owner !== "bot" &&
    !isForTheBot(input.words ?? "", input.conversation.state)
  )
    return { outcome: "ignored", reasons: [`the conversation is with: ${input.conversation.owner}`] };
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
      return input.text === null ? onEdit(input, answer) : onMessage(input, answer);
    case "deletion":
      return { outcome: "ignored", reasons: ["a message was taken back"] };
  }
}

/** Puts what the turn changed on top of what was, and what was said into the decision. */
function conclude(input: DecisionInput, answer: Reply, turn: Turn): Decision {
  const { state, owner, version } = input.conversation;
  const { say, actions, said } = answer.done();
  const { language } = answer;
  const { carried, ...kept } = state;
  // what is asked about a form does not belong to the topic, so the topic does not grow old by it
  const ages = input.event.what.kind === "message" && turn.outcome !== "form";
  const aside = turn.outcome === "feedback" || turn.outcome === "notice";
  return {
    ...inPlace(say, input, language),
    actions,
    timers: turn.timers ?? [],
    ...(turn.submission ? { submission: turn.submission } : {}),
    ...(turn.bookings?.length ? { bookings: turn.bookings } : {}),
    ...(turn.erase ? { erase: true } : {}),
    ...partsOf(turn),
    state: turn.erase
      ? { ...initialState, language, languageHeld: state.languageHeld }
      : {
          ...stateAfter(kept, turn),
          // told together with first contact
          ...(carried && !turn.disclosed ? { carried } : {}),
          language,
          languageHeld: turn.languageHeld ?? state.languageHeld,
          disclosed: state.disclosed || turn.disclosed === true,
          noticed: turn.noticed ?? state.noticed,
          topic: turn.topic ?? (ages ? agedTopic(state.topic) : state.topic),
          clarification: turn.clarification ?? (aside ? state.clarification : null),
          fallbacksInARow:
            turn.outcome === "fallback" ? state.fallbacksInARow + 1 : aside ? state.fallbacksInARow : 0,
          said: said.length > 0 ? said : state.said,
          form: turn.openForm === undefined ? state.form : turn.openForm,
        },
    log: {
      outcome: turn.outcome,
      intents: turn.intents ?? [],
      answered: turn.answered ?? [],
      ...(turn.kind === undefined ? {} : { kind: turn.kind }),
      ...(turn.expired ? { expired: true } : {}),
      ...(turn.form === undefined ? {} : { form: turn.form }),
      ...(turn.rated === undefined ? {} : { rated: turn.rated }),
      ...(turn.guessed ? { guessed: true } : {}),
      ...(turn.refused === undefined ? {} : { refused: turn.refused }),
      language,
      knowledge: input.knowledge.version,
      reasons: turn.reasons,
    },
    expects: { owner, version, ...(turn.seat ? { seat: turn.seat } : {}) },
  };
}
