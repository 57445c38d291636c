import { sql } from "kysely";
import type { ChannelName, Language, Submission } from "../vocabulary/index.js";
import type { Engine } from "./engine.js";
import type { Store, StoredSubmission } from "./model.js";
import type { Schema } from "./schema.js";
import type { Sealing } from "./sealing.js";

/** What guests have handed in, for those who work on it. */
export function submissions(engine: Engine): Pick<Store, "submissions" | "submission" | "finish"> {
  const { statements, group, sealing, clock } = engine;
  const rows = statementsOf(engine);
  const finish = finishing(engine);

  return {
    async submissions({ form, status }) {
      const found = statements.query((query) => {
        let wanted = query
          .selectFrom("submission")
          .innerJoin("conversation", "conversation.id", "submission.conversation_id")
          .orderBy("submission.id")
          .select(submissionColumns);
        if (form !== undefined) wanted = wanted.where("submission.form", "=", form);
        if (status !== undefined) wanted = wanted.where("status", "=", status);
        return wanted;
      });
      return found.map((row) => toSubmission(row, sealing));
    },

    async submission(reference) {
      const row = rows.submission.first({ reference });
      return row ? toSubmission(row, sealing) : null;
    },

    async finish(reference) {
      return group.run(() => {
        if (finish(reference, clock.now())) return "done";
        return rows.submission.first({ reference }) ? "done-before" : "unknown";
      });
    },
  };
}

/** Writes what a decision hands in; inside its transaction. */
export type HandIn = (submission: Submission, conversation: number, now: number) => void;

/** @returns what writes a submission. Writing throws where its reference was given before: nothing is overwritten. */
export function handingIn({ statements, sealing }: Engine): HandIn {
  const insert = statements.prepare((query, given: ReturnType<typeof submissionRow>) =>
    query.insertInto("submission").values({
      reference: given.reference,
      conversation_id: given.conversation,
      form: given.form,
      seminar: given.seminar,
      language: given.language,
      status: "open",
      submitted_at: given.now,
      done_at: null,
      keep_days: given.keepDays,
      sealed: given.sealed,
    }),
  );
  return (submission, conversation, now) => {
    insert.run(submissionRow(submission, conversation, now, sealing));
  };
}

/** Marks what was handed in as done; inside a transaction. @returns false where it is none, or was done before */
export type Finish = (reference: string, now: number) => boolean;

/** @returns what marks a submission as done. */
export function finishing({ statements }: Engine): Finish {
  const done = statements.prepare((query, given: { reference: string; now: number }) =>
    query
      .updateTable("submission")
      .set({ status: "done", done_at: given.now })
      .where("reference", "=", given.reference)
      .where("status", "=", sql.lit("open")),
  );
  return (reference, now) => done.run({ reference, now }) > 0;
}

function submissionRow(submission: Submission, conversation: number, now: number, sealing: Sealing) {
  const { reference, form, seminar = null, language, keepDays, answers } = submission;
  const sealed = sealing.seal("submission.sealed", JSON.stringify(answers));
  return { reference, form, seminar, language, keepDays, conversation, now, sealed };
}

/** What `toSubmission` reads; of the tables submission and conversation. */
export const submissionColumns = [
  "submission.reference",
  "submission.form",
  "submission.seminar",
  "submission.language",
  "submission.status",
  "submission.submitted_at",
  "submission.done_at",
  "submission.keep_days",
  "submission.sealed",
  "conversation.channel",
] as const;

/** A row of `submissionColumns`. */
export type SubmissionRow = Omit<Schema["submission"], "id" | "conversation_id"> &
  Pick<Schema["conversation"], "channel">;

/** Opens what was handed in. */
export function toSubmission(row: SubmissionRow, sealing: Sealing): StoredSubmission {
  return {
    reference: row.reference,
    form: row.form,
    ...(row.seminar === null ? {} : { seminar: row.seminar }),
    language: row.language as Language,
    answers: JSON.parse(sealing.open("submission.sealed", row.sealed)) as Submission["answers"],
    keepDays: row.keep_days,
    status: row.status === "done" ? "done" : "open",
    submittedAt: row.submitted_at,
    doneAt: row.done_at,
    channel: row.channel as ChannelName,
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    submission: prepare((query, given: { reference: string }) =>
      query
        .selectFrom("submission")
        .innerJoin("conversation", "conversation.id", "submission.conversation_id")
        .where("reference", "=", given.reference)
        .select(submissionColumns),
    ),
  };
}
