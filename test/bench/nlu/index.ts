import { availableParallelism, cpus, loadavg } from "node:os";
import { compare } from "./comparison.js";
import { showGrowth } from "./growth.js";
import { showReload } from "./reload.js";

/**
 * Our understanding beside nlp.js and natural, how its cost grows, and what a reload costs. Without `--full` nlp.js
 * learns the corpora on which it needs minutes once or not at all, and growth is measured once.
 */
export async function benchNlu(options: { readonly full: boolean }): Promise<void> {
  const load = loadavg().map((average) => average.toFixed(2));
  print(
    `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown processor"}, load ${load.join(" ")}.`,
  );
  await compare(print, options);
  await showGrowth(print, options);
  await showReload(print);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
