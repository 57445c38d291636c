import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";
import { type Current, currentOf } from "../../src/exchange/current.js";
import type { Format, Found } from "../../src/exchange/model.js";
import { type Plan, planImport } from "../../src/exchange/plan.js";
import { readForeign } from "../../src/exchange/read.js";
import { normalise } from "../../src/nlu/index.js";
import type { Language } from "../../src/vocabulary/index.js";
import { assembled, FILES, type Files } from "../knowledge/fixture.js";

export const FIXTURES = join(import.meta.dirname, "fixtures");

export interface Reading {
  readonly file?: string;
  readonly format?: Format;
  readonly language?: Language;
}

/** Reads bytes or text as `import` does; whatever says no language is German. */
export function found(content: string | Uint8Array, reading: Reading = {}): Promise<Found> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readForeign({ kind: "file", bytes }, options(reading));
}

/** The same of a folder. */
export function foundInFolder(
  files: Readonly<Record<string, string>>,
  reading: Reading = {},
): Promise<Found> {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return readForeign({ kind: "folder", files: new Map(bytes) }, options(reading));
}

function options({ file = "faq.csv", format, language }: Reading) {
  return { file, format, language: language ?? null, recognise };
}

/** German, unless "one" is in it. */
function recognise(texts: readonly string[]): Language {
  return texts.some((text) => / one\b/.test(text)) ? "en" : "de";
}

/** What an import into a small office would do. */
export function planned(
  of: Found,
  {
    files = FILES,
    topic = null,
    newOnly = false,
  }: { files?: Files; topic?: string | null; newOnly?: boolean } = {},
): Plan {
  const current = present.get(files) ?? presentOf(files);
  return planImport(of, current, { topic, newOnly, sameSentence: normalise });
}

const present = new WeakMap<Files, Current>();

/** What a small office has, looked through once. */
function presentOf(files: Files): Current {
  const current = currentOf(new Map(Object.entries(files)), "intents", assembled(files).knowledge);
  present.set(files, current);
  return current;
}

/** A workbook of texts, as an office program would write it. */
export function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  return writeExcelFile(rows.map((row) => [...row]) as never).toBuffer();
}

/** An archive of these files; folders are made of the slashes in the names. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      ]),
    ),
  );
}

/** The files below a folder of the fixtures, by their names. */
export function fixtureFiles(folder: string): Record<string, string> {
  const root = join(FIXTURES, folder);
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(root, name), "utf8")]),
  );
}

/** The parts of a minimal workbook after "ECMA-376, Office Open XML File Formats, Part 1", with this sheet data. */
export function workbookParts(sheetData: string, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipped({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="FAQ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  });
}

/** An inline text cell. */
export function cell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** What is found of each intent, in short, for comparing. */
export function inShort({ intents }: Found): object[] {
  return intents.map(({ name, texts, utterances }) => ({
    name,
    de: utterances.de.map(({ text }) => text),
    ...(utterances.en.length > 0 ? { en: utterances.en.map(({ text }) => text) } : {}),
    ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value.text])),
  }));
}

/** The messages of one severity, with their places. */
export function notes(
  { notes: all }: Pick<Found, "notes">,
  severity: "error" | "conflict" | "note",
): string[] {
  return all.filter((one) => one.severity === severity).map(({ at, message }) => `${at}: ${message}`);
}
