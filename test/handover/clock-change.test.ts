import { beforeAll, describe, expect, it } from "vitest";
import { type HandoverDesk, learnShipped, openHandoverDesk } from "./desk.js";

beforeAll(learnShipped, 120_000);

const MINUTE = 60_000;

/** In 2027 clocks go back on 31 October at 3:00 (1:00 UTC), and forward on 28 March at 2:00 (1:00 UTC). */
const NIGHTS = [
  ["goes back", "2027-10-31"],
  ["goes forward", "2027-03-28"],
] as const;

const wholeDays = {
  from: "2027-01-01",
  to: "2027-12-31",
  intervals: [["00:00", "24:00"]],
  reason: null,
} as const;

async function at(desk: HandoverDesk, moment: string): Promise<void> {
  await desk.pass(Date.parse(moment) - desk.process.time.now());
}

describe.each(NIGHTS)("the night in which the clock %s", (_, day) => {
  it("changes no waiting: reminders, the offer and the end come after as many minutes as on any day", async () => {
    const desk = await openHandoverDesk({ office: { exceptions: [wholeDays] } });
    await desk.addStaff("Anna");
    await at(desk, `${day}T00:55:00Z`);
    await desk.says("mensch");
    await at(desk, `${day}T00:57:50Z`);
    expect(desk.room.lines().join("\n")).not.toMatch(/wartet seit/);
    await at(desk, `${day}T00:58:10Z`);
    expect(desk.room.lines().at(-1)).toMatch(/wartet seit 3 Minuten/);
    await at(desk, `${day}T01:01:10Z`);
    expect(desk.room.lines().at(-1)).toMatch(/wartet seit 6 Minuten/);
    await at(desk, `${day}T01:04:50Z`);
    expect(desk.guest.labels()).not.toContain("Nachricht dalassen");
    await at(desk, `${day}T01:05:10Z`);
    expect(desk.guest.labels()).toContain("Nachricht dalassen");
    await at(desk, `${day}T01:24:50Z`);
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
    await at(desk, `${day}T01:25:10Z`);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
  });

  it("ends no talk early and none late: silence is counted in minutes that pass", async () => {
    const desk = await openHandoverDesk({ office: { exceptions: [wholeDays] } });
    await desk.addStaff("Anna", true);
    await at(desk, `${day}T00:45:00Z`);
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Übernehmen");
    await at(desk, `${day}T00:50:00Z`);
    await desk.staffSays("Anna", "Worum geht es?");
    const before = desk.guest.lines().length;
    await at(desk, `${day}T01:09:00Z`);
    expect(desk.guest.lines()).toHaveLength(before + 1);
    await at(desk, `${day}T01:11:00Z`);
    expect(desk.guest.lines()).toHaveLength(before + 2);
    expect(await desk.state()).toMatchObject({ owner: "person" });
    await at(desk, `${day}T01:21:00Z`);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
  });

  it("opens the office at nine by its clock, which the guest is told at any hour of the night", async () => {
    // both Mondays are public holidays that year: Easter and All Saints
    const tuesday = new Date(Date.parse(`${day}T00:00:00Z`) + 48 * 60 * MINUTE).toISOString().slice(0, 10);
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    // in October the clock shows half past two twice
    for (const time of ["00:30", "01:30"]) {
      await at(desk, `${day}T${time}:00Z`);
      await desk.says("mensch");
      expect(desk.guest.lines().at(-1)).toMatch(/Im Moment ist niemand da.*Dienstag.*9:00/s);
      expect(await desk.state()).toMatchObject({ owner: "bot" });
    }
    const nine = day === "2027-10-31" ? "08:00" : "07:00";
    await desk.pass(Date.parse(`${tuesday}T${nine}:00Z`) - desk.process.time.now() - MINUTE);
    await desk.says("mensch");
    expect(desk.guest.lines().at(-1)).toMatch(/Im Moment ist niemand da/);
    await desk.pass(MINUTE);
    await desk.says("mensch");
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
  });
});
