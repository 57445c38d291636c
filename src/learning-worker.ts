import { constants, setPriority } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { sentencesByHeart, tasksOf } from "./comprehension.js";
import { keepLearned } from "./keep-learned.js";
import { type Knowledge, KnowledgeMissing, type WatchOptions } from "./knowledge/index.js";
import type { Errand } from "./lesson-worker.js";
import { type Packed, type Parcel, pack } from "./parcels.js";
import { study } from "./study.js";
import type { Log } from "./vocabulary/index.js";

/** What `learning.ts` starts this thread with. */
export interface Assignment extends Omit<WatchOptions, "log" | "onChange" | "remember"> {
  /** Where what was learned is kept; null: nowhere. */
  readonly keptIn: string | null;
}

/** What this thread tells it. A snapshot and what was learned from it come one after the other. */
export type Told =
  | { readonly kind: "read"; readonly knowledge: Parcel; readonly sentences: Parcel }
  | { readonly kind: "learned"; readonly version: string; readonly german: Parcel; readonly english: Parcel }
  | { readonly kind: "failed"; readonly name: string; readonly message: string; readonly stack: string }
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "log"; readonly level: keyof Log; readonly args: Parameters<Log["info"]> };

const { keptIn, ...watching } = workerData as Assignment;
const tell = (told: Told, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(told, transfer);
const log = (level: keyof Log): Log["info"] => {
  return (...args) => tell({ kind: "log", level, args });
};

/** A thread of its own for one lesson: what it needed in memory ends with it. */
const startPupil = (): Worker => new Worker(new URL("./lesson-worker.js", import.meta.url));
// they get ready while the first snapshot is read
let waiting: Worker[] = [startPupil(), startPupil()];

try {
  await study<{ german: Packed; english: Packed }>({
    ...watching,
    log: { info: log("info"), warn: log("warn"), error: log("error") },
    remember: (subject, make) => keepLearned(keptIn, subject, make),
    learn,
    onRead(knowledge) {
      const [packed, sentences] = [pack(knowledge), pack(sentencesByHeart(knowledge))];
      tell({ kind: "read", knowledge: packed.parcel, sentences: sentences.parcel }, [
        ...packed.transfer,
        ...sentences.transfer,
      ]);
    },
    onLearned({ version }, { german, english }) {
      tell({ kind: "learned", version, german: german.parcel, english: english.parcel }, [
        ...german.transfer,
        ...english.transfer,
      ]);
      giveWay();
    },
    onFailed(error) {
      const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
      tell({ kind: "failed", name, message, stack });
    },
  });
} catch (error) {
  if (!(error instanceof KnowledgeMissing)) throw error;
  tell({ kind: "missing", path: error.path });
}

/**
 * From the second snapshot on guests are answered meanwhile. On Linux the priority is a thread's own (setpriority(2),
 * "C library/kernel differences"), and threads that it starts inherit it; elsewhere it would be the whole desk's.
 */
function giveWay(): void {
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

async function learn(knowledge: Knowledge): Promise<{ german: Packed; english: Packed }> {
  const [first = startPupil(), second = startPupil()] = waiting;
  waiting = [];
  const { de, en } = tasksOf(knowledge);
  // so two cores are used evenly
  const [german, english] = await Promise.all([
    taught(first, { task: de, keptIn }),
    taught(second, { task: en, keptIn }),
  ]);
  return { german, english };
}

/** @throws what the lesson throws. */
function taught(pupil: Worker, errand: Errand): Promise<Packed> {
  return new Promise((resolve, reject) => {
    pupil.once("message", resolve);
    pupil.once("error", reject);
    pupil.once("exit", (code) => reject(new Error(`Learning ended early with code ${code}.`)));
    pupil.postMessage(errand);
  });
}
