import type { QueuedMessage } from "../store/index.js";
import type { Channel, DeliveryFailure, Place, SentReceipt } from "../vocabulary/index.js";
import type { Timers } from "./wake.js";

/** One call to the platform on a message's way. */
export type Step =
  | { readonly does: "send"; readonly part: number }
  /** Begins the thread that the message is addressed to; with all its parts, or those after the one that is there. */
  | { readonly does: "open"; readonly begun?: SentReceipt }
  | { readonly does: "edit"; readonly part: number; readonly receipt: SentReceipt }
  | { readonly does: "remove"; readonly receipt: SentReceipt };

/** What came of one step; a removal has no receipt. */
export type Outcome =
  | { readonly receipt: SentReceipt | null; readonly place?: Place }
  | { readonly error: unknown };

/**
 * What is to be done for a message, step by step: its parts are sent, or put in the place of the parts of the message
 * that it replaces; what that one had too many of is taken back. Where the platform cannot edit, all is sent, and where it
 * cannot take back, that is left out.
 * @param replaced receipts of the message that it replaces.
 */
export function stepsOf(
  channel: Channel,
  { place, message }: QueuedMessage,
  replaced: readonly SentReceipt[],
): readonly Step[] {
  if (isUnopened(place)) return [{ does: "open" }];
  const parts =
    message.text.length === 0 && !message.cards?.length ? 0 : (channel.parts?.(place, message) ?? 1);
  const editable = channel.edit ? replaced : [];
  const steps = Array.from({ length: parts }, (_, part): Step => {
    const receipt = editable[part];
    return receipt ? { does: "edit", part, receipt } : { does: "send", part };
  });
  if (!channel.remove || (!channel.edit && parts > 0)) return steps;
  return [...steps, ...replaced.slice(parts).map((receipt): Step => ({ does: "remove", receipt }))];
}

/**
 * One step. Never rejects; one that takes longer than `deadlineMs` has an unknown outcome, whatever comes of it later.
 */
export function take(
  channel: Channel,
  { place, message }: QueuedMessage,
  step: Step,
  within: Deadline,
): Promise<Outcome> {
  return settled(within, async () => {
    switch (step.does) {
      case "open":
        if (!channel.openThread) throw new NoThreads();
        return channel.openThread(roomOf(place), message, step.begun);
      case "send":
        return { receipt: await channel.send(place, message, step.part) };
      case "edit":
        await channel.edit?.(step.receipt, place, message, step.part);
        return { receipt: step.receipt };
      case "remove":
        await channel.remove?.(step.receipt, place);
        return { receipt: null };
    }
  });
}

/**
 * Whether what a step sends has arrived, whose outcome was unknown: the part, or the first one of a thread. A null
 * receipt: it has not. Never rejects.
 */
export function lookUp(
  channel: Channel,
  { place, message, madeAt }: QueuedMessage,
  step: Extract<Step, { does: "send" | "open" }>,
  within: Deadline,
): Promise<Outcome> {
  const [where, part] = step.does === "open" ? [roomOf(place), 0] : [place, step.part];
  return settled(within, async () => ({
    receipt: (await channel.lookUp?.(where, message, part, madeAt)) ?? null,
  }));
}

/** Where the thread is, or is to be. */
function roomOf({ thread: _, ...room }: Place): Place {
  return room;
}

/** A thread of a staff room that is still to be opened has a name of the desk's own, which no platform has. */
export function isUnopened({ thread }: Place): boolean {
  return thread?.startsWith("~") === true;
}

/** A channel that has no threads. */
class NoThreads extends Error implements DeliveryFailure {
  readonly delivery = "undeliverable";
  constructor() {
    super("this channel has no threads");
  }
}

/** How long a call may take. */
export interface Deadline {
  readonly timers: Timers;
  /** Milliseconds. */
  readonly deadlineMs: number;
}

function settled(
  { timers, deadlineMs }: Deadline,
  call: () => Promise<Exclude<Outcome, { error: unknown }>>,
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
      .then(call)
      .then(settle, (error: unknown) => settle({ error }));
  });
}
