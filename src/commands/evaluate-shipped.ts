import { lessonOf } from "../comprehension.js";
import {
  type ConfusedPair,
  calibrationError,
  confusedPairs,
  FIVE_FOLDS,
  type HeldOutExample,
  heldOutExamples,
  type IntentStrength,
  shareOf,
  thinnestFirst,
} from "../nlu/index.js";
import type { Language } from "../vocabulary/index.js";
import { jsonLine, oneLine } from "./one-line.js";
import { opened } from "./opened.js";

/** How the desk does on its own examples of one language, each understood by a model that had not seen it. */
interface Report {
  readonly intents: number;
  readonly examples: number;
  /** Shares of the examples, 0..1. */
  readonly accuracy: number | null;
  readonly answeredRight: number | null;
  readonly askedBack: number | null;
  readonly answeredWrong: number | null;
  readonly fallback: number | null;
  readonly ece: number | null;
  /** Most often first. */
  readonly confused: readonly ConfusedPair[];
  readonly thinnest: readonly IntentStrength[];
}

/** How many pairs and intents are printed. */
const PAIRS = 15;
const THINNEST = 10;
const NAMES: Readonly<Record<Language, string>> = { de: "German", en: "English" };
/** Milliseconds of silence after which somebody wants to know that it goes on. */
const PATIENCE = 2_000;

/** Cross-validates the desk's own examples and prints how it went, per language. */
export async function evaluateShipped(languages: readonly Language[], json: boolean): Promise<void> {
  const { knowledge } = await opened(undefined);
  const snapshot = knowledge();
  const reports: Partial<Record<Language, Report | null>> = {};
  for (const language of languages) {
    const lesson = lessonOf(snapshot, language);
    const heldOut =
      lesson &&
      heldOutExamples(lesson.intents, lesson.options, { ...FIVE_FOLDS, progress: progress(language) });
    const report = heldOut && reportOf(lesson.intents, heldOut);
    reports[language] = report;
    if (!json)
      process.stdout.write(
        report ? printed(language, report) : `There are no ${NAMES[language]} examples.\n`,
      );
  }
  if (json) process.stdout.write(jsonLine(reports));
}

/** Tells on standard error how far it is, once it takes long. */
export function progress(language: Language): (done: number, of: number) => void {
  const began = performance.now();
  return (done, of) => {
    if (performance.now() - began > PATIENCE)
      process.stderr.write(`${NAMES[language]} examples: part ${done} of ${of} checked\n`);
  };
}

function reportOf(intents: Parameters<typeof thinnestFirst>[0], heldOut: readonly HeldOutExample[]): Report {
  const right = ({ intent, predicted }: HeldOutExample): boolean => predicted === intent;
  const share = (holds: (example: HeldOutExample) => boolean): number | null =>
    rounded(shareOf(heldOut, holds));
  return {
    intents: intents.length,
    examples: heldOut.length,
    accuracy: share(right),
    answeredRight: share((example) => example.verdict === "sure" && right(example)),
    askedBack: share(({ verdict }) => verdict === "unsure"),
    answeredWrong: share((example) => example.verdict === "sure" && !right(example)),
    fallback: share(({ verdict }) => verdict === "none"),
    ece: rounded(
      calibrationError(heldOut.map((example) => ({ confidence: example.confidence, right: right(example) }))),
    ),
    confused: confusedPairs(heldOut),
    thinnest: thinnestFirst(intents, heldOut).slice(0, THINNEST),
  };
}

function printed(language: Language, report: Report): string {
  const percent = (share: number | null): string =>
    share === null ? "–" : `${(share * 100).toFixed(1).padStart(5)} %`;
  const pairs = report.confused
    .slice(0, PAIRS)
    .flatMap(({ intent, taken, count, examples }) => [
      `  ${String(count).padStart(4)}  ${intent} taken for ${taken}`,
      ...examples.map((example) => `          "${oneLine(example, 96)}"`),
    ]);
  return [
    `${NAMES[language]}: ${report.examples} examples of ${report.intents} intents and kinds out of scope, each understood without having been learned`,
    `  ${percent(report.accuracy)}  ranked first rightly`,
    `  ${percent(report.answeredRight)}  answered rightly`,
    `  ${percent(report.askedBack)}  asked back`,
    `  ${percent(report.answeredWrong)}  answered wrongly`,
    `  ${percent(report.fallback)}  not understood`,
    `  ${percent(report.ece)}  calibration error: how far confidence is from the truth`,
    `Most often confused (${Math.min(PAIRS, report.confused.length)} of ${report.confused.length} pairs):`,
    ...pairs,
    "Fewest examples:",
    ...report.thinnest.map(
      ({ intent, examples, accuracy }) =>
        `  ${String(examples).padStart(4)}  ${intent} (ranked first rightly: ${percent(accuracy).trim()})`,
    ),
    "",
    "",
  ].join("\n");
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1e4) / 1e4;
}
