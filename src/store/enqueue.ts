import type { Say } from "../vocabulary/index.js";
import { addressing } from "./addresses.js";
import { type Engine, idOf } from "./engine.js";
import { instant } from "./instant.js";
import type { Commitment, QueuedMessage } from "./model.js";

/** What is to be said, its message sealed already: transactions are kept short. */
export interface SealedSay {
  readonly say: Say;
  readonly sealed: Buffer;
}

/** Writes what is to be said into the conversation and into the outbox; inside a transaction. */
export type Enqueue = (line: SealedSay, commitment: Commitment, turn: number, now: number) => QueuedMessage;

/** @returns what enqueues. */
export function enqueuing(engine: Engine): Enqueue {
  const rows = statementsOf(engine);
  const addressOf = addressing(engine);

  return ({ say, sealed }, { conversationId, giveUpAfterMs }, turn, now) => {
    const { to: place, message } = say;
    const { channel } = place;
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
    const addressId = addressOf(place, null);
    const replaces =
      say.replaces === undefined
        ? null
        : (rows.replaced.first({ conversation: conversationId, publicId: say.replaces })?.id ?? null);
    rows.insertOutgoing.run({ message: id, address: addressId, channel, nextAt, expiresAt, replaces });
    return {
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
    };
  };
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
          nextAt: number;
          expiresAt: number;
          replaces: number | null;
        },
      ) =>
        query.insertInto("outbox").values({
          message_id: given.message,
          address_id: given.address,
          channel: given.channel,
          status: "queued",
          attempts: 0,
          unknowns: 0,
          next_at: given.nextAt,
          expires_at: given.expiresAt,
          receipt: null,
          error: null,
          replaces: given.replaces,
        }),
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
