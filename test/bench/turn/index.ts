import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Compiled, compile } from "../../../src/comprehension.js";
import { loadKnowledge } from "../../../src/knowledge/index.js";
import { fillTo, logged, makeTemplate } from "./filling.js";
import { MODES, type Mode, measure, type Speed } from "./measuring.js";
import { CREATED_ON } from "./product.js";
import { TURNS_A_GUEST } from "./workload.js";

/** Logged messages in the database before a measurement; the last point belongs to `--full`. */
const SIZES = [100, 10_000, 100_000, 1_000_000] as const;
/** At least this share of the raw rate, and at least this share of the first ratio as the log grows. */
const GOAL = { ratio: 0.4, growth: 0.8 };

/**
 * A whole durable turn beside its bare SQL: see `tracing.ts` for what the raw side is, `measuring.ts` for how both are
 * timed, `filling.ts` for the log that is there before.
 */
export async function benchTurn({ full }: { full: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nahtstelle-bench-"));
  try {
    await run(folder, full ? SIZES : SIZES.slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, sizes: readonly number[]): Promise<void> {
  const compiled = compileIntents();
  print(preface(compiled));
  const template = join(folder, "template.db");
  const base = join(folder, "base.db");
  await makeTemplate(template, compiled);
  const first = new Map<string, number>();
  for (const size of sizes) {
    fillTo(base, template, size);
    print(`\n${logged(base).toLocaleString("en")} logged messages before\n${HEAD}`);
    const alone = new Map<string, Speed>();
    for (const mode of MODES) {
      const copy = (name: string): string => {
        const file = join(folder, `${name}.db`);
        for (const rest of ["-wal", "-shm"]) rmSync(file + rest, { force: true });
        copyFileSync(base, file);
        return file;
      };
      const speed = await measure({ mode, compiled, copy, rounds: roundsOf(mode) });
      if (mode.guests === 1) alone.set(mode.synchronous, speed);
      const start = first.get(nameOf(mode)) ?? speed.ratio;
      first.set(nameOf(mode), start);
      print(row(mode, speed, alone.get(mode.synchronous), speed.ratio / start));
    }
  }
}

/** Waiting for the disk is even, and long: few rounds of it do. */
function roundsOf({ guests, synchronous }: Mode): number {
  if (guests > 1) return 11;
  return synchronous === "NORMAL" ? 7 : 5;
}

function compileIntents(): Compiled {
  return compile(loadKnowledge(resolve("intents"), { createdOn: CREATED_ON }).knowledge);
}

function preface({ knowledge }: Compiled): string {
  return `A whole durable turn (accept, understand, decide, commit, send to a channel that takes at once, sent) with the
shipped knowledge: ${knowledge.intents.size} intents, version ${knowledge.version}, gathering off, ${TURNS_A_GUEST} messages a guest, a new guest every ${TURNS_A_GUEST}.

Ours             through the delivery, built as it ships
Raw, same groups the very statements and values that the same turns run, prepared once, in the same transactions
                 with the same grouping and pragmas, straight into better-sqlite3 on a copy of the same database:
                 no understanding, no sealing, no JSON, no objects, none of our code. The ratio is against this.
Raw, three each  the same turns as a program without group commit would run them, each in three transactions of its own:
                 the raw rate of one guest after another
Goal             ratio at least ${GOAL.ratio.toFixed(2)}, and never below ${GOAL.growth} of its first value as the log grows

Rates are turns a second, medians of rounds in which both sides take turns. Node ${process.version}, ${availableParallelism()} cores,
${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()
    .map((load) => load.toFixed(2))
    .join(" ")}.`;
}

const HEAD = [
  `${"synchronous, guests at once".padEnd(28)}${["ours", "raw, same", "ratio", "of first", "raw, three", "ratio"].map(right).join("")}`,
  `${"".padEnd(28)}${["", "groups", "", "ratio", "each", ""].map(right).join("")}`,
].join("\n");

function row(mode: Mode, speed: Speed, alone: Speed | undefined, ofFirst: number): string {
  const met = speed.ratio >= GOAL.ratio && ofFirst >= GOAL.growth;
  const rates = [
    speed.ours.toFixed(0),
    speed.raw.toFixed(0),
    speed.ratio.toFixed(2),
    ofFirst.toFixed(2),
    alone ? alone.raw.toFixed(0) : "",
    alone ? (speed.ours / alone.raw).toFixed(2) : "",
  ];
  return `${nameOf(mode).padEnd(28)}${rates.map(right).join("")}${met ? "" : "   goal missed"}${speed.remark}`;
}

function nameOf({ synchronous, guests }: Mode): string {
  return `${synchronous.padEnd(6)} ${guests === 1 ? "1, one after another" : `${guests} at once`}`;
}

function right(text: string): string {
  return text.padStart(11);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
