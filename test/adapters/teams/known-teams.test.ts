import { describe, expect, it } from "vitest";
import type { Activity } from "../../../adapters/teams/activity.js";
import { createKnownTeams } from "../../../adapters/teams/known-teams.js";
import type { Place } from "../../../src/vocabulary/index.js";
import { testDesk } from "../desk-setup.js";

const OWN = "11111111-0000-4000-8000-000000000000";
const PARTNER = "22222222-0000-4000-8000-000000000000";
const CHANNEL = "19:shared@thread.tacv2";
const room: Place = { channel: "teams", scope: "room", address: CHANNEL };

/** A line in the channel, as Teams tells of it. */
const heard = (
  tenant: string,
  { team = "19:team@thread.tacv2", serviceUrl = `https://smba.example/${tenant}/` } = {},
): Activity => ({
  type: "message",
  id: "1",
  channelId: "msteams",
  serviceUrl,
  from: { id: "29:somebody" },
  recipient: { id: "28:bot" },
  conversation: {
    id: `${CHANNEL};messageid=1`,
    conversationType: "channel",
    tenantId: tenant,
    isGroup: true,
  },
  channelData: { tenant: { id: tenant }, team: { id: team }, channel: { id: CHANNEL } },
});

describe("a room in Teams that several tenants share", () => {
  const shared = heard(PARTNER, { team: "19:of-partner@thread.tacv2" });

  it.each([
    ["first", [heard(OWN), heard(PARTNER), shared]],
    ["last", [shared, heard(PARTNER), heard(OWN)]],
  ])("is reached by the office's own, which was heard from %s", async (_, activities) => {
    const teams = createKnownTeams(testDesk().memory, [OWN.toUpperCase(), PARTNER]);
    for (const activity of activities) await teams.note(activity);
    expect((await teams.complete(room)).details).toMatchObject({
      serviceUrl: `https://smba.example/${OWN}/`,
      tenantId: OWN,
      teamId: "19:team@thread.tacv2",
    });
  });

  it("is reached by whoever was heard from last, where no tenant is the office's own", async () => {
    const teams = createKnownTeams(testDesk().memory, []);
    for (const tenant of [OWN, PARTNER]) await teams.note(heard(tenant));
    expect((await teams.complete(room)).details).toMatchObject({ tenantId: PARTNER });
  });

  it("and one of which nothing was heard is reached as the own teams are, not as those of others", async () => {
    const teams = createKnownTeams(testDesk().memory, [OWN]);
    await teams.note(heard(OWN));
    await teams.note(shared);
    const other = await teams.complete({ ...room, address: "19:never-heard@thread.tacv2" });
    expect(other.details).toMatchObject({ tenantId: OWN });
  });
});

describe("how a room in Teams is reached", () => {
  it("is what its team said last, also for a thread that was begun before", async () => {
    const { memory } = testDesk();
    const before = createKnownTeams(memory, [OWN]);
    await before.note(heard(OWN));
    const thread = { ...(await before.complete(room)), thread: "1" };
    await before.note(heard(OWN, { serviceUrl: "https://smba.example/moved/" }));
    // after a restart, too
    const after = createKnownTeams(memory, [OWN]);
    expect(await after.complete(thread)).toMatchObject({
      thread: "1",
      details: { serviceUrl: "https://smba.example/moved/", channelId: CHANNEL },
    });
  });

  it("stays as it was stored where nothing is known of the team", async () => {
    const teams = createKnownTeams(testDesk().memory, [OWN]);
    const group: Place = {
      ...room,
      address: "19:chat@thread.v2",
      details: { serviceUrl: "https://smba.example/" },
    };
    expect(await teams.complete(group)).toEqual(group);
    await teams.note(heard(OWN));
    expect(await teams.complete(group)).toEqual(group);
  });

  it("is no way at all once the bot was taken out of the team, until it is heard from again", async () => {
    const { memory } = testDesk();
    const teams = createKnownTeams(memory, [OWN]);
    await teams.note(heard(OWN));
    await teams.gone({ channel: "19:team@thread.tacv2", team: "19:team@thread.tacv2" });
    const stored: Place = { ...room, thread: "1", details: { serviceUrl: "https://smba.example/" } };
    for (const place of [room, stored])
      await expect(teams.complete(place)).rejects.toMatchObject({ delivery: "undeliverable" });
    const { channelData: _, ...general } = heard(OWN);
    await teams.note({
      ...general,
      channelData: { tenant: { id: OWN }, team: { id: "19:team@thread.tacv2" } },
    });
    expect((await teams.complete(stored)).thread).toBe("1");
    expect([...(await memory.all("gone:")).keys()]).toEqual([]);
  });
});
