import type { Facts, Knowledge } from "../knowledge/model.js";
import type { Understanding } from "../nlu/model.js";
import type {
  Action,
  AnsweredBefore,
  Booking,
  CaseFile,
  ChannelName,
  ConversationState,
  DeskEvent,
  Language,
  Owner,
  Place,
  Seats,
  StaffMember,
  StoredFacts,
} from "../vocabulary/index.js";

/** What a message was understood as, in the language that fits it best. */
export interface Comprehension {
  readonly understanding: Understanding;
  /** It is an example of its intent word for word. */
  readonly byHeart: boolean;
  /** The language of the message itself. */
  readonly recognised: {
    readonly language: Language;
    /** Probability, 0..1. */
    readonly confidence: number;
    readonly words: number;
  };
  /** Seminars that the message names, best first. */
  readonly seminars: readonly { readonly id: string; readonly score: number }[];
}

/** Everything a decision may depend on. The same input gives the same decision. */
export interface DecisionInput {
  /** The event that is decided; of several lines typed in a row, the last. */
  readonly event: DeskEvent;
  readonly eventId: number;
  /**
   * What the guest wrote, personal data masked, lines joined; null for anything but a message, or one that was changed
   * and is answered anew.
   */
  readonly text: string | null;
  /** The same as written, nothing masked: only the answers of a form may keep it. Null for anything but a message. */
  readonly words: string | null;
  readonly comprehension: Comprehension | null;
  /** Of a pressed button: what it stands for, or "expired" when it is unknown, foreign or too old. */
  readonly action: Action | "expired" | null;
  /** Of a message that the guest changed: how it was answered; left out or null where it was not, or nothing was changed. */
  readonly edited?: AnsweredBefore | null;
  readonly conversation: {
    /** The store's number of it; left out where nothing is stored. */
    readonly id?: number;
    readonly owner: Owner;
    readonly version: number;
    readonly state: ConversationState;
    readonly place: Place;
    /** This guest's bookings in this conversation, the last first. */
    readonly bookings: readonly Booking[];
    /** Left out where nothing is stored, as in a dry desk. */
    readonly stored?: StoredFacts;
  };
  /** Of what staff did: who; "unknown": somebody in a staff room who is linked to no account. Left out: the guest, or time. */
  readonly staff?: StaffMember | "unknown";
  /** Who waits for a person in all conversations, the first in the queue first. */
  readonly waiting?: readonly { readonly number: string; readonly room: string | null }[];
  /** Who has the conversation; null: nobody, or they have no account any more. */
  readonly claimant?: StaffMember | null;
  /** What was said and done so far; only where a decision needs it. */
  readonly caseFile?: CaseFile | null;
  /** What staff wrote in the line that a pressed button is about; null: it is erased. */
  readonly draft?: string | null;
  /** The message is a code that links its sender to an account; `member` null: it is not, or no longer, good. */
  readonly linking?: {
    readonly code: string;
    readonly channel: ChannelName;
    readonly sender: string;
    readonly member: StaffMember | null;
  };
  /** Whether anybody has an account with which they can answer. Left out: nobody has. */
  readonly staffed?: boolean;
  /** Whether the desk can send e-mail. Left out: it cannot. */
  readonly mail?: boolean;
  /** By seminar; one that is missing has none taken. */
  readonly seats: Readonly<Record<string, Seats>>;
  /** Signs a path of the desk for some time (`signedPath`); where it is left out, addresses are not signed. */
  readonly signed?: (path: string) => string;
  /** Where guests reach the desk's pages, without a slash at the end; null where there are none, as in the terminal. */
  readonly site: string | null;
  readonly knowledge: Knowledge;
  readonly facts: Facts;
  /** Procedures of seams.yaml that a text names, best first. Score 1: by a word that only this one has. */
  readonly seamsIn: (
    text: string,
    language: Language,
  ) => readonly { readonly id: string; readonly score: number }[];
  /** What a link to the web chat carries, so that it goes on from here; left out or null: it begins anew there. */
  readonly carry?: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Out-of-scope kinds stand among the intents under this prefix: `none/citizens-matter`. */
export const OUT_OF_SCOPE = "none/";
