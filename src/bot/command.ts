import { fold } from "../conversation/fold.js";
import type { Language } from "../vocabulary/index.js";

/** What a command asks for. */
export type CommandName =
  | "start"
  | "help"
  | "seminars"
  | "person"
  | "privacy"
  | "stored"
  | "delete"
  | "language";

/** A message such as `/hilfe`. */
export interface Command {
  /** Null: none that is known here; the message means its words. */
  readonly name: CommandName | null;
  /** Of a word of one language: an English word is answered in English. */
  readonly language: Language | null;
  /** What stands behind it, such as the payload of a link: `/start seminar-some-seminar`. */
  readonly rest: string;
  /** The whole message without the slash. */
  readonly words: string;
}

/**
 * The command that a message is: a slash, a word, and perhaps more on the same line; null for any other text, whatever
 * slashes stand in it. Telegram adds the bot's name in groups: `/hilfe@some_bot`.
 */
export function commandIn(text: string): Command | null {
  const [, word = "", rest = ""] = FORM.exec(text.trim()) ?? [];
  if (word === "") return null;
  const [name, language] = KNOWN.get(fold(word)) ?? [null, null];
  const words = rest === "" ? word : `${word} ${rest}`;
  // "/hilfe bei der Gründung" asks for more than the word says
  const takesWords = name === "help" || name === "seminars";
  return takesWords && rest !== ""
    ? { name: null, language: null, rest, words }
    : { name, language, rest, words };
}

const FORM = /^\/(\p{L}[\p{L}\p{M}\p{N}_]*)(?:@\w+)?(?:[ \t]+([^\n]*))?$/u;

const KNOWN: ReadonlyMap<string, readonly [CommandName, Language | null]> = new Map<
  string,
  readonly [CommandName, Language | null]
>([
  ["start", ["start", null]],
  ["hilfe", ["help", "de"]],
  ["help", ["help", "en"]],
  ["seminare", ["seminars", "de"]],
  ["seminars", ["seminars", "en"]],
  ["mensch", ["person", "de"]],
  ["human", ["person", "en"]],
  ["datenschutz", ["privacy", "de"]],
  ["privacy", ["privacy", "en"]],
  ["auskunft", ["stored", "de"]],
  ["mydata", ["stored", "en"]],
  // "löschen" is folded to it
  ["loeschen", ["delete", "de"]],
  ["delete", ["delete", "en"]],
  ["sprache", ["language", null]],
  ["language", ["language", null]],
  ["deutsch", ["language", "de"]],
  ["german", ["language", "de"]],
  ["englisch", ["language", "en"]],
  ["english", ["language", "en"]],
]);
