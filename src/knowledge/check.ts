import type { Language } from "../vocabulary/index.js";
import { agedBy, agedSeams } from "./doubts.js";
import { loadKnowledge } from "./load.js";
import type { Knowledge, Position, Problem } from "./model.js";
import { dayIn } from "./office-hours.js";
import { byPlace, describeProblem } from "./problems.js";
import { FILES } from "./sources.js";
import { readYaml, type YamlFile } from "./yaml-file.js";

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
  readonly seams: number;
  readonly seminars: number;
  readonly forms: number;
  /** Of privacy, imprint and accessibility. */
  readonly legalPages: number;
  /** Where staff answer guests who want a person. */
  readonly staffRooms: number;
  readonly messages: number;
  readonly synonyms: number;
}

/** Finds places in the files for what others have to say. */
export interface Places {
  /** Of an utterance of an intent, or of a kind out of scope, by its id. */
  utterance(id: string, language: Language, utterance: string): Position;
  /** Of all its utterances of a language. */
  utterances(id: string, language: Language): Position;
  synonyms(group: readonly string[]): Position;
}

export interface CheckOptions {
  /** ISO date. */
  readonly createdOn: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What others find in what was read, such as whoever learns from the utterances. */
  readonly review?: (knowledge: Knowledge, places: Places) => readonly Problem[];
}

/**
 * Checks intents/ as staff wrote it, with what has aged by `now`.
 * @throws KnowledgeMissing when there is no office.yaml
 */
export function checkKnowledge(dir: string, { createdOn, now, review }: CheckOptions): CheckResult {
  const files: YamlFile[] = [];
  const read = (text: string, name: string): YamlFile => {
    const file = readYaml(text, name);
    files.push(file);
    return file;
  };
  const { knowledge } = loadKnowledge(dir, { createdOn, read });
  const today = dayIn(knowledge.office.timeZone, now);
  const problems = byPlace([
    ...knowledge.problems,
    ...agedBy(today, knowledge.intents.values()),
    ...agedSeams(today, knowledge.seams.values()),
  ]);
  const places = new Set(problems.map(placeName));
  for (const found of review?.(knowledge, placesIn(files)) ?? []) {
    // One doubt about an utterance is enough: the plainest comes first.
    if (places.has(placeName(found))) continue;
    places.add(placeName(found));
    problems.push(found);
  }
  const intents = [...knowledge.intents.values()];
  const count = (language: "de" | "en"): number =>
    intents.reduce((sum, intent) => sum + intent.utterances[language].length, 0);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    problems: byPlace(problems),
    summary: {
      version: knowledge.version,
      errors,
      warnings: problems.length - errors,
      topics: knowledge.topics.length,
      intents: intents.length,
      utterances: { de: count("de"), en: count("en") },
      outOfScope: knowledge.outOfScope.length,
      partners: knowledge.partners.size,
      seams: knowledge.seams.size,
      seminars: knowledge.seminars.length,
      forms: knowledge.forms.size,
      legalPages: Object.keys(knowledge.legal).length,
      staffRooms: knowledge.handover.rooms.length,
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
  const { intents, utterances, topics, seminars, forms, legalPages, partners, seams } = summary;
  const { outOfScope, synonyms, messages, staffRooms } = summary;
  const verdict =
    summary.errors > 0
      ? paint(31, `${counted(summary.errors, "error")}, ${counted(summary.warnings, "warning")}`)
      : summary.warnings > 0
        ? paint(33, `no errors, ${counted(summary.warnings, "warning")}`)
        : paint(32, "no errors, no warnings");
  return [
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    `Version ${summary.version}: ${counted(intents, "intent")} (${utterances.de} German and ${utterances.en} English utterances) in ${counted(topics, "topic")}, ${counted(outOfScope, "out-of-scope kind")}, ${counted(partners, "partner")}, ${counted(seams, "seam")}, ${counted(seminars, "seminar")}, ${counted(forms, "form")}, ${counted(legalPages, "legal page")}, ${counted(staffRooms, "staff room")}, ${counted(synonyms, "synonym group")}, ${counted(messages, "message")}.`,
    verdict,
    "",
  ].join("\n");
}

function placesIn(files: readonly YamlFile[]): Places {
  const nowhere: Position = { file: "", line: 1, column: 1 };
  const entriesOf = entriesById(files);
  const saidBy = (value: object, language: Language): readonly unknown[] => {
    const { utterances } = value as { utterances?: Partial<Record<Language, unknown>> | null };
    const said = utterances?.[language];
    return Array.isArray(said) ? said : [];
  };
  return {
    utterance(id, language, utterance) {
      for (const { file, at, value } of entriesOf(id)) {
        const index = saidBy(value, language).indexOf(utterance);
        if (index >= 0) return file.position([at, "utterances", language, index]);
      }
      const [first] = entriesOf(id);
      return first?.file.position([first.at]) ?? nowhere;
    },
    utterances(id, language) {
      const entries = entriesOf(id);
      const { file, at } =
        entries.find(({ value }) => saidBy(value, language).length > 0) ?? entries[0] ?? {};
      return file && at !== undefined ? file.position([at, "utterances", language], "key") : nowhere;
    },
    synonyms(group) {
      const file = files.find((one) => one.file.endsWith(`/${FILES.synonyms}`));
      const written = JSON.stringify(group);
      const at = Array.isArray(file?.value)
        ? file.value.findIndex((one) => JSON.stringify(one) === written)
        : -1;
      return file?.position(at < 0 ? [] : [at]) ?? nowhere;
    },
  };
}

/** Entries of lists that have utterances, by their id. */
function entriesById(
  files: readonly YamlFile[],
): (id: string) => readonly { readonly file: YamlFile; readonly at: number; readonly value: object }[] {
  const entries = new Map<string, { file: YamlFile; at: number; value: object }[]>();
  for (const file of files) {
    if (!Array.isArray(file.value)) continue;
    for (const [at, value] of file.value.entries()) {
      if (typeof value !== "object" || value === null || !("id" in value) || !("utterances" in value))
        continue;
      const id = String(value.id);
      entries.set(id, [...(entries.get(id) ?? []), { file, at, value }]);
    }
  }
  return (id) => entries.get(id) ?? [];
}

function placeName({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
