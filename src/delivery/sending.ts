import type { QueuedMessage } from "../store/index.js";
import type { Channel, SentReceipt } from "../vocabulary/index.js";
import type { Timers } from "./wake.js";

/** What came of one send. */
export type Outcome = { readonly receipt: SentReceipt } | { readonly error: unknown };

/**
 * One send. Never rejects; one that takes longer than `deadlineMs` has an unknown outcome, whatever comes of it later.
 */
export function send(
  channel: Channel,
  { place, message }: QueuedMessage,
  { timers, deadlineMs }: { readonly timers: Timers; readonly deadlineMs: number },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const deadline = timers.setTimeout(
      () => resolve({ error: new Error(`no answer within ${deadlineMs} ms`) }),
      deadlineMs,
    );
    const settle = (outcome: Outcome): void => {
      timers.clearTimeout(deadline);
      resolve(outcome);
    };
    // inside `then`, so that a channel that throws at once is treated alike
    Promise.resolve()
      .then(() => channel.send(place, message))
      .then(
        (receipt) => settle({ receipt }),
        (error: unknown) => settle({ error }),
      );
  });
}
