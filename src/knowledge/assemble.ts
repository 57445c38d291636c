import { createHash } from "node:crypto";
import { doubtsAbout, sharedUtterances } from "./doubts.js";
import { type Entries, readList } from "./entries.js";
import {
  type FaqEntry,
  faqEntry,
  outOfScopeEntry,
  partnerEntry,
  synonymGroup,
  topicEntry,
} from "./format-faq.js";
import { seminarEntry } from "./format-seminars.js";
import { type Kind, type Live, liveEntries } from "./last-good.js";
import { readMessages } from "./messages.js";
import type { FaqIntent, Knowledge, Problem } from "./model.js";
import { readOffice } from "./office.js";
import { byPlace } from "./problems.js";
import { type Names, referenceProblems, variableProblems } from "./references.js";
import { resolveIntent, resolveOutOfScope, resolvePartner, resolveTopic } from "./resolve.js";
import { resolveSeminar } from "./seminars.js";
import { FILES, type Sources } from "./sources.js";
import { readYaml, type YamlFile } from "./yaml-file.js";

/** Files without which the desk cannot speak. */
const NEEDED: readonly string[] = [FILES.office, FILES.messages];

export interface LoadOptions {
  /** ISO date of the day on which the data folder was created: the day from which examples count. */
  readonly createdOn: string;
  /** The last good version, from which broken entries are kept. */
  readonly previous?: Knowledge | undefined;
  /** How a file is read; one that remembers saves most of the work of a reload. */
  readonly read?: typeof readYaml;
}

/** What came of reading intents/. */
export interface Loaded {
  readonly knowledge: Knowledge;
  /** What uses its last good version because the present one is broken. */
  readonly kept: readonly string[];
  /** What is not used at all because it is broken and had no good version before. */
  readonly setAside: readonly string[];
}

/**
 * Makes one snapshot of what stands in the files. Pure and without exceptions, whatever the files hold: what is broken
 * keeps its last good version from `previous` or is set aside, everything else goes live.
 */
