import type { Database } from "better-sqlite3";
import type { Compiled } from "../../../src/comprehension.js";
import { openDatabase } from "../../../src/store/database.js";
import type { Synchronous } from "../../../src/store/index.js";
import type { DeskEvent } from "../../../src/vocabulary/index.js";
import { openProduct, type Product } from "./product.js";
import { replayOn, traceOf } from "./tracing.js";
import { TURNS_A_GUEST, type Workload, workload } from "./workload.js";

export interface Mode {
  readonly synchronous: Synchronous;
  /** Guests who write at the same moment. */
  readonly guests: number;
}

export const MODES: readonly Mode[] = [
  { synchronous: "FULL", guests: 1 },
  { synchronous: "FULL", guests: 64 },
  { synchronous: "NORMAL", guests: 1 },
  { synchronous: "NORMAL", guests: 64 },
];

/** Guests of one round, however many of them write at once. */
const GUESTS_A_ROUND = 64;
/** The first rounds, in which the engine still compiles, are not counted. */
const WARM_UP = 2;

/** Turns a second. */
export interface Speed {
  readonly ours: number;
  readonly raw: number;
  /** Ours by raw, the median of the rounds' ratios. */
  readonly ratio: number;
  /** What a reader of the figures must know; mostly empty. */
  readonly remark: string;
}

/**
 * Three copies of one database: on the first the product runs and is listened to, on the second it runs and is timed,
 * on the third the calls that were heard are made again and timed. Round by round, so that whatever else the machine
 * does hits both sides alike. Afterwards all three must hold the same.
 */
export async function measure({
  mode,
  compiled,
  copy,
  rounds,
}: {
  readonly mode: Mode;
  readonly compiled: Compiled;
  readonly copy: (name: string) => string;
  readonly rounds: number;
}): Promise<Speed> {
  const { synchronous } = mode;
  const files = { heard: copy("heard"), ours: copy("ours"), raw: copy("raw") };
  const trace = traceOf(files.heard);
  const heard = await openProduct(files.heard, "NORMAL", compiled);
  const ours = await openProduct(files.ours, synchronous, compiled);
  // opened as the store opens it: the same pragmas
  const database = openDatabase({ file: files.raw, synchronous, clock: { now: () => 0 } });
  const replay = replayOn(database);
  const lines = workload();
  const speeds: { ours: number; raw: number }[] = [];
  trace.take(); // what opening did

  for (let round = 0; round < WARM_UP + rounds; round++) {
    const waves = wavesOf(lines, mode.guests, round);
    await answerAll(heard, waves);
    const again = replay.ready(trace.take());
    const sides = [
      ["ours", () => answerAll(ours, waves)],
      ["raw", async () => again()],
    ] as const;
    const speed = { ours: 0, raw: 0 };
    for (const [side, work] of round % 2 === 0 ? sides : sides.toReversed())
      speed[side] = (GUESTS_A_ROUND * TURNS_A_GUEST) / (await secondsOf(work));
    if (round >= WARM_UP) speeds.push(speed);
  }

  const groups = { ours: ours.commits(), raw: heard.commits() };
  await heard.close();
  await ours.close();
  refuseDifference(database, files);
  database.close();
  return {
    ours: median(speeds.map((speed) => speed.ours)),
    raw: median(speeds.map((speed) => speed.raw)),
    ratio: median(speeds.map((speed) => speed.ours / speed.raw)),
    remark: groups.ours === groups.raw ? "" : `   (transactions: ours ${groups.ours}, raw ${groups.raw})`,
  };
}

/** The messages of one round, in the order in which they come; those of one wave come at once. */
function wavesOf(lines: Workload, guests: number, round: number): DeskEvent[][] {
  const first = round * GUESTS_A_ROUND;
  return Array.from({ length: TURNS_A_GUEST }, (_, line) => lines.wave(first, GUESTS_A_ROUND, line)).flatMap(
    (wave) => (guests === 1 ? wave.map((event) => [event]) : [wave]),
  );
}

async function answerAll(product: Product, waves: readonly (readonly DeskEvent[])[]): Promise<void> {
  for (const wave of waves) await product.answer(wave);
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** Rows of each table that are compared one by one, from the end. */
const COMPARED = 5_000;

/** The raw side must have written what the product wrote, and both products as many rows. */
function refuseDifference(raw: Database, { heard, ours }: { heard: string; ours: string }): void {
  raw.prepare("attach ? as heard").run(heard);
  raw.prepare("attach ? as ours").run(ours);
  const one = (sql: string): unknown => raw.prepare(sql).pluck().get();
  // opening writes into meta, and the database keeps some tables of its own
  const tables = raw
    .prepare(
      "select name from main.sqlite_master where type = 'table' and name <> 'meta' and name not like 'sqlite%'",
    )
    .pluck()
    .all();
  for (const table of tables) {
    const counts = ["main", "heard", "ours"].map((copy) => one(`select count(*) from ${copy}.${table}`));
    const last = (copy: string): string =>
      `select * from (select * from ${copy}.${table} order by rowid desc limit ${COMPARED})`;
    const other = one(`select count(*) from (${last("heard")} except ${last("main")})`);
    if (new Set(counts).size > 1 || other !== 0)
      throw new Error(
        `The sides did not do the same: ${table} has ${counts.join(", ")} rows, ${other} differ between product and raw.`,
      );
  }
}
