import type { Loaded, OpenEvent, QueuedMessage, Store } from "../store/index.js";
import { codeIn, type TurnInput, type TurnResult } from "../turn.js";
import type { Action, Clock, ConversationState, Log } from "../vocabulary/index.js";
import { errorName } from "./error-name.js";
import { type Batch, nextBatch } from "./gathering.js";
import { pauseAfter, type RetryRules } from "./retry.js";
import { type Alarm, createAlarm, type Timers } from "./wake.js";

/** The open conversations: each is decided strictly in order, many of them at once. */
export interface Conversations {
  /** There is something new in this conversation: look when it is to be decided. */
  poke(conversationId: number): void;
  /** Begins to decide; what was poked before waits until then. */
  open(): void;
  idle(): boolean;
  /** How many have something open. */
  size(): number;
  /** Finishes the decisions that run and begins no other. */
  stop(): Promise<void>;
}

export interface ConversationsOptions {
  readonly store: Store;
  readonly turn: (input: TurnInput) => TurnResult;
  readonly apology: (input: TurnInput) => TurnResult;
  readonly mask: (text: string) => string;
  readonly gatherMs: number;
  /** What the guest writes goes to staff whose room takes no more messages just now: its lines are gathered for longer. */
  readonly isCrowded: (state: ConversationState) => boolean;
  readonly retry: RetryRules;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => number;
  readonly log: Log;
  /** Resolves when a decision may begin that could have begun at this time (milliseconds since 1970). */
  readonly turnToDecide: (since: number) => Promise<void>;
  /** What a decision left behind: messages to send, and when the first timer is due that it set, if it set any. */
  readonly committed: (messages: readonly QueuedMessage[], firstTimerAt: number | null) => void;
  /** Messages (ids of the store) that a decision erased before they were sent. */
  readonly erased: (messages: readonly number[]) => void;
  /** A conversation has nothing left to decide. */
  readonly rested: () => void;
}

/** So many conversations are between load and commit at once. */
const AT_ONCE = 32;
/** A decision that was overtaken is made anew so many times in a row before it pauses. */
const STALE_IN_A_ROW = 5;
/** An event that could not be decided so often is answered with an apology. */
const FAILURES_BEFORE_APOLOGY = 3;

interface Entry {
  readonly alarm: Alarm;
  /** When the next decision could have begun, in milliseconds since 1970. */
  since: number;
  phase: "waiting" | "ready" | "running";
  /** Poked while it ran: look again before resting. */
  again: boolean;
  /** Rounds in a row that did not end in a commit. */
  troubles: number;
}

type Round = "committed" | "stale" | "failed";

