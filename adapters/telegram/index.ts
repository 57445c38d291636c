import type { Channel, Desk, DeskEvent, Rate } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import type { BotApi, Self } from "./bot-api.js";
import { isHash, LONG_ACTION } from "./callback-data.js";
import { COMMANDS } from "./commands.js";
import { isNotUnderstood, isTokenRefused } from "./failure.js";
import { toEvent } from "./incoming.js";
import { type Polling, poll, troubleOf } from "./polling.js";
import { render } from "./render.js";
import { type CalendarFile, createSending, type Sending } from "./sending.js";
import { createTroubles } from "./troubles.js";
import type { Update } from "./update.js";
import { webhook } from "./webhook.js";

export interface TelegramOptions {
  readonly token: string;
  /** Null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** Null: Telegram's own. */
  readonly apiRoot: string | null;
  /** Where given, a seminar's iCalendar file goes along as a file; else as a link. */
  readonly calendarFile?: CalendarFile;
  /** Seconds until a call is given up. Default 10. */
  readonly timeoutSeconds?: number;
}

/**
 * As Telegram publishes them (https://core.telegram.org/bots/faq): all topics of a group count together. One message a
 * second with a guest, short bursts allowed: a greeting, an answer and its calendar file come together.
 */
const RATES: readonly Rate[] = [
  { most: 3, withinMs: 3_000, of: "chat", scope: "private" },
  { most: 20, withinMs: 60_000, of: "chat", scope: "room" },
  { most: 30, withinMs: 1_000, of: "channel" },
];

/** Bytes. One that is refused for its size would be sent again for a day. */
const LARGEST_UPDATE = 256 * 1024;

/** The desk on Telegram, by long polling or by webhook. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const calendarFile = options.calendarFile ?? null;
  let sending: Sending | null = null;
  let polling: Polling | null = null;
  let stopped = false;

  const connected = (): Sending => {
    if (sending) return sending;
    throw new SendFailure("retryable", "Telegram: not connected yet");
  };

  return {
    name: "telegram",
    can: { edit: true, remove: true, threads: true, typing: true, files: true },
    rates: RATES,

    async start(desk) {
      let receiving: { readonly api: BotApi; readonly self: Self } | null = null;
      const health = createTroubles((what) => desk.trouble(what));
      const take = async (update: Update): Promise<void> => {
        // Until it is known who the bot is, mentions cannot be told: Telegram sends it again.
        if (!receiving) throw new Error("not ready");
        await takeOver(update, receiving, desk);
      };
      if (options.webhook)
        desk.http.post(
          new URL(options.webhook.url).pathname,
          webhook({
            secret: options.webhook.secret,
            take,
            refused: (reason) => desk.refused(reason),
            failed: () => desk.log.warn("an update from Telegram was not taken; it will be sent again"),
          }),
          LARGEST_UPDATE,
          () => desk.refused("oversized"),
        );

      const { connect } = await import("./api.js");
      const { token, apiRoot, timeoutSeconds = 10 } = options;
      const api = connect({ token, apiRoot, timeoutSeconds });
      sending = createSending({
        api,
        memory: desk.memory,
        calendarFile,
        outcome: (error) => health.set("sending", isTokenRefused(error) ? troubleOf(error) : null),
      });

      desk.keepTrying(options.webhook ? "Telegram webhook" : "Telegram long polling", (signal) =>
        explained(async () => {
          receiving = { api, self: await api.me(signal) };
          if (options.webhook) return api.setWebhook(options.webhook.url, options.webhook.secret, signal);
          await api.deleteWebhook(signal);
          if (stopped || polling) return;
          polling = poll({
            api,
            take,
            unreadable: () => {
              desk.refused("malformed");
              desk.log.warn("an update from Telegram could not be read and is passed over");
            },
            trouble: (what) => health.set("receiving", what),
            clock: desk.clock,
          });
        }),
      );
      desk.keepTrying("Telegram commands", (signal) =>
        explained(async () => {
          try {
            await api.setCommands(COMMANDS.de, null, signal);
            await api.setCommands(COMMANDS.de, "de", signal);
            await api.setCommands(COMMANDS.en, "en", signal);
          } catch (error) {
            // Everything works without the list, also on a server that does not know the method: no trouble for health.
            if (!isNotUnderstood(error)) throw error;
            desk.log.warn("Telegram does not take the list of commands; the commands work all the same");
          }
        }),
      );
    },

    // Needs no connection: how many parts there are depends on nothing but the message.
    parts: (to, message) => render(message, { scope: to.scope, files: calendarFile !== null }).length,
    send: async (to, message, part = 0) => connected().send(to, message, part),
    edit: async (receipt, to, message, part = 0) => connected().edit(receipt, to, message, part),
    remove: async (receipt, to) => connected().remove(receipt, to),
    openThread: async (room, first) => connected().openThread(room, first),
    typing: async (to) => sending?.typing(to),

    async stop() {
      stopped = true;
      await polling?.stop();
    },
  };
}

/** Stores what the update means; then, whatever comes of it, lets the pressed button rest. */
async function takeOver(
  update: Update,
  { api, self }: { readonly api: BotApi; readonly self: Self },
  desk: Desk,
): Promise<void> {
  const event = toEvent(update, { self, now: desk.clock.now() });
  if (event) await desk.receive(await withWholeAction(event, desk));
  // A spinner on the button stays until then. Best effort: Telegram takes it for a short time only ("query is too old").
  if (update.callback_query) void api.answerCallback(update.callback_query.id).catch(() => {});
}

/** The name for which a hash stands; the hash itself where it is not known: the bot then says that the button is old. */
async function withWholeAction(event: DeskEvent, desk: Desk): Promise<DeskEvent> {
  const { what } = event;
  if (what.kind !== "action" || !isHash(what.action)) return event;
  const action = await desk.memory.get(LONG_ACTION + what.action);
  return action === null ? event : { ...event, what: { ...what, action } };
}

/** Failures of the start with words for health. */
async function explained(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    throw new Error(troubleOf(error));
  }
}
