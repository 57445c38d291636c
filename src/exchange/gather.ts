import type { Language } from "../vocabulary/index.js";
import { LONGEST_TEXT, LONGEST_UTTERANCE, MOST_UTTERANCES } from "./limits.js";
import type { FoundIntent, FoundText, Note, TextName } from "./model.js";
import { inShort, sameWords } from "./names.js";
import { dateOfSerial } from "./workbook-dates.js";

/** Puts together what a foreign file says of each intent in several places. */
export interface Gathering {
  /** The intent of that key; it is made where it is new. */
  of(key: string, name: string, named: FoundIntent["named"], at: string): Gathered;
  note(severity: Note["severity"], at: string | null, message: string): void;
  /** What there is; intents that the file tells in two ways are left out, with a conflict. */
  result(): { readonly intents: readonly FoundIntent[]; readonly notes: readonly Note[] };
}

/** One intent while it is gathered. */
export interface Gathered {
  readonly at: string;
  /** A second text that is another one makes the whole intent a conflict. */
  text(name: TextName, found: FoundText): void;
  utterance(language: Language, found: FoundText): void;
  link(link: FoundIntent["links"][number]): void;
  source(source: FoundIntent["source"][number]): void;
  related(id: string): void;
  draft(draft: boolean): void;
}

export function gathering(): Gathering {
  const notes: Note[] = [];
  const known = new Map<string, { readonly gathered: Gathered; finish(): FoundIntent | null }>();
  const note: Gathering["note"] = (severity, at, message) => notes.push({ severity, at, message });
  return {
    note,
    of(key, name, named, at) {
      const found = known.get(key) ?? one(name, named, at, note);
      known.set(key, found);
      return found.gathered;
    },
    result() {
      const intents = [...known.values()].flatMap(({ finish }) => finish() ?? []);
      return { intents, notes };
    },
  };
}

function one(
  name: string,
  named: FoundIntent["named"],
  at: string,
  note: Gathering["note"],
): { readonly gathered: Gathered; finish(): FoundIntent | null } {
  const texts: Partial<Record<TextName, FoundText>> = {};
  const utterances: Record<Language, FoundText[]> = { de: [], en: [] };
  const said: Record<Language, Map<string, FoundText>> = { de: new Map(), en: new Map() };
  const links: FoundIntent["links"][number][] = [];
  const source: FoundIntent["source"][number][] = [];
  const related: string[] = [];
  let draft: boolean | null = null;
  const conflicts: Note[] = [];
  const repeated: FoundText[] = [];
  const gathered: Gathered = {
    at,
    text(which, found) {
      const value = DATES.has(which) ? dayOf(found, which, note) : found.text.trim();
      if (value === null || value === "") return;
      if (value.length > LONGEST_TEXT)
        return note(
          "error",
          found.at,
          `this text has ${value.length} characters, ${LONGEST_TEXT} are the most. Shorten it.`,
        );
      const before = texts[which];
      if (before === undefined) texts[which] = { text: value, at: found.at };
      else if (before.text !== value)
        conflicts.push({
          severity: "conflict",
          at: found.at,
          message: `"${inShort(name)}" has two different texts for ${which}: "${inShort(before.text, 40)}" (${before.at}) and "${inShort(value, 40)}" (${found.at}). Nothing of it is imported; keep one of them, or give the rows different ids.`,
        });
    },
    utterance(language, found) {
      const text = found.text.trim();
      if (!/[\p{L}\p{N}]/u.test(text)) return;
      if (text.length > LONGEST_UTTERANCE)
        return note(
          "error",
          found.at,
          `this question has ${text.length} characters, ${LONGEST_UTTERANCE} are the most. Shorten it.`,
        );
      const twin = said[language].get(sameWords(text));
      if (twin) {
        repeated.push({ text, at: found.at });
        return;
      }
      if (utterances[language].length >= MOST_UTTERANCES)
        return note(
          "error",
          found.at,
          `"${inShort(name)}" has more than ${MOST_UTTERANCES} questions. Keep the most different ones.`,
        );
      said[language].set(sameWords(text), { text, at: found.at });
      utterances[language].push({ text, at: found.at });
    },
    link(link) {
      if (!links.some(({ url }) => url === link.url)) links.push(link);
    },
    source(stated) {
      if (!source.some(({ title, url }) => url === stated.url && title === stated.title)) source.push(stated);
    },
    related(id) {
      if (!related.includes(id)) related.push(id);
    },
    draft(value) {
      draft = value;
    },
  };
  return {
    gathered,
    finish() {
      const [again] = repeated;
      if (again) {
        const first = `"${inShort(again.text, 50)}" (${again.at})`;
        note(
          "note",
          at,
          repeated.length === 1
            ? `"${inShort(name)}": ${first} stands there twice and is taken once.`
            : `"${inShort(name)}": ${repeated.length} questions stand there twice and are taken once, such as ${first}.`,
        );
      }
      if (conflicts.length === 0)
        return { name, named, at, texts, utterances, links, source, related, draft };
      for (const { severity, at: place, message } of conflicts.slice(0, 1)) note(severity, place, message);
      return null;
    },
  };
}

const DATES = new Set<TextName>(["reviewedOn", "validUntil"]);

/** A day in the spellings of office software: 2026-11-23, 23.11.2026, 23.11.26, or the serial number of a spreadsheet. */
function dayOf(found: FoundText, which: TextName, note: Gathering["note"]): string | null {
  const written = found.text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(written);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(written);
  const day = iso
    ? [iso[1], iso[2], iso[3]]
    : german
      ? [
          (german[3] ?? "").padStart(4, "20"),
          (german[2] ?? "").padStart(2, "0"),
          (german[1] ?? "").padStart(2, "0"),
        ]
      : (/^\d{5}$/.test(written) ? dateOfSerial(Number(written)) : null)?.split("-");
  const date = day?.join("-") ?? "";
  const parsed = new Date(`${date}T00:00:00Z`);
  if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) && date !== "") return date;
  note(
    "error",
    found.at,
    `"${inShort(written, 40)}" is no day for ${which}. Write it as 2026-11-23 or 23.11.2026.`,
  );
  return null;
}
