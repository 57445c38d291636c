import { plain } from "../../src/text/index.js";
import type { Block, Button, Card, Inline, Language, OutgoingMessage } from "../../src/vocabulary/index.js";
import { clean, columns, wrap } from "./screen-text.js";

/** How the screen is. */
export interface Look {
  /** Columns. */
  readonly width: number;
  /** Bold and italic by ANSI codes. */
  readonly ansi: boolean;
}

/** A message as lines for a screen: text, cards, links, and buttons as numbered choices. */
export function renderMessage(message: OutgoingMessage, look: Look): string {
  const { cards = [], links = [], buttons = [] } = message;
  const choices = choicesOf(message);
  const choice = (button: Button): string => numbered(button, choices.indexOf(button) + 1);
  const parts = [
    ...message.text.map((block) => renderBlock(block, look)),
    ...cards.map((card) => {
      const button = registerOf(card);
      const lines = renderCard(card, message.language, look);
      return button ? `${lines}\n${wrap(`  ${choice(button)}`, look.width)}` : lines;
    }),
    links.map(({ label, url }) => wrap(`→ ${clean(label)}: ${clean(url)}`, look.width, "  ")).join("\n"),
    wrap(buttons.map(choice).join("  "), look.width),
  ];
  return parts
    .map((part) => part.replaceAll("\u00a0", " "))
    .filter((part) => part.trim() !== "")
    .join("\n\n");
}

/** What can be pressed in a message, in the order of the numbers: on its cards first, as they stand above. */
export function choicesOf({ cards = [], buttons = [] }: OutgoingMessage): readonly Button[] {
  return [...cards.flatMap((card) => registerOf(card) ?? []), ...buttons];
}

function registerOf(card: Card): Button | null {
  return card.kind === "seminar" ? card.register : null;
}

/** A label never breaks, so that a number stays with its words. */
function numbered({ label }: Button, number: number): string {
  return `[${number}]\u00a0${clean(label).replace(/\s/gu, "\u00a0")}`;
}

function renderBlock(block: Block, look: Look): string {
  if (block.type === "paragraph") return wrap(renderInlines(block.children, look), look.width);
  return block.items
    .map((item, index) => {
      const mark = block.ordered ? `${index + 1}. ` : "• ";
      return wrap(mark + renderInlines(item, look), look.width, " ".repeat(mark.length));
    })
    .join("\n");
}

function renderInlines(children: readonly Inline[], look: Look): string {
  return children.map((node) => renderInline(node, look)).join("");
}

function renderInline(node: Inline, look: Look): string {
  switch (node.type) {
    case "text":
      return clean(node.text).replaceAll("\n", " ");
    case "break":
      return "\n";
    case "link":
      return clean(plain([{ type: "paragraph", children: [node] }]));
    case "bold":
      return marked("1", "22", renderInlines(node.children, look), look);
    case "italic":
      return marked("3", "23", renderInlines(node.children, look), look);
  }
}

function marked(on: string, off: string, text: string, look: Look): string {
  return look.ansi ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

interface CardWords {
  readonly when: string;
  readonly where: string;
  readonly leaders: string;
  readonly fee: string;
  readonly link: string;
  readonly status: string;
  readonly page: string;
  readonly calendar: string;
  readonly notStated: string;
  readonly example: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
}

const WORDS: Readonly<Record<Language, CardWords>> = {
  de: {
    when: "Wann",
    where: "Wo",
    leaders: "Leitung",
    fee: "Kosten",
    link: "Mehr",
    status: "Stand",
    page: "Seite",
    calendar: "Kalender",
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
    link: "More",
    status: "Status",
    page: "Page",
    calendar: "Calendar",
    notStated: "not stated in the announcement",
    example: "example",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    hours: "Hours",
  },
};

/** The title, then aligned lines. Of a seminar, what is unknown is said to be so; of a contact it is left out. */
function renderCard(card: Card, language: Language, look: Look): string {
  const words = WORDS[language];
  if (card.kind === "contact") {
    return lines(card.name, look, [
      [words.address, card.address],
      [words.phone, card.phone],
      [words.email, card.email],
      [words.hours, card.hours],
    ]);
  }
  const title = card.example ? `${card.title} (${words.example})` : card.title;
  return lines(title, look, [
    [words.when, card.when ?? words.notStated],
    [words.where, card.where ?? words.notStated],
    [words.leaders, card.leaders ?? words.notStated],
    [words.fee, card.fee ?? words.notStated],
    [words.status, card.status],
    [words.link, card.url],
    [words.page, card.pageUrl],
    [words.calendar, card.calendarUrl],
  ]);
}

function lines(
  title: string,
  look: Look,
  rows: readonly (readonly [label: string, value: string | null])[],
): string {
  const known = rows.filter((row): row is readonly [string, string] => row[1] !== null);
  const widest = Math.max(0, ...known.map(([label]) => columns(label)));
  const heading = wrap(marked("1", "22", clean(title).replaceAll("\n", " "), look), look.width, "  ");
  return [
    heading,
    ...known.map(([label, value]) => {
      const start = `  ${label}${" ".repeat(widest - columns(label))}  `;
      // Hard spaces hold the columns together while the value is wrapped.
      return wrap(start.replaceAll(" ", "\u00a0") + clean(value), look.width, " ".repeat(start.length));
    }),
  ].join("\n");
}

export const WELCOME = "Schreiben Sie Ihre Frage. /hilfe zeigt, was geht; /ende oder Strg-D beendet.\n";

export const HELP = [
  "Jede Zeile ist eine Nachricht. Eine Zahl drückt den Knopf mit dieser Zahl.",
  "/ende oder Strg-D beendet. (Each line is a message; a number presses that button; /quit ends.)",
  "",
].join("\n");

export const NOT_STORED =
  "Ihre Nachricht konnte nicht angenommen werden. Bitte schreiben Sie sie noch einmal. (Your message was not taken. Please send it again.)\n";
