import { generator } from "./linear.js";
import type { TrainingIntent, TrainingOptions, Verdict } from "./model.js";
import { normalise } from "./normalise.js";
import { train } from "./train.js";
import { understand } from "./understand.js";

/** An example as a model understood it that had learned from the other examples only. */
export interface HeldOutExample {
  readonly intent: string;
  /** Where it stands among the utterances of its intent. */
  readonly index: number;
  readonly text: string;
  /** The intent ranked first. */
  readonly predicted: string;
  readonly confidence: number;
  /** How much was left for the example's own intent, 0..1; 0 where it is not among the ranked. */
  readonly own: number;
  readonly verdict: Verdict;
}

export interface CrossValidation {
  /** At least 2. */
  readonly folds: number;
  /** The same seed, the same folds. */
  readonly seed: number;
  /** Told after each fold. */
  readonly progress?: (done: number, of: number) => void;
}

/** As many as give the models nearly all examples, at a cost that can be waited for. */
export const FIVE_FOLDS: CrossValidation = { folds: 5, seed: 1 };

/**
 * Understands every example by a model that had learned from the examples of the other folds, and from all titles and
 * answers, as the product learns. Folds are stratified: every intent is spread over all of them. An intent with a
 * single example is learned from and never held out; without it there would be nothing to find. Utterances without a
 * word are passed over, and so is an intent that has no others.
 * @returns the examples in the order in which they were given
 * @throws TrainingError when no intent has an utterance with a word in it, or when an id comes twice.
 */
export function heldOutExamples(
  given: readonly TrainingIntent[],
  options: TrainingOptions,
  { folds, seed, progress }: CrossValidation = FIVE_FOLDS,
): HeldOutExample[] {
  const random = generator(seed);
  const intents = given.flatMap((intent) => {
    const worded = intent.utterances.flatMap((text, index) =>
      normalise(text) !== "" ? [{ text, index, fold: -1 }] : [],
    );
    if (worded.length > 1) deal(worded, folds, random);
    return worded.length > 0 ? [{ intent, worded }] : [];
  });
  const found: HeldOutExample[][] = intents.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const model = train(
      intents.map(({ intent, worded }) => ({
        ...intent,
        utterances: worded.filter((example) => example.fold !== fold).map(({ text }) => text),
      })),
      options,
    );
    for (const [at, { intent, worded }] of intents.entries()) {
      for (const { text, index } of worded.filter((example) => example.fold === fold)) {
        const { ranked, verdict } = understand(model, text).whole;
        found[at]?.push({
          intent: intent.id,
          index,
          text,
          predicted: ranked[0]?.id ?? "",
          confidence: ranked[0]?.confidence ?? 0,
          own: ranked.find(({ id }) => id === intent.id)?.confidence ?? 0,
          verdict,
        });
      }
    }
    progress?.(fold + 1, folds);
  }
  return found.flatMap((examples) => examples.sort((a, b) => a.index - b.index));
}

/** Deals examples out to the folds like cards from a shuffled pack, beginning at any of them. */
function deal(examples: { fold: number }[], folds: number, random: () => number): void {
  const first = Math.floor(random() * folds);
  const shuffled = examples
    .map((example) => ({ example, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ example }) => example);
  for (const [at, example] of shuffled.entries()) example.fold = (first + at) % folds;
}
