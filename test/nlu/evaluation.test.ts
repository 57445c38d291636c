import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answeredWithin,
  calibrationError,
  chooseThreshold,
  intentsOf,
  isAccepted,
  type Outcome,
  percentile,
  predict,
  scoresOf,
  train,
  type Verdict,
} from "../../src/nlu/index.js";

const outcome = (intent: string | null, predicted: string, confidence = 0.5, accepted = true): Outcome => ({
  intent,
  predicted,
  confidence,
  accepted,
});

describe("scores", () => {
  it("count the first-ranked intent whatever its confidence, and a rejection as an error only where it is said so", () => {
    const scores = scoresOf([
      outcome("a", "a"),
      outcome("a", "a", 0.1, false),
      outcome("b", "a"),
      outcome("b", "b"),
      outcome(null, "a", 0.1, false),
      outcome(null, "b"),
    ]);
    expect(scores).toMatchObject({ accuracy: 3 / 4, inScopeAccuracy: 2 / 4, oosRecall: 1 / 2 });
  });

  it("average F1 over the intents of the in-scope lines, each counting the same", () => {
    // a: 2 right of 2, taken 3 times: 2*2/(2+3) = 0.8; b: 1 right of 2, taken once: 2*1/(2+1)
    const lines = [outcome("a", "a"), outcome("a", "a"), outcome("b", "a"), outcome("b", "b")];
    expect(scoresOf(lines).macroF1).toBeCloseTo((0.8 + 2 / 3) / 2, 12);
    // what is out of scope takes nothing away, and an intent that never occurs is no part of the mean
    expect(scoresOf([...lines, outcome(null, "a"), outcome(null, "c")]).macroF1).toBeCloseTo(0.7333, 4);
    expect(scoresOf([outcome("a", "c"), outcome("b", "b")]).macroF1).toBe(0.5);
  });

  it("are null where there is no line to measure them on", () => {
    expect(scoresOf([outcome("a", "a", 1)])).toEqual({
      accuracy: 1,
      macroF1: 1,
      oosRecall: null,
      inScopeAccuracy: 1,
      ece: 0,
    });
    expect(scoresOf([outcome(null, "a")])).toEqual({
      accuracy: null,
      macroF1: null,
      oosRecall: 0,
      inScopeAccuracy: null,
      ece: null,
    });
  });

  it("measure calibration on in-scope lines alone", () => {
    expect(scoresOf([outcome("a", "a", 1), outcome(null, "a", 0.9)]).ece).toBe(0);
  });
});

