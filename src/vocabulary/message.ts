import type { ActionId } from "./event.js";
import type { Language } from "./language.js";

/** Text inside a paragraph or a list item. `text` is always plain: nothing in it is markup. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "bold"; readonly children: readonly Inline[] }
  | { readonly type: "italic"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: "break" };

export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/** The tree of our CommonMark subset: paragraphs, flat lists, bold, italic, links, line breaks. */
export type RichText = readonly Block[];

export interface Button {
  readonly label: string;
  readonly action: ActionId;
  /** Of one that rates the answer it stands under: helpful or not. A platform may show it as a thumb. */
  readonly rates?: boolean;
  /** What most will press here, such as "Absenden" beside "Abbrechen": shown more strongly where a platform can. */
  readonly primary?: true;
}

/** A seminar as a card. `null` means: not stated in the announcement. */
export interface SeminarCard {
  readonly kind: "seminar";
  readonly seminar: string;
  readonly title: string;
  /** Date as it is shown to people, already in the message's language. */
  readonly when: string | null;
  readonly where: string | null;
  readonly leaders: string | null;
  readonly fee: string | null;
  readonly url: string | null;
  readonly example: boolean;
  /** The seminar's own page on the desk; null where the desk has no address, as in the terminal. */
  readonly pageUrl: string | null;
  /** Its iCalendar file; null without a full date, or where the desk has no address. */
  readonly calendarUrl: string | null;
  /** "noch 3 von 20 Plätzen frei", "ausgebucht, Warteliste", "abgesagt"; null: nothing to say. */
  readonly status: string | null;
  readonly cancelled: boolean;
  /** Registration or waiting list in the chat; null where there is none. */
  readonly register: Button | null;
}

export interface ContactCard {
  readonly kind: "contact";
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hours: string | null;
}

export type Card = SeminarCard | ContactCard;

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Something the desk wants said. Adapters render it in the platform's best form; every part has a plain-text form. */
export interface OutgoingMessage {
  /** Unique in the desk, derived from the event that it answers: `<event>.<n>`. */
  readonly id: string;
  readonly language: Language;
  readonly text: RichText;
  readonly buttons?: readonly Button[];
  readonly cards?: readonly Card[];
  /** Sources, calendar file, registration. */
  readonly links?: readonly Link[];
  /** Somebody of the office wrote it: not the assistant. */
  readonly author?: { readonly name: string };
}
