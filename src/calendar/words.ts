import type { Seminar } from "../knowledge/model.js";
import { plain } from "../text/index.js";
import type { Language, Localised } from "../vocabulary/index.js";
import type { FullDate } from "./when.js";

interface Words {
  readonly cancelled: (title: string) => string;
  readonly example: (title: string) => string;
  readonly exampleNote: string;
  readonly begins: (time: string) => string;
  readonly ends: (time: string) => string;
  readonly endUnknown: string;
  readonly online: string;
  readonly leaders: string;
  readonly organiser: string;
  readonly fee: string;
  readonly details: string;
}

const WORDS: Localised<Words> = {
  de: {
    cancelled: (title) => `Abgesagt: ${title}`,
    example: (title) => `Beispiel: ${title}`,
    exampleNote: "Dieses Seminar ist ein erfundenes Beispiel und findet nicht statt.",
    begins: (time) => `Beginn am ersten Tag: ${time} Uhr`,
    ends: (time) => `Ende am letzten Tag: ${time} Uhr`,
    endUnknown: "Ende: in der Ankündigung nicht genannt",
    online: "Online",
    leaders: "Leitung",
    organiser: "Veranstalter",
    fee: "Kosten",
    details: "Einzelheiten und aktueller Stand",
  },
  en: {
    cancelled: (title) => `Cancelled: ${title}`,
    example: (title) => `Example: ${title}`,
    exampleNote: "This seminar is an invented example and will not take place.",
    begins: (time) => `Begins on the first day at ${time}`,
    ends: (time) => `Ends on the last day at ${time}`,
    endUnknown: "End: not stated in the announcement",
    online: "Online",
    leaders: "Led by",
    organiser: "Organised by",
    fee: "Fee",
    details: "Details and current status",
  },
};

/** The title as a calendar shows it: cancelled ones and examples say so themselves. */
export function summary(seminar: Seminar, language: Language): string {
  const words = WORDS[language];
  const title = seminar.title[language];
  const said = title.toLowerCase().startsWith(words.example("").trim().toLowerCase());
  const named = seminar.example && !said ? words.example(title) : title;
  return seminar.cancelled ? words.cancelled(named) : named;
}

/** House and town, or that it is online; null where the announcement does not say. */
export function location(seminar: Seminar, language: Language): string | null {
  const place = [seminar.place?.venue, seminar.place?.city].filter(Boolean).join(", ");
  const online = seminar.online ? WORDS[language].online : "";
  return [place, online].filter(Boolean).join(" / ") || null;
}

/** What a participant wants to know, in plain text; what the announcement does not state is left out. */
export function description(seminar: Seminar, date: FullDate, page: string, language: Language): string {
  const words = WORDS[language];
  const leaders = seminar.leaders.map(({ name, affiliation }) =>
    affiliation ? `${name} (${affiliation})` : name,
  );
  const facts = [
    times(date, words),
    line(words.leaders, leaders.join(", ")),
    line(words.organiser, seminar.organiser),
    line(words.fee, seminar.fee?.[language]),
  ];
  return [
    seminar.cancelled ? plain(seminar.cancelled[language]) : "",
    seminar.example ? words.exampleNote : "",
    seminar.abstract ? plain(seminar.abstract[language]) : "",
    facts.filter(Boolean).join("\n"),
    `${words.details}: ${page}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What the event's own start and end do not say, because only one of them is known. */
function times({ start, end, from, to }: FullDate, words: Words): string {
  if (from !== null && to !== null) return "";
  if (from !== null) return start === end ? words.endUnknown : words.begins(from);
  return to === null ? "" : words.ends(to);
}

function line(label: string, value: string | null | undefined): string {
  return value ? `${label}: ${value}` : "";
}
