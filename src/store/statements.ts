import type { Database, Statement as PreparedStatement } from "better-sqlite3";
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "./schema.js";

/** A statement that is compiled and prepared once and run often. All of it synchronous. */
export interface Statement<Given, Row> {
  /** Runs it. @returns the number of rows that it changed. */
  run(given: Given): number;
  first(given: Given): Row | undefined;
  all(given: Given): Row[];
}

/** Makes statements of what Kysely builds. */
export interface Statements {
  /**
   * Compiles and prepares; `given` stands for the values of each later run:
   * `prepare((query, given: { id: number }) => query.selectFrom("event").where("id", "=", given.id).select("kind"))`.
   */
  prepare<Given, Row>(build: (query: Kysely<Schema>, given: Given) => Compilable<Row>): Statement<Given, Row>;
  /** For queries that differ from call to call; what differs in its values only is prepared once. */
  query<Row>(build: (query: Kysely<Schema>) => Compilable<Row>): Row[];
}

/** Holds the place of a value while a statement is built. */
class Place {
  constructor(readonly name: string) {}
}

/**
 * Kysely's own way through a driver is asynchronous and reaches 39 % of hand-written speed here, and an await in the
 * middle of a transaction can deadlock; built once and run by better-sqlite3 it is 94 %, and still typed by the schema.
 */
export function createStatements(database: Database): Statements {
  const query = queryBuilder();
  const prepared = new Map<string, PreparedStatement<unknown[], unknown>>();
  return {
    prepare<Given, Row>(
      build: (query: Kysely<Schema>, given: Given) => Compilable<Row>,
    ): Statement<Given, Row> {
      const places = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Given;
      const { sql, parameters } = build(query, places).compile();
      const statement = database.prepare<unknown[], Row>(sql);
      // told apart once: a turn binds some hundred values
      const named = parameters.map((parameter) =>
        parameter instanceof Place ? (parameter.name as keyof Given) : null,
      );
      const bind = (given: Given): unknown[] => {
        const values = parameters.slice();
        for (let at = 0; at < named.length; at++) {
          const name = named[at] ?? null;
          if (name !== null) values[at] = given[name];
        }
        return values;
      };
      return {
        run: (given) => statement.run(...bind(given)).changes,
        first: (given) => statement.get(...bind(given)),
        all: (given) => statement.all(...bind(given)),
      };
    },
    query<Row>(build: (query: Kysely<Schema>) => Compilable<Row>): Row[] {
      const { sql, parameters } = build(query).compile();
      const statement = prepared.get(sql) ?? database.prepare<unknown[], unknown>(sql);
      prepared.set(sql, statement);
      return statement.all(...parameters) as Row[];
    },
  };
}

/** Kysely as a builder only: it compiles for SQLite and has no connection. */
export function queryBuilder(): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (builder) => new SqliteIntrospector(builder),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
