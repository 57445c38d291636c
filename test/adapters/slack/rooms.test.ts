import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createSlackChannel } from "../../../adapters/slack/index.js";
import { BOT_EVENTS, BOT_SCOPES } from "../../../adapters/slack/manifest.js";
import { paragraph, text } from "../../../src/text/index.js";
import type { Channel, OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { type SlackGuest, type SlackServer, startSlackServer } from "../../servers/slack/index.js";
import { begun, left, openThread, type RoomDesk, said, startRoomDesk } from "../room-desk.js";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

interface Setting {
  readonly slack: SlackServer;
  readonly desk: RoomDesk;
  readonly channel: Channel;
  readonly anna: SlackGuest;
  readonly bert: SlackGuest;
  /** The staff room's channel. */
  readonly id: string;
  /** As the configuration names it. */
  readonly room: Place;
}

async function staffRoom(settings: { private?: true } = {}): Promise<Setting> {
  const slack = await startSlackServer({ retries: [0], ackWithinMs: 3_000 });
  const desk = await startRoomDesk();
  open.push(slack, desk);
  slack.pointAt(`${desk.url}/slack/events`);
  const [anna, bert] = [slack.guest("anna"), slack.guest("bert")];
  const id = slack.channel([anna, bert], settings);
  const channel = await begun(slackChannel(slack), desk);
  open.push({ close: () => channel.stop() });
  return { slack, desk, channel, anna, bert, id, room: { channel: "slack", scope: "room", address: id } };
}

function slackChannel(slack: SlackServer): Channel {
  const nothing = { office: { name: "Amt" }, topics: [], seminars: [], examples: [] };
  return createSlackChannel({
    signingSecret: slack.signingSecret,
    botToken: slack.office.botToken,
    appToken: null,
    oauth: null,
    apiUrl: slack.apiUrl,
    publicUrl: () => "https://chat.example.org",
    start: () => ({ de: nothing, en: nothing }),
  });
}

const card = (words = "Neue Anfrage: Gewerbe anmelden"): OutgoingMessage => ({
  id: "7.0",
  language: "de",
  text: [paragraph(text(words))],
  buttons: [
    { label: "Übernehmen", action: "a-take", primary: true },
    { label: "Weitergeben", action: "a-pass" },
  ],
});
const line = (words: string, id = "8.0"): OutgoingMessage => ({
  id,
  language: "de",
  text: [paragraph(text(words))],
});

/** Slack's room in full: workspace and channel. */
const whole = ({ slack, id }: Setting, thread: string): Place => ({
  channel: "slack",
  scope: "room",
  address: `${slack.office.id}:${id}`,
  thread,
});

describe("a thread in a staff room in Slack", () => {
  it("is begun by the card in a room that is named by its channel alone", async () => {
    const setting = await staffRoom();
    const { channel, room, bert, id } = setting;
    const { place, receipt } = await openThread(channel, room, card());
    expect(place).toEqual(whole(setting, receipt.id));
    await channel.send(place, line("Der Verlauf"));
    expect(bert.sees({ channel: id, thread: place.thread ?? "" }).map((one) => one.text)).toEqual([
      "Neue Anfrage: Gewerbe anmelden",
      "Der Verlauf",
    ]);
  });

  it("takes all parts of the first message", async () => {
    const { channel, room, bert, id } = await staffRoom();
    const long = card("Satz mit Wörtern. ".repeat(1_500));
    const parts = channel.parts?.(room, long) ?? 0;
    expect(parts).toBeGreaterThan(1);
    const { place } = await openThread(channel, room, long);
    const seen = bert.sees({ channel: id });
    expect(seen).toHaveLength(parts);
    expect(seen.slice(1).every(({ thread }) => thread === place.thread)).toBe(true);
    expect(seen.at(-1)?.buttons.map(({ label }) => label)).toEqual(["Übernehmen", "Weitergeben"]);
  });

  it("does not stay when a later part is refused, so that trying again opens one thread only", async () => {
    const { channel, slack, room, bert, id } = await staffRoom();
    const long = card("Satz mit Wörtern. ".repeat(1_500));
    slack.fail({ method: "chat.postMessage", times: 1, how: "taken-then-500", after: 1 });
    await expect(openThread(channel, room, long)).rejects.toMatchObject({ delivery: "retryable" });
    expect(bert.sees({ channel: id }).filter(({ thread }) => !thread)).toEqual([]);
    await openThread(channel, room, long);
    expect(bert.sees({ channel: id }).filter(({ thread }) => !thread)).toHaveLength(1);
  });

  it.each([0, 1])(
    "whose part %i was taken without a word of it is looked for and taken up, not begun again",
    async (lost) => {
      const { channel, slack, room, bert, id } = await staffRoom();
      const long = card("Satz mit Wörtern. ".repeat(1_500));
      const since = Date.now();
      slack.fail({ method: "chat.postMessage", times: 1, how: "taken-then-reset", after: lost });
      // what is there of it cannot be taken back either
      slack.fail({ method: "chat.delete", times: 9, how: 500 });
      await expect(openThread(channel, room, long)).rejects.toMatchObject({ delivery: "unknown" });
      const root = await channel.lookUp?.(room, long, 0, since);
      if (!root) throw new Error("The card was not found.");
      const { place, receipt } = await openThread(channel, room, long, root);
      expect([receipt, place.thread]).toEqual([root, root.id]);
      const seen = bert.sees({ channel: id });
      expect(seen).toHaveLength(channel.parts?.(room, long) ?? 0);
      expect(seen.filter(({ thread }) => !thread)).toHaveLength(1);
    },
  );

  it("cannot be begun before Slack has been reached, and is later", async () => {
    const { slack, id } = await staffRoom();
    const desk = await startRoomDesk();
    open.push(desk);
    const channel = slackChannel(slack);
    slack.fail({ method: "auth.test", times: 1, how: 500 });
    await channel.start(desk.desk);
    const room: Place = { channel: "slack", scope: "room", address: id };
    const begin = () => openThread(channel, room, card());
    await expect(begin()).rejects.toMatchObject({ delivery: "retryable" });
    await desk.ready();
    expect((await begin()).place.address).toBe(`${slack.office.id}:${id}`);
  });

  it.each([{}, { private: true as const }])(
    "tells of every line with the place that it was begun with (%j)",
    async (kind) => {
      const { channel, desk, room, anna, bert, id } = await staffRoom(kind);
      const { place } = await openThread(channel, room, card());
      const thread = place.thread ?? "";
      const where = { channel: id, thread };

      expect(await anna.press(/Übernehmen/, where).delivered).toBe(true);
      const pressed = await desk.heard(({ what }) => what.kind === "action");
      expect(pressed).toMatchObject({ place, addressed: true, what: { action: "a-take", on: thread } });

      const reply = anna.write("Guten Tag, ich kümmere mich.", where);
      const internal = bert.write("!! Vorsicht, die kennt den Chef", where);
      anna.mention("noch etwas", where);
      await reply.delivered;
      await internal.delivered;
      expect(await desk.heard((event) => said(event) === "Guten Tag, ich kümmere mich.")).toMatchObject({
        place,
        addressed: false,
        followsOn: true,
      });
      const remark = await desk.heard((event) => said(event)?.startsWith("!!") === true);
      expect([said(remark), remark.place, remark.followsOn]).toEqual([
        "!! Vorsicht, die kennt den Chef",
        place,
        true,
      ]);
      expect(await desk.heard((event) => said(event) === "noch etwas")).toMatchObject({
        place,
        addressed: true,
      });

      await anna.edit(reply.ts, "Guten Tag, ich übernehme.", where).delivered;
      expect(await desk.heard(({ what }) => what.kind === "edit")).toMatchObject({
        place,
        addressed: false,
        followsOn: true,
        what: { id: reply.ts, text: "Guten Tag, ich übernehme." },
      });
      await bert.remove(internal.ts, where).delivered;
      expect(await desk.heard(({ what }) => what.kind === "deletion")).toMatchObject({
        place,
        addressed: false,
        followsOn: true,
        what: { id: internal.ts },
      });
    },
  );

  it("tells of a button under a later message of the thread with the same place", async () => {
    const { channel, desk, room, anna, id } = await staffRoom();
    const { place } = await openThread(channel, room, card());
    const buttons = [{ label: "Zurückholen", action: "a-recall" }];
    const { id: ts } = await channel.send(place, { ...line("Geht in 10 Sekunden"), buttons });
    await anna.press(/Zurückholen/, { channel: id, thread: place.thread ?? "" }).delivered;
    expect(await desk.heard(({ what }) => what.kind === "action")).toMatchObject({
      place,
      what: { action: "a-recall", on: ts },
    });
  });

  it("has its card edited, and messages taken back", async () => {
    const { channel, room, bert, id } = await staffRoom();
    const { place, receipt } = await openThread(channel, room, card());
    const sent = await channel.send(place, line("Vorschau"));
    await channel.edit?.(receipt, place, { ...card("Übernommen von Anna"), buttons: [] });
    await channel.remove?.(sent, place);
    await channel.remove?.(sent, place);
    const seen = bert.sees({ channel: id });
    expect(seen.map((one) => [one.text, one.buttons.length])).toEqual([["Übernommen von Anna", 0]]);
  });
});

describe("who is no longer in a staff room in Slack", () => {
  it("is told: a member by their id, the bot as itself", async () => {
    const setting = await staffRoom();
    const { slack, desk, anna, id } = setting;
    slack.leave(anna, id);
    await desk.heard(({ what }) => what.kind === "membership");
    slack.end(id, "remove-bot");
    await expect
      .poll(() => left(desk.events))
      .toEqual([`T0OFFICE:${anna.id} T0OFFICE:${id}`, `bot T0OFFICE:${id}`]);
  });

  it.each([
    ["archive", {}],
    ["delete", {}],
    ["remove-bot", {}],
    ["archive", { private: true as const }],
    ["delete", { private: true as const }],
    ["remove-bot", { private: true as const }],
  ] as const)("is the bot after %s (%j), and nothing can be sent any more", async (how, kind) => {
    const { slack, desk, channel, room, id } = await staffRoom(kind);
    const { place } = await openThread(channel, room, card());
    slack.end(id, how);
    await expect.poll(() => left(desk.events)).toEqual([`bot T0OFFICE:${id}`]);
    await expect(channel.send(place, line("x"))).rejects.toMatchObject({ delivery: "undeliverable" });
    await expect(openThread(channel, room, card())).rejects.toMatchObject({ delivery: "undeliverable" });
  });

  it("is the bot in each room where it has begun a thread, when the app is taken out of the workspace", async () => {
    const { slack, desk, channel, room, id } = await staffRoom();
    await openThread(channel, room, card());
    slack.uninstall(slack.office);
    await expect.poll(() => left(desk.events)).toEqual([`bot T0OFFICE:${id}`, "bot T0OFFICE"]);
  });
});

describe("what cannot be sent into a staff room in Slack", () => {
  it.each(["thread_not_found", "is_archived", "channel_not_found", "not_in_channel"])(
    "is given up: %s",
    async (error) => {
      const { failureOf } = await import("../../../adapters/slack/failure.js");
      const said = { code: "slack_webapi_platform_error", data: { ok: false, error } };
      expect(failureOf("chat.postMessage", said)).toMatchObject({ delivery: "undeliverable" });
    },
  );

  it("is a line to a thread that is gone", async () => {
    const setting = await staffRoom();
    await expect(setting.channel.send(whole(setting, "1.000001"), line("x"))).rejects.toMatchObject({
      delivery: "undeliverable",
    });
  });
});

describe("a guest's words in a staff room in Slack", () => {
  const pieces = fc.constantFrom(
    ...[
      "@channel",
      "@here",
      "<!here>",
      "<!channel>",
      "<!subteam^S1>",
      "<@U1>",
      "<#C1|x>",
      "#general",
      "@anna",
    ],
    ...[
      "<https://evil.example|https://stadt.example>",
      "[Amt](https://evil.example)",
      "https://evil.example/x",
    ],
    ...["&lt;!here&gt;", "&", "<", ">", "*x*", "`x`", "\n", " ", "/erase", "!!", '{"type":"actions"}'],
  );
  const words = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
  );

  it("mention nobody, link nowhere but where they say, preview nothing and are no card", async () => {
    const { slack, channel, room } = await staffRoom();
    const { place, receipt } = await openThread(channel, room, card());
    await fc.assert(
      fc.asyncProperty(words, async (guest) => {
        const before = slack.calls.length;
        const sent = await channel.send(place, line(guest));
        await channel.edit?.(sent, place, line(`${guest} `));
        await channel.edit?.(receipt, place, card(guest));
        const calls = slack.calls.slice(before);
        expect(calls.map(({ method }) => method)).toEqual(["chat.postMessage", "chat.update", "chat.update"]);
        for (const { method, args } of calls) {
          const given = new URLSearchParams(args);
          expect(given.get("text")).not.toMatch(/[<>]/u);
          expect(given.get("link_names") ?? "false").toBe("false");
          expect(given.get("parse") ?? "none").toBe("none");
          const still =
            method === "chat.postMessage"
              ? [given.get("unfurl_links"), given.get("unfurl_media")]
              : [given.get("parse"), given.get("attachments")];
          expect(still).toEqual(method === "chat.postMessage" ? ["false", "false"] : ["none", "[]"]);
          const types = new Set(typesIn(JSON.parse(given.get("blocks") ?? "[]")));
          for (const type of ["link", "user", "usergroup", "broadcast", "channel", "mrkdwn", "image"])
            expect(types).not.toContain(type);
          expect([...types].filter((type) => type === "actions")).toHaveLength(
            args.includes("a-take") ? 1 : 0,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** All values of "type" in the blocks. */
function typesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (typeof value !== "object" || value === null) return [];
  const { type } = value as { type?: unknown };
  return [...(typeof type === "string" ? [type] : []), ...Object.values(value).flatMap(typesIn)];
}

describe("the Slack app", () => {
  it("is told of all that happens in a room, and may hear it", () => {
    for (const event of [
      ...["message.channels", "message.groups", "member_left_channel", "channel_left", "group_left"],
      ...["channel_archive", "group_archive", "channel_deleted", "group_deleted", "app_uninstalled"],
    ])
      expect(BOT_EVENTS).toContain(event);
    for (const scope of ["channels:history", "groups:history", "channels:read", "groups:read", "chat:write"])
      expect(BOT_SCOPES).toContain(scope);
  });

  it("keeps to one rate for all threads of a channel", async () => {
    const { channel } = await staffRoom();
    expect(channel.rates).toContainEqual({ most: 3, withinMs: 3_000, of: "chat" });
  });
});
