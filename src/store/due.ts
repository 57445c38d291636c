import { sql } from "kysely";
import type { Engine } from "./engine.js";
import type { Store } from "./model.js";

/** Time is an event too: what is due, and when the next thing will be. */
export function dueWork({ statements }: Engine): Pick<Store, "due" | "nextDue"> {
  return {
    async due({ now, channels, after = 0, limit }) {
      const found = statements.query((query) =>
        query
          .selectFrom("event")
          .innerJoin("conversation", "conversation.id", "event.conversation_id")
          .where("turn_id", "is", null)
          .where("due_at", "<=", now)
          .where("channel", "in", channels)
          // the sign keeps SQLite from looking by conversation: that would lead through all that was ever answered
          .where(sql<number>`+conversation_id`, ">", after)
          .distinct()
          .orderBy("conversation_id")
          .limit(limit)
          .select("conversation_id"),
      );
      return found.map((row) => row.conversation_id);
    },

    async nextDue({ now, channels }) {
      const [next] = statements.query((query) =>
        query
          .selectFrom("event")
          .innerJoin("conversation", "conversation.id", "event.conversation_id")
          .where("turn_id", "is", null)
          .where("due_at", ">", now)
          .where("channel", "in", channels)
          .orderBy("due_at")
          .limit(1)
          .select("due_at"),
      );
      return next?.due_at ?? null;
    },
  };
}
