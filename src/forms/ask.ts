import { personButton } from "../conversation/buttons.js";
import type { Reply } from "../conversation/reply.js";
import type { Form, FormField } from "../knowledge/model.js";
import type { Act, Button, RichText } from "../vocabulary/index.js";
import { shown } from "./check.js";
import type { Checked } from "./checked.js";
import { askedField, askedFields, fieldBefore, nextUnanswered, SUMMARY } from "./path.js";
import { seminarWords } from "./seminar.js";
import { closed, type FormStep, goesOn, moved, partnerValues } from "./step.js";
import type { FormTurn } from "./turn.js";

/** So many unusable answers in a row, and another way is offered. */
const PATIENCE = 3;

/** Asks what is to be asked next: the question of the field, or the summary. `lead` stands before it. */
export function ask(step: FormStep, lead: RichText = []): FormTurn {
  return question(step, { lead, more: [], repeats: true });
}

/** @param how.repeats what was answered to this field before is shown. */
function question(
  step: FormStep,
  { lead, more, repeats }: { lead: RichText; more: readonly Button[]; repeats: boolean },
): FormTurn {
  const field = askedField(step.form, step.open.answers, step.open.asks);
  if (!field) return summarise(step, lead);
  const { open, reply, form } = step;
  const before = open.answers[field.id];
  const soFar =
    before && repeats ? reply.words("form.so-far", { answer: shown(field, before, reply.language) }) : [];
  const keep =
    open.pending !== undefined
      ? [move(step, "keep", "my-answer")]
      : before
        ? [move(step, "keep", "leave")]
        : [];
  reply.say([...lead, ...reply.fill(field.question[reply.language], partnerValues(step)), ...soFar], {
    buttons: [...optionButtons(step, field), ...keep, ...navigation(step, field), ...more],
  });
  return goesOn(step, `asked "${field.id}" of form "${form.id}"`);
}

/** Asks the first unanswered field, or shows the summary when there is none. */
export function askNext(step: FormStep, lead: RichText = []): FormTurn {
  const asks = nextUnanswered(step.form, step.open.answers);
  return ask(moved(step, { asks, failures: 0, correcting: step.open.correcting && asks !== SUMMARY }), lead);
}

/** Says what is wrong with an answer and what is expected. Nothing that was answered before is touched. */
export function refuse(step: FormStep, field: FormField, fault: Extract<Checked, { ok: false }>): FormTurn {
  const { form, reply } = step;
  const failures = step.open.failures + 1;
  const next = moved(step, {
    failures,
    ...(fault.suggestion === undefined ? {} : { pending: fault.suggestion }),
  });
  const stuck = failures >= PATIENCE;
  const text = reply.words(`form.fault.${fault.fault}`, {
    ...fault.values,
    ...(fault.suggestion === undefined ? {} : { suggestion: fault.suggestion }),
  });
  const help = stuck ? reply.words(field.optional ? "form.stuck.optional" : "form.stuck") : [];
  reply.say([...text, ...help], {
    buttons: [
      ...(fault.days ?? []).map((day) =>
        reply.button(shown(field, day, reply.language), {
          does: "form-choose",
          field: field.id,
          option: day,
        }),
      ),
      ...(fault.suggestion === undefined ? [] : [move(next, "keep", "suggestion")]),
      ...optionButtons(next, field),
      ...navigation(next, field),
      ...(stuck ? [personButton(reply)] : []),
    ],
  });
  return goesOn(next, `unusable answer to "${field.id}" of form "${form.id}" (${fault.fault})`);
}

/** Shows everything that was entered, to be sent, changed or dropped. */
export function summarise(step: FormStep, lead: RichText = []): FormTurn {
  const { form, reply } = step;
  const about = seminarWords(step);
  if ("obstacle" in about) {
    reply.say([...lead, ...about.obstacle.text], { links: about.obstacle.links });
    return closed(`closed form "${form.id}": ${about.obstacle.reason}`);
  }
  const next = moved(step, {
    asks: SUMMARY,
    correcting: false,
    failures: 0,
    ...(about.fingerprint === undefined ? {} : { fingerprint: about.fingerprint }),
  });
  const text = reply.words("form.summary", {
    title: form.title[reply.language],
    answers: answersAsList(next),
    seminar: about.text,
  });
  reply.say([...lead, ...text], { buttons: summaryButtons(next) });
  return goesOn(next, `showed the summary of form "${form.id}"`);
}

/** Which field is to be changed? */
export function askWhichField(step: FormStep): FormTurn {
  const { form, open, reply } = step;
  const next = moved(step, { asks: SUMMARY, correcting: false });
  reply.say(reply.words("form.which-field"), {
    buttons: [
      ...askedFields(form, open.answers).map(({ id, label }) =>
        reply.button(label[reply.language], { does: "form-correct", field: id }),
      ),
      move(next, "resume", "to-summary"),
      move(next, "cancel", "cancel"),
    ],
  });
  return goesOn(next, `asked which field of form "${form.id}" to change`);
}

/** What the guest reads again when something else came between. Short: what was entered is not repeated, since it stands under an answer that is logged. */
export function remind(step: FormStep, more: readonly Button[] = []): FormTurn {
  const { form, open, reply } = step;
  const title = form.title[reply.language];
  if (open.asks !== SUMMARY)
    return question(step, { lead: reply.words("form.again", { title }), more, repeats: false });
  reply.say(reply.words("form.again.summary", { title }), { buttons: [...summaryButtons(step), ...more] });
  return goesOn(step, `reminded of the summary of form "${form.id}"`);
}

/** A button that moves in the form. */
export function move(
  { reply }: FormStep,
  to: Extract<Act, { does: "form-move" }>["to"],
  label: string,
  field?: string,
): Button {
  return reply.button(reply.label(`form.button.${label}`), {
    does: "form-move",
    to,
    ...(field === undefined ? {} : { field }),
  });
}

/**
 * A button that begins a form.
 * @param instead whatever is open is dropped for it
 */
export function beginButton(
  label: string,
  { id }: Pick<Form, "id">,
  seminar: string | null,
  reply: Reply,
  { instead } = { instead: false },
): Button {
  return reply.button(label, {
    does: "form",
    form: id,
    ...(seminar === null ? {} : { seminar }),
    ...(instead ? { instead } : {}),
  });
}

/** What can be done with the summary. */
export function summaryButtons(step: FormStep): Button[] {
  return [move(step, "confirm", "send"), move(step, "correct", "change"), move(step, "cancel", "cancel")];
}

function optionButtons({ reply }: FormStep, field: FormField): Button[] {
  return field.options.map(({ id, label }) =>
    reply.button(label[reply.language], { does: "form-choose", field: field.id, option: id }),
  );
}

/** Back (but from the first question), skip (where it may be left out), cancel. */
function navigation(step: FormStep, field: FormField): Button[] {
  const { form, open } = step;
  const isFirst = !open.correcting && fieldBefore(form, open.answers, field.id) === null;
  return [
    ...(isFirst ? [] : [move(step, "back", "back")]),
    ...(field.optional ? [move(step, "skip", "skip", field.id)] : []),
    move(step, "cancel", "cancel"),
  ];
}

function answersAsList({ form, open, reply }: FormStep): RichText {
  const items = askedFields(form, open.answers).flatMap((field) => {
    const value = open.answers[field.id] ?? null;
    const answer = value === null ? reply.label("form.left-out") : shown(field, value, reply.language);
    const [line] = reply.words("form.summary.line", { label: field.label[reply.language], answer });
    return line?.type === "paragraph" ? [line.children] : [];
  });
  return [{ type: "list", ordered: false, items }];
}
