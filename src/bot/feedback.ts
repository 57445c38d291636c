import { personButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Act, Button, FeedbackReason } from "../vocabulary/index.js";
import { waysToOffice } from "./offered-form.js";
import type { Answered } from "./turn.js";

/** What can have been wrong with an answer, in the order of the buttons. */
const REASONS: readonly FeedbackReason[] = ["misunderstood", "incomplete", "unclear", "outdated"];

/** "Helpful / not helpful" on every FAQ answer. */
export function thumbs(input: DecisionInput, reply: Reply): Button[] {
  const rate = (helpful: boolean) => ({ does: "rate", turn: input.eventId, helpful }) as const;
  return [
    reply.button(reply.label("button.helpful"), rate(true)),
    reply.button(reply.label("button.not-helpful"), rate(false)),
  ];
}

/**
 * Thanks for a rating. Of an answer that did not help it asks once what was wrong; the last word of the guest counts.
 */
export function onRating(
  { turn, helpful, reason }: Extract<Act, { does: "rate" }>,
  input: DecisionInput,
  reply: Reply,
): Answered {
  if (helpful) reply.say(reply.words("feedback.helpful"));
  else if (reason) reply.say(reply.words("feedback.reason"), waysOn(input, reply));
  else
    reply.say(reply.words("feedback.not-helpful"), {
      buttons: [
        ...REASONS.map((candidate) =>
          reply.button(reply.label(`button.feedback.${candidate}`), {
            does: "rate",
            turn,
            helpful: false,
            reason: candidate,
          }),
        ),
        personButton(reply),
      ],
    });
  return {
    outcome: "feedback",
    rated: { turn, helpful, ...(reason && !helpful ? { reason } : {}) },
    reasons: [reason && !helpful ? `said what was wrong with an answer: ${reason}` : "rated an answer"],
  };
}

function waysOn(input: DecisionInput, reply: Reply) {
  const { buttons, links } = waysToOffice(input, reply);
  return { buttons: [personButton(reply), ...buttons], links };
}
