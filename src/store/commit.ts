import { sql } from "kysely";
import type { Action, Decision, SeatExpected } from "../vocabulary/index.js";
import type { Bookings } from "./bookings.js";
import { handoverRecording } from "./cases.js";
import { type Engine, sealState } from "./engine.js";
import { enqueuing } from "./enqueue.js";
import type { Erase } from "./erasing.js";
import { instant } from "./instant.js";
import type { Commitment, Store } from "./model.js";
import type { Sealing } from "./sealing.js";
import { staffWriting } from "./staff.js";
import { finishing, handingIn } from "./submissions.js";
import type { SetTimer } from "./timers.js";

/**
 * Transaction 2 of a message's way: the log, the new state, what is to be said, buttons, timers, what was handed in
 * and booked; or nothing at all.
 */
export function committing(
  engine: Engine,
  bookings: Bookings,
  setTimer: SetTimer,
  erase: Erase,
): Pick<Store, "commit" | "failed"> {
  const { group, sealing, clock, emptyLog } = engine;
  const rows = statementsOf(engine);
  const enqueue = enqueuing(engine);
  const handIn = handingIn(engine);
  const finish = finishing(engine);
  const recordHandover = handoverRecording(engine);
  const staff = staffWriting(engine);

  return {
    async commit(input) {
      const { conversationId, eventIds, decision } = input;
      const turn = eventIds.at(-1);
      if (turn === undefined) throw new RangeError("A decision answers at least one event.");
      const now = clock.now();
      // sealed before the transaction, to keep that short
      const state = sealState(sealing, decision.state);
      const actions = decision.actions.map((action) => actionRow(action, conversationId, now, sealing));
      const lines = decision.say.map((say) => ({
        say,
        sealed: sealing.seal("message.sealed", JSON.stringify(say.message)),
      }));
      const verbatim = (input.verbatim ?? []).map(({ event, text }) => ({
        event,
        sealed: sealing.seal("message.sealed", JSON.stringify({ text })),
      }));
      const timers = decision.timers.map(({ at, name }) => ({ at: instant(at), name }));
      const committed = await group.run((): Awaited<ReturnType<Store["commit"]>> => {
        const before = decision.erase ? rows.conversation.first({ id: conversationId }) : undefined;
        if (!current(input)) return { result: "stale" };
        if (decision.links && !staff.link(decision.links, now)) return { result: "stale" };
        rows.insertTurn.run(turnRow(input, turn, now));
        rows.updateConversation.run({
          id: conversationId,
          owner: decision.state.owner,
          version: decision.expects.version + 1,
          state,
          now,
        });
        for (const event of eventIds) rows.closeEvent.run({ event, turn });
        if (decision.inPlaceOf !== undefined)
          rows.moveLines.run({ conversation: conversationId, from: decision.inPlaceOf, to: turn });
        for (const action of actions) rows.insertAction.run(action);
        rate(decision, conversationId, now);
        for (const { at, name } of timers) setTimer(conversationId, name, at);
        if (decision.submission) handIn(decision.submission, conversationId, now);
        const timersAt = timers.map(({ at }) => at);
        for (const change of decision.bookings ?? [])
          if (bookings.change(change, conversationId, now)) timersAt.push(now);
        for (const { event, sealed } of verbatim) rows.keepVerbatim.run({ event, sealed });
        ofHandover(input, now);
        const enqueued = lines.map((line) => enqueue(line, input, turn, now));
        const recalled = enqueued.flatMap((one) => ("recalled" in one ? one.recalled : []));
        const gone = decision.erase ? erase(conversationId, { turn, before }) : [];
        // it may have set a timer for the staff who had the conversation
        if (decision.erase) timersAt.push(now);
        return {
          result: "committed",
          firstTimerAt: timersAt.length > 0 ? Math.min(...timersAt) : null,
          messages: enqueued.flatMap((one) => ("queued" in one ? [one.queued] : [])),
          erased: [...recalled, ...gone],
        };
      });
      if (decision.erase && committed.result === "committed") emptyLog();
      return committed;
    },

    async failed(eventIds, dueAt) {
      await group.run(() => {
        for (const event of eventIds) rows.countFailure.run({ event, dueAt });
      });
    },
  };

  function ofHandover({ decision, conversationId }: Commitment, now: number): void {
    for (const change of decision.handover ?? []) {
      recordHandover(change, conversationId, now);
      // of a ticket that is what was handed in
      if (change.does === "end") finish(change.number, now);
    }
    for (const entry of decision.audit ?? []) staff.audit(entry, now);
    if (decision.practised !== undefined) staff.practised(decision.practised);
  }

  /** The conversation is as the decision expects it, nobody has answered any of its events, and the seat is there. */
  function current({ conversationId, eventIds, decision: { expects } }: Commitment): boolean {
    const found = rows.conversation.first({ id: conversationId });
    return (
      found?.owner === expects.owner &&
      found.version === expects.version &&
      eventIds.every((event) => rows.openEvent.first({ event, conversation: conversationId })) &&
      (!expects.seat || isThere(expects.seat))
    );
  }

  function isThere(seat: SeatExpected): boolean {
    const { booked, waiting } = bookings.taken(seat.seminar);
    return "fewerThan" in seat ? booked < seat.fewerThan : waiting === seat.waiting;
  }

  /** A guest rates a turn of their own conversation; the last word counts. */
  function rate({ log: { rated } }: Decision, conversation: number, now: number): void {
    if (rated && rows.ownTurn.first({ turn: rated.turn, conversation }))
      rows.rate.run({
        turn: rated.turn,
        helpful: rated.helpful ? 1 : 0,
        reason: rated.reason ?? null,
        now,
      });
  }
}

