import { readUrl } from "../../src/text/index.js";
/**
 * Whether a request that changes something was surely sent by our own page (CSRF). Three things must hold: a content
 * type that no HTML form can send, no browser saying that it came from elsewhere, and at least one proof that it did
 * not (Sec-Fetch-Site or Origin; every browser since 2020 sends Origin with a POST).
 */
export function saysOwnPage(request: Request, publicUrl?: URL | string): boolean {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const proven = request.headers.has("sec-fetch-site") || request.headers.has("origin");
  return type === "application/json" && proven && fromOwnPage(request, publicUrl);
}

/** Whether nothing speaks against the request being our own page's. */
export function fromOwnPage(request: Request, publicUrl?: URL | string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  // Host names with port, not schemes: behind a proxy that ends TLS the request arrives as http.
  const own = [request.headers.get("host"), publicUrl ? new URL(publicUrl).host : null];
  const host = readUrl(origin)?.host;
  return host !== undefined && own.includes(host);
}
