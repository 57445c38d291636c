import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { Seminar } from "../knowledge/model.js";
import type { Language } from "../vocabulary/index.js";
import { type FullDate, TIME_ZONE, whenOf } from "./when.js";
import { description, location, summary } from "./words.js";

/** A seminar with what the desk remembers of its changes. */
export interface CalendarSeminar {
  readonly seminar: Seminar;
  readonly record: {
    /** Rises with each change (RFC 5545, 3.8.7.4). */
    readonly sequence: number;
    /** Milliseconds since 1970. */
    readonly changedAt: number;
  };
}

/** What the file depends on beside the seminars. */
export interface CalendarOptions {
  readonly language: Language;
  /** Where guests reach the desk's pages, without a slash at the end. Its host is part of the UIDs. */
  readonly site: string;
  /**
   * The calendar's name, for a feed; null for the file of one seminar: Outlook takes a file with a name for a whole
   * calendar and not for an appointment to be added (MS-OXCICAL 2.1.3.1.1.17).
   */
  readonly name: string | null;
  /** The office, where its address is known: ORGANIZER of the seminars that it organises itself, never of others'. */
  readonly office?: { readonly name: string; readonly email: string } | undefined;
}

/** How often a calendar that follows the feed asks again, in seconds. */
const REFRESH_EVERY = 6 * 60 * 60;

/**
 * The seminars as an iCalendar file (RFC 5545; names and refreshing of a feed: RFC 7986). Those without a full date
 * are left out: nothing is guessed. A cancelled one stays in, as CANCELLED, so that calendars take it out or cross it
 * out; because not all of them look at the status, its title says so too, and it keeps nobody's time busy.
 */
export function seminarCalendar(seminars: readonly CalendarSeminar[], options: CalendarOptions): string {
  const calendar = ical({
    // an organisation's name in PRODID tells which program made the file (RFC 5545, 3.7.3)
    prodId: { company: "Nahtstelle", product: "Seminare", language: options.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // the library writes the name as it is given
    name: options.name === null ? null : escaped(oneLine(options.name)),
    ttl: options.name === null ? null : REFRESH_EVERY,
    // no zone for the whole calendar: the library would write its stamps in local time, where RFC 5545 wants UTC
  });
  for (const { seminar, record } of seminars) {
    const { date } = seminar;
    if (date?.kind === "full") calendar.createEvent(event(seminar, date, record, options));
  }
  return `${withTimeZone(calendar.toString())}\r\n`;
}

function event(
  seminar: Seminar,
  date: FullDate,
  record: CalendarSeminar["record"],
  options: CalendarOptions,
) {
  const { language, site, office } = options;
  const page = `${site}/seminars/${encodeURIComponent(seminar.id)}`;
  const changed = new Date(record.changedAt);
  const organizer = office && seminar.organiser === office.name ? asOrganizer(office) : null;
  const place = location(seminar, language);
  return {
    id: `${seminar.id}@${new URL(site).hostname}`,
    sequence: record.sequence,
    stamp: changed,
    lastModified: changed,
    ...whenOf(date),
    summary: oneLine(summary(seminar, language)),
    ...(place ? { location: { title: oneLine(place) } } : {}),
    description: printable(description(seminar, date, page, language)),
    url: page,
    ...(organizer ? { organizer } : {}),
    status: seminar.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: seminar.cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

/** A parameter's value knows no escapes: a quotation mark cannot be in it (RFC 5545, 3.2). */
function asOrganizer(office: NonNullable<CalendarOptions["office"]>) {
  const name = oneLine(office.name).replace(/["\\]/gu, "'");
  const email = oneLine(office.email);
  return name !== "" && email !== "" ? { name, email } : null;
}

/**
 * Puts the rules of summer time, of the IANA database, before the events that need them. The library could, but writes
 * properties of the calendar after them, which RFC 5545 (3.6) does not allow.
 */
function withTimeZone(text: string): string {
  if (!text.includes(`\r\nDTSTART;TZID=${TIME_ZONE}:`)) return text;
  const [rules] = tzlib_get_ical_block(TIME_ZONE);
  return text.replace(/^BEGIN:VEVENT\r$/m, (begin) => `${rules}\r\n${begin}`);
}

/** TEXT may hold no control characters but tab and, escaped, line ends (RFC 5545, 3.3.11), and half a character is none. */
function printable(text: string): string {
  return (
    text
      .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, "")
      .replace(/\p{Surrogate}/gu, "\uFFFD")
  );
}

function oneLine(text: string): string {
  return printable(text)
    .replace(/\s*\n\s*/gu, " ")
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, (character) => `\\${character}`);
}
