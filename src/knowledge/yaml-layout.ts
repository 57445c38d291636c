import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Path } from "./yaml-file.js";

/** Where the parts of a YAML file stand in its text, and how new parts are laid out beside them. */

/** The file is laid out in a way that cannot be changed safely. */
export class NotEditable extends Error {
  override readonly name = "NotEditable";
}

/** The text with `value` as the last item of this list. */
export function listWith(text: string, list: YAMLSeq<Node>, value: unknown): string {
  if (list.flow) return insertInFlow(text, list, inline(value));
  const lines = itemLines(value, columnOf(text, startOf(list)), newlineOf(text));
  return insertLines(text, endOfLine(text, lastEnd(list)), lines);
}

/** The text with `entry` after an empty line at its end; `list` is what it holds so far. */
export function listEndingWith(text: string, list: YAMLSeq<Node> | null, entry: unknown): string {
  const newline = newlineOf(text);
  const lines = itemLines(entry, list?.items.length ? columnOf(text, startOf(list)) : 0, newline).join("");
  if (!/\S/.test(text)) return text + lines;
  const gap = text.endsWith(newline + newline) ? "" : text.endsWith("\n") ? newline : newline + newline;
  return text + gap + lines;
}

/** The text without the item at `which`, or without that key and its value. */
export function without(text: string, parent: Collection, which: string | number): string {
  const index = isSeq(parent)
    ? Number(which)
    : parent.items.findIndex((pair) => keyOf(pair) === String(which));
  const [start, end] = parent.flow ? flowSpan(parent, index) : lineSpan(text, parent, index);
  return text.slice(0, start) + text.slice(end);
}

/** The text with `value` under `key`, whether it is there already or not. */
export function groupWith(
  text: string,
  group: YAMLMap<Node, Node | null>,
  key: string,
  value: unknown,
): string {
  const pair = group.items.find((candidate) => keyOf(candidate) === key);
  return pair ? replacePair(text, group, pair, value) : addPair(text, group, key, value);
}

/** For the person whose file it is. */
export function notEditable(at: Path, why: string): NotEditable {
  return new NotEditable(`"${at.join(".")}" cannot be changed: ${why}. Change it in an editor.`);
}

type Collection = YAMLMap<Node, Node | null> | YAMLSeq<Node>;

function insertLines(text: string, at: number, lines: readonly string[]): string {
  const before = text.slice(0, at);
  const gap = before === "" || before.endsWith("\n") ? "" : newlineOf(text);
  return before + gap + lines.join("") + text.slice(at);
}

function insertInFlow(text: string, node: Collection, rendered: string): string {
  const close = (node.range?.[1] ?? 0) - 1;
  if (node.items.length === 0) {
    const open = startOf(node) + 1;
    const space = isMap<Node, Node | null>(node) ? " " : "";
    return `${text.slice(0, open)}${space}${rendered}${space}${text.slice(close)}`;
  }
  const end = lastEnd(node);
  const between = text.slice(end, close);
  const comma = between.includes(",") ? between.indexOf(",") + 1 : 0;
  return `${text.slice(0, end)}${comma > 0 ? between.slice(0, comma) : ","} ${rendered}${between.slice(comma)}${text.slice(close)}`;
}

function addPair(text: string, parent: YAMLMap<Node, Node | null>, key: string, value: unknown): string {
  if (parent.flow) return insertInFlow(text, parent, `${key}: ${inline(value)}`);
  const first = parent.items[0];
  if (!first) throw notEditable([key], "the group of keys is empty");
  const column = columnOf(text, startOf(first.key));
  return insertLines(text, endOfLine(text, lastEnd(parent)), pairLines(key, value, column, newlineOf(text)));
}

function replacePair(
  text: string,
  parent: YAMLMap<Node, Node | null>,
  pair: Pair<Node, Node | null>,
  value: unknown,
): string {
  const start = startOf(pair.key);
  const end = endOfPair(pair);
  if (parent.flow) {
    const from = pair.value?.range?.[0];
    if (from === undefined || from === end) throw notEditable([String(keyOf(pair))], "the key has no value");
    return text.slice(0, from) + inline(value) + text.slice(end);
  }
  const lines = pairLines(String(keyOf(pair)), value, columnOf(text, start), newlineOf(text));
  const rendered = lines
    .join("")
    .trimStart()
    .replace(/\r?\n$/, "");
  return text.slice(0, start) + rendered + text.slice(trimmedEnd(text, end));
}

