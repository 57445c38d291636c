import { sql } from "kysely";
import type {
  CaseFile,
  CaseLine,
  ChannelName,
  HandoverChange,
  HandoverEnd,
  HandoverStage,
  IntentId,
  Language,
  OutgoingMessage,
  RankedIntent,
} from "../vocabulary/index.js";
import { type Engine, type Line, openBody, openState } from "./engine.js";
import type { HandoverRecord, OpenCase, Store } from "./model.js";
import type { Schema } from "./schema.js";

/** What staff read of conversations that were handed over. Nothing here writes. */
export function cases(
  engine: Engine,
): Pick<Store, "caseFile" | "caseByNumber" | "staffLine" | "openCases" | "handovers"> {
  const { sealing, clock } = engine;
  const rows = statementsOf(engine);

  return {
    async caseFile(conversationId) {
      return fileOf(conversationId);
    },

    async caseByNumber(number) {
      const record = rows.byNumber.first({ number });
      if (!record || record.conversation_id === null) return null;
      const file = fileOf(record.conversation_id);
      return file && { conversation: record.conversation_id, record: toRecord(record), file };
    },

    async staffLine(conversationId, eventId) {
      const row = rows.staffLine.first({ conversation: conversationId, event: eventId });
      return row ? (openBody(sealing, row) as Line).text : null;
    },

    async openCases() {
      return rows.open.all({}).map((row): OpenCase => {
        const { language, topic, handover } = openState(sealing, row);
        const claim = handover?.claim;
        return {
          conversation: row.id,
          number: row.number,
          stage: row.stage as HandoverStage,
          partner: row.partner,
          room: row.room,
          channel: row.channel as ChannelName,
          language: language as Language,
          intents: topic?.intents ?? [],
          askedAt: row.asked_at,
          claim: claim ? { staff: claim.staff, name: claim.name } : null,
        };
      });
    },

    async handovers({ since }) {
      return rows.records.all({ since }).map(toRecord);
    },
  };

  function fileOf(conversation: number): CaseFile | null {
    const found = rows.conversation.first({ id: conversation });
    if (!found) return null;
    const { language } = openState(sealing, found);
    const lines = rows.lines.all({ conversation });
    // until its time has come, what is held takes the place of nothing
    const replaced = new Set(lines.flatMap((row) => (isHeld(row) ? [] : (row.replaces ?? []))));
    return {
      language,
      lines: lines
        .filter(({ id }) => !replaced.has(id))
        .map(toLine)
        // what only takes a line back says nothing
        .filter(({ message }) => !message || message.text.length > 0 || (message.cards ?? []).length > 0),
      turns: rows.turns.all({ conversation }).map((turn) => {
        const answered = JSON.parse(turn.answered) as IntentId[];
        const [best] = JSON.parse(turn.intents) as RankedIntent[];
        return {
          question: turn.question,
          outcome: turn.outcome,
          answered,
          guessed: answered.length === 0 ? (best?.id ?? null) : null,
        };
      }),
      submissions: rows.submissions.all({ conversation }).map((row) => ({
        reference: row.reference,
        form: row.form,
        answers: JSON.parse(sealing.open("submission.sealed", row.sealed)),
      })),
    };
  }

  function isHeld(row: { hold_until: number | null }): boolean {
    return row.hold_until !== null && row.hold_until > clock.now();
  }

  function toLine(row: {
    id: number;
    event_id: number;
    at: number;
    direction: string;
    body: string;
    sealed: Buffer | null;
    hold_until: number | null;
    to_guest: number;
    on: string | null;
  }): CaseLine {
    const common = { cursor: row.id, event: row.event_id, at: new Date(row.at).toISOString() };
    const body = openBody(sealing, row);
    if (row.direction !== "out") {
      const { text } = body as Line;
      return { ...common, from: row.direction === "staff" ? "staff" : "guest", text };
    }
    return {
      ...common,
      ...(row.to_guest === 1 ? { from: "desk" } : { from: "internal", on: row.on as ChannelName }),
      message: body as OutgoingMessage,
      ...(isHeld(row) ? { heldUntil: new Date(row.hold_until ?? 0).toISOString() } : {}),
    };
  }
}

function toRecord(row: Schema["handover"]): HandoverRecord {
  return {
    number: row.number,
    channel: row.channel as ChannelName,
    ticket: row.ticket === 1,
    partner: row.partner,
    room: row.room,
    askedAt: row.asked_at,
    claimedAt: row.claimed_at,
    claimedBy: row.claimed_by,
    repliedAt: row.replied_at,
    endedAt: row.ended_at,
    ended: row.ended as HandoverEnd | null,
    passes: row.passes,
    replies: row.replies,
    points: row.points,
  };
}

/** Writes what a decision does to the record of a handover; inside its transaction. */
export type RecordHandover = (change: HandoverChange, conversation: number, now: number) => void;

