import fc from "fast-check";
import { expect } from "vitest";
import { ownerIn, stateOf } from "../../src/handover/states.js";
import { general, type HandoverDesk, openHandoverDesk } from "./desk.js";

/** What may happen next, by whomever. */
type Step =
  | { readonly does: "guest-says" | "asks" | "back" }
  | { readonly does: "take" | "reply" | "note" | "close" | "pass" | "recall"; readonly who: "Anna" | "Bernd" }
  | { readonly does: "wait"; readonly ms: number }
  | { readonly does: "crash" };

const who = fc.constantFrom("Anna" as const, "Bernd" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("guest-says" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("asks" as const, "back" as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constantFrom("take", "take", "reply", "reply", "reply", "note", "close", "pass", "recall"),
      who,
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("wait" as const),
      ms: fc.constantFrom(1, 5_000, 11_000, 70_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: "crash" as const }) },
);
/** Each group happens at once: in one breath, before anything of it is decided. */
const groups = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 7 });

/**
 * Guest and two of staff do anything in any order, also at once, while the process dies now and then. Whatever happens: no
 * line is lost or said twice, no note reaches the guest, the assistant answers nothing that went to a person, and nobody
 * but whoever has the conversation is heard.
 */
export async function survivesInterleavings(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(groups, async (script) => {
      const desk = await openHandoverDesk({ rules: { rooms: [{ ...general, shows: "matter" }] } });
      await desk.addStaff("Anna", true);
      await desk.addStaff("Bernd", true);
      await desk.says("mensch");
      const said = { guest: 0, staff: 0 };
      for (const group of script) {
        await Promise.all(group.map((one) => act(one, desk, said)));
        if (group.some(({ does }) => does === "crash")) await desk.restart();
      }
      await desk.pass(15_000);
      await holds(desk, said);
      await desk.process.close();
    }),
    { numRuns: runs, ...(process.env["FC_SEED"] ? { seed: Number(process.env["FC_SEED"]) } : {}) },
  );
}

async function act(one: Step, desk: HandoverDesk, said: { guest: number; staff: number }): Promise<void> {
  switch (one.does) {
    case "guest-says":
      said.guest += 1;
      return desk.says(`Zeile ${said.guest}.`);
    case "asks":
      return desk.says("mensch");
    case "back":
      return press(() => desk.presses("Zurück zum Assistenten"));
    case "reply":
      said.staff += 1;
      await desk.staffSays(one.who, `Antwort ${said.staff}.`);
      return;
    case "note":
      await desk.staffSays(one.who, "!! intern");
      return;
    case "take":
      return press(() => desk.staffPresses(one.who, "Übernehmen"));
    case "close":
      return press(() => desk.staffPresses(one.who, "Beenden"));
    case "recall":
      return press(() => desk.staffPresses(one.who, "Zurückholen"));
    case "pass":
      await press(() => desk.staffPresses(one.who, "Weitergeben"));
      return press(() => desk.staffPresses(one.who, "Zentrale"));
    case "wait":
      return desk.pass(one.ms);
    case "crash":
      return;
  }
}

/** A button that is not there is not pressed. */
async function press(button: () => Promise<void>): Promise<void> {
  try {
    await button();
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("no button"))) throw error;
  }
}

async function holds(desk: HandoverDesk, said: { guest: number; staff: number }): Promise<void> {
  const guest = desk.guest.lines();
  const turns = await desk.process.store.log({ last: 1_000 });
  const count = (lines: readonly string[], wanted: string): number =>
    lines.filter((line) => line === wanted).length;
  expect(guest.join("\n")).not.toContain("intern");
  for (let n = 1; n <= said.guest; n += 1) {
    // either the assistant answered it, or it went to a person, never both and never neither
    const answered = turns.filter(({ question }) => question?.split("\n").includes(`Zeile ${n}.`)).length;
    const shown = desk.slack.threads.map(
      (thread) =>
        desk.room
          .lines(thread)
          .flatMap((line) => line.split("\n"))
          .filter((line) => line === `Gast: Zeile ${n}.`).length,
    );
    expect(Math.max(0, ...shown)).toBeLessThanOrEqual(1);
    expect([n, answered + Math.max(0, ...shown)]).toEqual([n, 1]);
  }
  for (let n = 1; n <= said.staff; n += 1) {
    const lines = ["Anna", "Bernd"].map((name) => count(guest, `${name}: Antwort ${n}.`));
    expect(lines[0] ?? 0).toBeLessThanOrEqual(1);
    expect((lines[0] ?? 0) + (lines[1] ?? 0)).toBeLessThanOrEqual(1);
  }
  // what was recorded as replied was delivered, but for what was recalled
  const records = await desk.process.store.handovers({ since: 0 });
  const replied = records.reduce((sum, { replies }) => sum + replies, 0);
  const audit = await desk.process.store.audit({ last: 1_000 });
  const recalled = audit.filter(({ did }) => did === "recall").length;
  expect(guest.filter((line) => /^(?:Anna|Bernd): Antwort/.test(line)).length).toBeLessThanOrEqual(replied);
  expect(guest.filter((line) => /^(?:Anna|Bernd): Antwort/.test(line)).length).toBeGreaterThanOrEqual(
    replied - recalled,
  );
  const state = await desk.state();
  expect(state.owner).toBe(ownerIn[stateOf(state.handover)]);
  const open = await desk.process.store.openCases();
  expect(open.map(({ number, stage }) => ({ number, stage }))).toEqual(
    state.handover ? [{ number: state.handover.number, stage: state.handover.stage }] : [],
  );
}
