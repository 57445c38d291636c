import { afterEach, describe, expect, it } from "vitest";
import { failureOf } from "../../../adapters/slack/failure.js";
import { fromPlain } from "../../../src/text/index.js";
import type { OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { type Answer, type ApiCall, type FakeApi, fakeApi, NOW, startSlack } from "./slack-setup.js";

const TOKEN = "xoxb-very-secret";
const room: Place = { channel: "slack", scope: "room", address: "T1:C1", thread: "1.1" };
const guest: Place = { channel: "slack", scope: "private", address: "T1:@U1" };
const message = (text: string): OutgoingMessage => ({ id: "7.0", language: "de", text: fromPlain(text) });

let api: FakeApi | null = null;
afterEach(async () => {
  await api?.close();
  api = null;
});

const whoAmI = { ok: true, team_id: "T1", user_id: "UBOT" };

/** A channel that has signed in, at a Web API that answers each other call as told. */
async function signedIn(answer: (call: ApiCall) => Answer) {
  api = await fakeApi((call) => (call.method === "auth.test" ? whoAmI : answer(call)));
  const slack = await startSlack({ botToken: TOKEN, apiUrl: api.url });
  await Promise.all(slack.desk.tries);
  return { ...slack, calls: () => (api?.calls ?? []).filter(({ method }) => method !== "auth.test") };
}

describe("sending", () => {
  it("posts into the thread, without unfurling, with the message's id unseen in it", async () => {
    const { channel, calls } = await signedIn(() => ({ ok: true, ts: "5.5", channel: "C1" }));
    expect(await channel.send(room, message("Guten Tag & <b>"))).toEqual({ id: "5.5" });
    const [{ method, token, args } = { method: "", token: "", args: {} }] = calls();
    expect([method, token, args["channel"], args["thread_ts"]]).toEqual([
      "chat.postMessage",
      TOKEN,
      "C1",
      "1.1",
    ]);
    expect([args["unfurl_links"], args["unfurl_media"]]).toEqual(["false", "false"]);
    expect(args).not.toHaveProperty("link_names");
    expect(args["text"]).toBe("Guten Tag &amp; &lt;b&gt;");
    expect(JSON.parse(args["metadata"] ?? "")).toEqual({
      event_type: "nahtstelle_message",
      event_payload: { id: "7.0", part: 0 },
    });
  });

  it("opens a guest's direct message once, and remembers it", async () => {
    const { channel, calls } = await signedIn(({ method }) =>
      method === "conversations.open" ? { ok: true, channel: { id: "D7" } } : { ok: true, ts: "5.5" },
    );
    await channel.send(guest, message("eins"));
    await channel.send(guest, message("zwei"));
    expect(calls().map(({ method, args }) => [method, args["users"] ?? args["channel"]])).toEqual([
      ["conversations.open", "U1"],
      ["chat.postMessage", "D7"],
      ["chat.postMessage", "D7"],
    ]);
  });

  it("is not yet possible before Slack has been reached, and says so without the token", async () => {
    api = await fakeApi(() => ({ ok: false, error: "invalid_auth" }));
    const { channel, desk } = await startSlack({ botToken: TOKEN, apiUrl: api.url });
    await expect(channel.send(room, message("x"))).rejects.toMatchObject({ delivery: "retryable" });
    await expect.poll(() => desk.troubles[0]).toBe("Slack does not accept SLACK_BOT_TOKEN: invalid_auth");
    desk.close();
  });

  const raw = (status: number, headers: Record<string, string> = {}): Answer => ({
    status,
    headers,
    raw: "<html>",
  });
  it.each<[string, Answer, string, object]>([
    ["429", raw(429, { "retry-after": "7" }), "retryable", { retryAfter: 7_000 }],
    ["429 without a time", raw(429), "retryable", {}],
    ["500", raw(500), "unknown", {}],
    ["503", raw(503), "unknown", {}],
    ["a reset", "reset", "unknown", {}],
    ["HTML", raw(200), "unknown", {}],
    ["an answer without a time stamp", { ok: true }, "unknown", {}],
    ...["internal_error", "fatal_error", "service_unavailable"].map(
      (error): [string, Answer, string, object] => [error, { ok: false, error }, "unknown", {}],
    ),
    ...["invalid_auth", "not_authed", "ratelimited", "missing_scope", "token_expired", "a_new_code"].map(
      (error): [string, Answer, string, object] => [error, { ok: false, error }, "retryable", {}],
    ),
    ...[
      ...["channel_not_found", "not_in_channel", "is_archived", "account_inactive", "token_revoked"],
      ...["user_not_found", "msg_too_long", "invalid_blocks", "messages_tab_disabled"],
    ].map((error): [string, Answer, string, object] => [error, { ok: false, error }, "undeliverable", {}]),
  ])("is told to the outbox for what it is: %s", async (_, answer, delivery, more) => {
    const { channel, calls } = await signedIn(() => answer);
    const failure = await channel.send(room, message("geheim")).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "SendFailure", delivery, ...more });
    const said = String(failure) + JSON.stringify(failure);
    expect(said).not.toMatch(/geheim|xoxb|html/u);
    expect(calls()).toHaveLength(1);
  });

  it("without a connection is surely not taken", async () => {
    const { channel } = await signedIn(() => ({ ok: true }));
    await api?.close();
    await expect(channel.send(room, message("x"))).rejects.toMatchObject({ delivery: "retryable" });
    api = null;
  });

  it("that runs into the time-out has an unknown outcome", () => {
    const original = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    const error = Object.assign(new Error("..."), { code: "slack_webapi_request_error", original });
    expect(failureOf("chat.postMessage", error)).toMatchObject({
      delivery: "unknown",
      message: "chat.postMessage: no answer (TimeoutError)",
    });
  });

  it("to a workspace that has not installed the app is in vain", async () => {
    const { channel } = await signedIn(() => ({ ok: true, ts: "1" }));
    const elsewhere = { ...room, address: "T9:C1" };
    await expect(channel.send(elsewhere, message("x"))).rejects.toMatchObject({ delivery: "undeliverable" });
  });
});

