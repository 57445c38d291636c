import { createHash } from "node:crypto";
import type { Markup } from "./rich-text.js";

/**
 * A text with a tag over its content (RFC 9110, 8.8.3): who has it already is told so with 304. It is asked for each
 * time, so that a change of intents/ shows at once.
 */
export function answer(
  request: Request,
  text: string,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const all = { "cache-control": "no-cache", ...headers, etag };
  return status === 200 && known(request.headers.get("if-none-match"), etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { status, headers: all });
}

/** A page; its language may depend on what the browser prefers. */
export async function answerPage(
  request: Request,
  page: Markup,
  language: string,
  status = 200,
): Promise<Response> {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    vary: "accept-language",
  };
  return answer(request, String(await page), headers, status);
}

/** A page about what somebody wrote: no cache on the way keeps it, nor the browser's own. */
export async function privatePage(page: Markup, language: string, status = 200): Promise<Response> {
  const headers = {
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    "x-robots-tag": "noindex",
  };
  return new Response(String(await page), { status, headers });
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2): proxies that compress mark a tag as weak. */
function known(header: string | null, etag: string): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
