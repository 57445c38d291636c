import writeExcelFile from "write-excel-file/node";
import { LONGEST_CELL } from "./limits.js";

/** A table as a workbook. Every cell is text: nothing in it is ever computed. */
export async function workbookOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const bold = headers.map((header) => ({ value: header, type: String, fontWeight: "bold" as const }));
  const cells = rows.map((row) =>
    row.map((cell) => (cell === "" ? null : { value: escaped(cell), type: String, format: "@" })),
  );
  const columns = headers.map((header) => ({ width: WIDE.test(header) ? 60 : 18 }));
  return writeExcelFile([bold, ...cells], { columns, sheet: "FAQ", stickyRowsCount: 1 }).toBuffer();
}

const WIDE = /^(?:utterance|answer|more|afterExpiry|source title)/;

/** What looks like the escape of a control character is written so that it reads as itself. */
function escaped(cell: string): string {
  return cell.slice(0, LONGEST_CELL).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
}
