import { type Knowledge, type WatchOptions, watchKnowledge } from "./knowledge/index.js";

/** What is studied, how it is learned, and who is told. */
export interface StudyOptions<Learned> extends Omit<WatchOptions, "onChange"> {
  readonly learn: (knowledge: Knowledge) => Promise<Learned>;
  /** Told of each snapshot as soon as it was read, the first one included. */
  readonly onRead: (knowledge: Knowledge) => void;
  /** Told of each snapshot that was learned. */
  readonly onLearned: (knowledge: Knowledge, learned: Learned) => void | Promise<void>;
  /** Told why a snapshot could not be learned; the next one is tried all the same. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * Follows intents/ and learns the newest snapshot, one after the other; what has become old in the queue is passed
 * over. Knows nothing of threads: `learning.ts` decides where it runs.
 * @throws KnowledgeMissing when there is no office.yaml at the start
 */
export async function study<Learned>(options: StudyOptions<Learned>): Promise<{
  /** Stops watching and waits for what is being learned. */
  close(): Promise<void>;
}> {
  const { learn, onRead, onLearned, onFailed, ...watching } = options;
  let learning: Promise<void> = Promise.resolve();
  let inForce: string | undefined;
  const source = await watchKnowledge({ ...watching, onChange: read });
  read(source.current);

  function read(knowledge: Knowledge): void {
    onRead(knowledge);
    learning = learning.then(learnNewest).catch(onFailed);
  }

  async function learnNewest(): Promise<void> {
    const { current } = source;
    if (current.version === inForce) return;
    const learned = await learn(current);
    inForce = current.version;
    await onLearned(current, learned);
  }

  return {
    async close() {
      await source.close();
      await learning;
    },
  };
}
