import { z } from "zod";
import { id, inBothLanguages, isoDate, target, text, time } from "./format.js";

const from = time.nullish().describe('When it begins, such as "09:00". null: not stated.');
const to = time.nullish().describe('When it ends on its last day, such as "16:30". null: not stated.');
const inOrder = {
  path: ["to"],
  error: "lies before from\nSwap the two times.",
};

/** As announced, without a year: such a seminar is never called coming or past. */
const withoutYear = z
  .strictObject({
    month: z.int().min(1).max(12).describe("The month, 1 to 12."),
    days: z.array(z.int().min(1).max(31)).min(1).max(31).describe("The days of the month, such as [24, 25]."),
  })
  .refine(({ month, days }) => days.every((day) => day <= daysOf(month)), {
    path: ["days"],
    error: "has a day that this month does not have\nCompare it with the announcement.",
  });

const withYear = z
  .strictObject({
    start: isoDate.describe("First day."),
    end: isoDate.nullish().describe("Last day. Left out: the same day."),
    from,
    to,
  })
  .refine(({ start, end }) => !end || start <= end, {
    path: ["end"],
    error: "lies before start\nSwap the two days.",
  })
  .refine(
    (date) => !date.from || !date.to || (date.end && date.end > date.start) || isBefore(date.from, date.to),
    inOrder,
  );

const inDays = z
  .strictObject({
    "in-days": z
      .int()
      .min(-3_650)
      .max(3_650)
      .describe(
        "Examples only: so many days after the data folder was created, moved on to Monday from a weekend.",
      ),
    length: z.int().min(1).max(60).nullish().describe("How many days it lasts, 1 unless told otherwise."),
    from,
    to,
  })
  .refine(
    (date) => !date.from || !date.to || (date.length ?? 1) > 1 || isBefore(date.from, date.to),
    inOrder,
  );

/** An entry of seminars.yaml. Every field but id and title may be left out or null: not stated in the announcement. */
export const seminarEntry = z
  .strictObject({
    id: id.describe("The seminar's id."),
    title: inBothLanguages.describe("Its title as announced."),
    kind: inBothLanguages.nullish().describe("What it is: Praxisseminar, Sprechtag ..."),
    abstract: inBothLanguages.nullish().describe("What it is about. Markdown."),
    audience: inBothLanguages.nullish().describe("For whom it is."),
    date: z
      .union([withYear, withoutYear, inDays])
      .nullish()
      .describe(
        "{ start: 2027-03-04, end: 2027-03-05, from: 09:00, to: 16:30 }, or { month: 11, days: [24, 25] } where the announcement gives no year.",
      ),
    place: z
      .strictObject({
        city: text.nullish().describe("The town."),
        venue: text.nullish().describe("The house, with its street."),
      })
      .nullish()
      .describe("Where it takes place."),
    online: z
      .boolean()
      .nullish()
      .describe("true: one can take part online; false: one cannot; null: not stated."),
    leaders: z
      .array(
        z.strictObject({
          name: text.describe("Name with title."),
          affiliation: text.nullish().describe("Where this person works; this is not the organiser."),
        }),
      )
      .nullish()
      .describe("Who leads it."),
    organiser: text.nullish().describe("Who organises it."),
    fee: inBothLanguages.nullish().describe("What it costs, in words."),
    seats: z
      .int()
      .min(0)
      .max(100_000)
      .nullish()
      .describe("How many can take part. With a form, the desk gives no more seats than this."),
    registration: z
      .strictObject({
        url: target.nullish().describe("The page where one registers."),
        form: id
          .nullish()
          .describe(
            'Id of a form in forms.yaml that has "booking: true": one registers in the chat, seats are counted there.',
          ),
        until: isoDate.nullish().describe("The last day of registration."),
      })
      .refine(({ url, form }) => url || form, {
        error: "says neither page nor form\nAdd url or form, or remove registration.",
      })
      .nullish()
      .describe("How one registers: on a page (url), in the chat (form), or both ways."),
    cancelled: inBothLanguages
      .nullish()
      .describe(
        "It does not take place: the reason, as guests are told. Leave the entry in the file until its day.",
      ),
    certificate: inBothLanguages.nullish().describe("Whether there is a certificate."),
    cancellation: inBothLanguages.nullish().describe("How one cancels, and what that costs."),
    recording: inBothLanguages.nullish().describe("Whether it is recorded."),
    topics: z
      .strictObject({
        de: z.array(text).describe("What it is about, as guests would ask for it."),
        en: z.array(text).nullish().describe("The same in English."),
      })
      .nullish()
      .describe("Key words by which the seminar is found."),
    example: z.boolean().nullish().describe("true: invented for a demonstration, and said to be so."),
    source: z
      .strictObject({
        title: text.describe("Name of the announcement."),
        url: target.nullish().describe("Its address."),
      })
      .nullish()
      .describe("Where this was announced."),
  })
  .refine(({ date, example }) => example || !date || !("in-days" in date), {
    path: ["date"],
    error: 'counts in days, which only examples may\nWrite the day as "start", or add "example: true".',
  });

export type SeminarEntry = z.infer<typeof seminarEntry>;

function daysOf(month: number): number {
  return new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

/** "9:00" is before "10:00". */
function isBefore(first: string, second: string): boolean {
  return first.padStart(5, "0") < second.padStart(5, "0");
}
