import { parentPort, workerData } from "node:worker_threads";
import type { Lesson } from "./comprehension.js";
// nothing but the understanding is loaded here: a worker's start is part of the desk's
import { type LanguageModel, type Model, train, trainLanguages } from "./nlu/index.js";

/** What `learning.ts` sends. Each part is answered by its own result, in the same place. */
export interface Task {
  /** Null where there is nothing to learn from. */
  readonly lesson: Lesson | null;
  readonly sentences: Readonly<Record<string, readonly string[]>> | null;
}

/** What it sends back. */
export interface TaskResult {
  readonly model: Model | null;
  readonly languages: LanguageModel | null;
}

const { lesson, sentences } = workerData as Task;
const result: TaskResult = {
  model: lesson && train(lesson.intents, lesson.options),
  languages: sentences && trainLanguages(sentences),
};
parentPort?.postMessage(result);
