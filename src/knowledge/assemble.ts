import { createHash } from "node:crypto";
import { doubtsAbout, sharedUtterances } from "./doubts.js";
import { type Entries, readList } from "./entries.js";
import { faqEntry, outOfScopeEntry, synonymGroup, topicEntry } from "./format-faq.js";
import { formEntry } from "./format-forms.js";
import { partnerEntry, seamEntry } from "./format-partners.js";
import { seminarEntry } from "./format-seminars.js";
import { formDoubts, formProblems, resolveForm } from "./forms.js";
import { readHandover } from "./handover.js";
import { type Kind, type Live, liveEntries, type Settled, settle } from "./last-good.js";
import { readLegal } from "./legal.js";
import { hadEntries, unusable, vanished } from "./lost-files.js";
import { readMessages } from "./messages.js";
import type { FaqIntent, Form, Knowledge, Problem, Seam } from "./model.js";
import { readOffice } from "./office.js";
import { partnerDoubts, resolvePartner } from "./partners.js";
import { byPlace } from "./problems.js";
import {
  beginsAnywhere,
  type FormNames,
  formProblem,
  type Names,
  referenceProblems,
  variableProblems,
} from "./references.js";
import { resolveIntent, resolveOutOfScope, resolveTopic } from "./resolve.js";
import { resolveSeam, seamProblems } from "./seams.js";
import { registrable, resolveSeminar } from "./seminars.js";
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
  const note = (what: string, { problems: found, ...ids }: Omit<Settled<unknown>, "models">): void => {
    problems.push(...found);
    kept.push(...ids.kept.map((id) => `${what} ${id}`));
    setAside.push(...ids.setAside.map((id) => `${what} ${id}`));
  };
  const live = <E extends { readonly id: string }, M extends { readonly id: string }>(
    files: readonly Entries<E>[],
    kind: Kind<E, M>,
  ): Live<E, M> => {
    const result = liveEntries(files, kind);
    note(kind.what, result);
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
  problems.push(...partnerDoubts(partners.items, topics.items));
  const seamItems = live([readList(yamlOf(FILES.seams), seamEntry, "seam")], {
    what: "seam",
    resolve: resolveSeam,
    lastOf: () => [...(previous?.seams.values() ?? [])],
  }).items;
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
  const formFile = readList(yamlOf(FILES.forms), formEntry, "form");
  const formItems = live([formFile], {
    what: "form",
    resolve: resolveForm,
    lastOf: () => [...(previous?.forms.values() ?? [])],
  }).items;
  const legal = readLegal(yamlOf(FILES.legal), previous?.legal);
  note("page", legal);
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
  problems.push(...messages.variables(names), ...legal.variables(names));
  const handover = readHandover(yamlOf(FILES.handover), names, previous?.handover);
  problems.push(...handover.problems);
  kept.push(...handover.kept);
  setAside.push(...handover.setAside);
  for (const { entry } of outOfScope.items)
    if (entry)
      problems.push(
        ...variableProblems({ en: null, ...entry.value.answer }, names, entry.position, ["answer"]),
      );

  const seams = settle(seamItems, (entry) => seamProblems(entry, names), previous?.seams);
  note("seam", seams);
  const forms = settle(formItems, (entry) => formProblems(entry, names), previous?.forms);
  note("form", forms);
  const formNames: FormNames = {
    forms: forms.models,
    broken: new Set([...brokenSlots(formFile), ...forms.setAside]),
    readable: formFile.readable,
  };
  for (const { entry } of formItems) if (entry) problems.push(...formDoubts(entry));
  for (const { model, entry } of seminars.items)
    if (entry)
      problems.push(
        ...formProblem(model.registration?.form ?? null, "seminar", formNames, () =>
          entry.position(["registration", "form"]),
        ),
      );

  const settled = settle(
    faq.items,
    (entry, model) => referenceProblems(entry, model, names, formNames),
    previous?.intents,
  );
  note("intent", settled);
  for (const { model, entry } of faq.items) if (entry) problems.push(...doubtsAbout(entry, model));
  const intents = new Map(
    [...settled.models].map(([id, intent]): [string, FaqIntent] => {
      const related = intent.related.filter((other) => other !== id && settled.models.has(other));
      const responsible = names.partners.has(intent.responsible ?? "") ? intent.responsible : null;
      const form = beginsAnywhere(forms.models.get(intent.form ?? "")) ? intent.form : null;
      return [id, { ...intent, related, responsible, form }];
    }),
  );
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
    seams: new Map(
      [...seams.models]
        .filter(([, { department }]) => names.partners.has(department))
        .map(([id, seam]): [string, Seam] => [
          id,
          { ...seam, partners: seam.partners.filter((partner) => names.partners.has(partner)) },
        ]),
    ),
    seminars: seminars.items.map(({ model }) => registrable(model, forms.models)),
    forms: new Map(
      [...forms.models].map(([id, form]): [string, Form] => [
        id,
        { ...form, responsible: names.partners.has(form.responsible ?? "") ? form.responsible : null },
      ]),
    ),
    handover: handover.handover,
    legal: legal.legal,
    synonyms: synonyms.readable
      ? synonyms.slots.flatMap((slot) => (slot.valid ? [slot.entry.value] : []))
      : (previous?.synonyms ?? []),
  };
  const countsDays = seminars.items.some(({ entry }) => entry?.value.date && "in-days" in entry.value.date);
  const version = versionOf(sources, countsDays ? createdOn : null, kept.length > 0 ? content : null);
  return { knowledge: { ...content, version, problems: byPlace(problems) }, kept, setAside };
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
