import { z } from "zod";
import type { Params, Upload } from "./body.js";
import { keyboard } from "./keyboard.js";
import { bad, refuse } from "./refusal.js";
import { type Entity, formatted } from "./text.js";
import type { Updates } from "./updates.js";
import { type Chat, inTopic, type Message, messageIn, seconds, type World } from "./world.js";

type Method = (params: Params) => unknown;

const whole = z.coerce.number().int();
const flag = z.union([z.boolean(), z.stringbool()]);
const chatId = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/u)
    .transform(Number),
]);
const entities = z.array(
  z.object({ type: z.string(), offset: z.number(), length: z.number(), url: z.string().optional() }),
);

const toChat = z.object({ chat_id: chatId, message_thread_id: whole.optional() });
const toMessage = z.object({ chat_id: chatId, message_id: whole });
const said = z.object({
  text: z.string().default(""),
  parse_mode: z.string().optional(),
  entities: entities.optional(),
  reply_markup: z.unknown().optional(),
});
const captioned = z.object({
  caption: z.string().default(""),
  parse_mode: z.string().optional(),
  caption_entities: entities.optional(),
  reply_markup: z.unknown().optional(),
});

/** The methods by name, in lower case as Telegram compares them. All throw `Refusal`. */
export function createMethods(world: World, updates: Updates): ReadonlyMap<string, Method> {
  const { bot } = world;

  /** A chat to which the bot may write now. */
  function writable(params: Params): { chat: Chat; topic: Message | undefined } {
    const { chat_id, message_thread_id: thread } = read(toChat, params);
    const chat = world.chats.get(chat_id) ?? bad("chat not found");
    if (chat.movedTo !== null)
      refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: chat.movedTo,
      });
    if (chat.type === "private") {
      if (chat.standing === "none") refuse(403, "Forbidden: bot can't initiate conversation with a user");
      if (chat.standing === "kicked") refuse(403, "Forbidden: bot was blocked by the user");
    } else if (chat.standing === "kicked") {
      refuse(403, `Forbidden: bot was kicked from the ${chat.type} chat`);
    } else if (chat.standing === "left") {
      refuse(403, `Forbidden: bot is not a member of the ${chat.type} chat`);
    }
    if (thread === undefined) return { chat, topic: undefined };
    // a group without topics ignores it (Client.cpp, check_message_topic)
    if (!chat.forum && chat.type !== "private") return { chat, topic: undefined };
    const topic = chat.topics.get(thread) ?? bad("message thread not found");
    if (chat.closed.has(thread) && chat.standing !== "administrator") bad("TOPIC_CLOSED");
    return { chat, topic };
  }

  function put(chat: Chat, topic: Message | undefined, content: Partial<Message>): Message {
    const message: Message = { ...messageIn(world, chat, bot), ...inTopic(topic), ...content };
    chat.messages.push(message);
    return message;
  }

  function own(params: Params, missing: string): { chat: Chat; message: Message } {
    const { chat_id, message_id } = read(toMessage, params);
    const { chat } = writable({ ...params, values: { chat_id } });
    const message = chat.messages.find((one) => one.message_id === message_id) ?? bad(missing);
    return { chat, message };
  }

  function replace(chat: Chat, message: Message, content: Partial<Message>, upload?: Upload): Message {
    if (message.from.id !== bot.id) bad("message can't be edited");
    const { edit_date: _, ...before } = message;
    // what is not given anew goes: the formats, the caption, the buttons
    const { reply_markup, entities, caption, caption_entities, ...kept } = before;
    const edited: Message = { ...kept, ...content };
    if (!upload && JSON.stringify(sorted(before)) === JSON.stringify(sorted(edited)))
      bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    const result: Message = { ...edited, edit_date: seconds() };
    chat.messages = chat.messages.map((one) => (one === message ? result : one));
    if (upload) chat.files.set(message.message_id, upload);
    return result;
  }

  const methods: Record<string, Method> = {
    getMe: () => ({
      ...bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    }),

    getUpdates(params) {
      const { offset, limit, timeout, allowed_updates } = read(
        z.object({
          offset: whole.default(0),
          limit: whole.default(100),
          timeout: whole.default(0),
          allowed_updates: z.array(z.string()).optional(),
        }),
        params,
      );
      updates.allow(allowed_updates);
      return updates.poll({
        offset,
        limit: Math.min(100, Math.max(1, limit)),
        timeout: Math.min(50, Math.max(0, timeout)),
      });
    },

    setWebhook(params) {
      const { url, secret_token, max_connections, drop_pending_updates, allowed_updates } = read(
        z.object({
          url: z.string().default(""),
          secret_token: z.string().optional(),
          max_connections: whole.default(40),
          drop_pending_updates: flag.default(false),
          allowed_updates: z.array(z.string()).optional(),
        }),
        params,
      );
      updates.allow(allowed_updates);
      if (url === "") {
        updates.setWebhook(null, drop_pending_updates);
        return true;
      }
      // plain http is what a Bot API server of one's own allows
      if (!/^https:\/\/|^http:\/\/(?:127\.|localhost)/u.test(url))
        bad("bad webhook: An HTTPS URL must be provided for webhook");
      if (secret_token !== undefined && !/^[\w-]{1,256}$/u.test(secret_token))
        bad("secret token contains unallowed characters");
      if (max_connections < 1 || max_connections > 100) bad("max_connections must be from 1 to 100");
      updates.setWebhook({ url, secret: secret_token, connections: max_connections }, drop_pending_updates);
      return true;
    },

    deleteWebhook(params) {
      const { drop_pending_updates } = read(z.object({ drop_pending_updates: flag.default(false) }), params);
      updates.setWebhook(null, drop_pending_updates);
      return true;
    },

    getWebhookInfo: () => updates.info(),

    setMyCommands(params) {
      const { commands, language_code } = read(
        z.object({
          commands: z.array(z.object({ command: z.string(), description: z.string() })),
          language_code: z.string().default(""),
        }),
        params,
      );
      if (!/^(?:[a-z]{2})?$/u.test(language_code)) bad("language code is invalid");
      if (commands.length > 100) bad("BOT_COMMANDS_TOO_MUCH");
      for (const { command, description } of commands) {
        if (!/^[a-z\d_]{1,32}$/u.test(command)) bad("BOT_COMMAND_INVALID");
        if (description.length < 1 || description.length > 256) bad("BOT_COMMAND_DESCRIPTION_INVALID");
      }
      world.commands.set(language_code, commands);
      return true;
    },

    sendMessage(params) {
      const { chat, topic } = writable(params);
      return put(chat, topic, textOf(params));
    },

    editMessageText(params) {
      const { chat, message } = own(params, "message to edit not found");
      const content = textOf(params);
      if (message.text === undefined) bad("there is no text in the message to edit");
      return replace(chat, message, content);
    },

    sendDocument(params) {
      const { chat, topic } = writable(params);
      const { document, upload } = documentOf(params, "document");
      const message = put(chat, topic, { document, ...captionOf(params) });
      chat.files.set(message.message_id, upload);
      return message;
    },

    editMessageMedia(params) {
      const { chat, message } = own(params, "message to edit not found");
      if (message.document === undefined) bad("there is no media in the message to edit");
      const { media } = read(
        z.object({ media: z.looseObject({ type: z.string(), media: z.string() }) }),
        params,
      );
      if (media.type !== "document") bad("unsupported media type");
      const part =
        /^attach:\/\/(.+)$/u.exec(media.media)?.[1] ?? bad("wrong file identifier/HTTP URL specified");
      const { document, upload } = documentOf(params, part);
      return replace(chat, message, { document, ...captionOf({ ...params, values: media }) }, upload);
    },

    deleteMessage(params) {
      const { chat, message } = own(params, "message to delete not found");
      const mine = message.from.id === bot.id || chat.standing === "administrator";
      if (!mine || seconds() - message.date > 48 * 3600) bad("message can't be deleted");
      chat.messages = chat.messages.filter((one) => one !== message);
      return true;
    },

    sendChatAction(params) {
      writable(params);
      const { action } = read(z.object({ action: z.string() }), params);
      if (!/^(?:typing|upload_document|upload_photo|record_voice|find_location)$/u.test(action))
        bad("wrong parameter action in request");
      return true;
    },

    answerCallbackQuery(params) {
      const { callback_query_id, text } = read(
        z.object({ callback_query_id: z.string(), text: z.string().default("") }),
        params,
      );
      if (text.length > 200) bad("MESSAGE_TOO_LONG");
      if (!world.openQueries.delete(callback_query_id))
        bad("query is too old and response timeout expired or query ID is invalid");
      return true;
    },

    createForumTopic(params) {
      const { chat } = writable(params);
      const { name } = read(z.object({ name: z.string().default("") }), params);
      if (!chat.forum) bad("the chat is not a forum");
      if (chat.standing !== "administrator") bad("not enough rights to create a topic");
      if (name.trim() === "" || name.length > 128) bad("TOPIC_TITLE_EMPTY");
      const opening = messageIn(world, chat, bot);
      const message: Message = {
        ...opening,
        message_thread_id: opening.message_id,
        is_topic_message: true,
        forum_topic_created: { name },
      };
      chat.topics.set(message.message_id, message);
      chat.messages.push(message);
      return { message_thread_id: message.message_id, name, icon_color: 7_322_096 };
    },

    deleteForumTopic(params) {
      const { chat } = writable({ ...params, values: { chat_id: params.values["chat_id"] } });
      const { message_thread_id: thread } = read(z.object({ message_thread_id: whole }), params);
      if (!chat.topics.delete(thread)) bad("TOPIC_ID_INVALID");
      chat.messages = chat.messages.filter((one) => one.message_thread_id !== thread);
      return true;
    },
  };

  return new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]));
}

