import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { sentencesOf } from "../comprehension.js";
import {
  applyPlan,
  currentOf,
  ExchangeFault,
  type Foreign,
  type Format,
  isWanted,
  LARGEST_FILE,
  LARGEST_UNPACKED,
  MEGABYTE,
  MOST_FILES,
  type Plan,
  type PlanOptions,
  planImport,
  previewOf,
  readForeign,
  summaryOf,
} from "../exchange/index.js";
import {
  describeProblem,
  errorsOfChange,
  type FileChange,
  type Knowledge,
  NotEditable,
  NotWritten,
  writeKnowledge,
} from "../knowledge/index.js";
import { identifyLanguage, normalise, trainLanguages } from "../nlu/index.js";
import type { Language } from "../vocabulary/index.js";
import { fileFault } from "./labelled-lines.js";
import { jsonLine, oneLine } from "./one-line.js";
import { opened } from "./opened.js";
import { backupDir, filesOf } from "./present-files.js";

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly format?: Format;
  readonly lang?: Language;
  readonly topic?: string;
  readonly newOnly?: boolean;
  readonly json?: boolean;
  readonly now?: number;
}

/** Milliseconds after which progress is told. */
const PATIENCE = 3_000;
/** Characters that are looked at to tell a language. */
const SAMPLE = 20_000;

/**
 * `import FILE`: shows what would change, and unless it is a dry run, changes it. Exit code 2, and nothing is changed,
 * where the file cannot be read or anything in it is an error.
 */
export async function importFile(path: string, options: ImportOptions): Promise<void> {
  try {
    await imported(path, options);
  } catch (error) {
    if (!(error instanceof ExchangeFault || error instanceof NotWritten || error instanceof NotEditable))
      throw error;
    process.stderr.write(
      `${error.message
        .split("\n")
        .map((line) => oneLine(line, 1_000))
        .join("\n")}\n`,
    );
    process.stderr.write("Nothing was imported.\n");
    process.exitCode = 2;
  }
}

async function imported(path: string, options: ImportOptions): Promise<void> {
  const { config, createdOn, time, knowledge: load } = await opened(options.now);
  const knowledge = load();
  refuseUnknownTopic(options.topic, knowledge);
  const found = await readForeign(foreignAt(path), {
    file: basename(path),
    format: options.format,
    language: options.lang ?? null,
    recognise: recogniser(knowledge),
  });
  const planOptions: PlanOptions = {
    topic: options.topic ?? null,
    newOnly: options.newOnly === true,
    sameSentence: normalise,
  };
  const dir = config.intentsDir;
  const files = filesOf(dir);
  const plan = planImport(found, currentOf(files, basename(dir), knowledge), planOptions);
  const changes = applyPlan(plan, files, progress());
  const refused = changes.length > 0 ? errorsOfChange(dir, changes, { createdOn }) : [];
  const errors = [
    ...plan.notes.flatMap(({ severity, at, message }) =>
      severity === "error" ? [`${at ?? path}: ${message}`] : [],
    ),
    ...refused.map((problem) => `Afterwards it would be wrong: ${describeProblem(problem)}`),
  ];
  if (!options.json) process.stdout.write(`${previewOf(plan)}`);
  const write = !options.dryRun && errors.length === 0 && changes.length > 0;
  const result = write
    ? await writeKnowledge(dir, (now) => changesNow(now, plan, planOptions, dir), {
        createdOn,
        backupDir: backupDir(config),
        now: time,
      })
    : { written: [], backup: null };
  if (options.json) process.stdout.write(jsonLine({ ...planAsData(plan), errors, ...result }));
  if (errors.length > 0) {
    for (const line of refused.map(describeProblem)) process.stderr.write(`${line}\n`);
    process.stderr.write("Nothing was imported: put the errors right first.\n");
    process.exitCode = 2;
  } else if (write && !options.json) {
    const kept = result.backup === null ? "" : ` What they were is kept in ${result.backup}.`;
    process.stdout.write(`Written: ${result.written.join(", ")}.${kept}\n`);
  } else if (options.dryRun && !options.json && changes.length > 0)
    process.stdout.write("Nothing was written: this was a dry run.\n");
}

