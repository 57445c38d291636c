import { type Call, type Context, Refusal } from "./call.js";
import { METHODS } from "./methods.js";
import type { Workspace } from "./world.js";

/** A call as it came in. */
export interface Incoming {
  readonly method: string;
  readonly contentType: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Arguments that a form carries as JSON. */
const JSON_ARGUMENTS = new Set(["blocks", "attachments", "metadata", "view", "files"]);

/** Answers a call as the Web API does: always 200, and `ok` says how it went. */
export function answer(incoming: Incoming, context: Context): Readonly<Record<string, unknown>> {
  try {
    const method = METHODS[incoming.method];
    if (!method) throw new Refusal("unknown_method", { req_method: incoming.method });
    const args = argumentsOf(incoming);
    const token = /^Bearer (\S+)$/u.exec(incoming.authorization ?? "")?.[1] ?? formToken(incoming, args);
    const call: Call = { ...context, args, workspace: workspaceOf(context, method.token, token) };
    const needed = typeof method.scope === "function" ? method.scope(call) : method.scope;
    if (needed !== undefined && !call.workspace.scopes.has(needed))
      throw new Refusal("missing_scope", { needed, provided: [...call.workspace.scopes].join(",") });
    return { ok: true, ...method.run(call) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code, ...error.more };
    throw error;
  }
}

function workspaceOf(
  { world, credentials }: Context,
  kind: "bot" | "app" | "none",
  token: string | undefined,
): Workspace {
  const all = [...world.workspaces.values()];
  const [first] = all;
  if (!first) throw new Error("There is no workspace.");
  if (kind === "none") return first;
  if (token === undefined) throw new Refusal("not_authed");
  if (kind === "app") {
    if (token === credentials.appToken) return first;
    throw new Refusal(token.startsWith("xoxb-") ? "not_allowed_token_type" : "invalid_auth");
  }
  if (token === credentials.appToken) throw new Refusal("not_allowed_token_type");
  const found = all.find(({ botToken }) => botToken === token);
  if (!found) throw new Refusal("invalid_auth");
  if (!found.installed) throw new Refusal("account_inactive");
  return found;
}

function argumentsOf({ contentType, body }: Incoming): Call["args"] {
  const [type] = contentType.split(";", 1);
  if (type === "application/json") {
    try {
      const parsed: unknown = JSON.parse(body);
      if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
    } catch {
      // said below
    }
    throw new Refusal("invalid_json");
  }
  if (type !== "application/x-www-form-urlencoded" && body !== "") throw new Refusal("invalid_form_data");
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => {
      if (!JSON_ARGUMENTS.has(name)) return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        throw new Refusal(name === "blocks" ? "invalid_blocks_format" : "invalid_arguments");
      }
    }),
  );
}

/** In a form the token may stand among the arguments, in JSON it may not. */
function formToken({ contentType }: Incoming, args: Call["args"]): string | undefined {
  const { token } = args;
  return contentType.startsWith("application/json") || typeof token !== "string" ? undefined : token;
}
