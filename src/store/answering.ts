import { sql } from "kysely";
import type { Outcome, OutgoingMessage } from "../vocabulary/index.js";
import { type Engine, type Line, openBody } from "./engine.js";
import type { Store } from "./model.js";

/** How a message was answered, for the one that takes its place. */
export function answering(engine: Engine): Pick<Store, "answersTo"> {
  const { sealing } = engine;
  const rows = statementsOf(engine);

  return {
    async answersTo(edit, clientId) {
      const before = rows.before.first({ edit, clientId });
      if (!before) return null;
      const { turn, conversation, outcome, age } = before;
      const { direction } = before;
      const lines = rows.lines.all({ conversation, turn, direction }).map((row) => ({
        id: row.client_id ?? "",
        text: (openBody(sealing, row) as Line).text,
      }));
      const said = rows.answers.all({ turn }).flatMap((row) => {
        const { text, cards } = openBody(sealing, row) as OutgoingMessage;
        // one without anything in it only took another one back
        if (row.public_id === null || (text.length === 0 && !cards)) return [];
        return [{ id: row.public_id, toGuest: row.address_id === row.guest_address }];
      });
      const answers = said.flatMap(({ id, toGuest }) => (toGuest ? [id] : []));
      const passedOn = said.flatMap(({ id, toGuest }) => (toGuest ? [] : [id]));
      const last = rows.later.first({ conversation, turn }) === undefined;
      return { turn, outcome: outcome as Outcome, age, last, lines, answers, passedOn };
    },
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    before: prepare((query, given: { edit: number; clientId: string }) =>
      query
        .selectFrom("event as edit")
        .innerJoin("message", "message.conversation_id", "edit.conversation_id")
        .innerJoin("event", "event.id", "message.event_id")
        .innerJoin("turn", "turn.id", "event.turn_id")
        .where("edit.id", "=", given.edit)
        .where("client_id", "=", given.clientId)
        // the same id may be another message where staff write
        .where("direction", "=", (row) =>
          row.case().when("edit.by_staff", "=", sql.lit(1)).then(sql.lit("staff")).else(sql.lit("in")).end(),
        )
        .orderBy("message.id", "desc")
        .limit(1)
        .select(["turn.id as turn", "turn.conversation_id as conversation", "outcome", "direction"])
        .select(sql<number>`edit.received_at - turn.at`.as("age")),
    ),
    lines: prepare((query, given: { conversation: number; turn: number; direction: string }) =>
      query
        .selectFrom("event")
        .innerJoin("message", "message.event_id", "event.id")
        .where("event.conversation_id", "=", given.conversation)
        .where("turn_id", "=", given.turn)
        .where("direction", "=", given.direction)
        .orderBy("message.id")
        .select(["client_id", "body", "sealed"]),
    ),
    answers: prepare((query, given: { turn: number }) =>
      query
        .selectFrom("message")
        .innerJoin("conversation", "conversation.id", "message.conversation_id")
        .innerJoin("outbox", "outbox.message_id", "message.id")
        .where("event_id", "=", given.turn)
        .where("direction", "=", sql.lit("out"))
        .orderBy("message.id")
        .select([
          "public_id",
          "body",
          "sealed",
          "outbox.address_id",
          "conversation.address_id as guest_address",
        ]),
    ),
    // what the guest did since has an event with a higher id; a timer's may be lower, so its turn goes by time
    later: prepare((query, given: { conversation: number; turn: number }) =>
      query
        .selectFrom("event")
        .leftJoin("turn", "turn.id", "event.id")
        .where("event.conversation_id", "=", given.conversation)
        .where("event.id", "<>", given.turn)
        .where((row) =>
          row.or([
            row.and([
              row("event.id", ">", given.turn),
              row("event.kind", "in", [sql.lit("message"), sql.lit("action")]),
            ]),
            row.and([
              row("turn.outcome", "<>", sql.lit("ignored")),
              row(
                "turn.at",
                ">",
                row.selectFrom("turn as own").where("own.id", "=", given.turn).select("own.at"),
              ),
            ]),
          ]),
        )
        .limit(1)
        .select("event.id"),
    ),
  };
}
