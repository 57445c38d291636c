import { checkKnowledge, printCheck } from "../knowledge/index.js";
import { checkExamples } from "./check-examples.js";
import { printRegressions, triedRegressions } from "./check-regressions.js";
import { progress } from "./evaluate-shipped.js";
import { opened } from "./opened.js";

/**
 * `check`: validates intents/. Exit code 1 on errors, 0 on warnings. With `--regressions` it tries instead whether what
 * was answered rightly before still would be: exit code 1 where not.
 */
export async function check(options: {
  now?: number;
  json?: boolean;
  quick?: boolean;
  regressions?: boolean;
}): Promise<void> {
  const { config, createdOn, time, knowledge } = await opened(options.now);
  if (options.regressions) {
    const tried = await triedRegressions(knowledge(), config, time);
    process.stdout.write(printRegressions(tried, options.json === true));
    if (tried.broken.length > 0) process.exitCode = 1;
    return;
  }
  const result = checkKnowledge(config.intentsDir, {
    createdOn,
    now: time,
    review: (knowledge, placeOf) =>
      checkExamples(knowledge, placeOf, { quick: options.quick === true, progress }),
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify(result)}\n`
      : printCheck(result, { colours: process.stdout.isTTY === true }),
  );
  if (result.summary.errors > 0) process.exitCode = 1;
}
