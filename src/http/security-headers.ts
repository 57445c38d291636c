/**
 * The same response with the headers that guard a browser. A header that the handler set itself is kept, so that a
 * page which is meant to be framed can say so.
 */
export function secured(response: Response): Response {
  // A copy, because the headers of some responses (redirects, fetched ones) cannot be changed.
  const guarded = new Response(response.body, response);
  for (const [name, value] of Object.entries(guards)) {
    if (!guarded.headers.has(name)) guarded.headers.set(name, value);
  }
  return guarded;
}

const guards: Readonly<Record<string, string>> = {
  // No inline script or style anywhere: injected markup cannot run even where escaping failed.
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};
