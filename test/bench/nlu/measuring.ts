import { type Example, type Lesson, lesson } from "./lessons.js";
import { median, quantile } from "./quantiles.js";

/** Something that learns intents from examples and reads messages. */
export interface Engine<Model, Reading> {
  learn(lesson: Lesson): Model | Promise<Model>;
  read(model: Model, text: string): Reading | Promise<Reading>;
  /** The intent in first place, whatever its confidence. */
  first(reading: Reading): string | undefined;
  /** The intent that the engine stands by with its own default threshold; undefined where it has none. */
  answered(reading: Reading): string | undefined;
}

/** What one engine did with one lesson, in a process of its own. */
export interface Measurement {
  readonly intents: number;
  readonly examples: number;
  readonly messages: number;
  /** Shares of the messages, 0..1. */
  readonly accuracy: number;
  readonly answeredAccuracy: number;
  readonly trainMs: number;
  readonly medianMicros: number;
  readonly p99Micros: number;
  /** Heap in use and what it holds outside (typed arrays), after a forced collection, with everything learned. */
  readonly bytes: number;
  /** The same, without what there was before learning. */
  readonly learnedBytes: number;
}

/** Messages read before any is timed: so many that the just-in-time compiler has done its work. */
const WARM_UP = 1_000;

/** Runs the lesson that the command line names and prints the measurement as one line of JSON. */
export async function measure<Model, Reading>(engine: Engine<Model, Reading>): Promise<void> {
  const name = process.argv[2] ?? "";
  const before = bytesInUse();
  const { model, trainMs } = await learn(engine, name);
  const bytes = bytesInUse();

  const { examples, messages, rounds } = named(name);
  for (const text of unheard(examples)) await engine.read(model, text);
  const micros = messages.map((): number[] => []);
  const results: { first: boolean; answered: boolean }[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [at, { text, intent }] of messages.entries()) {
      const started = performance.now();
      const result = engine.read(model, text);
      // awaiting what is there already would be timed too
      const reading = result instanceof Promise ? await result : result;
      micros[at]?.push((performance.now() - started) * 1000);
      results.push({
        first: engine.first(reading) === intent,
        answered: engine.answered(reading) === intent,
      });
    }
  const each = micros.map(median);
  const measurement: Measurement = {
    intents: new Set(examples.map(({ intent }) => intent)).size,
    examples: examples.length,
    messages: messages.length,
    accuracy: results.filter(({ first }) => first).length / results.length,
    answeredAccuracy: results.filter(({ answered }) => answered).length / results.length,
    trainMs,
    medianMicros: median(each),
    p99Micros: quantile(each, 0.99),
    bytes,
    learnedBytes: bytes - before,
  };
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
}

/** A function of its own, so that nothing but the model outlives it: the examples count where the engine keeps them. */
async function learn<Model, Reading>(
  engine: Engine<Model, Reading>,
  name: string,
): Promise<{ model: Model; trainMs: number }> {
  const from = named(name);
  const started = performance.now();
  const model = await engine.learn(from);
  return { model, trainMs: performance.now() - started };
}

function named(name: string): Lesson {
  const found = lesson(name);
  if (!found)
    throw new Error(`There is no lesson "${name}". Name a corpus that is there, or joined-<intents>.`);
  return found;
}

function bytesInUse(): number {
  if (!globalThis.gc) throw new Error("Memory is measured after a collection: start node with --expose-gc.");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * The examples with their words turned round: of the right vocabulary, but never heard, for nlp.js keeps what it once
 * took apart. The messages themselves are read for the first time when they are timed.
 */
function unheard(examples: readonly Example[]): string[] {
  return Array.from({ length: WARM_UP }, (_, at) => {
    const words = (examples[at % examples.length]?.text ?? "").split(" ");
    const turn = (1 + Math.floor(at / examples.length)) % words.length;
    return [...words.slice(turn), ...words.slice(0, turn)].toReversed().join(" ");
  });
}
