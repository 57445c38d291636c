import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type IdentityServer, startIdentity, type TOKENS } from "./teams/identity.js";
import { type Activity, type Guest, startTeams, type TeamsServer } from "./teams.js";

const APP = "c9e8c047-2a74-40a2-b28a-b162d5f5327c";
let teams: TeamsServer;
/** What a bot was sent, and with which status it answers. */
let sent: Activity[] = [];
let statuses: number[] = [];
const endpoint = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  sent.push(JSON.parse(text));
  response.writeHead(statuses.shift() ?? 200).end();
});

beforeAll(() => new Promise<void>((done) => void endpoint.listen(0, "127.0.0.1", done)));
afterAll(() => void endpoint.close());
beforeEach(async () => {
  sent = [];
  statuses = [];
  const { port } = endpoint.address() as AddressInfo;
  teams = await startTeams({ endpoint: () => `http://127.0.0.1:${port}`, appId: APP, pause: 1 });
});
afterEach(() => teams.stop());

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${teams.serviceUrl}v3/conversations${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text) };
}

const into = (guest: Guest, root?: string): string =>
  `/${encodeURIComponent(guest.room.conversation.id + (root ? `;messageid=${root}` : ""))}`;
const say = (text: string) => ({ type: "message", text });
const card = (body: unknown[], actions: unknown[] = [], version = "1.5") => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      content: { type: "AdaptiveCard", version, body, actions },
    },
  ],
});

describe("what a guest does reaches the bot", () => {
  it("as a message with ids of Teams' forms, and an HTML copy that is no file", async () => {
    const ada = teams.personal(teams.person("Ada"));
    const { id, status } = await ada.write("Wann haben Sie offen?");
    expect(status).toBe(200);
    expect(sent).toEqual([
      expect.objectContaining({
        type: "message",
        id,
        channelId: "msteams",
        text: "Wann haben Sie offen?",
        serviceUrl: teams.serviceUrl,
        from: expect.objectContaining({ id: expect.stringMatching(/^29:/), name: "Ada" }),
        recipient: { id: `28:${APP}`, name: "Nahtstelle" },
        conversation: expect.objectContaining({
          conversationType: "personal",
          id: expect.stringMatching(/^a:/),
        }),
        attachments: [expect.objectContaining({ contentType: "text/html" })],
      }),
    ]);
  });

  it("in a channel only with a mention, in the chain that it was written into", async () => {
    const [ada] = teams.channel(teams.person("Ada")) as [Guest];
    await ada.write("An alle");
    expect(sent).toEqual([]);
    const { id } = await ada.mention("Wann haben Sie offen?");
    await ada.mention("Und am Montag?", { root: id });
    const conversation = { id: `${ada.room.conversation.id};messageid=${id}`, conversationType: "channel" };
    expect(sent.map((activity) => activity["conversation"])).toEqual([
      expect.objectContaining(conversation),
      expect.objectContaining(conversation),
    ]);
    expect(sent[0]).toMatchObject({
      text: "<at>Nahtstelle</at>&nbsp;Wann haben Sie offen?",
      entities: expect.arrayContaining([
        { type: "mention", mentioned: teams.bot, text: "<at>Nahtstelle</at>" },
      ]),
    });
  });

  it("in a group without a mention once it was consented to", async () => {
    const [ada] = teams.group(teams.person("Ada"), teams.person("Bo")) as [Guest, Guest];
    teams.consent(true);
    await ada.write("An alle");
    expect(sent).toMatchObject([{ text: "An alle", conversation: { isGroup: true } }]);
  });

  it("again under the same id until it is answered with 2xx, but not when it is refused", async () => {
    const ada = teams.personal(teams.person("Ada"));
    statuses = [500, 503];
    expect(await ada.write("Hallo")).toMatchObject({ status: 200, attempts: 3 });
    expect(new Set(sent.map((activity) => activity["id"])).size).toBe(1);
    statuses = [400];
    expect(await ada.write("Hallo")).toMatchObject({ status: 400, attempts: 1 });
  });

  it("as an edit and a deletion of the message that they wrote", async () => {
    const ada = teams.personal(teams.person("Ada"));
    const { id } = await ada.write("Wann haben Sie of");
    await ada.edit(id, "Wann haben Sie offen?");
    await ada.remove(id);
    expect(sent.slice(1)).toMatchObject([
      { type: "messageUpdate", id, text: "Wann haben Sie offen?", channelData: { eventType: "editMessage" } },
      { type: "messageDelete", id, channelData: { eventType: "softDeleteMessage" } },
    ]);
  });

  it("as one activity or several when a button is pressed, with its data and the message it stood under", async () => {
    const ada = teams.personal(teams.person("Ada"));
    const { body } = await call("POST", `${into(ada)}/activities`, card([], [SUBMIT]));
    await ada.press(/Mehr/, { times: 3 });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((activity) => activity["id"])).size).toBe(3);
    for (const activity of sent)
      expect(activity).toMatchObject({ value: { a: 1 }, replyToId: (body as { id: string }).id });
    expect(sent[0]).not.toHaveProperty("text");
  });
});

