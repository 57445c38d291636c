import { sql } from "kysely";
import type {
  ChannelName,
  FeedbackReason,
  IntentId,
  Language,
  Outcome,
  RankedIntent,
} from "../vocabulary/index.js";
import type { Engine } from "./engine.js";
import type { NewRevision, Revision, RevisionKind, Store, Trouble, TroubledQuestion } from "./model.js";
import type { Schema } from "./schema.js";

/** The questions that went wrong, and what staff have done about them. */
export function questions(
  engine: Engine,
): Pick<
  Store,
  "troubledQuestions" | "helpfulAnswers" | "revise" | "revisions" | "revision" | "undoRevision"
> {
  const { statements, group, clock } = engine;
  const rows = statementsOf(engine);

  return {
    async troubledQuestions() {
      return rows.troubled.all({}).map(toTroubled);
    },

    async helpfulAnswers() {
      return rows.helpful.all({}).flatMap(({ id, language, question, answered, reasons }) =>
        question === null
          ? []
          : [
              {
                turn: id,
                language: language as Language,
                question,
                answered: JSON.parse(answered) as IntentId[],
                reasons: JSON.parse(reasons) as string[],
              },
            ],
      );
    },

    async revise({ does, target, changes, turns }: NewRevision) {
      return group.run(() => {
        rows.insertRevision.run({ at: clock.now(), does, target, changes: JSON.stringify(changes) });
        const id = rows.lastRevision.first({})?.id ?? 0;
        for (const turn of turns) rows.review.run({ turn, revision: id });
        return id;
      });
    },

    async revisions({ last }) {
      const found = statements.query((query) =>
        query
          .selectFrom("revision")
          .where("undone_at", "is", null)
          .orderBy("id", "desc")
          .limit(last)
          .selectAll(),
      );
      return found.map(toRevision);
    },

    async revision(id) {
      const row = rows.revision.first({ id });
      return row ? toRevision(row) : null;
    },

    async undoRevision(id) {
      return group.run(() => {
        if (rows.undo.run({ id, now: clock.now() }) === 0) return false;
        rows.forgetReviews.run({ id });
        return true;
      });
    },
  };
}

type TroubledRow = Pick<
  Schema["turn"],
  "id" | "at" | "language" | "question" | "outcome" | "refused" | "guessed" | "kind" | "answered" | "intents"
> & {
  next: string | null;
  channel: string;
  helpful: number | null;
  reason: string | null;
  revision: number | null;
  does: string | null;
  target: string | null;
};

function toTroubled(row: TroubledRow): TroubledQuestion {
  const intents = JSON.parse(row.intents) as RankedIntent[];
  return {
    turn: row.id,
    at: row.at,
    channel: row.channel as ChannelName,
    language: row.language as Language,
    question: row.question ?? "",
    trouble: troubleOf(row),
    reason: row.helpful === 0 ? (row.reason as FeedbackReason | null) : null,
    kind: row.kind,
    answered: JSON.parse(row.answered) as IntentId[],
    intents,
    chosen: row.guessed === 1 ? chosenOf(row.next, intents) : null,
    revision:
      row.revision === null ? null : { id: row.revision, does: row.does as RevisionKind, target: row.target },
  };
}

function troubleOf({ refused, guessed, outcome }: TroubledRow): Trouble {
  if (refused === 1) return "refused";
  if (guessed === 1) return "guessed";
  return (outcome as Outcome) === "fallback" ? "fallback" : "not-helpful";
}

/** What was answered next, if it was among what was offered. */
function chosenOf(next: string | null, intents: readonly RankedIntent[]): IntentId | null {
  const [answered] = next === null ? [] : (JSON.parse(next) as IntentId[]);
  return intents.some(({ id }) => id === answered) ? (answered ?? null) : null;
}

function toRevision(row: Omit<Schema["revision"], "id"> & { id: number }): Revision {
  return {
    id: row.id,
    at: row.at,
    does: row.does as RevisionKind,
    target: row.target,
    changes: JSON.parse(row.changes) as Revision["changes"],
    undone: row.undone_at !== null,
  };
}

function statementsOf({ statements: { prepare } }: Engine) {
  return {
    troubled: prepare((query) =>
      query
        .selectFrom("turn")
        .innerJoin("conversation", "conversation.id", "turn.conversation_id")
        .leftJoin("feedback", "feedback.turn_id", "turn.id")
        .leftJoin("review", "review.turn_id", "turn.id")
        .leftJoin("revision", "revision.id", "review.revision_id")
        .where("question", "is not", null)
        .where((turn) =>
          turn.or([
            turn("outcome", "=", sql.lit("fallback")),
            turn("guessed", "=", sql.lit(1)),
            turn("helpful", "=", sql.lit(0)),
          ]),
        )
        .orderBy("turn.at")
        .orderBy("turn.id")
        .select([
          "turn.id",
          "turn.at",
          "turn.language",
          "question",
          "outcome",
          "refused",
          "guessed",
          "turn.kind",
        ])
        .select((turn) =>
          turn
            .selectFrom("turn as later")
            .whereRef("later.conversation_id", "=", "turn.conversation_id")
            .whereRef("later.id", ">", "turn.id")
            .orderBy("later.id")
            .limit(1)
            .select("later.answered")
            .as("next"),
        )
        .select(["answered", "intents", "conversation.channel", "helpful", "feedback.reason"])
        .select(["revision.id as revision", "does", "target"]),
    ),
    helpful: prepare((query) =>
      query
        .selectFrom("turn")
        .innerJoin("feedback", "feedback.turn_id", "turn.id")
        .where("helpful", "=", sql.lit(1))
        .where("question", "is not", null)
        .orderBy("turn.at")
        .orderBy("turn.id")
        .select(["turn.id", "turn.language", "question", "answered", "reasons"]),
    ),
    insertRevision: prepare(
      (query, given: { at: number; does: string; target: string | null; changes: string }) =>
        query.insertInto("revision").values({
          at: given.at,
          does: given.does,
          target: given.target,
          changes: given.changes,
          undone_at: null,
        }),
    ),
    lastRevision: prepare((query) =>
      query.selectFrom("revision").orderBy("id", "desc").limit(1).select("id"),
    ),
    review: prepare((query, given: { turn: number; revision: number }) =>
      query
        .insertInto("review")
        .values({ turn_id: given.turn, revision_id: given.revision })
        .onConflict((conflict) => conflict.column("turn_id").doUpdateSet({ revision_id: given.revision })),
    ),
    revision: prepare((query, given: { id: number }) =>
      query.selectFrom("revision").where("id", "=", given.id).selectAll(),
    ),
    undo: prepare((query, given: { id: number; now: number }) =>
      query
        .updateTable("revision")
        .set({ undone_at: given.now })
        .where("id", "=", given.id)
        .where("undone_at", "is", null),
    ),
    forgetReviews: prepare((query, given: { id: number }) =>
      query.deleteFrom("review").where("revision_id", "=", given.id),
    ),
  };
}
