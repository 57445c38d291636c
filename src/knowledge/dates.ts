import type { Language } from "../vocabulary/index.js";

type Part = "weekday" | "month";

const formatOf = (locale: string, part: Part): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { [part]: "long", timeZone: "UTC" });

// Single parts only: how the library joins them changes with the version of its data. Made once: making one is slow.
const FORMATS: Readonly<Record<Language, Readonly<Record<Part, Intl.DateTimeFormat>>>> = {
  de: { weekday: formatOf("de-DE", "weekday"), month: formatOf("de-DE", "month") },
  en: { weekday: formatOf("en-GB", "weekday"), month: formatOf("en-GB", "month") },
};

/** "Montag, 23. November" or "Monday 23 November", with the year where it is not that of `today` (ISO dates). */
export function dayName(date: string, language: Language, today: string): string {
  const withYear = date.slice(0, 4) !== today.slice(0, 4);
  const separator = language === "de" ? ", " : " ";
  return `${weekdayName(date, language)}${separator}${dayAndMonth(date, language)}${withYear ? ` ${Number(date.slice(0, 4))}` : ""}`;
}

/** "4. bis 5. März 2027", "30 March to 2 April 2027": the days of something that lasts. */
export function period(start: string, end: string, language: Language): string {
  const until = language === "de" ? "bis" : "to";
  const year = (date: string): string => date.slice(0, 4);
  const last = `${dayAndMonth(end, language)} ${year(end)}`;
  if (start === end) return last;
  if (start.slice(0, 7) === end.slice(0, 7)) return `${dayOfMonth(start, language)} ${until} ${last}`;
  if (year(start) === year(end)) return `${dayAndMonth(start, language)} ${until} ${last}`;
  return `${dayAndMonth(start, language)} ${year(start)} ${until} ${last}`;
}

/** "Montag" or "Monday". */
export function weekdayName(date: string, language: Language): string {
  return part(date, language, "weekday");
}

/** HH:MM as it is said: "9:00" in German, where "Uhr" stands beside it, "9 am" and "12 noon" in English. */
export function clock(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const minutes = String(minute).padStart(2, "0");
  if (language === "de") return `${hour}:${minutes}`;
  if (hour === 12 && minute === 0) return "12 noon";
  return `${hour % 12 || 12}${minute ? `:${minutes}` : ""} ${hour < 12 ? "am" : "pm"}`;
}

function dayAndMonth(date: string, language: Language): string {
  return `${dayOfMonth(date, language)} ${part(date, language, "month")}`;
}

function dayOfMonth(date: string, language: Language): string {
  return `${Number(date.slice(8))}${language === "de" ? "." : ""}`;
}

function part(date: string, language: Language, which: Part): string {
  return FORMATS[language][which].format(new Date(`${date}T12:00:00Z`));
}
