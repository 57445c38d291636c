/** How a guest can be reached, as far as they wrote it. */
export interface Contacts {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

// a label has at most 63 characters and no dot: every sign is looked at a fixed number of times
const EMAIL =
  /(?<![\p{L}\p{N}._%+'~-])[\p{L}\p{N}._%+'~-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/gu;
/** Begins with 0 or +, as numbers do that somebody else can call. */
const PHONE = /(?<![\p{L}\p{N}.,/-])(?:\+ ?|0)[\d()](?:[ ./()-]{0,3}\d){4,16}(?!\d)/gu;

/** The addresses and telephone numbers in a text that is kept as it was written. */
export function contactsIn(text: string): Contacts {
  const read = text.slice(0, 4000);
  const emails = [...read.matchAll(EMAIL)].map(([found]) => found);
  const phones = [...read.matchAll(PHONE)]
    .map(([found]) => found)
    .filter((found) => !/^\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d/.test(found));
  return { emails, phones };
}

/** What masking took out of a text: that it was said is known, what it was is not. */
export function maskedContacts(text: string): { readonly email: boolean; readonly phone: boolean } {
  return { email: text.includes("[E-Mail]"), phone: text.includes("[Telefon]") };
}
