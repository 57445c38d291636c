import type { Upload } from "./body.js";
import type { Keyboard } from "./keyboard.js";
import type { Entity } from "./text.js";

/** A user as in the Bot API. */
export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** A message as in the Bot API, and beside it what was uploaded. */
export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: { readonly id: number; readonly type: string };
  readonly from: User;
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly edit_date?: number;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly reply_to_message?: Message;
  readonly reply_markup?: { readonly inline_keyboard: Keyboard };
  readonly document?: {
    readonly file_id: string;
    readonly file_unique_id: string;
    readonly file_name: string;
  };
  readonly forum_topic_created?: { readonly name: string };
  readonly [kind: string]: unknown;
}

export interface Chat {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup";
  readonly title?: string;
  forum: boolean;
  /** Of the bot: "kicked" in a private chat is a guest who has blocked it; "none": it was never started. */
  standing: "none" | "member" | "administrator" | "kicked" | "left";
  /** The supergroup that this group has become. */
  movedTo: number | null;
  /** By id, the message that opened it. */
  readonly topics: Map<number, Message>;
  /** Topics in which only administrators write. */
  readonly closed: Set<number>;
  messages: Message[];
  /** By message. */
  readonly files: Map<number, Upload>;
}

/** Everything that there is on this Telegram. */
export interface World {
  readonly bot: User;
  readonly chats: Map<number, Chat>;
  /** Queries of buttons that were pressed and not answered yet. */
  readonly openQueries: Set<string>;
  /** By language; "": all others. */
  readonly commands: Map<string, readonly { readonly command: string; readonly description: string }[]>;
  /** The next id of a message, and of all else. */
  count(): number;
}

export function createWorld(bot: User): World {
  let count = 100;
  return {
    bot,
    chats: new Map(),
    openQueries: new Set(),
    commands: new Map(),
    count: () => ++count,
  };
}

export function createChat(
  given: Pick<Chat, "id" | "type" | "standing"> & Partial<Pick<Chat, "title" | "forum">>,
): Chat {
  return {
    forum: false,
    movedTo: null,
    topics: new Map(),
    closed: new Set(),
    messages: [],
    files: new Map(),
    ...given,
  };
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** What every message has. */
export function messageIn(world: World, chat: Chat, from: User): Message {
  const { id, type, title, forum } = chat;
  return {
    message_id: world.count(),
    date: seconds(),
    from,
    chat: {
      id,
      type,
      ...(title === undefined ? { first_name: from.first_name } : { title }),
      ...(forum ? { is_forum: true } : {}),
    },
  };
}

/** Of a message that stands in a topic. */
export function inTopic(topic: Message | undefined): Partial<Message> {
  return topic
    ? { message_thread_id: topic.message_id, is_topic_message: true, reply_to_message: topic }
    : {};
}
