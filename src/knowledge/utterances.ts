import type { Language } from "../vocabulary/index.js";
import { FILES } from "./sources.js";
import { insertItem, removeItem } from "./yaml-edit.js";
import { type Path, readYaml } from "./yaml-file.js";

/** The files of intents/ by name. */
export type Texts = ReadonlyMap<string, string>;

/** Where an entry with utterances stands. */
export interface EntryPlace {
  /** Below intents/, such as `faq/founding.yaml`. */
  readonly file: string;
  /** Its place in the file's list, from 0. */
  readonly index: number;
}

/** Where an utterance stands, with its line for people. */
export interface UtteranceFound extends EntryPlace {
  readonly id: string;
  readonly language: Language;
  /** Its place among the entry's utterances of that language, from 0. */
  readonly at: number;
  readonly line: number;
}

/** Finds an intent or a kind out of scope by its id; drafts, too. */
export function entryPlace(texts: Texts, id: string): EntryPlace | null {
  for (const { file, entries } of listsOf(texts)) {
    const index = entries.findIndex((entry) => entry.id === id);
    if (index >= 0) return { file, index };
  }
  return null;
}

/** Whether this entry is begun and not finished. */
export function isDraft(texts: Texts, { file, index }: EntryPlace): boolean {
  const list = readYaml(texts.get(file) ?? "", file).value;
  const entry: unknown = Array.isArray(list) ? list[index] : null;
  return typeof entry === "object" && entry !== null && "draft" in entry && entry.draft === true;
}

/** Every place of an utterance for which `is` holds. */
export function findUtterances(texts: Texts, is: (utterance: string) => boolean): UtteranceFound[] {
  return listsOf(texts).flatMap(({ file, entries, lineOf }) =>
    entries.flatMap(({ id, utterances }, index) =>
      (["de", "en"] as const).flatMap((language) =>
        (utterances[language] ?? []).flatMap((utterance, at) =>
          is(utterance)
            ? [{ file, index, id, language, at, line: lineOf([index, "utterances", language, at]) }]
            : [],
        ),
      ),
    ),
  );
}

/** The texts with one more utterance of this entry. @throws NotEditable, RangeError where there is no such entry */
export function withUtterance(texts: Texts, id: string, language: Language, text: string): Texts {
  const place = entryPlace(texts, id);
  if (!place) throw new RangeError(`There is no entry "${id}".`);
  const { file, index } = place;
  return changed(texts, file, (yaml) => insertItem(yaml, [index, "utterances", language], text));
}

/** The texts without this utterance. @throws NotEditable */
export function withoutUtterance(texts: Texts, { file, index, language, at }: UtteranceFound): Texts {
  return changed(texts, file, (yaml) => removeItem(yaml, [index, "utterances", language, at]));
}

function changed(texts: Texts, file: string, change: (yaml: string) => string): Texts {
  return new Map([...texts, [file, change(texts.get(file) ?? "")]]);
}

interface ReadEntry {
  readonly id: string;
  readonly utterances: Readonly<Partial<Record<Language, readonly string[]>>>;
}

function listsOf(
  texts: Texts,
): { readonly file: string; readonly entries: readonly ReadEntry[]; lineOf(path: Path): number }[] {
  return [...texts].flatMap(([file, text]) => {
    if (!file.startsWith("faq/") && file !== FILES.outOfScope) return [];
    const yaml = readYaml(text, file);
    const list = Array.isArray(yaml.value) ? (yaml.value as unknown[]) : [];
    return [{ file, entries: list.map(asEntry), lineOf: (path: Path) => yaml.position(path).line }];
  });
}

/** As much of it as is what it should be. */
function asEntry(value: unknown): ReadEntry {
  const { id, utterances } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const { de, en } = (utterances ?? {}) as Readonly<Record<string, unknown>>;
  const phrases = (list: unknown): string[] =>
    Array.isArray(list) ? list.map((one) => (typeof one === "string" ? one : "")) : [];
  return { id: typeof id === "string" ? id : "", utterances: { de: phrases(de), en: phrases(en) } };
}
