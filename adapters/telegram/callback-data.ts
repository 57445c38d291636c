import { createHash } from "node:crypto";
import type { ActionId } from "../../src/vocabulary/index.js";
import { LIMITS } from "./bot-api.js";

/** Beginning of the key in the channel's memory under which a long action's name is kept. */
export const LONG_ACTION = "action:";

/**
 * What a button carries: the action's name, or where that is longer than Telegram's 64 bytes a hash, under which the
 * name is kept in the channel's memory. The same name always gives the same hash, so it is kept once.
 */
export function callbackData(action: ActionId): string {
  const bytes = Buffer.byteLength(action);
  if (bytes > 0 && bytes <= LIMITS.callbackData && !isHash(action)) return action;
  return `#${createHash("sha256").update(action).digest("base64url")}`;
}

/** Whether a button's data stand for a longer name. */
export function isHash(data: string): boolean {
  return /^#[\w-]{43}$/u.test(data);
}
