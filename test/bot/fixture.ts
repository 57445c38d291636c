import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { decide, initialState } from "../../src/bot/index.js";
import type { DecisionInput } from "../../src/conversation/input.js";
import type { FaqIntent, Form, FormField, Knowledge, Seminar } from "../../src/knowledge/model.js";
import type { Question, Verdict } from "../../src/nlu/model.js";
import { parse, plain } from "../../src/text/index.js";
import type {
  Act,
  Booking,
  ConversationState,
  Decision,
  Happening,
  Language,
  Localised,
} from "../../src/vocabulary/index.js";
import { blankIntent, blankOffice, blankSeminar, noHandover } from "../blank-entries.js";

export const NOW = Date.parse("2026-11-23T10:00:00Z");
export const TODAY = "2026-11-23";

const at = { file: "intents/faq/test.yaml", line: 1, column: 1 };

/** Every key that messages.yaml has. */
const keys = [
  ...readFileSync(resolve(import.meta.dirname, "../../intents/messages.yaml"), "utf8").matchAll(
    /^([a-z][\w.-]*):/gm,
  ),
].map(([, key]) => key ?? "");

const both = <T>(de: T, en: T): Localised<T> => ({ de, en });

/** Texts whose values a test looks at. */
const filled: Readonly<Record<string, string>> = {
  "seminar.filter": "Ausgewählt: {filters}",
  "seminar.filter.online": "online",
  "seminar.filter.on-site": "vor Ort",
  "seminar.status.free": "{free} von {seats} frei",
  "seminar.cancelled": "«seminar.cancelled» {title}\n\n{reason}",
  "booking.cancelled": "«booking.cancelled» {title}\n\n{reason}",
  "booking.sure": "«booking.sure» {title}",
  "booking.unlisted": "«booking.unlisted» {reference}",
  "booking.status.booked": "angemeldet {reference}",
  "booking.status.waiting": "Warteliste {position}",
  "button.withdraw-from": "Abmelden: {title}",
  "answer.responsible": "Zuständig: {name}",
  "seam.responsible": "Zuständig: {department} ({title})",
  "seam.partners": "Beteiligt: {partners}",
  "seam.needs": "{title} braucht:",
  "seam.result": "Ergebnis: {result}",
  "seam.time": "{title}: {time}",
  "seam.time.unknown": "{title}: unbekannt, fragen Sie: {department}",
};

/** Every text is its own key in brackets, so that a test sees what is said. */
const messages = Object.fromEntries([
  ...keys.map((key) => [key, both([parse(`«${key}»`)], [parse(`<${key}>`)])] as const),
  ...Object.entries(filled).map(([key, text]) => [key, both([parse(text)], [parse(text)])] as const),
  [
    "fallback",
    both([parse("«fallback A»"), parse("«fallback B»")], [parse("fallback A en"), parse("fallback B en")]),
  ],
  ...(
    [
      "overview",
      "details",
      "date-place",
      "leaders",
      "fee",
      "register",
      "cancel",
      "certificate",
      "online",
    ] as const
  ).map(
    (aspect) =>
      [
        `seminar.${aspect}`,
        both(
          [parse(`${aspect}: {title} | {when} | {where} | {leaders} | {fee}`)],
          [parse(`${aspect}: {title} | {when}`)],
        ),
      ] as const,
  ),
]);

export function intent(id: string, some: Partial<FaqIntent> = {}): FaqIntent {
  return {
    ...blankIntent,
    id,
    title: both(`Titel ${id}`, `Title ${id}`),
    answer: both({ short: parse(`Antwort ${id}`), more: null }, { short: parse(`Answer ${id}`), more: null }),
    ...some,
  };
}

export function seminar(id: string, some: Partial<Seminar> = {}): Seminar {
  return { ...blankSeminar, id, title: both(`Seminar ${id}`, `Seminar ${id}`), ...some };
}

/** A seminar that one registers for in the chat, two seats of it. */
export const bookable = seminar("bookable", {
  date: { kind: "full", start: "2026-12-10", end: "2026-12-10", from: "16:00", to: "18:00" },
  place: { city: "Musterstadt", venue: "Rathaus, Saal 2" },
  seats: 2,
  registration: { url: null, form: "seminar-registration", until: null },
});

export function form(id: string, some: Partial<Form> = {}): Form {
  return {
    id,
    title: both(`Formular ${id}`, `Form ${id}`),
    purpose: both(parse("Wofür."), parse("What for.")),
    keepDays: 30,
    fields: [field("name", { kind: "name" }), field("note")],
    confirmation: both(parse("Danke, {reference}."), parse("Thanks, {reference}.")),
    opens: null,
    booking: false,

    letter: "R",
    responsible: null,
    at,
    ...some,
  };
}