/** What was shown is what is written: if somebody has changed intents/ meanwhile in a way that matters, nothing is. */
function changesNow(
  { files, knowledge }: { readonly files: ReadonlyMap<string, string>; readonly knowledge: Knowledge },
  shown: Plan,
  options: PlanOptions,
  dir: string,
): FileChange[] {
  const plan = planImport(shown.found, currentOf(files, basename(dir), knowledge), options);
  if (JSON.stringify(planAsData(plan)) !== JSON.stringify(planAsData(shown)))
    throw new NotWritten("Nothing was changed: intents/ has changed since the preview. Import again.");
  return applyPlan(plan, files);
}

function planAsData(plan: Plan): object {
  return {
    format: plan.found.format,
    told: plan.found.told,
    summary: summaryOf(plan),
    new: plan.intents.flatMap((one) =>
      one.kind === "new"
        ? [{ id: one.id, name: one.name, at: one.at, file: one.file, lacks: one.lacks, entry: one.entry }]
        : [],
    ),
    changed: plan.intents.flatMap((one) =>
      one.kind === "changed"
        ? [{ id: one.id, name: one.name, at: one.at, file: one.current.file, changes: one.changes }]
        : [],
    ),
    unchanged: plan.unchanged,
    notes: plan.notes,
  };
}

/** A file, or the files of a folder that some format reads. Sizes are looked at before anything is read. */
function foreignAt(path: string): Foreign {
  const shown = basename(path);
  try {
    const { size, ...found } = stat(path);
    if (found.folder) return { kind: "folder", files: folderFiles(path, shown) };
    if (size > LARGEST_FILE)
      throw new ExchangeFault(
        shown,
        null,
        `the file has ${Math.ceil(size / MEGABYTE)} MB, ${LARGEST_FILE / MEGABYTE} MB are the most.`,
        "Remove pictures, formats and other sheets from it, or import it in several parts.",
      );
    return { kind: "file", bytes: readFileSync(path) };
  } catch (error) {
    if (error instanceof ExchangeFault) throw error;
    throw new ExchangeFault(shown, null, `${fileFault(error)}.`, "Give the path of a file that can be read.");
  }
}

function stat(path: string): { readonly size: number; readonly folder: boolean } {
  const found = statSync(path);
  return { size: found.size, folder: found.isDirectory() };
}

function folderFiles(path: string, shown: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let size = 0;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const name = full
      .slice(path.length)
      .replace(/^[\\/]+/, "")
      .replaceAll("\\", "/");
    if (!entry.isFile() || !isWanted(name)) continue;
    size += stat(full).size;
    if (files.size >= MOST_FILES || size > LARGEST_UNPACKED)
      throw new ExchangeFault(
        shown,
        null,
        "there is too much in this folder.",
        "Give only the files of the bot.",
      );
    files.set(name, readFileSync(full));
  }
  return files;
}

function refuseUnknownTopic(topic: string | undefined, { topics }: Knowledge): void {
  if (topic === undefined || topics.some(({ id }) => id === topic)) return;
  throw new ExchangeFault(
    "--topic",
    null,
    `there is no topic "${oneLine(topic, 80)}".`,
    `Topics are: ${topics.map(({ id }) => id).join(", ")}.`,
  );
}

/** Learned from the desk's own sentences, and only where a file does not say its language. */
function recogniser(knowledge: Knowledge): (texts: readonly string[]) => Language {
  return (texts) => {
    const languages = trainLanguages(sentencesOf(knowledge));
    const votes: Record<Language, number> = { de: 0, en: 0 };
    let read = 0;
    for (const text of texts) {
      if (read > SAMPLE) break;
      read += text.length;
      const { language, confidence } = identifyLanguage(languages, text);
      votes[language === "en" ? "en" : "de"] += confidence;
    }
    return votes.en > votes.de ? "en" : "de";
  };
}

function progress(): (done: number, of: number) => void {
  let told = performance.now();
  return (done, of) => {
    if (performance.now() - told < PATIENCE) return;
    told = performance.now();
    process.stderr.write(`${done} of ${of} intents prepared\n`);
  };
}
