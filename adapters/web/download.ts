import { plain } from "../../src/text/index.js";
import type { Card, Language, OutgoingMessage, TranscriptEntry } from "../../src/vocabulary/index.js";

/** What a guest takes home. */
export interface Download {
  readonly entries: readonly TranscriptEntry[];
  readonly language: Language;
  readonly office: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The conversation as a text file to keep: who said what and when, links with their addresses, times as the clock in
 * Germany shows them. Plain text, so nothing that anybody wrote can run where it is opened.
 */
export function downloadAsText({ entries, language, office, now }: Download): Response {
  const word = words[language];
  const head = [`${word.title}: ${office}`, `${word.savedOn} ${timeIn(language, now)}`, word.binding];
  const lines = entries.map((entry) => {
    const who = entry.from === "guest" ? word.guest : word.desk;
    const what = entry.message ? sayMessage(entry.message) : (entry.text ?? pressedLabel(entry, entries));
    return `— ${who}, ${timeIn(language, Date.parse(entry.at))} —\n${what}`;
  });
  const body = [head.join("\n"), ...(lines.length > 0 ? lines : [word.nothing])].join("\n\n");
  // Terminals obey control characters, and this file may be shown in one.
  return asFile(`${body.replace(unwritable, "")}\n`, "text/plain; charset=utf-8", `chat-${day(now)}.txt`);
}

/** The same with all its parts, for a machine to read (portability). */
export function downloadAsJson({ entries, office, now }: Download): Response {
  const conversation = entries.map(({ cursor: _, ...entry }) => entry);
  const body = { office, savedAt: new Date(now).toISOString(), conversation };
  return asFile(
    `${JSON.stringify(body, null, 2)}\n`,
    "application/json; charset=utf-8",
    `chat-${day(now)}.json`,
  );
}

function asFile(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}

function sayMessage(message: OutgoingMessage): string {
  const word = words[message.language];
  const { cards = [], links = [], buttons = [] } = message;
  return [
    plain(message.text),
    ...cards.map((card) => sayCard(card, message.language)),
    links.map(({ label, url }) => `→ ${label}: ${url}`).join("\n"),
    buttons.length > 0 ? `${word.choices}: ${buttons.map(({ label }) => label).join(" | ")}` : "",
  ]
    .filter((part) => part.trim() !== "")
    .join("\n\n");
}

/** The title, then what is known. Of a seminar, what is unknown is said to be so; of a contact it is left out. */
function sayCard(card: Card, language: Language): string {
  const word = words[language];
  if (card.kind === "contact")
    return rows(card.name, [
      [word.address, card.address?.replaceAll("\n", ", ") ?? null],
      [word.phone, card.phone],
      [word.email, card.email],
      [word.hours, card.hours?.replaceAll("\n", ", ") ?? null],
    ]);
  return rows(card.example ? `${card.title} (${word.example})` : card.title, [
    [word.when, card.when ?? word.notStated],
    [word.where, card.where ?? word.notStated],
    [word.leaders, card.leaders ?? word.notStated],
    [word.fee, card.fee ?? word.notStated],
    [word.status, card.status],
    [word.page, card.pageUrl],
    [word.calendar, card.calendarUrl],
    [word.announcement, card.url],
  ]);
}

function rows(title: string, facts: readonly (readonly [label: string, value: string | null])[]): string {
  const known = facts.filter(([, value]) => value !== null);
  return [title, ...known.map(([label, value]) => `  ${label}: ${value}`)].join("\n");
}

/** What stood on the button that was pressed. */
function pressedLabel({ pressed }: TranscriptEntry, entries: readonly TranscriptEntry[]): string {
  const under = entries.find(({ message }) => message && message.id === pressed?.on)?.message;
  return under?.buttons?.find(({ action }) => action === pressed?.action)?.label ?? "…";
}

/** Put together by hand: the commas and words between day and time differ with the version of Node. */
function timeIn(language: Language, at: number): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
      ...options,
      timeZone: "Europe/Berlin",
    }).format(at);
  const date = part({ day: "numeric", month: "long", year: "numeric" });
  const time = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${part({ weekday: "long" })}, ${date}, ${time}${language === "de" ? " Uhr" : ""}`;
}

/** The day in Germany, as an ISO date. */
function day(now: number): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Europe/Berlin" }).format(now);
}

// Tab and line feed are the only control characters that a text needs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const words = {
  de: {
    title: "Chat",
    savedOn: "Gespeichert:",
    binding: "Die Auskünfte sind unverbindlich. Alle Uhrzeiten sind Ortszeit in Deutschland.",
    nothing: "Hier wurde noch nichts geschrieben.",
    guest: "Sie",
    desk: "Assistent",
    choices: "Auswahl",
    example: "Beispiel",
    when: "Termin",
    where: "Ort",
    leaders: "Leitung",
    fee: "Kosten",
    status: "Stand",
    page: "Seminarseite",
    calendar: "Kalenderdatei",
    announcement: "Ankündigung",
    notStated: "in der Ankündigung nicht genannt",
    address: "Anschrift",
    phone: "Telefon",
    email: "E-Mail",
    hours: "Zeiten",
  },
  en: {
    title: "Chat",
    savedOn: "Saved:",
    binding:
      "The information is not binding, and the German version prevails. All times are German local time.",
    nothing: "Nothing has been written here yet.",
    guest: "You",
    desk: "Assistant",
    choices: "Choices",
    example: "example",
    when: "Date",
    where: "Place",
    leaders: "Led by",
    fee: "Fee",
    status: "Status",
    page: "Seminar page",
    calendar: "Calendar file",
    announcement: "Announcement",
    notStated: "not stated in the announcement",
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    hours: "Hours",
  },
} as const;
