import { afterEach, describe, expect, it } from "vitest";
import { BOT_SCOPES } from "../../../adapters/slack/manifest.js";
import { fromPlain } from "../../../src/text/index.js";
import { type Answer, callback, type FakeApi, fakeApi, NOW, signed, startSlack } from "./slack-setup.js";

let api: FakeApi | null = null;
afterEach(async () => {
  await api?.close();
});

const grant = { ok: true, access_token: "xoxb-theirs", bot_user_id: "UB2", team: { id: "T2" } };

async function installable(exchange: Answer = grant, clock = () => NOW) {
  api = await fakeApi(({ method }) => (method === "oauth.v2.access" ? exchange : { ok: true, ts: "5.5" }));
  const oauth = { clientId: "1.2", clientSecret: "oauth-secret" };
  const slack = await startSlack({ oauth, apiUrl: api.url }, { clock: { now: clock } });
  const begun = await slack.request("GET", "/slack/install");
  const consent = new URL(begun.headers.get("location") ?? "");
  const cookie = begun.headers.get("set-cookie") ?? "";
  const state = consent.searchParams.get("state") ?? "";
  const back = (query: Record<string, string>, from = cookie.split(";")[0] ?? "", language = "de") =>
    slack.request("GET", `/slack/oauth_redirect?${new URLSearchParams(query)}`, {
      headers: { cookie: from, "accept-language": language },
    });
  return { ...slack, begun, consent, cookie, state, back };
}

describe("installation by another workspace", () => {
  it("begins at Slack's consent page", async () => {
    const { begun, consent, cookie } = await installable();
    expect([begun.status, consent.pathname]).toEqual([302, "/oauth/v2/authorize"]);
    expect(consent.searchParams.get("scope")).toBe(BOT_SCOPES.join(","));
    expect(consent.searchParams.get("redirect_uri")).toBe("https://chat.example.org/slack/oauth_redirect");
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/u);
  });

  it("ends with a token that messages to this workspace are sent with, until it takes the app out", async () => {
    const { back, state, channel, desk, request } = await installable();
    const response = await back({ code: "c", state });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Installiert")]);
    const place = { channel: "slack", scope: "room", address: "T2:C1" } as const;
    const message = { id: "1.0", language: "de", text: fromPlain("Hallo") } as const;
    await channel.send(place, message);
    expect(api?.calls.at(-1)).toMatchObject({ method: "chat.postMessage", token: "xoxb-theirs" });

    const gone = callback({ type: "app_uninstalled" }, { team_id: "T2", authorizations: [] });
    await request("POST", "/slack/events", signed(JSON.stringify(gone)));
    expect(desk.events.at(-1)?.what).toEqual({ kind: "membership", change: "left" });
    await expect(channel.send(place, message)).rejects.toMatchObject({ delivery: "undeliverable" });

    // the same event again, after the workspace has come back: its new token stays
    await desk.memory.set("installation:T2", JSON.stringify({ token: "xoxb-new", self: "UB2" }));
    await request("POST", "/slack/events", signed(JSON.stringify(gone)));
    await channel.send(place, message);
    expect(api?.calls.at(-1)?.token).toBe("xoxb-new");
  });

  it("is good for once", async () => {
    const { back, state, desk } = await installable();
    expect((await back({ code: "c", state })).status).toBe(200);
    expect((await back({ code: "c", state })).status).toBe(400);
    expect(desk.refusals.get("state")).toBe(1);
  });

  it("is refused from another browser, with a forged state, and when it is too late", async () => {
    let now = NOW;
    const { back, state, cookie } = await installable(grant, () => now);
    expect((await back({ code: "c", state }, "")).status).toBe(400);
    expect((await back({ code: "c", state }, "slack-install=other")).status).toBe(400);
    const forged = state.replace(/^\d+/u, String(NOW + 86_400_000));
    expect((await back({ code: "c", state: forged }, `slack-install=${forged}`)).status).toBe(400);
    expect((await back({ code: "c" }, cookie.split(";")[0] ?? "")).status).toBe(400);
    now += 10 * 60_000 + 1;
    expect((await back({ code: "c", state })).status).toBe(400);
    expect(api?.calls).toEqual([]);
  });

  it.each<[string, Answer, number, string]>([
    ["Slack does not know the code", { ok: false, error: "invalid_code" }, 502, "try again"],
    ["Slack answers nonsense", { ok: true }, 502, "try again"],
    [
      "it is for a whole organisation",
      { ...grant, team: null, is_enterprise_install: true },
      400,
      "organisation",
    ],
  ])("says so in words when %s", async (_, exchange, status, words) => {
    const { back, state, desk } = await installable(exchange);
    const response = await back({ code: "c", state }, undefined, "en-GB,en");
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(words)]);
    expect((await desk.memory.all("installation:")).size).toBe(0);
  });

  it("may be cancelled", async () => {
    const { back, state } = await installable();
    const response = await back({ error: "access_denied", state });
    expect(await response.text()).toContain("abgebrochen");
    expect(api?.calls).toEqual([]);
  });
});

describe("the App Home", () => {
  it("is published after its opening, and in English from when that was asked for", async () => {
    const { back, state, request } = await installable();
    await back({ code: "c", state });
    const published = () => (api?.calls ?? []).filter(({ method }) => method === "views.publish");
    const opened = callback({ type: "app_home_opened", user: "U1", tab: "home" }, { team_id: "T2" });
    await request("POST", "/slack/events", signed(JSON.stringify(opened)));
    await expect.poll(() => published().length).toBe(1);
    expect(published()[0]?.args["view"]).toContain("automatischer Assistent");
    const pressed = {
      type: "block_actions",
      team: { id: "T2" },
      user: { id: "U1" },
      container: { type: "view" },
      actions: [{ type: "button", action_id: "home-language:en" }],
    };
    await request("POST", "/slack/events", signed(JSON.stringify(pressed)));
    await expect.poll(() => published().length).toBe(2);
    await request("POST", "/slack/events", signed(JSON.stringify(opened)));
    await expect.poll(() => published().length).toBe(3);
    expect(published()[2]?.args["view"]).toContain("automated assistant");
  });
});
