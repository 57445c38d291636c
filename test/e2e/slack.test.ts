import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SlackGuest } from "../servers/slack/index.js";
import { conversationScript } from "./conversation-script.js";
import { quiet } from "./kills.js";
import { cli, freshFolder, logged } from "./running-desk.js";
import { openSlackDesk, type SlackDesk, talk, waitForSocket } from "./slack-desk.js";
import { talkThroughEmulator } from "./slack-emulator.js";

const expects = { calendarLink: /\/ics\/\S+sig=/u, person: /Rückruf|Telefon|persönlich|Mensch/u };
const HOURS = "Wann haben Sie geöffnet?";
const ANSWER = /Uhr/u;

describe.concurrent("Slack", () => {
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
    await waitForSocket(socket);
  });
  afterAll(async () => {
    await Promise.all([http?.close(), socket?.close()]);
  });

  it("has the conversation of every messenger, over HTTP", () =>
    conversationScript(talk(http.slack.guest("anna")), expects));

  it("has it over Socket Mode, too", () => conversationScript(talk(socket.slack.guest("anna")), expects));

  it("has it with an emulator that we did not write", () =>
    talkThroughEmulator((guest) => conversationScript(guest, expects)));

  it("answers a mention in a channel once, in a thread, although Slack tells of it twice", async () => {
    const { slack } = http;
    const anna = slack.guest("anna");
    const channel = slack.channel([anna]);
    for (const first of ["message", "app_mention"] as const) {
      const { ts, delivered } = anna.mention(HOURS, { channel }, first);
      expect(await delivered).toBe(true);
      await answersIn(anna, channel, ts, 1);
    }
    await quiet(http.desk());
    // both threads have one answer, and the channel itself has none
    const fromApp = anna.sees({ channel }).filter(({ from }) => from === "app");
    expect(fromApp).toHaveLength(2);
    expect(fromApp.every(({ thread }) => thread !== undefined)).toBe(true);
  });

  it("goes on in a thread with whoever talks to it there, and neither answers nor keeps what others say", async () => {
    const { slack } = http;
    const anna = slack.guest("anna");
    const ben = slack.guest("ben");
    const channel = slack.channel([anna, ben]);
    const thread = anna.mention("Wie melde ich ein Gewerbe an?", { channel }).ts;
    await answersIn(anna, channel, thread, 1);
    const secret = "Das sollte der Chef besser nicht lesen";
    expect(await ben.write(secret, { channel, thread }).delivered).toBe(true);
    expect(await ben.write(secret, { channel }).delivered).toBe(true);
    expect(await anna.write("und was kostet das?", { channel, thread }).delivered).toBe(true);
    await answersIn(anna, channel, thread, 2);
    await quiet(http.desk());
    expect(anna.sees({ channel }).filter(({ from }) => from === "app")).toHaveLength(2);
    expect(anna.sees({ channel, thread }).at(-1)?.text).toMatch(/15 bis 65 Euro/u);
    const turns = await logged(http.folder, 200);
    expect(turns.some(({ question }) => question?.includes("Gewerbe"))).toBe(true);
    expect(turns.some(({ question }) => question?.includes("Chef"))).toBe(false);
    expect(http.desk().output()).not.toContain("Chef");
  });

  it("shows topics and seminars on the App Home tab, and answers what is pressed there in the direct message", async () => {
    const anna = http.slack.guest("anna");
    expect(await anna.openHome().delivered).toBe(true);
    await expect.poll(() => anna.home()?.text, { timeout: 10_000 }).toMatch(/Gründung Basiswissen/u);
    const topics = anna.home()?.buttons.map(({ label }) => label) ?? [];
    expect(topics.join(" ")).toMatch(/Gründ/u);
    expect(await anna.pressOnHome(/Gründ/u).delivered).toBe(true);
    await expect
      .poll(() => anna.sees().filter(({ from }) => from === "app").length, { timeout: 10_000 })
      .toBeGreaterThan(0);
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

  it("never answers itself or another bot", async () => {
    const anna = http.slack.guest("anna");
    const guest = talk(anna);
    await guest.write("Hallo");
    await guest.hears(/./u);
    await quiet(http.desk());
    const count = anna.sees().length;
    // its own messages have come as events, too
    expect(http.slack.deliveries.every(({ acknowledged }) => acknowledged)).toBe(true);
    expect(anna.sees()).toHaveLength(count);
  });

  it("takes Slack's address check", async () => {
    expect(await http.slack.verifyAddress()).toBe(true);
  });

  it("makes no call that Slack refuses", async () => {
    await quiet(http.desk());
    const refused = http.slack.calls.filter(({ answer }) => answer?.["ok"] !== true);
    expect(refused.map(({ method, answer }) => `${method}: ${String(answer?.["error"])}`)).toEqual([]);
  });
});

describe("A second workspace", () => {
  it("installs the app over OAuth, talks with the desk, also after a restart, and can leave", async () => {
    const own = await openSlackDesk({
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

async function answersIn(guest: SlackGuest, channel: string, thread: string, count: number): Promise<void> {
  const answers = () => guest.sees({ channel, thread }).filter(({ from }) => from === "app");
  await expect.poll(() => answers().length, { timeout: 20_000, interval: 20 }).toBe(count);
}
