import type { Seminar } from "../knowledge/model.js";
import type { Booking, Language } from "../vocabulary/index.js";
import type { DecisionInput } from "./input.js";
import { type CardView, type RegistrationState, registrationState } from "./seminar-card.js";

/** This guest's seat at the seminar, or place on its waiting list. */
export function activeBooking(seminar: string | null, input: DecisionInput): Booking | null {
  const active = input.conversation.bookings.find(
    (booking) => booking.seminar === seminar && booking.status !== "withdrawn",
  );
  return active ?? null;
}

/** What texts on a booking may fill in. */
export function bookingValues({ reference, position }: Booking): { reference: string; position: string } {
  return { reference, position: position === null ? "" : String(position) };
}

/** How registering for the seminar stands at this moment. */
export function registrationOf(seminar: Seminar, input: DecisionInput): RegistrationState {
  return registrationState(seminar, momentOf(seminar, input));
}

/** What the seminar's card depends on in this conversation. */
export function cardViewFor(seminar: Seminar, input: DecisionInput, language: Language): CardView {
  const { knowledge, site, signed } = input;
  return {
    language,
    messages: knowledge.messages,
    site,
    ...(signed ? { signed } : {}),
    ...momentOf(seminar, input),
  };
}

function momentOf(
  seminar: Seminar,
  { facts, seats }: DecisionInput,
): Pick<CardView, "seats" | "past" | "today"> {
  return { seats: seats[seminar.id], past: facts.isPast(seminar), today: facts.today };
}
