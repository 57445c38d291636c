import type { Localised } from "../vocabulary/index.js";

/** Why a request was refused before it reached a handler. */
export type ProblemName = "body-too-large" | "internal" | "malformed" | "url-too-long" | "wrong-host";

/** An error as JSON that a page can show to people: `{ error, message: { de, en }, ... }`. */
export function problem(status: number, error: ProblemName, details: Record<string, unknown> = {}): Response {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return new Response(`${JSON.stringify({ error, message: messages[error], ...details })}\n`, {
    status,
    headers,
  });
}

const messages: Readonly<Record<ProblemName, Localised<string>>> = {
  "body-too-large": {
    de: "Die Anfrage ist zu groß. Bitte kürzen Sie Ihre Nachricht.",
    en: "The request is too large. Please shorten your message.",
  },
  internal: {
    de: "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.",
    en: "Something went wrong on our side. Please try again.",
  },
  malformed: {
    de: "Die Anfrage war nicht lesbar.",
    en: "The request could not be read.",
  },
  "url-too-long": {
    de: "Die Adresse ist zu lang.",
    en: "The address is too long.",
  },
  "wrong-host": {
    de: "Unter diesem Namen antwortet dieser Dienst nicht. Rufen Sie ihn unter seiner eigenen Adresse auf.",
    en: "This service does not answer under this name. Open it under its own address.",
  },
};
