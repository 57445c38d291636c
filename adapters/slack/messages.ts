import type { Attachment, DeskEvent, Happening } from "../../src/vocabulary/index.js";
import { decode } from "./mrkdwn.js";
import type { InnerMessage, MessageEvent } from "./payloads.js";
import { isDirect, iso, privatePlace, roomPlace } from "./places.js";
import type { Incoming } from "./understood.js";

interface Context {
  readonly team: string;
  /** The bot's user id in this workspace. */
  readonly self: string | null;
  /** Of the delivery. */
  readonly key: string;
  /** ISO 8601: when Slack says that it happened, where the message itself has no time. */
  readonly at: string;
}

/** Subtypes that are still a person's message. */
const SPOKEN = new Set(["file_share", "thread_broadcast", "me_message"]);

const ignored = (because: string): Incoming => ({ does: "nothing", because });

/**
 * A message, its edit or its deletion. A mention in a channel arrives twice, as `message` and as `app_mention`, with two
 * event ids and in either order (docs: Events API): channel and ts are the same, so they are the second key.
 */
export function readMessage(event: MessageEvent, context: Context): Incoming {
  if (event.subtype === "message_changed") return readChange(event, context);
  if (event.subtype === "message_deleted")
    return readDeletion(event, event.deleted_ts ?? event.previous_message?.ts, context);
  if (event.subtype !== undefined && !SPOKEN.has(event.subtype)) return ignored(event.subtype);
  const { ts } = event;
  if (!isPerson(event, context.self) || ts === undefined) return ignored("not a person's message");
  const said = decode(event.text ?? "", context.self);
  // `app_mention` comes again for each edit of a message with a mention; what it says then is the edit
  const changed = event.type === "app_mention" ? event.edited?.ts : undefined;
  const what: Happening =
    changed === undefined
      ? { kind: "message", id: ts, text: said.text, attachments: attachmentsOf(event) }
      : { kind: "edit", id: ts, text: said.text };
  return placed(event, event, context, {
    identity: changed === undefined ? ts : `${ts}:${changed}`,
    sentAt: iso(changed ?? ts, Date.parse(context.at)),
    texts: [event.text],
    what,
  });
}

// Slack sends `message_changed` for its own unfurls and language detection as well: the text is the same then.
function readChange(event: MessageEvent, context: Context): Incoming {
  const { message, previous_message: previous } = event;
  // a deleted message that has replies stays as a gravestone
  if (message?.subtype === "tombstone") return readDeletion(event, message.ts, context);
  if (message?.ts === undefined || !isPerson(message, context.self))
    return ignored("a bot's message changed");
  if (message.subtype !== undefined && !SPOKEN.has(message.subtype)) return ignored(message.subtype);
  if (previous === undefined || message.text === previous.text) return ignored("the text did not change");
  const time = message.edited?.ts ?? event.event_ts ?? event.ts;
  return placed(event, message, context, {
    identity: `${message.ts}:${time ?? ""}`,
    sentAt: iso(time, Date.parse(context.at)),
    texts: [message.text, previous.text],
    what: { kind: "edit", id: message.ts, text: decode(message.text ?? "", context.self).text },
  });
}

function readDeletion(event: MessageEvent, ts: string | undefined, context: Context): Incoming {
  const previous = event.previous_message;
  if (ts === undefined || !previous || !isPerson(previous, context.self))
    return ignored("not a person's message was deleted");
  return placed(event, previous, context, {
    identity: `${ts}:deleted`,
    sentAt: iso(event.event_ts ?? event.ts, Date.parse(context.at)),
    texts: [previous.text],
    what: { kind: "deletion", id: ts },
  });
}

interface Happened {
  /** Of the message, within its channel. */
  readonly identity: string;
  readonly sentAt: string;
  /** The texts in which a mention counts: of an edit the new and the old one. */
  readonly texts: readonly (string | null | undefined)[];
  readonly what: Happening;
}

function placed(event: MessageEvent, message: InnerMessage, context: Context, happened: Happened): Incoming {
  const { team, self } = context;
  const { channel, channel_type: type } = event;
  const user = message.user ?? "";
  const direct = isDirect(channel, type);
  // whether a mention is the bot's own cannot be said without the bot's id
  const mayBeMentioned = happened.texts.some((text) => text?.includes("<@"));
  if (self === null && mayBeMentioned && !direct) return { does: "wait" };

  const mentioned =
    event.type === "app_mention" || happened.texts.some((text) => decode(text ?? "", self).mentioned);
  const addressed = direct || mentioned;
  const base = {
    keys: [context.key, `message:${team}:${channel}:${happened.identity}`],
    channel: "slack",
    sender: { id: `${team}:${user}` },
    addressed,
    sentAt: happened.sentAt,
    what: happened.what,
  } as const;
  if (direct) {
    const place = privatePlace(team, user, channel, message.thread_ts);
    return { does: "receive", event: { ...base, place } };
  }
  const root = message.thread_ts ?? message.ts;
  const place = roomPlace(team, channel, root);
  const received: DeskEvent = {
    ...base,
    place,
    ...(!addressed && message.thread_ts ? { followsOn: true as const } : {}),
  };
  return { does: "receive", event: received };
}

/** Bots and apps never get an answer: two of them would talk for ever. */
function isPerson({ user, bot_id: bot, subtype }: InnerMessage, self: string | null): boolean {
  return user !== undefined && user !== self && user !== "USLACKBOT" && !bot && subtype !== "bot_message";
}

function attachmentsOf({ files = [] }: MessageEvent): readonly Attachment[] {
  return files.map(({ name, mimetype }): Attachment => {
    const kind = /^(image|audio|video)\//u.exec(mimetype ?? "")?.[1] as Attachment["kind"] | undefined;
    return { kind: kind ?? "file", ...(name ? { name } : {}) };
  });
}
