import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CORPORA } from "../../corpora/corpora.js";
import type { Measurement } from "./measuring.js";
import { median } from "./quantiles.js";

/** The engines by the file, beside the bundle of this one, that measures them. */
export type EngineName = "ours" | "nlp-js" | "natural";

const run = promisify(execFile);

/** Has one engine learn and read one lesson in a process of its own. @throws Error when the process fails. */
export async function measured(engine: EngineName, lesson: string): Promise<Measurement> {
  const file = fileURLToPath(new URL(`./${engine}.js`, import.meta.url));
  const { stdout } = await run(process.execPath, ["--expose-gc", file, lesson], {
    env: { ...process.env, CORPORA },
  });
  return JSON.parse(stdout) as Measurement;
}

/** Heap and external memory of a process that does nothing but run. */
export async function emptyBytes(): Promise<number> {
  const script = "gc(); gc(); const m = process.memoryUsage(); console.log(m.heapUsed + m.external)";
  const { stdout } = await run(process.execPath, ["--expose-gc", "--eval", script]);
  return Number(stdout);
}

/** Several measurements of the same as one: the median of each figure. */
export function together(measurements: readonly Measurement[]): Measurement {
  const middle = (of: keyof Measurement): number => median(measurements.map((one) => one[of]));
  return {
    intents: middle("intents"),
    examples: middle("examples"),
    messages: middle("messages"),
    accuracy: middle("accuracy"),
    answeredAccuracy: middle("answeredAccuracy"),
    trainMs: middle("trainMs"),
    medianMicros: middle("medianMicros"),
    p99Micros: middle("p99Micros"),
    bytes: middle("bytes"),
    learnedBytes: middle("learnedBytes"),
  };
}
