import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse as parseYaml } from "yaml";
import { initialState } from "../../src/bot/index.js";
import type { Comprehension, DecisionInput } from "../../src/conversation/input.js";
import { reply } from "../../src/conversation/reply.js";
import { askAgain, beginForm, expireForm, type FormTurn, proceedForm } from "../../src/forms/index.js";
import type { FaqIntent, Form, FormField, Knowledge, Messages, Seminar } from "../../src/knowledge/model.js";
import { parse, plain } from "../../src/text/index.js";
import type {
  Act,
  Action,
  Booking,
  ConversationState,
  Language,
  OpenForm,
  OutgoingMessage,
  Place,
  Seats,
} from "../../src/vocabulary/index.js";
import { blankIntent, blankOffice, blankSeminar, noHandover } from "../blank-entries.js";

/** A Monday. */
export const NOW = Date.parse("2026-11-23T10:00:00Z");
export const TODAY = "2026-11-23";
export const HOUR = 3_600_000;

const position = { file: "intents/forms.yaml", line: 1, column: 1 };
const both = <T>(de: T, en: T) => ({ de, en });

/** The shipped words: what a guest reads is part of what is tested. */
const messages: Messages = Object.fromEntries(
  Object.entries(
    parseYaml(readFileSync(resolve(import.meta.dirname, "../../intents/messages.yaml"), "utf8")) as Record<
      string,
      Record<Language, string | string[]>
    >,
  ).map(([key, { de, en }]) => [key, both([de].flat().map(parse), [en].flat().map(parse))]),
);

export function field(id: string, kind: FormField["kind"], some: Partial<FormField> = {}): FormField {
  return {
    id,
    kind,
    label: both(`Feld ${id}`, `Field ${id}`),
    question: both(parse(`Frage ${id}?`), parse(`Question ${id}?`)),
    optional: false,
    options: [],
    when: null,
    ...some,
  };
}

const option = (id: string, de: string, en: string) => ({ id, label: both(de, en) });

/** Every kind of field, an optional one, and two that depend on a choice. */
export const callback: Form = {
  id: "callback",
  title: both("Rückruf", "Call-back"),
  purpose: both(parse("Damit wir Sie zurückrufen."), parse("So that we can call you back.")),
  keepDays: 30,
  fields: [
    field("name", "name"),
    field("way", "choice", {
      options: [
        option("email", "Per E-Mail", "By e-mail"),
        option("phone", "Am Telefon", "By phone"),
        option("none", "Keine Antwort nötig", "No reply needed"),
      ],
    }),
    field("email", "email", { when: { field: "way", is: ["email"] } }),
    field("phone", "phone", { when: { field: "way", is: ["phone"] } }),
    field("day", "date", { optional: true }),
    field("company", "text", { optional: true }),
    field("matter", "long-text"),
  ],
  confirmation: both(parse("Danke! Ihre Nummer: {reference}"), parse("Thanks! Your number: {reference}")),
  booking: false,
  opens: null,
  letter: "R",
  responsible: null,
  at: position,
};

export const registration: Form = {
  ...callback,
  id: "registration",
  title: both("Anmeldung", "Registration"),
  fields: [
    field("name", "name"),
    field("reminder", "choice", { options: [option("yes", "Ja", "Yes"), option("no", "Nein", "No")] }),
  ],
  booking: true,
  letter: "S",
};

export function seminar(id: string, some: Partial<Seminar> = {}): Seminar {
  return {
    ...blankSeminar,
    id,
    title: both(`Seminar ${id}`, `Seminar ${id}`),
    date: { kind: "full", start: "2026-12-10", end: "2026-12-10", from: "10:00", to: "12:00" },
    place: { city: "Musterstadt", venue: "Rathaus" },
    seats: 3,
    registration: { url: null, form: "registration", until: null },
    ...some,
  };
}

function intent(id: string, some: Partial<FaqIntent> = {}): FaqIntent {
  return { ...blankIntent, id, title: both(`Titel ${id}`, `Title ${id}`), ...some };
}

