import { bestOf, type Calibration, calibrate, type HeldOut } from "./calibration.js";
import { type Coverage, coveredShare, eachWordFeature, learnCoverage } from "./coverage.js";
import { learnFeatures } from "./features.js";
import { languageOf } from "./function-words.js";
import {
  generator,
  type HeldOutScores,
  type LinearModel,
  type Partition,
  type Sample,
  trainLinear,
} from "./linear.js";
import type { TrainingIntent, TrainingOptions } from "./model.js";
import { words } from "./normalise.js";
import { type FeatureSpace, knownShare } from "./space.js";
import type { WordFeatures } from "./word.js";

/** Everything learned. Made by {@link train}; what is inside is the room's own business. */
export interface Model {
  readonly ids: readonly string[];
  readonly outOfScope: ReadonlySet<string>;
  readonly smallTalk: ReadonlySet<string>;
  readonly space: FeatureSpace;
  readonly linear: LinearModel;
  readonly coverage: Coverage;
  readonly calibration: Calibration;
  /** Utterances by intent, for {@link explain}. */
  readonly examples: readonly (readonly string[])[];
  /** Single words that are an utterance by themselves, such as "hilfe". */
  readonly oneWordUtterances: ReadonlySet<string>;
  /** The small talk that is short enough to stand before a question: "guten tag". Normalised. */
  readonly courtesies: ReadonlySet<string>;
}

/** The examples cannot be learned from; `intents` names those at fault, empty where it is all of them. */
export class TrainingError extends Error {
  override readonly name = "TrainingError";
  constructor(
    message: string,
    readonly intents: readonly string[],
  ) {
    super(message);
  }
}

/** How much a mistake on an intent's title or answer costs, beside 1 for an utterance. */
const TITLE_WEIGHT = 0.5;
const ANSWER_WEIGHT = 0.1;
const FOLDS = 10;
/**
 * So many held-out sentences are enough for four weights and two thresholds; where there are more, not every fold is
 * held out. Holding out costs most of the training time.
 */
const ENOUGH_HELD_OUT = 1_000;
/** Of sentences whose whole intent is held out: they weigh little. */
const ENOUGH_UNKNOWN = 400;
/** The longest small talk that may stand before a question and be passed over. */
export const COURTESY_WORDS = 3;

/**
 * Learns a model from examples. Deterministic: the same examples in the same order make the same model.
 * @throws TrainingError when there is no intent, when one has nothing to learn from, or when an id comes twice.
 */
export function train(intents: readonly TrainingIntent[], options: TrainingOptions): Model {
  check(intents);
  const language =
    options.language === "auto"
      ? languageOf(intents.flatMap(({ utterances }) => utterances))
      : options.language;
  const documents = intents.flatMap((intent, label) => [
    ...intent.utterances.map((text) => ({ text, label, weight: 1, utterance: true })),
    ...weak(intent.title, label, TITLE_WEIGHT),
    ...weak(intent.answer, label, ANSWER_WEIGHT),
  ]);
  const texts = documents.map(({ text }) => text);
  const { space, messages, vectors } = learnFeatures(texts, language, options.synonyms ?? []);
  const samples: Sample[] = vectors.map((vector, row) => ({
    vector,
    label: documents[row]?.label ?? 0,
    weight: documents[row]?.weight ?? 1,
  }));
  const utterances = documents.map(({ utterance }) => utterance);
  const partitions = [sentencesHeldOut(samples, utterances), intentsHeldOut(samples, intents)];
  const { model: linear, heldOut } = trainLinear(samples, intents.length, space.columns, partitions);
  const rankings = partitions.flatMap((partition, at) => {
    const scores = heldOut[at];
    return scores ? judged(space, samples, messages, utterances, partition, scores, intents.length) : [];
  });
  return {
    ids: intents.map(({ id }) => id),
    outOfScope: new Set(intents.filter((intent) => intent.outOfScope === true).map(({ id }) => id)),
    smallTalk: new Set(options.smallTalk ?? []),
    space,
    linear,
    coverage: learnCoverage(
      space.columnOf.length,
      messages,
      documents.map(({ label }) => label),
      intents.length,
    ),
    calibration: calibrate(rankings),
    examples: intents.map((intent) => intent.utterances),
    courtesies: new Set(
      intents.flatMap(({ id, utterances: said }) =>
        (options.smallTalk ?? []).includes(id) ? said.map(words).flatMap(courtesy) : [],
      ),
    ),
    oneWordUtterances: new Set(texts.map(words).flatMap((all) => (all.length === 1 ? all : []))),
  };
}

function courtesy(said: readonly string[]): string[] {
  return said.length > 0 && said.length <= COURTESY_WORDS ? [said.join(" ")] : [];
}

