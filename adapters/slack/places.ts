import type { Place } from "../../src/vocabulary/index.js";

/**
 * A guest alone with the desk: one place for the direct message, the App Home and the slash command, so that they are
 * one conversation. Addressed by the person, because a command knows no more; the channel is a detail.
 */
export function privatePlace(
  team: string,
  user: string,
  channel?: string | null,
  thread?: string | null,
): Place {
  return {
    channel: "slack",
    scope: "private",
    address: `${team}:@${user}`,
    ...(thread ? { thread } : {}),
    ...(channel ? { details: { channel } } : {}),
  };
}

/**
 * A channel, a private one, or a direct message of several.
 * @param thread the time stamp of the thread's root: that of a reply would begin a broken thread.
 */
export function roomPlace(team: string, channel: string, thread?: string): Place {
  return {
    channel: "slack",
    scope: "room",
    address: `${team}:${channel}`,
    ...(thread ? { thread } : {}),
  };
}

/**
 * A room as the configuration may name it, by its channel's id alone: that is one of the office's own workspace.
 * @param home the office's own workspace; null while it is not known.
 * @returns null when it cannot be said yet in which workspace the room is.
 */
export function wholeRoom(room: Place, home: string | null): Place | null {
  if (room.scope !== "room" || room.address.includes(":")) return room;
  return home === null ? null : { ...room, address: `${home}:${room.address}` };
}

/** Where a place is, for the Web API; `channel` is null for a person whose direct message is not known yet. */
export function addressOf(
  place: Place,
): { readonly team: string; readonly channel: string | null; readonly user: string | null } | null {
  const [, team, person, rest] = /^([^:]+):(@?)(.+)$/u.exec(place.address) ?? [];
  if (!team || !rest) return null;
  if (person === "") return { team, channel: rest, user: null };
  return { team, channel: place.details?.["channel"] ?? null, user: rest };
}

/** Direct messages are told by their type; servers for tests leave it out, and all ids of them begin with D. */
export function isDirect(channel: string, type?: string): boolean {
  return type === undefined ? channel.startsWith("D") : type === "im" || type === "app_home";
}

/** Slack's seconds since 1970, as a number or a time stamp such as "1512085950.000216". */
export function iso(seconds: number | string | undefined, otherwise: number): string {
  const milliseconds = Number(seconds) * 1000;
  const usable = Number.isFinite(milliseconds) && milliseconds > 0 && milliseconds < 8e15;
  return new Date(usable ? milliseconds : otherwise).toISOString();
}
