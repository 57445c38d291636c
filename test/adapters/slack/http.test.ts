import { describe, expect, it } from "vitest";
import { callback, FORM, NOW, type Started, signed, startSlack } from "./slack-setup.js";

const direct = callback({
  type: "message",
  channel: "D1",
  channel_type: "im",
  user: "U1",
  text: "Wie melde ich ein Gewerbe an?",
  ts: "1795439100.000100",
});

const post = ({ request }: Started, init: RequestInit): Promise<Response> =>
  request("POST", "/slack/events", init);
const json = JSON.stringify;

describe("the signature of a request", () => {
  it("lets a request of Slack through, once it is on disk", async () => {
    const slack = await startSlack();
    const response = await post(slack, signed(json(direct)));
    expect([response.status, slack.desk.events.length]).toEqual([200, 1]);
  });

  it("is as in Slack's own example", async () => {
    // docs: Verifying requests from Slack, with its example secret, time stamp and body
    const slack = await startSlack({}, { clock: { now: () => 1_531_420_618_000 } });
    const body =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    const response = await post(slack, {
      body,
      headers: {
        "content-type": FORM,
        "x-slack-request-timestamp": "1531420618",
        "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
      },
    });
    expect([response.status, slack.desk.events.length]).toEqual([200, 1]);
  });

  it.each([
    ["made with another secret", signed(json(direct), { secret: "other" }), "signature"],
    ["missing", { body: json(direct), headers: { "content-type": "application/json" } }, "signature"],
    ["of another body", { ...signed(json(direct)), body: json({ ...direct, event_id: "Ev2" }) }, "signature"],
    ["more than five minutes old", signed(json(direct), { at: NOW - 301_000 }), "expired"],
    ["more than five minutes in the future", signed(json(direct), { at: NOW + 301_000 }), "expired"],
  ])("is refused when it is %s", async (_, init, reason) => {
    const slack = await startSlack();
    const response = await post(slack, init);
    expect([response.status, slack.desk.refusals.get(reason), slack.desk.events]).toEqual([401, 1, []]);
  });

  it.each([-299_000, 299_000])("is good %i ms off", async (off) => {
    const response = await post(await startSlack(), signed(json(direct), { at: NOW + off }));
    expect(response.status).toBe(200);
  });

  it.each(["", "v0=", "v0=zz", "v1=00", `v0=${"0".repeat(63)}`, `v0=${"0".repeat(64)}`])(
    "is refused when it reads %j",
    async (signature) => {
      const slack = await startSlack();
      const { headers, ...rest } = signed(json(direct));
      const response = await post(slack, {
        ...rest,
        headers: { ...(headers as Record<string, string>), "x-slack-signature": signature },
      });
      expect(response.status).toBe(401);
    },
  );

  it("of a request that is played again finds it known by its keys", async () => {
    const slack = await startSlack();
    const init = signed(json(direct));
    const statuses = [(await post(slack, init)).status, (await post(slack, init)).status];
    expect([statuses, slack.desk.events.length]).toEqual([[200, 200], 1]);
  });
});

describe("a signed body that is none of Slack's", () => {
  it.each(["", "{", "null", "[]", "5", '"a"', "true", "{}", '{"type":5}', '{"type":"event_callback"}'])(
    "%s is refused and counted",
    async (body) => {
      const slack = await startSlack();
      const response = await post(slack, signed(body));
      expect([response.status, slack.desk.refusals.get("malformed")]).toEqual([400, 1]);
    },
  );

  it.each(["payload=null", "payload=%5B%5D", "payload={", "payload=", "a=b", "", "payload=%7B%7D"])(
    "the form %j is refused",
    async (body) => {
      const response = await post(await startSlack(), signed(body, { type: FORM }));
      expect(response.status).toBe(400);
    },
  );

  it("in no encoding that is one is refused", async () => {
    const slack = await startSlack();
    const bytes = Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    const { createHmac } = await import("node:crypto");
    const { SECRET } = await import("./slack-setup.js");
    const timestamp = String(NOW / 1000);
    const signature = createHmac("sha256", SECRET).update(`v0:${timestamp}:`).update(bytes).digest("hex");
    const response = await post(slack, {
      body: bytes,
      headers: {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
      },
    });
    expect(response.status).toBe(400);
  });
});

describe("what Slack asks", () => {
  it("is answered with the challenge, when it is signed", async () => {
    const slack = await startSlack();
    const body = json({ type: "url_verification", challenge: "c4", token: "t" });
    const response = await post(slack, signed(body));
    expect(await response.json()).toEqual({ challenge: "c4" });
    expect((await post(slack, signed(body, { secret: "other" }))).status).toBe(401);
  });

  it("about the certificate needs no signature", async () => {
    const init = { body: "ssl_check=1&token=t", headers: { "content-type": FORM } };
    expect((await post(await startSlack(), init)).status).toBe(200);
  });

  it("is repeated by Slack when the desk could not store it, and then taken", async () => {
    let full = true;
    const seen: string[] = [];
    const slack = await startSlack(
      {},
      {
        receive: async (event) => {
          if (full) throw new Error("disk full");
          seen.push(...event.keys);
          return "accepted";
        },
      },
    );
    expect((await post(slack, signed(json(direct)))).status).toBe(500);
    full = false;
    const again = signed(json(direct));
    const headers = {
      ...(again.headers as Record<string, string>),
      "x-slack-retry-num": "1",
      "x-slack-retry-reason": "http_error",
    };
    expect((await post(slack, { ...again, headers })).status).toBe(200);
    expect(seen).toEqual(["event:Ev1", "message:T1:D1:1795439100.000100"]);
  });

  it("by a command is acknowledged to the guest, and answered in the direct message", async () => {
    const slack = await startSlack();
    const body = new URLSearchParams({
      command: "/wifoe",
      team_id: "T1",
      channel_id: "C9",
      user_id: "U1",
      user_name: "erika",
      text: " Foerdermittel &amp; Zuschuss ",
      trigger_id: "1.2.abc",
    }).toString();
    const response = await post(slack, signed(body, { type: FORM }));
    expect(await response.json()).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("Direktnachricht"),
    });
    expect(slack.desk.events).toMatchObject([
      {
        keys: ["command:1.2.abc"],
        place: { scope: "private", address: "T1:@U1" },
        sender: { id: "T1:U1", name: "erika" },
        what: { kind: "message", text: "Foerdermittel & Zuschuss" },
      },
    ]);
  });
});
