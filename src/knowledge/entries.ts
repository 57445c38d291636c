import type { z } from "zod";
import { id } from "./format.js";
import type { Position, Problem } from "./model.js";
import { problemsOf } from "./wording.js";
import type { Path, YamlFile } from "./yaml-file.js";

/** A valid entry of a file, with the way back to its lines. */
export interface Entry<T> {
  readonly value: T;
  position(path?: Path, of?: "key"): Position;
}

/** One place in a file: a valid entry, or one that is set aside, by its id or key where that can be read. */
export type Slot<T> =
  | { readonly valid: true; readonly entry: Entry<T> }
  | { readonly valid: false; readonly id: string | null };

/** What a file holds. */
export interface Entries<T> {
  readonly file: string;
  /** False: the file as a whole could not be read, `slots` is empty. */
  readonly readable: boolean;
  readonly slots: readonly Slot<T>[];
  readonly problems: readonly Problem[];
}

/** Reads a file that is a list, each entry by itself, so that a broken one costs no other. Drafts are told of, not read. */
export function readList<F extends z.ZodType>(yaml: YamlFile, format: F, what: string): Entries<z.infer<F>> {
  if (yaml.value === undefined) return unreadable(yaml, yaml.unreadable);
  if (yaml.value === null) return { file: yaml.file, readable: true, slots: [], problems: [] };
  if (!Array.isArray(yaml.value))
    return unreadable(yaml, [notA("a list", `Begin each ${what} with "- " at the start of a line.`, yaml)]);
  const list: readonly unknown[] = yaml.value;
  const read = list.flatMap((value, index) =>
    isDraft(value) ? [] : [readEntry(yaml, [index], value, format, what)],
  );
  const drafts = list.flatMap((value, index) =>
    isDraft(value) ? [draftTold(yaml, index, value, what)] : [],
  );
  const { problems, ...entries } = collected(yaml, read);
  return { ...entries, problems: [...problems, ...drafts] };
}

/** Begun and not finished: guests do not get it, and nothing of it has to be right yet. */
function isDraft(value: unknown): value is { readonly id?: unknown } {
  return typeof value === "object" && value !== null && "draft" in value && value.draft === true;
}

function draftTold(yaml: YamlFile, index: number, { id }: { readonly id?: unknown }, what: string): Problem {
  return {
    severity: "warning",
    ...yaml.position([index, "draft"], "key"),
    message: `the ${what} "${String(id)}" is a draft: guests do not get it yet.`,
    suggestion: 'Complete it, then remove "draft: true".',
  };
}

/** Reads a file that is a group of keys, each key by itself. */
export function readMap<F extends z.ZodType>(yaml: YamlFile, format: F, what: string): Entries<z.infer<F>> {
  if (yaml.value === undefined) return unreadable(yaml, yaml.unreadable);
  if (yaml.value === null) return { file: yaml.file, readable: true, slots: [], problems: [] };
  if (typeof yaml.value !== "object" || Array.isArray(yaml.value))
    return unreadable(yaml, [notA("a group of keys", "Write `key: value` lines.", yaml)]);
  const read = Object.entries(yaml.value).map(([key, value]) => readEntry(yaml, [key], value, format, what));
  return collected(yaml, read);
}

/** Reads what stands at `path`, as one entry. */
export function readEntry<F extends z.ZodType>(
  yaml: YamlFile,
  path: Path,
  value: unknown,
  format: F,
  what: string,
): { readonly slot: Slot<z.infer<F>>; readonly problems: readonly Problem[] } {
  const flaws = yaml.flaws.filter((flaw) => path.every((part, index) => flaw.path[index] === part));
  const result = format.safeParse(value);
  const issues = result.success ? [] : problemsOf(result.error.issues, format, yaml, path, what);
  const problems = [...flaws.map(({ problem }) => problem), ...issues];
  if (problems.length === 0 && result.success) {
    const entry: Entry<z.infer<F>> = {
      value: result.data,
      position: (inside = [], of) => yaml.position([...path, ...inside], of),
    };
    return { slot: { valid: true, entry }, problems };
  }
  return { slot: { valid: false, id: idOf(path, value) }, problems };
}

function collected<T>(
  yaml: YamlFile,
  read: readonly { readonly slot: Slot<T>; readonly problems: readonly Problem[] }[],
): Entries<T> {
  // Flaws of the file itself, such as an anchor at its very top, belong to no entry.
  const ownFlaws = yaml.flaws.filter((flaw) => flaw.path.length === 0).map(({ problem }) => problem);
  return {
    file: yaml.file,
    readable: true,
    slots: read.map(({ slot }) => slot),
    problems: [...ownFlaws, ...read.flatMap(({ problems }) => problems)],
  };
}

function unreadable<T>(yaml: YamlFile, problems: readonly Problem[]): Entries<T> {
  return { file: yaml.file, readable: false, slots: [], problems };
}

function notA(needed: string, suggestion: string, yaml: YamlFile): Problem {
  return { severity: "error", ...yaml.position([]), message: `the file is not ${needed}.`, suggestion };
}

/** Null where there is none, or one that is itself misspelt: then the entry may be any that was there before. */
function idOf(path: Path, value: unknown): string | null {
  if (typeof path.at(-1) === "string") return String(path.at(-1));
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  const result = id.safeParse(value.id);
  return result.success ? result.data : null;
}
