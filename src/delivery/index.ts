import type { Figures, Store } from "../store/index.js";
import type { TurnInput, TurnResult } from "../turn.js";
import type {
  Channel,
  ChannelName,
  Clock,
  ConversationState,
  DeskEvent,
  Happening,
  Log,
  Place,
} from "../vocabulary/index.js";
import { createConversations } from "./conversations.js";
import { errorName } from "./error-name.js";
import { createGate } from "./gate.js";
import { createOutbox } from "./outbox.js";
import { defaultRetry, type RetryRules } from "./retry.js";
import { createAlarm, systemTimers, type Timers } from "./wake.js";

export { errorName } from "./error-name.js";
export { pauseAfter, type RetryRules } from "./retry.js";
export { createAlarm, systemTimers, type Timers } from "./wake.js";

/** Carries every event to a decision and every decision to its platform, whatever stops in between. */
export interface Delivery {
  /**
   * Takes an event over; resolves when it is safe on disk. What was not meant for the desk is "dropped" and not stored.
   * @throws when it could not be stored: do not acknowledge then.
   */
  receive(event: DeskEvent): Promise<"accepted" | "repeat" | "dropped">;
  /** Takes up what an earlier process left: open events, messages not sent. Until then accepted events wait. */
  start(): Promise<void>;
  /** Something was written to the store that may be due: it is looked up at once. Before `start` nothing happens. */
  wake(): void;
  /** Erases a conversation, and sends nothing more of what was decided in it. */
  forget(who: { place: Place; sender: string }): Promise<void>;
  /** A channel was added to the map after `start`: what waited for it goes on. */
  resume(channel: ChannelName): Promise<void>;
  /**
   * Resolves when, after `start`, all accepted events are answered and all their messages sent or given up; of channels
   * that are on.
   * @throws when the desk is stopped before.
   */
  settled(): Promise<void>;
  /** Finishes what runs; the rest stays on disk for the next start. */
  stop(): Promise<void>;
  health(): Promise<DeliveryHealth>;
}

export interface DeliveryHealth extends Figures {
  /** Conversations with something to decide. */
  readonly deciding: number;
  readonly sending: number;
  /** By channel, what last went wrong, if no message has got through since. */
  readonly troubles: Readonly<Partial<Record<ChannelName, string>>>;
}

export interface DeliveryOptions {
  readonly store: Store;
  /** The channels that are on. Events and messages of others stay on disk. */
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly turn: (input: TurnInput) => TurnResult;
  /** What is decided when `turn` has failed three times, so that nobody is left without an answer. */
  readonly apology: (input: TurnInput) => TurnResult;
  /** Takes personal data out of a text. */
  readonly mask: (text: string) => string;
  /** Whether a place is a staff room, or in one. Default: there are none. */
  readonly isStaffRoom?: (place: Place) => boolean;
  /** The staff room in which a guest's lines are read, while a person has the conversation. Default: there is none. */
  readonly readIn?: (state: ConversationState) => Place | null;
  /** Milliseconds within which lines typed in a row are taken together. */
  readonly gatherMs: number;
  readonly retry?: Partial<RetryRules>;
  readonly clock: Clock;
  readonly log: Log;
  readonly timers?: Timers;
  /** 0 up to but not including 1; spreads repeats. */
  readonly random?: () => number;
}

/** Rows read at once when an earlier process's work is taken up. */
const PORTION = 256;
/** Characters of a pressed button's words: those that the desk did not write come from outside. */
const LONGEST_LABEL = 100;

