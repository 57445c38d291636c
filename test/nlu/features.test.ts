import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnFeatures } from "../../src/nlu/features.js";
import { understand } from "../../src/nlu/index.js";
import { count, type FeatureSpace, knownShare, readWords, vectorOf } from "../../src/nlu/space.js";
import { always, familiarity, isTelling } from "../../src/nlu/word.js";
import { FAQ, OPTIONS, trainFixture } from "./fixture.js";

const SENTENCES = FAQ.flatMap(({ utterances }) => utterances);
const { space, vectors } = learnFeatures(SENTENCES, "de", OPTIONS.synonyms ?? []);
const wordOf = (text: string) => {
  const [word] = readWords(space, text);
  if (word === undefined) throw new Error(`no word in ${text}`);
  return word;
};

/** The same features, each in a column of its own. A column's length is the sum of its features' shares. */
function apart(shared: FeatureSpace): FeatureSpace {
  const lengths = new Float64Array(shared.columns);
  shared.share.forEach((share, feature) => {
    const column = shared.columnOf[feature] ?? 0;
    lengths[column] = (lengths[column] ?? 0) + share;
  });
  return {
    ...shared,
    columns: shared.share.length,
    columnOf: Int32Array.from(shared.share, (_, feature) => feature),
    share: shared.share.map((share, feature) =>
      Math.sqrt(share * (lengths[shared.columnOf[feature] ?? 0] ?? 0)),
    ),
    scratch: new Float32Array(shared.share.length),
  };
}

function product(of: FeatureSpace, first: string, second: string): number {
  const a = count(of, readWords(of, first));
  const b = count(of, readWords(of, second));
  const values = new Map(Array.from(a.ids, (id, at) => [id, a.values[at] ?? 0]));
  return Array.from(b.ids).reduce((sum, id, at) => sum + (values.get(id) ?? 0) * (b.values[at] ?? 0), 0);
}

const anything = fc
  .array(
    fc.constantFrom("Gewerbe", "anmelden", "Gewrbe", "Hallen", "Kita", "Fördermittelberatung", "ich", "xy"),
    {
      maxLength: 12,
    },
  )
  .map((all) => all.join(" "));

describe("features that share a column", () => {
  const own = apart(space);

  it("are fewer columns than features", () => {
    expect(space.columns).toBeLessThan(0.7 * own.columns);
  });

  it("give every example the same likeness to a message as if they were apart", () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...SENTENCES), (message, example) => {
        const together = product(space, message, example);
        expect(Math.abs(together - product(own, message, example))).toBeLessThan(1e-3 * (1 + together));
      }),
    );
  });
});

describe("a message as a vector", () => {
  it("is never longer than 1, and exactly 1 where the examples have all of it", () => {
    const length = (text: string) => Math.hypot(...vectorOf(space, readWords(space, text)).values);
    for (const { values } of vectors) expect(Math.hypot(...values)).toBeCloseTo(1, 4);
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "binary" })), (text) => {
        expect(length(text)).toBeLessThan(1 + 1e-4);
      }),
    );
    expect(length("Gewerbe anmelden qqqqqq")).toBeLessThan(0.99);
  });

  it("is the same again, whatever was read in between", () => {
    const before = vectorOf(space, readWords(space, "Gewerbe anmelden"));
    fc.assert(
      fc.property(anything, (text) => {
        vectorOf(space, readWords(space, text));
        expect(vectorOf(space, readWords(space, "Gewerbe anmelden"))).toEqual(before);
      }),
    );
    expect(space.scratch.every((sum) => sum === 0)).toBe(true);
  });
});

describe("a word", () => {
  it.each([
    ["of the examples", "Gewerbe", 1],
    ["with another ending", "Gewerbes", 1],
    ["with a slip", "Gewrbe", 1],
    ["by a synonym of the office", "Förderprogramm", 1],
    ["by its parts", "Gewerbehalle", 0.7],
    ["by another word for it", "Lehrgang", 0.7],
  ])("is known %s: %s", (_, text, share) => {
    expect(familiarity(wordOf(text), always)).toBe(share);
    expect(isTelling(wordOf(text))).toBe(true);
  });

  it.each(["Pizza", "qqqqqq", "und", "ich"])(
    "says nothing where the examples have nothing of it, or it never does: %s",
    (text) => {
      expect(isTelling(wordOf(text))).toBe(false);
    },
  );

  it("counts as known by its letters at most in part", () => {
    expect(familiarity(wordOf("Meisterschule"), () => false)).toBe(0);
    const share = knownShare(space, readWords(space, "Pizza Gewerbe"));
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.7);
  });
});

describe("a message that shares no word of meaning with any example", () => {
  const model = trainFixture();
  const STRANGE =
    "Hunger Pizza Katze Mond Fahrrad Gitarre Regenbogen Elefant Zahnarzt lecker grün tanzen".split(" ");
  const SMALL = "ich du und der die ist sehr auch nicht habe wie".split(" ");

  it("is never answered, in whatever order its words come", () => {
    expect(STRANGE.filter((word) => isTelling(readWords(model.space, word)[0] ?? wordOf("Gewerbe")))).toEqual(
      [],
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STRANGE, ...SMALL), { maxLength: 20 }),
        fc.constantFrom(...STRANGE),
        (said, strange) => {
          const { questions, whole } = understand(model, [...said, strange].join(" "));
          expect(whole.verdict).toBe("none");
          expect(questions.map(({ verdict }) => verdict)).toEqual(["none"]);
        },
      ),
    );
  });

  it.each(["ich habe hunger", "Ich hab so Hunger!", "mir ist kalt"])("is none: %s", (text) => {
    expect(understand(model, text).whole.verdict).toBe("none");
  });
});
