import { closeSync, openSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  chooseThreshold,
  intentsOf,
  isAccepted,
  type LabelledLine,
  type Model,
  normalise,
  type Outcome,
  percentile,
  predict,
  scoresOf,
  type TrainingOptions,
  train,
} from "../nlu/index.js";
import { evaluateProduct } from "./evaluate-product.js";
import { evaluateShipped } from "./evaluate-shipped.js";
import { fileFault, InputError, type PlacedLine, readLabelledLines } from "./labelled-lines.js";
import { jsonLine } from "./one-line.js";

/** What the command line gives to `evaluate`. */
export interface EvaluateOptions {
  readonly train?: string;
  readonly test?: string;
  readonly validation?: string;
  readonly predictions?: string;
  readonly lang?: string;
  readonly json?: boolean;
  /** Measures the whole product on messages, not the model. */
  readonly product?: boolean;
  readonly markdown?: boolean;
  readonly verbose?: boolean;
}

/** The figures of one evaluation. Shares are 0..1, null where there was nothing to measure them on. */
interface Figures {
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  readonly oosRecall: number | null;
  readonly inScopeAccuracy: number | null;
  readonly ece: number | null;
  readonly trainMs: number;
  /** Microseconds of the median prediction, and of the one that 99 of 100 do not exceed. */
  readonly p50Micros: number;
  readonly p99Micros: number;
  /** Resident memory of this process after training and predicting, in MiB. */
  readonly rssMb: number;
  /** Confidence below which a message is rejected. */
  readonly threshold: number;
}

/** The intent of lines that mean none of those that are learned. */
const NONE = "oos";
const LANGUAGES = ["de", "en", "auto"] as const;
/** How many names a message lists. */
const NAMED = 5;

/**
 * `evaluate`: trains on one file of labelled lines and measures on another; without files it cross-validates the
 * desk's own examples. Needs no desk for the former. With --product it measures what guests meet. Exit code 2 where the
 * input cannot be used.
 */
