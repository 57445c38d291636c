import { createHash } from "node:crypto";
import { OUT_OF_SCOPE, readCorpus } from "../../corpora/corpora.js";

export interface Example {
  readonly text: string;
  readonly intent: string;
}

/** What an engine learns from, and what it is asked afterwards. */
export interface Lesson {
  /** For the stemmer of every engine. */
  readonly language: "de" | "en";
  readonly examples: readonly Example[];
  readonly messages: readonly Example[];
  /**
   * How often each message is asked; the median of its times counts, so that pauses of the machine do not. 1 where an
   * engine may remember what it was asked, and its pauses count.
   */
  readonly rounds: number;
}

/** The corpora that are joined to see how the cost grows. */
export const JOINED = ["robo-de", "hwu64-f1", "clinc150"] as const;

/** Few messages are about the first of the joined intents. */
const JOINED_ROUNDS = 10;

/** The intents in the smallest of the joined lessons; the messages of all of them are about these. */
export const FEWEST_JOINED = 10;

/** The lesson `joined-400` has 400 intents of the joined corpora, any other is a corpus. Undefined where one is absent. */
export function lesson(name: string): Lesson | undefined {
  const [, intents] = /^joined-(\d+)$/.exec(name) ?? [];
  return intents === undefined ? lessonOf(name) : joined(Number(intents));
}

function lessonOf(corpus: string): Lesson | undefined {
  const lines = readCorpus(corpus)?.filter(({ intent }) => intent !== OUT_OF_SCOPE);
  if (lines === undefined) return undefined;
  return {
    language: corpus.startsWith("robo-de") ? "de" : "en",
    examples: lines.filter(({ split }) => split === "train"),
    messages: lines.filter(({ split }) => split === "test"),
    rounds: 1,
  };
}

/**
 * The first so many intents in the order of a hash, so that each lesson contains the smaller ones and mixes the corpora.
 * Where more are wanted than there are, the one with the most examples is halved, again and again. All are read as
 * German, whose compounds make it the costlier language.
 */
function joined(count: number): Lesson | undefined {
  const lessons = JOINED.map((corpus) => ({ corpus, lesson: lessonOf(corpus) }));
  const byIntent = { examples: new Map<string, string[]>(), messages: new Map<string, string[]>() };
  for (const { corpus, lesson } of lessons) {
    if (lesson === undefined) return undefined;
    for (const kind of ["examples", "messages"] as const)
      for (const { text, intent } of lesson[kind]) {
        const id = `${corpus}/${intent}`;
        byIntent[kind].set(id, [...(byIntent[kind].get(id) ?? []), text]);
      }
  }
  const ids = [...byIntent.examples.keys()].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
  const intents = ids.slice(0, count).map((id) => ({ id, texts: byIntent.examples.get(id) ?? [] }));
  while (intents.length < count) {
    const largest = intents.reduce((a, b) => (b.texts.length > a.texts.length ? b : a));
    intents.push({
      id: `${largest.id}/${intents.length}`,
      texts: largest.texts.filter((_, at) => at % 2 === 1),
    });
    largest.texts = largest.texts.filter((_, at) => at % 2 === 0);
  }
  return {
    language: "de",
    examples: intents.flatMap(({ id, texts }) => texts.map((text) => ({ text, intent: id }))),
    messages: ids
      .slice(0, FEWEST_JOINED)
      .flatMap((id) => (byIntent.messages.get(id) ?? []).map((text) => ({ text, intent: id }))),
    rounds: JOINED_ROUNDS,
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
