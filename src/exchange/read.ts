import { type Archive, namesIn, unpack } from "./archive.js";
import { decodeText } from "./decode.js";
import { readDelimited } from "./delimited.js";
import { dialogflowIntents } from "./dialogflow.js";
import { ExchangeFault } from "./fault.js";
import { LARGEST_FILE, LARGEST_UNPACKED, MEGABYTE, MOST_FILES } from "./limits.js";
import type { Format, Found, ReadOptions } from "./model.js";
import { ownIntents } from "./own-json.js";
import { isQna, qnaIntents } from "./qna.js";
import { rasaIntents } from "./rasa.js";
import type { Sheet } from "./sheet.js";
import { tableIntents } from "./table.js";
import { readWorkbook } from "./workbook.js";

/** What is to be read: one file, or the files of a folder by their names below it. */
export type Foreign =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "folder"; readonly files: ReadonlyMap<string, Uint8Array> };

/** What each format is called in messages. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  csv: "table (CSV)",
  xlsx: "workbook (XLSX)",
  qna: "QnA Maker / custom question answering",
  rasa: "Rasa",
  dialogflow: "Dialogflow ES",
  json: "export of this desk (JSON)",
};

/**
 * Reads a foreign file. Its format is told from what is in it, then from its name, unless one is given.
 * @throws ExchangeFault where it cannot be read; nothing else, whatever the bytes are
 */
export async function readForeign(
  foreign: Foreign,
  options: ReadOptions & { readonly format?: Format | undefined },
): Promise<Found> {
  const found = await readAs(foreign, options);
  const how = options.format === undefined ? "told from the file" : "as --format says";
  return { ...found, told: [`Format: ${FORMAT_NAMES[found.format]} (${how}).`, ...found.told] };
}

/** The files of a folder or archive that some format reads. */
export function isWanted(name: string): boolean {
  return (
    /\.(?:ya?ml|json|tsv)$/i.test(name) && !/(?:^|\/)(?:__MACOSX|node_modules|\.[^/]*)\//.test(`/${name}`)
  );
}

