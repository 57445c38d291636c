import type { Key, Keyboard } from "./keyboard.js";
import type { Entity } from "./text.js";
import type { Updates } from "./updates.js";
import {
  type Chat,
  createChat,
  inTopic,
  type Message,
  messageIn,
  seconds,
  type User,
  type World,
} from "./world.js";

/** A message as a client shows it. */
export interface Seen {
  readonly id: number;
  readonly from: "bot" | "guest";
  readonly text: string;
  /** What the formats apply to. */
  readonly formats: readonly { readonly type: string; readonly text: string; readonly url?: string }[];
  readonly buttons: Keyboard;
  readonly file: { readonly name: string; readonly content: string } | null;
  readonly edited: boolean;
  /** The topic's id. */
  readonly topic: number | null;
}

/** What is sent with a message beside or in place of text, as in the Bot API: `{ voice: { ... } }`. */
export type Media = Readonly<Record<string, unknown>>;

/** A person, in a private chat with the bot. */
export interface Guest {
  readonly user: User;
  /** Presses "Start", with the payload of a deep link. */
  start(payload?: string): number;
  /** @returns the id of the message. */
  write(text: string, media?: Media): number;
  edit(message: number, text: string): void;
  /** Presses a button of the newest message that has it, by its label or what it carries. @returns the query's id. */
  press(button: string | RegExp): string;
  /** What stands in the chat, oldest first. */
  sees(): readonly Seen[];
  /** @param options.silently the bot is not told: the update was lost. */
  block(options?: { readonly silently?: boolean }): void;
  unblock(): void;
}

/** A group with the bot in it. */
export interface Group {
  id(): number;
  write(guest: Guest, text: string, more?: { readonly replyTo?: number; readonly topic?: number }): number;
  /** @param topic only there. */
  press(guest: Guest, button: string | RegExp, topic?: number): string;
  /** A guest opens a topic. @returns its id. */
  openTopic(guest: Guest, name: string): number;
  /** A guest changes what they wrote. */
  edit(guest: Guest, message: number, text: string): void;
  /** Somebody closes a topic: only administrators write there then. */
  closeTopic(topic: number): void;
  /** Somebody deletes a topic, with all that stands in it. */
  deleteTopic(topic: number): void;
  /** A guest leaves. An administrator hears of it twice. */
  leave(guest: Guest): void;
  sees(topic?: number): readonly Seen[];
  /** Becomes a supergroup, under another id; as a group does when topics are switched on. Silently: the update was lost. */
  migrate(by: Guest, options?: { readonly forum?: boolean; readonly silently?: boolean }): void;
  /** Topics are switched on or off. */
  setForum(on: boolean): void;
  /** The bot becomes an administrator, or is one no longer. */
  setAdmin(by: Guest, on: boolean): void;
  removeBot(by: Guest): void;
  /** The bot is added again, as an administrator. */
  addBot(by: Guest): void;
}

export function createGuest(world: World, updates: Updates, id: number, language?: string): Guest {
  const user: User = {
    id,
    is_bot: false,
    first_name: `Guest ${id}`,
    ...(language === undefined ? {} : { language_code: language }),
  };
  const chat = createChat({ id, type: "private", standing: "none" });
  world.chats.set(id, chat);

  function standing(to: "member" | "kicked"): void {
    const before = chat.standing;
    chat.standing = to;
    updates.add("my_chat_member", membership(world, chat, user, before));
  }
  function say(text: string, media: Media = {}): number {
    // whoever writes lets the bot in again
    chat.standing = "member";
    return post(world, updates, chat, { ...messageIn(world, chat, user), ...content(text, media) });
  }
  return {
    user,
    start: (payload) => say(payload === undefined ? "/start" : `/start ${payload}`),
    write: say,
    edit(message, text) {
      const before = chat.messages.find(({ message_id }) => message_id === message);
      if (!before || before.from.id !== id) throw new Error(`There is no message ${message} of this guest.`);
      const edited: Message = { ...before, ...content(text, {}), edit_date: seconds() };
      chat.messages = chat.messages.map((one) => (one === before ? edited : one));
      updates.add("edited_message", edited);
    },
    press: (button) => press(world, updates, chat, user, button),
    sees: () => chat.messages.map((message) => seen(chat, message, world)),
    block({ silently = false } = {}) {
      if (silently) chat.standing = "kicked";
      else standing("kicked");
    },
    unblock: () => standing("member"),
  };
}

