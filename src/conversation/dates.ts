import type { Language } from "../vocabulary/index.js";

const formats = (options: Intl.DateTimeFormatOptions) => ({
  de: new Intl.DateTimeFormat("de-DE", { ...options, timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }),
});

// made once: making one takes longer than understanding a message
const SHORT = formats({ day: "2-digit", month: "2-digit", year: "numeric" });
const WEEKDAY = formats({ weekday: "long" });
const MONTH = formats({ month: "long" });

/** "23.11.2026", "23/11/2026". @param iso ISO date */
export function shortDate(iso: string, language: Language): string {
  return SHORT[language].format(Date.parse(iso));
}

/** "Montag, 23. November 2026", "Monday 23 November 2026". @param iso ISO date */
export function longDate(iso: string, language: Language): string {
  const at = Date.parse(iso);
  const [weekday, month] = [WEEKDAY[language].format(at), MONTH[language].format(at)];
  const [day, year] = [Number(iso.slice(8)), iso.slice(0, 4)];
  return language === "de" ? `${weekday}, ${day}. ${month} ${year}` : `${weekday} ${day} ${month} ${year}`;
}

/** "November". @param month 1..12 */
export function monthName(month: number, language: Language): string {
  return MONTH[language].format(Date.UTC(2000, month - 1, 1));
}
