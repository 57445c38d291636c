import { Worker } from "node:worker_threads";
import { type Compiled, compile, compiledFrom, lessonOf, sentencesOf } from "./comprehension.js";
import type { Knowledge } from "./knowledge/model.js";
import type { Task } from "./learning-worker.js";
import type { LanguageModel, Model } from "./nlu/index.js";

/**
 * Learns what the knowledge teaches in worker threads: the desk goes on answering meanwhile, and a start uses all cores.
 * The result is that of `compile`, to which it falls back where it does not run from the build (tests, tsx).
 */
export async function learn(knowledge: Knowledge): Promise<Compiled> {
  if (!import.meta.url.endsWith(".js")) return compile(knowledge);
  const [de, en, languages] = await Promise.all([
    inWorker<Model | null>({ lesson: lessonOf(knowledge, "de") }),
    inWorker<Model | null>({ lesson: lessonOf(knowledge, "en") }),
    inWorker<LanguageModel>({ sentences: sentencesOf(knowledge) }),
  ]);
  return compiledFrom(knowledge, { models: { de, en }, languages });
}

/** @throws what the task throws. */
function inWorker<Result>(task: Task): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./learning-worker.js", import.meta.url), { workerData: task });
    worker.once("message", (result: Result) => resolve(result));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`Learning ended early with code ${code}.`)));
  });
}
