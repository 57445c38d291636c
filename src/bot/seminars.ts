import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { seminarIntent } from "../conversation/seminar-intent.js";
import { periodIn } from "../conversation/when.js";
import type { Seminar, SeminarAspect } from "../knowledge/model.js";
import type { RichText, SeminarCard } from "../vocabulary/index.js";
import { bestNamed } from "./named-seminar.js";
import { aboutCancelling, aboutRegistering } from "./registration.js";
import { isWithin } from "./seminar-filter.js";
import { listSeminars, openSeminars } from "./seminar-list.js";
import {
  allSeminars,
  cardOf,
  notesOn,
  registerLinks,
  registrationLink,
  type SeminarAnswer,
  valuesOf,
} from "./seminar-shown.js";
import { liveTopic } from "./topic.js";

/** At most so many seminars are offered to choose from. */
const OFFERED = 5;

/**
 * Answers a question on seminars from seminars.yaml: nothing is guessed, what the announcement does not say is said
 * to be "not stated". A seminar without a year is never called coming or past, whatever the day is.
 */
export function answerOnSeminars(
  aspect: SeminarAspect,
  text: string,
  chosen: string | null,
  input: DecisionInput,
  reply: Reply,
): SeminarAnswer {
  if (aspect === "list" || aspect === "search") return listSeminars(aspect, text, input, reply);
  const seminar = meant(chosen, input);
  return seminar ? about(aspect, text, seminar, input, reply) : whichOne(aspect, text, input, reply);
}

/** The seminar that is talked about: chosen by button, named, the conversation's, or the only real one. */
function meant(chosen: string | null, input: DecisionInput): Seminar | null {
  const { seminars } = input.knowledge;
  const named = bestNamed(input);
  const spokenOf = liveTopic(input.conversation.state, input.now)?.seminar;
  // two that are named alike, and neither is talked about: nobody is told, or registered for, the wrong one
  const unclear = named.length > 1 && !(spokenOf && named.includes(spokenOf));
  if (!chosen && unclear) return null;
  const id = chosen ?? (named.length > 1 ? spokenOf : (named[0] ?? spokenOf));
  const found = seminars.find((seminar) => seminar.id === id);
  if (found) return found;
  const open = seminars.filter((seminar) => !input.facts.isPast(seminar));
  const real = open.filter((seminar) => !seminar.example);
  return (real.length === 1 ? real[0] : open.length === 1 ? open[0] : undefined) ?? null;
}

function about(
  aspect: Exclude<SeminarAspect, "list" | "search">,
  text: string,
  seminar: Seminar,
  input: DecisionInput,
  reply: Reply,
): SeminarAnswer {
  if (aspect === "register") return aboutRegistering(seminar, input, reply);
  if (aspect === "cancel") return aboutCancelling(seminar, input, reply);
  const { language } = reply;
  const withCard = aspect === "overview" || aspect === "details" || aspect === "date-place";
  const card = cardOf(seminar, input, reply, { register: withCard });
  const values = valuesOf(seminar, card, reply);
  const past = input.facts.isPast(seminar);
  return {
    text: [
      ...(seminar.cancelled ? reply.words("seminar.cancelled", values) : []),
      ...(past && !seminar.cancelled ? reply.words("seminar.past", values) : []),
      ...reply.words(`seminar.${aspect}`, values),
      ...(aspect === "details" || aspect === "overview" ? (seminar.abstract?.[language] ?? []) : []),
      ...(asksForCalendar(text) ? aboutCalendar(seminar, card, reply) : []),
      ...notesOn([seminar], reply),
    ],
    extras: {
      ...(withCard || (card.calendarUrl && asksForCalendar(text)) ? { cards: [card] } : {}),
      links: [
        ...(withCard ? registerLinks([seminar], input, reply) : []),
        ...registrationLink(seminar, input, reply),
      ],
    },
    seminar: seminar.id,
  };
}

/** Where the calendar file is, or why there is none. Nothing where the desk has no pages, or nothing is to come. */
function aboutCalendar(seminar: Seminar, card: SeminarCard, reply: Reply): RichText {
  if (card.calendarUrl) return reply.words("seminar.calendar");
  const { date } = seminar;
  if (!date) return reply.words("seminar.calendar.undated");
  return date.kind === "yearless" ? reply.words("seminar.calendar.yearless") : [];
}

/** Whether the message is about putting something into a calendar. */
export function asksForCalendar(text: string): boolean {
  return foldedWords(text).some((word) => CALENDAR.test(word));
}

const CALENDAR = /kalender|^calendar|^outlook$|^ical|^ics$/;

function whichOne(
  aspect: Exclude<SeminarAspect, "list" | "search">,
  text: string,
  input: DecisionInput,
  reply: Reply,
): SeminarAnswer {
  const period = periodIn(text, input.facts.today);
  const named = bestNamed(input);
  const all = openSeminars(input);
  const open = named.length > 1 ? all.filter(({ id }) => named.includes(id)) : all;
  const inPeriod = open.filter((seminar) => isWithin(seminar, period));
  const candidates = (inPeriod.length > 0 ? inPeriod : open).slice(0, OFFERED);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (only) return about(aspect, text, only, input, reply);
  if (candidates.length === 0)
    return { text: reply.words("seminar.none"), extras: { links: allSeminars(input, reply) }, seminar: null };
  const intent = seminarIntent(input.knowledge, aspect);
  return {
    text: reply.words("seminar.which"),
    extras: {
      buttons: intent
        ? candidates.map((seminar) =>
            reply.button(seminar.title[reply.language], { does: "ask", intent, seminar: seminar.id }),
          )
        : [],
    },
    seminar: null,
  };
}