function textOf(params: Params): Partial<Message> {
  const { text, parse_mode, entities, reply_markup } = read(said, params);
  const checked = formatted({ text, ...modeOf(parse_mode), ...entitiesOf(entities) }, 4096, "text");
  return {
    text: checked.text,
    ...(checked.entities.length > 0 ? { entities: checked.entities } : {}),
    ...markupOf(reply_markup),
  };
}

function captionOf(params: Params): Partial<Message> {
  const { caption, parse_mode, caption_entities, reply_markup } = read(captioned, params);
  const checked = formatted(
    { text: caption, ...modeOf(parse_mode), ...entitiesOf(caption_entities) },
    1024,
    "caption",
  );
  return {
    ...(checked.text === "" ? {} : { caption: checked.text }),
    ...(checked.entities.length > 0 ? { caption_entities: checked.entities } : {}),
    ...markupOf(reply_markup),
  };
}

function documentOf({ values, files }: Params, part: string) {
  const named = values[part];
  const from = typeof named === "string" ? /^attach:\/\/(.+)$/u.exec(named)?.[1] : part;
  const upload = files.get(from ?? "") ?? bad("there is no document in the request");
  if (upload.content === "") bad("file must be non-empty");
  const id = `file-${upload.name}`;
  return { upload, document: { file_id: id, file_unique_id: id, file_name: upload.name } };
}

function modeOf(mode: string | undefined): { mode?: string } {
  return mode === undefined ? {} : { mode };
}

function entitiesOf(given: z.infer<typeof entities> | undefined): { entities?: Entity[] } {
  return given === undefined
    ? {}
    : { entities: given.map(({ url, ...entity }) => ({ ...entity, ...(url === undefined ? {} : { url }) })) };
}

function markupOf(markup: unknown): Partial<Message> {
  const keys = keyboard(markup);
  return keys && keys.length > 0 ? { reply_markup: { inline_keyboard: keys } } : {};
}

function read<T extends z.ZodType>(schema: T, { values }: Params): z.output<T> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  const name = String(first?.path[0] ?? "");
  return bad(name === "chat_id" ? "chat_id is empty" : `parameter "${name}" is invalid or missing`);
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
