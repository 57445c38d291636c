import { foldedWords } from "../conversation/fold.js";

/** A short yes or no to what was asked just now; null: neither. */
export function yesOrNo(text: string): boolean | null {
  const words = foldedWords(text);
  if (words.length > 4) return null;
  if (words.some((word) => NO.has(word))) return false;
  return words.some((word) => YES.has(word)) ? true : null;
}

const YES = new Set([
  "ja",
  "jo",
  "jawohl",
  "klar",
  "sicher",
  "gern",
  "bitte",
  "yes",
  "yep",
  "sure",
  "ok",
  "okay",
]);
const NO = new Set(["nein", "ne", "nee", "nicht", "doch", "no", "nope", "not", "behalten", "keep", "stay"]);
