import { CORPORA, readCorpus } from "../../corpora/corpora.js";
import type { Measurement } from "./measuring.js";
import { type EngineName, emptyBytes, measured, together } from "./processes.js";
import { duration, megabytes, table, times } from "./table.js";

interface Compared {
  readonly corpus: string;
  readonly what: string;
  /** The accuracy that we want; at least. */
  readonly goal: number;
  /** The speed and the memory are wanted here too. */
  readonly fast: boolean;
  /** The others need long here: without `--full` they run once, or nlp.js, which learns for minutes, not at all. */
  readonly slow: "once" | "without nlp.js" | false;
}

/** The goals of issue 5. */
const CORPORA_COMPARED: readonly Compared[] = [
  { corpus: "chatbot", what: "English, timetables", goal: 0.991, fast: false, slow: false },
  { corpus: "askubuntu", what: "English, software", goal: 0.94, fast: false, slow: false },
  { corpus: "robo-de-15shot", what: "German FAQ, 15 examples each", goal: 0.83, fast: true, slow: false },
  { corpus: "robo-de", what: "German FAQ", goal: 0.89, fast: false, slow: "once" },
  { corpus: "hwu64-f1", what: "English, home assistant", goal: 0.91, fast: true, slow: "once" },
  { corpus: "clinc150", what: "English, in scope", goal: 0.94, fast: false, slow: "without nlp.js" },
];

const GOALS = { training: 5, median: 2, p99: 5, memory: 0.5 };

const ENGINES: readonly EngineName[] = ["ours", "nlp-js", "natural"];
const SHOWN: Readonly<Record<EngineName, string>> = { ours: "ours", "nlp-js": "nlp.js", natural: "natural" };

/** Processes an engine and corpus; they take turns, so that whatever else the machine does hits all of them. */
const ROUNDS = 3;

/** Ours, nlp.js and natural on the same examples and messages, each time in a process of its own. */
export async function compare(
  print: (text: string) => void,
  { full }: { readonly full: boolean },
): Promise<void> {
  const here = CORPORA_COMPARED.filter(({ corpus }) => readCorpus(corpus) !== undefined);
  const absent = CORPORA_COMPARED.filter((compared) => !here.includes(compared));
  if (absent.length > 0) {
    const names = absent.map(({ corpus }) => `${corpus}.jsonl`).join(", ");
    print(`\nLeft out: there is no ${names} in ${CORPORA}; CORPORA=<folder> says where the corpora are.`);
  }
  if (here.length === 0) return;
  const empty = await emptyBytes();
  print(`\n${explanation(empty)}\n`);
  for (const compared of here) {
    const measurements = await measureAll(compared, full);
    print(`${block(compared, measurements, empty)}\n`);
  }
}

async function measureAll(
  { corpus, slow }: Compared,
  full: boolean,
): Promise<Map<EngineName, Measurement[]>> {
  const measurements = new Map<EngineName, Measurement[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const engine of round % 2 === 0 ? ENGINES : ENGINES.toReversed()) {
      if (!full && slow && engine !== "ours" && round > 0) continue;
      if (!full && slow === "without nlp.js" && engine === "nlp-js") continue;
      measurements.set(engine, [...(measurements.get(engine) ?? []), await measured(engine, corpus)]);
    }
  }
  return measurements;
}

function block(
  compared: Compared,
  measurements: ReadonlyMap<EngineName, readonly Measurement[]>,
  empty: number,
): string {
  const { corpus, what, goal, fast } = compared;
  const nlpJs = measurements.get("nlp-js");
  const base = nlpJs && together(nlpJs);
  const [any] = [...measurements.values()].flat();
  const skipped = base ? "" : "; nlp.js learns for minutes here: with --full";
  const head = [corpus, "first", "answered", "training", "median", "99th pct.", "memory"];
  const rows = [...measurements].map(([engine, all]) => [
    SHOWN[engine] + (all.length === ROUNDS ? "" : ` (${all.length} process)`),
    ...figures(
      together(all),
      engine === "nlp-js" ? undefined : base,
      empty,
      engine === "ours" ? compared : undefined,
    ),
  ]);
  const wanted = [times(GOALS.training), times(GOALS.median), times(GOALS.p99), GOALS.memory.toFixed(2)];
  return `${what}: ${any?.intents} intents, ${any?.examples} examples, ${any?.messages} messages${skipped}
${table(head, [...rows, ["goal of ours", goal.toFixed(3), "", ...(fast ? wanted : [])]])}`;
}

/** @param base what to compare with. @param goals what it should reach. */
function figures(
  one: Measurement,
  base: Measurement | undefined,
  empty: number,
  goals: Compared | undefined,
): string[] {
  const marked = (text: string, missed: boolean): string => (missed ? `${text} (missed)` : text);
  const speed = (ms: (of: Measurement) => number, wanted: number): string => {
    if (!base) return duration(ms(one));
    const ratio = ms(base) / ms(one);
    return marked(`${duration(ms(one))}, ${times(ratio)}`, goals?.fast === true && ratio < wanted);
  };
  const bytes = one.bytes - empty;
  const share = base && bytes / (base.bytes - empty);
  return [
    marked(one.accuracy.toFixed(3), goals !== undefined && one.accuracy < goals.goal),
    one.answeredAccuracy.toFixed(3),
    speed(({ trainMs }) => trainMs, GOALS.training),
    speed(({ medianMicros }) => medianMicros / 1000, GOALS.median),
    speed(({ p99Micros }) => p99Micros / 1000, GOALS.p99),
    share === undefined
      ? megabytes(bytes)
      : marked(`${megabytes(bytes)}, ${share.toFixed(2)}`, goals?.fast === true && share > GOALS.memory),
  ];
}

function explanation(empty: number): string {
  return `1. OURS, NLP.JS AND NATURAL: medians of ${ROUNDS} processes each, one after another, engines in turn.
Language given, out-of-scope lines left out.

first      share of the messages whose intent is in first place, whatever the confidence
answered   the same, where what the engine rejects by its own default threshold counts as an error
training   from the examples to something that can be asked; then how many times faster than nlp.js
median     one prediction, after a warm-up with other messages, each message for the first time; 99th percentile likewise
memory     heap and external after a forced collection, less an empty process (${megabytes(empty)}); then the share of nlp.js's`;
}
