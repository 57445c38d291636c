import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Guest, startTeams, type TeamsServer } from "../servers/teams.js";
import { openBrowser } from "./browser.js";
import { conversationScript } from "./conversation-script.js";
import { openPlayground, type Playground } from "./playground.js";
import { freePort, freshFolder, logged, type RunningDesk, startDesk } from "./running-desk.js";
import { inPlayground, inTeams } from "./teams-drivers.js";
import { quiet } from "./teams-kills.js";

/** Set to a folder, it receives the screenshots that are looked at before a release. */
const screenshots = process.env["SCREENSHOTS"];

const place = freshFolder();
let port: number;
let desk: RunningDesk;
const start = (env: Record<string, string> = {}) =>
  startDesk({ folder: place.folder, port, env: { GATHER_MS: "0", ...env } });

beforeAll(async () => {
  port = await freePort();
  // the first question is not answered before the desk is killed
  desk = await start({ GATHER_MS: "10000" });
});
afterAll(async () => {
  await desk?.stop();
  place.remove();
});

const endpoint = () => `http://127.0.0.1:${port}/api/messages`;

describe("in Microsoft's Agents Playground", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let playground: Playground;
  beforeAll(async () => {
    browser = await openBrowser();
    playground = await openPlayground(browser, endpoint());
  });
  afterAll(async () => {
    await playground?.stop();
    await browser?.close();
  });

  async function picture(name: string): Promise<void> {
    if (!screenshots) return;
    await mkdir(screenshots, { recursive: true });
    await playground.page.screenshot({ path: join(screenshots, `teams-${name}.png`) });
  }

  it("a question is answered by a desk that was started after it was asked", async () => {
    const guest = inPlayground(playground);
    await guest.write("Wann haben Sie offen?");
    await expect
      .poll(async () => (await fetch(`${desk.url}/healthz`)).json(), { timeout: 5_000, interval: 20 })
      .toMatchObject({ openEvents: 1 });
    await desk.kill();
    desk = await start();
    await guest.hears(/Uhr/);
    await picture("after-restart");
  });

  it("a guest asks, follows up, is asked back, sees seminars with a calendar file, and asks for a person", async () => {
    await conversationScript(inPlayground(playground), EXPECTS);
    await picture("person");
  });

  it("a guest sees a seminar as a card", async () => {
    const guest = inPlayground(playground);
    await guest.write("Wann ist das Seminar Gründung Basiswissen?");
    await guest.hears(EXPECTS.calendarLink);
    await picture("seminar");
  });

  it("a mention in a channel is answered in its chain", async () => {
    await playground.openChannel();
    const answered = async () => (await playground.said()).some((text) => /Uhr/.test(text));
    // the Playground's page never shows an answer that comes before its own post stands there: it is posted again then
    for (let post = 1; post <= 5 && !(await answered()); post += 1) {
      await playground.write("Wann haben Sie offen?", { mention: true });
      for (let wait = 0; wait < 30 && !(await answered()); wait += 1)
        await new Promise((done) => setTimeout(done, 100));
    }
    expect(await answered()).toBe(true);
    await picture("channel");
  });
});

const EXPECTS = { calendarLink: /In den Kalender/, person: /Mensch|Rückruf|erreichen/ };

