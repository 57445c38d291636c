import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPace } from "../../src/delivery/pace.js";
import type { Place, Rate } from "../../src/vocabulary/index.js";

const chat = (address: string, more: Partial<Place> = {}): Place => ({
  channel: "telegram",
  scope: "private",
  address,
  ...more,
});

describe("the pace of a platform", () => {
  it("lets as many through as are published, and the next one when the first is out of the window", () => {
    const pace = createPace([{ most: 2, withinMs: 1_000, of: "chat" }]);
    pace.note(chat("a"), 0);
    pace.note(chat("a"), 400);
    expect(pace.waitFor(chat("a"), 500)).toBe(500);
    expect(pace.waitFor(chat("b"), 500)).toBe(0);
    expect(pace.waitFor(chat("a"), 1_000)).toBe(0);
  });

  it("counts all threads of a chat together", () => {
    const pace = createPace([{ most: 1, withinMs: 1_000, of: "chat" }]);
    pace.note(chat("room", { scope: "room", thread: "1" }), 0);
    expect(pace.waitFor(chat("room", { scope: "room", thread: "2" }), 1)).toBe(999);
  });

  it("counts only for places of the rate's scope", () => {
    const pace = createPace([{ most: 1, withinMs: 1_000, of: "chat", scope: "room" }]);
    pace.note(chat("a"), 0);
    expect(pace.waitFor(chat("a"), 0)).toBe(0);
  });

  it("keeps a chat silent for as long as the platform asked", () => {
    const pace = createPace([]);
    pace.pause(chat("a"), 5_000);
    pace.pause(chat("a"), 2_000);
    expect(pace.waitFor(chat("a"), 1_000)).toBe(4_000);
    expect(pace.waitFor(chat("b"), 1_000)).toBe(0);
  });

  it("never lets more through than any rate allows, whatever the chats and times", () => {
    const rates: Rate[] = [
      { most: 3, withinMs: 1_000, of: "chat" },
      { most: 5, withinMs: 1_000, of: "channel" },
      { most: 8, withinMs: 10_000, of: "chat" },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.record({ address: fc.constantFrom("a", "b", "c"), after: fc.nat(400) }), {
          maxLength: 80,
        }),
        (tries) => {
          const pace = createPace(rates);
          const sent: { address: string; at: number }[] = [];
          let now = 0;
          for (const { address, after } of tries) {
            now += after;
            if (pace.waitFor(chat(address), now) > 0) continue;
            pace.note(chat(address), now);
            sent.push({ address, at: now });
          }
          for (const { most, withinMs, of } of rates)
            for (const { address, at } of sent) {
              const within = sent.filter(
                (one) =>
                  one.at >= at && one.at < at + withinMs && (of === "channel" || one.address === address),
              );
              expect(within.length).toBeLessThanOrEqual(most);
            }
        },
      ),
    );
  });
});
