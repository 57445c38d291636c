import { createHash, randomBytes } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";

/**
 * The guest's session: 256 random bits in a cookie, address and sender in one. Whoever knows it reads the
 * conversation, so no script can read it and no other site can have it sent. Nothing else is kept in the browser
 * (§ 25 (2) no. 2 TDDDG: strictly necessary). It is not renewed: after 30 days a new conversation begins.
 */
export function sessionCookies(secure: boolean) {
  // With the prefix a browser refuses a cookie that a neighbouring subdomain planted (RFC 6265bis, 4.1.3.2).
  const name = secure ? "__Host-nahtstelle" : "nahtstelle";
  return {
    /**
     * The session of a request, a fresh one where the cookie is missing or malformed. Asked at the first call of the
     * API and not when the page is served: SameSite=Strict keeps the cookie away from a visit by a link on another
     * site, and a fresh one would then cost returning guests their conversation.
     */
    of(request: Request): { readonly id: string; readonly fresh: boolean } {
      const given = parse(request.headers.get("cookie") ?? "", name)[name];
      return given !== undefined && wellFormed.test(given)
        ? { id: given, fresh: false }
        : { id: randomBytes(32).toString("base64url"), fresh: true };
    },
    header(id: string): string {
      return serialize(name, id, {
        httpOnly: true,
        sameSite: "Strict",
        path: "/",
        secure,
        maxAge: thirtyDays,
      });
    },
  };
}

/**
 * A name of the session that tells nothing about it. The page compares the one of its stream with the one of its
 * last message: they differ when two tabs each got a session at the same moment, or when the cookie was deleted.
 */
export function sessionTag(session: string): string {
  return createHash("sha256").update(`tag:${session}`).digest("base64url").slice(0, 16);
}

const thirtyDays = 30 * 24 * 60 * 60;
const wellFormed = /^[\w-]{43}$/;
