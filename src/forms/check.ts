import { longDate } from "../conversation/dates.js";
import { type DayReading, dayIn } from "../conversation/day.js";
import type { FormField } from "../knowledge/model.js";
import type { FormAnswer, Language } from "../vocabulary/index.js";
import type { Checked } from "./checked.js";
import { chosen } from "./choice.js";
import { checkEmail } from "./email.js";
import { checkPhone, shownPhone } from "./phone.js";

/** What the reading of an answer depends on. */
export interface Reader {
  /** ISO date. */
  readonly today: string;
  readonly language: Language;
}

/** Characters that a field takes. */
export const LONGEST = { name: 100, text: 200, "long-text": 2_000 } as const;

/** Checks and normalises an answer: E.164, ISO date, id of the option; texts stay as they were written. */
export function check(field: FormField, written: string, reader: Reader): Checked {
  const text = written.trim();
  switch (field.kind) {
    case "name":
      return checkName(text);
    case "text":
      // one line, however it came
      return checkText(oneLine(text), LONGEST.text, reader.language);
    case "long-text":
      return checkText(text, LONGEST["long-text"], reader.language);
    case "email":
      return checkEmail(text);
    case "phone":
      return checkPhone(text);
    case "date":
      return checkDay(dayIn(text, reader.today, reader.language), reader.language);
    case "choice":
      return checkChoice(text, field);
  }
}

/** Whether a stored answer still fits the field: staff may have changed the form meanwhile. */
export function stillFits(field: FormField, value: FormAnswer, today: string): boolean {
  if (value === null) return field.optional;
  if (field.kind === "choice") return field.options.some(({ id }) => id === value);
  if (field.kind === "date") return /^\d{4}-\d\d-\d\d$/.test(value) && value >= today;
  const checked = check(field, value, { today, language: "de" });
  return checked.ok && checked.value === value;
}

/** An answer as people read it. Empty for one that was left out. */
export function shown(field: FormField, value: FormAnswer, language: Language): string {
  if (value === null) return "";
  switch (field.kind) {
    case "phone":
      return shownPhone(value);
    case "date":
      return longDate(value, language);
    case "choice":
      return field.options.find(({ id }) => id === value)?.label[language] ?? value;
    default:
      return value;
  }
}

/** Letters of any script, with what stands in names: "Dr. Anna-Lena O'Neil", "Muster, Erika". */
function checkName(text: string): Checked {
  const name = text
    .replace(/^(?:mein name ist|ich heiße|ich heisse|name:|my name is)\s+/iu, "")
    .replace(/\s+/gu, " ");
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  const attempt = !name.includes("?");
  if (letters < 2) return { ok: false, fault: "name.short", attempt };
  if ([...name].length > LONGEST.name) return { ok: false, fault: "name.long", attempt };
  if (!/^\p{L}[\p{L}\p{M}'’ʼ`´.,() ‐‑-]*$/u.test(name)) return { ok: false, fault: "name", attempt };
  return { ok: true, value: name };
}

function checkText(text: string, longest: number, language: Language): Checked {
  const length = [...text].length;
  if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, fault: "text.empty", attempt: true };
  if (length > longest) {
    const number = (value: number): string =>
      new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB").format(value);
    const values = { length: number(length), longest: number(longest) };
    return { ok: false, fault: "text.long", values, attempt: true };
  }
  return { ok: true, value: text };
}

function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join(" ");
}

function checkChoice(text: string, field: FormField): Checked {
  const choice = chosen(text, field.options);
  if ("option" in choice) return { ok: true, value: choice.option, exact: choice.match === "exact" };
  return { ok: false, fault: `choice.${choice.match}`, attempt: choice.match === "several" };
}

function checkDay(reading: DayReading, language: Language): Checked {
  const say = (day: string): string => longDate(day, language);
  switch (reading.kind) {
    case "day":
      return { ok: true, value: reading.day };
    case "either":
      return { ok: false, fault: "date.either", days: reading.days, attempt: true };
    case "contradiction":
      return {
        ok: false,
        fault: "date.contradiction",
        values: { day: say(reading.day) },
        days: [reading.day, reading.nearest].sort(),
        attempt: true,
      };
    case "past":
      return {
        ok: false,
        fault: reading.next ? "date.past-year" : "date.past",
        values: { day: say(reading.day), ...(reading.next ? { next: say(reading.next) } : {}) },
        ...(reading.next ? { days: [reading.next] } : {}),
        attempt: true,
      };
    case "far":
      return { ok: false, fault: "date.far", values: { day: say(reading.day) }, attempt: true };
    case "several":
    case "impossible":
      return { ok: false, fault: `date.${reading.kind}`, attempt: reading.kind === "impossible" };
    case "none":
      return { ok: false, fault: "date", attempt: false };
  }
}
