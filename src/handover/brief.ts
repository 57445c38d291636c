import { Temporal } from "temporal-polyfill";
import { foldedWords } from "../conversation/fold.js";
import type { Knowledge } from "../knowledge/model.js";
import type { CaseFile, IntentId, Language, OpenHandover } from "../vocabulary/index.js";
import { companiesIn } from "./companies.js";
import { contactsIn, maskedContacts } from "./contacts.js";
import { type Deadline, deadlinesIn } from "./deadlines.js";
import { guestNameIn } from "./guest-name.js";
import { placesIn } from "./places-named.js";
import { shortened } from "./shortened.js";
import type { KnownWords } from "./tokens.js";

/** What staff need to know of a conversation before anything else. Where several things were said, the last is first. */
export interface Brief {
  readonly number: string;
  /** Titles of the intents that were answered, the last first. */
  readonly matters: readonly string[];
  /** Where there are none: what the guest asked last. */
  readonly question: string | null;
  readonly name: string | null;
  readonly companies: readonly string[];
  readonly places: readonly string[];
  readonly deadlines: readonly (Deadline & { readonly over: boolean })[];
  readonly contact: {
    readonly emails: readonly string[];
    readonly phones: readonly string[];
    /** Said before the handover, and taken out before it was stored. */
    readonly lost: readonly ("email" | "phone")[];
  };
  /** In which the guest writes. */
  readonly language: Language;
  /** Titles, in the order of the conversation. */
  readonly answered: readonly string[];
  /** Questions, in the order of the conversation. */
  readonly notUnderstood: readonly string[];
  /** What was handed in with it. */
  readonly ticket: {
    readonly reference: string;
    readonly answers: readonly { readonly label: string; readonly shown: string }[];
  } | null;
  /** What else was handed in; what for is all that is said of it: its answers were given for that. */
  readonly submitted: readonly { readonly reference: string; readonly title: string }[];
}

/** What a brief takes from the handover. */
export type BriefedHandover = Pick<OpenHandover, "number" | "askedAt" | "ticket">;

/** What a brief takes from the knowledge. */
export type BriefKnowledge = Pick<Knowledge, "intents" | "messages" | "office" | "forms">;

const [MATTERS, ANSWERED, QUESTIONS, VALUES] = [4, 8, 3, 3];
/** Characters of a question. */
const QUESTION = 160;
/** The latest lines that are read, and how many characters of them: what stands further back is rarely of today. */
const [LINES, CHARACTERS] = [200, 40_000];
/** Characters of something that is named; nothing has a longer name. */
const VALUE = 120;

/**
 * The brief of a conversation. Nothing in it is concluded: all values are parts of what the guest said or handed in, beside
 * titles of intents and forms, and the date of a deadline where it is certain. Takes time in proportion to what was said.
 *
 * @param about.now milliseconds since 1970: which deadlines are over
 * @param about.language of the staff, for titles
 */
export function briefOf(
  file: CaseFile,
  handover: BriefedHandover,
  knowledge: BriefKnowledge,
  about: { readonly now: number; readonly language: Language },
): Brief {
  const ticket = file.submissions.find(({ reference }) => reference === handover.number) ?? null;
  const fields = ticket ? (knowledge.forms.get(ticket.form)?.fields ?? []) : [];
  const handedIn = (...names: readonly string[]): string[] =>
    (ticket?.answers ?? []).flatMap(({ field, shown }) => {
      const kind = fields.find(({ id }) => id === field)?.kind ?? "text";
      return names.includes(kind) || names.includes(field) ? [shown] : [];
    });
  const said = [
    ...sayingsOf(file, knowledge.office.timeZone),
    ...handedIn("text", "long-text").map((text) => ({ text, day: null })),
  ];
  const texts = said.map(({ text }) => text);
  const known = wordsAsked(knowledge);
  const cities = Object.values(knowledge.office.localised["city"] ?? {});
  if (knowledge.office.values["city"]) cities.push(knowledge.office.values["city"]);
  const companies = texts.flatMap((text) => companiesIn(text, known));
  const places = texts.flatMap((text) => placesIn(text, cities, known));
  const today = dayAt(about.now, knowledge.office.timeZone);
  const deadlines = distinct(
    said.flatMap(({ text, day }) => deadlinesIn(text, day, file.language)),
    (deadline) => deadline.said,
  );
  const answered = answeredIn(file, knowledge);
  const titles = answered.flatMap((id) => knowledge.intents.get(id)?.title[about.language] ?? []);
  return {
    number: handover.number,
    matters: titles.slice(-MATTERS).reverse(),
    question: titles.length > 0 ? null : lastQuestion(file),
    name:
      handedIn("name").at(-1) ?? latest(texts.flatMap((text) => guestNameIn(text, known) ?? []))[0] ?? null,
    companies: latest([...companies, ...handedIn("company", "organisation")]),
    places: latest([...places, ...handedIn("address")]),
    deadlines: deadlines
      .slice(-VALUES)
      .reverse()
      .map((deadline) => ({ ...deadline, over: deadline.day !== null && deadline.day < today })),
    contact: contactOf(file, handover, { emails: handedIn("email"), phones: handedIn("phone") }),
    language: file.language,
    answered: titles.slice(-ANSWERED),
    notUnderstood: notUnderstood(file),
    ticket: ticket && { reference: ticket.reference, answers: ticket.answers },
    submitted: file.submissions
      .filter(({ reference }) => reference !== handover.number)
      .map(({ reference, form }) => ({
        reference,
        title: knowledge.forms.get(form)?.title[about.language] ?? form,
      })),
  };
}

