import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Entry } from "./entries.js";
import type { SeminarEntry } from "./format-seminars.js";
import { localised, localisedOrNull, richTextOrNull } from "./languages.js";
import type { Form, Knowledge, Seminar, SeminarDate } from "./model.js";

/** The dates in seminars.yaml are those of German announcements. */
const TIME_ZONE = "Europe/Berlin";

type FullDate = Extract<SeminarDate, { kind: "full" }>;

/**
 * The seminars that have not begun, the next one first. One whose time of day is not stated counts to the end of its
 * first day. A seminar without date or year is never among them.
 * @param now milliseconds since 1970
 */
export function comingSeminars(knowledge: Pick<Knowledge, "seminars">, now: number): readonly Seminar[] {
  return knowledge.seminars
    .flatMap((seminar) =>
      seminar.date?.kind === "full" ? [{ seminar, begins: beginning(seminar.date) }] : [],
    )
    .filter(({ begins }) => begins > now)
    .sort((first, second) => first.begins - second.begins)
    .map(({ seminar }) => seminar);
}

/**
 * Whether it has ended; where the time is not stated, at the end of its last day. Without date or year: never.
 * @param now milliseconds since 1970
 */
export function isPast(seminar: Pick<Seminar, "date">, now: number): boolean {
  return seminar.date?.kind === "full" && moment(seminar.date.end, seminar.date.to) <= now;
}

/** The seminar of an entry; days that are counted begin on `createdOn`, an ISO date. */
export function resolveSeminar({ value, position }: Entry<SeminarEntry>, createdOn: string): Seminar {
  const { url = null, form = null, until = null } = value.registration ?? {};
  const essentials: Essentials = {
    title: localised(value.title),
    date: value.date ? resolveDate(value.date, createdOn) : null,
    place: value.place ? { city: value.place.city ?? null, venue: value.place.venue ?? null } : null,
    online: value.online ?? null,
    cancelled: richTextOrNull(value.cancelled),
  };
  return {
    ...essentials,
    id: value.id,
    fingerprint: fingerprintOf(essentials),
    kindOf: localisedOrNull(value.kind),
    abstract: richTextOrNull(value.abstract),
    audience: localisedOrNull(value.audience),
    leaders: (value.leaders ?? []).map(({ name, affiliation }) => ({
      name,
      affiliation: affiliation ?? null,
    })),
    organiser: value.organiser ?? null,
    fee: localisedOrNull(value.fee),
    seats: value.seats ?? null,
    registration: value.registration ? { url, form, until } : null,
    certificate: localisedOrNull(value.certificate),
    cancellation: localisedOrNull(value.cancellation),
    recording: localisedOrNull(value.recording),
    topics: { de: value.topics?.de ?? [], en: value.topics?.en ?? value.topics?.de ?? [] },
    example: value.example ?? false,
    source: value.source ? { title: value.source.title, url: value.source.url ?? null } : null,
    at: position(),
  };
}

/** The seminar without a form that is not there or takes no bookings: how else one registers stays. */
export function registrable(seminar: Seminar, forms: ReadonlyMap<string, Form>): Seminar {
  const { registration } = seminar;
  if (!registration?.form || forms.get(registration.form)?.booking) return seminar;
  return { ...seminar, registration: registration.url ? { ...registration, form: null } : null };
}

/** What a participant must know: of a change in it they are told. */
type Essentials = Pick<Seminar, "title" | "date" | "place" | "online" | "cancelled">;

function fingerprintOf({ title, date, place, online, cancelled }: Essentials): string {
  const text = JSON.stringify([title, date, place, online, cancelled]);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function resolveDate(date: NonNullable<SeminarEntry["date"]>, createdOn: string): SeminarDate {
  if ("month" in date) return { kind: "yearless", month: date.month, days: date.days };
  const times = { from: clock(date.from), to: clock(date.to) };
  if ("start" in date) return { kind: "full", start: date.start, end: date.end ?? date.start, ...times };
  const start = onWorkday(Temporal.PlainDate.from(createdOn).add({ days: date["in-days"] }));
  const end = start.add({ days: (date.length ?? 1) - 1 });
  return { kind: "full", start: start.toString(), end: end.toString(), ...times };
}

/** Saturday and Sunday move on to Monday. */
function onWorkday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= 5 ? day : day.add({ days: 8 - day.dayOfWeek });
}

function clock(time: string | null | undefined): string | null {
  return time ? time.padStart(5, "0") : null;
}

/** Where the time is not stated, the end of the day: a seminar of this evening is not yet missed. */
function beginning(date: FullDate): number {
  return moment(date.start, date.from);
}

function moment(day: string, time: string | null): number {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: TIME_ZONE,
    plainTime: time ?? "00:00",
  });
  return time === null ? zoned.add({ days: 1 }).epochMilliseconds : zoned.epochMilliseconds;
}
