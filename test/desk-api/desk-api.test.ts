import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { general, type HandoverDesk, learnShipped, openHandoverDesk } from "../handover/desk.js";
import { type Entrance, entranceOf, TOKEN } from "./entrance.js";

let desk: HandoverDesk;
let entrance: Entrance;
let anna: number;

beforeAll(() => learnShipped(), 120_000);

/** Staff answer in the desk itself; the departments have a room of a messenger. */
beforeEach(async () => {
  desk = await openHandoverDesk({
    staffed: false,
    rules: {
      rooms: [
        { ...general, channel: "terminal", address: null },
        { ...general, id: "land", partners: ["land-desk"] },
      ],
    },
  });
  entrance = entranceOf(desk);
  anna = await desk.process.store.addStaff("Anna Muster");
});

async function asked(): Promise<string> {
  await desk.says("Wie melde ich ein Gewerbe an?");
  await desk.says("Ich möchte mit einem Menschen sprechen");
  const { handover } = await desk.state();
  return handover?.number ?? "";
}

describe("the entrance for staff", () => {
  it("is open to nobody without the token", async () => {
    for (const headers of [{}, { authorization: "Bearer wrong" }, { authorization: TOKEN }])
      for (const [method, path] of [
        ["GET", "/desk/enquiries"],
        ["GET", "/desk/enquiries/G-1"],
        ["POST", "/desk/enquiries/G-1/take"],
        ["POST", "/desk/wake"],
      ] as const)
        expect(await entrance.ask(method, path, { headers })).toMatchObject({
          status: 401,
          body: { error: "token" },
        });
    expect(entrance.woken()).toBe(0);
  });

  it.each([
    ["another machine", { from: "192.0.2.7" }],
    ["a proxy", { headers: { authorization: `Bearer ${TOKEN}`, "x-forwarded-for": "127.0.0.1" } }],
    [
      "a proxy that says so as the RFC has it",
      { headers: { authorization: `Bearer ${TOKEN}`, forwarded: "for=x" } },
    ],
    ["a web page", { headers: { authorization: `Bearer ${TOKEN}`, origin: "http://localhost:3978" } }],
  ])("is not open to %s, even with the token", async (_, given) => {
    expect(await entrance.ask("GET", "/desk/enquiries", given)).toMatchObject({
      status: 403,
      body: { error: "not-local" },
    });
  });

  it("opens to this machine over IPv6, too", async () => {
    for (const from of ["::1", "::ffff:127.0.0.1"])
      expect((await entrance.ask("GET", "/desk/enquiries", { from })).status).toBe(200);
  });

  it("lists what waits, with who is responsible and what it is about", async () => {
    expect(await entrance.list()).toEqual({
      rooms: 2,
      language: "de",
      staff: [{ id: anna, name: "Anna Muster" }],
      enquiries: [],
    });
    const number = await asked();
    expect(await entrance.list()).toMatchObject({
      enquiries: [
        {
          number,
          stage: "waiting",
          channel: "web",
          language: "de",
          matter: [expect.stringContaining("Gewerbe anmelden")],
          claim: null,
        },
      ],
    });
  });

  it("shows an enquiry with its brief first, and later only what is new", async () => {
    const number = await asked();
    const shown = await entrance.show(number);
    expect(shown["summary"]).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Anliegen: Gewerbe anmelden/)]),
    );
    expect(shown["brief"]).toMatchObject({ language: "de" });
    expect(shown.lines[0]).toMatchObject({ from: "guest", text: "Wie melde ich ein Gewerbe an?" });
    await desk.says("Sind Sie noch da?");
    const later = await entrance.show(number, shown.cursor);
    expect(later.lines.map(({ text }) => text)).toContain("Sind Sie noch da?");
    expect(later.lines).not.toContainEqual(
      expect.objectContaining({ text: "Wie melde ich ein Gewerbe an?" }),
    );
    expect((await entrance.show(number, later.cursor)).lines).toEqual([]);
  });

  it("takes an enquiry once, and tells whoever comes second", async () => {
    const number = await asked();
    await desk.process.store.addStaff("Bernd");
    expect(await entrance.act(number, "take", { as: "Anna Muster" })).toMatchObject({
      stage: "person",
      claim: { staff: anna },
      said: ["Sie haben übernommen. Der Gast weiß Bescheid."],
    });
    expect(desk.guest.lines().at(-1)).toMatch(/Anna Muster ist jetzt für Sie da/);
    expect(await entrance.act(number, "take", { as: "bernd" })).toMatchObject({
      claim: { staff: anna },
      said: ["Anna Muster war schneller und hat übernommen."],
    });
  });

  it("shows a first reply before it is sent, holds the next ones, and can recall them", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    const first = await entrance.act(number, "reply", { as: anna, text: "Guten Tag!" });
    expect(first).toMatchObject({ draft: true, sent: null });
    await desk.pass(20_000);
    expect(desk.guest.lines()).not.toContain("Anna Muster: Guten Tag!");
    expect(await entrance.act(number, "send", { as: anna })).toMatchObject({
      draft: false,
      sent: { heldUntil: expect.any(String) },
    });
    await desk.pass(10_000);
    expect(desk.guest.lines()).toContain("Anna Muster: Guten Tag!");
    expect(await entrance.ask("POST", `/desk/enquiries/${number}/send`, json({ as: anna }))).toMatchObject({
      status: 404,
      body: { error: "nothing-to-send" },
    });
    expect(await entrance.act(number, "reply", { as: anna, text: "Das war falsch." })).toMatchObject({
      draft: false,
    });
    expect(await entrance.act(number, "recall", { as: anna })).toMatchObject({
      said: ["Zurückgeholt. Der Gast hat nichts gelesen."],
    });
    await desk.pass(20_000);
    expect(desk.guest.lines().join()).not.toContain("falsch");
  });

  it("drops a reply that was shown", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    await entrance.act(number, "reply", { as: anna, text: "Lieber doch nicht" });
    expect(await entrance.act(number, "drop", { as: anna })).toMatchObject({ draft: false, sent: null });
    await desk.pass(20_000);
    expect(desk.guest.lines().join()).not.toContain("Lieber");
  });

  it("keeps notes from the guest, and shows them to staff as such", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    const noted = await entrance.act(number, "note", { as: anna, text: "Ruft morgen noch einmal an" });
    expect(noted).toMatchObject({ sent: null, draft: false });
    await desk.pass(20_000);
    expect(desk.guest.lines().join()).not.toContain("Ruft morgen");
    expect((await entrance.show(number)).lines).toContainEqual(
      expect.objectContaining({ from: "note", text: "Ruft morgen noch einmal an" }),
    );
  });

  it("passes on to whom there is a room for, and to nobody else", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    const path = `/desk/enquiries/${number}/pass`;
    expect(await entrance.ask("POST", path, json({ as: anna }))).toMatchObject({
      status: 400,
      body: { error: "to-missing", message: { de: expect.stringContaining("land-desk") } },
    });
    expect((await entrance.ask("POST", path, json({ as: anna, to: "nowhere" }))).status).toBe(404);
    expect(await entrance.act(number, "pass", { as: anna, to: "land-desk" })).toMatchObject({
      stage: "waiting",
      claim: null,
      said: ["Weitergegeben."],
    });
    expect(await entrance.show(number)).toMatchObject({ partner: { id: "land-desk" } });
  });

  it("closes, and then the enquiry is no longer there", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    expect(await entrance.act(number, "close", { as: anna })).toMatchObject({ stage: "over", claim: null });
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    for (const act of ["take", "reply", "close"])
      expect(
        await entrance.ask(
          "POST",
          `/desk/enquiries/${number}/${act}`,
          json({ as: anna, text: "noch etwas" }),
        ),
      ).toMatchObject({ status: 404, body: { error: "enquiry-unknown" } });
  });

  it("does twice what it is told twice only once", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    const note = { as: anna, text: "nur einmal", id: "the-same-act" };
    await entrance.act(number, "note", note);
    await entrance.act(number, "note", note);
    const { lines } = await entrance.show(number);
    expect(lines.filter(({ text }) => text === "nur einmal")).toHaveLength(1);
  });

  it("knows only accounts that are there", async () => {
    const number = await asked();
    const unknown = { status: 404, body: { error: "staff-unknown" } };
    const take = `/desk/enquiries/${number}/take`;
    expect(await entrance.ask("POST", take, json({ as: "Clara" }))).toMatchObject(unknown);
    await desk.process.store.removeStaff(anna);
    expect(await entrance.ask("POST", take, json({ as: anna }))).toMatchObject(unknown);
  });

  it.each([
    ["no JSON", "{", 400, "body"],
    ["no account", "{}", 400, "body"],
    ["what it does not know", '{"as":1,"more":true}', 400, "body"],
    ["a reply without text", '{"as":1}', 400, "text-missing"],
    ["a reply of nothing but spaces", '{"as":1,"text":" \\n "}', 400, "text-missing"],
    ["a reply without end", JSON.stringify({ as: 1, text: "a".repeat(8_001) }), 400, "body"],
  ])("refuses %s with a sentence", async (_, body, status, error) => {
    const number = await asked();
    expect(await entrance.ask("POST", `/desk/enquiries/${number}/reply`, { body })).toMatchObject({
      status,
      body: { error, message: { de: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) } },
    });
  });

  it("refuses what cannot be done, an enquiry that is none, and a cursor that is none", async () => {
    const number = await asked();
    const act = await entrance.ask("POST", `/desk/enquiries/${number}/dance`, json({ as: anna }));
    expect(act).toMatchObject({ status: 404, body: { error: "no-such-act" } });
    expect((await entrance.ask("GET", "/desk/enquiries/G-NONE")).status).toBe(404);
    expect((await entrance.ask("GET", `/desk/enquiries/${number}?after=-1`)).status).toBe(400);
  });

  it("has the desk look what is due when it is told to", async () => {
    expect((await entrance.ask("POST", "/desk/wake")).status).toBe(204);
    expect(entrance.woken()).toBe(1);
  });

  it("writes nothing to the log that staff or guests said, nor the token", async () => {
    const number = await asked();
    await entrance.act(number, "take", { as: anna });
    await entrance.act(number, "reply", { as: anna, text: "Etwas Vertrauliches" });
    const logged = JSON.stringify(desk.process.logged);
    for (const secret of ["Vertrauliches", "Gewerbe an", TOKEN]) expect(logged).not.toContain(secret);
  });
});

