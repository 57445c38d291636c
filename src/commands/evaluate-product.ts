import type { MatchLine, MatchResult } from "../match.js";
import { InputError } from "./labelled-lines.js";
import { dryDesk } from "./match.js";
import { jsonLine, oneLine } from "./one-line.js";
import { opened } from "./opened.js";
import { type ProductLine, readProductLines } from "./product-lines.js";
import {
  GOALS,
  type IntentFate,
  type Met,
  type ProductConfusion,
  type ProductScores,
  productConfusions,
  productFates,
  productScores,
} from "./product-scores.js";

/** What the command line gives to `evaluate --product`. */
export interface ProductOptions {
  readonly json?: boolean;
  /** The rows of the README. */
  readonly markdown?: boolean;
  /** All confused pairs, and what was missed of each intent. */
  readonly verbose?: boolean;
}

/** The figures of each language and of all messages. */
export interface ProductReport {
  readonly de: ProductScores;
  readonly en: ProductScores;
  readonly total: ProductScores;
  readonly confused: readonly ProductConfusion[];
  readonly intents: readonly IntentFate[];
}

/** Where the messages are that were written apart from the examples. */
const MESSAGES = "test/utterances";
/** How many pairs are printed without --verbose, and how many examples of an intent with it. */
const PAIRS = 15;
const EXAMPLES = 3;
const COLUMNS = ["de", "en", "total"] as const;
const TITLES = ["German", "English", "all"] as const;
const NAME_WIDTH = 40;

/**
 * `evaluate --product`: measures the product as a guest meets it, buttons included, on messages whose meaning is known.
 * Lines that are none are named on standard error and left out; then the exit code is 2.
 * @throws InputError where there is nothing to measure on
 */
export async function evaluateProduct(paths: readonly string[], options: ProductOptions): Promise<void> {
  if (options.json && options.markdown) throw new InputError("Give --json or --markdown, not both.");
  const { lines, faults } = readProductLines(paths.length > 0 ? paths : [MESSAGES]);
  if (faults.length > 0) {
    process.stderr.write(faults.map((fault) => `${fault}\n`).join(""));
    process.exitCode = 2;
  }
  const { config, knowledge, time } = await opened(undefined);
  const snapshot = knowledge();
  tellStrangers(lines, (id) => snapshot.intents.has(id));
  const report = productReport(lines, dryDesk(snapshot, time, config.learnedDir));
  process.stdout.write(
    options.json
      ? jsonLine(report)
      : options.markdown
        ? productMarkdown(report)
        : printProduct(report, options),
  );
}

/**
 * Asks the desk about each message and counts what it does. As a guest begins: a message comes in a new conversation,
 * which nobody has told in what language it will be.
 */
export function productReport(
  lines: readonly ProductLine[],
  match: (line: MatchLine) => MatchResult,
): ProductReport {
  const met = lines.map((line): Met => {
    const { text, context } = line;
    return { line, result: match({ text, ...(context ? { context } : {}) }) };
  });
  const of = (language: "de" | "en"): ProductScores =>
    productScores(met.filter(({ line }) => line.lang === language));
  return {
    de: of("de"),
    en: of("en"),
    total: productScores(met),
    confused: productConfusions(met),
    intents: productFates(met),
  };
}

/** An intent that does not exist can only be missed. */
function tellStrangers(lines: readonly ProductLine[], known: (id: string) => boolean): void {
  for (const { expect, place } of lines) {
    const stranger = expect.find((id) => !known(id));
    if (stranger !== undefined)
      process.stderr.write(
        `${place}: intents/ has no intent "${stranger}", so this line may count as an error.\n`,
      );
  }
}

