import { parse, plain, safeTarget } from "../text/index.js";
import { isHtml, markdownOf } from "./html.js";
import { SHORT_ANSWER } from "./limits.js";

/** An answer as it came, made fit for the desk, and what was done to it. */
export interface FitAnswer {
  readonly short: string;
  readonly more: string | null;
  /** Sentences for the preview; empty where nothing was done. */
  readonly done: readonly string[];
}

/**
 * Brings a foreign answer into the desk's form: HTML becomes Markdown, links that nobody should follow become their
 * label, and what is too long for the first screen goes behind "Mehr".
 */
export function fitAnswer(written: string, more: string | null = null): FitAnswer {
  const done: string[] = [];
  const clean = (text: string): string => {
    const markdown = isHtml(text) ? markdownOf(text) : text.replace(/\r\n?/g, "\n").trim();
    if (isHtml(text)) note(done, "HTML was turned into Markdown");
    const safe = withoutUnsafeLinks(markdown);
    if (safe !== markdown)
      note(done, "a link that is not http, https, mailto or tel was left out, its label kept");
    return safe;
  };
  const short = clean(written);
  const rest = more === null ? null : clean(more);
  if (plainLength(short) <= SHORT_ANSWER || rest !== null) return { short, more: rest, done };
  const [head, tail] = parted(short);
  note(done, `longer than ${SHORT_ANSWER} characters: the rest is put behind "Mehr"`);
  return { short: head, more: tail, done };
}

/** Cuts after the last paragraph that fits; where the first is too long alone, after a sentence or else a word of it. */
function parted(text: string): [string, string] {
  const paragraphs = text.split(/\n[ \t]*\n+/);
  let kept = "";
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = kept === "" ? paragraph : `${kept}\n\n${paragraph}`;
    if (plainLength(next) > SHORT_ANSWER) {
      if (kept !== "") return [kept, paragraphs.slice(index).join("\n\n")];
      const [head, tail] = partedInside(paragraph);
      return [head, [tail, ...paragraphs.slice(1)].join("\n\n")];
    }
    kept = next;
  }
  return [kept, ""];
}

function partedInside(paragraph: string): [string, string] {
  const room = paragraph.slice(0, SHORT_ANSWER);
  const ends = [/[.!?:](?=\s)[^.!?:]*$/, /\n[^\n]*$/, /\s\S*$/].map((end) => room.search(end));
  const cut = ends.find((end) => end > SHORT_ANSWER / 4) ?? SHORT_ANSWER - 1;
  const at = outsideLinks(paragraph, cut + 1);
  return [paragraph.slice(0, at).trim(), paragraph.slice(at).trim()];
}

/** The nearest place before `at` that is not inside a link, or behind it where the link stands at the beginning. */
function outsideLinks(text: string, at: number): number {
  for (const match of text.matchAll(LINK)) {
    const end = match.index + match[0].length;
    if (match.index < at && at < end) return match.index > SHORT_ANSWER / 4 ? match.index : end;
  }
  return at;
}

const LINK =
  /(!?)\[([^[\]]{0,500})\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]{0,500}\)){0,2000})>?(?:\s+"[^"]{0,500}")?\s*\)/g;

function withoutUnsafeLinks(markdown: string): string {
  return markdown.replace(LINK, (whole, image: string, label: string, url: string) =>
    image || !(url.startsWith("{") || safeTarget(url) !== undefined) ? label : whole,
  );
}

function plainLength(text: string): number {
  return plain(parse(text)).length;
}

function note(done: string[], what: string): void {
  if (!done.includes(what)) done.push(what);
}
