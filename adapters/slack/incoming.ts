import { z } from "zod";
import type { DeskEvent, Place } from "../../src/vocabulary/index.js";
import { readAction, readCommand } from "./interactions.js";
import { readMessage } from "./messages.js";
import {
  blockActions,
  eventCallback,
  homeOpened,
  membership,
  messageEvent,
  otherInteraction,
  slashCommand,
  tokensRevoked,
  urlVerification,
} from "./payloads.js";
import { iso, privatePlace, roomPlace } from "./places.js";
import type { Incoming } from "./understood.js";

export interface Reading {
  /** The bot's user id in a workspace, null while it is not known. */
  readonly self: (team: string) => string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The sender of what happens to the bot itself. */
const BOT = "bot";

const anyObject = z.record(z.string(), z.unknown());

/** Reads the body of an event, an interaction or a command, over HTTP or Socket Mode. Pure; never throws. */
export function readIncoming(body: unknown, reading: Reading): Incoming {
  const object = anyObject.safeParse(body);
  if (!object.success) return { does: "refuse" };
  const challenge = urlVerification.safeParse(body);
  if (challenge.success) return { does: "answer-challenge", challenge: challenge.data.challenge };
  const callback = eventCallback.safeParse(body);
  if (callback.success) return readEvent(callback.data, reading);
  const pressed = blockActions.safeParse(body);
  if (pressed.success) return readAction(pressed.data, reading.now);
  const command = slashCommand.safeParse(body);
  if (command.success) return readCommand(command.data, reading.now);
  const type = object.data["type"];
  if (type === "event_callback" || type === "block_actions" || type === "url_verification")
    return { does: "refuse" };
  const other = otherInteraction.safeParse(body);
  return other.success ? { does: "nothing", because: other.data.type } : { does: "refuse" };
}

type Callback = z.infer<typeof eventCallback>;

function readEvent(callback: Callback, reading: Reading): Incoming {
  const { event, event_id: eventId, authorizations = [] } = callback;
  const team = callback.team_id ?? authorizations.find(({ team_id }) => team_id)?.team_id;
  if (!team) return { does: "nothing", because: "no workspace" };
  const key = `event:${eventId}`;
  const at = iso(callback.event_time, reading.now);
  const self =
    authorizations.find(({ is_bot, team_id }) => is_bot && (!team_id || team_id === team))?.user_id ??
    reading.self(team);
  const unread: Incoming = { does: "nothing", because: `unknown form of ${event.type}` };

  const member = (place: Place, sender: string, change: "joined" | "left", keys: string[]): DeskEvent => ({
    keys: [key, ...keys],
    channel: "slack",
    place,
    sender: { id: sender },
    addressed: true,
    sentAt: at,
    what: { kind: "membership", change },
  });

  switch (event.type) {
    case "message":
    case "app_mention": {
      const message = messageEvent.safeParse(event);
      return message.success ? readMessage(message.data, { team, self, key, at }) : unread;
    }
    case "app_home_opened": {
      const opened = homeOpened.safeParse(event);
      if (!opened.success) return unread;
      const { user, tab, channel } = opened.data;
      if (tab === "home") return { does: "show-home", team, user };
      // sent at each opening: the second key keeps the desk from greeting every time
      const keys = [`joined:${team}:${user}`];
      return {
        does: "receive",
        event: member(privatePlace(team, user, channel), `${team}:${user}`, "joined", keys),
      };
    }
    case "member_joined_channel":
    case "member_left_channel": {
      const moved = membership.safeParse(event);
      if (!moved.success) return unread;
      const { user, channel } = moved.data;
      if (self === null) return { does: "wait" };
      const isBot = user === self;
      const room = roomPlace(team, channel);
      if (event.type === "member_left_channel" && user !== undefined)
        return { does: "receive", event: member(room, isBot ? BOT : `${team}:${user}`, "left", []) };
      if (!isBot) return { does: "nothing", because: "another member" };
      return { does: "receive", event: member(room, `${team}:${self}`, "joined", []) };
    }
    case "channel_archive":
    case "channel_deleted":
    case "channel_left":
    case "group_archive":
    case "group_deleted":
    case "group_left": {
      const gone = membership.safeParse(event);
      if (!gone.success) return unread;
      return {
        does: "receive",
        event: member(roomPlace(team, gone.data.channel), BOT, "left", []),
      };
    }
    case "tokens_revoked": {
      const revoked = tokensRevoked.safeParse(event);
      if (!revoked.success) return unread;
      if (!revoked.data.tokens?.bot?.length) return { does: "nothing", because: "a person's token" };
      return leftWorkspace(team, member);
    }
    case "app_uninstalled":
      return leftWorkspace(team, member);
    default:
      return { does: "nothing", because: event.type };
  }
}

function leftWorkspace(
  team: string,
  member: (place: Place, sender: string, change: "left", keys: string[]) => DeskEvent,
): Incoming {
  const place: Place = { channel: "slack", scope: "room", address: team };
  return { does: "forget-workspace", team, event: member(place, BOT, "left", []) };
}