export const knowledge: Knowledge = {
  version: "0123456789ab",
  office: blankOffice,
  handover: noHandover,
  messages,
  topics: [],
  intents: new Map(
    [
      intent("office-hours"),
      intent("human-handover", { topic: "conversation", behaviour: "handover" }),
      intent("privacy-info", { topic: "conversation" }),
      intent("language-switch", { topic: "conversation", behaviour: "switch-language" }),
      intent("greeting", { topic: "conversation", behaviour: "greeting" }),
      intent("complaint", { topic: "conversation", behaviour: "complaint" }),
    ].map((one) => [one.id, one]),
  ),
  outOfScope: [],
  partners: new Map(),
  seams: new Map(),
  seminars: [seminar("ki")],
  forms: new Map([callback, registration].map((form) => [form.id, form])),
  legal: {},
  synonyms: [],
  problems: [],
};

/** What a message is understood as, where that matters. */
export interface Understood {
  readonly intent: string;
  readonly verdict?: "sure" | "unsure";
  readonly followUp?: boolean;
}

export interface Circumstances {
  knowledge?: Knowledge;
  language?: Language;
  place?: Partial<Place>;
  site?: string | null;
  bookings?: readonly Booking[];
  seats?: Readonly<Record<string, Seats>>;
  now?: number;
  form?: OpenForm | null;
  clarification?: ConversationState["clarification"];
}

/** What one step came to, and what the guest sees of it. */
export interface Step {
  readonly result: FormTurn | "not-an-answer" | null;
  /** The turn of the form. @throws where the step was something else */
  readonly turn: FormTurn;
  readonly messages: readonly OutgoingMessage[];
  /** All that was said, as plain text. */
  readonly said: string;
  readonly labels: readonly string[];
}

/** A guest in front of the engine: writes, presses what is shown, and what was decided becomes the next state. */
export function guest(start: Circumstances = {}) {
  let now: Circumstances = { ...start };
  let form = start.form ?? null;
  let eventId = 40;
  let shown: readonly Action[] = [];

  const step = (
    run: (input: DecisionInput, answer: ReturnType<typeof reply>) => Step["result"],
    event: { words?: string; action?: Action | null; understood?: Understood | undefined } = {},
  ): Step => {
    const language = now.language ?? "de";
    const input = inputOf({ ...now, form }, { ...event, eventId: ++eventId });
    const answer = reply(input, language);
    const result = run(input, answer);
    const { say, actions } = answer.done();
    shown = [...actions, ...shown];
    if (result && result !== "not-an-answer") form = result.form;
    const outgoing = say.map(({ message }) => message);
    return {
      result,
      get turn() {
        if (result === null || result === "not-an-answer") throw new Error(`it came to ${String(result)}`);
        return result;
      },
      messages: outgoing,
      said: outgoing.map(({ text }) => plain(text)).join("\n\n"),
      labels: outgoing.flatMap(({ buttons }) => buttons?.map(({ label }) => label) ?? []),
    };
  };

  const act = (action: Action): Step => {
    const { act } = action;
    return act.does === "form"
      ? step((input, answer) => beginForm(act.form, act.seminar ?? null, input, answer), { action })
      : step(proceedForm, { action });
  };

  return {
    begin: (id: string, about: string | null = null): Step =>
      step((input, answer) => beginForm(id, about, input, answer)),
    write: (words: string, understood?: Understood): Step => step(proceedForm, { words, understood }),
    /** The bot has answered something else. */
    again: (words?: string): Step => step(askAgain, words === undefined ? {} : { words }),
    /** Presses the last button with this label. */
    press(label: string): Step {
      const action = shown.find((candidate) => candidate.label === label);
      if (!action) throw new Error(`no button "${label}" among: ${shown.map((one) => one.label).join(", ")}`);
      return act(action);
    },
    does: (does: Act): Step => act({ id: "old-1", label: "", act: does, until: "2027-01-01T00:00:00Z" }),
    timer: (): Step => step(expireForm),
    /** Time passes, a seminar changes, somebody else takes a seat. */
    meanwhile(change: Circumstances): void {
      now = { ...now, ...change };
      if (change.form !== undefined) form = change.form;
    },
    get form(): OpenForm | null {
      return form;
    },
  };
}

