import { type Channels, createChannels } from "./channels.js";
import type { Compiled } from "./comprehension.js";
import type { Config } from "./config.js";
import { openDataFolder } from "./data-folder.js";
import {
  createDelivery,
  type Delivery,
  type DeliveryHealth,
  systemTimers,
  type Timers,
} from "./delivery/index.js";
import { isStaffRoom, readIn } from "./handover/index.js";
import { createHousekeeping } from "./housekeeping.js";
import { type AboutDesk, factsAt, type Knowledge } from "./knowledge/index.js";
import { type Learning, type LearningOptions, startLearning } from "./learning.js";
import { mask } from "./privacy/masking.js";
import type { Store } from "./store/index.js";
import { fill } from "./text/index.js";
import { createTurn, type TurnInput, type TurnResult } from "./turn.js";
import type { Channel, Clock, Log, Routes } from "./vocabulary/index.js";

export interface DeskOptions {
  readonly config: Pick<
    Config,
    "dataDir" | "intentsDir" | "synchronous" | "gatherMs" | "deskSecret" | "watchPolling" | "retentionDays"
  > & {
    /** Where what was learned is kept for the next start; without it, nowhere. */
    readonly learnedDir?: string | null;
    /** Hours; without it 24. */
    readonly giveUpHours?: number;
  };
  readonly channels: readonly Channel[];
  readonly routes: Routes;
  readonly clock: Clock;
  /** How to be called later; tests bring a time of their own. */
  readonly timers?: Timers;
  readonly log: Log;
  /** Where guests reach the desk's pages, without a slash at the end; without it there are none. */
  readonly site?: () => string | null;
  /** Called with each decision before it is committed; for `chat --why`. */
  readonly onTurn?: (result: TurnResult, input: TurnInput) => void;
}

export interface DeskHealth extends DeliveryHealth {
  /** The channels that are on. */
  readonly channels: ReturnType<Channels["health"]>;
}

/** A desk at work. */
export interface Desk {
  readonly store: Store;
  readonly delivery: Delivery;
  /**
   * Resolves when the desk has learned and answers. What is accepted before is answered then.
   * @throws what went wrong while learning; the desk cannot work then.
   */
  readonly ready: Promise<void>;
  /** What stands in intents/ at this moment. */
  knowledge(): Knowledge;
  /** What is known and learned at this moment. @throws Error before `ready`. */
  compiled(): Compiled;
  /** For operators: what is under way and what is wrong. No content, no secret. */
  health(): Promise<DeskHealth>;
  /** Stops taking messages, finishes what runs, leaves the rest on disk for the next start. */
  close(): Promise<void>;
}

/**
 * Puts the rooms together: store, knowledge, turn, delivery, channels. `main.ts` and `cli.ts` begin here.
 * Channels accept from now on; answers come once `ready` has resolved.
 * @throws Error with one sentence for the administrator when the desk cannot open.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { config, clock, timers = systemTimers, log, site = () => null } = options;
  const { retentionDays } = config;
  const store = await openDataFolder(config, clock);
  let learned: Compiled | undefined;
  let closed = false;

  const compiled = (): Compiled => {
    if (!learned) throw new Error("The desk has not learned yet.");
    return learned;
  };
  const decide = createTurn({
    compiled,
    mask: (text) => mask(text).text,
    site,
    retentionDays,
    sign: store.sign,
    carry: (conversation, now) => store.carry(conversation, now),
    mail: () => options.channels.some(({ name }) => name === "email"),
    stopwatch: () => performance.now(),
  });
  const delivery = createDelivery({
    store,
    channels: new Map(options.channels.map((channel) => [channel.name, channel])),
    turn: (input) => {
      const result = decide(input);
      options.onTurn?.(result, input);
      return result;
    },
    apology: (input) => apology(input, compiled().knowledge, { site: site(), retentionDays }),
    mask: (text) => mask(text).text,
    isStaffRoom: (place) => isStaffRoom(place, learning.current),
    readIn: (conversation) => readIn(conversation, learning.current),
    gatherMs: config.gatherMs,
    ...(config.giveUpHours === undefined ? {} : { retry: { giveUpAfterMs: config.giveUpHours * 3_600_000 } }),
    clock,
    timers,
    log,
  });
  const housekeeping = createHousekeeping({
    store,
    delivery,
    knowledge: () => compiled().knowledge,
    retentionDays,
    clock,
    timers,
    log,
  });

  async function adopt(compiled: Compiled, what: string): Promise<void> {
    learned = compiled;
    // in the same breath: nothing is decided on the new knowledge before its seminars are noted
    if (!closed) await housekeeping.note(compiled.knowledge);
    const { version, intents } = compiled.knowledge;
    log.info(what, { version, intents: intents.size });
  }
  const learning = await learnFrom(options, store, {
    onRead: (compiled) => adopt(compiled, "the changed knowledge answers, and is being learned"),
    onLearned: (compiled) => adopt(compiled, "the knowledge was learned"),
  });
  // a desk that was closed while it learned takes nothing up: the data may be those of one that runs
  const ready = learning.ready.then(async () => {
    if (closed) return;
    await delivery.start();
    housekeeping.start();
  });
  ready.catch(() => {}); // the caller waits for it, perhaps later
  const channels = createChannels({
    channels: options.channels,
    desk: (name) => ({
      receive: (event) => delivery.receive(event),
      transcript: (place, sender, cursor) => store.transcript({ place, sender, cursor, now: clock.now() }),
      forget: (place, sender) => delivery.forget({ place, sender }),
      http: options.routes,
      memory: store.memory(name),
      clock,
      log,
    }),
    timers,
    random: Math.random,
    log,
  });
  await channels.start();

  return {
    store,
    delivery,
    ready,
    knowledge: () => learning.current,
    compiled,
    health: async () => ({ ...(await delivery.health()), channels: channels.health() }),
    async close() {
      closed = true;
      await learning.close();
      await channels.stop();
      await housekeeping.stop();
      await delivery.stop();
      await store.close();
    },
  };
}

/** @throws KnowledgeMissing; the store is closed then. */
async function learnFrom(
  { config, log }: DeskOptions,
  store: Store,
  told: Pick<LearningOptions, "onRead" | "onLearned">,
): Promise<Learning> {
  try {
    return await startLearning({
      dir: config.intentsDir,
      keptIn: config.learnedDir ?? null,
      createdOn: store.createdOn,
      usePolling: config.watchPolling,
      log,
      ...told,
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What is said instead when deciding fails again and again: the guest is not left without a word. */
function apology(input: TurnInput, knowledge: Knowledge, about: AboutDesk): TurnResult {
  const { state, owner, version, place } = input.conversation;
  const facts = factsAt(knowledge, input.now, about);
  const text = knowledge.messages["apology"]?.[state.language][0] ?? [];
  return {
    question: null,
    micros: 0,
    decision: {
      say: [
        {
          to: place,
          message: {
            id: `${input.eventId}.0`,
            language: state.language,
            text: fill(text, (path) => facts.value(path, state.language)),
          },
        },
      ],
      actions: [],
      timers: [],
      state,
      log: {
        outcome: "fallback",
        intents: [],
        answered: [],
        language: state.language,
        knowledge: knowledge.version,
        reasons: ["deciding failed repeatedly"],
      },
      expects: { owner, version },
    },
  };
}
