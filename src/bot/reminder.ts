import { Temporal } from "temporal-polyfill";
import type { DecisionInput } from "../conversation/input.js";
import type { Seminar } from "../knowledge/model.js";
import type { BookingChange, Decision } from "../vocabulary/index.js";

/** When a guest is reminded: on the day before, at this time in the office's time zone. */
const AT = "10:00";

/**
 * The timers of the reminders that these bookings ask for. The name carries what the guest was told of the seminar,
 * so that of several timers of one booking only the one set last still means something.
 */
export function reminderTimers(changes: readonly BookingChange[], input: DecisionInput): Decision["timers"] {
  return changes.flatMap((change) => {
    if (change.does !== "book" || !change.reminder) return [];
    const seminar = input.knowledge.seminars.find(({ id }) => id === change.seminar);
    return seminar ? reminderTimer(change.reference, change.told, seminar, input) : [];
  });
}

/** None where the seminar has no full date, or the time for a reminder has passed. */
export function reminderTimer(
  reference: string,
  told: string,
  seminar: Seminar,
  input: DecisionInput,
): Decision["timers"] {
  if (seminar.date?.kind !== "full") return [];
  const at = Temporal.PlainDate.from(seminar.date.start)
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: input.knowledge.office.timeZone, plainTime: AT }).epochMilliseconds;
  return at > input.now ? [{ at: new Date(at).toISOString(), name: `reminder:${reference}:${told}` }] : [];
}

/** Whether it begins on the day after `today` (ISO date). */
export function isTomorrow({ date }: Seminar, today: string): boolean {
  return date?.kind === "full" && Temporal.PlainDate.from(today).add({ days: 1 }).toString() === date.start;
}
