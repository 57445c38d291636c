import { readUrl, safeTarget } from "../text/index.js";

const ADDRESS = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"|]+/i;

/** An address that may be linked, also one written without https://; null where it is none. */
export function addressOf(written: string): string | null {
  const text = written.trim();
  if (/^\{\S+$/.test(text)) return text;
  const whole = /^www\.\S+\.\S+$/i.test(text) ? `https://${text}` : text;
  return /^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(whole) && safeTarget(whole) !== undefined ? whole : null;
}

/** An address with what it is called, out of a cell such as "[§ 14 GewO](https://...)", "§ 14 GewO, https://...". */
export function namedAddress(written: string): { readonly title: string; readonly url: string } | null {
  const markdown = /^\[([^[\]]+)\]\((\S+)\)$/.exec(written.trim());
  if (markdown) {
    const url = addressOf(markdown[2] ?? "");
    return url === null ? null : { title: (markdown[1] ?? "").trim(), url };
  }
  const bare = addressOf(written);
  if (bare !== null) return { title: hostOf(bare), url: bare };
  const match = ADDRESS.exec(written);
  const url = match ? addressOf(match[0].replace(/[.,;)]+$/, "")) : null;
  if (!match || url === null) return null;
  const title = `${written.slice(0, match.index)} ${written.slice(match.index + match[0].length)}`;
  return {
    title: title.replace(/\s+/g, " ").replace(/^[\s,;:()–-]+|[\s,;:()–-]+$/g, "") || hostOf(url),
    url,
  };
}

/** What a link is called that has no name: the host of the page, the number, the mail address. */
export function hostOf(url: string): string {
  if (!/^https?:/i.test(url)) return url.replace(/^(?:mailto|tel):/i, "");
  return readUrl(url)?.host.replace(/^www\./, "") ?? url;
}
