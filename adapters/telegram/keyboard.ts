import type { Button, Link } from "../../src/vocabulary/index.js";
import { type Key, type Keyboard, LIMITS } from "./bot-api.js";
import { callbackData } from "./callback-data.js";
import { clean } from "./entities.js";

/** Letters of a label up to which two buttons stand beside each other on a phone. */
const HALF = 18;

/**
 * The buttons under a message: choices first, then links, the two thumbs last in a row of their own.
 * The more than Telegram takes are left out.
 */
export function keyboard(buttons: readonly Button[], links: readonly Link[]): Keyboard {
  const choices = buttons.filter(({ rates }) => rates === undefined);
  const thumbs = buttons.filter(({ rates }) => rates !== undefined).slice(0, 8);
  const room = LIMITS.buttons - thumbs.length;
  const keys: Key[] = [
    ...choices.map(({ label, action }) => ({ text: short(label), callback_data: callbackData(action) })),
    ...links.map(({ label, url }) => ({ text: short(label), url })),
  ].slice(0, room);
  const rating = thumbs.map(({ label, action, rates }) => ({
    text: `${rates ? "👍" : "👎"} ${short(label)}`,
    callback_data: callbackData(action),
  }));
  return [...rows(keys), ...(rating.length === 0 ? [] : [rating])];
}

/** A label in one line, at most as long as a phone shows it. */
export function short(label: string): string {
  const line = clean(label).replace(/\s+/gu, " ").trim();
  const letters = [...line];
  if (line === "") return "…";
  if (letters.length <= LIMITS.label) return line;
  const cut = letters.slice(0, LIMITS.label - 1).join("");
  // At a word's end, unless that takes off too much.
  const end = cut.lastIndexOf(" ");
  return `${(end > LIMITS.label / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

function rows(keys: readonly Key[]): Key[][] {
  const result: Key[][] = [];
  for (const key of keys) {
    const row = result.at(-1);
    const beside = row?.length === 1 && [...row, key].every(({ text }) => [...text].length <= HALF);
    if (row && beside) row.push(key);
    else result.push([key]);
  }
  return result;
}
