/** A file cannot be read as what it is said to be. The message names the place and says what to do. */
export class ExchangeFault extends Error {
  override readonly name = "ExchangeFault";

  /**
   * @param file as it was named to us, or inside an archive `archive.zip/intents/x.json`
   * @param place inside it, such as "row 4, column B" or "line 12"; null where it is the file as a whole
   */
  constructor(
    readonly file: string,
    readonly place: string | null,
    message: string,
    advice: string,
  ) {
    super(`${file}${place === null ? "" : `, ${place}`}: ${message} ${advice}`);
  }
}

/** What a library threw while it read a stranger's bytes, as a fault; faults of our own pass. */
export function asFault(error: unknown, file: string, message: string, advice: string): ExchangeFault {
  return error instanceof ExchangeFault ? error : new ExchangeFault(file, null, message, advice);
}

/** The column of a spreadsheet as its users call it: A, B ... Z, AA. Counts from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
