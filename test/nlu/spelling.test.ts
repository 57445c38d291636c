import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { train, understand } from "../../src/nlu/index.js";
import { readWords } from "../../src/nlu/space.js";
import { corrected, isOneLetterApart, learnSpelling } from "../../src/nlu/spelling.js";

const WORDS = ["gewerbe", "anmelden", "seminar", "halle", "steuer", "abmelden", "amt"];
const spelling = learnSpelling(WORDS);

describe("a word with a slip of the fingers", () => {
  it.each([
    ["one letter too many", "gewwerbe", "gewerbe"],
    ["one letter too few", "gewrbe", "gewerbe"],
    ["another letter", "gewerbr", "gewerbe"],
    ["another first letter", "hewerbe", "gewerbe"],
    ["two neighbours swapped", "gewebre", "gewerbe"],
    ["the last two swapped", "gewereb", "gewerbe"],
    ["the shortest that is mended", "hale", "halle"],
  ])("is taken for the word that is one letter apart: %s", (_, typed, meant) => {
    expect(corrected(spelling, typed)).toBe(meant);
  });

  it("is taken for the more frequent of two words that are equally near", () => {
    expect(corrected(learnSpelling(["anmelden", "abmelden"]), "axmelden")).toBe("anmelden");
    expect(corrected(learnSpelling(["abmelden", "anmelden"]), "axmelden")).toBe("abmelden");
  });

  it.each([
    ["two slips", "gewrrbee"],
    ["nothing like it", "hunger"],
    ["too short to tell", "amd"],
    ["a short word of the examples", "amtt"],
    ["nothing", ""],
  ])("is left as it is where no word is that near: %s", (_, typed) => {
    expect(corrected(spelling, typed)).toBeUndefined();
  });

  it("is mended whatever the word and wherever the slip", () => {
    const word = fc.stringMatching(/^[a-z]{5,20}$/);
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom("drop", "double", "swap", "other"),
        (meant, place, slip) => {
          const at = place % meant.length;
          const swapAt = Math.min(at, meant.length - 2);
          const typed = {
            drop: meant.slice(0, at) + meant.slice(at + 1),
            double: meant.slice(0, at) + meant.charAt(at) + meant.slice(at),
            swap: `${meant.slice(0, swapAt)}${meant.charAt(swapAt + 1)}${meant.charAt(swapAt)}${meant.slice(swapAt + 2)}`,
            other: `${meant.slice(0, at)}7${meant.slice(at + 1)}`,
          }[slip];
          expect(isOneLetterApart(meant, typed)).toBe(true);
          expect(isOneLetterApart(typed, meant)).toBe(true);
          expect(corrected(learnSpelling([meant]), typed)).toBe(meant);
        },
      ),
    );
  });

  it("never becomes a word that is further than one letter away", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aeglrw]{4,8}$/), (typed) => {
        const meant = corrected(spelling, typed);
        expect(meant === undefined || isOneLetterApart(meant, typed)).toBe(true);
      }),
    );
  });
});

describe("in a message", () => {
  const model = train(
    [
      { id: "register", utterances: ["Gewerbe anmelden", "Wie melde ich ein Gewerbe an?"] },
      { id: "space", utterances: ["Halle mieten", "Ich suche eine Halle"] },
      { id: "seminars", utterances: ["Welche Seminare gibt es?", "Kurse und Seminare"] },
    ],
    { language: "de" },
  );
  const readAs = (text: string) => readWords(model.space, text).map(({ word }) => word);

  it("a slip is read as the word of the examples", () => {
    expect(readAs("gewrbe anmleden")).toEqual(["gewerbe", "anmelden"]);
    expect(understand(model, "gewrbe anmleden").whole.ranked[0]?.id).toBe("register");
  });

  it.each([
    ["Hallo", "Halle"],
    ["kurze", "Kurse"],
    ["abmelden", "anmelden"],
  ])("%s is a word of its own and is not read as %s", (word) => {
    expect(readAs(word)).toEqual([word.toLowerCase()]);
  });
});
