import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPlain, parse, plain, split } from "../../src/text/index.js";
import type { RichText } from "../../src/vocabulary/index.js";
import { allInlines, richTexts } from "./arbitraries.js";

const pieces = (markdown: string, limit: number): string[] =>
  split(parse(markdown), limit).map((piece) => plain(piece));
const visible = (texts: readonly RichText[]): string => texts.map(plain).join("").replaceAll(/\s+/gu, "");

describe("splitting at a length", () => {
  it.each([
    ["nothing when all fits", "Eins.\n\nZwei.", 100, ["Eins.\n\nZwei."]],
    [
      "between paragraphs",
      "Eins zwei drei.\n\nVier fünf sechs.",
      20,
      ["Eins zwei drei.", "Vier fünf sechs."],
    ],
    ["between list items", "- eins\n- zwei\n- drei", 14, ["• eins\n• zwei", "• drei"]],
    [
      "between numbered items, whose numbers go on",
      "1. eins\n2. zwei\n3. drei",
      15,
      ["1. eins\n2. zwei", "3. drei"],
    ],
    [
      "between sentences before words",
      "Das ist eins. Hier kommt zwei.",
      25,
      ["Das ist eins.", "Hier kommt zwei."],
    ],
    [
      "between long-word sentences",
      "Bitte melden. Danke sehr vielmals.",
      28,
      ["Bitte melden.", "Danke sehr vielmals."],
    ],
    [
      "not after an abbreviation",
      "Zum Beispiel am 24. November z. B. hier.",
      22,
      ["Zum Beispiel am 24.", "November z. B. hier."],
    ],
    ["between words", "eins zwei drei", 9, ["eins zwei", "drei"]],
    ["inside a word only when it alone is too long", "ab abcdefgh", 5, ["ab", "abcde", "fgh"]],
    ["inside a list item without a second bullet", "- eins zwei drei", 9, ["• eins", "zwei drei"]],
    ["at line breaks", "Rathaus am\\\nMarkt eins", 15, ["Rathaus am", "Markt eins"]],
  ])("cuts %s", (_, markdown, limit, expected) => {
    expect(pieces(markdown, limit)).toEqual(expected);
  });

  it("never cuts a link, even one that is too long", () => {
    expect(pieces("Hier [ein langer Text](https://example.org/lang) da", 10)).toEqual([
      "Hier",
      "ein langer Text (https://example.org/lang)",
      "da",
    ]);
  });

  it("keeps bold over a cut", () => {
    expect(split(parse("**eins zwei**"), 6)).toEqual([parse("**eins**"), parse("**zwei**")]);
  });

  it("never cuts an emoji that is made of several", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(split(fromPlain(family.repeat(3)), family.length).map(plain)).toEqual([family, family, family]);
  });

  it("loses and doubles nothing, and keeps the limit wherever there is no link", () => {
    fc.assert(
      fc.property(richTexts, fc.integer({ min: 12, max: 200 }), (content, limit) => {
        const parts = split(content, limit);
        expect(visible(parts)).toBe(visible([content]));
        for (const part of parts) {
          const indivisible =
            allInlines(part).some((node) => node.type === "link") || /\p{M}|\u200d/u.test(plain(part));
          if (!indivisible) expect(plain(part).length).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("measures as the platform does", () => {
    const bytes = (piece: RichText): number => Buffer.byteLength(plain(piece));
    expect(split(parse("äöü äöü"), 7, bytes).map(plain)).toEqual(["äöü", "äöü"]);
  });

  it("ends for any limit and for very long words", () => {
    expect(visible(split(fromPlain("ab c"), 0))).toBe("abc");
    expect(split(fromPlain(`${"x".repeat(20_000)} ${"abc ".repeat(5_000)}`), 4_000).length).toBe(10);
    expect(split([], 10)).toEqual([]);
  });
});
