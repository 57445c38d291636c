import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/index.js";
import { answerTo, message, storeAt, temporaryFile } from "../store/setup.js";
import { answer, failure, type Process, startProcess } from "./setup.js";

/** What may happen to a process, in any order. */
type Step =
  | { readonly do: "receive"; readonly guest: number; readonly id: number }
  | { readonly do: "pass"; readonly ms: number }
  /** How the platform answers from now on. */
  | {
      readonly do: "platform";
      readonly answers: "takes" | "retryable" | "unknown" | "taken, then reset" | "hangs";
    }
  /** The next decisions of the turn. */
  | { readonly do: "turn"; readonly next: "stale" | "throws" }
  | { readonly do: "crash" }
  /** Everybody else on the machine gets so many turns of the event loop. */
  | { readonly do: "breathe"; readonly turns: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("receive" as const),
      guest: fc.nat(2),
      id: fc.nat(12),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.constantFrom(0, 400, 2000, 12_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("breathe" as const), turns: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("platform" as const),
      answers: fc.constantFrom("takes", "retryable", "unknown", "taken, then reset", "hangs"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("turn" as const), next: fc.constantFrom("stale", "throws") }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "crash" } as const) },
);

describe("whatever dies when", () => {
  it("every accepted event has exactly one turn, and every message arrives once, or twice where nobody could know", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const world = await run(steps);
        expect(world.turnsOf).toEqual(new Map([...world.acknowledged].map((id) => [id, 1])));
        expect(world.open).toBe(0);
        for (const [id, copies] of world.copies) {
          expect(copies, id).toBeLessThanOrEqual(world.doubtful.has(id) ? 2 : 1);
        }
        for (const id of world.said)
          expect(
            world.copies.has(id) || world.doubtful.has(id) || (world.interruptions.get(id) ?? 0) > 1,
            `${id} arrived, or nobody could know`,
          ).toBe(true);
        expect(world.order).toEqual(world.order.map((ids) => [...ids].sort((a, b) => a - b)));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("at the store alone: one turn an event through stale decisions, repeats and crashes", async () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant("accept" as const), guest: fc.nat(2), id: fc.nat(15) }),
      fc.record({ do: fc.constant("load" as const), guest: fc.nat(2) }),
      fc.record({ do: fc.constant("commit" as const), which: fc.nat(5) }),
      fc.record({ do: fc.constant("crash" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const file = temporaryFile();
        let store = await storeAt(file);
        const accepted = new Map<number, number>();
        const answered = new Map<number, number>();
        let held: Awaited<ReturnType<Store["load"]>>[] = [];
        for (const one of acts) {
          if (one.do === "accept") {
            const event = message(`${one.guest}:${one.id}`, `${one.guest}`);
            const result = await store.accept({ event, logText: "", dueAt: 0 });
            if (result.result === "accepted") accepted.set(result.eventId, result.conversationId);
          } else if (one.do === "load") held.push(await store.load(one.guest + 1));
          else if (one.do === "commit") {
            const loaded = held[one.which];
            if (!loaded || loaded.events.length === 0) continue;
            const { result } = await store.commit(answerTo(loaded));
            for (const { id } of result === "committed" ? loaded.events : [])
              answered.set(id, (answered.get(id) ?? 0) + 1);
          } else {
            held = one.do === "crash" ? [] : held;
            // dropped without being closed
            store = await storeAt(file);
          }
        }
        expect([...answered.values()].every((times) => times === 1)).toBe(true);
        const open = new Set<number>();
        for (const conversation of new Set(accepted.values()))
          for (const { id } of (await store.load(conversation))?.events ?? []) open.add(id);
        expect([...open, ...answered.keys()].sort()).toEqual([...accepted.keys()].sort());
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** Lives through the steps, one process after the other, then lets the last one come to rest. */
async function run(steps: readonly Step[]) {
  const file = temporaryFile();
  const acknowledged = new Set<string>();
  const copies = new Map<string, number>();
  const doubtful = new Set<string>();
  /** In how many processes that died a message was waiting or on its way: the next one cannot tell which. */
  const interruptions = new Map<string, number>();
  const arrivals = new Map<string, number[]>();
  const turns: string[] = [];
  let answers: Extract<Step, { do: "platform" }>["answers"] = "takes";
  let next: ("stale" | "throws")[] = [];
  const processes: Process[] = [];

  const live = async (): Promise<Process> => {
    const life = await startProcess({
      file,
      gatherMs: 300,
      turn: (input) => {
        const what = next.shift();
        if (what === "throws") throw new Error("a bug");
        const result = answer(input);
        return what === "stale"
          ? { ...result, decision: { ...result.decision, expects: { owner: "bot", version: 99 } } }
          : result;
      },
    });
    const inFlight = new Set<string>();
    life.channel.send = async (to, { id }) => {
      const arrives = () => {
        copies.set(id, (copies.get(id) ?? 0) + 1);
        const ids = arrivals.get(to.address) ?? [];
        const turn = Number.parseInt(id, 10);
        if (ids.at(-1) !== turn) ids.push(turn);
        arrivals.set(to.address, ids);
      };
      if (answers === "retryable") throw failure("retryable");
      inFlight.add(id);
      const mode = answers;
      await new Promise(setImmediate);
      if (mode === "takes") {
        arrives();
        return { id };
      }
      doubtful.add(id);
      if (mode === "taken, then reset") arrives();
      if (mode === "hangs") return new Promise(() => {});
      throw failure("unknown");
    };
    const crash = life.crash;
    processes.push({
      ...life,
      crash() {
        // which of its first sends a crash has interrupted is not known to the next process
        for (const id of inFlight) doubtful.add(id);
        crash();
      },
    });
    // what the dead process had handed to the disk is there by then
    await new Promise(setImmediate);
    for (const { message: line } of await life.store.outgoing({ channels: ["web"], limit: 1000 }))
      interruptions.set(line.id, (interruptions.get(line.id) ?? 0) + 1);
    await life.delivery.start();
    return processes.at(-1) ?? life;
  };

  let life = await live();
  for (const one of steps) {
    if (one.do === "receive") {
      const id = `${one.guest}:${one.id}`;
      const alive = life;
      void alive.delivery.receive(message(id, `${one.guest}`, id)).then((result) => {
        if (result !== "dropped") acknowledged.add(id);
      });
    } else if (one.do === "pass") await life.time.pass(one.ms);
    else if (one.do === "breathe")
      for (let turn = 0; turn < one.turns; turn += 1) await new Promise(setImmediate);
    else if (one.do === "platform") answers = one.answers;
    else if (one.do === "turn") next.push(one.next);
    else {
      life.crash();
      life = await live();
    }
  }
  answers = "takes";
  next = [];
  await life.time.pass(120_000);
  await life.delivery.settled();

  const log = await life.store.log({ last: 1000 });
  for (const { question } of log) turns.push(...(question ?? "").split(" + "));
  const turnsOf = new Map<string, number>();
  for (const id of turns) turnsOf.set(id, (turnsOf.get(id) ?? 0) + 1);
  // what was written but not acknowledged before a crash may be there; the platform would send it again
  for (const id of turnsOf.keys()) acknowledged.add(id);
  const { openEvents } = await life.store.figures();
  for (const process of processes) await process.close();
  return {
    acknowledged: [...acknowledged].sort(),
    turnsOf: new Map([...turnsOf].sort(([a], [b]) => (a < b ? -1 : 1))),
    open: openEvents,
    copies,
    doubtful,
    interruptions,
    said: log.flatMap((turn) => turn.answers.map(({ id }) => id)),
    order: [...arrivals.values()],
  };
}
