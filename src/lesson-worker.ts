import { parentPort } from "node:worker_threads";
import type { Lesson } from "./comprehension.js";
// nothing but the understanding is loaded here: a worker's start is part of the desk's
import { type LanguageModel, type Model, train, trainLanguages } from "./nlu/index.js";
import { pack } from "./parcels.js";

/** What this thread is sent, as its only message. */
export interface Task {
  /** Null where there is nothing to learn from. */
  readonly lesson: Lesson | null;
  readonly sentences: Readonly<Record<string, readonly string[]>> | null;
}

/** What it answers, packed, before it ends: each part of the task by what was learned from it. */
export interface TaskResult {
  readonly model: Model | null;
  readonly languages: LanguageModel | null;
}

parentPort?.once("message", ({ lesson, sentences }: Task) => {
  const result: TaskResult = {
    model: lesson && train(lesson.intents, lesson.options),
    languages: sentences && trainLanguages(sentences),
  };
  const packed = pack(result);
  parentPort?.postMessage(packed, packed.transfer);
});
