import { z } from "zod";
import type { ChannelMemory, OutgoingMessage, Place, SentReceipt } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { addressOf, wholeRoom } from "./places.js";
import { type Part, renderParts } from "./render.js";
import type { Rooms } from "./rooms.js";
import type { Workspaces } from "./workspaces.js";

/** What the desk's own messages carry unseen, so that one whose send has an unknown outcome can be looked for. */
const EVENT_TYPE = "nahtstelle_message";
/** Milliseconds that Slack's clock may be behind ours. */
const CLOCKS_APART = 60_000;
/**
 * Unlike chat.postMessage, chat.update makes mentions and links of plain names unless it is told not to, and keeps a
 * preview that the message had (docs: chat.update).
 */
const AS_IT_STANDS = { parse: "none", link_names: false, attachments: [] } as const;
const PAGE = 100;
const MOST_PAGES = 10;

const posted = z.object({ ts: z.string().min(1) });
const opened = z.object({ channel: z.object({ id: z.string().min(1) }).loose() });
const history = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string().optional(), event_payload: z.unknown() })
          .loose()
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).loose().optional(),
});

/** Everything that the desk does in Slack by the Web API. @throws SendFailure, all of them. */
export function createSending({
  workspaces,
  memory,
  rooms,
}: {
  workspaces: Workspaces;
  memory: ChannelMemory;
  rooms: Rooms;
}) {
  function whole(place: Place): Place {
    const found = wholeRoom(place, workspaces.home());
    if (found === null) throw new SendFailure("retryable", "Slack has not been reached yet");
    return found;
  }

  /** The channel of a place; a person's direct message is opened, which changes nothing where it is open. */
  async function channelOf(place: Place): Promise<{ readonly team: string; readonly channel: string }> {
    const found = addressOf(whole(place));
    if (found === null) throw new SendFailure("undeliverable", "not an address in Slack");
    const { team, channel, user } = found;
    if (channel !== null) return { team, channel };
    const key = `dm:${team}:${user}`;
    const known = await memory.get(key);
    if (known !== null) return { team, channel: known };
    const answer = await workspaces
      .call(team, "conversations.open", { users: user, return_im: true })
      .catch((error: unknown) => {
        // opening twice does no harm, and nothing was sent yet
        if (error instanceof SendFailure && error.delivery === "unknown")
          throw new SendFailure("retryable", error.message);
        throw error;
      });
    const direct = opened.safeParse(answer);
    if (!direct.success) throw new SendFailure("retryable", "conversations.open: no channel in the answer");
    await memory.set(key, direct.data.channel.id);
    return { team, channel: direct.data.channel.id };
  }

  async function post(place: Place, message: OutgoingMessage, part: number): Promise<SentReceipt> {
    const { team, channel } = await channelOf(place);
    const answer = await workspaces.call(team, "chat.postMessage", {
      channel,
      ...(place.thread ? { thread_ts: place.thread } : {}),
      ...contentOf(message, part),
      unfurl_links: false,
      unfurl_media: false,
    });
    const { ts } = read(posted, answer, "chat.postMessage");
    return { id: ts };
  }

  async function remove(receipt: SentReceipt, place: Place): Promise<void> {
    const { team, channel } = await channelOf(place);
    try {
      await workspaces.call(team, "chat.delete", { channel, ts: receipt.id });
    } catch (error) {
      if (error instanceof SendFailure && error.message.endsWith(": message_not_found")) return;
      throw error;
    }
  }

  /** Needs the history scopes; without them nobody can tell, and the outcome stays unknown. */
  async function lookUp(
    place: Place,
    message: OutgoingMessage,
    part: number,
    since: number,
  ): Promise<SentReceipt | null> {
    const { team, channel } = await channelOf(place);
    const method = place.thread ? "conversations.replies" : "conversations.history";
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await workspaces
        .call(team, method, {
          channel,
          ...(place.thread ? { ts: place.thread } : {}),
          oldest: ((since - CLOCKS_APART) / 1000).toFixed(6),
          include_all_metadata: true,
          limit: PAGE,
          ...(cursor ? { cursor } : {}),
        })
        .catch((error: unknown) => {
          if (error instanceof SendFailure && error.message.endsWith(": missing_scope"))
            throw new SendFailure("unknown", `${method}: missing_scope`);
          throw error;
        });
      const { messages, response_metadata: more } = read(history, answer, method);
      const found = messages.find(({ metadata }) => carries(metadata, message.id, part));
      if (found) return { id: found.ts };
      cursor = more?.next_cursor;
      if (!cursor) return null;
    }
    throw new SendFailure("unknown", `${method}: too much was said since`);
  }

  return {
    post,

    async edit(receipt: SentReceipt, place: Place, message: OutgoingMessage, part: number): Promise<void> {
      const { team, channel } = await channelOf(place);
      await workspaces.call(team, "chat.update", {
        channel,
        ts: receipt.id,
        ...contentOf(message, part),
        ...AS_IT_STANDS,
      });
    },

    remove,

    lookUp,

    /** A thread whose root is the first message; the parts after the first go into the thread. */
    async openThread(
      given: Place,
      first: OutgoingMessage,
      begun?: SentReceipt,
    ): Promise<{ place: Place; receipt: SentReceipt }> {
      const { thread: _, ...room } = whole(given);
      await rooms.remember(room);
      const receipt = begun ?? (await post(room, first, 0));
      const place: Place = { ...room, thread: receipt.id };
      const sent = [receipt];
      // a message's ts is its time in seconds
      const arrived = (part: number) => begun && lookUp(place, first, part, Number(begun.id) * 1000);
      try {
        for (let part = 1; part < renderParts(first).length; part += 1)
          sent.push((await arrived(part)) ?? (await post(place, first, part)));
      } catch (error) {
        throw await takenBack(sent, place, error);
      }
      return { place, receipt };
    },
  };

  /**
   * A thread without all of its first message must not stay: trying again would open a second one. What may have come
   * through unseen hangs in the thread that is gone.
   */
  async function takenBack(sent: readonly SentReceipt[], place: Place, error: unknown): Promise<unknown> {
    try {
      for (const receipt of [...sent].reverse()) await remove(receipt, place);
    } catch {
      return error;
    }
    const unknown = error instanceof SendFailure && error.delivery === "unknown";
    return unknown ? new SendFailure("retryable", error.message) : error;
  }
}

function contentOf(message: OutgoingMessage, part: number): Record<string, unknown> {
  const parts = renderParts(message);
  const { text, blocks }: Part = parts[Math.min(part, parts.length - 1)] ?? { text: "…", blocks: [] };
  const metadata = { event_type: EVENT_TYPE, event_payload: { id: message.id, part } };
  return { text, blocks, metadata };
}

function carries(
  metadata: { event_type?: string | undefined; event_payload?: unknown } | undefined,
  id: string,
  part: number,
): boolean {
  if (metadata?.event_type !== EVENT_TYPE) return false;
  const payload = metadata.event_payload as { id?: unknown; part?: unknown } | null | undefined;
  return payload?.id === id && Number(payload.part) === part;
}

/** An answer that cannot be read says nothing of what was done. */
function read<T>(schema: z.ZodType<T>, answer: unknown, method: string): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new SendFailure("unknown", `${method}: an answer that is not Slack's`);
  return result.data;
}
