import { sql } from "kysely";
import type { Bookings } from "./bookings.js";
import type { Engine } from "./engine.js";
import type { Emptying } from "./erasing.js";
import type { Store, Swept } from "./model.js";
import { threadsOf } from "./threads.js";

const DAY = 86_400_000;
const STAFF_RECORD_DAYS = 365;
/** So many rows are looked at in one transaction: guests who write meanwhile wait no longer than for that. */
const PORTION = 200;

/** What one transaction of the sweep erased, and the id after which the next one looks on; null: this step is done. */
interface Portion extends Partial<Swept> {
  readonly next: number | null;
}

/** Erases what has had its time, in portions. */
export function sweeping(engine: Engine, bookings: Bookings, emptying: Emptying): Pick<Store, "sweep"> {
  const { group, emptyLog } = engine;
  const rows = statementsOf(engine);
  const threads = threadsOf(engine);

  return {
    async sweep({ now, messageDays }) {
      const before = now - messageDays * DAY;
      const swept = { messages: 0, conversations: 0, submissions: 0, bookings: 0 };
      // what others refer to goes after them
      const steps: readonly ((after: number) => Portion)[] = [
        () => finishRegistrations(now),
        (after) => sweepSubmissions(after, now),
        (after) => sweepMessages(after, before),
        () => sweepTurns(before),
        () => sweepRevisions(before, now),
        (after) => sweepEvents(after, before),
        (after) => sweepConversations(after, before, now),
        () => sweepThreads(),
      ];
      for (const step of steps) {
        for (let after: number | null = 0; after !== null; ) {
          const from: number = after;
          const { next, ...erased }: Portion = await group.run(() => step(from));
          for (const [what, count] of Object.entries(erased)) swept[what as keyof Swept] += count;
          after = next;
        }
      }
      emptyLog();
      return swept;
    },
  };

  /** Nobody works on a registration any more once its seminar is over: it counts as done. */
  function finishRegistrations(now: number): Portion {
    rows.finishRegistrations.run({ now });
    return { next: null };
  }

  function sweepSubmissions(after: number, now: number): Portion {
    const found = rows.done.all({ after, limit: PORTION });
    const erased = { submissions: 0, bookings: 0 };
    for (const { id, reference, done_at: doneAt, keep_days: keepDays } of found) {
      if (doneAt === null || now - doneAt < keepDays * DAY) continue;
      const ofIt = bookings.erase(reference);
      // a seat at a seminar that is still to come is not given up by erasing its form
      if (ofIt === null) continue;
      rows.deleteSubmission.run({ id });
      erased.submissions += 1;
      erased.bookings += ofIt;
    }
    return { next: following(found), ...erased };
  }

  function sweepMessages(after: number, before: number): Portion {
    const found = rows.messages.all({ after, limit: PORTION });
    const old = found.filter(({ at, hold_until: held }) => Math.max(at, held ?? at) < before);
    for (const { id } of old) {
      rows.deleteOutgoing.run({ id });
      rows.deleteMessage.run({ id });
    }
    // ids rise with time, so nothing older comes behind one that is too young
    const young = (found.at(-1)?.at ?? before) >= before;
    return { next: young ? null : following(found), messages: old.length };
  }

  function sweepTurns(before: number): Portion {
    const found = rows.turns.all({ before, limit: PORTION });
    for (const { id } of found) {
      rows.deleteFeedback.run({ id });
      rows.deleteReview.run({ id });
      rows.deleteTurn.run({ id });
    }
    for (const conversation of new Set(found.map((turn) => turn.conversation_id)))
      rows.deleteActions.run({ conversation, before });
    return { next: found.length < PORTION ? null : 0 };
  }

  /** They hold what guests asked, so they have the guests' time; what they brought about stays in intents/. */
  function sweepRevisions(before: number, now: number): Portion {
    rows.deleteRevisions.run({ before });
    sweepStaffRecords(now);
    return { next: null };
  }

  /** Who did what is kept for a year; how long guests waited stays, without a name. */
  function sweepStaffRecords(now: number): void {
    const before = now - STAFF_RECORD_DAYS * DAY;
    rows.deleteAudit.run({ before });
    rows.forgetWho.run({ before });
    rows.deleteCodes.run({ before: now });
  }

  function sweepEvents(after: number, before: number): Portion {
    const found = rows.events.all({ after, limit: PORTION });
    for (const { id, received_at: at } of found) if (at < before) rows.deleteEvent.run({ id });
    // a timer of the future may have been set long ago: it says nothing of what comes behind it
    const young = found.some(({ kind, received_at: at }) => kind !== "timer" && at >= before);
    return { next: young ? null : following(found) };
  }

  /** Of a guest who comes again and again the conversation stays; threads of enquiries that are long over do not. */
  function sweepThreads(): Portion {
    return { next: threads.removeIdle(PORTION) < PORTION ? null : 0 };
  }

  function sweepConversations(after: number, before: number, now: number): Portion {
    const found = rows.conversations.all({ after, limit: PORTION });
    let conversations = 0;
    for (const { id, updated_at: updatedAt } of found) {
      if (emptying.remove(id)) conversations += 1;
      else if (updatedAt < before) emptying.restart(id, now);
    }
    return { next: following(found), conversations };
  }
}

