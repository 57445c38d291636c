import type { ActionsBlock, KnownBlock, Button as SlackButton } from "@slack/web-api";
import { paragraph, text } from "../../src/text/index.js";
import type {
  Block,
  Button,
  Card,
  Inline,
  Link,
  OutgoingMessage,
  RichText,
} from "../../src/vocabulary/index.js";
import { cardLines } from "../shared/card.js";
import { PRESSED } from "./interactions.js";
import { escaped } from "./mrkdwn.js";
import { clean, richTextPieces } from "./rich-text.js";

/** One of Slack's messages. `text` is what notifications show. */
export interface Part {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Slack's limits (docs: Block Kit). `all` is ours: near 13,200 characters over all blocks Slack refuses a message. */
export const LIMITS = {
  blocks: 50,
  all: 11_000,
  header: 150,
  label: 75,
  value: 2_000,
  actions: 25,
  fallback: 3_000,
} as const;

/** What stays together, with its words for the notification. */
interface Unit {
  readonly blocks: readonly KnownBlock[];
  readonly words: string;
}

/**
 * A message as Slack's messages, at least one: text, cards, links, buttons, divided where one would be too long; the
 * buttons stand under the last one. The same message always makes the same ones.
 */
export function renderParts(message: OutgoingMessage): readonly Part[] {
  const { cards = [], links = [], buttons = [] } = message;
  // the action ids of one message must differ
  let pressed = 0;
  const actions = (some: readonly Button[]): ActionsBlock[] =>
    actionBlocks(some, () => `${PRESSED}${pressed++}`);
  const units: Unit[] = [
    ...textUnits(message.text),
    ...cards.flatMap((card) => cardUnits(card, message, actions)),
    ...textUnits(linkList(links)),
    ...actions(buttons).map((block) => ({ blocks: [block], words: "" })),
  ];
  return packed(units).map((some) => ({
    text: escaped(clean(wordsOf(some)), LIMITS.fallback) || "…",
    blocks: some.flatMap(({ blocks }) => blocks),
  }));
}

function wordsOf(units: readonly Unit[]): string {
  return units
    .map(({ words }) => words.trim())
    .filter((words) => words !== "")
    .join("\n\n");
}

function packed(units: readonly Unit[]): Unit[][] {
  const parts: Unit[][] = [];
  for (const unit of units) {
    const open = parts.at(-1);
    if (open && fits([...open, unit])) open.push(unit);
    else parts.push([unit]);
  }
  return parts.length > 0 ? parts : [[]];
}

function fits(units: readonly Unit[]): boolean {
  const blocks = units.flatMap((unit) => unit.blocks);
  return blocks.length <= LIMITS.blocks && sizeOf(blocks) <= LIMITS.all;
}

/** Characters that count for the limit of a whole message: what is shown, and the addresses behind it. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + sizeOf(entry), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, entry]) =>
      sum + (typeof entry === "string" && (key === "text" || key === "url") ? entry.length : sizeOf(entry)),
    0,
  );
}

function textUnits(content: RichText): Unit[] {
  return richTextPieces(content).map(({ block, words }) => ({ blocks: [block], words }));
}

function cardUnits(
  card: Card,
  { language }: OutgoingMessage,
  actions: (some: readonly Button[]) => ActionsBlock[],
): Unit[] {
  const { title, rows, links, button } = cardLines(card, language);
  const name = clean(title).replaceAll("\n", " ").trim();
  const asHeader = name !== "" && name.length <= LIMITS.header;
  const lines: (readonly Inline[])[] = [
    ...rows.map(({ label, value }): readonly Inline[] => [
      { type: "bold", children: [text(`${label}:`)] },
      text(" "),
      ...reachable(value),
    ]),
    ...links.map(linkInline),
  ];
  const body: Block[] = [
    ...(asHeader || name === "" ? [] : [paragraph({ type: "bold", children: [text(name)] })]),
    ...(lines.length > 0
      ? [paragraph(...lines.flatMap((line, index) => (index === 0 ? line : [BREAK, ...line])))]
      : []),
  ];
  const header: KnownBlock[] = asHeader
    ? [{ type: "header", text: { type: "plain_text", text: name, emoji: false } }]
    : [];
  const [first, ...rest] = textUnits(body);
  const start: Unit = {
    blocks: [...header, ...(first?.blocks ?? [])],
    words: [asHeader ? name : "", first?.words ?? ""].filter((some) => some !== "").join("\n"),
  };
  const whole = [start, ...rest];
  const end = whole.at(-1) ?? start;
  // the button stays with the card's end
  const register = button ? actions([button]) : [];
  return [...whole.slice(0, -1), { ...end, blocks: [...end.blocks, ...register] }].filter(
    ({ blocks }) => blocks.length > 0,
  );
}

const BREAK: Inline = { type: "break" };

function linkInline({ label, url }: Link): readonly Inline[] {
  return [{ type: "link", url, children: [text(label)] }];
}

function linkList(links: readonly Link[]): RichText {
  if (links.length === 0) return [];
  return [{ type: "list", ordered: false, items: links.map(linkInline) }];
}

/** An e-mail address can be tapped; a telephone number Slack's clients link by themselves. */
function reachable(value: string): readonly Inline[] {
  const lines = value
    .split("\n")
    .map((line): readonly Inline[] =>
      /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u.test(line)
        ? [{ type: "link", url: `mailto:${line}`, children: [text(line)] }]
        : [text(line)],
    );
  return lines.flatMap((line, index) => (index === 0 ? line : [BREAK, ...line]));
}

function actionBlocks(buttons: readonly Button[], nextId: () => string): ActionsBlock[] {
  const elements = buttons
    // cannot be pressed later: Slack would refuse the whole message
    .filter(({ action }) => action !== "" && action.length <= LIMITS.value)
    .map((button) => buttonElement(button, nextId()));
  const blocks: ActionsBlock[] = [];
  for (let start = 0; start < elements.length; start += LIMITS.actions)
    blocks.push({ type: "actions", elements: elements.slice(start, start + LIMITS.actions) });
  return blocks;
}

/** A button of the desk: pressed, it comes back with its value. */
export function buttonElement({ label, action, rates, primary }: Button, id: string): SlackButton {
  const words = clipped(label);
  const thumb = rates === undefined ? null : rates ? "👍" : "👎";
  return {
    type: "button",
    text: { type: "plain_text", text: thumb ?? words, emoji: false },
    action_id: id,
    value: clean(action),
    // a screen reader says what the thumb means here
    ...(thumb === null ? {} : { accessibility_label: words }),
    ...(primary ? { style: "primary" as const } : {}),
  };
}

/** A label of one line within the limit, never empty. */
export function clipped(label: string, limit: number = LIMITS.label): string {
  const line = clean(label).replace(/\s+/gu, " ").trim();
  if (line === "") return "…";
  if (line.length <= limit) return line;
  let short = "";
  for (const character of line) {
    if (short.length + character.length > limit - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
