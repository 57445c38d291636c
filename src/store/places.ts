import { addressesOf } from "./addresses.js";
import { conversationKey, type Engine, lookupOf, openPlace } from "./engine.js";
import type { Store } from "./model.js";

/** Where guests and rooms are, and that they move. */
export function places(engine: Engine): Pick<Store, "knows" | "moved"> {
  const { statements, group, sealing } = engine;
  const { prepare } = statements;
  const conversation = prepare((query, given: { key: string }) =>
    query.selectFrom("conversation").where("key", "=", given.key).select("id"),
  );
  const rows = addressesOf(engine);
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
          const there = rows.byLookup.first({ lookup });
          if (there && there.id !== id) {
            rows.repointOutbox.run({ from: id, to: there.id });
            rows.repointConversations.run({ from: id, to: there.id });
          } else {
            rows.move.run({ id, lookup, sealed: sealing.seal("address.sealed", JSON.stringify(moved)) });
          }
        }
      });
    },
  };
}
