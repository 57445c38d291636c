import { z } from "zod";

/**
 * The words that the formats of all files share. Descriptions are what an editor shows to staff while they write;
 * of an `error` the first line says what is the matter, the second what to do.
 * No transforms: everything here must be expressible as JSON Schema.
 */

/** An id: lower-case words joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: "is not an id\nUse lower-case letters, digits and hyphens, such as business-registration.",
  })
  .max(80);

/** Text that is not blank. */
export const text = z
  .string()
  .regex(/\S/, { error: "is blank\nWrite a text, or remove the key." })
  .max(20_000);

/** A day of the calendar, such as 2026-11-23. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    error: "is not a date\nWrite it as YYYY-MM-DD, such as 2026-11-23.",
    abort: true,
  })
  .refine(isDay, { error: "is not a day of the calendar\nWrite an existing day as YYYY-MM-DD." });

/** A time of day on the 24-hour clock. */
export const time = z
  .string()
  .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, { error: 'is not a time of day\nWrite it as "09:00".' });

/** A web address, a mail address, a phone number, or a `{variable}` that stands for one. */
export const target = z
  .string()
  .regex(/^(?:https?:\/\/|mailto:|tel:|\{)\S+$/, {
    error: "is not an address\nWrite https://..., mailto:..., tel:... or a {variable}.",
  })
  .max(2_000);

/** The same thing in both languages. German is binding; where English is missing, German is said. */
export const inBothLanguages = z.strictObject({
  de: text.describe("German. Always needed: the German text is the binding one."),
  en: text.nullish().describe("English. Where it is missing, the German text is shown."),
});

/** Text in which nothing is filled in. */
export const plain = text.regex(/^[^{}]*$/, {
  error: "has braces, but variables are not filled in here\nWrite the words themselves.",
});

export const plainInBoth = z.strictObject({
  de: plain.describe("German. Always needed: the German text is the binding one."),
  en: plain.nullish().describe("English. Where it is missing, the German text is shown."),
});

/** One phrase or several, in both languages. */
export const variants = z.strictObject({
  de: z
    .union([text, z.array(text).min(1).max(50)])
    .describe("German: one text, or a list of variants that take turns."),
  en: z
    .union([text, z.array(text).min(1).max(50)])
    .nullish()
    .describe("English: one text, or a list of variants. Where it is missing, German is said."),
});

const phrases = z.array(text.max(1_000)).max(2_000);

/** What guests write, in both languages; `least` is how many German ones are needed. */
export const utterances = (least: number) =>
  z.strictObject({
    de: phrases
      .min(least)
      .describe(
        "What guests write in German, each as another person would say it: key words, half sentences, stories.",
      ),
    en: phrases.nullish().describe("What guests write in English, by native speakers and by others."),
  });

export type InBothLanguages = z.infer<typeof inBothLanguages>;

function isDay(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
