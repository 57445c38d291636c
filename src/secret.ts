import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret from which the keys for pseudonyms and sealing are derived: `DESK_SECRET`, or the file `secret.key` in the
 * data folder, made at the first start and readable by its owner only. Without it the stored addresses cannot be read.
 *
 * @returns 32 bytes.
 * @throws Error with a sentence for the administrator when the file is damaged or cannot be written.
 */
export function deskSecret(dataDir: string, given: string | undefined): Uint8Array {
  const file = join(dataDir, KEY_FILE);
  if (given === undefined && !existsSync(file)) {
    if (existsSync(join(dataDir, "nahtstelle.db"))) {
      throw new Error(
        `${file} is missing but there is a database beside it: restore the key from your backup.`,
      );
    }
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  }
  return readSecret(file, given);
}

/** The same, where there is one already; null: no desk has run here yet. Nothing is made. @throws Error as above */
export function existingSecret(dataDir: string, given: string | undefined): Uint8Array | null {
  const file = join(dataDir, KEY_FILE);
  return given === undefined && !existsSync(file) ? null : readSecret(file, given);
}

/**
 * What opens the entrance for staff: only whoever may read the desk's secret can say it. It tells nothing of the secret,
 * and is the same as long as that is.
 */
export function staffToken(secret: Uint8Array): string {
  const key = hkdfSync("sha256", secret, new Uint8Array(0), "nahtstelle/staff-entrance", 32);
  return Buffer.from(key).toString("base64url");
}

const KEY_FILE = "secret.key";

function readSecret(file: string, given: string | undefined): Uint8Array {
  if (given !== undefined) return new Uint8Array(createHash("sha256").update(given).digest());
  const secret = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  if (secret.length !== 32)
    throw new Error(`${file} is damaged (not 32 bytes): restore it from your backup.`);
  return new Uint8Array(secret);
}
