import { type Lesson, lessonOf } from "../comprehension.js";
import { OUT_OF_SCOPE } from "../conversation/input.js";
import type { Knowledge, Problem, UtterancePlace } from "../knowledge/index.js";
import { FIVE_FOLDS, heldOutExamples, misplacedExamples, sharedSentences } from "../nlu/index.js";
import type { Language } from "../vocabulary/index.js";
import { oneLine } from "./one-line.js";

export interface ExamplesCheck {
  /** Leaves out what needs models: trying every example on one that does not know it. */
  readonly quick: boolean;
  /** Told after each of several parts of a language. */
  readonly progress: (language: Language) => (done: number, of: number) => void;
}

const LANGUAGES: readonly Language[] = ["de", "en"];
/** Characters of an example in a message. */
const SHOWN = 100;

/** What whoever learns from the examples doubts: the same sentence twice, examples that read like another intent's. */
export function checkExamples(
  knowledge: Knowledge,
  placeOf: UtterancePlace,
  { quick, progress }: ExamplesCheck,
): Problem[] {
  return LANGUAGES.flatMap((language) => {
    const lesson = lessonOf(knowledge, language);
    if (!lesson) return [];
    const warning = (intent: string, text: string, message: string, suggestion: string): Problem => ({
      severity: "warning",
      ...placeOf(plainId(intent), language, text),
      message,
      suggestion,
    });
    const shared = sharedSentences(lesson.intents).map(({ intent, text, holder }) =>
      warning(
        intent,
        text,
        `${quoted(text)} is to the desk the same sentence as ${quoted(holder.text)} in "${plainId(holder.intent)}".`,
        "Keep it where it belongs more.",
      ),
    );
    return quick ? shared : [...shared, ...misplaced(lesson, progress(language), warning)];
  });
}

function misplaced(
  { intents, options }: Lesson,
  progress: (done: number, of: number) => void,
  warning: (intent: string, text: string, message: string, suggestion: string) => Problem,
): Problem[] {
  const heldOut = heldOutExamples(intents, options, { ...FIVE_FOLDS, progress });
  return misplacedExamples(intents, heldOut).map(({ example: { intent, text }, taken, nearest }) =>
    warning(
      intent,
      text,
      `${quoted(text)} reads like ${quoted(nearest)} in "${plainId(taken)}", not like the other examples of "${plainId(intent)}".`,
      `Move it there if it means the same; otherwise name what sets it apart, or add more like it to "${plainId(intent)}".`,
    ),
  );
}

function quoted(text: string): string {
  return `"${oneLine(text, SHOWN)}"`;
}

/** As it stands in the file. */
function plainId(intent: string): string {
  return intent.startsWith(OUT_OF_SCOPE) ? intent.slice(OUT_OF_SCOPE.length) : intent;
}