export function field(id: string, some: Partial<FormField> = {}): FormField {
  return {
    id,
    kind: "text",
    label: both(id, id),
    question: both(parse(`${id}?`), parse(`${id} en?`)),
    optional: false,
    options: [],
    when: null,
    ...some,
  };
}

/** The forms that the bot itself knows by name. */
export const forms: Knowledge["forms"] = new Map(
  [
    form("callback"),
    form("message-to-office"),
    form("seminar-registration", {
      booking: true,
      letter: "S",
      fields: [
        field("name", { kind: "name" }),
        field("reminder", {
          kind: "choice",
          options: [
            { id: "yes", label: both("Ja", "Yes") },
            { id: "no", label: both("Nein", "No") },
          ],
        }),
      ],
    }),
  ].map((one) => [one.id, one]),
);

export function booking(some: Partial<Booking> = {}): Booking {
  return {
    id: 1,
    seminar: "bookable",
    status: "booked",
    position: null,
    reminder: true,
    reference: "S-AAAA",
    told: "v1",
    ...some,
  };
}

/** The seminar of the article: days, but no year. */
export const yearless = seminar("wifoe-4-0", {
  date: { kind: "yearless", month: 11, days: [24, 25] },
  place: { city: "Berlin", venue: null },
  leaders: [{ name: "Prof. Dr. Frank Hogrebe", affiliation: "IVM²" }],
  registration: { url: "https://www.fuehrungskraefteforum.de", form: null, until: null },
});

export const knowledge: Knowledge = {
  version: "0123456789ab",
  office: blankOffice,
  handover: noHandover,
  messages,
  topics: [{ id: "founding", title: both("Gründung", "Starting up") }],
  intents: new Map(
    [
      intent("registration", {
        related: ["registration-fee"],
        answer: both(
          { short: parse("Beim Gewerbeamt."), more: parse("Und noch mehr.") },
          { short: parse("At the trade office."), more: parse("And more.") },
        ),
        source: [{ title: "§ 14 GewO", url: "https://www.gesetze-im-internet.de/gewo/__14.html" }],
      }),
      intent("registration-fee"),
      intent("hours", {
        topic: "office-contact",
        answer: both(
          { short: parse("Offen:\n\n{office.hours}"), more: null },
          { short: parse("Open:\n\n{office.hours}"), more: null },
        ),
      }),
      intent("subsidy", { validUntil: "2026-11-22", afterExpiry: null }),
      intent("greeting", { behaviour: "greeting", answer: null, topic: "conversation" }),
      intent("human", { behaviour: "handover", answer: null, topic: "conversation" }),
      intent("language", { behaviour: "switch-language", answer: null, topic: "conversation" }),
      intent("repeat", { behaviour: "repeat", answer: null, topic: "conversation" }),
      intent("seminar-date", { seminars: "date-place", answer: null, topic: "seminars" }),
      intent("seminar-list", { seminars: "list", answer: null, topic: "seminars" }),
      intent("seminar-search", { seminars: "search", answer: null, topic: "seminars" }),
    ].map((entry) => [entry.id, entry]),
  ),
  outOfScope: [
    {
      id: "weather",
      title: both("Wetter", "Weather"),
      utterances: both([], []),
      answer: both(parse("Kein Wetter."), parse("No weather.")),
    },
  ],
  partners: new Map(),
  seams: new Map(),
  seminars: [yearless],
  forms: new Map(),
  legal: {},
  synonyms: [],
  problems: [],
};

/** In the first intent. */
const CONFIDENCE: Readonly<Record<Verdict, number>> = { sure: 0.9, unsure: 0.4, none: 0.05 };

export const question = (
  id: string,
  verdict: Verdict = "sure",
  others: readonly string[] = [],
  text = "Wie geht das?",
  confidence = CONFIDENCE[verdict],
): Question => ({
  text,
  ranked: [id, ...others].map((candidate, rank) => ({ id: candidate, confidence: confidence / (rank + 1) })),
  verdict,
});

