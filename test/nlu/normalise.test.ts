import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/nlu/index.js";
import { understoodPart } from "../../src/nlu/normalise.js";

describe("normalise", () => {
  it.each([
    ["Fördermittel", "foerdermittel", "fordermittel"],
    ["Öffnungszeiten", "OEFFNUNGSZEITEN", "offnungszeiten"],
    ["Gebühr", "Gebuehr", "gebuhr"],
    ["Straße", "STRASSE", "strasse"],
    ["Gibt's", "gibt’s", "gibts"],
    ["E-Mail", "email", "Email"],
    ["ﬁrma", "Firma", "FIRMA"],
    ["caf\u00e9", "cafe\u0301", "CAFE"],
    ["Ge\u200bwer\u00adbe", "Gewerbe", "\ufeffgewerbe"],
  ])("brings spellings together: %s, %s, %s", (a, b, c) => {
    expect(normalise(b)).toBe(normalise(a));
    expect(normalise(c)).toBe(normalise(a));
  });

  it.each(["neue", "steuer", "quelle", "bauen"])("keeps the vowels of %s, which has no umlaut", (word) => {
    expect(normalise(word)).toBe(word);
  });

  it("drops emoji, punctuation, control characters and lone surrogates", () => {
    expect(normalise("👋 Hallo!!\u0007 \ud800Welt\udfff 🇩🇪")).toBe("hallo welt");
  });

  it("keeps other scripts", () => {
    expect(normalise("שלום עולם")).toBe("שלום עולם");
  });

  it("is idempotent, lower-case and of letters, digits and single spaces, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(once).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("does not depend on the case that it is typed in", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."abcäöüßxyz 49-'")), (letters) => {
        const text = letters.join("");
        expect(normalise(text.toUpperCase())).toBe(normalise(text));
      }),
      { seed: 2 },
    );
  });
});

describe("the understood part", () => {
  it("is the whole of a short message", () => {
    expect(understoodPart("Guten Tag")).toEqual({ text: "Guten Tag", truncated: false });
  });

  it("ends at a word where the message is too long", () => {
    const { text, truncated } = understoodPart("wort ".repeat(1000));
    expect(truncated).toBe(true);
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text.endsWith("wort")).toBe(true);
  });

  it("ends anywhere where there is no space", () => {
    expect(understoodPart("x".repeat(100_000)).text).toHaveLength(2000);
  });
});
