import type { Act, ActionId, Clock, ConversationState, OpenForm, Place } from "../vocabulary/index.js";
import type { GroupCommit } from "./group-commit.js";
import type { Sealing } from "./sealing.js";
import type { Statements } from "./statements.js";

/** What the use cases work with. */
export interface Engine {
  readonly statements: Statements;
  readonly group: GroupCommit;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly initialState: ConversationState;
  /** After something was erased: takes what the write-ahead log still holds of it out of the file, too. */
  emptyLog(): void;
}

/** A guest's line as it is stored. */
export interface Line {
  readonly text: string;
  readonly pressed?: { readonly action: ActionId; readonly on: string };
}

/** Names a place whatever its details are: they may change while it stays the same chat. */
export function lookupOf(sealing: Sealing, place: Place): string {
  return sealing.keyed("address", place.channel, place.scope, place.address, place.thread ?? "");
}

/** A conversation is a private chat with one guest, or one sender in one thread of a room. */
export function conversationKey(sealing: Sealing, place: Place, sender: string): string {
  return sealing.keyed("conversation", place.channel, place.scope, place.address, place.thread ?? "", sender);
}

/** The place of an address. */
export function openPlace(sealing: Sealing, sealed: Buffer): Place {
  return JSON.parse(sealing.open("address.sealed", sealed)) as Place;
}

/** How a conversation's state is stored: it holds the guest's words, so none of it lies in clear. */
export function sealState(sealing: Sealing, state: ConversationState): Buffer {
  return sealing.seal("conversation.state", JSON.stringify(state));
}

/** The columns in which a state is. */
export interface StateRow {
  /** In databases up to version 5 all but the open form; else empty. */
  readonly state: string;
  /** In databases up to version 5 the open form alone, if there is one. */
  readonly sealed_state: Buffer | null;
}

/** A conversation's state, in whichever version of the database it was stored. */
export function openState(sealing: Sealing, { state, sealed_state: sealed }: StateRow): ConversationState {
  if (sealed && state === "")
    return JSON.parse(sealing.open("conversation.state", sealed)) as ConversationState;
  return {
    ...(JSON.parse(state) as Omit<ConversationState, "form">),
    // states that were stored before there were forms have none
    form: sealed && (JSON.parse(sealing.open("conversation.form", sealed)) as OpenForm),
  };
}

/** What a button does; in databases up to version 5 it stood in clear. It may repeat a question of the guest. */
export function openAct(sealing: Sealing, row: { act: string; sealed: Buffer | null }): Act {
  return JSON.parse(row.sealed ? sealing.open("action.sealed", row.sealed) : row.act) as Act;
}

/** What a row of `message` holds; rows of database version 1 hold it in clear. */
export function openBody(sealing: Sealing, row: { body: string; sealed: Buffer | null }): unknown {
  return JSON.parse(row.sealed ? sealing.open("message.sealed", row.sealed) : row.body);
}

/** The id of a row that was inserted or found. */
export function idOf(row: { id: number } | undefined): number {
  if (!row) throw new Error("The database did not return the id of a row that it inserted.");
  return row.id;
}
