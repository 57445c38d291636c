import { lessonOf } from "../comprehension.js";
import { OUT_OF_SCOPE } from "../conversation/input.js";
import type { Knowledge, Places, Problem } from "../knowledge/index.js";
import type { Lesson } from "../lesson.js";
import {
  type BorderSide,
  FIVE_FOLDS,
  heldOutExamples,
  misplacedExamples,
  sharedMoulds,
  sharedSentences,
  synonymBorders,
  type TrainingIntent,
  type Variety,
  varietyOf,
} from "../nlu/index.js";
import type { Language } from "../vocabulary/index.js";
import { oneLine } from "./one-line.js";

export interface ExamplesCheck {
  /** Leaves out what needs models: trying every example on one that does not know it. */
  readonly quick: boolean;
  /** Told after each of several parts of a language. */
  readonly progress: (language: Language) => (done: number, of: number) => void;
}

const LANGUAGES: readonly Language[] = ["de", "en"];
const NAMES: Readonly<Record<Language, string>> = { de: "German", en: "English" };
/** Characters of an example in a message. */
const SHOWN = 100;
/** Intents that a message lists. */
const LISTED = 3;

/**
 * Different words, below which an intent's examples are too much alike. 80 in German, where an intent has 60 examples or
 * more. English has half as many, and its words have fewer forms and no compounds: the same variety of people comes to
 * 56 % of the words (medians of the shipped intents: 152 with 32 examples, 273 with 64), hence 45.
 */
export const FEWEST_WORDS: Readonly<Record<Language, number>> = { de: 80, en: 45 };

/** Something about an intent's example, or all of a language when `text` is null. */
type Warn = (intent: string, text: string | null, message: string, suggestion: string) => Problem;

/**
 * What whoever learns from the examples doubts: the same sentence twice, sentences from one mould, few words, synonyms
 * that are none, and examples that read like another intent's.
 */
export function checkExamples(
  knowledge: Knowledge,
  places: Places,
  { quick, progress }: ExamplesCheck,
): Problem[] {
  return LANGUAGES.flatMap((language) => {
    const lesson = lessonOf(knowledge, language);
    if (!lesson) return [];
    const warn: Warn = (intent, text, message, suggestion) => ({
      severity: "warning",
      ...(text === null
        ? places.utterances(plainId(intent), language)
        : places.utterance(plainId(intent), language, text)),
      message,
      suggestion,
    });
    const shared = sharedSentences(lesson.intents).map(({ intent, text, holder }) =>
      warn(
        intent,
        text,
        `${quoted(text)} is to the desk the same sentence as ${quoted(holder.text)} in "${plainId(holder.intent)}".`,
        "Keep it where it belongs more.",
      ),
    );
    return [
      ...shared,
      ...fewWords(lesson.intents, language, warn),
      ...moulds(lesson.intents, language, places, warn),
      ...borders(knowledge.synonyms, lesson.intents, language, places),
      ...(quick ? [] : misplaced(lesson, progress(language), warn)),
    ];
  });
}

/** How many different words each intent has, in each language; see `varietyOf`. Fewest German ones first. */
export function wordsOfIntents(
  knowledge: Knowledge,
): { readonly intent: string; readonly de: Variety | null; readonly en: Variety | null }[] {
  const [de, en] = LANGUAGES.map((language) => {
    const ours = (lessonOf(knowledge, language)?.intents ?? []).filter(inScope);
    return new Map(varietyOf(ours).map((variety) => [variety.intent, variety]));
  });
  return [...knowledge.intents.keys()]
    .map((intent) => ({ intent, de: de?.get(intent) ?? null, en: en?.get(intent) ?? null }))
    .sort((a, b) => (a.de?.words ?? 0) - (b.de?.words ?? 0));
}

function fewWords(intents: readonly TrainingIntent[], language: Language, warn: Warn): Problem[] {
  const fewest = FEWEST_WORDS[language];
  return varietyOf(intents.filter(inScope))
    .filter(({ words }) => words < fewest)
    .map(({ intent, words }) =>
      warn(
        intent,
        null,
        `the ${NAMES[language]} utterances of "${intent}" have ${words} different words, fewer than ${fewest}: guests will use others.`,
        "Add phrasings in other words, each as another person would say it.",
      ),
    );
}

/** Out of scope, examples come in rows of a kind on purpose ("the same in another town") and are not judged. */
function moulds(
  intents: readonly TrainingIntent[],
  language: Language,
  places: Places,
  warn: Warn,
): Problem[] {
  const rareAmongAll = sharedMoulds(intents).filter(({ intent }) => !intent.startsWith(OUT_OF_SCOPE));
  return rareAmongAll.map(({ intent, first, second, words }) => {
    const { file, line } = places.utterance(intent, language, first);
    return warn(
      intent,
      second,
      `${quoted(second)} shares its rarest words (${words.join(", ")}) with ${quoted(first)} (${file}:${line}).`,
      "Put one of them as somebody in another trade would, or remove it.",
    );
  });
}

function borders(
  groups: Knowledge["synonyms"],
  intents: readonly TrainingIntent[],
  language: Language,
  places: Places,
): Problem[] {
  return synonymBorders(groups, intents, language).map(({ group, sides: [one, other] }) => ({
    severity: "warning",
    ...places.synonyms(groups[group] ?? []),
    message: `"${one.word}" and "${other.word}" tell intents apart, as one word they would blur them: ${side(one, other)}; ${side(other, one)}.`,
    suggestion: `Take "${one.word}" or "${other.word}" out of the group, unless guests really mean the same by them.`,
  }));
}

function side({ word, examples, apart, intents }: BorderSide, other: BorderSide): string {
  const listed = intents.slice(0, LISTED).map(plainId);
  const more = intents.length - listed.length;
  return `${apart} of ${examples} utterances with "${word}" mean ${listed.join(", ")}${more > 0 ? ` and ${more} more` : ""}, where "${other.word}" hardly occurs`;
}

function misplaced(
  { intents, options }: Lesson,
  progress: (done: number, of: number) => void,
  warn: Warn,
): Problem[] {
  const heldOut = heldOutExamples(intents, options, { ...FIVE_FOLDS, progress });
  return misplacedExamples(intents, heldOut).map(({ example: { intent, text }, taken, nearest }) =>
    warn(
      intent,
      text,
      `${quoted(text)} reads like ${quoted(nearest)} in "${plainId(taken)}", not like the other examples of "${plainId(intent)}".`,
      `Move it there if it means the same; otherwise name what sets it apart, or add more like it to "${plainId(intent)}".`,
    ),
  );
}

function inScope({ id }: TrainingIntent): boolean {
  return !id.startsWith(OUT_OF_SCOPE);
}

function quoted(text: string): string {
  return `"${oneLine(text, SHOWN)}"`;
}

/** As it stands in the file. */
function plainId(intent: string): string {
  return intent.startsWith(OUT_OF_SCOPE) ? intent.slice(OUT_OF_SCOPE.length) : intent;
}
