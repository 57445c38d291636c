import { activeBooking } from "../conversation/seminar-for-guest.js";
import type { FormAnswer, Submission } from "../vocabulary/index.js";
import { summarise } from "./ask.js";
import { shown } from "./check.js";
import { askedFields } from "./path.js";
import { reference } from "./reference.js";
import { alreadyRegistered, bookable, cardOf, seatsOf } from "./seminar.js";
import { closed, type FormStep, partnerValues } from "./step.js";
import type { FormTurn } from "./turn.js";

/** A choice with this id, answered with this option, asks for a reminder. */
const REMINDER = { field: "reminder", option: "yes" } as const;

/**
 * The guest has confirmed the summary: hands the form in. Where a seat goes with it, the seat is taken, or a place on
 * the waiting list. A seminar that was changed since the summary is shown again first.
 */
export function handIn(step: FormStep): FormTurn {
  const { form, reply } = step;
  if (form.booking) return book(step);
  const submission = submissionOf(step);
  const values = { reference: submission.reference, ...partnerValues(step) };
  reply.say(reply.fill(form.confirmation[reply.language], values));
  return { ...closed(`form "${form.id}" handed in as ${submission.reference}`), submission };
}

function book(step: FormStep): FormTurn {
  const { form, open, input, reply } = step;
  const found = bookable(form, open.seminar ?? null, input, reply);
  if ("obstacle" in found) {
    reply.say(found.obstacle.text, { links: found.obstacle.links });
    return closed(`closed form "${form.id}": ${found.obstacle.reason}`);
  }
  const { seminar } = found;
  const title = seminar.title[reply.language];
  const bookings = reply.button(reply.label("button.bookings"), { does: "bookings" });
  const active = activeBooking(seminar.id, input);
  if (active) {
    reply.say(alreadyRegistered(title, active, reply), { buttons: [bookings] });
    return closed(`already registered for "${seminar.id}"`);
  }
  if (seminar.fingerprint !== open.fingerprint) return summarise(step, reply.words("form.seminar.changed"));

  const { booked, waiting } = seatsOf(seminar, input);
  const { seats, fingerprint } = seminar;
  const isFree = seats === null || booked < seats;
  const submission = submissionOf(step);
  // how many seats are left is no longer what the guest wants to know
  const card = { ...cardOf(seminar, input, reply), status: null };
  const reminder = open.answers[REMINDER.field] === REMINDER.option;
  reply.say(
    [
      ...reply.words(isFree ? "form.booked" : "form.waiting", { title, position: String(waiting + 1) }),
      ...reply.fill(form.confirmation[reply.language], { reference: submission.reference }),
    ],
    { cards: [isFree ? card : { ...card, calendarUrl: null }], buttons: [bookings] },
  );
  return {
    ...closed(
      `form "${form.id}" handed in as ${submission.reference}`,
      isFree ? `seat at "${seminar.id}"` : `waiting list of "${seminar.id}"`,
    ),
    submission,
    bookings: [
      {
        does: "book",
        seminar: seminar.id,
        as: isFree ? "booked" : "waiting",
        reminder,
        reference: submission.reference,
        told: fingerprint,
      },
    ],
    ...(seats === null
      ? {}
      : { seat: { seminar: seminar.id, ...(isFree ? { fewerThan: seats } : { waiting }) } }),
  };
}

function submissionOf({ form, open, input, reply }: FormStep): Submission {
  const { language } = reply;
  return {
    reference: reference(form.letter, input.eventId),
    form: form.id,
    ...(open.seminar === undefined ? {} : { seminar: open.seminar }),
    language,
    answers: askedFields(form, open.answers).map((field) => {
      const value: FormAnswer = open.answers[field.id] ?? null;
      return { field: field.id, label: field.label[language], value, shown: shown(field, value, language) };
    }),
    keepDays: form.keepDays,
  };
}
