import { refuse } from "./refusal.js";

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** An attempt to deliver an update to the webhook; null: no answer. */
export interface Delivery {
  readonly update: number;
  readonly status: number | null;
}

export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly connections: number;
}

export interface Poll {
  readonly offset: number;
  readonly limit: number;
  /** Seconds. */
  readonly timeout: number;
}

/** Left out of the default list by Telegram itself. */
const OPT_IN = ["chat_member", "message_reaction", "message_reaction_count"];

/**
 * The bot's queue: what stands in it stays until a higher offset is asked for, or the webhook has answered with 2xx.
 * Semantics after the Bot API's "Getting updates" and tdlib/telegram-bot-api Client.cpp, WebhookActor.cpp.
 * @param retryMs after which a delivery that failed is repeated; twice as long each time, at most a second.
 */
export function createUpdates(retryMs: number) {
  let queue: Update[] = [];
  let next = 700_000_000 + Math.floor(Math.random() * 1000);
  let allowed: readonly string[] = [];
  let webhook: Webhook | null = null;
  let waiting: { wake(): void; end(reason: string): void } | null = null;
  let lastError: { date: number; message: string } | null = null;
  let closed = false;
  const deliveries: Delivery[] = [];
  /** Chats of which an update is on its way: Telegram keeps to the order within a chat. */
  const busy = new Set<number>();

  function pump(): void {
    const to = webhook;
    if (!to || closed) return;
    for (const update of queue) {
      const chat = chatOf(update);
      if (busy.has(chat)) continue;
      if (busy.size >= to.connections) return;
      busy.add(chat);
      void deliver(update, to, chat);
    }
  }

  async function deliver(update: Update, to: Webhook, chat: number): Promise<void> {
    for (let delay = retryMs; !closed && webhook === to && queue.includes(update); ) {
      const status = await post(update, to);
      deliveries.push({ update: update.update_id, status });
      if (status !== null && status >= 200 && status < 300) {
        queue = queue.filter((one) => one !== update);
        break;
      }
      lastError = {
        date: Math.floor(Date.now() / 1000),
        message: status === null ? "Connection failed" : `Wrong response from the webhook: ${status}`,
      };
      await new Promise((done) => setTimeout(done, delay).unref());
      delay = Math.min(delay * 2, 1000);
    }
    busy.delete(chat);
    pump();
  }

  return {
    deliveries,
    /** Ids that were neither confirmed nor delivered. */
    pending: (): number[] => queue.map(({ update_id }) => update_id),

    /** @returns its id, or null when the bot does not want this kind. */
    add(kind: string, payload: unknown): number | null {
      const wanted = allowed.length === 0 ? !OPT_IN.includes(kind) : allowed.includes(kind);
      if (!wanted) return null;
      const update: Update = { update_id: next++, [kind]: payload };
      queue.push(update);
      waiting?.wake();
      pump();
      return update.update_id;
    },

    allow(kinds: readonly string[] | undefined): void {
      if (kinds) allowed = kinds;
    },

    /** Long poll. The newer of two wins: the older one ends with 409. @throws Refusal */
    async poll({ offset, limit, timeout }: Poll): Promise<readonly Update[]> {
      if (webhook)
        refuse(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      // a negative offset keeps that many of the newest and forgets the rest
      if (offset < 0) queue = queue.slice(offset);
      else if (offset > 0) queue = queue.filter(({ update_id }) => update_id >= offset);
      if (queue.length === 0 && timeout > 0) {
        waiting?.end(
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        );
        const ended = await new Promise<string | null>((done) => {
          const timer = setTimeout(() => me.wake(), timeout * 1000);
          const finish = (reason: string | null): void => {
            clearTimeout(timer);
            if (waiting === me) waiting = null;
            done(reason);
          };
          const me = { wake: () => finish(null), end: (reason: string) => finish(reason) };
          waiting = me;
        });
        if (ended !== null) refuse(409, ended);
      }
      return queue.slice(0, limit);
    },

    setWebhook(to: Webhook | null, dropPending: boolean): void {
      if (to) waiting?.end("Conflict: terminated by setWebhook request");
      if (dropPending) queue = [];
      webhook = to;
      lastError = null;
      pump();
    },

    info: () => ({
      url: webhook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: queue.length,
      ...(webhook ? { max_connections: webhook.connections } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
      ...(lastError ? { last_error_date: lastError.date, last_error_message: lastError.message } : {}),
    }),

    close(): void {
      closed = true;
      waiting?.wake();
    },
  };
}

export type Updates = ReturnType<typeof createUpdates>;

async function post(update: Update, { url, secret }: Webhook): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(20_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

interface OfChat {
  readonly chat?: { readonly id: number };
  readonly message?: { readonly chat: { readonly id: number } };
}

/** The chat of an update; 0 where it has none. */
function chatOf(update: Update): number {
  for (const payload of Object.values(update)) {
    if (typeof payload !== "object" || payload === null) continue;
    const { chat, message } = payload as OfChat;
    const id = chat?.id ?? message?.chat.id;
    if (id !== undefined) return id;
  }
  return 0;
}
