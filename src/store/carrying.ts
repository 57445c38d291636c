import { timingSafeEqual } from "node:crypto";
import type { ConversationState } from "../vocabulary/index.js";
import { type Engine, openState } from "./engine.js";
import type { Store } from "./model.js";

/** So long a link into the web chat carries a conversation over, in milliseconds. */
const LIFE = 24 * 60 * 60 * 1000;

/** The state in which a conversation begins that a token carries over; null: it carries nothing. Inside a transaction. */
export type CarriedState = (token: string, now: number) => ConversationState | null;

/**
 * Names a conversation in a link: its number, the time until when, and a keyed hash of both, so that nobody can make one
 * up or make it last. It says nothing of what was written, and whoever has it learns no more than what it was about.
 */
export function carrying({ sealing }: Engine): Pick<Store, "carry"> {
  return {
    carry(conversation, now) {
      const named = `${conversation.toString(36)}.${(now + LIFE).toString(36)}`;
      return `${named}.${sealing.keyed("carry", named)}`;
    },
  };
}

/** @returns what opens the tokens: what it was about and in which language; never what was written or answered. */
export function carriedStates({ sealing, initialState, statements: { prepare } }: Engine): CarriedState {
  const stateOf = prepare((query, given: { id: number }) =>
    query
      .selectFrom("conversation")
      .where("id", "=", given.id)
      // whoever reads along in a room could come by its link
      .where("scope", "=", "private")
      .select(["state", "sealed_state"]),
  );

  return (token, now) => {
    const [, named, id, until, mac] = /^(([\da-z]{1,11})\.([\da-z]{1,11}))\.([\w-]{22})$/.exec(token) ?? [];
    if (!named || !id || !until || !mac) return null;
    const right = Buffer.from(sealing.keyed("carry", named));
    if (!timingSafeEqual(Buffer.from(mac), right) || Number.parseInt(until, 36) < now) return null;
    const found = stateOf.first({ id: Number.parseInt(id, 36) });
    if (!found) return null;
    const { language, languageHeld, topic } = openState(sealing, found);
    const state: ConversationState = { ...initialState, language, languageHeld };
    if (!topic) return state;
    const { intents, seminar } = topic;
    return {
      ...state,
      topic: {
        intents,
        ...(seminar === undefined ? {} : { seminar }),
        // the guest's own words stay where they were written
        question: "",
        at: new Date(now).toISOString(),
        turns: 0,
      },
      carried: true,
    };
  };
}
