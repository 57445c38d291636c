import { afterAll, beforeAll, describe, it } from "vitest";
import { smallIntents } from "../e2e/running-desk.js";
import { openSlackDesk, type SlackDesk } from "../e2e/slack-desk.js";
import { surviveOnSlack } from "../e2e/slack-kills.js";
import { refuseForgeries } from "../e2e/slack-refused.js";

describe("Slack, for as long as it takes", () => {
  let shared: SlackDesk;
  beforeAll(async () => {
    shared = await openSlackDesk({ intents: smallIntents });
    await shared.start();
  });
  afterAll(() => shared?.close());

  it("1,000 forged, outdated, oversized and malformed requests of each kind are refused and counted", () =>
    refuseForgeries(shared, 1_000));

  it.each(["http", "socket"] as const)(
    "nothing is lost or said twice when the process is killed 50 times while messages flow, over %s",
    (events) => surviveOnSlack(50, events),
  );
});
