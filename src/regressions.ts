import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { IntentId, Language } from "./vocabulary/index.js";

/** A question that staff have put right, and what it means. One line of JSON each. */
export interface Regression {
  readonly text: string;
  readonly lang: Language;
  /** Any of these is right; empty: it is none of ours. */
  readonly expect: readonly IntentId[];
}

/** A line of the file, counted from 1. */
export interface RegressionLine extends Regression {
  readonly line: number;
}

/** The file cannot be used. The message says where, and what to do. */
export class RegressionsError extends Error {
  override readonly name = "RegressionsError";
}

/**
 * Reads all lines; a file that is not there has none. Other keys of a line are passed over.
 * @throws RegressionsError naming file and line of the first that is none
 */
export function readRegressions(file: string): RegressionLine[] {
  return linesOf(file).flatMap((written, index) =>
    written.trim() === "" ? [] : [{ ...parsed(written, `${file}:${index + 1}`), line: index + 1 }],
  );
}

/** Adds lines at the end; what is there already, word for word, is not added again. @throws RegressionsError */
export function addRegressions(file: string, added: readonly Regression[]): void {
  const lines = linesOf(file);
  const fresh = added.map(written).filter((line) => !lines.includes(line));
  if (fresh.length > 0) replace(file, [...lines, ...fresh]);
}

/** Takes lines out again. @throws RegressionsError */
export function removeRegressions(file: string, removed: readonly Regression[]): void {
  const gone = new Set(removed.map(written));
  const lines = linesOf(file);
  const left = lines.filter((line) => !gone.has(line));
  if (left.length < lines.length) replace(file, left);
}

function written({ text, lang, expect }: Regression): string {
  return JSON.stringify({ text, lang, expect });
}

function linesOf(file: string): string[] {
  try {
    const lines = readFileSync(file, "utf8").split(/\r?\n/);
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw unusable(file, error);
  }
}

function replace(file: string, lines: readonly string[]): void {
  const temporary = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, lines.map((line) => `${line}\n`).join(""));
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw unusable(file, error);
  }
}

function parsed(line: string, place: string): Regression {
  const form = 'Write it as {"text":"...","lang":"de","expect":["intent-id"]}, or remove the line.';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RegressionsError(`${place}: this line is no JSON. ${form}`);
  }
  const { text, lang, expect } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isList = Array.isArray(expect) && expect.every((id) => typeof id === "string");
  if (typeof text !== "string" || (lang !== "de" && lang !== "en") || !isList)
    throw new RegressionsError(`${place}: text, lang or expect is missing or no such thing. ${form}`);
  return { text, lang, expect: expect as string[] };
}

function unusable(file: string, error: unknown): RegressionsError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new RegressionsError(
    `${file} cannot be used (${code}). Set REGRESSIONS_FILE to a file that this user may write.`,
  );
}
