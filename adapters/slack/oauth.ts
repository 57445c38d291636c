import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Desk, RequestHandler } from "../../src/vocabulary/index.js";
import { failureOf } from "./failure.js";
import { page } from "./install-page.js";
import { BOT_SCOPES, PATHS } from "./manifest.js";
import type { Call } from "./web-api.js";
import type { Workspaces } from "./workspaces.js";

export interface OauthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  /** Where guests reach the desk, without a slash at the end. */
  readonly publicUrl: () => string;
  /** The Web API without a token. */
  readonly connect: () => Promise<Call>;
  readonly workspaces: Workspaces;
}

/** Milliseconds between the two requests of an installation. */
const LIFETIME = 10 * 60_000;
const COOKIE = "slack-install";

const granted = z.object({
  access_token: z.string().min(1),
  bot_user_id: z.string().min(1),
  team: z
    .object({ id: z.string().min(1) })
    .loose()
    .nullish(),
  is_enterprise_install: z.boolean().optional(),
});

/**
 * Installation by other workspaces: `/slack/install` sends to Slack's consent page, `/slack/oauth_redirect` exchanges
 * the code for a token. Own code and not the SDK's InstallProvider, which wants Node's request and response and keeps
 * no state but a signed one. The state is signed, expires, is bound to the browser by a cookie and good for once.
 */
export function installationHandlers(
  desk: Desk,
  options: OauthOptions,
): { readonly install: RequestHandler; readonly redirect: RequestHandler } {
  const { clientId, clientSecret, publicUrl, workspaces } = options;
  /** By state, when it is over. */
  const used = new Map<string, number>();
  const redirectUri = (): string => publicUrl() + PATHS.redirect;

  const sign = (value: string): string =>
    createHmac("sha256", clientSecret).update(`install:${value}`).digest("base64url");

  const isOwn = (state: string, now: number): boolean => {
    const [until = "", nonce = "", signature = ""] = state.split(".");
    return same(signature, sign(`${until}.${nonce}`)) && /^\d{1,15}$/u.test(until) && Number(until) > now;
  };

  const cookie = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/slack; HttpOnly; SameSite=Lax; Max-Age=${seconds}${
      publicUrl().startsWith("https:") ? "; Secure" : ""
    }`;

  return {
    install() {
      const open = `${desk.clock.now() + LIFETIME}.${randomBytes(24).toString("base64url")}`;
      const state = `${open}.${sign(open)}`;
      const url = new URL(authorizeUrl(options.apiUrl));
      url.search = new URLSearchParams({
        client_id: clientId,
        scope: BOT_SCOPES.join(","),
        redirect_uri: redirectUri(),
        state,
      }).toString();
      return new Response(null, {
        status: 302,
        headers: {
          location: url.href,
          "set-cookie": cookie(state, LIFETIME / 1000),
          "cache-control": "no-store",
        },
      });
    },

    async redirect(request) {
      const query = new URL(request.url).searchParams;
      const state = query.get("state") ?? "";
      const now = desk.clock.now();
      for (const [old, until] of used) if (until <= now) used.delete(old);
      const bound = same(cookieOf(request), state);
      if (state === "" || !bound || !isOwn(state, now) || used.has(state)) {
        desk.refused("state");
        return page(request, "expired", 400);
      }
      used.set(state, now + LIFETIME);
      const code = query.get("code");
      const cleared = { "set-cookie": cookie("", 0) };
      if (query.get("error") === "access_denied") return page(request, "denied", 200, cleared);
      if (!code) return page(request, "failed", 400, cleared);
      try {
        const call = await options.connect();
        const answer = await call("oauth.v2.access", {
          client_id: clientId,
          client_secret: clientSecret,
          code,
          redirect_uri: redirectUri(),
        });
        const grant = granted.safeParse(answer);
        if (!grant.success) return page(request, "failed", 502, cleared);
        const { team, access_token: token, bot_user_id: self, is_enterprise_install: whole } = grant.data;
        // a token for a whole organisation answers for workspaces that this one does not name
        if (!team || whole) return page(request, "organisation", 400, cleared);
        await workspaces.install({ team: team.id, token, self });
        desk.log.info("a Slack workspace has installed the app");
        return page(request, "installed", 200, cleared);
      } catch (error) {
        desk.log.warn("an installation from Slack failed", {
          why: failureOf("oauth.v2.access", error).message,
        });
        return page(request, "failed", 502, cleared);
      }
    },
  };
}

/** Beside the Web API, which lies under /api. */
function authorizeUrl(apiUrl: string | null): string {
  return apiUrl === null
    ? "https://slack.com/oauth/v2/authorize"
    : `${new URL(apiUrl).origin}/oauth/v2/authorize`;
}

function cookieOf(request: Request): string {
  const all = request.headers.get("cookie") ?? "";
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;\\s]+)`, "u").exec(all)?.[1] ?? "";
}

/** In constant time. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
