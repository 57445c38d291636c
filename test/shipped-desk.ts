import { resolve } from "node:path";
import { initialState } from "../src/bot/index.js";
import { type Compiled, compile } from "../src/comprehension.js";
import { loadKnowledge } from "../src/knowledge/index.js";
import { createMatcher, type MatchLine, type MatchResult } from "../src/match.js";
import { mask } from "../src/privacy/masking.js";
import { plain } from "../src/text/index.js";
import { createTurn } from "../src/turn.js";
import type { OutgoingMessage, TurnRecord } from "../src/vocabulary/index.js";

/** The day on which the tests' data folder was created; the examples' dates count from it. */
export const CREATED_ON = "2026-11-23";
/** A Monday, an hour after opening. */
export const NOW = Date.parse("2026-11-23T10:00:00+01:00");

/** One turn of a conversation: what was decided, and what the guest reads. */
export interface Told {
  readonly log: TurnRecord;
  readonly messages: readonly OutgoingMessage[];
  /** All of it as plain text: words, cards, links. */
  readonly text: string;
}

/** One for all files that a worker runs: it is immutable, and reading it takes seconds. */
let shipped: Compiled | undefined;

/** The shipped intents/ as the desk learns them. Takes seconds the first time, and is kept. */
export function compileShipped(): Compiled {
  shipped ??= compileAnew();
  return shipped;
}

function compileAnew(): Compiled {
  const dir = resolve(import.meta.dirname, "../intents");
  const keptIn = process.env["LEARNED_DIR"] ?? null;
  return compile(loadKnowledge(dir, { createdOn: CREATED_ON }).knowledge, keptIn);
}

/** What `match` says of a message on the shipped knowledge. */
export function matcherOf(compiled: Compiled, now = NOW): (line: MatchLine) => MatchResult {
  return createMatcher({
    compiled: () => compiled,
    mask: (text) => mask(text).text,
    stopwatch: () => 0,
    now: () => now,
  });
}

/**
 * A guest who writes line after line, beginning after the first-contact notice; returns what each was told.
 * @param eventIdOf the number of each event: others write to the desk in between
 */
export function converse(
  compiled: Compiled,
  lines: readonly string[],
  now = NOW,
  eventIdOf = (index: number): number => index + 1,
): Told[] {
  const turn = createTurn({
    compiled: () => compiled,
    mask: (text) => mask(text).text,
    site: () => null,
    stopwatch: () => 0,
  });
  const place = { channel: "terminal", scope: "private", address: "test" } as const;
  let state = { ...initialState, disclosed: true };
  return lines.map((text, index) => {
    const eventId = eventIdOf(index);
    const { decision } = turn({
      conversation: { id: 1, owner: "bot", version: index, state, place, bookings: [] },
      seats: {},
      events: [
        {
          keys: [`test:${eventId}`],
          channel: "terminal",
          place,
          sender: { id: "test" },
          addressed: true,
          sentAt: new Date(now).toISOString(),
          what: { kind: "message", id: String(eventId), text, attachments: [] },
        },
      ],
      eventId,
      action: null,
      now,
    });
    state = decision.state;
    const messages = decision.say.map(({ message }) => message);
    return { log: decision.log, messages, text: messages.map(readable).join("\n\n") };
  });
}

function readable({ text, cards = [], links = [] }: OutgoingMessage): string {
  const facts = cards.map((card) => Object.values(card).filter((value) => typeof value === "string"));
  return [plain(text), ...facts.flat(), ...links.map(({ label, url }) => `${label}: ${url}`)].join("\n");
}
