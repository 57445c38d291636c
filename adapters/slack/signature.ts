import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that a request may be off, in either direction: Slack's own advice for the past; Bolt forgets the future. */
const TOLERANCE = 300;

/**
 * Whether a request was signed by Slack: HMAC-SHA256 over `v0:timestamp:body` (docs: Verifying requests from Slack).
 * @param body the raw bytes; decoded and encoded again they may be others.
 * @param now milliseconds since 1970.
 */
export function checkSignature(
  headers: Headers,
  body: Uint8Array,
  { secret, now }: { readonly secret: string; readonly now: number },
): "valid" | "signature" | "expired" {
  const timestamp = headers.get("x-slack-request-timestamp") ?? "";
  const signature = headers.get("x-slack-signature") ?? "";
  if (!/^\d{1,12}$/u.test(timestamp)) return "signature";
  const own = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest();
  const theirs = Buffer.from(/^v0=([0-9a-f]{64})$/u.exec(signature)?.[1] ?? "", "hex");
  if (theirs.length !== own.length || !timingSafeEqual(theirs, own)) return "signature";
  return Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE ? "valid" : "expired";
}
