import type { Button, Card, Language, Link, OutgoingMessage, RichText } from "../../src/vocabulary/index.js";
import { cardLines } from "../shared/card.js";
import { isWebAddress, type Line, oneLine, type Run, toLines } from "./lines.js";

/** Part of an Adaptive Card; version 1.5 is the newest that Teams takes from bots. */
export type CardElement = Readonly<Record<string, unknown>> & { readonly type: string };

/** More would be hidden behind dots; they stand in a further row. */
const ACTIONS_IN_A_ROW = 6;
/** UTF-16 units of what stands on a button, and of a value in a card. */
const LONGEST_TITLE = 80;
const LONGEST_VALUE = 1_000;

/** @param fallback what is shown where a client cannot show the card. Plain. */
export function cardOf(body: readonly CardElement[], language: Language, fallback: string): unknown {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: language,
    ...(fallback === "" ? {} : { fallbackText: fallback }),
    body,
  };
}

/** Text runs: nothing in them is parsed, neither Markdown nor HTML nor mentions. */
export function elementsOfText(text: RichText): CardElement[] {
  return toLines(text, isWebAddress).map((line, index) => lineElement(line, index > 0));
}

/** A seminar or a contact, set off from the text; its own links and its register button inside. */
export function elementsOfCard(card: Card, message: OutgoingMessage): CardElement[] {
  const { title, rows, links, button } = cardLines(card, message.language);
  const row = (runs: readonly Run[]): CardElement => lineElement({ runs, begins: false }, false);
  const actions = actionSets(message, button ? [button] : [], links);
  return [
    {
      type: "Container",
      style: "emphasis",
      spacing: "Medium",
      items: [
        row([run(title, true)]),
        ...rows.map(({ label, value }) => row([run(`${label}: `, true), run(value, false)])),
        ...unpressable(links),
        ...actions,
      ],
    },
  ];
}

/** Rows of buttons, then of links. */
export function elementsOfActions(message: OutgoingMessage): CardElement[] {
  const { buttons = [], links = [] } = message;
  return [...unpressable(links), ...actionSets(message, buttons, links)];
}

function actionSets(
  message: OutgoingMessage,
  buttons: readonly Button[],
  links: readonly Link[],
): CardElement[] {
  const actions = [
    ...buttons.map((button) => submit(button, message)),
    ...links.flatMap(({ label, url }) =>
      isWebAddress(url) ? [{ type: "Action.OpenUrl", title: titleOf(label), url }] : [],
    ),
  ];
  const rows = Math.ceil(actions.length / ACTIONS_IN_A_ROW);
  return Array.from({ length: rows }, (_, at) => ({
    type: "ActionSet",
    actions: actions.slice(at * ACTIONS_IN_A_ROW, (at + 1) * ACTIONS_IN_A_ROW),
  }));
}

/** What no button may open, such as a telephone number, is written out. */
function unpressable(links: readonly Link[]): CardElement[] {
  return links
    .filter(({ url }) => !isWebAddress(url))
    .map(({ label, url }) => {
      const address = url.replace(/^(?:mailto|tel):/iu, "");
      return lineElement({ runs: [run(`${label}: ${address}`, false)], begins: false }, false);
    });
}

function submit({ label, action, rates, primary }: Button, { id }: OutgoingMessage): CardElement {
  const thumb = rates === undefined ? "" : rates ? "👍 " : "👎 ";
  return {
    type: "Action.Submit",
    title: thumb + titleOf(label),
    ...(primary ? { style: "positive" } : {}),
    data: { action, on: id, nonce: `${id}:${action}` },
  };
}

function titleOf(label: string): string {
  const line = oneLine(label).trim();
  return line.length <= LONGEST_TITLE ? line : `${[...line].slice(0, LONGEST_TITLE - 1).join("")}…`;
}

function run(text: string, bold: boolean): Run {
  return { text: oneLine(text).slice(0, LONGEST_VALUE), bold, italic: false, url: null };
}

/** The one thing that a client reads in a run: {{DATE(...)}} and {{TIME(...)}} become a date there. */
function undated(text: string): string {
  return text.replaceAll(/\{(?=\{(?:DATE|TIME)\()/gu, "{\u2060");
}

function lineElement({ runs, begins }: Line, apart: boolean): CardElement {
  return {
    type: "RichTextBlock",
    ...(apart ? { spacing: begins ? "Medium" : "None" } : { spacing: "Small" }),
    inlines: runs.map(({ text, bold, italic, url }) => ({
      type: "TextRun",
      text: undated(text),
      ...(bold ? { weight: "Bolder" } : {}),
      ...(italic ? { italic: true } : {}),
      ...(url === null
        ? {}
        : { color: "Accent", underline: true, selectAction: { type: "Action.OpenUrl", url } }),
    })),
  };
}
