import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../src/knowledge/index.js";
import { normalise } from "../src/nlu/index.js";
import { catalogue } from "./catalogue.js";
import { CREATED_ON } from "./shipped-desk.js";

interface Line {
  readonly text: string;
  readonly lang: string;
  readonly expect: readonly string[];
}

const folder = resolve(import.meta.dirname, "utterances");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".jsonl"),
);
const lines = files.flatMap((name) =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line),
);

/** Short ones such as "Hallo" are written twice by chance. More than so many would be copies. */
const BY_CHANCE = 0.04;

describe("the messages to measure on", () => {
  it("are many, in both languages, of every intent", () => {
    const german = lines.filter(({ lang }) => lang === "de");
    expect(lines.length).toBeGreaterThan(2_000);
    expect(german.length / lines.length).toBeGreaterThan(0.6);
    const meant = new Set(lines.flatMap((line) => line.expect));
    const ids = Object.values(catalogue).flat();
    expect(ids.filter((id) => !meant.has(id))).toEqual([]);
    expect([...meant].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("are none of the examples, but for what is the same by chance", () => {
    const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../intents"), {
      createdOn: CREATED_ON,
    });
    const examples = new Set(
      [...knowledge.intents.values(), ...knowledge.outOfScope].flatMap(({ utterances }) =>
        [...utterances.de, ...utterances.en].map(normalise),
      ),
    );
    const same = lines.filter(({ text }) => examples.has(normalise(text)));
    expect(same.length / lines.length).toBeLessThan(BY_CHANCE);
    expect(same.filter(({ text }) => normalise(text).split(" ").length > 12)).toEqual([]);
  });
});
