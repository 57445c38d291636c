import type { Desk, DeskEvent } from "../../src/vocabulary/index.js";

/** A desk as a channel sees it, which remembers what it was told. */
export interface TestDesk extends Desk {
  readonly events: DeskEvent[];
  readonly troubles: (string | null)[];
  readonly refusals: Map<string, number>;
  /** What `keepTrying` began; each settles when its task has succeeded or the desk was closed. */
  readonly tries: Promise<void>[];
  /** Ends what is tried again and again. */
  close(): void;
}

/** Repeats are recognised by their keys, as in the store; `over` replaces any part. */
export function testDesk(over: Partial<Desk> = {}): TestDesk {
  const events: DeskEvent[] = [];
  const troubles: (string | null)[] = [];
  const refusals = new Map<string, number>();
  const tries: Promise<void>[] = [];
  const keys = new Set<string>();
  const kept = new Map<string, string>();
  const closing = new AbortController();
  const ignore = (): void => {};
  return {
    events,
    troubles,
    refusals,
    tries,
    close: () => closing.abort(),
    async receive(event) {
      if (!event.addressed && event.place.scope !== "private") return "dropped";
      if (event.keys.some((key) => keys.has(key))) return "repeat";
      for (const key of event.keys) keys.add(key);
      events.push(event);
      return "accepted";
    },
    transcript: async () => [],
    forget: async () => {},
    http: { get: ignore, post: ignore },
    memory: {
      get: async (key) => kept.get(key) ?? null,
      all: async (prefix) => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
      async set(key, value) {
        kept.set(key, value);
      },
      async remove(key) {
        kept.delete(key);
      },
    },
    keepTrying(_, task) {
      const trying = async (): Promise<void> => {
        while (!closing.signal.aborted) {
          try {
            await task(closing.signal);
            troubles.push(null);
            return;
          } catch (error) {
            if (closing.signal.aborted) return;
            troubles.push(error instanceof Error ? error.message : String(error));
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        }
      };
      tries.push(trying());
    },
    trouble: (what) => void troubles.push(what),
    refused: (reason) => void refusals.set(reason, (refusals.get(reason) ?? 0) + 1),
    clock: { now: () => Date.now() },
    log: { info: ignore, warn: ignore, error: ignore },
    ...over,
  };
}
