import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { assemble, type Loaded, type LoadOptions } from "./assemble.js";
import { FILES, readSources } from "./sources.js";

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
 * @throws KnowledgeMissing when there is no office.yaml and no `previous`
 */
export function loadKnowledge(dir: string, options: LoadOptions): Loaded {
  if (!options.previous && !existsSync(join(dir, FILES.office))) throw new KnowledgeMissing(resolve(dir));
  return assemble(readSources(dir), options);
}
