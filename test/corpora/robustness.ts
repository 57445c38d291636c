/**
 * Measures how much accuracy is lost when the same messages are written otherwise: with a slip of the fingers, without
 * umlauts, in capitals. `npx tsx test/corpora/robustness.ts [corpus ...]`; `npm run test:long` asserts the goals.
 */
import { pathToFileURL } from "node:url";
import { intentsOf, type Model, train, understand } from "../../src/nlu/index.js";
import { ALTERATIONS, type Alteration, seeded } from "./alterations.js";
import { CORPORA, OUT_OF_SCOPE, readCorpus } from "./corpora.js";

export const ROBUSTNESS_CORPORA = ["robo-de", "hwu64-f1"];

/** Shares of first-ranked intents that are right, 0..1. */
export interface Robustness {
  readonly clean: number;
  readonly altered: Readonly<Record<Alteration, number>>;
}

/** Trains on a corpus's training lines and scores its test lines in all ways; undefined where it is absent. */
export function robustnessOn(name: string): Robustness | undefined {
  const lines = readCorpus(name)?.filter(({ intent }) => intent !== OUT_OF_SCOPE);
  if (lines === undefined) return undefined;
  const model = train(intentsOf(lines.filter(({ split }) => split === "train")), { language: "auto" });
  return robustness(
    model,
    lines.filter(({ split }) => split === "test").map(({ text, intent }) => ({ text, intents: [intent] })),
  );
}

/** @param lines messages, each with the intents that are right */
export function robustness(
  model: Model,
  lines: readonly { text: string; intents: readonly string[] }[],
): Robustness {
  const accuracy = (alter: (text: string) => string): number => {
    const right = lines.filter(({ text, intents }) =>
      intents.includes(understand(model, alter(text)).whole.ranked[0]?.id ?? ""),
    );
    return right.length / lines.length;
  };
  const altered = Object.entries(ALTERATIONS).map(([name, alter]) => {
    const random = seeded(4711);
    return [name, accuracy((text) => alter(text, random))];
  });
  return { clean: accuracy((text) => text), altered: Object.fromEntries(altered) as Robustness["altered"] };
}

/** How many points of accuracy each alteration costs. */
export function lossesOf({ clean, altered }: Robustness): Record<Alteration, number> {
  const losses = Object.entries(altered).map(([name, share]) => [name, 100 * (clean - share)]);
  return Object.fromEntries(losses) as Record<Alteration, number>;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : ROBUSTNESS_CORPORA) {
    const measured = robustnessOn(name);
    if (measured === undefined) console.error(`${name}: skipped, there is no ${CORPORA}/${name}.jsonl`);
    else {
      console.log(`${name}: clean ${(100 * measured.clean).toFixed(2)} %, points lost:`);
      console.table(
        Object.fromEntries(Object.entries(lossesOf(measured)).map(([way, loss]) => [way, loss.toFixed(2)])),
      );
    }
  }
}
