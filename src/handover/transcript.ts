import { fromPlain, paragraph, plain } from "../text/index.js";
import type { CaseFile, CaseLine, Language, RichText } from "../vocabulary/index.js";
import { quoted } from "./card.js";

/** One line of a conversation, as somebody reads it afterwards. Nothing in it that people wrote is markup. */
export interface TranscriptLine {
  /** ISO 8601. */
  readonly at: string;
  /** "staff": to the guest. "internal": what staff wrote, and the guest did not get. */
  readonly by: "guest" | "assistant" | "staff" | "internal";
  /** Who of the office wrote to the guest; null: somebody else, or not known. */
  readonly name: string | null;
  readonly text: RichText;
  readonly language: Language | null;
  /** It is held back and can be recalled. */
  readonly held: boolean;
}

/** What the office has written to the guest in one handover. */
export interface Replies {
  /** Oldest first; what is held is not among them. */
  readonly lines: readonly TranscriptLine[];
  /** There were some, and they had their time. */
  readonly swept: boolean;
}

/** When a handover was, in milliseconds since 1970. */
interface Times {
  readonly askedAt: number;
  /** When it was answered first; null: not yet. */
  readonly repliedAt: number | null;
  /** Null: it is not over. */
  readonly endedAt: number | null;
}

/**
 * All that was said in a conversation between guest, assistant and staff, oldest first; what the desk told staff is left
 * out. What staff wrote stands there once: as the guest got it, or else as internal.
 */
export function transcriptOf({ lines, language }: Pick<CaseFile, "lines" | "language">): TranscriptLine[] {
  const sent = sentLines(lines);
  return lines.flatMap((line): TranscriptLine[] => {
    if (line.from === "internal" || sent.has(line.cursor)) return [];
    const shown = lineOf(line, language);
    return shown.text.length > 0 ? [shown] : [];
  });
}

/** What the office wrote to the guest between the beginning and the end of one handover. */
export function repliesOf(
  { lines, language }: Pick<CaseFile, "lines" | "language">,
  { askedAt, repliedAt, endedAt }: Times,
): Replies {
  const during = ({ at }: CaseLine): boolean => {
    const time = Date.parse(at);
    return time >= askedAt && (endedAt === null || time <= endedAt);
  };
  return {
    lines: lines
      .filter((line) => isReply(line) && line.heldUntil === undefined && during(line))
      .map((line) => lineOf(line, language)),
    swept: repliedAt !== null && !lines.some(({ at }) => Date.parse(at) <= repliedAt),
  };
}

/**
 * The cursors of what staff wrote and the guest got. Each reply was one line of staff, the last one before it with these
 * words: where they wrote the same more often, the rest of it went nowhere.
 */
function sentLines(lines: readonly CaseLine[]): ReadonlySet<number> {
  const sent = new Set<number>();
  const written: { readonly cursor: number; readonly words: string }[] = [];
  for (const line of lines) {
    if (line.from === "staff") written.push({ cursor: line.cursor, words: plain(wordsOf(line)) });
    if (!isReply(line)) continue;
    const words = plain(wordsOf(line));
    const source = written.findLast((one) => one.words === words && !sent.has(one.cursor));
    if (source) sent.add(source.cursor);
  }
  return sent;
}

function isReply({ from, message }: CaseLine): boolean {
  return from === "desk" && message?.author !== undefined;
}

function lineOf(line: CaseLine, guests: Language): TranscriptLine {
  const { at, from, message, heldUntil } = line;
  const name = message?.author?.name ?? null;
  const by =
    from === "desk" ? (name === null ? "assistant" : "staff") : from === "staff" ? "internal" : "guest";
  return {
    at,
    by,
    name,
    text: wordsOf(line),
    language: message?.language ?? (from === "guest" ? guests : null),
    held: heldUntil !== undefined,
  };
}

/** The words of a line: of a reply without the name before them, of an answer with the names on its cards. */
function wordsOf({ message, text = "" }: CaseLine): RichText {
  if (!message) return fromPlain(text);
  const titles = (message.cards ?? []).map((card) => (card.kind === "seminar" ? card.title : card.name));
  const words = message.author ? unquoted(message.author.name, message.text) : message.text;
  return [...words, ...titles.flatMap(fromPlain)];
}

/** What `quoted` was given. */
function unquoted(name: string, words: RichText): RichText {
  const [first, ...rest] = words;
  const [head] = quoted(name, []);
  if (first?.type !== "paragraph" || head?.type !== "paragraph") return words;
  const [bold, ...said] = first.children;
  if (!bold || plain([paragraph(bold)]) !== plain([head])) return words;
  const [space, ...after] = said;
  if (said.length === 0) return rest;
  const left = space?.type === "text" && space.text === " " ? after : said;
  return [paragraph(...left), ...rest];
}
