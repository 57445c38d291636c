import { stringify } from "csv-stringify/sync";

/**
 * A table for spreadsheets: UTF-8 with a byte order mark and semicolons, as German Excel expects them. A cell that a
 * spreadsheet would compute (it begins with =, +, -, @, a tab or a carriage return) gets an apostrophe before it, so
 * that nothing that a guest wrote is ever executed (OWASP, CSV Injection).
 */
export function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(
    [columns, ...rows].map((row) => row.map(harmless)),
    {
      bom: true,
      delimiter: ";",
      escape_formulas: true,
      quoted_string: true,
      record_delimiter: "windows",
    },
  );
}

/** Characters without a shape in front would hide a formula from the check and not from every spreadsheet. */
function harmless(cell: string): string {
  return cell.replace(/^[\s\p{Cf}\p{Cc}]+(?=[=+\-@＝＋－＠])/u, "");
}
