import type { DeskEvent, Place } from "../../src/vocabulary/index.js";
import type { Activity } from "./activity.js";
import { isPersonal, placeOf, sentAt } from "./incoming.js";

/** Somebody, or the bot itself, is no longer in a room; or the room is no more. */
export interface RoomChange {
  /** Ids of people; "bot" for the bot. */
  readonly who: readonly string[];
  /** Without a thread. */
  readonly room: Place;
  /** Where it holds for all channels of a team: the team's id. */
  readonly team: string | null;
  /** The room, or all of the team, is closed to the bot for good. */
  readonly gone: boolean;
}

/** The sender of what happens to the bot itself. */
const BOT = "bot";

/** Events of Teams after which nobody writes in a team or a channel ("Conversation events in your Teams bot"). */
const CLOSING: Readonly<Record<string, { readonly of: "channel" | "team"; readonly gone: boolean }>> = {
  channelDeleted: { of: "channel", gone: true },
  teamDeleted: { of: "team", gone: true },
  teamHardDeleted: { of: "team", gone: true },
  // it may be opened again
  teamArchived: { of: "team", gone: false },
};

/** What an activity says of who is no longer in a room; null: nothing. */
export function roomChange(activity: Activity): RoomChange | null {
  const { type, recipient, membersRemoved, channelData, action } = activity;
  if (!recipient || isPersonal(activity)) return null;
  const room = roomOf(activity);
  const teamId = channelData?.team?.id ?? null;
  // what happens to a team is told in its general channel, whose id is the team's
  const team = room.address === teamId || !channelData?.channel?.id ? teamId : null;
  if (type === "installationUpdate")
    return action?.startsWith("remove") ? { who: [BOT], room, team, gone: true } : null;
  if (type !== "conversationUpdate") return null;
  const closing = CLOSING[channelData?.eventType ?? ""];
  if (closing) return { who: [BOT], room, team: closing.of === "team" ? teamId : null, gone: closing.gone };
  const people = (membersRemoved ?? []).flatMap(({ id }) => {
    if (id === recipient.id) return [BOT];
    return id.startsWith("28:") ? [] : [id];
  });
  return people.length > 0 ? { who: people, room, team, gone: people.includes(BOT) } : null;
}

/**
 * The desk's events of a change, one for each person and room.
 * @param channels ids of the team's channels, where it holds for all of them.
 * @param now milliseconds since 1970.
 */
export function changeEvents(
  { who, room }: RoomChange,
  channels: readonly string[],
  activity: Activity,
  now: number,
): DeskEvent[] {
  const once = activity.id ?? activity.timestamp ?? String(now);
  const addresses = [...new Set([room.address, ...channels])];
  return addresses.flatMap((address) =>
    who.map(
      (id): DeskEvent => ({
        keys: [`left:${address}:${id}:${once}`],
        channel: "teams",
        place: { ...room, address },
        sender: { id },
        addressed: true,
        sentAt: sentAt(activity, now),
        what: { kind: "membership", change: "left" },
      }),
    ),
  );
}

function roomOf(activity: Activity): Place {
  const { thread: _, details: __, ...room } = placeOf(activity);
  return { ...room, address: activity.channelData?.channel?.id ?? room.address };
}
