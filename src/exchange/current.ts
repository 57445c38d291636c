import type { Knowledge, Position } from "../knowledge/index.js";
import { readYaml, type YamlFile } from "../knowledge/yaml-file.js";
import { fromPlain, variables } from "../text/index.js";
import type { Language } from "../vocabulary/index.js";
import { asList, asRecord, asText } from "./plain-data.js";

/** An entry of faq/*.yaml as it is written, not as the desk reads it. */
export interface CurrentEntry {
  readonly id: string;
  /** Below intents/, such as `faq/founding.yaml`. */
  readonly file: string;
  readonly index: number;
  readonly raw: Readonly<Record<string, unknown>>;
  /** The topic that it stands in: its own, or that of its file. */
  readonly topic: string;
}

/** Who has a sentence already. */
export interface Holder {
  readonly id: string;
  readonly kind: "intent" | "out-of-scope kind";
  readonly text: string;
  readonly language: Language;
  /** "intents/faq/founding.yaml:12", or the place in the imported file. */
  readonly at: string;
}

/** What intents/ holds now, with the ways back to its lines. */
export interface Current {
  readonly entries: readonly CurrentEntry[];
  readonly holders: readonly Holder[];
  readonly knowledge: Knowledge;
  /** Paths of variables that have a value, or are used already. */
  readonly variables: ReadonlySet<string>;
}

/**
 * Looks through the files of intents/.
 * @param files texts by name below the folder
 * @param folder the folder's own name, for messages
 * @param read how a file is read; one that remembers saves reading it again
 */
export function currentOf(
  files: ReadonlyMap<string, string>,
  folder: string,
  knowledge: Knowledge,
  read: typeof readYaml = readYaml,
): Current {
  const entries: CurrentEntry[] = [];
  const holders: Holder[] = [];
  const used = new Set<string>();
  const partnerValues: string[] = [];
  for (const [name, text] of files) {
    const faq = name.startsWith("faq/");
    if (!faq && !["out-of-scope.yaml", "partners.yaml", "office.yaml", "messages.yaml"].includes(name))
      continue;
    for (const path of variables(fromPlain(text))) used.add(path);
    if (!faq && name !== "out-of-scope.yaml" && name !== "partners.yaml") continue;
    const yaml = read(text, `${folder}/${name}`);
    for (const [index, item] of asList(yaml.value).entries()) {
      const raw = asRecord(item);
      const id = asText(raw?.["id"]);
      if (!raw || id === null) continue;
      if (name === "partners.yaml")
        partnerValues.push(
          `${id}.name`,
          ...Object.keys(asRecord(raw["values"]) ?? {}).map((key) => `${id}.${key}`),
        );
      else holders.push(...holdersIn(yaml, index, raw, id, faq ? "intent" : "out-of-scope kind"));
      if (faq) entries.push({ id, file: name, index, raw, topic: asText(raw["topic"]) ?? topicOfFile(name) });
    }
  }
  const office = [...Object.keys(knowledge.office.values), ...Object.keys(knowledge.office.localised)];
  const known = [...used, ...partnerValues, ...office.map((path) => `office.${path}`)];
  return { entries, holders, knowledge, variables: new Set(known) };
}

function holdersIn(
  yaml: YamlFile,
  index: number,
  raw: Readonly<Record<string, unknown>>,
  id: string,
  kind: Holder["kind"],
): Holder[] {
  return (["de", "en"] as const).flatMap((language) =>
    asList(asRecord(raw["utterances"])?.[language]).flatMap((text, place): Holder[] =>
      typeof text === "string"
        ? [{ id, kind, text, language, at: shown(yaml, [index, "utterances", language, place]) }]
        : [],
    ),
  );
}

/** Looked up only when it is wanted: finding a line costs more than reading it. */
function shown(yaml: YamlFile, path: readonly (string | number)[]): string {
  const { file, line }: Position = yaml.position(path);
  return `${file}:${line}`;
}

export function topicOfFile(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
}
