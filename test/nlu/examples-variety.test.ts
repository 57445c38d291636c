import { describe, expect, it } from "vitest";
import { sharedMoulds, type TrainingIntent, varietyOf } from "../../src/nlu/index.js";

const intent = (id: string, ...utterances: string[]): TrainingIntent => ({ id, utterances });

describe("the different words of an intent", () => {
  it("are counted without case and umlauts, function words and forms each, fewest first", () => {
    expect(
      varietyOf([
        intent("much", "Wo ist die Förderung?", "wo FOERDERUNG", "Förderungen"),
        intent("little", "Danke", "danke!!", "???"),
      ]),
    ).toEqual([
      { intent: "little", examples: 3, words: 1 },
      { intent: "much", examples: 3, words: 5 },
    ]);
  });
});

describe("examples from one mould", () => {
  /** The words that are frequent elsewhere. */
  const others = intent("others", "Bäckerei", "bäckerei", "Bäckerei?", "Förderung", "förderung!");

  it("share the three rarest words of the one with fewer, told once in the order in which they stand", () => {
    const found = sharedMoulds([
      intent(
        "subsidy",
        "Ich suche Förderung für einen neuen Lieferwagen mit Kühlung",
        "Förderung Lieferwagen Kühlung",
        "Förderung für die Bäckerei mit Lieferwagen",
      ),
      others,
    ]);
    expect(found).toEqual([
      {
        intent: "subsidy",
        first: "Ich suche Förderung für einen neuen Lieferwagen mit Kühlung",
        second: "Förderung Lieferwagen Kühlung",
        words: ["kuhlung", "lieferwagen", "forderung"],
      },
    ]);
  });

  it("are told once where both are equally long", () => {
    const found = sharedMoulds([intent("a", "rote grüne blaue Halle", "Halle blaue grüne rote")]);
    expect(found.map(({ first, second }) => [first, second])).toEqual([
      ["rote grüne blaue Halle", "Halle blaue grüne rote"],
    ]);
  });

  it("are none where fewer than three words tell something, or where they belong to different intents", () => {
    expect(
      sharedMoulds([intent("a", "Wo ist der Parkplatz?", "Parkplatz wo bitte", "der Parkplatz")]),
    ).toEqual([]);
    expect(sharedMoulds([intent("a", "rote grüne Halle"), intent("b", "rote grüne Halle")])).toEqual([]);
  });

  it("are found in ten thousand examples in a moment: only where the rarest word stands is looked", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `halle werkstatt w${at} v${at}`);
    const began = performance.now();
    expect(sharedMoulds([intent("a", ...many, "halle werkstatt w7 v7 dazu")])).toHaveLength(1);
    // quadratic, this takes minutes
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
