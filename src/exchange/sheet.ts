import { columnName, ExchangeFault } from "./fault.js";
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from "./limits.js";

/** A row of a table that has something in it. */
export interface SheetRow {
  /** As the table's own program counts: from 1, the header included. */
  readonly number: number;
  /** The column numbers (from 0) of what is not blank. Texts are trimmed, line ends are \n. */
  readonly cells: ReadonlyMap<number, string>;
}

/** A table, wherever it comes from. */
export interface Sheet {
  readonly file: string;
  readonly rows: readonly SheetRow[];
  /** What whoever reads the table ought to know: a guess about its encoding, a formula. */
  readonly remarks: readonly string[];
}

/** Collects rows within the limits; blank cells and blank rows cost nothing. */
export function collectRows(file: string): {
  add(number: number, cells: Iterable<readonly [column: number, text: string]>): void;
  readonly rows: readonly SheetRow[];
} {
  const rows: SheetRow[] = [];
  return {
    rows,
    add(number, cells) {
      const kept = new Map<number, string>();
      for (const [column, written] of cells) {
        const text = written.replace(/\r\n?/g, "\n").trim();
        if (text === "") continue;
        const place = placeOf(number, column);
        if (column >= MOST_COLUMNS)
          throw new ExchangeFault(
            file,
            place,
            `only the first ${MOST_COLUMNS} columns of a table are read.`,
            "Remove what stands to the right of the table.",
          );
        if (text.length > LONGEST_CELL)
          throw new ExchangeFault(
            file,
            place,
            `this cell has ${text.length} characters, ${LONGEST_CELL} are the most that a spreadsheet allows.`,
            "Shorten it; where the file is CSV, look for a quotation mark that is never closed.",
          );
        kept.set(column, text);
      }
      if (kept.size === 0) return;
      if (rows.length >= MOST_ROWS)
        throw new ExchangeFault(
          file,
          `row ${number}`,
          `a table may have ${MOST_ROWS} rows, this one has more.`,
          "Import it in several parts.",
        );
      rows.push({ number, cells: kept });
    },
  };
}

/** "row 4, column B", for messages. */
export function placeOf(row: number, column: number): string {
  return `row ${row}, column ${columnName(column)}`;
}
