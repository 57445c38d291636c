import { agedBy } from "./doubts.js";
import { loadKnowledge } from "./load.js";
import type { Problem } from "./model.js";
import { dayIn } from "./office-hours.js";
import { byPlace, describeProblem } from "./problems.js";

/** What `check` found out. */
export interface CheckResult {
  /** By file, line and column. */
  readonly problems: readonly Problem[];
  readonly summary: CheckSummary;
}

/** How much there is of everything. */
export interface CheckSummary {
  readonly version: string;
  readonly errors: number;
  readonly warnings: number;
  readonly topics: number;
  readonly intents: number;
  readonly utterances: { readonly de: number; readonly en: number };
  readonly outOfScope: number;
  readonly partners: number;
  readonly seminars: number;
  readonly forms: number;
  /** Of privacy, imprint and accessibility. */
  readonly legalPages: number;
  readonly messages: number;
  readonly synonyms: number;
}

/**
 * Checks intents/ as staff wrote it, with what has aged by `now`.
 * @throws KnowledgeMissing when there is no office.yaml
 */
export function checkKnowledge(
  dir: string,
  { createdOn, now }: { readonly createdOn: string /** Milliseconds since 1970. */; readonly now: number },
): CheckResult {
  const { knowledge } = loadKnowledge(dir, { createdOn });
  const today = dayIn(knowledge.office.timeZone, now);
  const problems = byPlace([...knowledge.problems, ...agedBy(today, knowledge.intents.values())]);
  const intents = [...knowledge.intents.values()];
  const count = (language: "de" | "en"): number =>
    intents.reduce((sum, intent) => sum + intent.utterances[language].length, 0);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    problems,
    summary: {
      version: knowledge.version,
      errors,
      warnings: problems.length - errors,
      topics: knowledge.topics.length,
      intents: intents.length,
      utterances: { de: count("de"), en: count("en") },
      outOfScope: knowledge.outOfScope.length,
      partners: knowledge.partners.size,
      seminars: knowledge.seminars.length,
      forms: knowledge.forms.size,
      legalPages: Object.keys(knowledge.legal).length,
      messages: Object.keys(knowledge.messages).length,
      synonyms: knowledge.synonyms.length,
    },
  };
}

/** The result as text, one problem a line below its file, counts at the end. Colours only where a terminal shows them. */
export function printCheck({ problems, summary }: CheckResult, { colours = false } = {}): string {
  const paint = (code: number, text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = problems.map((problem) => {
    const label = problem.severity === "error" ? paint(31, "error  ") : paint(33, "warning");
    return `${label} ${describeProblem(problem)}`;
  });
  const { intents, utterances, topics, seminars, forms, legalPages, partners, outOfScope } = summary;
  const { synonyms, messages } = summary;
  const verdict =
    summary.errors > 0
      ? paint(31, `${counted(summary.errors, "error")}, ${counted(summary.warnings, "warning")}`)
      : summary.warnings > 0
        ? paint(33, `no errors, ${counted(summary.warnings, "warning")}`)
        : paint(32, "no errors, no warnings");
  return [
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    `Version ${summary.version}: ${counted(intents, "intent")} (${utterances.de} German and ${utterances.en} English utterances) in ${counted(topics, "topic")}, ${counted(outOfScope, "out-of-scope kind")}, ${counted(partners, "partner")}, ${counted(seminars, "seminar")}, ${counted(forms, "form")}, ${counted(legalPages, "legal page")}, ${counted(synonyms, "synonym group")}, ${counted(messages, "message")}.`,
    verdict,
    "",
  ].join("\n");
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
