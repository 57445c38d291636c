import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRetry, describe as describeError, failureOf, pauseAfter } from "../../src/delivery/retry.js";
import { createAlarm } from "../../src/delivery/wake.js";
import { NOW, privatePlace } from "../store/setup.js";
import { fakeTime } from "./setup.js";

describe("the pause before a repeat", () => {
  it("grows from half a second to five minutes and is never longer, never negative", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const pause = pauseAfter(attempt, defaultRetry, () => random);
          expect(pause).toBeGreaterThanOrEqual(500);
          expect(pause).toBeLessThanOrEqual(300_000);
          expect(pauseAfter(attempt + 1, defaultRetry, () => random)).toBeGreaterThanOrEqual(pause);
        },
      ),
    );
  });
});

describe("what an error of a channel means", () => {
  it.each([
    [{ delivery: "retryable" }, { delivery: "retryable" }],
    [
      { delivery: "retryable", retryAfter: 5 },
      { delivery: "retryable", retryAfter: 5 },
    ],
    [
      { delivery: "unknown", retryAfter: 5 },
      { delivery: "unknown", retryAfter: 5 },
    ],
    [{ delivery: "undeliverable" }, { delivery: "undeliverable" }],
    [{ delivery: "retryable", retryAfter: "5" }, { delivery: "retryable" }],
    [{ delivery: "retryable", retryAfter: -1 }, { delivery: "retryable" }],
    [{ delivery: "later" }, { delivery: "unknown" }],
    [new Error("reset"), { delivery: "unknown" }],
    [null, { delivery: "unknown" }],
    [undefined, { delivery: "unknown" }],
    ["reset", { delivery: "unknown" }],
  ])("%j is %j", (error, failure) => {
    expect(failureOf(error)).toEqual(failure);
  });

  it("is told to staff shortly and without the address", () => {
    const place = { ...privatePlace(), thread: "T1-99", details: { serviceUrl: "https://one.example" } };
    const error = new TypeError(`no chat-of-anna in T1-99 at https://one.example ${"x".repeat(999)}`);
    const words = describeError(error, place);
    expect(words).toMatch(/^TypeError: no … in … at … x+$/);
    expect(words).toHaveLength(300);
  });
});

describe("an alarm", () => {
  const setUp = () => {
    const time = fakeTime(async () => {});
    const rung: number[] = [];
    const alarm = createAlarm(time, time.timers, () => rung.push(time.now() - NOW));
    return { time, rung, alarm };
  };

  it("rings once, at the earliest time that was asked for", async () => {
    const { time, rung, alarm } = setUp();
    for (const ms of [500, 200, 300]) alarm.at(NOW + ms);
    await time.pass(1000);
    expect(rung).toEqual([200]);
    alarm.at(NOW + 1500);
    alarm.at(Number.POSITIVE_INFINITY);
    await time.pass(1000);
    expect(rung).toEqual([200, 1500]);
  });

  it("does not ring after it was cleared", async () => {
    const { time, rung, alarm } = setUp();
    alarm.at(NOW + 500);
    alarm.clear();
    await time.pass(1000);
    expect(rung).toEqual([]);
  });

  it("waits longer than a timer can, and goes by the clock where a timer is early", async () => {
    const { time, rung, alarm } = setUp();
    alarm.at(NOW + 40 * 86_400_000);
    await time.pass(40 * 86_400_000 - 1);
    expect(rung).toEqual([]);
    await time.pass(1);
    expect(rung).toEqual([40 * 86_400_000]);

    const early = {
      setTimeout: (callback: () => void, ms: number) => time.timers.setTimeout(callback, Math.ceil(ms / 2)),
    };
    const other = createAlarm(time, { ...time.timers, ...early }, () => rung.push(time.now() - NOW));
    other.at(time.now() + 100);
    await time.pass(99);
    expect(rung).toHaveLength(1);
    await time.pass(1);
    expect(rung).toHaveLength(2);
  });
});
