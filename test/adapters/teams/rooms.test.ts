import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTeamsChannel } from "../../../adapters/teams/index.js";
import { fromPlain, paragraph, text } from "../../../src/text/index.js";
import type { Channel, DeskEvent, OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { type Guest, startTeams, type Team, type TeamsServer } from "../../servers/teams.js";
import { begun, left, openThread, type RoomDesk, said, startRoomDesk } from "../room-desk.js";

let server: TeamsServer;
let desk: RoomDesk;
let channel: Channel;
let team: Team;
/** In the staff room, a further channel of the team. */
let anna: Guest;
let bert: Guest;
/** As the configuration names it. */
let room: Place;

beforeEach(async () => {
  desk = await startRoomDesk();
  server = await startTeams({ endpoint: () => `${desk.url}/api/messages`, attempts: 1 });
  channel = await begun(createTeamsChannel({ credentials: null, tenants: [] }), desk);
  team = server.team(server.person("Anna"), server.person("Bert"));
  [anna, bert] = team.channel() as [Guest, Guest];
  room = { channel: "teams", scope: "room", address: anna.room.conversation.id };
});
afterEach(async () => {
  await channel.stop();
  await server.stop();
  await desk.close();
});

const card = (words = "Neue Anfrage: Gewerbe anmelden"): OutgoingMessage => ({
  id: "7.0",
  language: "de",
  text: [paragraph(text(words))],
  buttons: [
    { label: "Übernehmen", action: "a-take", primary: true },
    { label: "Weitergeben", action: "a-pass" },
  ],
});
const line = (words: string): OutgoingMessage => ({
  id: "8.0",
  language: "de",
  text: [paragraph(text(words))],
});
/** As a line of the guest is passed on: who said it in bold, then the words. */
const relayed = (words: string): OutgoingMessage => {
  const [first, ...rest] = fromPlain(words);
  const said = first?.type === "paragraph" ? first.children : [];
  const name = { type: "bold", children: [text("Gast:")] } as const;
  return { ...line(""), text: [paragraph(name, " ", ...said), ...rest] };
};
const long = () => card("Satz mit Wörtern. ".repeat(2_000));
/** What tells one place from another. */
const at = ({ channel: name, scope, address, thread }: Place) => ({
  channel: name,
  scope,
  address,
  ...(thread ? { thread } : {}),
});

describe("a chain in a staff room in Teams", () => {
  it("is begun by the card in a channel of which only the id is known, once the app is installed in the team", async () => {
    await expect(openThread(channel, room, card())).rejects.toMatchObject({
      delivery: "retryable",
      message: expect.stringContaining("mention the bot once in the channel"),
    });
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    expect(at(place)).toEqual({ ...room, thread: receipt.id });
    await channel.send(place, line("Der Verlauf"));
    expect(bert.heard(receipt.id).map((one) => one.text)).toEqual([
      "Neue Anfrage: Gewerbe anmelden",
      "Der Verlauf",
    ]);
  });

  it("is begun in the general channel, whose id is the team's", async () => {
    await team.install();
    const { place } = await openThread(channel, { ...room, address: team.id }, card());
    expect(place.address).toBe(team.id);
    expect(team.general[0]?.heard()).toHaveLength(1);
  });

  it("is begun and written to by a desk that was started later, whatever it was that the team was heard from", async () => {
    await bert.mention("Hallo");
    const { place } = await openThread(channel, room, card());
    await channel.stop();
    channel = await begun(createTeamsChannel({ credentials: null, tenants: [] }), await later());
    await openThread(channel, room, card("Noch eine"));
    // a place without details, as a table of rooms and threads would have it
    await channel.send({ ...room, thread: place.thread ?? "" }, line("Nachtrag"));
    expect(bert.heard().map((one) => one.text)).toEqual([
      "Neue Anfrage: Gewerbe anmelden",
      "Noch eine",
      "Nachtrag",
    ]);
  });

  it("is not begun by guessing where several teams are reached in different ways", async () => {
    await team.install();
    await desk.desk.memory.set("team:19:other@thread.tacv2", '{"serviceUrl":"https://smba.example/uk/"}');
    await expect(openThread(channel, room, card())).rejects.toMatchObject({ delivery: "retryable" });
    await anna.mention("Hallo");
    await openThread(channel, room, card());
    expect(anna.heard()).toHaveLength(1);
  });

  it("takes all parts of the first message, and does not stay without them", async () => {
    await team.install();
    expect(channel.parts?.(room, long())).toBeGreaterThan(1);
    server.fail({ times: 1, how: "taken-then-reset", in: `${room.address};messageid=` });
    await expect(openThread(channel, room, long())).rejects.toMatchObject({ delivery: "retryable" });
    const begin = await openThread(channel, room, long());
    const seen = bert.heard(begin.receipt.id);
    expect(seen).toHaveLength(channel.parts?.(room, long()) ?? 0);
    expect(seen.at(-1)?.buttons.map(({ label }) => label)).toEqual(["Übernehmen", "Weitergeben"]);
    const roots = bert.heard().filter(({ id, root }) => id === root);
    expect(roots.map(({ id }) => id)).toEqual([begin.receipt.id]);
  });

  it("tells of the button under the card with the place that it was begun with", async () => {
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    await anna.press(/Übernehmen/);
    const pressed = await desk.heard(({ what }) => what.kind === "action");
    expect(at(pressed.place)).toEqual(at(place));
    expect(pressed).toMatchObject({ addressed: true, what: { action: "a-take", on: "7.0" } });
    const buttons = [{ label: "Zurückholen", action: "a-recall" }];
    await channel.send(pressed.place, { ...line("Geht in 10 Sekunden"), buttons });
    await anna.press(/Zurückholen/);
    const recalled = await desk.heard(({ what }) => what.kind === "action" && what.action === "a-recall");
    expect(at(recalled.place)).toEqual({ ...room, thread: receipt.id });
  });

  it("tells, where the team has consented, of every line with that place", async () => {
    await team.install();
    server.consent(true);
    const { place, receipt } = await openThread(channel, room, card());
    const root = receipt.id;
    const follows = async (like: (event: DeskEvent) => boolean) => {
      const event = await desk.heard(like);
      expect(at(event.place)).toEqual(at(place));
      expect([event.addressed, event.followsOn]).toEqual([false, true]);
      return event.what;
    };
    const reply = await anna.write("Guten Tag, ich kümmere mich.", { root });
    const internal = await bert.write("!! Vorsicht, die kennt den Chef", { root });
    await follows((event) => said(event) === "Guten Tag, ich kümmere mich.");
    await follows((event) => said(event) === "!! Vorsicht, die kennt den Chef");
    await anna.edit(reply.id, "Guten Tag, ich übernehme.");
    expect(await follows(({ what }) => what.kind === "edit")).toMatchObject({
      id: reply.id,
      text: "Guten Tag, ich übernehme.",
    });
    await bert.remove(internal.id);
    expect(await follows(({ what }) => what.kind === "deletion")).toMatchObject({ id: internal.id });
  });

  it("tells, without the consent, of what mentions the bot, without the mention", async () => {
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    const root = receipt.id;
    await anna.write("Das hört niemand", { root });
    const reply = await anna.mention("Guten Tag, ich kümmere mich.", { root });
    await bert.mention("!! Vorsicht", { root });
    const lines = desk.events.filter((event) => said(event) !== null);
    expect(lines.map((event) => [said(event), event.addressed, at(event.place)])).toEqual([
      ["Guten Tag, ich kümmere mich.", true, at(place)],
      ["!! Vorsicht", true, at(place)],
    ]);
    await anna.edit(reply.id, "Guten Tag.");
    await anna.remove(reply.id);
    expect(await desk.heard(({ what }) => what.kind === "edit")).toMatchObject({
      addressed: true,
      what: { text: "Guten Tag." },
    });
    const gone = await desk.heard(({ what }) => what.kind === "deletion");
    expect([at(gone.place), gone.followsOn]).toEqual([at(place), true]);
  });

  it("has a line of words edited in place, which stays one message", async () => {
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    const sent = await channel.send(place, line("Gast: Halle"));
    await channel.edit?.(sent, place, line("Gast: Halle ab 500 m²"));
    expect(bert.heard(receipt.id).map((one) => [one.text, one.edits])).toEqual([
      ["Neue Anfrage: Gewerbe anmelden", 0],
      ["Gast: Halle ab 500 m²", 1],
    ]);
  });

  it("splits a line of words that is over the limit, and takes back what a change has too many of", async () => {
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    const words = line("Satz mit Wörtern. ".repeat(2_000));
    const parts = channel.parts?.(place, words) ?? 0;
    expect(parts).toBeGreaterThan(1);
    for (let part = 0; part < parts; part += 1) await channel.send(place, words, part);
    const seen = bert.heard(receipt.id).slice(1);
    expect(seen).toHaveLength(parts);
    expect(
      seen
        .map(({ text: shown }) => shown)
        .join(" ")
        .match(/Wörtern/gu),
    ).toHaveLength(2_000);
  });

  it("has its card edited, and messages taken back", async () => {
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    const sent = await channel.send(place, line("Vorschau"));
    await channel.edit?.(receipt, place, { ...card("Übernommen von Anna"), buttons: [] });
    await channel.remove?.(sent, place);
    await channel.remove?.(sent, place);
    expect(bert.heard().map((one) => [one.text, one.buttons.length])).toEqual([["Übernommen von Anna", 0]]);
  });

  async function later(): Promise<RoomDesk> {
    const { memory } = desk.desk;
    await desk.close();
    desk = await startRoomDesk(memory);
    return desk;
  }
});

describe("who is no longer in a staff room in Teams", () => {
  it("is a member who leaves the team, in each of its channels that is known", async () => {
    await team.install();
    await openThread(channel, room, card());
    await bert.mention("Hallo");
    await team.remove(bert.person);
    expect(left(desk.events)).toEqual([team.id, room.address].map((id) => `${bert.person.id} ${id}`));
  });

  it("is the bot when the app is taken out of the team, and nothing can be sent any more", async () => {
    await team.install();
    const { place } = await openThread(channel, room, card());
    await anna.mention("Hallo");
    await team.uninstall();
    expect(new Set(left(desk.events))).toEqual(new Set([`bot ${team.id}`, `bot ${room.address}`]));
    await expect(channel.send(place, line("x"))).rejects.toMatchObject({ delivery: "undeliverable" });
    // an enquiry must not wait for a room that is gone: it is given up at once, until the app is installed again
    await expect(openThread(channel, room, card())).rejects.toMatchObject({
      delivery: "undeliverable",
      message: expect.stringContaining("taken out of the team"),
    });
    await team.install();
    await openThread(channel, room, card());
  });

  it("is the bot when the channel is deleted: of that channel only", async () => {
    await team.install();
    const { place } = await openThread(channel, room, card());
    await team.deleteChannel(anna.room);
    expect(left(desk.events)).toEqual([`bot ${room.address}`]);
    await expect(channel.send(place, line("x"))).rejects.toMatchObject({ delivery: "undeliverable" });
    await expect(openThread(channel, room, card())).rejects.toMatchObject({ delivery: "undeliverable" });
  });

  it("is the bot when the team is archived", async () => {
    await team.install();
    await bert.mention("Hallo");
    await team.archive();
    expect(left(desk.events)).toEqual([`bot ${team.id}`, `bot ${room.address}`]);
    await expect(openThread(channel, room, card())).rejects.toMatchObject({ delivery: "undeliverable" });
  });

  it("is neither another bot nor somebody who leaves what is no room", async () => {
    const person = server.personal(server.person("Cem"));
    await person.install();
    await person.uninstall();
    await team.remove({ ...bert.person, id: "28:another-bot" });
    expect(left(desk.events)).toEqual([`${person.person.id} ${person.room.conversation.id}`]);
  });
});

describe("a guest's words in a staff room in Teams", () => {
  const pieces = fc.constantFrom(
    ...["@channel", "<at>Anna</at>", '<at id="0">Anna</at>', "&lt;at&gt;Anna&lt;/at&gt;", "@Anna", "!!"],
    ...["[Amt](https://evil.example)", "<https://evil.example>", "<a href='https://evil.example'>Amt</a>"],
    ...[
      "https://evil.example/x",
      "![x](https://evil.example/x.png)",
      "**x**",
      "_x_",
      "`x`",
      "# ",
      "> ",
      "- ",
    ],
    ...["\n", " ", "x", '{"type":"AdaptiveCard"}', "{{DATE(2026-01-01)}}", "[a]: https://evil.example"],
  );
  const words = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
  );

  it("mention nobody, link nowhere but where they say, preview nothing and are no card", async () => {
    await team.install();
    const { place, receipt } = await openThread(channel, room, card());
    await fc.assert(
      fc.asyncProperty(words, async (guest) => {
        const before = server.calls.length;
        // as a line, an edited line, and on a card
        const sent = await channel.send(place, relayed(guest));
        await channel.edit?.(sent, place, relayed(guest));
        await channel.edit?.(receipt, place, card(`Gast: ${guest}`));
        const bodies = server.calls
          .slice(before)
          .map(({ body }) => body as Readonly<Record<string, unknown>>);
        expect(bodies).toHaveLength(3);
        for (const body of bodies) expect(body["entities"] ?? []).toEqual([]);
        const [posted, edited, onCard] = bodies;
        const runs = ["AdaptiveCard", "RichTextBlock", "TextRun"];
        for (const body of bodies) {
          // nothing that Teams parses: no Markdown, no HTML, and no card but the desk's own
          expect(body).not.toHaveProperty("text");
          expect(body["attachments"]).toHaveLength(1);
          expect(keysIn(body["attachments"])).not.toContain("msteams");
          expect(String(body["summary"])).not.toMatch(/[<>[\]{}]/u);
          expect(JSON.stringify(body["attachments"])).not.toMatch(/\{\{(?:DATE|TIME)\(/u);
        }
        // what is bold is who said it; nothing leads anywhere
        for (const body of [posted, edited]) {
          const [head, ...others] = runsIn(body?.["attachments"]);
          expect(head).toEqual({ type: "TextRun", text: "Gast:", weight: "Bolder" });
          for (const run of others) expect(Object.keys(run).sort()).toEqual(["text", "type"]);
        }
        for (const body of [posted, edited])
          expect(new Set(typesIn(body?.["attachments"]))).toEqual(new Set(runs));
        expect(new Set(typesIn(onCard?.["attachments"]))).toEqual(
          new Set([...runs, "ActionSet", "Action.Submit"]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** All runs of text. */
function runsIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(runsIn);
  if (typeof value !== "object" || value === null) return [];
  return (value as { type?: unknown }).type === "TextRun" ? [value] : Object.values(value).flatMap(runsIn);
}

/** All names of fields. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(keysIn)];
}

/** All values of "type". */
function typesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (typeof value !== "object" || value === null) return [];
  const { type } = value as { type?: unknown };
  return [...(typeof type === "string" ? [type] : []), ...Object.values(value).flatMap(typesIn)];
}

it("keeps to one rate for all chains of a channel in Teams", () => {
  expect(channel.rates).toContainEqual({ most: 7, withinMs: 1_000, of: "chat" });
});
