import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Form } from "../knowledge/model.js";
import type { OpenForm } from "../vocabulary/index.js";
import { stillFits } from "./check.js";
import { askedField, nextUnanswered, onlyAsked } from "./path.js";
import type { FormTurn } from "./turn.js";

/** An open form in the middle of a turn. */
export interface FormStep {
  readonly form: Form;
  readonly open: OpenForm;
  readonly input: DecisionInput;
  readonly reply: Reply;
}

/**
 * The open form, touched now and brought in line with the form as it is today: staff may have changed or removed
 * fields and options since the last step. Null where none is open or its form is gone.
 */
export function currentStep(input: DecisionInput, reply: Reply): FormStep | null {
  const open = input.conversation.state.form;
  const form = open && input.knowledge.forms.get(open.form);
  if (!open || !form) return null;
  const { today } = input.facts;
  const fitting = Object.fromEntries(
    Object.entries(open.answers).filter(([id, value]) => {
      const field = form.fields.find((candidate) => candidate.id === id);
      return field !== undefined && stillFits(field, value, today);
    }),
  );
  const answers = onlyAsked(form, fitting);
  const asks = askedField(form, answers, open.asks) ? open.asks : nextUnanswered(form, answers);
  return { form, open: { ...open, answers, asks, touchedAt: nowOf(input) }, input, reply };
}

/** The same step with another state of the form; what was pending is settled by it unless it says otherwise. */
export function moved(step: FormStep, changes: Partial<OpenForm>): FormStep {
  const { pending: _, ...open } = step.open;
  return { ...step, open: { ...open, ...changes } };
}

/** The step goes on with this state. */
export function goesOn({ open }: FormStep, ...reasons: readonly string[]): FormTurn {
  return { outcome: "form", reasons, form: open, timers: [] };
}

/** Nothing about an open form changes. */
export function unchanged(input: DecisionInput, reason: string): FormTurn {
  return { outcome: "form", reasons: [reason], form: input.conversation.state.form, timers: [] };
}

/** The form is closed, and what was entered is dropped. */
export function closed(...reasons: readonly string[]): FormTurn {
  return { outcome: "form", reasons, form: null, timers: [] };
}

/** ISO 8601. */
export function nowOf({ now }: DecisionInput): string {
  return new Date(now).toISOString();
}

/** `{partner}` in the texts of a form that goes to somebody outside. */
export function partnerValues({ open, input, reply }: FormStep): { readonly partner?: string } {
  const partner = input.knowledge.partners.get(open.partner ?? "")?.name[reply.language];
  return partner === undefined ? {} : { partner };
}
