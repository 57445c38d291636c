import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { bookingValues } from "../conversation/seminar-for-guest.js";
import { expireForm } from "../forms/index.js";
import type { Seminar } from "../knowledge/model.js";
import type { Booking, BookingChange } from "../vocabulary/index.js";
import { withdrawButton } from "./bookings.js";
import { formStep, thenAskAgain } from "./form-step.js";
import { isTomorrow, reminderTimer } from "./reminder.js";
import { allSeminars, cardOf, valuesOf } from "./seminar-shown.js";
import { seminarTopic } from "./topic.js";
import type { Turn } from "./turn.js";

/**
 * What the desk says of its own accord, when a timer is due: only what the guest registered for or agreed to, and
 * nothing where it no longer holds. An open form stays as it is.
 *
 * - `moved-up:<booking>`: a seat became free for who waited
 * - `seminar-changed:<booking>`: the seminar was changed or called off
 * - `reminder:<reference>:<fingerprint>`: it is tomorrow
 * - `form-expires`: a form was left lying
 */
export function onTimer(name: string, input: DecisionInput, reply: Reply): Turn {
  const [kind = "", about = "", told = ""] = name.split(":");
  switch (kind) {
    case "moved-up":
      return movedUp(byId(about, input), input, reply);
    case "seminar-changed":
      return changed(byId(about, input), input, reply);
    case "reminder":
      return reminded(
        input.conversation.bookings.find(({ reference }) => reference === about),
        told,
        input,
        reply,
      );
    case "form-expires": {
      const step = expireForm(input, reply);
      return step ? formStep(step, input, reply) : silent("no form has expired");
    }
    default:
      return silent(`unknown timer "${kind}"`);
  }
}

function movedUp(booking: Booking | undefined, input: DecisionInput, reply: Reply): Turn {
  const seminar = booking?.status === "booked" ? takesPlace(booking, input) : null;
  if (!booking || !seminar) return silent("the seat is no longer there, or the seminar does not take place");
  return notice("booking.moved-up", booking, seminar, input, reply);
}

function changed(booking: Booking | undefined, input: DecisionInput, reply: Reply): Turn {
  const seminar = booking && seminarOf(booking, input);
  if (!booking || !seminar || booking.status === "withdrawn" || booking.told === seminar.fingerprint)
    return silent("there is nobody to tell, or they know already");
  const told: BookingChange = { does: "told", booking: booking.id, told: seminar.fingerprint };
  if (input.facts.isPast(seminar)) return { ...silent("the seminar is over"), bookings: [told] };
  const key = seminar.cancelled
    ? "booking.cancelled"
    : booking.status === "waiting"
      ? "booking.changed-waiting"
      : "booking.changed";
  return {
    ...notice(key, booking, seminar, input, reply),
    bookings: [told],
    // the earlier timer carries what was told before, and so means nothing any more
    timers:
      booking.reminder && !seminar.cancelled
        ? reminderTimer(booking.reference, seminar.fingerprint, seminar, input)
        : [],
  };
}

function reminded(booking: Booking | undefined, told: string, input: DecisionInput, reply: Reply): Turn {
  const seminar = booking?.status === "booked" && booking.reminder ? takesPlace(booking, input) : null;
  if (!booking || !seminar) return silent("the seat is no longer there, or the seminar does not take place");
  if (booking.told !== told || seminar.fingerprint !== told)
    return silent("the seminar was changed since: that notice brings a reminder of its own");
  if (!isTomorrow(seminar, input.facts.today)) {
    return {
      ...silent("it is not tomorrow"),
      timers: reminderTimer(booking.reference, told, seminar, input),
    };
  }
  return notice("booking.reminder", booking, seminar, input, reply);
}

/** Says it, with the seminar's card and a way out; what the guest asks next is about this seminar. */
function notice(key: string, booking: Booking, seminar: Seminar, input: DecisionInput, reply: Reply): Turn {
  const card = cardOf(seminar, input, reply, { register: false });
  reply.say(reply.words(key, { ...valuesOf(seminar, card, reply), ...bookingValues(booking) }), {
    cards: [card],
    ...(seminar.cancelled
      ? { links: allSeminars(input, reply) }
      : { buttons: [withdrawButton(booking, null, reply)] }),
  });
  const turn: Turn = {
    outcome: "notice",
    topic: seminarTopic(seminar, input.knowledge, reply.language, input.now),
    reasons: [`${key} of ${seminar.id}`],
  };
  return thenAskAgain(turn, input, reply);
}

function byId(id: string, { conversation: { bookings } }: DecisionInput): Booking | undefined {
  return bookings.find((booking) => String(booking.id) === id);
}

function seminarOf({ seminar }: Booking, { knowledge }: DecisionInput): Seminar | null {
  return knowledge.seminars.find(({ id }) => id === seminar) ?? null;
}

/** The booking's seminar, if it is neither over nor called off. */
function takesPlace(booking: Booking, input: DecisionInput): Seminar | null {
  const seminar = seminarOf(booking, input);
  return seminar && !seminar.cancelled && !input.facts.isPast(seminar) ? seminar : null;
}

function silent(reason: string): Turn {
  return { outcome: "ignored", reasons: [reason] };
}
