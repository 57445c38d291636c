import type { ActionId, ChannelName, DeskEvent, Place } from "./event.js";
import type { OutgoingMessage } from "./message.js";

/** The one source of time. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

/** Structured log for operators. Never content of a conversation, never a secret. */
export interface Log {
  info(what: string, details?: Readonly<Record<string, unknown>>): void;
  warn(what: string, details?: Readonly<Record<string, unknown>>): void;
  error(what: string, details?: Readonly<Record<string, unknown>>): void;
}

/** A handler of HTTP requests in the web's own terms. */
export type RequestHandler = (request: Request, from: RequestOrigin) => Response | Promise<Response>;

export interface RequestOrigin {
  /** The address of the socket's other end; what a proxy claims is not in it. */
  readonly remoteAddress: string;
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
}

/** Where a channel hangs its paths on the desk's one HTTP server. The body is raw and not yet read. */
export interface Routes {
  get(path: string, handler: RequestHandler): void;
  /**
   * @param bodyLimit the largest body that it takes, in bytes; by default the server's, 64 kB.
   * @param exceeded is told of each larger one, which is answered with 413 and does not reach the handler.
   */
  post(path: string, handler: RequestHandler, bodyLimit?: number, exceeded?: () => void): void;
}

/** One line of a conversation as the guest saw it. */
export interface TranscriptEntry {
  /** Rises with time within the desk; the cursor for what comes after. */
  readonly cursor: number;
  /** ISO 8601. */
  readonly at: string;
  readonly from: "guest" | "desk";
  /** Of a guest's line: the platform's id of the message, so that a page recognises its own. */
  readonly clientId?: string;
  /** Of a guest's line. */
  readonly text?: string;
  /** Of a pressed button: which one, on which message. */
  readonly pressed?: { readonly action: ActionId; readonly on: string };
  /** Of the desk's line. */
  readonly message?: OutgoingMessage;
}

/** A few values that a channel keeps over restarts, such as the token of an installation. Sealed on disk. */
export interface ChannelMemory {
  get(key: string): Promise<string | null>;
  /** By key, all whose key begins so. */
  all(prefix: string): Promise<ReadonlyMap<string, string>>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What the desk gives to a channel when it starts. */
export interface Desk {
  /**
   * Takes an event over. Resolves once it is safe on disk: acknowledge the platform only then.
   * "repeat": one of its keys was seen before. "dropped": it was not meant for the desk and is not stored.
   * @throws when it could not be stored; do not acknowledge then.
   */
  receive(event: DeskEvent): Promise<"accepted" | "repeat" | "dropped">;
  /** The lines of this place's conversation after `cursor` (0 = all), oldest first; held messages are left out. */
  transcript(place: Place, sender: string, cursor: number): Promise<readonly TranscriptEntry[]>;
  /**
   * Erases this place's conversation: its lines, its log, what was asked and rated. What the guest has handed in (a
   * registration, a request) stays with the office until its own time is over.
   */
  forget(place: Place, sender: string): Promise<void>;
  readonly http: Routes;
  readonly memory: ChannelMemory;
  /**
   * Runs `task` until it has succeeded once, waiting longer after each failure; what failed stands in health meanwhile.
   * For what a channel needs from its platform before it can work: a channel that cannot start is no reason to stop.
   * @param what names it in the log, such as "Telegram long polling".
   */
  keepTrying(what: string, task: (signal: AbortSignal) => Promise<void>): void;
  /** What is wrong with the channel at the moment, for health; null: nothing. Never a secret, never content. */
  trouble(what: string | null): void;
  /** Counts, for health, a request that was refused, by a short name of the reason such as "signature". */
  refused(reason: string): void;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the platform said when it took a message: enough to edit or delete it later. */
export interface SentReceipt {
  readonly id: string;
}

/** How many messages a platform takes in any `withinMs` milliseconds, as it publishes it. */
export interface Rate {
  readonly most: number;
  readonly withinMs: number;
  /** "chat": for each address, whatever the thread. "channel": for all together. */
  readonly of: "chat" | "channel";
  /** Counts only for places of this scope. */
  readonly scope?: Place["scope"];
}

/** A messenger that guests or staff use. One instance a process; `start` before anything else. */
export interface Channel {
  readonly name: ChannelName;
  readonly can: {
    readonly edit: boolean;
    readonly remove: boolean;
    readonly threads: boolean;
    readonly typing: boolean;
    readonly files: boolean;
  };
  /** What the outbox keeps to. Default: no limit. */
  readonly rates?: readonly Rate[];
  /**
   * Begins to receive. Routes are hung on the desk's server before the first `await`; what may fail for a while (a
   * token, the network) goes into `keepTrying`.
   */
  start(desk: Desk): Promise<void>;
  /**
   * How many of the platform's messages this one makes, at least 1: long texts are split, a file goes by itself. The same
   * message always makes the same ones. Default: 1.
   */
  parts?(to: Place, message: OutgoingMessage): number;
  /**
   * Delivers one message, or the part of it with this number, from 0. Called before `start` or without a connection it
   * fails as retryable.
   * @throws Retryable when it was not taken, Unknown when it may have been, Undeliverable when it never will be.
   */
  send(to: Place, message: OutgoingMessage, part?: number): Promise<SentReceipt>;
  /**
   * Looks for a part whose send has an unknown outcome, where the platform can tell; null: it did not arrive.
   * @param since when it was first tried, in milliseconds since 1970.
   */
  lookUp?(to: Place, message: OutgoingMessage, part: number, since: number): Promise<SentReceipt | null>;
  /** Puts a part of this message in the place of one that was sent. Throws like `send`; "not modified" is success. */
  edit?(receipt: SentReceipt, to: Place, message: OutgoingMessage, part?: number): Promise<void>;
  /** Takes back one that was sent. Throws like `send`; one that is no longer there is success. */
  remove?(receipt: SentReceipt, to: Place): Promise<void>;
  /**
   * Begins a thread in a room with this message: a Slack thread, a Teams reply chain, a Telegram forum topic. Throws like
   * `send`.
   * @param begun the message's first part, where an earlier attempt got so far as `lookUp` has found: the thread is taken
   *   up from there and not begun again
   * @returns the place of the thread, to be stored and written to.
   */
  openThread?(
    room: Place,
    first: OutgoingMessage,
    begun?: SentReceipt,
  ): Promise<{ place: Place; receipt: SentReceipt }>;
  /** Shows that an answer is being prepared. Best effort: never throws, never retried. */
  typing?(to: Place): Promise<void>;
  stop(): Promise<void>;
}

/** An `Error` that a channel's `send` throws carries these, so that the outbox knows what to do. */
export interface DeliveryFailure {
  /** "retryable": surely not taken. "unknown": may have been taken. "undeliverable": never will be. */
  readonly delivery: "retryable" | "unknown" | "undeliverable";
  /** Milliseconds that the platform asked to wait. */
  readonly retryAfter?: number;
  /** The chat has another address now, as a Telegram group that became a supergroup: it is written to there. */
  readonly movedTo?: Place;
}
