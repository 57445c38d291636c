import type { Language } from "../vocabulary/index.js";

/** The formats that are read. `json` is our own export. */
export type Format = "csv" | "xlsx" | "qna" | "rasa" | "dialogflow" | "json";

export const FORMATS: readonly Format[] = ["csv", "xlsx", "qna", "rasa", "dialogflow", "json"];

/** A text with where it stands in the foreign file, such as "row 4, column B" or "nlu.yml, line 12". */
export interface FoundText {
  readonly text: string;
  readonly at: string;
}

/** Texts that an intent has at most once, by their place in an entry of faq/*.yaml. */
export const TEXTS = [
  "topic",
  "title.de",
  "title.en",
  "answer.de.short",
  "answer.de.more",
  "answer.en.short",
  "answer.en.more",
  "responsible",
  "form",
  "handover",
  "behaviour",
  "seminars",
  "reviewedOn",
  "validUntil",
  "afterExpiry.de",
  "afterExpiry.en",
  "owner",
] as const;

export type TextName = (typeof TEXTS)[number];

/** An intent as a foreign file tells it. What the file does not say is left out: an import adds and replaces, it never takes away. */
export interface FoundIntent {
  /** What the file calls it, or the question that stands for a name; an id is made of it. */
  readonly name: string;
  readonly named: "by name" | "by its question";
  readonly at: string;
  readonly texts: Readonly<Partial<Record<TextName, FoundText>>>;
  readonly utterances: Readonly<Record<Language, readonly FoundText[]>>;
  readonly links: readonly {
    readonly label: { readonly de: string; readonly en?: string };
    readonly url: string;
  }[];
  readonly source: readonly { readonly title: string; readonly url: string }[];
  readonly related: readonly string[];
  /** Not live; false: the file says that it is. Null: the file says nothing of it. */
  readonly draft: boolean | null;
}

/**
 * What somebody ought to know before the import. An "error" stops all of it; a "conflict" is left out and the rest is
 * imported; a "note" changes nothing.
 */
export interface Note {
  readonly severity: "error" | "conflict" | "note";
  /** Where; null: the file as a whole. */
  readonly at: string | null;
  readonly message: string;
}

/** What came of reading a foreign file. */
export interface Found {
  readonly format: Format;
  /** How the format, the encoding and the languages were told. */
  readonly told: readonly string[];
  readonly intents: readonly FoundIntent[];
  readonly notes: readonly Note[];
}

export interface ReadOptions {
  /** What the file is called in messages. */
  readonly file: string;
  /** The language of texts that the file does not tell it of; null: it is recognised. */
  readonly language: Language | null;
  /** Which language these texts are written in. */
  readonly recognise: (texts: readonly string[]) => Language;
}
