import { isDeepStrictEqual } from "node:util";
import { appendEntry, type FileChange, insertItem, NotEditable, setValue } from "../knowledge/index.js";
import { LARGEST_SOURCE } from "../knowledge/sources.js";
import { type Path, readYaml } from "../knowledge/yaml-file.js";
import { ExchangeFault } from "./fault.js";
import { MEGABYTE } from "./limits.js";
import { asList, asRecord } from "./plain-data.js";
import type { ChangedIntent, NewIntent, Plan } from "./plan.js";
import type { Change } from "./plan-change.js";
import { block } from "./plan-entry.js";

/** The first line of a file of faq/, so that editors know its format. */
const HEAD = "# yaml-language-server: $schema=../schema/faq.schema.json\n";

/**
 * The files as they would be after the plan; what is not changed in them stays byte for byte.
 * @param files texts by name below intents/
 * @param progress told after each intent
 * @throws NotEditable where a file is laid out in a way that cannot be changed safely
 * @throws ExchangeFault where a file would be larger than the desk reads
 */
export function applyPlan(
  plan: Plan,
  files: ReadonlyMap<string, string>,
  progress: (done: number, of: number) => void = () => {},
): FileChange[] {
  const texts = new Map(files);
  let done = 0;
  const changed = plan.intents.filter((intent) => intent.kind === "changed");
  const added = plan.intents.filter((intent) => intent.kind === "new");
  for (const [name, intents] of grouped(changed, ({ current }) => current.file)) {
    // From the end to the beginning, so that the lines of those that follow stay where they were.
    for (const intent of intents.toSorted((a, b) => b.current.index - a.current.index)) {
      texts.set(name, withChanges(texts.get(name) ?? "", intent));
      progress(++done, plan.intents.length);
    }
  }
  for (const [name, intents] of grouped(added, ({ file }) => file)) {
    texts.set(name, withEntries(texts.get(name) ?? HEAD, intents, name));
    done += intents.length;
    progress(done, plan.intents.length);
  }
  const changes = [...texts].flatMap(([name, text]) => (files.get(name) === text ? [] : [{ name, text }]));
  for (const { name, text } of changes)
    if (Buffer.byteLength(text) > LARGEST_SOURCE)
      throw new ExchangeFault(
        name,
        null,
        `this file would grow to ${(Buffer.byteLength(text) / MEGABYTE).toFixed(1)} MB, and the desk reads ${LARGEST_SOURCE / MEGABYTE} MB.`,
        "Import in several parts, each with another --topic.",
      );
  return changes;
}

/**
 * An entry is changed alone and put back: each change reads and checks the text that it changes, and of a file with a
 * hundred intents that would be a hundred times too much.
 */
function withChanges(text: string, { current, changes }: ChangedIntent): string {
  const { position } = readYaml(text, current.file);
  const lines = text.split("\n");
  const from = position([current.index]).line - 1;
  const next = position([current.index + 1]).line - 1;
  const to = next > from ? next : lines.length;
  const own = lines.slice(from, to).join("\n");
  const alone = own.startsWith("- ") && isDeepStrictEqual(readYaml(own, current.file).value, [current.raw]);
  if (!alone) return changedAt(text, [current.index], current.raw, changes);
  const after = changedAt(own, [0], current.raw, changes);
  return [...lines.slice(0, from), after, ...lines.slice(to)].join("\n");
}

function changedAt(
  text: string,
  entry: Path,
  raw: Readonly<Record<string, unknown>>,
  changes: readonly Change[],
): string {
  let result = text;
  let now = raw;
  const set = (path: Path, value: unknown): void => {
    const { at, value: nested } = whereItGoes(now, path, value);
    result = setValue(result, [...entry, ...at], nested);
    now = withValue(now, at, nested);
  };
  const listed = new Map<string, unknown[]>();
  for (const change of changes) {
    if (change.kind === "text") set(change.path, block(change.after));
    else if (change.kind === "draft") set(["draft"], change.value);
    else {
      const path = change.kind === "utterance" ? ["utterances", change.language] : [change.list];
      const key = path.join(".");
      listed.set(key, [...(listed.get(key) ?? []), change.kind === "utterance" ? change.text : change.value]);
    }
  }
  for (const [key, values] of listed) {
    const path = key.split(".");
    const present = asList(valueAt(now, path));
    if (present.length === 0) set(path, values);
    else for (const value of values) result = insertItem(result, [...entry, ...path], value);
  }
  return result;
}

/** The highest place on the way that is not there yet, with what has to stand there so that `value` stands at `path`. */
function whereItGoes(raw: unknown, path: Path, value: unknown): { at: Path; value: unknown } {
  let depth = 1;
  while (depth < path.length && asRecord(valueAt(raw, path.slice(0, depth)))) depth++;
  const nested = path.slice(depth).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return { at: path.slice(0, depth), value: nested };
}

function withEntries(text: string, intents: readonly NewIntent[], file: string): string {
  const [first, ...rest] = intents;
  if (!first) return text;
  const begun = appendEntry(text, first.entry);
  const result = [
    begun.endsWith("\n") ? begun : `${begun}\n`,
    ...rest.map(({ entry }) => appendEntry("", entry)),
  ].join("\n");
  const before = asList(readYaml(text, file).value);
  const expected = [...before, ...intents.map(({ entry }) => entry)];
  if (!isDeepStrictEqual(plain(readYaml(result, file).value), plain(expected)))
    throw new NotEditable(`${file} cannot be changed safely: it does not read back as it was meant.`);
  return result;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => asRecord(inner)?.[key], value);
}

function withValue(
  raw: Readonly<Record<string, unknown>>,
  path: Path,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const [key, ...rest] = path;
  if (key === undefined) return raw;
  return { ...raw, [key]: rest.length === 0 ? value : withValue(asRecord(raw[key]) ?? {}, rest, value) };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
