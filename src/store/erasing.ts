import { sql } from "kysely";
import { conversationKey, type Engine, openState, type StateRow, sealState } from "./engine.js";
import type { Store } from "./model.js";
import { threadsOf } from "./threads.js";
import type { SetTimer } from "./timers.js";

/** What becomes of conversations of which nothing is left; inside a transaction. */
export interface Emptying {
  /** Takes away the conversation, its address and its guest, as far as nothing refers to them any more. */
  remove(conversation: number): boolean;
  /** Lets a conversation begin anew while something still refers to it. */
  restart(conversation: number, now: number): void;
}

/**
 * Erases what was said, decided, rated and pressed in a conversation; inside a transaction.
 * @param by `turn`: the turn that erases it, if one does: it stays with what it says, and so does what came in after it.
 *   `before`: the conversation's state before that turn
 * @returns the erased messages that waited to be sent
 */
export type Erase = (
  conversation: number,
  by?: { readonly turn: number; readonly before: StateRow | undefined },
) => readonly number[];

/** @returns what erases. */
export function erasingOf(engine: Engine, setTimer: SetTimer): Erase {
  const { clock, sealing } = engine;
  const rows = statementsOf(engine);
  const threads = threadsOf(engine);
  return (conversation, by) => {
    const given = { conversation, turn: by?.turn ?? Number.MAX_SAFE_INTEGER };
    const concerned = staffConcerned(by ? by.before : rows.state.first({ conversation }));
    const queued = rows.queued.all(given).map(({ message_id: id }) => id);
    rows.deleteOutbox.run(given);
    rows.deleteMessages.run(given);
    rows.deleteFeedback.run(given);
    // what staff took from these questions stays in intents/; what they noted of it goes
    rows.emptyRevisions.run(given);
    rows.deleteReviews.run(given);
    rows.deleteTurns.run(given);
    rows.deleteActions.run(given);
    rows.endHandover.run({ conversation, now: clock.now() });
    threads.forgetHandovers.run({ conversation });
    // a reminder that was agreed to, or a notice of a change, is owed as long as the seat is theirs
    if (rows.activeBooking.first(given)) rows.deleteEventsButTimers.run(given);
    else rows.deleteEvents.run(given);
    // the room still shows what was said there: its staff must know that it is to go
    if (concerned) setTimer(conversation, concerned, clock.now());
    else threads.removeAll(conversation);
    return queued;
  };

  /** The timer by which staff of an open handover are told; null: none is open, or no room knows of it. */
  function staffConcerned(row: StateRow | undefined): string | null {
    const handover = row && openState(sealing, row).handover;
    return handover?.room && handover.threads > 0
      ? `handover:erased:${handover.room}:${handover.threads}`
      : null;
  }
}

/** At a guest's word everything goes that was said, decided, rated and pressed. */
export function forgetting(engine: Engine, emptying: Emptying, erase: Erase): Pick<Store, "forget"> {
  const { statements, group, sealing, clock, emptyLog } = engine;
  const found = statements.prepare((query, given: { key: string }) =>
    query.selectFrom("conversation").where("key", "=", given.key).select("id"),
  );

  return {
    async forget({ place, sender }) {
      const key = conversationKey(sealing, place, sender);
      const now = clock.now();
      const unsent = await group.run(() => {
        const conversation = found.first({ key })?.id;
        if (conversation === undefined) return null;
        const queued = erase(conversation);
        if (!emptying.remove(conversation)) emptying.restart(conversation, now);
        return queued;
      });
      if (unsent) emptyLog();
      return unsent ?? [];
    },
  };
}

/** A conversation stays while one of these refers to it. An open form is part of the conversation itself. */
const PARTS = ["message", "event", "turn", "action", "submission", "booking"] as const;
const hasNothing = sql<boolean>`${sql.join(
  PARTS.map(
    (part) =>
      sql`not exists (select 1 from ${sql.table(part)} as part where part.conversation_id = conversation.id)`,
  ),
  sql` and `,
)}`;

