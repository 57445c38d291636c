import type { HandoverStage, Owner } from "../vocabulary/index.js";

/**
 * Where a conversation can be between bot and person. "answered-ticket": somebody has taken up a message that the guest
 * left, and the guest may be gone.
 */
export type HandoverState = "bot" | "waiting" | "person" | "ticket" | "answered-ticket";

/** What moves it. */
export type HandoverMove =
  /** The guest asks for a person, and somebody is there. */
  | "ask"
  /** The guest leaves a message. */
  | "leave"
  /** Somebody takes it. */
  | "claim"
  /** Whoever has it passes it on, or nobody has it and it goes elsewhere. */
  | "pass"
  /** Whoever had it is gone. */
  | "release"
  /** The guest goes back to the assistant, or waits no longer. */
  | "back"
  | "close"
  /** Nobody has said anything for long. */
  | "silence"
  /** Nobody came. */
  | "unanswered"
  /** The guest has erased the conversation, or cannot be reached any more. */
  | "gone";

/** The state machine of handing over: what is not in it does not happen. Drawn in CONTRIBUTING.md, from this. */
export const transitions: Readonly<
  Record<HandoverState, Readonly<Partial<Record<HandoverMove, HandoverState>>>>
> = {
  bot: { ask: "waiting", leave: "ticket" },
  waiting: {
    claim: "person",
    pass: "waiting",
    leave: "ticket",
    back: "bot",
    close: "bot",
    unanswered: "bot",
    gone: "bot",
  },
  person: {
    pass: "waiting",
    release: "waiting",
    back: "bot",
    close: "bot",
    silence: "bot",
    gone: "bot",
  },
  ticket: { ask: "waiting", claim: "answered-ticket", pass: "ticket", close: "bot", gone: "bot" },
  "answered-ticket": {
    pass: "ticket",
    release: "ticket",
    back: "bot",
    close: "bot",
    silence: "bot",
    gone: "bot",
  },
};

/** Who answers in each state. While a ticket waits, the bot does: the guest asks on meanwhile. */
export const ownerIn: Readonly<Record<HandoverState, Owner>> = {
  bot: "bot",
  waiting: "waiting",
  person: "person",
  ticket: "bot",
  "answered-ticket": "person",
};

/** The state that a conversation is in. */
export function stateOf(handover: { stage: HandoverStage; ticket: boolean } | undefined): HandoverState {
  if (!handover) return "bot";
  const { stage, ticket } = handover;
  return stage === "person" && ticket ? "answered-ticket" : stage;
}

/** Where a move leads; null: it is not possible there, and nothing happens. */
export function after(state: HandoverState, move: HandoverMove): HandoverState | null {
  return transitions[state][move] ?? null;
}
