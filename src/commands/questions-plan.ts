import { type QuestionGroup, wordings } from "../insight/questions.js";
import {
  entryPlace,
  findUtterances,
  isDraft,
  nearestName,
  type Present,
  removeItem,
  type Texts,
  withoutUtterance,
  withUtterance,
} from "../knowledge/index.js";
import { normalise } from "../nlu/index.js";
import type { Regression } from "../regressions.js";
import type { RevisedText } from "../store/index.js";
import type { Language } from "../vocabulary/index.js";
import { oneLine } from "./one-line.js";

/** What staff may say about the sentence that is written. */
export interface WordingOptions {
  /** In place of what guests wrote. */
  readonly text?: readonly string[];
  /** Every wording of the group, not only the most frequent one. */
  readonly all?: boolean;
  /** Takes the sentence away from the entry that has it now. */
  readonly move?: boolean;
}

/** What a change starts from. */
export interface Desk extends Present {
  readonly group: QuestionGroup;
  /** ISO date. */
  readonly today: string;
}

/** What a change comes to; nothing has been written. */
export interface Plan {
  readonly texts: Texts;
  readonly target: string | null;
  readonly changes: readonly RevisedText[];
  readonly regressions: readonly Regression[];
  /** For the person who did it. */
  readonly said: readonly string[];
}

/** Writes the group's sentences as utterances of this intent or kind. @throws Error that says what to do */
export function write(desk: Desk, id: string, expect: readonly string[], options: WordingOptions): Plan {
  const language = languageOf(desk.group);
  let texts: Texts = desk;
  const changes: RevisedText[] = [];
  const said: string[] = [];
  for (const text of sentences(desk.group, options)) {
    const same = normalise(text);
    const holders = findUtterances(texts, (utterance) => normalise(utterance) === same);
    if (holders.some((holder) => holder.id === id)) {
      said.push(`"${oneLine(text, 80)}" is an utterance of ${id} already.`);
      continue;
    }
    const [holder] = holders;
    if (holder && !options.move)
      throw new Error(
        `"${oneLine(text, 80)}" is an utterance of "${holder.id}" (${holder.file}:${holder.line}). --move takes it from there.`,
      );
    const from = holder && { file: holder.file, id: holder.id };
    if (holder) texts = withoutUtterance(texts, holder);
    texts = withUtterance(texts, id, language, text);
    const file = entryPlace(texts, id)?.file ?? "";
    changes.push({ file, id, language, text, ...(from ? { from } : {}) });
    said.push(
      `${file}: ${id} (${language}) has "${oneLine(text, 80)}"${from ? `, taken from ${from.id}` : ""}.`,
    );
  }
  const regressions = sentences(desk.group, options).map((text) => ({ text, lang: language, expect }));
  return { texts, target: id, changes, regressions, said };
}

/** What is written: what staff say, or how guests have put it. @throws Error where that must not be written as it is */
export function sentences(group: QuestionGroup, { text, all }: WordingOptions): string[] {
  const asked = wordings(group).map(({ question }) => question.replace(/\s+/g, " ").trim());
  const chosen = text && text.length > 0 ? text.map((one) => one.trim()) : all ? asked : asked.slice(0, 1);
  for (const sentence of chosen) {
    if (normalise(sentence) === "") throw new Error("There is no word in that. Give a sentence with --text.");
    if (sentence.length > 1_000)
      throw new Error("That is longer than 1,000 characters. Give a shorter sentence with --text.");
    if (/\[(?:E-Mail|IBAN|Steuernummer|Karte|Telefon)\]/.test(sentence))
      throw new Error(
        `"${oneLine(sentence, 80)}" holds masked personal data. Give the sentence without it: --text "..."`,
      );
  }
  return [...new Set(chosen)];
}

export function takenBack(present: Texts, changes: readonly RevisedText[]): Texts {
  return changes.reduce<Texts>((texts, { id, language, text, from }) => {
    const found = findUtterances(texts, (utterance) => utterance === text).find(
      (place) => place.id === id && place.language === language,
    );
    const without = found ? withoutUtterance(texts, found) : texts;
    return from && entryPlace(without, from.id) ? withUtterance(without, from.id, language, text) : without;
  }, present);
}

/** @throws Error where it is no draft any more: somebody has worked on it */
export function withoutDraft(texts: Texts, id: string | null): Texts {
  const place = id === null ? null : entryPlace(texts, id);
  if (!place) return texts;
  const text = texts.files.get(place.file) ?? "";
  if (!isDraft(texts, place))
    throw new Error(
      `"${id}" is no draft any more. Remove it from ${place.file} in an editor if that is what you want.`,
    );
  return { ...texts, files: new Map([...texts.files, [place.file, removeItem(text, [place.index])]]) };
}

export function asChanges(before: Texts, after: Texts): { name: string; text: string }[] {
  return [...after.files].flatMap(([name, text]) =>
    before.files.get(name) === text ? [] : [{ name, text }],
  );
}

export function languageOf({ questions }: QuestionGroup): Language {
  return questions[0]?.language ?? "de";
}

/** @throws Error that says which name was probably meant */
export function known(name: string, names: Iterable<string>, what: string): void {
  const all = [...names];
  if (all.includes(name)) return;
  const meant = nearestName(name, all);
  throw new Error(
    `There is no ${what} "${oneLine(name, 60)}". ${meant ? `Did you mean "${meant}"?` : `Known are: ${all.join(", ")}.`}`,
  );
}
