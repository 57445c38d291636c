import { maskIbans } from "./ibans.js";
import { maskPhoneNumbers } from "./phone-numbers.js";

/** What was recognised and taken out, in the order in which it is looked for. */
export type MaskKind = "email" | "iban" | "tax-number" | "card" | "phone";

const PLACEHOLDER: Readonly<Record<MaskKind, string>> = {
  email: "[E-Mail]",
  iban: "[IBAN]",
  "tax-number": "[Steuernummer]",
  card: "[Karte]",
  phone: "[Telefon]",
};

/** Taking a number out can bring the rest of its line into view as another one. A limit, so that time stays linear. */
const ROUNDS = 4;

/**
 * Takes contact and account data out of a text: e-mail addresses, IBANs, German tax numbers and VAT ids, card
 * numbers and telephone numbers. Dates, amounts, paragraphs, postcodes and opening times stay.
 * Takes time in proportion to the length of the text, whatever is in it; masking twice is masking once.
 *
 * @returns the text with placeholders such as `[E-Mail]`, and each kind that was found, once.
 */
export function mask(text: string): { text: string; found: readonly MaskKind[] } {
  const found = new Set<MaskKind>();
  let masked = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = masked;
    for (const kind of KINDS) {
      masked = SEARCH[kind](masked, () => {
        found.add(kind);
        return PLACEHOLDER[kind];
      });
    }
    if (masked === before) break;
  }
  return { text: masked, found: KINDS.filter((kind) => found.has(kind)) };
}

const KINDS: readonly MaskKind[] = ["email", "iban", "tax-number", "card", "phone"];

/** Puts `hit()` in the place of everything that it recognises. */
type Search = (text: string, hit: () => string) => string;

const SEARCH: Readonly<Record<MaskKind, Search>> = {
  email: maskEmail,
  iban: maskIbans,
  "tax-number": maskTaxNumber,
  card: maskCard,
  phone: maskPhoneNumbers,
};

// The local part is tried only where one begins, and no label of the domain can hold a dot:
// so every character is looked at a fixed number of times.
const LOCAL = "[\\p{L}\\p{N}._%+&'~-]";
const EMAIL = new RegExp(
  `(?<!${LOCAL})${LOCAL}+(?:@| ?[([{] ?(?:at|ät) ?[)\\]}] ?)(?:[\\p{L}\\p{N}-]{1,63}(?:\\.| ?[([{] ?(?:dot|punkt) ?[)\\]}] ?))+(?:xn--[a-z0-9-]{2,59}|\\p{L}{2,24})`,
  "giu",
);

function maskEmail(text: string, hit: () => string): string {
  return text.replace(EMAIL, hit);
}

/** VAT ids of the member states (Annex to Council Directive 2006/112/EC as VIES checks them), and the Swiss one. */
const VAT_ID =
  /(?<!\p{L})(?:DE ?\d{3} ?\d{3} ?\d{3}(?:-\d{5})?|AT ?U\d{8}|BE ?[01]\d{3}[ .]?\d{3}[ .]?\d{3}|NL ?\d{9}B\d{2}|FR ?[A-Z0-9]{2} ?\d{3} ?\d{3} ?\d{3}|ES ?[A-Z0-9]\d{7}[A-Z0-9]|(?:IT|HR|LV) ?\d{11}|(?:PL|SK) ?\d{10}|(?:DK|FI|HU|LU|MT|SI) ?\d{8}|(?:EE|EL|PT) ?\d{9}|SE ?\d{12}|(?:CZ|RO) ?\d{8,10}|BG ?\d{9,10}|CHE[- ]?\d{3}\.?\d{3}\.?\d{3})(?![\p{L}\d])/giu;

/** Tax numbers as the federal states write them, such as 21/815/08150 or 133/8150/8159 (§ 139a AO names them all). */
const TAX_NUMBER = /(?<![\d/])(?:\d{2,4}\/\d{3}\/\d{5}|\d{3}\/\d{4}\/\d{4})(?![\d/])/gu;

/** After its name, any number of eight to thirteen digits is one. */
const NAMED_TAX_NUMBER =
  /((?<!\p{L})(?:steuer-?\s?(?:nummer|nr\.?|id(?:entifikations)?-?(?:nummer|nr\.?)?)|st\.?-?\s?nr\.?|id-?nr\.?|tin|tax\s(?:id|number|no\.?)|ust\.?-?id(?:-?nr\.?)?|vat\s(?:id|number|no\.?))[\s:]{0,3}(?:(?:ist|is|lautet)[\s:]{1,2})?(?:DE ?)?)\d(?:[ /.-]?\d){7,12}(?!\d)/giu;

/** Eleven digits in the groups of the letter that states them; the first is never 0. */
const TAX_ID = /(?<!\d[ /.-]?)[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![ /.-]?\d)/gu;

function maskTaxNumber(text: string, hit: () => string): string {
  return text
    .replace(VAT_ID, hit)
    .replace(NAMED_TAX_NUMBER, (_, name: string) => name + hit())
    .replace(TAX_NUMBER, hit)
    .replace(TAX_ID, (candidate: string) => (isTaxId(compact(candidate)) ? hit() : candidate));
}

/**
 * The identification number of § 139b AO: among the first ten digits exactly one occurs twice or three times, and
 * the eleventh is the check digit by ISO 7064 MOD 11,10.
 */
function isTaxId(digits: string): boolean {
  const counts = Array.from("0123456789", (digit) => digits.slice(0, 10).split(digit).length - 1);
  if (counts.filter((count) => count > 1).length !== 1 || Math.max(...counts) > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return Number(digits[10]) === (11 - product) % 10;
}

const DIGIT_GROUPS = /\d+(?:[ -]\d+)*/gu;

function maskCard(text: string, hit: () => string): string {
  return text.replace(DIGIT_GROUPS, (run) => {
    const groups = [...run.matchAll(/\d+/gu)];
    let result = "";
    let written = 0;
    for (let first = 0; first < groups.length; ) {
      const count = cardGroups(groups.slice(first, first + 5).map(([digits]) => digits));
      const start = groups[first]?.index ?? 0;
      const last = groups[first + count - 1];
      if (count > 0 && last !== undefined) {
        result += run.slice(written, start) + hit();
        written = last.index + last[0].length;
      }
      first += Math.max(count, 1);
    }
    return result + run.slice(written);
  });
}

/** How many of the leading groups are a card number: one block, or 4-4-4-4(-3), 4-6-5 (Amex) or 4-6-4 (Diners). */
function cardGroups(groups: readonly string[]): number {
  for (const shape of [/^4 4 4 4 3$/u, /^4 4 4 4$/u, /^4 6 [45]$/u, /^1[3-9]$/u]) {
    for (let count = 1; count <= groups.length; count += 1) {
      const some = groups.slice(0, count);
      const lengths = some.map((group) => group.length).join(" ");
      const years = some.length > 1 && some.every((group) => /^(?:19|20)\d\d$/u.test(group));
      if (shape.test(lengths) && !years && isCard(some.join(""))) return count;
    }
  }
  return 0;
}

/** Begins as the card schemes do (ISO/IEC 7812: 2 to 6) and passes the Luhn check of ISO/IEC 7812-1 Annex B. */
function isCard(digits: string): boolean {
  if (!/^[2-6]/u.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

function compact(value: string): string {
  return value.replace(/[ -]/gu, "").toUpperCase();
}
