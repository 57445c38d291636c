import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestOrigin } from "../vocabulary/index.js";
import { type Refusal, refusal } from "./answers.js";

/**
 * Whether a request may pass: it comes from this machine, not by way of a proxy or a web page, and knows the token. Behind
 * a reverse proxy everything seems to come from here, so what was forwarded is refused.
 * @returns null, or how it is refused
 */
export function refuses(token: string, { headers }: Request, from: RequestOrigin): Refusal | null {
  if (!LOOPBACK.test(from.remoteAddress)) return refusal(403, "not-local");
  for (const [name] of headers) if (FORWARDED.test(name)) return refusal(403, "not-local");
  const [, given] = /^Bearer ([\w-]{1,200})$/iu.exec(headers.get("authorization") ?? "") ?? [];
  return given !== undefined && isSame(given, token) ? null : refusal(401, "token");
}

const LOOPBACK = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/iu;

/** What proxies add, and what only browsers send. */
const FORWARDED =
  /^(?:x-forwarded(?:-.+)?|forwarded|x-real-ip|via|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|x-original-.+|origin|sec-fetch-site)$/iu;

/** Takes as long wherever the two differ, however long they are. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
