import { createHmac } from "node:crypto";
import type { Payload, Transport } from "./deliveries.js";

/** The headers that Slack signs a request with. @param at seconds since 1970. */
export function signed(secret: string, body: string, at: number): Record<string, string> {
  const hash = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(at), "x-slack-signature": `v0=${hash}` };
}

/** Events as JSON, buttons as a form with JSON in it, slash commands as a form. */
export function encoded({ kind, body }: Payload): { readonly contentType: string; readonly text: string } {
  if (kind === "events_api") return { contentType: "application/json", text: JSON.stringify(body) };
  const fields =
    kind === "interactive" ? { payload: JSON.stringify(body) } : (body as Record<string, string>);
  return {
    contentType: "application/x-www-form-urlencoded",
    text: new URLSearchParams(fields).toString(),
  };
}

/** Signed requests to the app's address. */
export function overHttp(options: {
  readonly target: () => string | null;
  readonly secret: string;
  readonly ackWithinMs: number;
  readonly now: () => number;
}): Transport {
  return {
    async send(payload, retry) {
      const target = options.target();
      if (target === null) return { reason: "connection_failed" };
      const { contentType, text } = encoded(payload);
      try {
        const response = await fetch(target, {
          method: "POST",
          body: text,
          redirect: "manual",
          headers: {
            "content-type": contentType,
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            ...signed(options.secret, text, Math.floor(options.now() / 1_000)),
            ...(retry
              ? { "x-slack-retry-num": String(retry.num), "x-slack-retry-reason": retry.reason }
              : {}),
          },
          signal: AbortSignal.timeout(options.ackWithinMs),
        });
        const answer = await response.text();
        return response.ok ? { acknowledged: true, answer } : { reason: "http_error" };
      } catch (error) {
        const late = error instanceof Error && error.name === "TimeoutError";
        return { reason: late ? "http_timeout" : "connection_failed" };
      }
    },
  };
}