/** A guest in the call-back form who has answered the fields before this one. */
export function at(asks: string, some: Circumstances = {}): ReturnType<typeof guest> {
  const given = {
    name: "Erika Muster",
    way: "phone",
    phone: "+493023125000",
    day: "2026-12-03",
    company: null,
  };
  const order = ["name", "way", "phone", "day", "company", "matter", "summary"];
  const answers = Object.fromEntries(Object.entries(given).slice(0, order.indexOf(asks)));
  if (asks === "summary") Object.assign(answers, { matter: "Ein Anbau" });
  if (asks === "email") Object.assign(answers, { name: given.name, way: "email" });
  return guest({ ...some, form: draft({ asks, answers }) });
}

export function draft(some: Partial<OpenForm>): OpenForm {
  const touched = new Date(NOW - HOUR).toISOString();
  return {
    form: "callback",
    answers: {},
    asks: "name",
    correcting: false,
    failures: 0,
    startedAt: touched,
    touchedAt: touched,
    ...some,
  };
}

function inputOf(
  circumstances: Circumstances,
  event: { words?: string; action?: Action | null; understood?: Understood | undefined; eventId: number },
): DecisionInput {
  const { words } = event;
  const now = circumstances.now ?? NOW;
  const place: Place = { channel: "web", scope: "private", address: "session", ...circumstances.place };
  const today = new Date(now).toISOString().slice(0, 10);
  return {
    event: {
      keys: [`web:${event.eventId}`],
      channel: place.channel,
      place,
      sender: { id: "guest" },
      addressed: true,
      sentAt: new Date(now).toISOString(),
      what:
        words !== undefined
          ? { kind: "message", id: "1", text: words, attachments: [] }
          : event.action
            ? { kind: "action", action: event.action.id, on: "1" }
            : { kind: "timer", name: "form-expires" },
    },
    eventId: event.eventId,
    text: words ?? null,
    words: words ?? null,
    comprehension: words?.trim() ? comprehensionOf(words, event.understood) : null,
    action: event.action ?? null,
    conversation: {
      owner: "bot",
      version: 1,
      state: {
        ...initialState,
        language: circumstances.language ?? "de",
        disclosed: true,
        form: circumstances.form ?? null,
        clarification: circumstances.clarification ?? null,
      },
      place,
      bookings: circumstances.bookings ?? [],
    },
    seats: circumstances.seats ?? {},
    site: circumstances.site === undefined ? "https://desk.example" : circumstances.site,
    knowledge: circumstances.knowledge ?? knowledge,
    facts: {
      today,
      isPast: ({ date }) => date?.kind === "full" && date.end < today,
      presence: () => "unknown",
      value: (path) =>
        ({
          "office.name": "Wirtschaftsförderung Musterstadt",
          "office.email": "amt@musterstadt.example",
          "office.privacyLink": "https://www.musterstadt.example/datenschutz",
        })[path],
    },
    seamsIn: () => [],
    now,
  };
}

function comprehensionOf(text: string, understood: Understood | undefined): Comprehension {
  const question = understood
    ? {
        text,
        ranked: [{ id: understood.intent, confidence: 0.95 }],
        verdict: understood.verdict ?? ("sure" as const),
      }
    : { text, ranked: [], verdict: "none" as const };
  return {
    understanding: {
      questions: [question],
      whole: question,
      truncated: false,
      followUp: understood?.followUp ?? false,
    },
    byHeart: false,
    recognised: { language: "de", confidence: 0.9, words: 3 },
    seminars: [],
  };
}
