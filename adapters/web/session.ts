import { createHash, randomBytes } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";

/** The guest's session: address and sender in one. */
export interface WebSession {
  readonly id: string;
  /** The request brought none: its answer must set the cookie. */
  readonly fresh: boolean;
}

/**
 * The guest's session: 256 random bits in a cookie. Whoever knows it reads the conversation, so no script can read it
 * and no other site can have it sent. It is renewed with each message and lasts as long as the desk keeps that: while
 * there is something to read, the guest can read it.
 *
 * Without it the desk could not tell whose conversation to show and where to put the answer, which is all that the
 * guest asked for by writing. So it is strictly necessary for the service that the guest expressly wants and needs no
 * consent (§ 25 (2) no. 2 TDDDG). Nothing else is kept in the browser.
 *
 * In a page of another site (the widget, `?embedded=1`) a cookie with SameSite=Strict is never sent, and the chat
 * would forget its guest with each request. There, and only over https, it is one with SameSite=None that is
 * partitioned (CHIPS): the browser keeps one for each site that embeds the chat and shows it to none of the others,
 * so that it cannot follow anybody from site to site, and browsers that block third-party cookies still take it. It is
 * just as necessary there, and for the same reason. What SameSite no longer wards off, `saysOwnPage` and
 * `fromOwnPage` do. Over plain http browsers refuse such a cookie; the ordinary one then serves embedding pages of the
 * same site, as on a developer's machine.
 *
 * @param days for which the desk keeps what was said.
 */
export function sessionCookies(secure: boolean, days: number) {
  const maxAge = Math.min(days, longestDays) * 24 * 60 * 60;
  const page = {
    // With the prefix a browser refuses a cookie that a neighbouring subdomain planted (RFC 6265bis, 4.1.3.2).
    name: secure ? "__Host-nahtstelle" : "nahtstelle",
    attributes: { httpOnly: true, sameSite: "Strict", path: "/", secure },
  } as const;
  const embedded = {
    name: "__Host-nahtstelle-embed",
    attributes: { httpOnly: true, sameSite: "None", path: "/", secure: true, partitioned: true },
  } as const;
  const kindFor = (request: Request) =>
    secure && new URL(request.url).searchParams.get("embedded") === "1" ? embedded : page;

  return {
    /**
     * The session of a request, a fresh one where the cookie is missing or malformed. Asked at the first call of the
     * API and not when the page is served: SameSite=Strict keeps the cookie away from a visit by a link on another
     * site, and a fresh one would then cost returning guests their conversation.
     */
    of(request: Request): WebSession {
      const { name } = kindFor(request);
      const given = parse(request.headers.get("cookie") ?? "", name)[name];
      return given !== undefined && wellFormed.test(given)
        ? { id: given, fresh: false }
        : { id: randomBytes(32).toString("base64url"), fresh: true };
    },

    /** The Set-Cookie header that keeps a session. */
    kept(request: Request, id: string): string {
      const { name, attributes } = kindFor(request);
      return serialize(name, id, { ...attributes, maxAge });
    },

    /** The Set-Cookie header after which the browser knows no session any more. */
    dropped(request: Request): string {
      const { name, attributes } = kindFor(request);
      return serialize(name, "", { ...attributes, maxAge: 0 });
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

/** Browsers cut longer ones (RFC 6265bis, 5.5), and the library refuses them. */
const longestDays = 400;
const wellFormed = /^[\w-]{43}$/;
