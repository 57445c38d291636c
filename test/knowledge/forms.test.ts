import { describe, expect, it } from "vitest";
import { plain } from "../../src/text/index.js";
import { assembled, FILES, type Files, intent, told } from "./fixture.js";

const REGISTRATION = `- id: registration
  letter: S
  booking: true
  title: { de: Anmeldung, en: Registration }
  purpose: { de: Wofür, en: What for }
  keep-days: 10
  fields:
    - id: reply-by
      kind: choice
      label: { de: Antwort, en: Reply }
      question: { de: Wie?, en: How? }
      options:
        - { id: email, label: { de: E-Mail, en: E-mail } }
        - { id: phone, label: { de: Telefon, en: Phone } }
    - id: email
      kind: email
      when: { field: reply-by, is: [email] }
      optional: true
      label: { de: E-Mail, en: E-mail }
      question: { de: Welche?, en: Which? }
    - id: reminder
      kind: choice
      label: { de: Erinnerung, en: Reminder }
      question: { de: Erinnern?, en: Remind? }
      options:
        - { id: "yes", label: { de: Ja, en: "Yes" } }
        - { id: "no", label: { de: Nein, en: "No" } }
  confirmation: { de: "Danke: {reference}", en: "Thanks: {reference}" }
`;
const SEMINAR = `- id: evening
  title: { de: Abend, en: Evening }
  date: { start: 2027-03-04 }
  registration: { form: registration }
`;
const ALL: Files = {
  ...FILES,
  "forms.yaml": `${FILES["forms.yaml"]}${REGISTRATION}`,
  "seminars.yaml": SEMINAR,
  "faq/founding.yaml": `${intent("register")}${intent("close", "  form: callback\n")}`,
};
const without = (name: string, from: string, to: string): Files => {
  const text = ALL[name] ?? "";
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  return { ...ALL, [name]: text.replace(from, to) };
};

describe("a form", () => {
  const { knowledge, kept, setAside } = assembled(ALL);
  const form = knowledge.forms.get("registration");

  it("goes live in the order of the file, with all that is left out said to be so", () => {
    expect([knowledge.problems, kept, setAside]).toEqual([[], [], []]);
    expect([...knowledge.forms.keys()]).toEqual(["callback", "registration"]);
    expect(form).toMatchObject({ booking: true, letter: "S", keepDays: 10, responsible: null });
    expect(knowledge.forms.get("callback")).toMatchObject({
      booking: false,
      responsible: "trade-office",
      at: { file: "intents/forms.yaml", line: 1, column: 3 },
    });
    expect(form?.fields[0]).toMatchObject({
      id: "reply-by",
      kind: "choice",
      optional: false,
      when: null,
      options: [
        { id: "email", label: { de: "E-Mail", en: "E-mail" } },
        { id: "phone", label: { de: "Telefon", en: "Phone" } },
      ],
    });
    expect(form?.fields[1]).toMatchObject({
      optional: true,
      options: [],
      when: { field: "reply-by", is: ["email"] },
    });
    expect(plain(form?.confirmation.en ?? [])).toBe("Thanks: {reference}");
  });

  it("is what an intent starts and a seminar registers with", () => {
    expect(knowledge.intents.get("close")?.form).toBe("callback");
    expect(knowledge.seminars[0]?.registration).toEqual({ url: null, form: "registration", until: null });
  });
});