/** Takes events over from now on; decides and sends from `start` on. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, channels, clock, log, gatherMs, timers = systemTimers, random = Math.random } = options;
  const retry = { ...defaultRetry, ...options.retry };
  const common = { store, retry, clock, timers, random, log, rested };
  const isStaffRoom = options.isStaffRoom ?? (() => false);
  const outbox = createOutbox({
    ...common,
    channels,
    gaveUp: (conversation) => conversations.poke(conversation),
  });
  const gate = createGate(clock);
  const conversations = createConversations({
    ...common,
    turnToDecide: gate.turn,
    turn: options.turn,
    apology: options.apology,
    mask: options.mask,
    gatherMs,
    isCrowded(conversation) {
      const room = options.readIn?.(conversation) ?? null;
      return room !== null && !outbox.hasRoom(room);
    },
    erased: (messages) => outbox.drop(messages),
    committed(messages, firstTimerAt) {
      // of other channels they stay on disk until `resume` takes them up
      outbox.add(messages.filter(({ channel }) => takenUp.has(channel)));
      if (firstTimerAt === null) return;
      // in another conversation it may be due already
      if (firstTimerAt <= clock.now()) wake();
      else timer.at(firstTimerAt);
    },
  });
  const timer = createAlarm(clock, timers, () => track(wakeDue()));
  const tasks = new Set<Promise<unknown>>();
  const takenUp = new Set<ChannelName>();
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  let state: "closed" | "open" | "stopped" = "closed";

  async function receive(event: DeskEvent): Promise<"accepted" | "repeat" | "dropped"> {
    if (state === "stopped") throw new Error("The desk is closing and takes no more events.");
    const { what } = event;
    const room = event.place.scope === "room" ? await staffRoom(event.place) : null;
    if (room && what.kind === "membership" && what.change === "left") return leftRoom(event, room);
    if (what.kind === "membership" && what.change === "moved" && what.to) {
      // nobody did anything: said twice, it is done twice
      await store.moved(event.place, what.to);
      return "accepted";
    }
    // who leaves a room of guests leaves nothing of theirs here
    if (event.place.scope === "room" && what.kind === "membership" && what.change === "left")
      return "dropped";
    if (room) {
      const taken = await takeFromStaff(event);
      if (taken !== "dropped") return taken;
    }
    const meant = event.addressed || event.place.scope === "private";
    if (!meant && !(await goesOn(event))) return "dropped";
    gate.hurry();
    const dueAt = clock.now() + (what.kind === "message" ? gatherMs : 0);
    const accepted = await store.accept({
      event,
      logText: wordsOf(what),
      dueAt,
    });
    if (accepted.result !== "accepted") return accepted.result;
    if (takenUp.has(event.channel)) conversations.poke(accepted.conversationId);
    if (what.kind === "message" || what.kind === "action") showTyping(event);
    return "accepted";
  }

  /** The place as it is configured, if it is a staff room or a thread in one; null: it is none. */
  async function staffRoom(place: Place): Promise<Place | null> {
    if (isStaffRoom(place)) return place;
    const before = await store.formerly(place);
    return before.address !== place.address && isStaffRoom(before) ? before : null;
  }

  /** What staff do about a conversation enters its queue: it can never race with what the guest does. */
  async function takeFromStaff(event: DeskEvent): Promise<"accepted" | "repeat" | "dropped"> {
    const { what } = event;
    const text = what.kind === "message" || what.kind === "edit" ? what.text : null;
    const accepted = await store.accept({ event, logText: text, dueAt: clock.now(), byStaff: true });
    if (accepted.result === "accepted") conversations.poke(accepted.conversationId);
    return accepted.result;
  }

  /** Somebody, or the bot itself, is no longer in the room; said twice, it is done twice and means nothing then. */
  async function leftRoom({ sender, place }: DeskEvent, room: Place): Promise<"accepted"> {
    const concerned =
      sender.id === "bot" ? await store.roomGone(place) : await store.staffLeft(room, sender.id);
    for (const conversation of concerned) conversations.poke(conversation);
    return "accepted";
  }

  /** What others say to each other in a room is none of the desk's business: not a word of it is stored. */
  async function goesOn({ place, sender, followsOn }: DeskEvent): Promise<boolean> {
    return followsOn === true && (await store.knows(place, sender.id));
  }

  /** What the guest's line shows, masked; null where there is none. */
  function wordsOf(what: Happening): string | null {
    if (what.kind === "message" || what.kind === "edit") return options.mask(what.text);
    if (what.kind !== "action" || what.label === undefined) return null;
    return [...options.mask(what.label)].slice(0, LONGEST_LABEL).join("");
  }

  function wake(): void {
    if (state === "open") track(wakeDue());
  }

  /**
   * Best effort and never waited for: an answer must not depend on it. Where the platform's rates are used up, answers
   * wait for them, and no call goes to this.
   */
  function showTyping({ channel, place }: DeskEvent): void {
    if (!channels.get(channel)?.typing || !outbox.hasRoom(place)) return;
    void Promise.resolve()
      .then(() => channels.get(channel)?.typing?.(place))
      .catch(() => {});
  }

  async function start(): Promise<void> {
    await takeUp([...channels.keys()]);
    if (state === "stopped") return;
    state = "open";
    outbox.open();
    conversations.open();
    rested();
  }

  async function takeUp(wanted: readonly ChannelName[]): Promise<void> {
    const fresh = wanted.filter((channel) => !takenUp.has(channel));
    if (fresh.length === 0) return;
    await store.recover(fresh);
    for (let after = 0; ; ) {
      const messages = await store.outgoing({ channels: fresh, after, limit: PORTION });
      outbox.add(messages);
      const last = messages.at(-1);
      if (!last || messages.length < PORTION) break;
      after = last.id;
    }
    // only now: whatever is decided from here on is added by the decision, and all before stood on disk
    for (const channel of fresh) takenUp.add(channel);
    await wakeDue();
  }

  /** Pokes all conversations in which something is due, and sets the alarm for the next one. */
  async function wakeDue(): Promise<void> {
    const of = [...takenUp];
    const now = clock.now();
    for (let after = 0; ; ) {
      const due = await store.due({ now, channels: of, after, limit: PORTION });
      for (const conversation of due) conversations.poke(conversation);
      const last = due.at(-1);
      if (last === undefined || due.length < PORTION) break;
      after = last;
    }
    const next = await store.nextDue({ now, channels: of });
    if (next !== null) timer.at(next);
  }

  function track(task: Promise<void>): void {
    void underWay(
      task.catch((error: unknown) => {
        log.error("what is due could not be read; it is tried again", {
          error: errorName(error),
        });
        timer.at(clock.now() + retry.firstMs);
      }),
    );
  }

  /** The desk neither rests nor stops before it is done, however it ends. */
  function underWay<T>(task: Promise<T>): Promise<T> {
    const ended = (): void => {
      tasks.delete(tracked);
      rested();
    };
    const tracked: Promise<void> = task.then(ended, ended);
    tasks.add(tracked);
    return task;
  }

  function rested(): void {
    if (waiting.length === 0 || state !== "open") return;
    if (tasks.size === 0 && conversations.idle() && outbox.idle())
      for (const { resolve } of waiting.splice(0)) resolve();
  }

  return {
    receive: (event) => underWay(receive(event)),
    start,
    wake,
    forget: (who) =>
      underWay(
        store.forget(who).then((unsent) => {
          outbox.drop(unsent);
          // staff who had the conversation are told
          wake();
        }),
      ),
    async resume(channel) {
      await takeUp([channel]);
      outbox.wake(channel);
    },
    settled: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        rested();
      }),
    async stop() {
      state = "stopped";
      timer.clear();
      await Promise.all(tasks);
      timer.clear();
      await Promise.all([conversations.stop(), outbox.stop()]);
      for (const { reject } of waiting.splice(0))
        reject(new Error("The desk was closed before all was settled."));
    },
    async health() {
      return {
        ...(await store.figures()),
        deciding: conversations.size(),
        sending: outbox.sending(),
        troubles: Object.fromEntries(outbox.troubles()),
      };
    },
  };
}
