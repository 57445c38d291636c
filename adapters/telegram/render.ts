import { paragraph, plain, split, text } from "../../src/text/index.js";
import type {
  Block,
  Button,
  Inline,
  Language,
  Link,
  OutgoingMessage,
  Place,
  RichText,
} from "../../src/vocabulary/index.js";
import { cardLines } from "../shared/card.js";
import { isPublicAddress } from "../shared/reachable.js";
import { type CalendarOf, LIMITS, type TextPayload } from "./bot-api.js";
import { clean, format, inert, layOut } from "./entities.js";
import { keyboard } from "./keyboard.js";

/** One of Telegram's messages. */
export type Part =
  | {
      readonly kind: "text";
      readonly payload: TextPayload;
      /** Without anything that Telegram could refuse: no formats, no links on buttons. */
      readonly plain: TextPayload;
      /** Names of actions of which the buttons may carry only a hash. */
      readonly actions: readonly string[];
    }
  | {
      readonly kind: "calendar";
      readonly seminar: CalendarOf;
      readonly caption: string;
      /** What is sent where there is no file after all. */
      readonly instead: Part & { kind: "text" };
    };

export interface RenderOptions {
  readonly scope: Place["scope"];
  /** A single seminar's iCalendar file goes along as a file, which is opened with one tap. */
  readonly files: boolean;
}

/** A message as Telegram's, at least one; the same message always as the same ones. Buttons stand under the last text. */
export function render(message: OutgoingMessage, { scope, files }: RenderOptions): readonly Part[] {
  const { cards = [], links = [], language } = message;
  const calendar = files ? calendarOf(message) : null;
  const single = cards.length === 1;
  const shown = cards.map((card) => {
    const lines = cardLines(card, language);
    return { ...lines, links: lines.links.filter(({ url }) => url !== calendar?.url) };
  });
  // Under several cards a button must say which of them it belongs to; their links stand in the cards.
  const offered: Link[] = unique([...(single ? (shown[0]?.links ?? []) : []), ...links]);
  const onButtons = offered.filter(({ url }) => isPublicAddress(url));
  const inText = offered.filter(({ url }) => !isPublicAddress(url));
  const registering = shown.flatMap(({ button, title }): Button[] =>
    button ? [single ? button : { ...button, label: `${button.label}: ${title}` }] : [],
  );
  const content: RichText = [
    ...message.text,
    ...shown.map((card) => cardBlock(card, single ? [] : card.links)),
    ...(inText.length === 0 ? [] : [paragraph(...broken(inText.map(lineOf)))]),
  ];
  const buttons = [...registering, ...(message.buttons ?? [])];
  const pieces = split(content, LIMITS.text, (piece) => sizeOf(piece, scope));
  const parts = (pieces.length === 0 ? [EMPTY] : pieces).map((piece, index, all) =>
    index === all.length - 1 ? textPart(piece, scope, buttons, onButtons) : textPart(piece, scope, [], []),
  );
  if (!calendar) return parts;
  const instead = textPart([paragraph(link(calendar))], scope, [], []);
  const caption = scope === "room" ? inert(calendar.caption) : calendar.caption;
  return [...parts, { kind: "calendar", seminar: calendar.seminar, caption, instead }];
}

/** The name of the forum topic that begins with this message: the beginning of its words, in one line. */
export function topicName(message: OutgoingMessage): string {
  const words =
    plain(message.text) || message.cards?.map((card) => cardLines(card, message.language).title)[0];
  const line = inert(
    clean(words ?? "")
      .replace(/\s+/gu, " ")
      .trim(),
  );
  if (line === "") return TOPIC[message.language];
  return line.length <= LIMITS.topicName
    ? line
    : `${line
        .slice(0, LIMITS.topicName - 1)
        .replace(/[\ud800-\udbff]$/u, "")
        .trimEnd()}…`;
}

const TOPIC: Readonly<Record<Language, string>> = { de: "Anfrage", en: "Enquiry" };

/** Where there is nothing but buttons, or nothing at all: Telegram takes no empty text. */
const EMPTY: RichText = [{ type: "paragraph", children: [text("…")] }];

function textPart(
  piece: RichText,
  scope: Place["scope"],
  buttons: readonly Button[],
  links: readonly Link[],
): Part & { kind: "text" } {
  const formatted = format(piece, scope);
  const shown = formatted.text === "" ? format(EMPTY, scope) : formatted;
  const addresses = links.map(({ label, url }) => `${label}: ${url}`).join("\n");
  const longer = links.length === 0 ? shown.text : `${shown.text}\n\n${addresses}`;
  return {
    kind: "text",
    payload: { ...shown, keyboard: keyboard(buttons, links) },
    plain: {
      text: longer.length <= LIMITS.text ? longer : shown.text,
      entities: [],
      keyboard: keyboard(buttons, []),
    },
    actions: buttons.map(({ action }) => action),
  };
}

/** In letters; more than 100 formats count as too long, so that the text is cut earlier. */
function sizeOf(piece: RichText, scope: Place["scope"]): number {
  const { text: words, entities } = layOut(piece, scope);
  return Math.max(words.length, (entities.length * LIMITS.text) / LIMITS.entities);
}

function cardBlock(
  { title, rows }: Pick<ReturnType<typeof cardLines>, "title" | "rows">,
  links: readonly Link[],
): Block {
  const lines: Inline[][] = [
    [{ type: "bold", children: [text(title)] }],
    ...rows.map(({ label, value }) => [text(`${label}: ${value}`)]),
    ...links.map((one) => (isPublicAddress(one.url) ? [link(one)] : lineOf(one))),
  ];
  return paragraph(...broken(lines));
}

function broken(lines: readonly (readonly Inline[])[]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? [...line] : [{ type: "break" }, ...line]));
}

function link({ label, url }: Link): Inline {
  return { type: "link", url, children: [text(label)] };
}

function lineOf({ label, url }: Link): Inline[] {
  return [text(`${label}: ${url}`)];
}

/** The first of each address. */
function unique(links: readonly Link[]): Link[] {
  return [...new Map([...links].reverse().map((one) => [one.url, one])).values()].reverse();
}

interface CalendarPart extends Link {
  readonly seminar: CalendarOf;
  readonly caption: string;
}

/** Of the only seminar of a message, where it has a date. */
function calendarOf({ cards = [], language }: OutgoingMessage): CalendarPart | null {
  const [card, ...more] = cards.filter(({ kind }) => kind === "seminar");
  if (card?.kind !== "seminar" || more.length > 0 || card.calendarUrl === null) return null;
  const found = cardLines(card, language).links.find(({ url }) => url === card.calendarUrl);
  return {
    label: found?.label ?? CAPTION[language],
    url: card.calendarUrl,
    seminar: { seminar: card.seminar, title: card.title },
    caption: CAPTION[language],
  };
}

const CAPTION: Readonly<Record<Language, string>> = {
  de: "Der Termin für Ihren Kalender",
  en: "The date for your calendar",
};
