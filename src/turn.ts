import { contextOf, decide } from "./bot/index.js";
import { type Compiled, comprehend } from "./comprehension.js";
import { factsAt } from "./knowledge/index.js";
import type { Action, ConversationState, Decision, DeskEvent, Owner, Place } from "./vocabulary/index.js";

/** One thing to decide: what a guest wrote (several lines typed in a row count as one), or one other event. */
export interface TurnInput {
  readonly conversation: {
    readonly id: number;
    readonly owner: Owner;
    readonly version: number;
    readonly state: ConversationState;
    readonly place: Place;
  };
  /** In order; the last one is decided on, messages before it are read together with it. */
  readonly events: readonly DeskEvent[];
  /** Of the last event. */
  readonly eventId: number;
  readonly action: Action | "expired" | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface TurnResult {
  readonly decision: Decision;
  /** What was asked, masked, for the log; null where nothing was. */
  readonly question: string | null;
  /** Microseconds that understanding and deciding took. */
  readonly micros: number;
}

export interface TurnOptions {
  /** The knowledge of this moment; one turn uses one snapshot throughout. */
  readonly compiled: () => Compiled;
  /** Takes personal data out of a text before anything else sees it. */
  readonly mask: (text: string) => string;
  /** A clock for measuring, in milliseconds with fractions. */
  readonly stopwatch: () => number;
}

/** The conductor: understands, then asks the room that owns the conversation for a decision. Nothing is stored here. */
export function createTurn({ compiled, mask, stopwatch }: TurnOptions): (input: TurnInput) => TurnResult {
  return (input) => {
    const started = stopwatch();
    const learned = compiled();
    const { knowledge } = learned;
    const { state } = input.conversation;
    const event = input.events.at(-1);
    if (!event) throw new RangeError("A turn needs at least one event.");
    const text = textOf(input.events, mask);
    const comprehension =
      text?.trim() && state.owner === "bot"
        ? comprehend(learned, text, state.language, contextOf(state, knowledge, input.now))
        : null;
    const decision = decide({
      event,
      eventId: input.eventId,
      text,
      comprehension,
      action: input.action,
      conversation: input.conversation,
      knowledge,
      facts: factsAt(knowledge, input.now),
      now: input.now,
    });
    const label = input.action && input.action !== "expired" ? input.action.label : null;
    return { decision, question: text ?? label, micros: Math.round((stopwatch() - started) * 1000) };
  };
}

/** The words of all messages among the events; null when there is none. */
function textOf(events: readonly DeskEvent[], mask: (text: string) => string): string | null {
  const texts = events.flatMap(({ what }) => (what.kind === "message" ? [what.text] : []));
  return texts.length > 0 ? mask(texts.join("\n")) : null;
}
