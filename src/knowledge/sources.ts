import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Problem } from "./model.js";
import { didYouMean } from "./nearest.js";

/** The files at the top of intents/, by what they hold. */
export const FILES = {
  office: "office.yaml",
  topics: "topics.yaml",
  messages: "messages.yaml",
  synonyms: "synonyms.yaml",
  outOfScope: "out-of-scope.yaml",
  partners: "partners.yaml",
  seams: "seams.yaml",
  seminars: "seminars.yaml",
  forms: "forms.yaml",
  legal: "legal.yaml",
  handover: "handover.yaml",
} as const;

/** Bytes; what is larger is not the text of an office. */
export const LARGEST_SOURCE = 2 * 1024 * 1024;
/** Throws a TypeError where bytes are no UTF-8, such as the umlauts of an old Windows editor. */
const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** A file of intents/ as it is on disk. */
export interface SourceFile {
  /** Below the folder, such as `faq/founding.yaml`. */
  readonly name: string;
  /** The same for staff, with the folder's own name before it. */
  readonly shown: string;
  /** Null: it is there, but could not be read. */
  readonly text: string | null;
}

/** Everything of intents/ that is read. */
export interface Sources {
  /** Sorted by name. */
  readonly files: readonly SourceFile[];
  /** The folder's own name, for messages. */
  readonly folder: string;
  /** There is a folder faq/. */
  readonly hasFaq: boolean;
  readonly problems: readonly Problem[];
}

/** Reads the folder. Files that cannot be read come with a problem; only I/O happens here. */
export function readSources(dir: string): Sources {
  const folder = basename(resolve(dir));
  const problems: Problem[] = [];
  const wrong = (name: string, severity: Problem["severity"], message: string, suggestion: string): void => {
    problems.push({
      severity,
      file: name ? `${folder}/${name}` : folder,
      line: 1,
      column: 1,
      message,
      suggestion,
    });
  };
  const top = namesIn(dir);
  const faq = namesIn(join(dir, "faq"));
  const known: readonly string[] = Object.values(FILES);
  for (const name of top ?? []) {
    if (isYaml(name) && !known.includes(name))
      wrong(
        name,
        "warning",
        "this file is not read.",
        didYouMean(name, known, `Known are: ${known.join(", ")} and faq/*.yaml.`),
      );
  }
  for (const name of faq ?? []) {
    if (name.endsWith(".yml"))
      wrong(`faq/${name}`, "warning", "this file is not read.", "Rename it so that it ends in .yaml.");
  }
  const names = [
    ...(faq ?? []).filter((name) => name.endsWith(".yaml")).map((name) => `faq/${name}`),
    ...Object.values(FILES).filter((name) => top?.includes(name)),
  ];
  const files = names.sort().map((name): SourceFile => {
    const shown = `${folder}/${name}`;
    try {
      if (statSync(join(dir, name)).size > LARGEST_SOURCE)
        wrong(name, "error", "the file is larger than 2 MB.", "Split it into several files.");
      else return { name, shown, text: UTF_8.decode(readFileSync(join(dir, name))) };
    } catch (error) {
      if (error instanceof TypeError)
        wrong(name, "error", "the file is not written in UTF-8.", "Save it with the encoding UTF-8.");
      else
        wrong(
          name,
          "error",
          `the file cannot be read (${codeOf(error)}).`,
          "Check that it exists and that the desk may read it.",
        );
    }
    return { name, shown, text: null };
  });
  return { files, folder, hasFaq: faq !== null, problems };
}

/**
 * A short text that is another one when any file that is read was changed, added or removed, told from time and size
 * alone, so that it may be taken every few seconds.
 */
export function fingerprint(dir: string): string {
  const names = [
    ...Object.values(FILES),
    ...(namesIn(join(dir, "faq")) ?? [])
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => `faq/${name}`),
  ];
  return names
    .map((name) => {
      const found = statSync(join(dir, name), { throwIfNoEntry: false, bigint: true });
      return found ? `${name} ${found.mtimeNs} ${found.size} ${found.ino}` : `${name} -`;
    })
    .sort()
    .join("\n");
}

/** Names of the files in a folder, without those that editors put there for themselves; null: no such folder. */
function namesIn(dir: string): string[] | null {
  try {
    // Not only plain files: what is mounted from a Kubernetes ConfigMap is a link.
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry: Dirent) => !entry.name.startsWith("."))
      .filter((entry) => !(entry.isDirectory() && !isYaml(entry.name)))
      .map((entry) => entry.name);
  } catch {
    return null;
  }
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
