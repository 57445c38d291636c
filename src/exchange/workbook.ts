import { type Archive, unpack } from "./archive.js";
import { ExchangeFault } from "./fault.js";
import { collectRows, placeOf, type Sheet } from "./sheet.js";
import { type CellForm, cellForms, dateOfSerial } from "./workbook-dates.js";
import { walkXml } from "./xml.js";

/** Cells that are named in a remark; more than these are counted. */
const NAMED = 5;
/** A formula that its program never computed is told as an error. */
const ERROR_VALUE = /^#(?:REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!)$/;

/**
 * Reads the first sheet of a workbook that has something in it ("ECMA-376, Office Open XML File Formats, Part 1:
 * SpreadsheetML"). Nothing is computed: of a formula the value is taken that the spreadsheet program stored beside it,
 * and its cell is named, so that whoever imports can see whether text was meant. Refusing the file would stop people
 * whose answers are joined from other cells, and they see the value that they see in their program.
 * @throws ExchangeFault for macros, for damage, and for a formula without a stored value
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<Sheet> {
  const parts = await unpack(bytes, file, (name) => /^xl\/.*\.(?:xml|rels|bin)$/i.test(name));
  refuseMacros(parts, file);
  const workbook = partAt(parts, "xl/workbook.xml", file);
  if (workbook === null)
    throw new ExchangeFault(
      file,
      null,
      "this archive is no workbook.",
      "Save the table in your spreadsheet program as .xlsx.",
    );
  const shared = sharedStrings(partAt(parts, "xl/sharedStrings.xml", file), `${file}/xl/sharedStrings.xml`);
  const { forms, epoch1904 } = cellForms(workbook, partAt(parts, "xl/styles.xml", file), file);
  const sheets = sheetsOf(workbook, partAt(parts, "xl/_rels/workbook.xml.rels", file), file);
  const empty: Sheet = { file, rows: [], remarks: [] };
  let first: Sheet | null = null;
  for (const { name, path } of sheets) {
    const xml = partAt(parts, path, file);
    if (xml === null) continue;
    const sheet = readSheet(xml, { file, name, shared, forms, epoch1904 });
    if (first === null && sheet.rows.length > 0) first = sheet;
    else if (first !== null && sheet.rows.length > 0)
      return {
        ...first,
        remarks: [
          ...first.remarks,
          `Only the first sheet is read; "${name}" and what follows it is left out.`,
        ],
      };
  }
  return first ?? empty;
}

interface Workbook {
  readonly file: string;
  readonly name: string;
  readonly shared: readonly string[];
  readonly forms: readonly CellForm[];
  readonly epoch1904: boolean;
}

function readSheet(xml: string, { file, name, shared, forms, epoch1904 }: Workbook): Sheet {
  const collected = collectRows(file);
  const formulas: string[] = [];
  let row = 0;
  let column = -1;
  let cells: [number, string][] = [];
  let cell: { type: string; form: CellForm; value: string; inline: string; formula: boolean } | null = null;
  let text: "value" | "inline" | null = null;
  let phonetic = false;
  for (const event of walkXml(xml, `${file} (sheet "${name}")`)) {
    if (event.kind === "text") {
      if (cell && text && !phonetic) cell[text] += event.text;
    } else if (event.kind === "open") {
      const { attributes } = event;
      if (event.name === "row") {
        row = wholeNumber(attributes.get("r")) ?? row + 1;
        column = -1;
        cells = [];
      } else if (event.name === "c") {
        column = columnOf(attributes.get("r")) ?? column + 1;
        const form = forms[wholeNumber(attributes.get("s")) ?? 0] ?? "number";
        cell = { type: attributes.get("t") ?? "n", form, value: "", inline: "", formula: false };
      } else if (event.name === "v") text = "value";
      else if (event.name === "t") text = "inline";
      else if (event.name === "rPh") phonetic = true;
      else if (event.name === "f" && cell) cell.formula = true;
    } else if (event.name === "v" || event.name === "t") text = null;
    else if (event.name === "rPh") phonetic = false;
    else if (event.name === "c" && cell) {
      if (cell.formula) formulas.push(placeOf(row, column));
      const shown = shownValue(cell, shared, epoch1904);
      if (cell.formula && (shown.trim() === "" || ERROR_VALUE.test(shown)))
        throw new ExchangeFault(
          file,
          placeOf(row, column),
          `this cell is a formula ${shown.trim() === "" ? "without a stored result" : `that failed (${shown})`}.`,
          "Copy the column and insert it as values, then save the workbook again.",
        );
      cells.push([column, shown]);
      cell = null;
    } else if (event.name === "row") collected.add(row, cells);
  }
  return { file, rows: collected.rows, remarks: formulaRemarks(formulas) };
}

function shownValue(
  { type, form, value, inline }: { type: string; form: CellForm; value: string; inline: string },
  shared: readonly string[],
  epoch1904: boolean,
): string {
  if (type === "s") return unescaped(shared[wholeNumber(value.trim()) ?? -1] ?? "");
  if (type === "inlineStr") return unescaped(inline);
  if (type === "str" || type === "e") return unescaped(value);
  if (type === "b") return value.trim() === "1" ? "true" : "false";
  if (type === "d") return value.trim().slice(0, 10);
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (form === "date" && Number.isFinite(number)) return dateOfSerial(number, epoch1904) ?? value;
  return Number.isFinite(number) ? String(number) : value;
}

/** `_x000D_` is how a workbook writes a control character. */
function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function sharedStrings(xml: string | null, file: string): readonly string[] {
  const found: string[] = [];
  if (xml === null) return found;
  let string = "";
  let inText = false;
  let phonetic = false;
  for (const event of walkXml(xml, file)) {
    if (event.kind === "text") {
      if (inText && !phonetic) string += event.text;
    } else if (event.name === "t") inText = event.kind === "open";
    else if (event.name === "rPh") phonetic = event.kind === "open";
    else if (event.name === "si") {
      if (event.kind === "close") found.push(string);
      string = "";
    }
  }
  return found;
}