export async function evaluate(files: readonly string[], options: EvaluateOptions): Promise<void> {
  try {
    if (options.product) {
      const beside = ["train", "test", "validation", "predictions"] as const;
      const [stray] = beside.filter((name) => options[name] !== undefined);
      if (stray) throw new InputError(`--${stray} does not go with --product, which learns from intents/.`);
      await evaluateProduct(files, options);
      return;
    }
    if (files.length > 0 || options.markdown || options.verbose)
      throw new InputError("Files without an option, --markdown and --verbose need --product. Add it.");
    const language = LANGUAGES.find((known) => known === (options.lang ?? "auto"));
    if (!language) throw new InputError(`--lang ${options.lang} is not known. Give de, en or auto.`);
    if (options.train === undefined && options.test === undefined) {
      if (options.validation !== undefined || options.predictions !== undefined)
        throw new InputError(
          "--validation and --predictions need --train <file> and --test <file>. Add them.",
        );
      await evaluateShipped(language === "auto" ? ["de", "en"] : [language], options.json === true);
      return;
    }
    evaluateFiles(options, language);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

function evaluateFiles(options: EvaluateOptions, language: TrainingOptions["language"]): void {
  if (options.train === undefined)
    throw new InputError("There is nothing to learn from. Add --train <file>.");
  if (options.test === undefined) throw new InputError("There is nothing to measure on. Add --test <file>.");
  const training = trainingLines(options.train);
  const test = readLabelledLines(options.test);
  const validation = options.validation === undefined ? null : readLabelledLines(options.validation);
  if (options.predictions !== undefined) mustBeWritable(options.predictions, options);
  tellStrangers(options.test, test, training);

  const began = performance.now();
  const model = train(intentsOf(training), { language });
  const trainMs = performance.now() - began;
  const threshold = validation && thresholdFrom(model, validation);
  const { predictions, micros } = predict(
    model,
    test.map(({ text }) => text),
    () => performance.now(),
  );
  const rss = process.memoryUsage.rss();
  const outcomes = predictions.map((prediction, at): Outcome => {
    const intent = test[at]?.intent ?? NONE;
    return {
      intent: intent === NONE ? null : intent,
      predicted: prediction.predicted,
      confidence: prediction.confidence,
      accepted: isAccepted(prediction, threshold),
    };
  });
  if (options.predictions !== undefined) writePredictions(options.predictions, test, outcomes);
  const { accuracy, macroF1, oosRecall, inScopeAccuracy, ece } = scoresOf(outcomes);
  const figures: Figures = {
    accuracy: rounded(accuracy),
    macroF1: rounded(macroF1),
    oosRecall: rounded(oosRecall),
    inScopeAccuracy: rounded(inScopeAccuracy),
    ece: rounded(ece),
    trainMs: Math.round(trainMs),
    p50Micros: Math.round(percentile(micros, 0.5) * 10) / 10,
    p99Micros: Math.round(percentile(micros, 0.99) * 10) / 10,
    rssMb: Math.round((rss / 2 ** 20) * 10) / 10,
    threshold: rounded(threshold ?? model.calibration.unsure) ?? 0,
  };
  process.stdout.write(options.json ? jsonLine(figures) : table(figures, threshold !== null, test.length));
}

/** @throws InputError where a line is out of scope: what is none of these has no examples. */
function trainingLines(file: string): PlacedLine[] {
  const lines = readLabelledLines(file);
  const outside = lines.find(({ intent }) => intent === NONE);
  if (outside)
    throw new InputError(
      `${file}:${outside.line}: the intent "${NONE}" means "none of these" and is not learned. Move such lines to the test or validation file.`,
    );
  const worded = lines.filter(({ text }) => normalise(text) !== "");
  const learned = new Set(worded.map(({ intent }) => intent));
  const empty = lines.filter(({ intent }) => !learned.has(intent));
  const [first] = empty;
  if (first && learned.size === 0)
    throw new InputError(`${file}:${first.line}: no line has a word in it. Give sentences to learn from.`);
  if (first)
    process.stderr.write(
      `${file}:${first.line}: ${named(empty)} has no example with a word in it and is set aside. Add examples.\n`,
    );
  return worded;
}

/** Says which intents of the test cannot come out right. */
function tellStrangers(file: string, test: readonly PlacedLine[], training: readonly LabelledLine[]): void {
  const learned = new Set(training.map(({ intent }) => intent));
  const strangers = test.filter(({ intent }) => intent !== NONE && !learned.has(intent));
  const [first] = strangers;
  if (first)
    process.stderr.write(
      `${file}:${first.line}: ${named(strangers)} never occurs in the training file; ${strangers.length} test lines count as errors. Add examples, or call them "${NONE}".\n`,
    );
}

function named(lines: readonly LabelledLine[]): string {
  const names = [...new Set(lines.map(({ intent }) => `"${intent}"`))];
  const more = names.length - NAMED;
  return `${names.length === 1 ? "intent" : "each of the intents"} ${names.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function thresholdFrom(model: Model, validation: readonly LabelledLine[]): number | null {
  const { predictions } = predict(
    model,
    validation.map(({ text }) => text),
    () => 0,
  );
  const threshold = chooseThreshold(
    predictions.map(({ predicted, confidence }, at) => {
      const intent = validation[at]?.intent ?? NONE;
      return { confidence, right: predicted === intent, inScope: intent !== NONE };
    }),
  );
  if (threshold === null)
    process.stderr.write(
      "No validation line is ranked rightly, so the model's own threshold is kept. Give in-scope lines with --validation.\n",
    );
  return threshold;
}

/** Known before the work is done rather than after it. What stands in the file so far is kept until then. */
function mustBeWritable(file: string, { train, test, validation }: EvaluateOptions): void {
  for (const input of [train, test, validation])
    if (input !== undefined && resolve(input) === resolve(file))
      throw new InputError(`--predictions ${file} would overwrite an input. Give another path.`);
  try {
    closeSync(openSync(file, "a"));
  } catch (error) {
    throw new InputError(`${file}: ${fileFault(error)}. Give --predictions a path that can be written.`);
  }
}

function writePredictions(file: string, test: readonly LabelledLine[], outcomes: readonly Outcome[]): void {
  const lines = outcomes.map(({ predicted, confidence, accepted }, at) => {
    const { text = "", intent = "" } = test[at] ?? {};
    return jsonLine({ text, intent, predicted, confidence, accepted });
  });
  try {
    writeFileSync(file, lines.join(""));
  } catch (error) {
    throw new InputError(`${file}: ${fileFault(error)}. Give --predictions a path that can be written.`);
  }
}

function table(figures: Figures, chosen: boolean, lines: number): string {
  const share = (value: number | null): string => (value === null ? "no such lines" : value.toFixed(4));
  const rows: readonly (readonly [string, string])[] = [
    ["test lines", String(lines)],
    ["accuracy (first-ranked, in scope)", share(figures.accuracy)],
    ["macro F1", share(figures.macroF1)],
    ["in-scope accuracy, rejections count as errors", share(figures.inScopeAccuracy)],
    ["out-of-scope recall", share(figures.oosRecall)],
    ["expected calibration error", share(figures.ece)],
    [`threshold (${chosen ? "chosen on the validation file" : "the model's own"})`, share(figures.threshold)],
    ["training", `${figures.trainMs} ms`],
    ["prediction, median / 99th percentile", `${figures.p50Micros} / ${figures.p99Micros} µs`],
    ["resident memory", `${figures.rssMb} MiB`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join("");
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1e4) / 1e4;
}
