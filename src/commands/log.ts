import type { LoggedTurn } from "../store/index.js";
import { plain } from "../text/index.js";
import { withStore } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";

/** `log`: the last turns, oldest first; what was asked, what came of it, what was answered. */
export async function log({ last, json }: { last: number; json?: boolean }): Promise<void> {
  await withStore("Nothing is logged yet", async (store) => {
    const turns = await store.log({ last });
    if (turns.length === 0) process.stderr.write("Nothing is logged yet.\n");
    for (const turn of turns) process.stdout.write(json ? jsonLine(forMachines(turn)) : forPeople(turn));
  });
}

/** A turn as `log --json` tells it, and as tests read it without a process of its own. */
export function forMachines(turn: LoggedTurn): unknown {
  return { ...turn, answers: answersOf(turn) };
}

/** What a form asks may repeat what was answered to it: that is for `forms show`, not for the log. */
function answersOf({ outcome, answers }: LoggedTurn): string[] {
  return outcome === "form" ? [] : answers.map(({ text }) => plain(text));
}

function forPeople(turn: LoggedTurn): string {
  const outcome = [turn.outcome, turn.kind, turn.expired ? "expired" : null, rated(turn.helpful)]
    .filter(Boolean)
    .join(", ");
  const intents = turn.intents
    .slice(0, 3)
    .map(({ id, confidence }) => `${id} ${(confidence * 100).toFixed(0)} %`);
  return [
    `#${turn.turn}  ${turn.at}  ${turn.channel}  guest ${turn.guest}  ${turn.language}  ${turn.latencyMs} ms`,
    ...(turn.question === null ? [] : [`  > ${oneLine(turn.question)}`]),
    ...answersOf(turn).map((answer) => `  < ${oneLine(answer)}`),
    ...notDelivered(turn),
    `  ${outcome}${turn.answered.length > 0 ? `: ${turn.answered.join(", ")}` : ""}${intents.length > 0 ? `  (${intents.join("; ")})` : ""}`,
    "",
    "",
  ].join("\n");
}

function notDelivered({ delivery, deliveryError }: LoggedTurn): string[] {
  const why = deliveryError === null ? "" : `: ${oneLine(deliveryError)}`;
  if (delivery === "failed") return [`  NOT DELIVERED${why}`];
  return delivery === "queued" ? [`  not delivered yet${why}`] : [];
}

function rated(helpful: boolean | null): string | null {
  return helpful === null ? null : helpful ? "rated helpful" : "rated not helpful";
}
