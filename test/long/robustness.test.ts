import { describe, expect, it } from "vitest";
import { type TrainingIntent, train, understand } from "../../src/nlu/index.js";
import { GOALS } from "../corpora/alterations.js";
import { CORPORA, readCorpus } from "../corpora/corpora.js";
import { lossesOf, ROBUSTNESS_CORPORA, robustnessOn } from "../corpora/robustness.js";

describe.each(ROBUSTNESS_CORPORA)("%s", (name) => {
  const absent = readCorpus(name) === undefined;
  const skipped = absent
    ? ` (skipped: there is no ${CORPORA}/${name}.jsonl; CORPORA=... names the folder)`
    : "";

  it.skipIf(absent)(`is understood nearly as well when it is written otherwise${skipped}`, () => {
    const measured = robustnessOn(name);
    if (measured === undefined) throw new Error("the corpus has gone");
    const losses = lossesOf(measured);
    console.log(name, measured.clean, losses);
    for (const [way, goal] of Object.entries(GOALS))
      expect(losses[way as keyof typeof losses], way).toBeLessThanOrEqual(goal);
  });
});

describe("100,000 examples", () => {
  const ONSETS = "b d f g k l m n p r s t".split(" ");
  /** Made-up words: a, e, i, o and u behind two consonants each, so that no two are alike. */
  const word = (number: number): string =>
    [number % 12, Math.floor(number / 12) % 12, Math.floor(number / 144) % 12]
      .map((at, place) => `${ONSETS[at] ?? ""}${"aeiou".charAt((number + place) % 5)}`)
      .join("");
  const intents: TrainingIntent[] = Array.from({ length: 50 }, (_, intent) => ({
    id: `intent-${intent}`,
    utterances: Array.from(
      { length: 2_000 },
      (_, at) =>
        `${word(intent)} ${word(100 + (at % 40))} ${word(200 + Math.floor(at / 40))} ${word(300 + (at % 7))}`,
    ),
  }));

  it("are learned and understood within bounded memory", () => {
    const before = process.memoryUsage().rss;
    const model = train(intents, { language: "de" });
    expect(understand(model, `${word(7)} ${word(111)}`).whole.ranked[0]?.id).toBe("intent-7");
    const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
    console.log(`100,000 examples took ${megabytes.toFixed(0)} MB`);
    expect(megabytes).toBeLessThan(1_000);
  });
});
