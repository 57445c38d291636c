import type { Clock, ConversationState } from "../vocabulary/index.js";
import { accepting } from "./accept.js";
import { answering } from "./answering.js";
import { bookings } from "./bookings.js";
import { carrying } from "./carrying.js";
import { cases } from "./cases.js";
import { committing } from "./commit.js";
import { emptyLog, openDatabase, StoreError, type Synchronous } from "./database.js";
import { dueWork } from "./due.js";
import type { Engine } from "./engine.js";
import { emptyingOf, erasingOf, forgetting } from "./erasing.js";
import { createGroupCommit } from "./group-commit.js";
import { loading } from "./load.js";
import { channelMemory } from "./memory.js";
import type { Store } from "./model.js";
import { outbox } from "./outbox.js";
import { places } from "./places.js";
import { questions } from "./questions.js";
import { reading } from "./reading.js";
import { createSealing, type Sealing } from "./sealing.js";
import { seminars } from "./seminars.js";
import { staffing } from "./staff.js";
import { createStatements, type Statements } from "./statements.js";
import { submissions } from "./submissions.js";
import { sweeping } from "./sweep.js";
import { timerSetting } from "./timers.js";

export { StoreError, type Synchronous } from "./database.js";
export type * from "./model.js";

export interface StoreOptions {
  /** Made when it is missing, with its folder. */
  readonly file: string;
  /** Default "FULL". */
  readonly synchronous?: Synchronous;
  /** 32 bytes; the same for the database's whole life. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
  /** How a conversation begins, and goes on when everything of it was erased. */
  readonly initialState: ConversationState;
}

/**
 * Opens the desk's memory, an embedded SQLite database.
 * @throws StoreError with one sentence for the administrator: not writable, no database, of a newer version, in use.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { file, synchronous = "FULL", secret, clock, initialState } = options;
  const sealing = createSealing(secret);
  const database = openDatabase({ file, synchronous, clock });
  const statements = createStatements(database);
  try {
    refuseOtherSecret(statements, sealing, file);
  } catch (error) {
    database.close();
    throw error;
  }
  const group = createGroupCommit(database);
  const engine: Engine = {
    statements,
    group,
    sealing,
    clock,
    initialState,
    emptyLog: () => emptyLog(database),
  };
  const setTimer = timerSetting(engine);
  const booked = bookings(engine, setTimer);
  const emptying = emptyingOf(engine);
  const erase = erasingOf(engine, setTimer);
  return {
    createdOn: meta(statements, "created_on") ?? "",
    ...accepting(engine),
    ...loading(engine, booked),
    ...answering(engine),
    ...carrying(engine),
    ...committing(engine, booked, setTimer, erase),
    ...dueWork(engine),
    ...outbox(engine, setTimer),
    ...channelMemory(engine),
    ...places(engine, setTimer),
    ...staffing(engine, setTimer),
    ...cases(engine),
    ...reading(engine),
    ...questions(engine),
    ...seminars(engine, booked),
    ...submissions(engine),
    ...forgetting(engine, emptying, erase),
    ...sweeping(engine, booked, emptying),
    sign: (text) => sealing.keyed("link", text),
    commits: group.commits,
    async close() {
      group.close();
      database.close();
    },
  };
}

/** Under another secret no guest would be recognised and no address could be read: better not to begin. */
function refuseOtherSecret(statements: Statements, sealing: Sealing, file: string): void {
  const mine = sealing.keyed("check", "secret");
  statements
    .prepare((query, given: { value: string }) =>
      query
        .insertInto("meta")
        .values({ key: "secret_check", value: given.value })
        .onConflict((conflict) => conflict.column("key").doNothing()),
    )
    .run({ value: mine });
  if (meta(statements, "secret_check") !== mine)
    throw new StoreError(
      "wrong-secret",
      `${file} was written with another secret: give the desk the secret that belongs to this database.`,
    );
}

function meta(statements: Statements, key: string): string | undefined {
  return statements.query((query) => query.selectFrom("meta").where("key", "=", key).select("value"))[0]
    ?.value;
}
