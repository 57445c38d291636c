import type { Desk, RequestHandler } from "../../src/vocabulary/index.js";
import { checkSignature } from "./signature.js";
import type { Taken } from "./take.js";

/**
 * `POST /slack/events`: events, pressed buttons and the slash command. Bolt's HTTPReceiver is not used for it: it takes
 * requests from the future, hangs on a signed `null`, and answers `[]` and `{}` with 200.
 */
export function eventsHandler(
  desk: Desk,
  signingSecret: string,
  take: (body: unknown) => Promise<Taken>,
): RequestHandler {
  const refuse = (status: 400 | 401, reason: string): Response => {
    desk.refused(reason);
    return new Response(null, { status });
  };

  return async (request) => {
    const raw = new Uint8Array(await request.arrayBuffer());
    const form = formOf(request.headers, raw);
    // Slack asks now and then whether the certificate is good, without a signature
    if (form?.get("ssl_check") === "1") return new Response(null, { status: 200 });
    const checked = checkSignature(request.headers, raw, { secret: signingSecret, now: desk.clock.now() });
    if (checked !== "valid") return refuse(401, checked);
    const body = form === null ? parsed(text(raw)) : bodyOf(form);
    if (body === undefined) return refuse(400, "malformed");
    try {
      const taken = await take(body);
      if (taken.result === "refused") return new Response(null, { status: 400 });
      if (taken.challenge !== undefined) return Response.json({ challenge: taken.challenge });
      if (taken.reply !== undefined) return Response.json({ response_type: "ephemeral", text: taken.reply });
      return new Response(null, { status: 200 });
    } catch (error) {
      desk.log.warn("an event from Slack was not taken; Slack sends it again", {
        error: error instanceof Error ? error.name : "unknown",
      });
      return new Response(null, { status: 500 });
    }
  };
}

function formOf(headers: Headers, raw: Uint8Array): URLSearchParams | null {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  return type === "application/x-www-form-urlencoded" ? new URLSearchParams(text(raw) ?? "") : null;
}

/** An interaction is JSON in a field of its own, a command is the form itself. */
function bodyOf(form: URLSearchParams): unknown {
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : parsed(payload);
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function text(raw: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
}
