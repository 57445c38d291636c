import { mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file of intents/ as it shall be from now on. */
export interface FileChange {
  /** Below the folder, such as `faq/founding.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** A file is no longer as it was read. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/**
 * Replaces files all or none. All new texts are on disk, under other names, before the first file is replaced: a full
 * disk costs nothing.
 * @param files what they held when they were read
 * @throws Overtaken when one of them is another by now; errors of the file system; then all are as they were
 */
export async function replaceAll(
  dir: string,
  changes: readonly FileChange[],
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const staged: { readonly change: FileChange; readonly temporary: string; readonly path: string }[] = [];
  const done: typeof staged = [];
  try {
    for (const change of changes) {
      const path = await targetOf(join(dir, change.name));
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
      staged.push({ change, temporary, path });
      await writeWhole(temporary, change.text, await modeOf(path));
    }
    for (const { change, path } of staged) await mustBeUntouched(path, files.get(change.name), change.name);
    for (const one of staged) {
      await rename(one.temporary, one.path);
      done.push(one);
    }
    for (const folder of new Set(staged.map(({ path }) => dirname(path)))) await flush(folder);
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true });
    for (const { change, path, temporary } of done) {
      const before = files.get(change.name);
      if (before === undefined) await rm(path, { force: true });
      else {
        await writeWhole(temporary, before, await modeOf(path));
        await rename(temporary, path);
      }
    }
    throw error;
  }
}

/** A link stays a link: what it leads to is replaced. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(dirname(path), { recursive: true });
    return path;
  }
}

async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return 0o644;
  }
}

async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, "w", mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Somebody may have saved the file in an editor meanwhile, which knows nothing of the lock. */
async function mustBeUntouched(path: string, before: string | undefined, name: string): Promise<void> {
  const now = await readFile(path, "utf8").catch(() => undefined);
  if (now !== before && now?.replace(/^\uFEFF/, "") !== before)
    throw new Overtaken(`${name} was saved by somebody else just now. Try again.`);
}

/** So that the new name, too, survives a power cut. Where folders cannot be flushed (Windows) that is as it is. */
async function flush(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}
