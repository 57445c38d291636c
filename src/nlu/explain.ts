import type { ExplainedTerm, Explanation } from "./model.js";
import { understoodPart, words } from "./normalise.js";
import { judge, read } from "./reading.js";
import { count, eachFeature, type FeatureSpace, readWords, vectorOf, wordsWithin } from "./space.js";
import { STEMMERS } from "./stem.js";
import type { Model } from "./train.js";
import type { WordFeatures } from "./word.js";

/** How many words are named for each of the two. */
const TERMS = 8;
/** How many words of the examples are named that mean the same. */
const LIKE = 3;

/**
 * Says what spoke for the first and the second candidate: the message's words with their share of the score (their
 * letters and concepts are in the word), parts of compounds, pairs of words, and the nearest example; and why a word
 * counts that the examples do not have: read as another, like another, part of another.
 */
export function explain(model: Model, text: string): Explanation {
  const understood = understoodPart(text).text;
  const reading = read(model, understood);
  const { ranked, verdict } = judge(model, reading);
  const { sure, unsure } = model.calibration;
  return {
    ranked,
    verdict,
    thresholds: { sure, unsure },
    evidence: ranked.slice(0, 2).map(({ id }) => {
      const label = model.ids.indexOf(id);
      return {
        id,
        terms: terms(model, understood, reading.words, label),
        nearest: nearest(model, reading.words, label),
      };
    }),
  };
}

function terms(
  model: Model,
  text: string,
  message: readonly WordFeatures[],
  label: number,
): readonly ExplainedTerm[] {
  const { space } = model;
  const worth = worthOf(model, message, label);
  const examples = model.examples[label] ?? [];
  const exampleWords = wordsOf(space, examples);
  const typed = words(text);
  const shown = spellings([text, ...examples]);
  const isConcept = conceptsOf(space);
  const found = new Map<string, ExplainedTerm>();
  eachFeature(space, message, (feature, first, last) => {
    const spoken = typed.slice(first, last + 1).map((word) => shown(word));
    const term = spoken.join(" ");
    const word = message[first];
    const part =
      first === last && word !== undefined ? partNamed(space, word, feature, isConcept) : undefined;
    const key = part ?? term;
    const before = found.get(key) ?? {
      term: part === undefined ? term : shown(part),
      weight: 0,
      ...(part === undefined ? {} : { within: term }),
      ...(part === undefined && first === last ? reason(word, typed[first], exampleWords, shown) : {}),
    };
    const alikes = isConcept(feature) && part === undefined ? alike(word, feature, exampleWords) : [];
    const like = alikes.map(shown).filter((other) => other !== before.within);
    found.set(key, {
      ...before,
      weight: before.weight + worth(feature),
      ...(like.length === 0 ? {} : { like: [...new Set([...(before.like ?? []), ...like])] }),
    });
  });
  return [...found.values()]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS)
    .map((term) => (term.like ? { ...term, like: term.like.slice(0, LIKE) } : term));
}

/** What each feature of a message adds to an intent's score: its share of the column's. */
function worthOf({ space, linear }: Model, message: readonly WordFeatures[], label: number) {
  const sums = count(space, message);
  const vector = vectorOf(space, message);
  const worth = new Map<number, number>();
  vector.ids.forEach((column, at) => {
    const score = (vector.values[at] ?? 0) * (linear.weights[column * linear.classes + label] ?? 0);
    worth.set(column, score / (sums.values[at] ?? 1));
  });
  return (feature: number): number =>
    (space.share[feature] ?? 0) * (worth.get(space.columnOf[feature] ?? 0) ?? 0);
}

function wordsOf(space: FeatureSpace, examples: readonly string[]): readonly WordFeatures[] {
  const found = new Map<string, WordFeatures>();
  for (const word of examples.flatMap((example) => readWords(space, example))) found.set(word.word, word);
  return [...found.values()];
}

function conceptsOf({ concepts }: FeatureSpace): (feature: number) => boolean {
  const ids = new Set<number>();
  for (const { same, related } of concepts.values()) for (const id of [...same, ...related]) ids.add(id);
  return (feature) => ids.has(feature);
}

/** The part of a compound that brings a feature, as a word that somebody uses; undefined where the whole word does. */
function partNamed(
  space: FeatureSpace,
  { word, stemId, meanings }: WordFeatures,
  feature: number,
  isConcept: (feature: number) => boolean,
): string | undefined {
  if (feature === stemId || isConcept(feature) || !meanings.includes(feature)) return undefined;
  for (const part of wordsWithin(space.language, space.vocabulary, word))
    if (space.stems.get(STEMMERS[space.language](part)) === feature) return part;
  for (const [stem, id] of space.stems) if (id === feature) return stem;
  return undefined;
}

/** Why a word counts that is not as the examples have it. */
function reason(
  word: WordFeatures | undefined,
  typed: string | undefined,
  examples: readonly WordFeatures[],
  shown: (word: string) => string,
): Pick<ExplainedTerm, "readAs" | "within"> {
  if (word === undefined || typed === undefined) return {};
  const whole = examples.some(({ stemId }) => stemId === word.stemId)
    ? undefined
    : examples.find(({ meanings }) => word.stemId >= 0 && meanings.includes(word.stemId));
  return {
    ...(word.word === typed ? {} : { readAs: shown(word.word) }),
    ...(whole === undefined ? {} : { within: shown(whole.word) }),
  };
}

/** The words of the examples that share a concept with a word which they do not have themselves. */
function alike(word: WordFeatures | undefined, concept: number, examples: readonly WordFeatures[]): string[] {
  if (word === undefined || examples.some(({ stem }) => stem === word.stem)) return [];
  return examples.filter(({ features }) => features.includes(concept)).map((example) => example.word);
}

/** Shows a normalised word as somebody wrote it, in lower case: "fördermittel", not "fordermittel". */
function spellings(texts: readonly string[]): (word: string) => string {
  const written = new Map<string, string>();
  for (const token of texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))) {
    const [word, another] = words(token);
    if (word !== undefined && another === undefined && !written.has(word)) written.set(word, token);
  }
  return (word) => written.get(word) ?? word;
}

/** The example of an intent with the most in common, by the cosine of the two vectors. */
function nearest(model: Model, message: readonly WordFeatures[], label: number): string | null {
  const { ids, values } = vectorOf(model.space, message);
  const weight = new Map<number, number>();
  ids.forEach((feature, at) => {
    weight.set(feature, values[at] ?? 0);
  });
  let best: { text: string | null; likeness: number } = { text: null, likeness: 0 };
  for (const text of model.examples[label] ?? []) {
    const example = vectorOf(model.space, readWords(model.space, text));
    let likeness = 0;
    example.ids.forEach((feature, at) => {
      likeness += (weight.get(feature) ?? 0) * (example.values[at] ?? 0);
    });
    if (likeness > best.likeness) best = { text, likeness };
  }
  return best.text;
}
