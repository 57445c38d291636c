import type { ActionId, Button, DeskEvent, Happening, Place } from "../../src/vocabulary/index.js";

/** The buttons of a message that was shown, in the order of their numbers. */
export interface Pressable {
  readonly message: string;
  readonly buttons: readonly Button[];
}

/** What a line means. */
export type Line =
  | { readonly does: "say"; readonly text: string }
  | { readonly does: "press"; readonly action: ActionId; readonly on: string };

/** A line that is just a number presses the button with that number, of the last message that has one; else it is text. */
export function readLine(line: string, shown: readonly Pressable[]): Line {
  const number = /^\[?(\d{1,2})[\].]?$/u.exec(line.trim())?.[1];
  if (number === undefined) return { does: "say", text: line };
  const message = shown.findLast(({ buttons }) => buttons[Number(number) - 1] !== undefined);
  const button = message?.buttons[Number(number) - 1];
  if (message === undefined || button === undefined) return { does: "say", text: line };
  return { does: "press", action: button.action, on: message.message };
}

export interface LineContext {
  readonly place: Place;
  /** Milliseconds since 1970: when this terminal began. */
  readonly startedAt: number;
  /** Rises with each line. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A line as an event of the desk. */
export function toEvent(line: Line, { place, startedAt, count, now }: LineContext): DeskEvent {
  const id = `${place.address}:${startedAt}:${count}`;
  const what: Happening =
    line.does === "press"
      ? { kind: "action", action: line.action, on: line.on }
      : { kind: "message", id, text: line.text, attachments: [] };
  return {
    keys: [`terminal:${id}`],
    channel: "terminal",
    place,
    sender: { id: place.address },
    addressed: true,
    sentAt: new Date(now).toISOString(),
    what,
  };
}