/** The sheets in the order of their tabs. */
function sheetsOf(
  workbook: string,
  relations: string | null,
  file: string,
): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  for (const event of relations === null ? [] : walkXml(relations, `${file}/xl/_rels/workbook.xml.rels`))
    if (event.kind === "open" && event.name === "Relationship")
      targets.set(event.attributes.get("Id") ?? "", event.attributes.get("Target") ?? "");
  const sheets: { name: string; path: string }[] = [];
  for (const event of walkXml(workbook, `${file}/xl/workbook.xml`))
    if (event.kind === "open" && event.name === "sheet") {
      const target =
        targets.get(event.attributes.get("id") ?? "") ?? `worksheets/sheet${sheets.length + 1}.xml`;
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      sheets.push({ name: event.attributes.get("name") ?? "", path });
    }
  return sheets;
}

function refuseMacros(parts: Archive, file: string): void {
  if ([...parts.keys()].some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name)))
    throw new ExchangeFault(
      file,
      null,
      "this workbook carries macros; such a file is not read.",
      "Save it in your spreadsheet program as a workbook without macros (.xlsx).",
    );
}

function partAt(parts: Archive, path: string, file: string): string | null {
  const bytes =
    parts.get(path) ?? [...parts].find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ExchangeFault(
      `${file}/${path}`,
      null,
      "this part of the workbook is damaged.",
      "Open it in your spreadsheet program and save it anew as .xlsx.",
    );
  }
}

function formulaRemarks(places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : "";
  return [
    `There are formulas in ${places.slice(0, NAMED).join("; ")}${more}: the values that were stored with them are taken. Nothing is computed here.`,
  ];
}

/** The column of an address such as "AB12", from 0. */
function columnOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(address ?? "")?.[1];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

function wholeNumber(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : null;
}
