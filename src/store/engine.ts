import type { Clock, Place } from "../vocabulary/index.js";
import type { GroupCommit } from "./group-commit.js";
import type { Sealing } from "./sealing.js";
import type { Statements } from "./statements.js";

/** What the use cases work with. */
export interface Engine {
  readonly statements: Statements;
  readonly group: GroupCommit;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

/** Names a place whatever its details are: they may change while it stays the same chat. */
export function lookupOf(sealing: Sealing, place: Place): string {
  return sealing.keyed("address", place.channel, place.scope, place.address, place.thread ?? "");
}

/** A conversation is a private chat with one guest, or one sender in one thread of a room. */
export function conversationKey(sealing: Sealing, place: Place, sender: string): string {
  return sealing.keyed("conversation", place.channel, place.scope, place.address, place.thread ?? "", sender);
}

export function openPlace(sealing: Sealing, sealed: Buffer): Place {
  return JSON.parse(sealing.open("address.sealed", sealed)) as Place;
}
