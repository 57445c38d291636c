import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { byteLines } from "../byte-lines.js";
import type { IntentId, Language } from "../vocabulary/index.js";
import { fileFault, InputError } from "./labelled-lines.js";

/** A message as a guest might write it, with what it asks for. */
export interface ProductLine {
  readonly text: string;
  readonly lang: Language;
  /** Intents of which any is right; of two questions both are asked for. None: it is out of scope. */
  readonly expect: readonly IntentId[];
  /** "two-questions", "follow-up-...", a kind out of scope, or whatever else its writer tells apart. */
  readonly kind?: string;
  /** The guest's message before it. */
  readonly context?: string;
  /** Where it stands, `file:line`. */
  readonly place: string;
}

/** What was read, and what could not be: `file:line` with the reason, one sentence each. */
export interface ProductLinesRead {
  readonly lines: readonly ProductLine[];
  readonly faults: readonly string[];
}

const FORM = 'Write it as {"text":"...","lang":"de","expect":["..."]}.';

/**
 * Reads messages from files of JSON lines, and from all `*.jsonl` in folders and the folders below. Other keys are
 * passed over, so are empty lines; a line that is none is named and left out.
 * @throws InputError where a file cannot be read or there is no line at all
 */
export function readProductLines(paths: readonly string[]): ProductLinesRead {
  const lines: ProductLine[] = [];
  const faults: string[] = [];
  for (const file of new Set(paths.flatMap(filesOf))) {
    for (const [index, bytes] of byteLines(bytesOf(file)).entries()) {
      const read = lineOf(bytes, `${file}:${index + 1}`);
      if (typeof read === "string") faults.push(read);
      else if (read) lines.push(read);
    }
  }
  if (lines.length === 0 && faults.length === 0)
    throw new InputError(`${paths.join(", ")}: there is no message to measure on. ${FORM}`);
  return { lines, faults };
}

function filesOf(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new InputError(`${path}: ${fileFault(error)}. Give files of JSON lines, or folders of them.`);
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`${file}: ${fileFault(error)}. Give the path of a file that can be read.`);
  }
}

/** The line; null where it is empty; a sentence where it is something else. */
function lineOf(bytes: Uint8Array, place: string): ProductLine | string | null {
  let value: unknown;
  try {
    const written = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
    if (written === "") return null;
    value = JSON.parse(written);
  } catch (error) {
    return error instanceof SyntaxError
      ? `${place}: this line is no JSON. ${FORM}`
      : `${place}: this line is not UTF-8. Save the file with the encoding UTF-8.`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return `${place}: this line is no JSON object. ${FORM}`;
  const { text, lang, expect, kind, context } = value as Readonly<Record<string, unknown>>;
  if (typeof text !== "string") return `${place}: "text" is missing or no text. ${FORM}`;
  if (lang !== "de" && lang !== "en") return `${place}: "lang" is neither "de" nor "en". ${FORM}`;
  if (!Array.isArray(expect) || !expect.every((id): id is string => typeof id === "string"))
    return `${place}: "expect" is no list of intents; out of scope is []. ${FORM}`;
  if (!isTextOrNothing(kind)) return `${place}: "kind" is no text. Name it in a word, or leave it out.`;
  if (!isTextOrNothing(context))
    return `${place}: "context" is no text. It is the guest's message before this one.`;
  return { text, lang, expect, ...(kind ? { kind } : {}), ...(context ? { context } : {}), place };
}

function isTextOrNothing(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === "string";
}