describe("what is wrong with a form is told with file, line, column and what to do", () => {
  it.each([
    [
      "a letter that is none",
      ["letter: S", "letter: SE"],
      '11:11 – "letter" is not one capital letter: "SE". Write one letter from A to Z.',
    ],
    [
      "no time until it is erased",
      ["  keep-days: 10\n", ""],
      '10:3 – "keep-days" is missing. Add it, or remove the form.',
    ],
    [
      "erased never, in effect",
      ["keep-days: 10", "keep-days: 100000"],
      '15:14 – "keep-days" is too large, 3650 is the most. Correct the number.',
    ],
    [
      "an unknown kind",
      ["kind: email", "kind: mail"],
      '25:13 – "fields.kind" is "mail", which is none of the allowed words. Did you mean "email"?',
    ],
    [
      "a field that is there twice",
      ["- id: reminder", "- id: email"],
      '30:11 – "fields.id" occurs twice: "email". Give each field its own id.',
    ],
    [
      "a field named like the summary",
      ["- id: email\n", "- id: summary\n"],
      '24:11 – "fields.id" is a word that the desk needs itself: "summary". Give the field another id.',
    ],
    [
      "a choice of nothing",
      [
        "      options:\n        - { id: email, label: { de: E-Mail, en: E-mail } }\n        - { id: phone, label: { de: Telefon, en: Phone } }\n",
        "",
      ],
      '17:7 – "fields.options" is missing. A choice needs options, such as { id: email, label: { de: ..., en: ... } }.',
    ],
    [
      "a choice of one",
      ["        - { id: phone, label: { de: Telefon, en: Phone } }\n", ""],
      '22:9 – "fields.options" has 1 entry, at least 2 are needed. Add what is missing, or remove the form.',
    ],
    [
      "options where nothing is chosen",
      [
        "kind: email",
        "kind: email\n      options: [{ id: a, label: { de: A } }, { id: b, label: { de: B } }]",
      ],
      '26:16 – "fields.options" belongs to a choice only. Write "kind: choice", or remove the options.',
    ],
    [
      "an option that is there twice",
      ["id: phone", "id: email"],
      '23:17 – "fields.options.id" occurs twice: "email". Give each option its own id.',
    ],
    [
      "a condition on a field that is not there",
      ["field: reply-by", "field: reply"],
      '26:22 – "fields.when.field" is no choice that is asked before: "reply". Name an earlier field of kind choice.',
    ],
    [
      "a condition on a field that comes later",
      ["field: reply-by", "field: reminder"],
      '26:22 – "fields.when.field" is no choice that is asked before: "reminder". Name an earlier field of kind choice.',
    ],
    [
      "a condition on what cannot be chosen",
      ["is: [email]", "is: [email, fax]"],
      '26:44 – "fields.when.is" is no option of "reply-by": "fax". Its options are: email, phone.',
    ],
    [
      "a reminder that is neither yes nor no",
      ['id: "no"', "id: later"],
      '30:7 – "fields" must be a choice of yes and no. Give it the options "yes" and "no", or another id.',
    ],
    [
      "an unknown partner",
      ["booking: true", "booking: true\n  responsible: trade-ofice"],
      '13:16 – there is no partner "trade-ofice". Did you mean "trade-office"?',
    ],
    [
      "an unknown variable",
      ["de: Wofür", 'de: "Für {office.nme}"'],
      '14:18 – there is no value for {office.nme}. Did you mean "office.name"?',
    ],
    [
      "a misspelt reference",
      ['de: "Danke: {reference}", en: "Thanks:', 'de: "Danke: {referenz}", en: "Thanks:'],
      '37:23 – there is no value for {referenz}. Did you mean "reference"?',
    ],
    [
      "a reference before there is one",
      ["de: Erinnern?", 'de: "{reference}?"'],
      "33:23 – there is no value for {reference}. Add it to office.yaml or partners.yaml, or correct its name.",
    ],
  ])("%s", (_, [from = "", to = ""], message) => {
    const loaded = assembled(without("forms.yaml", from, to));
    expect(told(loaded)).toEqual([`intents/forms.yaml:${message}`]);
    expect(loaded.setAside).toContain("form registration");
    expect([...loaded.knowledge.forms.keys()]).toEqual(["callback"]);
    const before = assembled(ALL).knowledge;
    const later = assembled(without("forms.yaml", from, to), before);
    expect(later.kept).toContain("form registration");
    expect(later.knowledge.forms.get("registration")).toEqual(before.forms.get("registration"));
  });

  it("texts without English are a doubt, and German stands in", () => {
    const loaded = assembled(without("forms.yaml", "{ de: Welche?, en: Which? }", "{ de: Welche? }"));
    expect(told(loaded)).toEqual([
      'intents/forms.yaml:13:10 – "registration" has 1 of 13 texts without English; German stands in. Translate them.',
    ]);
    expect(plain(loaded.knowledge.forms.get("registration")?.fields[1]?.question.en ?? [])).toBe("Welche?");
  });
});

