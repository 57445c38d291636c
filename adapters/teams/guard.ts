import { readUrl } from "../../src/text/index.js";
import type { RequestOrigin } from "../../src/vocabulary/index.js";
import { type Activity, tenantOf } from "./activity.js";

/** Why an activity is refused; it is counted under this name. */
export type Refused = "not-local" | "channel" | "service-url" | "token" | "tenant";

/**
 * Without credentials nothing proves who speaks, and answers go wherever the activity says: so only a tool on this
 * machine may, one that is answered on this machine. Behind a reverse proxy everything seems to come from here: what was
 * forwarded is refused, and so is what a web page in a browser of this machine sends.
 */
export function refusesLocal(activity: Activity, { headers }: Request, from: RequestOrigin): Refused | null {
  if (!isLoopbackAddress(from.remoteAddress) || !isLoopbackUrl(activity.serviceUrl)) return "not-local";
  for (const [name] of headers) if (FORWARDED.test(name)) return "not-local";
  return LOCAL_CHANNELS.has(activity.channelId) ? null : "channel";
}

/** With credentials: what is refused before the token is looked at. The SDK checks tokens of other channels less well. */
export function refusesChannel(
  { channelId, serviceUrl }: Activity,
  localServiceUrls: boolean,
): Refused | null {
  if (channelId !== "msteams") return "channel";
  return mayBeCalled(serviceUrl, localServiceUrls) ? null : "service-url";
}

/** @param tenants empty: all. */
export function refusesTenant(activity: Activity, tenants: readonly string[]): Refused | null {
  if (tenants.length === 0) return null;
  const tenant = tenantOf(activity)?.toLowerCase();
  return tenants.some((allowed) => allowed.toLowerCase() === tenant) ? null : "tenant";
}

/** Whether a service URL may be written to: with https, or on this machine where that is meant. */
export function mayBeCalled(serviceUrl: string, local: boolean): boolean {
  const url = readUrl(serviceUrl);
  if (!url) return false;
  return url.protocol === "https:" || (local && isLoopbackUrl(serviceUrl));
}

/** Whether a URL leads to this machine, whatever the port. */
export function isLoopbackUrl(url: string): boolean {
  const read = readUrl(url);
  if (!read) return false;
  const { protocol, hostname } = read;
  return /^https?:$/u.test(protocol) && (hostname === "localhost" || isLoopbackAddress(hostname));
}

function isLoopbackAddress(address: string): boolean {
  return /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|\[::1\])$/iu.test(address);
}

const FORWARDED =
  /^(?:x-forwarded(?:-.+)?|forwarded|x-real-ip|via|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|x-original-.+|x-ms-.*client.*|origin|sec-fetch-site)$/iu;

/** What Microsoft's own tools call themselves. */
const LOCAL_CHANNELS = new Set(["msteams", "emulator"]);
