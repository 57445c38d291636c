import type { Clock } from "../vocabulary/index.js";

/** Lets decisions give way to messages that wait to be acknowledged: a platform sends those again, a guest reads on. */
export interface Gate {
  /** A message has come in. */
  hurry(): void;
  /**
   * Resolves when a decision may begin; in the order of the calls.
   * @param since when it could have begun, in milliseconds since 1970.
   */
  turn(since: number): Promise<void>;
}

/** Messages that come within so many milliseconds of each other are a rush. */
const RUSH = 20;
/** So many milliseconds a decision gives way at most. */
const PATIENCE = 1_000;

/**
 * Opens once in each turn of the event loop, so that what has come in meanwhile goes first: in a rush for one decision
 * and for those that have waited long enough, else for all.
 */
export function createGate(clock: Clock): Gate {
  const waiting: { readonly since: number; readonly begin: () => void }[] = [];
  let lastCame = Number.NEGATIVE_INFINITY;
  let scheduled = false;

  function open(): void {
    scheduled = false;
    const now = clock.now();
    const rush = now - lastCame < RUSH;
    const gives = (since: number): boolean => rush && now - since < PATIENCE;
    const end = waiting.findIndex(({ since }, index) => index > 0 && gives(since));
    for (const { begin } of waiting.splice(0, end < 0 ? waiting.length : end)) begin();
    schedule();
  }

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(open);
  }

  return {
    hurry() {
      lastCame = clock.now();
    },
    turn: (since) =>
      new Promise((begin) => {
        waiting.push({ since, begin });
        schedule();
      }),
  };
}
