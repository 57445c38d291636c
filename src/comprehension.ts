import { type Comprehension, OUT_OF_SCOPE } from "./conversation/input.js";
import type { Behaviour, Knowledge } from "./knowledge/model.js";
import { type Lesson, learnTask, type Task } from "./lesson.js";
import {
  type ByHeart,
  byHeart,
  identifyLanguage,
  indexOf,
  knownAs,
  type LanguageModel,
  type MentionIndex,
  type Model,
  mentioned,
  normalise,
  type Question,
  type Understanding,
  type UnderstandingContext,
  understand,
} from "./nlu/index.js";
import { plain } from "./text/index.js";
import type { Language, Localised } from "./vocabulary/index.js";

/** A snapshot of the knowledge with everything that was learned from it. Immutable; a new snapshot makes a new one. */
export interface Compiled {
  readonly knowledge: Knowledge;
  /** Null for a language in which there are no examples. */
  readonly models: Localised<Model | null>;
  readonly languages: LanguageModel;
  /** Of this very knowledge, also while the models are still those of the knowledge before. */
  readonly sentences: Localised<ByHeart>;
  readonly seminars: Localised<MentionIndex>;
  /** By the names of the procedures, not their titles: these hold words that many share. */
  readonly seams: Localised<MentionIndex>;
}

/** Above this probability a message is read in its own language only, below it in both. */
const LANGUAGE_CERTAIN = 0.9;

const LANGUAGES: readonly Language[] = ["de", "en"];

/** What is never one of two questions; a complaint, or the wish for another language, may be. */
const SMALL_TALK: ReadonlySet<Behaviour | null> = new Set<Behaviour>([
  "greeting",
  "thanks",
  "goodbye",
  "help",
  "repeat",
  "say",
]);

/** What was learned, wherever: see `learning.ts`. */
export type Learned = Pick<Compiled, "models" | "languages">;

/**
 * Learns everything that the knowledge teaches, or reads what was learned from the same before: the same knowledge, the
 * same result.
 * @param keptIn the folder where that is kept; null: it is learned anew
 */
export function compile(knowledge: Knowledge, keptIn: string | null = null): Compiled {
  const tasks = tasksOf(knowledge);
  const [de, en] = [learnTask(tasks.de, keptIn), learnTask(tasks.en, keptIn)];
  if (!en.languages) throw new Error("The languages were not learned.");
  const learned = { models: { de: de.model, en: en.model }, languages: en.languages };
  return compiledFrom(knowledge, learned, sentencesByHeart(knowledge));
}

/** What there is to learn, by language. German takes as long as English and telling the languages apart together. */
export function tasksOf(knowledge: Knowledge): Localised<Task> {
  return {
    de: { lesson: lessonOf(knowledge, "de"), sentences: null },
    en: { lesson: lessonOf(knowledge, "en"), sentences: sentencesOf(knowledge) },
  };
}

/**
 * Puts a snapshot together with what was learned from it. Until that is there, what was learned from the one before
 * stands in for it: answers and sentences known by heart are new already.
 */
export function compiledFrom(
  knowledge: Knowledge,
  { models, languages }: Learned,
  sentences: Localised<ByHeart>,
): Compiled {
  return {
    knowledge,
    models,
    languages,
    sentences,
    seminars: both((language) => indexOf(seminarTexts(knowledge, language), language)),
    seams: both((language) =>
      indexOf(
        [...knowledge.seams.values()].map(({ id, names }) => ({ id, texts: names[language] })),
        language,
      ),
    ),
  };
}

/**
 * Reads a message: in its own language where that is plain, else in both, and keeps the reading that fits better.
 * A short "opening hours" is understood although the guest speaks German so far.
 *
 * @param speaks the guest's language so far; decides where both readings fit alike.
 */
export function comprehend(
  compiled: Compiled,
  text: string,
  speaks: Language,
  context?: UnderstandingContext,
): Comprehension {
  const found = identifyLanguage(compiled.languages, text);
  const language: Language = found.language === "en" ? "en" : "de";
  const certain = found.confidence > LANGUAGE_CERTAIN;
  const readings = (certain ? [language] : ([speaks, speaks === "de" ? "en" : "de"] as const)).map(
    (candidate) => ({
      language: candidate,
      ...reading(compiled, candidate, text, context),
    }),
  );
  const best = readings.reduce((a, b) => (fitness(b.understanding) > fitness(a.understanding) ? b : a));
  return {
    understanding: best.understanding,
    byHeart: best.byHeart,
    recognised: { language, confidence: found.confidence, words: found.words },
    // few messages are about seminars: looked for when somebody wants to know
    get seminars() {
      return mentioned(compiled.seminars[best.language], text);
    },
  };
}

