import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { OpenForm } from "../vocabulary/index.js";
import { beginButton } from "./ask.js";
import { closed } from "./step.js";
import type { FormTurn } from "./turn.js";

/** The timer that comes when a form may have been left. */
export const EXPIRY_TIMER = "form-expires";

/** A draft is dropped this long after the guest last touched it: WCAG 2.2.1 exempts limits of more than 20 hours. */
const LIFE = 24 * 3_600_000;

/** When a form expires that is not touched again, ISO 8601. */
export function expiryAfter({ touchedAt }: Pick<OpenForm, "touchedAt">): string {
  return new Date(Date.parse(touchedAt) + LIFE).toISOString();
}

/**
 * The timer "form-expires". Drops a draft that was not touched for 24 hours and says so. A form that was touched since
 * is put off: its turn says nothing, keeps the form and sets the next timer. Null when there is nothing to do: the form
 * is closed, or the timer was an earlier form's.
 */
export function expireForm(input: DecisionInput, reply: Reply): FormTurn | null {
  const { form: open } = input.conversation.state;
  // a form that is younger has a timer of its own
  if (!open || input.now < Date.parse(open.startedAt) + LIFE) return null;
  const at = expiryAfter(open);
  if (input.now < Date.parse(at)) {
    return {
      outcome: "form",
      reasons: [`form "${open.form}" was touched since: expiry put off`],
      form: open,
      timers: [{ at, name: EXPIRY_TIMER }],
    };
  }
  const form = input.knowledge.forms.get(open.form);
  reply.say(reply.words("form.expired", { title: form?.title[reply.language] ?? "" }), {
    buttons: form ? [beginButton(reply.label("form.button.again"), form, open.seminar ?? null, reply)] : [],
  });
  return closed(`form "${open.form}" expired`);
}
