import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { activeBooking, bookingValues, registrationOf } from "../conversation/seminar-for-guest.js";
import type { Seminar } from "../knowledge/model.js";
import { formsHere } from "./offered-form.js";
import {
  cardOf,
  notesOn,
  registerButton,
  registerLinks,
  registrationLink,
  type SeminarAnswer,
  valuesOf,
} from "./seminar-shown.js";

/** How one registers for the seminar: here, at an address, both, or no longer; with the button or link for it. */
export function aboutRegistering(seminar: Seminar, input: DecisionInput, reply: Reply): SeminarAnswer {
  const card = cardOf(seminar, input, reply, { register: false });
  const known = valuesOf(seminar, card, reply);
  const booking = activeBooking(seminar.id, input);
  if (booking && !seminar.cancelled && !input.facts.isPast(seminar)) {
    return {
      text: reply.words(booking.status === "waiting" ? "booking.already-waiting" : "booking.already", {
        ...known,
        ...bookingValues(booking),
      }),
      extras: {
        cards: [card],
        buttons: [reply.button(reply.label("button.withdraw"), { does: "withdraw", booking: booking.id })],
      },
      seminar: seminar.id,
    };
  }
  const button = registerButton(seminar, input, reply);
  const url = registrationLink(seminar, input, reply);
  const waiting = input.seats[seminar.id]?.waiting ?? 0;
  const values = {
    ...known,
    // in a list of facts, what is not stated is left out
    until: seminar.registration?.until ? known["until"] : undefined,
    places: card.status ?? undefined,
    waiting: waiting > 0 ? String(waiting) : undefined,
  };
  return {
    text: [
      ...reply.words(wayToRegister(seminar, button !== null, input), button ? values : { ...known }),
      ...(button && url.length > 0 ? reply.words("seminar.register.or-page", values) : []),
      ...notesOn([seminar], reply),
    ],
    extras: {
      buttons: button ? [button] : [],
      // beside the button the address stands in the text: two things called registration are one too many
      links: button ? [] : [...registerLinks([seminar], input, reply), ...url],
    },
    seminar: seminar.id,
  };
}

/** How one cancels, as the announcement says it; a registration of this guest in this chat is `bookings.ts`'s. */
export function aboutCancelling(seminar: Seminar, input: DecisionInput, reply: Reply): SeminarAnswer {
  const values = valuesOf(seminar, cardOf(seminar, input, reply, { register: false }), reply);
  const key = seminar.cancelled
    ? "seminar.cancelled"
    : seminar.registration?.form
      ? "seminar.cancel.here"
      : "seminar.cancel";
  return {
    text: [...reply.words(key, values), ...notesOn([seminar], reply)],
    extras: { links: registrationLink(seminar, input, reply) },
    seminar: seminar.id,
  };
}

/** The text of messages.yaml that says how, or why not. */
function wayToRegister(seminar: Seminar, here: boolean, input: DecisionInput): string {
  const state = registrationOf(seminar, input);
  switch (state) {
    case "cancelled":
      return "seminar.cancelled";
    case "past":
      return "seminar.register.past";
    case "closed":
      return "seminar.register.closed";
    case "open":
    case "full":
      if (here) return state === "full" ? "seminar.register.full" : "seminar.register.here";
      if (seminar.registration?.url) return "seminar.register";
      return input.site && !formsHere(input) ? "seminar.register.web" : "seminar.register.ask";
    case "elsewhere":
      return seminar.registration?.url ? "seminar.register" : "seminar.register.unstated";
  }
}