describe("looking for a message", () => {
  const kept = (id: string, part: number, ts: string) => ({
    ts,
    metadata: { event_type: "nahtstelle_message", event_payload: { id, part } },
  });

  it("finds the part that has arrived, over several pages", async () => {
    const { channel, calls } = await signedIn(({ args }) =>
      args["cursor"]
        ? { ok: true, messages: [kept("7.0", 0, "1"), kept("7.0", 1, "2")] }
        : {
            ok: true,
            messages: [{ ts: "0", metadata: "odd" }, { ts: "00" }, kept("8.0", 1, "9")],
            has_more: true,
            response_metadata: { next_cursor: "c" },
          },
    );
    expect(await channel.lookUp?.(room, message("x"), 1, NOW)).toEqual({ id: "2" });
    const [first] = calls();
    expect([first?.method, first?.args["ts"], first?.args["include_all_metadata"]]).toEqual([
      "conversations.replies",
      "1.1",
      "true",
    ]);
    expect(Number(first?.args["oldest"])).toBeLessThan(NOW / 1000);
  });

  it("says null where it did not arrive, in the channel where there is no thread", async () => {
    const { channel, calls } = await signedIn(() => ({ ok: true, messages: [] }));
    const { thread: _, ...plainRoom } = room;
    expect(await channel.lookUp?.(plainRoom, message("x"), 0, NOW)).toBeNull();
    expect(calls()[0]?.method).toBe("conversations.history");
  });

  it.each([
    ["missing_scope", "unknown"],
    ["internal_error", "unknown"],
    ["channel_not_found", "undeliverable"],
  ])("cannot tell after %s", async (error, delivery) => {
    const { channel } = await signedIn(() => ({ ok: false, error }));
    await expect(channel.lookUp?.(room, message("x"), 0, NOW)).rejects.toMatchObject({ delivery });
  });
});

describe("what was sent", () => {
  it("is edited with its blocks, or the old ones would stay", async () => {
    const { channel, calls } = await signedIn(() => ({ ok: true, ts: "5.5" }));
    await channel.edit?.({ id: "5.5" }, room, message("neu"));
    const [call] = calls();
    expect([call?.method, call?.args["ts"], call?.args["channel"]]).toEqual(["chat.update", "5.5", "C1"]);
    expect(call?.args["blocks"]).toContain("neu");
  });

  it("is taken back, and one that is gone already is no failure", async () => {
    let error: string | null = null;
    const { channel } = await signedIn(() => (error ? { ok: false, error } : { ok: true }));
    await channel.remove?.({ id: "5.5" }, room);
    error = "message_not_found";
    await channel.remove?.({ id: "5.5" }, room);
    error = "cant_delete_message";
    await expect(channel.remove?.({ id: "5.5" }, room)).rejects.toMatchObject({ delivery: "undeliverable" });
  });

  it("in a room can begin a thread", async () => {
    const { channel, calls } = await signedIn(() => ({ ok: true, ts: "5.5" }));
    expect(await channel.openThread?.(room, message("Neue Anfrage"))).toEqual({
      place: { ...room, thread: "5.5" },
      receipt: { id: "5.5" },
    });
    expect(calls()[0]?.args).not.toHaveProperty("thread_ts");
  });
});
