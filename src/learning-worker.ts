import { parentPort, workerData } from "node:worker_threads";
import { type Lesson, learnModel } from "./comprehension.js";
import { trainLanguages } from "./nlu/index.js";

/** What `learning.ts` sends; the answer is a `Model | null` or a `LanguageModel`. */
export type Task =
  | { readonly lesson: Lesson }
  | { readonly sentences: Readonly<Record<string, readonly string[]>> };

const task = workerData as Task;
parentPort?.postMessage("lesson" in task ? learnModel(task.lesson) : trainLanguages(task.sentences));
