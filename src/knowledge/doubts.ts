import { plain } from "../text/index.js";
import type { Language } from "../vocabulary/index.js";
import type { Entry } from "./entries.js";
import type { FaqEntry, OutOfScopeEntry } from "./format-faq.js";
import type { FaqIntent, Problem, Seam } from "./model.js";

/** A short answer must fit a messenger's screen. */
const LONGEST_ANSWER = 600;
/** Fewer phrasings of one language are learned badly. */
const ENOUGH_UTTERANCES = 10;

const NAMES: Readonly<Record<Language, string>> = { de: "German", en: "English" };

/** What is valid but could be better about one intent, whatever the day. */
export function doubtsAbout({ value, position }: Entry<FaqEntry>, intent: FaqIntent): Problem[] {
  const doubts: Problem[] = [];
  const doubt = (path: readonly (string | number)[], message: string, suggestion: string): void => {
    doubts.push({ severity: "warning", ...position(path), message, suggestion });
  };
  const missing = [
    ...(value.title.en ? [] : ["title"]),
    ...(value.utterances.en?.length ? [] : ["utterances"]),
    ...(value.answer && !value.answer.en ? ["answer"] : []),
  ];
  if (missing.length > 0)
    doubt(
      ["title"],
      `"${intent.id}" has no English ${missing.join(", ")}; German stands in for it.`,
      "Translate it.",
    );
  for (const language of ["de", "en"] as const) {
    const said = intent.utterances[language];
    const worded = said.filter(hasWord);
    const wordless = said.findIndex((utterance) => !hasWord(utterance));
    const count = worded.length;
    if (said.length > 0 && count === 0)
      doubt(
        ["utterances", language],
        `no ${NAMES[language]} utterance of "${intent.id}" has a word in it: it is never recognised.`,
        "Write what guests write.",
      );
    else if (wordless >= 0)
      doubt(
        ["utterances", language, wordless],
        `"${said[wordless]?.trim()}" has no word in it, so nothing is learned from it.`,
        "Remove it, or write a word.",
      );
    if (count > 0 && count < ENOUGH_UTTERANCES)
      doubt(
        ["utterances", language],
        `"${intent.id}" has ${count} ${NAMES[language]} utterances, fewer than ${ENOUGH_UTTERANCES} are learned badly.`,
        "Add phrasings, each as another person would say it.",
      );
    const written = language === "de" ? value.answer?.de : value.answer?.en;
    const length = written && intent.answer ? plain(intent.answer[language].short).length : 0;
    if (length > LONGEST_ANSWER)
      doubt(
        ["answer", language, "short"],
        `this short answer has ${length} characters, ${LONGEST_ANSWER} are the most.`,
        'Move the rest to "more".',
      );
  }
  return doubts;
}

/** The same words in two places: whichever wins, the other one loses. */
export function sharedUtterances(
  entries: readonly { readonly id: string; readonly entry: Entry<FaqEntry | OutOfScopeEntry> }[],
): Problem[] {
  const holders = new Map<string, string>();
  return entries.flatMap(({ id, entry }) =>
    (["de", "en"] as const).flatMap((language) =>
      (entry.value.utterances[language] ?? []).flatMap((utterance, index): Problem[] => {
        const words = `${language} ${folded(utterance)}`;
        const holder = holders.get(words);
        if (holder === undefined) {
          holders.set(words, id);
          return [];
        }
        const where = holder === id ? "twice here" : `in "${holder}" as well as in "${id}"`;
        return [
          {
            severity: "warning",
            ...entry.position(["utterances", language, index]),
            message: `"${utterance.trim()}" is ${where}.`,
            suggestion: holder === id ? "Keep it once." : "Keep it where it belongs more.",
          },
        ];
      }),
    ),
  );
}

/** What has aged by `today`, an ISO date: an answer that is no longer given, a review that is over a year old. */
export function agedBy(today: string, intents: Iterable<FaqIntent>): Problem[] {
  const lastYear = aYearBefore(today);
  return [...intents].flatMap(({ id, at, validUntil, reviewedOn }): Problem[] => {
    if (validUntil && validUntil < today)
      return [
        {
          severity: "warning",
          ...at,
          message: `the answer of "${id}" expired on ${validUntil} and is no longer given.`,
          suggestion: "Revise it, and set reviewedOn and validUntil anew.",
        },
      ];
    if (reviewedOn < lastYear)
      return [
        {
          severity: "warning",
          ...at,
          message: `the answer of "${id}" was last reviewed on ${reviewedOn}, more than a year ago.`,
          suggestion: "Compare it with its sources, then set reviewedOn.",
        },
      ];
    return [];
  });
}

/** The same of procedures: who is responsible, and how long it takes, changes too. */
export function agedSeams(today: string, seams: Iterable<Seam>): Problem[] {
  const lastYear = aYearBefore(today);
  return [...seams].flatMap(({ id, at, reviewedOn }): Problem[] =>
    reviewedOn < lastYear
      ? [
          {
            severity: "warning",
            ...at,
            message: `the seam "${id}" was last reviewed on ${reviewedOn}, more than a year ago.`,
            suggestion: "Compare it with its sources, then set reviewedOn.",
          },
        ]
      : [],
  );
}

function aYearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/** Letters or digits: nothing else is a word. */
function hasWord(utterance: string): boolean {
  return /[\p{L}\p{N}]/u.test(utterance);
}

function folded(utterance: string): string {
  const words = utterance
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words || utterance;
}
