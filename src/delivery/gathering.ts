import type { OpenEvent } from "../store/index.js";
import { standsAlone } from "../turn.js";

/** A batch never waits longer than this after its first line, in milliseconds, nor for more lines than these. */
const LONGEST_WAIT = 5_000;
const MOST_LINES = 8;

/** What is decided in one turn. */
export interface Batch {
  /** Messages of one guest, or one other event. */
  readonly events: readonly [OpenEvent, ...OpenEvent[]];
  /** When it is to be decided. */
  readonly readyAt: number;
}

/**
 * What is decided next of a conversation's open events. Lines typed in a row are taken together once none has come for
 * `gatherMs`; whatever comes behind them, such as a pressed button or a command, ends the waiting and is decided after
 * them. A command waits for nothing.
 *
 * @param more there are further events behind these.
 * @param gatherMs milliseconds within which lines belong together; 0: each stands alone.
 * @param isCrowded they go where no more messages are taken just now: then they wait as long as a batch may
 */
export function nextBatch(
  events: readonly OpenEvent[],
  more: boolean,
  gatherMs: number,
  isCrowded = false,
): Batch | null {
  const [first] = events;
  if (!first) return null;
  const lines = rowOfLines(events, isCrowded ? LONGEST_WAIT : gatherMs);
  const batch: Batch["events"] = lines.length > 0 ? [first, ...lines.slice(1)] : [first];
  const last = batch.at(-1) ?? first;
  if (first.failures > 0) return { events: batch, readyAt: first.dueAt };
  const ended =
    batch.length < events.length ||
    more ||
    batch.length === MOST_LINES ||
    first.staff !== undefined ||
    standsAlone(first.event);
  const quietAt = isCrowded && lines.length > 0 ? first.receivedAt + LONGEST_WAIT : last.dueAt;
  const readyAt = ended ? first.receivedAt : quietAt;
  return { events: batch, readyAt: Math.min(readyAt, first.receivedAt + LONGEST_WAIT) };
}

/** The messages at the front that follow each other closely enough. */
function rowOfLines(events: readonly OpenEvent[], gatherMs: number): readonly OpenEvent[] {
  const [first] = events;
  if (!first) return [];
  const end = events.findIndex(({ event, receivedAt, failures, staff }, index) => {
    const previous = events[index - 1] ?? first;
    return (
      event.what.kind !== "message" ||
      // each line of staff is decided on its own: another of them may have written the next
      (index > 0 && (staff !== undefined || first.staff !== undefined)) ||
      // what failed to be decided must not take a later line with it
      failures !== first.failures ||
      (index > 0 && (standsAlone(event) || standsAlone(first.event))) ||
      index >= MOST_LINES ||
      (index > 0 && receivedAt - previous.receivedAt >= gatherMs) ||
      receivedAt - first.receivedAt > LONGEST_WAIT
    );
  });
  return end < 0 ? events : events.slice(0, end);
}
