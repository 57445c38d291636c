import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { after, type HandoverState, stateOf } from "../../src/handover/states.js";
import { type Meeting, openStage, type Stage } from "./handover-stage.js";
import { nameOf, reach, type Step, steps, type TimedStep, timedSteps } from "./handover-steps.js";
import { pause } from "./kills.js";

/** When the desk is killed. */
export interface Kills {
  /** So many steps are done at once, and the desk is killed when the last of them was acknowledged. */
  readonly together: number;
  /** Milliseconds between that and the kill. */
  readonly delay: () => number;
}

/**
 * Does every step twice, once on a desk that is killed right after it has acknowledged it and started again, once on one
 * that is not, and holds them against each other: the same state, the same chat, the same lines in the room.
 */
export async function survivesEachStep(kills: Kills): Promise<void> {
  const confirmed = new Set(steps.flatMap((step, index) => (step.confirmed ? [index] : [])));
  const open = (): Promise<Stage> => openStage(steps.length, confirmed);
  const [calm, killed] = await both(open, (stage, isKilled) => play(stage, isKilled ? kills : null));
  for (const [index, step] of steps.entries()) {
    const expected = step.ends ?? (step.move === null ? step.from : after(step.from, step.move));
    comparePair(nameOf(step), expected, calm.seen[index], killed.seen[index]);
    if (killed.seen[index]) holds(step, killed.seen[index]);
  }
  compareDoubles(killed);
}

/** The same with what time brings about: the desk is killed when the first of it can be seen. */
export async function survivesTime({ delay }: Pick<Kills, "delay">): Promise<void> {
  const open = (): Promise<Stage> => openStage(timedSteps.length, new Set());
  const [calm, killed] = await both(open, (stage, isKilled) => playTime(stage, isKilled ? delay : null));
  for (const [index, { from, move }] of timedSteps.entries())
    comparePair(nameOf({ from, move }), after(from, move), calm.seen[index], killed.seen[index], false);
  compareDoubles(killed);
}

/** What can be seen of a conversation at the end, without what differs from run to run. */
interface Seen {
  readonly state: HandoverState;
  readonly claim: string | null;
  readonly partner: string | null;
  readonly room: string | null;
  readonly chat: readonly string[];
  readonly thread: readonly string[];
}

interface Played {
  readonly seen: readonly Seen[];
  /** Messages of which the desk cannot know whether the guest has them. */
  readonly unknowns: number;
}

async function both(
  open: () => Promise<Stage>,
  run: (stage: Stage, isKilled: boolean) => Promise<Played>,
): Promise<[Played, Played]> {
  const one = async (isKilled: boolean): Promise<Played> => {
    const stage = await open();
    try {
      return await run(stage, isKilled);
    } finally {
      await stage.close();
    }
  };
  return Promise.all([one(false), one(true)]);
}

async function play(stage: Stage, kills: Kills | null): Promise<Played> {
  const all = steps.map((step, index) => ({ step, one: stage.meet(index) }));
  await together(all, async ({ step, one }) => {
    await reach.bot(one);
    if (step.from !== "bot") await reach[step.from](one);
  });
  await stage.rest();
  const size = kills?.together ?? all.length;
  for (let begin = 0; begin < all.length; begin += size) {
    const batch = all.slice(begin, begin + size);
    await together(batch, async ({ step, one }) => step.lead?.(one));
    await together(batch, ({ step, one }) => step.act(one));
    if (kills) {
      await pause(kills.delay());
      await stage.kill();
      await stage.start();
    }
    await stage.rest();
    await together(batch, async ({ step, one }) => step.finish?.(one));
  }
  await stage.rest();
  return played(stage, all);
}

async function playTime(stage: Stage, delay: (() => number) | null): Promise<Played> {
  const all = timedSteps.map((step, index) => ({ step, one: stage.meet(index) }));
  await together(all, async ({ step, one }) => {
    await reach.bot(one);
    await reach[step.from](one);
  });
  await stage.rest();
  await stage.stop();
  for (const [round, [minutes]] of (timedSteps[0]?.told ?? []).entries()) {
    if (delay) {
      const before = stage.sent();
      await stage.start(minutes, "page");
      while (stage.sent() === before) await pause(1);
      await pause(delay());
      await stage.kill();
    }
    await stage.start(minutes);
    await together(all, ({ step, one }) => one.chatShows(step.told[round]?.[1] ?? /^$/));
    await stage.rest();
    if (round < (timedSteps[0]?.told.length ?? 0) - 1) await stage.stop();
  }
  return played(stage, all);
}

