import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.js";
import { openStore } from "../../src/store/index.js";
import { migrations } from "../../src/store/migrations.js";
import { message, NOW, SECRET, setClock, storeAt, temporaryFile, temporaryFolder, turn } from "./setup.js";

const opening = (file: string, secret = SECRET) =>
  openStore({ file, synchronous: "NORMAL", secret, clock: setClock() });

describe("opening the store", () => {
  it("makes the file and its folder, and remembers the day", async () => {
    const file = join(temporaryFolder(), "new", "folder", "desk.db");
    await (await storeAt(file, setClock(NOW))).close();
    const later = await storeAt(file, setClock(NOW + 40 * 86_400_000));
    expect(later.createdOn).toBe("2027-03-01");
  });

  it("waits for the disk at each commit unless told otherwise, keeps a write-ahead log and checks references", () => {
    const database = openDatabase({ file: temporaryFile(), synchronous: "FULL", clock: setClock() });
    const pragma = (name: string) => database.pragma(name, { simple: true });
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]).toEqual(["wal", 2, 1]);
    expect(pragma("busy_timeout")).toBeGreaterThan(0);
    database.close();
  });

  it("says so when the data folder cannot be made, whoever runs it", async () => {
    const file = join(temporaryFolder(), "a-file");
    writeFileSync(file, "in the way");
    await expect(opening(join(file, "data", "desk.db"))).rejects.toMatchObject({
      name: "StoreError",
      reason: "not-writable",
      message: expect.stringContaining("the right to write"),
    });
  });

  it("says so when a folder stands where the file should be", async () => {
    await expect(opening(temporaryFolder())).rejects.toMatchObject({ reason: "not-writable" });
  });

  it("refuses a file that is no database and leaves it as it is", async () => {
    const file = temporaryFile();
    const text = "This is a letter to the mayor, not a database. ".repeat(50);
    writeFileSync(file, text);
    await expect(opening(file)).rejects.toMatchObject({ reason: "not-a-database" });
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("refuses another program's database", async () => {
    const file = temporaryFile();
    new Sqlite(file).exec("create table bookmarks (url text)").close();
    await expect(opening(file)).rejects.toMatchObject({ reason: "not-a-database" });
  });

  it("refuses a database of a newer version and changes no byte of it", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await turn(store, message("1"));
    await store.close();
    const database = new Sqlite(file);
    database.prepare("update meta set value = '999' where key = 'schema_version'").run();
    database.close();
    const before = readFileSync(file);
    await expect(opening(file)).rejects.toMatchObject({
      reason: "newer-version",
      message: expect.stringMatching(/999.*start the newer version/),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("refuses a newer database whose last process was killed, with its log still beside it", async () => {
    const file = temporaryFile();
    await storeAt(file);
    const newer = new Sqlite(file);
    newer.prepare("update meta set value = '999' where key = 'schema_version'").run();
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    await expect(opening(file)).rejects.toMatchObject({ reason: "newer-version" });
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
    newer.close();
  });

  it("refuses a secret that is not the database's", async () => {
    const file = temporaryFile();
    await (await storeAt(file)).close();
    await expect(opening(file, new Uint8Array(32).fill(8))).rejects.toMatchObject({ reason: "wrong-secret" });
  });

  it("refuses a secret of the wrong length", async () => {
    await expect(opening(temporaryFile(), new Uint8Array(16))).rejects.toThrow("32 bytes, not 16");
  });

  it("takes an older database to the newest version in one step, or not at all", () => {
    const file = temporaryFile();
    const clock = setClock();
    const options = { file, synchronous: "NORMAL", clock } as const;
    openDatabase(options).close();
    const broken = [
      ...migrations,
      (schema: Parameters<(typeof migrations)[number]>[0]) => [
        schema.createTable("half").addColumn("id", "integer"),
        schema.createTable("half").addColumn("id", "integer"),
      ],
    ];
    expect(() => openDatabase(options, broken)).toThrow();
    const database = openDatabase(options);
    const tables = database.prepare("select name from sqlite_master where name = 'half'").all();
    expect(tables).toEqual([]);
    database.close();
  });

  it("lets two processes open the same folder, such as the log beside the running desk", async () => {
    const file = temporaryFile();
    const desk = await storeAt(file);
    await turn(desk, message("1"));
    const log = await storeAt(file);
    expect(await log.log({ last: 5 })).toHaveLength(1);
    await turn(desk, message("2"));
    expect(await log.log({ last: 5 })).toHaveLength(2);
  });
});
