import { longDate } from "../conversation/dates.js";
import { errandLink } from "../conversation/errand.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Extras, Reply, Values } from "../conversation/reply.js";
import { canRegister, seminarCard } from "../conversation/seminar-card.js";
import {
  activeBooking,
  bookingValues,
  cardViewFor,
  registrationOf,
} from "../conversation/seminar-for-guest.js";
import type { Seminar } from "../knowledge/model.js";
import type { Booking, Button, Link, RichText, SeminarCard } from "../vocabulary/index.js";
import { formsHere } from "./offered-form.js";

/** An answer from the seminar data: what to say, and which seminar it was about, if one. */
export interface SeminarAnswer {
  readonly text: RichText;
  readonly extras: Extras;
  readonly seminar: string | null;
}

/**
 * The seminar as a card for this guest: of one they have a seat at, it says so, and there is nothing to register for.
 */
export function cardOf(
  seminar: Seminar,
  input: DecisionInput,
  reply: Reply,
  { register } = { register: true },
): SeminarCard {
  const card = seminarCard(seminar, cardViewFor(seminar, input, reply.language));
  const booking = activeBooking(seminar.id, input);
  if (booking && !card.cancelled) return { ...card, status: bookingStatus(booking, reply) };
  return register ? { ...card, register: registerButton(seminar, input, reply) } : card;
}

/** "angemeldet, Nummer R-3F2K", "auf der Warteliste, Platz 2, Nummer R-3F2K". */
function bookingStatus(booking: Booking, reply: Reply): string {
  return reply.label(`booking.status.${booking.status}`, bookingValues(booking));
}

/** "Anmelden" or "Auf die Warteliste"; null where one cannot register here and now. */
export function registerButton(seminar: Seminar, input: DecisionInput, reply: Reply): Button | null {
  const form = seminar.registration?.form;
  const state = registrationOf(seminar, input);
  if (!form || !input.knowledge.forms.has(form) || !formsHere(input)) return null;
  if (!canRegister(state) || activeBooking(seminar.id, input)) return null;
  return reply.button(reply.label(state === "full" ? "button.waiting-list" : "button.register"), {
    does: "form",
    form,
    seminar: seminar.id,
  });
}

/**
 * Where forms are not filled in on this channel, the button of a card becomes a link into the form in the web chat; of
 * several seminars it names each.
 */
export function registerLinks(seminars: readonly Seminar[], input: DecisionInput, reply: Reply): Link[] {
  if (formsHere(input)) return [];
  return seminars.flatMap((seminar) => {
    const form = seminar.registration?.form;
    const state = registrationOf(seminar, input);
    const url = errandLink(`register:${seminar.id}`, input, reply.language);
    if (!form || !canRegister(state) || activeBooking(seminar.id, input) || url === null) return [];
    const label = reply.label(state === "full" ? "button.waiting-list" : "button.register");
    return [{ label: seminars.length > 1 ? `${label}: ${seminar.title[reply.language]}` : label, url }];
  });
}

/** What texts on a seminar may fill in; what the announcement does not state is said to be so. */
export function valuesOf(seminar: Seminar, card: SeminarCard, reply: Reply): Values {
  const { language } = reply;
  const unknown = reply.label("seminar.not-stated");
  const { registration, cancelled } = seminar;
  return {
    title: card.title,
    kind: seminar.kindOf?.[language] ?? (language === "de" ? "Seminar" : "seminar"),
    when: card.when ?? unknown,
    where: card.where ?? unknown,
    leaders: card.leaders ?? unknown,
    organiser: seminar.organiser ?? unknown,
    fee: card.fee ?? unknown,
    seats: seminar.seats === null ? unknown : String(seminar.seats),
    audience: seminar.audience?.[language] ?? unknown,
    online:
      seminar.online === null
        ? unknown
        : reply.label(seminar.online ? "seminar.online-yes" : "seminar.online-no"),
    recording: seminar.recording?.[language] ?? unknown,
    certificate: seminar.certificate?.[language] ?? unknown,
    cancellation: seminar.cancellation?.[language] ?? unknown,
    until: registration?.until ? longDate(registration.until, language) : unknown,
    url: registration?.url ?? undefined,
    source: seminar.source?.title,
    reason: cancelled ? reply.fill(cancelled[language]) : undefined,
  };
}

/** What must be said of some of the seminars shown: no year, examples. */
export function notesOn(seminars: readonly Seminar[], reply: Reply): RichText {
  const yearless = seminars.find((seminar) => seminar.date?.kind === "yearless");
  return [
    ...(yearless
      ? reply.words("seminar.yearless", {
          title: yearless.title[reply.language],
          url: yearless.registration?.url ?? undefined,
        })
      : []),
    ...(seminars.some((seminar) => seminar.example) ? reply.words("seminar.examples") : []),
  ];
}

/** Where the announcement says to register; none for what is over or called off. */
export function registrationLink(seminar: Seminar, input: DecisionInput, reply: Reply): Link[] {
  const url = seminar.registration?.url;
  return url && !seminar.cancelled && !input.facts.isPast(seminar)
    ? [{ label: reply.label("seminar.link"), url }]
    : [];
}

/** The list of all seminars: the desk's own page, else the office's. */
export function allSeminars(input: DecisionInput, reply: Reply): Link[] {
  const own = input.site === null ? null : `${input.site}/seminars?lang=${reply.language}`;
  const url = own ?? input.facts.value("office.seminarsLink", reply.language);
  return typeof url === "string" ? [{ label: reply.label("seminar.all"), url }] : [];
}
