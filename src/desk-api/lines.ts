import { plain } from "../text/index.js";
import type { CaseLine, OutgoingMessage } from "../vocabulary/index.js";

/** Who says a line, for a screen of staff. "hint": the desk to staff. "note": staff among themselves. */
export type Speaker = "guest" | "assistant" | "person" | "note" | "hint";

/** A line of an enquiry, as plain text. What guests wrote stands in it as they wrote it: a screen must escape it. */
export interface ShownLine {
  readonly cursor: number;
  /** ISO 8601. */
  readonly at: string;
  readonly from: Speaker;
  /** Of "person": who. */
  readonly name?: string;
  readonly text: string;
  /** The guest does not have it yet, and it can be recalled until then; ISO 8601. */
  readonly heldUntil?: string;
}

/**
 * The lines that staff read in the desk itself. What stands in the rooms of messengers repeats the others, and a reply
 * stands where it goes to the guest.
 */
export function shownLines(lines: readonly CaseLine[]): ShownLine[] {
  return lines.flatMap((line): ShownLine[] => {
    const from = speakerOf(line);
    const text = line.message ? wordsOf(line.message, from) : (line.text ?? "");
    if (from === null || text.trim() === "") return [];
    const { cursor, at, message, heldUntil } = line;
    return [
      {
        cursor,
        at,
        from,
        ...(message?.author ? { name: message.author.name } : {}),
        text: from === "note" ? text.replace(/^\s*!!\s?/, "") : text,
        ...(heldUntil === undefined ? {} : { heldUntil }),
      },
    ];
  });
}

function speakerOf({ from, on, text, message }: CaseLine): Speaker | null {
  switch (from) {
    case "guest":
      return "guest";
    case "desk":
      return message?.author ? "person" : "assistant";
    case "internal":
      return on === "terminal" ? "hint" : null;
    case "staff":
      return text?.trimStart().startsWith("!!") ? "note" : null;
  }
}

/** A person's name stands before their words already: screens show it by themselves. Cards are named. */
function wordsOf({ text, author, cards = [] }: OutgoingMessage, from: Speaker | null): string {
  const words = plain(text);
  const lead = `${author?.name ?? ""}: `;
  const own = from === "person" && words.startsWith(lead) ? words.slice(lead.length) : words;
  return [own, ...cards.map((card) => (card.kind === "seminar" ? card.title : card.name))]
    .filter((part) => part !== "")
    .join("\n");
}
