import Sqlite, { type Database, type Statement } from "better-sqlite3";

/** One call of a prepared statement, as the product made it: `begin immediate` and `commit` are among them. */
export interface Call {
  readonly sql: string;
  readonly how: "run" | "get" | "all";
  readonly values: readonly unknown[];
}

/** What the statements of one database are called with. */
export interface Trace {
  /** The calls since the last time. */
  take(): Call[];
}

/**
 * Listens to all statements that are prepared from now on for this database file. Only a database that nobody times
 * is listened to.
 */
export function traceOf(file: string): Trace {
  let calls: Call[] = [];
  const prepare = Sqlite.prototype.prepare;
  Sqlite.prototype.prepare = function (this: Database, sql: string) {
    const statement = prepare.call(this, sql) as Statement<unknown[], unknown>;
    if (this.name === file) {
      for (const how of ["run", "get", "all"] as const) {
        const call = statement[how].bind(statement);
        const heard = (...values: unknown[]): unknown => {
          calls.push({ sql, how, values });
          return call(...values);
        };
        Object.assign(statement, { [how]: heard });
      }
    }
    return statement;
  } as typeof prepare;
  return {
    take() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}

/** Makes the same calls again in the same order on another copy of the database, and nothing else. */
export interface Replay {
  /** Prepares what is not yet prepared. @returns what is to be timed. */
  ready(calls: readonly Call[]): () => void;
}

/**
 * The raw side: each statement is prepared once, its values lie ready. A hand-written program would have to make the
 * values too, so this is the fastest that one could be.
 */
export function replayOn(database: Database): Replay {
  const statements = new Map<string, Statement<unknown[], unknown>>();
  const prepared = (sql: string): Statement<unknown[], unknown> => {
    const statement = statements.get(sql) ?? database.prepare<unknown[], unknown>(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    ready(calls) {
      const steps = calls.map(({ sql, how, values }) => ({ statement: prepared(sql), how, values }));
      return () => {
        for (const { statement, how, values } of steps) {
          if (how === "run") statement.run(...values);
          else if (how === "get") statement.get(...values);
          else statement.all(...values);
        }
      };
    },
  };
}
