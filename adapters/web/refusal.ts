import type { Localised } from "../../src/vocabulary/index.js";
import { longestText } from "./incoming.js";

/** Why the page's request was not taken. */
export type Refusal =
  | "malformed"
  | "empty"
  | "too-long"
  | "foreign-origin"
  | "not-taken"
  | "unavailable"
  | "full";

/** A refusal as JSON whose message can be shown to the guest. */
export function refuse(error: Refusal): Response {
  const { status, limit, ...message } = refusals[error];
  const body = { error, message, ...(limit ? { limit } : {}) };
  return Response.json(body, { status, ...(status === 503 ? { headers: { "retry-after": "5" } } : {}) });
}

const refusals: Readonly<
  Record<Refusal, Localised<string> & { readonly status: number; readonly limit?: number }>
> = {
  malformed: {
    status: 400,
    de: "Die Nachricht war nicht lesbar.",
    en: "The message could not be read.",
  },
  empty: {
    status: 422,
    de: "Die Nachricht ist leer. Bitte schreiben Sie Ihre Frage.",
    en: "The message is empty. Please write your question.",
  },
  "too-long": {
    status: 413,
    limit: longestText,
    de: "Die Nachricht ist zu lang: höchstens 2.000 Zeichen. Bitte kürzen Sie sie oder senden Sie zwei Nachrichten.",
    en: "The message is too long: at most 2,000 characters. Please shorten it or send two messages.",
  },
  "foreign-origin": {
    status: 403,
    de: "Nachrichten werden nur von der Chat-Seite selbst angenommen. Bitte laden Sie die Seite neu.",
    en: "Messages are accepted only from the chat page itself. Please reload the page.",
  },
  "not-taken": {
    status: 422,
    de: "Diese Nachricht wurde nicht angenommen.",
    en: "This message was not accepted.",
  },
  unavailable: {
    status: 503,
    de: "Ihre Nachricht konnte gerade nicht angenommen werden. Bitte senden Sie sie noch einmal.",
    en: "Your message could not be accepted just now. Please send it again.",
  },
  full: {
    status: 503,
    de: "Gerade sind sehr viele Gäste im Chat. Bitte warten Sie einen Moment.",
    en: "There are very many guests in the chat right now. Please wait a moment.",
  },
};
