import { LogLevel, WebClient } from "@slack/web-api";

/** Milliseconds that a call may take; the SDK alone would wait for ever. */
const TIMEOUT = 10_000;

/** Calls a method of the Web API once. Rejects with the SDK's errors. */
export type Call = (method: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;

/**
 * The Web API with one token; loaded only when the channel starts. The outbox alone repeats and waits, so the SDK's own
 * retries and its waiting out of rate limits are off.
 * @param token null for the methods that need none.
 * @param apiUrl null: Slack's own.
 */
export function connect(token: string | null, apiUrl: string | null): Call {
  const client = new WebClient(token ?? undefined, clientOptions(apiUrl));
  return async (method, args) => ({ ...(await client.apiCall(method, args)) });
}

/** What every client of the SDK is made with. */
export function clientOptions(apiUrl: string | null) {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    logger: silent(),
    allowAbsoluteUrls: false,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/` }),
  };
}

/** The SDK's log quotes requests and answers; what matters of them the channel says itself. */
export function silent() {
  const nothing = (): void => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.ERROR,
  };
}