/** Nothing is decided before `open`. */
export function createConversations(options: ConversationsOptions): Conversations {
  const { store, clock, timers, log, retry, random } = options;
  const entries = new Map<number, Entry>();
  const ready: number[] = [];
  const running = new Set<Promise<void>>();
  let state: "closed" | "open" | "stopped" = "closed";

  function poke(id: number): void {
    if (state === "stopped") return;
    const entry = entries.get(id) ?? enter(id);
    if (entry.phase === "running") entry.again = true;
    else enqueue(id);
  }

  function enter(id: number): Entry {
    const alarm = createAlarm(clock, timers, () => enqueue(id));
    const entry: Entry = { alarm, since: 0, phase: "waiting", again: false, troubles: 0 };
    entries.set(id, entry);
    return entry;
  }

  function enqueue(id: number): void {
    const entry = entries.get(id);
    if (entry?.phase !== "waiting") return;
    entry.alarm.clear();
    entry.since = clock.now();
    entry.phase = "ready";
    ready.push(id);
    fill();
  }

  function fill(): void {
    while (state === "open" && running.size < AT_ONCE) {
      const id = ready.shift();
      if (id === undefined) return;
      const entry = entries.get(id);
      if (!entry) continue;
      entry.phase = "running";
      const run: Promise<void> = work(id, entry).finally(() => {
        running.delete(run);
        fill();
        options.rested();
      });
      running.add(run);
    }
  }

  /** Decides batch after batch until nothing is due. */
  async function work(id: number, entry: Entry): Promise<void> {
    try {
      for (;;) {
        await options.turnToDecide(entry.since);
        if (state !== "open") return;
        entry.again = false;
        const loaded = await store.load(id);
        const batch =
          loaded &&
          nextBatch(
            loaded.events,
            loaded.more,
            options.gatherMs,
            options.isCrowded(loaded.conversation.state),
          );
        if (!loaded || !batch) {
          if (entry.again) continue;
          return rest(id, entry);
        }
        if (batch.readyAt > clock.now()) {
          if (entry.again) continue;
          return putOff(id, entry, batch.readyAt);
        }
        const round = await decide(loaded, batch);
        if (round === "committed") {
          entry.troubles = 0;
          entry.since = clock.now();
          // nothing came in between and nothing was left: no need to look again
          if (batch.events.length === loaded.events.length && !loaded.more && !entry.again)
            return rest(id, entry);
        } else {
          entry.troubles += 1;
          if (round === "stale" && entry.troubles >= STALE_IN_A_ROW) {
            log.warn("a decision was overtaken again and again; it is made later", { conversation: id });
            return putOff(id, entry, clock.now() + pauseAfter(1, retry, random));
          }
        }
      }
    } catch (error) {
      // the database is locked or its disk is full: the event is safe, only later
      entry.troubles += 1;
      log.error("a conversation could not be carried on; it is tried again", {
        conversation: id,
        error: errorName(error),
        code: (error as { code?: unknown } | null)?.code,
      });
      putOff(id, entry, clock.now() + pauseAfter(entry.troubles, retry, random));
    }
  }

  function rest(id: number, entry: Entry): void {
    entry.alarm.clear();
    entries.delete(id);
  }

  function putOff(id: number, entry: Entry, until: number): void {
    entry.phase = "waiting";
    // no timer for what is due: it would cost a millisecond a turn
    if (until <= clock.now()) enqueue(id);
    else entry.alarm.at(until);
  }

  async function decide(
    { conversation, seats, waiting, staffed, claimant }: Loaded,
    { events }: Batch,
  ): Promise<Round> {
    const last = events.at(-1) ?? events[0];
    const failures = Math.max(...events.map((event) => event.failures));
    const { what } = last.event;
    try {
      const action =
        what.kind === "action" ? ((await store.action(what.action, conversation.id)) ?? "expired") : null;
      const edited =
        what.kind === "edit" || what.kind === "deletion" ? await store.answersTo(last.id, what.id) : null;
      const given = await forHandover(conversation, last, action);
      const now = clock.now();
      const input: TurnInput = {
        ...given,
        waiting,
        staffed,
        claimant,
        ...(last.staff === undefined ? {} : { staff: last.staff }),
        conversation,
        seats,
        events: events.map(({ event }) => event),
        eventId: last.id,
        action,
        edited,
        now,
      };
      const decided = (failures >= FAILURES_BEFORE_APOLOGY ? options.apology : options.turn)(input);
      const result = await store.commit({
        conversationId: conversation.id,
        ...(decided.decision.verbatim ? { verbatim: wordsOf(events) } : {}),
        eventIds: events.map((event) => event.id),
        decision: decided.decision,
        question: question(decided, conversation.state, events),
        latencyMs: Math.max(0, clock.now() - last.receivedAt),
        micros: decided.micros,
        giveUpAfterMs: retry.giveUpAfterMs,
      });
      if (result.result === "stale") return "stale";
      if (result.erased.length > 0) options.erased(result.erased);
      options.committed(result.messages, result.firstTimerAt);
      return "committed";
    } catch (error) {
      log.error("an event could not be decided", {
        event: last.id,
        kind: what.kind,
        failures: failures + 1,
        error: errorName(error),
        where: whereOf(error),
      });
      await store.failed(
        events.map((event) => event.id),
        clock.now() + pauseAfter(failures + 1, retry, random),
      );
      return "failed";
    }
  }

  /** What only some decisions need, read when one of them is due. */
  async function forHandover(
    { id: conversation, state: { handover } }: Loaded["conversation"],
    { event: { what, place, channel, sender }, staff }: OpenEvent,
    action: Action | "expired" | null,
  ): Promise<Pick<TurnInput, "caseFile" | "draft" | "linking">> {
    const act = action && action !== "expired" ? action.act : null;
    // what shows a case to staff, or writes to the guest who left it
    const announces = what.kind === "timer" && /^(?:handover|undelivered:aside):/.test(what.name);
    const answersTicket = staff !== undefined && handover?.ticket === true;
    const sums = act?.does === "handover-summary";
    const drafted = act?.does === "staff-send" ? act.line : null;
    const code =
      what.kind === "message" && staff === undefined && place.scope === "private" ? codeIn(what.text) : null;
    return {
      ...(announces || sums || answersTicket ? { caseFile: await store.caseFile(conversation) } : {}),
      ...(drafted === null ? {} : { draft: await store.staffLine(conversation, drafted) }),
      ...(code === null
        ? {}
        : { linking: { code, channel, sender: sender.id, member: await store.staffByCode(code) } }),
    };
  }

  /** For the log; of an apology the words that could not be understood. What is written in a form is the form's alone. */
  function question(
    { decision, question: asked }: TurnResult,
    { form }: ConversationState,
    events: readonly OpenEvent[],
  ): string | null {
    const { outcome } = decision.log;
    if (outcome === "form" || outcome === "relayed" || outcome === "staff") return null;
    if (asked !== null || form) return asked;
    const texts = events.flatMap(({ event: { what } }) => (what.kind === "message" ? [what.text] : []));
    return texts.length > 0 ? options.mask(texts.join("\n")) : null;
  }

  return {
    poke,
    open() {
      state = "open";
      fill();
    },
    idle: () => entries.size === 0,
    size: () => entries.size,
    async stop() {
      state = "stopped";
      for (const { alarm } of entries.values()) alarm.clear();
      ready.length = 0;
      await Promise.all(running);
      for (const { alarm } of entries.values()) alarm.clear();
    },
  };
}

/** What was written, event by event. */
function wordsOf(events: readonly OpenEvent[]): { event: number; text: string }[] {
  return events.flatMap(({ id, event: { what } }) =>
    what.kind === "message" ? [{ event: id, text: what.text }] : [],
  );
}

/** Where an error was thrown: the first lines of its stack, without the message above them. */
function whereOf(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
    .slice(0, 3);
}
