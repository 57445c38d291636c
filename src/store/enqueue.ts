import { sql } from "kysely";
import type { Place, Say } from "../vocabulary/index.js";
import { addressing } from "./addresses.js";
import { type Engine, idOf, openPlace } from "./engine.js";
import { instant } from "./instant.js";
import type { Commitment, QueuedMessage } from "./model.js";
import { isUnopened, threadsOf } from "./threads.js";

/** What is to be said, its message sealed already: transactions are kept short. */
export interface SealedSay {
  readonly say: Say;
  readonly sealed: Buffer;
}

/** What became of something to be said. */
export type Enqueued =
  | { readonly queued: QueuedMessage }
  /** It took back a message that was held, and what was held with it (ids of the store): none of it is sent. */
  | { readonly recalled: readonly number[] }
  /** It is for staff at the desk's own entrance, who read it from the store: there is nothing to send. */
  | { readonly kept: number };

/** Writes what is to be said into the conversation and into the outbox; inside a transaction. */
export type Enqueue = (line: SealedSay, commitment: Commitment, turn: number, now: number) => Enqueued;

/** A held message is recalled until so shortly before its time, in milliseconds: the outbox must not have begun with it. */
const BEFORE_IT_GOES = 250;

/** @returns what enqueues. */
export function enqueuing(engine: Engine): Enqueue {
  const rows = statementsOf(engine);
  const addressOf = addressing(engine);
  const threads = threadsOf(engine);
  const { sealing } = engine;

  return ({ say, sealed }, { conversationId, giveUpAfterMs }, turn, now) => {
    const { to, message } = say;
    const { channel } = to;
    const replaced =
      say.replaces === undefined
        ? undefined
        : rows.replaced.first({ conversation: conversationId, publicId: say.replaces });
    if (replaced && message.text.length === 0 && !message.cards?.length) {
      const recalled = recall(replaced.id, now);
      if (recalled.length > 0) return { recalled };
    }
    const addressId = addressOf(to, null);
    const address = rows.address.first({ id: addressId });
    keepApart(say, addressId, conversationId);
    if (isUnopened(to)) threads.insert.run({ address: addressId, conversation: conversationId });
    // a thread that was opened since has its place there
    const place = address ? { ...to, ...openPlace(sealing, address.sealed) } : to;
    const holdUntil = say.holdUntil === undefined ? null : instant(say.holdUntil);
    const nextAt = Math.max(now, holdUntil ?? now);
    const expiresAt = nextAt + giveUpAfterMs;
    const { id: publicId, language } = message;
    const id = idOf(
      rows.insertLine.first({
        conversation: conversationId,
        event: turn,
        publicId,
        now,
        language,
        sealed,
        holdUntil,
      }),
    );
    const replaces = replaced?.id ?? null;
    const isRead = isStaffEntrance(to);
    const status = isRead ? "sent" : "queued";
    rows.insertOutgoing.run({
      message: id,
      address: addressId,
      channel,
      status,
      nextAt,
      expiresAt,
      replaces,
    });
    if (isRead) return { kept: id };
    return {
      queued: {
        id,
        addressId,
        channel,
        place,
        message,
        attempts: 0,
        unknowns: 0,
        nextAt,
        expiresAt,
        madeAt: now,
        receipts: [],
        replaces,
      },
    };
  };

  /** @returns what was recalled; nothing where it was not held, or is on its way */
  function recall(message: number, now: number): number[] {
    const after = now + BEFORE_IT_GOES;
    const together = [message, ...rows.heldWith.all({ id: message }).map(({ id }) => id)];
    if (rows.recall.run({ id: message, after }) === 0) return [];
    const recalled = together.filter((id) => id === message || rows.recall.run({ id, after }) > 0);
    for (const id of recalled) rows.forgetLine.run({ id });
    return recalled;
  }

  /** What is for staff never reaches the guest, and what is for the guest nobody else, whatever was decided. */
  function keepApart({ aside }: SealedSay["say"], addressId: number, conversation: number): void {
    const guest = rows.guestAddress.first({ conversation })?.id;
    if ((addressId === guest) === (aside === true))
      throw new Error(
        aside
          ? "What is not for the guest was addressed to them."
          : "What is for the guest was addressed to others.",
      );
  }
}

/** The desk's own entrance for staff is no messenger: no channel brings anything there. */
function isStaffEntrance({ channel, scope }: Place): boolean {
  return channel === "terminal" && scope === "room";
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    insertLine: prepare(
      (
        query,
        given: {
          conversation: number;
          event: number;
          publicId: string;
          now: number;
          language: string;
          sealed: Buffer;
          holdUntil: number | null;
        },
      ) =>
        query
          .insertInto("message")
          .values({
            conversation_id: given.conversation,
            event_id: given.event,
            direction: "out",
            public_id: given.publicId,
            client_id: null,
            at: given.now,
            language: given.language,
            body: "",
            sealed: given.sealed,
            hold_until: given.holdUntil,
          })
          .returning("id"),
    ),
    insertOutgoing: prepare(
      (
        query,
        given: {
          message: number;
          address: number;
          channel: string;
          status: "queued" | "sent";
          nextAt: number;
          expiresAt: number;
          replaces: number | null;
        },
      ) =>
        query.insertInto("outbox").values({
          message_id: given.message,
          address_id: given.address,
          channel: given.channel,
          status: given.status,
          attempts: 0,
          unknowns: 0,
          next_at: given.nextAt,
          expires_at: given.expiresAt,
          receipt: null,
          error: null,
          replaces: given.replaces,
        }),
    ),
    address: prepare((query, given: { id: number }) =>
      query.selectFrom("address").where("id", "=", given.id).select("sealed"),
    ),
    guestAddress: prepare((query, given: { conversation: number }) =>
      query.selectFrom("conversation").where("id", "=", given.conversation).select("address_id as id"),
    ),
    recall: prepare((query, given: { id: number; after: number }) =>
      query
        .deleteFrom("outbox")
        .where("message_id", "=", given.id)
        .where("status", "=", sql.lit("queued"))
        .where("attempts", "=", 0)
        .where("next_at", ">", given.after),
    ),
    /** What the same turn said with the same hold: the notice of a reply has no meaning without it. */
    heldWith: prepare((query, given: { id: number }) =>
      query
        .selectFrom("message as held")
        .innerJoin("message", (join) =>
          join
            .onRef("message.event_id", "=", "held.event_id")
            .onRef("message.hold_until", "=", "held.hold_until")
            .onRef("message.id", "<>", "held.id"),
        )
        .where("held.id", "=", given.id)
        .where("message.direction", "=", sql.lit("out"))
        .select("message.id"),
    ),
    forgetLine: prepare((query, given: { id: number }) =>
      query.deleteFrom("message").where("id", "=", given.id),
    ),
    replaced: prepare((query, given: { conversation: number; publicId: string }) =>
      query
        .selectFrom("message")
        .where("conversation_id", "=", given.conversation)
        .where("public_id", "=", given.publicId)
        .select("id"),
    ),
  };
}
