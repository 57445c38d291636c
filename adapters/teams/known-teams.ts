import { z } from "zod";
import type { ChannelMemory, Place } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { type Activity, tenantOf } from "./activity.js";

/**
 * How the channels of a team are written to. A room is configured by its channel's id alone, but the connector wants the
 * address and the tenant, which only activities of the team tell. Kept over restarts: `team:<team>` has how it is reached,
 * `room:<channel>` the team of a channel.
 */
export interface KnownTeams {
  /** Keeps what an activity tells of its team. Its token must have been checked. */
  note(activity: Activity): Promise<void>;
  /** Completes the place of a room that has no address of the connector. @throws SendFailure */
  complete(room: Place): Promise<Place>;
  /** The channels of a team that it has heard from. */
  channels(team: string): Promise<readonly string[]>;
  forgetTeam(team: string): Promise<void>;
  forgetChannel(channel: string): Promise<void>;
}

/** `serviceUrl`, `tenantId`, `botId`: details of a place. */
const reached = z.record(z.string(), z.string());
type Reached = Readonly<z.infer<typeof reached>>;

/** Channels of teams; chats have other names behind the "@". */
const CHANNEL = /^19:.+@thread\.(?:tacv2|skype)$/u;

export function createKnownTeams(memory: ChannelMemory): KnownTeams {
  async function keep(key: string, value: string): Promise<void> {
    // with the consent to read along, every line of a channel comes by here
    if ((await memory.get(key)) !== value) await memory.set(key, value);
  }

  async function team(id: string): Promise<Reached | null> {
    const stored = await memory.get(`team:${id}`);
    return stored === null ? null : reached.parse(JSON.parse(stored));
  }

  /** How a channel is reached, by its own team; else as all teams are, where that is the same for all. */
  async function find(channel: string): Promise<Reached | null> {
    const teamId = (await memory.get(`room:${channel}`)) ?? channel;
    const own = await team(teamId);
    if (own) return { ...own, teamId };
    const [first, ...others] = new Set((await memory.all("team:")).values());
    return first === undefined || others.length > 0 ? null : reached.parse(JSON.parse(first));
  }

  return {
    async note(activity) {
      const { channelData, serviceUrl, recipient, conversation } = activity;
      const id = channelData?.team?.id;
      if (!id) return;
      const tenantId = tenantOf(activity);
      const how: Reached = {
        serviceUrl,
        ...(tenantId ? { tenantId } : {}),
        ...(recipient ? { botId: recipient.id } : {}),
      };
      await keep(`team:${id}`, JSON.stringify(how));
      const [within = ""] = conversation.id.split(";");
      const channels = [id, channelData.channel?.id, channelData.settings?.selectedChannel?.id, within];
      for (const channel of new Set(channels))
        if (channel && CHANNEL.test(channel)) await keep(`room:${channel}`, id);
    },

    async complete(room) {
      if (room.scope !== "room" || room.details?.["serviceUrl"]) return room;
      const found = await find(room.address).catch(() => {
        throw new SendFailure("retryable", "Teams: what is known of the team could not be read.");
      });
      if (!found)
        throw new SendFailure(
          "retryable",
          "Teams: nothing was heard yet from the team of this channel. The app must be installed in the team; then mention the bot once in the channel.",
        );
      return {
        ...room,
        details: { ...room.details, ...found, conversationType: "channel", channelId: room.address },
      };
    },

    async channels(id) {
      const rooms = await memory.all("room:");
      return [...rooms].flatMap(([key, of]) => (of === id ? [key.slice("room:".length)] : []));
    },
    async forgetTeam(id) {
      for (const channel of await this.channels(id)) await memory.remove(`room:${channel}`);
      await memory.remove(`team:${id}`);
    },
    forgetChannel: (channel) => memory.remove(`room:${channel}`),
  };
}