function actionRow(action: Action, conversation: number, at: number, sealing: Sealing) {
  return {
    id: action.id,
    conversation,
    label: action.label,
    sealed: sealing.seal("action.sealed", JSON.stringify(action.act)),
    until: instant(action.until),
    at,
  };
}

function turnRow({ conversationId, eventIds, decision, ...input }: Commitment, id: number, at: number) {
  const { log } = decision;
  return {
    id,
    conversation: conversationId,
    at,
    outcome: log.outcome,
    intents: JSON.stringify(log.intents),
    answered: JSON.stringify(log.answered),
    kind: log.kind ?? null,
    expired: log.expired ? 1 : 0,
    form: log.form ?? null,
    language: log.language,
    knowledge: log.knowledge,
    reasons: JSON.stringify(log.reasons),
    question: decision.erase ? null : input.question,
    latencyMs: Math.round(input.latencyMs),
    micros: Math.round(input.micros),
    joined: eventIds.length,
    refused: log.refused === undefined ? 0 : 1,
    guessed: log.guessed ? 1 : 0,
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    conversation: prepare((query, given: { id: number }) =>
      query
        .selectFrom("conversation")
        .where("id", "=", given.id)
        .select(["owner", "version", "state", "sealed_state"]),
    ),
    openEvent: prepare((query, given: { event: number; conversation: number }) =>
      query
        .selectFrom("event")
        .where("id", "=", given.event)
        .where("conversation_id", "=", given.conversation)
        .where("turn_id", "is", null)
        .select("id"),
    ),
    insertTurn: prepare((query, given: ReturnType<typeof turnRow>) =>
      query.insertInto("turn").values({
        id: given.id,
        conversation_id: given.conversation,
        at: given.at,
        outcome: given.outcome,
        intents: given.intents,
        answered: given.answered,
        kind: given.kind,
        expired: given.expired,
        form: given.form,
        language: given.language,
        knowledge: given.knowledge,
        reasons: given.reasons,
        question: given.question,
        latency_ms: given.latencyMs,
        micros: given.micros,
        joined: given.joined,
        refused: given.refused,
        guessed: given.guessed,
      }),
    ),
    updateConversation: prepare(
      (
        query,
        given: {
          id: number;
          owner: string;
          version: number;
          state: Buffer;
          now: number;
        },
      ) =>
        query
          .updateTable("conversation")
          .set({
            owner: given.owner,
            version: given.version,
            state: "",
            sealed_state: given.state,
            updated_at: given.now,
          })
          .where("id", "=", given.id),
    ),
    // what was written is in the log, masked; the original is no longer needed
    closeEvent: prepare((query, given: { event: number; turn: number }) =>
      query.updateTable("event").set({ turn_id: given.turn, payload: null }).where("id", "=", given.event),
    ),
    keepVerbatim: prepare((query, given: { event: number; sealed: Buffer }) =>
      query
        .updateTable("message")
        .set({ sealed: given.sealed })
        .where("event_id", "=", given.event)
        .where("direction", "=", sql.lit("in")),
    ),
    moveLines: prepare((query, given: { conversation: number; from: number; to: number }) =>
      query
        .updateTable("message")
        .set({ event_id: given.to })
        .where("direction", "<>", sql.lit("out"))
        .where("event_id", "in", (inner) =>
          inner
            .selectFrom("event")
            .where("conversation_id", "=", given.conversation)
            .where("turn_id", "=", given.from)
            .select("id"),
        ),
    ),
    countFailure: prepare((query, given: { event: number; dueAt: number }) =>
      query
        .updateTable("event")
        .set((row) => ({ failures: row("failures", "+", 1), due_at: given.dueAt }))
        .where("id", "=", given.event)
        .where("turn_id", "is", null),
    ),
    insertAction: prepare((query, given: ReturnType<typeof actionRow>) =>
      query.insertInto("action").values({
        id: given.id,
        conversation_id: given.conversation,
        label: given.label,
        act: "",
        sealed: given.sealed,
        until: given.until,
        at: given.at,
      }),
    ),
    ownTurn: prepare((query, given: { turn: number; conversation: number }) =>
      query
        .selectFrom("turn")
        .where("id", "=", given.turn)
        .where("conversation_id", "=", given.conversation)
        .select("id"),
    ),
    rate: prepare((query, given: { turn: number; helpful: number; reason: string | null; now: number }) =>
      query
        .insertInto("feedback")
        .values({ turn_id: given.turn, helpful: given.helpful, reason: given.reason, at: given.now })
        .onConflict((conflict) =>
          conflict
            .column("turn_id")
            .doUpdateSet({ helpful: given.helpful, reason: given.reason, at: given.now }),
        ),
    ),
  };
}
