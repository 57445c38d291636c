import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Alteration, GOALS } from "../corpora/alterations.js";
import { lossesOf, robustness } from "../corpora/robustness.js";
import { compileShipped } from "../shipped-desk.js";

const compiled = compileShipped();

const linesOf = (language: "de" | "en") =>
  readFileSync(new URL(`../utterances/single.${language}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { text: string; expect: string[] })
    .map(({ text, expect: intents }) => ({ text, intents }));

describe.each(["de", "en"] as const)("the shipped knowledge and guests' messages (%s)", (language) => {
  const model = compiled.models[language];
  if (model === null) throw new Error(`no model for ${language}`);
  const lines = linesOf(language);
  const measured = robustness(model, lines);
  const losses = lossesOf(measured);
  // of so few messages one is worth this many points
  const one = 100 / lines.length;

  it.each(Object.entries(GOALS) as [Alteration, number][])(
    "written with %s lose at most %d points",
    (way, goal) => {
      expect(measured.clean).toBeGreaterThan(0.5);
      expect(losses[way]).toBeLessThanOrEqual(goal + one);
    },
  );
});
