import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Desk, openDesk } from "../../../src/desk.js";
import { createMatcher } from "../../../src/match.js";
import { mask } from "../../../src/privacy/masking.js";
import type { Language, Log } from "../../../src/vocabulary/index.js";
import { median, quantile } from "./quantiles.js";
import { duration, table, times } from "./table.js";

/** The desk's day is always the same, so that every run says the same. */
const NOW = Date.parse("2026-11-23T10:00:00+01:00");

/** Milliseconds between two messages, on average; an office that gets 200 a second does not exist. */
const BETWEEN_MESSAGES = 5;
const PHASE_MS = 3_000;
const SETTLE_MS = 500;
const ROUNDS = 4;
const GOALS = { trainingMs: 1_000, turn: 2 };

/** What the desk does while guests write. */
const PHASES = ["nothing else", "reload after reload"] as const;
type Phase = (typeof PHASES)[number];

/** Milliseconds of single turns. */
interface Turns {
  readonly turn: number[];
  /** From the moment the guest wrote. */
  readonly waited: number[];
}

/** Milliseconds of single reloads. */
interface Reloads {
  /** From the file's change until it was read and checked; the desk waits a moment for further changes in it. */
  readonly reading: number[];
  /** From then until guests are answered with what was learned. */
  readonly learning: number[];
}

/** How long a change of the shipped knowledge takes to be in use by the real desk, and what guests feel of it. */
export async function showReload(print: (text: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "reload-"));
  const office = await openOffice(folder);
  try {
    print(await measure(office));
  } finally {
    await office.desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A desk on a copy of the shipped intents/ that may be written to. */
interface Office {
  readonly desk: Desk;
  /** Changes a file and waits until the desk uses it. */
  reload(reloads: Reloads): Promise<void>;
}

async function openOffice(folder: string): Promise<Office> {
  const intentsDir = join(folder, "intents");
  cpSync(resolve("intents"), intentsDir, { recursive: true });
  const listeners = new Map<string, () => void>();
  const log: Log = {
    info: (what) => listeners.get(what)?.(),
    warn() {},
    error: (what) => process.stderr.write(`${what}\n`),
  };
  const said = (what: string): Promise<void> => new Promise((heard) => listeners.set(what, heard));
  const desk = await openDesk({
    config: {
      dataDir: join(folder, "data"),
      intentsDir,
      synchronous: "FULL",
      gatherMs: 0,
      deskSecret: undefined,
      watchPolling: false,
      retentionDays: 30,
    },
    channels: [],
    routes: { get() {}, post() {} },
    clock: { now: () => NOW },
    log,
  });
  await desk.ready;
  return {
    desk,
    async reload({ reading, learning }) {
      const read = said("knowledge is in force").then(() => performance.now());
      const learned = said("the knowledge was learned");
      const started = performance.now();
      appendFileSync(join(intentsDir, "faq/office-contact.yaml"), "# changed\n");
      const known = await read;
      await learned;
      reading.push(known - started);
      learning.push(performance.now() - known);
    },
  };
}

async function measure({ desk, reload }: Office): Promise<string> {
  const ask = createMatcher({
    compiled: desk.compiled,
    mask: (text) => mask(text).text,
    stopwatch: () => performance.now(),
    now: () => NOW,
  });
  const messages = (["de", "en"] as const).flatMap((lang) => utterances(lang));
  for (const message of messages) ask(message);

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

  const alone: Reloads = { reading: [], learning: [] };
  const meanwhile: Reloads = { reading: [], learning: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const phase of round % 2 === 0 ? PHASES : PHASES.toReversed()) {
      // what the phase before left to be collected is not this one's
      now = undefined;
      await setTimeout(SETTLE_MS);
      now = turns.get(phase);
      const until = performance.now() + PHASE_MS;
      if (phase === "nothing else") await setTimeout(PHASE_MS);
      else while (performance.now() < until) await reload(meanwhile);
    }
    // without guests: both cores are for learning
    now = undefined;
    await reload(alone);
  }
  await guests.terminate();
  return report(desk.knowledge().intents.size, alone, meanwhile, turns);
}

function report(
  intents: number,
  alone: Reloads,
  meanwhile: Reloads,
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
  const missed = median(alone.learning) > GOALS.trainingMs ? " (missed)" : "";
  return `
3. RELOAD of the shipped knowledge, both languages, ${intents} intents, by the desk as it ships: a file is changed.
Learning until the new snapshot is used: ${duration(median(alone.learning))}${missed}, goal under ${duration(GOALS.trainingMs)}; while guests write, ${duration(median(meanwhile.learning))}.
Noticing the change, reading and checking before that: ${duration(median(alone.reading))}, 200 ms of it spent waiting for more changes.

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
