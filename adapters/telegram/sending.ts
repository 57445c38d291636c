import type {
  ChannelMemory,
  Language,
  OutgoingMessage,
  Place,
  SentReceipt,
} from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import type { BotApi, Chat, FilePayload, TextPayload } from "./bot-api.js";
import { callbackData, LONG_ACTION } from "./callback-data.js";
import { isNotUnderstood, refusedWith, sendFailure } from "./failure.js";
import { type Part, render, topicName } from "./render.js";

/** A seminar's iCalendar file; null where it has no date, or is not known any more. */
export type CalendarFile = (
  seminar: string,
  language: Language,
) => Promise<{ readonly name: string; readonly content: string } | null>;

export interface SendingOptions {
  readonly api: BotApi;
  readonly memory: ChannelMemory;
  readonly calendarFile: CalendarFile | null;
  /** Told how each call ended: null, or what went wrong. */
  readonly outcome: (error: unknown) => void;
}

/** Everything that the desk has Telegram do to messages. All of it throws `SendFailure` and nothing else. */
export type Sending = ReturnType<typeof createSending>;

export function createSending({ api, memory, calendarFile, outcome }: SendingOptions) {
  async function failing<T>(to: Place, call: () => Promise<T>): Promise<T> {
    try {
      const result = await call();
      outcome(null);
      return result;
    } catch (error) {
      outcome(error);
      throw sendFailure(error, to);
    }
  }

  const partsOf = (to: Place, message: OutgoingMessage): readonly Part[] =>
    render(message, { scope: to.scope, files: calendarFile !== null });

  const partOf = (to: Place, message: OutgoingMessage, part: number): Part => {
    const found = partsOf(to, message)[part];
    if (!found) throw new SendFailure("undeliverable", "Telegram: the message has no such part");
    return found;
  };

  /** The file of a seminar; null where there is none (any more), so that its address is sent instead. */
  async function fileOf(
    part: Part & { kind: "calendar" },
    { language }: OutgoingMessage,
  ): Promise<FilePayload | null> {
    try {
      const file = await calendarFile?.(part.seminar.seminar, language);
      return file ? { ...file, caption: part.caption } : null;
    } catch {
      return null;
    }
  }

  /** Before a button can be pressed, the name for which its hash stands must be found. */
  async function remember(actions: readonly string[]): Promise<void> {
    for (const action of actions) {
      const data = callbackData(action);
      if (data === action) continue;
      try {
        await memory.set(LONG_ACTION + data, action);
      } catch {
        throw new SendFailure("retryable", "Telegram: the name of a button could not be kept");
      }
    }
  }

  /** A part as text; what Telegram refuses for its formats or the address on a button goes out once more without. */
  async function withText<T>(
    part: Part & { kind: "text" },
    put: (payload: TextPayload) => Promise<T>,
  ): Promise<T> {
    await remember(part.actions);
    try {
      return await put(part.payload);
    } catch (error) {
      if (!refusedWith(error, /entit|button_url|button url|http url/iu)) throw error;
      return await put(part.plain);
    }
  }

  async function put(chat: Chat, message: OutgoingMessage, part: Part): Promise<SentReceipt> {
    const file = part.kind === "calendar" ? await fileOf(part, message) : null;
    const asText = (): Promise<number> =>
      withText(part.kind === "text" ? part : part.instead, (text) => api.sendText(chat, text));
    if (!file) return { id: String(await asText()) };
    try {
      return { id: String(await api.sendFile(chat, file)) };
    } catch (error) {
      // a chat or a server that takes no files still takes the link
      if (!isNotUnderstood(error)) throw error;
      return { id: String(await asText()) };
    }
  }

  return {
    parts: (to: Place, message: OutgoingMessage): number => partsOf(to, message).length,

    send: (to: Place, message: OutgoingMessage, part: number): Promise<SentReceipt> =>
      failing(to, () => put(chatOf(to), message, partOf(to, message, part))),

    /**
     * A file stays a file and a text a text, for Telegram changes neither into the other: what was sent is taken back
     * then, and the failure says that the new one has to be sent.
     */
    edit: (receipt: SentReceipt, to: Place, message: OutgoingMessage, index: number): Promise<void> =>
      failing(to, async () => {
        const part = partOf(to, message, index);
        const chat = chatOf(to);
        const id = Number(receipt.id);
        const file = part.kind === "calendar" ? await fileOf(part, message) : null;
        const text = part.kind === "text" ? part : part.instead;
        try {
          if (file) await api.editFile(chat, id, file);
          else await withText(text, (payload) => api.editText(chat, id, payload));
        } catch (error) {
          if (refusedWith(error, /not modified/iu)) return;
          if (!refusedWith(error, /there is no (?:text|media|caption)/iu)) throw error;
          await api.deleteMessage(chat, id).catch(() => {});
          throw new SendFailure("undeliverable", "Telegram: a file cannot become a text, nor a text a file");
        }
      }),

    remove: (receipt: SentReceipt, to: Place): Promise<void> =>
      failing(to, async () => {
        try {
          await api.deleteMessage(chatOf(to), Number(receipt.id));
        } catch (error) {
          // What is gone is gone; what is older than 48 hours Telegram leaves where it is.
          if (!refusedWith(error, /message to delete not found|can't be deleted/iu)) throw error;
        }
      }),

    /** All parts of the message go into the topic; the receipt is the first one's. */
    openThread: (room: Place, first: OutgoingMessage): Promise<{ place: Place; receipt: SentReceipt }> =>
      failing(room, async () => {
        const { thread: _, ...parent } = room;
        const topic = await api.createTopic({ id: room.address }, topicName(first));
        const chat: Chat = { id: room.address, topic };
        const receipts: SentReceipt[] = [];
        try {
          for (const part of partsOf(room, first)) receipts.push(await put(chat, first, part));
        } catch (error) {
          throw await takenBack(chat, error, room);
        }
        const [receipt] = receipts;
        if (!receipt) throw new SendFailure("undeliverable", "Telegram: a message without parts");
        return { place: { ...parent, thread: String(topic) }, receipt };
      }),

    async typing(to: Place): Promise<void> {
      await api.typing(chatOf(to)).catch(() => {});
    },
  };

  /**
   * A topic without its message must not stay: trying again would open a second one. With the topic everything in it
   * is gone, so that even after an unknown outcome nothing was sent.
   */
  async function takenBack({ id, topic }: Chat, error: unknown, room: Place): Promise<SendFailure> {
    const failure = sendFailure(error, room);
    try {
      if (topic !== undefined) await api.deleteTopic({ id }, topic);
    } catch {
      return failure;
    }
    return failure.delivery === "unknown" ? new SendFailure("retryable", failure.message) : failure;
  }
}

function chatOf({ address, thread }: Place): Chat {
  return { id: address, ...(thread === undefined ? {} : { topic: Number(thread) }) };
}
