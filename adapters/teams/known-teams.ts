import { z } from "zod";
import type { ChannelMemory, Place } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { type Activity, tenantOf } from "./activity.js";

/**
 * How the channels of a team are written to. A room is configured by its channel's id alone, but the connector wants the
 * address and the tenant, which only activities of the team tell. Kept over restarts: `team:<team>` has how it is reached,
 * `room:<channel>` the team of a channel, `gone:<channel>` that the bot was taken out of it (with its team, if out of all of that); each activity refreshes them.
 * A channel that several tenants share is heard of from each of them: what the office's own says counts.
 */
export interface KnownTeams {
  /** Keeps what an activity tells of its team. Its token must have been checked. */
  note(activity: Activity): Promise<void>;
  /** The place of a room as it is reached now, whatever was stored of it. @throws SendFailure */
  complete(room: Place): Promise<Place>;
  /** The channels of a team that it has heard from. */
  channels(team: string): Promise<readonly string[]>;
  /** The bot is in this channel no more, until it is heard from again; without a team, in none of the team's. */
  gone(at: { readonly channel: string; readonly team: string | null }): Promise<void>;
}

/** `serviceUrl`, `tenantId`, `botId`: details of a place. */
const reached = z.record(z.string(), z.string());
type Reached = Readonly<z.infer<typeof reached>>;

/** Channels of teams; chats have other names behind the "@". */
const CHANNEL = /^19:.+@thread\.(?:tacv2|skype)$/u;

/** @param own the office's tenants, the most important first. */
export function createKnownTeams(memory: ChannelMemory, own: readonly string[]): KnownTeams {
  /** The lower the nearer: 0 is the office's own. */
  function rank(how: Reached): number {
    const tenantId = how["tenantId"]?.toLowerCase();
    const found = own.findIndex((tenant) => tenant.toLowerCase() === tenantId);
    return found < 0 ? own.length : found;
  }

  async function keep(key: string, value: string): Promise<void> {
    // with the consent to read along, every line of a channel comes by here
    if ((await memory.get(key)) !== value) await memory.set(key, value);
  }

  async function team(id: string): Promise<Reached | null> {
    const stored = await memory.get(`team:${id}`);
    return stored === null ? null : reached.parse(JSON.parse(stored));
  }

  /** How a channel is reached, by its own team. */
  async function byItsTeam(channel: string): Promise<Reached | null> {
    const teamId = (await memory.get(`room:${channel}`)) ?? channel;
    const found = await team(teamId);
    return found && { ...found, teamId };
  }

  /** As all teams are reached, where that is the same for all of the nearest tenant. */
  async function likeTheOthers(): Promise<Reached | null> {
    const all = [...(await memory.all("team:")).values()].map((value) => reached.parse(JSON.parse(value)));
    const nearest = Math.min(...all.map(rank));
    const ways = new Map(
      all
        .filter((how) => rank(how) === nearest)
        .map((how) => [JSON.stringify([how["serviceUrl"], how["tenantId"], how["botId"]]), how]),
    );
    const [only, ...others] = ways.values();
    return only && others.length === 0 ? only : null;
  }

  /** Of a team, or of a channel's team, somebody nearer has told before. */
  async function isKnownBetter(id: string, how: Reached): Promise<boolean> {
    const before = await team(id);
    return before !== null && rank(before) < rank(how);
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
      if (!(await isKnownBetter(id, how))) await keep(`team:${id}`, JSON.stringify(how));
      const [within = ""] = conversation.id.split(";");
      const channels = [id, channelData.channel?.id, channelData.settings?.selectedChannel?.id, within];
      for (const channel of new Set(channels)) {
        if (!channel || !CHANNEL.test(channel)) continue;
        const before = await memory.get(`room:${channel}`);
        if (before === null || before === id || !(await isKnownBetter(before, how)))
          await keep(`room:${channel}`, id);
      }
      const heard = `gone:${within}`;
      for (const [key, of] of await memory.all("gone:"))
        if (of === id || key === heard) await memory.remove(key);
    },

    async complete(room) {
      if (room.scope !== "room") return room;
      const stored = room.details?.["serviceUrl"] !== undefined;
      const { isGone, found } = await look(room.address, stored).catch(() => {
        throw new SendFailure("retryable", "Teams: what is known of the team could not be read.");
      });
      if (isGone)
        throw new SendFailure(
          "undeliverable",
          "Teams: the app was taken out of the team of this channel, or the channel is no more.",
        );
      if (!found && stored) return room;
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
    async gone({ channel, team: id }) {
      const channels = id === null ? [channel] : [...(await this.channels(id)), channel];
      for (const one of new Set(channels)) {
        await memory.remove(`room:${one}`);
        await keep(`gone:${one}`, id ?? "");
      }
      if (id !== null) await memory.remove(`team:${id}`);
    },
  };

  /** @param stored it was written to before: nothing is guessed */
  async function look(
    channel: string,
    stored: boolean,
  ): Promise<{ readonly isGone: boolean; readonly found: Reached | null }> {
    if ((await memory.get(`gone:${channel}`)) !== null) return { isGone: true, found: null };
    return {
      isGone: false,
      found: (await byItsTeam(channel)) ?? (stored ? null : await likeTheOthers()),
    };
  }
}
