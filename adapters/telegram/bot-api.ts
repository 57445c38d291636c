import type { Language, SeminarCard } from "../../src/vocabulary/index.js";

/** The part of Telegram's Bot API that the desk uses (https://core.telegram.org/bots/api), in our own words. */
export interface BotApi {
  me(signal?: AbortSignal): Promise<Self>;
  /**
   * Long polling. Everything before `offset` counts as confirmed from this call on, and Telegram forgets it.
   * @param offset undefined: from the first update that was not confirmed.
   */
  updates(offset: number | undefined, signal: AbortSignal): Promise<readonly unknown[]>;
  setWebhook(url: string, secret: string, signal?: AbortSignal): Promise<void>;
  /** What is pending stays and comes by long polling. */
  deleteWebhook(signal?: AbortSignal): Promise<void>;
  /** @param language null: for those whose language has no list of its own. */
  setCommands(commands: readonly Command[], language: Language | null, signal?: AbortSignal): Promise<void>;
  /** @returns the id of the message. */
  sendText(chat: Chat, text: TextPayload): Promise<number>;
  sendFile(chat: Chat, file: FilePayload): Promise<number>;
  editText(chat: Chat, message: number, text: TextPayload): Promise<void>;
  editFile(chat: Chat, message: number, file: FilePayload): Promise<void>;
  deleteMessage(chat: Chat, message: number): Promise<void>;
  /** @returns the id of the topic. */
  createTopic(chat: Chat, name: string): Promise<number>;
  deleteTopic(chat: Chat, topic: number): Promise<void>;
  answerCallback(id: string): Promise<void>;
  typing(chat: Chat): Promise<void>;
}

/** Who the bot is. */
export interface Self {
  readonly id: number;
  /** Without "@". */
  readonly username: string;
}

export interface Chat {
  readonly id: string;
  readonly topic?: number;
}

export interface Command {
  readonly command: string;
  readonly description: string;
}

/** What formats a range of a text. In UTF-16 code units, as Telegram counts. */
export type Entity = { readonly offset: number; readonly length: number } & (
  | { readonly type: "bold" | "italic" }
  | { readonly type: "text_link"; readonly url: string }
);

/** A button under a message. `callback_data` of a long action is a short name for it; see callback-data.ts. */
export type Key =
  | { readonly text: string; readonly url: string }
  | { readonly text: string; readonly callback_data: string };

export type Keyboard = readonly (readonly Key[])[];

export interface TextPayload {
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Empty: no buttons, and those that were there go. */
  readonly keyboard: Keyboard;
}

export interface FilePayload {
  readonly name: string;
  readonly content: string;
  readonly caption: string;
}

/** Telegram's limits on what a bot sends. Lengths in UTF-16 code units. */
export const LIMITS = {
  text: 4096,
  caption: 1024,
  entities: 100,
  buttons: 100,
  /** Not Telegram's: what a phone still shows of a label. */
  label: 64,
  /** Bytes. */
  callbackData: 64,
  topicName: 128,
} as const;

/** The seminar whose iCalendar file goes along as a file of its own. */
export type CalendarOf = Pick<SeminarCard, "seminar" | "title">;
