import { statSync } from "node:fs";
import { type FSWatcher, watch } from "chokidar";
import type { Log } from "../vocabulary/index.js";
import { loadKnowledge, type Remember } from "./load.js";
import type { Knowledge } from "./model.js";
import { describeProblem } from "./problems.js";
import { fingerprint } from "./sources.js";
import { rememberingReader } from "./yaml-file.js";

/** The knowledge of this moment. */
export interface KnowledgeSource {
  /** The snapshot in force. A turn reads it once and keeps to it. */
  readonly current: Knowledge;
  /** Stops watching; a change that is not yet read stays unread. */
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly dir: string;
  /** ISO date of the day on which the data folder was created. */
  readonly createdOn: string;
  readonly log: Log;
  /** Told of each new snapshot, once it is in force. What it throws is logged. */
  readonly onChange: (knowledge: Knowledge) => void | Promise<void>;
  /** For the first snapshot: what was read from the very same files before. Without it they are read. */
  readonly remember?: Remember;
  /** Milliseconds without a change after which the folder is read. */
  readonly settleMs?: number;
  /**
   * For file systems that report no changes, such as network drives and volumes mounted into a container: only times
   * and sizes are looked at, twice a second.
   */
  readonly usePolling?: boolean;
  /** Milliseconds between two looks at times and sizes, in case a change was not reported. */
  readonly rescanMs?: number;
}

/** While changes never cease the folder is read all the same after so many settling times. */
const PATIENCE = 10;
/** Milliseconds between two looks where nothing is reported. */
const POLLING_MS = 500;

/**
 * Loads intents/ and follows its changes: each time the folder has settled, it is read anew and swapped whole. Whatever
 * is broken in it meanwhile is logged and leaves the last good version in force.
 * @throws KnowledgeMissing when there is no office.yaml at the start
 */
export async function watchKnowledge(options: WatchOptions): Promise<KnowledgeSource> {
  const { dir, createdOn, log, onChange, settleMs = 200, usePolling = false, rescanMs = 1_000 } = options;
  const { remember } = options;
  const reader = rememberingReader();
  let seen = look(dir);
  let current = loadKnowledge(dir, { createdOn, read: reader }, remember).knowledge;
  report(current, log);

  let timer: NodeJS.Timeout | undefined;
  let waitingSince: number | undefined;
  let closed = false;

  const read = (): void => {
    timer = undefined;
    waitingSince = undefined;
    if (closed) return;
    try {
      // Taken before reading: what changes while we read is seen as a change by the next look.
      seen = look(dir);
      const { knowledge, kept } = loadKnowledge(dir, { createdOn, previous: current, read: reader });
      if (knowledge.version === current.version) return;
      current = knowledge;
      report(knowledge, log);
      log.info("knowledge is in force", {
        version: knowledge.version,
        intents: knowledge.intents.size,
        ...(kept.length > 0 ? { lastGoodVersionOf: kept.slice(0, 20) } : {}),
      });
      Promise.resolve(knowledge)
        .then(onChange)
        .catch((error: unknown) => log.error("a listener to new knowledge failed", { error: String(error) }));
    } catch (error) {
      log.error("the knowledge could not be read, the last version stays in force", { error: String(error) });
    }
  };
  const changed = (): void => {
    if (closed) return;
    waitingSince ??= performance.now();
    if (timer && performance.now() - waitingSince > PATIENCE * settleMs) return;
    clearTimeout(timer);
    timer = setTimeout(read, settleMs);
  };

  const changedIfSeen = (): void => {
    if (!closed && look(dir) !== seen) changed();
  };

  let watcher = usePolling ? null : await follow(dir, changed, changedIfSeen, log);
  let following: Promise<void> | undefined;
  const lookAgain = (): void => {
    if (closed || timer || look(dir) === seen) return;
    changed();
    // It was not reported: a folder that was removed and came back is no longer followed, so begin anew.
    following ??= followAnew().finally(() => {
      following = undefined;
    });
  };
  const followAnew = async (): Promise<void> => {
    if (!watcher) return;
    await watcher.close();
    watcher = await follow(dir, changed, changedIfSeen, log);
    changedIfSeen();
  };
  changedIfSeen(); // while the watcher was getting ready
  const rescan = setInterval(lookAgain, usePolling ? Math.min(rescanMs, POLLING_MS) : rescanMs);
  rescan.unref();

  return {
    get current() {
      return current;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(rescan);
      await following;
      await watcher?.close();
    },
  };
}

function follow(dir: string, changed: () => void, changedIfSeen: () => void, log: Log): Promise<FSWatcher> {
  // No waiting for single files to settle: several belong together, so the folder as a whole has to.
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    atomic: false,
    depth: 1,
    ignored: (path) => /(?:^|[\\/])(?:\.git|node_modules|schema)$/.test(path),
  });
  watcher.on("all", changed);
  // The library leaves out a change that comes while it is still busy with the one before; the raw report has it, and
  // also what editors do with files of their own.
  watcher.on("raw", changedIfSeen);
  watcher.on("error", (error) =>
    log.warn("watching the knowledge failed, it is looked at regularly", { error: String(error) }),
  );
  return new Promise((resolve) => {
    watcher.once("ready", () => resolve(watcher));
  });
}

function look(dir: string): string {
  try {
    return `${statSync(dir, { throwIfNoEntry: false })?.ino} ${fingerprint(dir)}`;
  } catch (error) {
    return String(error);
  }
}

/** Staff and operators must not overlook an error; of warnings the number is enough, `check` lists them. */
function report({ problems, version }: Knowledge, log: Log): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  for (const error of errors) log.error(describeProblem(error));
  const warnings = problems.length - errors.length;
  if (warnings > 0) log.warn("the knowledge has warnings, `check` lists them", { version, warnings });
}
