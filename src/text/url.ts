/**
 * An absolute URL, taken apart; null: it is none.
 *
 * Not by `URL.canParse`: once Node 20 has compiled a caller of that, after some thousand calls, it says false to every
 * address with an umlaut.
 */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
