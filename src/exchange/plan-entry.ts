import type { Language } from "../vocabulary/index.js";
import type { Current } from "./current.js";
import type { FoundIntent, FoundText, TextName } from "./model.js";

/** German utterances that an intent needs to go live, as in the format of faq/*.yaml. */
const LEAST_UTTERANCES = 5;
/** Characters of a title on a button. */
const LONGEST_TITLE = 60;
/** Who is named as owner where nobody is. */
const NOBODY = "unassigned";

/**
 * A new entry of faq/*.yaml, and what it lacks to go live: then it is a draft. Nothing is invented for what is missing,
 * least of all a review; a title is made of the name, since a button needs one.
 */
export function entryOf(
  id: string,
  found: FoundIntent,
  fresh: Readonly<Record<Language, readonly FoundText[]>>,
  topic: string | null,
  current: Current,
): { readonly entry: Readonly<Record<string, unknown>>; readonly lacks: readonly string[] } {
  const text = (name: TextName): string | undefined => found.texts[name]?.text;
  const title = {
    de: text("title.de") ?? text("title.en") ?? titleOf(found),
    ...optional("en", text("title.en")),
  };
  const german = answerOf(text("answer.de.short"), text("answer.de.more"));
  const english = answerOf(text("answer.en.short"), text("answer.en.more"));
  const answers = text("behaviour") !== undefined || text("seminars") !== undefined;
  const owner = text("owner") ?? usualOwner(topic, current);
  const lacks = [
    ...(topic === null ? ["a topic"] : []),
    ...(text("title.de") === undefined ? ["a German title"] : []),
    ...(fresh.de.length < LEAST_UTTERANCES
      ? [`${LEAST_UTTERANCES} German utterances (it has ${fresh.de.length})`]
      : []),
    ...(german || answers ? [] : ["a German answer"]),
    ...(text("reviewedOn") === undefined ? ["a review date"] : []),
    ...(text("owner") === undefined ? ["an owner"] : []),
  ];
  const after = text("afterExpiry.de");
  const entry = {
    id,
    ...(lacks.length > 0 || found.draft === true ? { draft: true } : {}),
    title,
    utterances: {
      de: fresh.de.map((one) => one.text),
      ...(fresh.en.length > 0 ? { en: fresh.en.map((one) => one.text) } : {}),
    },
    ...(german || english ? { answer: { ...optional("de", german), ...optional("en", english) } } : {}),
    ...(found.links.length > 0 ? { links: found.links } : {}),
    ...(found.related.length > 0 ? { related: found.related } : {}),
    ...optional("responsible", text("responsible")),
    ...optional("form", text("form")),
    ...optional("behaviour", text("behaviour")),
    ...optional("seminars", text("seminars")),
    ...(found.source.length > 0 ? { source: found.source } : {}),
    ...optional("reviewedOn", text("reviewedOn")),
    ...optional("validUntil", text("validUntil")),
    ...(after === undefined
      ? {}
      : { afterExpiry: { de: block(after), ...optional("en", blockOrNothing(text("afterExpiry.en"))) } }),
    owner: owner ?? NOBODY,
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
