import type { Generated } from "kysely";

/**
 * The tables as Kysely sees them. Times are integer milliseconds since 1970, truth values 0 or 1, structures JSON text:
 * types that every SQL database has. Platform addresses, sender ids, what was said and what was handed in stand nowhere
 * in clear: `Buffer` columns are encrypted, `pseudonym`, `lookup` and `key` are keyed hashes (see sealing.ts). In clear
 * are, for the log, the masked question of a turn and what the turn came to.
 */
export interface Schema {
  meta: { key: string; value: string };
  guest: { id: Generated<number>; pseudonym: string; created_at: number };
  address: {
    id: Generated<number>;
    /** Null for a room: it belongs to no one guest. */
    guest_id: number | null;
    channel: string;
    lookup: string;
    /** The `Place`. */
    sealed: Buffer;
  };
  conversation: {
    id: Generated<number>;
    key: string;
    guest_id: number;
    address_id: number;
    channel: string;
    scope: string;
    owner: string;
    /** Counts the turns that changed it; a decision on an older version is stale. */
    version: number;
    /** Empty; in rows of database versions up to 5 the `ConversationState` without its open form. */
    state: string;
    /** The `ConversationState`, sealed; in rows of database versions up to 5 its `OpenForm` alone, if there is one. */
    sealed_state: Buffer | null;
    created_at: number;
    updated_at: number;
  };
  event: {
    id: Generated<number>;
    conversation_id: number;
    kind: string;
    received_at: number;
    due_at: number;
    /** The `DeskEvent`, of a timer its name. Null once it is decided: the turn says what came of it. */
    payload: Buffer | null;
    /** The turn that answered it; null while it is open. */
    turn_id: number | null;
    failures: number;
    /** It came from staff, about this conversation. */
    by_staff: number;
  };
  event_key: { id: Generated<number>; key: string; event_id: number; seen_at: number };
  message: {
    /** Rises with time: the cursor of a transcript. */
    id: Generated<number>;
    conversation_id: number;
    /** Of a guest's line the event that brought it, of the desk's line the event that it answers. */
    event_id: number;
    /** "in" and "out" are the guest's; "staff": what staff wrote about it. What the desk wrote to staff is "out", elsewhere. */
    direction: string;
    /** The desk's id of its own line. */
    public_id: string | null;
    /** The platform's id of a guest's line. */
    client_id: string | null;
    at: number;
    language: string | null;
    /** In rows of database version 1 what `sealed` holds now, in clear; empty in all others. */
    body: string;
    /** An `OutgoingMessage`, or a guest's `Line`. */
    sealed: Buffer | null;
    hold_until: number | null;
  };
  turn: {
    /** The id of the event that was decided; of several taken together, the last. */
    id: number;
    conversation_id: number;
    at: number;
    outcome: string;
    intents: string;
    answered: string;
    kind: string | null;
    expired: number;
    form: string | null;
    language: string;
    knowledge: string;
    reasons: string;
    question: string | null;
    latency_ms: number;
    micros: number;
    /** How many events were taken together. */
    joined: number;
    /** The guest wanted none of what was offered; `question` is what had been asked. */
    refused: number;
    /** What was offered was no more than a guess. */
    guessed: number;
  };
  /** What staff have done about questions that went wrong. */
  revision: {
    id: Generated<number>;
    at: number;
    /** "assign", "new", "out-of-scope" or "ignore". */
    does: string;
    /** An intent or a kind out of scope; null: none. */
    target: string | null;
    /** What was written where, for taking it back: `RevisedText`s. */
    changes: string;
    undone_at: number | null;
  };
  /** The turns that a revision is about. */
  review: { turn_id: number; revision_id: number };
  action: {
    id: string;
    conversation_id: number;
    label: string;
    /** Empty; in rows of database versions up to 5 the `Act`. */
    act: string;
    /** The `Act`, sealed. */
    sealed: Buffer | null;
    until: number;
    /** When it was shown. */
    at: number;
  };
  feedback: { turn_id: number; helpful: number; reason: string | null; at: number };
  outbox: {
    message_id: number;
    address_id: number;
    channel: string;
    status: string;
    attempts: number;
    /** Sends after which nobody knows whether the platform took the message. */
    unknowns: number;
    next_at: number;
    expires_at: number;
    /** The `SentReceipt`s of its parts that were taken, sealed: platforms put the chat's address into them. */
    receipt: Buffer | null;
    /** The message that this one takes the place of. */
    replaces: number | null;
    error: string | null;
  };
  /** What a channel keeps over restarts. */
  channel_memory: { channel: string; key: string; sealed: Buffer };
  /** Accounts of those who answer. */
  staff: {
    id: Generated<number>;
    name: string;
    practised: number;
    created_at: number;
    /** Null: they still answer. */
    removed_at: number | null;
  };
  /** By which identity on which channel they are known; `pseudonym` is a keyed hash. */
  staff_identity: { channel: string; pseudonym: string; staff_id: number; linked_at: number };
  /** Codes that link an identity, once; `code` is a keyed hash. */
  staff_code: { code: string; staff_id: number; expires_at: number };
  /** Threads of staff rooms that belong to a conversation. Their address keeps its name, and gets its place once opened. */
  staff_thread: {
    address_id: number;
    conversation_id: number;
    /** The keyed hash of the place on the platform; null: not opened yet. */
    lookup: string | null;
  };
  /** What became of each handover, without content; kept when its conversation is erased. */
  handover: {
    number: string;
    /** Null: erased. */
    conversation_id: number | null;
    channel: string;
    /** "waiting", "person", "ticket" or "over". */
    stage: string;
    ticket: number;
    partner: string | null;
    room: string | null;
    asked_at: number;
    claimed_at: number | null;
    claimed_by: number | null;
    replied_at: number | null;
    ended_at: number | null;
    ended: string | null;
    passes: number;
    replies: number;
    /** 1 to 5. */
    points: number | null;
  };
  /** What staff did. */
  audit: { id: Generated<number>; at: number; staff_id: number; did: string; about: string | null };
  seminar: {
    id: string;
    /** As it was noted last; null: booked, but never noted. */
    fingerprint: string | null;
    sequence: number;
    changed_at: number;
    /** As noted last; null: no limit, or not stated. */
    seats: number | null;
    /** Cancelled, over or no longer there: nobody moves up any more. */
    closed: number;
    /** Counted along with each booking, so that no turn has to count them. */
    booked: number;
    waiting: number;
  };
  submission: {
    id: Generated<number>;
    reference: string;
    conversation_id: number;
    form: string;
    seminar: string | null;
    language: string;
    /** "open" or "done". */
    status: string;
    submitted_at: number;
    done_at: number | null;
    keep_days: number;
    /** The answers. */
    sealed: Buffer;
  };
  booking: {
    /** Rises with time: the order of the waiting list. */
    id: Generated<number>;
    conversation_id: number;
    seminar: string;
    /** "booked", "waiting" or "withdrawn". */
    status: string;
    reminder: number;
    /** Of the submission that it came with. It may be erased before the booking is. */
    reference: string;
    /** The fingerprint as the guest was last told. */
    told: string;
    /** The fingerprint for which a notice was last put out to this guest. */
    noticed: string | null;
    booked_at: number;
  };
}
