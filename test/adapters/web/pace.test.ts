import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPace } from "../../../adapters/web/pace.js";

const start = Date.UTC(2026, 10, 23);

describe("the pace of a session", () => {
  it("allows a burst, then one for each part of a minute that has passed", () => {
    const waitFor = createPace({ perSession: 4, arrivals: 10 });
    const waits = [0, 0, 0, 0, 0, 14_999, 15_000, 15_000, 30_000].map((after) => waitFor("a", start + after));
    expect(waits).toEqual([0, 0, 0, 0, 15, 1, 0, 15, 0]);
  });

  it("is forgotten after a minute of silence, when it is as good as new", () => {
    const waitFor = createPace({ perSession: 1, arrivals: 10 });
    expect([waitFor("a", start), waitFor("a", start), waitFor("a", start + 60_000)]).toEqual([0, 60, 0]);
  });

  it("is not spoiled by a clock that is put back", () => {
    const waitFor = createPace({ perSession: 2, arrivals: 10 });
    expect(waitFor("a", start)).toBe(0);
    expect(waitFor("a", start - 3_600_000)).toBe(0);
    expect(waitFor("a", start - 3_600_000 + 60_000)).toBe(0);
  });

  it("never lets more through within any minute than a burst and a minute's worth", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (pauses) => {
        const waitFor = createPace({ perSession: 5, arrivals: 1 });
        const taken: number[] = [];
        let now = start;
        for (const pause of pauses) {
          now += pause;
          if (waitFor("a", now) === 0) taken.push(now);
        }
        for (const first of taken)
          expect(taken.filter((at) => at >= first && at < first + 60_000).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe("sessions that turn up", () => {
  it("are limited in all, whatever they call themselves; those that are there go on", () => {
    const waitFor = createPace({ perSession: 10, arrivals: 2 });
    expect(["a", "b", "c"].map((session) => waitFor(session, start))).toEqual([0, 0, 30]);
    expect(waitFor("a", start)).toBe(0);
    expect(waitFor("c", start + 30_000)).toBe(0);
  });
});