/** All at once; which one failed stands in the error. */
async function together<T extends { readonly step: Step | TimedStep; readonly one: Meeting }>(
  all: readonly T[],
  act: (one: T) => Promise<void>,
): Promise<void> {
  await Promise.all(
    all.map(async (each) => {
      try {
        await act(each);
      } catch (error) {
        const { chat, thread } = each.one;
        const seen = [...chat().slice(-2), "---", ...thread()].join("\n");
        throw new Error(`${nameOf(each.step)}\n${seen}`, { cause: error });
      }
    }),
  );
}

async function played(stage: Stage, all: readonly { readonly one: Meeting }[]): Promise<Played> {
  const { enquiries } = await stage.enquiries();
  const seen = all.map(({ one }): Seen => {
    const open = enquiries.find(({ number }) => one.numbers().includes(number));
    const state = stateOf(open && { stage: open.stage, ticket: open.number.startsWith("H") });
    return {
      state,
      claim: open?.claim?.name ?? null,
      partner: open?.partner?.id ?? null,
      room: open?.room?.id ?? null,
      chat: one.chat().map(steady),
      thread: one.thread().map(steady),
    };
  });
  await stage.stop();
  return { seen, unknowns: stored(stage.folder) };
}

/** Without numbers, signatures, times, and the place in a queue in which others come and go. */
function steady(text: string): string {
  return text
    .replaceAll(/\b([GH])-[0-9A-Z]{4,}\b/g, "$1-#")
    .replaceAll(/https:\/\/desk\.example\.org\S*/g, "(link)")
    .replaceAll(/\d+ (Minuten|Stunden)/g, "# $1")
    .replaceAll(/\n*Sie sind (?:an Platz \d+|als Nächstes an der Reihe)\.\n*/g, "\n\n");
}

/** Looks into the data: every line that came in was decided once, and nothing is said under the same name twice. */
function stored(folder: string): number {
  const database = new Database(join(folder, "data/nahtstelle.db"), { readonly: true });
  try {
    // timers of later are open all the time
    const undecided = database
      .prepare(
        `select event.id, event.kind from event left join turn on turn.id = event.turn_id
         where event.kind <> 'timer' group by event.id having count(turn.id) <> 1`,
      )
      .all();
    expect(undecided).toEqual([]);
    const doubled = database
      .prepare("select public_id from message where direction = 'out' group by public_id having count(*) > 1")
      .all();
    expect(doubled).toEqual([]);
    const { unknowns } = database
      .prepare<[], { unknowns: number }>("select coalesce(sum(min(unknowns, 1)), 0) as unknowns from outbox")
      .get() ?? { unknowns: 0 };
    return unknowns;
  } finally {
    database.close();
  }
}

function comparePair(
  name: string,
  expected: HandoverState | null,
  calm: Seen | undefined,
  killed: Seen | undefined,
  isInTime = true,
): void {
  expect({ name, state: calm?.state }).toEqual({ name, state: expected });
  // in time that is not the platform's, what was sent cannot be looked for in the room either
  const once = (seen: Seen | undefined) => ({
    name,
    ...seen,
    chat: distinct(seen?.chat ?? []),
    thread: isInTime ? (seen?.thread ?? []) : distinct(seen?.thread ?? []),
  });
  expect(once(killed)).toEqual(once(calm));
}

const distinct = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

function holds(step: Step, seen: Seen): void {
  const name = nameOf(step);
  const count = (lines: readonly string[], wanted: RegExp): number =>
    [...lines.join("\n").matchAll(new RegExp(wanted, "g"))].length;
  const chat = distinct(seen.chat);
  if (step.heard) expect({ name, heard: count(chat, step.heard) }).toEqual({ name, heard: 1 });
  if (step.unheard) expect({ name, heard: count(chat, step.unheard) }).toEqual({ name, heard: 0 });
  if (step.read) expect({ name, read: count(seen.thread, step.read) }).toEqual({ name, read: 1 });
}

/** Nothing reaches a guest three times, and twice only what the platform leaves open. */
function compareDoubles({ seen, unknowns }: Played): void {
  const times = seen.flatMap(({ chat }) =>
    distinct(chat).map((line) => chat.filter((other) => other === line).length),
  );
  expect(times.filter((count) => count > 2)).toEqual([]);
  expect(times.filter((count) => count > 1).length).toBeLessThanOrEqual(unknowns);
}
