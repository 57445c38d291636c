import { sql } from "kysely";
import type { Booking, BookingChange, Seats } from "../vocabulary/index.js";
import type { Engine } from "./engine.js";
import { finishing } from "./submissions.js";
import type { SetTimer } from "./timers.js";

/**
 * Who has a seat and who waits for one. Whatever changes something is called inside a transaction, so that the counts
 * of a seminar, its bookings and the timers that tell people are always of one moment.
 */
export interface Bookings {
  /** By seminar; only those of which something is taken. */
  seats(): Readonly<Record<string, Seats>>;
  taken(seminar: string): Seats;
  /** Of a conversation, the last first. */
  of(conversation: number): Booking[];
  /** Brings about what a conversation decided. @returns whether a timer was set that is due now. */
  change(change: BookingChange, conversation: number, now: number): boolean;
  /** Those who wait take what is free, in their order. @returns whether anybody did. */
  moveUp(seminar: string, seats: number | null, now: number): boolean;
  /** Who was told something else about the seminar than it is gets a timer, once each. @returns whether anybody did. */
  giveNotice(seminar: string, fingerprint: string, now: number): boolean;
  /** @returns how many went with their submission; null, and none: one holds for a seminar that is still to come. */
  erase(reference: string): number | null;
}

/** The counts stand beside each seminar and are kept with every change: no turn has to count. */
export function bookings(engine: Engine, setTimer: SetTimer): Bookings {
  const rows = statementsOf(engine);
  const finish = finishing(engine);

  function book(change: BookingChange & { does: "book" }, conversation: number, now: number): boolean {
    const { seminar, as: status } = change;
    // one seat for each guest: the booking that stands is not touched
    if (rows.active.first({ conversation, seminar })) return false;
    rows.insertSeminar.run({ seminar, now });
    rows.insert.run({
      conversation,
      seminar,
      status,
      reminder: change.reminder ? 1 : 0,
      reference: change.reference,
      told: change.told,
      now,
    });
    count(seminar, status, 1);
    const noted = rows.seminar.first({ seminar });
    if (typeof noted?.fingerprint !== "string") return false;
    // a seat may have become free, and the seminar may have changed, while the guest confirmed
    const moved = status === "waiting" && moveUp(seminar, noted.seats, now);
    const notified = noted.fingerprint !== change.told && giveNotice(seminar, noted.fingerprint, now);
    return moved || notified;
  }

  function withdraw(
    change: BookingChange & { does: "withdraw" },
    conversation: number,
    now: number,
  ): boolean {
    const booking = rows.own.first({ id: change.booking, conversation });
    if (!booking || booking.status === "withdrawn") return false;
    rows.setStatus.run({ id: change.booking, status: "withdrawn" });
    // what it was handed in for is over
    finish(booking.reference, now);
    count(booking.seminar, booking.status, -1);
    return booking.status === "booked" && moveUp(booking.seminar, change.seats, now);
  }

  function moveUp(seminar: string, seats: number | null, now: number): boolean {
    let moved = false;
    for (;;) {
      const record = rows.seminar.first({ seminar });
      if (!record || record.closed === 1 || (seats !== null && record.booked >= seats)) return moved;
      const next = rows.firstWaiting.first({ seminar });
      if (!next) return moved;
      rows.setStatus.run({ id: next.id, status: "booked" });
      count(seminar, "waiting", -1);
      count(seminar, "booked", 1);
      setTimer(next.conversation_id, `moved-up:${next.id}`, now);
      moved = true;
    }
  }

  function giveNotice(seminar: string, fingerprint: string, now: number): boolean {
    // who knows it already hears of it anew should it change and change back
    rows.forgetNotices.run({ seminar, fingerprint });
    const ignorant = rows.ignorant.all({ seminar, fingerprint });
    for (const { id, conversation_id: conversation } of ignorant) {
      rows.noticed.run({ id, fingerprint });
      setTimer(conversation, `seminar-changed:${id}`, now);
    }
    return ignorant.length > 0;
  }

  function count(seminar: string, status: string, by: 1 | -1): void {
    rows.count.run({
      seminar,
      booked: status === "booked" ? by : 0,
      waiting: status === "waiting" ? by : 0,
    });
  }

  return {
    seats: () => Object.fromEntries(rows.taken.all({}).map(({ id, ...seats }) => [id, seats])),
    taken(seminar) {
      const { booked = 0, waiting = 0 } = rows.seminar.first({ seminar }) ?? {};
      return { booked, waiting };
    },
    of: (conversation) =>
      rows.ofConversation.all({ conversation }).map((row) => ({
        id: row.id,
        seminar: row.seminar,
        status: row.status as Booking["status"],
        position:
          row.status === "waiting"
            ? (rows.position.first({ seminar: row.seminar, id: row.id })?.position ?? null)
            : null,
        reminder: row.reminder === 1,
        reference: row.reference,
        told: row.told,
      })),
    change(change, conversation, now) {
      switch (change.does) {
        case "book":
          return book(change, conversation, now);
        case "withdraw":
          return withdraw(change, conversation, now);
        case "told":
          rows.told.run({ id: change.booking, conversation, told: change.told });
          return false;
      }
    },
    moveUp,
    giveNotice,
    erase(reference) {
      const found = rows.ofReference.all({ reference });
      if (found.some(({ status, closed }) => status !== "withdrawn" && closed === 0)) return null;
      for (const { id, seminar, status } of found) {
        if (status !== "withdrawn") count(seminar, status, -1);
        rows.erase.run({ id });
      }
      return found.length;
    },
  };
}

