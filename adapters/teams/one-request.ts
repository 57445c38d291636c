import { CallFailure, retryAfter } from "./call-failure.js";

export interface OneRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * One HTTP request to the connector: it is neither repeated nor redirected, and it ends after `timeoutMs`.
 * @returns the body of a good answer, which is JSON or empty.
 * @throws CallFailure
 */
export async function request(
  { url, method, headers, body }: OneRequest,
  timeoutMs: number,
): Promise<string> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    text = await response.text();
  } catch (error) {
    const code = codeOf(error);
    throw new CallFailure({ kind: NEVER_CONNECTED.test(code) ? "unreachable" : "lost", code });
  }
  if (!response.ok) {
    const wait = retryAfter(response.headers.get("retry-after"), Date.now());
    throw new CallFailure({
      kind: "answer",
      status: response.status,
      code: errorCode(text),
      retryAfter: wait,
    });
  }
  if (text.trim() !== "" && parse(text) === undefined)
    throw new CallFailure({ kind: "lost", code: "no JSON" });
  return text;
}

/** Codes of Node, undici and TLS after which not a byte of the message has left this machine. */
const NEVER_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_.+|ERR_TLS_CERT_.+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.+)$/u;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "time-out";
  const { cause } = error;
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  const code = first instanceof Error ? (first as NodeJS.ErrnoException).code : undefined;
  return code ?? error.name;
}

/** The connector's `{ error: { code, message } }`: the code only, since the message may quote what was sent. */
function errorCode(text: string): string | null {
  const body = parse(text) as { error?: { code?: unknown } | null } | null | undefined;
  const code = typeof body === "object" ? body?.error?.code : undefined;
  return typeof code === "string" && /^\w{1,60}$/u.test(code) ? code : null;
}

/** Undefined: it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
