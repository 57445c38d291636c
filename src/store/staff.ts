import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { ChannelName, StaffMember } from "../vocabulary/index.js";
import { type Engine, idOf } from "./engine.js";
import type { Store } from "./model.js";
import type { SetTimer } from "./timers.js";

type StaffUseCases =
  | "addStaff"
  | "staff"
  | "removeStaff"
  | "staffCode"
  | "staffByCode"
  | "staffLeft"
  | "audit";

/** Without letters and digits that are easily taken for each other. */
const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/** 31^8: not to be guessed within the minutes for which it is good. */
const CODE_LENGTH = 8;

/** Who answers, by which identities they are known, and what they did. */
export function staffing(engine: Engine, setTimer: SetTimer): Pick<Store, StaffUseCases> {
  const { group, sealing, clock } = engine;
  const rows = statementsOf(engine);
  const reading = staffReading(engine);

  return {
    async addStaff(name) {
      return group.run(() => idOf(rows.add.first({ name, now: clock.now() })));
    },

    async staff() {
      return rows.active.all({}).map((row) => ({
        ...member(row),
        linked: rows.identities.all({ staff: row.id }).map(({ channel }) => channel as ChannelName),
      }));
    },

    async removeStaff(id) {
      return group.run(() => {
        const removed = rows.remove.run({ id, now: clock.now() }) > 0;
        if (removed) {
          rows.unlink.run({ staff: id });
          rows.dropCodes.run({ staff: id });
          leave(id);
        }
        return removed;
      });
    },

    async staffCode(id, until) {
      const code = Array.from(
        { length: CODE_LENGTH },
        () => CODE_LETTERS[randomInt(CODE_LETTERS.length)],
      ).join("");
      return group.run(() => {
        if (!reading.byId(id)) return null;
        // one at a time: whoever asks for a new one has lost the old
        rows.dropCodes.run({ staff: id });
        rows.addCode.run({ code: sealing.keyed("staff-code", code), staff: id, until });
        return `${code.slice(0, 4)}-${code.slice(4)}`;
      });
    },

    async staffByCode(code) {
      const found = rows.code.first({ code: sealing.keyed("staff-code", bareCode(code)), now: clock.now() });
      return found ? reading.byId(found.staff_id) : null;
    },

    async staffLeft(room, sender) {
      return group.run(() => {
        const found = reading.bySender(room.channel, sender);
        return found ? leave(found.id, room.address) : [];
      });
    },

    async audit({ last }) {
      return rows.audit
        .all({ last })
        .map(({ staff_id: staff, at, name, did, about }) => ({ staff, at, name, did, about }));
    },
  };

  /** What they had taken, or of it what is in this room, waits again. */
  function leave(staff: number, room?: string): number[] {
    const name = `handover:staff-gone:${staff}${room === undefined ? "" : `:${room}`}`;
    const held = rows.taken.all({ staff }).flatMap(({ id }) => (id === null ? [] : [id]));
    for (const conversation of held) setTimer(conversation, name, clock.now());
    return held;
  }
}

/** Writes what a decision says of staff; inside its transaction. */
export interface StaffWriting {
  audit(entry: { staff: number; did: string; about: string | null }, now: number): void;
  practised(staff: number): void;
  /** @returns false where the code is no longer good. */
  link(given: { code: string; channel: string; sender: string }, now: number): boolean;
}

/** @returns what writes. */
export function staffWriting(engine: Engine): StaffWriting {
  const { sealing } = engine;
  const rows = statementsOf(engine);
  return {
    audit: (entry, now) => {
      rows.note.run({ ...entry, now });
    },
    practised: (staff) => {
      rows.practised.run({ id: staff });
    },
    link({ code, channel, sender }, now) {
      const hash = sealing.keyed("staff-code", bareCode(code));
      const found = rows.code.first({ code: hash, now });
      if (!found) return false;
      rows.dropCode.run({ code: hash });
      rows.linkIdentity.run({
        channel,
        pseudonym: sealing.keyed("staff", channel, sender),
        staff: found.staff_id,
        now,
      });
      rows.note.run({ staff: found.staff_id, did: `link ${channel}`, about: null, now });
      return true;
    },
  };
}

/** Finds accounts that are still there. */
export interface StaffReading {
  /** Somebody is there. */
  any(): boolean;
  byId(id: number): StaffMember | null;
  /** Of the desk's own entrance for staff, `staff:<id>`; else whom this identity was linked to. */
  bySender(channel: ChannelName, sender: string): StaffMember | null;
}

