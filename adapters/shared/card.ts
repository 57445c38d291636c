import type { Button, Card, Language, Link } from "../../src/vocabulary/index.js";

/** A card as labelled lines, for every platform that has no better form. All text is plain. */
export interface CardLines {
  readonly title: string;
  /** Of a seminar what is unknown is said to be so; of a contact it is left out. */
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** The announcement, the seminar's own page, its calendar file. */
  readonly links: readonly Link[];
  readonly button: Button | null;
}

interface Words {
  readonly when: string;
  readonly where: string;
  readonly leaders: string;
  readonly fee: string;
  readonly status: string;
  readonly announcement: string;
  readonly page: string;
  readonly calendar: string;
  readonly notStated: string;
  readonly example: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  de: {
    when: "Wann",
    where: "Wo",
    leaders: "Leitung",
    fee: "Kosten",
    status: "Stand",
    announcement: "Ankündigung",
    page: "Alles zum Seminar",
    calendar: "In den Kalender",
    notStated: "in der Ankündigung nicht angegeben",
    example: "Beispiel",
    address: "Adresse",
    phone: "Telefon",
    email: "E-Mail",
    hours: "Zeiten",
  },
  en: {
    when: "When",
    where: "Where",
    leaders: "Led by",
    fee: "Fee",
    status: "Status",
    announcement: "Announcement",
    page: "All about the seminar",
    calendar: "Add to calendar",
    notStated: "not stated in the announcement",
    example: "example",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    hours: "Hours",
  },
};

/** The lines of a card in the message's language. */
export function cardLines(card: Card, language: Language): CardLines {
  const words = WORDS[language];
  if (card.kind === "contact") {
    return {
      title: card.name,
      rows: known([
        [words.address, card.address],
        [words.phone, card.phone],
        [words.email, card.email],
        [words.hours, card.hours],
      ]),
      links: [],
      button: null,
    };
  }
  return {
    title: card.example ? `${card.title} (${words.example})` : card.title,
    rows: known([
      [words.when, card.when ?? words.notStated],
      [words.where, card.where ?? words.notStated],
      [words.leaders, card.leaders ?? words.notStated],
      [words.fee, card.fee ?? words.notStated],
      [words.status, card.status],
    ]),
    links: known([
      [words.page, card.pageUrl],
      [words.calendar, card.calendarUrl],
      [words.announcement, card.url],
    ]).map(({ label, value }) => ({ label, url: value })),
    button: card.register,
  };
}

function known(rows: readonly (readonly [label: string, value: string | null])[]): CardLines["rows"] {
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
