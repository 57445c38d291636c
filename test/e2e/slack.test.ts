import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Seen, SlackGuest, Where } from "../servers/slack/index.js";
import { conversationScript } from "./conversation-script.js";
import { quiet } from "./kills.js";
import { cli, freshFolder, logged, smallIntents } from "./running-desk.js";
import { eventually, openSlackDesk, type SlackDesk, talk, waitForSocket } from "./slack-desk.js";
import { talkThroughEmulator } from "./slack-emulator.js";

const expects = { calendarLink: /\/ics\/\S+sig=/u, person: /Rückruf|Telefon|persönlich|Mensch/u };
const HOURS = "Wann haben Sie geöffnet?";
const ANSWER = /Uhr/u;

let http: SlackDesk;
let socket: SlackDesk;
beforeAll(async () => {
  [http, socket] = await Promise.all([
    openSlackDesk({
      env: (slack) => ({
        // an address that Slack takes for buttons
        PUBLIC_URL: "https://chat.example.org",
        SLACK_CLIENT_ID: slack.clientId,
        SLACK_CLIENT_SECRET: slack.clientSecret,
      }),
    }),
    openSlackDesk({ slack: { events: "socket" } }),
  ]);
  await Promise.all([http.start(), socket.start()]);
});
afterAll(async () => {
  await Promise.all([http?.close(), socket?.close()]);
});

// they wait more than they compute
describe.concurrent("Slack", () => {
  it("has the conversation of every messenger, over HTTP", () =>
    conversationScript(talk(http.slack.guest("anna")), expects));

  it("has it over Socket Mode, too", async () => {
    await waitForSocket(socket);
    await conversationScript(talk(socket.slack.guest("anna")), expects);
  });

  it("has it with an emulator that we did not write", () =>
    talkThroughEmulator((guest) => conversationScript(guest, expects)));

  it("answers a mention in a channel once, in a thread, although Slack tells of it twice", async () => {
    const { slack } = http;
    const anna = slack.guest("anna");
    const channel = slack.channel([anna]);
    for (const first of ["message", "app_mention"] as const) {
      const { ts, delivered } = anna.mention(HOURS, { channel }, first);
      expect(await delivered).toBe(true);
      await answers(anna, { channel, thread: ts }, ANSWER, 1);
    }
    await quiet(http.desk());
    // both threads have one answer, and the channel itself has none
    await answers(anna, { channel }, ANSWER, 2);
    expect(fromApp(anna, { channel }).every(({ thread }) => thread !== undefined)).toBe(true);
  });

  it("goes on in a thread with whoever talks to it there, and neither answers nor keeps what others say", async () => {
    const { slack } = http;
    const anna = slack.guest("anna");
    const ben = slack.guest("ben");
    const channel = slack.channel([anna, ben]);
    const thread = anna.mention("Wie melde ich ein Gewerbe an?", { channel }).ts;
    await answers(anna, { channel, thread }, /§ 14 GewO/u, 1);
    const before = fromApp(anna, { channel }).length;
    const secret = "Das sollte der Chef besser nicht lesen";
    expect(await ben.write(secret, { channel, thread }).delivered).toBe(true);
    expect(await ben.write(secret, { channel }).delivered).toBe(true);
    expect(await anna.write("und was kostet das?", { channel, thread }).delivered).toBe(true);
    await answers(anna, { channel, thread }, /15 bis 65 Euro/u, 1);
    await quiet(http.desk());
    expect(fromApp(anna, { channel })).toHaveLength(before + 1);
    const turns = await logged(http.folder, 200);
    expect(turns.some(({ question }) => question?.includes("Gewerbe"))).toBe(true);
    expect(turns.some(({ question }) => question?.includes("Chef"))).toBe(false);
    expect(http.desk().output()).not.toContain("Chef");
  });

  it("shows topics and seminars on the App Home tab, and answers what is pressed there in the direct message", async () => {
    const anna = http.slack.guest("anna");
    expect(await anna.openHome().delivered).toBe(true);
    await eventually(
      () => anna.home()?.text ?? "",
      (text) => /Gründung Basiswissen/u.test(text),
    );
    const topics = anna.home()?.buttons.map(({ label }) => label) ?? [];
    expect(topics.join(" ")).toMatch(/Gründ/u);
    expect(await anna.pressOnHome(/Gründ/u).delivered).toBe(true);
    await eventually(
      () => fromApp(anna),
      (said) => said.length > 0,
    );
    expect(
      http.slack.calls.filter(({ method, answer }) => method === "views.publish" && !answer?.["ok"]),
    ).toEqual([]);
  });

  it("answers a slash command to whoever gave it", async () => {
    const anna = http.slack.guest("anna");
    const channel = http.slack.channel([anna]);
    const { delivered, answer } = anna.command("/wirtschaft", HOURS, { channel });
    expect(await delivered).toBe(true);
    expect(await answer).toMatch(/Direktnachricht|direct message/u);
    await talk(anna).hears(ANSWER);
    expect(anna.sees({ channel }).filter(({ onlyFor }) => onlyFor === undefined)).toEqual([]);
  });

  // the desk does not decide on edits yet
  it("changes its answer when the question is changed within a minute", async () => {
    const anna = http.slack.guest("anna");
    const { ts, delivered } = anna.write("Wie melde ich ein Gewerbe an?");
    expect(await delivered).toBe(true);
    const guest = talk(anna);
    await guest.hears(/§ 14 GewO/u);
    await quiet(http.desk());
    const before = anna.sees().length;
    expect(await anna.edit(ts, HOURS).delivered).toBe(true);
    await guest.hears(ANSWER);
    await quiet(http.desk());
    expect(anna.sees()).toHaveLength(before);
    expect(guest.since()).not.toMatch(/§ 14 GewO/u);
    expect(anna.sees().filter(({ from, edited }) => from === "app" && edited)).not.toEqual([]);
  });

  it("says kindly that it reads no files", async () => {
    const anna = http.slack.guest("anna");
    expect(await anna.attach("antrag.pdf").delivered).toBe(true);
    await talk(anna).hears(/Datei|Anhang/u);
  });

  it("takes Slack's address check", async () => {
    expect(await http.slack.verifyAddress()).toBe(true);
  });
});

