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
  post(path: string, handler: RequestHandler): void;
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
  readonly clock: Clock;
  readonly log: Log;
}

/** What the platform said when it took a message: enough to edit or delete it later. */
export interface SentReceipt {
  readonly id: string;
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
  /** Begins to receive. */
  start(desk: Desk): Promise<void>;
  /**
   * Delivers one message.
   * @throws Retryable when it was not taken, Unknown when it may have been, Undeliverable when it never will be.
   */
  send(to: Place, message: OutgoingMessage): Promise<SentReceipt>;
  edit?(receipt: SentReceipt, to: Place, message: OutgoingMessage): Promise<void>;
  remove?(receipt: SentReceipt, to: Place): Promise<void>;
  openThread?(room: Place, first: OutgoingMessage): Promise<{ place: Place; receipt: SentReceipt }>;
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
}
