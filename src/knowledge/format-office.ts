import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { GuestChannel } from "../vocabulary/index.js";
import { inBothLanguages, isoDate, text } from "./format.js";
import type { Intervals } from "./model.js";

const INTERVAL = /^((?:[01]?\d|2[0-3]):[0-5]\d)\s*[-–]\s*((?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/;

const intervals = z
  .array(
    z.string().regex(INTERVAL, { error: 'is not a span of time\nWrite it as "09:00-12:00".', abort: true }),
  )
  .max(12)
  .refine(inOrder, {
    error:
      'has times that overlap or run backwards\nWrite them in order, such as ["09:00-12:00", "14:00-16:00"].',
  });

const weekday = (name: string) =>
  intervals
    .nullish()
    .describe(`Opening hours on ${name}, such as ["09:00-12:00", "14:00-16:00"]; [] is closed.`);

/** Opening hours of a week. */
export const week = z.strictObject({
  monday: weekday("Mondays"),
  tuesday: weekday("Tuesdays"),
  wednesday: weekday("Wednesdays"),
  thursday: weekday("Thursdays"),
  friday: weekday("Fridays"),
  saturday: weekday("Saturdays"),
  sunday: weekday("Sundays"),
});

/** A value of the office, or a group of values. */
export type OfficeValue = string | null | { readonly [key: string]: OfficeValue };

const value: z.ZodType<OfficeValue, OfficeValue> = z.lazy(() =>
  z.union([text, z.null(), z.record(z.string(), value)]),
);

/** The sections of office.yaml; each is read by itself, so that one mistake does not lose the others. */
export const officeSections = {
  "stand-in": z
    .boolean()
    .nullish()
    .describe("true while the values are those of an invented town. Remove it once they are your own."),
  "time-zone": z
    .string()
    .refine(isTimeZone, { error: "is not a time zone\nWrite its IANA name, such as Europe/Berlin." })
    .nullish()
    .describe("IANA name of the time zone, Europe/Berlin."),
  state: z
    .enum([
      "BW",
      "BY",
      "BE",
      "BB",
      "HB",
      "HE",
      "HH",
      "MV",
      "NI",
      "NW",
      "RP",
      "SL",
      "SN",
      "ST",
      "SH",
      "TH",
      "AUGSBURG",
      "BUND",
    ])
    .nullish()
    .describe(
      "The federal state, for its public holidays: NW, BY, SN ... BUND: only those of the whole country.",
    ),
  values: z
    .record(z.string(), value)
    .nullish()
    .describe(
      "Values used in answers: phone: becomes {office.phone}, address: { street: } becomes {office.address.street}. null: not known. { de, en }: one value for each language.",
    ),
  hours: week.nullish().describe("Opening hours of the week. A weekday that is left out is closed."),
  exceptions: z
    .array(
      z
        .strictObject({
          from: isoDate.describe("First day."),
          to: isoDate.nullish().describe("Last day. Left out: the same day."),
          hours: intervals.nullish().describe("Hours on these days; [] or left out: closed."),
          reason: inBothLanguages
            .nullish()
            .describe("Why, as guests should read it, such as Betriebsausflug."),
        })
        .refine(({ from, to }) => !to || from <= to, {
          path: ["to"],
          error: "lies before from\nSwap the two days.",
        }),
    )
    .nullish()
    .describe("Days on which the hours are other than usual. They win over public holidays."),
  notice: z
    .strictObject({
      from: isoDate.describe("First day on which it is shown."),
      to: isoDate.describe("Last day on which it is shown."),
      text: inBothLanguages.describe("The notice."),
    })
    .refine(({ from, to }) => from <= to, { path: ["to"], error: "lies before from\nSwap the two days." })
    .nullish()
    .describe("A notice of the day, put before the first answer of a conversation."),
  channels: z
    .partialRecord(
      z.enum(["terminal", "web", "teams", "slack", "telegram"] satisfies GuestChannel[]),
      z.strictObject({
        off: z.boolean().nullish().describe("true: the desk answers nothing here but `say`."),
        say: inBothLanguages.nullish().describe("What guests are told while it is off."),
        forms: z
          .enum(["here", "link"])
          .nullish()
          .describe(
            "here: forms are filled in on this channel. link: no personal data here, guests get a link to the chat on the web page. Left out: here, on telegram link.",
          ),
        handover: z
          .enum(["here", "link"])
          .nullish()
          .describe(
            "here: who wants a person is helped on this channel. link: they get a link to the chat on the web page as well. Left out: here, on telegram link.",
          ),
      }),
    )
    .nullish()
    .describe(
      "Rules for single channels: switches one off at once, telegram: { off: true, say: { de: ..., en: ... } }, or keeps forms away from it, teams: { forms: link }.",
    ),
} as const;

export const office = z.strictObject(officeSections);

/** The hours by the number of the weekday, Monday = 1; a weekday that is left out is closed. */
export function weekOf(hours: z.infer<typeof week>): Readonly<Record<number, Intervals>> {
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
  return Object.fromEntries(days.map((day, index) => [index + 1, (hours[day] ?? []).map(ends)]));
}

/** The two ends of `09:00-12:00`, as HH:MM. */
export function ends(interval: string): readonly [from: string, to: string] {
  const [, from = "", to = ""] = INTERVAL.exec(interval) ?? [];
  return [from.padStart(5, "0"), to.padStart(5, "0")];
}

function inOrder(hours: readonly string[]): boolean {
  const moments = hours.flatMap(ends);
  return moments.every((moment, index) => index === 0 || (moments[index - 1] ?? "") < moment);
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
