import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handoverReport } from "../../src/insight/handover.js";
import type { HandoverRecord } from "../../src/store/model.js";

const MINUTE = 60_000;
const ZONE = "Europe/Berlin";
/** Ten o'clock in Berlin, in winter. */
const TEN = Date.parse("2027-02-01T09:00:00Z");

function record(more: Partial<HandoverRecord> = {}): HandoverRecord {
  return {
    number: "G-1",
    channel: "web",
    ticket: false,
    partner: null,
    room: "general",
    askedAt: TEN,
    claimedAt: null,
    claimedBy: null,
    repliedAt: null,
    endedAt: null,
    ended: null,
    passes: 0,
    replies: 0,
    points: null,
    ...more,
  };
}

const taken = (wait: number, talk: number): HandoverRecord =>
  record({ claimedAt: TEN + wait * MINUTE, endedAt: TEN + (wait + talk) * MINUTE, ended: "closed" });

describe("the figures of handing over", () => {
  it("are empty, not zero, where there is nothing to measure", () => {
    expect(handoverReport([], ZONE)).toEqual({
      all: {
        asked: 0,
        taken: 0,
        abandoned: 0,
        waiting: null,
        handling: null,
        tickets: 0,
        replied: 0,
        untilReply: null,
        rated: 0,
        points: null,
      },
      byPartner: [],
      byHour: [],
    });
  });

  it("take the median, so that one forgotten enquiry does not hide the others", () => {
    const { all } = handoverReport([taken(2, 5), taken(1, 3), taken(600, 1)], ZONE);
    expect(all).toMatchObject({ asked: 3, taken: 3, waiting: 2 * MINUTE, handling: 3 * MINUTE });
  });

  it("take the mean of the two in the middle of an even number", () => {
    expect(handoverReport([taken(1, 1), taken(4, 1)], ZONE).all.waiting).toBe(2.5 * MINUTE);
  });

  it("count as abandoned what was over before anybody took it, and nothing that still waits", () => {
    const over = record({ endedAt: TEN + MINUTE, ended: "cancelled" });
    const { all } = handoverReport([over, { ...over, ended: "unanswered" }, record(), taken(1, 1)], ZONE);
    expect(all).toMatchObject({ asked: 4, taken: 1, abandoned: 2 });
  });

  it("tell messages that were left from guests who wait", () => {
    const left = record({ ticket: true, claimedAt: TEN + 60 * MINUTE, repliedAt: TEN + 90 * MINUTE });
    const { all } = handoverReport([left, record({ ticket: true }), taken(3, 1)], ZONE);
    expect(all).toMatchObject({
      asked: 1,
      waiting: 3 * MINUTE,
      tickets: 2,
      replied: 1,
      untilReply: 90 * MINUTE,
    });
  });

  it("average what guests say, of those who say something", () => {
    const rated = [record({ points: 5 }), record({ points: 2 }), record()];
    expect(handoverReport(rated, ZONE).all).toMatchObject({ rated: 2, points: 3.5 });
  });

  it("stand apart by who had it, the most asked first", () => {
    const of = (partner: string | null) => record({ partner });
    const { byPartner } = handoverReport([of("land"), of(null), of("land")], ZONE);
    expect(byPartner.map(({ partner, asked }) => [partner, asked])).toEqual([
      ["land", 2],
      [null, 1],
    ]);
  });

  it("stand apart by the hour on the office's clock, in summer as in winter", () => {
    const summer = record({ askedAt: Date.parse("2027-07-01T08:30:00Z") });
    const night = record({ askedAt: Date.parse("2027-02-01T23:30:00Z") });
    const { byHour } = handoverReport([summer, record(), night], ZONE);
    expect(byHour.map(({ hour, asked }) => [hour, asked])).toEqual([
      [0, 1],
      [10, 2],
    ]);
  });

  it("never lose or double a handover, however they went", () => {
    const time = fc.option(fc.integer({ min: TEN - 1_000_000, max: TEN + 1_000_000 }));
    const any = fc
      .record({
        ticket: fc.boolean(),
        partner: fc.constantFrom(null, "land", "funding"),
        askedAt: fc.integer({ min: TEN, max: TEN + 86_400_000 }),
        claimedAt: time,
        repliedAt: time,
        endedAt: time,
        points: fc.option(fc.integer({ min: 1, max: 5 })),
      })
      .map((some) => record(some));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (records) => {
        const { all, byPartner, byHour } = handoverReport(records, ZONE);
        expect(all.asked + all.tickets).toBe(records.length);
        for (const parts of [byPartner, byHour])
          for (const name of ["asked", "taken", "abandoned", "tickets", "replied", "rated"] as const)
            expect(parts.reduce((sum: number, part) => sum + part[name], 0)).toBe(all[name]);
        for (const span of [all.waiting, all.handling, all.untilReply])
          expect(span ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
