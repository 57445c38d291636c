import { sql } from "kysely";
import type { ChannelMemory, ChannelName } from "../vocabulary/index.js";
import type { Engine } from "./engine.js";

/** The few values that a channel keeps over restarts. */
export function channelMemory({ statements: { prepare }, group, sealing }: Engine): {
  memory(channel: ChannelName): ChannelMemory;
} {
  const one = prepare((query, given: { channel: string; key: string }) =>
    query
      .selectFrom("channel_memory")
      .where("channel", "=", given.channel)
      .where("key", "=", given.key)
      .select("sealed"),
  );
  const beginning = prepare((query, given: { channel: string; prefix: string }) =>
    query
      .selectFrom("channel_memory")
      .where("channel", "=", given.channel)
      .where("key", ">=", given.prefix)
      .where(sql<boolean>`substr(key, 1, length(${given.prefix})) = ${given.prefix}`)
      .select(["key", "sealed"]),
  );
  const set = prepare((query, given: { channel: string; key: string; sealed: Buffer }) =>
    query
      .insertInto("channel_memory")
      .values({ channel: given.channel, key: given.key, sealed: given.sealed })
      .onConflict((conflict) =>
        conflict.columns(["channel", "key"]).doUpdateSet((row) => ({ sealed: row.ref("excluded.sealed") })),
      ),
  );
  const remove = prepare((query, given: { channel: string; key: string }) =>
    query.deleteFrom("channel_memory").where("channel", "=", given.channel).where("key", "=", given.key),
  );
  return {
    memory(channel) {
      const open = (sealed: Buffer): string => sealing.open("channel_memory.sealed", sealed);
      return {
        async get(key) {
          const row = one.first({ channel, key });
          return row ? open(row.sealed) : null;
        },
        async all(prefix) {
          const rows = beginning.all({ channel, prefix });
          return new Map(rows.map(({ key, sealed }) => [key, open(sealed)]));
        },
        async set(key, value) {
          const sealed = sealing.seal("channel_memory.sealed", value);
          await group.run(() => set.run({ channel, key, sealed }));
        },
        async remove(key) {
          await group.run(() => remove.run({ channel, key }));
        },
      };
    },
  };
}
