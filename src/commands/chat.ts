import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTerminal } from "../../adapters/terminal/index.js";
import { secretValues } from "../config.js";
import { type Desk, openDesk } from "../desk.js";
import { createLog } from "../log.js";
import { shiftedClock, systemClock } from "../time.js";
import type { TurnResult } from "../turn.js";
import type { Routes } from "../vocabulary/index.js";
import { configHere, environmentHere } from "./here.js";
import { why } from "./why.js";

/** `chat`: a conversation in this terminal, or with what is piped in. It is logged like any other, unless with `--now`. */
export async function chat(options: { now?: number; why?: boolean }): Promise<void> {
  const config = configHere();
  // on another day nothing may be stored: a clock that runs ahead would, for one, forget what was seen today
  const elsewhere = options.now === undefined ? null : mkdtempSync(join(tmpdir(), "nahtstelle-"));
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  let desk: Desk | undefined;
  let last: TurnResult | null = null;
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    interactive,
    // a terminal that does not know its width says 0
    width: Math.min(process.stdout.columns || 80, 100),
    plain: process.stdout.isTTY !== true,
    address: randomUUID(),
    settled: async () => desk?.delivery.settled(),
    ...(options.why
      ? {
          after: () => {
            const text = last && desk ? why(last, desk.compiled()) : null;
            last = null;
            return text;
          },
        }
      : {}),
  });
  desk = await openDesk({
    // lines that are piped in come all at once, yet each is a message of its own
    config: { ...config, dataDir: elsewhere ?? config.dataDir, gatherMs: interactive ? config.gatherMs : 0 },
    channels: [terminal],
    routes: NO_ROUTES,
    clock: options.now === undefined ? systemClock : shiftedClock(options.now),
    log: createLog(config.logLevel === "info" ? "error" : config.logLevel, {
      secrets: secretValues(environmentHere()),
    }),
    onTurn: (result) => {
      last = result;
    },
  });
  await terminal.done;
  await desk.close();
  if (elsewhere) rmSync(elsewhere, { recursive: true });
}

/** There is no web page in a terminal. */
const NO_ROUTES: Routes = { get: () => {}, post: () => {} };
