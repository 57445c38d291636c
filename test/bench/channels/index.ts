import { availableParallelism, loadavg } from "node:os";
import { latency, rate } from "./load.js";
import { type Platform, platforms } from "./platforms.js";
import { startStub } from "./stub.js";

/** Ours beside the bare SDK: at least this share of its rate, and at most so many milliseconds added at the 99th percentile. */
const GOAL = { ratio: 0.5, addedMs: 20 };
/** Both sides take turns in so many rounds; the median counts. */
const ROUNDS = 5;
const MESSAGES = 1_000;
const AT_ONCE = 32;
/** Before the steady stream, so that all guests have been greeted and the code is warm. */
const MET = 500;
const STEADY = { perSecond: 100, seconds: 5 };

/**
 * Messages through the HTTP entrance of each messenger: the desk as it ships (each message on disk before it is
 * acknowledged; it is understood, decided, logged and answered behind that) beside an echo bot of the same SDK that stores nothing. The
 * platform answers both at once, on loopback.
 */
export async function benchChannels(): Promise<void> {
  const stub = await startStub();
  print(`Messages a second until acknowledged, ${AT_ONCE} at once, medians of ${ROUNDS} rounds of ${MESSAGES}; added latency (99th
percentile, milliseconds) at ${STEADY.perSecond} messages a second for ${STEADY.seconds} seconds.
"decided": until all of them are decided and logged, too. Answers go out at the platform's own rates, after the bench.
Goal: ratio at least ${GOAL.ratio}, at most ${GOAL.addedMs} ms added. Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}.

             ours    decided  bare SDK   ratio   p99 ours   p99 bare   added`);
  try {
    for (const platform of platforms(stub.url)) print(await row(platform));
  } finally {
    await stub.close();
  }
}

async function row(platform: Platform): Promise<string> {
  const rates = await ratesOf(platform);
  const p99 = await latenciesOf(platform);
  const [a, b] = [median(rates.ours), median(rates.bare)];
  const cells = [
    a.toFixed(0),
    median(rates.decided).toFixed(0),
    b.toFixed(0),
    (a / b).toFixed(2),
    p99.ours.toFixed(1),
    p99.bare.toFixed(1),
  ];
  return `${platform.name.padEnd(9)}${cells.map((cell) => cell.padStart(9)).join("  ")}${(p99.ours - p99.bare).toFixed(1).padStart(8)}`;
}

/** Of a flood: both sides take turns in rounds. */
async function ratesOf({ ours, bare }: Platform): Promise<Record<"ours" | "decided" | "bare", number[]>> {
  const [desk, bot] = [await ours(), await bare()];
  try {
    const rates = { ours: [] as number[], decided: [] as number[], bare: [] as number[] };
    for (const side of [desk, bot]) await rate(side, { messages: 100, atOnce: AT_ONCE });
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.bare.push(await rate(bot, { messages: MESSAGES, atOnce: AT_ONCE }));
      const began = performance.now();
      rates.ours.push(await rate(desk, { messages: MESSAGES, atOnce: AT_ONCE }));
      await desk.rest();
      rates.decided.push((MESSAGES * 1_000) / (performance.now() - began));
    }
    return rates;
  } finally {
    await desk.close();
    await bot.close();
  }
}

/** Of a steady stream, on a desk that has no answers left to send from the flood before it. */
async function latenciesOf({ ours, bare }: Platform): Promise<Record<"ours" | "bare", number>> {
  const [desk, bot] = [await ours(), await bare()];
  try {
    for (const side of [desk, bot]) await rate(side, { messages: MET, atOnce: AT_ONCE });
    await desk.rest();
    return { bare: await latency(bot, STEADY), ours: await latency(desk, STEADY) };
  } finally {
    await desk.close();
    await bot.close();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