/** As the model reads it; what is an example word for word means that intent, unless it goes on from what was said. */
function reading(
  { models, sentences }: Compiled,
  language: Language,
  text: string,
  context: UnderstandingContext | undefined,
): { readonly understanding: Understanding; readonly byHeart: boolean } {
  const read = understanding(models[language], text, context);
  const known = read.followUp ? undefined : sentences[language].get(normalise(text));
  return known === undefined
    ? { understanding: read, byHeart: false }
    : { understanding: knownAs(known, read), byHeart: true };
}

/** Procedures that a text names, best first. Score 1: by a word that only this one has. */
export function seamsNamed(
  { seams }: Pick<Compiled, "seams">,
  text: string,
  language: Language,
): { readonly id: string; readonly score: number }[] {
  const index = seams[language];
  const most = Math.max(...index.weights.values());
  return mentioned(index, text).map(({ id, score }) => ({ id, score: score / most }));
}

function understanding(
  model: Model | null,
  text: string,
  context: UnderstandingContext | undefined,
): Understanding {
  if (model) return understand(model, text, context);
  const nothing: Question = { text, ranked: [], verdict: "none" };
  return { questions: [nothing], whole: nothing, truncated: false, followUp: false };
}

/** Sure before unsure before none, then by confidence. */
function fitness({ whole, questions }: Understanding): number {
  const verdicts = [whole, ...questions].map(({ verdict }) => ["none", "unsure", "sure"].indexOf(verdict));
  return Math.max(...verdicts) + (whole.ranked[0]?.confidence ?? 0);
}

/**
 * What the model of one language learns from: the catalogue's intents and, as "none of these", what is not ours.
 * Null where there are no examples.
 */
export function lessonOf(knowledge: Knowledge, language: Language): Lesson | null {
  const ours = [...knowledge.intents.values()].map((intent) => ({
    id: intent.id,
    utterances: worded(intent.utterances[language]),
    title: intent.title[language],
    ...(intent.answer ? { answer: plain(intent.answer[language].short) } : {}),
  }));
  const others = knowledge.outOfScope.map((kind) => ({
    id: OUT_OF_SCOPE + kind.id,
    utterances: worded(kind.utterances[language]),
    title: kind.title[language],
    outOfScope: true,
  }));
  const smallTalk = [...knowledge.intents.values()].filter(({ behaviour }) => SMALL_TALK.has(behaviour));
  const intents = [...ours, ...others].filter(({ utterances }) => utterances.length > 0);
  if (intents.length === 0) return null;
  return {
    intents,
    options: { language, synonyms: knowledge.synonyms, smallTalk: smallTalk.map(({ id }) => id) },
  };
}

/** Every example as it stands, by language: see `byHeart`. */
export function sentencesByHeart(knowledge: Knowledge): Localised<ByHeart> {
  return both((language) => byHeart(lessonOf(knowledge, language)?.intents ?? []));
}

/** Everything that tells the languages apart. */
export function sentencesOf(knowledge: Knowledge): Localised<string[]> {
  return both((language) => [
    ...[...knowledge.intents.values()].flatMap((intent) => [
      ...intent.utterances[language],
      ...(intent.answer ? [plain(intent.answer[language].short)] : []),
    ]),
    ...knowledge.outOfScope.flatMap((kind) => kind.utterances[language]),
  ]);
}

/** Utterances with a word in them: there is nothing to learn from "???". */
function worded(utterances: readonly string[]): string[] {
  return utterances.filter((utterance) => normalise(utterance) !== "");
}

function seminarTexts(knowledge: Knowledge, language: Language): { id: string; texts: string[] }[] {
  return knowledge.seminars.map((seminar) => ({
    id: seminar.id,
    texts: [
      seminar.title[language],
      ...seminar.topics[language],
      ...seminar.leaders.flatMap(({ name, affiliation }) => [name, affiliation ?? ""]),
      seminar.place?.city ?? "",
    ].filter(Boolean),
  }));
}

function both<T>(make: (language: Language) => T): Localised<T> {
  const [de, en] = LANGUAGES.map(make);
  return { de: de as T, en: en as T };
}
