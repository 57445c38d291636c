import { join } from "node:path";
import type { Config } from "../config.js";
import { describeProblem, NotWritten } from "../knowledge/index.js";
import { readSources } from "../knowledge/sources.js";

/**
 * The texts of intents/ by their names below it.
 * @throws NotWritten where one cannot be read: whatever is told of the others would be half of the truth
 */
export function filesOf(dir: string): ReadonlyMap<string, string> {
  const { files, problems } = readSources(dir);
  const [unreadable] = files.filter(({ text }) => text === null);
  if (unreadable)
    throw new NotWritten(
      problems
        .filter(({ file }) => file === unreadable.shown)
        .map(describeProblem)
        .join("\n"),
    );
  return new Map(files.map(({ name, text }) => [name, text ?? ""]));
}

/** Where the desk keeps what it has replaced in intents/. */
export function backupDir({ dataDir }: Pick<Config, "dataDir">): string {
  return join(dataDir, "intents-backup");
}
