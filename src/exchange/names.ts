/** Characters of an id, as in the format of faq/*.yaml. */
const LONGEST_ID = 80;
/** Words of a question that an id is made of. */
const ID_WORDS = 8;

/** A valid id made of any name: lower-case words with hyphens, umlauts written out. Empty where there is no letter. */
export function idOf(name: string): string {
  const words = spelledOut(name.replace(/(?<=[a-z])(?=[A-Z])/g, " ")).match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, LONGEST_ID).replace(/-+$/, "");
}

/** An id made of a question or title: its first words. */
export function idOfSentence(sentence: string): string {
  const words = spelledOut(sentence).match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, ID_WORDS).join("-").slice(0, LONGEST_ID).replace(/-+$/, "");
}

/** The same words in the same order, whatever case and punctuation: what `check` calls the same utterance. */
export function sameWords(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words || text.trim();
}

/** One line of at most `longest` characters, for a preview. */
export function inShort(text: string, longest = 70): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Lower case without accents; German letters as they are spelled without an umlaut key. */
export function spelledOut(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

const GERMAN: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
