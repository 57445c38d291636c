import { parse } from "../text/index.js";
import type { Localised, RichText } from "../vocabulary/index.js";
import type { InBothLanguages } from "./format.js";

/** Both languages; where English is missing, the German text stands for it. */
export function localised(value: InBothLanguages): Localised<string> {
  return { de: value.de, en: value.en ?? value.de };
}

/** The same of what may be left out. */
export function localisedOrNull(value: InBothLanguages | null | undefined): Localised<string> | null {
  return value ? localised(value) : null;
}

/** The same, read as Markdown. */
export function richText(value: InBothLanguages): Localised<RichText> {
  const de = parse(value.de);
  return { de, en: value.en ? parse(value.en) : de };
}

/** The same of what may be left out. */
export function richTextOrNull(value: InBothLanguages | null | undefined): Localised<RichText> | null {
  return value ? richText(value) : null;
}
