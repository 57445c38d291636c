import type { QueuedMessage, Store } from "../store/index.js";
import type { Channel, ChannelName, Clock, Log } from "../vocabulary/index.js";
import { errorName } from "./error-name.js";
import { describe, failureOf, pauseAfter, type RetryRules } from "./retry.js";
import { send } from "./sending.js";
import { type Alarm, createAlarm, type Timers } from "./wake.js";

/** Sends what was decided: in order to each address, to many addresses at once. Nobody else sends or repeats. */
export interface Outbox {
  add(messages: readonly QueuedMessage[]): void;
  /** Begins to send; what was added before waits until then. */
  open(): void;
  /** Never sends these (ids of the store), nor repeats the one that may be on its way: they were erased. */
  drop(messages: readonly number[]): void;
  /** A channel has come up: what waited for it goes out. */
  wake(channel: ChannelName): void;
  /** Nothing waits for a channel that is on. */
  idle(): boolean;
  sending(): number;
  /** The last trouble of each channel that has had one since it last took a message. */
  troubles(): ReadonlyMap<ChannelName, string>;
  /** Finishes the sends that run and begins no other. */
  stop(): Promise<void>;
}

export interface OutboxOptions {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly retry: RetryRules;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => number;
  readonly log: Log;
  readonly rested: () => void;
}

/** So many sends run at once. */
const AT_ONCE = 16;
/** A send and one repeat may have an unknown outcome; a third could be a third copy. */
const UNKNOWNS_AT_MOST = 2;
/** Pauses before an outcome is written again, in milliseconds. */
const WRITE_RETRY = { firstMs: 100, longestMs: 5_000 };

/** What waits for one address. Only its first message is ever tried. */
interface Lane {
  readonly addressId: number;
  readonly channel: ChannelName;
  readonly alarm: Alarm;
  /** By rising id. */
  readonly queue: QueuedMessage[];
  phase: "waiting" | "ready" | "sending";
}