interface Saying {
  readonly text: string;
  /** The day on which it was said, ISO date; null: not known. */
  readonly day: string | null;
}

/** What the guest said, oldest first. A question stands among the lines as well, as long as they go back so far. */
function sayingsOf(file: CaseFile, timeZone: string): Saying[] {
  const lines = file.lines.flatMap(({ from, text, at }) =>
    from === "guest" && text ? [{ text, day: dayAt(Date.parse(at), timeZone) }] : [],
  );
  const written = new Set(lines.map(({ text }) => text));
  const questions = file.turns.flatMap(({ question }) =>
    question && !written.has(question) ? [{ text: question, day: null }] : [],
  );
  let left = CHARACTERS;
  return [...questions, ...lines]
    .slice(-LINES)
    .reverse()
    .filter(({ text }) => {
      left -= text.length;
      return left > -text.length;
    })
    .reverse();
}

/** ISO date in the office's time zone. */
function dayAt(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The words in which guests ask: what stands among them is no name. Read only when something looks like one. */
function wordsAsked({ intents }: BriefKnowledge): KnownWords {
  let words: ReadonlySet<string> | null = null;
  return {
    has(word) {
      // each word is folded once: there are a hundred thousand, and most of them again and again
      words ??= new Set(
        [
          ...new Set(
            [...intents.values()]
              .flatMap(({ utterances: { de, en }, title }) => [...de, ...en, title.de, title.en])
              .join(" ")
              .split(/[\s.,;:!?()"„“/]+/),
          ),
        ].flatMap(foldedWords),
      );
      return words.has(word);
    },
  };
}

/** Each once, where it was answered last; no small talk, but a complaint. */
function answeredIn(file: CaseFile, { intents }: BriefKnowledge): IntentId[] {
  const ids = file.turns.flatMap(({ answered }) => answered);
  const matters = ids.filter((id) => {
    const behaviour = intents.get(id)?.behaviour;
    return behaviour === null || behaviour === "complaint";
  });
  return matters.filter((id, index) => matters.lastIndexOf(id) === index);
}

/** The last question of a matter; where there is none, the last one of all, or what was written to whoever comes. */
function lastQuestion(file: CaseFile): string | null {
  const asked = file.turns.filter(({ outcome }) => /^(?:answer|clarify|fallback)$/.test(outcome));
  const questions = (turns: CaseFile["turns"]): string[] =>
    turns.flatMap(({ question }) => (question?.trim() ? [question] : []));
  const lines = file.lines.flatMap(({ from, text }) => (from === "guest" && text?.trim() ? [text] : []));
  const last = questions(asked).at(-1) ?? questions(file.turns).at(-1) ?? lines.at(-1);
  return last === undefined ? null : shortened(last, QUESTION);
}

/** Fallbacks, and what the bot asked back about without answering next. */
function notUnderstood({ turns }: CaseFile): string[] {
  const questions = turns.flatMap(({ question, outcome, answered }, index) => {
    const settled = answered.length > 0 || (turns[index + 1]?.answered.length ?? 0) > 0;
    const failed = outcome === "fallback" || (outcome === "clarify" && !settled);
    return failed && question?.trim() ? [shortened(question, QUESTION)] : [];
  });
  return [...new Set(questions)].slice(-QUESTIONS);
}

function contactOf(
  file: CaseFile,
  handover: BriefedHandover,
  handedIn: { readonly emails: readonly string[]; readonly phones: readonly string[] },
): Brief["contact"] {
  const lines = file.lines.filter(({ from }) => from === "guest").slice(-LINES);
  const asked = Date.parse(handover.askedAt);
  const verbatim = lines
    .filter(({ at }) => Date.parse(at) >= asked)
    .map(({ text }) => contactsIn(text ?? ""));
  // who has left a message goes on with the bot, whose questions are masked again
  const masked = [
    ...lines.filter(({ at }) => handover.ticket || Date.parse(at) < asked).map(({ text }) => text ?? ""),
    ...file.turns.map(({ question }) => question ?? ""),
  ].map(maskedContacts);
  const emails = latest([...verbatim.flatMap((found) => found.emails), ...handedIn.emails]);
  const phones = latest([...verbatim.flatMap((found) => found.phones), ...handedIn.phones]);
  const lost = [
    ...(emails.length === 0 && masked.some(({ email }) => email) ? (["email"] as const) : []),
    ...(phones.length === 0 && masked.some(({ phone }) => phone) ? (["phone"] as const) : []),
  ];
  return { emails, phones, lost };
}

/** The last few, the last first. */
function latest(values: readonly string[]): string[] {
  return distinct(values, (value) => value)
    .slice(-VALUES)
    .reverse();
}

/** Each once, as it was said last; what is part of another ("Huber" of "Huber GmbH") is left out. */
function distinct<T>(values: readonly T[], wordsOf: (value: T) => string): T[] {
  // a bound, so that comparing each with each stays cheap
  const named = values
    .filter((value) => wordsOf(value).length <= VALUE)
    .slice(-40)
    .map((value) => ({ value, key: ` ${foldedWords(wordsOf(value)).join(" ")} ` }));
  return named
    .filter(
      ({ key }, index) =>
        !named.some(
          (other, at) => at !== index && other.key.includes(key) && (other.key !== key || at > index),
        ),
    )
    .map(({ value }) => value);
}
