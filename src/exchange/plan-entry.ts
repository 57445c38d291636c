import type { Language } from "../vocabulary/index.js";
import type { Current } from "./current.js";
import type { FoundIntent, FoundText, TextName } from "./model.js";

/** German utterances that an intent needs to go live, as in the format of faq/*.yaml. */
const LEAST_UTTERANCES = 5;
/** Characters of a title on a button. */
const LONGEST_TITLE = 60;

/** What a new entry is made of beside what was found. */
export interface NewEntryParts {
  /** Utterances that nobody has yet. */
  readonly fresh: Readonly<Record<Language, readonly FoundText[]>>;
  /** Null: none of ours. */
  readonly topic: string | null;
  /** Variables in its texts that have no value here. */
  readonly unfilled: readonly string[];
  readonly current: Current;
}

/**
 * A new entry of faq/*.yaml, and what it lacks to go live: then it is a draft. Nothing is invented for what is missing,
 * least of all a review; only a title is made of the name, so that people find the entry.
 */
export function entryOf(
  id: string,
  found: FoundIntent,
  { fresh, topic, unfilled, current }: NewEntryParts,
): { readonly entry: Readonly<Record<string, unknown>>; readonly lacks: readonly string[] } {
  const text = (name: TextName): string | undefined => found.texts[name]?.text;
  const english = text("title.en");
  const title = {
    ...optional("de", text("title.de") ?? (english === undefined ? titleOf(found) : undefined)),
    ...optional("en", english),
  };
  const answers = {
    ...optional("de", answerOf(text("answer.de.short"), text("answer.de.more"))),
    ...optional("en", answerOf(text("answer.en.short"), text("answer.en.more"))),
  };
  const answered = "de" in answers || text("behaviour") !== undefined || text("seminars") !== undefined;
  const lacks = [
    ...(topic === null ? ["a topic"] : []),
    ...(text("title.de") === undefined ? ["a German title"] : []),
    ...(fresh.de.length < LEAST_UTTERANCES
      ? [`${LEAST_UTTERANCES} German utterances (it has ${fresh.de.length})`]
      : []),
    ...(answered ? [] : ["a German answer"]),
    ...(unfilled.length > 0 ? [`values for ${unfilled.map((path) => `{${path}}`).join(", ")}`] : []),
    ...(text("reviewedOn") === undefined ? ["a review date"] : []),
    ...(text("owner") === undefined ? ["an owner"] : []),
  ];
  const after = {
    ...optional("de", blockOrNothing(text("afterExpiry.de"))),
    ...optional("en", blockOrNothing(text("afterExpiry.en"))),
  };
  const entry = {
    id,
    ...(lacks.length > 0 || found.draft === true ? { draft: true } : {}),
    title,
    utterances: {
      de: fresh.de.map((one) => one.text),
      ...(fresh.en.length > 0 ? { en: fresh.en.map((one) => one.text) } : {}),
    },
    ...filled("answer", answers),
    ...(found.links.length > 0 ? { links: found.links } : {}),
    ...(found.related.length > 0 ? { related: found.related } : {}),
    ...optional("responsible", text("responsible")),
    ...optional("form", text("form")),
    ...optional("handover", text("handover")),
    ...optional("behaviour", text("behaviour")),
    ...optional("seminars", text("seminars")),
    ...(found.source.length > 0 ? { source: found.source } : {}),
    ...optional("reviewedOn", text("reviewedOn")),
    ...optional("validUntil", text("validUntil")),
    ...filled("afterExpiry", after),
    ...optional("owner", text("owner") ?? usualOwner(topic, current)),
  };
  return { entry, lacks };
}

/** Several lines end with a line end, so that they stand as a block as in the other files. */
export function block(text: string): string {
  return text.includes("\n") ? `${text.trimEnd()}\n` : text;
}

function blockOrNothing(text: string | undefined): string | undefined {
  return text === undefined ? undefined : block(text);
}

function answerOf(short: string | undefined, more: string | undefined): object | undefined {
  return short === undefined ? undefined : { short: block(short), ...optional("more", blockOrNothing(more)) };
}

function optional<T>(key: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [key]: value };
}

function filled(key: string, group: object): Readonly<Record<string, object>> {
  return Object.keys(group).length > 0 ? { [key]: group } : {};
}

/** "faq.opening_hours" as "Faq opening hours"; a question as it stands. */
function titleOf({ name, named }: FoundIntent): string {
  const words = (named === "by name" ? name.replace(/[_./-]+/g, " ") : name).replace(/\s+/g, " ").trim();
  const short = words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : words;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Who keeps most answers of a topic. */
function usualOwner(topic: string | null, { entries }: Current): string | undefined {
  const counts = new Map<string, number>();
  for (const entry of entries)
    if (entry.topic === topic && typeof entry.raw["owner"] === "string")
      counts.set(entry.raw["owner"], (counts.get(entry.raw["owner"]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
