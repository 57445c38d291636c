import type { QueuedMessage, Store } from "../store/index.js";
import type { Channel, ChannelName, Clock, DeliveryFailure, Log, Place } from "../vocabulary/index.js";
import { errorName } from "./error-name.js";
import { createPace, type Pace } from "./pace.js";
import { describe, failureOf, pauseAfter, type RetryRules } from "./retry.js";
import { lookUp, type Outcome, type Step, stepsOf, take } from "./sending.js";
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
  /** The rates of its platform would let a message go to this place now. */
  hasRoom(place: Place): boolean;
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
  /** A message was given up, and its conversation (an id of the store) has something to decide about that. */
  readonly gaveUp: (conversation: number) => void;
}

/** So many sends of one channel run at once; a platform that hangs holds up no other one. */
const AT_ONCE = 16;
/** Where the platform can tell what became of a send, it is asked so often before the send is repeated blindly. */
const LOOKS_AT_MOST = 8;
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
  /** Parts of a replaced message that the first one has taken back so far. */
  removed: number;
  phase: "waiting" | "ready" | "sending";
}

/** What is under way on one channel. */
interface Side {
  readonly pace: Pace;
  readonly ready: Lane[];
  readonly running: Set<Promise<void>>;
}

/** Nothing is sent before `open`. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, channels, clock, timers, random, retry, log } = options;
  const lanes = new Map<number, Lane>();
  const sides = new Map<ChannelName, Side>();
  /** Messages whose place on the platform cannot be edited any more: they are sent instead. */
  const uneditable = new Set<number>();
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
    const lane: Lane = { addressId, channel, alarm, queue: [], removed: 0, phase: "waiting" };
    lanes.set(addressId, lane);
    return lane;
  }

  function sideOf(channel: ChannelName): Side {
    const side = sides.get(channel) ?? {
      pace: createPace(channels.get(channel)?.rates ?? []),
      ready: [],
      running: new Set(),
    };
    sides.set(channel, side);
    return side;
  }

  function enqueue(lane: Lane): void {
    // without its channel the lane stays as it is until the channel comes up
    if (lane.phase !== "waiting" || !channels.has(lane.channel)) return;
    lane.alarm.clear();
    lane.phase = "ready";
    const side = sideOf(lane.channel);
    side.ready.push(lane);
    fill(side);
  }

  function fill(side: Side): void {
    while (state === "open" && side.running.size < AT_ONCE) {
      const lane = side.ready.shift();
      if (!lane) return;
      const [head] = lane.queue;
      if (head && side.pace.waitFor(head.place, clock.now()) > 0) {
        // another thread of the chat, or another chat, was first
        lane.phase = "waiting";
        wait(lane);
        continue;
      }
      if (head) side.pace.note(head.place, clock.now());
      lane.phase = "sending";
      const run: Promise<void> = next(lane, side).finally(() => {
        side.running.delete(run);
        fill(side);
        options.rested();
      });
      side.running.add(run);
    }
  }

  /** Takes one step with the lane's first message, then lets the other lanes have their turn. */
  async function next(lane: Lane, side: Side): Promise<void> {
    const [message] = lane.queue;
    const channel = channels.get(lane.channel);
    if (message && channel) {
      const left = await attempt(channel, message, lane, side);
      if (left && !dropped.has(left.id)) lane.queue[0] = left;
      else {
        lane.queue.shift();
        lane.removed = 0;
        uneditable.delete(message.id);
      }
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
    const now = clock.now();
    const pace = channels.has(lane.channel) ? sideOf(lane.channel).pace.waitFor(head.place, now) : 0;
    const at = Math.max(head.nextAt, now + pace);
    if (at <= now) enqueue(lane);
    else lane.alarm.at(at);
  }

  /** @returns the message as it is to be tried again, or carried on with; null when it is done or given up. */
  async function attempt(
    channel: Channel,
    message: QueuedMessage,
    lane: Lane,
    side: Side,
  ): Promise<QueuedMessage | null> {
    if (message.expiresAt <= clock.now()) return giveUp(message, "not taken in time");
    const { replaces, receipts } = message;
    const replaced = replaces === null || uneditable.has(message.id) ? [] : await store.receipts(replaces);
    const steps = stepsOf(channel, message, replaced);
    let step = steps[receipts.length + lane.removed];
    if (!step) return taken(message, receipts, false);
    const isLast = receipts.length + lane.removed + 1 === steps.length;

    let { unknowns } = message;
    if ((step.does === "send" || step.does === "open") && unknowns > 0 && channel.lookUp) {
      const found = await lookUp(channel, message, step, { timers, deadlineMs: retry.deadlineMs });
      if ("error" in found) {
        if (message.attempts < LOOKS_AT_MOST)
          return later(message, { ...failureOf(found.error), delivery: "retryable" }, found.error, side);
      } else {
        if (found.receipt && step.does === "send")
          return taken(message, [...receipts, found.receipt], !isLast);
        if (found.receipt) step = { does: "open", begun: found.receipt };
        // what has not arrived is sent as if for the first time
        unknowns = 0;
      }
    }
    if (unknowns >= UNKNOWNS_AT_MOST)
      return giveUp(message, "interrupted twice: it may have arrived, so it is not sent again");
    if ((step.does === "send" || step.does === "open") && message.attempts > 0)
      await written(() => store.repeating(message.id, unknowns + 1));

    const outcome = await take(channel, message, step, { timers, deadlineMs: retry.deadlineMs });
    if (!("error" in outcome)) {
      if (step.does === "open") return opened(message, outcome, lane);
      if (!outcome.receipt) lane.removed += 1;
      return taken(message, outcome.receipt ? [...receipts, outcome.receipt] : receipts, !isLast);
    }
    return failed({ ...message, unknowns }, step, outcome, lane, side);
  }

  /** @returns the message with what is left of it, if anything is. */
  async function taken(
    message: QueuedMessage,
    receipts: QueuedMessage["receipts"],
    more: boolean,
  ): Promise<QueuedMessage | null> {
    troubles.delete(message.channel);
    if (!more) {
      await written(() => store.sent(message.id, receipts));
      return null;
    }
    if (receipts !== message.receipts) await written(() => store.partSent(message.id, receipts));
    return { ...message, receipts, attempts: 0, unknowns: 0 };
  }

  async function failed(
    message: QueuedMessage,
    step: Step,
    { error: thrown }: Extract<Outcome, { error: unknown }>,
    lane: Lane,
    side: Side,
  ): Promise<QueuedMessage | null> {
    const error = describe(thrown, message.place);
    const failure = failureOf(thrown);
    if (failure.movedTo) return moved(message, failure.movedTo, lane);
    troubles.set(message.channel, error);
    if (step.does === "edit" || step.does === "remove") {
      // to edit or to take back twice does no harm
      if (failure.delivery !== "undeliverable")
        return later(message, { ...failure, delivery: "retryable" }, thrown, side);
      if (step.does === "edit") uneditable.add(message.id);
      else lane.removed += 1;
      return message;
    }
    if (failure.delivery === "undeliverable") return giveUp(message, error);
    if (
      message.unknowns + (failure.delivery === "unknown" ? 1 : 0) >= UNKNOWNS_AT_MOST &&
      !channels.get(message.channel)?.lookUp
    )
      return giveUp(message, `unknown twice, so it is not sent again: ${error}`);
    return later(message, failure, thrown, side);
  }

  async function later(
    message: QueuedMessage,
    failure: DeliveryFailure,
    thrown: unknown,
    side: Side,
  ): Promise<QueuedMessage | null> {
    const error = describe(thrown, message.place);
    const { attempts } = message;
    const pause = Math.max(failure.retryAfter ?? 0, pauseAfter(attempts + 1, retry, random));
    const nextAt = clock.now() + pause;
    // what the platform asks for, it asks for the whole chat
    if (failure.retryAfter) side.pace.pause(message.place, clock.now() + failure.retryAfter);
    if (nextAt >= message.expiresAt) return giveUp(message, `not taken in time: ${error}`);
    const unknowns = message.unknowns + (failure.delivery === "unknown" ? 1 : 0);
    const retried = { nextAt, unknowns, error };
    await written(() => store.retryLater(message.id, retried));
    log.info("a message is sent again later", {
      message: message.message.id,
      channel: message.channel,
      delivery: failure.delivery,
      pause,
      error,
    });
    return { ...message, nextAt, unknowns, attempts: attempts + 1 };
  }

  /** The thread is there: what waits for it goes to it. */
  async function opened(
    message: QueuedMessage,
    { receipt, place }: Exclude<Outcome, { error: unknown }>,
    lane: Lane,
  ): Promise<null> {
    troubles.delete(message.channel);
    if (!receipt || !place) return null;
    await written(() => store.opened(message.id, place, receipt));
    lane.queue.splice(0, lane.queue.length, ...lane.queue.map((queued) => ({ ...queued, place })));
    return null;
  }

  /** The chat has another address: all that waits for the old one goes there. */
  async function moved(message: QueuedMessage, to: Place, lane: Lane): Promise<QueuedMessage> {
    const { place: from } = message;
    await written(() => store.moved(from, to));
    log.info("a chat has moved", { channel: message.channel });
    const elsewhere = (queued: QueuedMessage): QueuedMessage => {
      const { address, scope, details = queued.place.details } = to;
      return { ...queued, place: { ...queued.place, address, scope, ...(details ? { details } : {}) } };
    };
    lane.queue.splice(0, lane.queue.length, ...lane.queue.map(elsewhere));
    return elsewhere(message);
  }

  async function giveUp(message: QueuedMessage, error: string): Promise<null> {
    const concerned = await written(() => store.giveUp(message.id, error));
    if (concerned !== null) options.gaveUp(concerned);
    log.warn("a message was given up", { message: message.message.id, channel: message.channel, error });
    return null;
  }

  /** What happened on the platform must get on disk: until it does, this address waits. */
  async function written<T>(write: () => Promise<T>): Promise<T> {
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
      for (const side of sides.values()) fill(side);
    },
    wake(channel) {
      for (const lane of lanes.values()) if (lane.channel === channel && lane.phase === "waiting") wait(lane);
    },
    hasRoom: (place) => sideOf(place.channel).pace.waitFor(place, clock.now()) === 0,
    idle: () => [...lanes.values()].every(({ channel }) => !channels.has(channel)),
    sending: () => [...sides.values()].reduce((sum, { running }) => sum + running.size, 0),
    troubles: () => troubles,
    async stop() {
      state = "stopped";
      for (const { alarm } of lanes.values()) alarm.clear();
      for (const { ready } of sides.values()) ready.length = 0;
      await Promise.allSettled([...sides.values()].flatMap(({ running }) => [...running]));
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
