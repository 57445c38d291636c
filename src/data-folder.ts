import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { initialState } from "./bot/beginning.js";
import type { Config } from "./config.js";
import { deskSecret } from "./secret.js";
import { openStore, type Store } from "./store/index.js";
import type { Clock } from "./vocabulary/index.js";

/**
 * Opens the data folder: makes it when it is missing, reads or makes the secret, opens the database.
 * @throws Error with one sentence for the administrator.
 */
export async function openDataFolder(
  config: Pick<Config, "dataDir" | "synchronous" | "deskSecret">,
  clock: Clock,
): Promise<Store> {
  try {
    mkdirSync(config.dataDir, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new Error(
      `The data folder ${config.dataDir} cannot be made (${code}). Set DATA_DIR to a folder that this user may write to.`,
      { cause: error },
    );
  }
  return openStore({
    file: join(config.dataDir, DATABASE),
    synchronous: config.synchronous,
    secret: deskSecret(config.dataDir, config.deskSecret),
    clock,
    initialState,
  });
}

/** The database's name in the data folder. */
export const DATABASE = "nahtstelle.db";
