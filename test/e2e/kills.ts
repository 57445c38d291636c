import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
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
 * Lets guests write while the process is killed again and again, then looks at what is stored.
 * @param folder of this run alone.
 */
export async function survive(kills: number, folder: string): Promise<void> {
  const intents = smallIntents(folder);
  const port = await freePort();
  const random = generator(20261123);
  const sessions = Array.from({ length: GUESTS }, (_, guest) => `${guest}`.padStart(43, "A"));
  const accepted = new Set<string>();
  /** Sent, but the process died before it said whether it had them: a guest's page sends them again. */
  let unclear: Post[] = [];
  let count = 0;

  for (let kill = 0; kill < kills; kill++) {
    // every other time already while the desk is still learning
    const desk = await start(folder, intents, port, kill % 2 === 0 ? "learned" : "page");
    const posts = [
      ...unclear,
      ...sessions.flatMap((session) =>
        Array.from(
          { length: 1 + Math.floor(random() * 3) },
          (): Post => ({
            session,
            id: uuid(count++),
            text: QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? "",
          }),
        ),
      ),
    ];
    unclear = [];
    const sending = posts.map(async (post) => {
      // spread over the time that an answer takes, so that the kill falls on every step of the way
      await pause(random() * 120);
      const status = await send(desk, post).catch(() => 0);
      if (status === 202 || status === 200) accepted.add(post.id);
      else unclear.push(post);
    });
    await pause(random() * 200);
    await desk.kill();
    await Promise.all(sending);
  }

  const desk = await start(folder, intents, port);
  for (const post of unclear) {
    expect([200, 202]).toContain(await send(desk, post));
    accepted.add(post.id);
  }
  await quiet(desk);
  expect(await desk.stop()).toBe(0);

  expect(accepted.size).toBe(count);
  const database = new Database(join(folder, "data/nahtstelle.db"), { readonly: true });
  const asked = database
    .prepare<[], { client_id: string; answers: number; replies: number }>(
      `select message.client_id,
         (select count(*) from turn where turn.id = event.turn_id) as answers,
         (select count(*) from message as reply where reply.event_id = event.turn_id and reply.direction = 'out') as replies
       from message join event on event.id = message.event_id where message.direction = 'in'`,
    )
    .all();
  const doubled = database
    .prepare("select public_id from message where direction = 'out' group by public_id having count(*) > 1")
    .all();
  database.close();
  expect(asked).toHaveLength(count);
  expect(new Set(asked.map(({ client_id }) => client_id))).toEqual(accepted);
  expect(asked.filter(({ answers, replies }) => answers !== 1 || replies === 0)).toEqual([]);
  expect(doubled).toEqual([]);
}

interface Post {
  readonly session: string;
  readonly id: string;
  readonly text: string;
}

function start(
  folder: string,
  intents: string,
  port: number,
  until: "page" | "learned" = "learned",
): Promise<RunningDesk> {
  return startDesk({
    folder,
    intents,
    port,
    until,
    // nothing is kept of what it learns, so that it is killed while it learns, too
    env: { GATHER_MS: "60", LOG_LEVEL: "error", LEARNED_DIR: "/dev/null/nowhere" },
  });
}

async function send(desk: RunningDesk, { session, id, text }: Post): Promise<number> {
  const response = await fetch(`${desk.url}/web/messages`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: desk.url,
      cookie: `nahtstelle=${session}`,
    },
    body: JSON.stringify({ id, text }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Waits until everything is answered and sent or given up. */
export async function quiet(desk: RunningDesk, withinMs = 10_000): Promise<void> {
  for (let attempt = 0; attempt < withinMs / 50; attempt++) {
    const health = (await (await fetch(`${desk.url}/healthz`)).json()) as {
      openEvents?: number;
      queued?: number;
    };
    if (health.openEvents === 0 && health.queued === 0) return;
    await pause(50);
  }
  throw new Error("The desk does not come to rest.");
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function uuid(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
}

/** Mulberry32: the same seed, the same run of kills (as far as a kill can be the same twice). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
