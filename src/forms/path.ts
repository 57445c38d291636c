import type { Form, FormField } from "../knowledge/model.js";
import type { FormAnswer, OpenForm } from "../vocabulary/index.js";

/** What was answered so far, by field. */
export type Answers = OpenForm["answers"];

/** In the place of a field's id: nothing is left to ask. */
export const SUMMARY = "summary";

/** The fields that are asked with these answers, in their order. */
export function askedFields(form: Form, answers: Answers): FormField[] {
  const asked = new Set<string>();
  return form.fields.filter(({ id, when }) => {
    const needed = when === null || (asked.has(when.field) && when.is.includes(answers[when.field] ?? ""));
    if (needed) asked.add(id);
    return needed;
  });
}

/** The field with this id, where it is asked with these answers. */
export function askedField(form: Form, answers: Answers, id: string): FormField | undefined {
  return askedFields(form, answers).find((field) => field.id === id);
}

/** The first field that has no answer yet, or the summary. */
export function nextUnanswered(form: Form, answers: Answers): string {
  return askedFields(form, answers).find(({ id }) => !Object.hasOwn(answers, id))?.id ?? SUMMARY;
}

/** The field that is asked before this one, or before the summary; null before the first. */
export function fieldBefore(form: Form, answers: Answers, asks: string): FormField | null {
  const fields = askedFields(form, answers);
  const index = asks === SUMMARY ? fields.length : fields.findIndex(({ id }) => id === asks);
  return fields[index - 1] ?? null;
}

/** The answers with this one, without those that it makes unnecessary. */
export function withAnswer(form: Form, answers: Answers, field: string, value: FormAnswer): Answers {
  return onlyAsked(form, { ...answers, [field]: value });
}

/** The answers to fields that are asked; no others are kept. */
export function onlyAsked(form: Form, answers: Answers): Answers {
  const asked = askedFields(form, answers);
  return Object.fromEntries(
    asked.flatMap(({ id }) => {
      const value = answers[id];
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}
