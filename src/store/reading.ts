import { sql } from "kysely";
import type {
  ChannelName,
  FeedbackReason,
  IntentId,
  Language,
  Outcome,
  OutgoingMessage,
  RankedIntent,
  TranscriptEntry,
} from "../vocabulary/index.js";
import { conversationKey, type Engine, type Line, openBody } from "./engine.js";
import type { LoggedTurn, Store } from "./model.js";
import type { Schema } from "./schema.js";
import type { Sealing } from "./sealing.js";

/** So much of a pseudonym is shown: one guest is told from another, and that is all. */
const PSEUDONYM_SHOWN = 8;

/** What guests and staff read of the past. Nothing here writes. */
export function reading(engine: Engine): Pick<Store, "transcript" | "log" | "figures"> {
  const { statements, sealing, clock } = engine;
  const rows = statementsOf(engine);

  return {
    async transcript({ place, sender, cursor, now }) {
      const lines = rows.lines.all({ key: conversationKey(sealing, place, sender), cursor });
      const held = lines.findIndex((line) => line.hold_until !== null && line.hold_until > now);
      return lines.slice(0, held < 0 ? lines.length : held).map((line) => toEntry(line, sealing));
    },

    async log({ last, channel }) {
      const found = statements.query((query) => {
        const turns = query
          .selectFrom("turn")
          .innerJoin("conversation", "conversation.id", "turn.conversation_id")
          .innerJoin("guest", "guest.id", "conversation.guest_id")
          .leftJoin("feedback", "feedback.turn_id", "turn.id")
          .orderBy("turn.at", "desc")
          .orderBy("turn.id", "desc")
          .limit(last)
          .selectAll("turn")
          .select(["conversation.channel", "pseudonym", "helpful", "feedback.reason"]);
        return channel ? turns.where("conversation.channel", "=", channel) : turns;
      });
      return found.reverse().map((row) => {
        const answers = rows.answers.all({ turn: row.id });
        const undelivered =
          answers.find(({ status }) => status === "failed") ??
          answers.find(({ status }) => status === "queued");
        return {
          ...toLogged(
            row,
            answers.map((answer) => openBody(sealing, answer) as OutgoingMessage),
          ),
          delivery: (undelivered?.status ?? "sent") as LoggedTurn["delivery"],
          deliveryError: undelivered?.error ?? null,
        };
      });
    },

    async figures() {
      const open = rows.open.first({ now: clock.now() });
      return {
        openEvents: open?.count ?? 0,
        oldestOpenAt: open?.oldest ?? null,
        queued: rows.queued.first({})?.count ?? 0,
        failed: rows.failures.first({})?.count ?? 0,
      };
    },
  };
}

function toEntry(
  line: {
    id: number;
    at: number;
    direction: string;
    client_id: string | null;
    body: string;
    sealed: Buffer | null;
  },
  sealing: Sealing,
): TranscriptEntry {
  const common = { cursor: line.id, at: new Date(line.at).toISOString() };
  const body = openBody(sealing, line);
  if (line.direction === "out") return { ...common, from: "desk", message: body as OutgoingMessage };
  const { text, pressed } = body as Line;
  return {
    ...common,
    from: "guest",
    text,
    ...(line.client_id === null ? {} : { clientId: line.client_id }),
    ...(pressed ? { pressed } : {}),
  };
}

function toLogged(
  row: Schema["turn"] & { channel: string; pseudonym: string; helpful: number | null; reason: string | null },
  answers: readonly OutgoingMessage[],
): Omit<LoggedTurn, "delivery" | "deliveryError"> {
  return {
    turn: row.id,
    at: new Date(row.at).toISOString(),
    channel: row.channel as ChannelName,
    guest: row.pseudonym.slice(0, PSEUDONYM_SHOWN),
    conversation: row.conversation_id,
    question: row.question,
    answers,
    outcome: row.outcome as Outcome,
    intents: JSON.parse(row.intents) as RankedIntent[],
    answered: JSON.parse(row.answered) as IntentId[],
    kind: row.kind,
    expired: row.expired === 1,
    form: row.form,
    language: row.language as Language,
    knowledge: row.knowledge,
    reasons: JSON.parse(row.reasons) as string[],
    helpful: row.helpful === null ? null : row.helpful === 1,
    feedbackReason: row.reason as FeedbackReason | null,
    latencyMs: row.latency_ms,
    micros: row.micros,
    joined: row.joined,
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    // the desk may also have written to others on account of this conversation: its guest does not see that
    lines: prepare((query, given: { key: string; cursor: number }) =>
      query
        .selectFrom("conversation")
        .innerJoin("message", "message.conversation_id", "conversation.id")
        .leftJoin("outbox", "outbox.message_id", "message.id")
        .where("key", "=", given.key)
        .where("message.id", ">", given.cursor)
        .where((line) =>
          line.or([
            line("direction", "=", "in"),
            line("outbox.address_id", "=", line.ref("conversation.address_id")),
          ]),
        )
        .orderBy("message.id")
        .select(["message.id", "message.at", "direction", "client_id", "body", "message.sealed"])
        .select("hold_until"),
    ),
    answers: prepare((query, given: { turn: number }) =>
      query
        .selectFrom("message")
        .innerJoin("conversation", "conversation.id", "message.conversation_id")
        .innerJoin("outbox", "outbox.message_id", "message.id")
        .where("event_id", "=", given.turn)
        .where("direction", "=", "out")
        .whereRef("outbox.address_id", "=", "conversation.address_id")
        .orderBy("message.id")
        .select(["body", "sealed", "outbox.status", "outbox.error"]),
    ),
    open: prepare((query, given: { now: number }) =>
      query
        .selectFrom("event")
        .where("turn_id", "is", null)
        .where((event) => event.or([event("kind", "<>", "timer"), event("due_at", "<=", given.now)]))
        .select((event) => [
          event.fn.countAll<number>().as("count"),
          event.fn.min("received_at").as("oldest"),
        ]),
    ),
    queued: prepare((query) =>
      query
        .selectFrom("outbox")
        .where("status", "=", sql.lit("queued"))
        .select((row) => row.fn.countAll<number>().as("count")),
    ),
    failures: prepare((query) =>
      query
        .selectFrom("outbox")
        .where("status", "=", sql.lit("failed"))
        .select((row) => row.fn.countAll<number>().as("count")),
    ),
  };
}
