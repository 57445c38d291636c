import type { DecisionInput } from "../conversation/input.js";
import { isPlainQuestion } from "../conversation/plain-question.js";
import type { Reply } from "../conversation/reply.js";
import { askAgain, type FormTurn } from "../forms/index.js";
import { openTicket } from "../handover/ask.js";
import { mailEnquiry } from "../handover/mail.js";
import { reminderTimers } from "./reminder.js";
import { routedPartner } from "./routed.js";
import type { Turn } from "./turn.js";

/**
 * A step of a form as a turn. A seat that it took brings a reminder, if the guest wants one; a message that was left goes
 * to the staff who answer it here, an enquiry to somebody outside by e-mail.
 */
export function formStep(step: FormTurn, input: DecisionInput, reply: Reply): Turn {
  const form = step.form?.form ?? step.submission?.form ?? input.conversation.state.form?.form;
  return {
    outcome: "form",
    reasons: step.reasons,
    openForm: step.form,
    timers: [...step.timers, ...reminderTimers(step.bookings ?? [], input)],
    ...(form === undefined ? {} : { form }),
    ...(step.submission ? { submission: step.submission } : {}),
    ...(step.bookings ? { bookings: step.bookings } : {}),
    ...(step.seat ? { seat: step.seat } : {}),
    ...passedOn(step),
  };

  function passedOn({ submission }: FormTurn): Partial<Turn> {
    const opens = submission && input.knowledge.forms.get(submission.form)?.opens;
    if (!submission || !opens) return {};
    if (opens === "partner") {
      const partner = input.knowledge.partners.get(input.conversation.state.form?.partner ?? "");
      const agrees = submission.answers.some(({ field, value }) => field === "consent" && value === "yes");
      if (partner && agrees) mailEnquiry(submission, partner, input, reply);
      return {};
    }
    const { timers = [], ...ticket } = openTicket(
      submission,
      routedPartner(input, reply.language),
      input,
      reply,
    );
    return { ...ticket, timers: [...step.timers, ...timers] };
  }
}

/**
 * What was said besides leaves an open form as it is: its question is asked again below. Words that are not plainly a
 * question may be an answer that was misunderstood; they do not become the topic, which is stored as it was asked.
 */
export function thenAskAgain(turn: Turn, input: DecisionInput, reply: Reply): Turn {
  // a person is fetched: what the form asks is no longer what matters
  if (!input.conversation.state.form || turn.handover) return turn;
  const step = askAgain(input, reply);
  const asked = input.words === null || isPlainQuestion(input.words);
  const { topic: _, ...aside } = turn;
  return {
    ...(asked ? turn : aside),
    openForm: step.form,
    timers: [...(turn.timers ?? []), ...step.timers],
    reasons: [...turn.reasons, ...step.reasons],
  };
}
