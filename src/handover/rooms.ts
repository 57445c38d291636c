import type { DecisionInput } from "../conversation/input.js";
import type { Knowledge, Partner, Presence, StaffRoom } from "../knowledge/model.js";
import type { ConversationState, OpenHandover, Place } from "../vocabulary/index.js";

/** The room in which a partner's enquiries are answered; the general desk's for all who have none. Null: there are none. */
export function roomOf(partner: string | null, { handover }: Pick<Knowledge, "handover">): StaffRoom | null {
  const own =
    partner === null ? undefined : handover.rooms.find(({ partners }) => partners.includes(partner));
  return own ?? generalRoom({ handover });
}

/** The general desk's room. */
export function generalRoom({ handover }: Pick<Knowledge, "handover">): StaffRoom | null {
  return handover.rooms.find(({ id }) => id === handover.general) ?? null;
}

/** The room in which a handover was announced last, as it is configured now; null: none, or not any more. */
export function roomIn(
  { room }: Pick<OpenHandover, "room">,
  { handover }: Pick<Knowledge, "handover">,
): StaffRoom | null {
  return handover.rooms.find(({ id }) => id === room) ?? null;
}

/** Where a handover's lines go in its room; null where staff read it in the desk itself. */
export function threadOf(
  handover: Pick<OpenHandover, "room" | "threads">,
  { knowledge, conversation: { id = 0 } }: DecisionInput,
): Place | null {
  const room = roomIn(handover, knowledge);
  return room && handover.threads > 0 ? threadIn(room, id, handover.threads) : null;
}

/** The desk's own name of the n-th thread that a conversation has had in rooms: it is opened by what is sent there first. */
export function threadIn(room: StaffRoom, conversation: number, n: number): Place | null {
  if (room.address === null || room.channel === "terminal") return null;
  return { channel: room.channel, scope: "room", address: room.address, thread: `~${conversation}.${n}` };
}

/** The room in which staff read on, while one of them has the conversation; null: none, or the desk itself. */
export function readIn(
  { owner, handover }: ConversationState,
  { handover: { rooms } }: Pick<Knowledge, "handover">,
): Place | null {
  const room = owner === "person" ? rooms.find(({ id }) => id === handover?.room) : undefined;
  if (!room || room.address === null || room.channel === "terminal") return null;
  return { channel: room.channel, scope: "room", address: room.address };
}

/** Where staff who sit at the desk itself read what is said to them of a conversation. */
export function deskEntrance(conversation: number): Place {
  return { channel: "terminal", scope: "room", address: "desk", thread: String(conversation) };
}

/** Whether a place is one of the staff rooms, or in one. The desk's own entrance for staff always is. */
export function isStaffRoom(
  { channel, scope, address }: Place,
  { handover }: Pick<Knowledge, "handover">,
): boolean {
  if (scope !== "room") return false;
  if (channel === "terminal") return true;
  return handover.rooms.some((room) => room.channel === channel && isAddressOf(room, address));
}

/** Slack names a channel with its workspace before it; configured is the channel alone, or both. */
export function isAddressOf(room: StaffRoom, address: string): boolean {
  if (room.address === address) return true;
  return room.channel === "slack" && room.address !== null && address.endsWith(`:${room.address}`);
}

/**
 * Whether somebody is there for a partner: by the partner's own hours where they are known, else by the office's.
 * "unknown" only where neither says anything.
 */
export function presenceFor(partner: Partner | null, { facts }: DecisionInput): Presence {
  const own = partner ? facts.presence(partner) : "unknown";
  return own === "unknown" ? facts.presence({ kind: "desk", hours: {} }) : own;
}
