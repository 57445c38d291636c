import type { Path } from "../knowledge/yaml-file.js";
import type { Language } from "../vocabulary/index.js";
import type { CurrentEntry } from "./current.js";
import { type FoundIntent, type FoundText, type Note, TEXTS } from "./model.js";
import { asList, asRecord } from "./plain-data.js";

/** One change to an entry. Paths are below the entry. */
export type Change =
  | {
      readonly kind: "text";
      readonly path: Path;
      readonly before: string | null;
      readonly after: string;
      readonly at: string;
    }
  | { readonly kind: "utterance"; readonly language: Language; readonly text: string; readonly at: string }
  | { readonly kind: "item"; readonly list: "links" | "source" | "related"; readonly value: unknown }
  | { readonly kind: "draft"; readonly value: boolean };

/** What an entry needs so that it says what was found. Nothing is taken away: what the file leaves out stays. */
export function changesTo(
  { raw, topic, id }: CurrentEntry,
  found: FoundIntent,
  fresh: Readonly<Record<Language, readonly FoundText[]>>,
  notes: Note[],
): Change[] {
  const texts = TEXTS.flatMap((name): Change[] => {
    const said = found.texts[name];
    if (!said) return [];
    const path = pathOf(name, raw);
    const before = name === "topic" ? topic : textAt(raw, path);
    if (before !== null && sameText(before, said.text)) return [];
    if (name === "topic") {
      const message = `"${id}" stays in its topic "${topic}": an import moves nothing.`;
      notes.push({ severity: "note", at: said.at, message });
      return [];
    }
    return [{ kind: "text", path, before, after: said.text, at: said.at }];
  });
  const utterances = (["de", "en"] as const).flatMap((language) =>
    fresh[language].map(({ text, at }): Change => ({ kind: "utterance", language, text, at })),
  );
  const items = [
    ...missing(raw["links"], found.links, (link) => `${asRecord(link)?.["url"]}`).map(item("links")),
    ...missing(
      raw["source"],
      found.source,
      (one) => `${asRecord(one)?.["title"]} ${asRecord(one)?.["url"]}`,
    ).map(item("source")),
    ...missing(raw["related"], found.related, (other) => `${other}`).map(item("related")),
  ];
  const draft: Change[] =
    found.draft !== null && found.draft !== (raw["draft"] === true)
      ? [{ kind: "draft", value: found.draft }]
      : [];
  if (
    texts.some((change) => change.kind === "text" && change.path[0] === "answer") &&
    !found.texts.reviewedOn
  )
    notes.push({
      severity: "note",
      at: found.at,
      message: `The answer of "${id}" changes, its review date does not: set reviewedOn once somebody has compared it with its sources.`,
    });
  return [...texts, ...utterances, ...items, ...draft];
}

/** Line ends and white space around a text are the file's, not the text's. */
export function sameText(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, "\n").trim() === other.replace(/\r\n?/g, "\n").trim();
}

function pathOf(name: (typeof TEXTS)[number], raw: Readonly<Record<string, unknown>>): Path {
  const path = name.split(".");
  return path[0] === "afterExpiry" && "after-expiry" in raw ? ["after-expiry", ...path.slice(1)] : path;
}

function textAt(raw: Readonly<Record<string, unknown>>, path: Path): string | null {
  const value = path.reduce<unknown>((inner, key) => asRecord(inner)?.[key], raw);
  return value === undefined || value === null ? null : String(value);
}

function missing<T>(present: unknown, found: readonly T[], key: (item: unknown) => string): T[] {
  const known = new Set(asList(present).map(key));
  return found.filter((item) => !known.has(key(item)));
}

function item(list: "links" | "source" | "related"): (value: unknown) => Change {
  return (value) => ({ kind: "item", list, value });
}
