import type { Compiled } from "../comprehension.js";
import { explain } from "../nlu/index.js";
import type { TurnResult } from "../turn.js";

/** How many words are shown for each of the best two intents. */
const TERMS = 6;

/** What decided, in a few lines for staff: outcome, reasons, ranking, and the words that spoke for the best two. */
export function why({ decision, question, micros }: TurnResult, compiled: Compiled): string {
  const { log } = decision;
  const lines = [
    `outcome: ${log.outcome}${log.kind ? ` (${log.kind})` : ""}${log.expired ? " (expired)" : ""}, language ${log.language}, ${micros} µs, knowledge ${log.knowledge}`,
    ...log.reasons.map((reason) => `because: ${reason}`),
    ...log.intents.map(({ id, confidence }) => `${percent(confidence)}  ${id}`),
  ];
  const model = compiled.models[log.language];
  if (model && question !== null && log.intents.length > 0) {
    const { evidence, thresholds } = explain(model, question);
    lines.push(
      `thresholds: sure from ${percent(thresholds.sure)}, asked back from ${percent(thresholds.unsure)}`,
    );
    for (const { id, terms, nearest } of evidence) {
      const words = terms.slice(0, TERMS).map(({ term, weight }) => `${term} ${weight.toFixed(2)}`);
      lines.push(
        `for ${id}: ${words.join(", ") || "nothing"}`,
        ...(nearest ? [`  nearest example: "${nearest}"`] : []),
      );
    }
  }
  return lines.map((line) => `  ${line}`).join("\n");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0).padStart(3)} %`;
}
