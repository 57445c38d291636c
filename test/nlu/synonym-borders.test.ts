import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { lessonOf } from "../../src/comprehension.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { synonymBorders, type TrainingIntent } from "../../src/nlu/index.js";

const times = (count: number, text: string): string[] =>
  Array.from({ length: count }, (_, at) => `${text} nummer${at}`);
const intent = (id: string, ...utterances: string[]): TrainingIntent => ({ id, utterances });
const found = (group: readonly string[], ...intents: TrainingIntent[]) =>
  synonymBorders([group], intents, "de").map(({ sides }) => sides);

describe("a group of synonyms", () => {
  it("blurs a border where two of its words are at home in different intents, in whatever form they stand", () => {
    const loans = intent("loans", ...times(5, "einen Kredit"), ...times(4, "die Kredite"));
    const grants = intent("grants", ...times(12, "ein Zuschuss"), ...times(1, "Kredit"));
    expect(found(["Kredit", "Darlehen", "Zuschuss"], loans, grants)).toEqual([
      [
        { word: "Kredit", examples: 10, apart: 9, intents: ["loans"] },
        { word: "Zuschuss", examples: 12, apart: 12, intents: ["grants"] },
      ],
    ]);
  });

  it("blurs none where its words are used alike, or where one is only the wider word", () => {
    const both = [...times(6, "Startup"), ...times(6, "Gründung")];
    expect(found(["Startup", "Gründung"], intent("a", ...both), intent("b", ...both))).toEqual([]);
    const wider = [
      intent("list", ...times(9, "Seminar"), ...times(9, "Workshop")),
      intent("of the article", ...times(20, "Seminar")),
    ];
    expect(found(["Seminar", "Workshop"], ...wider)).toEqual([]);
  });

  it("is not judged by words that few examples have", () => {
    const rare = [intent("a", ...times(7, "Kredit")), intent("b", ...times(40, "Zuschuss"))];
    expect(found(["Kredit", "Zuschuss"], ...rare)).toEqual([]);
  });

  it("may have words of several parts, and two spellings of one word are one", () => {
    const parted = [intent("a", ...times(9, "Blaue Karte")), intent("b", ...times(9, "Karte im Parkhaus"))];
    expect(found(["Blaue Karte", "blaue Karten", "Parkhaus"], ...parted)).toMatchObject([
      [
        { word: "blaue Karten", intents: ["a"] },
        { word: "Parkhaus", intents: ["b"] },
      ],
    ]);
    expect(found(["blaue Karte", "Blaue Karten"], ...parted)).toEqual([]);
  });
});

describe("on the shipped examples", () => {
  const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../../intents"), {
    createdOn: "2026-11-23",
  });

  it.each([
    ["de", ["Kredit", "Zuschuss"]],
    ["de", ["Messe", "Seminar"]],
    ["en", ["loan", "grant"]],
  ] as const)("a planted group is found (%s: %s), and no group of the office is", (language, planted) => {
    const { intents = [] } = lessonOf(knowledge, language) ?? {};
    const borders = synonymBorders([...knowledge.synonyms, planted], intents, language);
    expect(borders.map(({ group }) => group)).toEqual([knowledge.synonyms.length]);
    expect(borders[0]?.sides.map(({ word }) => word)).toEqual(planted);
  });
});
