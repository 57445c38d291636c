import type { Clock } from "../../src/vocabulary/index.js";
import type { BotApi } from "./bot-api.js";
import { ApiFailure } from "./failure.js";
import { chatOf, type Update, updateSchema } from "./update.js";

export interface PollingOptions {
  readonly api: BotApi;
  /** Resolves once the update is safe. @throws when it is not; it is asked for again then. */
  readonly take: (update: Update) => Promise<void>;
  /** An update that nobody could read: it would come again for ever, so it is passed over. */
  readonly unreadable: () => void;
  /** What keeps it from receiving, for health; null: nothing. */
  readonly trouble: (what: string | null) => void;
  readonly clock: Clock;
  /** Resolves after so many milliseconds, or at once when it is stopped. Default: a timer. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Polling {
  /** Ends the request that waits, and resolves when what had come is taken. */
  stop(): Promise<void>;
}

/**
 * Asks Telegram for updates, one request after another, and never ends by itself. Telegram forgets what is below the
 * offset that is asked for, so that is raised only past what is safe. No offset is stored: asked without one, Telegram
 * begins with what was never confirmed, and what had been taken is known by its keys.
 */
export function poll(options: PollingOptions): Polling {
  const { api, clock, trouble, pause = timer } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let offset: number | undefined;
  let heardAt = clock.now();
  let failures = 0;

  async function round(): Promise<void> {
    const askedAt = clock.now();
    // After a week without any, updates count from a random number, which may be below the last: begin anew before.
    if (askedAt - heardAt > DAY) offset = undefined;
    const updates = await api.updates(offset, signal);
    const { next, fresh } = await takeAll(updates, options);
    if (next.failed) {
      offset = next.from;
      throw new Unstored();
    }
    const before = offset;
    if (next.from !== undefined) {
      offset = next.from;
      heardAt = clock.now();
    }
    trouble(null);
    failures = 0;
    // A server that does not hold the request open, or gives again what was confirmed, is not asked without a break.
    const idle = !fresh || (before !== undefined && offset === before);
    if (idle && clock.now() - askedAt < QUICK) await pause(QUICK, signal);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await round();
      } catch (error) {
        if (signal.aborted) return;
        trouble(wordsOf(error));
        const wait = waitAfter(error, failures);
        failures += 1;
        if (isWebhookSet(error)) await api.deleteWebhook(signal).catch(() => {});
        await pause(wait, signal);
      }
    }
  }

  const running = run();
  return {
    async stop() {
      closing.abort();
      await running;
    },
  };
}

const DAY = 24 * 3_600_000;
/** Milliseconds: an answer without anything that comes sooner was not waited for. */
const QUICK = 500;

interface Next {
  /** The first that has to be asked for; undefined: nothing came. */
  readonly from: number | undefined;
  readonly failed: boolean;
}

/** Those of one chat one after another, those of different chats at the same time. */
async function takeAll(
  raw: readonly unknown[],
  { take, unreadable }: PollingOptions,
): Promise<{ readonly next: Next; readonly fresh: boolean }> {
  const chats = new Map<string, Update[]>();
  const ids: number[] = [];
  for (const one of raw) {
    const read = updateSchema.safeParse(one);
    const id = read.success ? read.data.update_id : idOf(one);
    if (id !== null) ids.push(id);
    if (!read.success) {
      unreadable();
      continue;
    }
    const chat = chatOf(read.data) ?? `update ${read.data.update_id}`;
    chats.set(chat, [...(chats.get(chat) ?? []), read.data]);
  }
  const failed: number[] = [];
  await Promise.all(
    [...chats.values()].map(async (updates) => {
      for (const update of updates.sort((a, b) => a.update_id - b.update_id)) {
        try {
          await take(update);
        } catch {
          failed.push(update.update_id);
          return;
        }
      }
    }),
  );
  const from = failed.length > 0 ? Math.min(...failed) : ids.length > 0 ? Math.max(...ids) + 1 : undefined;
  return { next: { from, failed: failed.length > 0 }, fresh: ids.length > 0 };
}

function idOf(raw: unknown): number | null {
  const read = updateSchema.pick({ update_id: true }).safeParse(raw);
  return read.success ? read.data.update_id : null;
}

class Unstored extends Error {
  override readonly name = "Unstored";
}

function wordsOf(error: unknown): string {
  if (error instanceof Unstored)
    return "Telegram: messages could not be stored on this machine; they are asked for again.";
  return troubleOf(error);
}

/** What a failed call means, for the person who can do something. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof ApiFailure)) return "Telegram: an unexpected error; trying again.";
  const { said, message } = error;
  switch (said.code) {
    case 401:
    case 404:
      return `Telegram does not accept the token (${said.code}). Check TELEGRAM_BOT_TOKEN with @BotFather, and TELEGRAM_API_ROOT if it is set; trying again.`;
    case 409:
      return isWebhookSet(error)
        ? "Telegram: somebody set a webhook for this bot while the desk asks for messages (409). It is removed; make sure that nothing else uses this token."
        : "Telegram: another process polls with this token (409). Stop it, or give this desk a bot of its own; trying again.";
    case 429:
      return "Telegram asks to wait before the next request (429).";
    default:
      return `Telegram: ${message}; trying again.`;
  }
}

function isWebhookSet(error: unknown): boolean {
  return (
    error instanceof ApiFailure &&
    error.said.code === 409 &&
    /webhook is active/iu.test(error.said.description)
  );
}

/** Milliseconds: from a quarter of a second, doubled up to thirty, and never sooner than Telegram asked. */
function waitAfter(error: unknown, failures: number): number {
  const asked = error instanceof ApiFailure && error.said.code !== null ? (error.said.retryAfter ?? 0) : 0;
  return Math.max(asked, Math.min(250 * 2 ** Math.min(failures, 7), 30_000));
}

function timer(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(waiting);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const waiting = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
