import type { ActionId, ChannelName, Place } from "./event.js";
import type { AuditEntry, HandoverChange, OpenHandover, PastHandover } from "./handover.js";
import type { IntentId } from "./intent.js";
import type { Language } from "./language.js";
import type { OutgoingMessage } from "./message.js";

/** Who answers: the bot, nobody yet (a person is asked for), or a person. */
export type Owner = "bot" | "waiting" | "person";

/** What a conversation is about: it completes an elliptical follow-up. */
export interface Topic {
  readonly intents: readonly IntentId[];
  /** The guest's question that opened or last moved the topic. */
  readonly question: string;
  /** The seminar that is talked about, if one is. */
  readonly seminar?: string;
  /** ISO 8601. */
  readonly at: string;
  /** Guest turns since then. */
  readonly turns: number;
}

/** What was answered to one field of a form; null: left out. */
export type FormAnswer = string | null;

/** A form that is being filled in. It holds personal data: sealed wherever it is stored, never logged. */
export interface OpenForm {
  /** An id of forms.yaml. */
  readonly form: string;
  /** The seminar that it registers for, if it does. */
  readonly seminar?: string;
  /** To whom it goes, if it goes to somebody outside. */
  readonly partner?: string;
  /** By field, normalised: a telephone number in E.164, a day as ISO date, a choice by its id. */
  readonly answers: Readonly<Record<string, FormAnswer>>;
  /** The field that is asked, or "summary". */
  readonly asks: string;
  /** The summary was shown and one field is being put right: back to the summary after it. */
  readonly correcting: boolean;
  /** Unusable answers to this field in a row. */
  readonly failures: number;
  /** Words that may be an answer or a question of the guest; kept until the guest says which. */
  readonly pending?: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** The last thing that the guest did in it; it expires by this. ISO 8601. */
  readonly touchedAt: string;
  /** `Seminar.fingerprint` as the summary showed it: a changed seminar is shown again before it is confirmed. */
  readonly fingerprint?: string;
}

/** A seat at a seminar, or a place on its waiting list. */
export interface Booking {
  readonly id: number;
  readonly seminar: string;
  readonly status: "booked" | "waiting" | "withdrawn";
  /** Place on the waiting list, 1 = next; null unless waiting. */
  readonly position: number | null;
  /** The guest wants to be reminded a day before. */
  readonly reminder: boolean;
  /** Of the submission that it came with. */
  readonly reference: string;
  /** `Seminar.fingerprint` as the guest was last told. */
  readonly told: string;
}

/** How many seats of a seminar are taken. */
export interface Seats {
  readonly booked: number;
  readonly waiting: number;
}

/** What a completed form hands in. Stored sealed. */
export interface Submission {
  /** Unique in the desk, to be quoted, such as `R-3F2K`: made of the event's id. */
  readonly reference: string;
  readonly form: string;
  readonly seminar?: string;
  readonly language: Language;
  /** In the order of the form; as asked and as shown in the summary. */
  readonly answers: readonly {
    readonly field: string;
    readonly label: string;
    readonly value: FormAnswer;
    readonly shown: string;
  }[];
  /** Days after it is done until it is erased. */
  readonly keepDays: number;
}

/** A change of a booking that a decision brings about. */
export type BookingChange =
  | {
      readonly does: "book";
      readonly seminar: string;
      readonly as: "booked" | "waiting";
      readonly reminder: boolean;
      readonly reference: string;
      /** `Seminar.fingerprint`. */
      readonly told: string;
    }
  | {
      readonly does: "withdraw";
      readonly booking: number;
      /** Seats of the seminar, null: no limit. Who waits moves up into what is free. */
      readonly seats: number | null;
    }
  /** The guest has been told of a change of the seminar. */
  | { readonly does: "told"; readonly booking: number; readonly told: string };

/** All that the desk remembers of a conversation between two messages. Stored with the conversation, an open form sealed. */
export interface ConversationState {
  readonly owner: Owner;
  readonly language: Language;
  /** The guest asked for this language: recognition no longer changes it. */
  readonly languageHeld: boolean;
  /** The first-contact notice was given. */
  readonly disclosed: boolean;
  /** The notice of the day that was shown last, by its first day; null: none yet. */
  readonly noticed: string | null;
  readonly topic: Topic | null;
  /** A "did you mean" that was asked in the last turn. */
  readonly clarification: { readonly question: string; readonly intents: readonly IntentId[] } | null;
  readonly fallbacksInARow: number;
  /** Names of what was said in the last turn (`conversation/said.ts`), so that nothing is said twice in a row. */
  readonly said: readonly string[];
  readonly form: OpenForm | null;
  /** It goes on from a conversation on another channel; until the guest has been told so. */
  readonly carried?: true;
  /** A person was asked for, has it, or a message was left; left out: none of it. */
  readonly handover?: OpenHandover;
  /** The last one that is over, as long as it matters. */
  readonly handedOver?: PastHandover;
}

