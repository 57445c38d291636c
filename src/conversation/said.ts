import type { Messages } from "../knowledge/model.js";
import type { Card, Language, RichText } from "../vocabulary/index.js";

/** What was said lately, by name: `<key>#<language>.<variant>`. */
export type Said = readonly string[];

/** The key of a name; of `<key>.again`, the key that it stands for. */
export function keyOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("#"))).replace(/\.again$/, "");
}

/** Whether something was said under this key in this language: its words, or those of `<key>.again`. */
export function wasSaid(said: Said, key: string, language: Language): boolean {
  return said.some((name) => keyOf(name) === key && name.includes(`#${language}.`));
}

/** The name of a text that messages.yaml does not hold, by what stands in it. */
export function nameOfText(
  key: string,
  language: Language,
  text: RichText,
  cards: readonly Card[] = [],
): string {
  // a button has another name each time and is the same to whoever reads it
  const read = JSON.stringify([text, cards], (name, value) => (name === "action" ? undefined : value));
  return `${key}#${language}.${fingerprint(read)}`;
}

/** A text of messages.yaml with its name. */
export interface Variant {
  readonly text: RichText;
  readonly name: string;
}

/**
 * One of the variants of a key that was not said lately; null where there is none. Which of several comes with the
 * event, so that deciding again says the same.
 */
export function freshVariant(
  messages: Messages,
  key: string,
  language: Language,
  said: Said,
  eventId: number,
): Variant | null {
  const variants = variantsOf(messages, key, language);
  const turned = variants.map((_, step) => variants[(eventId + step) % variants.length]);
  return turned.find((variant) => variant && !said.includes(variant.name)) ?? null;
}

/** Where all variants were said lately: any but the one said last, or the only one. */
export function staleVariant(
  messages: Messages,
  key: string,
  language: Language,
  said: Said,
): Variant | null {
  const variants = variantsOf(messages, key, language);
  return variants.find(({ name }) => name !== said.at(-1)) ?? variants[0] ?? null;
}

function variantsOf(messages: Messages, key: string, language: Language): Variant[] {
  const texts = Object.hasOwn(messages, key) ? (messages[key]?.[language] ?? []) : [];
  return texts.map((text, index) => ({ text, name: `${key}#${language}.${index}` }));
}

/** FNV-1a over UTF-16 units, 32 bits (Fowler, Noll and Vo): tells texts apart that follow each other, no more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