/** The figures beside their goals, the curve, and the most confused pairs. */
export function printProduct(report: ProductReport, { verbose }: Pick<ProductOptions, "verbose">): string {
  const pairs = verbose ? report.confused : report.confused.slice(0, PAIRS);
  const row = (name: string, cells: readonly string[], after = ""): string =>
    `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(9)).join("")}  ${after}`.trimEnd();
  return [
    row("", TITLES, "goal"),
    ...GOALS.map((goal) =>
      row(goal.name, shares(report, goal.key), `${goalInWords(goal)}${verdict(report.total, goal)}`),
    ),
    "",
    "answered rightly, if so many false answers were allowed",
    ...curveRows(report).map(([limit, cells]) => row(`  ${limit}`, cells)),
    "",
    row(
      "messages: one question",
      COLUMNS.map((column) => String(report[column].counts.single)),
    ),
    row(
      "          out of scope",
      COLUMNS.map((column) => String(report[column].counts.outOfScope)),
    ),
    row(
      "          two questions",
      COLUMNS.map((column) => String(report[column].counts.twoQuestions)),
    ),
    row(
      "          follow-ups",
      COLUMNS.map((column) => String(report[column].counts.followUps)),
    ),
    "",
    "Right first, buttons, false, missed and the curve are shares of the messages with one question.",
    "",
    `Answered without asking instead of what was meant (${pairs.length} of ${report.confused.length} pairs):`,
    ...pairs.map(
      ({ expected, answered, count, example }) =>
        `  ${String(count).padStart(3)}  ${expected ?? "(out of scope)"} -> ${answered}: "${oneLine(example, 96)}"`,
    ),
    ...(verbose ? ["", "What was missed of each intent:", ...fates(report.intents)] : []),
    "",
  ].join("\n");
}

function fates(intents: readonly IntentFate[]): string[] {
  return intents
    .filter(({ falseAnswers, missed }) => falseAnswers + missed > 0)
    .flatMap(({ intent, messages, rightFirst, offered, falseAnswers, missed, examples }) => [
      `  ${intent}: ${messages} messages, ${rightFirst} right, ${offered} among the buttons, ${falseAnswers} false, ${missed} missed`,
      ...examples.slice(0, EXAMPLES).map((example) => `      "${oneLine(example, 96)}"`),
    ]);
}

/** The rows of the README's table, between its markers. */
export function productMarkdown(report: ProductReport): string {
  const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const { de, en, total } = report;
  const counts = (name: string, kind: keyof ProductScores["counts"]): string =>
    `${de.counts[kind]} + ${en.counts[kind]} ${name}`;
  return [
    row("", ...TITLES, "goal"),
    "|---|---:|---:|---:|---|",
    ...GOALS.map((goal) => row(goal.name, ...shares(report, goal.key), goalInWords(goal))),
    ...curveRows(report).map(([limit, cells]) => row(`answered rightly, ${limit}`, ...cells, "")),
    "",
    `German + English messages: ${counts("with one question", "single")}, ${counts("out of scope", "outOfScope")}, ${counts("with two questions", "twoQuestions")}, ${counts("follow-ups", "followUps")}; ${total.counts.single + total.counts.outOfScope + total.counts.twoQuestions + total.counts.followUps} in all.`,
    "",
  ].join("\n");
}

function shares(report: ProductReport, key: (typeof GOALS)[number]["key"]): string[] {
  return COLUMNS.map((column) => percent(report[column][key]));
}

function curveRows(report: ProductReport): [string, string[]][] {
  return report.total.curve.map(({ limit }, at) => [
    `${Math.round(limit * 100)} % false answers allowed`,
    COLUMNS.map((column) => percent(report[column].curve[at]?.right ?? null)),
  ]);
}

function goalInWords({ atLeast, atMost }: (typeof GOALS)[number]): string {
  if (atLeast !== undefined) return `at least ${Math.round(atLeast * 100)} %`;
  return atMost === undefined ? "" : `at most ${Math.round(atMost * 100)} %`;
}

/** By how many points all messages together miss the goal. */
function verdict(total: ProductScores, { key, atLeast, atMost }: (typeof GOALS)[number]): string {
  const value = total[key];
  if (value === null || (atLeast === undefined && atMost === undefined)) return "";
  const short = atLeast === undefined ? value - (atMost ?? 1) : atLeast - value;
  return short <= 0 ? ", met" : `, missed by ${(short * 100).toFixed(1)} points`;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)} %`;
}
