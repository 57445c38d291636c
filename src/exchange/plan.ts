import type { Language } from "../vocabulary/index.js";
import type { Current, CurrentEntry, Holder } from "./current.js";
import type { Found, FoundIntent, FoundText, Note } from "./model.js";
import { idOf, idOfSentence, inShort, sameWords } from "./names.js";
import { asRecord } from "./plain-data.js";
import { type Change, changesTo } from "./plan-change.js";
import { entryOf } from "./plan-entry.js";
import { type Sentences, sentencesOf } from "./sentences.js";
import { settled } from "./settle.js";

/** Where new intents go that have no topic of ours. */
export const WITHOUT_TOPIC = "imported";

export interface PlanOptions {
  /** For new intents that the file gives no known topic. */
  readonly topic: string | null;
  /** Intents that are there already stay as they are. */
  readonly newOnly: boolean;
  /** What two texts have alike that are one sentence to whoever learns from them. */
  readonly sameSentence: (text: string) => string;
}

/** An intent that is not there yet. */
export interface NewIntent {
  readonly kind: "new";
  readonly id: string;
  /** What the foreign file calls it. */
  readonly name: string;
  readonly at: string;
  /** Below intents/. */
  readonly file: string;
  readonly entry: Readonly<Record<string, unknown>>;
  /** Why it is a draft; empty: it goes live. */
  readonly lacks: readonly string[];
}

/** An intent that is there and gets other texts or more utterances. */
export interface ChangedIntent {
  readonly kind: "changed";
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly current: CurrentEntry;
  readonly changes: readonly Change[];
}

/** What an import would do. Nothing has been done yet. */
export interface Plan {
  readonly found: Found;
  readonly intents: readonly (NewIntent | ChangedIntent)[];
  /** Ids of intents that are already as the file says. */
  readonly unchanged: readonly string[];
  readonly notes: readonly Note[];
}

/** Compares what was found with what is there. Pure: the same files, the same plan. */
export function planImport(found: Found, current: Current, options: PlanOptions): Plan {
  const notes: Note[] = [...found.notes];
  const sentences = sentencesOf(current.holders, options.sameSentence);
  const byId = new Map(current.entries.map((entry) => [entry.id, entry]));
  const byTitle = titlesOf(current);
  const taken = new Map<string, FoundIntent>();
  const unchanged: string[] = [];
  const ids = found.intents.map((intent) => idFor(intent, byId, byTitle));
  const willBe = new Set([...byId.keys(), ...ids]);
  const intents = found.intents.flatMap((intent, index): (NewIntent | ChangedIntent)[] => {
    let id = ids[index] ?? "";
    const { name, at } = intent;
    const twin = taken.get(id);
    if (twin && (intent.named === "by name" || byId.has(id))) {
      const message = `"${inShort(name)}" and "${inShort(twin.name)}" (${twin.at}) both become "${id}". The second is left out; rename one of them.`;
      notes.push({ severity: "conflict", at, message });
      return [];
    }
    for (let count = 2; taken.has(id); count++) id = `${ids[index]}-${count}`;
    taken.set(id, intent);
    const entry = byId.get(id);
    if (entry && options.newOnly) {
      notes.push({
        severity: "note",
        at,
        message: `"${id}" is there already; --new-only leaves it as it is.`,
      });
      return [];
    }
    const live = entry !== undefined && entry.raw["draft"] !== true;
    const { intent: fit, unfilled } = settled(intent, { current, ids: willBe, live, notes });
    const fresh = freshUtterances(fit, id, sentences, notes);
    if (entry) {
      const changes = changesTo(entry, fit, fresh, notes);
      if (changes.length > 0) return [{ kind: "changed", id, name, at, current: entry, changes }];
      unchanged.push(id);
      return [];
    }
    const topic = topicFor(fit, current, options, notes);
    const { entry: written, lacks } = entryOf(id, fit, { fresh, topic, unfilled, current });
    return [{ kind: "new", id, name, at, file: `faq/${topic ?? WITHOUT_TOPIC}.yaml`, entry: written, lacks }];
  });
  return { found, intents, unchanged, notes };
}

/** Utterances that nobody has yet; those that another intent has are conflicts and are left out. */
function freshUtterances(
  intent: FoundIntent,
  id: string,
  sentences: Sentences,
  notes: Note[],
): Readonly<Record<Language, readonly FoundText[]>> {
  const of = (language: Language): FoundText[] =>
    intent.utterances[language].filter(({ text, at }) => {
      if (sentences.has(id, text, language)) return false;
      const holder = sentences.holderOf(text, language);
      if (holder && holder.id !== id) {
        const message = `"${inShort(text)}" is a sentence of ${whose(holder)}; it is left out of "${id}". Keep it where it belongs more.`;
        notes.push({ severity: "conflict", at, message });
        return false;
      }
      const near = holder ? undefined : sentences.nearTo(text, language);
      if (near && near.id !== id)
        notes.push({
          severity: "note",
          at,
          message: `"${inShort(text)}" reads much like "${inShort(near.text)}" of ${whose(near)}.`,
        });
      sentences.add({ id, kind: "intent", text, language, at });
      return true;
    });
  return { de: of("de"), en: of("en") };
}

function whose({ kind, id, at }: Holder): string {
  return `${kind === "intent" ? "" : "the out-of-scope kind "}"${id}" (${at})`;
}

function titlesOf({ entries }: Current): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ id, raw }) =>
      Object.values(asRecord(raw["title"]) ?? {}).map((title): [string, string] => [
        sameWords(String(title)),
        id,
      ]),
    ),
  );
}

/** An intent of ours is meant when the name is its id or its title; else an id is made. */
function idFor(
  { name, named, texts }: FoundIntent,
  byId: ReadonlyMap<string, CurrentEntry>,
  byTitle: ReadonlyMap<string, string>,
): string {
  const made = named === "by name" ? idOf(name) : idOfSentence(name);
  const candidates = [name.trim(), made, idOf(name)];
  const known = candidates.find((id) => byId.has(id)) ?? byTitle.get(sameWords(name));
  const title = texts["title.de"]?.text ?? texts["title.en"]?.text ?? "";
  return known ?? (made || idOfSentence(title) || "intent");
}

/** A topic of ours by its id or title; null: none, and then the intent stays a draft in a file of its own. */
function topicFor(
  intent: FoundIntent,
  { knowledge }: Current,
  options: PlanOptions,
  notes: Note[],
): string | null {
  const said = intent.texts.topic;
  const known = (name: string): string | undefined =>
    knowledge.topics.find(
      ({ id, title }) =>
        id === idOf(name) ||
        sameWords(title.de) === sameWords(name) ||
        sameWords(title.en) === sameWords(name),
    )?.id;
  const own = said ? known(said.text) : undefined;
  if (own !== undefined) return own;
  const ids = knowledge.topics.map(({ id }) => id);
  if (said)
    notes.push({
      severity: "note",
      at: said.at,
      message: `There is no topic "${inShort(said.text)}"${options.topic === null ? `: "${inShort(intent.name)}" goes to faq/${WITHOUT_TOPIC}.yaml as a draft` : `, "${options.topic}" is taken`}. Topics are: ${ids.join(", ")}.`,
    });
  return options.topic;
}
