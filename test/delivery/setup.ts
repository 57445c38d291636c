import {
  createDelivery,
  type Delivery,
  type DeliveryOptions,
  type Timers,
} from "../../src/delivery/index.js";
import { openStore, type Store } from "../../src/store/index.js";
import type { TurnInput, TurnResult } from "../../src/turn.js";
import type {
  Channel,
  ChannelName,
  Log,
  OutgoingMessage,
  Place,
  SentReceipt,
} from "../../src/vocabulary/index.js";
import { decision, initialState, NOW, outgoing, SECRET } from "../store/setup.js";

/** Time that passes only when a test says so. */
export interface FakeTime {
  now(): number;
  readonly timers: Timers;
  /** Rings every timer of the next `ms` milliseconds at its time, and lets all that follows from it happen. */
  pass(ms: number): Promise<void>;
}

export function fakeTime(quiet: () => Promise<void>): FakeTime {
  let now = NOW;
  let count = 0;
  const timers = new Map<number, { at: number; callback: () => void }>();
  return {
    now: () => now,
    timers: {
      setTimeout(callback, ms) {
        count += 1;
        timers.set(count, { at: now + Math.max(ms, 0), callback });
        return count;
      },
      clearTimeout(handle) {
        timers.delete(handle as number);
      },
    },
    async pass(ms) {
      const end = now + ms;
      await quiet();
      for (;;) {
        const [next] = [...timers]
          .filter(([, { at }]) => at <= end)
          .sort((a, b) => a[1].at - b[1].at || a[0] - b[0]);
        if (!next) break;
        timers.delete(next[0]);
        now = next[1].at;
        next[1].callback();
        await quiet();
      }
      now = end;
    },
  };
}

/** A messenger that takes everything, unless a test says otherwise. */
export interface FakeChannel extends Channel {
  readonly taken: { to: Place; message: OutgoingMessage; at: number }[];
  readonly typed: Place[];
  /** What happens to a message that is about to be taken; counted from 1 for each message. */
  answer: (message: OutgoingMessage, attempt: number) => SentReceipt | Promise<SentReceipt>;
}

export function fakeChannel(name: ChannelName, now: () => number): FakeChannel {
  const attempts = new Map<string, number>();
  const channel: FakeChannel = {
    name,
    can: { edit: false, remove: false, threads: false, typing: true, files: false },
    taken: [],
    typed: [],
    answer: ({ id }) => ({ id: `receipt of ${id}` }),
    async start() {},
    async send(to, message) {
      const attempt = (attempts.get(message.id) ?? 0) + 1;
      attempts.set(message.id, attempt);
      const receipt = await channel.answer(message, attempt);
      channel.taken.push({ to, message, at: now() });
      return receipt;
    },
    async typing(place) {
      channel.typed.push(place);
    },
    async stop() {},
  };
  return channel;
}

export function failure(delivery: "retryable" | "unknown" | "undeliverable", retryAfter?: number): Error {
  return Object.assign(new Error(`${delivery} at chat-of-anna`), { delivery, retryAfter });
}

/** One process that serves the web, from its start to its end or its crash. */
export interface Process {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly channel: FakeChannel;
  readonly channels: Map<ChannelName, Channel>;
  readonly time: FakeTime;
  readonly logged: { level: string; what: string; details: Readonly<Record<string, unknown>> | undefined }[];
  /** What was decided, a line for each call. */
  readonly decided: TurnInput[];
  /** From now on nothing that this process began has any effect, and nothing is closed. */
  crash(): void;
  close(): Promise<void>;
}

export interface ProcessOptions extends Partial<Omit<DeliveryOptions, "store" | "channels">> {
  readonly file: string;
}

export async function startProcess({ file, ...more }: ProcessOptions): Promise<Process> {
  let dead = false;
  let busy = 0;
  /** Until the store has nothing under way for some rounds of the event loop in a row. */
  const quiet = async () => {
    for (let round = 0; round < 4; round = busy > 0 ? 0 : round + 1) await new Promise(setImmediate);
  };
  const time = fakeTime(quiet);
  const opened = await openStore({ file, synchronous: "NORMAL", secret: SECRET, clock: time, initialState });
  const store = watched(opened, {
    dead: () => dead,
    begun: () => {
      busy += 1;
    },
    ended: () => {
      busy -= 1;
    },
  });
  const channel = fakeChannel("web", time.now);
  const channels = new Map<ChannelName, Channel>([["web", channel]]);
  const logged: Process["logged"] = [];
  const write = (level: string) => (what: string, details?: Readonly<Record<string, unknown>>) => {
    logged.push({ level, what, details });
  };
  const log: Log = { info: write("info"), warn: write("warn"), error: write("error") };
  const decided: TurnInput[] = [];
  const turn = more.turn ?? answer;
  const delivery = createDelivery({
    apology: (input) => answer(input, "Es tut uns leid."),
    mask: (text) => text.replace(/geheim/g, "[verborgen]"),
    gatherMs: 0,
    clock: time,
    timers: time.timers,
    random: () => 0.5,
    log,
    ...more,
    store,
    channels,
    turn(input) {
      decided.push(input);
      return turn(input);
    },
  });
  return {
    store,
    delivery,
    channel,
    channels,
    time,
    logged,
    decided,
    crash() {
      dead = true;
      busy = 0;
    },
    async close() {
      if (!dead) await delivery.stop();
      dead = true;
      await opened.close();
    },
  };
}

/** Answers with one line that repeats what was asked. */
export function answer({ conversation, events, eventId }: TurnInput, text?: string): TurnResult {
  const asked = events.map(({ what }) => (what.kind === "message" ? what.text : what.kind)).join(" + ");
  return {
    decision: decision(conversation, {
      say: [{ to: conversation.place, message: outgoing(`${eventId}.0`, text ?? asked) }],
    }),
    question: asked,
    micros: 5,
  };
}

export function textOf({ text: [block] }: OutgoingMessage): string {
  const inline = block?.type === "paragraph" ? block.children[0] : undefined;
  return inline?.type === "text" ? inline.text : "";
}

/** A process that died neither begins anything on the disk nor hears of what it began. */
function watched(store: Store, life: { dead(): boolean; begun(): void; ended(): void }): Store {
  const never = () => new Promise<never>(() => {});
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function" || name === "commits") return value;
      return (...args: unknown[]) => {
        if (life.dead()) return never();
        life.begun();
        return (value.apply(target, args) as Promise<unknown>).then(
          (result) => {
            if (life.dead()) return never();
            life.ended();
            return result;
          },
          (error: unknown) => {
            if (life.dead()) return never();
            life.ended();
            throw error;
          },
        );
      };
    },
  });
}
