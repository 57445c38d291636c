import type { DeliveryFailure, Place } from "../vocabulary/index.js";

/** When a message is sent again, and when no more. */
export interface RetryRules {
  /** Milliseconds before the first repeat, on average three quarters of it; doubled each time. */
  readonly firstMs: number;
  /** The longest pause, in milliseconds. */
  readonly longestMs: number;
  /** Milliseconds after which a message is given up. */
  readonly giveUpAfterMs: number;
  /** Milliseconds that one send may take; after that nobody knows whether it was taken. */
  readonly deadlineMs: number;
}

/** For a platform that is away for seconds or for hours. */
export const defaultRetry: RetryRules = {
  firstMs: 1_000,
  longestMs: 5 * 60_000,
  giveUpAfterMs: 24 * 60 * 60_000,
  deadlineMs: 10_000,
};

/**
 * Milliseconds to wait after the `attempt`-th failure: exponential, half of it random, so that what failed together
 * does not come back together ("equal jitter", M. Brooker, Exponential Backoff and Jitter, 2015).
 * @param random 0 up to but not including 1.
 */
export function pauseAfter(
  attempt: number,
  { firstMs, longestMs }: Pick<RetryRules, "firstMs" | "longestMs">,
  random: () => number,
): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full / 2 + (full / 2) * random());
}

/** What an error of `send` says of the message; one that says nothing leaves it unknown. */
export function failureOf(error: unknown): DeliveryFailure {
  const { delivery, retryAfter, movedTo } = (
    typeof error === "object" && error !== null ? error : {}
  ) as Record<string, unknown>;
  const known = delivery === "retryable" || delivery === "undeliverable" ? delivery : "unknown";
  return {
    delivery: known,
    ...(typeof retryAfter === "number" && retryAfter > 0 ? { retryAfter } : {}),
    ...(typeof movedTo === "object" && movedTo !== null ? { movedTo: movedTo as Place } : {}),
  };
}

/** The error in words for staff, short, and without the address that platforms like to put into it. */
export function describe(error: unknown, place: Place): string {
  let words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  for (const secret of [place.address, place.thread, ...Object.values(place.details ?? {})])
    if (secret) words = words.replaceAll(secret, "…");
  return words.slice(0, 300);
}
