import type { Attachment, DeskEvent, Happening, Place } from "../../src/vocabulary/index.js";
import { inOwnTopic, readWords, repliesTo } from "./addressing.js";
import type { Self } from "./bot-api.js";
import type { Membership, Message, Update } from "./update.js";

export interface Reading {
  readonly self: Self;
  /** Milliseconds since 1970: a pressed button carries no time. */
  readonly now: number;
}

/**
 * What an update is to the desk; null: nothing. Channel posts, messages of bots and of chats (an anonymous
 * administrator, a linked channel), joins, pins and other service messages are nothing.
 */
export function toEvent(update: Update, reading: Reading): DeskEvent | null {
  const { message, edited_message: edited } = update;
  if (message) return ofMessage(update, message, reading);
  if (edited) return ofEdit(update, edited, reading);
  return ofCallback(update, reading) ?? ofMembership(update, reading.self);
}

function ofMessage(update: Update, message: Message, reading: Reading): DeskEvent | null {
  const { self } = reading;
  const { migrate_to_chat_id: newId, from, left_chat_member: gone } = message;
  const place = placeOf(message);
  if (gone) return place && leaving(update, self, place, gone, message.date);
  if (newId !== undefined && place && from) {
    const to: Place = { channel: "telegram", scope: "room", address: String(newId) };
    return {
      ...head(update, self, place, from, message.date),
      what: { kind: "membership", change: "moved", to },
    };
  }
  const attachments = attachmentsOf(message);
  if (message.text === undefined && attachments.length === 0) return null;
  return ofGuest(update, message, reading, (text) => ({
    key: "",
    at: message.date,
    what: {
      kind: "message",
      id: String(message.message_id),
      text,
      attachments,
      ...repliedTo(message),
    },
  }));
}

/** A live location that moves comes as an edit too: it has no text. */
function ofEdit(update: Update, message: Message, reading: Reading): DeskEvent | null {
  const { text, caption, edit_date: at = message.date } = message;
  if ((text ?? caption) === undefined) return null;
  return ofGuest(update, message, reading, (words) => ({
    key: `:${at}`,
    at,
    what: { kind: "edit", id: String(message.message_id), text: words },
  }));
}

interface Guests {
  /** What tells it from the message of the same id. */
  readonly key: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly what: Happening;
}

function ofGuest(
  update: Update,
  message: Message,
  { self }: Reading,
  read: (text: string) => Guests,
): DeskEvent | null {
  const { from } = message;
  const place = placeOf(message);
  if (!place || !from || from.is_bot || from.id === self.id) return null;
  if (message.sender_chat !== undefined || message.via_bot !== undefined) return null;
  const { text, named, forAnother } = readWords(message, self);
  const isRoom = place.scope === "room";
  if (forAnother && isRoom) return null;
  const { key, at, what } = read(text);
  const common = head(update, self, place, from, at);
  const addressed = !isRoom || named || repliesTo(message, self);
  return {
    ...common,
    keys: [...common.keys, `telegram:${self.id}:message:${place.address}:${message.message_id}${key}`],
    addressed,
    ...(!addressed && inOwnTopic(message, self) ? { followsOn: true as const } : {}),
    what,
  };
}

function ofCallback(update: Update, { self, now }: Reading): DeskEvent | null {
  const { callback_query: query } = update;
  if (!query?.message || query.data === undefined || query.from.is_bot) return null;
  const place = placeOf(query.message);
  if (!place) return null;
  const common = head(update, self, place, query.from, now / 1000);
  return {
    ...common,
    keys: [...common.keys, `telegram:${self.id}:callback:${query.id}`],
    what: { kind: "action", action: query.data, on: String(query.message.message_id) },
  };
}

/** Only what ends a chat, or takes somebody out of it: that a guest came or came back shows in what they write. */
function ofMembership(update: Update, self: Self): DeskEvent | null {
  const { my_chat_member: own, chat_member: other } = update;
  const changed = own ?? other;
  const place = changed && placeOf(changed);
  if (!place || !isOut(changed)) return null;
  const { from, date, new_chat_member: member } = changed;
  if (place.scope === "room") {
    const who = own ? { id: self.id } : member.user;
    return who ? leaving(update, self, place, who, date) : null;
  }
  if (!own || member.status !== "kicked") return null;
  return { ...head(update, self, place, from, date), what: { kind: "membership", change: "blocked" } };
}

function isOut({ new_chat_member: { status, is_member: isMember } }: Membership): boolean {
  return status === "kicked" || status === "left" || (status === "restricted" && isMember === false);
}

/** Somebody is no longer in a room; Telegram may tell it twice, of a member and as a line of the room. */
function leaving(
  update: Update,
  self: Self,
  { thread: _, ...room }: Place,
  who: { readonly id: number; readonly is_bot?: boolean | undefined },
  seconds: number,
): DeskEvent | null {
  const isSelf = who.id === self.id;
  if (room.scope === "private" || (who.is_bot && !isSelf)) return null;
  return {
    ...head(update, self, room, who, seconds),
    sender: { id: isSelf ? "bot" : String(who.id) },
    what: { kind: "membership", change: "left" },
  };
}

/**
 * What all events have. Keys name the bot: another bot of the same office counts its messages from 1 again, in chats
 * that have the same ids.
 */
function head(
  update: Update,
  self: Self,
  place: Place,
  from: { readonly id: number; readonly language_code?: string | undefined },
  seconds: number,
): Omit<DeskEvent, "what"> {
  return {
    keys: [`telegram:${self.id}:update:${update.update_id}`],
    channel: "telegram",
    place,
    sender: { id: String(from.id) },
    addressed: true,
    ...(from.language_code ? { locale: from.language_code } : {}),
    sentAt: new Date(seconds * 1000).toISOString(),
  };
}

/** Null: a channel, where only its owners write. A thread is one only with `is_topic_message`: answers have one too. */
function placeOf(at: {
  readonly chat: { readonly id: number; readonly type: string };
  readonly is_topic_message?: boolean | undefined;
  readonly message_thread_id?: number | undefined;
}): Place | null {
  const { chat, is_topic_message: isTopic, message_thread_id: thread } = at;
  if (chat.type !== "private" && chat.type !== "group" && chat.type !== "supergroup") return null;
  return {
    channel: "telegram",
    scope: chat.type === "private" ? "private" : "room",
    address: String(chat.id),
    ...(isTopic && thread !== undefined ? { thread: String(thread) } : {}),
  };
}

function repliedTo({ reply_to_message: replied }: Message): { replyTo?: string } {
  return replied && replied.forum_topic_created === undefined ? { replyTo: String(replied.message_id) } : {};
}

/** One message has one content. A moving picture has a document beside it, a place with a name a location. */
function attachmentsOf(message: Message): Attachment[] {
  const found = KINDS.find(([field]) => message[field] !== undefined);
  return found ? [{ kind: found[1] }] : [];
}

const KINDS: readonly (readonly [field: keyof Message, kind: Attachment["kind"]])[] = [
  ["animation", "video"],
  ["photo", "image"],
  ["live_photo", "image"],
  ["voice", "audio"],
  ["audio", "audio"],
  ["video", "video"],
  ["video_note", "video"],
  ["paid_media", "image"],
  ["sticker", "sticker"],
  ["dice", "sticker"],
  ["location", "location"],
  ["venue", "location"],
  ["contact", "contact"],
  ["document", "file"],
  ["checklist", "file"],
  ["poll", "file"],
  ["story", "file"],
  ["game", "file"],
  ["invoice", "file"],
];
