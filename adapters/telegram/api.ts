import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { z } from "zod";
import type { BotApi, Chat, FilePayload, TextPayload } from "./bot-api.js";
import { ApiFailure, type Said } from "./failure.js";

/** The only file that knows the SDK; loaded when the channel starts. */
export interface ConnectOptions {
  readonly token: string;
  /** Null: Telegram's own. */
  readonly apiRoot: string | null;
  /** Seconds until a call is given up. */
  readonly timeoutSeconds: number;
}

/** Seconds for which Telegram holds a long poll open when there is nothing. */
const LONG_POLL = 30;

/** All that is asked for; named in full, because a list that was set once stays in force. */
const UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"] as const;

/**
 * Telegram's Bot API. Opens no connection yet; every call is one request and has a deadline.
 * All calls throw `ApiFailure` and nothing else.
 */
export function connect({ token, apiRoot, timeoutSeconds }: ConnectOptions): BotApi {
  // grammY refuses an address that ends with a slash.
  const root = apiRoot === null ? {} : { apiRoot: apiRoot.replace(/\/+$/u, "") };
  const api = new Api(token, { ...root, timeoutSeconds });
  // The client's deadline cuts long polls too, so these have one of their own.
  const polls = new Api(token, { ...root, timeoutSeconds: LONG_POLL + Math.max(timeoutSeconds, 5) });

  /**
   * A group whose topics were switched off takes what is meant for one of them all the same: it would stand where nobody
   * can answer it.
   */
  async function inItsTopic(method: string, chat: Chat, send: () => Promise<unknown>): Promise<number> {
    const sent = await called(method, async () => message.parse(await send()));
    const isGroup = chat.id.startsWith("-");
    if (chat.topic === undefined || !isGroup || sent.message_thread_id === chat.topic) return sent.message_id;
    await api.deleteMessage(chat.id, sent.message_id).catch(() => {});
    throw new ApiFailure(method, { code: 400, description: "the group has no topics any more" });
  }

  return {
    me: (signal) =>
      called("getMe", async () => {
        const { id, username } = self.parse(await api.getMe(abort(signal)));
        return { id, username: username ?? "" };
      }),
    updates: (offset, signal) =>
      called("getUpdates", async () =>
        z.array(z.unknown()).parse(
          await polls.getUpdates(
            {
              ...(offset === undefined ? {} : { offset }),
              limit: 100,
              timeout: LONG_POLL,
              allowed_updates: UPDATES,
            },
            abort(signal),
          ),
        ),
      ),
    setWebhook: (url, secret, signal) =>
      done("setWebhook", () =>
        api.setWebhook(
          url,
          { secret_token: secret, allowed_updates: UPDATES, max_connections: 20 },
          abort(signal),
        ),
      ),
    deleteWebhook: (signal) =>
      done("deleteWebhook", () => api.deleteWebhook({ drop_pending_updates: false }, abort(signal))),
    setCommands: (commands, language, signal) =>
      done("setMyCommands", () =>
        api.setMyCommands(commands, language === null ? {} : { language_code: language }, abort(signal)),
      ),
    sendText: (chat, text) =>
      inItsTopic("sendMessage", chat, () =>
        api.sendMessage(chat.id, text.text, { ...topicOf(chat), ...textual(text) }),
      ),
    sendFile: (chat, file) =>
      inItsTopic("sendDocument", chat, () =>
        api.sendDocument(chat.id, fileOf(file), { ...topicOf(chat), caption: file.caption }),
      ),
    editText: (chat, message, text) =>
      done("editMessageText", () => api.editMessageText(chat.id, message, text.text, textual(text))),
    editFile: (chat, message, file) =>
      done("editMessageMedia", () =>
        api.editMessageMedia(chat.id, message, {
          type: "document",
          media: fileOf(file),
          caption: file.caption,
        }),
      ),
    deleteMessage: (chat, message) => done("deleteMessage", () => api.deleteMessage(chat.id, message)),
    createTopic: (chat, name) =>
      called(
        "createForumTopic",
        async () =>
          z.object({ message_thread_id: z.int() }).parse(await api.createForumTopic(chat.id, name))
            .message_thread_id,
      ),
    deleteTopic: (chat, topic) => done("deleteForumTopic", () => api.deleteForumTopic(chat.id, topic)),
    answerCallback: (id) => done("answerCallbackQuery", () => api.answerCallbackQuery(id)),
    typing: (chat) => done("sendChatAction", () => api.sendChatAction(chat.id, "typing", topicOf(chat))),
  };
}

const self = z.object({ id: z.int(), username: z.string().optional() });

const message = z.object({ message_id: z.int(), message_thread_id: z.int().optional() });

function fileOf({ name, content }: FilePayload): InputFile {
  return new InputFile(Buffer.from(content, "utf8"), name);
}

function topicOf({ topic }: Chat): { message_thread_id?: number } {
  return topic === undefined ? {} : { message_thread_id: topic };
}

/** Never a parse mode: what is sent is plain text, and nothing in it is markup. */
function textual({ entities, keyboard }: TextPayload) {
  return {
    link_preview_options: { is_disabled: true },
    ...(entities.length === 0 ? {} : { entities: entities.map((entity) => ({ ...entity })) }),
    ...(keyboard.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: keyboard.map((row) => row.map((key) => ({ ...key }))) } }),
  };
}

/** grammY's typings name the signal of a package of theirs; the one that Node has is the same to it. */
function abort(signal: AbortSignal | undefined): Parameters<Api["getMe"]>[0] {
  return signal as Parameters<Api["getMe"]>[0];
}

async function done(method: string, call: () => Promise<unknown>): Promise<void> {
  await called(method, call);
}

async function called<T>(method: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new ApiFailure(method, saidBy(error));
  }
}

function saidBy(error: unknown): Said {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    if (typeof code !== "number") return { code: null, lost: "unreadable" };
    const { retry_after: seconds, migrate_to_chat_id: migrated } = parameters ?? {};
    return {
      code,
      description: String(description ?? ""),
      ...(typeof seconds === "number" ? { retryAfter: seconds * 1000 } : {}),
      ...(migrated === undefined ? {} : { migratedTo: String(migrated) }),
    };
  }
  // An answer that is no JSON, or none of Telegram's, whatever its status: what became of the call is not known.
  if (!(error instanceof HttpError)) return { code: null, lost: "unreadable" };
  const cause = z
    .object({ type: z.string().optional(), code: z.string().optional(), message: z.string().optional() })
    .catch({})
    .parse(error.error instanceof Error ? { ...error.error, message: error.error.message } : {});
  if (cause.type === "invalid-json") return { code: null, lost: "unreadable" };
  if (cause.code !== undefined && NEVER_CONNECTED.test(cause.code))
    return { code: null, lost: "unreachable" };
  return { code: null, lost: /timed? ?out|timeout/iu.test(cause.message ?? "") ? "timed-out" : "broken" };
}

/** No connection, no name, no network, or no trust in the certificate: nothing was sent. */
const NEVER_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ENETDOWN|CERT_|ERR_TLS|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/u;
