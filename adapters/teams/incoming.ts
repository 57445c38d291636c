import { z } from "zod";
import type { DeskEvent, Happening, Place } from "../../src/vocabulary/index.js";
import { type Activity, tenantOf } from "./activity.js";
import { attachmentsOf, isMentioned, plainText } from "./incoming-text.js";

/** What we write into a button (`adaptive-card.ts`) and get back when it is pressed. */
const pressed = z.looseObject({
  action: z.string().min(1).max(200),
  on: z.string().min(1).max(200).optional(),
  nonce: z.string().min(1).max(300).optional(),
});

/**
 * The desk's event of an activity; null for what the desk leaves alone: reactions, typing, what bots say, people who come,
 * names that change. Who leaves a room is read by `roomChange`.
 * @param now Milliseconds since 1970.
 */
export function toEvent(activity: Activity, now: number): DeskEvent | null {
  const { from, recipient } = activity;
  if (!from || !recipient || from.id === recipient.id) return null;
  // Bots, of whatever make: two that answer each other would never end.
  if (from.role === "bot" || from.id.startsWith("28:")) return null;
  const happened = whatHappened(activity, now);
  if (!happened) return null;
  const place = placeOf(activity);
  const addressed = place.scope === "private" || happened.what.kind === "action" || isMentioned(activity);
  // With the consent to read along, every line of a chain arrives. Its first line cannot go on from anything.
  const follows = !addressed && place.thread !== undefined && place.thread !== activity.id;
  return {
    keys: happened.keys,
    channel: "teams",
    place,
    sender: { id: from.id, ...(from.name ? { name: from.name } : {}) },
    addressed,
    ...(follows ? { followsOn: true } : {}),
    ...(activity.locale ? { locale: activity.locale } : {}),
    sentAt: sentAt(activity, now),
    what: happened.what,
  };
}

interface Happened {
  readonly what: Happening;
  readonly keys: readonly string[];
}

function whatHappened(activity: Activity, now: number): Happened | null {
  const { conversation, channelData, recipient } = activity;
  const id = activity.id ?? "";
  const within = conversation.id;
  switch (activity.type) {
    case "message": {
      const said = plainText(activity);
      if (said === "" && activity.value != null) return whatWasPressed(activity, now);
      const attachments = attachmentsOf(activity);
      if (said === "" && attachments.length === 0 && !isMentioned(activity)) return null;
      return {
        what: {
          kind: "message",
          id,
          text: said,
          attachments,
          ...(activity.replyToId ? { replyTo: activity.replyToId } : {}),
        },
        keys: [`message:${within}:${id}`],
      };
    }
    case "messageUpdate": {
      if (channelData?.eventType !== "editMessage") return null;
      const text = plainText(activity);
      return {
        what: { kind: "edit", id, text },
        // Each edit of a message has its own time; where it is missing, the same words are the same edit.
        keys: [`edit:${within}:${id}:${activity.timestamp ?? text}`],
      };
    }
    case "messageDelete":
      if (channelData?.eventType !== "softDeleteMessage") return null;
      return { what: { kind: "deletion", id }, keys: [`deletion:${within}:${id}`] };
    case "conversationUpdate":
      if (!isPersonal(activity) || !activity.membersAdded?.some((member) => member.id === recipient?.id))
        return null;
      return membership("joined", activity, now);
    case "installationUpdate":
      // of rooms: membership.ts
      return isPersonal(activity) && activity.action?.startsWith("remove")
        ? membership("left", activity, now)
        : null;
    default:
      return null;
  }
}

function membership(change: "joined" | "left", activity: Activity, now: number): Happened {
  const once = activity.id ?? activity.timestamp ?? String(now);
  return {
    what: { kind: "membership", change },
    keys: [`${change}:${activity.conversation.id}:${once}`],
  };
}

/** Milliseconds within which the same button, pressed by the same guest, is surely one press. */
const ONE_PRESS = 120_000;

function whatWasPressed(activity: Activity, now: number): Happened | null {
  const read = pressed.safeParse(activity.value);
  if (!read.success) return null;
  const { action, on, nonce } = read.data;
  const under = activity.replyToId ?? "";
  // Teams repeats a press as new activities, with other ids and times (msteams-docs#4592, #5668). A guest who presses the
  // same button again half an hour later means it. So the key holds for a while, and in two rows of windows that overlap:
  // two presses within two minutes share one, two that lie more than four minutes apart share none.
  const who = `${activity.from?.id ?? ""}:${under}:${nonce ?? action}`;
  const window = (from: number): number => Math.floor((now + from) / (2 * ONE_PRESS));
  return {
    what: { kind: "action", action, on: on ?? under },
    keys: [`pressed:${who}:a${window(0)}`, `pressed:${who}:b${window(ONE_PRESS)}`],
  };
}

/** Alone with the bot. */
export function isPersonal({ conversation }: Activity): boolean {
  const { conversationType, isGroup } = conversation;
  return conversationType ? conversationType === "personal" : isGroup !== true;
}

/** Where an activity is answered. The chain of a channel is named behind `;messageid=` in the conversation's id. */
export function placeOf(activity: Activity): Place {
  const { conversation, recipient, channelData, serviceUrl } = activity;
  const [address = "", thread] = conversation.id.split(";messageid=");
  const known = {
    serviceUrl,
    tenantId: tenantOf(activity),
    botId: recipient?.id,
    conversationType: conversation.conversationType,
    teamId: channelData?.team?.id,
    channelId: channelData?.channel?.id,
  };
  const details = Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  return {
    channel: "teams",
    scope: isPersonal(activity) ? "private" : "room",
    address,
    ...(thread ? { thread } : {}),
    details,
  };
}

/** ISO 8601. @param now milliseconds since 1970, where Teams gives no time. */
export function sentAt({ timestamp }: Activity, now: number): string {
  const at = timestamp ? Date.parse(timestamp) : Number.NaN;
  return new Date(Number.isNaN(at) ? now : at).toISOString();
}
