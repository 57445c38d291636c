import type { Activity } from "./activity.js";
import type { TeamsActivity } from "./render.js";

/** A conversation of Teams, as it is written to. */
export interface Conversation {
  readonly serviceUrl: string;
  /** With `;messageid=` and the root in a reply chain. */
  readonly id: string;
  readonly botId: string | undefined;
  readonly tenantId: string | undefined;
  readonly type: string | undefined;
}

/** A channel of a team, to begin a reply chain in. */
export interface TeamChannel {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly botId: string | undefined;
  readonly tenantId: string | undefined;
}

/** What the channel needs of an SDK; `botbuilder.ts` is the only file that knows which. All calls throw `CallFailure`. */
export interface Connector {
  /** What is wrong with the token of a request. "keys": it could not be checked, because the keys could not be had. */
  authenticate(activity: Activity, authorization: string): Promise<"fine" | "refused" | "keys">;
  /** @returns the id of the message; "" where Teams tells none. */
  send(to: Conversation, activity: TeamsActivity): Promise<string>;
  update(to: Conversation, id: string, activity: TeamsActivity): Promise<void>;
  remove(to: Conversation, id: string): Promise<void>;
  typing(to: Conversation): Promise<void>;
  /** @returns the id of the new conversation, with `;messageid=`. */
  open(channel: TeamChannel, activity: TeamsActivity): Promise<string>;
}
