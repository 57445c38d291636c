import { Temporal } from "temporal-polyfill";
import { fill, fromPlain, plain } from "../text/index.js";
import type { Language, RichText } from "../vocabulary/index.js";
import { clock, dayName, period, weekdayName } from "./dates.js";
import { holidayOn, holidaysOf } from "./holidays.js";
import type { Facts, Intervals, Knowledge, LegalPage, Office, Partner } from "./model.js";
import {
  type LocalTime,
  localTimeOnDemand,
  nextOpening,
  type OfficeDay,
  officeDay,
  presenceOf,
} from "./office-hours.js";
import { placeOf } from "./partners.js";
import { comingSeminars, isPast } from "./seminars.js";

/** What the knowledge does not say of the desk that uses it. */
export interface AboutDesk {
  /** Where guests reach its pages, without a slash at the end; null where there are none, as in the terminal. */
  readonly site?: string | null;
  /** Days after which a conversation is erased. */
  readonly retentionDays?: number;
}

/** As long as nobody says otherwise. */
const RETENTION_DAYS = 30;

const PAGE_BY_LINK: Readonly<Record<string, LegalPage | undefined>> = {
  "office.privacyLink": "privacy",
  "office.imprintLink": "imprint",
  "office.accessibilityLink": "accessibility",
};

/**
 * The values of all variables at one moment. Their sentences are written in messages.yaml under `facts.`; where one is
 * missing, or the office does not say when it is open, the value is undefined.
 *
 * - `office.<path>`: what stands below `values` in office.yaml
 * - `office.hours`: the week, as a list
 * - `office.openNow`, `office.today`, `office.day.<ISO date>`: sentences
 * - `office.nextOpening`: for inside a sentence, "heute um 14:00 Uhr", "am Dienstag, 24. November, um 9:00 Uhr"
 * - `office.holiday.today`, `office.holiday.<ISO date>`: the holiday's name; `office.holiday.next`: with its day;
 *   `office.holiday.list`: those of the next twelve months
 * - `office.privacyLink`, `office.imprintLink`, `office.accessibilityLink`: the desk's own page of legal.yaml where it
 *   has one and an address, else what stands below `values`
 * - `seminars.next`: title and date of the next one
 * - `desk.retentionDays`: after how many days a conversation is erased
 * - `forms.keepDays`: after how many days, counted from when it is done, the last of what a form asked is erased
 * - `<partner>.name`, `<partner>.<key>`: what stands in partners.yaml
 * - `<partner>.today`: its hours of the day, a sentence
 *
 * @param now milliseconds since 1970
 */
export function factsAt(knowledge: Knowledge, now: number, desk: AboutDesk = {}): Facts {
  const { office } = knowledge;
  const moment = localTimeOnDemand(office.timeZone, now);
  return {
    get today() {
      return moment.date;
    },
    isPast: (seminar) => isPast(seminar, now),
    presence: (partner) => presenceOf(placeOf(partner, office), moment),
    value(path, language) {
      const [space = "", ...rest] = path.split(".");
      if (path === "desk.retentionDays") return String(desk.retentionDays ?? RETENTION_DAYS);
      if (path === "forms.keepDays") return longestKept(knowledge);
      if (space !== "office" && space !== "seminars") {
        const partner = knowledge.partners.get(space);
        if (partner && path === `${space}.today`)
          return partnerToday(partner, office, moment, sentences(knowledge, moment, language));
        return partnerValue(knowledge, space, rest.join("."), language);
      }
      const say = sentences(knowledge, moment, language);
      if (space === "seminars")
        return path === "seminars.next" ? nextSeminar(knowledge, now, say) : undefined;
      switch (path) {
        case "office.hours":
          return weeklyHours(knowledge, say);
        case "office.openNow":
          return openNow(knowledge, moment, say);
        case "office.today":
          return dayHours(officeDay(office, moment.date), moment, say);
        case "office.nextOpening":
          return opening("facts.next-opening", knowledge, moment, say);
        case "office.holiday.today":
          return holidayOn(moment.date, office.state)?.name[language];
        case "office.holiday.next":
          return comingHolidays(office.state, moment.date).map((holiday) => say.holiday(holiday))[0];
        case "office.holiday.list":
          return list(comingHolidays(office.state, moment.date).map((holiday) => say.holiday(holiday)));
      }
      const page = PAGE_BY_LINK[path];
      if (page && desk.site && knowledge.legal[page]) return `${desk.site}/${page}?lang=${language}`;
      const [kind, date = ""] = rest;
      if ((kind === "day" || kind === "holiday") && rest.length === 2 && isDay(date))
        return kind === "day"
          ? dayHours(officeDay(office, date), moment, say)
          : holidayOn(date, office.state)?.name[language];
      return officeValue(knowledge, rest.join("."), language);
    },
  };
}

type Values = Readonly<Record<string, string | undefined>>;

/** The words of one language at one moment. */
interface Sentences {
  readonly language: Language;
  /** The text under `facts.<key>` with its values; undefined where the text or one of the values is missing. */
  (key: string, values?: Values): string | undefined;
  day(date: string): string;
  hours(intervals: Intervals): string | undefined;
  holiday(holiday: {
    readonly date: string;
    readonly name: Readonly<Record<Language, string>>;
  }): string | undefined;
}

function sentences(knowledge: Knowledge, moment: LocalTime, language: Language): Sentences {
  const say = (key: string, values: Values = {}): string | undefined => {
    const template = knowledge.messages[key]?.[language][0];
    return template && (plain(fill(template, (name) => values[name])) || undefined);
  };
  const day = (date: string): string => dayName(date, language, moment.date);
  return Object.assign(say, {
    language,
    day,
    hours: (intervals: Intervals) =>
      intervals
        .map(([from, to]) => say("facts.span", { from: clock(from, language), to: clock(to, language) }))
        .reduce((first, last) => say("facts.both", { first, last })),
    holiday: ({ date, name }: { readonly date: string; readonly name: Readonly<Record<Language, string>> }) =>
      say("facts.holiday", { day: day(date), name: name[language] }),
  });
}

