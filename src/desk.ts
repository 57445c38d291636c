import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { initialState } from "./bot/index.js";
import { type Compiled, compile } from "./comprehension.js";
import type { Config } from "./config.js";
import { createDelivery, type Delivery } from "./delivery/index.js";
import { factsAt, type KnowledgeSource, watchKnowledge } from "./knowledge/index.js";
import { mask } from "./privacy/masking.js";
import { deskSecret } from "./secret.js";
import { openStore, type Store } from "./store/index.js";
import { fill } from "./text/index.js";
import { createTurn, type TurnInput, type TurnResult } from "./turn.js";
import type { Channel, Clock, Log, Routes } from "./vocabulary/index.js";

export interface DeskOptions {
  readonly config: Pick<
    Config,
    "dataDir" | "intentsDir" | "synchronous" | "gatherMs" | "deskSecret" | "watchPolling"
  >;
  readonly channels: readonly Channel[];
  readonly routes: Routes;
  readonly clock: Clock;
  readonly log: Log;
  /** Called with each decision before it is committed; for `chat --why`. */
  readonly onTurn?: (result: TurnResult, input: TurnInput) => void;
}

/** A desk at work. */
export interface Desk {
  readonly store: Store;
  readonly delivery: Delivery;
  /** What is known and learned at this moment. */
  compiled(): Compiled;
  /** Stops taking messages, finishes what runs, leaves the rest on disk for the next start. */
  close(): Promise<void>;
}

/**
 * Puts the rooms together: store, knowledge, turn, delivery, channels. `main.ts` and `cli.ts` begin here.
 * @throws Error with one sentence for the administrator when the desk cannot open.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { config, clock, log } = options;
  const store = await openDataFolder(config, clock);
  let source: KnowledgeSource;
  let learned: Compiled;
  try {
    source = await watchKnowledge({
      dir: config.intentsDir,
      createdOn: store.createdOn,
      usePolling: config.watchPolling,
      log,
      onChange: (knowledge) => {
        learned = compile(knowledge);
        log.info("the knowledge was reloaded", {
          version: knowledge.version,
          intents: knowledge.intents.size,
        });
      },
    });
    learned = compile(source.current);
  } catch (error) {
    await store.close();
    throw error;
  }

  const decide = createTurn({
    compiled: () => learned,
    mask: (text) => mask(text).text,
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
    apology: (input) => apology(input, learned, clock),
    mask: (text) => mask(text).text,
    initialState,
    gatherMs: config.gatherMs,
    clock,
    log,
  });

  for (const channel of options.channels) await startChannel(channel);
  await delivery.start();

  async function startChannel(channel: Channel): Promise<void> {
    try {
      await channel.start({
        receive: (event) => delivery.receive(event),
        transcript: (place, sender, cursor) => store.transcript({ place, sender, cursor, now: clock.now() }),
        http: options.routes,
        clock,
        log,
      });
    } catch (error) {
      // one channel that cannot start must not stop the others
      log.error("a channel did not start", { channel: channel.name, error });
    }
  }

  return {
    store,
    delivery,
    compiled: () => learned,
    async close() {
      await source.close();
      await Promise.allSettled(options.channels.map((channel) => channel.stop()));
      await delivery.stop();
      await store.close();
    },
  };
}

/**
 * Opens the data folder: makes it when it is missing, reads or makes the secret, opens the database.
 * @throws Error with one sentence for the administrator.
 */
export async function openDataFolder(
  config: Pick<Config, "dataDir" | "synchronous" | "deskSecret">,
  clock: Clock,
): Promise<Store> {
  try {
    mkdirSync(config.dataDir, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new Error(
      `The data folder ${config.dataDir} cannot be made (${code}). Set DATA_DIR to a folder that this user may write to.`,
      { cause: error },
    );
  }
  return openStore({
    file: join(config.dataDir, DATABASE),
    synchronous: config.synchronous,
    secret: deskSecret(config.dataDir, config.deskSecret),
    clock,
  });
}

/** The database's name in the data folder. */
export const DATABASE = "nahtstelle.db";

/** What is said instead when deciding fails again and again: the guest is not left without a word. */
function apology(input: TurnInput, { knowledge }: Compiled, clock: Clock): TurnResult {
  const { state, owner, version, place } = input.conversation;
  const facts = factsAt(knowledge, clock.now());
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