describe("calibration error", () => {
  const judged = (confidence: number, right: boolean) => ({ confidence, right });

  it.each([
    ["sure and right", [judged(1, true)], 0],
    ["sure and wrong", [judged(1, false)], 1],
    // one bin: mean confidence 0.75, accuracy 0.5
    ["half right at three quarters", [judged(0.72, true), judged(0.78, false)], 0.25],
    // two bins: |0.15 - 0| and |0.85 - 1|, each of half the weight
    ["doubtful in two bins", [judged(0.15, false), judged(0.85, true)], 0.15],
    // in one bin too low and too high make up for each other, across bins they do not
    ["bins are closed below", [judged(0.1, true), judged(0.0999, false)], (0.9 + 0.0999) / 2],
  ] as const)("%s", (_, lines, expected) => {
    expect(calibrationError(lines)).toBeCloseTo(expected, 12);
  });

  it("is null without lines, and else between 0 and 1", () => {
    expect(calibrationError([])).toBeNull();
    const line = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const error = calibrationError(lines) ?? -1;
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("what could be answered if so much were answered wrongly", () => {
  const judged = [
    { confidence: 0.9, right: true },
    { confidence: 0.8, right: false },
    { confidence: 0.7, right: true },
    { confidence: 0.7, right: false },
    { confidence: 0.6, right: true },
  ];

  it("is the best that a threshold reaches within the limit, of all messages", () => {
    expect(answeredWithin(judged, [0, 0.2, 0.4, 1])).toEqual([
      { limit: 0, right: 0.2, wrong: 0, threshold: 0.9 },
      // of the two with 0.7 both are answered or none
      { limit: 0.2, right: 0.2, wrong: 0.2, threshold: 0.8 },
      { limit: 0.4, right: 0.6, wrong: 0.4, threshold: 0.6 },
      { limit: 1, right: 0.6, wrong: 0.4, threshold: 0.6 },
    ]);
  });

  it("is nothing where the surest of all is wrong, and has no points without messages", () => {
    expect(answeredWithin([{ confidence: 1, right: false }, ...judged.slice(0, 1)], [0.1])).toEqual([
      { limit: 0.1, right: 0, wrong: 0, threshold: null },
    ]);
    expect(answeredWithin([], [0.1])).toEqual([]);
  });
});

describe("a threshold chosen on validation lines", () => {
  const right = (confidence: number) => ({ confidence, right: true, inScope: true });

  it("rejects at most two of a hundred that are rightly ranked, and is the highest that does", () => {
    const lines = Array.from({ length: 100 }, (_, at) => right((at + 1) / 100));
    expect(chooseThreshold(lines)).toBe(0.03);
    expect(chooseThreshold(lines.slice(0, 99))).toBe(0.02);
    expect(chooseThreshold(lines.slice(0, 49))).toBe(0.01);
  });

  it("looks neither at wrongly ranked lines nor at those out of scope", () => {
    const lines = [
      right(0.4),
      { confidence: 0.1, right: false, inScope: true },
      { confidence: 0.2, right: false, inScope: false },
    ];
    expect(chooseThreshold(lines)).toBe(0.4);
    expect(chooseThreshold(lines.slice(1))).toBeNull();
    expect(chooseThreshold([])).toBeNull();
  });

  it("keeps its promise whatever the lines are", () => {
    const line = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      right: fc.boolean(),
      inScope: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 300 }), (lines) => {
        const threshold = chooseThreshold(lines);
        const ours = lines.filter(({ right, inScope }) => right && inScope);
        expect(threshold === null).toBe(ours.length === 0);
        const rejected = ours.filter(({ confidence }) => confidence < (threshold ?? 0));
        expect(rejected.length).toBeLessThanOrEqual(ours.length * 0.02);
      }),
    );
  });
});

describe("acceptance", () => {
  it.each<[string, Verdict, number, number | null, boolean]>([
    ["by the model's own threshold: asked back", "unsure", 0.45, null, true],
    ["by the model's own threshold: rejected", "none", 0.39, null, false],
    ["by a higher one", "unsure", 0.45, 0.5, false],
    ["by a lower one", "none", 0.3, 0.25, true],
    ["exactly at it", "sure", 0.5, 0.5, true],
    ["never without a meaningful word in common", "none", 0, 0, false],
  ])("%s", (_, verdict, confidence, threshold, accepted) => {
    const prediction = { predicted: "a", confidence, verdict, questions: 1 };
    expect(isAccepted(prediction, threshold)).toBe(accepted);
  });
});

describe("percentile", () => {
  it.each([
    [[5, 1, 3], 0.5, 3],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.99, 4],
    [Array.from({ length: 200 }, (_, at) => at + 1), 0.99, 198],
    [[], 0.5, 0],
  ])("of %j at %d", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe("predicting", () => {
  it("groups lines by intent in the order in which they come", () => {
    const line = (text: string, intent: string) => ({ text, intent });
    expect(intentsOf([line("one", "b"), line("two", "a"), line("three", "b")])).toEqual([
      { id: "b", utterances: ["one", "three"] },
      { id: "a", utterances: ["two"] },
    ]);
  });

  it("takes the time of every message by the stopwatch that it is given", () => {
    const model = train(
      [
        { id: "parking", utterances: ["where can I park", "is there a car park"] },
        { id: "hours", utterances: ["when are you open", "your opening hours"] },
      ],
      { language: "en" },
    );
    let ticks = 0;
    const { predictions, micros } = predict(model, ["opening hours", "car park"], () => ticks++ * 2);
    expect([...micros]).toEqual([2000, 2000]);
    expect(predictions.map(({ predicted }) => predicted)).toEqual(["hours", "parking"]);
    expect(predict(model, [], () => 0).predictions).toEqual([]);
  });
});
