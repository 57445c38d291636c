import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { canRegister } from "../conversation/seminar-card.js";
import { bookingValues, registrationOf } from "../conversation/seminar-for-guest.js";
import type { Seminar } from "../knowledge/model.js";
import type { Act, Booking, Button } from "../vocabulary/index.js";
import { formsHere } from "./offered-form.js";
import { allSeminars, cardOf, valuesOf } from "./seminar-shown.js";
import { liveTopic, seminarTopic } from "./topic.js";
import type { Answered } from "./turn.js";
import { yesOrNo } from "./yes-no.js";

/** A seat or place on a waiting list that still means something, with its seminar. */
interface LiveBooking {
  readonly booking: Booking;
  readonly seminar: Seminar;
}

/** This guest's registrations for what is not over, the last first. */
function liveBookings(input: DecisionInput): LiveBooking[] {
  return input.conversation.bookings.flatMap((booking) => {
    const seminar = input.knowledge.seminars.find(({ id }) => id === booking.seminar);
    return seminar && booking.status !== "withdrawn" && !input.facts.isPast(seminar)
      ? [{ booking, seminar }]
      : [];
  });
}

/** Shows the guest's registrations, with a button to give each of them back. */
export function showBookings(input: DecisionInput, reply: Reply): Answered {
  const bookings = liveBookings(input);
  const lost = unlisted(input);
  if (bookings.length === 0 && lost.length === 0)
    reply.say(reply.words("booking.none"), { links: allSeminars(input, reply) });
  if (bookings.length > 0)
    reply.say(reply.words("booking.list"), {
      cards: bookings.map(({ seminar }) => cardOf(seminar, input, reply, { register: false })),
      buttons: bookings.flatMap(({ booking, seminar }) =>
        // nobody need withdraw from what does not take place
        seminar.cancelled ? [] : [withdrawButton(booking, bookings.length > 1 ? seminar : null, reply)],
      ),
    });
  if (lost.length > 0) sayUnlisted(lost, reply);
  return { outcome: "answer", reasons: [`${bookings.length + lost.length} registrations shown`] };
}

/**
 * "Ich möchte mich abmelden": with one registration that can be meant it is asked for at once, with several they are
 * shown. Null where the guest has none in this chat, or means a seminar that they have none for.
 * @param named the seminars that may be meant; none: whichever there is.
 */
export function cancelBooking(named: readonly string[], input: DecisionInput, reply: Reply): Answered | null {
  const bookings = liveBookings(input).filter(({ seminar }) => !seminar.cancelled);
  const spokenOf = liveTopic(input.conversation.state, input.now)?.seminar;
  const meant = bookings.filter(({ seminar }) => named.includes(seminar.id));
  const candidates = named.length > 0 ? meant : bookings;
  const only =
    candidates.length === 1 ? candidates[0] : candidates.find(({ seminar }) => seminar.id === spokenOf);
  if (only) return askWhetherSure(only, input, reply);
  return candidates.length > 0 ? showBookings(input, reply) : null;
}

/** Gives a seat back, once the guest has confirmed it. */
export function withdraw(
  act: Extract<Act, { does: "withdraw" }>,
  input: DecisionInput,
  reply: Reply,
): Answered {
  const known = input.conversation.bookings.find(({ id }) => id === act.booking);
  const live = liveBookings(input).find(({ booking }) => booking.id === act.booking);
  if (known && unlisted(input).includes(known)) {
    sayUnlisted([known], reply);
    return { outcome: "answer", reasons: [`"${known.seminar}" no longer stands in seminars.yaml`] };
  }
  if (!live) {
    reply.say(reply.words(known && known.status !== "withdrawn" ? "booking.over" : "booking.gone"), {
      buttons: [reply.button(reply.label("button.bookings"), { does: "bookings" })],
    });
    return { outcome: "answer", reasons: ["the registration is no longer there, or its seminar is over"] };
  }
  if (!act.confirmed) return askWhetherSure(live, input, reply);
  const { booking, seminar } = live;
  reply.say(
    reply.words(booking.status === "waiting" ? "booking.withdrawn-waiting" : "booking.withdrawn", {
      ...valuesOf(seminar, cardOf(seminar, input, reply, { register: false }), reply),
      ...bookingValues(booking),
    }),
    { buttons: againButton(seminar, input, reply) },
  );
  return {
    outcome: "answer",
    // of what is called off nobody gets a seat
    bookings: [{ does: "withdraw", booking: booking.id, seats: seminar.cancelled ? 0 : seminar.seats }],
    reasons: [`withdrew from ${seminar.id}`],
  };
}

