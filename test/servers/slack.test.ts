import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { SocketModeClient } from "@slack/socket-mode";
import { LogLevel, WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { type SlackOptions, type SlackServer, startSlackServer } from "./slack/index.js";

const running: SlackServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function started(options: SlackOptions = {}): Promise<{ slack: SlackServer; client: WebClient }> {
  const slack = await startSlackServer({ retries: [0, 10, 10], ackWithinMs: 200, ...options });
  running.push(slack);
  return { slack, client: clientOf(slack) };
}

/** Slack's own client, without its repeats. */
function clientOf(slack: SlackServer, token = slack.office.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 300,
    logger,
  });
}

/** What is tried here goes wrong on purpose. */
const logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** What Slack says: the code, or "ok". */
async function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: { data?: { error?: string } }) => error.data?.error ?? String(error),
  );
}

const section = (text: string) => ({ type: "section" as const, text: { type: "mrkdwn" as const, text } });
const buttons = (count: number, more: object = {}) => ({
  type: "actions" as const,
  elements: Array.from({ length: count }, (_, index) => ({
    type: "button" as const,
    text: { type: "plain_text" as const, text: `B${index}` },
    action_id: `a${index}`,
    ...more,
  })),
});

describe("the Web API of the test server", () => {
  it("asks for a token, and tells a wrong one from one of another kind", async () => {
    const { slack } = await started();
    expect(await outcome(new WebClient(undefined, { slackApiUrl: slack.apiUrl }).auth.test())).toBe(
      "not_authed",
    );
    expect(await outcome(clientOf(slack, "xoxb-wrong").auth.test())).toBe("invalid_auth");
    expect(await outcome(clientOf(slack, slack.appToken).auth.test())).toBe("not_allowed_token_type");
    expect(await clientOf(slack).auth.test()).toMatchObject({ team_id: "T0OFFICE", user_id: "U0BOTOFFICE" });
  });

  it("says which right is missing", async () => {
    const { slack, client } = await started({ scopes: ["chat:write"] });
    const { dm } = slack.guest("anna");
    expect(await outcome(client.chat.postMessage({ channel: dm, text: "x" }))).toBe("ok");
    await expect(client.conversations.history({ channel: dm })).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "im:history", provided: "chat:write" },
    });
  });

  it("posts only where the bot is, and where there is something to post", async () => {
    const { slack, client } = await started();
    const anna = slack.guest("anna");
    const post = (channel: string, text = "x"): Promise<string> =>
      outcome(client.chat.postMessage({ channel, text }));
    expect(await post("C0NOWHERE")).toBe("channel_not_found");
    expect(await post(slack.channel([anna], { withoutBot: true }))).toBe("not_in_channel");
    expect(await post(slack.channel([anna], { withoutBot: true, private: true }))).toBe("channel_not_found");
    expect(await post(anna.dm, "")).toBe("no_text");
    const channel = slack.channel([anna]);
    expect(await post(channel)).toBe("ok");
    slack.office.conversations.get(channel)!.archived = true;
    expect(await post(channel)).toBe("is_archived");
  });

  it("takes as a thread only what is a first message of this channel", async () => {
    const { slack, client } = await started();
    const anna = slack.guest("anna");
    const { ts: root } = await client.chat.postMessage({ channel: anna.dm, text: "root" });
    const reply = await client.chat.postMessage({ channel: anna.dm, text: "reply", thread_ts: root! });
    const post = (thread: string, channel = anna.dm): Promise<string> =>
      outcome(client.chat.postMessage({ channel, text: "x", thread_ts: thread }));
    expect(await post(reply.ts!)).toBe("cannot_reply_to_message");
    expect(await post("1.000001")).toBe("thread_not_found");
    expect(await post(root!, slack.channel([anna]))).toBe("thread_not_found");
    expect(await post(root!)).toBe("ok");
  });

  it.each([
    ["50 blocks", Array.from({ length: 50 }, () => section("x")), "ok"],
    ["51 blocks", Array.from({ length: 51 }, () => section("x")), "invalid_blocks"],
    ["a section of 3,000 characters", [section("x".repeat(3_000))], "ok"],
    ["a section of 3,001 characters", [section("x".repeat(3_001))], "invalid_blocks"],
    ["an empty section", [section("")], "invalid_blocks"],
    [
      "13,201 characters in all",
      [1, 2, 3, 4].map(() => section("x".repeat(3_000))).concat(section("x".repeat(1_201))),
      "msg_blocks_too_long",
    ],
    ["25 buttons", [buttons(25)], "ok"],
    ["26 buttons", [buttons(26)], "invalid_blocks"],
    ["the same action twice", [buttons(2, { action_id: "same" })], "invalid_blocks"],
    [
      "a label of 76 characters",
      [buttons(1, { text: { type: "plain_text", text: "x".repeat(76) } })],
      "invalid_blocks",
    ],
    ["a value of 2,001 characters", [buttons(1, { value: "x".repeat(2_001) })], "invalid_blocks"],
    ["an action of 256 characters", [buttons(1, { action_id: "x".repeat(256) })], "invalid_blocks"],
    ["a button to localhost", [buttons(1, { url: "http://localhost:3978/" })], "invalid_blocks"],
    [
      "a header of 151 characters",
      [{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }],
      "invalid_blocks",
    ],
    [
      "the same block twice",
      [
        { ...section("x"), block_id: "b" },
        { ...section("x"), block_id: "b" },
      ],
      "invalid_blocks",
    ],
    ["an unknown block", [{ type: "carousel" }], "invalid_blocks"],
    [
      "a good rich text",
      [
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_section",
              elements: [{ type: "text", text: "x", style: { bold: true } }],
            },
            {
              type: "rich_text_list",
              style: "bullet",
              elements: [
                {
                  type: "rich_text_section",
                  elements: [{ type: "link", url: "https://a.example", text: "A" }],
                },
              ],
            },
          ],
        },
      ],
      "ok",
    ],
    [
      "an empty text in a rich text",
      [
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "" }] }],
        },
      ],
      "invalid_blocks",
    ],
  ])("takes or refuses %s", async (_, blocks, expected) => {
    const { slack, client } = await started();
    const { dm } = slack.guest("anna");
    const posted = client.chat.postMessage({ channel: dm, text: "x", blocks: blocks as never });
    expect(await outcome(posted)).toBe(expected);
  });

  it("changes and deletes the app's own messages only, and keeps blocks that are not given again", async () => {
    const { slack, client } = await started();
    const anna = slack.guest("anna");
    const { ts } = await client.chat.postMessage({ channel: anna.dm, text: "a", blocks: [section("old")] });
    await client.chat.update({ channel: anna.dm, ts: ts!, text: "b" });
    expect(anna.sees()).toMatchObject([{ text: "old", edited: true }]);
    await client.chat.update({ channel: anna.dm, ts: ts!, text: "b", blocks: [section("new")] });
    expect(anna.sees()).toMatchObject([{ text: "new" }]);
    const hers = anna.write("hello").ts;
    expect(await outcome(client.chat.update({ channel: anna.dm, ts: hers, text: "x" }))).toBe(
      "cant_update_message",
    );
    expect(await outcome(client.chat.delete({ channel: anna.dm, ts: hers }))).toBe("cant_delete_message");
    await client.chat.delete({ channel: anna.dm, ts: ts! });
    expect(anna.sees()).toMatchObject([{ text: "hello" }]);
    expect(await outcome(client.chat.delete({ channel: anna.dm, ts: ts! }))).toBe("message_not_found");
  });

  it("shows metadata in the history to whoever asks for it, replies only in their thread", async () => {
    const { slack, client } = await started();
    const { dm } = slack.guest("anna");
    const metadata = { event_type: "answer", event_payload: { id: "7.0" } };
    const { ts } = await client.chat.postMessage({ channel: dm, text: "a", metadata });
    await client.chat.postMessage({ channel: dm, text: "reply", thread_ts: ts! });
    const all = await client.conversations.history({ channel: dm, include_all_metadata: true });
    expect(all.messages).toMatchObject([{ text: "a", metadata }]);
    const without = await client.conversations.history({ channel: dm });
    expect(without.messages?.[0]).not.toHaveProperty("metadata");
    const thread = await client.conversations.replies({ channel: dm, ts: ts! });
    expect(thread.messages?.map(({ text }) => text)).toEqual(["a", "reply"]);
    const later = await client.conversations.history({ channel: dm, oldest: ts! });
    expect(later.messages).toEqual([]);
  });

  it("gives the history in pages, newest first", async () => {
    const { slack, client } = await started();
    const { dm } = slack.guest("anna");
    for (const text of ["1", "2", "3"]) await client.chat.postMessage({ channel: dm, text });
    const first = await client.conversations.history({ channel: dm, limit: 2 });
    const cursor = first.response_metadata!.next_cursor!;
    const second = await client.conversations.history({ channel: dm, limit: 2, cursor });
    expect([...first.messages!, ...second.messages!].map(({ text }) => text)).toEqual(["3", "2", "1"]);
  });

  it("takes a file in three steps", async () => {
    const { slack, client } = await started({ scopes: ["files:write", "chat:write"] });
    const anna = slack.guest("anna");
    await client.filesUploadV2({ channel_id: anna.dm, file: Buffer.from("BEGIN"), filename: "a.ics" });
    expect(slack.office.conversations.get(anna.dm)?.messages).toMatchObject([{ files: [{ name: "a.ics" }] }]);
  });

  it("goes wrong in the way and as often as it was asked to", async () => {
    const { slack, client } = await started();
    const anna = slack.guest("anna");
    const post = (): Promise<unknown> => client.chat.postMessage({ channel: anna.dm, text: "x" });
    slack.fail({ method: "chat.postMessage", times: 1, how: { status: 429, retryAfter: 7 } });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    for (const how of [500, "reset", "silence", "malformed"] as const) {
      slack.fail({ method: "chat.postMessage", times: 1, how });
      await expect(post()).rejects.toThrow();
    }
    expect(anna.sees()).toHaveLength(0);
    slack.fail({ times: 1, how: "taken-then-reset" });
    await expect(post()).rejects.toThrow();
    expect(anna.sees()).toHaveLength(1);
    expect(await outcome(post())).toBe("ok");
    expect(slack.faultsLeft()).toBe(0);
  });

  it("gives a workspace's token for a code once, and takes it back with the app", async () => {
    const { slack, client } = await started();
    const other = slack.workspace("T0FIRM");
    expect(await outcome(clientOf(slack, other.botToken).auth.test())).toBe("account_inactive");
    const back = slack.allow(
      `https://slack.com/oauth/v2/authorize?client_id=${slack.clientId}&scope=chat:write&state=s&redirect_uri=${encodeURIComponent("https://desk.example/back")}`,
      other,
    );
    const { code, state } = Object.fromEntries(new URL(back).searchParams);
    expect(state).toBe("s");
    const exchange = (secret: string): Promise<{ access_token?: string }> =>
      client.oauth.v2.access({ client_id: slack.clientId, client_secret: secret, code: code! });
    expect(await outcome(exchange("wrong"))).toBe("bad_client_secret");
    expect((await exchange(slack.clientSecret)).access_token).toBe(other.botToken);
    expect(await outcome(exchange(slack.clientSecret))).toBe("invalid_code");
    expect(await outcome(clientOf(slack, other.botToken).auth.test())).toBe("ok");
    slack.uninstall(other);
    expect(await outcome(clientOf(slack, other.botToken).auth.test())).toBe("account_inactive");
  });
});

