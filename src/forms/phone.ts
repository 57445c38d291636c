import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { Checked } from "./checked.js";

/** German numbers have six digits at least, the area code included; what is shorter is a service number or a slip. */
const FEWEST_DIGITS = 6;

/**
 * A telephone number, German without a country code, as E.164. Words around it are left away. Extensions that are
 * dialled later are refused, not cut off: E.164 has no place for one, and a German one is part of the number.
 */
export function checkPhone(text: string): Checked {
  const digits = text.replace(/[^\p{Nd}]/gu, "").length;
  const number = parsePhoneNumberFromString(text.slice(0, 250), { defaultCountry: "DE" });
  if (!number) {
    const extension = /\p{Nd}[^\p{L}\p{Nd}]*(?:durchwahl|app|apparat|dw|nebenstelle)/iu.test(text);
    const fault = extension ? "phone.extension" : digits === 0 ? "phone.digits" : "phone";
    return { ok: false, fault, attempt: digits >= 3 };
  }
  if (number.ext) return { ok: false, fault: "phone.extension", attempt: true };
  const { nationalNumber, countryCallingCode } = number;
  if (nationalNumber.length < (countryCallingCode === "49" ? FEWEST_DIGITS : 4))
    return { ok: false, fault: "phone.short", attempt: true };
  if (!number.isPossible()) return { ok: false, fault: "phone.long", attempt: true };
  const own = countryCallingCode.length + nationalNumber.length;
  // "030 123456, 0171 3920012" must not become one of the two
  if (digits - own > 6) return { ok: false, fault: "phone.several", attempt: true };
  return { ok: true, value: number.number };
}

/** "+49 30 123456". @param number E.164 */
export function shownPhone(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