/** "Ja" or "nein" to the question whether one is sure, as the button that it means. */
export function sureInWords(text: string, input: DecisionInput): Act | null {
  const { state } = input.conversation;
  if (!state.said.some((name) => name.startsWith(`${SURE}#`) || name.startsWith(`${SURE_WAITING}#`)))
    return null;
  const about = liveBookings(input).find(({ seminar }) => seminar.id === state.topic?.seminar);
  const sure = yesOrNo(text);
  if (!about || sure === null) return null;
  return sure ? { does: "withdraw", booking: about.booking.id, confirmed: true } : { does: "bookings" };
}

/** "Meine Anmeldungen", and "abmelden" of somebody who registered here: short, and about nothing else then. */
export function bookingsInWords(text: string, input: DecisionInput, reply: Reply): Answered | null {
  const words = foldedWords(text).join(" ");
  if (MY_BOOKINGS.test(words)) return showBookings(input, reply);
  if (!WITHDRAW.test(words) || input.conversation.bookings.length === 0) return null;
  return cancelBooking([], input, reply) ?? showBookings(input, reply);
}

/** The button that gives a seat back; it names the seminar where there are several. */
export function withdrawButton(booking: Booking, seminar: Seminar | null, reply: Reply): Button {
  const label = seminar
    ? reply.label("button.withdraw-from", { title: seminar.title[reply.language] })
    : reply.label("button.withdraw");
  return reply.button(label, { does: "withdraw", booking: booking.id });
}

/** Registrations that stand although staff took their seminar off the list: nobody knows here what became of it. */
function unlisted({ conversation, knowledge }: DecisionInput): Booking[] {
  return conversation.bookings.filter(
    ({ status, seminar }) => status !== "withdrawn" && !knowledge.seminars.some(({ id }) => id === seminar),
  );
}

function sayUnlisted(bookings: readonly Booking[], reply: Reply): void {
  const reference = bookings.map((booking) => booking.reference).join(", ");
  reply.say(reply.words("booking.unlisted", { reference }));
}

function askWhetherSure({ booking, seminar }: LiveBooking, input: DecisionInput, reply: Reply): Answered {
  const values = valuesOf(seminar, cardOf(seminar, input, reply, { register: false }), reply);
  reply.say(
    reply.words(booking.status === "waiting" ? SURE_WAITING : SURE, {
      ...values,
      ...bookingValues(booking),
      cancellation: seminar.cancellation ? values["cancellation"] : undefined,
    }),
    {
      buttons: [
        reply.button(reply.label("button.withdraw-sure"), {
          does: "withdraw",
          booking: booking.id,
          confirmed: true,
        }),
        reply.button(reply.label("button.withdraw-not"), { does: "bookings" }),
      ],
    },
  );
  return {
    outcome: "answer",
    topic: seminarTopic(seminar, input.knowledge, reply.language, input.now),
    reasons: [`asked whether to withdraw from ${seminar.id}`],
  };
}

/** Undoing is registering again, as long as one can. */
function againButton(seminar: Seminar, input: DecisionInput, reply: Reply): Button[] {
  const form = seminar.registration?.form;
  const state = registrationOf(seminar, input);
  if (!form || !formsHere(input) || !canRegister(state)) return [];
  return [reply.button(reply.label("button.register-again"), { does: "form", form, seminar: seminar.id })];
}

const SURE = "booking.sure";
const SURE_WAITING = "booking.sure-waiting";
const MY_BOOKINGS =
  /^(?:zeig(?:en sie)? )?(?:mir )?(?:meine|unsere) (?:seminar)?(?:anmeldung|buchung|registrierung)(?:en)?(?: zeigen| anzeigen| bitte)?$|^(?:wozu|wofuer) (?:bin ich|habe ich mich) angemeldet$|^(?:show )?(?:me )?my (?:registration|booking)s?(?: please)?$/u;
const WITHDRAW =
  /^(?:ich (?:moechte|will|muss) mich (?:leider |wieder |bitte )?)?(?:bitte )?(?:abmelden|abmeldung|stornieren|stornierung|absagen)(?: bitte)?$|^(?:i (?:want|have|would like|need) to )?(?:please )?(?:withdraw|unregister|cancel my (?:registration|booking|seat|place))(?: please)?$/u;
