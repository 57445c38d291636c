import { plain } from "../../src/text/index.js";
import type { Inline, Place, RichText } from "../../src/vocabulary/index.js";
import { isPublicAddress } from "../shared/reachable.js";
import { type Entity, LIMITS } from "./bot-api.js";

/** Plain text, and which ranges of it are formatted. Nothing in the text is markup: it is sent without a parse mode. */
export interface Formatted {
  readonly text: string;
  /** By offset; of those that begin together the outer one first; each inside another or apart from it. */
  readonly entities: readonly Entity[];
}

/**
 * Rich text as Telegram takes it, cut where no split could make it fit. Telegram makes a mention of each "@name" by
 * itself and notifies who is called so: in rooms a word joiner (U+2060) behind the "@" prevents that, and behind the "/"
 * of what it would show as a command.
 */
export function format(content: RichText, scope: Place["scope"]): Formatted {
  return fitting(layOut(content, scope));
}

/** The same at whatever length, to measure it. */
export function layOut(content: RichText, scope: Place["scope"]): Formatted {
  const page = createPage(scope);
  for (const block of content) {
    page.gap("\n\n");
    if (block.type === "paragraph") {
      page.write(block.children, "");
      continue;
    }
    for (const [index, item] of block.items.entries()) {
      page.gap("\n");
      page.plain(block.ordered ? `${index + 1}. ` : "• ");
      page.write(item, "  ");
    }
  }
  return page.done();
}

/** Text of one line without what Telegram would take out or what turns the direction of writing around. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "");
}

/**
 * Text in which nobody is mentioned, and that holds no command: Telegram makes one of "/word" that is sent with a tap. An
 * e-mail address stays as it is, for before its "@" there is a letter, and so does "Mo/Di".
 * @param before what stands before it, if anything.
 */
export function inert(text: string, before = ""): string {
  return text.replace(/[@/]/gu, (sign, index: number) => {
    const last = (before.slice(-WORD) + text.slice(0, index)).slice(-WORD);
    if (/[\p{L}\p{N}_]$/u.test(last)) return sign;
    if (sign === "/" && (!/\w/u.test(text[index + 1] ?? "") || IN_ADDRESS.test(last))) return sign;
    return `${sign}\u2060`;
  });
}

/** In UTF-16 units: how much before a sign is looked at. */
const WORD = 300;
/** The beginning of a web address, in which a slash begins no command. */
const IN_ADDRESS = /(?<!\S)https?:\/[\w./:%?=&#~+,;-]*$/iu;

type Formatting = Exclude<Inline, { type: "text" | "break" }>;

/** A text that grows, and what formats it: the outer format before those within. */
function createPage(scope: Place["scope"]) {
  let text = "";
  const formats: { readonly node: Formatting; readonly from: number; to: number }[] = [];

  const plainly = (value: string): void => {
    const cleaned = clean(value);
    text += scope === "room" ? inert(cleaned, text) : cleaned;
  };

  /** `open`: the formats around. The same one twice is one, and a link within a link is its label. */
  const write = (children: readonly Inline[], indent: string, open: readonly string[] = []): void => {
    for (const node of children) {
      if (node.type === "text") plainly(node.text);
      else if (node.type === "break") text += `\n${indent}`;
      else if (open.includes(node.type)) write(node.children, indent, open);
      else if (node.type === "link" && !isPublicAddress(node.url))
        plainly(plain([{ type: "paragraph", children: [node] }]));
      else {
        const range = { node, from: text.length, to: 0 };
        formats.push(range);
        if (node.type === "link" && plain([{ type: "paragraph", children: node.children }]).trim() === "")
          plainly(node.url);
        else write(node.children, indent, [...open, node.type]);
        range.to = text.length;
      }
    }
  };

  return {
    write,
    plain: plainly,
    gap(between: string): void {
      if (text !== "" && !text.endsWith("\n\n")) text += between;
    },
    /** Telegram takes white space off both ends of a text, and formats of white space alone away. */
    done(): Formatted {
      const trimmed = text.trim();
      const start = text.length - text.trimStart().length;
      const entities = formats.flatMap(({ node, from, to }): Entity[] => {
        const begin = Math.max(from - start, 0);
        const part = trimmed.slice(begin, Math.max(to - start, begin));
        const range = {
          offset: begin + part.length - part.trimStart().length,
          length: part.trim().length,
        };
        if (range.length === 0) return [];
        return [
          node.type === "link"
            ? { type: "text_link", ...range, url: node.url }
            : { type: node.type, ...range },
        ];
      });
      return { text: trimmed, entities };
    },
  };
}

/** What no split could make fit: a label of thousands of letters, or more formats than Telegram takes. */
function fitting({ text, entities }: Formatted): Formatted {
  const kept = entities.slice(0, LIMITS.entities);
  if (text.length <= LIMITS.text) return { text, entities: kept };
  const cut = text.slice(0, LIMITS.text - 1).replace(/[\ud800-\udbff]$/u, "");
  return {
    text: `${cut}…`,
    entities: kept.flatMap((entity) => {
      const length = Math.min(entity.length, cut.length - entity.offset);
      return length > 0 ? [{ ...entity, length }] : [];
    }),
  };
}
