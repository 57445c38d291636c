import { z } from "zod";
import { readUrl } from "../../src/text/index.js";

const ADDRESS = z.email().max(254);

/** A mailbox as it stands in a header: the name beside the address may be missing. */
export interface Mailbox {
  readonly name: string | null;
  /** As `mailAddress` gives it. */
  readonly address: string;
}

/**
 * One e-mail address in the form in which it travels, a domain with umlauts as ASCII (RFC 5891); null: it is none, or
 * several. By the same rules as addresses in forms, so that what was accepted there can be written to. There is no
 * white space or control character in one, so that it can add nothing to a header or a command.
 */
export function mailAddress(text: string): string | null {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  const host = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? readUrl(`http://${domain}`)?.hostname : undefined;
  if (at < 1 || host === undefined) return null;
  const address = `${text.slice(0, at)}@${host}`;
  return ADDRESS.safeParse(address).success ? address : null;
}

/** `Name <address>`, `"Name, with comma" <address>` or an address alone; null: it is none of these. */
export function mailbox(text: string): Mailbox | null {
  const [, quoted, bare, inner] = /^(?:"([^"\\]*)"|([^"<>]*?))\s*<([^<>]*)>$/u.exec(text.trim()) ?? [];
  const address = mailAddress(inner ?? text.trim());
  const name = (quoted ?? bare ?? "").trim();
  return address === null || /\p{Cc}/u.test(name) ? null : { name: name || null, address };
}