function following(found: readonly { readonly id: number }[]): number | null {
  return found.length < PORTION ? null : (found.at(-1)?.id ?? null);
}

function statementsOf({ statements: { prepare } }: Engine) {
  type Portioned = { after: number; limit: number };
  return {
    deleteAudit: prepare((query, given: { before: number }) =>
      query.deleteFrom("audit").where("at", "<", given.before),
    ),
    forgetWho: prepare((query, given: { before: number }) =>
      query.updateTable("handover").set({ claimed_by: null }).where("asked_at", "<", given.before),
    ),
    deleteCodes: prepare((query, given: { before: number }) =>
      query.deleteFrom("staff_code").where("expires_at", "<", given.before),
    ),
    finishRegistrations: prepare((query, given: { now: number }) =>
      query
        .updateTable("submission")
        .set({ status: "done", done_at: given.now })
        .where("status", "=", sql.lit("open"))
        .where("seminar", "in", (inner) =>
          inner.selectFrom("seminar").where("closed", "=", 1).select("seminar.id"),
        ),
    ),
    done: prepare((query, given: Portioned) =>
      query
        .selectFrom("submission")
        .where("id", ">", given.after)
        .where("status", "=", sql.lit("done"))
        .orderBy("id")
        .limit(given.limit)
        .select(["id", "reference", "done_at", "keep_days"]),
    ),
    deleteSubmission: prepare((query, given: { id: number }) =>
      query.deleteFrom("submission").where("id", "=", given.id),
    ),
    messages: prepare((query, given: Portioned) =>
      query
        .selectFrom("message")
        .where("id", ">", given.after)
        .orderBy("id")
        .limit(given.limit)
        .select(["id", "at", "hold_until"]),
    ),
    deleteOutgoing: prepare((query, given: { id: number }) =>
      query.deleteFrom("outbox").where("message_id", "=", given.id),
    ),
    deleteMessage: prepare((query, given: { id: number }) =>
      query.deleteFrom("message").where("id", "=", given.id),
    ),
    turns: prepare((query, given: { before: number; limit: number }) =>
      query
        .selectFrom("turn")
        .where("at", "<", given.before)
        .orderBy("at")
        .limit(given.limit)
        .select(["id", "conversation_id"]),
    ),
    deleteFeedback: prepare((query, given: { id: number }) =>
      query.deleteFrom("feedback").where("turn_id", "=", given.id),
    ),
    deleteReview: prepare((query, given: { id: number }) =>
      query.deleteFrom("review").where("turn_id", "=", given.id),
    ),
    deleteRevisions: prepare((query, given: { before: number }) =>
      query
        .deleteFrom("revision")
        .where("at", "<", given.before)
        .where(sql<boolean>`not exists (select 1 from review where revision_id = revision.id)`),
    ),
    deleteTurn: prepare((query, given: { id: number }) =>
      query.deleteFrom("turn").where("id", "=", given.id),
    ),
    deleteActions: prepare((query, given: { conversation: number; before: number }) =>
      query
        .deleteFrom("action")
        .where("conversation_id", "=", given.conversation)
        .where("at", "<", given.before),
    ),
    events: prepare((query, given: Portioned) =>
      query
        .selectFrom("event")
        .where("id", ">", given.after)
        .orderBy("id")
        .limit(given.limit)
        .select(["id", "kind", "received_at"]),
    ),
    deleteEvent: prepare((query, given: { id: number }) =>
      query
        .deleteFrom("event")
        .where("id", "=", given.id)
        .where(sql<boolean>`not exists (select 1 from message where event_id = event.id)`)
        .where(sql<boolean>`not exists (select 1 from turn where turn.id = event.id)`),
    ),
    conversations: prepare((query, given: Portioned) =>
      query
        .selectFrom("conversation")
        .where("id", ">", given.after)
        .orderBy("id")
        .limit(given.limit)
        .select(["id", "updated_at"]),
    ),
  };
}
