import { describe, expect, it } from "vitest";
import { FIVE_FOLDS, heldOutExamples, TrainingError, type TrainingIntent } from "../../src/nlu/index.js";

const INTENTS: readonly TrainingIntent[] = [
  {
    id: "parking",
    title: "Parking",
    utterances: ["where can I park", "parking spaces", "is there a car park", "park my car", "parking fee"],
  },
  {
    id: "hours",
    utterances: [
      "when are you open",
      "opening hours",
      "are you open today",
      "opening times",
      "open on friday",
    ],
  },
];
const english = { language: "en" } as const;

describe("held-out examples", () => {
  it("are all of them, once, in the order in which they were given", () => {
    const heldOut = heldOutExamples(INTENTS, english);
    expect(heldOut.map(({ intent, index, text }) => [intent, index, text])).toEqual(
      INTENTS.flatMap(({ id, utterances }) => utterances.map((text, index) => [id, index, text])),
    );
    expect(heldOut.filter(({ intent, predicted }) => intent === predicted).length).toBeGreaterThan(6);
  });

  it("were not learned from: a sentence that stands under another intent too is taken for that one", () => {
    const planted = [
      INTENTS[0] as TrainingIntent,
      { id: "hours", utterances: [...(INTENTS[1]?.utterances ?? []), "parking fee"] },
    ];
    const twice = heldOutExamples(planted, english).filter(({ text }) => text === "parking fee");
    expect(twice.find(({ intent }) => intent === "hours")).toMatchObject({ predicted: "parking", index: 5 });
  });

  it("come out the same every time", () => {
    expect(heldOutExamples(INTENTS, english)).toEqual(heldOutExamples(INTENTS, english));
  });

  it("pass over what cannot be held out or learned from", () => {
    const odd = [
      ...INTENTS,
      { id: "single", utterances: ["strawberries"] },
      { id: "wordless", utterances: ["???", "…"] },
      { id: "one-word-left", utterances: ["!!", "blueberries", "?", "raspberries"] },
    ];
    const heldOut = heldOutExamples(odd, english).filter(
      ({ intent }) => !["parking", "hours"].includes(intent),
    );
    expect(heldOut.map(({ intent, index }) => [intent, index])).toEqual([
      ["one-word-left", 1],
      ["one-word-left", 3],
    ]);
  });

  it("cannot be had of nothing", () => {
    expect(() => heldOutExamples([{ id: "wordless", utterances: ["?"] }], english)).toThrow(TrainingError);
  });

  it("tell how far they are", () => {
    const told: number[][] = [];
    heldOutExamples(INTENTS, english, { ...FIVE_FOLDS, progress: (...at) => told.push(at) });
    expect(told).toEqual([
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 5],
      [5, 5],
    ]);
  });
});