/** @returns what finds them. */
export function staffReading({ statements: { prepare }, sealing }: Engine): StaffReading {
  const account = prepare((query, given: { id: number }) =>
    query
      .selectFrom("staff")
      .where("id", "=", given.id)
      .where("removed_at", "is", null)
      .select(["id", "name", "practised"]),
  );
  const anybody = prepare((query) =>
    query.selectFrom("staff").where("removed_at", "is", null).limit(1).select("id"),
  );
  const identity = prepare((query, given: { channel: string; pseudonym: string }) =>
    query
      .selectFrom("staff_identity")
      .where("channel", "=", given.channel)
      .where("pseudonym", "=", given.pseudonym)
      .select("staff_id"),
  );
  const byId = (id: number): StaffMember | null => {
    const row = account.first({ id });
    return row ? member(row) : null;
  };
  return {
    any: () => anybody.first({}) !== undefined,
    byId,
    bySender(channel, sender) {
      if (channel === "terminal") {
        const [, id] = /^staff:(\d{1,9})$/.exec(sender) ?? [];
        return id === undefined ? null : byId(Number(id));
      }
      const found = identity.first({ channel, pseudonym: sealing.keyed("staff", channel, sender) });
      return found ? byId(found.staff_id) : null;
    },
  };
}

/** As it is compared: capital letters and digits alone. */
function bareCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}

function member({ id, name, practised }: { id: number; name: string; practised: number }): StaffMember {
  return { id, name, practised: practised === 1 };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    add: prepare((query, given: { name: string; now: number }) =>
      query
        .insertInto("staff")
        .values({ name: given.name, practised: 0, created_at: given.now, removed_at: null })
        .returning("id"),
    ),
    active: prepare((query) =>
      query
        .selectFrom("staff")
        .where("removed_at", "is", null)
        .orderBy("id")
        .select(["id", "name", "practised"]),
    ),
    identities: prepare((query, given: { staff: number }) =>
      query
        .selectFrom("staff_identity")
        .where("staff_id", "=", given.staff)
        .orderBy("channel")
        .select("channel")
        .distinct(),
    ),
    remove: prepare((query, given: { id: number; now: number }) =>
      query
        .updateTable("staff")
        .set({ removed_at: given.now })
        .where("id", "=", given.id)
        .where("removed_at", "is", null),
    ),
    unlink: prepare((query, given: { staff: number }) =>
      query.deleteFrom("staff_identity").where("staff_id", "=", given.staff),
    ),
    taken: prepare((query, given: { staff: number }) =>
      query
        .selectFrom("handover")
        .where("claimed_by", "=", given.staff)
        .where("stage", "=", sql.lit("person"))
        .where("ended_at", "is", null)
        .select("conversation_id as id"),
    ),
    addCode: prepare((query, given: { code: string; staff: number; until: number }) =>
      query
        .insertInto("staff_code")
        .values({ code: given.code, staff_id: given.staff, expires_at: given.until }),
    ),
    dropCodes: prepare((query, given: { staff: number }) =>
      query.deleteFrom("staff_code").where("staff_id", "=", given.staff),
    ),
    dropCode: prepare((query, given: { code: string }) =>
      query.deleteFrom("staff_code").where("code", "=", given.code),
    ),
    code: prepare((query, given: { code: string; now: number }) =>
      query
        .selectFrom("staff_code")
        .where("code", "=", given.code)
        .where("expires_at", ">", given.now)
        .select("staff_id"),
    ),
    linkIdentity: prepare(
      (query, given: { channel: string; pseudonym: string; staff: number; now: number }) =>
        query
          .insertInto("staff_identity")
          .values({
            channel: given.channel,
            pseudonym: given.pseudonym,
            staff_id: given.staff,
            linked_at: given.now,
          })
          .onConflict((conflict) =>
            conflict
              .columns(["channel", "pseudonym"])
              .doUpdateSet({ staff_id: given.staff, linked_at: given.now }),
          ),
    ),
    practised: prepare((query, given: { id: number }) =>
      query.updateTable("staff").set({ practised: 1 }).where("id", "=", given.id),
    ),
    note: prepare((query, given: { staff: number; did: string; about: string | null; now: number }) =>
      query
        .insertInto("audit")
        .values({ at: given.now, staff_id: given.staff, did: given.did, about: given.about }),
    ),
    audit: prepare((query, given: { last: number }) =>
      query
        .selectFrom("audit")
        .leftJoin("staff", "staff.id", "audit.staff_id")
        .orderBy("audit.id", "desc")
        .limit(given.last)
        .select(["audit.at", "audit.staff_id", "staff.name", "did", "about"]),
    ),
  };
}
