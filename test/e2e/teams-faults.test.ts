import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Failing, type Guest, startTeams, type TeamsServer } from "../servers/teams.js";
import { expectDelivered } from "./delivered.js";
import { freePort, freshFolder, type RunningDesk, smallIntents, startDesk } from "./running-desk.js";
import { quiet, surviveInTeams } from "./teams-kills.js";
import { openDeskInTeams, refuseAll } from "./teams-refusals.js";

const REFUSED = 20;
const KILLS = 5;
/** Of those with a guest of their own. */
const TESTS = 11;
/** What only the answer on the hours says, and only the one on the way. */
const HOURS = /Montag bis Mittwoch/;
const WAY = /Haltestelle/;

describe("when Teams fails", () => {
  const place = freshFolder();
  let desk: RunningDesk;
  let teams: TeamsServer;
  let fresh: Guest[] = [];
  beforeAll(async () => {
    const port = await freePort();
    desk = await startDesk({
      folder: place.folder,
      intents: smallIntents(place.folder),
      port,
      env: { GATHER_MS: "0" },
    });
    teams = await startTeams({ endpoint: () => `http://127.0.0.1:${port}/api/messages` });
    // greeted, so that nothing but the answer to the next question follows
    fresh = Array.from({ length: TESTS }, (_, index) => teams.personal(teams.person(`Gast ${index}`)));
    await Promise.all(fresh.map((guest) => guest.write("Guten Tag")));
    await Promise.all(fresh.map((guest) => guest.hears(/./)));
    await quiet(desk);
  });
  afterAll(async () => {
    await desk?.stop();
    await teams?.stop();
    place.remove();
  });

  /** A guest in a chat of their own, in which the next sends fail so. */
  function guestWith(how: Failing, times: number): Guest {
    const guest = fresh.pop();
    if (!guest) throw new Error("There are more tests than guests.");
    teams.fail({ times, how, in: guest.room.conversation.id });
    return guest;
  }

  const sends = (guest: Guest) =>
    teams.calls.filter(
      ({ method, path, body }) =>
        method === "POST" &&
        path.includes(guest.room.conversation.id) &&
        (body as { type?: string } | undefined)?.type === "message",
    );

  it.concurrent.each([
    // how, times, how often the answer may be seen
    [429, 2, [1]],
    [412, 1, [1]],
    [500, 1, [1]],
    [502, 1, [1]],
    ["reset", 1, [1]],
    ["silence", 1, [1]],
    ["taken-then-reset", 1, [1, 2]],
    ["malformed", 1, [1, 2]],
  ] as const)(
    "with %s, %i times, the answer comes, once where that can be known",
    async (how, times, seen) => {
      const guest = guestWith(how, times);
      const before = guest.heard().length;
      await guest.write("Wann haben Sie offen?");
      await guest.hears(HOURS, { after: before, within: 40_000 });
      // what was asked later is answered behind it
      await guest.write("wo ist euer büro");
      await guest.hears(WAY, { after: before, within: 20_000 });
      const answers = guest.heard().slice(before);
      const hours = answers.filter(({ text }) => HOURS.test(text));
      expect(seen).toContain(hours.length);
      expect(answers.findLastIndex(({ text }) => HOURS.test(text))).toBeLessThan(
        answers.findIndex(({ text }) => WAY.test(text)),
      );
    },
  );

  it.concurrent("it waits as long as 429 asks", async ({ expect }) => {
    const guest = guestWith(429, 1);
    const [before, after] = [sends(guest).length, guest.heard().length];
    await guest.write("Wann haben Sie offen?");
    await guest.hears(HOURS, { after, within: 20_000 });
    const [refused, taken] = sends(guest).slice(before);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it.concurrent("it sends nothing more to a chat that has blocked it, and says so in its log", async ({
    expect,
  }) => {
    const guest = guestWith(403, 1);
    const before = sends(guest).length;
    await guest.write("Wann haben Sie offen?");
    await expect.poll(() => sends(guest).length, { timeout: 10_000 }).toBeGreaterThan(before);
    await guest.write("wo ist euer büro");
    await guest.hears(WAY);
    expect(sends(guest)[before]?.status).toBe(403);
    expect(sends(guest).filter(({ status }) => status === 403)).toHaveLength(1);
  });

  it.concurrent("an answer that may have arrived twice is given up, visibly, and holds up nothing behind it", async ({
    expect,
  }) => {
    const guest = guestWith("taken-then-reset", 2);
    const before = guest.heard().length;
    await guest.write("Wann haben Sie offen?");
    await guest.write("wo ist euer büro");
    await guest.hears(WAY, { after: before, within: 20_000 });
    const answers = guest.heard().slice(before);
    expect(answers.filter(({ text }) => HOURS.test(text))).toHaveLength(2);
    expect(desk.output()).toContain("a message was given up");
  });
});

describe("when Teams fails in bursts", () => {
  it("every question is answered once, or at most twice, in order", async () => {
    const place = freshFolder();
    const port = await freePort();
    const teams = await startTeams({ endpoint: () => `http://127.0.0.1:${port}/api/messages` });
    const intents = smallIntents(place.folder);
    const desk = await startDesk({ folder: place.folder, intents, port, env: { GATHER_MS: "0" } });
    try {
      const guests = Array.from({ length: 8 }, (_, index) => teams.personal(teams.person(`Gast ${index}`)));
      const asked = guests.map((guest) => ({ guest, ids: [] as string[] }));
      const kinds: Failing[] = [429, "reset", 500, "taken-then-reset", "malformed", 412, 502];
      for (const how of kinds) teams.fail({ times: 2, how });
      await Promise.all(
        asked.map(async ({ guest, ids }) => {
          for (const text of ["Wann haben Sie offen?", "wo ist euer büro", "Termin vereinbaren"])
            ids.push((await guest.write(text)).id);
        }),
      );
      await quiet(desk);
      expect(await desk.stop()).toBe(0);
      const { delivered } = await expectDelivered(place.folder, asked);
      expect(delivered).toBeGreaterThanOrEqual(guests.length * 3 - 7);
    } finally {
      await desk.kill();
      await teams.stop();
      place.remove();
    }
  });

  it(`nothing that was acknowledged is lost, although the process is killed ${KILLS} times`, async () => {
    const place = freshFolder();
    try {
      const { delivered } = await surviveInTeams(KILLS, place.folder);
      expect(delivered).toBeGreaterThan(0);
    } finally {
      place.remove();
    }
  });
});

describe("with credentials", () => {
  it("a request with a good token is answered, and only guests of the named tenants are", async () => {
    const place = freshFolder();
    const running = await openDeskInTeams(place.folder, {
      tenants: ["72f988bf-0000-41af-91ab-2d7cd011db47"],
    });
    try {
      const guest = running.teams.personal(running.teams.person("Ada"));
      expect((await guest.write("Wann haben Sie offen?")).status).toBe(200);
      await guest.hears(/Uhr/);
    } finally {
      await running.close();
      place.remove();
    }
    const other = freshFolder();
    const closed = await openDeskInTeams(other.folder, { tenants: ["11111111-2222-4333-8444-555555555555"] });
    try {
      const guest = closed.teams.personal(closed.teams.person("Ada"));
      expect([200, 403]).toContain((await guest.write("Wann haben Sie offen?")).status);
      expect(await closed.refused()).toEqual({ tenant: 1 });
      expect(guest.heard()).toEqual([]);
    } finally {
      await closed.close();
      other.remove();
    }
  });

  it("while the keys cannot be had, Teams is asked to send again, and the message is answered then", async () => {
    const place = freshFolder();
    const running = await openDeskInTeams(place.folder);
    try {
      running.identity.down(true);
      const guest = running.teams.personal(running.teams.person("Ada"));
      const writing = guest.write("Wann haben Sie offen?");
      setTimeout(() => running.identity.down(false), 120);
      const { status, attempts } = await writing;
      expect(status).toBe(200);
      expect(attempts).toBeGreaterThan(1);
      await guest.hears(/Uhr/);
    } finally {
      await running.close();
      place.remove();
    }
  });

  it(`forged, expired, malformed and oversized requests are refused and counted, ${REFUSED} of each kind`, async () => {
    const place = freshFolder();
    try {
      await refuseAll(REFUSED, place.folder);
    } finally {
      place.remove();
    }
  });
});