describe("events of the test server over HTTP", () => {
  /** An app that answers with these statuses, the last one for ever; 0: not at all. */
  async function app(slack: SlackServer, statuses: number[]): Promise<IncomingMessage[]> {
    const requests: (IncomingMessage & { text?: string })[] = [];
    const server = createServer(async (request: IncomingMessage & { text?: string }, response) => {
      let text = "";
      for await (const part of request) text += String(part);
      request.text = text;
      requests.push(request);
      const status = statuses.length > 1 ? statuses.shift()! : statuses[0]!;
      const body = text.startsWith("{") ? (JSON.parse(text) as { challenge?: string }) : {};
      if (status !== 0) response.writeHead(status).end(body.challenge ?? "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    slack.pointAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    return requests;
  }

  it("are signed over what is sent", async () => {
    const { slack } = await started();
    const requests = await app(slack, [200]);
    expect(await slack.verifyAddress()).toBe(true);
    expect(await slack.guest("anna").write("Grüße & <mehr>").delivered).toBe(true);
    const { headers, text } = requests[1] as IncomingMessage & { text: string };
    const hash = createHmac("sha256", slack.signingSecret)
      .update(`v0:${headers["x-slack-request-timestamp"]}:${text}`)
      .digest("hex");
    expect(headers["x-slack-signature"]).toBe(`v0=${hash}`);
    expect(JSON.parse(text)).toMatchObject({
      type: "event_callback",
      team_id: "T0OFFICE",
      event: { type: "message", channel_type: "im", text: "Grüße &amp; &lt;mehr&gt;" },
    });
  });

  it("come again until they are acknowledged, at most three times more, with the same id", async () => {
    const { slack } = await started();
    const requests = await app(slack, [500, 0, 200]);
    expect(await slack.guest("anna").write("hello").delivered).toBe(true);
    expect(requests.map(({ headers }) => headers["x-slack-retry-num"])).toEqual([undefined, "1", "2"]);
    expect(requests.map(({ headers }) => headers["x-slack-retry-reason"])).toEqual([
      undefined,
      "http_error",
      "http_timeout",
    ]);
    await app(slack, [404]);
    expect(await slack.guest("ben").write("hello").delivered).toBe(false);
    expect(slack.deliveries[1]!.attempts).toEqual(Array.from({ length: 4 }, () => "http_error"));
  });

  it("tell of a mention twice under two ids, and of nothing where the bot is not", async () => {
    const { slack } = await started();
    await app(slack, [200]);
    const anna = slack.guest("anna");
    await anna.mention("hello", { channel: slack.channel([anna]) }, "app_mention").delivered;
    const told = slack.deliveries.map(({ payload }) => payload.body["event"] as Record<string, unknown>);
    expect(told.map(({ type }) => type)).toEqual(["app_mention", "message"]);
    expect(new Set(told.map(({ ts }) => ts)).size).toBe(1);
    expect(new Set(slack.deliveries.map(({ eventId }) => eventId)).size).toBe(2);
    anna.write("hello", { channel: slack.channel([anna], { withoutBot: true }) });
    expect(slack.deliveries).toHaveLength(2);
  });

  it("carry a pressed button with what it stands for, and an address to answer to", async () => {
    const { slack, client } = await started();
    const requests = (await app(slack, [200])) as (IncomingMessage & { text: string })[];
    const anna = slack.guest("anna");
    await client.chat.postMessage({
      channel: anna.dm,
      text: "x",
      blocks: [section("Question?"), buttons(2, { value: "v" })],
    });
    expect(await anna.press(/B1/u).delivered).toBe(true);
    const form = new URLSearchParams(requests.find(({ text }) => text.startsWith("payload="))!.text);
    const pressed = JSON.parse(form.get("payload")!) as { response_url: string };
    expect(pressed).toMatchObject({ type: "block_actions", actions: [{ action_id: "a1", value: "v" }] });
    const answered = await fetch(pressed.response_url, {
      method: "POST",
      body: JSON.stringify({ replace_original: true, text: "thanks" }),
    });
    expect(answered.status).toBe(200);
    expect(anna.sees()).toMatchObject([{ text: "thanks", buttons: [] }]);
  });
});

describe("Socket Mode of the test server", () => {
  it("hands an event over again when the line was lost before it was acknowledged", async () => {
    const { slack } = await started({ events: "socket", retries: [0, 300, 300] });
    const socket = new SocketModeClient({
      appToken: slack.appToken,
      clientOptions: { slackApiUrl: slack.apiUrl },
      logger,
      clientPingTimeout: 500,
    });
    const attempts: number[] = [];
    socket.on("message", async ({ ack, retry_num: num }: { ack(): Promise<void>; retry_num: number }) => {
      attempts.push(num);
      if (attempts.length === 1) slack.sockets.cut();
      else await ack();
    });
    await socket.start();
    onTestFinished(() => socket.disconnect());
    expect(await slack.guest("anna").write("hello").delivered).toBe(true);
    expect(attempts[0]).toBe(0);
    expect(attempts.at(-1)).toBeGreaterThan(0);
  });
});