function openNow({ office }: Knowledge, moment: LocalTime, say: Sentences): string | undefined {
  const today = officeDay(office, moment.date);
  if (!today) return undefined;
  const current = today.intervals.find(([from, to]) => from <= moment.time && moment.time < to);
  if (current) {
    const later = today.intervals.filter(([from]) => from >= current[1]);
    const until = clock(current[1], say.language);
    return later.length > 0
      ? say("facts.open.break", { until, later: say.hours(later) })
      : say("facts.open", { until });
  }
  const closed =
    today.intervals.length > 0 || !(today.reason || today.holiday)
      ? say("facts.closed")
      : say("facts.closed.because", { reason: reasonOf(today, say) });
  return [closed, opening("facts.opens", { office }, moment, say)].filter(Boolean).join(" ") || undefined;
}

/** The next opening, in the words under `<key>.today` or `<key>.day`. */
function opening(
  key: string,
  { office }: Pick<Knowledge, "office">,
  moment: LocalTime,
  say: Sentences,
): string | undefined {
  const next = nextOpening(office, moment);
  if (!next) return undefined;
  const from = clock(next.from, say.language);
  return next.date === moment.date
    ? say(`${key}.today`, { from })
    : say(`${key}.day`, { from, day: say.day(next.date) });
}

function dayHours(day: OfficeDay | undefined, moment: LocalTime, say: Sentences): string | undefined {
  if (!day) return undefined;
  const key = day.date === moment.date ? "facts.today" : "facts.day";
  const reason = reasonOf(day, say);
  const values = { day: say.day(day.date), reason };
  const because = reason === undefined ? "" : "-because";
  return day.intervals.length === 0
    ? say(`${key}.closed${because}`, values)
    : say(`${key}.open${because}`, { ...values, hours: say.hours(day.intervals) });
}

/** Of a partner, "we are closed" would be wrong. */
function partnerToday(
  partner: Partner,
  office: Office,
  moment: LocalTime,
  say: Sentences,
): string | undefined {
  const day = officeDay(placeOf(partner, office), moment.date);
  if (day?.intervals.length !== 0) return dayHours(day, moment, say);
  return say("facts.partner.closed", { day: say.day(day.date) });
}

function reasonOf({ reason, holiday }: OfficeDay, { language }: Sentences): string | undefined {
  return reason?.[language] ?? holiday?.name[language];
}

/** Neighbouring days with the same hours are one line. */
function weeklyHours({ office }: Knowledge, say: Sentences): RichText | undefined {
  if (Object.keys(office.hours).length === 0) return undefined;
  const groups: { days: number[]; intervals: Intervals }[] = [];
  for (let day = 1; day <= 7; day++) {
    const intervals = office.hours[day] ?? [];
    const last = groups.at(-1);
    if (last && String(last.intervals) === String(intervals)) last.days.push(day);
    else groups.push({ days: [day], intervals });
  }
  return list(
    groups.map(({ days, intervals }) => {
      const names = days.map((day) => weekdayName(`2024-01-0${day}`, say.language)); // 1 January 2024 was a Monday
      const [first, last] = [names[0], names.at(-1)];
      const span =
        days.length === 1 ? first : say(days.length === 2 ? "facts.both" : "facts.days", { first, last });
      return intervals.length === 0
        ? say("facts.week.closed", { days: span })
        : say("facts.week.open", { days: span, hours: say.hours(intervals) });
    }),
  );
}

function comingHolidays(state: string, today: string) {
  const year = Number(today.slice(0, 4));
  const nextYear = `${String(year + 1).padStart(4, "0")}${today.slice(4)}`;
  return [...holidaysOf(year, state), ...holidaysOf(year + 1, state)].filter(
    ({ date }) => date >= today && date < nextYear,
  );
}

function nextSeminar(knowledge: Knowledge, now: number, say: Sentences): string | undefined {
  const [next] = comingSeminars(knowledge, now);
  if (next?.date?.kind !== "full") return undefined;
  const values = {
    title: next.title[say.language],
    when: period(next.date.start, next.date.end, say.language),
  };
  return say(next.example ? "facts.seminar.example" : "facts.seminar", values);
}

/** What the privacy notice may promise of all forms. */
function longestKept({ forms }: Knowledge): string | undefined {
  const days = [...forms.values()].map(({ keepDays }) => keepDays);
  return days.length === 0 ? undefined : String(Math.max(...days));
}

function officeValue({ office }: Knowledge, name: string, language: Language): string | undefined {
  if (Object.hasOwn(office.localised, name)) return office.localised[name]?.[language];
  return Object.hasOwn(office.values, name) ? office.values[name] : undefined;
}

function partnerValue(
  { partners }: Knowledge,
  id: string,
  key: string,
  language: Language,
): string | undefined {
  const partner = partners.get(id);
  if (!partner) return undefined;
  if (key === "name") return partner.name[language];
  return Object.hasOwn(partner.values, key) ? partner.values[key] : undefined;
}

function list(lines: readonly (string | undefined)[]): RichText | undefined {
  const items = lines.flatMap((line) => (line === undefined ? [] : [fromPlain(line)]));
  if (items.length === 0 || items.length < lines.length) return undefined;
  return [
    {
      type: "list",
      ordered: false,
      items: items.map(([block]) => (block?.type === "paragraph" ? block.children : [])),
    },
  ];
}

function isDay(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date).toString() === date;
  } catch {
    return false;
  }
}
