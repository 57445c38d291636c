import { sql } from "kysely";
import type { Place } from "../vocabulary/index.js";
import type { Engine } from "./engine.js";

/**
 * Whether this names a thread that is still to be opened in its room. Threads are opened by the first message that is
 * sent there; until then, and in decisions for ever, they have names of the desk's own.
 */
export function isUnopened({ thread }: Place): boolean {
  return thread?.startsWith("~") === true;
}

/** @returns the statements for threads of staff rooms. */
export function threadsOf(engine: Engine) {
  const rows = statementsOf(engine);
  return {
    ...rows,
    /**
     * Takes threads away of which nothing is kept any more, and whose enquiry is over: whoever writes there after that gets
     * no hint. @returns how many, at most `limit`
     */
    removeIdle(limit: number): number {
      const addresses = rows.idle.all({ limit });
      for (const { id } of addresses) {
        rows.remove.run({ address: id });
        rows.removeAddress.run({ address: id });
      }
      return addresses.length;
    },
    /** Takes all threads of a conversation away, and their places as far as nothing refers to them. */
    removeAll(conversation: number): void {
      const addresses = rows.ofConversation.all({ conversation });
      for (const { id } of addresses) rows.remove.run({ address: id });
      for (const { id } of addresses) rows.removeAddress.run({ address: id });
    },
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    byAddress: prepare((query, given: { address: number }) =>
      query
        .selectFrom("staff_thread")
        .where("address_id", "=", given.address)
        .select(["conversation_id", "lookup"]),
    ),
    insert: prepare((query, given: { address: number; conversation: number }) =>
      query
        .insertInto("staff_thread")
        .values({ address_id: given.address, conversation_id: given.conversation, lookup: null })
        .onConflict((conflict) => conflict.column("address_id").doNothing()),
    ),
    relocate: prepare((query, given: { address: number; lookup: string | null }) =>
      query.updateTable("staff_thread").set({ lookup: given.lookup }).where("address_id", "=", given.address),
    ),
    place: prepare((query, given: { address: number; sealed: Buffer }) =>
      query.updateTable("address").set({ sealed: given.sealed }).where("id", "=", given.address),
    ),
    open: prepare((query, given: { channel: string }) =>
      query
        .selectFrom("staff_thread")
        .innerJoin("address", "address.id", "staff_thread.address_id")
        .innerJoin("handover", "handover.conversation_id", "staff_thread.conversation_id")
        .where("address.channel", "=", given.channel)
        .where("ended_at", "is", null)
        .select(["staff_thread.conversation_id as id", "address.sealed"]),
    ),
    ofConversation: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("staff_thread")
        .where("conversation_id", "=", given.conversation)
        .select("address_id as id"),
    ),
    idle: prepare((query, given: { limit: number }) =>
      query
        .selectFrom("staff_thread")
        .where(
          sql<boolean>`not exists (select 1 from outbox where outbox.address_id = staff_thread.address_id)`,
        )
        .where(
          sql<boolean>`not exists (select 1 from handover where handover.conversation_id = staff_thread.conversation_id and ended_at is null)`,
        )
        .limit(given.limit)
        .select("address_id as id"),
    ),
    remove: prepare((query, given: { address: number }) =>
      query.deleteFrom("staff_thread").where("address_id", "=", given.address),
    ),
    removeAddress: prepare((query, given: { address: number }) =>
      query
        .deleteFrom("address")
        .where("id", "=", given.address)
        .where(sql<boolean>`not exists (select 1 from outbox where address_id = address.id)`)
        .where(sql<boolean>`not exists (select 1 from conversation where address_id = address.id)`),
    ),
    forgetHandovers: prepare((query, given: { conversation: number }) =>
      query
        .updateTable("handover")
        .set({ conversation_id: null })
        .where("conversation_id", "=", given.conversation),
    ),
    remember: prepare((query, given: { channel: string; key: string; sealed: Buffer }) =>
      query
        .insertInto("channel_memory")
        .values({ channel: given.channel, key: given.key, sealed: given.sealed })
        .onConflict((conflict) => conflict.columns(["channel", "key"]).doUpdateSet({ sealed: given.sealed })),
    ),
    remembered: prepare((query, given: { channel: string; key: string }) =>
      query
        .selectFrom("channel_memory")
        .where("channel", "=", given.channel)
        .where("key", "=", given.key)
        .select("sealed"),
    ),
  };
}
