import { FEWEST_JOINED, JOINED, lesson } from "./lessons.js";
import type { Measurement } from "./measuring.js";
import { measured, together } from "./processes.js";
import { duration, megabytes, table, times } from "./table.js";

/** Intents: of the corpora joined, the last by halving them. */
const SIZES = [FEWEST_JOINED, 50, 100, 400, 1_000] as const;

/** How the cost of our predictions grows with what was learned. */
export async function showGrowth(
  print: (text: string) => void,
  { full }: { readonly full: boolean },
): Promise<void> {
  const processes = full ? 3 : 1;
  if (lesson(`joined-${FEWEST_JOINED}`) === undefined) {
    print(`\n2. GROWTH: left out, it needs ${JOINED.join(", ")}.`);
    return;
  }
  const measurements = new Map<number, Measurement[]>(SIZES.map((size) => [size, []]));
  for (let round = 0; round < processes; round++)
    for (const [size, all] of measurements) all.push(await measured("ours", `joined-${size}`));
  const all = [...measurements.values()].map(together);
  const [first] = all;
  if (first)
    print(
      `\n${explanation(processes)}\n\n${table(
        HEAD,
        all.map((one) => row(one, first)),
      )}`,
    );
}

function explanation(processes: number): string {
  return `2. GROWTH: ${JOINED.join(", ")} joined, intents in the order of a hash, 1,000 made by halving the largest; all read as
German, the costlier language. The messages are the same in all rows, those about the first ${FEWEST_JOINED} intents, each asked several
times (the median counts). Ratios are to the first row; the goal is that a prediction's cost grows less than the
intents and the examples. ${processes === 1 ? "One process" : `Medians of ${processes} processes`} a row.`;
}

const HEAD = [
  "intents",
  "more",
  "examples",
  "more",
  "median",
  "costs",
  "99th pct.",
  "costs",
  "training",
  "model",
];

function row(one: Measurement, first: Measurement): string[] {
  const ratio = (of: (measurement: Measurement) => number): number => of(one) / of(first);
  const data = Math.min(
    ratio(({ intents }) => intents),
    ratio(({ examples }) => examples),
  );
  const cost = (of: (measurement: Measurement) => number): string =>
    times(ratio(of)) + (one !== first && ratio(of) >= data ? " (missed)" : "");
  return [
    one.intents.toLocaleString("en"),
    times(ratio(({ intents }) => intents)),
    one.examples.toLocaleString("en"),
    times(ratio(({ examples }) => examples)),
    duration(one.medianMicros / 1000),
    cost(({ medianMicros }) => medianMicros),
    duration(one.p99Micros / 1000),
    cost(({ p99Micros }) => p99Micros),
    duration(one.trainMs),
    megabytes(one.learnedBytes),
  ];
}
