import { parentPort, workerData } from "node:worker_threads";

/**
 * Guests: a thread that sends the moment (nanoseconds of `process.hrtime`) at which somebody writes, at random intervals
 * (a Poisson process) around the mean in `workerData`. From outside, because a thread that is held up does not notice
 * that somebody waits. Always the same sequence: Park and Miller's generator (CACM 1988).
 */
const meanMs = workerData as number;
const asleep = new Int32Array(new SharedArrayBuffer(4));
let seed = 1;
for (;;) {
  seed = (seed * 48_271) % 2_147_483_647;
  Atomics.wait(asleep, 0, 0, -Math.log(seed / 2_147_483_647) * meanMs);
  parentPort?.postMessage(process.hrtime.bigint());
}
