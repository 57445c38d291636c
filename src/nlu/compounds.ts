import { isFunctionWord } from "./function-words.js";

/** Shorter parts are found in too many words by chance ("hall" + "e"). */
const PART_LETTERS = 4;

/** Endings that make words and are none, though they look like one cut short: "heiter", "lernen", "erinnern". */
const ENDINGS: ReadonlySet<string> = new Set([
  ..."heit heiten keit keiten schaft schaften lern erin erinnen isch ische innen inner".split(" "),
]);

/** What German puts between the parts of a compound; the longest that fits is tried last. */
const LINKS = ["", "s", "n", "e", "es", "en", "er"] as const;

/**
 * Takes a normalised German compound apart into words that somebody uses: "gewerbesteuerhebesatz" into "gewerbesteuer"
 * and "hebesatz". Empty where it is none, or where a part would be no known word: a wrong part is worse than none.
 * Of several ways the one with the longest last part, which is what the compound is about.
 * @param isWord whether the examples or the lexicon know a word
 */
export function partsOf(word: string, isWord: (part: string) => boolean): readonly string[] {
  const isPart = (part: string): boolean =>
    part.length >= PART_LETTERS && isWord(part) && !isFunctionWord(part);
  const isTail = (tail: string): boolean => isPart(tail) && !ENDINGS.has(tail);
  // "unternehmen-s-konto", not "unternehmen-skonto"; "einwohner-zahl", not "einwohn-erzahl"
  const beginsWithLink = (cut: number, tail: string): boolean =>
    LINKS.some(
      (link) =>
        link !== "" &&
        tail.startsWith(link) &&
        isTail(tail.slice(link.length)) &&
        (isPart(word.slice(0, cut + link.length)) || (link === "s" && isPart(word.slice(0, cut)))),
    );
  const headPart = (head: string): string | undefined => {
    for (const link of LINKS) {
      if (!head.endsWith(link)) continue;
      const part = head.slice(0, head.length - link.length);
      if (isPart(part)) return part;
    }
    // "Schul-leiter": the first part may have lost its last letter. Not "unter(e)-nehmen".
    return !isFunctionWord(head) && isPart(`${head}e`) ? `${head}e` : undefined;
  };
  // Each head is taken apart once, so that no word takes more than its length squared.
  const tried = new Map<number, readonly string[]>();
  const upTo = (end: number): readonly string[] => {
    const before = tried.get(end);
    if (before !== undefined) return before;
    tried.set(end, []);
    for (let cut = PART_LETTERS; cut <= end - PART_LETTERS; cut++) {
      const tail = word.slice(cut, end);
      if (!isTail(tail) || beginsWithLink(cut, tail)) continue;
      const head = headPart(word.slice(0, cut));
      const heads = head === undefined ? upTo(cut) : [head];
      if (heads.length === 0) continue;
      const parts = [...heads, tail];
      tried.set(end, parts);
      return parts;
    }
    return [];
  };
  return word.length >= 2 * PART_LETTERS ? upTo(word.length) : [];
}
