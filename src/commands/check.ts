import { checkKnowledge, printCheck } from "../knowledge/index.js";
import { checkExamples, FEWEST_WORDS, wordsOfIntents } from "./check-examples.js";
import { printRegressions, triedRegressions } from "./check-regressions.js";
import { progress } from "./evaluate-shipped.js";
import { opened } from "./opened.js";

/** What the command line gives to `check`. */
export interface CheckCommand {
  readonly now?: number;
  readonly json?: boolean;
  readonly quick?: boolean;
  /** Prints how many different words each intent's utterances have. */
  readonly words?: boolean;
  /** Tries earlier right answers instead. */
  readonly regressions?: boolean;
}

/** So many intents are named. */
const THINNEST = 3;

type WordsOfIntents = ReturnType<typeof wordsOfIntents>;

/**
 * `check`: validates intents/. Exit code 1 on errors, 0 on warnings. With `--regressions` it tries instead whether what
 * was answered rightly before still would be: exit code 1 where not.
 */
export async function check(options: CheckCommand): Promise<void> {
  const { config, createdOn, time, knowledge } = await opened(options.now);
  if (options.regressions) {
    const tried = await triedRegressions(knowledge(), config, time);
    process.stdout.write(printRegressions(tried, options.json === true));
    if (tried.broken.length > 0) process.exitCode = 1;
    return;
  }
  let words: WordsOfIntents = [];
  const result = checkKnowledge(config.intentsDir, {
    createdOn,
    now: time,
    review: (knowledge, places) => {
      words = wordsOfIntents(knowledge);
      return checkExamples(knowledge, places, { quick: options.quick === true, progress });
    },
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify(options.words ? { ...result, words } : result)}\n`
      : `${options.words ? table(words) : thinnest(words)}${printCheck(result, { colours: process.stdout.isTTY === true })}`,
  );
  if (result.summary.errors > 0) process.exitCode = 1;
}

/** The intents with the fewest different German words. */
function thinnest(words: WordsOfIntents): string {
  const named = words.slice(0, THINNEST).map(({ intent, de }) => `${intent} ${de?.words ?? 0}`);
  return named.length === 0
    ? ""
    : `Fewest different German words: ${named.join(", ")}; --words shows all.\n\n`;
}

/** Different words and utterances of each intent in both languages, fewest German words first. */
function table(words: WordsOfIntents): string {
  const width = Math.max(...words.map(({ intent }) => intent.length), "intent".length) + 2;
  const row = (name: string, ...cells: readonly (number | string)[]): string =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(16)).join("")}\n`;
  return [
    row("intent", "German words", "utterances", "English words", "utterances"),
    ...words.map(({ intent, de, en }) =>
      row(intent, de?.words ?? 0, de?.examples ?? 0, en?.words ?? 0, en?.examples ?? 0),
    ),
    `Different words without case, accents and umlauts; fewer than ${FEWEST_WORDS.de} German or ${FEWEST_WORDS.en} English ones are too few.\n\n`,
  ].join("");
}
