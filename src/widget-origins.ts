import { readUrl } from "./text/index.js";
/**
 * Reads the list of origins whose pages may show the chat in a frame: separated by spaces or commas, https, or http on
 * this machine, there also with `*` for any port. Null where one of them is something else.
 */
export function readWidgetOrigins(list: string): readonly string[] | null {
  const origins = list.split(/[\s,]+/).filter(Boolean);
  const read = origins.map(originOf);
  const valid = read.filter((origin) => origin !== null);
  return valid.length === read.length ? [...new Set(valid)] : null;
}

/**
 * What is said of the widget at the start, in one line.
 * @param publicUrl where guests reach the desk.
 */
export function describeWidget(origins: readonly string[], publicUrl: string): string {
  if (origins.length === 0) return "Widget: off. Name the web sites that may show it in WIDGET_ORIGINS.";
  const { protocol, hostname } = new URL(publicUrl);
  const insecure = protocol === "http:" && !isLocal(hostname);
  return `Widget: allowed on ${origins.join(", ")}.${
    insecure ? " It needs PUBLIC_URL with https, or it forgets its guests." : ""
  }`;
}

function originOf(written: string): string | null {
  // A browser reads "*" for the port in a policy, the URL parser does not.
  const anyPort = /:\*\/?$/.test(written);
  const plain = anyPort ? written.replace(/:\*\/?$/, "") : written;
  const url = readUrl(plain);
  if (!url) return null;
  const { protocol, hostname, origin, href, username, password } = url;
  // What a policy or a header would read as something else never gets there.
  if (href !== `${origin}/` || username || password || !/^[a-z\d.-]+$/.test(hostname)) return null;
  if (protocol === "http:" && isLocal(hostname)) return anyPort ? `${origin}:*` : origin;
  return protocol === "https:" && !anyPort ? origin : null;
}

function isLocal(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1";
}
