import { longDate } from "../conversation/dates.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { canRegister, type RegistrationState, seminarCard } from "../conversation/seminar-card.js";
import { bookingValues, cardViewFor, registrationOf } from "../conversation/seminar-for-guest.js";
import type { Form, Seminar } from "../knowledge/model.js";
import type { Booking, Link, RichText, Seats, SeminarCard } from "../vocabulary/index.js";
import type { FormStep } from "./step.js";

/** Why a seminar cannot be registered for, in words for the guest and in short for staff. */
export interface Obstacle {
  readonly reason: string;
  readonly text: RichText;
  readonly links: readonly Link[];
}

/** What a registration is about; `text` undefined for a form that registers for nothing. */
export type SeminarWords =
  | { readonly obstacle: Obstacle }
  | { readonly text: RichText | undefined; readonly fingerprint?: string };

/** The seminar that a step registers for, with date, place and whether a seat is free; or why it cannot be had. */
export function seminarWords({ form, open, input, reply }: FormStep): SeminarWords {
  if (!form.booking) return { text: undefined };
  const found = bookable(form, open.seminar ?? null, input, reply);
  if ("obstacle" in found) return found;
  return { text: described(found.seminar, input, reply), fingerprint: found.seminar.fingerprint };
}

/** The seminar, where one can register for it with this form; else why not. */
export function bookable(
  form: Form,
  id: string | null,
  input: DecisionInput,
  reply: Reply,
): { readonly seminar: Seminar } | { readonly obstacle: Obstacle } {
  const seminar = input.knowledge.seminars.find((candidate) => candidate.id === id);
  if (!seminar) return obstacle("gone", "there is no such seminar", reply, {});
  const until = seminar.registration?.until;
  const values = {
    title: seminar.title[reply.language],
    ...(until ? { until: longDate(until, reply.language) } : {}),
  };
  const state = registrationWith(form, seminar, input);
  switch (state) {
    case "open":
    case "full":
      return { seminar };
    case "cancelled": {
      const reason = seminar.cancelled && reply.fill(seminar.cancelled[reply.language]);
      return obstacle("cancelled", "the seminar is cancelled", reply, values, reason ?? []);
    }
    case "past":
      return obstacle("past", "the seminar is over", reply, values);
    case "closed":
      return obstacle("closed", "registration has closed", reply, values);
    case "elsewhere":
      return elsewhere(seminar, reply, values);
  }
}

/** How registering with this form stands. */
export function registrationWith(form: Form, seminar: Seminar, input: DecisionInput): RegistrationState {
  const state = registrationOf(seminar, input);
  return canRegister(state) && seminar.registration?.form !== form.id ? "elsewhere" : state;
}

/** The words for a guest who has a seat at the seminar already, or a place on its waiting list. */
export function alreadyRegistered(title: string, booking: Booking, reply: Reply): RichText {
  const key = booking.status === "waiting" ? "form.waiting-already" : "form.booked-already";
  return reply.words(key, { title, ...bookingValues(booking) });
}

/** How many seats are taken. */
export function seatsOf({ id }: Pick<Seminar, "id">, input: DecisionInput): Seats {
  return input.seats[id] ?? { booked: 0, waiting: 0 };
}

/** The seminar's card; with its calendar file, where it has one. */
export function cardOf(seminar: Seminar, input: DecisionInput, reply: Reply): SeminarCard {
  return seminarCard(seminar, cardViewFor(seminar, input, reply.language));
}

function described(seminar: Seminar, input: DecisionInput, reply: Reply): RichText {
  const { title, when, where } = cardOf(seminar, input, reply);
  const { booked, waiting } = seatsOf(seminar, input);
  const values = {
    title,
    // what the announcement does not state is left out
    when: when ?? undefined,
    where: where ?? undefined,
    free: String((seminar.seats ?? 0) - booked),
    position: String(waiting + 1),
  };
  const seats =
    seminar.seats === null
      ? []
      : reply.words(booked < seminar.seats ? "form.seat.free" : "form.seat.waiting", values);
  return [...reply.words("form.seminar", values), ...seats];
}

function elsewhere(
  seminar: Seminar,
  reply: Reply,
  values: Readonly<Record<string, string | undefined>>,
): { readonly obstacle: Obstacle } {
  const url = seminar.registration?.url;
  const links = url ? [{ label: reply.label("seminar.link"), url }] : [];
  return obstacle(url ? "link" : "elsewhere", "it is not registered for here", reply, values, [], links);
}

function obstacle(
  key: string,
  reason: string,
  reply: Reply,
  values: Readonly<Record<string, string | undefined>>,
  more: RichText = [],
  links: readonly Link[] = [],
): { readonly obstacle: Obstacle } {
  return { obstacle: { reason, text: [...reply.words(`form.seminar.${key}`, values), ...more], links } };
}
