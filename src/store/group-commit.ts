import type { Database } from "better-sqlite3";

/** Runs writes in transactions that they share. */
export interface GroupCommit {
  /**
   * Runs a write together with all others that wait at that moment, in the order of the calls.
   * The operation must be synchronous and may be run a second time: it changes nothing but the database.
   * @returns what it returned, once the transaction is committed.
   * @throws what it threw; then nothing of it is in the database, and the others are not hurt.
   */
  run<T>(operation: () => T): Promise<T>;
  /** Transactions committed so far. */
  commits(): number;
  /** Commits what waits and refuses what comes after. */
  close(): void;
}

interface Waiting {
  /** @returns how to tell the caller. */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** Longer groups would keep the event loop too long from the incoming requests. */
const LONGEST_GROUP = 256;

/**
 * A commit with `synchronous=FULL` waits for the disk, however little it writes. While it waits, requests pile up;
 * all that have come by the next turn of the event loop are written in one transaction and wait for one flush.
 */
export function createGroupCommit(database: Database): GroupCommit {
  const begin = database.prepare("begin immediate");
  const commit = database.prepare("commit");
  const rollback = database.prepare("rollback");
  const waiting: Waiting[] = [];
  let committed = 0;
  let scheduled = false;
  let closed = false;

  function write(group: readonly Waiting[]): void {
    try {
      begin.run();
    } catch (error) {
      // the database is locked by another process: trying one by one would wait as often
      for (const { reject } of group) reject(error);
      return;
    }
    try {
      // no await in here: nobody else can run between begin and commit
      const tell = group.map(({ attempt }) => attempt());
      commit.run();
      committed += 1;
      for (const resolve of tell) resolve();
    } catch (error) {
      // SQLite has rolled back by itself after some errors, such as a full disk
      if (database.inTransaction) rollback.run();
      const [first, ...others] = group;
      // one bad operation must not take the others with it: each gets a transaction of its own
      if (others.length === 0) first?.reject(error);
      else for (const one of group) write([one]);
    }
  }

  function flush(): void {
    scheduled = false;
    if (waiting.length > 0) write(waiting.splice(0, LONGEST_GROUP));
    schedule();
  }

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(flush);
  }

  return {
    run: (operation) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error("The store is closed: nothing more can be written.");
        waiting.push({
          attempt: () => {
            const result = operation();
            return () => resolve(result);
          },
          reject,
        });
        schedule();
      }),
    commits: () => committed,
    close() {
      closed = true;
      while (waiting.length > 0) write(waiting.splice(0, LONGEST_GROUP));
    },
  };
}
