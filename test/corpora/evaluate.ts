/**
 * Measures the language understanding on public corpora: `npx tsx test/corpora/evaluate.ts [--validation] [corpus ...]`.
 * Without `--validation` the test split is scored: to report, never to choose. With it, a fifth of the training lines
 * (or the corpus's own validation split) is.
 */
import { type TrainingIntent, train, understand } from "../../src/nlu/index.js";
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
  const utterances = new Map<string, string[]>();
  for (const { text, intent } of training) utterances.set(intent, [...(utterances.get(intent) ?? []), text]);
  const intents: TrainingIntent[] = [...utterances].map(([id, said]) => ({ id, utterances: said }));
  const started = performance.now();
  const model = train(intents, { language: "auto" });
  const trained = performance.now();
  for (const { text } of scored.slice(0, 300)) understand(model, text);
  const micros: number[] = [];
  const results = scored.map(({ text, intent }) => {
    const before = performance.now();
    const { whole, questions } = understand(model, text);
    micros.push((performance.now() - before) * 1000);
    const first = whole.ranked[0] ?? { id: "", confidence: 0 };
    const { id, confidence } = first;
    return { intent, right: id === intent, confidence, verdict: whole.verdict, split: questions.length > 1 };
  });
  micros.sort((a, b) => a - b);
  const inScope = results.filter(({ intent }) => intent !== OUT_OF_SCOPE);
  const outside = results.filter(({ intent }) => intent === OUT_OF_SCOPE);
  const share = (of: typeof results, is: (result: (typeof results)[number]) => boolean): number =>
    of.length === 0 ? Number.NaN : Math.round((of.filter(is).length / of.length) * 1e4) / 1e4;
  return {
    intents: intents.length,
    train: training.length,
    accuracy: share(inScope, ({ right }) => right),
    // Not "none": answered or asked back.
    inScope: share(inScope, ({ right, verdict }) => right && verdict !== "none"),
    oosRecall: share(outside, ({ verdict }) => verdict === "none"),
    sureRight: share(inScope, ({ right, verdict }) => right && verdict === "sure"),
    sureWrong: share(inScope, ({ right, verdict }) => !right && verdict === "sure"),
    oosNotSure: share(outside, ({ verdict }) => verdict !== "sure"),
    ece: Math.round(calibrationError(inScope) * 1e4) / 1e4,
    split: share(results, (result) => result.split),
    sure: Math.round(model.calibration.sure * 1e3) / 1e3,
    unsure: Math.round(model.calibration.unsure * 1e3) / 1e3,
    trainMs: Math.round(trained - started),
    p50Micros: Math.round(micros[Math.floor(micros.length / 2)] ?? 0),
    p99Micros: Math.round(micros[Math.floor(micros.length * 0.99)] ?? 0),
  };
}

/** Expected calibration error over ten equal bins (Naeini et al., AAAI 2015). */
function calibrationError(results: readonly { confidence: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of results) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    bin.count++;
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / results.length;
}
