import type { RichText } from "../../src/vocabulary/index.js";
import { type Line, type Run, toLines } from "./lines.js";

/** Rich text as the Markdown of Teams' text messages. */
export function toMarkdown(content: RichText): string {
  const lines = toLines(content, (url) => /^(?:https?|mailto|tel):/iu.test(url)).map(
    (line) => [line, renderLine(line)] as const,
  );
  return (
    lines
      .filter(([, text]) => text !== "")
      // Two spaces before the line end: a line break on every client.
      .map(([line, text], index) => (index === 0 ? text : `${line.begins ? "\n\n" : "  \n"}${text}`))
      .join("")
  );
}

/**
 * Plain text, so that a Markdown parser makes of it one paragraph of exactly this text (white space in a row is one
 * space). Teams reads HTML in Markdown too.
 */
export function escapeMarkdown(text: string): string {
  return escapeLineStart(escapeInline(text.replaceAll(/\s+/gu, " ").trim()));
}

function escapeInline(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]~|{}]/gu, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** What means something at the beginning of a line only: headings, lists, rules, the underlining of headings. */
function escapeLineStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/u, "$1\\$2").replace(/^[#+=:-]/u, "\\$&");
}

function renderLine({ runs }: Line): string {
  let rendered = "";
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    rendered += marked(run, rendered.at(-1), next === undefined ? undefined : escapeInline(next.text)[0]);
  }
  return escapeLineStart(rendered.trim());
}

/**
 * Asterisks count as marks only where CommonMark's rules of flanking say so (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis).
 * Where they would not, the text stands without them: better plain than with asterisks.
 */
function marked(
  { text, bold, italic, url }: Run,
  before: string | undefined,
  after: string | undefined,
): string {
  const [, lead = "", core = "", trail = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (core === "") return text;
  const inner = url === null ? escapeInline(core) : `[${escapeInline(core)}](${target(url)})`;
  const open = lead !== "" || isOuter(before);
  const closed = trail !== "" || isOuter(after);
  const mark = open && closed ? `${bold ? "**" : ""}${italic ? "_" : ""}` : "";
  return `${lead}${mark}${inner}${[...mark].reverse().join("")}${trail}`;
}

/** Nothing, white space, or punctuation that is no mark itself. */
function isOuter(character: string | undefined): boolean {
  return character === undefined || /[\s"'(),.:;!?–—„“”«»•]/u.test(character);
}

/** Inside the round brackets of a link. */
function target(url: string): string {
  return url.replaceAll(/[\s()\\<>*_`~[\]|&]/gu, (character) =>
    character === "&" ? "&amp;" : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
