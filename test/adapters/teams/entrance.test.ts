import { describe, expect, it } from "vitest";
import { createTeamsChannel } from "../../../adapters/teams/index.js";
import type { RequestHandler } from "../../../src/vocabulary/index.js";
import { testDesk } from "../desk-setup.js";

const activity = {
  type: "message",
  id: "1",
  channelId: "msteams",
  serviceUrl: "http://127.0.0.1:56150/_connector",
  from: { id: "anna" },
  recipient: { id: "bot" },
  conversation: { id: "chat", conversationType: "personal", tenantId: "t-1" },
  text: "Guten Tag",
};

/** A channel without credentials, and how it answers a request that comes from `remoteAddress`. */
async function entrance(over: Parameters<typeof testDesk>[0] = {}, tenants: string[] = []) {
  let handler: RequestHandler | undefined;
  const post = (_: string, given: RequestHandler): void => {
    handler = given;
  };
  const desk = testDesk({ http: { get() {}, post }, ...over });
  const channel = createTeamsChannel({ credentials: null, tenants });
  await channel.start(desk);
  const ask = async (
    body: unknown,
    {
      remoteAddress = "127.0.0.1",
      headers = {},
    }: { remoteAddress?: string; headers?: Record<string, string> } = {},
  ): Promise<number> => {
    const request = new Request("http://desk/api/messages", {
      method: "POST",
      headers,
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const response = await handler?.(request, { remoteAddress, params: {} });
    return response?.status ?? 0;
  };
  return { desk, channel, ask };
}

describe("Teams without credentials", () => {
  it("takes what a tool on this machine says that is answered on this machine", async () => {
    const { desk, ask } = await entrance();
    for (const remoteAddress of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
      expect(await ask({ ...activity, id: remoteAddress }, { remoteAddress })).toBe(200);
    expect(await ask({ ...activity, id: "e", channelId: "emulator" })).toBe(200);
    expect(desk.events).toHaveLength(4);
  });

  it("takes nothing else: from elsewhere, to elsewhere, through a proxy, of another channel", async () => {
    const { desk, ask } = await entrance();
    expect(await ask(activity, { remoteAddress: "192.0.2.7" })).toBe(403);
    for (const serviceUrl of [
      "https://smba.trafficmanager.net/de/",
      "http://10.0.0.1/",
      "http://127.0.0.1.evil.example/",
    ])
      expect(await ask({ ...activity, serviceUrl })).toBe(403);
    for (const name of ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host", "Origin"])
      expect(await ask(activity, { headers: { [name]: "1" } })).toBe(403);
    expect(await ask({ ...activity, channelId: "AseChannel" })).toBe(403);
    expect(desk.events).toEqual([]);
    expect(Object.fromEntries(desk.refusals)).toEqual({ "not-local": 10, channel: 1 });
  });

  it("says no to what is malformed, and counts it", async () => {
    const { desk, ask } = await entrance();
    for (const body of ["{}", "null", "[]", "5", "{nope", ""]) expect(await ask(body)).toBe(400);
    expect(desk.refusals.get("malformed")).toBe(6);
  });

  it("answers people of the office's tenants only, where these are named", async () => {
    const { desk, ask } = await entrance({}, ["T-1"]);
    expect(await ask(activity)).toBe(200);
    expect(await ask({ ...activity, conversation: { ...activity.conversation, tenantId: "t-2" } })).toBe(403);
    expect(desk.refusals.get("tenant")).toBe(1);
  });

  it("says yes only when the message is safe, and yes to a repeat", async () => {
    let full = true;
    const { ask } = await entrance({
      receive: async () => {
        if (full) throw new Error("disk full");
        return "repeat";
      },
    });
    expect(await ask(activity)).toBe(500);
    full = false;
    expect(await ask(activity)).toBe(200);
  });

  it("has no answer to what waits for one", async () => {
    const { ask } = await entrance();
    expect(await ask({ ...activity, type: "invoke", name: "signin/verifyState" })).toBe(501);
  });

  it("writes nowhere but to this machine", async () => {
    const { channel } = await entrance();
    const local = {
      channel: "teams",
      scope: "private",
      address: "chat",
      details: { serviceUrl: "http://192.0.2.1/" },
    } as const;
    const said = { id: "1", language: "de", text: [] } as const;
    await expect(channel.send(local, said)).rejects.toMatchObject({ delivery: "undeliverable" });
  });
});
