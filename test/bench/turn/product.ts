import { initialState } from "../../../src/bot/index.js";
import type { Compiled } from "../../../src/comprehension.js";
import { createDelivery } from "../../../src/delivery/index.js";
import { mask } from "../../../src/privacy/masking.js";
import { openStore, type Synchronous } from "../../../src/store/index.js";
import { createTurn } from "../../../src/turn.js";
import type { Channel, Clock, DeskEvent, Log } from "../../../src/vocabulary/index.js";

/** The desk's day is always the same, so that every run says the same. */
export const CREATED_ON = "2026-11-23";
const OPENED_AT = Date.parse("2026-11-23T09:00:00Z");
const SECRET = new Uint8Array(32).fill(7);

/** The product as it ships, put together as `openDesk` does, with a channel that takes everything at once. */
export interface Product {
  /** All of them come at once; resolves when the last one's receipt is stored. */
  answer(events: readonly DeskEvent[]): Promise<void>;
  /** Transactions committed so far. */
  commits(): number;
  close(): Promise<void>;
}

export async function openProduct(
  file: string,
  synchronous: Synchronous,
  compiled: Compiled,
): Promise<Product> {
  const clock = dayClock();
  const store = await openStore({ file, synchronous, secret: SECRET, clock, initialState });
  const masked = (text: string): string => mask(text).text;
  const delivery = createDelivery({
    store,
    channels: new Map([["web", takesAtOnce()]]),
    turn: createTurn({
      compiled: () => compiled,
      mask: masked,
      site: () => null,
      stopwatch: () => performance.now(),
    }),
    apology: () => {
      throw new Error("A turn failed, so there is nothing to measure.");
    },
    mask: masked,
    gatherMs: 0,
    clock,
    log: LOUD,
  });
  await delivery.start();
  return {
    async answer(events) {
      await Promise.all(events.map((event) => delivery.receive(event)));
      await delivery.settled();
    },
    commits: store.commits,
    async close() {
      await delivery.stop();
      await store.close();
    },
  };
}

function dayClock(): Clock {
  const started = Date.now();
  return { now: () => OPENED_AT + Date.now() - started };
}

function takesAtOnce(): Channel {
  return {
    name: "web",
    can: { edit: false, remove: false, threads: false, typing: false, files: false },
    async start() {},
    send: async (_, { id }) => ({ id }),
    async stop() {},
  };
}

/** Whatever goes wrong ends the bench: a figure with errors in it would mean nothing. */
const LOUD: Log = {
  info() {},
  warn: fail,
  error: fail,
};

function fail(what: string, details?: Readonly<Record<string, unknown>>): never {
  process.stderr.write(`${what} ${JSON.stringify(details)}\n`);
  process.exit(1);
}
