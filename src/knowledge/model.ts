import type { GuestChannel, IntentId, Language, Localised, RichText } from "../vocabulary/index.js";

/** Where something is written, for messages to staff. Line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong or doubtful in intents/. An error sets its entry aside, a warning does not. */
export interface Problem extends Position {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to do about it. */
  readonly suggestion: string;
}

/** What the bot does beside or instead of saying an intent's answer. */
export type Behaviour =
  | "greeting"
  | "thanks"
  | "goodbye"
  | "help"
  | "handover"
  | "switch-language"
  | "repeat"
  | "complaint"
  /** Says its answer, but as small talk: no thumbs, no source, no topic. */
  | "say";

/** Which part of the seminar data answers an intent. */
export type SeminarAspect =
  | "list"
  | "search"
  | "overview"
  | "details"
  | "date-place"
  | "leaders"
  | "fee"
  | "register"
  | "cancel"
  | "certificate"
  | "online";

export interface Answer {
  /** At most 600 characters; its first sentence answers the question. May hold `{variables}` in text and link targets. */
  readonly short: RichText;
  /** Behind the button "Mehr". */
  readonly more: RichText | null;
}

export interface FaqIntent {
  readonly id: IntentId;
  readonly topic: string;
  readonly title: Localised<string>;
  readonly utterances: Localised<readonly string[]>;
  /** Null where `seminars` or `behaviour` alone answers. */
  readonly answer: Localised<Answer> | null;
  readonly links: readonly { readonly label: Localised<string>; readonly url: string }[];
  readonly related: readonly IntentId[];
  /** Id of a partner. */
  readonly responsible: string | null;
  readonly form: string | null;
  /** "always": whoever asks this is handed over to a person, with the answer. */
  readonly handover: "always" | null;
  readonly behaviour: Behaviour | null;
  readonly seminars: SeminarAspect | null;
  readonly source: readonly { readonly title: string; readonly url: string }[];
  /** ISO date. */
  readonly reviewedOn: string;
  /** ISO date: the last day on which the answer is given. */
  readonly validUntil: string | null;
  /** Said instead, past `validUntil`; where it is null the general text of messages.yaml is said. */
  readonly afterExpiry: Localised<RichText> | null;
  readonly owner: string;
  readonly at: Position;
}

export interface TopicInfo {
  readonly id: string;
  readonly title: Localised<string>;
}

/** A kind of message that is not ours, with where to send the guest. */
export interface OutOfScopeKind {
  readonly id: string;
  readonly title: Localised<string>;
  readonly utterances: Localised<readonly string[]>;
  readonly answer: Localised<RichText>;
}

/**
 * What kind of body a partner is. `desk`: a part of the office itself, open as the office is unless it says otherwise.
 * `department`: another part of the city. All others are outside.
 */
export type PartnerKind =
  | "desk"
  | "department"
  | "authority"
  | "chamber-of-commerce"
  | "chamber-of-crafts"
  | "employment-agency"
  | "job-centre"
  | "tax-office"
  | "point-of-single-contact"
  | "development-bank"
  | "guarantee-bank"
  | "start-up-centre"
  | "university-transfer"
  | "digitalisation-centre"
  | "energy-agency";

/** Postcodes from one to another, both included, five digits each. */
export type PostcodeRange = readonly [from: string, to: string];

/** Who handles what, inside the city and outside. */
export interface Partner {
  readonly id: string;
  readonly name: Localised<string>;
  readonly kind: PartnerKind;
  /** Ids of topics; not all of them need to be known. */
  readonly topics: readonly string[];
  readonly languages: readonly Language[];
  /** Where it is responsible; null: everywhere. */
  readonly area: readonly PostcodeRange[] | null;
  /** Monday = 1 ... Sunday = 7; no key at all: not known. */
  readonly hours: Readonly<Record<number, Intervals>>;
  /** Values for `{<partner>.<key>}`: link, phone, email, address ... Only what the file states. */
  readonly values: Readonly<Record<string, string>>;
}

/** A procedure where administration, partners and businesses meet ("Nahtstelle"): who, what goes in, what comes out. */
export interface Seam {
  readonly id: string;
  readonly title: Localised<string>;
  /** Words by which guests name it. */
  readonly names: Localised<readonly string[]>;
  readonly intents: readonly IntentId[];
  /** Id of the partner that is responsible. */
  readonly department: string;
  /** Ids of the partners that take part. */
  readonly partners: readonly string[];
  readonly goesIn: Localised<readonly string[]>;
  readonly comesOut: Localised<string>;
  /** A sentence with its legal basis or date; null: not stated. */
  readonly usualTime: Localised<string> | null;
  readonly source: readonly { readonly title: string; readonly url: string }[];
  /** ISO date. */
  readonly reviewedOn: string;
  readonly owner: string;
  readonly at: Position;
}

