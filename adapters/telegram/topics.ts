import type { ChannelMemory } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import type { Update } from "./update.js";

/** The forum topics that the bot has opened: what is written there without a mention may go on from something. */
export interface Topics {
  /** @throws SendFailure */
  remember(chat: string, topic: number): Promise<void>;
  forget(chat: string, topic: number): Promise<void>;
  /** Whether an update is of one of them. */
  has(update: Update): Promise<boolean>;
}

export function createTopics(memory: ChannelMemory): Topics {
  const keyOf = (chat: string, topic: number): string => `topic:${chat}:${topic}`;
  return {
    async remember(chat, topic) {
      try {
        await memory.set(keyOf(chat, topic), "");
      } catch {
        throw new SendFailure("retryable", "Telegram: a topic could not be kept");
      }
    },
    forget: (chat, topic) => memory.remove(keyOf(chat, topic)),
    async has({ message, edited_message: edited }) {
      const { chat, is_topic_message: isTopic, message_thread_id: topic } = message ?? edited ?? {};
      if (!chat || !isTopic || topic === undefined) return false;
      return (await memory.get(keyOf(String(chat.id), topic))) !== null;
    },
  };
}
