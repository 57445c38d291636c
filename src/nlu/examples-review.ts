import type { HeldOutExample } from "./cross-validation.js";
import { likenessToAll } from "./likeness.js";
import type { TrainingIntent } from "./model.js";
import { normalise } from "./normalise.js";

/** An intent whose examples are taken for another. Directed: `taken` may lose nothing to `intent`. */
export interface ConfusedPair {
  readonly intent: string;
  readonly taken: string;
  readonly count: number;
  /** The two that were taken with the most confidence, as `HeldOutExample.text`. */
  readonly examples: readonly string[];
}

/** An example that lies nearer to another intent than to its own. */
export interface Misplaced {
  readonly example: HeldOutExample;
  /** The intent that it reads like, and the example there that it is most like. */
  readonly taken: string;
  readonly nearest: string;
}

/** The same sentence under two intents. */
export interface SharedSentence {
  readonly intent: string;
  /** Where it stands among the utterances of its intent. */
  readonly index: number;
  readonly text: string;
  /** The intent, and its wording, that has it first. */
  readonly holder: { readonly intent: string; readonly text: string };
}

/** An intent with how many examples it has, and how many of those that were held out came out right (0..1, or null). */
export interface IntentStrength {
  readonly intent: string;
  readonly examples: number;
  readonly accuracy: number | null;
}

/**
 * When an example lies nearer to another intent. The model, which had not seen it, must be sure of the other; that
 * alone would be wrong about most of what it finds, for often a small word decides and the model misses it. So what the
 * sentences have literally in common (see `likenessToAll`) must speak for it too, in one of two ways. Chosen by reading
 * what is found on the shipped FAQ, so that staff agree with two of three.
 *
 * A twin: an example of the other is so much like it, and the nearest of its own at most this share of that.
 */
const TWIN = { confidence: 0.5, alike: 0.7, ownShare: 0.4 } as const;
/**
 * A stranger: it has next to nothing in common with its own, and of the nearest of all examples several are the
 * other's and none its own.
 */
const STRANGER = { confidence: 0.7, alike: 0.3, own: 0.1, neighbours: 7, others: 3 } as const;
/**
 * An intent whose examples come out right less often than this share of what is usual is held together by a manner
 * (praise, "is there a course on ...") and not by a subject: being taken for the subject is nothing to warn of.
 */
const BY_SUBJECT = 0.75;
/** How many examples of a confused pair are shown. */
const TELLING = 2;

/** Which intents are taken for which, most often first. */
export function confusedPairs(heldOut: readonly HeldOutExample[]): ConfusedPair[] {
  const pairs = new Map<string, HeldOutExample[]>();
  for (const example of heldOut) {
    if (example.predicted === example.intent) continue;
    const pair = JSON.stringify([example.intent, example.predicted]);
    pairs.set(pair, [...(pairs.get(pair) ?? []), example]);
  }
  return [...pairs.values()]
    .map((examples) => ({
      intent: examples[0]?.intent ?? "",
      taken: examples[0]?.predicted ?? "",
      count: examples.length,
      examples: examples
        .toSorted((a, b) => b.confidence - a.confidence)
        .slice(0, TELLING)
        .map(({ text }) => text),
    }))
    .sort((a, b) => b.count - a.count);
}

/**
 * Examples that lie nearer to another intent than to their own, the most alike first; of two that are each other's
 * nearest, the one of which the model is surer. Examples of what is out of scope are near to ours on purpose ("the
 * same in another town") and are not judged.
 * @param heldOut of the same intents
 */
