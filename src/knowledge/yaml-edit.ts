import { isDeepStrictEqual } from "node:util";
import { isMap, isSeq, type Node, parseDocument } from "yaml";
import type { Path } from "./yaml-file.js";
import {
  groupWith,
  listEndingWith,
  listWith,
  NotEditable,
  notEditable,
  withItem,
  without,
} from "./yaml-layout.js";

/**
 * Changes to a YAML file as text: what is not changed stays byte for byte, comments, order, quotes and blank lines
 * included. Writing a parsed document out again would reflow what people have laid out by hand. Each change is read
 * back and compared with what it should have come to, so none is ever half right.
 */

export { NotEditable };

/**
 * Appends to the list at `list`; makes the list, and its key, where there is none below an existing group of keys.
 * @throws NotEditable
 */
export function insertItem(text: string, list: Path, value: unknown): string {
  const root = rootOf(text);
  const node = nodeAt(root, list);
  if (!isSeq<Node>(node)) {
    const before = dataAt(root, list);
    if (before !== undefined && before !== null) throw notEditable(list, "it is no list");
    return setValue(text, list, [value]);
  }
  return verified(text, listWith(text, node, value), [...list, node.items.length], value);
}

/** Takes out what stands at `item`: an item of a list, or a key with its value. @throws NotEditable */
export function removeItem(text: string, item: Path): string {
  const root = rootOf(text);
  const parentPath = item.slice(0, -1);
  const last = item.at(-1);
  const parent = nodeAt(root, parentPath);
  const isCollection = isSeq<Node>(parent) || isMap<Node, Node | null>(parent);
  if (last === undefined || !isCollection || dataAt(root, item) === undefined)
    throw notEditable(item, "there is nothing");
  if (parent.items.length === 1 && parentPath.length > 0)
    return setValue(text, parentPath, isSeq(parent) ? [] : {});
  return verified(text, without(text, parent, last), item, undefined);
}

/** Puts `value` in the place of what stands at `at`, or adds the key. @throws NotEditable */
export function setValue(text: string, at: Path, value: unknown): string {
  const key = at.at(-1);
  const parent = nodeAt(rootOf(text), at.slice(0, -1));
  if (typeof key === "number" && isSeq<Node>(parent))
    return verified(text, withItem(text, parent, key, value), at, value);
  if (typeof key !== "string" || !isMap<Node, Node | null>(parent))
    throw notEditable(at, "there is no group of keys");
  return verified(text, groupWith(text, parent, key, value), at, value);
}

/** Adds an entry at the end of a file that is a list, after an empty line. @throws NotEditable */
export function appendEntry(text: string, entry: unknown): string {
  const root = rootOf(text);
  const before: unknown = root.toJS();
  const list = nodeAt(root, []);
  const usable = before === null || (isSeq<Node>(list) && !list.flow);
  if (!usable) throw notEditable([], "the file is no list");
  const length = Array.isArray(before) ? before.length : 0;
  return verified(text, listEndingWith(text, isSeq<Node>(list) ? list : null, entry), [length], entry);
}

function rootOf(text: string): ReturnType<typeof parseDocument> {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "error" });
  const [error] = document.errors;
  if (error) throw new NotEditable(`The file is no valid YAML: ${error.message.split("\n")[0]}`);
  return document;
}

function nodeAt(document: ReturnType<typeof parseDocument>, path: Path): Node | null | undefined {
  return (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | null | undefined;
}

function dataAt(document: ReturnType<typeof parseDocument>, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === "object" && inner !== null
        ? (inner as Record<string | number, unknown>)[part]
        : undefined,
    document.toJS() as unknown,
  );
}

/** @throws NotEditable where the text did not come to what it should: nothing else may have changed */
function verified(before: string, after: string, at: Path, value: unknown): string {
  const expected = changedData(rootOf(before).toJS() as unknown, at, value);
  if (!isDeepStrictEqual(plainOf(rootOf(after).toJS()), plainOf(expected)))
    throw notEditable(at, "this layout cannot be changed safely");
  return after;
}

/** Through JSON, so that a missing key and an undefined one are the same. */
function plainOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

function changedData(data: unknown, at: Path, value: unknown): unknown {
  const [part, ...rest] = at;
  if (part === undefined) return value;
  if (Array.isArray(data) || (typeof part === "number" && (data === null || data === undefined))) {
    const items = [...((data as readonly unknown[] | null) ?? [])];
    const index = Number(part);
    if (rest.length === 0 && value === undefined) items.splice(index, 1);
    else items[index] = changedData(items[index], rest, value);
    return items;
  }
  const group = { ...(data as Readonly<Record<string, unknown>> | null) };
  if (rest.length === 0 && value === undefined) delete group[part];
  else group[part] = changedData(group[part], rest, value);
  return group;
}
