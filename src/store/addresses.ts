import type { Place } from "../vocabulary/index.js";
import { type Engine, idOf, lookupOf } from "./engine.js";
import { threadsOf } from "./threads.js";

/**
 * The id of a place's address, which is written down when it is new; inside a transaction.
 * @param guest whose private chat it is; null for a room, or where that is not known
 */
export type AddressOf = (place: Place, guest: number | null) => number;

/** Under which the channel's memory has where a room that has moved is now. */
export function movedToKey(sealing: Engine["sealing"], { channel, address }: Place): string {
  return sealing.keyed("address", "moved-to", channel, address);
}

/** @returns what finds the addresses. */
export function addressing(engine: Engine): AddressOf {
  const {
    statements: { prepare },
    sealing,
  } = engine;
  const { remembered } = threadsOf(engine);
  /** Where a room is now; its configuration may have it where it was. */
  const now = (place: Place): Place => {
    if (place.scope !== "room") return place;
    const moved = remembered.first({ channel: place.channel, key: movedToKey(sealing, place) });
    return moved ? { ...place, ...JSON.parse(sealing.open("channel_memory.sealed", moved.sealed)) } : place;
  };
  const found = prepare((query, given: { lookup: string }) =>
    query.selectFrom("address").where("lookup", "=", given.lookup).select("id"),
  );
  const thread = prepare((query, given: { lookup: string }) =>
    query.selectFrom("staff_thread").where("lookup", "=", given.lookup).select("address_id as id"),
  );
  const insert = prepare(
    (query, given: { guest: number | null; channel: string; lookup: string; sealed: Buffer }) =>
      query
        .insertInto("address")
        .values({
          guest_id: given.guest,
          channel: given.channel,
          lookup: given.lookup,
          sealed: given.sealed,
        })
        .returning("id"),
  );
  return (place, guest) => {
    const { channel } = place;
    const lookup = lookupOf(sealing, place);
    // a thread of a staff room has a name of the desk's own, from before it was opened
    const known = found.first({ lookup }) ?? thread.first({ lookup });
    if (known) return known.id;
    const sealed = sealing.seal("address.sealed", JSON.stringify(now(place)));
    return idOf(insert.first({ guest, channel, lookup, sealed }));
  };
}

/** @returns the statements for addresses that change. */
export function addressesOf({ statements: { prepare } }: Engine) {
  return {
    ofChannel: prepare((query, given: { channel: string }) =>
      query.selectFrom("address").where("channel", "=", given.channel).select(["id", "sealed"]),
    ),
    byLookup: prepare((query, given: { lookup: string }) =>
      query.selectFrom("address").where("lookup", "=", given.lookup).select("id"),
    ),
    move: prepare((query, given: { id: number; lookup: string; sealed: Buffer }) =>
      query
        .updateTable("address")
        .set({ lookup: given.lookup, sealed: given.sealed })
        .where("id", "=", given.id),
    ),
    repointOutbox: prepare((query, given: { from: number; to: number }) =>
      query.updateTable("outbox").set({ address_id: given.to }).where("address_id", "=", given.from),
    ),
    repointConversations: prepare((query, given: { from: number; to: number }) =>
      query.updateTable("conversation").set({ address_id: given.to }).where("address_id", "=", given.from),
    ),
  };
}
