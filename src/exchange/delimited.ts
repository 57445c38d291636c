import { parse } from "csv-parse/sync";
import { decodeText } from "./decode.js";
import { ExchangeFault } from "./fault.js";
import { collectRows, placeOf, type Sheet, type SheetRow } from "./sheet.js";

/** What may stand between two cells, the likeliest first. */
const DELIMITERS = [";", ",", "\t"] as const;
const NAMES: Readonly<Record<string, string>> = { ";": "semicolons", ",": "commas", "\t": "tabs" };
/** Rows with the empty ones between them; those at the end of a table are not counted. */
const MOST_LINES = 200_000;
/** Characters of a file that tell its delimiter. */
const SAMPLE = 20_000;

/**
 * Reads a table of text ("RFC 4180, Common Format and MIME Type for CSV Files"), with commas, semicolons or tabs, in the
 * encodings of office software.
 * @throws ExchangeFault with row and column where it is broken
 */
export function readDelimited(bytes: Uint8Array, file: string): Sheet {
  const { text, encoding } = decodeText(bytes, file);
  const { body, delimiter: said, skipped } = withoutSeparatorLine(text);
  const delimiter = said ?? delimiterOf(body);
  const remarks = [
    ...(encoding === "UTF-8" ? [] : [`The file is written in ${encoding}; that was told from its bytes.`]),
    `Cells are separated by ${NAMES[delimiter]}.`,
  ];
  // Exports with tabs do not quote at all, or as they like: an answer may begin with a quotation mark.
  const tabs = delimiter === "\t";
  const table = { text: withoutEmptyEnd(body), file, delimiter, skipped };
  try {
    return { file, rows: rowsOf(table, { relax_quotes: tabs }), remarks };
  } catch (error) {
    if (!tabs || error instanceof ExchangeFault) throw error;
    const rows = rowsOf(table, { quote: false });
    return {
      file,
      rows,
      remarks: [...remarks, "Quotation marks are not in pairs; they were read as characters."],
    };
  }
}

interface Table {
  readonly text: string;
  readonly file: string;
  readonly delimiter: string;
  /** Rows before those of `text`. */
  readonly skipped: number;
}

/** Rows are handed over one by one, so that a million empty ones take no memory. */
function rowsOf(
  { text, file, delimiter, skipped }: Table,
  quoting: { readonly relax_quotes?: boolean; readonly quote?: false },
): readonly SheetRow[] {
  const collected = collectRows(file);
  let row = skipped;
  let line = skipped;
  const take = (
    record: readonly string[],
    context: { readonly lines: number; readonly records: number; readonly empty_lines: number },
  ): undefined => {
    row = context.records + context.empty_lines + skipped;
    line = context.lines + skipped;
    if (row > MOST_LINES)
      throw new ExchangeFault(
        file,
        `row ${row}`,
        `a table may have ${MOST_LINES} rows with the empty ones between them, and this one goes on.`,
        "Remove the empty rows, or import it in several parts.",
      );
    collected.add(row, record.entries());
  };
  try {
    parse(text, {
      ...quoting,
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: take,
    });
  } catch (error) {
    if (error instanceof ExchangeFault || quoting.relax_quotes) throw error;
    const { records = 0, empty_lines: empty = 0 } = error as { records?: number; empty_lines?: number };
    const skippedSince = records + empty + skipped - row;
    throw quoteFault(error, file, row + skippedSince + 1, line + skippedSince + 1);
  }
  return collected.rows;
}

/** The library tells where it noticed, which for a quotation mark that is never closed is the end of the file. */
function quoteFault(error: unknown, file: string, row: number, line: number): ExchangeFault {
  const { code, column } = error as { readonly code?: string; readonly column?: unknown };
  const place = typeof column === "number" ? placeOf(row, column) : `row ${row}`;
  return code === "CSV_QUOTE_NOT_CLOSED"
    ? new ExchangeFault(
        file,
        place,
        `a quotation mark is opened here and never closed (the row begins in line ${line} of the file).`,
        'Close it; inside a quoted cell a quotation mark is written twice: "".',
      )
    : new ExchangeFault(
        file,
        place,
        `there is a quotation mark in the middle of a cell (the row begins in line ${line} of the file).`,
        'Put the whole cell into quotation marks and write those inside it twice: "".',
      );
}

/** Spreadsheets that were formatted down to their last row export a million empty ones. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ";,\t\r\n ".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Excel writes `sep=;` as the first line of some files. */
function withoutSeparatorLine(text: string): { body: string; delimiter: string | null; skipped: number } {
  const match = /^\uFEFF?sep=([;,\t])\r?\n/i.exec(text);
  return match
    ? { body: text.slice(match[0].length), delimiter: match[1] ?? null, skipped: 1 }
    : { body: text, delimiter: null, skipped: 0 };
}

/**
 * The delimiter of which the first line has most; what stands in quotation marks does not count. Where it has none at
 * all, the one that occurs in most lines of the sample.
 */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE).replace(/"(?:[^"]|"")*"/g, '""');
  const [first = "", ...rest] = sample.split(/\r\n|\n|\r/);
  const count = (line: string, mark: string): number => line.split(mark).length - 1;
  const byHeader = best((mark) => count(first, mark));
  return byHeader ?? best((mark) => rest.filter((line) => line.includes(mark)).length) ?? ";";
}

function best(worth: (mark: string) => number): string | undefined {
  const counts = DELIMITERS.map((mark) => worth(mark));
  const most = Math.max(...counts);
  return most > 0 ? DELIMITERS[counts.indexOf(most)] : undefined;
}
