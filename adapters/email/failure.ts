import { SendFailure } from "../shared/failure.js";

/** What went wrong with a mail server, in the words of the outbox. */
export interface Fault {
  readonly failure: SendFailure;
  /**
   * "login", "set-up": the administrator must mend it (user and password; the rest). "away": the server is not there
   * or not ready. "message": this e-mail only, and the server works.
   */
  readonly lies: "login" | "set-up" | "away" | "message";
}

/**
 * What an outbox must know of an e-mail that was not taken.
 * Words are made of the server's numbers and of names of commands and error codes alone: what else the library and
 * the server say may quote addresses, the text or the login.
 * @param begun whether the text of the e-mail has begun to go out, so that the server may have it.
 */
export function faultOf(error: unknown, begun: boolean): Fault {
  const { code, command, reply, enhanced, cause } = partsOf(error);
  const details = [reply || code, enhanced, cause, command].filter(Boolean).join(" ");
  const fault = (
    lies: Fault["lies"],
    delivery: "retryable" | "unknown" | "undeliverable",
    words: string,
  ): Fault => ({
    failure: new SendFailure(delivery, `E-mail: ${words} (${details})`),
    lies,
  });
  if (code === "EAUTH" || LOGIN.has(reply))
    return fault("login", "retryable", "the mail server refuses the login; check SMTP_URL");
  if (code === "ETLS" || cause.startsWith("ERR_TLS_") || CERTIFICATE.test(cause))
    return fault("set-up", "retryable", "no secure connection to the mail server");
  // 503 tells of the conversation with the server, and the next one may go better
  if (reply >= 500 && reply !== 503) {
    if (command === "DATA") return fault("message", "undeliverable", "the mail server refuses it");
    if (command !== "RCPT TO")
      return fault("set-up", "retryable", "the mail server refuses the desk; check MAIL_FROM");
    // 5.7: not allowed. From one's own mail server: it does not take e-mails to others from this desk.
    return enhanced.startsWith("5.7.")
      ? fault("set-up", "retryable", "the mail server passes on nothing from the desk to this address")
      : fault("message", "undeliverable", "the mail server refuses the address");
  }
  if (reply > 0) return fault("away", "retryable", "the mail server does not take it at the moment");
  if (code === "EENVELOPE" || code === "EMESSAGE")
    return fault("message", "undeliverable", "it cannot be sent like this");
  return begun
    ? fault("away", "unknown", "the connection to the mail server ended before it said whether it has it")
    : fault("away", "retryable", "no connection to the mail server");
}

/** "Authentication required", "credentials invalid", "encryption required" (RFC 4954). */
const LOGIN: ReadonlySet<number> = new Set([530, 535, 538]);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO/u;

interface Parts {
  /** Of the library, such as EENVELOPE. */
  readonly code: string;
  /** Of the operating system or TLS, such as ECONNREFUSED. */
  readonly cause: string;
  readonly command: string;
  /** The server's number; 0: it said nothing. */
  readonly reply: number;
  /** The server's second number (RFC 3463), such as 5.1.1. */
  readonly enhanced: string;
}

function partsOf(error: unknown): Parts {
  const said = (typeof error === "object" && error !== null ? error : {}) as Record<string, unknown>;
  const word = (value: unknown): string =>
    typeof value === "string" && /^[A-Z][A-Z0-9_ -]{0,60}$/u.test(value) ? value : "";
  const { responseCode, response } = said;
  return {
    code: word(said["code"]),
    cause: word(said["originalCode"]),
    command: word(said["command"]),
    reply: typeof responseCode === "number" ? responseCode : 0,
    enhanced:
      /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/u.exec(typeof response === "string" ? response : "")?.[1] ?? "",
  };
}
