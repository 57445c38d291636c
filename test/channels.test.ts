import { describe, expect, it } from "vitest";
import { createChannels } from "../src/channels.js";
import { systemTimers } from "../src/delivery/index.js";
import type { Channel, Desk } from "../src/vocabulary/index.js";
import { testDesk } from "./adapters/desk-setup.js";

/** Waits that a test ends at once, each with how long it would have been. */
function impatience() {
  const pauses: number[] = [];
  return {
    pauses,
    timers: {
      ...systemTimers,
      setTimeout(callback: () => void, ms: number) {
        pauses.push(ms);
        return systemTimers.setTimeout(callback, 0);
      },
    },
  };
}

function channel(name: Channel["name"], start: (desk: Desk) => Promise<void>): Channel {
  return {
    name,
    can: { edit: false, remove: false, threads: false, typing: false, files: false },
    start,
    send: async () => ({ id: "" }),
    stop: async () => {},
  };
}

function channelsOf(...channels: Channel[]) {
  const { pauses, timers } = impatience();
  const logged: string[] = [];
  const started = createChannels({
    channels,
    desk: () => testDesk(),
    timers,
    random: () => 0.5,
    log: { info() {}, warn: (what) => void logged.push(what), error: (what) => void logged.push(what) },
  });
  return { started, pauses, logged };
}

describe("the channels", () => {
  it("start whatever the others do, and health says which one did not", async () => {
    let webStarted = false;
    const { started } = channelsOf(
      channel("telegram", async () => {
        throw new Error("no such token");
      }),
      channel("web", async () => {
        webStarted = true;
      }),
    );
    await started.start();
    expect(webStarted).toBe(true);
    expect(started.health()).toEqual({
      telegram: { trouble: "It did not start: no such token", refused: {} },
      web: { trouble: null, refused: {} },
    });
  });

  it("try again and again, less and less often, and are well when it works", async () => {
    let attempts = 0;
    let resolve = (): void => {};
    const worked = new Promise<void>((done) => {
      resolve = done;
    });
    const { started, pauses } = channelsOf(
      channel("slack", async (desk) => {
        desk.keepTrying("Slack", async () => {
          attempts += 1;
          if (attempts === 3) expect(started.health().slack?.trouble).toBe("Slack: not yet");
          if (attempts < 9) throw new Error("not yet");
          setImmediate(resolve);
        });
      }),
    );
    await started.start();
    await worked;
    expect(pauses).toEqual([750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000]);
    expect(started.health().slack?.trouble).toBeNull();
  });

  it("are not well because something else of them works", async () => {
    const { started } = channelsOf(
      channel("slack", async (desk) => {
        desk.trouble("no token");
        desk.keepTrying("commands", async () => {});
      }),
    );
    await started.start();
    await new Promise(setImmediate);
    expect(started.health().slack?.trouble).toBe("no token");
  });

  it("give up trying when the desk closes", async () => {
    let attempts = 0;
    let signal: AbortSignal | undefined;
    const { started } = channelsOf(
      channel("slack", async (desk) => {
        desk.keepTrying("Slack", (given) => {
          attempts += 1;
          signal = given;
          return new Promise((_, reject) =>
            given.addEventListener("abort", () => reject(new Error("closed"))),
          );
        });
      }),
    );
    await started.start();
    await started.stop();
    await new Promise(setImmediate);
    expect([attempts, signal?.aborted]).toEqual([1, true]);
    expect(started.health().slack?.trouble).toBeNull();
  });

  it("count what they refused, by reason", async () => {
    const { started } = channelsOf(
      channel("teams", async (desk) => {
        for (const reason of ["token", "token", "malformed"]) desk.refused(reason);
      }),
    );
    await started.start();
    expect(started.health().teams?.refused).toEqual({ token: 2, malformed: 1 });
  });
});
