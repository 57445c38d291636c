import type { Messages } from "../knowledge/model.js";
import { fill, plain } from "../text/index.js";
import type { Language } from "../vocabulary/index.js";

/**
 * A text of messages.yaml as plain words, for a button or for inside another sentence: its first version, filled.
 * Where there is no such text, its key, so that staff see what is missing.
 */
export function plainWords(
  messages: Messages,
  key: string,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = messages[key]?.[language][0];
  const block = text?.[0];
  const first = block?.type === "paragraph" ? block.children[0] : undefined;
  if (!text || first?.type !== "text") return key;
  // most labels are one plain word; there are many in each answer
  if (text.length === 1 && block?.type === "paragraph" && block.children.length === 1) {
    if (!first.text.includes("{")) return first.text;
  }
  return plain(fill(text, (name) => values[name]));
}
