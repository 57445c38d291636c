import { Temporal } from "temporal-polyfill";
import type { Seminar } from "../knowledge/model.js";
import { plain, safeTarget } from "../text/index.js";
import type { Language, Seats } from "../vocabulary/index.js";

/** What the data depends on beside the seminar. */
export interface EventView {
  readonly language: Language;
  /** The seminar's own page. */
  readonly page: string;
  /** Of a form in the chat; undefined where seats are not counted here. */
  readonly seats: Seats | undefined;
}

const TIME_ZONE = "Europe/Berlin";

/**
 * The seminar as schema.org Event, for search engines; null without a full date. It holds only what the announcement
 * states: no place is guessed, and a price only where the fee is nothing but "free".
 */
export function eventData(seminar: Seminar, view: EventView): object | null {
  const { date } = seminar;
  if (date?.kind !== "full") return null;
  const { language, page } = view;
  const text = seminar.abstract?.[language];
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": page,
    url: page,
    name: seminar.title[language],
    ...(text?.length ? { description: plain(text) } : {}),
    startDate: moment(date.start, date.from),
    endDate: moment(date.end, date.to),
    eventStatus: `https://schema.org/${seminar.cancelled ? "EventCancelled" : "EventScheduled"}`,
    ...attendance(seminar, page),
    ...(seminar.organiser ? { organizer: { "@type": "Organization", name: seminar.organiser } } : {}),
    ...(seminar.leaders.length > 0
      ? {
          performer: seminar.leaders.map(({ name, affiliation }) => ({
            "@type": "Person",
            name,
            ...(affiliation ? { affiliation: { "@type": "Organization", name: affiliation } } : {}),
          })),
        }
      : {}),
    ...(seminar.audience
      ? { audience: { "@type": "Audience", audienceType: seminar.audience[language] } }
      : {}),
    ...(seminar.seats === null ? {} : capacity(seminar.seats, view.seats)),
    ...offer(seminar, view),
  };
}

/** A day, or a time with its distance from UTC. */
function moment(day: string, time: string | null): string {
  if (time === null) return day;
  const zoned = Temporal.PlainDate.from(day).toPlainDateTime(time).toZonedDateTime(TIME_ZONE);
  return zoned.toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** Where one takes part. That it is online, or is not, is said only where it is known. */
function attendance({ place, online }: Seminar, page: string): object {
  const house = place && (place.venue ?? place.city) !== null && housing(place);
  const virtual = online === true && { "@type": "VirtualLocation", url: page };
  const mode = virtual ? (house ? "Mixed" : "Online") : online === false ? "Offline" : null;
  const location = house && virtual ? [house, virtual] : house || virtual;
  return {
    ...(mode ? { eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode` } : {}),
    ...(location ? { location } : {}),
  };
}

function housing({ venue, city }: NonNullable<Seminar["place"]>): object {
  return {
    "@type": "Place",
    name: venue ?? city,
    ...(city ? { address: { "@type": "PostalAddress", addressLocality: city } } : {}),
  };
}

function capacity(seats: number, taken: Seats | undefined): object {
  return {
    maximumAttendeeCapacity: seats,
    ...(taken ? { remainingAttendeeCapacity: Math.max(0, seats - taken.booked) } : {}),
  };
}

/** The fee in words, as announced; the German ones bind. "Free" is a price, anything longer may have conditions. */
function offer(seminar: Seminar, { language, page, seats }: EventView): object {
  if (!seminar.fee) return {};
  const free = /^(?:kostenfrei|kostenlos|gebührenfrei|entgeltfrei|frei)\.?$/iu.test(seminar.fee.de.trim());
  const full = seats && seminar.seats !== null && seats.booked >= seminar.seats;
  return {
    ...(free ? { isAccessibleForFree: true } : {}),
    offers: {
      "@type": "Offer",
      url: safeTarget(seminar.registration?.url ?? page) ?? page,
      description: seminar.fee[language],
      ...(free ? { price: 0, priceCurrency: "EUR" } : {}),
      ...(seats && seminar.seats !== null
        ? { availability: `https://schema.org/${full ? "SoldOut" : "InStock"}` }
        : {}),
      ...(seminar.registration?.until ? { validThrough: seminar.registration.until } : {}),
    },
  };
}
