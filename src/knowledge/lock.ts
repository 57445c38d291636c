import { link, open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Who holds the lock, as it stands in the lock file. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Beside what it guards; a dot keeps it out of what is read and watched. */
const LOCK = ".lock";
const RETRY_MS = 50;

/** Somebody else has been writing for longer than one waits. */
export class Locked extends Error {
  override readonly name = "Locked";
}

/**
 * Runs `work` while no other process does so in this folder. Who died holding the lock, on this machine, holds it no
 * more; of another machine nobody can tell, so its lock stays until somebody removes the file.
 * @param patience milliseconds to wait for whoever is at it
 * @throws Locked
 */
export async function withLock<T>(dir: string, patience: number, work: () => Promise<T>): Promise<T> {
  const path = join(dir, LOCK);
  await acquire(path, patience);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, patience: number): Promise<void> {
  const own: Holder = { pid: process.pid, host: hostname() };
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      const file = await open(path, "wx");
      try {
        await file.writeFile(JSON.stringify(own));
      } finally {
        await file.close();
      }
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await holderOf(path);
    if (holder && isDead(holder, own.host)) await removeDead(path, holder);
    else if (waited >= patience) {
      const who = holder ? `process ${holder.pid} on ${holder.host}` : "somebody";
      throw new Locked(
        `${who} is changing these files right now. Try again in a moment; if nobody is, remove ${path}.`,
      );
    } else await setTimeout(RETRY_MS);
  }
}

async function holderOf(path: string): Promise<Holder | null> {
  try {
    const { pid, host } = JSON.parse(await readFile(path, "utf8")) as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string" ? { pid, host } : null;
  } catch {
    return null; // just made, or just gone
  }
}

function isDead({ pid, host }: Holder, here: string): boolean {
  if (host !== here) return false;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Moved away first: of two who find it dead one removes it, and whoever got the next holder's lock gives it back. */
async function removeDead(path: string, dead: Holder): Promise<void> {
  const grave = `${path}.${process.pid}`;
  try {
    await rename(path, grave);
    if ((await holderOf(grave))?.pid !== dead.pid) await link(grave, path);
    await rm(grave, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
