import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, type Environment, loadConfig, readDotEnv } from "../config.js";
import { DATABASE, openDataFolder } from "../data-folder.js";
import type { Store } from "../store/index.js";
import { systemClock } from "../time.js";

/** The environment, with what `.env` in this folder adds to it. @throws ConfigError that says what to mend. */
export function environmentHere(): Environment {
  return { ...readDotEnv(process.cwd()), ...process.env };
}

/** The configuration of this folder and environment. @throws ConfigError that says what to mend. */
export function configHere(): Config {
  return loadConfig(environmentHere(), { cwd: process.cwd() });
}

/**
 * The desk's memory, for a command that reads it; the desk may run meanwhile. Where there is none yet, that is said on
 * standard error and null is returned.
 * @param otherwise what is the case then, such as "Nothing is logged yet"
 */
export async function openedStore(otherwise: string): Promise<Store | null> {
  const config = configHere();
  const store = await storeIfThere(config);
  if (store) return store;
  process.stderr.write(`${otherwise}: there is no database in ${config.dataDir}.\n`);
  return null;
}

/** The desk's memory; null where there is none yet. Nothing is made. */
export async function storeIfThere(config: Config): Promise<Store | null> {
  return existsSync(join(config.dataDir, DATABASE)) ? openDataFolder(config, systemClock) : null;
}

/** Works with the desk's memory as `openedStore` opens it, and closes it. Without one nothing is done. */
export async function withStore(otherwise: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openedStore(otherwise);
  if (!store) return;
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
