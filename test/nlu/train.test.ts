import { describe, expect, it } from "vitest";
import { explain, TrainingError, type TrainingIntent, train, understand } from "../../src/nlu/index.js";
import { FAQ, OPTIONS, trainFixture } from "./fixture.js";

describe("train", () => {
  it("makes the same model from the same examples", () => {
    const [one, two] = [trainFixture(), trainFixture()];
    expect(two.calibration).toEqual(one.calibration);
    expect(two.linear).toEqual(one.linear);
  });

  it("learns its thresholds from the examples: other examples, other thresholds", () => {
    const harder = FAQ.map((intent) => ({ ...intent, utterances: intent.utterances.slice(0, 3) }));
    expect(train(harder, OPTIONS).calibration.sure).not.toBe(trainFixture().calibration.sure);
  });

  it("keeps the thresholds in order and within 0 and 1", () => {
    const { sure, unsure } = trainFixture().calibration;
    expect(unsure).toBeGreaterThan(0);
    expect(sure).toBeGreaterThanOrEqual(unsure);
    expect(sure).toBeLessThanOrEqual(1);
  });

  it("learns from title and answer where the utterances say nothing of it", () => {
    const thin: TrainingIntent[] = [
      { id: "tax", utterances: ["Wie hoch ist der Hebesatz?", "Hebesatz"], title: "Gewerbesteuer" },
      {
        id: "site",
        utterances: ["Ich suche eine Halle", "Halle mieten"],
        answer: "Grundstücke zeigt das Flächenportal.",
      },
      { id: "hours", utterances: ["Wann habt ihr auf?", "Öffnungszeiten"] },
    ];
    const model = train(thin, { language: "de" });
    expect(understand(model, "Gewerbesteuer").whole.ranked[0]?.id).toBe("tax");
    expect(understand(model, "Flächenportal").whole.ranked[0]?.id).toBe("site");
  });

  it("tells the language from the examples when asked to", () => {
    const model = train(
      [
        { id: "a", utterances: ["how do I register a business", "registering my business with you"] },
        { id: "b", utterances: ["when are you open", "what are your opening hours"] },
      ],
      { language: "auto" },
    );
    expect(model.space.language).toBe("en");
  });

  it.each<[string, TrainingIntent[], string[]]>([
    ["an empty corpus", [], []],
    [
      "an intent without utterances",
      [
        { id: "a", utterances: ["Halle"] },
        { id: "b", utterances: [] },
      ],
      ["b"],
    ],
    ["an intent of punctuation only", [{ id: "a", utterances: ["???", "\u200b", "😀"] }], ["a"]],
    [
      "an id given twice",
      [
        { id: "a", utterances: ["Halle"] },
        { id: "a", utterances: ["Büro"] },
      ],
      ["a"],
    ],
  ])("refuses %s and says which intent and what to do", (_, intents, ids) => {
    let thrown: unknown;
    try {
      train(intents, { language: "de" });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TrainingError);
    expect((thrown as TrainingError).intents).toEqual(ids);
    expect((thrown as TrainingError).message).toMatch(/Give|Add|Put/);
  });

  it("of one intent only knows its own and nothing else", () => {
    const model = train([{ id: "hours", utterances: ["Wann habt ihr geöffnet?", "Öffnungszeiten"] }], {
      language: "de",
    });
    expect(understand(model, "Öffnungszeiten").whole).toMatchObject({ ranked: [{ id: "hours" }] });
    expect(understand(model, "Öffnungszeiten").whole.verdict).not.toBe("none");
    expect(understand(model, "Wie melde ich ein Gewerbe an?").whole.verdict).toBe("none");
  });

  it("learns one utterance an intent, without any held-out sentence to judge by", () => {
    const model = train(
      [
        { id: "a", utterances: ["Gewerbe anmelden"] },
        { id: "b", utterances: ["Halle mieten"] },
      ],
      { language: "de" },
    );
    expect(understand(model, "Gewerbe anmelden").whole.ranked[0]?.id).toBe("a");
    expect(understand(model, "Halle mieten").whole.ranked[0]?.id).toBe("b");
  });

  it("of function words only answers the exact words at most", () => {
    const model = train(
      [
        { id: "a", utterances: ["und der", "die das"] },
        { id: "b", utterances: ["ich bin", "du bist"] },
      ],
      { language: "de" },
    );
    expect(understand(model, "der und das").whole.verdict).toBe("none");
  });

  it("bears a very long utterance", () => {
    const model = train(
      [
        { id: "a", utterances: ["wort ".repeat(20_000), "x".repeat(100_000)] },
        { id: "b", utterances: ["Halle mieten", "Büro mieten"] },
      ],
      { language: "de" },
    );
    expect(understand(model, "Halle mieten").whole.ranked[0]?.id).toBe("b");
  });
});

describe("explain", () => {
  const model = trainFixture();

  it("names the words that decided and the nearest example, for the best two", () => {
    const { ranked, verdict, thresholds, evidence } = explain(model, "Wer hilft bei der Gewerbeanmeldung?");
    expect(ranked[0]?.id).toBe("business-registration");
    expect(verdict).toBe("sure");
    expect(thresholds.sure).toBe(model.calibration.sure);
    expect(evidence).toHaveLength(2);
    expect(evidence[0]?.terms[0]?.term).toBe("gewerbeanmeldung");
    expect(evidence[0]?.nearest).toBe("Welche Unterlagen brauche ich für die Gewerbeanmeldung?");
    const weights = evidence[0]?.terms.map(({ weight }) => weight) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it("has no nearest example for what nothing is known of", () => {
    expect(explain(model, "😀").evidence[0]).toMatchObject({ terms: [], nearest: null });
  });
});
