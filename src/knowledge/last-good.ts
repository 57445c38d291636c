import type { Entries, Entry } from "./entries.js";
import type { Position, Problem } from "./model.js";

/** One thing that goes live; `entry` is null where the last good version was kept. */
export interface LiveItem<E, M> {
  readonly model: M;
  readonly entry: Entry<E> | null;
}

/** What goes live of one kind of entry. */
export interface Live<E, M> {
  /** In the order of the files. */
  readonly items: readonly LiveItem<E, M>[];
  readonly problems: readonly Problem[];
  /** Ids whose last good version is used. */
  readonly kept: readonly string[];
  /** Ids, or "?" where even that cannot be read, of entries that are not used at all. */
  readonly setAside: readonly string[];
}

/** How the entries of a file become part of the knowledge. */
export interface Kind<E, M> {
  /** For staff: "intent", "partner" ... */
  readonly what: string;
  resolve(entry: Entry<E>, file: string): M;
  /** The last good version of what this file held; `[]` on a cold start. */
  lastOf(file: string): readonly M[];
}

/**
 * Decides what goes live: valid entries, and for what is broken its last good version if there is one. Of two entries
 * with one id the first lives. A broken entry without a readable id may be any of those that its file held and nobody
 * holds now, so all of these stay; the same where the whole file is unreadable.
 */
export function liveEntries<E extends { readonly id: string }, M extends { readonly id: string }>(
  files: readonly Entries<E>[],
  kind: Kind<E, M>,
): Live<E, M> {
  const problems = files.flatMap((file) => file.problems);
  const setAside: string[] = [];
  const kept: string[] = [];
  const holders = new Map<string, Entry<E>>();
  for (const file of files) {
    for (const slot of file.slots) {
      if (!slot.valid) continue;
      const { id } = slot.entry.value;
      const first = holders.get(id);
      if (!first) holders.set(id, slot.entry);
      else {
        problems.push(duplicate(id, kind.what, slot.entry, first.position(["id"])));
        setAside.push(id);
      }
    }
  }
  const taken = new Set(holders.keys());
  const keep = (model: M): LiveItem<E, M> => {
    taken.add(model.id);
    kept.push(model.id);
    return { model, entry: null };
  };
  const items = files.flatMap((file) => {
    const last = kind.lastOf(file.file);
    const unnamed = !file.readable || file.slots.some((slot) => !slot.valid && slot.id === null);
    const inPlace = file.slots.flatMap((slot): LiveItem<E, M>[] => {
      if (slot.valid) {
        const { entry } = slot;
        return holders.get(entry.value.id) === entry
          ? [{ model: kind.resolve(entry, file.file), entry }]
          : [];
      }
      const lastGood = last.find(({ id }) => id === slot.id && !taken.has(id));
      if (lastGood) return [keep(lastGood)];
      if (slot.id !== null) setAside.push(slot.id);
      return [];
    });
    const rest = unnamed ? last.filter(({ id }) => !taken.has(id)).map(keep) : [];
    if (unnamed && rest.length === 0) setAside.push("?");
    return [...inPlace, ...rest];
  });
  return { items, problems, kept, setAside };
}

/** What is left of valid entries once it is known whether all that they refer to is there. */
export interface Settled<M> {
  readonly models: ReadonlyMap<string, M>;
  readonly problems: readonly Problem[];
  readonly kept: readonly string[];
  readonly setAside: readonly string[];
}

/** An entry that refers to something that is not there keeps its last good version, or is set aside, as a broken one is. */
export function settle<E, M extends { readonly id: string }>(
  items: readonly LiveItem<E, M>[],
  problemsOf: (entry: Entry<E>, model: M) => readonly Problem[],
  last: ReadonlyMap<string, M> | undefined,
): Settled<M> {
  const models = new Map<string, M>();
  const problems: Problem[] = [];
  const kept: string[] = [];
  const setAside: string[] = [];
  for (const { model, entry } of items) {
    const { id } = model;
    const found = entry ? problemsOf(entry, model) : [];
    problems.push(...found);
    const lastGood = last?.get(id);
    if (!found.some(({ severity }) => severity === "error")) models.set(id, model);
    else if (lastGood) {
      models.set(id, lastGood);
      kept.push(id);
    } else setAside.push(id);
  }
  return { models, problems, kept, setAside };
}

function duplicate(id: string, what: string, entry: Entry<unknown>, first: Position): Problem {
  return {
    severity: "error",
    ...entry.position(["id"]),
    message: `the ${what} "${id}" is already in ${first.file}:${first.line}. This second one is not used.`,
    suggestion: "Put the two together, or give this one its own id.",
  };
}
