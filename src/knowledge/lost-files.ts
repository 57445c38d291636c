import type { Entries } from "./entries.js";
import type { FaqEntry } from "./format-faq.js";
import type { Knowledge, Problem } from "./model.js";
import { FILES } from "./sources.js";
import type { YamlFile } from "./yaml-file.js";

/** Whether the last good version had anything from this file: then nothing in it now is a write that was cut short. */
export function hadEntries(name: string, previous: Knowledge | undefined): boolean {
  if (!previous) return false;
  const had: Readonly<Record<string, number>> = {
    [FILES.topics]: previous.topics.length,
    [FILES.messages]: Object.keys(previous.messages).length,
    [FILES.synonyms]: previous.synonyms.length,
    [FILES.outOfScope]: previous.outOfScope.length,
    [FILES.partners]: previous.partners.size,
    [FILES.seams]: previous.seams.size,
    [FILES.seminars]: previous.seminars.length,
    [FILES.forms]: previous.forms.size,
    [FILES.legal]: Object.keys(previous.legal).length,
    [FILES.handover]: previous.handover.rooms.length,
  };
  if (name.startsWith("faq/"))
    return [...previous.intents.values()].some(({ at }) => at.file.endsWith(`/${name}`));
  return (had[name] ?? 0) > 0;
}

/** Files that are groups of keys, not lists. */
const MAPS: readonly string[] = [FILES.office, FILES.messages, FILES.legal, FILES.handover];

/** A file that cannot be used, with the reason. */
export function unusable(yaml: YamlFile, message: string, previous: Knowledge | undefined): YamlFile {
  const nothing = MAPS.some((name) => yaml.file.endsWith(`/${name}`)) ? "{}" : "[]";
  const problem: Problem = {
    severity: "error",
    ...yaml.position([]),
    message: previous ? `${message}; what it held before is still used.` : `${message}.`,
    suggestion: previous ? `Restore it, or write ${nothing} if nothing is meant.` : "Restore it.",
  };
  return { ...yaml, value: undefined, unreadable: [problem] };
}

/** The FAQ files of the last good version, as files that cannot be read now. */
export function vanished(folder: string, previous: Knowledge): Entries<FaqEntry>[] {
  const files = [...new Set([...previous.intents.values()].map(({ at }) => at.file))];
  const problem: Problem = {
    severity: "error",
    file: `${folder}/faq`,
    line: 1,
    column: 1,
    message: "the folder is missing; what it held before is still used.",
    suggestion: "Restore it.",
  };
  return files.map((file, index) => ({
    file,
    readable: false,
    slots: [],
    problems: index === 0 ? [problem] : [],
  }));
}
