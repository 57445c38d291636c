import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from "@slack/web-api";
import { plain, readUrl, split } from "../../src/text/index.js";
import type { Inline, RichText } from "../../src/vocabulary/index.js";

/** Characters of one block; Slack publishes no limit for rich text, this is the one of a section. */
const BLOCK_LIMIT = 2_800;
/** Slack's limit for the address of a link. */
const URL_LIMIT = 3_000;
/** Characters of a link's label: a link is never cut. */
const LABEL_LIMIT = 1_000;

type Style = { readonly bold?: true; readonly italic?: true };

/** A piece of a text: the block, and its words without markup. */
export interface RichPiece {
  readonly block: RichTextBlock;
  readonly words: string;
}

/**
 * Text as `rich_text` blocks, each below Slack's limit. Their text elements are shown as they are: nothing in them is
 * parsed, so nothing needs escaping and no mention can be forged.
 */
export function richTextPieces(content: RichText): RichPiece[] {
  return split(tamed(content), BLOCK_LIMIT)
    .map((piece) => ({
      block: { type: "rich_text" as const, elements: elementsOf(piece) },
      words: plain(piece),
    }))
    .filter(({ block }) => block.elements.length > 0);
}

function elementsOf(piece: RichText): (RichTextSection | RichTextList)[] {
  const elements: (RichTextSection | RichTextList)[] = [];
  let open: RichTextSection | null = null;
  for (const [index, block] of piece.entries()) {
    if (block.type === "list") {
      // without this the list would follow in the same line as what introduces it
      open?.elements.push(text("\n", {}));
      open = null;
      const items = block.items.map((item) => section(shown(item, {})));
      elements.push({ type: "rich_text_list", style: block.ordered ? "ordered" : "bullet", elements: items });
      continue;
    }
    const children = shown(block.children, {});
    // sections stand close together, so paragraphs share one, with an empty line between them
    if (open) open.elements.push(text("\n\n", {}), ...children);
    else {
      open = section(index === 0 ? children : [text("\n", {}), ...children]);
      elements.push(open);
    }
  }
  return elements;
}

function section(elements: RichTextElement[]): RichTextSection {
  return { type: "rich_text_section", elements: elements.length > 0 ? elements : [text(" ", {})] };
}

function shown(children: readonly Inline[], style: Style): RichTextElement[] {
  return children.flatMap((node): RichTextElement[] => {
    switch (node.type) {
      case "text":
        return node.text === "" ? [] : [text(node.text, style)];
      case "break":
        return [text("\n", {})];
      case "link":
        return [{ type: "link", url: node.url, text: labelOf(node), ...styled(style) }];
      default:
        return shown(node.children, { ...style, [node.type]: true });
    }
  });
}

function text(value: string, style: Style): RichTextElement {
  return { type: "text", text: value, ...styled(style) };
}

function styled(style: Style): { style?: Style } {
  return style.bold || style.italic ? { style } : {};
}

/** Slack links web pages and mail only, and refuses an address that is too long: the rest is shown as text. */
function tamed(content: RichText): RichText {
  const visit = (node: Inline): Inline => {
    if (node.type === "text") return { type: "text", text: clean(node.text) };
    if (node.type === "break") return node;
    const children = node.children.map(visit);
    if (node.type !== "link") return { ...node, children };
    const link: Inline = { type: "link", url: clean(node.url), children };
    if (linkable(link.url) && labelOf(link).length <= LABEL_LIMIT) return link;
    return { type: "text", text: plain([{ type: "paragraph", children: [link] }]) };
  };
  return content.map((block) =>
    block.type === "list"
      ? { ...block, items: block.items.map((item) => item.map(visit)) }
      : { ...block, children: block.children.map(visit) },
  );
}

function linkable(url: string): boolean {
  return url.length <= URL_LIMIT && /^(?:https?:\/\/|mailto:)./iu.test(url) && readUrl(url) !== null;
}

function labelOf({ url, children }: Extract<Inline, { type: "link" }>): string {
  const label = plain([{ type: "paragraph", children }]);
  return label.trim() === "" ? url.replace(/^mailto:/iu, "") : label;
}

/**
 * Text that Slack's API takes: no control characters but line ends and tabs, none that turn the direction of reading, and
 * no half of a surrogate pair (the SDK cannot send one).
 */
export function clean(value: string): string {
  return (
    value
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
  );
}
