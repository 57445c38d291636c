import { describe, expect, it } from "vitest";
import {
  confusedPairs,
  type HeldOutExample,
  misplacedExamples,
  sharedSentences,
  type TrainingIntent,
  thinnestFirst,
} from "../../src/nlu/index.js";
import { likenessAmong } from "../../src/nlu/likeness.js";

const example = (
  intent: string,
  predicted: string,
  text = "x",
  more: Partial<HeldOutExample> = {},
): HeldOutExample => ({
  intent,
  predicted,
  text,
  index: 0,
  confidence: 0.9,
  own: 0,
  verdict: "sure",
  ...more,
});

describe("confused pairs", () => {
  it("come most often first, each with the two examples of which the model was surest", () => {
    const pairs = confusedPairs([
      example("a", "a"),
      example("b", "a", "once"),
      example("a", "b", "weak", { confidence: 0.3 }),
      example("a", "b", "strong", { confidence: 0.8 }),
      example("a", "b", "middling", { confidence: 0.5 }),
    ]);
    expect(pairs).toEqual([
      { intent: "a", taken: "b", count: 3, examples: ["strong", "middling"] },
      { intent: "b", taken: "a", count: 1, examples: ["once"] },
    ]);
  });
});

describe("the same sentence", () => {
  it("is found under two intents however it is spelt, and left alone under one", () => {
    const shared = sharedSentences([
      { id: "a", utterances: ["Förderung für Gründer?", "FOERDERUNG FUER GRUENDER", "E-Mail", "???"] },
      { id: "b", utterances: ["Öffnungszeiten", "foerderung fur gründer!!", "…"] },
    ]);
    expect(shared).toEqual([
      {
        intent: "b",
        index: 1,
        text: "foerderung fur gründer!!",
        holder: { intent: "a", text: "Förderung für Gründer?" },
      },
    ]);
  });
});

describe("the thinnest intents", () => {
  it("come first, with how many of their examples came out right", () => {
    expect(
      thinnestFirst(
        [
          { id: "thick", utterances: ["1", "2", "3"] },
          { id: "thin", utterances: ["4"] },
        ],
        [example("thick", "thick"), example("thick", "thin")],
      ),
    ).toEqual([
      { intent: "thin", examples: 1, accuracy: null },
      { intent: "thick", examples: 3, accuracy: 0.5 },
    ]);
  });
});

describe("an example that lies nearer to another intent", () => {
  /** What is rare is told from many sentences. */
  const others: TrainingIntent = {
    id: "others",
    utterances: Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x4e00 + at).repeat(3)),
  };
  const intents: readonly TrainingIntent[] = [
    {
      id: "chambers",
      utterances: ["who is my chamber", "join the guild", "certificate of origin please"],
    },
    { id: "export", utterances: ["selling abroad", "certificate of origin where", "customs advice"] },
    { id: "elsewhere", utterances: ["customs advice in Bonn", "passport"], outOfScope: true },
    others,
  ];
  const right = (intent: string, index: number): HeldOutExample =>
    example(intent, intent, intents.find(({ id }) => id === intent)?.utterances[index] ?? "", { index });
  const heldOut = (twin: Partial<HeldOutExample>): HeldOutExample[] => [
    right("chambers", 0),
    right("chambers", 1),
    example("chambers", "export", "certificate of origin please", { index: 2, ...twin }),
    right("export", 0),
    right("export", 2),
  ];

  it("is named with the one there that it is like", () => {
    expect(misplacedExamples(intents, heldOut({}))).toMatchObject([
      { example: { intent: "chambers", index: 2 }, taken: "export", nearest: "certificate of origin where" },
    ]);
  });

  it.each<[string, Partial<HeldOutExample>]>([
    ["the model would ask back", { verdict: "unsure" }],
    ["the model is not that sure", { confidence: 0.49 }],
    ["the two have nothing in common", { predicted: "elsewhere" }],
  ])("is not believed to be where %s", (_, twin) => {
    expect(misplacedExamples(intents, heldOut(twin))).toEqual([]);
  });

  it("is told once where two are each other's nearest", () => {
    const both = [
      ...heldOut({ confidence: 0.8 }),
      example("export", "chambers", "certificate of origin where", { index: 1, confidence: 0.9 }),
    ];
    expect(misplacedExamples(intents, both)).toMatchObject([
      { example: { intent: "export" }, taken: "chambers" },
    ]);
  });

  it("is no fault of what is out of scope: that is near to ours on purpose", () => {
    const near = example("elsewhere", "export", "customs advice in Bonn", { index: 0 });
    expect(misplacedExamples(intents, [...heldOut({ predicted: "chambers" }), near])).toEqual([]);
  });

  it("is not told of intents whose examples are mostly missed: a manner, not a subject, holds them together", () => {
    const missed = heldOut({}).map((one) =>
      one.intent === "chambers" ? { ...one, predicted: "export", verdict: "unsure" as const } : one,
    );
    const last = { ...(missed[2] as HeldOutExample), verdict: "sure" as const };
    expect(misplacedExamples(intents, missed.with(2, last))).toEqual([]);
  });

  it("may be a stranger to its own, with several neighbours there", () => {
    const topics: readonly TrainingIntent[] = [
      {
        id: "restaurants",
        utterances: ["inn licence fee", "inn licence form", "serving beer in an inn", "inn licence office"],
      },
      {
        id: "markets",
        utterances: ["flea market stall", "christmas fair", "which inn licence for beer", "street party"],
      },
    ];
    const judged = topics.flatMap(({ id, utterances }) =>
      utterances.map((text, index) =>
        example(id, text.includes("inn") ? "restaurants" : "markets", text, { index, confidence: 0.75 }),
      ),
    );
    expect(misplacedExamples([...topics, others], judged)).toMatchObject([
      { example: { text: "which inn licence for beer" } },
    ]);
    const weaker = judged.map((one) => ({ ...one, confidence: 0.65 }));
    expect(misplacedExamples([...topics, others], weaker)).toEqual([]);
  });

  it("is looked for in vain where there is nothing", () => {
    expect(misplacedExamples([], [])).toEqual([]);
  });
});

describe("likeness", () => {
  const sentences = ["Wo kann ich parken?", "wo kann ICH parken", "Parkplätze am Haus", "Seminare", "???"];
  const likeness = likenessAmong(sentences);

  it("is 1 for the same words, 0 for nothing in common, and between for parts of words", () => {
    expect(likeness(0, 1)).toBeCloseTo(1, 12);
    expect(likeness(0, 3)).toBe(0);
    expect(likeness(0, 2)).toBeGreaterThan(0);
    expect(likeness(0, 2)).toBeLessThan(0.5);
  });

  it("is the same both ways, and 0 for what has no words or is not there", () => {
    expect(likeness(2, 0)).toBeCloseTo(likeness(0, 2), 12);
    expect([likeness(4, 4), likeness(0, 4), likeness(0, 9)]).toEqual([0, 0, 0]);
  });
});