export function assemble(sources: Sources, { createdOn, previous, read = readYaml }: LoadOptions): Loaded {
  const problems: Problem[] = [...sources.problems];
  const kept: string[] = [];
  const setAside: string[] = [];

  const yamlOf = (name: string): YamlFile => {
    const file = sources.files.find((source) => source.name === name);
    const yaml = read(file?.text ?? "", `${sources.folder}/${name}`);
    if (file?.text === null) return { ...yaml, value: undefined };
    if (!file && NEEDED.includes(name)) return unusable(yaml, "the file is missing", previous);
    return file && yaml.value === null && hadEntries(name, previous)
      ? unusable(yaml, "the file is empty", previous)
      : yaml;
  };
  const live = <E extends { readonly id: string }, M extends { readonly id: string }>(
    files: readonly Entries<E>[],
    kind: Kind<E, M>,
  ): Live<E, M> => {
    const result = liveEntries(files, kind);
    problems.push(...result.problems);
    kept.push(...result.kept.map((id) => `${kind.what} ${id}`));
    setAside.push(...result.setAside.map((id) => `${kind.what} ${id}`));
    return result;
  };

  const messages = readMessages(yamlOf(FILES.messages), previous?.messages);
  problems.push(...messages.problems);
  kept.push(...messages.kept.map((key) => `message ${key}`));
  const office = readOffice(yamlOf(FILES.office), previous?.office, messages.messages);
  problems.push(...office.problems);
  if (office.kept) kept.push("office");

  const topics = live([readList(yamlOf(FILES.topics), topicEntry, "topic")], {
    what: "topic",
    resolve: resolveTopic,
    lastOf: () => previous?.topics ?? [],
  });
  const partnerFile = readList(yamlOf(FILES.partners), partnerEntry, "partner");
  const partners = live([partnerFile], {
    what: "partner",
    resolve: resolvePartner,
    lastOf: () => [...(previous?.partners.values() ?? [])],
  });
  const outOfScope = live([readList(yamlOf(FILES.outOfScope), outOfScopeEntry, "kind")], {
    what: "out-of-scope kind",
    resolve: resolveOutOfScope,
    lastOf: () => previous?.outOfScope ?? [],
  });
  const seminarFile = readList(yamlOf(FILES.seminars), seminarEntry, "seminar");
  const seminars = live([seminarFile], {
    what: "seminar",
    resolve: (entry) => resolveSeminar(entry, createdOn),
    lastOf: () => previous?.seminars ?? [],
  });
  const synonyms = readList(yamlOf(FILES.synonyms), synonymGroup, "group");
  problems.push(...synonyms.problems);

  const faqFiles = sources.files
    .filter(({ name }) => name.startsWith("faq/"))
    .map(({ name }) => readList(yamlOf(name), faqEntry, "intent"));
  // A removed file is what somebody wanted; a removed folder is an accident.
  if (!sources.hasFaq && previous) faqFiles.push(...vanished(sources.folder, previous));
  const topicByFile = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  const faq = live(faqFiles, {
    what: "intent",
    resolve: (entry, file) => resolveIntent(entry, topicByFile(file)),
    lastOf: (file) => [...(previous?.intents.values() ?? [])].filter(({ at }) => at.file === file),
  });

  const brokenSlots = (file: Entries<{ readonly id: string }>): string[] =>
    file.slots.flatMap((slot) => (slot.valid ? [] : [slot.id ?? "?"]));
  const names: Names = {
    intents: new Set([...faq.items.map(({ model }) => model.id), ...faqFiles.flatMap(brokenSlots)]),
    topics: new Set(topics.items.map(({ model }) => model.id)),
    partners: new Map(partners.items.map(({ model }) => [model.id, model])),
    brokenPartners: new Set(brokenSlots(partnerFile)),
    partnersReadable: partnerFile.readable,
    office: office.declared,
    officeComplete: office.complete,
    unknownValues: new Set(
      partners.items.flatMap(({ entry }) =>
        Object.entries(entry?.value.values ?? {}).flatMap(([key, value]) =>
          value === null ? [`${entry?.value.id}.${key}`] : [],
        ),
      ),
    ),
  };
  problems.push(...messages.variables(names));
  for (const { entry } of outOfScope.items)
    if (entry)
      problems.push(
        ...variableProblems({ en: null, ...entry.value.answer }, names, entry.position, ["answer"]),
      );

  const intents = new Map<string, FaqIntent>();
  for (const { model, entry } of faq.items) {
    const found = entry ? referenceProblems(entry, model, names) : [];
    problems.push(...found);
    const lastGood = previous?.intents.get(model.id);
    if (!found.some(({ severity }) => severity === "error")) intents.set(model.id, model);
    else if (lastGood) {
      intents.set(model.id, lastGood);
      kept.push(`intent ${model.id}`);
    } else setAside.push(`intent ${model.id}`);
    if (entry) problems.push(...doubtsAbout(entry, model));
  }
  for (const [id, intent] of intents) {
    const related = intent.related.filter((other) => other !== id && intents.has(other));
    const responsible = names.partners.has(intent.responsible ?? "") ? intent.responsible : null;
    intents.set(id, { ...intent, related, responsible });
  }
  problems.push(
    ...sharedUtterances(
      [...faq.items, ...outOfScope.items].flatMap(({ model, entry }) =>
        entry ? [{ id: model.id, entry }] : [],
      ),
    ),
  );

  const content: Omit<Knowledge, "version" | "problems"> = {
    office: office.office,
    messages: messages.messages,
    topics: topics.items.map(({ model }) => model),
    intents,
    outOfScope: outOfScope.items.map(({ model }) => model),
    partners: names.partners,
    seminars: seminars.items.map(({ model }) => model),
    forms: new Map(),
    legal: {},
    synonyms: synonyms.readable
      ? synonyms.slots.flatMap((slot) => (slot.valid ? [slot.entry.value] : []))
      : (previous?.synonyms ?? []),
  };
  const countsDays = seminars.items.some(({ entry }) => entry?.value.date && "in-days" in entry.value.date);
  const version = versionOf(sources, countsDays ? createdOn : null, kept.length > 0 ? content : null);
  return { knowledge: { ...content, version, problems: byPlace(problems) }, kept, setAside };
}

/** Whether the last good version had anything from this file: then nothing in it now is a write that was cut short. */
function hadEntries(name: string, previous: Knowledge | undefined): boolean {
  if (!previous) return false;
  const had: Readonly<Record<string, number>> = {
    [FILES.topics]: previous.topics.length,
    [FILES.messages]: Object.keys(previous.messages).length,
    [FILES.synonyms]: previous.synonyms.length,
    [FILES.outOfScope]: previous.outOfScope.length,
    [FILES.partners]: previous.partners.size,
    [FILES.seminars]: previous.seminars.length,
  };
  if (name.startsWith("faq/"))
    return [...previous.intents.values()].some(({ at }) => at.file.endsWith(`/${name}`));
  return (had[name] ?? 0) > 0;
}

function unusable(yaml: YamlFile, message: string, previous: Knowledge | undefined): YamlFile {
  const problem: Problem = {
    severity: "error",
    ...yaml.position([]),
    message: previous ? `${message}; what it held before is still used.` : `${message}.`,
    suggestion: previous ? "Restore it, or write [] if nothing is meant." : "Restore it.",
  };
  return { ...yaml, value: undefined, unreadable: [problem] };
}

/** The FAQ files of the last good version, as files that cannot be read now. */
function vanished(folder: string, previous: Knowledge): Entries<FaqEntry>[] {
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

/**
 * Twelve hex digits of SHA-256 over names and contents of the files. The day from which examples count belongs to it
 * only where something counts, and the content itself where a part of it is older than the files.
 */
function versionOf(sources: Sources, createdOn: string | null, content: object | null): string {
  const hash = createHash("sha256");
  for (const { name, text } of sources.files) hash.update(JSON.stringify([name, text]));
  if (createdOn) hash.update(createdOn);
  if (content)
    hash.update(JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? [...value] : value)));
  return hash.digest("hex").slice(0, 12);
}
