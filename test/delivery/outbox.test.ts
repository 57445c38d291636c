import { describe, expect, it } from "vitest";
import { createOutbox, type Outbox } from "../../src/delivery/outbox.js";
import { defaultRetry } from "../../src/delivery/retry.js";
import { message, NOW, privatePlace, say, setClock, storeAt, temporaryFile, turn } from "../store/setup.js";
import { fakeChannel, fakeTime } from "./setup.js";

/** An outbox that is not yet open, and four messages of one decision. */
async function closedOutbox() {
  const store = await storeAt(temporaryFile(), setClock(NOW));
  const { messages } = await turn(store, message("1"), {
    say: [0, 1, 2, 3].map((n) => say(privatePlace(), `1.${n}`)),
  });
  const time = fakeTime(async () => {});
  const channel = fakeChannel("web", time.now);
  let rest = () => {};
  const outbox: Outbox = createOutbox({
    store,
    channels: new Map([["web", channel]]),
    retry: defaultRetry,
    clock: time,
    timers: time.timers,
    random: () => 0.5,
    log: { info() {}, warn() {}, error() {} },
    gaveUp: () => {},
    rested: () => rest(),
  });
  return {
    outbox,
    messages,
    /** What was sent when it has come to rest. */
    async sent(): Promise<string[]> {
      await new Promise<void>((resolve) => {
        rest = () => outbox.idle() && resolve();
        outbox.open();
        rest();
      });
      return channel.taken.map((one) => one.message.id);
    },
  };
}

describe("the outbox", () => {
  it("sends a message once and in its order, however often and in whatever order it hears of it", async () => {
    const { outbox, messages, sent } = await closedOutbox();
    for (const [from, to] of [
      [2, 4],
      [1, 3],
      [0, 4],
      [3, 4],
    ])
      outbox.add(messages.slice(from, to));
    expect(await sent()).toEqual(["1.0", "1.1", "1.2", "1.3"]);
  });

  it("never sends what was erased, whether it hears of that before or after the message", async () => {
    const { outbox, messages, sent } = await closedOutbox();
    const ids = messages.map(({ id }) => id);
    outbox.add(messages.slice(0, 2));
    outbox.drop([ids[0] ?? 0, ids[3] ?? 0]);
    outbox.add(messages.slice(2));
    expect(await sent()).toEqual(["1.1", "1.2"]);
  });

  it("rests when all that it had was erased", async () => {
    const { outbox, messages, sent } = await closedOutbox();
    outbox.add(messages);
    outbox.drop(messages.map(({ id }) => id));
    expect(await sent()).toEqual([]);
  });
});
