import { parentPort } from "node:worker_threads";
import { learnTask, type Task } from "./lesson.js";
import { pack } from "./parcels.js";

/** What this thread is sent, as its only message; it answers with the result, packed, before it ends. */
export interface Errand {
  readonly task: Task;
  readonly keptIn: string | null;
}

parentPort?.once("message", ({ task, keptIn }: Errand) => {
  const packed = pack(learnTask(task, keptIn));
  parentPort?.postMessage(packed, packed.transfer);
});
