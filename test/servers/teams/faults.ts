import type { ServerResponse } from "node:http";

/**
 * How a call fails. "silence": nothing is taken and nothing answered. "reset": the connection ends, nothing was taken.
 * "taken-then-reset": it was taken, but nobody hears of it. "malformed": it was taken, and the answer is no JSON.
 */
export type Failing =
  | 429
  | 500
  | 502
  | 504
  | 412
  | 403
  | "silence"
  | "reset"
  | "taken-then-reset"
  | "malformed";

export interface Fault {
  readonly times: number;
  readonly how: Failing;
  /** Seconds, with 429; null: without the header, as Teams also does. Default 1. */
  readonly retryAfter?: number | null;
  /** Only in this conversation. */
  readonly in?: string;
}

/** Which calls fail next. */
export interface Faults {
  add(fault: Fault): void;
  /** Those that are left are forgotten. */
  clear(): void;
  next(conversation: string): Fault | null;
  /** Lets go of the calls that are never answered. */
  stop(): void;
  readonly silent: Set<ServerResponse>;
}

export function createFaults(): Faults {
  let planned: { fault: Fault; left: number }[] = [];
  const silent = new Set<ServerResponse>();
  return {
    silent,
    add: (fault) => void planned.push({ fault, left: fault.times }),
    clear() {
      planned = [];
    },
    next(conversation) {
      const found = planned.find(({ fault }) => fault.in === undefined || conversation.startsWith(fault.in));
      if (!found) return null;
      found.left -= 1;
      if (found.left <= 0) planned = planned.filter((entry) => entry !== found);
      return found.fault;
    },
    stop() {
      for (const response of silent) response.destroy();
      silent.clear();
    },
  };
}

/** Code and sentence of an error as Teams answers them ("Status code responses" of its page on messages). */
export const PROBLEMS = {
  400: ["BadSyntax", "Bad format of conversation or activity"],
  403: ["MessageWritesBlocked", "The bot is blocked or was uninstalled."],
  404: ["ConversationNotFound", "Conversation not found."],
  412: ["PreconditionFailed", "Precondition failed, please try again."],
  413: ["MessageSizeTooBig", "Message size too large."],
  429: ["Throttled", "Too many requests."],
  500: ["ServiceError", "Unknown"],
  502: ["ServiceError", "Bad gateway"],
  504: ["ServiceError", "Gateway timeout"],
} as const;