const SUBMIT = { type: "Action.Submit", title: "Mehr", data: { a: 1 } };

describe("what the bot sends", () => {
  it("is seen as text, card, buttons and links, without their markup", async () => {
    const ada = teams.personal(teams.person("Ada"));
    await call(
      "POST",
      `${into(ada)}/activities`,
      say("**Offen** bis 16 Uhr\\. [Karte](https://a.example/x)"),
    );
    await call(
      "POST",
      `${into(ada)}/activities`,
      card(
        [
          { type: "TextBlock", text: "_Seminar_" },
          { type: "FactSet", facts: [{ title: "Wann", value: "3\\. Dezember" }] },
        ],
        [SUBMIT, { type: "Action.OpenUrl", title: "Kalender", url: "https://a.example/s.ics" }],
      ),
    );
    expect(ada.heard()).toMatchObject([
      { text: "Offen bis 16 Uhr. Karte", links: [{ label: "Karte", url: "https://a.example/x" }] },
      {
        text: "Seminar\nWann 3. Dezember",
        buttons: [{ label: "Mehr", data: { a: 1 } }],
        links: [{ label: "Kalender", url: "https://a.example/s.ics" }],
      },
    ]);
  });

  it("may be changed and taken back, but nobody else's", async () => {
    const ada = teams.personal(teams.person("Ada"));
    const { id } = await ada.write("Hallo");
    const { body } = await call("POST", `${into(ada)}/activities/${id}`, say("Guten Tag"));
    const own = `${into(ada)}/activities/${(body as { id: string }).id}`;
    expect((await call("PUT", own, say("Guten Abend"))).status).toBe(200);
    expect(ada.heard()).toMatchObject([{ text: "Guten Abend", edits: 1 }]);
    expect((await call("DELETE", own)).status).toBe(200);
    expect(ada.heard()).toEqual([]);
    expect((await call("DELETE", own)).status).toBe(404);
    expect((await call("PUT", `${into(ada)}/activities/${id}`, say("x"))).status).toBe(404);
  });

  it("becomes two messages without an id when it has text and a card", async () => {
    const ada = teams.personal(teams.person("Ada"));
    const both = { ...card([{ type: "TextBlock", text: "Karte" }]), text: "Text" };
    expect(await call("POST", `${into(ada)}/activities`, both)).toEqual({ status: 201, body: {} });
    expect(ada.heard()).toMatchObject([{ text: "Text" }, { text: "Karte" }]);
  });

  it("begins a chain in a channel, which later messages join", async () => {
    const [ada] = teams.channel(teams.person("Ada")) as [Guest];
    const channel = ada.room.conversation.id;
    const created = await call("POST", "", {
      isGroup: true,
      tenantId: teams.tenant,
      channelData: { channel: { id: channel } },
      activity: say("Eine Anfrage"),
    });
    const { activityId } = created.body as { activityId: string };
    expect(created).toEqual({
      status: 201,
      body: { id: `${channel};messageid=${activityId}`, activityId },
    });
    await call("POST", `${into(ada, activityId)}/activities`, say("Noch etwas"));
    expect(ada.heard(activityId).map(({ text }) => text)).toEqual(["Eine Anfrage", "Noch etwas"]);
  });

  it.each([
    ["without a first message", { isGroup: true, channel: true }],
    ["as a group chat", { isGroup: true, activity: say("Hallo"), people: true }],
    ["without a tenant", { tenantId: undefined, people: true }],
  ])("cannot begin a conversation %s", async (_, { channel, people, ...rest }: Record<string, unknown>) => {
    const [ada] = teams.channel(teams.person("Ada")) as [Guest];
    const { status, body } = await call("POST", "", {
      tenantId: teams.tenant,
      ...rest,
      ...(people ? { members: [{ id: ada.person.id }] } : {}),
      ...(channel ? { channelData: { channel: { id: ada.room.conversation.id } } } : {}),
    });
    expect({ status, body }).toMatchObject({ status: 400, body: { error: { code: "BadSyntax" } } });
  });

  it("is refused where it is too large, blocked, or goes nowhere", async () => {
    const ada = teams.personal(teams.person("Ada"));
    const large = await call("POST", `${into(ada)}/activities`, say("x".repeat(60_000)));
    expect(large).toMatchObject({ status: 413, body: { error: { code: "MessageSizeTooBig" } } });
    expect((await call("POST", "/a:nobody/activities", say("x"))).status).toBe(404);
    await ada.uninstall();
    const blocked = await call("POST", `${into(ada)}/activities`, say("x"));
    expect(blocked).toMatchObject({ status: 403, body: { error: { code: "MessageWritesBlocked" } } });
    expect(ada.heard()).toEqual([]);
  });

  it.each([
    ["a version that Teams does not take", card([], [], "1.6")],
    ["an unknown element", card([{ type: "Carousel" }])],
    ["an unknown action", card([], [{ type: "Action.Http", title: "x" }])],
    ["a link to a script", card([], [{ type: "Action.OpenUrl", title: "x", url: "javascript:alert(1)" }])],
    ["a fact without a value", card([{ type: "FactSet", facts: [{ title: "x" }] }])],
    ["nothing to see", { type: "message" }],
    ["an unknown type", { type: "shout", text: "x" }],
  ])("is refused with %s", async (_, activity) => {
    const ada = teams.personal(teams.person("Ada"));
    expect((await call("POST", `${into(ada)}/activities`, activity)).status).toBe(400);
    expect(ada.heard()).toEqual([]);
  });

  it("tells who the members are", async () => {
    const [ada] = teams.group(teams.person("Ada"), teams.person("Bo")) as [Guest, Guest];
    const { body } = await call("GET", `${into(ada)}/members`);
    expect(body).toMatchObject([{ name: "Ada" }, { name: "Bo" }]);
  });
});

