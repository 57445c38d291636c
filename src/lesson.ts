import { keepLearned } from "./keep-learned.js";
// nothing but the understanding is loaded here: the start of whoever learns is part of the desk's
import {
  type LanguageModel,
  type Model,
  type TrainingIntent,
  type TrainingOptions,
  train,
  trainLanguages,
} from "./nlu/index.js";

/** What one model learns from: the arguments of `train`. */
export interface Lesson {
  readonly intents: readonly TrainingIntent[];
  readonly options: TrainingOptions;
}

/** What is to be learned. */
export interface Task {
  /** Null where there is nothing to learn from. */
  readonly lesson: Lesson | null;
  readonly sentences: Readonly<Record<string, readonly string[]>> | null;
}

/** Each part of the task by what was learned from it. */
export interface TaskResult {
  readonly model: Model | null;
  readonly languages: LanguageModel | null;
}

/**
 * Learns, or reads what was learned from the same before.
 * @param keptIn the folder where that is kept; null: it is learned anew
 */
export function learnTask(task: Task, keptIn: string | null): TaskResult {
  const { lesson, sentences } = task;
  return keepLearned(keptIn, task, () => ({
    model: lesson && train(lesson.intents, lesson.options),
    languages: sentences && trainLanguages(sentences),
  }));
}
