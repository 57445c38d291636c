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
  | "not-forgotten"
  | "too-fast"
  | "full";

/**
 * A refusal as JSON whose message can be shown to the guest.
 * @param wait Seconds after which it may be tried again; default 5 where trying again can help.
 */
export function refuse(error: Refusal, wait = 5): Response {
  const { status, limit, ...message } = refusals[error];
  const body = { error, message, ...(limit ? { limit } : {}) };
  const again = status === 503 || status === 429;
  return Response.json(body, { status, ...(again ? { headers: { "retry-after": String(wait) } } : {}) });
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
  "not-forgotten": {
    status: 503,
    de: "Ihr Chat konnte gerade nicht gelöscht werden. Bitte versuchen Sie es noch einmal.",
    en: "Your chat could not be deleted just now. Please try again.",
  },
  "too-fast": {
    status: 429,
    de: "Das waren sehr viele Nachrichten in kurzer Zeit. Bitte warten Sie einen Moment.",
    en: "That was a great many messages in a short time. Please wait a moment.",
  },
  full: {
    status: 503,
    de: "Gerade sind sehr viele Gäste im Chat. Bitte warten Sie einen Moment.",
    en: "There are very many guests in the chat right now. Please wait a moment.",
  },
};
