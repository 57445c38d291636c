import { readUrl } from "../../src/text/index.js";
/**
 * Whether a platform's servers and clients accept this address as the target of a button: Telegram and Slack refuse
 * the names of one machine (localhost, 127.0.0.1, a bare host name), which a desk has while it is tried out.
 */
export function isPublicAddress(url: string): boolean {
  const read = readUrl(url);
  if (!read) return false;
  const { protocol, hostname } = read;
  if (protocol !== "http:" && protocol !== "https:") return false;
  const local = /^(?:127\.|10\.|192\.168\.|169\.254\.|0\.|\[)|^172\.(?:1[6-9]|2\d|3[01])\./u.test(hostname);
  return hostname.includes(".") && !local && !hostname.endsWith(".localhost");
}
