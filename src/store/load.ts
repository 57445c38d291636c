import { sql } from "kysely";
import type { Action, DeskEvent, Owner, Place, StaffMember } from "../vocabulary/index.js";
import type { Bookings } from "./bookings.js";
import { type Engine, openAct, openPlace, openState } from "./engine.js";
import type { OpenEvent, Store } from "./model.js";
import { staffReading } from "./staff.js";

/** A turn takes eight events at most; the ninth tells that they are complete. The rest is opened when its turn comes. */
const PORTION = 9;
/** Nobody is told a place in the queue beyond this. */
const WAITING_AT_MOST = 100;

/** What a turn needs to know before it decides. */
export function loading(engine: Engine, bookings: Bookings): Pick<Store, "load" | "action" | "outcomeOf"> {
  const { sealing, clock } = engine;
  const rows = statementsOf(engine);
  const staff = staffReading(engine);

  return {
    async load(conversationId) {
      const found = rows.conversation.first({ id: conversationId });
      if (!found) return null;
      const place = openPlace(sealing, found.sealed);
      const given = { conversation: conversationId, limit: PORTION };
      const acts = rows.events.all(given);
      const timers = acts.length < PORTION ? rows.timers.all({ ...given, now: clock.now() }) : [];
      const events = [...acts, ...timers].slice(0, PORTION);
      const state = openState(sealing, found);
      const claim = state.handover?.claim;
      return {
        waiting: rows.waiting.all({ limit: WAITING_AT_MOST }),
        staffed: staff.any(),
        claimant: claim ? staff.byId(claim.staff) : null,
        conversation: {
          id: conversationId,
          owner: found.owner as Owner,
          version: found.version,
          state,
          place,
          guestPseudonym: found.pseudonym,
          bookings: bookings.of(conversationId),
          stored: {
            ...(rows.written.first({ conversation: conversationId }) ?? { messages: 0, since: null }),
            submissions: rows.submissions.all({ conversation: conversationId }),
          },
        },
        seats: bookings.seats(),
        events: events.map((row) => openEvent(row, place)),
        more: acts.length + timers.length >= PORTION,
      };
    },

    async outcomeOf(channel, key) {
      const found = rows.outcome.first({ key: sealing.keyed("event-key", channel, key) });
      return found ? { eventId: found.id, turn: found.turn_id } : null;
    },

    async action(id, conversationId) {
      const row = rows.action.first({ id, conversation: conversationId });
      if (!row) return null;
      if (row.until < clock.now()) return "expired";
      const action: Action = {
        id,
        label: row.label,
        act: openAct(sealing, row),
        until: new Date(row.until).toISOString(),
      };
      return action;
    },
  };

  function writer({ place, sender }: DeskEvent): StaffMember | "unknown" {
    return staff.bySender(place.channel, sender.id) ?? "unknown";
  }

  function openEvent(
    row: {
      id: number;
      kind: string;
      received_at: number;
      due_at: number;
      payload: Buffer | null;
      failures: number;
      by_staff: number;
    },
    place: Place,
  ): OpenEvent {
    if (!row.payload) throw new Error(`Event ${row.id} is open but has lost its content.`);
    const content = sealing.open("event.payload", row.payload);
    const event = row.kind === "timer" ? timer(row, content, place) : (JSON.parse(content) as DeskEvent);
    return {
      id: row.id,
      receivedAt: row.received_at,
      dueAt: row.due_at,
      failures: row.failures,
      event,
      ...(row.by_staff === 1 ? { staff: writer(event) } : {}),
    };
  }
}

/** A timer is stored by its name alone; the rest follows from its conversation. */
function timer(row: { id: number; due_at: number }, name: string, place: Place): DeskEvent {
  return {
    keys: [`timer:${row.id}`],
    channel: place.channel,
    place,
    sender: { id: "desk" },
    addressed: true,
    sentAt: new Date(row.due_at).toISOString(),
    what: { kind: "timer", name },
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    conversation: prepare((query, given: { id: number }) =>
      query
        .selectFrom("conversation")
        .innerJoin("address", "address.id", "conversation.address_id")
        .innerJoin("guest", "guest.id", "conversation.guest_id")
        .where("conversation.id", "=", given.id)
        .select(["owner", "version", "state", "sealed_state", "sealed", "pseudonym"]),
    ),
    events: prepare((query, given: { conversation: number; limit: number }) =>
      query
        .selectFrom("event")
        .where("conversation_id", "=", given.conversation)
        .where("turn_id", "is", null)
        .where("kind", "<>", "timer")
        .orderBy("id")
        .limit(given.limit)
        .select(["id", "kind", "received_at", "due_at", "payload", "failures", "by_staff"]),
    ),
    timers: prepare((query, given: { conversation: number; now: number; limit: number }) =>
      query
        .selectFrom("event")
        .where("conversation_id", "=", given.conversation)
        .where("turn_id", "is", null)
        .where("kind", "=", "timer")
        .where("due_at", "<=", given.now)
        .orderBy("due_at")
        .orderBy("id")
        .limit(given.limit)
        .select(["id", "kind", "received_at", "due_at", "payload", "failures", "by_staff"]),
    ),
    waiting: prepare((query, given: { limit: number }) =>
      query
        .selectFrom("handover")
        .where("stage", "=", sql.lit("waiting"))
        .where("ended_at", "is", null)
        .orderBy("asked_at")
        .limit(given.limit)
        .select(["number", "room"]),
    ),
    written: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("message")
        .where("conversation_id", "=", given.conversation)
        .select((row) => [row.fn.countAll<number>().as("messages"), row.fn.min("at").as("since")]),
    ),
    submissions: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("submission")
        .where("conversation_id", "=", given.conversation)
        .orderBy("id")
        .select(["reference", "form"]),
    ),
    outcome: prepare((query, given: { key: string }) =>
      query
        .selectFrom("event_key")
        .innerJoin("event", "event.id", "event_key.event_id")
        .where("event_key.key", "=", given.key)
        .select(["event.id", "turn_id"]),
    ),
    action: prepare((query, given: { id: string; conversation: number }) =>
      query
        .selectFrom("action")
        .where("id", "=", given.id)
        .where("conversation_id", "=", given.conversation)
        .select(["label", "act", "sealed", "until"]),
    ),
  };
}