const ACTIVE = ["booked", "waiting"].map((status) => sql.lit(status));

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    taken: prepare((query) =>
      query
        .selectFrom("seminar")
        .where(sql`booked + waiting`, ">", sql.lit(0))
        .select(["id", "booked", "waiting"]),
    ),
    seminar: prepare((query, given: { seminar: string }) =>
      query
        .selectFrom("seminar")
        .where("id", "=", given.seminar)
        .select(["fingerprint", "seats", "closed", "booked", "waiting"]),
    ),
    insertSeminar: prepare((query, given: { seminar: string; now: number }) =>
      query
        .insertInto("seminar")
        .values({
          id: given.seminar,
          fingerprint: null,
          sequence: 0,
          changed_at: given.now,
          seats: null,
          closed: 0,
          booked: 0,
          waiting: 0,
        })
        .onConflict((conflict) => conflict.column("id").doNothing()),
    ),
    count: prepare((query, given: { seminar: string; booked: number; waiting: number }) =>
      query
        .updateTable("seminar")
        .set((row) => ({
          booked: row("booked", "+", given.booked),
          waiting: row("waiting", "+", given.waiting),
        }))
        .where("id", "=", given.seminar),
    ),
    insert: prepare(
      (
        query,
        given: {
          conversation: number;
          seminar: string;
          status: string;
          reminder: number;
          reference: string;
          told: string;
          now: number;
        },
      ) =>
        query.insertInto("booking").values({
          conversation_id: given.conversation,
          seminar: given.seminar,
          status: given.status,
          reminder: given.reminder,
          reference: given.reference,
          told: given.told,
          noticed: null,
          booked_at: given.now,
        }),
    ),
    active: prepare((query, given: { conversation: number; seminar: string }) =>
      query
        .selectFrom("booking")
        .where("conversation_id", "=", given.conversation)
        .where("seminar", "=", given.seminar)
        .where("status", "in", ACTIVE)
        .select("id"),
    ),
    own: prepare((query, given: { id: number; conversation: number }) =>
      query
        .selectFrom("booking")
        .where("id", "=", given.id)
        .where("conversation_id", "=", given.conversation)
        .select(["seminar", "status", "reference"]),
    ),
    ofConversation: prepare((query, given: { conversation: number }) =>
      query
        .selectFrom("booking")
        .where("conversation_id", "=", given.conversation)
        .orderBy("id", "desc")
        .select(["id", "seminar", "status", "reminder", "reference", "told"]),
    ),
    position: prepare((query, given: { seminar: string; id: number }) =>
      query
        .selectFrom("booking")
        .where("seminar", "=", given.seminar)
        .where("status", "=", sql.lit("waiting"))
        .where("id", "<=", given.id)
        .select((row) => row.fn.countAll<number>().as("position")),
    ),
    firstWaiting: prepare((query, given: { seminar: string }) =>
      query
        .selectFrom("booking")
        .where("seminar", "=", given.seminar)
        .where("status", "=", sql.lit("waiting"))
        .orderBy("id")
        .limit(1)
        .select(["id", "conversation_id"]),
    ),
    setStatus: prepare((query, given: { id: number; status: string }) =>
      query.updateTable("booking").set({ status: given.status }).where("id", "=", given.id),
    ),
    ofReference: prepare((query, given: { reference: string }) =>
      query
        .selectFrom("booking")
        .innerJoin("seminar", "seminar.id", "booking.seminar")
        .where("reference", "=", given.reference)
        .select(["booking.id", "seminar", "status", "closed"]),
    ),
    erase: prepare((query, given: { id: number }) => query.deleteFrom("booking").where("id", "=", given.id)),
    told: prepare((query, given: { id: number; conversation: number; told: string }) =>
      query
        .updateTable("booking")
        .set({ told: given.told })
        .where("id", "=", given.id)
        .where("conversation_id", "=", given.conversation),
    ),
    ignorant: prepare((query, given: { seminar: string; fingerprint: string }) =>
      query
        .selectFrom("booking")
        .where("seminar", "=", given.seminar)
        .where("status", "in", ACTIVE)
        .where("told", "<>", given.fingerprint)
        .where((row) => row.or([row("noticed", "is", null), row("noticed", "<>", given.fingerprint)]))
        .orderBy("id")
        .select(["id", "conversation_id"]),
    ),
    noticed: prepare((query, given: { id: number; fingerprint: string }) =>
      query.updateTable("booking").set({ noticed: given.fingerprint }).where("id", "=", given.id),
    ),
    forgetNotices: prepare((query, given: { seminar: string; fingerprint: string }) =>
      query
        .updateTable("booking")
        .set({ noticed: null })
        .where("seminar", "=", given.seminar)
        .where("status", "in", ACTIVE)
        .where("told", "=", given.fingerprint)
        .where("noticed", "is not", null),
    ),
  };
}
