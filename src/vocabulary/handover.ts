import type { ChannelName } from "./event.js";
import type { IntentId } from "./intent.js";
import type { Language } from "./language.js";
import type { OutgoingMessage } from "./message.js";

/** Somebody of the office who answers guests, as an account of the desk. */
export interface StaffMember {
  readonly id: number;
  /** As guests read it. */
  readonly name: string;
  /** They have sent a reply before: no preview any more. */
  readonly practised: boolean;
}

/**
 * How far a handover is. "waiting": the guest waits in the chat. "person": somebody has taken it. "ticket": the guest has
 * left a message and goes on with the bot until somebody takes it up.
 */
export type HandoverStage = "waiting" | "person" | "ticket";

/** A conversation that was asked to be handed over, while it is. No word of the guest and no address stands in it. */
export interface OpenHandover {
  /** Quoted to guest and staff, such as `G-3F2K`; of a ticket the reference of what was handed in. */
  readonly number: string;
  readonly stage: HandoverStage;
  /** It began as a message that was left: the guest may be gone when it is answered. */
  readonly ticket: boolean;
  /** Who is responsible, an id of partners.yaml; null: the general desk. */
  readonly partner: string | null;
  /** The staff room in which it was announced last, an id of handover.yaml; null: not yet. */
  readonly room: string | null;
  /** The event in which its last thread in a room was opened: names that thread; 0: it has had none. */
  readonly threads: number;
  /** The id of the card that announced it last; null: none. */
  readonly card: string | null;
  /** ISO 8601. */
  readonly askedAt: string;
  /** The event by which it was asked for: what came in after it is for a person. */
  readonly askedIn: number;
  /** The times that are kept count from here: asking, or being passed on. ISO 8601. */
  readonly waitingSince: string;
  readonly claim: {
    readonly staff: number;
    readonly name: string;
    /** ISO 8601. */
    readonly at: string;
    /** What they write next is an internal note. */
    readonly note?: true;
  } | null;
  /** The same guest had asked a short time before: who answered then, in which room. */
  readonly before?: { readonly staff: number; readonly name: string; readonly room: string | null };
  /** When guest or staff said something last, ISO 8601. */
  readonly lastAt: string;
  /** Names of what staff and guest were told in it once, such as "hint:not-claimed". */
  readonly told: readonly string[];
}

/** A handover that is over, for four hours: asking again leads to the same person. */
export interface PastHandover {
  readonly number: string;
  readonly partner: string | null;
  readonly room: string | null;
  readonly threads: number;
  readonly card: string | null;
  readonly staff: number;
  readonly name: string;
  /** ISO 8601. */
  readonly askedAt: string;
  /** ISO 8601. */
  readonly closedAt: string;
}

/** How a handover ended. */
export type HandoverEnd =
  | "closed"
  | "guest-left"
  | "silence"
  | "cancelled"
  | "unanswered"
  | "erased"
  | "undeliverable";

/** What a decision does to the record of a handover, from which figures are made. */
export type HandoverChange =
  | {
      readonly does: "ask" | "leave";
      readonly number: string;
      readonly partner: string | null;
      readonly room: string | null;
    }
  | { readonly does: "announce"; readonly number: string; readonly room: string | null }
  | { readonly does: "claim"; readonly number: string; readonly staff: number }
  | { readonly does: "reply"; readonly number: string; readonly staff: number }
  | { readonly does: "pass"; readonly number: string; readonly partner: string | null }
  | { readonly does: "end"; readonly number: string; readonly end: HandoverEnd }
  /** 1 (bad) to 5 (good). */
  | { readonly does: "rate"; readonly number: string; readonly points: number };

/** What staff did, for the audit log. No content. */
export interface AuditEntry {
  readonly staff: number;
  /** Such as "take", "reply", "note", "pass", "close", "recall". */
  readonly did: string;
  /** The number of the handover. */
  readonly about: string | null;
}

/** One line of a case, oldest first; as staff read it. */
export interface CaseLine {
  readonly cursor: number;
  /** The event that brought it, or that it answers. */
  readonly event: number;
  /** ISO 8601. */
  readonly at: string;
  /** "desk": the assistant or a person to the guest. "internal": the desk to staff. "staff": what staff wrote. */
  readonly from: "guest" | "desk" | "staff" | "internal";
  /** Of a line of guest or staff. */
  readonly text?: string;
  /** Of a line of the desk. */
  readonly message?: OutgoingMessage;
  /** Of an internal line: where staff read it; "terminal": in the desk itself. */
  readonly on?: ChannelName;
  /** It is held back until then and can be recalled, ISO 8601. */
  readonly heldUntil?: string;
}

/** What staff need to know of a conversation before anything else comes from this. */
export interface CaseFile {
  readonly lines: readonly CaseLine[];
  /** What the bot made of each question, oldest first. */
  readonly turns: readonly {
    /** Masked. */
    readonly question: string | null;
    readonly outcome: string;
    readonly answered: readonly IntentId[];
    /** Of what was not answered surely: the best guess. */
    readonly guessed: IntentId | null;
  }[];
  /** What was handed in, oldest first. */
  readonly submissions: readonly {
    readonly reference: string;
    readonly form: string;
    readonly answers: readonly { readonly field: string; readonly label: string; readonly shown: string }[];
  }[];
  readonly language: Language;
}
