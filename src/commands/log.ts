import { existsSync } from "node:fs";
import { join } from "node:path";
import { DATABASE, openDataFolder } from "../desk.js";
import type { LoggedTurn } from "../store/index.js";
import { plain } from "../text/index.js";
import { systemClock } from "../time.js";
import { configHere } from "./opened.js";

/** `log`: the last turns, oldest first; what was asked, what came of it, what was answered. */
export async function log({ last, json }: { last: number; json?: boolean }): Promise<void> {
  const config = configHere();
  if (!existsSync(join(config.dataDir, DATABASE))) {
    process.stderr.write(`Nothing is logged yet: there is no database in ${config.dataDir}.\n`);
    return;
  }
  const store = await openDataFolder(config, systemClock);
  try {
    const turns = await store.log({ last });
    if (turns.length === 0) process.stderr.write("Nothing is logged yet.\n");
    for (const turn of turns)
      process.stdout.write(json ? `${JSON.stringify(forMachines(turn))}\n` : forPeople(turn));
  } finally {
    await store.close();
  }
}

function forMachines(turn: LoggedTurn): unknown {
  return { ...turn, answers: turn.answers.map(({ text }) => plain(text)) };
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
    ...turn.answers.map(({ text }) => `  < ${oneLine(plain(text))}`),
    `  ${outcome}${turn.answered.length > 0 ? `: ${turn.answered.join(", ")}` : ""}${intents.length > 0 ? `  (${intents.join("; ")})` : ""}`,
    "",
    "",
  ].join("\n");
}

function rated(helpful: boolean | null): string | null {
  return helpful === null ? null : helpful ? "rated helpful" : "rated not helpful";
}

/** Text of guests goes to a terminal: one line, no control characters. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
