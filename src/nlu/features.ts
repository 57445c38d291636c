import { lexiconOf, type Vocabulary } from "./lexicon.js";
import { words } from "./normalise.js";
import {
  type Concepts,
  count,
  EDGES,
  eachPhraseFrom,
  type FeatureSpace,
  pairKey,
  readWords,
  summed,
  type Vector,
  weigh,
  wordsWithin,
} from "./space.js";
import { learnSpelling } from "./spelling.js";
import { STEMMERS } from "./stem.js";
import { type Lookup, WEIGHTS, type WordFeatures, wordFeatures } from "./word.js";

/**
 * Learns the features of the examples: stems, parts of compounds, concepts of the lexicon, character n-grams within a
 * word, and pairs of neighbours, in which a concept stands for its words ("buy" and "purchase" before "ticket").
 */
export function learnFeatures(
  sentences: readonly string[],
  language: "de" | "en",
  synonyms: readonly (readonly string[])[],
): { space: FeatureSpace; messages: WordFeatures[][]; vectors: Vector[] } {
  const stem = STEMMERS[language];
  const lexicon = lexiconOf(language, synonyms);
  const tokenised = sentences.map(words);
  const frequency = new Map<string, number>();
  for (const sentence of tokenised)
    for (const word of sentence) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const vocabulary: Vocabulary = {
    words: new Set([...lexicon.vocabulary.words, ...frequency.keys()]),
    stems: new Set([...lexicon.vocabulary.stems, ...[...frequency.keys()].map(stem)]),
  };

  const weights: number[] = [0, 0]; // the edges of a sentence have no feature of their own
  const id = <K>(map: Map<K, number>, key: K, weight: number): number => {
    const found = map.get(key);
    if (found !== undefined) return found;
    map.set(key, weights.length);
    return weights.push(weight) - 1;
  };
  const stems = new Map<string, number>();
  const grams = new Map<string, number>();
  const conceptIds = new Map<number, number>();
  const learnedConcepts = (key: string): Concepts => {
    const found = lexicon.concepts.get(key) ?? [];
    const same = found.filter((concept) => concept < lexicon.firstField);
    const related = found.filter((concept) => concept >= lexicon.firstField);
    const learn = (concept: number): number => id(conceptIds, concept, WEIGHTS.concept);
    return { same: same.map(learn), related: related.map(learn) };
  };
  const lookup: Lookup = {
    stem: (found) => id(stems, found, WEIGHTS.stem),
    gram: (found) => id(grams, found, WEIGHTS.gram),
    concepts: learnedConcepts,
    parts: (word) => wordsWithin(language, vocabulary, word).map(stem),
  };
  const known = new Map<string, WordFeatures>();
  for (const word of frequency.keys()) known.set(word, wordFeatures(word, stem(word), lookup));

  const { phrases, phraseStarts } = phrasesOf(lexicon.concepts);
  const pairs = new Map<number, number>();
  const skips = new Map<number, number>();
  for (const sentence of tokenised) {
    const message = sentence.map((word) => known.get(word)).filter((word) => word !== undefined);
    message.forEach((word, at) => {
      id(pairs, pairKey(message[at - 1]?.token ?? EDGES.start, word.token), WEIGHTS.pair);
      const before = message[at - 2];
      if (before) id(skips, pairKey(before.token, word.token), WEIGHTS.skip);
      if (!phraseStarts.has(word.stem)) return;
      eachPhraseFrom(message, at, (phrase) => {
        if (phrases.has(phrase)) learnedConcepts(phrase);
      });
    });
    const last = message.at(-1);
    if (last) id(pairs, pairKey(last.token, EDGES.end), WEIGHTS.pair);
  }
  // Of the lexicon only what the examples have is kept.
  const concepts = new Map<string, Concepts>();
  for (const [key, found] of lexicon.concepts) {
    const ids = (isSame: boolean): number[] =>
      found.flatMap((concept) =>
        concept < lexicon.firstField === isSame ? (conceptIds.get(concept) ?? []) : [],
      );
    const entry = { same: ids(true), related: ids(false) };
    if (entry.same.length + entry.related.length > 0) concepts.set(key, entry);
  }
  const features = {
    language,
    stems,
    grams,
    pairs,
    skips,
    concepts,
    phraseStarts,
    vocabulary,
    spelling: learnSpelling([...frequency].sort((a, b) => b[1] - a[1]).map(([word]) => word)),
    unknownTelling: telling(1, sentences.length),
    read: known,
    scratch: new Float32Array(weights.length),
  };
  const apart: FeatureSpace = {
    ...features,
    columnOf: Int32Array.from(weights, (_, feature) => feature),
    share: new Float32Array(weights.length).fill(1),
    columns: weights.length,
    telling: new Float32Array(weights.length),
  };
  const messages = sentences.map((sentence) => readWords(apart, sentence));
  const counts = messages.map((message) => count(apart, message));
  const space: FeatureSpace = { ...features, ...sharedColumns(counts, weights) };
  const vectors = counts.map(({ ids, values }, sentence) => {
    const sums = summed(space, (add) => {
      for (let at = 0; at < ids.length; at++) add(ids[at] ?? 0, values[at] ?? 0);
    });
    return weigh(space, sums, messages[sentence] ?? []);
  });
  return { space, messages, vectors };
}

