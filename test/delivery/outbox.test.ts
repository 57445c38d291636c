import { describe, expect, it } from "vitest";
import { createOutbox } from "../../src/delivery/outbox.js";
import { defaultRetry } from "../../src/delivery/retry.js";
import { message, NOW, privatePlace, say, setClock, storeAt, temporaryFile, turn } from "../store/setup.js";
import { fakeChannel, fakeTime } from "./setup.js";

describe("the outbox", () => {
  it("sends a message once and in its order, however often and in whatever order it hears of it", async () => {
    const store = await storeAt(temporaryFile(), setClock(NOW));
    const { messages } = await turn(store, message("1"), {
      say: [0, 1, 2, 3].map((n) => say(privatePlace(), `1.${n}`)),
    });
    const time = fakeTime(async () => {});
    const channel = fakeChannel("web", time.now);
    const rested = new Promise<void>((resolve) => {
      const outbox = createOutbox({
        store,
        channels: new Map([["web", channel]]),
        retry: defaultRetry,
        clock: time,
        timers: time.timers,
        random: () => 0.5,
        log: { info() {}, warn() {}, error() {} },
        rested: () => outbox.idle() && resolve(),
      });
      for (const [from, to] of [
        [2, 4],
        [1, 3],
        [0, 4],
        [3, 4],
      ])
        outbox.add(messages.slice(from, to));
      outbox.open();
    });
    await rested;
    expect(channel.taken.map((one) => one.message.id)).toEqual(["1.0", "1.1", "1.2", "1.3"]);
  });
});
