import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { assemble, type Loaded, type LoadOptions } from "./assemble.js";
import { FILES, readSources } from "./sources.js";

/** Gives what was made of the very same before, or makes it: see `keepLearned`. */
export type Remember = <T>(subject: unknown, make: () => T) => T;

/** The desk cannot open: there is no office.yaml, and no earlier version of it either. */
export class KnowledgeMissing extends Error {
  override readonly name = "KnowledgeMissing";
  constructor(readonly path: string) {
    super(
      `There is no ${FILES.office} in ${path}. Set INTENTS_DIR to the folder that holds it, or restore the folder intents/ from the repository.`,
    );
  }
}

/**
 * Reads and checks intents/. What is broken is told in `knowledge.problems` and keeps its last good version, or is set
 * aside on a cold start; everything else goes live.
 * @param remember asked on a cold start: reading all files takes the desk longer than all else there
 * @throws KnowledgeMissing when there is no office.yaml and no `previous`
 */
export function loadKnowledge(dir: string, options: LoadOptions, remember?: Remember): Loaded {
  if (!options.previous && !existsSync(join(dir, FILES.office))) throw new KnowledgeMissing(resolve(dir));
  const sources = readSources(dir);
  if (options.previous || !remember) return assemble(sources, options);
  return remember({ read: sources, createdOn: options.createdOn }, () => assemble(sources, options));
}