/** The entries of several words, and the words they begin with. */
function phrasesOf(concepts: ReadonlyMap<string, unknown>): {
  phrases: Set<string>;
  phraseStarts: Set<string>;
} {
  const phrases = new Set<string>();
  const phraseStarts = new Set<string>();
  for (const key of concepts.keys()) {
    const space = key.indexOf(" ");
    if (space < 0) continue;
    phrases.add(key);
    phraseStarts.add(key.slice(0, space));
  }
  return { phrases, phraseStarts };
}

/**
 * Puts features into one column that occur in the same sentences, equally often. A column is worth the length of its
 * features' weights, and each adds its part of that, which keeps the length of vectors and all products as they were.
 */
function sharedColumns(
  sentences: readonly Vector[],
  weights: readonly number[],
): Pick<FeatureSpace, "columnOf" | "share" | "columns" | "telling"> {
  const features = weights.length;
  const frequency = new Uint32Array(features);
  // Two hashes of where a feature occurs: by 64 bits no two features meet by chance in any corpus of this size.
  const places = [new Int32Array(features).fill(17), new Int32Array(features).fill(31)] as const;
  sentences.forEach(({ ids, values }, sentence) => {
    for (let at = 0; at < ids.length; at++) {
      const feature = ids[at] ?? 0;
      const place = sentence * 64 + (values[at] ?? 0);
      frequency[feature] = (frequency[feature] ?? 0) + 1;
      places[0][feature] = Math.imul((places[0][feature] ?? 0) ^ place, 0x01000193);
      places[1][feature] = Math.imul((places[1][feature] ?? 0) + place, 0x5bd1e995) ^ place;
    }
  });
  const groups = new Map<string, { weight: number; documents: number; column: number }>();
  const groupOf = weights.map((weight, feature) => {
    const documents = frequency[feature] ?? 0;
    const key = `${documents} ${places[0][feature] ?? 0} ${places[1][feature] ?? 0}`;
    const group = groups.get(key) ?? { weight: 0, documents, column: 0 };
    groups.set(key, group);
    group.weight += weight * weight;
    return group;
  });
  // The most frequent columns side by side: what every sentence touches stays in the processor's nearest cache.
  const columns = [...groups.values()].sort((a, b) => b.documents - a.documents);
  columns.forEach((group, column) => {
    group.column = column;
  });
  return {
    columnOf: Int32Array.from(groupOf, ({ column }) => column),
    share: Float32Array.from(groupOf, (group, feature) =>
      group.weight === 0 ? 0 : (weights[feature] ?? 0) ** 2 / Math.sqrt(group.weight),
    ),
    columns: columns.length,
    telling: Float32Array.from(columns, ({ documents }) => telling(documents, sentences.length)),
  };
}

/**
 * How telling a feature is: the root of its inverse document frequency, smoothed as scikit-learn's TfidfVectorizer has
 * it. The whole frequency drowns the small words that decide between siblings (0.3 points less on validation lines).
 */
function telling(documents: number, all: number): number {
  return Math.sqrt(Math.log((1 + all) / (1 + documents)) + 1);
}
