import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { assemble } from "./assemble.js";
import { Locked, withLock } from "./lock.js";
import type { Knowledge, Problem } from "./model.js";
import { describeProblem } from "./problems.js";
import { type FileChange, Overtaken, replaceAll } from "./replace-files.js";
import { readSources, type Sources } from "./sources.js";
import { type readYaml, rememberingReader } from "./yaml-file.js";

export type { FileChange };

/** What a change starts from. */
export interface Present {
  /** The text of each file, by its name below the folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly knowledge: Knowledge;
  /** Reads a file's text, by its name below the folder; what was read before it remembers. */
  readonly read: typeof readYaml;
}

export interface WritingOptions {
  /** ISO date of the day on which the data folder was created. */
  readonly createdOn: string;
  /** Where what was replaced is kept, each change in a folder named after its time. */
  readonly backupDir: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds to wait for somebody else who writes. */
  readonly patience?: number;
}

export interface Written {
  /** Names of the files that are other than before. */
  readonly written: readonly string[];
  /** The folder that holds what they were; null: nothing was replaced. */
  readonly backup: string | null;
}

/** Nothing was changed. The message says why and what to do, also in several lines. */
export class NotWritten extends Error {
  override readonly name = "NotWritten";
  constructor(
    message: string,
    /** What would be wrong afterwards. */
    readonly problems: readonly Problem[] = [],
  ) {
    super([message, ...problems.map(describeProblem)].join("\n"));
  }
}

const PATIENCE_MS = 10_000;
/** So many changes can be looked up or taken back. */
const BACKUPS = 100;

/**
 * The one way in which the desk changes intents/: one process at a time, only what adds no error, all files or none, and
 * what is replaced is kept. A running desk sees the new files as soon as they are there.
 * @throws NotWritten, and then every file is as it was; what `change` throws
 */
export async function writeKnowledge(
  dir: string,
  change: (present: Present) => readonly FileChange[],
  { createdOn, backupDir, now, patience = PATIENCE_MS }: WritingOptions,
): Promise<Written> {
  try {
    return await withLock(dir, patience, async () => {
      const sources = readSources(dir);
      const remembering = rememberingReader();
      const before = assemble(sources, { createdOn, read: remembering });
      const files = textsOf(sources);
      const read: typeof readYaml = (text, name) => remembering(text, `${sources.folder}/${name}`);
      const changes = change({ files, knowledge: before.knowledge, read }).filter(
        ({ name, text }) => files.get(name) !== text,
      );
      if (changes.length === 0) return { written: [], backup: null };
      const after = assemble(changed(sources, changes), { createdOn, read: remembering });
      const added = newErrors(before.knowledge.problems, after.knowledge.problems);
      if (added.length > 0) throw new NotWritten("Nothing was changed, because it would be wrong:", added);
      const replaced = changes.filter(({ name }) => files.has(name));
      const backup = replaced.length > 0 ? await keep(dir, replaced, backupDir, now) : null;
      await replaceAll(dir, changes, files);
      return { written: changes.map(({ name }) => name), backup };
    });
  } catch (error) {
    if (error instanceof Locked || error instanceof Overtaken)
      throw new NotWritten(`Nothing was changed: ${error.message}`);
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof NotWritten || code === undefined) throw error;
    throw new NotWritten(
      `Nothing was changed: ${faultOf(code, (error as NodeJS.ErrnoException).path ?? dir)}`,
    );
  }
}

/** The errors that intents/ would have after a change and does not have now: what `writeKnowledge` would refuse it for. */
export function errorsOfChange(
  dir: string,
  changes: readonly FileChange[],
  { createdOn }: Pick<WritingOptions, "createdOn">,
): Problem[] {
  const sources = readSources(dir);
  const before = assemble(sources, { createdOn });
  const after = assemble(changed(sources, changes), { createdOn });
  return newErrors(before.knowledge.problems, after.knowledge.problems);
}

/** @throws NotWritten where a file cannot be read: nobody knows what a change to it would do. */
function textsOf({ files, problems }: Sources): ReadonlyMap<string, string> {
  const unreadable = files.find(({ text }) => text === null);
  if (unreadable)
    throw new NotWritten(
      "Nothing was changed, because a file cannot be read:",
      problems.filter(({ file }) => file === unreadable.shown),
    );
  return new Map(files.map(({ name, text }) => [name, text ?? ""]));
}

function changed(sources: Sources, changes: readonly FileChange[]): Sources {
  const texts = new Map(changes.map(({ name, text }) => [name, text]));
  const known = sources.files.map((file) => ({ ...file, text: texts.get(file.name) ?? file.text }));
  const added = changes
    .filter(({ name }) => !sources.files.some((file) => file.name === name))
    .map(({ name, text }) => ({ name, shown: `${sources.folder}/${name}`, text }));
  return {
    ...sources,
    hasFaq: sources.hasFaq || added.some(({ name }) => name.startsWith("faq/")),
    files: [...known, ...added].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Told apart by what is said, not by where: lines move. */
function newErrors(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Map<string, number>();
  const key = ({ file, message }: Problem): string => `${file}\n${message.replace(/:\d+\b/g, "")}`;
  for (const problem of before) known.set(key(problem), (known.get(key(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    if (problem.severity !== "error") return false;
    const left = known.get(key(problem)) ?? 0;
    known.set(key(problem), left - 1);
    return left <= 0;
  });
}

async function keep(
  dir: string,
  replaced: readonly FileChange[],
  backupDir: string,
  now: number,
): Promise<string> {
  const stamp = new Date(now).toISOString().replaceAll(":", "-");
  const folder = await freshFolder(backupDir, stamp);
  for (const { name } of replaced) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(join(dir, name), join(folder, name));
  }
  const old = (await readdir(backupDir)).filter((name) => /^\d{4}-\d{2}-\d{2}T/.test(name)).sort();
  for (const name of old.slice(0, Math.max(0, old.length - BACKUPS)))
    await rm(join(backupDir, name), { recursive: true, force: true });
  return folder;
}

async function freshFolder(parent: string, name: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (let count = 1; ; count++) {
    const folder = join(parent, count === 1 ? name : `${name}-${count}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function faultOf(code: string, path: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full. Make room and try again.",
    EDQUOT: "this user's share of the disk is used up. Make room and try again.",
    EACCES: `this user may not write to ${path}. Change its permissions, or run this as the user who owns it.`,
    EPERM: `this user may not write to ${path}. Change its permissions, or run this as the user who owns it.`,
    EROFS: `${path} lies where nothing can be written, such as a read-only volume. Mount it for writing.`,
    ENOENT: `there is no ${path}. Set INTENTS_DIR to the folder that holds office.yaml.`,
  };
  return reasons[code] ?? `${path} cannot be written (${code}).`;
}
