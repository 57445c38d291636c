import type { OpenEvent } from "../store/index.js";

/** A batch never waits longer than this after its first line, in milliseconds, nor for more lines than these. */
const LONGEST_WAIT = 5_000;
const MOST_LINES = 8;

export interface Batch {
  /** Messages of one guest, or one other event. */
  readonly events: readonly [OpenEvent, ...OpenEvent[]];
  /** When it is to be decided. */
  readonly readyAt: number;
}

export interface GatheringRules {
  /** Milliseconds within which lines typed in a row belong together; 0: each stands alone. */
  readonly gatherMs: number;
  /** Events that came before were held by an earlier process: they are due. */
  readonly openedAt: number;
}

/**
 * What is decided next of a conversation's open events. Lines typed in a row are taken together once none has come for
 * `gatherMs`; whatever comes behind them, such as a pressed button, ends the waiting and is decided after them.
 *
 * @param more there are further events behind these.
 */
export function nextBatch(events: readonly OpenEvent[], more: boolean, rules: GatheringRules): Batch | null {
  const [first] = events;
  if (!first) return null;
  const lines = rowOfLines(events, rules.gatherMs);
  const batch: Batch["events"] = lines.length > 0 ? [first, ...lines.slice(1)] : [first];
  const last = batch.at(-1) ?? first;
  if (batch.some(({ failures }) => failures > 0)) return { events: batch, readyAt: first.dueAt };
  const ended = batch.length < events.length || more || batch.length === MOST_LINES;
  const readyAt = ended || first.receivedAt < rules.openedAt ? first.receivedAt : last.dueAt;
  return { events: batch, readyAt: Math.min(readyAt, first.receivedAt + LONGEST_WAIT) };
}

/** The messages at the front that follow each other closely enough. */
function rowOfLines(events: readonly OpenEvent[], gatherMs: number): readonly OpenEvent[] {
  const [first] = events;
  if (!first) return [];
  const end = events.findIndex(({ event, receivedAt }, index) => {
    const previous = events[index - 1] ?? first;
    return (
      event.what.kind !== "message" ||
      index >= MOST_LINES ||
      (index > 0 && receivedAt - previous.receivedAt >= gatherMs) ||
      receivedAt - first.receivedAt > LONGEST_WAIT
    );
  });
  return end < 0 ? events : events.slice(0, end);
}
