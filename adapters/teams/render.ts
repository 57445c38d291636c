import { plain, split } from "../../src/text/index.js";
import type { OutgoingMessage, Place } from "../../src/vocabulary/index.js";
import {
  type CardElement,
  cardOf,
  elementsOfActions,
  elementsOfCard,
  elementsOfText,
} from "./adaptive-card.js";
import { oneLine } from "./lines.js";
import { toMarkdown } from "./markdown.js";

/** A message as the Bot Framework protocol has it: a text, or one Adaptive Card; both in one lose their id. */
export interface TeamsActivity {
  readonly type: "message";
  readonly text?: string;
  readonly textFormat?: "markdown";
  /** What a notification shows of a card. Plain. */
  readonly summary?: string;
  readonly attachments?: readonly {
    readonly contentType: "application/vnd.microsoft.card.adaptive";
    readonly content: unknown;
  }[];
}

/**
 * Bytes of an activity, counted as UTF-16. The platform takes about 100 kB; 28 kB is what its older entrances take and
 * what every client shows.
 */
export const LARGEST = 28 * 1024;
/** UTF-16 units of a notification. */
const LONGEST_SUMMARY = 200;

/**
 * A message as activities of Teams, at least one; the same message always as the same ones. In rooms, where staff read
 * what guests have written, it is always a card: of the words on one nothing is parsed.
 */
export function render(message: OutgoingMessage, scope: Place["scope"]): readonly TeamsActivity[] {
  const { buttons = [], cards = [], links = [] } = message;
  const bare = buttons.length + cards.length + links.length === 0;
  return bare && scope === "private" ? asTexts(message) : asCards(message);
}

/** Bytes that Teams counts. */
export function sizeOf(activity: TeamsActivity): number {
  return JSON.stringify(activity).length * 2;
}

function asTexts({ text }: OutgoingMessage): TeamsActivity[] {
  const activity = (piece: OutgoingMessage["text"]): TeamsActivity => ({
    type: "message",
    textFormat: "markdown",
    text: toMarkdown(piece),
  });
  const pieces = split(text, LARGEST, (piece) => sizeOf(activity(piece)));
  return (pieces.length === 0 ? [[]] : pieces).map(activity);
}

/** Text first, then the cards, then what can be pressed; what does not fit into one card goes on in the next. */
function asCards(message: OutgoingMessage): TeamsActivity[] {
  const { cards = [], language } = message;
  const summary = inert(oneLine(plain(message.text)).slice(0, LONGEST_SUMMARY));
  const activity = (body: readonly CardElement[]): TeamsActivity => ({
    type: "message",
    ...(summary === "" ? {} : { summary }),
    attachments: [
      { contentType: "application/vnd.microsoft.card.adaptive", content: cardOf(body, language, summary) },
    ],
  });
  const fits = (body: readonly CardElement[]): boolean => sizeOf(activity(body)) <= LARGEST;
  const sections = [
    ...split(message.text, LARGEST, (piece) => sizeOf(activity(elementsOfText(piece)))).map(elementsOfText),
    ...cards.map((card) => elementsOfCard(card, message)),
    ...elementsOfActions(message).map((element) => [element]),
  ];
  const parts: (readonly CardElement[])[] = [];
  for (const section of sections) {
    const open = parts.at(-1);
    const joined = [...(open ?? []), ...section];
    if (open && fits(joined)) parts[parts.length - 1] = joined;
    else parts.push(section);
  }
  return (parts.length === 0 ? [[]] : parts).map(activity);
}

/**
 * What stands beside the card, in the notification and where a client shows none, is text of which nobody says who parses
 * it: without the brackets of tags, links, pictures and dates.
 */
function inert(text: string): string {
  return text.replaceAll(/[<>[\]{}]/gu, (bracket) => INERT[bracket] ?? "");
}

const INERT: Readonly<Record<string, string>> = {
  "<": "‹",
  ">": "›",
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
};
