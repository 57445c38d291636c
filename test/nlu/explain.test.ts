import { describe, expect, it } from "vitest";
import { type ExplainedTerm, explain, train } from "../../src/nlu/index.js";
import { trainFixture } from "./fixture.js";

const model = train(
  [
    { id: "price", utterances: ["Wie hoch ist der Preis?", "Preis der Fördermittelberatung", "Preis"] },
    { id: "tax-rate", utterances: ["Wie hoch ist der Hebesatz?", "Hebesatz der Gewerbesteuer", "Hebesatz"] },
    { id: "register", utterances: ["Gewerbe anmelden", "Wie melde ich ein Gewerbe an?"] },
    { id: "care", utterances: ["Platz im Kindergarten", "Kindergarten für Mitarbeiter"] },
  ],
  { language: "de", synonyms: [["Obolus", "Preis"]] },
);

function termFor(text: string, id: string, term: string): ExplainedTerm | undefined {
  const { ranked, evidence } = explain(model, text);
  expect(ranked[0]?.id).toBe(id);
  return evidence[0]?.terms.find((found) => found.term === term);
}

describe("an explanation", () => {
  it("names the word that a slip of the fingers was read as", () => {
    expect(termFor("Gewrbe anmelden", "register", "gewrbe")).toMatchObject({ readAs: "gewerbe" });
    expect(termFor("Gewerbe anmelden", "register", "gewerbe")).not.toHaveProperty("readAs");
  });

  it("names the words of the examples that mean the same as one they do not have", () => {
    expect(termFor("Kita", "care", "kita")?.like).toEqual(["kindergarten"]);
    expect(termFor("Obolus", "price", "obolus")?.like).toEqual(["preis"]);
    expect(termFor("Preis", "price", "preis")).not.toHaveProperty("like");
  });

  it("names the part of a compound by which it was understood", () => {
    expect(termFor("Gewerbesteuerhebesatz", "tax-rate", "hebesatz")).toMatchObject({
      within: "gewerbesteuerhebesatz",
    });
  });

  it("names the compound of the examples of which a word is a part", () => {
    expect(termFor("Fördermittel Preis", "price", "fördermittel")).toMatchObject({
      within: "fördermittelberatung",
    });
  });

  it("shows words as they were typed, with their umlauts", () => {
    const terms = explain(model, "FÖRDERMITTELBERATUNG").evidence[0]?.terms.map(({ term }) => term);
    expect(terms).toContain("fördermittelberatung");
  });

  it("orders what spoke for each of the best two by its weight, and leaves out what spoke against it", () => {
    const { evidence } = explain(model, "Wie hoch ist der Hebesatz?");
    expect(evidence).toHaveLength(2);
    for (const { terms } of evidence) {
      const weights = terms.map(({ weight }) => weight);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      expect(weights.every((weight) => weight > 0)).toBe(true);
    }
  });

  it("names the nearest example of each", () => {
    const { evidence } = explain(model, "hoch der Hebesatz");
    expect(evidence[0]?.nearest).toBe("Wie hoch ist der Hebesatz?");
    expect(evidence[1]?.nearest).toBe("Wie hoch ist der Preis?");
  });

  it.each([
    ["nothing", ""],
    ["an emoji", "😀"],
    ["half a character", "\ud800"],
    ["a mark of which nothing is left", "ﾞ"],
    ["an endless word", "x".repeat(100_000)],
  ])("is given for whatever was written: %s", (_, text) => {
    const { evidence, verdict } = explain(trainFixture(), text);
    expect(verdict).toBe("none");
    expect(evidence).toHaveLength(2);
  });
});
