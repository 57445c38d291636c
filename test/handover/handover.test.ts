import { beforeAll, describe, expect, it } from "vitest";
import { founding, learnShipped, openHandoverDesk } from "./desk.js";

beforeAll(learnShipped, 120_000);

const MINUTE = 60_000;

describe("a handover", () => {
  it("begins when the guest asks in words: they are told who comes, and staff see the brief first", async () => {
    const desk = await openHandoverDesk();
    await desk.says("Wie melde ich ein Gewerbe an?");
    await desk.says("Ich möchte mit einem Menschen sprechen");
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
    expect(desk.guest.lines().at(-1)).toMatch(/Ich hole Ihnen einen Menschen dazu.*G-/s);
    expect(desk.room.lines()[0]).toMatch(/Ein Gast wartet.*Anliegen: .*Gewerbe anmelden/s);
    expect(desk.room.lines()[1]).toMatch(/Bisher gesagt.*Gast: Wie melde ich ein Gewerbe an\?/s);
  });

  it("goes to whoever takes it, once, and their lines to the guest and back", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.addStaff("Bernd");
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Übernehmen");
    expect(desk.guest.lines().at(-1)).toMatch(/Anna ist jetzt für Sie da/);
    await desk.staffSays("Anna", "Guten Tag, worum geht es?");
    await desk.staffPresses("Anna", "Senden");
    await desk.pass(10_000);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Guten Tag, worum geht es?");
    await desk.says("Um meine Halle, Tel. 0171 2345678");
    expect(desk.room.lines().at(-1)).toBe("Gast: Um meine Halle, Tel. 0171 2345678");
    await desk.staffPresses("Anna", "Beenden");
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    expect(desk.guest.lines().at(-1)).toMatch(/Anna hat das Gespräch beendet/);
  });

  it("of two who press at once one has it, and the other is told", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.addStaff("Bernd");
    await desk.says("mensch");
    const { action, on, thread } = desk.room.button("Übernehmen");
    await Promise.all([
      desk.staffDoes("Anna", { kind: "action", action, on }, thread),
      desk.staffDoes("Bernd", { kind: "action", action, on }, thread),
    ]);
    await desk.pass(10);
    const state = await desk.state();
    expect(state.handover?.claim?.name).toBe("Anna");
    expect(desk.room.lines().at(-1)).toMatch(/Anna war schneller/);
  });

  it("goes to the room of whoever is responsible", async () => {
    const desk = await openHandoverDesk();
    await desk.says("Ich möchte gründen, wo bekomme ich Beratung?");
    await desk.says("mensch");
    expect(desk.slack.threads).toEqual([`${founding.address}/1`]);
  });

  it("shows itself to the general desk when nobody takes it, then offers a message, then ends", async () => {
    const desk = await openHandoverDesk();
    await desk.says("Ich möchte gründen, wo bekomme ich Beratung?");
    await desk.says("mensch");
    await desk.pass(3 * MINUTE);
    expect(desk.room.lines().at(-1)).toMatch(/wartet seit 3 Minuten/);
    await desk.pass(6 * MINUTE);
    expect(desk.slack.threads).toEqual(["C-FOUNDING/1", "C-GENERAL/2"]);
    await desk.pass(2 * MINUTE);
    expect(desk.guest.lines().at(-1)).toMatch(/bis jetzt hatte niemand Zeit/);
    await desk.pass(20 * MINUTE);
    expect(desk.guest.lines().at(-1)).toMatch(/Ich beende das Warten/);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
  });
});
