import { expect } from "vitest";
import { signed } from "../servers/slack/index.js";
import type { SlackDesk } from "./slack-desk.js";

/** Stands in every refused request: none of it may get into the log. */
const CONTENT = "Streng vertraulich 4711";
const TOO_LARGE = 1_000_000;
/** At once; a desk that is flooded answers all the same. */
const AT_ONCE = 20;

interface Forgery {
  readonly kind: string;
  readonly status: readonly number[];
  request(secret: string, at: number): { readonly body: string; readonly headers: Record<string, string> };
}

const event = JSON.stringify({
  type: "event_callback",
  team_id: "T0OFFICE",
  event_id: "Ev0FORGED",
  event: { type: "message", channel_type: "im", channel: "D1", user: "U1", ts: "1.1", text: CONTENT },
});

/** Signed rightly, at this many seconds from now. */
const rightly =
  (body: string, offset = 0): Forgery["request"] =>
  (secret, at) => ({ body, headers: signed(secret, body, at + offset) });

const FORGERIES: readonly Forgery[] = [
  { kind: "unsigned", status: [401], request: () => ({ body: event, headers: {} }) },
  {
    kind: "signed with another secret",
    status: [401],
    request: (secret, at) => ({ body: event, headers: signed(`not ${secret}`, event, at) }),
  },
  {
    kind: "changed after it was signed",
    status: [401],
    request: (secret, at) => ({ body: event.replace("D1", "D2"), headers: signed(secret, event, at) }),
  },
  {
    kind: "signed with a time that is none",
    status: [401],
    request: (secret, at) => ({
      body: event,
      headers: { ...signed(secret, event, at), "x-slack-request-timestamp": "yesterday" },
    }),
  },
  { kind: "more than five minutes old", status: [401], request: rightly(event, -310) },
  { kind: "more than five minutes ahead", status: [401], request: rightly(event, 310) },
  {
    kind: "oversized",
    status: [413],
    request: rightly(JSON.stringify({ type: "event_callback", text: CONTENT.padEnd(TOO_LARGE) })),
  },
  { kind: "malformed", status: [400], request: rightly(`{"text":"${CONTENT}`) },
  ...["{}", "null", "[]", "5", '""', `["${CONTENT}"]`].map(
    (body): Forgery => ({ kind: `signed ${body}`, status: [400], request: rightly(body) }),
  ),
];

/** So many requests of each kind are refused and counted, nothing of them is stored or logged, and the desk goes on. */
export async function refuseForgeries(slackDesk: SlackDesk, ofEach: number): Promise<void> {
  const { slack } = slackDesk;
  const url = `${slackDesk.desk().url}/slack/events`;
  const before = await refusals(slackDesk);
  const work = FORGERIES.flatMap((forgery) => Array.from({ length: ofEach }, () => forgery));
  const wrong: string[] = [];
  const worker = async (): Promise<void> => {
    for (let forgery = work.pop(); forgery; forgery = work.pop()) {
      const { body, headers } = forgery.request(slack.signingSecret, Math.floor(Date.now() / 1_000));
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      if (!forgery.status.includes(response.status)) wrong.push(`${forgery.kind}: ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(wrong).toEqual([]);
  expect((await refusals(slackDesk)) - before).toBe(FORGERIES.length * ofEach);
  expect(slackDesk.desk().output()).not.toContain(CONTENT);
  expect(slackDesk.desk().output()).not.toContain(slack.signingSecret);
}

async function refusals(slackDesk: SlackDesk): Promise<number> {
  const { refused } = await slackDesk.health();
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}
