import { topicsButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Button, HandoverEnd, OpenHandover, PastHandover } from "../vocabulary/index.js";
import { updateCard } from "./card.js";
import { after, type HandoverMove, stateOf } from "./states.js";
import { type HandoverStep, ignored } from "./step.js";

/**
 * Gives the conversation back to the assistant, which greets the return in one sentence. Where somebody had answered, the
 * guest may say how it was, and have it in short.
 * @param by the name of whoever ends it, where that is not who has it
 */
export function end(
  move: Extract<HandoverMove, "back" | "close" | "silence" | "unanswered" | "gone">,
  how: HandoverEnd,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
  by?: string,
): HandoverStep {
  if (after(stateOf(handover), move) !== "bot") return ignored("it cannot end so");
  const { number, claim } = handover;
  updateCard("over", handover, input, reply);
  if (move !== "gone")
    reply.say(reply.words(`handover.end.${how}`, { name: by ?? claim?.name, number }), {
      buttons: claim ? afterwards(handover, reply) : [topicsButton(reply)],
    });
  return {
    outcome: "notice",
    reasons: [`the handover ended: ${how}`],
    handover: null,
    ...(claim ? { past: pastOf(handover, claim, input.now) } : {}),
    changes: [{ does: "end", number, end: how }],
  };
}

/** One tap of satisfaction, and what was said in short. */
function afterwards({ number }: OpenHandover, reply: Reply): Button[] {
  const rate = (key: string, points: number): Button =>
    reply.button(reply.label(key), { does: "rate-handover", number, points });
  return [
    rate("button.handover.good", 5),
    rate("button.handover.bad", 1),
    reply.button(reply.label("button.handover.summary"), { does: "handover-summary", number }),
    topicsButton(reply),
  ];
}

function pastOf(
  { number, partner, room, threads, card, askedAt }: OpenHandover,
  { staff, name }: NonNullable<OpenHandover["claim"]>,
  now: number,
): PastHandover {
  return {
    number,
    partner,
    room,
    threads,
    card,
    staff,
    name,
    askedAt,
    closedAt: new Date(now).toISOString(),
  };
}
