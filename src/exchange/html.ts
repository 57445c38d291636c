import { decodeEntities } from "./xml.js";

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const KNOWN =
  /<\/?(?:a|b|br|blockquote|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?=[\s/>])[^<>]*>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** Stand for the marks until it is known what is between them; no text uses these code points. */
const BOLD = "\uE000";
const ITALIC = "\uE001";

/** Whether a text is written in HTML: it has a known tag, or a character reference. */
export function isHtml(text: string): boolean {
  return KNOWN.test(text) || ENTITY.test(text);
}

/**
 * HTML as the CommonMark subset that the desk speaks: paragraphs, lists, bold, italic, links, line breaks. All else
 * becomes its text; scripts, styles and comments go. Linear time; nothing is run or fetched.
 */
export function markdownOf(html: string): string {
  const source = withoutHidden(html.replace(/[\uE000\uE001]/g, ""));
  let result = "";
  let at = 0;
  const lists: { ordered: boolean; count: number }[] = [];
  let target: string | null = null;
  let label = "";
  const put = (text: string): void => {
    if (target === null) result += text;
    else label += text;
  };
  for (const match of source.matchAll(TAG)) {
    put(textOf(source.slice(at, match.index)));
    at = match.index + match[0].length;
    const closing = match[1] === "/";
    const name = (match[2] ?? "").toLowerCase();
    if (name === "br") put("\n");
    else if (name === "strong" || name === "b") put(BOLD);
    else if (name === "em" || name === "i") put(ITALIC);
    else if (name === "ul" || name === "ol") {
      if (closing) lists.pop();
      else lists.push({ ordered: name === "ol", count: 0 });
      put("\n\n");
    } else if (name === "li") {
      const list = lists.at(-1);
      if (list) list.count += closing ? 0 : 1;
      put(closing ? "" : `\n${list?.ordered ? `${list.count}. ` : "- "}`);
    } else if (/^h[1-6]$/.test(name)) put(closing ? `${BOLD}\n\n` : `\n\n${BOLD}`);
    else if (BLOCKS.has(name)) put("\n\n");
    else if (name === "td" || name === "th") put(closing ? " " : "");
    else if (name === "a" && !closing) {
      if (target === null) {
        target = decodeEntities(
          /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i
            .exec(match[3] ?? "")
            ?.slice(1)
            .find(Boolean) ?? "",
        );
        label = "";
      }
    } else if (name === "a" && target !== null) {
      const words = label.replace(/\s+/g, " ").trim();
      const address = target.trim();
      target = null;
      put(
        address && words
          ? `[${words.replace(/[[\]]/g, "")}](${address.replace(/[\s()]/g, escapedInTarget)})`
          : words,
      );
    }
  }
  put(textOf(source.slice(at)));
  if (target !== null) {
    target = null;
    put(label);
  }
  return tidy(result);
}

/** Parentheses end a link in Markdown, and `encodeURIComponent` lets them stand. */
function escapedInTarget(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** Without comments, scripts and styles. What is never closed hides the rest in a browser, too. */
function withoutHidden(html: string): string {
  const lower = html.toLowerCase();
  let result = "";
  let at = 0;
  for (const { index, 0: opening } of lower.matchAll(/<!--|<(?:script|style)(?=[\s>])/g)) {
    if (index < at) continue;
    const closing = opening === "<!--" ? "-->" : `</${opening.slice(1)}`;
    const end = lower.indexOf(closing, index);
    result += html.slice(at, index);
    if (end < 0) return result;
    const bracket = opening === "<!--" ? end + 2 : lower.indexOf(">", end);
    at = bracket < 0 ? html.length : bracket + 1;
  }
  return result + html.slice(at);
}

const BLOCKS = new Set(["p", "div", "tr", "table", "blockquote", "pre", "center", "hr"]);

/** Line ends in HTML are spaces; those that are meant were tags. */
function textOf(part: string): string {
  return decodeEntities(part.replace(/\s+/g, " ")).replace(
    /&([a-zA-Z]{2,8});/g,
    (whole, name: string) => LETTERS[name] ?? whole,
  );
}

/** Character references that German and English pages use ("HTML Standard, Named character references"). */
const LETTERS: Readonly<Record<string, string>> = {
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  euro: "€",
  sect: "§",
  copy: "©",
  reg: "®",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
};

function tidy(text: string): string {
  return marked(marked(text, ITALIC, "*"), BOLD, "**")
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Markdown wants its marks close to the words, and both in one paragraph. */
function marked(text: string, sign: string, mark: string): string {
  const parts = text.split(sign);
  return parts
    .map((part, index) => {
      const inside = index % 2 === 1 && index < parts.length - 1;
      const words = part.trim();
      if (!inside || words === "" || /\n\s*\n/.test(words)) return part;
      const at = part.indexOf(words);
      return part.slice(0, at) + mark + words + mark + part.slice(at + words.length);
    })
    .join("");
}
