import { Worker } from "node:worker_threads";
import { type Compiled, compile, compiledFrom, lessonOf, sentencesOf } from "./comprehension.js";
import type { Knowledge } from "./knowledge/model.js";
import type { Task, TaskResult } from "./learning-worker.js";

/**
 * Learns what the knowledge teaches in worker threads: the desk goes on answering meanwhile, and a start uses all cores.
 * The result is that of `compile`, to which it falls back where it does not run from the build (tests, tsx).
 */
export async function learn(knowledge: Knowledge): Promise<Compiled> {
  if (!import.meta.url.endsWith(".js")) return compile(knowledge);
  // German takes as long as English and telling the languages apart together: two cores are used evenly
  const [de, en] = await Promise.all([
    inWorker({ lesson: lessonOf(knowledge, "de"), sentences: null }),
    inWorker({ lesson: lessonOf(knowledge, "en"), sentences: sentencesOf(knowledge) }),
  ]);
  if (!en.languages) throw new Error("The worker did not learn the languages.");
  return compiledFrom(knowledge, { models: { de: de.model, en: en.model }, languages: en.languages });
}

/** @throws what the task throws. */
function inWorker(task: Task): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./learning-worker.js", import.meta.url), { workerData: task });
    worker.once("message", (result: TaskResult) => resolve(result));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`Learning ended early with code ${code}.`)));
  });
}
