import { checkKnowledge, printCheck } from "../knowledge/index.js";
import { checkExamples } from "./check-examples.js";
import { progress } from "./evaluate-shipped.js";
import { opened } from "./opened.js";

/** `check`: validates intents/. Exit code 1 on errors, 0 on warnings. */
export async function check(options: { now?: number; json?: boolean; quick?: boolean }): Promise<void> {
  const { config, createdOn, time } = await opened(options.now);
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
