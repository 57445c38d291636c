import { asBlocks, faultInBlocks } from "./blocks.js";
import { type Call, conversation, type Method, Refusal, text, writable } from "./call.js";
import { type Conversation, type Message, shown } from "./world.js";

/** Characters: docs.slack.dev/reference/methods/chat.postMessage, and .../chat.update. */
const LONGEST_TEXT = { posted: 40_000, updated: 4_000 };
const BLOCKS_A_MESSAGE = 50;

const postMessage: Method = {
  token: "bot",
  scope: "chat:write",
  run(call) {
    const channel = writable(call);
    const content = contentOf(call, LONGEST_TEXT.posted);
    if (content.text === undefined && content.blocks === undefined) throw new Refusal("no_text");
    const thread = threadOf(call, channel);
    const message: Message = {
      ...own(call),
      text: content.text ?? "",
      blocks: content.blocks ?? [],
      ...(thread ? { thread } : {}),
      ...(content.metadata ? { metadata: content.metadata } : {}),
    };
    post(call, channel, message);
    return { channel: channel.id, ts: message.ts, message: shown(call.world, call.workspace, message) };
  },
};

const postEphemeral: Method = {
  token: "bot",
  scope: "chat:write",
  run(call) {
    const channel = writable(call);
    const user = text(call.args, "user");
    if (user === undefined || !call.workspace.people.has(user)) throw new Refusal("user_not_found");
    if (!channel.members.has(user)) throw new Refusal("user_not_in_channel");
    const content = contentOf(call, LONGEST_TEXT.posted);
    if (content.text === undefined && content.blocks === undefined) throw new Refusal("no_text");
    const message = {
      ...own(call),
      text: content.text ?? "",
      blocks: content.blocks ?? [],
      onlyFor: user,
    };
    channel.messages.push(message);
    return { message_ts: message.ts };
  },
};

const update: Method = {
  token: "bot",
  scope: "chat:write",
  run(call) {
    const channel = conversation(call);
    const message = ownMessage(call, channel, "cant_update_message");
    if (channel.archived) throw new Refusal("is_archived");
    const content = contentOf(call, LONGEST_TEXT.updated);
    if (content.text === undefined && content.blocks === undefined) throw new Refusal("no_text");
    const previous = shown(call.world, call.workspace, message);
    message.text = content.text ?? message.text;
    // blocks that are not given again stay
    message.blocks = content.blocks ?? message.blocks;
    if (content.metadata) message.metadata = content.metadata;
    message.edited = call.world.nextTs();
    call.emit(call.workspace, {
      type: "message",
      subtype: "message_changed",
      channel: channel.id,
      channel_type: channel.kind,
      hidden: true,
      ts: message.edited,
      event_ts: message.edited,
      message: shown(call.world, call.workspace, message),
      previous_message: previous,
    });
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: shown(call.world, call.workspace, message),
    };
  },
};

const remove: Method = {
  token: "bot",
  scope: "chat:write",
  run(call) {
    const channel = conversation(call);
    const message = ownMessage(call, channel, "cant_delete_message");
    channel.messages.splice(channel.messages.indexOf(message), 1);
    const ts = call.world.nextTs();
    call.emit(call.workspace, {
      type: "message",
      subtype: "message_deleted",
      channel: channel.id,
      channel_type: channel.kind,
      hidden: true,
      ts,
      event_ts: ts,
      deleted_ts: message.ts,
      previous_message: shown(call.world, call.workspace, message),
    });
    return { channel: channel.id, ts: message.ts };
  },
};

export const chatMethods: Readonly<Record<string, Method>> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
};

/** A message of the app reaches the app as an event, too. */
export function post(
  call: Pick<Call, "world" | "workspace" | "emit">,
  channel: Conversation,
  message: Message,
): void {
  channel.messages.push(message);
  call.emit(call.workspace, {
    ...shown(call.world, call.workspace, message),
    channel: channel.id,
    channel_type: channel.kind,
    event_ts: message.ts,
  });
}

/** What every message of the app has. */
export function own({
  world,
  workspace,
}: Pick<Call, "world" | "workspace">): Pick<Message, "ts" | "user" | "byApp"> {
  return { ts: world.nextTs(), user: workspace.botUser, byApp: true };
}

/** @throws Refusal where a thread cannot begin: at a reply, or at a message that is not there. */
export function threadOf({ args }: Call, channel: Conversation): string | undefined {
  const thread = text(args, "thread_ts");
  if (thread === undefined) return undefined;
  const root = channel.messages.find(({ ts, onlyFor }) => ts === thread && onlyFor === undefined);
  if (!root) throw new Refusal("thread_not_found");
  if (root.thread !== undefined && root.thread !== root.ts) throw new Refusal("cannot_reply_to_message");
  return thread;
}

interface Content {
  readonly text?: string;
  readonly blocks?: Message["blocks"];
  readonly metadata?: unknown;
}

function contentOf({ args }: Call, longest: number): Content {
  const { blocks, metadata } = args;
  const markdown = text(args, "markdown_text");
  const words = text(args, "text");
  if (markdown !== undefined && (words !== undefined || blocks !== undefined))
    throw new Refusal("markdown_text_conflict");
  if ((words ?? markdown ?? "").length > longest) throw new Refusal("msg_too_long");
  if (blocks !== undefined) {
    const fault = faultInBlocks(blocks, BLOCKS_A_MESSAGE);
    if (fault) {
      const { error, messages } = fault;
      throw new Refusal(
        error,
        messages.length > 0 ? { errors: messages, response_metadata: { messages } } : {},
      );
    }
  }
  if (metadata !== undefined && !isMetadata(metadata)) throw new Refusal("invalid_metadata_format");
  const given = words ?? markdown;
  return {
    ...(given ? { text: given } : {}),
    ...(Array.isArray(blocks) && blocks.length > 0 ? { blocks: asBlocks(blocks) } : {}),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

function isMetadata(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { event_type: type, event_payload: payload } = value as Record<string, unknown>;
  return (
    typeof type === "string" && /^\w[\w.-]*$/u.test(type) && typeof payload === "object" && payload !== null
  );
}

function ownMessage(call: Call, channel: Conversation, otherwise: string): Message {
  const ts = text(call.args, "ts");
  const message = channel.messages.find((each) => each.ts === ts && each.onlyFor === undefined);
  if (!message) throw new Refusal("message_not_found");
  if (!message.byApp) throw new Refusal(otherwise);
  return message;
}
