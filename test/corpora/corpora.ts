import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Line {
  readonly text: string;
  readonly intent: string;
  readonly split: "train" | "test" | "val";
}

/** The intent of lines that are about none of the others. */
export const OUT_OF_SCOPE = "oos";

/** Where the corpora lie: beside the project, or where CORPORA says. They are no part of the project. */
export const CORPORA =
  process.env["CORPORA"] ?? fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

/** The lines of a corpus, or undefined where it is absent. */
export function readCorpus(name: string): Line[] | undefined {
  const path = `${CORPORA}/${name}.jsonl`;
  if (!existsSync(path)) return undefined;
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}
