import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Guest, startTelegram, type TelegramServer } from "../servers/telegram/index.js";
import { expectDelivered } from "./delivered.js";
import { quiet } from "./kills.js";
import { freePort, freshFolder, type RunningDesk, smallIntents } from "./running-desk.js";
import { deskOn, telegramHealth } from "./telegram-guest.js";
import { heardBy, surviveOnTelegram } from "./telegram-kills.js";
import { refuseAll } from "./telegram-refusals.js";

/** What only the answer on the hours says, and only the one on the way. */
const HOURS = /Montag bis Mittwoch/;
const WAY = /Haltestelle/;

const saidTo = (guest: Guest): string[] =>
  guest
    .sees()
    .filter(({ from }) => from === "bot")
    .map(({ text }) => text);

describe("when Telegram fails", () => {
  const place = freshFolder();
  let telegram: TelegramServer;
  let desk: RunningDesk;
  let guests = 0;
  beforeAll(async () => {
    telegram = await startTelegram();
    const intents = smallIntents(place.folder);
    desk = await deskOn(telegram, { folder: place.folder, intents, by: "webhook" });
  });
  afterAll(async () => {
    await desk?.stop();
    await telegram?.close();
    place.remove();
  });

  /** Greeted, so that nothing but the answer to the next question follows. */
  async function newGuest(): Promise<Guest> {
    guests += 1;
    const guest = telegram.guest(guests, { language: "de" });
    guest.write("Guten Tag");
    await expect.poll(() => saidTo(guest).length, { timeout: 20_000 }).toBeGreaterThan(1);
    await quiet(desk, 20_000);
    return guest;
  }

  it.each([
    // how, times, how often the answer may be seen
    [429, 2, [1]],
    [500, 1, [1]],
    ["reset", 1, [1]],
    ["silence", 1, [1]],
    ["taken-then-reset", 1, [1, 2]],
    ["malformed", 1, [1]],
  ] as const)(
    "with %s, %i times, the answer comes, once where that can be known, and in order",
    async (how, times, seen) => {
      const guest = await newGuest();
      const before = saidTo(guest).length;
      telegram.fail({ method: "sendMessage", times, how });
      guest.write("Wann haben Sie offen?");
      guest.write("wo ist euer büro");
      await expect.poll(() => saidTo(guest).some((text) => WAY.test(text)), { timeout: 40_000 }).toBe(true);
      const answers = saidTo(guest).slice(before);
      expect(seen).toContain(answers.filter((text) => HOURS.test(text)).length);
      expect(answers.findLastIndex((text) => HOURS.test(text))).toBeLessThan(
        answers.findIndex((text) => WAY.test(text)),
      );
      expect(telegram.openFaults()).toBe(0);
    },
  );

  it("forged, malformed and oversized requests are refused and counted, 20 of each kind", async () => {
    await refuseAll(desk, 20);
    const guest = await newGuest();
    expect(saidTo(guest).length).toBeGreaterThan(1);
  });
});

it("every question of many guests is answered, in bursts of everything that can go wrong", async () => {
  const place = freshFolder();
  const telegram = await startTelegram();
  const desk = await deskOn(telegram, { folder: place.folder, intents: smallIntents(place.folder) });
  try {
    const guests = Array.from({ length: 6 }, (_, index) => telegram.guest(index + 1, { language: "de" }));
    const asked = guests.map((guest) => ({ guest: heardBy(guest), ids: [] as string[] }));
    for (const how of [429, 500, "reset", "taken-then-reset", "malformed"] as const) {
      telegram.fail({ method: "sendMessage", times: 2, how });
      telegram.fail({ method: "getUpdates", times: 1, how: how === "taken-then-reset" ? "reset" : how });
      for (const [index, guest] of guests.entries())
        asked[index]?.ids.push(String(guest.write("Wann haben Sie offen?")));
    }
    await expect.poll(telegram.pending, { timeout: 30_000 }).toEqual([]);
    await quiet(desk, 60_000);
    expect(await desk.stop()).toBe(0);
    const { delivered } = await expectDelivered(place.folder, asked);
    expect(delivered).toBeGreaterThanOrEqual(5 * guests.length);
  } finally {
    await desk.stop();
    await telegram.close();
    place.remove();
  }
});

it.each([
  [3, "polling"],
  [2, "webhook"],
] as const)(
  "nothing is lost when the process is killed %i times while messages flow, by %s",
  async (kills, by) => {
    const place = freshFolder();
    try {
      const { delivered } = await surviveOnTelegram(kills, place.folder, by);
      expect(delivered).toBeGreaterThan(0);
    } finally {
      place.remove();
    }
  },
);

it("a second poller, a wrong token or no network stops nothing else, stands in health, and passes", async () => {
  const place = freshFolder();
  const telegram = await startTelegram();
  await telegram.down();
  const desk = await deskOn(telegram, {
    folder: place.folder,
    intents: smallIntents(place.folder),
    port: await freePort(),
  });
  const trouble = async () => (await telegramHealth(desk)).trouble;
  try {
    await expect.poll(trouble, { timeout: 20_000 }).toMatch(/could not be reached/);
    // the web goes on meanwhile
    expect((await fetch(`${desk.url}/`)).status).toBe(200);
    await telegram.up();
    await expect.poll(trouble, { timeout: 40_000 }).toBeNull();

    const poll = () =>
      fetch(`${telegram.root}/bot${telegram.token}/getUpdates`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ timeout: 1 }),
      });
    await expect
      .poll(
        async () => {
          await poll().then((response) => response.arrayBuffer());
          return trouble();
        },
        { timeout: 20_000 },
      )
      .toMatch(/another process/);
    const guest = telegram.guest(1, { language: "de" });
    guest.write("Wann haben Sie offen?");
    await expect.poll(() => saidTo(guest).some((text) => HOURS.test(text)), { timeout: 40_000 }).toBe(true);
    await expect.poll(trouble, { timeout: 40_000 }).toBeNull();
    expect(desk.output()).not.toContain(telegram.token);
  } finally {
    await desk.stop();
    await telegram.close();
    place.remove();
  }

  const other = freshFolder();
  const strict = await startTelegram();
  const stranger = await deskOn(
    { root: strict.root, token: "4711:not-the-token" },
    { folder: other.folder, intents: smallIntents(other.folder) },
  );
  try {
    await expect
      .poll(async () => (await telegramHealth(stranger)).trouble, { timeout: 20_000 })
      .toMatch(/does not accept the token/);
    expect((await fetch(`${stranger.url}/`)).status).toBe(200);
    expect(stranger.output()).not.toContain("not-the-token");
  } finally {
    await stranger.stop();
    await strict.close();
    other.remove();
  }
});
