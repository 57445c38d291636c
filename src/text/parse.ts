import type { List, ListItem, Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, Inline, RichText } from "../vocabulary/index.js";
import { fromPlain, inlines, joined, lines, text } from "./build.js";
import { possibleTarget } from "./target.js";

/** Past this length (UTF-16 units) or depth a text is no text of the office: it is taken as plain text. */
const LONGEST = 10_000;
const DEEPEST = 40;

/**
 * These constructs are switched off in the grammar, so that their characters stay visible as text:
 * HTML, indented code (YAML indents by chance), and reference definitions (they would vanish).
 */
const GRAMMAR = { disable: { null: ["htmlFlow", "htmlText", "codeIndented", "definition"] } };

/**
 * Reads Markdown as the desk's subset of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/). Never throws.
 * What is outside the subset becomes its plain text: a heading a bold paragraph, code its text, an image its
 * alternative text, a block quote its paragraphs, a nested list part of the outer one, HTML visible text.
 * A link keeps its target only if that is http, https, mailto, tel, or a variable such as `{office.link}`.
 */
export function parse(markdown: string): RichText {
  const plain = withoutMarkup(markdown);
  if (plain) return plain;
  if (markdown.length > LONGEST || nestedDeeply(markdown)) return fromPlain(markdown);
  const tree = fromMarkdown(markdown, { extensions: [GRAMMAR] });
  return isDeeperThan(tree, DEEPEST) ? fromPlain(markdown) : tree.children.flatMap(blocks);
}

/** A line that begins with a letter, a bracket or a quote, has no character of markup in it and no break at its end. */
const PLAIN_LINE = /^[\p{L}{("„“](?:[^\\`*_[\]<>&\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*[^\\`*_[\]<>&\p{C}\p{Z}])?$/u;

/** Most texts are plain sentences, and the grammar needs longer to begin than this needs to end. Null: it may be more. */
function withoutMarkup(markdown: string): Block[] | null {
  if (markdown.length > LONGEST) return null;
  const paragraphs = markdown.replace(/\n+$/u, "").split(/\n{2,}/u);
  const all = paragraphs.map((paragraph) => paragraph.split("\n"));
  if (!all.every((every) => every.every((line) => PLAIN_LINE.test(line)))) return null;
  return all.map((every) => ({ type: "paragraph", children: [text(every.join(" "))] }));
}

function blocks(node: RootContent): Block[] {
  switch (node.type) {
    case "paragraph":
      return paragraphOf(phrases(node.children));
    case "heading":
      return paragraphOf([{ type: "bold", children: inlines(phrases(node.children, { bold: true })) }]);
    case "blockquote":
      return node.children.flatMap(blocks);
    case "code":
      return paragraphOf(lines(node.value));
    case "list":
      return isCounted(node)
        ? listOf(node)
        : node.children.flatMap((item, index) => numbered(node, item, index));
    default:
      return [];
  }
}

function paragraphOf(children: readonly Inline[]): Block[] {
  const kept = inlines(children);
  return kept.length === 0 ? [] : [{ type: "paragraph", children: kept }];
}

// "14. Dezember 2026" at the start of a line is a list for CommonMark, and our lists count from one:
// the date would turn into another day. What does not begin with 1 is therefore no list to us.
function isCounted(list: List): boolean {
  return list.ordered !== true || (list.start ?? 1) === 1;
}

function numbered(list: List, item: ListItem, index: number): Block[] {
  const [first = [], ...nested] = entries(item);
  const number = text(`${(list.start ?? 1) + index}. `);
  return [[number, ...first], ...nested].flatMap(paragraphOf);
}

function listOf(list: List): Block[] {
  const items = list.children.flatMap(entries).filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ type: "list", ordered: list.ordered === true, items }];
}

/** The item's own text, then the items of the lists inside it. */
function entries(item: ListItem): Inline[][] {
  const own: Inline[] = [];
  const nested: Inline[][] = [];
  for (const child of item.children) {
    for (const block of blocks(child)) {
      if (block.type === "list") nested.push(...block.items.map((entry) => [...entry]));
      else own.push(...(own.length > 0 ? [{ type: "break" } as const] : []), ...block.children);
    }
  }
  return [inlines(own), ...nested].filter((entry) => entry.length > 0);
}

interface Inside {
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: true;
}

/** `inside` drops marks that are already in force, so that a tree is never deeper than bold, italic and link. */
function phrases(nodes: readonly PhrasingContent[], inside: Inside = {}): Inline[] {
  return joined(nodes.flatMap((node) => phrase(node, inside)));
}

function phrase(node: PhrasingContent, inside: Inside): Inline[] {
  switch (node.type) {
    case "text":
      return [text(oneLine(node.value))];
    case "inlineCode":
      return [text(oneLine(node.value))];
    case "break":
      return [{ type: "break" }];
    case "image":
      return [text(oneLine(node.alt ?? ""))];
    case "strong": {
      const children = phrases(node.children, { ...inside, bold: true });
      return inside.bold || children.length === 0 ? children : [{ type: "bold", children }];
    }
    case "emphasis": {
      const children = phrases(node.children, { ...inside, italic: true });
      return inside.italic || children.length === 0 ? children : [{ type: "italic", children }];
    }
    case "link": {
      const url = inside.link ? undefined : possibleTarget(node.url);
      const children = phrases(node.children, url === undefined ? inside : { ...inside, link: true });
      return url === undefined || children.length === 0 ? children : [{ type: "link", url, children }];
    }
    default:
      return [];
  }
}

function oneLine(value: string): string {
  return value.replace(/[ \t]*[\r\n]+[ \t]*/gu, " ");
}

/** Containers nested in one line cost the parser stack and time; nobody writes twenty of them. */
function nestedDeeply(markdown: string): boolean {
  return /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){20}/mu.test(markdown);
}

function isDeeperThan(tree: Nodes, limit: number): boolean {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth > limit) return true;
    if ("children" in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return false;
}
