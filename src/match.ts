import { initialState } from "./bot/index.js";
import type { Compiled } from "./comprehension.js";
import { createTurn, type TurnResult } from "./turn.js";
import type {
  ConversationState,
  DeskEvent,
  IntentId,
  Language,
  Place,
  RankedIntent,
} from "./vocabulary/index.js";

/** One message to match. */
export interface MatchLine {
  readonly text: string;
  readonly lang?: Language;
  /** The guest's previous message. */
  readonly context?: string;
}

/** What the desk would do with it. */
export interface MatchResult {
  readonly outcome: "answer" | "clarify" | "fallback" | "handover";
  /** The best five. */
  readonly intents: readonly RankedIntent[];
  /** Intents of the catalogue that were answered, expired ones too. */
  readonly answered: readonly IntentId[];
  /** Intents on the buttons, where it asked back ("Did you mean ...?"). */
  readonly offered?: readonly IntentId[];
  /** The kind of an out-of-scope message. */
  readonly kind?: string;
  readonly form?: string;
  readonly expired?: boolean;
  readonly lang: Language;
  /** Microseconds for understanding and deciding. */
  readonly micros: number;
}

/** A dry desk: asks the real turn about one message, stores and sends nothing. */
export function createMatcher(options: {
  readonly compiled: () => Compiled;
  readonly mask: (text: string) => string;
  readonly stopwatch: () => number;
  readonly now: () => number;
}): (line: MatchLine) => MatchResult {
  const turn = createTurn({ ...options, site: () => null });

  const ask = (text: string, state: ConversationState, eventId: number): TurnResult =>
    turn({
      conversation: { id: 1, owner: "bot", version: eventId, state, place: PLACE, bookings: [] },
      seats: {},
      events: [messageOf(text, eventId, options.now())],
      eventId,
      action: null,
      now: options.now(),
    });

  return ({ text, lang, context }) => {
    const fresh: ConversationState = {
      ...initialState,
      disclosed: true,
      language: lang ?? initialState.language,
    };
    const state = context ? ask(context, fresh, 1).decision.state : fresh;
    const { decision, micros } = ask(text, state, 2);
    const { log } = decision;
    return {
      outcome: outcomeOf(log.outcome),
      intents: log.intents,
      answered: log.answered,
      ...(decision.state.clarification ? { offered: decision.state.clarification.intents } : {}),
      ...(log.kind === undefined ? {} : { kind: log.kind }),
      ...(log.form === undefined ? {} : { form: log.form }),
      ...(log.expired ? { expired: true } : {}),
      lang: log.language,
      micros,
    };
  };
}

/**
 * Reads one line of JSON for `match`.
 * @throws Error with a sentence that says what is wrong with it.
 */
export function parseMatchLine(line: string, number: number): MatchLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(
      `Line ${number} is not JSON. Each line is an object such as {"text":"Wann haben Sie offen?"}.`,
    );
  }
  const { text, lang, context } = (value ?? {}) as Record<string, unknown>;
  if (typeof text !== "string") throw new Error(`Line ${number} has no "text".`);
  if (lang !== undefined && lang !== "de" && lang !== "en")
    throw new Error(`Line ${number}: "lang" is "de" or "en".`);
  if (context !== undefined && context !== null && typeof context !== "string") {
    throw new Error(`Line ${number}: "context" is the previous message, a text.`);
  }
  return { text, ...(lang ? { lang } : {}), ...(context ? { context } : {}) };
}

function outcomeOf(outcome: string): MatchResult["outcome"] {
  return outcome === "answer" || outcome === "clarify" || outcome === "handover" ? outcome : "fallback";
}

function messageOf(text: string, id: number, now: number): DeskEvent {
  return {
    keys: [`match:${id}`],
    channel: "terminal",
    place: PLACE,
    sender: { id: "match" },
    addressed: true,
    sentAt: new Date(now).toISOString(),
    what: { kind: "message", id: String(id), text, attachments: [] },
  };
}

const PLACE: Place = { channel: "terminal", scope: "private", address: "match" };
