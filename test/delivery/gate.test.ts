import { expect, it } from "vitest";
import { createGate } from "../../src/delivery/gate.js";

const NOW = 1_800_000_000_000;

/** A gate at which four stand that could have begun at these times, and who of them has gone through. */
function fourAt(times: readonly [number, number, number, number], { lastCame }: { lastCame: number }) {
  const clock = { time: lastCame, now: () => clock.time };
  const gate = createGate(clock);
  gate.hurry();
  clock.time = NOW;
  const gone: number[] = [];
  for (const [index, since] of times.entries()) void gate.turn(since).then(() => gone.push(index));
  return { gone, nextTurn: () => new Promise(setImmediate) };
}

it("lets one through in each turn of the event loop while messages come in", async () => {
  const { gone, nextTurn } = fourAt([NOW, NOW, NOW, NOW], { lastCame: NOW - 19 });
  expect(gone).toEqual([]);
  for (const through of [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]) {
    await nextTurn();
    expect(gone).toEqual(through);
  }
});

it("lets all through once no message has come in for a while", async () => {
  const { gone, nextTurn } = fourAt([NOW, NOW, NOW, NOW], { lastCame: NOW - 20 });
  await nextTurn();
  expect(gone).toEqual([0, 1, 2, 3]);
});

it("holds nobody up for longer than a second", async () => {
  const { gone, nextTurn } = fourAt([NOW - 1_000, NOW - 1_000, NOW - 999, NOW], { lastCame: NOW });
  await nextTurn();
  expect(gone).toEqual([0, 1]);
  await nextTurn();
  expect(gone).toEqual([0, 1, 2]);
});
