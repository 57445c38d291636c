import { pauseAfter, type Timers } from "./delivery/index.js";
import type { Channel, ChannelName, Desk, Log } from "./vocabulary/index.js";

/** How a channel is, for `GET /healthz`. */
export interface ChannelHealth {
  /** What is wrong with it; null: nothing. */
  readonly trouble: string | null;
  /** Requests that were refused, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface ChannelsOptions {
  readonly channels: readonly Channel[];
  /** What is the same for all channels, and the memory of one. */
  readonly desk: (name: ChannelName) => Omit<Desk, "keepTrying" | "trouble" | "refused">;
  readonly timers: Timers;
  /** 0 up to but not including 1; spreads repeats. */
  readonly random: () => number;
  readonly log: Log;
}

/** The channels that are on: none of them can stop another one, or the desk. */
export interface Channels {
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): Readonly<Partial<Record<ChannelName, ChannelHealth>>>;
}

/** Pauses before a channel tries again to begin, in milliseconds. */
const RETRY = { firstMs: 1_000, longestMs: 60_000 };
/** Characters of what is wrong with a channel. */
const LONGEST_TROUBLE = 300;

/** Gives each channel its view of the desk. */
export function createChannels(options: ChannelsOptions): Channels {
  const { channels, timers, random, log } = options;
  const stopped = new AbortController();
  /** By channel, and there by what it belongs to: one thing that works does not mend another. */
  const troubles = new Map<ChannelName, Map<string, string>>();
  const refusals = new Map<ChannelName, Map<string, number>>();

  function deskFor(channel: Channel): Desk {
    const { name } = channel;
    const own = new Map<string, string>();
    troubles.set(name, own);
    const troubleOf =
      (about: string) =>
      (what: string | null): void => {
        if (what === null) own.delete(about);
        else own.set(about, what.slice(0, LONGEST_TROUBLE));
      };
    return {
      ...options.desk(name),
      trouble: troubleOf(""),
      refused(reason) {
        const counts = refusals.get(name) ?? new Map<string, number>();
        refusals.set(name, counts.set(reason, (counts.get(reason) ?? 0) + 1));
      },
      keepTrying: (what, task) => void keepTrying(name, what, task, troubleOf(what)),
    };
  }

  async function keepTrying(
    channel: ChannelName,
    what: string,
    task: (signal: AbortSignal) => Promise<void>,
    trouble: (what: string | null) => void,
  ): Promise<void> {
    for (let attempt = 1; !stopped.signal.aborted; attempt += 1) {
      try {
        await task(stopped.signal);
        trouble(null);
        return;
      } catch (error) {
        if (stopped.signal.aborted) return;
        trouble(`${what}: ${error instanceof Error ? error.message : String(error)}`);
        const pause = pauseAfter(attempt, RETRY, random);
        log.warn("a channel cannot work yet; it tries again", { channel, what, attempt, pause, error });
        await sleep(pause);
      }
    }
  }

  /** Ends early when the channels are stopped. */
  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const handle = timers.setTimeout(resolve, ms);
      stopped.signal.addEventListener("abort", () => {
        timers.clearTimeout(handle);
        resolve();
      });
    });
  }

  return {
    async start() {
      for (const channel of channels) {
        const desk = deskFor(channel);
        try {
          await channel.start(desk);
        } catch (error) {
          // one channel that cannot start must not stop the others
          desk.trouble(`It did not start: ${error instanceof Error ? error.message : String(error)}`);
          log.error("a channel did not start", { channel: channel.name, error });
        }
      }
    },
    async stop() {
      stopped.abort();
      await Promise.allSettled(channels.map((channel) => channel.stop()));
    },
    health: () =>
      Object.fromEntries(
        channels.map(({ name }) => [
          name,
          {
            trouble: [...(troubles.get(name)?.values() ?? [])].join(" ") || null,
            refused: Object.fromEntries(refusals.get(name) ?? []),
          },
        ]),
      ),
  };
}
