/** Ways in which people write the same sentence. Each leaves the meaning as it is. */
export const ALTERATIONS = {
  typo: (text: string, random: Random) => withTypo(text, random),
  "umlauts as ae": (text: string) => text.replace(/[äöüÄÖÜß]/g, (letter) => SPELT_OUT[letter] ?? letter),
  "umlauts without dots": (text: string) =>
    text.replace(/[äöüÄÖÜß]/g, (letter) => (SPELT_OUT[letter] ?? letter).replace(/e$/i, "")),
  "lower case": (text: string) => text.toLowerCase(),
  "upper case": (text: string) => text.toUpperCase(),
  "no punctuation": (text: string) => text.replace(/[.,;:!?"„“”()…]/g, ""),
} as const satisfies Record<string, (text: string, random: Random) => string>;

export type Alteration = keyof typeof ALTERATIONS;

/** How many points of accuracy an alteration may cost. */
export const GOALS: Readonly<Record<Alteration, number>> = {
  typo: 3,
  "umlauts as ae": 1,
  "umlauts without dots": 1,
  "lower case": 0.5,
  "upper case": 0.5,
  "no punctuation": 0.5,
};

/** Returns 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

const SPELT_OUT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
};

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Shorter words are left as they are: there is no telling what was meant. */
const SPARED = 4;

/** One slip in one word: another letter, one dropped, one doubled, or two swapped. */
function withTypo(text: string, random: Random): string {
  const below = (count: number): number => Math.floor(random() * count);
  const long = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length > SPARED);
  const chosen = long[below(long.length)];
  if (chosen === undefined) return text;
  const [word] = chosen;
  const at = below(word.length);
  const slip = [
    () => word.slice(0, at) + LETTERS.charAt(below(LETTERS.length)) + word.slice(at + 1),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word.charAt(at) + word.slice(at),
    () => {
      const first = Math.min(at, word.length - 2);
      return word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2);
    },
  ][below(4)];
  return `${text.slice(0, chosen.index)}${slip?.() ?? word}${text.slice(chosen.index + word.length)}`;
}

/** Mulberry32: the same seed, the same slips. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
