import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { openDataFolder } from "../../src/data-folder.js";
import { systemClock } from "../../src/time.js";

/** A guest whose chat can be looked at. */
export interface Hearing {
  /** What stands there from the desk, oldest first, by the platform's ids. */
  heard(): readonly { readonly id: string }[];
}

/** What guests wrote in one conversation: the ids of their messages that the desk has acknowledged, oldest first. */
export interface Asked<Guest extends Hearing = Hearing> {
  readonly guest: Guest;
  readonly ids: readonly string[];
}

/** How many answers had which fate. */
export interface Fates {
  readonly delivered: number;
  /** Twice in sight, because nobody knew whether the first one had arrived. */
  readonly doubled: number;
  /** Given up, because it may have arrived twice already: the log shows it. */
  readonly givenUp: number;
}

interface Row {
  readonly id: number;
  readonly status: string;
  readonly unknowns: number;
  readonly error: string | null;
}

/**
 * Holds the desk's data, after it was stopped, against what people have seen: each acknowledged message has one
 * turn, in the order in which it was written; each answer stands there once, or twice where its first send had an unknown
 * outcome; and the answers stand in their order.
 */
export async function expectDelivered(folder: string, conversations: readonly Asked[]): Promise<Fates> {
  const dataDir = join(folder, "data");
  const database = new Database(join(dataDir, "nahtstelle.db"), { readonly: true });
  const turns = database.prepare<[string], { conversation: number; turn: number | null; logged: number }>(
    `select event.conversation_id as conversation, event.turn_id as turn,
       (select count(*) from turn where turn.id = event.turn_id) as logged
     from message join event on event.id = message.event_id
     where message.direction = 'in' and message.client_id = ?`,
  );
  const answers = database.prepare<[number], Row>(
    `select message_id as id, status, unknowns, error from outbox join message on message.id = outbox.message_id
     where message.conversation_id = ? order by message_id`,
  );
  const store = await openDataFolder({ dataDir, synchronous: "NORMAL", deskSecret: undefined }, systemClock);
  const fates = { delivered: 0, doubled: 0, givenUp: 0 };
  try {
    for (const { guest, ids } of conversations) {
      const found = ids.map((id) => turns.all(id));
      expect(found.map((rows) => rows.length)).toEqual(ids.map(() => 1));
      const rows = found.flat();
      expect(rows.map(({ logged }) => logged)).toEqual(ids.map(() => 1));
      const order = rows.map(({ turn }) => turn ?? 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      const conversation = rows[0]?.conversation;
      if (conversation === undefined) continue;
      expect(new Set(rows.map((row) => row.conversation))).toEqual(new Set([conversation]));
      const outgoing = answers.all(conversation);
      expect(outgoing.length).toBeGreaterThanOrEqual(new Set(order).size);

      const expected: string[] = [];
      let mayDouble = 0;
      for (const { id, status, unknowns, error } of outgoing) {
        expect(["sent", "failed"]).toContain(status);
        const receipts = (await store.receipts(id)).map((receipt) => receipt.id);
        expected.push(...receipts);
        if (status === "sent") {
          expect(receipts.length).toBeGreaterThan(0);
          fates.delivered += 1;
          // of a message in several parts, each may have been sent twice
          mayDouble += receipts.length > 1 ? receipts.length : Math.min(unknowns, 1);
        } else {
          // unknown twice: it stands there up to two times, and nobody can say so
          expect(error).toMatch(/twice/);
          fates.givenUp += 1;
          mayDouble += 2;
        }
      }
      const seen = guest.heard();
      const acknowledged = new Set(expected);
      expect(acknowledged.size).toBe(expected.length);
      expect(seen.filter(({ id }) => acknowledged.has(id)).map(({ id }) => id)).toEqual(expected);
      const extra = seen.filter(({ id }) => !acknowledged.has(id));
      expect(extra.length).toBeLessThanOrEqual(mayDouble);
      fates.doubled += extra.length;
    }
  } finally {
    await store.close();
    database.close();
  }
  return fates;
}
