import type { Place } from "../vocabulary/index.js";
import { addressesOf, movedToKey } from "./addresses.js";
import { conversationKey, type Engine, lookupOf, openPlace } from "./engine.js";
import type { Store } from "./model.js";
import { isUnopened, threadsOf } from "./threads.js";
import type { SetTimer } from "./timers.js";

/** Where guests and rooms are, that they move, and that rooms go. */
export function places(
  engine: Engine,
  setTimer: SetTimer,
): Pick<Store, "knows" | "moved" | "formerly" | "roomGone"> {
  const { statements, group, sealing, clock } = engine;
  const { prepare } = statements;
  const conversation = prepare((query, given: { key: string }) =>
    query.selectFrom("conversation").where("key", "=", given.key).select("id"),
  );
  const rows = addressesOf(engine);
  const threads = threadsOf(engine);
  const movedKey = (place: Place): string => sealing.keyed("address", "moved", place.channel, place.address);
  return {
    async knows(place, sender) {
      return conversation.first({ key: conversationKey(sealing, place, sender) }) !== undefined;
    },

    async moved(from, to) {
      await group.run(() => {
        // a thread's name is part of a keyed hash, so all of the channel are looked at: chats move once in their life
        for (const { id, sealed } of rows.ofChannel.all({ channel: from.channel })) {
          const place = openPlace(sealing, sealed);
          if (place.address !== from.address || place.scope !== from.scope) continue;
          const moved = {
            ...place,
            address: to.address,
            scope: to.scope,
            ...(to.details ? { details: to.details } : {}),
          };
          const lookup = lookupOf(sealing, moved);
          if (threads.byAddress.first({ address: id })) {
            // the desk's own name of a thread stays
            threads.relocate.run({ address: id, lookup: isUnopened(place) ? null : lookup });
            threads.place.run({ address: id, sealed: sealing.seal("address.sealed", JSON.stringify(moved)) });
            continue;
          }
          const there = rows.byLookup.first({ lookup });
          if (there && there.id !== id) {
            rows.repointOutbox.run({ from: id, to: there.id });
            rows.repointConversations.run({ from: id, to: there.id });
          } else {
            rows.move.run({ id, lookup, sealed: sealing.seal("address.sealed", JSON.stringify(moved)) });
          }
        }
        const before = sealing.seal("channel_memory.sealed", from.address);
        threads.remember.run({ channel: from.channel, key: movedKey(to), sealed: before });
        // threads that are opened in it from now on, under the name that its configuration has
        const { address, details } = to;
        const after = { address, ...(details ? { details } : {}) };
        const sealed = sealing.seal("channel_memory.sealed", JSON.stringify(after));
        threads.remember.run({ channel: from.channel, key: movedToKey(sealing, from), sealed });
      });
    },

    formerly: async (room) => formerly(room),

    async roomGone(room) {
      return group.run(() => {
        const concerned = new Set<number>();
        const configured = formerly(room).address;
        for (const { id, sealed } of threads.open.all({ channel: room.channel })) {
          const { address } = openPlace(sealing, sealed);
          // of a thread that was never opened it is as configured, perhaps without what is before the colon
          const here = address === room.address || address === configured;
          if (here || room.address.endsWith(`:${address}`)) concerned.add(id);
        }
        // it may have moved on to another room, and is told of this one twice
        for (const id of concerned) setTimer(id, `handover:room-gone:${configured}`, clock.now());
        return [...concerned];
      });
    },
  };

  function formerly(room: Place): Place {
    const before = threads.remembered.first({ channel: room.channel, key: movedKey(room) });
    return before ? { ...room, address: sealing.open("channel_memory.sealed", before.sealed) } : room;
  }
}
