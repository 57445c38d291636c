import { fold } from "../conversation/fold.js";

/** A word or a sign of what a guest wrote, and where it stands. */
export interface Token {
  readonly text: string;
  /** See `fold`. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  /** Written as a name may be: with a capital, or with a digit among its letters. */
  readonly capital: boolean;
  /** It is the first of its line. */
  readonly opens: boolean;
  /** Counts from 0; a line end ends a sentence as well. */
  readonly sentence: number;
}

/** Words, folded, that are no names. */
export type KnownWords = Pick<ReadonlySet<string>, "has">;

/** What comes after so many characters of one message is not read: nobody introduces themselves that late. */
const CHARACTERS = 4000;

// what follows the star is in the class before it: one step back for each sign, never more
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’._/-]*[\p{L}\p{M}\p{N}])?|\S/gu;

/** The words and signs of a text. "15.1", "e.K", "3/12" and "Meier-Huber" are one; a full stop at the end is its own. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let before: Token | undefined;
  const read = text.slice(0, CHARACTERS);
  for (const match of read.matchAll(TOKEN)) {
    const [written] = match;
    const end = match.index + written.length;
    const opens = before === undefined || read.slice(before.end, match.index).includes("\n");
    if (before && (opens || ends(tokens, before, match.index))) sentence++;
    const word = /^[\p{L}\p{N}]/u.test(written);
    const capital = /\p{Lu}/u.test(written) || (/\p{N}/u.test(written) && /\p{L}/u.test(written));
    before = {
      text: written,
      folded: fold(written),
      start: match.index,
      end,
      word,
      capital: word && capital,
      opens,
      sentence,
    };
    tokens.push(before);
  }
  return tokens;
}

/** "!", "?", ";" and a full stop end a sentence; not that of "15." or "Str.". */
function ends(tokens: readonly Token[], last: Token, next: number): boolean {
  if (/^[!?;]$/.test(last.text)) return true;
  if (last.text !== "." || next === last.end) return false;
  const before = tokens.at(-2);
  return before !== undefined && before.text.length > 3 && !/^\d/.test(before.text);
}

/** What stands from one token to before another, as it was written. */
export function written(text: string, tokens: readonly Token[], from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last ? text.slice(first.start, last.end) : "";
}

/** Whether these words, folded, stand at `at`; several that may stand in one place are parted by "|". */
export function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => word.split("|").includes(tokens[at + index]?.folded ?? " "));
}

/** Joins the words of a name: "Meier & Söhne", "Huber und Partner". */
const JOINING: ReadonlySet<string> = new Set(["&", "+", "und", "u", "and"]);
/** Longer is no name. */
const NAME_WORDS = 6;

/**
 * The end of a name that begins at `from`: words that `fits` takes, also with "&" or "und" between, or a full stop behind
 * an abbreviation, or all that stands in quotation marks. `from` where none begins there.
 */
export function nameEnd(
  tokens: readonly Token[],
  from: number,
  fits: (token: Token) => boolean,
  joining: ReadonlySet<string> = JOINING,
): number {
  const quoted = quotedEnd(tokens, from);
  if (quoted !== null) return quoted;
  let end = from;
  for (let at = from; at < from + NAME_WORDS; at++) {
    const token = tokens[at];
    if (!token || (token.opens && at > from)) break;
    if (token.word && fits(token)) end = at + 1;
    else if (at !== end || at === from || !(joining.has(token.folded) || shortens(tokens, at))) break;
  }
  return end;
}

/** The same the other way: the begin of a name that ends before `to`; `to` where none ends there. */
export function nameStart(tokens: readonly Token[], to: number, fits: (token: Token) => boolean): number {
  let start = to;
  for (let at = to - 1; at >= Math.max(0, to - NAME_WORDS) && !tokens[at + 1]?.opens; at--) {
    const token = tokens[at];
    if (token?.word && fits(token)) start = at;
    else if (at + 1 !== start || !token || !(JOINING.has(token.folded) || shortens(tokens, at))) break;
  }
  return start;
}

/** The full stop of "Dr.", "A." or "Fa.". */
function shortens(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.text === "." && before !== undefined && /^\p{L}{1,3}$/u.test(before.text);
}

/** The token behind the closing mark where a quotation of a few words begins here. */
function quotedEnd(tokens: readonly Token[], from: number): number | null {
  if (!/^["„“”«»‚‘]$/u.test(tokens[from]?.text ?? "")) return null;
  for (let at = from + 1; at <= from + NAME_WORDS + 1; at++) {
    const token = tokens[at];
    if (!token || token.opens) return null;
    if (/^["“”«»’‘]$/u.test(token.text)) return at > from + 1 ? at + 1 : null;
  }
  return null;
}
