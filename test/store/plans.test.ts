import type { Database } from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bookings } from "../../src/store/bookings.js";
import { openDatabase } from "../../src/store/database.js";
import { dueWork } from "../../src/store/due.js";
import type { Engine } from "../../src/store/engine.js";
import { createGroupCommit } from "../../src/store/group-commit.js";
import { loading } from "../../src/store/load.js";
import { channelMemory } from "../../src/store/memory.js";
import { outbox } from "../../src/store/outbox.js";
import { createSealing } from "../../src/store/sealing.js";
import { createStatements } from "../../src/store/statements.js";
import { initialState, NOW, SECRET, setClock, temporaryFile } from "./setup.js";

/** What a desk asks again and again must not become slower with all that it has ever answered. */
describe("what is open", () => {
  let database: Database;
  let engine: Engine;
  let asked: string[];

  beforeEach(() => {
    const clock = setClock();
    database = openDatabase({ file: temporaryFile(), synchronous: "NORMAL", clock });
    asked = [];
    const prepare = database.prepare.bind(database);
    database.prepare = ((sql: string) => {
      asked.push(sql);
      return prepare(sql);
    }) as typeof database.prepare;
    const statements = createStatements(database);
    const group = createGroupCommit(database);
    engine = { statements, group, sealing: createSealing(SECRET), clock, initialState, emptyLog() {} };
  });
  afterEach(() => database.close());

  /** How SQLite looks into the events for what was asked. */
  function waysToEvents(): string[] {
    return asked
      .filter((sql) => /(from|update) "event"/.test(sql))
      .map((sql) => {
        const values = Array.from(sql.matchAll(/\?/g), () => 1);
        const plan = database.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[];
        return plan.map(({ detail }) => detail).find((detail) => /(SEARCH|SCAN) event/.test(detail)) ?? sql;
      });
  }

  it("in a conversation is found without reading what was answered before", () => {
    loading(
      engine,
      bookings(engine, () => {}),
    );
    const ways = waysToEvents();
    expect(ways).toHaveLength(2);
    for (const way of ways) expect(way).toContain("(conversation_id=? AND turn_id=?)");
  });

  it("and due anywhere is found by its time", async () => {
    const { due, nextDue } = dueWork(engine);
    await due({ now: NOW, channels: ["web"], limit: 256 });
    await nextDue({ now: NOW, channels: ["web"] });
    const ways = waysToEvents();
    expect(ways).toHaveLength(2);
    for (const way of ways) expect(way).toContain("event_open_by_time");
  });

  it("and a value that a channel keeps is found by its key alone", () => {
    channelMemory(engine);
    const [sql = ""] = asked.filter((one) => /select "sealed" from "channel_memory"/.test(one));
    const plan = database.prepare(`explain query plan ${sql}`).all("telegram", "x") as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH channel_memory .*\(channel=\? AND key=\?\)$/),
    ]);
  });

  it("after a restart is found by its time", () => {
    outbox(engine, () => {});
    const ways = waysToEvents();
    expect(ways).toHaveLength(1);
    for (const way of ways) expect(way).toContain("event_open_by_time");
  });
});
