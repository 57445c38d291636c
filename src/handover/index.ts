import type { DecisionInput } from "../conversation/input.js";
import { type Reply, reply as startReply } from "../conversation/reply.js";
import type { Decision, StaffAct } from "../vocabulary/index.js";
import { type GuestStep, onGuest } from "./guest.js";
import { link } from "./link.js";
import { onTime } from "./on-time.js";
import { onStaffAct } from "./staff-act.js";
import { onStaffEdit, onStaffLine } from "./staff-line.js";
import { hint } from "./staff-words.js";
import { partsOf, staffOnly, stateAfter } from "./step.js";

export { codeIn } from "./link.js";
export { isStaffRoom, readIn } from "./rooms.js";

/** What a guest says at any time to the assistant, whoever has the conversation. */
export type IsForTheBot = (text: string) => boolean;

/**
 * Decides while a person is asked for or has the conversation, on all that staff do, and on what time brings about in a
 * handover. Null: it is the assistant's. Pure, like every decision.
 */
export function decideHandover(input: DecisionInput, isForTheBot: IsForTheBot): Decision | null {
  const { state } = input.conversation;
  const answer = startReply(input, state.language);
  if (input.linking) {
    const { links, ...step } = link(input.linking, answer);
    return { ...conclude(step, input, answer), ...(links ? { links } : {}) };
  }
  const step = stepFor(input, answer, isForTheBot);
  return step && conclude(step, input, answer);
}

function stepFor(input: DecisionInput, reply: Reply, isForTheBot: IsForTheBot): GuestStep | null {
  const { what } = input.event;
  if (input.staff) return onStaff(input, reply);
  if (what.kind === "timer") return onTime(what.name, input, reply);
  const { handover, owner } = input.conversation.state;
  if (!handover || owner === "bot") return null;
  if (what.kind === "message" && isForTheBot(input.words ?? "")) return null;
  return onGuest(handover, input, reply);
}

function onStaff(input: DecisionInput, reply: Reply): GuestStep {
  const { what } = input.event;
  switch (what.kind) {
    case "message":
      return onStaffLine(what.text, what.attachments.length > 0, input, reply);
    case "edit":
      return onStaffEdit(what.text, input, reply);
    case "deletion":
      return onStaffEdit(null, input, reply);
    case "action": {
      const act = input.action && input.action !== "expired" ? input.action.act : null;
      if (act?.does.startsWith("staff-")) return onStaffAct(act as StaffAct, input, reply);
      hint("staff.hint.expired", input, reply);
      return staffOnly("a button that means nothing any more");
    }
    case "membership":
    case "timer":
      return staffOnly(what.kind);
  }
}

function conclude(step: GuestStep, input: DecisionInput, reply: Reply): Decision {
  const { state, owner, version } = input.conversation;
  const { say, actions, said } = reply.done();
  const form = step.openForm === undefined ? state.form : step.openForm;
  return {
    say,
    actions,
    timers: step.timers ?? [],
    ...partsOf(step),
    state: { ...stateAfter(state, step), form, said: said.length > 0 ? said : state.said },
    log: {
      outcome: step.outcome,
      intents: [],
      answered: [],
      ...(step.openForm ? { form: step.openForm.form } : {}),
      language: state.language,
      knowledge: input.knowledge.version,
      reasons: step.reasons,
    },
    expects: { owner, version },
  };
}
