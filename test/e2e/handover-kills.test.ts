import { describe, expect, it } from "vitest";
import { transitions } from "../../src/handover/states.js";
import { survivesEachStep } from "./handover-kills.js";
import { nameOf, steps, timedSteps } from "./handover-steps.js";

describe("a desk that is killed in a handover", () => {
  it("is killed at every step of the machine", () => {
    const killed = [...steps, ...timedSteps].flatMap(({ from, move }) => (move ? [`${from}: ${move}`] : []));
    const known = Object.entries(transitions).flatMap(([from, moves]) =>
      Object.keys(moves).map((move) => `${from}: ${move}`),
    );
    expect([...new Set(killed)].sort()).toEqual(known.sort());
    const names = steps.map(nameOf);
    expect(names).toEqual([...new Set(names)]);
  });

  it(
    "goes on as if nothing had happened, right after each thing that guest and staff do",
    () => survivesEachStep({ together: 9, delay: () => 0 }),
    600_000,
  );
});
