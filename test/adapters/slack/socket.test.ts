import { afterEach, describe, expect, it } from "vitest";
import type { Channel, Desk } from "../../../src/vocabulary/index.js";
import type { TestDesk } from "../desk-setup.js";
import { type Answer, callback, type FakeApi, fakeApi, startSlack } from "./slack-setup.js";

let api: FakeApi | null = null;
let running: { channel: Channel; desk: TestDesk } | null = null;
afterEach(async () => {
  running?.desk.close();
  await running?.channel.stop();
  await api?.close();
});

async function connected(over: Partial<Desk> = {}, opened?: () => Answer | null) {
  const server: FakeApi = await fakeApi(
    () => opened?.() ?? { ok: true, url: server.url.replace(/^http/u, "ws") },
  );
  api = server;
  const slack = await startSlack({ signingSecret: null, appToken: "xapp-secret", apiUrl: server.url }, over);
  running = slack;
  return { ...slack, server };
}

const direct = (event_id: string) =>
  callback({ type: "message", channel: "D1", user: "U1", text: "Hallo", ts: "1.1" }, { event_id });
const envelope = (id: string, payload: unknown, type = "events_api") => ({
  envelope_id: id,
  type,
  payload,
  accepts_response_payload: type === "slash_commands",
});
const acknowledged = (server: FakeApi): string[] =>
  server.frames.map((text) => String((JSON.parse(text) as Record<string, unknown>)["envelope_id"]));

describe("Socket Mode", () => {
  it("acknowledges an event only when it is on disk", async () => {
    let store: () => void = () => {};
    let receiving = false;
    const { server } = await connected({
      receive: () =>
        new Promise((resolve) => {
          receiving = true;
          store = () => resolve("accepted");
        }),
    });
    await expect.poll(() => server.sockets.size).toBe(1);
    server.push(envelope("e1", direct("Ev1")));
    await expect.poll(() => receiving).toBe(true);
    // acknowledged at once; an acknowledgement of the first one would have come before it
    server.push(envelope("fence", callback({ type: "reaction_added" })));
    await expect.poll(() => acknowledged(server)).toEqual(["fence"]);
    store();
    await expect.poll(() => acknowledged(server)).toEqual(["fence", "e1"]);
  });

  it("stays silent on what could not be stored, and goes on", async () => {
    let attempts = 0;
    const { server } = await connected({
      receive: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error("disk full");
        return "accepted";
      },
    });
    await expect.poll(() => server.sockets.size).toBe(1);
    server.push(envelope("e1", direct("Ev1")));
    await expect.poll(() => attempts).toBe(1);
    server.push(envelope("e2", direct("Ev2")));
    await expect.poll(() => acknowledged(server)).toEqual(["e2"]);
  });

  it("survives frames that are none, and counts them", async () => {
    const { server, desk } = await connected();
    await expect.poll(() => server.sockets.size).toBe(1);
    const odd = ["null", "5", "[]", "{", "{}", '{"type":"events_api","envelope_id":"x"}'];
    const odder = ['{"type":"events_api","envelope_id":"x","payload":{}}', '{"type":"interactive"}'];
    for (const frame of [...odd, ...odder]) server.push(frame);
    server.push(envelope("odd", { event: { type: "message" } }));
    server.push(envelope("e1", direct("Ev1")));
    await expect.poll(() => acknowledged(server)).toEqual(["e1"]);
    expect(desk.refusals.get("malformed")).toBe(odd.length + odder.length + 1);
  });

  it("answers a command to the guest along with its acknowledgement", async () => {
    const { server, desk } = await connected();
    await expect.poll(() => server.sockets.size).toBe(1);
    const command = { command: "/wifoe", team_id: "T1", user_id: "U1", trigger_id: "t1", text: "" };
    server.push(envelope("e1", command, "slash_commands"));
    await expect.poll(() => server.frames.length).toBe(1);
    expect(JSON.parse(server.frames[0] ?? "")).toMatchObject({
      envelope_id: "e1",
      payload: { response_type: "ephemeral", text: expect.stringContaining("Direktnachricht") },
    });
    expect(desk.events[0]?.what).toMatchObject({ text: "/hilfe" });
  });

  it("opens the next connection before Slack renews this one, and another after one that was cut", async () => {
    let now = Date.UTC(2026, 10, 23);
    const { server } = await connected({ clock: { now: () => now } });
    await expect.poll(() => server.sockets.size).toBe(1);
    await expect.poll(() => server.calls.length).toBe(1);
    now += 60_000;
    server.push({ type: "disconnect", reason: "refresh_requested" });
    await expect.poll(() => server.calls.length).toBe(2);
    await expect.poll(() => server.sockets.size).toBe(1);
    now += 60_000;
    for (const socket of server.sockets) socket.destroy();
    await expect.poll(() => server.calls.length, { timeout: 5_000 }).toBe(3);
    await expect.poll(() => server.sockets.size).toBe(1);
    server.push(envelope("e1", direct("Ev1")));
    await expect.poll(() => acknowledged(server)).toEqual(["e1"]);
  });

  it.each<[string, Answer, string]>([
    [
      "refuses the token",
      { ok: false, error: "invalid_auth" },
      "Slack does not accept SLACK_APP_TOKEN: invalid_auth",
    ],
    ["fails", { status: 500, raw: "oops" }, "apps.connections.open: status 500"],
    [
      "asks to wait",
      { status: 429, headers: { "retry-after": "1" }, raw: "" },
      "apps.connections.open: Slack asks to wait",
    ],
    ["names no socket", { ok: true, url: "ws://127.0.0.1:1/" }, "Slack closed the connection"],
  ])("tries again when Slack %s, and says so in health", async (_, answer, trouble) => {
    let failing = true;
    const { desk, server } = await connected({}, () => (failing ? answer : null));
    await expect.poll(() => desk.troubles[0]).toBe(trouble);
    failing = false;
    await expect.poll(() => server.sockets.size).toBe(1);
    await expect.poll(() => desk.troubles.at(-1)).toBeNull();
  });

  it("ends when the desk does", async () => {
    const { channel, server } = await connected();
    await expect.poll(() => server.sockets.size).toBe(1);
    await channel.stop();
    await expect.poll(() => server.sockets.size).toBe(0);
    expect(server.calls).toHaveLength(1);
  });
});
