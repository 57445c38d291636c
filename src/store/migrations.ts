import { type Compilable, type Kysely, type SchemaModule, sql } from "kysely";
import type { Schema } from "./schema.js";

/** One step of the database's history. Never changed once released: a later change is a later migration. */
export type Migration = (schema: SchemaModule, query: Kysely<Schema>) => readonly Compilable[];

/**
 * Everything that made the database what it is; the schema version is the number of steps taken.
 * Only what SQLite and PostgreSQL both understand, so that the store can move.
 */
export const migrations: readonly Migration[] = [
  (schema) => [
    schema
      .createTable("guest")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("pseudonym", "text", (column) => column.notNull().unique())
      .addColumn("created_at", "bigint", (column) => column.notNull()),
    schema
      .createTable("address")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("guest_id", "integer", (column) => column.references("guest.id"))
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("lookup", "text", (column) => column.notNull().unique())
      .addColumn("sealed", "blob", (column) => column.notNull()),
    schema
      .createTable("conversation")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("key", "text", (column) => column.notNull().unique())
      .addColumn("guest_id", "integer", (column) => column.notNull().references("guest.id"))
      .addColumn("address_id", "integer", (column) => column.notNull().references("address.id"))
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("updated_at", "bigint", (column) => column.notNull()),
    // event and message ids are seen outside (turn numbers, cursors), so an erased one must never come again
    schema
      .createTable("event")
      .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("received_at", "bigint", (column) => column.notNull())
      .addColumn("due_at", "bigint", (column) => column.notNull())
      .addColumn("payload", "blob")
      .addColumn("turn_id", "integer")
      .addColumn("failures", "integer", (column) => column.notNull()),
    schema
      .createIndex("event_open_by_conversation")
      .on("event")
      .columns(["conversation_id", "id"])
      .where(sql.ref("turn_id"), "is", null),
    schema
      .createIndex("event_open_by_time")
      .on("event")
      .column("due_at")
      .where(sql.ref("turn_id"), "is", null),
    schema
      .createTable("event_key")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("key", "text", (column) => column.notNull().unique())
      .addColumn("event_id", "integer", (column) => column.notNull())
      .addColumn("seen_at", "bigint", (column) => column.notNull()),
    schema
      .createTable("message")
      .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("event_id", "integer", (column) => column.notNull().references("event.id"))
      .addColumn("direction", "text", (column) => column.notNull())
      .addColumn("public_id", "text")
      .addColumn("client_id", "text")
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("language", "text")
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("hold_until", "bigint"),
    schema.createIndex("message_by_conversation").on("message").columns(["conversation_id", "id"]),
    schema.createIndex("message_by_event").on("message").column("event_id"),
    schema
      .createTable("turn")
      .addColumn("id", "integer", (column) => column.primaryKey().references("event.id"))
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("outcome", "text", (column) => column.notNull())
      .addColumn("intents", "text", (column) => column.notNull())
      .addColumn("answered", "text", (column) => column.notNull())
      .addColumn("kind", "text")
      .addColumn("expired", "integer", (column) => column.notNull())
      .addColumn("form", "text")
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("knowledge", "text", (column) => column.notNull())
      .addColumn("reasons", "text", (column) => column.notNull())
      .addColumn("question", "text")
      .addColumn("latency_ms", "integer", (column) => column.notNull())
      .addColumn("micros", "integer", (column) => column.notNull())
      .addColumn("joined", "integer", (column) => column.notNull()),
    // a timer's turn carries the id of an event made long before: the log goes by time, not by id
    schema.createIndex("turn_by_time").on("turn").column("at"),
    schema
      .createTable("action")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("label", "text", (column) => column.notNull())
      .addColumn("act", "text", (column) => column.notNull())
      .addColumn("until", "bigint", (column) => column.notNull()),
    schema
      .createTable("feedback")
      .addColumn("turn_id", "integer", (column) => column.primaryKey().references("turn.id"))
      .addColumn("helpful", "integer", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull()),
    schema
      .createTable("outbox")
      .addColumn("message_id", "integer", (column) => column.primaryKey().references("message.id"))
      .addColumn("address_id", "integer", (column) => column.notNull().references("address.id"))
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("unknowns", "integer", (column) => column.notNull())
      .addColumn("next_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .addColumn("receipt", "blob")
      .addColumn("error", "text"),
    schema
      .createIndex("outbox_queued")
      .on("outbox")
      .column("message_id")
      .where(sql.ref("status"), "=", sql.lit("queued")),
    schema
      .createIndex("outbox_failed")
      .on("outbox")
      .column("message_id")
      .where(sql.ref("status"), "=", sql.lit("failed")),
  ],
  // what a guest hands in and where they registered; and nothing of what is said lies in clear from here on
  (schema, query) => [
    schema.alterTable("conversation").addColumn("form", "blob"),
    // beside `body`, not in it: PostgreSQL keeps text and bytes apart
    schema.alterTable("message").addColumn("sealed", "blob"),
    schema.alterTable("feedback").addColumn("reason", "text"),
    schema.alterTable("action").addColumn("at", "bigint", (column) => column.notNull().defaultTo(0)),
    // until now every button lived for 30 days
    query.updateTable("action").set((row) => ({ at: row("until", "-", sql.lit(30 * 86_400_000)) })),
    schema
      .createTable("seminar")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("fingerprint", "text")
      .addColumn("sequence", "integer", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addColumn("seats", "integer")
      .addColumn("closed", "integer", (column) => column.notNull())
      .addColumn("booked", "integer", (column) => column.notNull())
      .addColumn("waiting", "integer", (column) => column.notNull()),
    // each turn asks for the seats that are taken: past seminars must not slow it down
    schema
      .createIndex("seminar_taken")
      .on("seminar")
      .column("id")
      .where(sql`booked + waiting`, ">", sql.lit(0)),
    schema
      .createTable("submission")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("reference", "text", (column) => column.notNull().unique())
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("form", "text", (column) => column.notNull())
      .addColumn("seminar", "text")
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("submitted_at", "bigint", (column) => column.notNull())
      .addColumn("done_at", "bigint")
      .addColumn("keep_days", "integer", (column) => column.notNull())
      .addColumn("sealed", "blob", (column) => column.notNull()),
    schema.createIndex("submission_by_conversation").on("submission").column("conversation_id"),
    // a timer is named after its booking, so an erased one's id must never come again
    schema
      .createTable("booking")
      .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("seminar", "text", (column) => column.notNull().references("seminar.id"))
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("reminder", "integer", (column) => column.notNull())
      .addColumn("reference", "text", (column) => column.notNull())
      .addColumn("told", "text", (column) => column.notNull())
      .addColumn("noticed", "text")
      .addColumn("booked_at", "bigint", (column) => column.notNull()),
    schema.createIndex("booking_by_conversation").on("booking").column("conversation_id"),
    schema.createIndex("booking_by_seminar").on("booking").columns(["seminar", "status", "id"]),
    schema.createIndex("booking_by_reference").on("booking").column("reference"),
    // erasing goes by conversation, and a row that others refer to can only be erased quickly by way of an index
    // with `turn_id`, so that it also finds what is open: of two indexes over a conversation's events SQLite might choose
    // the one that leads through all that was ever answered
    schema.dropIndex("event_open_by_conversation"),
    schema.createIndex("event_by_conversation").on("event").columns(["conversation_id", "turn_id"]),
    schema.createIndex("turn_by_conversation").on("turn").column("conversation_id"),
    schema.createIndex("action_by_conversation").on("action").column("conversation_id"),
    schema.createIndex("outbox_by_address").on("outbox").column("address_id"),
    schema.createIndex("conversation_by_guest").on("conversation").column("guest_id"),
    schema.createIndex("conversation_by_address").on("conversation").column("address_id"),
    schema.createIndex("address_by_guest").on("address").column("guest_id"),
  ],
  // what staff have done about questions that went wrong
  (schema) => [
    schema.alterTable("turn").addColumn("refused", "integer", (column) => column.notNull().defaultTo(0)),
    schema.alterTable("turn").addColumn("guessed", "integer", (column) => column.notNull().defaultTo(0)),
    // it is named to staff and taken back by its number, so an erased one's must never come again
    schema
      .createTable("revision")
      .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("does", "text", (column) => column.notNull())
      .addColumn("target", "text")
      .addColumn("changes", "text", (column) => column.notNull())
      .addColumn("undone_at", "bigint"),
    schema
      .createTable("review")
      .addColumn("turn_id", "integer", (column) => column.primaryKey().references("turn.id"))
      .addColumn("revision_id", "integer", (column) => column.notNull().references("revision.id")),
    schema.createIndex("review_by_revision").on("review").column("revision_id"),
  ],
  // messages that take the place of others, or make several of the platform's; what channels keep
  (schema) => [
    schema.alterTable("outbox").addColumn("replaces", "integer"),
    schema
      .createTable("channel_memory")
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("sealed", "blob", (column) => column.notNull())
      .addPrimaryKeyConstraint("channel_memory_key", ["channel", "key"]),
  ],
  // people who answer: their accounts, the rooms' threads, what became of each handover
  (schema) => [
    schema.alterTable("event").addColumn("by_staff", "integer", (column) => column.notNull().defaultTo(0)),
    // the audit log names them, so an id must never come again
    schema
      .createTable("staff")
      .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("practised", "integer", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("removed_at", "bigint"),
    schema
      .createTable("staff_identity")
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("pseudonym", "text", (column) => column.notNull())
      .addColumn("staff_id", "integer", (column) => column.notNull().references("staff.id"))
      .addColumn("linked_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("staff_identity_key", ["channel", "pseudonym"]),
    schema.createIndex("staff_identity_by_staff").on("staff_identity").column("staff_id"),
    schema
      .createTable("staff_code")
      .addColumn("code", "text", (column) => column.primaryKey())
      .addColumn("staff_id", "integer", (column) => column.notNull().references("staff.id"))
      .addColumn("expires_at", "bigint", (column) => column.notNull()),
    schema.createIndex("staff_code_by_staff").on("staff_code").column("staff_id"),
    schema
      .createTable("staff_thread")
      .addColumn("address_id", "integer", (column) => column.primaryKey().references("address.id"))
      .addColumn("conversation_id", "integer", (column) => column.notNull().references("conversation.id"))
      .addColumn("lookup", "text", (column) => column.unique()),
    schema.createIndex("staff_thread_by_conversation").on("staff_thread").column("conversation_id"),
    schema
      .createTable("handover")
      .addColumn("number", "text", (column) => column.primaryKey())
      .addColumn("conversation_id", "integer")
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("stage", "text", (column) => column.notNull())
      .addColumn("ticket", "integer", (column) => column.notNull())
      .addColumn("partner", "text")
      .addColumn("room", "text")
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .addColumn("claimed_at", "bigint")
      .addColumn("claimed_by", "integer")
      .addColumn("replied_at", "bigint")
      .addColumn("ended_at", "bigint")
      .addColumn("ended", "text")
      .addColumn("passes", "integer", (column) => column.notNull())
      .addColumn("replies", "integer", (column) => column.notNull())
      .addColumn("points", "integer"),
    schema.createIndex("handover_by_conversation").on("handover").column("conversation_id"),
    schema.createIndex("handover_by_time").on("handover").column("asked_at"),
    // each turn asks who waits: what is over must not slow it down
    schema
      .createIndex("handover_open")
      .on("handover")
      .columns(["stage", "asked_at"])
      .where(sql.ref("ended_at"), "is", null),
    schema
      .createTable("audit")
      .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("staff_id", "integer", (column) => column.notNull())
      .addColumn("did", "text", (column) => column.notNull())
      .addColumn("about", "text"),
    schema.createIndex("audit_by_time").on("audit").column("at"),
  ],
  // the guest's words in a state and behind a button do not lie in clear either
  (schema) => [
    schema.alterTable("conversation").renameColumn("form", "sealed_state"),
    schema.alterTable("action").addColumn("sealed", "blob"),
  ],
];
