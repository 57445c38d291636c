import type { ChannelMemory, Place } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { addressOf, roomPlace } from "./places.js";

/**
 * The rooms in which the desk has begun threads. When the app leaves a workspace Slack names the workspace only, and each
 * of its rooms must hear of it.
 */
export interface Rooms {
  /** @throws SendFailure */
  remember(room: Place): Promise<void>;
  /** Those of a workspace. */
  of(team: string): Promise<readonly Place[]>;
  forget(team: string): Promise<void>;
}

export function createRooms(memory: ChannelMemory): Rooms {
  return {
    async remember(room) {
      const found = addressOf(room);
      if (found?.channel == null) throw new SendFailure("undeliverable", "not a room in Slack");
      const key = `room:${found.team}:${found.channel}`;
      try {
        if ((await memory.get(key)) === null) await memory.set(key, "");
      } catch {
        throw new SendFailure("retryable", "Slack: a room could not be kept");
      }
    },
    async of(team) {
      const start = `room:${team}:`;
      return [...(await memory.all(start)).keys()].map((key) => roomPlace(team, key.slice(start.length)));
    },
    async forget(team) {
      for (const key of (await memory.all(`room:${team}:`)).keys()) await memory.remove(key);
    },
  };
}
