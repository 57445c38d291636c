import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import type { Clock } from "../vocabulary/index.js";
import { type Migration, migrations } from "./migrations.js";
import { queryBuilder } from "./statements.js";

/** "FULL" survives a power cut. "NORMAL" survives every crash of the process, but may lose the last commits when power fails. */
export type Synchronous = "FULL" | "NORMAL";

/** Why a store does not open. The message is one sentence for the administrator; nothing was changed. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  constructor(
    readonly reason:
      | "not-writable"
      | "not-a-database"
      | "newer-version"
      | "damaged"
      | "busy"
      | "wrong-secret",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Milliseconds to wait for another process, such as `log` beside the running desk. */
const BUSY_TIMEOUT = 5_000;
/** KiB of pages kept in memory. */
const CACHE = 32_768;

/**
 * Opens the database, makes it when it is missing, and brings it to the newest version.
 * @param steps the migrations to know of; a test gives its own.
 * @throws StoreError
 */
export function openDatabase(
  options: { readonly file: string; readonly synchronous: Synchronous; readonly clock: Clock },
  steps: readonly Migration[] = migrations,
): Database {
  const { file } = options;
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (sizeOf(file) > 0) refuseForeign(file, steps.length);
    const database = kept(new Sqlite(file, { timeout: BUSY_TIMEOUT }));
    try {
      database.exec(
        `pragma journal_mode = WAL; pragma synchronous = ${options.synchronous};` +
          // what is erased is overwritten with zeros
          `pragma foreign_keys = ON; pragma secure_delete = ON; pragma cache_size = -${CACHE}`,
      );
      migrate(database, steps, options.clock);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw explained(error, file);
  }
}

/**
 * Moves the write-ahead log into the file and cuts it to nothing: until then, what was erased can still be read in it.
 * Where another process reads at this moment nothing is cut, and nobody waits for it: a later call does it.
 */
export function emptyLog(database: Database): void {
  try {
    database.exec("pragma busy_timeout = 0; pragma wal_checkpoint(TRUNCATE)");
  } finally {
    database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
  }
}

/**
 * Under Node 24 the process is aborted when the driver's objects are collected as garbage ("Assertion failed: (env) !=
 * nullptr" in RemoveEnvironmentCleanupHook; seen with Node 24.21 and better-sqlite3 12.11.1). So none is ever let go:
 * some dozens a database, and `statements.ts` prepares nothing twice.
 */
const held: unknown[] = [];

function kept(database: Database): Database {
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    const statement = prepare(sql);
    held.push(statement);
    return statement;
  }) as typeof database.prepare;
  held.push(database);
  return database;
}

/** Looks before anything is written: a database of a newer desk, or of another program, stays as it is. */
function refuseForeign(file: string, known: number): void {
  const database = kept(new Sqlite(file, { readonly: true, timeout: BUSY_TIMEOUT }));
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    if (tables.length === 0) return;
    if (!tables.includes("meta") || !tables.includes("conversation"))
      throw new StoreError(
        "not-a-database",
        `${file} is a database of another program: move it away, or choose another data folder.`,
      );
    const version = versionOf(database);
    if (version > known)
      throw new StoreError(
        "newer-version",
        `${file} was written by a newer version of the desk (database version ${version}, this one knows ${known}): ` +
          "start the newer version, or restore the backup from before its installation. Nothing was changed.",
      );
  } finally {
    database.close();
  }
}

function migrate(database: Database, steps: readonly Migration[], clock: Clock): void {
  const query = queryBuilder();
  database
    .transaction(() => {
      database.exec("create table if not exists meta (key text primary key, value text not null)");
      // read inside the transaction: another process may have migrated in the meantime
      const version = versionOf(database);
      for (const step of steps.slice(version)) {
        for (const statement of step(query.schema, query)) {
          const { sql, parameters } = statement.compile();
          database.prepare(sql).run(...parameters);
        }
      }
      const put = database.prepare(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
      );
      if (version === 0) put.run("created_on", new Date(clock.now()).toISOString().slice(0, 10));
      if (version < steps.length) put.run("schema_version", String(steps.length));
    })
    .immediate();
}

function versionOf(database: Database): number {
  const version = database.prepare("select value from meta where key = 'schema_version'").pluck().get();
  return version === undefined ? 0 : Number(version);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function explained(error: unknown, file: string): Error {
  if (!(error instanceof Error) || error instanceof StoreError) return error as Error;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const because = { cause: error };
  if (code === "SQLITE_NOTADB")
    return new StoreError(
      "not-a-database",
      `${file} is not a database: move it away, or restore it from a backup.`,
      because,
    );
  if (code.startsWith("SQLITE_CORRUPT"))
    return new StoreError("damaged", `${file} is damaged: restore it from a backup.`, because);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return new StoreError("busy", `${file} is in use by another process: stop that one first.`, because);
  if (/^(E[A-Z]+|SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR|FULL).*)$/.test(code))
    return new StoreError(
      "not-writable",
      `${file} cannot be opened for writing (${code}): ` +
        "give this user the right to write to the data folder, or choose another one.",
      because,
    );
  return error;
}
