import { walkXml } from "./xml.js";

/** What a number in a cell means. */
export type CellForm = "number" | "date";

/** Number formats of the standard that show a day (ECMA-376 Part 1, 18.8.30 numFmt). */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const DAY = 86_400_000;

/** The meaning of numbers by the style of their cell, and the day from which they count. */
export function cellForms(
  workbook: string,
  styles: string | null,
  file: string,
): { readonly forms: readonly CellForm[]; readonly epoch1904: boolean } {
  let epoch1904 = false;
  for (const event of walkXml(workbook, `${file}/xl/workbook.xml`))
    if (event.kind === "open" && event.name === "workbookPr")
      epoch1904 = ["1", "true"].includes(event.attributes.get("date1904") ?? "");
  const dates = new Set(DATE_FORMATS);
  const forms: CellForm[] = [];
  let ofCells = false;
  for (const event of styles === null ? [] : walkXml(styles, `${file}/xl/styles.xml`)) {
    if (event.kind === "text") continue;
    if (event.name === "cellXfs") ofCells = event.kind === "open";
    if (event.kind !== "open") continue;
    if (event.name === "numFmt" && showsDay(event.attributes.get("formatCode") ?? ""))
      dates.add(Number(event.attributes.get("numFmtId")));
    if (event.name === "xf" && ofCells)
      forms.push(dates.has(Number(event.attributes.get("numFmtId"))) ? "date" : "number");
  }
  return { forms, epoch1904 };
}

/**
 * The day of a serial number: 1 is 1 January 1900, and 60 the 29 February 1900 that never was, kept for the sake of an
 * older program. In the other system 0 is 1 January 1904. Null: no day that a calendar of ours would show.
 */
export function dateOfSerial(serial: number, epoch1904 = false): string | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 2_958_465) return null;
  const days = epoch1904 ? whole + 1_462 : whole;
  const at = Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY;
  return new Date(at).toISOString().slice(0, 10);
}

/** Whether a format shows a day or year; quoted text, colours and escaped letters of it say nothing. */
function showsDay(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /[dy]/i.test(letters) && !/general/i.test(letters);
}
