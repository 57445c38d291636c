import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Position, Problem } from "./model.js";

/** Where in a file something stands: keys and indices from the top. */
export type Path = readonly (string | number)[];

/** Something that YAML allows and we do not, at its place in the file. */
export interface Flaw {
  readonly path: Path;
  readonly problem: Problem;
}

/** A YAML file as plain data, with the way back from any place in the data to line and column. */
export interface YamlFile {
  readonly file: string;
  /** Plain data; `undefined` when the file could not be read at all, `null` when there is nothing in it. */
  readonly value: unknown;
  /** What made the file unreadable. */
  readonly unreadable: readonly Problem[];
  readonly flaws: readonly Flaw[];
  /** Position of the value at `path`, or of the nearest thing above it that exists; of its key when `of` is "key". */
  position(path: Path, of?: "key"): Position;
  /** A scalar as it is written, such as `01234` for the number 1234. */
  written(path: Path): string | undefined;
}

const DEEPEST = 40;

/**
 * Reads YAML 1.2 without anchors, aliases and tags: they make files that staff cannot check by eye, and a few lines of
 * aliases can grow to gigabytes in memory. Keys that occur twice are flaws too. Never throws.
 */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const unreadable = (problem: Omit<Problem, keyof Position | "severity">, where: Position): YamlFile => ({
    file,
    value: undefined,
    unreadable: [{ severity: "error", ...where, ...problem }],
    flaws: [],
    position: () => ({ file, line: 1, column: 1 }),
    written: () => undefined,
  });
  const start = { file, line: 1, column: 1 };
  try {
    // Our own walk looks for keys that occur twice: the library compares every key with every other.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: "error" });
    const [error] = document.errors;
    if (error)
      return unreadable(
        {
          message: `this is no valid YAML: ${sentence(error.message)}`,
          suggestion: adviceFor(error.code, lineAround(text, error.pos[0])),
        },
        at(error.pos[0]),
      );
    const root: Node | null = document.contents;
    const flaws: Flaw[] = [];
    const value = plainData(root, [], flaws, at);
    return {
      file,
      value,
      unreadable: [],
      flaws,
      position: (path, of) => at(offsetOf(root, path, of === "key")),
      written: (path) => writtenAt(root, path),
    };
  } catch (error) {
    // The library recurses; a file of brackets overflows the stack.
    return unreadable(
      {
        message: `this is no valid YAML: ${sentence(error instanceof Error ? error.message : String(error))}`,
        suggestion: "Compare the file with its last version.",
      },
      start,
    );
  }
}

/** `readYaml` that reads a file again only when its text is another: after a change, most files are as they were. */
export function rememberingReader(): typeof readYaml {
  const last = new Map<string, { readonly text: string; readonly yaml: YamlFile }>();
  return (text, file) => {
    const known = last.get(file);
    if (known?.text === text) return known.yaml;
    const yaml = readYaml(text, file);
    last.set(file, { text, yaml });
    return yaml;
  };
}

function plainData(node: Node | null, path: Path, flaws: Flaw[], at: (offset: number) => Position): unknown {
  if (node === null) return null;
  const flaw = (message: string, suggestion: string, place: Path = path, of: Node = node): void => {
    flaws.push({
      path: place,
      problem: { severity: "error", ...at(of.range?.[0] ?? 0), message, suggestion },
    });
  };
  if (path.length > DEEPEST) {
    flaw("this is nested too deeply.", "Write it flatter.");
    return null;
  }
  if (isAlias(node)) {
    flaw(`the alias "*${node.source}" is not allowed.`, "Write the value out.");
    return null;
  }
  if ("anchor" in node && node.anchor)
    flaw(`the anchor "&${node.anchor}" is not allowed.`, "Remove it, or put the text in quotes.");
  if (node.tag)
    flaw(`the tag "${shortTag(node.tag)}" is not allowed.`, "Remove it, or put the text in quotes.");
  if (isScalar(node)) return node.value;
  if (isSeq<Node>(node)) return node.items.map((item, index) => plainData(item, [...path, index], flaws, at));
  if (!isMap<Node, Node | null>(node)) return null;
  const data: Record<string, unknown> = {};
  const first = new Map<string, Node>();
  for (const { key, value } of node.items) {
    const name = keyName(key);
    if (name === undefined || name === "__proto__") {
      flaw("this is no usable key.", "Write a plain word before the colon.", path, isNode(key) ? key : node);
      continue;
    }
    const before = first.get(name);
    if (before) {
      const line = at(before.range?.[0] ?? 0).line;
      flaw(`"${name}" occurs twice, first in line ${line}.`, "Keep one of the two.", [...path, name], key);
      continue;
    }
    first.set(name, key);
    if (key.tag || ("anchor" in key && key.anchor))
      flaw(`"${name}" has an anchor or tag.`, "Remove it.", path, key);
    data[name] = plainData(value, [...path, name], flaws, at);
  }
  return data;
}

function keyName(key: Node | null): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === "string") return key.value;
  return typeof key.value === "number" || typeof key.value === "boolean"
    ? (key.source ?? String(key.value))
    : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "range" in value;
}

function step(
  node: Node | null,
  part: string | number,
): { key: Node | null; value: Node | null } | undefined {
  if (isSeq<Node>(node) && typeof part === "number") {
    const value = node.items[part];
    return value && { key: null, value };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  return node.items.find(({ key }) => keyName(key) === String(part));
}

function offsetOf(root: Node | null, path: Path, wantsKey: boolean): number {
  let node = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [index, part] of path.entries()) {
    const next = step(node, part);
    if (!next) return offset;
    const last = index === path.length - 1;
    const place = last && wantsKey ? (next.key ?? next.value) : (next.value ?? next.key);
    offset = place?.range?.[0] ?? offset;
    node = next.value;
  }
  return offset;
}

function writtenAt(root: Node | null, path: Path): string | undefined {
  let node = root;
  for (const part of path) node = step(node, part)?.value ?? null;
  return isScalar(node) ? node.source : undefined;
}

function shortTag(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, "!!");
}

/** The first sentence of the library's message; the rest repeats the place and prints the line. */
function sentence(message: string): string {
  const [first = ""] = message.split(/ at line \d+|\n/);
  return first.endsWith(".") ? first : `${first}.`;
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end === -1 ? text.length : end);
}

function adviceFor(code: string, line: string): string {
  if (/^ *\t/.test(line)) return "Indent with spaces, never with tabs.";
  const advice: Readonly<Record<string, string>> = {
    BAD_INDENT: "Compare how far this line is indented with its neighbours.",
    MISSING_CHAR: "Look for a missing quote, bracket, comma or colon just before.",
    BLOCK_AS_IMPLICIT_KEY: 'Put text that holds ": " in quotes.',
    MULTILINE_IMPLICIT_KEY: "Put a colon behind the key, or the text in quotes.",
    MULTIPLE_DOCS: 'Remove the line "---" that begins a second part.',
    BAD_SCALAR_START: "Put the text in quotes.",
    UNEXPECTED_TOKEN: "Put the text in quotes, or look for a missing comma or bracket just before.",
  };
  return (
    advice[code] ??
    "Put text with special characters in quotes, and compare the indentation with its neighbours."
  );
}