/** Nothing is sent before `open`. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, channels, clock, timers, random, retry, log } = options;
  const lanes = new Map<number, Lane>();
  const ready: Lane[] = [];
  const running = new Set<Promise<void>>();
  const troubles = new Map<ChannelName, string>();
  const dropped = new Set<number>();
  let state: "closed" | "open" | "stopped" = "closed";

  function add(messages: readonly QueuedMessage[]): void {
    if (state === "stopped") return;
    for (const message of messages) {
      if (dropped.has(message.id)) continue;
      const lane = lanes.get(message.addressId) ?? enter(message);
      insert(lane.queue, message);
      if (lane.phase === "waiting") wait(lane);
    }
  }

  function enter({ addressId, channel }: QueuedMessage): Lane {
    const alarm = createAlarm(clock, timers, () => enqueue(lane));
    const lane: Lane = { addressId, channel, alarm, queue: [], phase: "waiting" };
    lanes.set(addressId, lane);
    return lane;
  }

  function enqueue(lane: Lane): void {
    // without its channel the lane stays as it is until the channel comes up
    if (lane.phase !== "waiting" || !channels.has(lane.channel)) return;
    lane.alarm.clear();
    lane.phase = "ready";
    ready.push(lane);
    fill();
  }

  function fill(): void {
    while (state === "open" && running.size < AT_ONCE) {
      const lane = ready.shift();
      if (!lane) return;
      lane.phase = "sending";
      const run: Promise<void> = next(lane).finally(() => {
        running.delete(run);
        fill();
        options.rested();
      });
      running.add(run);
    }
  }

  /** Tries the lane's first message once, then lets the other lanes have their turn. */
  async function next(lane: Lane): Promise<void> {
    const [message] = lane.queue;
    const channel = channels.get(lane.channel);
    if (message && channel) {
      const left = await attempt(channel, message);
      if (left && !dropped.has(left.id)) lane.queue[0] = left;
      else lane.queue.shift();
      dropped.delete(message.id);
    }
    lane.phase = "waiting";
    if (lane.queue.length > 0) wait(lane);
    else lanes.delete(lane.addressId);
  }

  function drop(messages: readonly number[]): void {
    for (const id of messages) dropped.add(id);
    const sending = new Set<number>();
    for (const lane of lanes.values()) {
      // the one that is on its way keeps its place until it is known what became of it
      const onItsWay = lane.phase === "sending" ? lane.queue.splice(0, 1) : [];
      for (const { id } of onItsWay) sending.add(id);
      lane.queue.splice(
        0,
        lane.queue.length,
        ...onItsWay,
        ...lane.queue.filter(({ id }) => !dropped.has(id)),
      );
      if (lane.phase !== "waiting") continue;
      lane.alarm.clear();
      if (lane.queue.length > 0) wait(lane);
      else lanes.delete(lane.addressId);
    }
    // what was decided in the same moment is added within it; later nobody can name an erased message any more
    setImmediate(() => {
      for (const id of messages) if (!sending.has(id)) dropped.delete(id);
    });
    options.rested();
  }

  /** Until the first message may be sent; the others stand behind it, whatever their time. */
  function wait(lane: Lane): void {
    const [head] = lane.queue;
    if (!head || state === "stopped") return;
    if (head.nextAt <= clock.now()) enqueue(lane);
    else lane.alarm.at(head.nextAt);
  }

  /** @returns the message as it is to be tried again; null when it is sent or given up. */
  async function attempt(channel: Channel, message: QueuedMessage): Promise<QueuedMessage | null> {
    const { unknowns } = message;
    if (unknowns >= UNKNOWNS_AT_MOST)
      return giveUp(message, "interrupted twice: it may have arrived, so it is not sent again");
    if (message.expiresAt <= clock.now()) return giveUp(message, "not taken in time");
    const repeat = message.attempts > 0;
    if (repeat) await written(() => store.repeating(message.id));

    const outcome = await send(channel, message, { timers, deadlineMs: retry.deadlineMs });
    if ("receipt" in outcome) {
      await written(() => store.sent(message.id, outcome.receipt));
      troubles.delete(message.channel);
      return null;
    }

    const error = describe(outcome.error, message.place);
    const failure = failureOf(outcome.error);
    troubles.set(message.channel, error);
    if (failure.delivery === "undeliverable") return giveUp(message, error);
    const unknown = failure.delivery === "unknown" ? 1 : 0;
    if (unknowns + unknown >= UNKNOWNS_AT_MOST)
      return giveUp(message, `unknown twice, so it is not sent again: ${error}`);
    const pause = Math.max(failure.retryAfter ?? 0, pauseAfter(message.attempts + 1, retry, random));
    const nextAt = clock.now() + pause;
    if (nextAt >= message.expiresAt) return giveUp(message, `not taken in time: ${error}`);
    const later = { nextAt, unknowns: unknowns + unknown, error };
    await written(() => store.retryLater(message.id, later));
    log.info("a message is sent again later", {
      message: message.message.id,
      channel: message.channel,
      delivery: failure.delivery,
      pause,
      error,
    });
    return { ...message, ...later, attempts: message.attempts + 1 };
  }

  async function giveUp(message: QueuedMessage, error: string): Promise<null> {
    await written(() => store.giveUp(message.id, error));
    log.warn("a message was given up", { message: message.message.id, channel: message.channel, error });
    return null;
  }

  /** What happened on the platform must get on disk: until it does, this address waits. */
  async function written(write: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write();
      } catch (error) {
        if (state === "stopped") throw error;
        log.error("the outbox could not be written; it is tried again", {
          error: errorName(error),
          code: (error as { code?: unknown } | null)?.code,
        });
        await new Promise<void>((resolve) => {
          timers.setTimeout(resolve, pauseAfter(attempt, WRITE_RETRY, random));
        });
      }
    }
  }

  return {
    add,
    drop,
    open() {
      state = "open";
      fill();
    },
    wake(channel) {
      for (const lane of lanes.values()) if (lane.channel === channel && lane.phase === "waiting") wait(lane);
    },
    idle: () => [...lanes.values()].every(({ channel }) => !channels.has(channel)),
    sending: () => running.size,
    troubles: () => troubles,
    async stop() {
      state = "stopped";
      for (const { alarm } of lanes.values()) alarm.clear();
      ready.length = 0;
      await Promise.allSettled(running);
      for (const { alarm } of lanes.values()) alarm.clear();
    },
  };
}

/** A message that was read from the disk may also come from the decision that has just been written: it stands once. */
function insert(queue: QueuedMessage[], message: QueuedMessage): void {
  const last = queue.at(-1);
  if (!last || last.id < message.id) queue.push(message);
  else {
    const index = queue.findIndex(({ id }) => id >= message.id);
    if (queue[index]?.id !== message.id) queue.splice(index, 0, message);
  }
}
