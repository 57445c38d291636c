import type { Self } from "./bot-api.js";
import type { Message, TextEntity } from "./update.js";

/** A message's words, and whether they are meant for the bot. */
export interface Words {
  /** Without the mention of the bot, and a command without its `@bot`. */
  readonly text: string;
  /** The bot is mentioned, or a command names it. */
  readonly named: boolean;
  /** It is a command that names another bot. */
  readonly forAnother: boolean;
}

/** Reads the text or caption. Only Telegram's own entities count as a mention, never what looks like one. */
export function readWords(message: Message, self: Self): Words {
  const text = message.text ?? message.caption ?? "";
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const name = `@${self.username.toLowerCase()}`;
  const cuts: { readonly from: number; readonly to: number }[] = [];
  let forAnother = false;
  for (const entity of entities) {
    const from = entity.offset;
    const to = from + entity.length;
    const part = text.slice(from, to);
    if (isMention(entity, part, name, self)) cuts.push({ from, to });
    if (entity.type !== "bot_command") continue;
    const at = part.indexOf("@");
    if (at === -1) continue;
    if (part.slice(at).toLowerCase() === name) cuts.push({ from: from + at, to });
    else if (text.slice(0, from).trim() === "") forAnother = true;
  }
  return { text: without(text, cuts), named: cuts.length > 0, forAnother };
}

/**
 * Whether it answers a message of the bot. In a forum topic every message points to the one that opened the topic,
 * which may be the bot's: that is no answer.
 */
export function repliesTo({ reply_to_message: replied }: Message, self: Self): boolean {
  return replied?.from?.id === self.id && replied.forum_topic_created === undefined;
}

/**
 * In a topic that the bot has opened, as Telegram says of a line that answers nobody: it points to the message that
 * opened the topic. Of other lines it is not known here. The desk knows the topics of its staff rooms by their place, so
 * nothing is kept of them.
 */
export function inOwnTopic(
  { is_topic_message: isTopic, reply_to_message: replied }: Message,
  self: Self,
): boolean {
  return isTopic === true && replied?.forum_topic_created !== undefined && replied.from?.id === self.id;
}

function isMention({ type, user }: TextEntity, part: string, name: string, self: Self): boolean {
  return type === "text_mention" ? user?.id === self.id : type === "mention" && part.toLowerCase() === name;
}

function without(text: string, cuts: readonly { readonly from: number; readonly to: number }[]): string {
  if (cuts.length === 0) return text;
  let kept = "";
  let end = 0;
  for (const { from, to } of [...cuts].sort((a, b) => a.from - b.from)) {
    const before = text.slice(end, Math.max(from, end));
    kept = kept === "" ? before : joined(kept, before);
    end = Math.max(to, end);
  }
  const rest = text.slice(end);
  // "@bot, was kostet das?" and "@bot: ..." begin with the question.
  return (kept.trim() === "" ? rest.replace(/^[\s,:;–-]+/u, "") : joined(kept, rest)).trim();
}

/** Where something was taken out between two spaces, one of them stays. */
function joined(before: string, after: string): string {
  return /[ \t]$/u.test(before) ? before + after.replace(/^[ \t]+/u, "") : before + after;
}
