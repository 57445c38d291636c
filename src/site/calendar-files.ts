import { type CalendarSeminar, seminarCalendar } from "../calendar/index.js";
import type { Seminar } from "../knowledge/model.js";
import { answer } from "./answer.js";
import type { View } from "./view.js";

/** The address of the feed of all seminars, in the page's language: a calendar asks for it later, without preferences. */
export function feedAddress({ site, language }: View): string {
  return `${site}/seminars.ics?lang=${language}`;
}

/**
 * The file of one seminar.
 * @param unseen when the desk began, in ms since 1970: for a seminar that the store has not yet seen.
 */
export function seminarFile(request: Request, view: View, seminar: Seminar, unseen: number): Response {
  const text = calendar(view, [seminar], null, unseen);
  return file(request, text, view, `attachment; filename="${seminar.id}.ics"`);
}

/** The feed of all seminars with a full date, past and cancelled ones too: they stay in who follows it. */
export function feedFile(request: Request, view: View, unseen: number): Response {
  const { words, office, knowledge } = view;
  const text = calendar(view, knowledge.seminars, `${words.seminars} – ${office.name}`, unseen);
  return file(request, text, view, 'inline; filename="seminars.ics"');
}

function calendar(view: View, seminars: readonly Seminar[], name: string | null, unseen: number): string {
  const { language, site, records, office, facts } = view;
  const known = seminars.map((seminar): CalendarSeminar => {
    return { seminar, record: records.get(seminar.id) ?? { sequence: 0, changedAt: unseen } };
  });
  // announcements name their organiser in German
  const germanName = facts.value("office.name", "de");
  return seminarCalendar(known, {
    language,
    site,
    name,
    office:
      typeof germanName === "string" && office.email !== null
        ? { name: germanName, email: office.email }
        : undefined,
  });
}

function file(request: Request, text: string, view: View, disposition: string): Response {
  return answer(request, text, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": disposition,
    "content-language": view.language,
    vary: "accept-language",
  });
}