/** What a button does when it is pressed. */
export type Act =
  | { readonly does: "ask"; readonly intent: IntentId; readonly question?: string; readonly seminar?: string }
  | { readonly does: "more"; readonly intent: IntentId }
  | { readonly does: "none-of-these"; readonly question: string }
  | { readonly does: "topic"; readonly topic: string }
  | {
      readonly does: "rate";
      readonly turn: number;
      readonly helpful: boolean;
      /** Why not, chosen from a list. */
      readonly reason?: FeedbackReason;
    }
  | { readonly does: "person" }
  | { readonly does: "menu" }
  /** Opens a form. */
  | {
      readonly does: "form";
      readonly form: string;
      readonly seminar?: string;
      /** Of an enquiry that goes to somebody outside: to whom, an id of partners.yaml. */
      readonly partner?: string;
      /** In the place of the form that is open: the guest was asked and wants to drop that one. */
      readonly instead?: true;
    }
  /** Answers a field of the open form with one of its options. */
  | { readonly does: "form-choose"; readonly field: string; readonly option: string }
  /** Moves in the open form; "keep": what was written is the answer and not a question. */
  | {
      readonly does: "form-move";
      readonly to: "back" | "skip" | "cancel" | "confirm" | "correct" | "keep" | "resume";
      /** Of "skip": the field that was asked, so that pressing twice does not leave out the next one, too. */
      readonly field?: string;
    }
  /** Puts one field right. */
  | { readonly does: "form-correct"; readonly field: string }
  /** Gives a seat back. */
  | {
      readonly does: "withdraw";
      readonly booking: number;
      /** The guest was asked and is sure. */
      readonly confirmed?: true;
    }
  /** The guest's own registrations. */
  | { readonly does: "bookings" }
  /** Erases the conversation; `sure`: the guest was asked, and wants it or not. */
  | { readonly does: "erase"; readonly sure?: boolean }
  /** What is stored of the conversation. */
  | { readonly does: "stored" }
  /** Answers in this language from now on. */
  | { readonly does: "language"; readonly language: Language }
  | HandoverAct
  | StaffAct;

/** What a guest's button does in a handover. */
export type HandoverAct =
  /** Asks for a person after all: outside the hours, or of a partner who was not the right one. */
  | { readonly does: "ask-anyway" }
  /** Waits no longer, or is done with the person: back to the assistant. */
  | { readonly does: "back-to-bot"; readonly number: string }
  /** What was said with the person, in short. */
  | { readonly does: "handover-summary"; readonly number: string }
  /** 1 (bad) to 5 (good). */
  | { readonly does: "rate-handover"; readonly number: string; readonly points: number };

/** What a button in a staff room does. Only staff in a configured room may press it. */
export type StaffAct =
  | { readonly does: "staff-take"; readonly number: string }
  /** Without `to`: asks to whom. `to`: an id of partners.yaml, null: the general desk. */
  | { readonly does: "staff-pass"; readonly number: string; readonly to?: string | null }
  | { readonly does: "staff-close"; readonly number: string }
  /** The next line of whoever has it is an internal note. */
  | { readonly does: "staff-note"; readonly number: string }
  /**
   * Takes a reply (the id of its message) back that is held until then, ISO 8601; or that was sent, where the platform can.
   */
  | {
      readonly does: "staff-recall";
      readonly number: string;
      readonly message: string;
      readonly until: string;
    }
  /** Sends what was shown in a preview, or drops it. `line`: the event in which it was written. */
  | {
      readonly does: "staff-send";
      readonly number: string;
      readonly line: number;
      /** The account of whoever wrote it: nobody else sends it. */
      readonly by?: number;
    }
  | { readonly does: "staff-drop"; readonly number: string; readonly line: number };

/** What is stored of a conversation, for the guest who asks. */
export interface StoredFacts {
  /** Lines of the guest and of the desk. */
  readonly messages: number;
  /** When the first of them was written, in milliseconds since 1970; null: there is none. */
  readonly since: number | null;
  /** What was handed in, oldest first. */
  readonly submissions: readonly { readonly reference: string; readonly form: string }[];
}

