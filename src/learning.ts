import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Compiled, compile, compiledFrom, sentencesByHeart } from "./comprehension.js";
import { keepLearned } from "./keep-learned.js";
import { type Knowledge, KnowledgeMissing, type WatchOptions } from "./knowledge/index.js";
import type { Told } from "./learning-worker.js";
import type { TaskResult } from "./lesson.js";
import { unpack } from "./parcels.js";
import { study } from "./study.js";

export interface LearningOptions extends Omit<WatchOptions, "onChange" | "remember"> {
  /** Folder where what was learned is kept, for the next start; null: nowhere. */
  readonly keptIn: string | null;
  /** Given each snapshot that was learned, one after the other. */
  readonly onLearned: (compiled: Compiled) => Promise<void>;
  /**
   * Given each further snapshot before, as soon as it was read: with its own answers and sentences, but with what was
   * learned from the one before. Staff see at once what they have changed.
   */
  readonly onRead: (compiled: Compiled) => Promise<void>;
}

/** What stands in intents/, learned anew after each change. */
export interface Learning {
  /** The snapshot that was read last. What it teaches is learned a little later. */
  readonly current: Knowledge;
  /**
   * Resolves once the first snapshot was learned and taken by `onLearned`, or when it is closed before.
   * @throws what went wrong while learning
   */
  readonly ready: Promise<void>;
  /** Follows and learns nothing more; what was being learned is given up. */
  close(): Promise<void>;
}

/**
 * Follows intents/ and learns what it teaches, in threads of its own: one that watches and reads, and one a language
 * while something is learned. This thread only takes in the result, in small pieces, and goes on answering meanwhile.
 * Where it does not run from the build (tests, tsx) all of it happens here, with the same result.
 * @throws KnowledgeMissing when there is no office.yaml at the start
 */
export function startLearning(options: LearningOptions): Promise<Learning> {
  return import.meta.url.endsWith(".js") ? learnInThreads(options) : learnHere(options);
}

async function learnHere({ onLearned, onRead, keptIn, ...watching }: LearningOptions): Promise<Learning> {
  const first = firstTime(watching.log);
  let current: Knowledge | undefined;
  let learned: Compiled | undefined;
  const { close } = await study<Compiled>({
    ...watching,
    remember: (subject, make) => keepLearned(keptIn, subject, make),
    async learn(knowledge) {
      if (learned) await onRead(compiledFrom(knowledge, learned, sentencesByHeart(knowledge)));
      return compile(knowledge, keptIn);
    },
    onRead(knowledge) {
      current = knowledge;
    },
    async onLearned(_, compiled) {
      learned = compiled;
      await onLearned(compiled);
      first.succeeded();
    },
    onFailed: first.failed,
  });
  return {
    get current() {
      return known(current);
    },
    ready: first.ready,
    async close() {
      await close();
      first.succeeded();
    },
  };
}

async function learnInThreads({ onLearned, onRead, log, ...assignment }: LearningOptions): Promise<Learning> {
  const worker = new Worker(new URL("./learning-worker.js", import.meta.url), { workerData: assignment });
  const first = firstTime(log);
  /** By version, those that are not learned yet; the last one is the newest. */
  const read = new Map<string, Pick<Compiled, "knowledge" | "sentences">>();
  let current: Knowledge | undefined;
  let learned: Compiled | undefined;
  let closed = false;
  let taking: Promise<void> = Promise.resolve();

  const take = async (told: Exclude<Told, { kind: "log" | "missing" }>): Promise<void> => {
    if (closed) return;
    if (told.kind === "failed")
      return first.failed(Object.assign(new Error(told.message), { name: told.name, stack: told.stack }));
    if (told.kind === "read") {
      const knowledge = (await unpack(told.knowledge, setImmediate)) as Knowledge;
      const sentences = (await unpack(told.sentences, setImmediate)) as Compiled["sentences"];
      current = knowledge;
      read.delete(knowledge.version);
      read.set(knowledge.version, { knowledge, sentences });
      if (learned && !closed) await onRead(compiledFrom(knowledge, learned, sentences));
      return;
    }
    const { knowledge, sentences } = known(read.get(told.version));
    for (const version of read.keys()) {
      // what is older was passed over
      read.delete(version);
      if (version === told.version) break;
    }
    const german = (await unpack(told.german, setImmediate)) as TaskResult;
    const english = (await unpack(told.english, setImmediate)) as TaskResult;
    if (closed) return;
    if (!english.languages) throw new Error("The worker did not learn the languages.");
    const models = { de: german.model, en: english.model };
    learned = compiledFrom(knowledge, { models, languages: english.languages }, sentences);
    await onLearned(learned);
    first.succeeded();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on("message", (told: Told) => {
        if (told.kind === "log") {
          if (!closed) log[told.level](...told.args);
        } else if (told.kind === "missing") reject(new KnowledgeMissing(told.path));
        else {
          taking = taking.then(() => take(told)).catch(first.failed);
          if (told.kind === "read") void taking.then(resolve);
        }
      });
      const ended = (error: Error): void => {
        reject(error);
        if (closed || !current) return;
        closed = true;
        log.error("intents/ is no longer followed, the last version stays in force: restart the desk", {
          error,
        });
        first.failed(error);
      };
      worker.once("error", ended);
      worker.once("exit", (code) =>
        ended(new Error(`The thread that learns ended early with code ${code}.`)),
      );
    });
  } catch (error) {
    closed = true;
    await worker.terminate();
    throw error;
  }
  return {
    get current() {
      return known(current);
    },
    ready: first.ready,
    async close() {
      closed = true;
      await worker.terminate();
      await taking;
      first.succeeded();
    },
  };
}

/** The first learning decides whether the desk can work; of every one that fails is told. */
function firstTime(log: LearningOptions["log"]): {
  readonly ready: Promise<void>;
  succeeded(): void;
  failed(error: unknown): void;
} {
  let succeeded = (): void => {};
  let fail = (_: unknown): void => {};
  const ready = new Promise<void>((resolve, reject) => {
    succeeded = resolve;
    fail = reject;
  });
  ready.catch(() => {}); // the caller waits for it, perhaps later
  return {
    ready,
    succeeded: () => succeeded(),
    failed(error) {
      // the last good knowledge stays in force
      log.error("the knowledge could not be learned", { error });
      fail(error);
    },
  };
}

function known<T>(read: T | undefined): T {
  if (read === undefined) throw new Error("Nothing was read yet.");
  return read;
}
