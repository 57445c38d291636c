import type { Entry } from "./entries.js";
import type { InBothLanguages } from "./format.js";
import type { FormEntry } from "./format-forms.js";
import { localised, richText } from "./languages.js";
import type { Form, Problem } from "./model.js";
import { type Names, partnerProblems, textProblems } from "./references.js";
import type { Path } from "./yaml-file.js";

/** The form of an entry. */
export function resolveForm({ value, position }: Entry<FormEntry>): Form {
  return {
    id: value.id,
    title: localised(value.title),
    letter: value.letter,
    purpose: richText(value.purpose),
    keepDays: value["keep-days"],
    booking: value.booking ?? false,
    opens: value.opens ?? null,
    responsible: value.responsible ?? null,
    fields: value.fields.map(({ id, kind, label, question, optional, options, when }) => ({
      id,
      kind,
      label: localised(label),
      question: richText(question),
      optional: optional ?? false,
      options: (options ?? []).map((option) => ({ id: option.id, label: localised(option.label) })),
      when: when ?? null,
    })),
    confirmation: richText(value.confirmation),
    at: position(),
  };
}

/**
 * Looks up what a form refers to. An unknown partner or variable is an error: nobody would read what was handed in, or
 * the guest would not be told what it is for.
 */
export function formProblems({ value, position }: Entry<FormEntry>, names: Names): Problem[] {
  const inText = (path: Path, text: InBothLanguages, filled?: readonly string[]): Problem[] =>
    (["de", "en"] as const).flatMap((language) =>
      textProblems(text[language] ?? "", names, () => position([...path, language]), filled),
    );
  // whoever it was opened for
  const partner = value.opens === "partner" ? ["partner"] : [];
  return [
    ...partnerProblems(value.responsible ?? null, names, () => position(["responsible"])),
    ...inText(["purpose"], value.purpose, partner),
    ...value.fields.flatMap(({ question }, index) =>
      inText(["fields", index, "question"], question, partner),
    ),
    ...inText(["confirmation"], value.confirmation, ["reference", ...partner]),
  ];
}

/** What is valid but could be better: a form that speaks German to guests who write English. */
export function formDoubts({ value, position }: Entry<FormEntry>): Problem[] {
  const texts = [
    value.title,
    value.purpose,
    value.confirmation,
    ...value.fields.flatMap(({ label, question, options }) => [
      label,
      question,
      ...(options ?? []).map((option) => option.label),
    ]),
  ];
  const missing = texts.filter(({ en }) => !en).length;
  return missing === 0
    ? []
    : [
        {
          severity: "warning",
          ...position(["title"]),
          message: `"${value.id}" has ${missing} of ${texts.length} texts without English; German stands in.`,
          suggestion: "Translate them.",
        },
      ];
}