/** How a message that the guest has changed since was answered. */
export interface AnsweredBefore {
  /** The turn that answered it. */
  readonly turn: number;
  readonly outcome: Outcome;
  /** The ids of the messages that passed it on to others. */
  readonly passedOn: readonly string[];
  /** Milliseconds from its answer to the change; negative when the change came first. */
  readonly age: number;
  /** The guest has said and pressed nothing since, and the desk has said nothing else. */
  readonly last: boolean;
  /** All lines that were answered together, masked, as they read now. */
  readonly lines: readonly { readonly id: string; readonly text: string }[];
  /** The ids of the messages that answered them, in order. */
  readonly answers: readonly string[];
}

/** What was wrong with an answer. */
export type FeedbackReason = "misunderstood" | "incomplete" | "unclear" | "outdated";

/** A button as the store keeps it: bound to the conversation that it was shown in. */
export interface Action {
  readonly id: ActionId;
  readonly label: string;
  readonly act: Act;
  /** ISO 8601; pressed later it does nothing but say so. */
  readonly until: string;
}

/**
 * "form": a step of a form; what was asked then is not logged. "notice": the desk wrote of its own accord. "relayed": a
 * word of the guest to a person, or of a person to the guest, which is not logged either. "staff": anything else that
 * staff did.
 */
export type Outcome =
  | "answer"
  | "clarify"
  | "fallback"
  | "handover"
  | "feedback"
  | "greeting"
  | "form"
  | "notice"
  | "relayed"
  | "staff"
  | "ignored";

/** An intent that a message may have meant. */
export interface RankedIntent {
  readonly id: IntentId;
  /** Calibrated probability that this intent is right, 0..1. */
  readonly confidence: number;
}

/** What is logged of a decision. */
export interface TurnRecord {
  readonly outcome: Outcome;
  /** The best five. */
  readonly intents: readonly RankedIntent[];
  /** The intents that were answered, expired ones too. */
  readonly answered: readonly IntentId[];
  /** The kind of an out-of-scope message. */
  readonly kind?: string;
  readonly expired?: boolean;
  readonly form?: string;
  /** What was offered was no more than a guess: the question was not understood. */
  readonly guessed?: true;
  /** The guest wanted none of what a "did you mean" had offered for this question. */
  readonly refused?: string;
  readonly rated?: { readonly turn: number; readonly helpful: boolean; readonly reason?: FeedbackReason };
  readonly language: Language;
  /** The version of the knowledge that was used. */
  readonly knowledge: string;
  /** Why, in words for staff, such as `follow-up of "business-registration"`. */
  readonly reasons: readonly string[];
}

/** A message and where it goes. */
export interface Say {
  readonly to: Place;
  readonly message: OutgoingMessage;
  /** ISO 8601: not sent before. */
  readonly holdUntil?: string;
  /**
   * The id of an earlier message that this one takes the place of. With an empty text it only takes that one back; one
   * that is still held is never sent then.
   */
  readonly replaces?: string;
  /** It goes to others than the guest, and is no line of their chat: to staff, or by e-mail. */
  readonly aside?: true;
}

/**
 * A seat is given only while fewer than so many of the seminar are booked; a place on the waiting list only while
 * exactly so many wait, because the guest is told which one it is.
 */
export type SeatExpected =
  | { readonly seminar: string; readonly fewerThan: number }
  | { readonly seminar: string; readonly waiting: number };

/** What the deciding rooms return. Nothing has happened yet. */
export interface Decision {
  readonly say: readonly Say[];
  readonly state: ConversationState;
  readonly log: TurnRecord;
  readonly actions: readonly Action[];
  readonly timers: readonly { readonly at: string; readonly name: string }[];
  readonly submission?: Submission;
  readonly bookings?: readonly BookingChange[];
  /**
   * Everything of the conversation is erased, and nothing remains but what is said here. What was handed in and booked
   * stays.
   */
  readonly erase?: true;
  /** The guest changed what that turn had answered: its lines are this turn's from now on. */
  readonly inPlaceOf?: number;
  /** What the guest wrote is for a person: it is kept as it is written, sealed, and not masked. */
  readonly verbatim?: true;
  readonly handover?: readonly HandoverChange[];
  readonly audit?: readonly AuditEntry[];
  /** This staff member has sent their first reply. */
  readonly practised?: number;
  /** With this code, which is good once, the sender's identity on this channel is that staff member's from now on. */
  readonly links?: { readonly code: string; readonly channel: ChannelName; readonly sender: string };
  /** The commit answers "stale" when this is no longer so. */
  readonly expects: {
    readonly owner: Owner;
    readonly version: number;
    readonly seat?: SeatExpected;
  };
}
