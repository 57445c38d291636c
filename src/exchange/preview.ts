import type { Language } from "../vocabulary/index.js";
import { LANGUAGE_NAMES } from "./language.js";
import type { Note } from "./model.js";
import { inShort } from "./names.js";
import { asList, asRecord } from "./plain-data.js";
import type { ChangedIntent, NewIntent, Plan } from "./plan.js";
import type { Change } from "./plan-change.js";

/** Lines in a preview of what changes or is left out, and of notes; the rest is counted. `--json` has all. */
const MOST = 400;
const MOST_NOTES = 60;
const SENTENCES = 3;

/** What an import would do, for people. Everything of the foreign file is shown in one line without control characters. */
export function previewOf(plan: Plan): string {
  const added = plan.intents.filter((intent) => intent.kind === "new");
  const changed = plan.intents.filter((intent) => intent.kind === "changed");
  const notes = (severity: Note["severity"]): string[] =>
    plan.notes.filter((note) => note.severity === severity).map(lineOf);
  return [
    ...plan.found.told.map((line) => safe(line)),
    ...part("New", added.flatMap(newLines)),
    ...part("Changed", changed.flatMap(changedLines)),
    ...part("Errors (nothing is imported until they are put right)", notes("error")),
    ...part("Conflicts (left out)", notes("conflict")),
    ...part("Notes", notes("note"), MOST_NOTES),
    "",
    summaryOf(plan),
    "",
  ].join("\n");
}

/** The counts in one sentence. */
export function summaryOf(plan: Plan): string {
  const { found, intents, unchanged, notes } = plan;
  const count = (severity: Note["severity"]): number =>
    notes.filter((note) => note.severity === severity).length;
  if (intents.length === 0 && count("error") + count("conflict") === 0)
    return `Nothing would change: ${counted(unchanged.length, "intent")} of ${found.intents.length} are as the file says.`;
  const added = intents.filter((intent) => intent.kind === "new");
  const changed = intents.filter((intent) => intent.kind === "changed");
  const drafts = added.filter(({ lacks, entry }) => lacks.length > 0 || entry["draft"] === true).length;
  const said = (language: Language): number =>
    intents.reduce((sum, intent) => sum + utterancesOf(intent, language), 0);
  return [
    `${counted(added.length, "new intent")}${added.length > 0 ? ` (${drafts} as ${drafts === 1 ? "a draft" : "drafts"}, not live yet)` : ""}`,
    `${changed.length} changed`,
    `${unchanged.length} as they are`,
    `${said("de")} German and ${said("en")} English utterances added`,
    counted(count("conflict"), "conflict"),
    counted(count("error"), "error"),
  ]
    .join(", ")
    .concat(".");
}

function newLines({ id, name, file, entry, lacks, at }: NewIntent): string[] {
  const title = asRecord(entry["title"])?.["de"] ?? asRecord(entry["title"])?.["en"];
  const short = asRecord(asRecord(asRecord(entry["answer"])?.["de"] ?? asRecord(entry["answer"])?.["en"]))?.[
    "short"
  ];
  return [
    `+ ${id} in ${file} (${safe(at)}${id === name ? "" : `, there "${inShort(name, 40)}"`}): ${inShort(String(title ?? name))}`,
    ...(["de", "en"] as const).flatMap((language) => {
      const all = asList(asRecord(entry["utterances"])?.[language]).map(String);
      return all.length === 0 ? [] : [`    ${sentences(all, language)}`];
    }),
    ...(typeof short === "string" ? [`    answer: ${inShort(short, 90)}`] : []),
    ...(lacks.length > 0 ? [`    draft, not live yet: it lacks ${lacks.join(", ")}`] : []),
  ];
}

function changedLines({ id, name, current, changes, at }: ChangedIntent): string[] {
  const texts = changes.flatMap((change) => textLine(change));
  const said = (["de", "en"] as const).flatMap((language) => {
    const all = changes.flatMap((change) =>
      change.kind === "utterance" && change.language === language ? [change.text] : [],
    );
    return all.length === 0 ? [] : [`    + ${sentences(all, language)}`];
  });
  const called = id === name ? "" : `, there "${inShort(name, 40)}"`;
  return [`~ ${id} in ${current.file} (${safe(at)}${called})`, ...texts, ...said];
}

function textLine(change: Change): string[] {
  if (change.kind === "text") {
    const name = change.path.join(".");
    return change.before === null
      ? [`    + ${name}: ${inShort(change.after, 90)}`]
      : [`    - ${name}: ${inShort(change.before, 90)}`, `    + ${name}: ${inShort(change.after, 90)}`];
  }
  if (change.kind === "item") return [`    + ${change.list}: ${inShort(JSON.stringify(change.value), 90)}`];
  return change.kind === "draft" ? [`    ~ draft: ${change.value}`] : [];
}

function sentences(all: readonly string[], language: Language): string {
  const shown = all.slice(0, SENTENCES).map((text) => `"${inShort(text, 50)}"`);
  const more = all.length > SENTENCES ? ` and ${all.length - SENTENCES} more` : "";
  return `${counted(all.length, `${LANGUAGE_NAMES[language]} utterance`)}: ${shown.join(", ")}${more}`;
}

function utterancesOf(intent: NewIntent | ChangedIntent, language: Language): number {
  if (intent.kind === "new") return asList(asRecord(intent.entry["utterances"])?.[language]).length;
  return intent.changes.filter((change) => change.kind === "utterance" && change.language === language)
    .length;
}

function part(title: string, lines: readonly string[], most = MOST): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`  ... and ${lines.length - most} lines more; --json shows all`] : [];
  return ["", title, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}

function lineOf({ at, message }: Note): string {
  return safe(at === null ? message : `${at}: ${message}`);
}

function safe(text: string): string {
  return inShort(text, 600);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