describe("the names of what staff do", () => {
  it("mean nothing when a guest presses them", async () => {
    const number = await asked();
    for (const action of [
      `~staff-take:${number}`,
      `~staff-close:${number}`,
      `~staff-pass:${number}:general`,
    ]) {
      await desk.does({ kind: "action", action, on: "" });
      expect(await desk.state()).toMatchObject({ owner: "waiting", handover: { number, claim: null } });
    }
  });

  it("mean nothing for a handover that is over", async () => {
    const before = await asked();
    await entrance.act(before, "close", { as: anna });
    const number = await asked();
    expect(number).not.toBe(before);
    await close(before);
    expect(await desk.state()).toMatchObject({ owner: "waiting", handover: { number } });
    await close(number);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
  });

  /** As it stands in the queue when another enquiry has begun meanwhile. */
  async function close(number: string): Promise<void> {
    const [open] = await desk.process.store.openCases();
    const thread = String(open?.conversation);
    await desk.process.delivery.receive({
      keys: [`close ${number}`],
      channel: "terminal",
      place: { channel: "terminal", scope: "room", address: "desk", thread },
      sender: { id: `staff:${anna}` },
      addressed: true,
      sentAt: new Date(desk.process.time.now()).toISOString(),
      what: { kind: "action", action: `~staff-close:${number}`, on: "" },
    });
    await desk.pass(10);
  }
});

function json(value: unknown): { body: string } {
  return { body: JSON.stringify(value) };
}
