import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  after,
  type HandoverMove,
  type HandoverState,
  ownerIn,
  stateOf,
  transitions,
} from "../../src/handover/states.js";

const states = Object.keys(transitions) as HandoverState[];
const moves = [...new Set(states.flatMap((state) => Object.keys(transitions[state]) as HandoverMove[]))];

describe("the states between bot and person", () => {
  it("are all reached from the bot, and lead back to it in one move", () => {
    const reached = new Set<HandoverState>(["bot"]);
    for (const state of reached) for (const to of Object.values(transitions[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...states].sort());
    for (const state of states.filter((one) => one !== "bot"))
      expect(Object.values(transitions[state])).toContain("bot");
  });

  it("have one owner each, whatever happens in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves)), (sequence) => {
        let state: HandoverState = "bot";
        for (const move of sequence) {
          const next = after(state, move);
          if (next === null) continue;
          // only claiming gives it to a person, and only asking makes a guest wait who had not asked
          if (ownerIn[next] === "person" && ownerIn[state] !== "person") expect(move).toBe("claim");
          if (next === "waiting" && ownerIn[state] === "bot") expect(move).toBe("ask");
          state = next;
        }
        expect(["bot", "waiting", "person"]).toContain(ownerIn[state]);
      }),
    );
  });

  it("are what a stored handover says", () => {
    expect(stateOf(undefined)).toBe("bot");
    expect(stateOf({ stage: "person", ticket: true })).toBe("answered-ticket");
    expect(stateOf({ stage: "person", ticket: false })).toBe("person");
    expect(stateOf({ stage: "waiting", ticket: true })).toBe("waiting");
  });

  it("are drawn in CONTRIBUTING.md as they are", () => {
    const page = readFileSync(resolve(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");
    const [, drawing = ""] = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(page) ?? [];
    const drawn = [...drawing.matchAll(/^ {2}(\S+) --> (\S+): (.+)$/gm)].flatMap(([, from, to, by = ""]) =>
      by.split(", ").map((move) => `${from} ${move} ${to}`),
    );
    const named = (state: string): string => state.replace("-", "_");
    const known = states.flatMap((state) =>
      Object.entries(transitions[state]).map(([move, to]) => `${named(state)} ${move} ${named(to)}`),
    );
    expect(drawn.sort()).toEqual(known.sort());
  });
});
