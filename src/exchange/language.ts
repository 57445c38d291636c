import type { Language } from "../vocabulary/index.js";
import type { ReadOptions } from "./model.js";

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { de: "German", en: "English" };

/** The language of texts, and a sentence that says how it was told. */
export interface ToldLanguage {
  readonly language: Language;
  readonly told: string;
}

/**
 * In this order: what the file says, what --lang says, what the texts look like.
 * @param what the texts are called in the sentence, such as 'column B ("Frage")'
 * @param stated the file's own word for it, such as "de-AT"; null where it has none
 */
export function tellLanguage(
  what: string,
  stated: string | null,
  texts: () => readonly string[],
  { language, recognise }: Pick<ReadOptions, "language" | "recognise">,
): ToldLanguage {
  const known = stated === null ? null : languageNamed(stated);
  const said = (told: Language, how: string): ToldLanguage => ({
    language: told,
    told: `${what}: ${LANGUAGE_NAMES[told]} (${how}).`,
  });
  if (known) return said(known, "the file says so");
  if (language) return said(language, "as --lang says");
  return said(recognise(texts()), "recognised from the text");
}

/** "de", "de-AT", "German", "Deutsch" and the like; null: another language, or none. */
export function languageNamed(name: string): Language | null {
  const word = name.trim().toLowerCase();
  if (/^(?:de(?:[-_]\w+)?|deu|ger|dt|deutsch\w*|german)$/.test(word)) return "de";
  if (/^(?:en(?:[-_]\w+)?|eng|engl|englis[ch]+\w*|english)$/.test(word)) return "en";
  return null;
}
