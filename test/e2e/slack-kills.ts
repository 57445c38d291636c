import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { byMetadata } from "../servers/slack/index.js";
import { generator, pause, quiet } from "./kills.js";
import { smallIntents } from "./running-desk.js";
import { openSlackDesk, type SlackDesk } from "./slack-desk.js";

const GUESTS = 6;
const QUESTIONS = [
  "Wann haben Sie offen?",
  "wo ist euer büro",
  "Termin vereinbaren",
  "ich brauche einen rückruf",
  "xyzzy plugh",
];

/**
 * People write to the desk while its process is killed again and again. In the end every message that Slack saw
 * acknowledged has exactly one turn, every answer stands in Slack exactly once, and in the order of the questions.
 */
export async function surviveOnSlack(kills: number, events: "http" | "socket"): Promise<void> {
  const slackDesk = await openSlackDesk({
    intents: smallIntents,
    // the last repeat comes when the desk is up again
    slack: { events, retries: [0, 800, 4_000] },
    env: () => ({ LOG_LEVEL: "error" }),
  });
  try {
    await survive(slackDesk, kills);
  } finally {
    await slackDesk.close();
  }
}

async function survive(slackDesk: SlackDesk, kills: number): Promise<void> {
  const { slack, folder } = slackDesk;
  const random = generator(20261201);
  const guests = Array.from({ length: GUESTS }, (_, index) => slack.guest(`guest${index}`));
  const acknowledged = new Set<string>();
  let open = true;

  await slackDesk.start();
  const writing = guests.map(async (guest) => {
    while (open) {
      const { ts, delivered } = guest.write(QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? "");
      // one after the other: Slack itself keeps no order among what is on its way
      if (await delivered) acknowledged.add(ts);
      await pause(400 + random() * 600);
    }
  });
  for (let kill = 0; kill < kills; kill++) {
    await pause(300 + random() * 900);
    await slackDesk.desk().kill();
    // every other time it is killed already while it starts
    await slackDesk.start({ until: kill % 2 === 0 ? "learned" : "page" });
  }
  open = false;
  await Promise.all(writing);
  await slackDesk.desk().stop();
  await slackDesk.start();
  await quiet(slackDesk.desk(), 60_000);
  await slackDesk.desk().stop();

  expect(acknowledged.size).toBeGreaterThan(kills);
  const database = new Database(join(folder, "data/nahtstelle.db"), { readonly: true });
  const asked = database
    .prepare<[], { ts: string; event: number; turns: number; answers: string | null }>(
      `select message.client_id as ts, event.id as event,
         (select count(*) from turn where turn.id = event.turn_id) as turns,
         (select group_concat(reply.public_id) from message as reply
           where reply.event_id = event.turn_id and reply.direction = 'out') as answers
       from message join event on event.id = message.event_id where message.direction = 'in' order by event.id`,
    )
    .all();
  database.close();
  const stored = asked.map(({ ts }) => tsOf(ts));
  expect(new Set(stored).size).toBe(stored.length);
  expect([...acknowledged].filter((ts) => !stored.includes(ts))).toEqual([]);
  expect(asked.filter(({ turns, answers }) => turns !== 1 || answers === null)).toEqual([]);

  const answers = asked.flatMap(({ answers }) => answers?.split(",") ?? []);
  const arrived: string[] = [];
  for (const { id, dm } of guests) {
    const messages = slack.office.conversations.get(dm)?.messages ?? [];
    for (const [metadata, copies] of byMetadata(messages)) {
      expect([metadata, copies.length]).toEqual([metadata, 1]);
      arrived.push(metadata);
    }
    // answers stand in the order of the questions
    const mine = messages.filter(({ user }) => user === id).map(({ ts }) => ts);
    const inOrder = asked.filter(({ ts }) => mine.includes(tsOf(ts)));
    expect(inOrder.map(({ ts }) => tsOf(ts))).toEqual(mine.filter((ts) => stored.includes(ts)));
    const told = messages.filter(({ byApp }) => byApp).map(({ metadata }) => JSON.stringify(metadata));
    const wanted = inOrder.flatMap(({ answers }) => answers?.split(",") ?? []);
    const positions = told.map((metadata) => wanted.findIndex((answer) => names(metadata, answer)));
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
  }
  expect(answers.filter((answer) => !arrived.some((metadata) => names(metadata, answer)))).toEqual([]);
}

/** The adapter may call a message by its place, too, such as "D012:1700000000.000100". */
function tsOf(clientId: string): string {
  return /\d+\.\d+$/u.exec(clientId)?.[0] ?? clientId;
}

function names(metadata: string, answer: string): boolean {
  return metadata.includes(`"${answer}"`);
}
