/**
 * A time of a decision as it is stored.
 * @param iso ISO 8601
 * @returns milliseconds since 1970
 * @throws RangeError: a time that is none must not become a null in the database.
 */
export function instant(iso: string): number {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new RangeError(`"${iso}" is not a time in ISO 8601.`);
  return at;
}
