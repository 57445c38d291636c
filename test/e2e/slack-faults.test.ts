import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byMetadata, type How } from "../servers/slack/index.js";
import { quiet } from "./kills.js";
import { smallIntents } from "./running-desk.js";
import { eventually, openSlackDesk, type SlackDesk, talk } from "./slack-desk.js";
import { surviveOnSlack } from "./slack-kills.js";
import { refuseForgeries } from "./slack-refused.js";

// they wait most of the time, each for another desk
describe.concurrent("Slack, when things go wrong", () => {
  let shared: SlackDesk;
  beforeAll(async () => {
    shared = await openSlackDesk({ intents: smallIntents, env: () => ({ LOG_LEVEL: "debug" }) });
    await shared.start();
  });
  afterAll(() => shared?.close());

  it("every answer arrives once and in order, although Slack is busy, broken, silent or cut off in bursts", async () => {
    const { slack } = shared;
    const guests = Array.from({ length: 6 }, (_, index) => slack.guest(`guest${index}`));
    const bursts: readonly [How, number][] = [
      [{ status: 429, retryAfter: 1 }, 3],
      [500, 3],
      ["reset", 2],
      ["malformed", 2],
      ["taken-then-reset", 3],
      ["taken-then-500", 2],
      ["taken-then-silence", 1],
      ["silence", 1],
    ];
    for (const [how, times] of bursts) slack.fail({ method: "chat.postMessage", times, how });
    slack.fail({ method: "conversations.history", times: 2, how: 500 });
    for (const question of ["Wann haben Sie offen?", "wo ist euer büro", "xyzzy plugh"])
      for (const guest of guests) expect(await guest.write(question).delivered).toBe(true);
    await eventually(slack.faultsLeft, (left) => left === 0, 40_000);
    await quiet(shared.desk(), 40_000);

    for (const { dm } of guests) {
      const messages = slack.office.conversations.get(dm)?.messages ?? [];
      const copies = [...byMetadata(messages).values()].map(({ length }) => length);
      expect(copies).toEqual(copies.map(() => 1));
      const told = messages.filter(({ byApp }) => byApp).map(({ metadata }) => turnOf(metadata));
      expect(new Set(told).size).toBe(3);
      expect(told).toEqual(told.toSorted((one, other) => one - other));
    }
    expect((await shared.health()).trouble).toBeNull();
  });

  it("forged, outdated, oversized and malformed requests are refused and counted, 20 of each kind", () =>
    refuseForgeries(shared, 20));

  it("a person pressed twice what can be pressed once: one answer", async () => {
    const { slack } = shared;
    const anna = slack.guest("anna");
    const guest = talk(anna);
    await guest.write("Wann haben Sie offen?");
    await guest.hears(/\[Hilfreich\]|👍/u);
    const before = anna.sees().length;
    const presses = [anna.press(/^(?:Hilfreich|👍)/u), anna.press(/^(?:Hilfreich|👍)/u)];
    expect(await Promise.all(presses.map(({ delivered }) => delivered))).toEqual([true, true]);
    await quiet(shared.desk(), 60_000);
    expect(anna.sees().length - before).toBeLessThanOrEqual(2);
  });

  it("a wrong token or a Slack that is away stops nothing else, stands in health, and passes", async () => {
    const away = await openSlackDesk({ intents: smallIntents });
    try {
      const { slack } = away;
      slack.office.installed = false;
      await away.start();
      const page = await fetch(`${away.desk().url}/`);
      expect(page.status).toBe(200);
      await eventually(away.health, ({ trouble }) => /inactive/u.test(trouble ?? ""));
      expect(away.desk().output()).not.toContain(slack.office.botToken);
      slack.office.installed = true;
      await eventually(away.health, ({ trouble }) => trouble === null);
      const guest = talk(slack.guest("anna"));
      await guest.write("Wann haben Sie offen?");
      await guest.hears(/Uhr/u);
    } finally {
      await away.close();
    }
  });

  it.each([
    [3, "http"],
    [2, "socket"],
  ] as const)(
    "nothing is lost or said twice when the process is killed %i times while messages flow, over %s",
    (kills, events) => surviveOnSlack(kills, events),
  );
});

/** The desk's number of the turn that a message answers: the id of its message is `<turn>.<n>`. */
function turnOf(metadata: unknown): number {
  return Number(/"(\d+)\.\d+"/u.exec(JSON.stringify(metadata))?.[1]);
}