describe("in Teams", () => {
  let teams: TeamsServer;
  beforeAll(async () => {
    teams = await startTeams({ endpoint });
  });
  afterAll(() => teams?.stop());

  it("the same conversation can be had alone with the bot", async () => {
    await conversationScript(inTeams(teams.personal(teams.person("Ada"))), {
      ...EXPECTS,
      calendarLink: /In den Kalender http:\/\/\S+\/ics\/\S+/,
    });
    await quiet(desk);
    // nothing was refused by the connector: every card is one that Teams shows
    expect(teams.calls.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it.each(["group", "channel"] as const)(
    "it is asked by a mention, and goes on where it was asked: %s",
    async (kind) => {
      const [ada, bo] = teams[kind](teams.person("Ada"), teams.person("Bo")) as [Guest, Guest];
      const guest = inTeams(ada);
      await guest.write("Wie melde ich ein Gewerbe an?");
      await guest.hears(/§ 14 GewO/);
      // Bo has a conversation of their own
      await inTeams(bo).write("Wann haben Sie offen?");
      await guest.write("und was kostet das?");
      await guest.hears(/15 bis 65 Euro/);
      await guest.write("Wann ist das Seminar Gründung Basiswissen?");
      const said = await guest.hears(/In den Kalender http/);
      const calendar = /In den Kalender (\S+)/.exec(said)?.[1] ?? "";
      const file = await fetch(calendar);
      expect(file.headers.get("content-type")).toMatch(/^text\/calendar/);
      expect(await file.text()).toContain("SUMMARY:");
      await quiet(desk);
      expect(teams.calls.filter(({ status }) => status >= 400)).toEqual([]);
    },
  );

  it("a guest alone with the bot is greeted when they add it, and sees that it writes", async () => {
    const guest = teams.personal(teams.person("Ada"));
    await guest.install();
    await guest.hears(/automatischer Assistent/);
    await guest.write("Guten Tag");
    // best effort, and not waited for
    await expect.poll(() => guest.room.typing).toBeGreaterThan(0);
  });

  it("what is not meant for the bot is neither answered nor stored, even where it hears everything", async () => {
    const [ada, bo] = teams.channel(teams.person("Ada"), teams.person("Bo")) as [Guest, Guest];
    teams.consent(true);
    const before = (await logged(place.folder, 1000)).length;
    const alien = await ada.write("Wann ist morgen Mittagspause?");
    expect(alien.status).toBe(200);
    const { id } = await ada.mention("Wann haben Sie offen?");
    await ada.hears(/Uhr/, { root: id });
    const heard = ada.heard(id).length;
    // Bo talks in Ada's chain, and Ada goes on without a mention
    await bo.write("Das wollte ich auch fragen", { root: id });
    await ada.write("und am Samstag?", { root: id });
    await ada.hears(/./, { root: id, after: heard });
    await quiet(desk);
    teams.consent(false);
    const turns = (await logged(place.folder, 1000)).slice(before).map(({ question }) => question);
    expect(turns).toEqual(["Wann haben Sie offen?", "und am Samstag?"]);
    expect(ada.heard(alien.id)).toEqual([]);
  });

  it("a button that Teams reports four times is answered once", async () => {
    const guest = teams.personal(teams.person("Ada"));
    const driver = inTeams(guest);
    await driver.write("Wie melde ich ein Gewerbe an?");
    await driver.hears(/§ 14 GewO/);
    await quiet(desk);
    const turns = (await logged(place.folder, 1000)).length;
    const results = await guest.press(/Hilfreich|👍/, { times: 4 });
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await quiet(desk);
    expect((await logged(place.folder, 1000)).length - turns).toBe(1);
  });

  it("a question that is changed at once is answered anew in the place of its first answer", async () => {
    const guest = teams.personal(teams.person("Ada"));
    const { id } = await guest.write("Wann haben Sie offen?");
    await guest.hears(/Uhr/);
    await quiet(desk);
    const before = guest.heard().length;
    await guest.edit(id, "Wie melde ich ein Gewerbe an?");
    await guest.hears(/§ 14 GewO/);
    await quiet(desk);
    expect(guest.heard()).toHaveLength(before);
    expect(guest.heard().some(({ edits }) => edits > 0)).toBe(true);
  });

  it("a file is answered with what the desk can do", async () => {
    const guest = teams.personal(teams.person("Ada"));
    await guest.write("Guten Tag");
    await guest.hears(/./);
    await quiet(desk);
    const after = guest.heard().length;
    await guest.write("", { file: "bilanz.pdf" });
    const line = await guest.hears(/Datei|Anhang|Text|schreiben/, { after });
    expect(line.text).not.toContain("bilanz.pdf");
  });

  it("a person who writes to it again after it was taken away is answered again", async () => {
    const guest = teams.personal(teams.person("Ada"));
    await guest.write("Guten Tag");
    await guest.hears(/./);
    await quiet(desk);
    await guest.uninstall();
    guest.room.blocked = false;
    await guest.install();
    const after = guest.heard().length;
    await guest.write("Wann haben Sie offen?");
    await guest.hears(/Uhr/, { after });
  });

  it.each([
    ["was forwarded by a proxy", { "x-forwarded-for": "203.0.113.7" }, {}],
    ["comes from a page in a browser", { origin: "https://www.example.org" }, {}],
    ["asks for the answer elsewhere", {}, { serviceUrl: "https://smba.example.org/" }],
    ["asks for the answer from a neighbour", {}, { serviceUrl: "http://192.168.0.1/" }],
  ])("without credentials the desk refuses what %s", async (_, headers, other) => {
    const guest = teams.personal(teams.person("Ada"));
    const { conversation } = guest.room;
    const response = await fetch(endpoint(), {
      method: "POST",
      headers: { "content-type": "application/json", ...(headers as Record<string, string>) },
      body: JSON.stringify({
        type: "message",
        id: "1",
        channelId: "msteams",
        serviceUrl: teams.serviceUrl,
        from: guest.person,
        recipient: teams.bot,
        conversation: { id: conversation.id, conversationType: "personal" },
        text: "Wann haben Sie offen?",
        ...other,
      }),
    });
    expect(response.status).toBe(403);
    expect(guest.heard()).toEqual([]);
  });
});
