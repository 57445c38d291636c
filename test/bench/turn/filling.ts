import Sqlite, { type Database } from "better-sqlite3";
import type { Compiled } from "../../../src/comprehension.js";
import { openDatabase } from "../../../src/store/database.js";
import { openProduct } from "./product.js";
import { workload } from "./workload.js";

/** Questions that guests of the template ask, in turn: most ask one or two, some many; three on average. */
const LENGTHS = [1, 1, 2, 1, 3, 2, 8, 1, 5, 2, 4, 6] as const;
const TEMPLATE_GUESTS = 240;
/** Guests of the template are numbered from here, apart from those of the measurement. */
const FIRST_GUEST = 1_000_000;

/** A database with real conversations that the product itself has written; what fills larger ones. */
export async function makeTemplate(file: string, compiled: Compiled): Promise<void> {
  const product = await openProduct(file, "NORMAL", compiled);
  const lines = workload();
  for (let guest = 0; guest < TEMPLATE_GUESTS; guest++) {
    const questions = LENGTHS[guest % LENGTHS.length] ?? 1;
    for (let line = 0; line < questions; line++)
      await product.answer(lines.wave(FIRST_GUEST + guest, 1, line));
  }
  await product.close();
}

/** The messages in a database, incoming and outgoing. */
export function logged(file: string): number {
  const database = new Sqlite(file, { readonly: true });
  const count = database.prepare("select count(*) from message").pluck().get() as number;
  database.close();
  return count;
}

/**
 * Copies conversations of the template, whole ones, until so many messages are logged. Every copy is of another guest:
 * keyed hashes are drawn anew, so that the indexes over them grow as they do in life. The keys of all events are kept,
 * although a desk forgets them after three days: rather too large a database than too small a one.
 */
export function fillTo(file: string, template: string, messages: number): void {
  const database = openDatabase({ file, synchronous: "NORMAL", clock: { now: () => 0 } });
  database.pragma("synchronous = OFF");
  database.pragma("foreign_keys = OFF");
  database.prepare("attach ? as template").run(template);
  // an action's id begins with its event, to the base of 36
  database.function("moved_action", { deterministic: true }, (id: unknown, by: unknown) => {
    const [event = "", rest = ""] = String(id).split("-");
    return `${(Number.parseInt(event, 36) + Number(by)).toString(36)}-${rest}`;
  });
  const count = database.prepare("select count(*) from main.message").pluck();
  const inserts = insertsInto(database);
  for (let missing = messages; missing > 0; missing = messages - (count.get() as number)) {
    database.transaction(() => {
      const by = offsetsIn(database);
      const last = lastConversation(database, missing);
      for (const insert of inserts) insert.run({ ...by, last });
    })();
  }
  database.prepare("detach template").run();
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

/** The first conversations of the template that have together as many messages as are missing, or all. */
function lastConversation(database: Database, missing: number): number {
  const conversations = database
    .prepare<[], { id: number; messages: number }>(
      "select conversation_id as id, count(*) as messages from template.message group by 1 order by 1",
    )
    .all();
  let sum = 0;
  for (const { id, messages } of conversations) {
    sum += messages;
    if (sum >= missing) return id;
  }
  return conversations.at(-1)?.id ?? 0;
}

/** By how much the ids of a copy are moved: behind the last of each table. */
function offsetsIn(database: Database): Record<string, number> {
  const last = (table: string): number =>
    database.prepare(`select coalesce(max(id), 0) from main.${table}`).pluck().get() as number;
  return {
    guest: last("guest"),
    address: last("address"),
    conversation: last("conversation"),
    event: last("event"),
    key: last("event_key"),
    message: last("message"),
  };
}

/** A keyed hash of another guest: as long, and as evenly spread. */
const HASH = "lower(hex(randomblob(11)))";

/** What is other in a copy, and which rows belong to conversations up to `:last`. What is not named is taken over. */
const COPIES: Readonly<Record<string, { changes: Readonly<Record<string, string>>; of: string }>> = {
  guest: {
    changes: { id: "id + :guest", pseudonym: HASH },
    of: "id in (select guest_id from template.conversation where id <= :last)",
  },
  address: {
    changes: { id: "id + :address", guest_id: "guest_id + :guest", lookup: HASH },
    of: "id in (select address_id from template.conversation where id <= :last)",
  },
  conversation: {
    changes: {
      id: "id + :conversation",
      key: HASH,
      guest_id: "guest_id + :guest",
      address_id: "address_id + :address",
    },
    of: "id <= :last",
  },
  event: {
    changes: {
      id: "id + :event",
      conversation_id: "conversation_id + :conversation",
      turn_id: "turn_id + :event",
    },
    of: "conversation_id <= :last",
  },
  event_key: {
    changes: { id: "id + :key", key: HASH, event_id: "event_id + :event" },
    of: "event_id in (select id from template.event where conversation_id <= :last)",
  },
  message: {
    changes: {
      id: "id + :message",
      conversation_id: "conversation_id + :conversation",
      event_id: "event_id + :event",
      public_id: "(event_id + :event) || substr(public_id, instr(public_id, '.'))",
    },
    of: "conversation_id <= :last",
  },
  turn: {
    changes: { id: "id + :event", conversation_id: "conversation_id + :conversation" },
    of: "conversation_id <= :last",
  },
  action: {
    changes: { id: "moved_action(id, :event)", conversation_id: "conversation_id + :conversation" },
    of: "conversation_id <= :last",
  },
  outbox: {
    changes: { message_id: "message_id + :message", address_id: "address_id + :address" },
    of: "message_id in (select id from template.message where conversation_id <= :last)",
  },
};

function insertsInto(database: Database) {
  return Object.entries(COPIES).map(([table, { changes, of }]) => {
    const columns = database
      .prepare(`select name from pragma_table_info('${table}')`)
      .pluck()
      .all() as string[];
    const values = columns.map((column) => changes[column] ?? column);
    return database.prepare<Record<string, number>>(
      `insert into main.${table} (${columns.join(", ")}) select ${values.join(", ")} from template.${table} where ${of} order by rowid`,
    );
  });
}