export function createGroup(
  world: World,
  updates: Updates,
  given: {
    readonly forum: boolean;
    readonly supergroup: boolean;
    readonly admin: boolean;
    readonly by: Guest;
  },
): Group {
  const serial = world.count();
  let chat = createChat({
    id: given.supergroup || given.forum ? -1_000_000_000_000 - serial : -serial,
    type: given.supergroup || given.forum ? "supergroup" : "group",
    title: "A group",
    forum: given.forum,
    standing: given.admin ? "administrator" : "member",
  });
  world.chats.set(chat.id, chat);
  updates.add("my_chat_member", membership(world, chat, given.by.user, "left"));

  function stand(by: Guest, to: "administrator" | "member" | "kicked"): void {
    const before = chat.standing;
    chat.standing = to;
    updates.add("my_chat_member", membership(world, chat, by.user, before));
  }

  return {
    id: () => chat.id,
    write(guest, text, { replyTo, topic } = {}) {
      const replied = chat.messages.find(({ message_id }) => message_id === replyTo);
      const message: Message = {
        ...messageIn(world, chat, guest.user),
        ...inTopic(topic === undefined ? undefined : chat.topics.get(topic)),
        // a plain reply has a thread id, too, without being in a topic
        ...(replied && topic === undefined && chat.type === "supergroup"
          ? { message_thread_id: replied.message_id }
          : {}),
        ...(replied ? { reply_to_message: bare(replied) } : {}),
        ...content(text, {}),
      };
      return post(world, updates, chat, message);
    },
    press: (guest, button, topic) => press(world, updates, chat, guest.user, button, topic),
    openTopic(guest, name) {
      const opening = messageIn(world, chat, guest.user);
      const message: Message = {
        ...opening,
        message_thread_id: opening.message_id,
        is_topic_message: true,
        forum_topic_created: { name },
      };
      chat.topics.set(message.message_id, message);
      return post(world, updates, chat, message);
    },
    edit(guest, message, text) {
      const before = chat.messages.find(({ message_id }) => message_id === message);
      if (!before || before.from.id !== guest.user.id) throw new Error(`This guest wrote no ${message}.`);
      const edited: Message = { ...before, ...content(text, {}), edit_date: seconds() };
      chat.messages = chat.messages.map((one) => (one === before ? edited : one));
      if (isHeard(world, chat, edited)) updates.add("edited_message", edited);
    },
    closeTopic: (topic) => void chat.closed.add(topic),
    deleteTopic(topic) {
      chat.topics.delete(topic);
      chat.messages = chat.messages.filter(({ message_thread_id: thread }) => thread !== topic);
    },
    leave({ user }) {
      const change = membership(world, chat, user, "member") as object;
      const [old_chat_member, new_chat_member] = ["member", "left"].map((status) => ({ user, status }));
      if (chat.standing === "administrator")
        updates.add("chat_member", { ...change, old_chat_member, new_chat_member });
      post(world, updates, chat, { ...messageIn(world, chat, user), left_chat_member: user });
    },
    sees: (topic) =>
      chat.messages
        .filter(({ message_thread_id: thread, is_topic_message }) =>
          topic === undefined ? true : thread === topic && is_topic_message,
        )
        .map((message) => seen(chat, message, world)),
    migrate(by, { forum = chat.forum, silently = false } = {}) {
      const before = chat;
      const id = -1_000_000_000_000 - world.count();
      chat = { ...createChat({ ...before, id, type: "supergroup" }), forum, messages: [] };
      world.chats.set(id, chat);
      before.movedTo = id;
      if (silently) return;
      post(world, updates, before, { ...messageIn(world, before, by.user), migrate_to_chat_id: id });
      post(world, updates, chat, { ...messageIn(world, chat, by.user), migrate_from_chat_id: before.id });
    },
    setForum(on) {
      chat.forum = on;
    },
    setAdmin: (by, on) => stand(by, on ? "administrator" : "member"),
    removeBot: (by) => stand(by, "kicked"),
    addBot: (by) => stand(by, "administrator"),
  };
}

