import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likenessAmong, likenessToAll } from "../../src/nlu/likeness.js";

describe("likeness", () => {
  const sentences = ["Wo parke ich?", "wo kann ich parken", "Gewerbe anmelden", "", "gewerbe anmelden!"];

  it("is 1 for the same words, 0 for none in common, and between for some", () => {
    const alike = likenessAmong(sentences);
    expect(alike(2, 4)).toBeCloseTo(1);
    expect(alike(0, 2)).toBe(0);
    expect(alike(3, 3)).toBe(0);
    expect(alike(0, 1)).toBeGreaterThan(0.1);
    expect(alike(0, 1)).toBeLessThan(0.9);
  });

  it("with all others at once is the same as with each", () => {
    const word = fc.constantFrom("gewerbe", "anmelden", "parken", "halle", "hallen", "wo");
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
          { maxLength: 8 },
        ),
        (some) => {
          const [each, all] = [likenessAmong(some), likenessToAll(some)];
          for (const first of some.keys())
            for (const [second, alike] of all(first).entries())
              expect(alike).toBeCloseTo(each(first, second), 10);
        },
      ),
    );
  });
});