/** @returns what empties conversations. */
export function emptyingOf(engine: Engine): Emptying {
  const {
    statements: { prepare },
    sealing,
    initialState,
  } = engine;
  const threads = threadsOf(engine);
  const found = prepare((query, given: { conversation: number }) =>
    query
      .selectFrom("conversation")
      .where("id", "=", given.conversation)
      .select(["guest_id", "address_id", "state", "sealed_state"]),
  );
  const isNeeded = prepare((query, given: { conversation: number }) =>
    query
      .selectFrom("conversation")
      .where("id", "=", given.conversation)
      .where(sql<boolean>`not (${hasNothing})`)
      .select("id"),
  );
  const deleteConversation = prepare((query, given: { conversation: number }) =>
    query.deleteFrom("conversation").where("id", "=", given.conversation),
  );
  const deleteAddress = prepare((query, given: { address: number }) =>
    query
      .deleteFrom("address")
      .where("id", "=", given.address)
      .where(sql<boolean>`not exists (select 1 from conversation where address_id = address.id)`)
      .where(sql<boolean>`not exists (select 1 from outbox where address_id = address.id)`),
  );
  const deleteGuest = prepare((query, given: { guest: number }) =>
    query
      .deleteFrom("guest")
      .where("id", "=", given.guest)
      .where(sql<boolean>`not exists (select 1 from conversation where guest_id = guest.id)`)
      .where(sql<boolean>`not exists (select 1 from address where guest_id = guest.id)`),
  );
  const restart = prepare((query, given: { conversation: number; state: Buffer; now: number }) =>
    query
      .updateTable("conversation")
      .set((row) => ({
        owner: "bot",
        version: row("version", "+", 1),
        state: "",
        sealed_state: given.state,
        updated_at: given.now,
      }))
      .where("id", "=", given.conversation),
  );

  return {
    remove(conversation) {
      const row = found.first({ conversation });
      if (!row || isNeeded.first({ conversation })) return false;
      threads.removeAll(conversation);
      threads.forgetHandovers.run({ conversation });
      deleteConversation.run({ conversation });
      deleteAddress.run({ address: row.address_id });
      deleteGuest.run({ guest: row.guest_id });
      return true;
    },
    restart(conversation, now) {
      const row = found.first({ conversation });
      if (!row) return;
      const { language } = openState(sealing, row);
      // as if nothing had been said, in its language
      restart.run({ conversation, state: sealState(sealing, { ...initialState, language }), now });
    },
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  type Erased = { conversation: number; turn: number };
  return {
    state: prepare((query, given: { conversation: number }) =>
      query.selectFrom("conversation").where("id", "=", given.conversation).select(["state", "sealed_state"]),
    ),
    endHandover: prepare((query, given: { conversation: number; now: number }) =>
      query
        .updateTable("handover")
        .set({ stage: "over", ended: "erased", ended_at: given.now })
        .where("conversation_id", "=", given.conversation)
        .where("ended_at", "is", null),
    ),
    queued: prepare((query, given: Erased) =>
      query
        .selectFrom("message")
        .innerJoin("outbox", "outbox.message_id", "message.id")
        .where("conversation_id", "=", given.conversation)
        .where(isErased(given.turn))
        .where("status", "=", sql.lit("queued"))
        .select("message_id"),
    ),
    deleteOutbox: prepare((query, given: Erased) =>
      query
        .deleteFrom("outbox")
        .where("message_id", "in", (inner) =>
          inner
            .selectFrom("message")
            .where("conversation_id", "=", given.conversation)
            .where(isErased(given.turn))
            .select("id"),
        ),
    ),
    deleteMessages: prepare((query, given: Erased) =>
      query
        .deleteFrom("message")
        .where("conversation_id", "=", given.conversation)
        .where(isErased(given.turn)),
    ),
    deleteFeedback: prepare((query, given: Erased) =>
      query
        .deleteFrom("feedback")
        .where("turn_id", "in", (inner) =>
          inner.selectFrom("turn").where("conversation_id", "=", given.conversation).select("id"),
        ),
    ),
    emptyRevisions: prepare((query, given: Erased) =>
      query
        .updateTable("revision")
        .set({ changes: sql.lit("[]") })
        .where("id", "in", (inner) =>
          inner
            .selectFrom("review")
            .innerJoin("turn", "turn.id", "review.turn_id")
            .where("conversation_id", "=", given.conversation)
            .select("revision_id"),
        ),
    ),
    deleteReviews: prepare((query, given: Erased) =>
      query
        .deleteFrom("review")
        .where("turn_id", "in", (inner) =>
          inner.selectFrom("turn").where("conversation_id", "=", given.conversation).select("id"),
        ),
    ),
    deleteTurns: prepare((query, given: Erased) =>
      query
        .deleteFrom("turn")
        .where("conversation_id", "=", given.conversation)
        .where("id", "<>", given.turn),
    ),
    deleteActions: prepare((query, given: Erased) =>
      query.deleteFrom("action").where("conversation_id", "=", given.conversation),
    ),
    activeBooking: prepare((query, given: Erased) =>
      query
        .selectFrom("booking")
        .where("conversation_id", "=", given.conversation)
        .where("status", "<>", sql.lit("withdrawn"))
        .limit(1)
        .select("id"),
    ),
    deleteEvents: prepare((query, given: Erased) =>
      query
        .deleteFrom("event")
        .where("conversation_id", "=", given.conversation)
        .where("id", "<>", given.turn)
        .where((event) =>
          event.or([
            event("kind", "=", "timer"),
            event("turn_id", "is not", null),
            event("id", "<", given.turn),
          ]),
        ),
    ),
    deleteEventsButTimers: prepare((query, given: Erased) =>
      query
        .deleteFrom("event")
        .where("conversation_id", "=", given.conversation)
        .where("id", "<>", given.turn)
        .where((event) =>
          event.or([
            event("turn_id", "is not", null),
            event.and([event("kind", "<>", "timer"), event("id", "<", given.turn)]),
          ]),
        ),
    ),
  };
}

/** A message that goes: not what the erasing turn says, nor what a guest wrote after it and waits for an answer. */
function isErased(turn: number) {
  return sql<boolean>`not (event_id = ${turn} and direction = ${sql.lit("out")}) and not exists (
    select 1 from event where event.id = event_id and event.turn_id is null and event.id > ${turn})`;
}
