import { plain, readUrl } from "../../src/text/index.js";
import type { Block, Inline, RichText } from "../../src/vocabulary/index.js";

/** Text of one look. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A link's target; its label is `text`. */
  readonly url: string | null;
}

/** One line on the screen. Teams' phones know no lists, so an item is a line that begins with its bullet. */
export interface Line {
  readonly runs: readonly Run[];
  /** It begins a paragraph or a list. */
  readonly begins: boolean;
}

/** Teams takes longer addresses nowhere; a longer label is a text. In UTF-16 units. */
const LONGEST_URL = 2_000;
const LONGEST_LABEL = 500;

/**
 * Rich text as lines of runs.
 * @param linkable which targets can be links; others are written behind their label.
 */
export function toLines(content: RichText, linkable: (url: string) => boolean): Line[] {
  return content.flatMap((block) =>
    rows(block).flatMap((row, index) =>
      lines(row, linkable).map((runs, line) => ({ runs, begins: index === 0 && line === 0 })),
    ),
  );
}

/** Whether a button or a run may lead there. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//iu.test(url) && url.length <= LONGEST_URL && readUrl(url) !== null;
}

/** One line without control characters, which no screen shows and JSON makes six characters of. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replaceAll(/\s+/gu, " ").replaceAll(/[\u0000-\u001f\u007f-\u009f]/gu, "");
}

function rows(block: Block): (readonly Inline[])[] {
  if (block.type === "paragraph") return [block.children];
  return block.items.map((item, index) => [
    { type: "text", text: block.ordered ? `${index + 1}. ` : "• " },
    ...item,
  ]);
}

function lines(children: readonly Inline[], linkable: (url: string) => boolean): Run[][] {
  const found: Run[][] = [[]];
  const put = (text: string, look: Omit<Run, "text">): void => {
    const clean = oneLine(text);
    if (clean !== "") found.at(-1)?.push({ ...look, text: clean });
  };
  const visit = (node: Inline, look: Omit<Run, "text">): void => {
    switch (node.type) {
      case "text":
        put(node.text, look);
        return;
      case "break":
        found.push([]);
        return;
      case "link": {
        const label = node.children
          .map((child) => plain([{ type: "paragraph", children: [child] }]))
          .join("");
        const short = node.url.length <= LONGEST_URL && label.length <= LONGEST_LABEL;
        if (short && oneLine(label).trim() !== "" && linkable(node.url))
          put(label, { ...look, url: node.url });
        else
          put(
            node.url.length <= LONGEST_URL ? plain([{ type: "paragraph", children: [node] }]) : label,
            look,
          );
        return;
      }
      default:
        for (const child of node.children) visit(child, { ...look, [node.type]: true });
    }
  };
  for (const child of children) visit(child, { bold: false, italic: false, url: null });
  return found.filter((runs) => runs.some(({ text }) => text.trim() !== ""));
}
