import { z } from "zod";
import { id, inBothLanguages } from "./format.js";

/** A booking form asks under this name whether somebody wants to be reminded; the desk looks for it. */
const REMINDER = "reminder";
/** A form that goes to a partner asks under this name whether that is agreed to, and has no other option than "yes". */
const CONSENT = "consent";
/** Words that stand for something else where fields are named. */
const RESERVED: readonly string[] = ["summary"];

const option = z.strictObject({
  id: id.describe("The option's id; it is what is stored."),
  label: inBothLanguages.describe("What stands on its button."),
});

const field = z
  .strictObject({
    id: id
      .refine((name) => !RESERVED.includes(name), {
        error: "is a word that the desk needs itself\nGive the field another id.",
      })
      .describe("The field's id, in English, such as email. Answers are stored under it."),
    kind: z
      .enum(["name", "text", "long-text", "email", "phone", "date", "choice"])
      .describe(
        "What is asked and how it is checked: a person's name, a line, several lines, an e-mail address, a phone number, a day, one of several options.",
      ),
    label: inBothLanguages.describe("Short, for the summary and for staff: E-Mail, Thema ..."),
    question: inBothLanguages.describe("What the guest is asked. One question, with an example if it helps."),
    optional: z.boolean().nullish().describe("true: the guest may skip it."),
    options: z.array(option).min(1).max(12).nullish().describe("Of a choice: what can be chosen."),
    when: z
      .strictObject({
        field: id.describe("Id of a choice that is asked before."),
        is: z.array(id).min(1).describe("Ids of its options with which this field is asked."),
      })
      .nullish()
      .describe(
        "Asked only after a certain choice, such as { field: reply-by, is: [phone] }. Left out: always.",
      ),
  })
  .superRefine(({ id, kind, options }, { addIssue }) => {
    if (options?.length === 1 && id !== CONSENT)
      addIssue({
        code: "custom",
        path: ["options"],
        message: "has 1 entry, at least 2 are needed\nAdd what is missing, or remove the form.",
      });
    if (kind === "choice" && !options)
      addIssue({
        code: "custom",
        path: ["options"],
        message: "is missing\nA choice needs options, such as { id: email, label: { de: ..., en: ... } }.",
      });
    if (kind !== "choice" && options)
      addIssue({
        code: "custom",
        path: ["options"],
        message: 'belongs to a choice only\nWrite "kind: choice", or remove the options.',
      });
    for (const index of repeated(options ?? []))
      addIssue({
        code: "custom",
        path: ["options", index, "id"],
        message: "occurs twice\nGive each option its own id.",
      });
  });

/** An entry of forms.yaml: something that is asked step by step. */
export const formEntry = z
  .strictObject({
    id: id.describe(
      "The form's id; intents and seminars name it. It never changes: what was handed in refers to it.",
    ),
    title: inBothLanguages.describe("What it is called, on buttons and above the summary."),
    letter: z
      .string()
      .regex(/^[A-Z]$/, { error: "is not one capital letter\nWrite one letter from A to Z." })
      .describe("The letter before the reference, such as R in R-3F2K: staff see by it what it is."),
    purpose: inBothLanguages.describe(
      "Said before the first question: what for, who reads it, that it is voluntary. Markdown. How long it is kept is added.",
    ),
    "keep-days": z
      .int()
      .min(1)
      .max(3_650)
      .describe("Days from when staff mark it as done until it is erased. The privacy notice names them."),
    booking: z
      .boolean()
      .nullish()
      .describe(
        "true: it registers for a seminar and takes a seat; seminars.yaml names it under registration.",
      ),
    opens: z
      .enum(["ticket", "partner"])
      .nullish()
      .describe(
        "What comes of it. ticket: staff answer in the chat; it needs a field message. partner: it goes by e-mail to a body outside, {partner} in its texts; it needs a field email, and a field consent with the one option yes. Left out: the office works on it elsewhere.",
      ),
    responsible: id
      .nullish()
      .describe("Id of the partner in partners.yaml who reads it. Left out: the office itself."),
    fields: z
      .array(field)
      .min(1)
      .max(20)
      .describe("What is asked, in this order. As little as the purpose needs."),
    confirmation: inBothLanguages.describe(
      "Said when it was handed in: what happens next. {reference} is the number to quote.",
    ),
  })
  .superRefine(({ fields, booking, opens }, { addIssue }) => {
    const wrong = (path: (string | number)[], message: string): void =>
      addIssue({ code: "custom", path: ["fields", ...path], message });
    for (const index of repeated(fields)) wrong([index, "id"], "occurs twice\nGive each field its own id.");
    if (booking && opens)
      addIssue({
        code: "custom",
        path: ["opens"],
        message: "does not go together with booking\nMake two forms of it.",
      });
    for (const [id, needed] of Object.entries(opens ? NEEDED[opens] : {}))
      if (!fields.some((field) => field.id === id && needed.fits(field)))
        addIssue({ code: "custom", path: ["opens"], message: `needs ${needed.what}` });
    for (const [index, { id, kind, options, when }] of fields.entries()) {
      if (booking && id === REMINDER && (kind !== "choice" || !isYesOrNo(options ?? [])))
        wrong([index], 'must be a choice of yes and no\nGive it the options "yes" and "no", or another id.');
      for (const flaw of when ? conditionFlaws(when, fields.slice(0, index)) : [])
        wrong([index, "when", ...flaw.path], flaw.message);
    }
  });

/** What the desk looks for in a form of which something comes, by the id of the field. */
const NEEDED: Readonly<
  Record<
    "ticket" | "partner",
    Readonly<
      Record<string, { readonly fits: (one: z.infer<typeof field>) => boolean; readonly what: string }>
    >
  >
> = {
  ticket: {
    message: {
      fits: ({ kind, optional, when }) => kind === "long-text" && !optional && !when,
      what: 'a field "message" of kind long-text that is always answered\nAdd it: staff answer it.',
    },
  },
  partner: {
    email: {
      fits: ({ kind, optional, when }) => kind === "email" && !optional && !when,
      what: 'a field "email" of kind email that is always answered\nAdd it: the partner answers there.',
    },
    [CONSENT]: {
      fits: ({ options, optional, when }) =>
        options?.length === 1 && options[0]?.id === "yes" && !optional && !when,
      what: 'a choice "consent" with the one option "yes"\nAdd it: whoever does not agree cancels, and nothing is sent.',
    },
  },
};

export type FormEntry = z.infer<typeof formEntry>;

/** The places of those whose id came before. */
function repeated(list: readonly { readonly id: string }[]): number[] {
  return list.flatMap(({ id }, index) => (list.findIndex((one) => one.id === id) < index ? [index] : []));
}

function conditionFlaws(
  { field: name, is }: { readonly field: string; readonly is: readonly string[] },
  before: readonly z.infer<typeof field>[],
): { readonly path: (string | number)[]; readonly message: string }[] {
  const asked = before.find(({ id }) => id === name);
  if (asked?.kind !== "choice")
    return [
      {
        path: ["field"],
        message: "is no choice that is asked before\nName an earlier field of kind choice.",
      },
    ];
  const known = asked.options?.map(({ id }) => id);
  return is.flatMap((chosen, index) =>
    !known || known.includes(chosen)
      ? []
      : [
          {
            path: ["is", index],
            message: `is no option of "${name}"\nIts options are: ${known.join(", ")}.`,
          },
        ],
  );
}

function isYesOrNo(options: readonly { readonly id: string }[]): boolean {
  const ids = options.map(({ id }) => id);
  return ids.length === 2 && ids.includes("yes") && ids.includes("no");
}
