import type { Place } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";

/**
 * What went wrong in a call: Telegram said no (`code`), or there was no readable answer (`lost`).
 * Built from the parts that can be shown: errors of the SDK carry the token (the address of the call) and the payload.
 */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";

  constructor(
    readonly method: string,
    readonly said: Said,
  ) {
    super(
      `${method}: ${said.code === null ? LOST[said.lost] : `${said.code} ${harmless(said.description)}`}`,
    );
  }
}

export type Said =
  | {
      readonly code: number;
      /** Telegram's own words. May quote what was sent: never shown as it is. */
      readonly description: string;
      /** Milliseconds. */
      readonly retryAfter?: number;
      /** The chat's new id. */
      readonly migratedTo?: string;
    }
  | { readonly code: null; readonly lost: keyof typeof LOST };

const LOST = {
  unreachable: "Telegram could not be reached",
  "timed-out": "no answer in time",
  broken: "the connection broke",
  unreadable: "the answer could not be read",
} as const;

/** What an outbox must know of a failed call to `to`. */
export function sendFailure(error: unknown, to: Place): SendFailure {
  if (error instanceof SendFailure) return error;
  // A fault of our own after the call may have gone out: it cannot be known.
  if (!(error instanceof ApiFailure)) return new SendFailure("unknown", "Telegram: an unexpected error");
  const { said, message } = error;
  if (said.code === null)
    return new SendFailure(said.lost === "unreachable" ? "retryable" : "unknown", message);
  if (said.migratedTo !== undefined) {
    // A group without topics became a supergroup: its thread, if any, is none there.
    const { thread: _, ...rest } = to;
    return new SendFailure("retryable", message, { movedTo: { ...rest, address: said.migratedTo } });
  }
  if (said.code >= 500) return new SendFailure("unknown", message);
  const { retryAfter } = said;
  if (RETRYABLE.has(said.code))
    return new SendFailure("retryable", message, retryAfter === undefined ? {} : { retryAfter });
  return new SendFailure("undeliverable", message);
}

/** A token that is being changed (401; a malformed one gives 404), another who interferes, too much at once. */
const RETRYABLE: ReadonlySet<number> = new Set([401, 404, 409, 420, 429]);

/** Whether Telegram refused with words like these. */
export function refusedWith(error: unknown, words: RegExp): boolean {
  return (
    error instanceof ApiFailure &&
    error.said.code !== null &&
    error.said.code < 500 &&
    words.test(error.said.description)
  );
}

/** Telegram does not know the token: 401, and 404 for one that cannot be one, or at an address that is not Telegram's. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof ApiFailure && (error.said.code === 401 || error.said.code === 404);
}

/** The server refuses the call as such, or answers what is none of Telegram's answers: trying again changes nothing. */
export function isNotUnderstood(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false;
  const { said } = error;
  return said.code === null ? said.lost === "unreadable" : said.code === 400 || said.code === 404;
}

/** Without what is quoted (it may be a guest's) and without long numbers (ids of chats). */
function harmless(description: string): string {
  return description
    .slice(0, 200)
    .replace(/(["'«“]).*(?:["'»”]|$)/gsu, "…")
    .replace(/\S+:\/\/\S+/gu, "…")
    .replace(/-?\d{6,}/gu, "…")
    .replace(/\s+/gu, " ");
}
