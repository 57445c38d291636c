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

const TWO: readonly TrainingIntent[] = [
  { id: "trade", utterances: ["Gewerbe anmelden", "Wie melde ich ein Gewerbe an?"] },
  { id: "space", utterances: ["Halle mieten", "Büro mieten"] },
];

describe("whatever the examples are", () => {
  it.each<[string, readonly string[]]>([
    ["lone surrogates among them", ["Seminar \ud800", "\udc00Kurs", "\ud800", "\udc00\udc00"]],
    ["some of function words only", ["und", "der die das", "ich bin es", "Seminar"]],
    ["some of which no word is left", ["ﾞ", "???", "\u200b", "😀", "Seminar"]],
    ["an utterance of 1 MB", ["Seminar", "wort ".repeat(200_000)]],
    ["a word of 1 MB", ["Seminar", "x".repeat(1_000_000)]],
    ["the same sentence fifty times", Array.from({ length: 50 }, () => "Seminar")],
    ["the very sentences of another", ["Seminar", "Gewerbe anmelden", "Wie melde ich ein Gewerbe an?"]],
    ["names of an object's own members", ["Seminar", "constructor", "__proto__", "toString hasOwnProperty"]],
  ])("a model comes of it that understands the others: %s", (_, utterances) => {
    const model = train([...TWO, { id: "odd", utterances }], { language: "de" });
    expect(understand(model, "Halle mieten").whole.ranked[0]?.id).toBe("space");
    expect(understand(model, "Seminar").whole.ranked[0]?.id).toBe("odd");
    for (const { confidence } of understand(model, "Gewerbe anmelden").whole.ranked)
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    expect(model.linear.weights.every(Number.isFinite)).toBe(true);
    expect(model.calibration.sure >= model.calibration.unsure).toBe(true);
  });

  it("the same sentence in two intents is never sure of either", () => {
    const model = train([...TWO, { id: "copy", utterances: ["Halle mieten", "Büro mieten"] }], {
      language: "de",
    });
    const { ranked, verdict } = understand(model, "Halle mieten").whole;
    expect(["space", "copy"]).toContain(ranked[0]?.id);
    expect(["space", "copy"]).toContain(ranked[1]?.id);
    expect(verdict).not.toBe("sure");
  });

  it("an intent of marks of which nothing is left is refused by name", () => {
    expect(() => train([...TWO, { id: "marks", utterances: ["ﾞ", "ﾟ"] }], { language: "de" })).toThrow(
      /"marks" has no utterance with a word in it\. Add some/,
    );
  });

  it("a title and an answer of marks are passed over", () => {
    const model = train([...TWO, { id: "odd", utterances: ["Seminar"], title: "ﾞ", answer: "\ud800" }], {
      language: "de",
      synonyms: [
        ["ﾞ", "Kurs"],
        ["", "Seminar"],
      ],
    });
    expect(understand(model, "Seminar").whole.ranked[0]?.id).toBe("odd");
  });
});

describe("two models of the same examples", () => {
  const bytes = (values: Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength);

  it("are equal to the last byte", () => {
    const [one, two] = [train(FAQ, OPTIONS), train(structuredClone(FAQ), structuredClone(OPTIONS))];
    expect(bytes(one.linear.weights).equals(bytes(two.linear.weights))).toBe(true);
    expect(bytes(one.linear.bias).equals(bytes(two.linear.bias))).toBe(true);
    expect(two.calibration).toEqual(one.calibration);
  });

  it("are equal whatever the order in which the intents' properties were written", () => {
    const reversed = FAQ.map(
      (intent) => Object.fromEntries(Object.entries(intent).reverse()) as unknown as TrainingIntent,
    );
    const options = Object.fromEntries(Object.entries(OPTIONS).reverse()) as unknown as typeof OPTIONS;
    const [one, two] = [train(FAQ, OPTIONS), train(reversed, options)];
    expect(bytes(one.linear.weights).equals(bytes(two.linear.weights))).toBe(true);
    expect(two.calibration).toEqual(one.calibration);
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
