import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { createGroupCommit } from "../../src/store/group-commit.js";
import { message, NOW, storeAt, temporaryFile } from "./setup.js";

function table() {
  const database = new Sqlite(temporaryFile());
  database.exec("create table line (id integer primary key, text text unique)");
  const insert = database.prepare("insert into line (text) values (?)");
  const lines = () => database.prepare("select text from line order by id").pluck().all();
  return { database, insert, lines, group: createGroupCommit(database) };
}

describe("group commit", () => {
  it("writes 64 parallel acceptances in far fewer transactions", async () => {
    const store = await storeAt(temporaryFile());
    const before = store.commits();
    const all = Array.from({ length: 64 }, (_, index) =>
      store.accept({ event: message(`${index}`, `guest ${index}`), logText: "", dueAt: NOW }),
    );
    expect(new Set((await Promise.all(all)).map(({ result }) => result))).toEqual(new Set(["accepted"]));
    expect(store.commits() - before).toBeLessThanOrEqual(2);
  });

  it("keeps the order of the calls", async () => {
    const { group, insert, lines } = table();
    await Promise.all(["a", "b", "c"].map((text) => group.run(() => insert.run(text))));
    expect(lines()).toEqual(["a", "b", "c"]);
  });

  it("does not let one bad operation hurt the others, and leaves nothing of it", async () => {
    const { group, insert, lines } = table();
    const results = await Promise.allSettled([
      group.run(() => insert.run("a")),
      group.run(() => {
        insert.run("half");
        throw new Error("bad");
      }),
      group.run(() => insert.run("b")),
      group.run(() => insert.run("a")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({ reason: { message: "bad" } });
    expect(lines()).toEqual(["a", "b"]);
  });

  it("answers only when the transaction is committed", async () => {
    const { database, group, insert } = table();
    const reader = new Sqlite(database.name, { readonly: true });
    const seen = group
      .run(() => insert.run("a"))
      .then(() => reader.prepare("select count(*) from line").pluck().get());
    expect(reader.prepare("select count(*) from line").pluck().get()).toBe(0);
    expect(await seen).toBe(1);
  });

  it("tells all who wait when another process holds the database, without waiting for each", async () => {
    const { database, group, insert } = table();
    database.pragma("busy_timeout = 0");
    const other = new Sqlite(database.name);
    other.exec("begin immediate");
    const results = await Promise.allSettled([
      group.run(() => insert.run("a")),
      group.run(() => insert.run("b")),
    ]);
    expect(results).toMatchObject([
      { status: "rejected", reason: { code: "SQLITE_BUSY" } },
      { status: "rejected", reason: { code: "SQLITE_BUSY" } },
    ]);
    other.exec("rollback");
    await group.run(() => insert.run("c"));
  });

  it("finishes what waits when it is closed and refuses what comes after", async () => {
    const { group, insert, lines } = table();
    const waiting = group.run(() => insert.run("a"));
    group.close();
    await waiting;
    expect(lines()).toEqual(["a"]);
    await expect(group.run(() => insert.run("b"))).rejects.toThrow("closed");
  });
});
