import type { Messages, Seminar } from "../knowledge/model.js";
import type { Language, Seats, SeminarCard } from "../vocabulary/index.js";
import { longDate, monthName } from "./dates.js";
import { plainWords } from "./words.js";

/** What a seminar's card depends on beside the seminar. */
export interface CardView {
  readonly language: Language;
  /** The texts of messages.yaml, for the words of the status. */
  readonly messages: Messages;
  /** Where guests reach the desk's pages, without a slash at the end; null where there are none. */
  readonly site: string | null;
  /** See `DecisionInput.signed`: the calendar file is then reached by a signed address. */
  readonly signed?: (path: string) => string;
  /** Left out: none taken. */
  readonly seats?: Seats | undefined;
  /** It has ended (`Facts.isPast`). */
  readonly past: boolean;
  /** The day in the office's time zone, ISO date. */
  readonly today: string;
}

/**
 * The seminar as a card; null is "not stated". Its register button is null: only who may open a form here knows
 * whether there is one.
 */
export function seminarCard(seminar: Seminar, view: CardView): SeminarCard {
  const { language, site } = view;
  const place = [seminar.place?.venue, seminar.place?.city].filter(Boolean).join(", ");
  const online = seminar.online === true ? "online" : null;
  const leaders = seminar.leaders
    .map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name))
    .join(", ");
  // what is over or called off is nothing to put into a calendar
  const datable = seminar.date?.kind === "full" && !view.past && !seminar.cancelled;
  return {
    kind: "seminar",
    seminar: seminar.id,
    title: seminar.title[language],
    when: seminar.date ? seminarWhen(seminar.date, language) : null,
    where: [place, online].filter(Boolean).join(" / ") || null,
    leaders: leaders || null,
    fee: seminar.fee?.[language] ?? null,
    url: seminar.registration?.url ?? null,
    example: seminar.example,
    pageUrl: site === null ? null : `${site}/seminars/${seminar.id}?lang=${language}`,
    calendarUrl: site !== null && datable ? site + calendarPath(seminar, view) : null,
    status: statusWords(seminar, view),
    cancelled: seminar.cancelled !== null,
    register: null,
  };
}

function calendarPath({ id }: Seminar, { language, signed }: CardView): string {
  return signed ? signed(`/ics/${id}?lang=${language}`) : `/seminars/${id}.ics?lang=${language}`;
}

/** "Montag, 30. November 2026, 16:00 bis 18:00 Uhr", "24./25. November (ohne Jahresangabe)". */
export function seminarWhen(date: NonNullable<Seminar["date"]>, language: Language): string {
  if (date.kind === "yearless") {
    const month = monthName(date.month, language);
    return language === "de"
      ? `${date.days.map((number) => `${number}.`).join("/")} ${month} (ohne Jahresangabe)`
      : `${date.days.join("/")} ${month} (no year given)`;
  }
  const days =
    date.start === date.end
      ? longDate(date.start, language)
      : `${longDate(date.start, language)} – ${longDate(date.end, language)}`;
  const times = hours(date.from, date.to, language);
  return times ? `${days}, ${times}${language === "de" ? " Uhr" : ""}` : days;
}

function hours(from: string | null, to: string | null, language: Language): string | null {
  const [since, until] = language === "de" ? ["ab", "bis"] : ["from", "to"];
  if (from && to) return `${from} ${until} ${to}`;
  if (from) return `${since} ${from}`;
  return to && `${language === "de" ? until : "until"} ${to}`;
}

/**
 * Whether one can register in the chat: "open" (a seat is free), "full" (only the waiting list), "closed" (the last
 * day for it has passed), "cancelled", "past", or "elsewhere" (the announcement names another way, or none).
 */
export type RegistrationState = "open" | "full" | "closed" | "cancelled" | "past" | "elsewhere";

/** How registering stands. */
export function registrationState(
  seminar: Seminar,
  { seats, past, today }: Pick<CardView, "seats" | "past" | "today">,
): RegistrationState {
  if (seminar.cancelled) return "cancelled";
  if (past) return "past";
  const { registration } = seminar;
  if (registration?.until && registration.until < today) return "closed";
  if (!registration?.form) return "elsewhere";
  return freeSeats(seminar, seats) === 0 ? "full" : "open";
}

/** How many can still be given; null: there is no limit, or it is not stated. */
export function freeSeats({ seats: limit }: Pick<Seminar, "seats">, seats: Seats | undefined): number | null {
  return limit === null ? null : Math.max(0, limit - (seats?.booked ?? 0));
}

/** Whether one can register in the chat now, be it for the waiting list. */
export function canRegister(state: RegistrationState): boolean {
  return state === "open" || state === "full";
}

function statusWords(seminar: Seminar, view: CardView): string | null {
  const say = (key: string, values?: Readonly<Record<string, string>>): string =>
    plainWords(view.messages, `seminar.status.${key}`, view.language, values);
  const state = registrationState(seminar, view);
  switch (state) {
    case "cancelled":
    case "past":
    case "closed":
    case "full":
      return say(state);
    case "open": {
      const free = freeSeats(seminar, view.seats);
      return free === null ? null : say("free", { free: String(free), seats: String(seminar.seats) });
    }
    case "elsewhere":
      return null;
  }
}
