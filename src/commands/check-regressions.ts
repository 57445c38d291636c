import { compile } from "../comprehension.js";
import type { Config } from "../config.js";
import type { Knowledge } from "../knowledge/index.js";
import { createMatcher, type MatchResult } from "../match.js";
import { mask } from "../privacy/masking.js";
import { type Regression, readRegressions } from "../regressions.js";
import { storeIfThere } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";

/** A question that was answered rightly once. */
interface Expected extends Regression {
  /** Where that is known from, for people. */
  readonly from: string;
}

/** One that no longer is. */
export interface Broken extends Expected {
  /** What the desk would do now. */
  readonly now: Pick<MatchResult, "outcome" | "answered">;
}

/**
 * What the knowledge as it stands on disk would answer otherwise than before: the lines of the regressions file, and
 * what guests have rated as helpful.
 * @returns how many were tried, and which of them are no longer right
 */
export async function triedRegressions(
  knowledge: Knowledge,
  config: Config,
  now: number,
): Promise<{ readonly tried: number; readonly broken: readonly Broken[] }> {
  const expected = [...staffLines(config), ...(await helpfulOnes(config, knowledge))];
  if (expected.length === 0) return { tried: 0, broken: [] };
  const compiled = compile(knowledge, config.learnedDir);
  const match = createMatcher({
    compiled: () => compiled,
    mask: (text) => mask(text).text,
    stopwatch: () => 0,
    now: () => now,
  });
  const broken = expected.flatMap((one): Broken[] => {
    const { outcome, answered } = match({ text: one.text, lang: one.lang });
    const right =
      one.expect.length === 0
        ? answered.length === 0
        : answered.length > 0 && answered.every((id) => one.expect.includes(id));
    return right ? [] : [{ ...one, now: { outcome, answered } }];
  });
  return { tried: expected.length, broken };
}

/** The result as text or as lines of JSON. */
export function printRegressions(
  { tried, broken }: Awaited<ReturnType<typeof triedRegressions>>,
  json: boolean,
): string {
  if (json) return broken.map(jsonLine).join("");
  const lines = broken.map(
    ({ from, text, expect, now }) =>
      `broken  ${from} – "${oneLine(text, 100)}" meant ${expect.join(" or ") || "nothing of ours"}, now: ${
        now.answered.length > 0
          ? now.answered.join(", ")
          : now.outcome === "clarify"
            ? "it asks back"
            : "not understood"
      }.`,
  );
  const verdict =
    tried === 0
      ? "There are no earlier right answers to try yet."
      : `${tried - broken.length} of ${tried} earlier right answers still are.`;
  return [...lines, ...(lines.length > 0 ? [""] : []), verdict, ""].join("\n");
}

function staffLines({ regressionsFile }: Config): Expected[] {
  return readRegressions(regressionsFile).map((line) => ({
    ...line,
    from: `${regressionsFile}:${line.line}`,
  }));
}

/** A follow-up means nothing by itself, and what was answered by an intent that is gone was taken away on purpose. */
async function helpfulOnes(config: Config, knowledge: Knowledge): Promise<Expected[]> {
  const store = await storeIfThere(config);
  if (!store) return [];
  try {
    const answers = await store.helpfulAnswers();
    return answers.flatMap(({ turn, question, language, answered, reasons }) =>
      answered.length > 0 &&
      answered.every((id) => knowledge.intents.has(id)) &&
      reasons.some((reason) => reason.startsWith("understood as")) &&
      !reasons.some((reason) => reason.startsWith("follow-up"))
        ? [{ text: question, lang: language, expect: answered, from: `rated helpful, turn ${turn}` }]
        : [],
    );
  } finally {
    await store.close();
  }
}
