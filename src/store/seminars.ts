import { sql } from "kysely";
import type { Booking } from "../vocabulary/index.js";
import type { Bookings } from "./bookings.js";
import type { Engine } from "./engine.js";
import type { Registration, SeminarNow, SeminarRecord, Store } from "./model.js";
import { type SubmissionRow, submissionColumns, toSubmission } from "./submissions.js";

/** What the desk remembers of seminars, and who is registered. */
export function seminars(
  engine: Engine,
  bookings: Bookings,
): Pick<Store, "noteSeminars" | "seminars" | "registrations"> {
  const { statements, group, sealing, clock } = engine;
  const rows = statementsOf(engine);

  function note(seminar: SeminarNow, now: number): void {
    const { id, fingerprint, seats } = seminar;
    const closed = seminar.cancelled ? 1 : 0;
    const known = rows.seminar.first({ id });
    if (!known) rows.insert.run({ id, fingerprint, seats, closed, now });
    else if (known.fingerprint !== fingerprint || known.seats !== seats || known.closed !== closed) {
      const changed = known.fingerprint !== null && known.fingerprint !== fingerprint;
      const { sequence, changed_at: changedAt } = known;
      rows.update.run({
        id,
        fingerprint,
        seats,
        closed,
        sequence: changed ? sequence + 1 : sequence,
        changedAt: changed ? now : changedAt,
      });
    }
    if (!known || known.taken === 0) return;
    bookings.giveNotice(id, fingerprint, now);
    bookings.moveUp(id, seats, now);
  }

  function all(): ReadonlyMap<string, SeminarRecord> {
    const found = rows.all.all({});
    return new Map(
      found.map((row) => [
        row.id,
        { booked: row.booked, waiting: row.waiting, sequence: row.sequence, changedAt: row.changed_at },
      ]),
    );
  }

  return {
    // no await before `run`: what is decided on the new knowledge must be committed after this
    async noteSeminars(now) {
      const ids = new Set(now.map(({ id }) => id));
      return group.run(() => {
        const time = clock.now();
        for (const seminar of now) note(seminar, time);
        for (const { id } of rows.open.all({})) if (!ids.has(id)) rows.close.run({ id });
        return all();
      });
    },

    async seminars() {
      return all();
    },

    async registrations({ seminar }) {
      const found = statements.query((query) => {
        const active = query
          .selectFrom("booking")
          .leftJoin("submission", "submission.reference", "booking.reference")
          .leftJoin("conversation", "conversation.id", "submission.conversation_id")
          .where("booking.status", "in", ["booked", "waiting"])
          .orderBy("booking.status")
          .orderBy("booking.id")
          .select(["booking.id", "booking.seminar as booked_seminar", "booking.status as booking_status"])
          .select(["reminder", "booking.reference as booking_reference", "told", "booked_at"])
          .select(submissionColumns);
        return seminar === undefined ? active : active.where("booking.seminar", "=", seminar);
      });
      const positions = new Map<string, number>();
      return found.map((row): Registration => {
        const waiting = row.booking_status === "waiting";
        const position = waiting ? (positions.get(row.booked_seminar) ?? 0) + 1 : null;
        if (position !== null) positions.set(row.booked_seminar, position);
        return {
          id: row.id,
          seminar: row.booked_seminar,
          status: row.booking_status as Booking["status"],
          position,
          reminder: row.reminder === 1,
          reference: row.booking_reference,
          told: row.told,
          bookedAt: row.booked_at,
          submission: hasSubmission(row) ? toSubmission(row, sealing) : null,
        };
      });
    },
  };
}

function hasSubmission(row: { [column in keyof SubmissionRow]: unknown }): row is SubmissionRow {
  return row.reference !== null;
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    seminar: prepare((query, given: { id: string }) =>
      query
        .selectFrom("seminar")
        .where("id", "=", given.id)
        .select(["fingerprint", "seats", "closed", "sequence", "changed_at"])
        .select(sql<number>`booked + waiting`.as("taken")),
    ),
    insert: prepare(
      (
        query,
        given: { id: string; fingerprint: string; seats: number | null; closed: number; now: number },
      ) =>
        query.insertInto("seminar").values({
          id: given.id,
          fingerprint: given.fingerprint,
          sequence: 0,
          changed_at: given.now,
          seats: given.seats,
          closed: given.closed,
          booked: 0,
          waiting: 0,
        }),
    ),
    update: prepare(
      (
        query,
        given: {
          id: string;
          fingerprint: string;
          seats: number | null;
          closed: number;
          sequence: number;
          changedAt: number;
        },
      ) =>
        query
          .updateTable("seminar")
          .set({
            fingerprint: given.fingerprint,
            seats: given.seats,
            closed: given.closed,
            sequence: given.sequence,
            changed_at: given.changedAt,
          })
          .where("id", "=", given.id),
    ),
    open: prepare((query) => query.selectFrom("seminar").where("closed", "=", sql.lit(0)).select("id")),
    close: prepare((query, given: { id: string }) =>
      query.updateTable("seminar").set({ closed: 1 }).where("id", "=", given.id),
    ),
    all: prepare((query) =>
      query.selectFrom("seminar").select(["id", "booked", "waiting", "sequence", "changed_at"]),
    ),
  };
}
