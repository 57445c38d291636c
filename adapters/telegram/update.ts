import { z } from "zod";

/**
 * What is read of an update (https://core.telegram.org/bots/api#update). Everything else is dropped here, so that no
 * more of a guest gets further than the desk needs.
 */
export const updateSchema = z.object({
  update_id: z.int(),
  message: z.lazy(() => message).optional(),
  edited_message: z.lazy(() => message).optional(),
  callback_query: z.lazy(() => callback).optional(),
  /** Of the bot itself. */
  my_chat_member: z.lazy(() => membership).optional(),
  /** Of somebody else; only an administrator hears of it. */
  chat_member: z.lazy(() => membership).optional(),
});

export type Update = z.infer<typeof updateSchema>;
export type Message = z.infer<typeof message>;
export type Membership = z.infer<typeof membership>;
export type TextEntity = z.infer<typeof entity>;

/** The chat of an update, whose updates are taken in their order; null where it has none. */
export function chatOf(update: Update): string | null {
  const { message, edited_message, callback_query, my_chat_member, chat_member } = update;
  const chat = (message ?? edited_message ?? callback_query?.message ?? my_chat_member ?? chat_member)?.chat;
  return chat === undefined ? null : String(chat.id);
}

const chat = z.object({ id: z.int(), type: z.string() });

const user = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  language_code: z.string().optional(),
});

const entity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  user: z.object({ id: z.int() }).optional(),
});

/** Since 1970; no more than a date can hold. */
const seconds = z.int().min(0).max(8_640_000_000_000);

const present = z.unknown().optional();

const message = z.object({
  message_id: z.int(),
  date: seconds,
  edit_date: seconds.optional(),
  chat,
  from: user.optional(),
  sender_chat: present,
  via_bot: present,
  is_topic_message: z.boolean().optional(),
  message_thread_id: z.int().optional(),
  reply_to_message: z
    .object({
      message_id: z.int(),
      from: z.object({ id: z.int() }).optional(),
      forum_topic_created: present,
    })
    .optional(),
  migrate_to_chat_id: z.int().optional(),
  left_chat_member: user.optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  animation: present,
  audio: present,
  checklist: present,
  contact: present,
  dice: present,
  document: present,
  game: present,
  invoice: present,
  live_photo: present,
  location: present,
  paid_media: present,
  photo: present,
  poll: present,
  sticker: present,
  story: present,
  venue: present,
  video: present,
  video_note: present,
  voice: present,
});

const callback = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  /** Of an old message only its id and its chat are left. Absent where the button came by way of another chat. */
  message: z
    .object({
      message_id: z.int(),
      chat,
      is_topic_message: z.boolean().optional(),
      message_thread_id: z.int().optional(),
    })
    .optional(),
});

const membership = z.object({
  chat,
  from: user,
  date: seconds,
  new_chat_member: z.object({
    status: z.string(),
    user: user.optional(),
    /** Of "restricted": still in the chat. */
    is_member: z.boolean().optional(),
  }),
});
