import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { HandoverAct } from "../vocabulary/index.js";
import type { HandoverStep } from "./step.js";
import { summaryOf } from "./summary.js";

/** The form by which guests say more of how it was. */
const COMMENT_FORM = "handover-comment";

/** What a guest presses once a handover is over. */
export function afterHandover(
  act: Exclude<HandoverAct, { does: "ask-anyway" }>,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  switch (act.does) {
    case "back-to-bot":
      reply.say(reply.words("handover.already-back"));
      return { outcome: "handover", reasons: ["the assistant has it already"] };
    case "rate-handover": {
      const comment = input.knowledge.forms.has(COMMENT_FORM)
        ? [reply.button(reply.label("button.handover.comment"), { does: "form", form: COMMENT_FORM })]
        : [];
      reply.say(reply.words(act.points > 2 ? "handover.rated.good" : "handover.rated.bad"), {
        buttons: comment,
      });
      return {
        outcome: "feedback",
        reasons: ["said how it was with a person"],
        changes: [{ does: "rate", number: act.number, points: act.points }],
      };
    }
    case "handover-summary": {
      const file = input.caseFile;
      const past = input.conversation.state.handedOver;
      const summary =
        file && past?.number === act.number
          ? summaryOf(
              file,
              past.askedAt,
              { number: act.number, now: input.now },
              input.knowledge,
              reply.language,
            )
          : null;
      reply.say(summary ?? reply.words("handover.summary.gone"));
      return { outcome: "handover", reasons: ["showed what was said with a person"] };
    }
  }
}
