import { readFileSync } from "node:fs";
import { byteLines } from "../byte-lines.js";
import type { LabelledLine } from "../nlu/index.js";

/** A labelled line with where it stands, for messages. Lines count from 1. */
export interface PlacedLine extends LabelledLine {
  readonly line: number;
}

/** A file that was handed to a command is not what the command needs. The message says where, and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/**
 * Reads lines of JSON, `{"text", "intent"}` each; other keys are passed over, so are empty lines.
 * @throws InputError naming file and line of the first that is none, or when there is no line at all
 */
export function readLabelledLines(file: string): PlacedLine[] {
  const lines = byteLines(bytesOf(file)).flatMap((bytes, index): PlacedLine[] => {
    const place = `${file}:${index + 1}`;
    const written = decoded(bytes, place);
    return written === "" ? [] : [{ ...labelled(written, place), line: index + 1 }];
  });
  if (lines.length === 0)
    throw new InputError(`${file}: the file is empty. Give lines such as {"text":"...","intent":"..."}.`);
  return lines;
}

/** What the system said when a file could not be used, as a reason in words. */
export function fileFault(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EISDIR: "this is a folder",
    EACCES: "this user may not use it",
    ENOTDIR: "a part of the path is no folder",
    EROFS: "it lies where nothing can be written",
  };
  return reasons[code] ?? `it cannot be used (${code})`;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`${file}: ${fileFault(error)}. Give the path of a file that can be read.`);
  }
}

function decoded(bytes: Uint8Array, place: string): string {
  try {
    // a byte order mark at the beginning goes, too; bytes of another encoding would be learned as broken words
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
  } catch {
    throw new InputError(`${place}: this line is not UTF-8. Save the file with the encoding UTF-8.`);
  }
}

function labelled(written: string, place: string): LabelledLine {
  const form = 'Write it as {"text":"...","intent":"..."}.';
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw new InputError(`${place}: this line is no JSON. ${form}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(`${place}: this line is no JSON object. ${form}`);
  const { text, intent } = value as Readonly<Record<string, unknown>>;
  if (typeof text !== "string")
    throw new InputError(
      `${place}: ${text === undefined ? 'there is no "text"' : '"text" is no text'}. ${form}`,
    );
  if (typeof intent !== "string" || intent.trim() === "")
    throw new InputError(
      `${place}: ${intent === undefined ? 'there is no "intent"' : '"intent" is no name'}. ${form}`,
    );
  return { text, intent };
}
