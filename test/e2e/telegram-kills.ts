import { expect } from "vitest";
import { type Guest, startTelegram } from "../servers/telegram/index.js";
import { type Asked, expectDelivered, type Fates } from "./delivered.js";
import { generator, pause, quiet } from "./kills.js";
import { freePort, smallIntents } from "./running-desk.js";
import { deskOn } from "./telegram-guest.js";

const GUESTS = 6;
const QUESTIONS = [
  "Wann haben Sie offen?",
  "wo ist euer büro",
  "Termin vereinbaren",
  "ich brauche einen rückruf",
  "xyzzy plugh",
];

/**
 * Lets guests write on Telegram while the process is killed again and again, then holds what is stored against what they
 * see. Telegram keeps what was not confirmed, so nothing that they wrote may be missing.
 * @param folder of this run alone.
 */
export async function surviveOnTelegram(
  kills: number,
  folder: string,
  by: "polling" | "webhook",
): Promise<Fates> {
  const telegram = await startTelegram();
  const random = generator(20_261_202);
  const settings = { folder, by, intents: smallIntents(folder), port: await freePort() };
  const start = () => deskOn(telegram, { ...settings, env: { LOG_LEVEL: "error" } });
  const guests = Array.from({ length: GUESTS }, (_, index) => telegram.guest(index + 1, { language: "de" }));
  const asked = guests.map((guest): Asked & { ids: string[] } => ({ guest: heardBy(guest), ids: [] }));
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const desk = await start();
      const writing = guests.map(async (guest, index) => {
        for (let line = Math.floor(random() * 3); line >= 0; line -= 1) {
          await pause(random() * 60);
          const text = QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? "";
          asked[index]?.ids.push(String(guest.write(text)));
        }
      });
      // on every step of the way, from the update to the last answer
      await pause(20 + random() * 250);
      await desk.kill();
      await Promise.all(writing);
    }
    const desk = await start();
    await expect.poll(telegram.pending, { timeout: 20_000 }).toEqual([]);
    await quiet(desk, 60_000);
    expect(await desk.stop()).toBe(0);
    return await expectDelivered(folder, asked);
  } finally {
    await telegram.close();
  }
}

/** By the ids of what stands in the guest's chat from the bot. */
export function heardBy(guest: Guest): Asked["guest"] {
  return {
    heard: () =>
      guest
        .sees()
        .filter(({ from }) => from === "bot")
        .map(({ id }) => ({ id: String(id) })),
  };
}