export function misplacedExamples(
  intents: readonly TrainingIntent[],
  heldOut: readonly HeldOutExample[],
): Misplaced[] {
  const judged = intentsBySubject(intents, heldOut);
  const doubted = heldOut
    .filter(
      ({ intent, predicted, verdict, confidence }) =>
        predicted !== intent && verdict === "sure" && confidence >= TWIN.confidence && judged.has(intent),
    )
    .sort((a, b) => b.confidence - a.confidence);
  if (doubted.length === 0) return [];
  const examples = intents.flatMap(({ id, utterances }) =>
    utterances.map((text, index) => ({ intent: id, index, text })),
  );
  const placeOf = new Map(examples.map(({ intent, index }, place) => [key(intent, index), place]));
  const likeness = likenessToAll(examples.map(({ text }) => text));
  const told = new Set<string>();
  return doubted
    .flatMap((example) => {
      const place = placeOf.get(key(example.intent, example.index)) ?? -1;
      const alike = likeness(place);
      const neighbours = examples
        .map((other, at) => ({ ...other, alike: alike[at] ?? 0 }))
        .filter((_, other) => other !== place)
        .sort((a, b) => b.alike - a.alike);
      const nearest = neighbours.find(({ intent }) => intent === example.predicted);
      if (!nearest || !isNearer(example, neighbours)) return [];
      if (told.has(key(nearest.intent, nearest.index))) return [];
      told.add(key(example.intent, example.index));
      return [{ example, taken: example.predicted, nearest: nearest.text, alike: nearest.alike }];
    })
    .sort((a, b) => b.alike - a.alike)
    .map(({ example, taken, nearest }) => ({ example, taken, nearest }));
}

/** The intents in scope whose examples come out right about as often as is usual. */
function intentsBySubject(
  intents: readonly TrainingIntent[],
  heldOut: readonly HeldOutExample[],
): ReadonlySet<string> {
  const usual = heldOut.filter(({ intent, predicted }) => intent === predicted).length / heldOut.length;
  const outOfScope = new Set(intents.filter((intent) => intent.outOfScope === true).map(({ id }) => id));
  return new Set(
    thinnestFirst(intents, heldOut).flatMap(({ intent, accuracy }) =>
      !outOfScope.has(intent) && accuracy !== null && accuracy >= usual * BY_SUBJECT ? [intent] : [],
    ),
  );
}

/** @param neighbours all other examples, nearest first */
function isNearer(
  { intent: own, predicted, confidence }: HeldOutExample,
  neighbours: readonly { readonly intent: string; readonly alike: number }[],
): boolean {
  const alikeIn = (wanted: string): number => neighbours.find(({ intent }) => intent === wanted)?.alike ?? 0;
  const toOther = alikeIn(predicted);
  const toOwn = alikeIn(own);
  if (toOther >= TWIN.alike && toOwn <= toOther * TWIN.ownShare) return true;
  const nearest = neighbours.slice(0, STRANGER.neighbours).filter(({ alike }) => alike > 0);
  const count = (wanted: string): number => nearest.filter(({ intent }) => intent === wanted).length;
  return (
    confidence >= STRANGER.confidence &&
    toOther >= STRANGER.alike &&
    toOwn <= STRANGER.own &&
    count(predicted) >= STRANGER.others &&
    count(own) === 0
  );
}

/**
 * Sentences that two intents have alike once case, punctuation, umlauts and accents are set aside: to the model they
 * are one sentence with two meanings. The first holder is not reported.
 */
export function sharedSentences(intents: readonly TrainingIntent[]): SharedSentence[] {
  const holders = new Map<string, SharedSentence["holder"]>();
  return intents.flatMap(({ id: intent, utterances }) =>
    utterances.flatMap((text, index): SharedSentence[] => {
      const sentence = normalise(text);
      if (sentence === "") return [];
      const holder = holders.get(sentence);
      if (!holder) holders.set(sentence, { intent, text });
      return holder && holder.intent !== intent ? [{ intent, index, text, holder }] : [];
    }),
  );
}

/** All intents, those with the fewest examples first. */
export function thinnestFirst(
  intents: readonly TrainingIntent[],
  heldOut: readonly HeldOutExample[],
): IntentStrength[] {
  const counts = new Map<string, { tried: number; right: number }>();
  for (const { intent, predicted } of heldOut) {
    const count = counts.get(intent) ?? { tried: 0, right: 0 };
    count.tried += 1;
    count.right += Number(predicted === intent);
    counts.set(intent, count);
  }
  return intents
    .map(({ id, utterances }) => {
      const count = counts.get(id);
      return {
        intent: id,
        examples: utterances.length,
        accuracy: count ? count.right / count.tried : null,
      };
    })
    .sort((a, b) => a.examples - b.examples);
}

function key(intent: string, index: number): string {
  return `${index} ${intent}`;
}