async function readAs(
  foreign: Foreign,
  options: ReadOptions & { readonly format?: Format | undefined },
): Promise<Found> {
  const { file, format } = options;
  if (foreign.kind === "folder") return ofFiles(foreign.files, options);
  const { bytes } = foreign;
  if (bytes.length === 0) throw new ExchangeFault(file, null, "the file is empty.", "Export it anew.");
  if (bytes.length > LARGEST_FILE)
    throw new ExchangeFault(
      file,
      null,
      `the file has ${Math.ceil(bytes.length / MEGABYTE)} MB, ${LARGEST_FILE / MEGABYTE} MB are the most.`,
      "Remove pictures, formats and other sheets from it, or import it in several parts.",
    );
  refuseOldOffice(bytes, file);
  if (isZip(bytes)) {
    const names = await namesIn(bytes, file);
    if (names.some((name) => /^xl\//i.test(name))) return workbook(bytes, options);
    if (format === "xlsx" || format === "csv") throw noWorkbook(file);
    return ofFiles(await unpack(bytes, file, isWanted), options);
  }
  if (format === "xlsx") throw noWorkbook(file);
  refuseBinary(bytes, file);
  if (format === "json" || (format === undefined && beginsWith(bytes, file, /^\s*[[{]/)))
    return ownIntents(bytes, options);
  if (format === "rasa" || (format === undefined && isYamlName(file) && beginsWith(bytes, file, YAML_KEYS)))
    return rasaIntents(new Map([[file, bytes]]), options);
  if (format === "dialogflow")
    throw new ExchangeFault(file, null, "this is no ZIP.", "Export the agent as ZIP, and give that file.");
  if (format === undefined && isYamlName(file))
    throw new ExchangeFault(
      file,
      null,
      'this YAML has neither "nlu:" nor "responses:".',
      "Give nlu.yml of a Rasa bot, or its folder.",
    );
  return ofSheet(readDelimited(bytes, file), "csv", options);
}

function noWorkbook(file: string): ExchangeFault {
  return new ExchangeFault(
    file,
    null,
    "this is no workbook (XLSX).",
    "Save it in your spreadsheet program as .xlsx, or leave --format out.",
  );
}

async function workbook(
  bytes: Uint8Array,
  options: ReadOptions & { readonly format?: Format | undefined },
): Promise<Found> {
  if (/\.(?:xlsm|xltm|xlsb|xlam)$/i.test(options.file))
    throw new ExchangeFault(
      options.file,
      null,
      "this is a workbook with macros, or a binary one; such a file is not read.",
      "Save it in your spreadsheet program as a workbook without macros (.xlsx).",
    );
  if (options.format !== undefined && !["xlsx", "qna", "csv"].includes(options.format))
    throw new ExchangeFault(
      options.file,
      null,
      `this is a workbook, not ${FORMAT_NAMES[options.format]}.`,
      "Leave --format out.",
    );
  return ofSheet(await readWorkbook(bytes, options.file), "xlsx", options);
}

function ofSheet(
  sheet: Sheet,
  kind: "csv" | "xlsx",
  options: ReadOptions & { readonly format?: Format | undefined },
): Found {
  const qna = options.format === "qna" || (options.format === undefined && isQna(sheet));
  return qna ? qnaIntents(sheet, options) : tableIntents(sheet, kind, options);
}

function ofFiles(files: Archive, options: ReadOptions & { readonly format?: Format | undefined }): Found {
  const { file, format } = options;
  const names = [...files.keys()];
  if (files.size > MOST_FILES || sizeOf(files) > LARGEST_UNPACKED)
    throw new ExchangeFault(file, null, "there is too much in it.", "Give only the files of the bot.");
  const tables = [...files].filter(([name]) => /\.tsv$/i.test(name));
  const told =
    format ??
    (names.some((name) => /(?:^|\/)intents\/[^/]+\.json$/.test(name))
      ? "dialogflow"
      : names.some(isYamlName)
        ? "rasa"
        : tables.length > 0
          ? "qna"
          : null);
  if (told === "dialogflow") return dialogflowIntents(files, options);
  if (told === "rasa") return rasaIntents(new Map([...files].filter(([name]) => isYamlName(name))), options);
  const questions = tables
    .map(([name, bytes]) => readDelimited(bytes, `${file}/${name}`))
    .filter((sheet) => told === "qna" && isQna(sheet));
  const [first] = questions;
  if (!first)
    throw new ExchangeFault(
      file,
      null,
      "nothing of a known bot is in it: no intents/*.json (Dialogflow ES), no nlu.yml (Rasa), no .tsv of questions and answers.",
      "Give the export as the other program wrote it. An archive inside an archive is not opened.",
    );
  return qnaIntents(first, options);
}

function sizeOf(files: Archive): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Old .xls files and workbooks with a password share a container ("[MS-CFB]: Compound File Binary File Format"). */
function refuseOldOffice(bytes: Uint8Array, file: string): void {
  if (!OLE.every((byte, index) => bytes[index] === byte)) return;
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
  throw encrypted
    ? new ExchangeFault(
        file,
        null,
        "this workbook is protected by a password.",
        "Save it without one, and import that copy.",
      )
    : new ExchangeFault(
        file,
        null,
        "this is a workbook of an old Excel (.xls).",
        "Open it and save it as .xlsx.",
      );
}

function refuseBinary(bytes: Uint8Array, file: string): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = /^%PDF/.test(head)
    ? "a PDF"
    : /^\{\\rtf/.test(head)
      ? "a text document (RTF)"
      : bytes[0] === 0x1f && bytes[1] === 0x8b
        ? "a gzip archive"
        : null;
  if (kind !== null)
    throw new ExchangeFault(
      file,
      null,
      `this is ${kind}.`,
      "Give a table (CSV, XLSX) or the export of a bot.",
    );
}

const YAML_KEYS = /^(?:version|nlu|responses|intents)[ \t]*:/m;

function isYamlName(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

function beginsWith(bytes: Uint8Array, file: string, pattern: RegExp): boolean {
  return pattern.test(decodeText(bytes, file).text.replace(/^\uFEFF/, ""));
}
