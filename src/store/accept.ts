import type { DeskEvent } from "../vocabulary/index.js";
import { addressing } from "./addresses.js";
import { carriedStates } from "./carrying.js";
import { conversationKey, type Engine, idOf, type Line, lookupOf, openAct, sealState } from "./engine.js";
import type { Acceptance, Store } from "./model.js";

/** Milliseconds for which a repeat is recognised: platforms redeliver for 24 hours at most. */
const REMEMBERED = 72 * 60 * 60 * 1000;
/** Old keys are forgotten on the way: at each 64th acceptance at most 256, so that no transaction becomes long. */
const FORGET_EVERY = 64;
const FORGET_AT_ONCE = 256;

/** How the stored form of a button begins that only staff may press. */
const STAFF_ACT = "staff-";

/** Transaction 1 of a message's way: the event is on disk, once. */
export function accepting(engine: Engine): Pick<Store, "accept"> {
  const { group, sealing, clock, initialState } = engine;
  const rows = statementsOf(engine);
  const addressOf = addressing(engine);
  const carriedState = carriedStates(engine);
  let acceptances = 0;

  return {
    async accept(input) {
      const { event } = input;
      if (event.keys.length === 0)
        throw new RangeError("An event needs at least one key to recognise a repeat by.");
      const { place } = event;
      const sender = event.sender.id;
      // what each event needs is computed before the transaction, to keep that short
      const keys = [...new Set(event.keys)].map((key) => sealing.keyed("event-key", event.channel, key));
      const conversationName = conversationKey(sealing, place, sender);
      const sealedEvent = sealing.seal("event.payload", JSON.stringify(event));
      const byStaff = input.byStaff === true;
      const sealedLine = event.what.kind === "message" ? seal({ text: input.logText ?? "" }) : null;
      const changedLine = changedBy(event, input.logText);
      const now = clock.now();

      return group.run(() => {
        acceptances += 1;
        if (acceptances % FORGET_EVERY === 0)
          rows.forgetKeys.run({ before: now - REMEMBERED, atOnce: FORGET_AT_ONCE });
        if (keys.some((key) => rows.seen.first({ key }))) return { result: "repeat" };

        const conversationId = byStaff
          ? conversationAbout(event)
          : conversationOf(input, conversationName, now);
        if (conversationId === null) return { result: "dropped" };
        const eventId = rows.insertEvent.first({
          conversation: conversationId,
          kind: event.what.kind,
          now,
          dueAt: input.dueAt,
          payload: sealedEvent,
          byStaff: byStaff ? 1 : 0,
        });
        for (const key of keys) rows.insertKey.run({ key, event: idOf(eventId), now });
        const line = sealedLine ?? (byStaff ? null : pressedLine(event, input.logText, conversationId));
        const direction = byStaff ? "staff" : "in";
        const clientId = event.what.kind === "message" ? event.what.id : null;
        if (changedLine) rows.changeLine.run({ conversation: conversationId, direction, ...changedLine });
        if (line)
          rows.insertLine.run({
            conversation: conversationId,
            event: idOf(eventId),
            direction,
            clientId,
            line,
            now,
          });
        return { result: "accepted", eventId: idOf(eventId), conversationId };
      });
    },
  };

  /** The conversation's id; guest, address and conversation are made at the first word. */
  function conversationOf({ event }: Acceptance, key: string, now: number): number {
    const { place, sender, carriedFrom } = event;
    const placeText = JSON.stringify(place);
    const known = rows.conversation.first({ key });
    if (known) {
      if (sealing.open("address.sealed", known.sealed) !== placeText)
        rows.updateAddress.run({ id: known.address_id, sealed: sealing.seal("address.sealed", placeText) });
      return known.id;
    }

    const carried = carriedFrom === undefined ? null : carriedState(carriedFrom, now);
    const pseudonym = sealing.keyed("pseudonym", place.channel, sender.id);
    const guest = idOf(rows.guest.first({ pseudonym }) ?? rows.insertGuest.first({ pseudonym, now }));
    return idOf(
      rows.insertConversation.first({
        key,
        guest,
        address: addressOf(place, place.scope === "private" ? guest : null),
        channel: place.channel,
        scope: place.scope,
        owner: initialState.owner,
        state: sealState(sealing, carried ?? initialState),
        now,
      }),
    );
  }

  /**
   * What staff write about a conversation comes from a thread of its own, from under a button that is bound to it, or
   * from the desk's own entrance for staff, which names it; null: it is about none.
   */
  function conversationAbout({ place, what }: DeskEvent): number | null {
    if (place.channel === "terminal")
      return rows.conversationById.first({ id: Number(place.thread ?? 0) })?.id ?? null;
    const thread = rows.thread.first({ lookup: lookupOf(sealing, place) });
    if (thread) return thread.conversation_id;
    const button = what.kind === "action" ? rows.button.first({ id: what.action }) : undefined;
    return button && openAct(sealing, button).does.startsWith(STAFF_ACT) ? button.conversation_id : null;
  }

  /** What the transcript shows of a pressed button: the label that the desk gave it, else what the platform says of it. */
  function pressedLine({ what }: DeskEvent, label: string | null, conversation: number): Buffer | null {
    if (what.kind !== "action") return null;
    const button = rows.button.first({ id: what.action });
    // another guest's button does nothing, and its words are not this guest's
    if (button && button.conversation_id !== conversation) return null;
    const text = button?.label ?? label;
    return text === null ? null : seal({ text, pressed: { action: what.action, on: what.on } });
  }

  /** The guest's line as it reads from now on, where they changed it or took it back. */
  function changedBy({ what }: DeskEvent, text: string | null): { clientId: string; line: Buffer } | null {
    if (what.kind !== "edit" && what.kind !== "deletion") return null;
    return { clientId: what.id, line: seal({ text: what.kind === "edit" ? (text ?? "") : "" }) };
  }

  function seal(line: Line): Buffer {
    return sealing.seal("message.sealed", JSON.stringify(line));
  }
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    seen: prepare((query, given: { key: string }) =>
      query.selectFrom("event_key").where("key", "=", given.key).select("event_id"),
    ),
    insertKey: prepare((query, given: { key: string; event: number; now: number }) =>
      query.insertInto("event_key").values({ key: given.key, event_id: given.event, seen_at: given.now }),
    ),
    // keys lie in the order of their ids, so the oldest are found without an index on time
    forgetKeys: prepare((query, given: { before: number; atOnce: number }) =>
      query.deleteFrom("event_key").where("id", "in", (inner) =>
        inner
          .selectFrom((oldest) =>
            oldest
              .selectFrom("event_key")
              .select(["id", "seen_at"])
              .orderBy("id")
              .limit(given.atOnce)
              .as("oldest"),
          )
          .where("seen_at", "<", given.before)
          .select("id"),
      ),
    ),
    conversation: prepare((query, given: { key: string }) =>
      query
        .selectFrom("conversation")
        .innerJoin("address", "address.id", "conversation.address_id")
        .where("key", "=", given.key)
        .select(["conversation.id", "address_id", "sealed"]),
    ),
    updateAddress: prepare((query, given: { id: number; sealed: Buffer }) =>
      query.updateTable("address").set({ sealed: given.sealed }).where("id", "=", given.id),
    ),
    guest: prepare((query, given: { pseudonym: string }) =>
      query.selectFrom("guest").where("pseudonym", "=", given.pseudonym).select("id"),
    ),
    insertGuest: prepare((query, given: { pseudonym: string; now: number }) =>
      query.insertInto("guest").values({ pseudonym: given.pseudonym, created_at: given.now }).returning("id"),
    ),
    insertConversation: prepare(
      (
        query,
        given: {
          key: string;
          guest: number;
          address: number;
          channel: string;
          scope: string;
          owner: string;
          state: Buffer;
          now: number;
        },
      ) =>
        query
          .insertInto("conversation")
          .values({
            key: given.key,
            guest_id: given.guest,
            address_id: given.address,
            channel: given.channel,
            scope: given.scope,
            owner: given.owner,
            version: 0,
            state: "",
            sealed_state: given.state,
            created_at: given.now,
            updated_at: given.now,
          })
          .returning("id"),
    ),
    insertEvent: prepare(
      (
        query,
        given: {
          conversation: number;
          kind: string;
          now: number;
          dueAt: number;
          payload: Buffer;
          byStaff: number;
        },
      ) =>
        query
          .insertInto("event")
          .values({
            conversation_id: given.conversation,
            kind: given.kind,
            received_at: given.now,
            due_at: given.dueAt,
            payload: given.payload,
            turn_id: null,
            failures: 0,
            by_staff: given.byStaff,
          })
          .returning("id"),
    ),
    thread: prepare((query, given: { lookup: string }) =>
      query.selectFrom("staff_thread").where("lookup", "=", given.lookup).select("conversation_id"),
    ),
    conversationById: prepare((query, given: { id: number }) =>
      query.selectFrom("conversation").where("id", "=", given.id).select("id"),
    ),
    button: prepare((query, given: { id: string }) =>
      query
        .selectFrom("action")
        .where("id", "=", given.id)
        .select(["conversation_id", "label", "act", "sealed"]),
    ),
    changeLine: prepare(
      (query, given: { conversation: number; direction: string; clientId: string; line: Buffer }) =>
        query
          .updateTable("message")
          .set({ body: "", sealed: given.line })
          .where("conversation_id", "=", given.conversation)
          .where("client_id", "=", given.clientId)
          .where("direction", "=", given.direction),
    ),
    insertLine: prepare(
      (
        query,
        given: {
          conversation: number;
          event: number;
          direction: string;
          clientId: string | null;
          line: Buffer;
          now: number;
        },
      ) =>
        query.insertInto("message").values({
          conversation_id: given.conversation,
          event_id: given.event,
          direction: given.direction,
          public_id: null,
          client_id: given.clientId,
          at: given.now,
          language: null,
          body: "",
          sealed: given.line,
          hold_until: null,
        }),
    ),
  };
}
