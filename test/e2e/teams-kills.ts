import { expect } from "vitest";
import { type Guest, startTeams } from "../servers/teams.js";
import { type Asked, expectDelivered, type Fates } from "./delivered.js";
import { freePort, type RunningDesk, smallIntents, startDesk } from "./running-desk.js";

const GUESTS = 6;
const QUESTIONS = [
  "Wann haben Sie offen?",
  "wo ist euer büro",
  "Termin vereinbaren",
  "ich brauche einen rückruf",
  "xyzzy plugh",
];

/**
 * Lets guests write in Teams while the process is killed again and again, then holds what is stored against what they
 * have seen. Teams sends again what was not acknowledged, so nothing that they wrote may be missing.
 * @param folder of this run alone.
 */
export async function surviveInTeams(kills: number, folder: string): Promise<Fates> {
  const intents = smallIntents(folder);
  const port = await freePort();
  const random = generator(20_261_201);
  const teams = await startTeams({
    endpoint: () => `http://127.0.0.1:${port}/api/messages`,
    attempts: 1_000,
    pause: 60,
  });
  const [inGroup] = teams.group(teams.person("Gruppe"), teams.person("Bo")) as [Guest, Guest];
  const guests = [
    ...Array.from({ length: GUESTS }, (_, index) => teams.personal(teams.person(`Gast ${index}`))),
    inGroup,
  ];
  const asked = guests.map((guest): Asked<Guest> & { ids: string[] } => ({ guest, ids: [] }));
  /** Each guest waits until a message has arrived before they write the next. */
  const writing = guests.map(() => Promise.resolve());

  const write = async (index: number, text: string): Promise<void> => {
    const entry = asked[index]!;
    const alone = entry.guest.room.conversation.type === "personal";
    const done = await (alone ? entry.guest.write(text) : entry.guest.mention(text));
    expect(done.status).toBe(200);
    entry.ids.push(done.id);
  };

  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const desk = await start(folder, intents, port, kill % 2 === 0 ? "learned" : "page");
      for (const index of guests.keys()) {
        const count = 1 + Math.floor(random() * 3);
        for (let line = 0; line < count; line += 1) {
          const text = QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? "";
          const before = random() * 60;
          writing[index] = writing[index]!.then(() => pause(before)).then(() => write(index, text));
          // it is waited for at the end, and must not end the test before
          writing[index].catch(() => {});
        }
      }
      // on every step of the way, from the first request to the last answer
      await pause(20 + random() * 250);
      await desk.kill();
    }
    const desk = await start(folder, intents, port);
    await Promise.all(writing);
    await quiet(desk);
    expect(await desk.stop()).toBe(0);
    return await expectDelivered(folder, asked);
  } finally {
    await teams.stop();
  }
}

function start(
  folder: string,
  intents: string,
  port: number,
  until: "page" | "learned" = "learned",
): Promise<RunningDesk> {
  return startDesk({ folder, intents, port, until, env: { GATHER_MS: "0", LOG_LEVEL: "error" } });
}

/** Waits until everything is answered and sent. */
export async function quiet(desk: RunningDesk, within = 60_000): Promise<void> {
  const until = Date.now() + within;
  while (Date.now() < until) {
    const response = await fetch(`${desk.url}/healthz`);
    const { openEvents, queued } = (await response.json()) as { openEvents?: number; queued?: number };
    if (openEvents === 0 && queued === 0) return;
    await pause(50);
  }
  throw new Error("The desk does not come to rest.");
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Mulberry32: the same seed, the same run of kills (as far as a kill can be the same twice). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
