import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** So many results stay, three for each state of intents/; the ones not used for longest go first. */
const KEPT = 9;
const ENDING = ".learned";

/**
 * What somebody has read or learned before from the very same is taken from its folder instead, so that a restarted desk
 * answers at once. Whatever is wrong with the folder or a file in it, it is learned then; nobody needs the folder.
 * @param folder made when it is missing, but not the folder above it; null: nothing is kept
 * @param subject plain data: all that the result depends on, beside the program itself
 */
export function keepLearned<T>(folder: string | null, subject: unknown, learn: () => T): T {
  if (folder === null) return learn();
  const file = join(folder, `${nameOf(subject)}${ENDING}`);
  const known = readKept<T>(file);
  if (known !== undefined) return known;
  const learned = learn();
  keep(folder, file, learned);
  return learned;
}

function readKept<T>(file: string): T | undefined {
  try {
    const found = deserialize(readFileSync(file)) as { readonly learned: T };
    const now = new Date();
    utimesSync(file, now, now);
    return found.learned;
  } catch {
    return undefined;
  }
}

function keep(folder: string, file: string, learned: unknown): void {
  const temporary = `${file}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: false });
  } catch {
    // it is there, or cannot be made: then writing fails, too
  }
  try {
    writeFileSync(temporary, serialize({ learned }), { mode: 0o600 });
    renameSync(temporary, file);
    forgetOldest(folder);
  } catch {
    discard(temporary);
  }
}

/** Left behind where even that is not to be had, such as on a disk that broke. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}

function forgetOldest(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of kept.slice(KEPT)) rmSync(path, { force: true });
}

/** Another program learns something else from the same, and another Node may write it otherwise. */
function nameOf(subject: unknown): string {
  return createHash("sha256")
    .update(process.version)
    .update(programText())
    .update(JSON.stringify(subject))
    .digest("hex")
    .slice(0, 32);
}

/** All that is read and understood with, as it stands on disk; package.json names the versions of what others wrote. */
function programText(): string {
  const here = import.meta.dirname;
  const packages = [join(here, "../package.json"), join(here, "../../package.json")]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8"));
  return [...packages, ...["knowledge", "nlu", "text"].map((room) => textOf(join(here, room)))].join("\n");
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), "utf8")}`)
    .join("\n");
}