export interface Told {
  text?: string;
  questions?: readonly Question[];
  language?: Language;
  confidence?: number;
  words?: number;
  followUp?: boolean;
  seminars?: readonly string[];
  state?: Partial<ConversationState>;
  what?: Happening;
  action?: DecisionInput["action"];
  knowledge?: Knowledge;
  now?: number;
  today?: string;
  eventId?: number;
  bookings?: DecisionInput["conversation"]["bookings"];
  seats?: DecisionInput["seats"];
  site?: string;
  /** Values of variables beside the usual ones. */
  values?: Readonly<Record<string, string>>;
  /** Which word names which procedure, how surely. */
  named?: Readonly<Record<string, readonly [id: string, score: number]>>;
  place?: DecisionInput["conversation"]["place"];
  stored?: DecisionInput["conversation"]["stored"];
  edited?: DecisionInput["edited"];
  carry?: string;
  locale?: string;
}

const PLACE = { channel: "web", scope: "private", address: "session" } as const;

/** What the decision is about; by default one sure German question in a conversation that has begun. */
export function inputFor(told: Told): DecisionInput {
  const text = told.text ?? "Wie geht das?";
  const questions = told.questions ?? [question("registration", "sure", [], text)];
  return {
    event: {
      keys: ["web:1"],
      channel: "web",
      place: PLACE,
      sender: { id: "guest" },
      addressed: true,
      ...(told.locale ? { locale: told.locale } : {}),
      sentAt: new Date(NOW).toISOString(),
      what: told.what ?? { kind: "message", id: "1", text, attachments: [] },
    },
    eventId: told.eventId ?? 7,
    text: told.what && told.what.kind !== "message" ? null : text,
    words: told.what && told.what.kind !== "message" ? null : text,
    comprehension:
      told.what || text.trim() === ""
        ? null
        : {
            understanding: {
              questions,
              whole: questions[0] as Question,
              truncated: false,
              followUp: told.followUp ?? false,
            },
            byHeart: false,
            recognised: {
              language: told.language ?? "de",
              confidence: told.confidence ?? 0.99,
              words: told.words ?? 5,
            },
            seminars: (told.seminars ?? []).map((id) => ({ id, score: 1 })),
          },
    action: told.action ?? null,
    conversation: {
      owner: "bot",
      version: 3,
      state: { ...initialState, disclosed: true, ...told.state },
      place: told.place ?? PLACE,
      bookings: told.bookings ?? [],
      ...(told.stored ? { stored: told.stored } : {}),
    },
    edited: told.edited ?? null,
    carry: told.carry ?? null,
    seats: told.seats ?? {},
    site: told.site ?? null,
    knowledge: told.knowledge ?? knowledge,
    facts: {
      today: told.today ?? TODAY,
      isPast: ({ date }) => date?.kind === "full" && date.end < (told.today ?? TODAY),
      presence: () => "unknown",
      value: (path) =>
        path === "office.hours"
          ? parse("- Montag 9 bis 12 Uhr")
          : path.startsWith("office.day.")
            ? `Am ${path.slice(11)}: 9 bis 12 Uhr`
            : path === "office.name"
              ? "Wirtschaftsförderung Musterstadt"
              : told.values?.[path],
    },
    seamsIn: (words) =>
      Object.entries(told.named ?? {}).flatMap(([word, [id, score]]) =>
        words.toLowerCase().includes(word) ? [{ id, score }] : [],
      ),
    now: told.now ?? NOW,
  };
}

export function decided(told: Told): Decision {
  return decide(inputFor(told));
}

/** What was said, one plain text a message. */
export function said(decision: Decision): string[] {
  return decision.say.map(({ message }) => plain(message.text));
}

export function labels(decision: Decision): string[] {
  return decision.say.flatMap(({ message }) => message.buttons?.map(({ label }) => label) ?? []);
}

/** What comes of a pressed button that stands for `act`. */
export function pressed(act: Act, told: Told = {}): Decision {
  return decided({
    ...told,
    what: { kind: "action", action: "7-0", on: "7.0" },
    action: { id: "7-0", label: "x", act, until: "2027-01-01T00:00:00Z" },
  });
}

/** What comes of a timer. */
export function due(name: string, told: Told = {}): Decision {
  return decided({ ...told, what: { kind: "timer", name } });
}

/** What the buttons of a decision do, by what stands on them. */
export function acts(decision: Decision): Record<string, Act> {
  return Object.fromEntries(decision.actions.map(({ label, act }) => [label, act]));
}

export function cardsOf(decision: Decision) {
  return decision.say.flatMap(({ message }) =>
    (message.cards ?? []).flatMap((card) => (card.kind === "seminar" ? [card] : [])),
  );
}

export function linksOf(decision: Decision): Record<string, string> {
  return Object.fromEntries(
    decision.say.flatMap(({ message }) => (message.links ?? []).map(({ label, url }) => [label, url])),
  );
}