function post(world: World, updates: Updates, chat: Chat, message: Message): number {
  chat.messages.push(message);
  if (isHeard(world, chat, message)) updates.add("message", message);
  return message.message_id;
}

/** Privacy mode: in groups a bot hears commands, mentions, answers to it and service messages; an admin hears all. */
function isHeard({ bot }: World, chat: Chat, message: Message): boolean {
  if (chat.standing === "kicked" || chat.standing === "left") return false;
  if (chat.type === "private" || chat.standing === "administrator") return true;
  if (message.text === undefined) return true;
  if (message.reply_to_message?.from.id === bot.id && !message.reply_to_message.forum_topic_created)
    return true;
  const name = `@${bot.username}`.toLowerCase();
  return (message.entities ?? []).some(({ type, offset, length }) => {
    const part = (message.text ?? "").slice(offset, offset + length).toLowerCase();
    if (type === "bot_command") return !part.includes("@") || part.endsWith(name);
    return type === "mention" && part === name;
  });
}

/** Commands and mentions are marked by Telegram itself. */
function content(text: string, media: Media): Partial<Message> {
  const found: Entity[] = [
    ...[...text.matchAll(/(?<![\w/])\/\w{1,64}(?:@\w+)?/gu)].map((match) => ({ match, type: "bot_command" })),
    ...[...text.matchAll(/(?<![\w/])@\w{3,}/gu)].map((match) => ({ match, type: "mention" })),
  ].map(({ match, type }) => ({ type, offset: match.index, length: match[0].length }));
  const marked = found.length > 0 ? found : undefined;
  if (Object.keys(media).length === 0) return { text, ...(marked ? { entities: marked } : {}) };
  return {
    ...media,
    ...(text === "" ? {} : { caption: text, ...(marked ? { caption_entities: marked } : {}) }),
  };
}

function press(
  world: World,
  updates: Updates,
  chat: Chat,
  from: User,
  button: string | RegExp,
  topic?: number,
): string {
  const fits = ({ text, callback_data: data }: Key): boolean =>
    typeof button === "string" ? text === button || data === button : button.test(text);
  const message = chat.messages.findLast(
    ({ reply_markup, message_thread_id: thread }) =>
      (topic === undefined || thread === topic) && reply_markup?.inline_keyboard.flat().some(fits),
  );
  const key = message?.reply_markup?.inline_keyboard.flat().find(fits);
  if (!message || !key) throw new Error(`There is no button ${button} in the chat.`);
  if (key.callback_data === undefined) throw new Error(`The button ${button} opens ${key.url}.`);
  const id = String(9_000_000_000 + world.count());
  world.openQueries.add(id);
  updates.add("callback_query", {
    id,
    from,
    message,
    chat_instance: String(chat.id),
    data: key.callback_data,
  });
  return id;
}

function membership({ bot }: World, chat: Chat, from: User, before: string): unknown {
  const status = (standing: string): string =>
    standing === "none" ? (chat.type === "private" ? "member" : "left") : standing;
  return {
    chat: { id: chat.id, type: chat.type },
    from,
    date: seconds(),
    old_chat_member: { user: bot, status: status(before) },
    new_chat_member: { user: bot, status: status(chat.standing) },
  };
}

/** A message as it stands in an answer to it. */
function bare({ reply_to_message: _, ...message }: Message): Message {
  return message as Message;
}

function seen(chat: Chat, message: Message, { bot }: World): Seen {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return {
    id: message.message_id,
    from: message.from.id === bot.id ? "bot" : "guest",
    text,
    formats: entities.map(({ type, offset, length, url }) => ({
      type,
      text: text.slice(offset, offset + length),
      ...(url === undefined ? {} : { url }),
    })),
    buttons: message.reply_markup?.inline_keyboard ?? [],
    file: chat.files.get(message.message_id) ?? null,
    edited: message.edit_date !== undefined,
    topic: message.is_topic_message ? (message.message_thread_id ?? null) : null,
  };
}