describe("a form that is named where it is not, or does not fit, is a warning and is not offered", () => {
  it.each([
    [
      "faq/founding.yaml",
      ["form: callback", "form: calback"],
      'intents/faq/founding.yaml:21:9 – there is no form "calback"; it is not offered. Did you mean "callback"?',
    ],
    [
      "faq/founding.yaml",
      ["form: callback", "form: registration"],
      'intents/faq/founding.yaml:21:9 – the form "registration" registers for a seminar and cannot begin without one; it is not offered here. Known in forms.yaml are: callback.',
    ],
    [
      "seminars.yaml",
      ["form: registration", "form: callback"],
      'intents/seminars.yaml:4:25 – the form "callback" is none that registers for a seminar; it is not offered here. Name a form of forms.yaml that has "booking: true".',
    ],
    [
      "seminars.yaml",
      ["form: registration", "form: registrations"],
      'intents/seminars.yaml:4:25 – there is no form "registrations"; it is not offered. Did you mean "registration"?',
    ],
  ])("%s: %s", (name, [from = "", to = ""], message) => {
    const { knowledge, setAside, ...loaded } = assembled(without(name, from, to));
    expect(told({ knowledge, setAside, ...loaded })).toEqual([message]);
    expect(setAside).toEqual([]);
    if (name === "seminars.yaml") expect(knowledge.seminars[0]?.registration).toBeNull();
    else expect(knowledge.intents.get("close")?.form).toBeNull();
  });

  it("leaves the page where one can register as well", () => {
    const files = without(
      "seminars.yaml",
      "{ form: registration }",
      '{ form: x, url: "https://example.org" }',
    );
    expect(assembled(files).knowledge.seminars[0]?.registration).toEqual({
      url: "https://example.org",
      form: null,
      until: null,
    });
  });

  it.each([
    ["as a whole", "{ ["],
    [
      "in the entry itself",
      (ALL["forms.yaml"] ?? "").replace("letter: R", "letter: 5").replace("letter: S", "letter: 5"),
    ],
    [
      "in an id",
      (ALL["forms.yaml"] ?? "").replace("id: callback", "id: CALL").replace("id: registration", "id: REG"),
    ],
  ])("is not complained about twice when forms.yaml is broken %s", (_, text) => {
    const loaded = assembled({ ...ALL, "forms.yaml": text });
    expect(told(loaded).filter((problem) => !problem.startsWith("intents/forms.yaml"))).toEqual([]);
    expect(loaded.knowledge.intents.get("close")?.form).toBeNull();
    expect(loaded.knowledge.seminars[0]?.registration).toBeNull();
  });
});

const ENQUIRY = `- id: enquiry
  letter: W
  opens: partner
  title: { de: Anfrage, en: Enquiry }
  purpose: { de: "Für {partner}", en: "For {partner}" }
  keep-days: 30
  fields:
    - { id: email, kind: email, label: { de: E-Mail, en: E-mail }, question: { de: Welche?, en: Which? } }
    - id: consent
      kind: choice
      label: { de: Einwilligung, en: Consent }
      question: { de: "An {partner}?", en: "To {partner}?" }
      options: [{ id: "yes", label: { de: Ja, en: "Yes" } }]
  confirmation: { de: "{reference} an {partner}", en: "{reference} to {partner}" }
`;
const TICKET = `- id: ticket
  letter: H
  opens: ticket
  title: { de: Nachricht, en: Message }
  purpose: { de: Wofür, en: What for }
  keep-days: 30
  fields:
    - { id: message, kind: long-text, label: { de: Text, en: Text }, question: { de: Was?, en: What? } }
  confirmation: { de: "{reference}", en: "{reference}" }
`;