function check(intents: readonly TrainingIntent[]): void {
  if (intents.length === 0) {
    throw new TrainingError(
      "There is no intent to learn from. Give at least one intent with utterances.",
      [],
    );
  }
  const ids = new Set<string>();
  for (const { id, utterances } of intents) {
    if (ids.has(id))
      throw new TrainingError(`Intent "${id}" is given twice. Put its utterances together.`, [id]);
    ids.add(id);
    if (!utterances.some((text) => words(text).length > 0)) {
      throw new TrainingError(
        `Intent "${id}" has no utterance with a word in it. Add some, or leave it out.`,
        [id],
      );
    }
  }
}

function weak(text: string | undefined, label: number, weight: number) {
  return text === undefined || text.trim() === "" ? [] : [{ text, label, weight, utterance: false }];
}

/** How many of the folds are held out, of so many sentences. */
function foldsOf(sentences: number, enough: number): number {
  return Math.min(FOLDS, Math.max(1, Math.ceil((FOLDS * enough) / sentences)));
}

/** Stratified folds over the utterances; titles and answers are never held out. */
function sentencesHeldOut(samples: readonly Sample[], utterances: readonly boolean[]): Partition {
  const parts = foldsOf(utterances.filter(Boolean).length, ENOUGH_HELD_OUT);
  const seen = new Map<number, number>();
  const part = Int8Array.from(samples, ({ label }, row) => {
    if (utterances[row] !== true) return -1;
    // The first of each intent falls into another fold, so that small intents do not crowd the first.
    const count = seen.get(label) ?? label;
    seen.set(label, count + 1);
    return count % FOLDS < parts ? count % FOLDS : -1;
  });
  return { parts, part };
}

/** Whole intents held out in turn: what they say is then about something unknown. Kinds out of scope stay. */
function intentsHeldOut(samples: readonly Sample[], intents: readonly TrainingIntent[]): Partition {
  const random = generator(intents.length);
  const order = intents.map((_, label) => ({ label, key: random() })).sort((a, b) => a.key - b.key);
  const partOf = new Map<number, number>();
  const inScope = order.filter(({ label }) => intents[label]?.outOfScope !== true);
  const parts = foldsOf(samples.length, ENOUGH_UNKNOWN);
  // With one or two intents nothing would be left to mistake them for.
  if (inScope.length >= 3) {
    for (const [at, { label }] of inScope.entries()) if (at % FOLDS < parts) partOf.set(label, at % FOLDS);
  }
  return { parts, part: Int8Array.from(samples, ({ label }) => partOf.get(label) ?? -1) };
}

/** The rankings of what was held out, with what they were worth. */
function judged(
  space: FeatureSpace,
  samples: readonly Sample[],
  messages: readonly (readonly WordFeatures[])[],
  utterances: readonly boolean[],
  partition: Partition,
  { line: lineOf, scores }: HeldOutScores,
  classes: number,
): HeldOut[] {
  const { part } = partition;
  const columnOf = (feature: number): number => space.columnOf[feature] ?? 0;
  const anywhere = leftWithout(partition, (show) => {
    samples.forEach(({ vector }, row) => {
      for (const column of vector.ids) show(column, row);
    });
  });
  const inIntent = leftWithout(partition, (show) => {
    samples.forEach(({ label }, row) => {
      for (const word of messages[row] ?? []) {
        eachWordFeature(word, (feature) => {
          show(feature * classes + label, row);
        });
      }
    });
  });
  return samples.flatMap(({ label }, row): HeldOut[] => {
    const own = part[row] ?? -1;
    if (own < 0 || utterances[row] !== true) return [];
    const from = (lineOf[row] ?? 0) * classes;
    const line = scores.subarray(from, from + classes);
    const [first = 0, second = -1] = bestOf(line, 2);
    const best = line[first] ?? 0;
    if (best === Number.NEGATIVE_INFINITY) return [];
    const right = line[label] ?? 0;
    let place = -1;
    if (right > Number.NEGATIVE_INFINITY) {
      place = 0;
      for (const score of line) if (score > right) place++;
    }
    const message = messages[row] ?? [];
    return [
      {
        best,
        margin: best - Math.max(line[second] ?? -1, -1),
        known: knownShare(space, message, (feature) => anywhere(columnOf(feature), own)),
        covered: coveredShare(space, message, (feature) => inIntent(feature * classes + first, own)),
        place,
      },
    ];
  });
}

/** Whether something is still left among the examples when one part of them is taken out. */
function leftWithout(
  { parts, part }: Partition,
  each: (show: (thing: number, row: number) => void) => void,
): (thing: number, part: number) => boolean {
  const total = new Map<number, number>();
  const within = new Map<number, number>();
  each((thing, row) => {
    total.set(thing, (total.get(thing) ?? 0) + 1);
    const own = part[row] ?? -1;
    if (own >= 0) within.set(thing * parts + own, (within.get(thing * parts + own) ?? 0) + 1);
  });
  return (thing, own) => (total.get(thing) ?? 0) > (within.get(thing * parts + own) ?? 0);
}