describe("a fault", () => {
  it("is answered as planned, so many times, and then no more", async () => {
    const ada = teams.personal(teams.person("Ada"));
    teams.fail({ times: 1, how: 429, retryAfter: 3 });
    const response = await fetch(`${teams.serviceUrl}v3/conversations${into(ada)}/activities`, {
      method: "POST",
      body: JSON.stringify(say("x")),
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "3"]);
    teams.fail({ times: 1, how: 502 });
    expect((await call("POST", `${into(ada)}/activities`, say("x"))).status).toBe(502);
    expect(ada.heard()).toEqual([]);
    expect((await call("POST", `${into(ada)}/activities`, say("x"))).status).toBe(201);
  });

  it.each([
    ["reset", 0],
    ["taken-then-reset", 1],
    ["malformed", 1],
  ] as const)("%s leaves the bot without an answer", async (how, seen) => {
    const ada = teams.personal(teams.person("Ada"));
    teams.fail({ times: 1, how });
    await expect(call("POST", `${into(ada)}/activities`, say("x"))).rejects.toThrow();
    expect(ada.heard()).toHaveLength(seen);
  });

  it("of silence answers nothing until the server stops", async () => {
    const ada = teams.personal(teams.person("Ada"));
    teams.fail({ times: 1, how: "silence" });
    const waiting = call("POST", `${into(ada)}/activities`, say("x"));
    const outcome = expect(waiting).rejects.toThrow();
    await expect.poll(() => teams.calls.length).toBe(1);
    await teams.stop();
    await outcome;
    teams = await startTeams({ endpoint: () => "http://127.0.0.1:1" });
  });
});

describe("the login service", () => {
  let identity: IdentityServer;
  beforeAll(async () => {
    identity = await startIdentity(APP);
  });
  afterAll(() => identity.stop());

  it("publishes its keys where its metadata says, each endorsed for a channel", async () => {
    const metadata = (await (await fetch(identity.metadataUrl)).json()) as { jwks_uri: string };
    const { keys } = (await (await fetch(metadata.jwks_uri)).json()) as { keys: unknown[] };
    expect(keys).toMatchObject([
      { kty: "RSA", kid: "key-teams", endorsements: ["msteams"] },
      { kty: "RSA", kid: "key-slack", endorsements: ["slack"] },
    ]);
  });

  it("makes a token of each kind that differs from a valid one in what its name says", () => {
    const read = (kind: (typeof TOKENS)[number]): Record<string, unknown> => {
      const [header, claims] = identity
        .header(kind, { serviceUrl: "http://127.0.0.1:1/" })
        .replace("Bearer ", "")
        .split(".")
        .slice(0, 2)
        .map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
      return { ...header, ...claims };
    };
    const seconds = Date.now() / 1000;
    expect(read("valid")).toMatchObject({
      alg: "RS256",
      kid: "key-teams",
      aud: APP,
      iss: "https://api.botframework.com",
      serviceurl: "http://127.0.0.1:1/",
    });
    expect(read("expired")["exp"]).toBeLessThan(seconds - 600);
    expect(read("not-yet-valid")["nbf"]).toBeGreaterThan(seconds + 600);
    expect(read("wrong-audience")["aud"]).not.toBe(APP);
    expect(read("wrong-issuer")["iss"]).not.toBe("https://api.botframework.com");
    expect(read("other-channel")["kid"]).toBe("key-slack");
    expect(read("unknown-key")["kid"]).toBe("key-stranger");
    expect(read("other-service-url")["serviceurl"]).toBe("https://smba.example.org/");
    expect(read("no-service-url")).not.toHaveProperty("serviceurl");
    expect(read("alg-none")["alg"]).toBe("none");
    expect(read("hs256")["alg"]).toBe("HS256");
  });
});