/** The text with `value` as item `index` of this list. */
export function withItem(text: string, parent: YAMLSeq<Node>, index: number, value: unknown): string {
  const item = parent.items[index];
  if (!item?.range) throw notEditable([index], "there is no such item");
  const [from, to] = [item.range[0], trimmedEnd(text, item.range[1])];
  if (parent.flow) return text.slice(0, from) + inline(value) + text.slice(to);
  const column = columnOf(text, startOf(parent));
  const rendered = itemLines(value, column, newlineOf(text))
    .join("")
    .trimStart()
    .slice(2)
    .replace(/\r?\n$/, "");
  return text.slice(0, from) + rendered + text.slice(to);
}

/** From the start of the item's first line to the end of its last. */
function lineSpan(text: string, parent: Collection, index: number): [number, number] {
  const [at, end] = spanAt(parent, index);
  // before the item: a sentence may begin with a dash of its own
  const dash = isSeq<Node>(parent) ? text.lastIndexOf("-", at - 1) : at;
  const lineStart = text.lastIndexOf("\n", dash - 1) + 1;
  if (text.slice(lineStart, dash).trim() === "") {
    const isLast = index > 0 && index === parent.items.length - 1;
    const before = isLast ? endOfLine(text, spanAt(parent, index - 1)[1]) : lineStart;
    // the empty line that set the last one off goes with it; a remark there stays
    return [text.slice(before, lineStart).trim() === "" ? before : lineStart, endOfLine(text, end)];
  }
  // the first key of an entry stands behind the dash: the next key takes its place
  if (isSeq<Node>(parent)) throw notEditable([index], "it shares its line");
  return [at, spanAt(parent, index + 1)[0]];
}

/** With the comma before it, or of the first with the comma behind it. */
function flowSpan(parent: Collection, index: number): [number, number] {
  const [start, end] = spanAt(parent, index);
  if (index > 0) return [spanAt(parent, index - 1)[1], end];
  return parent.items.length > 1 ? [start, spanAt(parent, 1)[0]] : [start, end];
}

/** Where the item, or key and value, at `index` begins and ends. */
function spanAt(parent: Collection, index: number): [number, number] {
  const entry = parent.items[index];
  if (entry === undefined) throw notEditable([index], "there is no such item");
  return isPair(entry) ? [startOf(entry.key), endOfPair(entry)] : [startOf(entry), entry.range?.[1] ?? 0];
}

function lastEnd(node: Collection): number {
  return node.items.length === 0 ? (node.range?.[1] ?? 0) : spanAt(node, node.items.length - 1)[1];
}

function endOfPair({ key, value }: Pair<Node, Node | null>): number {
  const end = value?.range?.[1];
  return end !== undefined && end > startOf(key) ? end : (key.range?.[1] ?? 0) + 1;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** A block scalar or collection ends behind its last line break: that one belongs to the line. */
function trimmedEnd(text: string, end: number): number {
  const before = text.slice(0, end);
  return before.length - (/(?:\r?\n[ \t]*)+$/.exec(before)?.[0].length ?? 0);
}

/** Behind the line break of the line in which `end` lies; a comment at the end of the line is part of it. */
function endOfLine(text: string, end: number): number {
  const last = trimmedEnd(text, end);
  const at = text.indexOf("\n", last);
  return at === -1 ? text.length : at + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function keyOf({ key }: Pair<Node, Node | null>): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

const PLAIN_OPTIONS = { lineWidth: 0, indent: 2 } as const;

/** A value on one line, as it may stand inside brackets. */
function inline(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

/** A value in block style: its first line follows a key or dash, the others are indented by two below it. */
function block(value: unknown): { readonly sameLine: string | null; readonly below: readonly string[] } {
  const lines = stringify(value, PLAIN_OPTIONS).replace(/\n$/, "").split("\n");
  const isCollection = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (isCollection) return { sameLine: null, below: lines };
  const [first = "", ...rest] = lines;
  return { sameLine: first, below: rest };
}

/** `- value`, with what follows it indented below. Each line with its end. */
function itemLines(value: unknown, column: number, newline: string): string[] {
  const { sameLine, below } = block(value);
  const lines = sameLine === null ? below : [sameLine, ...unindented(below)];
  return lines.map((line, at) => {
    if (line === "" && at > 0) return newline;
    const indent = " ".repeat(column);
    return at === 0 ? `${indent}- ${line}${newline}` : `${indent}  ${line}${newline}`;
  });
}

/** `key: value`, with what follows it indented below. Each line with its end. */
function pairLines(key: string, value: unknown, column: number, newline: string): string[] {
  return stringify({ [key]: value }, PLAIN_OPTIONS)
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? newline : `${" ".repeat(column)}${line}${newline}`));
}

/** The library indents the lines of a block scalar at the top by two already. */
function unindented(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^ {2}/, ""));
}
