import { SendFailure } from "../shared/failure.js";

/** How a call to the connector failed. */
export type CallFault =
  /** There was no token to call with: nothing was sent. `reason` is the login server's own code. */
  | { readonly kind: "no-token"; readonly reason: string }
  /** No connection came about: nothing was sent. */
  | { readonly kind: "unreachable"; readonly code: string }
  /** It was sent, and no answer, or none that can be read, came back. */
  | { readonly kind: "lost"; readonly code: string }
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Teams' own name of the error, such as `MessageWritesBlocked`. */
      readonly code: string | null;
      /** Milliseconds. */
      readonly retryAfter: number | null;
    };

/** Thrown inside the adapter; it holds neither a token nor an address nor content. */
export class CallFailure extends Error {
  override readonly name = "CallFailure";
  constructor(readonly fault: CallFault) {
    super(describe(fault));
  }
}

/** What the outbox must know of a failed call. */
export function toSendFailure(error: unknown): SendFailure {
  if (error instanceof SendFailure) return error;
  // What is not a failure of the call comes from the SDK's reading of the answer: it was taken, or not.
  if (!(error instanceof CallFailure)) {
    const name = error instanceof Error ? error.name : "no error";
    return new SendFailure("unknown", `The answer of Teams could not be read (${name}).`);
  }
  const { fault, message } = error;
  if (fault.kind === "lost") return new SendFailure("unknown", message);
  if (fault.kind !== "answer") return new SendFailure("retryable", message);
  const { status, retryAfter } = fault;
  const wait = retryAfter === null ? {} : { retryAfter };
  // 429 is the only one that says "not taken"; 401 is a token that has just run out. A redirection is not followed.
  if (status === 429 || status === 401 || status < 400) return new SendFailure("retryable", message, wait);
  if (status >= 500 || status === 412 || status === 408) return new SendFailure("unknown", message, wait);
  return new SendFailure("undeliverable", message);
}

/** The value of a `Retry-After` header, seconds or a date, in milliseconds from now; null: none that can be read. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1_000;
  return Number.isNaN(ms) ? null : Math.max(0, Math.ceil(ms));
}

function describe(fault: CallFault): string {
  switch (fault.kind) {
    case "no-token":
      return `Microsoft's login server gave no token (${fault.reason}). Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.`;
    case "unreachable":
      return `Teams could not be reached (${fault.code}).`;
    case "lost":
      return `Teams did not answer so that it could be read (${fault.code}).`;
    case "answer":
      return `Teams answered ${fault.status}${fault.code === null ? "" : ` ${fault.code}`}.`;
  }
}
