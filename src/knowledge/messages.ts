import { type Entry, readMap } from "./entries.js";
import { type MessageEntry, messageEntry } from "./format-faq.js";
import type { Messages, Problem } from "./model.js";
import { type Names, variableProblems } from "./references.js";
import { resolveMessage } from "./resolve.js";
import type { YamlFile } from "./yaml-file.js";

/** messages.yaml, read. */
export interface MessagesRead {
  readonly messages: Messages;
  readonly problems: readonly Problem[];
  readonly kept: readonly string[];
  /** Warnings about variables that nothing fills; known only when everything else is read. */
  variables(names: Names): Problem[];
}

/** Reads what the bot says, key by key; a broken key keeps its last good version. */
export function readMessages(yaml: YamlFile, previous: Messages | undefined): MessagesRead {
  const read = readMap(yaml, messageEntry, "message");
  const messages: Record<string, Messages[string]> = read.readable ? {} : { ...previous };
  const kept = read.readable ? [] : Object.keys(previous ?? {});
  const entries: Entry<MessageEntry>[] = [];
  const names = Object.keys(typeof yaml.value === "object" && yaml.value !== null ? yaml.value : {});
  let renamed = false;
  for (const [index, slot] of read.slots.entries()) {
    const key = names[index] ?? "";
    const lastGood = previous && Object.hasOwn(previous, key) ? previous[key] : undefined;
    if (slot.valid) {
      messages[key] = resolveMessage(slot.entry);
      entries.push(slot.entry);
    } else if (lastGood) {
      messages[key] = lastGood;
      kept.push(key);
    } else renamed = true;
  }
  // A broken key that is new may be any of those that are gone.
  for (const [key, lastGood] of renamed ? Object.entries(previous ?? {}) : []) {
    if (Object.hasOwn(messages, key)) continue;
    messages[key] = lastGood;
    kept.push(key);
  }
  return {
    messages,
    problems: read.problems,
    kept,
    variables: (known) =>
      entries.flatMap(({ value, position }) => variableProblems({ en: null, ...value }, known, position)),
  };
}