/** One part of a seminar's time, in Europe/Berlin. */
export type SeminarDate =
  /** Start and end with a year; times may be unknown. */
  | {
      readonly kind: "full";
      readonly start: string; // ISO date
      readonly end: string; // ISO date
      readonly from: string | null; // HH:MM
      readonly to: string | null;
    }
  /** Announced without a year: never coming, never past. */
  | { readonly kind: "yearless"; readonly month: number; readonly days: readonly number[] };

export interface Seminar {
  readonly id: string;
  /** Over all that a participant must know (title, date, place, online, cancelled): it changes when one of them does. */
  readonly fingerprint: string;
  readonly title: Localised<string>;
  readonly kindOf: Localised<string> | null;
  readonly abstract: Localised<RichText> | null;
  readonly audience: Localised<string> | null;
  readonly date: SeminarDate | null;
  readonly place: { readonly city: string | null; readonly venue: string | null } | null;
  /** Null: not stated. */
  readonly online: boolean | null;
  readonly leaders: readonly { readonly name: string; readonly affiliation: string | null }[];
  readonly organiser: string | null;
  readonly fee: Localised<string> | null;
  readonly seats: number | null;
  /**
   * How one registers: at an address, here in the chat (`form`, an id of forms.yaml), or both. `until`: ISO date, the
   * last day.
   */
  readonly registration: {
    readonly url: string | null;
    readonly form: string | null;
    readonly until: string | null;
  } | null;
  /** It does not take place: what guests are told. */
  readonly cancelled: Localised<RichText> | null;
  readonly certificate: Localised<string> | null;
  readonly cancellation: Localised<string> | null;
  readonly recording: Localised<string> | null;
  readonly topics: Localised<readonly string[]>;
  /** Invented for a demonstration and said to be so. */
  readonly example: boolean;
  readonly source: { readonly title: string; readonly url: string | null } | null;
  readonly at: Position;
}

/** What a field of a form takes, and how it is checked. */
export type FieldKind = "name" | "text" | "long-text" | "email" | "phone" | "date" | "choice";

export interface FormField {
  readonly id: string;
  readonly kind: FieldKind;
  /** Short, for the summary and for staff. */
  readonly label: Localised<string>;
  readonly question: Localised<RichText>;
  /** May be left out. */
  readonly optional: boolean;
  /** Of a choice: what can be chosen. Empty otherwise. */
  readonly options: readonly { readonly id: string; readonly label: Localised<string> }[];
  /** Asked only when that earlier field was answered with one of these option ids; null: always. */
  readonly when: { readonly field: string; readonly is: readonly string[] } | null;
}

/** Something that is asked step by step, such as a call-back. */
export interface Form {
  readonly id: string;
  readonly title: Localised<string>;
  /** Said before the first question: what for, who reads it, voluntary. How long it is kept is added from `keepDays`. */
  readonly purpose: Localised<RichText>;
  /** Days after it is done until it is erased. */
  readonly keepDays: number;
  readonly fields: readonly FormField[];
  /** Said when it was handed in; may hold `{reference}`. */
  readonly confirmation: Localised<RichText>;
  /** Registers for a seminar: opened with one, takes a seat. */
  readonly booking: boolean;
  /**
   * What comes of it beside the submission. "ticket": staff answer in the chat. "partner": it goes by e-mail to the
   * partner outside that it was opened for. Null: the office works on it elsewhere.
   */
  readonly opens: "ticket" | "partner" | null;
  /** Letter before the reference, such as "R". */
  readonly letter: string;
  /** Id of a partner; null: the office itself. */
  readonly responsible: string | null;
  readonly at: Position;
}

/** The pages that the law wants. */
export type LegalPage = "privacy" | "imprint" | "accessibility";

/** One page of legal.yaml. Texts may hold `{variables}`. */
export interface LegalText {
  readonly title: Localised<string>;
  readonly sections: readonly { readonly title: Localised<string>; readonly text: Localised<RichText> }[];
}

/** Opening hours of one weekday, in local time: `["09:00", "12:00"]` each. Several intervals a day are usual. */
export type Intervals = readonly (readonly [from: string, to: string])[];

