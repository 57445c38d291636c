import { sql } from "kysely";
import type { ChannelName, OutgoingMessage, SentReceipt } from "../vocabulary/index.js";
import { type Engine, lookupOf, openBody, openPlace } from "./engine.js";
import type { Store } from "./model.js";
import { threadsOf } from "./threads.js";
import type { SetTimer } from "./timers.js";

type OutboxUseCases =
  | "recover"
  | "outgoing"
  | "repeating"
  | "partSent"
  | "sent"
  | "opened"
  | "receipts"
  | "retryLater"
  | "giveUp";

/** What became of the messages to be sent; `sent` is transaction 3 of a message's way. */
export function outbox(engine: Engine, setTimer: SetTimer): Pick<Store, OutboxUseCases> {
  const { statements, group, sealing, clock } = engine;
  const rows = statementsOf(engine);
  const threads = threadsOf(engine);

  return {
    async recover(channels) {
      const now = clock.now();
      await group.run(() => {
        for (const channel of channels) {
          rows.releaseHeld.run({ channel, now });
          rows.countInterrupted.run({ channel, now });
        }
      });
    },

    async outgoing({ channels, after = 0, limit }) {
      const found = statements.query((query) =>
        query
          .selectFrom("outbox")
          .innerJoin("message", "message.id", "outbox.message_id")
          .innerJoin("address", "address.id", "outbox.address_id")
          .where("status", "=", sql.lit("queued"))
          .where("outbox.channel", "in", channels)
          .where("message_id", ">", after)
          .orderBy("message_id")
          .limit(limit)
          .select(["message_id", "address_id", "outbox.channel", "address.sealed as place", "body"])
          .select(["message.sealed", "attempts", "unknowns", "next_at", "expires_at"])
          .select(["message.at", "receipt", "replaces"]),
      );
      return found.map((row) => ({
        id: row.message_id,
        addressId: row.address_id,
        channel: row.channel as ChannelName,
        place: openPlace(sealing, row.place),
        message: openBody(sealing, row) as OutgoingMessage,
        attempts: row.attempts,
        unknowns: row.unknowns,
        nextAt: row.next_at,
        expiresAt: row.expires_at,
        madeAt: row.at,
        receipts: openReceipts(row.receipt),
        replaces: row.replaces,
      }));
    },

    async repeating(messageId, unknowns) {
      await group.run(() => rows.repeating.run({ id: messageId, unknowns }));
    },

    async partSent(messageId, receipts) {
      const sealed = sealReceipts(receipts);
      await group.run(() => rows.partSent.run({ id: messageId, receipt: sealed }));
    },

    async sent(messageId, receipts) {
      const sealed = sealReceipts(receipts);
      await group.run(() => rows.sent.run({ id: messageId, receipt: sealed }));
    },

    async opened(messageId, place, receipt) {
      const sealed = sealing.seal("address.sealed", JSON.stringify(place));
      const receipts = sealReceipts([receipt]);
      await group.run(() => {
        const address = rows.addressOf.first({ id: messageId })?.address_id;
        rows.sent.run({ id: messageId, receipt: receipts });
        if (address === undefined) return;
        threads.place.run({ address, sealed });
        threads.relocate.run({ address, lookup: lookupOf(sealing, place) });
      });
    },

    async receipts(messageId) {
      return openReceipts(rows.receipts.first({ id: messageId })?.receipt ?? null);
    },

    async retryLater(messageId, { nextAt, unknowns, error }) {
      await group.run(() => rows.retryLater.run({ id: messageId, nextAt, unknowns, error }));
    },

    async giveUp(messageId, error) {
      return group.run(() => {
        rows.giveUp.run({ id: messageId, error });
        const concerned = rows.concerned.first({ id: messageId });
        if (!concerned) return null;
        const { conversation_id: conversation, public_id: message, to_guest: toGuest, channel } = concerned;
        const to = toGuest === 1 ? "guest" : channel === "email" ? "mail" : "aside";
        setTimer(conversation, `undelivered:${to}:${message}`, clock.now());
        return conversation;
      });
    },
  };

  function sealReceipts(receipts: readonly SentReceipt[]): Buffer {
    return sealing.seal("outbox.receipt", JSON.stringify(receipts));
  }

  /** Of database versions before 4 there is a single one. */
  function openReceipts(sealed: Buffer | null): readonly SentReceipt[] {
    if (!sealed) return [];
    const opened = JSON.parse(sealing.open("outbox.receipt", sealed)) as SentReceipt | SentReceipt[];
    return Array.isArray(opened) ? opened : [opened];
  }
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    releaseHeld: prepare((query, given: { channel: string; now: number }) =>
      query
        .updateTable("event")
        .set({ due_at: given.now })
        .where("turn_id", "is", null)
        .where("kind", "<>", "timer")
        .where("due_at", ">", given.now)
        .where((event) =>
          event.exists(
            event
              .selectFrom("conversation")
              .whereRef("conversation.id", "=", "event.conversation_id")
              .where("channel", "=", given.channel)
              .select("conversation.id"),
          ),
        ),
    ),
    // only the first of an address can have been on its way; what stands behind it was surely not sent
    countInterrupted: prepare((query, given: { channel: string; now: number }) =>
      query
        .updateTable("outbox")
        .set({ attempts: 1, unknowns: 1 })
        .where("status", "=", sql.lit("queued"))
        .where("channel", "=", given.channel)
        .where("attempts", "=", 0)
        .where("next_at", "<=", given.now)
        .where("message_id", "in", (inner) =>
          inner
            .selectFrom("outbox")
            .where("status", "=", sql.lit("queued"))
            .groupBy("address_id")
            .select((row) => row.fn.min("message_id").as("first")),
        ),
    ),
    repeating: prepare((query, given: { id: number; unknowns: number }) =>
      query.updateTable("outbox").set({ unknowns: given.unknowns }).where("message_id", "=", given.id),
    ),
    partSent: prepare((query, given: { id: number; receipt: Buffer }) =>
      query
        .updateTable("outbox")
        .set({ attempts: 0, unknowns: 0, receipt: given.receipt, error: null })
        .where("message_id", "=", given.id),
    ),
    receipts: prepare((query, given: { id: number }) =>
      query.selectFrom("outbox").where("message_id", "=", given.id).select("receipt"),
    ),
    sent: prepare((query, given: { id: number; receipt: Buffer }) =>
      query
        .updateTable("outbox")
        .set((row) => ({
          status: "sent",
          attempts: row("attempts", "+", 1),
          receipt: given.receipt,
          error: null,
        }))
        .where("message_id", "=", given.id),
    ),
    addressOf: prepare((query, given: { id: number }) =>
      query.selectFrom("outbox").where("message_id", "=", given.id).select("address_id"),
    ),
    // somebody is asked for or has it, or it went to others than the guest
    concerned: prepare((query, given: { id: number }) =>
      query
        .selectFrom("message")
        .innerJoin("outbox", "outbox.message_id", "message.id")
        .innerJoin("conversation", "conversation.id", "message.conversation_id")
        .where("message.id", "=", given.id)
        .where((row) =>
          row.or([
            row("conversation.owner", "<>", sql.lit("bot")),
            row("outbox.address_id", "<>", row.ref("conversation.address_id")),
          ]),
        )
        .select(["conversation_id", "public_id", "outbox.channel"])
        .select(
          sql<number>`case when outbox.address_id = conversation.address_id then 1 else 0 end`.as("to_guest"),
        ),
    ),
    retryLater: prepare((query, given: { id: number; nextAt: number; unknowns: number; error: string }) =>
      query
        .updateTable("outbox")
        .set((row) => ({
          attempts: row("attempts", "+", 1),
          next_at: given.nextAt,
          unknowns: given.unknowns,
          error: given.error,
        }))
        .where("message_id", "=", given.id),
    ),
    giveUp: prepare((query, given: { id: number; error: string }) =>
      query
        .updateTable("outbox")
        .set({ status: "failed", error: given.error })
        .where("message_id", "=", given.id),
    ),
  };
}
