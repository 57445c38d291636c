import type { ActionId, Place } from "./event.js";
import type { Language } from "./language.js";
import type { OutgoingMessage } from "./message.js";

/** An id of the intent catalogue, such as `business-registration`. */
export type IntentId = string;

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

/** All that the desk remembers of a conversation between two messages. Stored as JSON with the conversation. */
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
  /** Keys of the texts said last, so that none of them is said twice in a row. */
  readonly said: readonly string[];
}

/** What a button does when it is pressed. */
export type Act =
  | { readonly does: "ask"; readonly intent: IntentId; readonly question?: string; readonly seminar?: string }
  | { readonly does: "more"; readonly intent: IntentId }
  | { readonly does: "none-of-these"; readonly question: string }
  | { readonly does: "topic"; readonly topic: string }
  | { readonly does: "rate"; readonly turn: number; readonly helpful: boolean }
  | { readonly does: "person" }
  | { readonly does: "menu" };

/** A button as the store keeps it: bound to the conversation that it was shown in. */
export interface Action {
  readonly id: ActionId;
  readonly label: string;
  readonly act: Act;
  /** ISO 8601; pressed later it does nothing but say so. */
  readonly until: string;
}

export type Outcome = "answer" | "clarify" | "fallback" | "handover" | "feedback" | "greeting" | "ignored";

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
  readonly rated?: { readonly turn: number; readonly helpful: boolean };
  readonly language: Language;
  /** The version of the knowledge that was used. */
  readonly knowledge: string;
  /** Why, in words for staff, such as `follow-up of "business-registration"`. */
  readonly reasons: readonly string[];
}

export interface Say {
  readonly to: Place;
  readonly message: OutgoingMessage;
  /** ISO 8601: not sent before. */
  readonly holdUntil?: string;
  /** The id of an earlier message that this one takes the place of. */
  readonly replaces?: string;
}

/** What the deciding rooms return. Nothing has happened yet. */
export interface Decision {
  readonly say: readonly Say[];
  readonly state: ConversationState;
  readonly log: TurnRecord;
  readonly actions: readonly Action[];
  readonly timers: readonly { readonly at: string; readonly name: string }[];
  /** The commit answers "stale" when this is no longer so. */
  readonly expects: { readonly owner: Owner; readonly version: number };
}