export interface Office {
  /** Values for `{office.<path>}` as written, flattened with dots. */
  readonly values: Readonly<Record<string, string>>;
  readonly localised: Readonly<Record<string, Localised<string>>>;
  readonly timeZone: string;
  /** Code of the federal state for public holidays, such as "NW". */
  readonly state: string;
  /** Monday = 1 ... Sunday = 7; no key at all: the hours are not known. */
  readonly hours: Readonly<Record<number, Intervals>>;
  /** ISO dates on which the hours are other than usual; empty intervals mean closed. */
  readonly exceptions: readonly {
    readonly from: string;
    readonly to: string;
    readonly intervals: Intervals;
    readonly reason: Localised<string> | null;
  }[];
  /** A dated notice that is put before the first answer of a conversation. */
  readonly notice: { readonly text: Localised<RichText>; readonly from: string; readonly to: string } | null;
  /** Channels that the office has switched off, with what guests are told. */
  readonly switchedOff: Readonly<Record<string, Localised<RichText>>>;
  /** Whether forms may be filled in on a channel, or only on the web page. Telegram: "link" unless told otherwise. */
  readonly forms: WhereOnChannels;
  /** Whether who wants a person goes on where they are, or on the web page. Telegram: "link" unless told otherwise. */
  readonly handover: WhereOnChannels;
}

/** A room in which staff learn of guests who want a person, and answer them. */
export interface StaffRoom {
  readonly id: string;
  /** As staff call it. */
  readonly name: string;
  /** "terminal": no room of a messenger; staff answer with `desk` on the command line, or in the console. */
  readonly channel: "slack" | "teams" | "telegram" | "terminal";
  /** The platform's id of the room; null for the terminal. */
  readonly address: string | null;
  /** Ids of the partners whose enquiries come here. */
  readonly partners: readonly string[];
  /**
   * "transcript": what was said so far is shown there. "matter": only the matter, the language and a link to the rest.
   * Default: "matter" in Slack and Telegram, because the guest may have written elsewhere.
   */
  readonly shows: "transcript" | "matter";
  /** "at-once": what whoever has it writes goes to the guest. "confirmed": only by the button "Send". */
  readonly sends: "at-once" | "confirmed";
  /** The language of cards and hints. */
  readonly language: Language;
}

/** How a conversation is handed over to a person. Times in minutes unless said otherwise. */
export interface HandoverRules {
  /** None: nobody is there to hand over to, and guests get contacts only. */
  readonly rooms: readonly StaffRoom[];
  /** The room of the general desk, an id of `rooms`; null exactly when there are none. */
  readonly general: string | null;
  /** What guests are told of how soon somebody comes, such as "meist innerhalb von zehn Minuten". */
  readonly usualWait: Localised<string>;
  /** So long after asking, staff are reminded; ascending. */
  readonly remindAfter: readonly number[];
  /** Then the general desk gets it, too. */
  readonly escalateAfter: number;
  /** Then the guest may leave a message instead. */
  readonly offerMessageAfter: number;
  /** Then the waiting ends. */
  readonly endWaitingAfter: number;
  /** So long after the last word the guest is asked whether they are still there. */
  readonly warnAfterSilence: number;
  /** So long after the last word it is closed. */
  readonly closeAfterSilence: number;
  /** So long a reply is held and can be recalled, in seconds. */
  readonly holdSeconds: number;
  /** Open tickets are shown to staff again after so many hours. */
  readonly remindTicketsAfterHours: number;
}

/** Whether something takes place on a channel or on the web page. Nobody writes to the desk by e-mail. */
export type WhereOnChannels = Readonly<Record<GuestChannel, "here" | "link">> & { readonly email?: never };

/** What the bot itself says; several variants a key where it is said often. */
export type Messages = Readonly<Record<string, Localised<readonly RichText[]>>>;

/** Everything in intents/, valid and immutable. A change makes a new one. */
export interface Knowledge {
  /** Twelve hex digits over the content: the same content, the same version. */
  readonly version: string;
  readonly office: Office;
  readonly messages: Messages;
  readonly topics: readonly TopicInfo[];
  readonly intents: ReadonlyMap<IntentId, FaqIntent>;
  readonly outOfScope: readonly OutOfScopeKind[];
  readonly partners: ReadonlyMap<string, Partner>;
  /** In the order of the file: of several that fit, the first is the usual one. */
  readonly seams: ReadonlyMap<string, Seam>;
  readonly seminars: readonly Seminar[];
  readonly forms: ReadonlyMap<string, Form>;
  readonly handover: HandoverRules;
  readonly legal: Readonly<Partial<Record<LegalPage, LegalText>>>;
  readonly synonyms: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

/** Whether somebody is there: now, from a local time on such as `2026-11-24T09:00`, or not known. */
export type Presence = "now" | "unknown" | { readonly from: string };

/** Values computed at answer time, such as `office.openNow`. */
export interface Facts {
  /** The day in the office's time zone, ISO date. */
  readonly today: string;
  /** Whether a seminar has ended; without date or year: never. */
  isPast(seminar: Pick<Seminar, "date">): boolean;
  presence(partner: Pick<Partner, "kind" | "hours">): Presence;
  /** The value of a variable: text for inside a sentence, or blocks of its own; undefined where it is not known. */
  value(path: string, language: Language): string | RichText | undefined;
}
