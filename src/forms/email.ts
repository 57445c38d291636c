import { z } from "zod";
import { readUrl } from "../text/index.js";
import type { Checked } from "./checked.js";

/** In a longer text nobody writes an address with a slip in it. */
const LONGEST_REMARK = 500;

const ADDRESS = z.email().max(254);

/** An e-mail address, by zod's rules, with what people usually get wrong in one. Words around it are left away. */
export function checkEmail(text: string): Checked {
  const tokens = text.split(/[\s<>(){}[\]"„“”;]+/u).map(bare);
  const found = [...new Set(tokens.filter(isAddress))];
  const [only] = found;
  if (found.length > 1) return { ok: false, fault: "email.several", attempt: true };
  if (only) return { ok: true, value: only };

  const suggestion = suggested(text);
  if (suggestion) return { ok: false, fault: "email.suggestion", suggestion, attempt: true };
  if (!text.includes("@"))
    return {
      ok: false,
      fault: "email.at",
      attempt: /\w\.[a-z]{2,}\b/i.test(text) && !/\s/.test(text.trim()),
    };
  const domain = bare(text).split("@").at(-1) ?? "";
  return { ok: false, fault: domain.includes(".") ? "email" : "email.ending", attempt: true };
}

/** The address that was meant: "erika at web.de", "erika @ web.de", "erika@web,de". */
function suggested(text: string): string | null {
  if (text.length > LONGEST_REMARK) return null;
  const meant = text
    .trim()
    .replace(/\s*[([{]?(?:\bat\b|@|\bät\b|\baffe\b)[)\]}]?\s*/giu, "@")
    .replace(/\s*[([{](?:punkt|dot)[)\]}]\s*|\s+(?:punkt|dot)\s+/giu, ".")
    .replace(/,(?=[a-z]{2,}\b)/giu, ".")
    .replace(/\s*\.\s*(?=[a-z]{2,6}$)/iu, ".");
  const candidates = [meant, ...meant.split(/\s+/)].map(bare).filter(isAddress);
  return candidates.at(-1) ?? null;
}

/** Without "mailto:" and the punctuation that a sentence leaves at an address. */
function bare(token: string): string {
  return token
    .trim()
    .replace(/^(?:mailto:|e-?mail:)/i, "")
    .replace(/^[,.:'’]+|[,.:!?'’]+$/gu, "");
}

/** Umlaut domains are checked as they travel (RFC 5891), and kept as written. */
function isAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  const host = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? readUrl(`http://${domain}`)?.hostname : undefined;
  return at >= 1 && host !== undefined && ADDRESS.safeParse(`${text.slice(0, at)}@${host}`).success;
}
