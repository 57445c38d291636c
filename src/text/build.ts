import type { Block, Inline, RichText } from "../vocabulary/index.js";

/** A text node. Nothing in `value` is read as markup. */
export function text(value: string): Inline {
  return { type: "text", text: value };
}

/** A paragraph of inlines; a string stands for a text node. */
export function paragraph(...children: readonly (Inline | string)[]): Block {
  return {
    type: "paragraph",
    children: children.map((child) => (typeof child === "string" ? text(child) : child)),
  };
}

/** Plain text as rich text: an empty line starts a paragraph, a line end is a line break, nothing is markup. */
export function fromPlain(value: string): RichText {
  return value
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/u)
    .map((part) => inlines(lines(part.trim())))
    .filter((children) => children.length > 0)
    .map((children) => ({ type: "paragraph", children }));
}

/** Text with line ends as text nodes with line breaks between them. */
export function lines(value: string): Inline[] {
  return value
    .split(/\r\n|\r|\n/u)
    .flatMap((line, index): Inline[] => (index === 0 ? [text(line)] : [{ type: "break" }, text(line)]));
}

/** Joins neighbouring text nodes, drops what is empty, and takes white space and breaks off both ends. */
export function inlines(children: readonly Inline[]): Inline[] {
  return trimmedEnd(trimmedStart(joined(children)));
}

/** Joins neighbouring text nodes and drops what is empty; white space stays. */
export function joined(children: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === "text" && last?.type === "text")
      result[result.length - 1] = text(last.text + child.text);
    else if (!isEmpty(child)) result.push(child);
  }
  return result;
}

function isEmpty(node: Inline): boolean {
  if (node.type === "break") return false;
  return node.type === "text" ? node.text === "" : node.children.every(isEmpty);
}

function trimmedStart(children: readonly Inline[]): Inline[] {
  const start = children.findIndex(isVisible);
  if (start === -1) return [];
  const first = children[start];
  const rest = children.slice(start + 1);
  return first?.type === "text" ? [text(first.text.trimStart()), ...rest] : children.slice(start);
}

function trimmedEnd(children: readonly Inline[]): Inline[] {
  const end = children.findLastIndex(isVisible);
  const last = children[end];
  const before = children.slice(0, Math.max(end, 0));
  return last?.type === "text" ? [...before, text(last.text.trimEnd())] : children.slice(0, end + 1);
}

function isVisible(node: Inline): boolean {
  return node.type === "text" ? node.text.trim() !== "" : node.type !== "break";
}
