import type { Place, Rate } from "../vocabulary/index.js";

/** Keeps to what a platform publishes as the most that it takes. */
export interface Pace {
  /** Milliseconds until this place may be written to; 0: now. */
  waitFor(place: Place, now: number): number;
  /** It is written to now. */
  note(place: Place, now: number): void;
  /** The platform asked for silence in this chat until then (milliseconds since 1970). */
  pause(place: Place, until: number): void;
}

/** Chats that were not written to for longer than any rate looks back are forgotten when so many are remembered. */
const FORGET_ABOVE = 2_000;

/**
 * Sliding windows: in no span of `withinMs` are there more than `most` messages. What an earlier process sent is not
 * known; platforms tolerate such a burst, and their "too many requests" is obeyed.
 */
export function createPace(rates: readonly Rate[]): Pace {
  const windows = rates.map((rate) => ({ rate, sent: new Map<string, number[]>() }));
  const paused = new Map<string, number>();
  const keyOf = ({ of }: Rate, place: Place): string => (of === "chat" ? chatOf(place) : "");
  const counts = (rate: Rate, { scope }: Place): boolean => rate.scope === undefined || rate.scope === scope;

  return {
    waitFor(place, now) {
      let free = paused.get(chatOf(place)) ?? now;
      for (const { rate, sent } of windows) {
        if (!counts(rate, place)) continue;
        const times = sent.get(keyOf(rate, place)) ?? [];
        // the one that must be out of the window before another is let in
        const oldest = times[times.length - rate.most];
        if (oldest !== undefined) free = Math.max(free, oldest + rate.withinMs);
      }
      return Math.max(0, free - now);
    },
    note(place, now) {
      for (const { rate, sent } of windows) {
        if (!counts(rate, place)) continue;
        const key = keyOf(rate, place);
        const times = sent.get(key) ?? [];
        times.push(now);
        if (times.length > rate.most) times.shift();
        sent.set(key, times);
        if (sent.size > FORGET_ABOVE)
          for (const [chat, [...of]] of sent) if ((of.at(-1) ?? 0) + rate.withinMs < now) sent.delete(chat);
      }
    },
    pause(place, until) {
      const chat = chatOf(place);
      paused.set(chat, Math.max(until, paused.get(chat) ?? 0));
      if (paused.size > FORGET_ABOVE)
        for (const [other, end] of paused) if (end < until - 3_600_000) paused.delete(other);
    },
  };
}

/** All threads of a chat share its rate. */
function chatOf({ scope, address }: Place): string {
  return `${scope}:${address}`;
}
