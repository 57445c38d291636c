import type { CardView } from "../conversation/seminar-card.js";
import type { Seminar } from "../knowledge/model.js";
import type { View } from "./view.js";

/** What the seminar's card depends on, at this moment. */
export function cardView(view: View, seminar: Seminar): CardView {
  const { language, knowledge, site, records, facts } = view;
  return {
    language,
    messages: knowledge.messages,
    site,
    seats: records.get(seminar.id),
    past: facts.isPast(seminar),
    today: facts.today,
  };
}

/** Where a seminar's page is. */
export function pagePath({ id }: Seminar): string {
  return `/seminars/${encodeURIComponent(id)}`;
}

/** Where a seminar's calendar file is. */
export function calendarPath(seminar: Seminar): string {
  return `${pagePath(seminar)}.ics`;
}
