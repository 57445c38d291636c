import type { ConversationState } from "../vocabulary/index.js";

/** How a conversation begins: with the bot, in German, nothing said yet. */
export const initialState: ConversationState = {
  owner: "bot",
  language: "de",
  languageHeld: false,
  disclosed: false,
  noticed: null,
  topic: null,
  clarification: null,
  fallbacksInARow: 0,
  said: [],
  form: null,
};
