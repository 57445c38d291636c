import { type Comprehension, OUT_OF_SCOPE } from "./bot/index.js";
import type { Knowledge } from "./knowledge/model.js";
import {
  identifyLanguage,
  indexOf,
  type LanguageModel,
  type MentionIndex,
  type Model,
  mentioned,
  type TrainingIntent,
  train,
  trainLanguages,
  type Understanding,
  type UnderstandingContext,
  understand,
} from "./nlu/index.js";
import { plain } from "./text/index.js";
import type { Language, Localised } from "./vocabulary/index.js";

/** A snapshot of the knowledge with everything that was learned from it. Immutable; a new snapshot makes a new one. */
export interface Compiled {
  readonly knowledge: Knowledge;
  readonly models: Localised<Model>;
  readonly languages: LanguageModel;
  readonly seminars: Localised<MentionIndex>;
}

/** Above this probability a message is read in its own language only, below it in both. */
const LANGUAGE_CERTAIN = 0.9;

const LANGUAGES: readonly Language[] = ["de", "en"];

/** Learns everything that the knowledge teaches. Pure computation: the same knowledge, the same result. */
export function compile(knowledge: Knowledge): Compiled {
  return {
    knowledge,
    models: both((language) =>
      train(trainingIntents(knowledge, language), trainingOptions(knowledge, language)),
    ),
    languages: trainLanguages(both((language) => sentences(knowledge, language))),
    seminars: both((language) => indexOf(seminarTexts(knowledge, language), language)),
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
      understanding: understand(compiled.models[candidate], text, context),
    }),
  );
  const best = readings.reduce((a, b) => (fitness(b.understanding) > fitness(a.understanding) ? b : a));
  return {
    understanding: best.understanding,
    recognised: { language, confidence: found.confidence, words: found.words },
    seminars: mentioned(compiled.seminars[best.language], text),
  };
}

/** Sure before unsure before none, then by confidence. */
function fitness({ whole, questions }: Understanding): number {
  const verdicts = [whole, ...questions].map(({ verdict }) => ["none", "unsure", "sure"].indexOf(verdict));
  return Math.max(...verdicts) + (whole.ranked[0]?.confidence ?? 0);
}

/** What the model of one language learns from: the catalogue's intents and, as "none of these", what is not ours. */
export function trainingIntents(knowledge: Knowledge, language: Language): TrainingIntent[] {
  const intents = [...knowledge.intents.values()].map((intent) => ({
    id: intent.id,
    utterances: intent.utterances[language],
    title: intent.title[language],
    ...(intent.answer ? { answer: plain(intent.answer[language].short) } : {}),
  }));
  const others = knowledge.outOfScope.map((kind) => ({
    id: OUT_OF_SCOPE + kind.id,
    utterances: kind.utterances[language],
    title: kind.title[language],
    outOfScope: true,
  }));
  return [...intents, ...others].filter(({ utterances }) => utterances.length > 0);
}

function trainingOptions(knowledge: Knowledge, language: Language) {
  const smallTalk = [...knowledge.intents.values()].filter(
    ({ behaviour }) => behaviour && behaviour !== "handover",
  );
  return { language, synonyms: knowledge.synonyms, smallTalk: smallTalk.map(({ id }) => id) };
}

function sentences(knowledge: Knowledge, language: Language): string[] {
  return [
    ...[...knowledge.intents.values()].flatMap((intent) => [
      ...intent.utterances[language],
      ...(intent.answer ? [plain(intent.answer[language].short)] : []),
    ]),
    ...knowledge.outOfScope.flatMap((kind) => kind.utterances[language]),
  ];
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
