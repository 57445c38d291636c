/**
 * The same response with the headers that guard a browser. A header that the handler set itself is kept, and a
 * directive of Content-Security-Policy that it set takes the place of ours: a page which is meant to be framed says
 * `frame-ancestors` and keeps the rest.
 */
export function secured(response: Response): Response {
  // A copy, because the headers of some responses (redirects, fetched ones) cannot be changed.
  const guarded = new Response(response.body, response);
  for (const [name, value] of Object.entries(guards)) {
    if (!guarded.headers.has(name)) guarded.headers.set(name, value);
  }
  guarded.headers.set(
    "content-security-policy",
    completePolicy(response.headers.get("content-security-policy")),
  );
  return guarded;
}

function completePolicy(own: string | null): string {
  const directives = new Map(policy.map((directive) => [nameOf(directive), directive]));
  for (const directive of (own ?? "").split(";").map((part) => part.trim()))
    if (directive) directives.set(nameOf(directive), directive);
  return [...directives.values()].join("; ");
}

function nameOf(directive: string): string {
  return (directive.split(/\s/)[0] ?? "").toLowerCase();
}

/** No inline script or style anywhere: injected markup cannot run even where escaping failed. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
];

const guards: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};
