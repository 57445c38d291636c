/**
 * Measures the language understanding on public corpora: `npx tsx test/corpora/evaluate.ts [--validation] [corpus ...]`.
 * Without `--validation` the test split is scored: to report, never to choose. With it, a fifth of the training lines
 * (or the corpus's own validation split) is.
 */
import { intentsOf, isAccepted, percentile, predict, scoresOf, shareOf, train } from "../../src/nlu/index.js";
import { CORPORA, type Line, OUT_OF_SCOPE, readCorpus } from "./corpora.js";

const NAMES = ["chatbot", "askubuntu", "robo-de-15shot", "robo-de", "hwu64-f1", "clinc150"];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const onValidation = process.argv.includes("--validation");
const rows = (wanted.length > 0 ? wanted : NAMES).flatMap((name) => {
  const lines = readCorpus(name);
  if (lines === undefined)
    console.error(`${name}: skipped, there is no ${CORPORA}/${name}.jsonl (CORPORA=... names the folder)`);
  return lines === undefined ? [] : [{ corpus: name, ...evaluate(...split(lines)) }];
});
console.table(rows);

function split(lines: readonly Line[]): [training: Line[], scored: Line[]] {
  const training = lines.filter((line) => line.split === "train" && line.intent !== OUT_OF_SCOPE);
  const validation = lines.filter((line) => line.split === "val");
  if (!onValidation) return [training, lines.filter((line) => line.split === "test")];
  if (validation.length > 0) return [training, validation];
  return [training.filter((_, at) => at % 5 !== 2), training.filter((_, at) => at % 5 === 2)];
}

function evaluate(training: readonly Line[], scored: readonly Line[]) {
  const intents = intentsOf(training);
  const started = performance.now();
  const model = train(intents, { language: "auto" });
  const trained = performance.now();
  const { predictions, micros } = predict(
    model,
    scored.map(({ text }) => text),
    () => performance.now(),
  );
  const results = predictions.map((prediction, at) => {
    const said = scored[at]?.intent ?? OUT_OF_SCOPE;
    const intent = said === OUT_OF_SCOPE ? null : said;
    const accepted = isAccepted(prediction, null);
    return { ...prediction, intent, accepted, right: prediction.predicted === intent };
  });
  const inScope = results.filter(({ intent }) => intent !== null);
  const outside = results.filter(({ intent }) => intent === null);
  const { accuracy, macroF1, oosRecall, inScopeAccuracy, ece } = scoresOf(results);
  return {
    intents: intents.length,
    train: training.length,
    accuracy: rounded(accuracy),
    macroF1: rounded(macroF1),
    // Not "none": answered or asked back.
    inScope: rounded(inScopeAccuracy),
    oosRecall: rounded(oosRecall),
    sureRight: rounded(shareOf(inScope, ({ right, verdict }) => right && verdict === "sure")),
    sureWrong: rounded(shareOf(inScope, ({ right, verdict }) => !right && verdict === "sure")),
    oosNotSure: rounded(shareOf(outside, ({ verdict }) => verdict !== "sure")),
    ece: rounded(ece),
    split: rounded(shareOf(results, ({ questions }) => questions > 1)),
    sure: rounded(model.calibration.sure),
    unsure: rounded(model.calibration.unsure),
    trainMs: Math.round(trained - started),
    p50Micros: Math.round(percentile(micros, 0.5)),
    p99Micros: Math.round(percentile(micros, 0.99)),
  };
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1e4) / 1e4;
}
