import { getHolidays } from "feiertagejs";
import type { Localised } from "../vocabulary/index.js";

/** A public holiday. */
export interface Holiday {
  /** ISO date. */
  readonly date: string;
  readonly name: Localised<string>;
}

type Region = Parameters<typeof getHolidays>[1];

/** So many years are remembered; a desk looks at this one and the next. */
const REMEMBERED = 32;
/** Every answer asks whether the office is open, and the library computes a year anew each time. */
const known = new Map<string, readonly Holiday[]>();

/** The public holidays of one year in a federal state ("NW" ...), by date; "BUND": those of the whole country. */
export function holidaysOf(year: number, state: string): readonly Holiday[] {
  const key = `${state} ${year}`;
  const holidays = known.get(key) ?? compute(year, state);
  if (known.size >= REMEMBERED && !known.has(key)) known.clear();
  known.set(key, holidays);
  return holidays;
}

function compute(year: number, state: string): readonly Holiday[] {
  return getHolidays(year, state as Region).map((holiday) => {
    const german = holiday.translate("de") ?? holiday.name;
    return {
      // Not the library's own `dateString`: that is the day in the process's time zone, and this moment is noon in UTC.
      date: holiday.date.toISOString().slice(0, 10),
      name: { de: german, en: holiday.translate("en") ?? german },
    };
  });
}

/** The holiday on this day (ISO date), if it is one. */
export function holidayOn(date: string, state: string): Holiday | undefined {
  return holidaysOf(Number(date.slice(0, 4)), state).find((holiday) => holiday.date === date);
}
