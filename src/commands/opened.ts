import type { Config } from "../config.js";
import { keepLearned } from "../keep-learned.js";
import { dayIn, type Knowledge, loadKnowledge } from "../knowledge/index.js";
import { systemClock } from "../time.js";
import { configHere, storeIfThere } from "./here.js";

/** What a command that stores nothing starts from; it creates nothing. */
export async function opened(
  now: number | undefined,
): Promise<{ config: Config; time: number; createdOn: string; knowledge(): Knowledge }> {
  const config = configHere();
  const time = now ?? systemClock.now();
  const createdOn = (await createdOnOf(config)) ?? dayIn("Europe/Berlin", time);
  return {
    config,
    time,
    createdOn,
    knowledge: () =>
      loadKnowledge(config.intentsDir, { createdOn }, (subject, make) =>
        keepLearned(config.learnedDir, subject, make),
      ).knowledge,
  };
}

/** The day on which the data folder was created; null while there is none. */
async function createdOnOf(config: Config): Promise<string | null> {
  const store = await storeIfThere(config);
  await store?.close();
  return store?.createdOn ?? null;
}
