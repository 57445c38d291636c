import { createInterface } from "node:readline";
import { compile } from "../comprehension.js";
import type { Knowledge } from "../knowledge/index.js";
import { createMatcher, type MatchLine, type MatchResult, parseMatchLine } from "../match.js";
import { mask } from "../privacy/masking.js";
import { jsonLine } from "./one-line.js";
import { opened } from "./opened.js";

/** `match --jsonl`: what the desk would do with each message on standard input; nothing is stored. */
export async function match(options: { now?: number }): Promise<void> {
  const { config, knowledge, time } = await opened(options.now);
  const matcher = dryDesk(knowledge(), time, config.learnedDir);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    process.stdout.write(jsonLine(matcher(parseMatchLine(line, number))));
  }
}

/** Learns what the knowledge teaches, if it was not learned before, and answers as the desk would at that time. */
export function dryDesk(
  knowledge: Knowledge,
  time: number,
  keptIn: string | null,
): (line: MatchLine) => MatchResult {
  const compiled = compile(knowledge, keptIn);
  return createMatcher({
    compiled: () => compiled,
    mask: (text) => mask(text).text,
    stopwatch: () => performance.now(),
    now: () => time,
  });
}
