import { expect } from "vitest";
import type { RunningDesk } from "./running-desk.js";
import { SECRET, telegramHealth } from "./telegram-guest.js";

/** In every request that must be refused: what the desk's output must not have. */
const MARK = "Geheim-4711";

const update = JSON.stringify({
  update_id: 1,
  message: {
    message_id: 1,
    date: 1_700_000_000,
    chat: { id: 5, type: "private", first_name: "A" },
    from: { id: 5, is_bot: false, first_name: "A" },
    text: MARK,
  },
});
const KINDS = [
  { name: "no secret", secret: null, body: update, status: 401, reason: "secret" },
  { name: "a wrong secret", secret: `${SECRET}x`, body: update, status: 401, reason: "secret" },
  { name: "an empty object", secret: SECRET, body: "{}", status: 400, reason: "malformed" },
  { name: "null", secret: SECRET, body: "null", status: 400, reason: "malformed" },
  { name: "an array", secret: SECRET, body: "[]", status: 400, reason: "malformed" },
  { name: "a number", secret: SECRET, body: "5", status: 400, reason: "malformed" },
  { name: "no JSON", secret: SECRET, body: `{${MARK}`, status: 400, reason: "malformed" },
  { name: "no body", secret: SECRET, body: "", status: 400, reason: "malformed" },
  {
    name: "an oversized body",
    secret: SECRET,
    body: JSON.stringify({ update_id: 2, text: MARK.repeat(40_000) }),
    status: 413,
    reason: "oversized",
  },
] as const;

/** Sends `times` of each kind of request that must be refused; each is, with the right status, and is counted. */
export async function refuseAll(desk: RunningDesk, times: number): Promise<void> {
  const before = (await telegramHealth(desk)).refused;
  const counts = new Map<string, number>();
  for (const { name, secret, body, status, reason } of KINDS) {
    const statuses = new Set<number>();
    for (let sent = 0; sent < times; sent += 10) {
      const some = Array.from({ length: Math.min(10, times - sent) }, async () => {
        const response = await fetch(`${desk.url}/telegram`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
          },
          body,
        });
        await response.arrayBuffer();
        statuses.add(response.status);
      });
      await Promise.all(some);
    }
    expect([name, ...statuses]).toEqual([name, status]);
    counts.set(reason, (counts.get(reason) ?? 0) + times);
  }
  const after = (await telegramHealth(desk)).refused;
  for (const [reason, count] of counts)
    expect([reason, (after[reason] ?? 0) - (before[reason] ?? 0)]).toEqual([reason, count]);
  expect(desk.output()).not.toContain(MARK);
  expect(desk.output()).not.toContain(SECRET);
}
