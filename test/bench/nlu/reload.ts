import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { loadKnowledge } from "../../../src/knowledge/index.js";
import { learn } from "../../../src/learning.js";
import { createMatcher } from "../../../src/match.js";
import { mask } from "../../../src/privacy/masking.js";
import type { Language } from "../../../src/vocabulary/index.js";
import { median, quantile } from "./quantiles.js";
import { duration, table, times } from "./table.js";

/** The desk's day is always the same, so that every run says the same. */
const CREATED_ON = "2026-11-23";
const NOW = Date.parse("2026-11-23T10:00:00+01:00");

/** Milliseconds between two messages, on average; an office that gets 200 a second does not exist. */
const BETWEEN_MESSAGES = 5;
const PHASE_MS = 3_000;
const SETTLE_MS = 500;
const ROUNDS = 4;
const GOALS = { trainingMs: 1_000, turn: 2 };

/** What the desk does while guests write. `learn` is the product's, with its worker threads. */
const PHASES = ["nothing else", "learning", "reading intents/ and learning"] as const;
type Phase = (typeof PHASES)[number];

/** Milliseconds of single turns. */
interface Turns {
  readonly turn: number[];
  /** From the moment the guest wrote. */
  readonly waited: number[];
}

/** How long a change of the shipped knowledge takes to be in use, and what guests feel of it. */
export async function showReload(print: (text: string) => void): Promise<void> {
  const load = () => loadKnowledge(resolve("intents"), { createdOn: CREATED_ON }).knowledge;
  let compiled = await learn(load());
  const ask = createMatcher({
    compiled: () => compiled,
    mask: (text) => mask(text).text,
    stopwatch: () => performance.now(),
    now: () => NOW,
  });
  const messages = (["de", "en"] as const).flatMap((lang) => utterances(lang));
  for (const message of messages) ask(message);

  const times = { loading: [] as number[], learning: [] as number[] };
  const turns = new Map<Phase, Turns>(PHASES.map((phase) => [phase, { turn: [], waited: [] }]));
  let now: Turns | undefined;
  let at = 0;
  const guests = new Worker(new URL("./arrivals.js", import.meta.url), { workerData: BETWEEN_MESSAGES });
  guests.on("message", (wrote: bigint) => {
    const message = messages[at++ % messages.length];
    if (!message || !now) return;
    const { micros } = ask(message);
    now.turn.push(micros / 1000);
    now.waited.push(Number(process.hrtime.bigint() - wrote) / 1e6);
  });

  const reload = async (phase: Phase): Promise<void> => {
    const started = performance.now();
    const knowledge = phase === "learning" ? compiled.knowledge : load();
    const loaded = performance.now();
    compiled = await learn(knowledge);
    if (phase !== "learning") times.loading.push(loaded - started);
    times.learning.push(performance.now() - loaded);
  };
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const phase of round % 2 === 0 ? PHASES : PHASES.toReversed()) {
      // what the phase before left to be collected is not this one's
      now = undefined;
      await setTimeout(SETTLE_MS);
      now = turns.get(phase);
      const until = performance.now() + PHASE_MS;
      if (phase === "nothing else") await setTimeout(PHASE_MS);
      else while (performance.now() < until) await reload(phase);
    }
    // without guests: both cores are for learning
    now = undefined;
    const started = performance.now();
    compiled = await learn(compiled.knowledge);
    alone.push(performance.now() - started);
  }
  await guests.terminate();
  print(report(compiled.knowledge.intents.size, alone, times, turns));
}

function report(
  intents: number,
  alone: readonly number[],
  { loading, learning }: { loading: readonly number[]; learning: readonly number[] },
  turns: ReadonlyMap<Phase, Turns>,
): string {
  const quiet = turns.get("nothing else");
  const head = [
    "meanwhile the desk does",
    "messages",
    "turn, median",
    "99th pct.",
    "",
    "waited, median",
    "99th pct.",
    "",
  ];
  const rows = [...turns].map(([phase, { turn, waited }]) => {
    const p99 = (numbers: readonly number[], without: readonly number[] = []): string[] => {
      const ratio = quantile(numbers, 0.99) / quantile(without, 0.99);
      const missed = ratio > GOALS.turn ? " (missed)" : "";
      return [duration(quantile(numbers, 0.99)), times(ratio) + missed];
    };
    return [
      phase,
      turn.length.toLocaleString("en"),
      duration(median(turn)),
      ...p99(turn, quiet?.turn),
      duration(median(waited)),
      ...p99(waited, quiet?.waited),
    ];
  });
  const missed = median(alone) > GOALS.trainingMs ? " (missed)" : "";
  return `
3. RELOAD of the shipped knowledge, both languages, ${intents} intents, in worker threads as the product does it.
Learning until the new snapshot can be used: ${duration(median(alone))}${missed}, goal under ${duration(GOALS.trainingMs)}; while guests write, ${duration(median(learning))}.
Reading and checking intents/ before that: ${duration(median(loading))}, on the thread that answers.

Guests write every ${BETWEEN_MESSAGES} ms on average, reload follows reload. Turn: to understand and decide. Waited: from the
moment the guest wrote to the decision. Ratios are to the first row; the goal for the 99th percentile is ${times(GOALS.turn)} at most.

${table(head, rows)}`;
}

/** The questions that the understanding is tested on: written as people write, none of them learned from. */
function utterances(lang: Language): { text: string; lang: Language }[] {
  return readFileSync(resolve(`test/utterances/single.${lang}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => ({ text: (JSON.parse(line) as { text: string }).text, lang }));
}
