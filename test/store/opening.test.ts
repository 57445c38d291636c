import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.js";
import { conversationKey, lookupOf } from "../../src/store/engine.js";
import { openStore } from "../../src/store/index.js";
import { migrations } from "../../src/store/migrations.js";
import { createSealing } from "../../src/store/sealing.js";
import {
  accept,
  initialState,
  load,
  message,
  NOW,
  outgoing,
  privatePlace,
  SECRET,
  setClock,
  storeAt,
  temporaryFile,
  temporaryFolder,
  turn,
} from "./setup.js";

const opening = (file: string, secret = SECRET) =>
  openStore({ file, synchronous: "NORMAL", secret, clock: setClock(), initialState });

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
    expect(pragma("secure_delete")).toBe(1);
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

  it("reads all that a desk of database version 1 has written, and erases it when its time is over", async () => {
    const file = temporaryFile();
    writeVersion1(file);
    const clock = setClock(NOW + 1000);
    const store = await storeAt(file, clock);
    const anna = { place: privatePlace(), sender: "anna", cursor: 0, now: NOW + 1000 };
    expect(await store.transcript(anna)).toMatchObject([
      { from: "guest", clientId: "1", text: "Frage 1" },
      { from: "desk", message: outgoing("1.0") },
    ]);
    expect(await store.log({ last: 9 })).toMatchObject([
      { question: "Frage 1", answers: [outgoing("1.0")], helpful: true, feedbackReason: null },
    ]);
    expect(await store.outgoing({ channels: ["web"], limit: 9 })).toMatchObject([
      { id: 2, message: outgoing("1.0") },
    ]);
    expect(await store.action("1-0", 1)).toMatchObject({ label: "Themen" });
    const { conversationId } = await accept(store, message("2"));
    expect(conversationId).toBe(1);
    expect((await load(store, conversationId)).conversation).toMatchObject({
      version: 1,
      state: { ...initialState, disclosed: true },
      bookings: [],
    });
    await turn(store, message("3"));
    expect(await store.transcript(anna)).toHaveLength(5);

    clock.time = NOW + 30 * 86_400_000 + 500;
    expect(await store.sweep({ now: clock.time, messageDays: 30 })).toMatchObject({ messages: 2 });
    expect(await store.action("1-0", 1)).toBeNull();
    expect(await store.log({ last: 9 })).toHaveLength(1);
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

/** A database as the first version left it: one question, its answer still to be sent, a button, a rating. */
function writeVersion1(file: string): void {
  const database = openDatabase({ file, synchronous: "NORMAL", clock: setClock() }, migrations.slice(0, 1));
  const sealing = createSealing(SECRET);
  const place = privatePlace();
  const { form, ...state } = { ...initialState, disclosed: true };
  const rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    guest: [{ id: 1, pseudonym: sealing.keyed("pseudonym", place.channel, "anna"), created_at: NOW }],
    address: [
      {
        id: 1,
        guest_id: 1,
        channel: place.channel,
        lookup: lookupOf(sealing, place),
        sealed: sealing.seal("address.sealed", JSON.stringify(place)),
      },
    ],
    conversation: [
      {
        id: 1,
        key: conversationKey(sealing, place, "anna"),
        guest_id: 1,
        address_id: 1,
        channel: place.channel,
        scope: place.scope,
        owner: "bot",
        version: 1,
        state: JSON.stringify(state),
        created_at: NOW,
        updated_at: NOW,
      },
    ],
    event: [
      {
        id: 1,
        conversation_id: 1,
        kind: "message",
        received_at: NOW,
        due_at: NOW,
        payload: null,
        turn_id: 1,
        failures: 0,
      },
    ],
    message: [
      {
        id: 1,
        conversation_id: 1,
        event_id: 1,
        direction: "in",
        client_id: "1",
        at: NOW,
        body: JSON.stringify({ text: "Frage 1" }),
      },
      {
        id: 2,
        conversation_id: 1,
        event_id: 1,
        direction: "out",
        public_id: "1.0",
        at: NOW,
        language: "de",
        body: JSON.stringify(outgoing("1.0")),
      },
    ],
    turn: [
      {
        id: 1,
        conversation_id: 1,
        at: NOW,
        outcome: "answer",
        intents: "[]",
        answered: "[]",
        expired: 0,
        language: "de",
        knowledge: "k",
        reasons: "[]",
        question: "Frage 1",
        latency_ms: 1,
        micros: 1,
        joined: 1,
      },
    ],
    action: [
      {
        id: "1-0",
        conversation_id: 1,
        label: "Themen",
        act: '{"does":"menu"}',
        until: NOW + 30 * 86_400_000,
      },
    ],
    feedback: [{ turn_id: 1, helpful: 1, at: NOW }],
    outbox: [
      {
        message_id: 2,
        address_id: 1,
        channel: place.channel,
        status: "queued",
        attempts: 0,
        unknowns: 0,
        next_at: NOW,
        expires_at: NOW + 86_400_000,
      },
    ],
  };
  for (const [table, entries] of Object.entries(rows))
    for (const entry of entries) {
      const columns = Object.keys(entry);
      const places = columns.map(() => "?").join(", ");
      database
        .prepare(`insert into ${table} (${columns.join(", ")}) values (${places})`)
        .run(...Object.values(entry));
    }
  database.close();
}
