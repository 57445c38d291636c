import { createInterface } from "node:readline";
import { compile } from "../comprehension.js";
import { createMatcher, parseMatchLine } from "../match.js";
import { mask } from "../privacy/masking.js";
import { jsonLine } from "./one-line.js";
import { opened } from "./opened.js";

/** `match --jsonl`: what the desk would do with each message on standard input; nothing is stored. */
export async function match(options: { now?: number }): Promise<void> {
  const { knowledge, time } = await opened(options.now);
  const compiled = compile(knowledge());
  const matcher = createMatcher({
    compiled: () => compiled,
    mask: (text) => mask(text).text,
    stopwatch: () => performance.now(),
    now: () => time,
  });
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    process.stdout.write(jsonLine(matcher(parseMatchLine(line, number))));
  }
}