describe("a form of which something comes", () => {
  const files = (forms: string): Files => ({ ...ALL, "forms.yaml": `${ALL["forms.yaml"]}${forms}` });

  it("opens a ticket, or goes to a partner whose name the desk fills in; all others open nothing", () => {
    const loaded = assembled(files(ENQUIRY + TICKET));
    expect(told(loaded)).toEqual([]);
    expect([...loaded.knowledge.forms].map(([id, { opens }]) => [id, opens])).toEqual([
      ["callback", null],
      ["registration", null],
      ["enquiry", "partner"],
      ["ticket", "ticket"],
    ]);
  });

  it.each([
    [
      "something else",
      TICKET,
      ["opens: ticket", "opens: tickets"],
      '40:10 – "opens" is "tickets", which is none of the allowed words. Did you mean "ticket"?',
    ],
    [
      "a ticket beside a seat",
      TICKET,
      ["opens: ticket", "opens: ticket\n  booking: true"],
      '40:10 – "opens" does not go together with booking: "ticket". Make two forms of it.',
    ],
    [
      "a ticket without a message",
      TICKET,
      ["id: message", "id: text"],
      '40:10 – "opens" needs a field "message" of kind long-text that is always answered: "ticket". Add it: staff answer it.',
    ],
    [
      "a ticket whose message may be left out",
      TICKET,
      ["kind: long-text", "kind: long-text, optional: true"],
      '40:10 – "opens" needs a field "message" of kind long-text that is always answered: "ticket". Add it: staff answer it.',
    ],
    [
      "an enquiry that cannot be answered",
      ENQUIRY,
      ["kind: email", "kind: email, optional: true"],
      '40:10 – "opens" needs a field "email" of kind email that is always answered: "partner". Add it: the partner answers there.',
    ],
    [
      "an enquiry without consent",
      ENQUIRY,
      ["id: consent", "id: agreed"],
      '40:10 – "opens" needs a choice "consent" with the one option "yes": "partner". Add it: whoever does not agree cancels, and nothing is sent.',
    ],
    [
      "a consent that can be passed over",
      ENQUIRY,
      ["kind: choice", "kind: choice\n      optional: true"],
      '40:10 – "opens" needs a choice "consent" with the one option "yes": "partner". Add it: whoever does not agree cancels, and nothing is sent.',
    ],
    [
      "a consent that may be a refusal",
      ENQUIRY,
      ['en: "Yes" } }]', 'en: "Yes" } }, { id: "no", label: { de: Nein, en: "No" } }]'],
      '40:10 – "opens" needs a choice "consent" with the one option "yes": "partner". Add it: whoever does not agree cancels, and nothing is sent.',
    ],
    [
      "a partner in a form that goes to none",
      TICKET,
      ["de: Wofür", 'de: "Für {partner}"'],
      "42:18 – there is no value for {partner}. Add it to office.yaml or partners.yaml, or correct its name.",
    ],
  ])("cannot be %s", (_, text, [from = "", to = ""], message) => {
    if (!text.includes(from)) throw new Error(`there is no ${from}`);
    const loaded = assembled(files(text.replace(from, to)));
    const found = told(loaded).filter((line) => line.includes("forms.yaml:4"));
    expect(found[0]).toBe(`intents/forms.yaml:${message}`);
    expect(loaded.setAside).toEqual([expect.stringMatching(/^form (?:enquiry|ticket)$/)]);
  });

  it("is offered by an intent where it needs no partner to begin with", () => {
    const offered = (form: string) =>
      assembled({
        ...files(ENQUIRY + TICKET),
        "faq/founding.yaml": `${intent("register")}${intent("close", `  form: ${form}\n`)}`,
      });
    expect(told(offered("ticket"))).toEqual([]);
    expect(offered("ticket").knowledge.intents.get("close")?.form).toBe("ticket");
    expect(told(offered("enquiry"))).toEqual([
      'intents/faq/founding.yaml:21:9 – the form "enquiry" goes to a partner outside and cannot begin without one; it is not offered here. Known in forms.yaml are: callback, ticket.',
    ]);
    expect(offered("enquiry").knowledge.intents.get("close")?.form).toBeNull();
  });
});

it("an intent can demand that whoever asks it is handed over; all others do not", () => {
  const { knowledge } = assembled({
    ...FILES,
    "faq/founding.yaml": `${intent("register", "  handover: always\n")}${intent("close")}`,
  });
  expect([...knowledge.intents.values()].map(({ id, handover }) => [id, handover])).toEqual([
    ["register", "always"],
    ["close", null],
  ]);
});