describe("After all this, the desk", () => {
  it("loses nothing when its line is renewed, cut, or brings what is no envelope", async () => {
    const { slack } = socket;
    const guest = talk(slack.guest("ben"));
    const disturbances = [
      () => slack.sockets.disconnect("refresh_requested"),
      () => slack.sockets.cut(),
      () => ["null", "[]", "5", "{}", "{", '{"type":"events_api"}'].forEach(slack.sockets.blurt),
    ];
    for (const disturb of disturbances) {
      await waitForSocket(socket);
      disturb();
      await guest.write(HOURS);
      await guest.hears(ANSWER);
    }
    await eventually(socket.health, ({ trouble }) => trouble === null);
    expect((await socket.health()).refused).toEqual({ malformed: 6 });
  });

  it("has answered neither itself nor another bot, and has made no call that Slack refuses", async () => {
    await quiet(http.desk());
    // what it said came back to it as events, too
    const own = http.slack.deliveries.filter(({ payload }) =>
      JSON.stringify(payload.body).includes("bot_id"),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(own.every(({ acknowledged }) => acknowledged)).toBe(true);
    const said = http.slack.calls.filter(({ method }) => method === "chat.postMessage").length;
    const asked = (await logged(http.folder, 1_000)).length;
    expect(said).toBeLessThan(3 * asked);
    for (const { slack } of [http, socket]) {
      const refused = slack.calls.filter(({ answer }) => answer?.["ok"] !== true);
      expect(refused.map(({ method, answer }) => `${method}: ${String(answer?.["error"])}`)).toEqual([]);
    }
  });
});

describe("A second workspace", () => {
  it("installs the app over OAuth, talks with the desk, also after a restart, and can leave", async () => {
    const own = await openSlackDesk({
      intents: smallIntents,
      env: (slack) => ({
        PUBLIC_URL: "https://chat.example.org",
        SLACK_CLIENT_ID: slack.clientId,
        SLACK_CLIENT_SECRET: slack.clientSecret,
      }),
    });
    try {
      const { slack } = own;
      await own.start();
      const firm = slack.workspace("T0FIRM");
      const begin = await fetch(`${own.desk().url}/slack/install`, { redirect: "manual" });
      const authorizeUrl =
        begin.headers.get("location") ?? /href="([^"]+)"/u.exec(await begin.text())?.[1] ?? "";
      expect(authorizeUrl).toContain("/oauth/v2/authorize");
      const back = new URL(slack.allow(authorizeUrl.replaceAll("&amp;", "&"), firm));
      expect(back.origin).toBe("https://chat.example.org");
      // a browser that did not begin the installation cannot end it
      const stranger = await fetch(own.desk().url + back.pathname + back.search, { redirect: "manual" });
      expect(stranger.status).toBeGreaterThanOrEqual(400);
      expect(firm.installed).toBe(false);
      const cookie = begin.headers
        .getSetCookie()
        .map((line) => line.split(";", 1)[0])
        .join("; ");
      const done = await fetch(own.desk().url + back.pathname + back.search, {
        redirect: "manual",
        headers: { cookie },
      });
      expect(done.status).toBeLessThan(400);
      expect(firm.installed).toBe(true);

      await own.desk().stop();
      await own.start();
      const carla = talk(slack.guest("carla", { workspace: firm }));
      await carla.write(HOURS);
      await carla.hears(ANSWER);
      const anna = talk(slack.guest("anna"));
      await anna.write(HOURS);
      await anna.hears(ANSWER);
      expect(own.desk().output()).not.toContain(firm.botToken);
      expect(await slack.uninstall(firm)?.done).toBe(true);
    } finally {
      await own.close();
    }
  });
});

describe("manifest slack", () => {
  it("prints what an administrator pastes, and says what to mind apart from it", async () => {
    const place = freshFolder();
    try {
      const reachable = await cli(["manifest", "slack"], {
        folder: place.folder,
        env: { PUBLIC_URL: "https://chat.example.org" },
      });
      expect(reachable).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(reachable.stdout)).toMatchObject({
        display_information: { name: "Wirtschaftsförderung Musterstadt" },
        settings: { event_subscriptions: { request_url: "https://chat.example.org/slack/events" } },
      });
      const local = await cli(["manifest", "slack"], { folder: place.folder });
      expect(local.stderr).toContain("--socket");
    } finally {
      place.remove();
    }
  });
});

/** Waits until so many of the app's messages match. */
async function answers(guest: SlackGuest, where: Where, pattern: RegExp, count: number): Promise<void> {
  await eventually(
    () => fromApp(guest, where).map(({ text }) => text),
    (texts) => texts.filter((text) => pattern.test(text)).length === count,
  );
}

function fromApp(guest: SlackGuest, where: Where = {}): readonly Seen[] {
  return guest.sees(where).filter(({ from }) => from === "app");
}
