/** At most this many characters (UTF-16 units) of a message are understood. */
export const UNDERSTOOD_CHARACTERS = 2000;

/** Longer words than this are cut: nothing of the language is that long, and it bounds the work per word. */
const WORD_CHARACTERS = 60;

/**
 * Brings spellings of the same text together: compatibility forms (NFKD), case, accents and umlauts (ä, ae and a
 * meet, so do ö/oe/o and ü/ue/u), ß and ss. Zero-width characters, lone surrogates and emoji go; apostrophes close up
 * ("gibt's" = "gibts") and so does a single letter with its hyphen ("E-Mail" = "Email").
 * What is left is lower-case words of letters and digits with single spaces between. Idempotent, linear time.
 */
export function normalise(text: string): string {
  return words(text).join(" ");
}

/** The words of a text, each normalised as by {@link normalise}. */
export function words(text: string): string[] {
  const found = USUAL.test(text) ? usualWords(text) : unusualWords(text);
  return found.map((word) =>
    foldUmlauts(word.length > WORD_CHARACTERS ? word.slice(0, WORD_CHARACTERS) : word),
  );
}

/** What nearly all messages are made of; it is read several times as fast as the rest of Unicode. */
const USUAL = /^[\n\x20-\x7eäöüßÄÖÜ]*$/;

const UMLAUTS: Readonly<Record<string, string>> = { ä: "a", ö: "o", ü: "u", ß: "ss" };

function usualWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .replace(/['`]/g, "")
    .replace(/(?<![a-z0-9])([a-z])-(?=[a-z])/g, "$1");
  return plain.match(/[a-z0-9]+/g) ?? [];
}

function unusualWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\p{Cs}'’‘`´]/gu, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replace(/(?<![\p{L}\p{N}])(\p{L})[-‐‑](?=\p{L})/gu, "$1");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Umlauts written with an e lose it like those written without dots. Not after a vowel or q, where "ue" is usually no
 * umlaut: "neue", "Steuer", "Quelle". Wrong here and there ("aktuell"), but wrong the same way everywhere.
 */
function foldUmlauts(word: string): string {
  let folded = word;
  if (!/[aou]e/.test(word)) return word;
  // Folding may bring the next pair together ("aee"), so it runs until nothing changes; each run shortens the word.
  for (;;) {
    const next = folded.replace(/(?<![aeiouq])([aou])e/g, "$1");
    if (next === folded) return folded;
    folded = next;
  }
}

/** The part of a message that is understood: its first 2,000 characters, cut at a word where there is one. */
export function understoodPart(text: string): { text: string; truncated: boolean } {
  const trimmed = text.trimStart();
  if (trimmed.length <= UNDERSTOOD_CHARACTERS) return { text: trimmed, truncated: false };
  const cut = trimmed.slice(0, UNDERSTOOD_CHARACTERS);
  // The character after the cut decides whether the last word is whole.
  const whole = /\s/.test(trimmed.charAt(UNDERSTOOD_CHARACTERS)) ? cut.length : lastSpace(cut);
  return { text: whole > 0 ? cut.slice(0, whole) : cut, truncated: true };
}

function lastSpace(text: string): number {
  for (let at = text.length - 1; at > 0; at--) if (/\s/.test(text.charAt(at))) return at;
  return -1;
}