/** @returns what writes. */
export function handoverRecording(engine: Engine): RecordHandover {
  const rows = statementsOf(engine);
  return (change, conversation, now) => {
    const { number } = change;
    switch (change.does) {
      case "ask":
      case "leave": {
        const ticket = change.does === "leave";
        const { partner, room } = change;
        const channel = rows.conversation.first({ id: conversation })?.channel ?? "";
        const stage = ticket ? "ticket" : "waiting";
        rows.begin.run({ number, conversation, channel, stage, ticket: ticket ? 1 : 0, partner, room, now });
        return;
      }
      case "announce":
        rows.announce.run({ number, room: change.room });
        return;
      case "claim":
        rows.claim.run({ number, staff: change.staff, now });
        return;
      case "reply":
        rows.reply.run({ number, now });
        return;
      case "pass":
        rows.pass.run({ number, partner: change.partner });
        return;
      case "end":
        rows.end.run({ number, ended: change.end, now });
        return;
      case "rate":
        rows.rate.run({ number, conversation, points: change.points });
    }
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    conversation: prepare((query, given: { id: number }) =>
      query
        .selectFrom("conversation")
        .where("id", "=", given.id)
        .select(["state", "sealed_state", "channel"]),
    ),
    lines: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("message")
        .innerJoin("conversation", "conversation.id", "message.conversation_id")
        .leftJoin("outbox", "outbox.message_id", "message.id")
        .where("conversation_id", "=", given.conversation)
        .orderBy("message.id")
        .select(["message.id", "event_id", "message.at", "direction", "body", "message.sealed", "hold_until"])
        .select("outbox.replaces")
        .select(
          sql<number>`case when outbox.address_id = conversation.address_id then 1 else 0 end`.as("to_guest"),
        )
        .select("outbox.channel as on"),
    ),
    turns: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("turn")
        .where("conversation_id", "=", given.conversation)
        .orderBy("id")
        .select(["question", "outcome", "answered", "intents"]),
    ),
    submissions: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("submission")
        .where("conversation_id", "=", given.conversation)
        .orderBy("id")
        .select(["reference", "form", "sealed"]),
    ),
    staffLine: prepare((query, given: { conversation: number; event: number }) =>
      query
        .selectFrom("message")
        .where("conversation_id", "=", given.conversation)
        .where("event_id", "=", given.event)
        .where("direction", "=", sql.lit("staff"))
        .select(["body", "sealed"]),
    ),
    open: prepare((query) =>
      query
        .selectFrom("handover")
        .innerJoin("conversation", "conversation.id", "handover.conversation_id")
        .where("ended_at", "is", null)
        .orderBy((row) =>
          row
            .case()
            .when("stage", "=", sql.lit("waiting"))
            .then(sql.lit(0))
            .when("stage", "=", sql.lit("person"))
            .then(sql.lit(1))
            .else(sql.lit(2))
            .end(),
        )
        .orderBy("asked_at")
        .select([
          "conversation.id",
          "number",
          "stage",
          "partner",
          "room",
          "handover.channel",
          "state",
          "sealed_state",
        ])
        .select("asked_at"),
    ),
    byNumber: prepare((query, given: { number: string }) =>
      query.selectFrom("handover").where("number", "=", given.number).selectAll(),
    ),
    records: prepare((query, given: { since: number }) =>
      query.selectFrom("handover").where("asked_at", ">=", given.since).orderBy("asked_at").selectAll(),
    ),
    begin: prepare(
      (
        query,
        given: {
          number: string;
          conversation: number;
          channel: string;
          stage: string;
          ticket: number;
          partner: string | null;
          room: string | null;
          now: number;
        },
      ) =>
        query
          .insertInto("handover")
          .values({
            number: given.number,
            conversation_id: given.conversation,
            channel: given.channel,
            stage: given.stage,
            ticket: given.ticket,
            partner: given.partner,
            room: given.room,
            asked_at: given.now,
            claimed_at: null,
            claimed_by: null,
            replied_at: null,
            ended_at: null,
            ended: null,
            passes: 0,
            replies: 0,
            points: null,
          })
          // whoever has left a message may ask for a person before it is answered
          .onConflict((conflict) =>
            conflict
              .column("number")
              .doUpdateSet({ stage: given.stage, partner: given.partner, room: given.room }),
          ),
    ),
    announce: prepare((query, given: { number: string; room: string | null }) =>
      query.updateTable("handover").set({ room: given.room }).where("number", "=", given.number),
    ),
    claim: prepare((query, given: { number: string; staff: number; now: number }) =>
      query
        .updateTable("handover")
        .set((row) => ({
          stage: "person",
          claimed_by: given.staff,
          claimed_at: row.fn.coalesce("claimed_at", sql<number>`${given.now}`),
        }))
        .where("number", "=", given.number),
    ),
    reply: prepare((query, given: { number: string; now: number }) =>
      query
        .updateTable("handover")
        .set((row) => ({
          replies: row("replies", "+", 1),
          replied_at: row.fn.coalesce("replied_at", sql<number>`${given.now}`),
        }))
        .where("number", "=", given.number),
    ),
    pass: prepare((query, given: { number: string; partner: string | null }) =>
      query
        .updateTable("handover")
        .set((row) => ({
          stage: sql`case when ticket = 1 then 'ticket' else 'waiting' end`,
          claimed_by: null,
          partner: given.partner,
          passes: row("passes", "+", 1),
        }))
        .where("number", "=", given.number),
    ),
    end: prepare((query, given: { number: string; ended: string; now: number }) =>
      query
        .updateTable("handover")
        .set({ stage: "over", ended: given.ended, ended_at: given.now })
        .where("number", "=", given.number)
        .where("ended_at", "is", null),
    ),
    rate: prepare((query, given: { number: string; conversation: number; points: number }) =>
      query
        .updateTable("handover")
        .set({ points: given.points })
        .where("number", "=", given.number)
        .where("conversation_id", "=", given.conversation),
    ),
  };
}
