import { expect, it } from "vitest";
import type { BotApi } from "../../../adapters/telegram/bot-api.js";
import { ApiFailure, type Said } from "../../../adapters/telegram/failure.js";
import { poll } from "../../../adapters/telegram/polling.js";

it("does not ask without a break where a server does not wait", async () => {
  const pauses: number[] = [];
  let go = (): void => {};
  const polling = poll({
    api: { updates: async () => [] } as unknown as BotApi,
    take: async () => {},
    unreadable: () => {},
    trouble: () => {},
    clock: { now: () => 0 },
    pause: async (ms) => {
      pauses.push(ms);
      await new Promise<void>((resolve) => {
        go = resolve;
      });
    },
  });
  await expect.poll(() => pauses).toEqual([500]);
  go();
  await expect.poll(() => pauses).toEqual([500, 500]);
  const stopping = polling.stop();
  go();
  await stopping;
});

it("waits longer after each failure, and as long as Telegram asks", async () => {
  const answers: Said[] = [
    { code: 502, description: "Bad Gateway" },
    { code: 502, description: "Bad Gateway" },
    { code: 429, description: "Too Many Requests", retryAfter: 90_000 },
    ...Array.from({ length: 6 }, (): Said => ({ code: null, lost: "unreachable" })),
  ];
  const pauses: number[] = [];
  const polling = poll({
    api: {
      async updates() {
        const said = answers.shift();
        if (said) throw new ApiFailure("getUpdates", said);
        return new Promise(() => {});
      },
    } as unknown as BotApi,
    take: async () => {},
    unreadable: () => {},
    trouble: () => {},
    clock: { now: () => 0 },
    pause: async (ms) => void pauses.push(ms),
  });
  await expect.poll(() => pauses).toEqual([250, 500, 90_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  void polling.stop();
});
