import type { Compiled } from "../comprehension.js";
import { type ExplainedTerm, explain } from "../nlu/index.js";
import type { TurnResult } from "../turn.js";

/** How many words are shown for each of the best two intents. */
const TERMS = 6;
/** What weighs less changes nothing, and hides what does. */
const NEGLIGIBLE = 0.03;

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
      const words = terms
        .filter(({ weight }) => weight >= NEGLIGIBLE)
        .slice(0, TERMS)
        .map(said);
      lines.push(
        `for ${id}: ${words.join(", ") || "nothing"}`,
        ...(nearest ? [`  nearest example: "${nearest}"`] : []),
      );
    }
  }
  return lines.map((line) => `  ${line}`).join("\n");
}

/** "kita 0.31 (like kindergarten)". */
function said({ term, weight, readAs, like, within }: ExplainedTerm): string {
  const reasons = [
    ...(readAs === undefined ? [] : [`read as ${readAs}`]),
    ...(within === undefined ? [] : [`in ${within}`]),
    ...(like === undefined ? [] : [`like ${like.join(", ")}`]),
  ];
  return `${term} ${weight.toFixed(2)}${reasons.length === 0 ? "" : ` (${reasons.join("; ")})`}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0).padStart(3)} %`;
}
