import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "../../src/vocabulary/index.js";
import { chatOf, type Update, updateSchema } from "./update.js";

export interface WebhookOptions {
  readonly secret: string;
  /** Resolves once the update is safe. @throws when it is not. */
  readonly take: (update: Update) => Promise<void>;
  readonly refused: (reason: string) => void;
  /** The update was not taken: Telegram is told to send it again. */
  readonly failed: () => void;
}

/**
 * Takes what Telegram sends. 200 means that it is safe; all else makes Telegram send it again. Telegram itself keeps to
 * the order within a chat (each has a queue of its own); where requests of one chat overtake each other all the same,
 * they are taken as they come in, one after another.
 */
export function webhook({ secret, take, refused, failed }: WebhookOptions): RequestHandler {
  const expected = digest(secret);
  const inOrder = createOrder();
  return async (request) => {
    const given = request.headers.get("x-telegram-bot-api-secret-token") ?? "";
    // Digests have one length, so that comparing takes one time.
    if (!timingSafeEqual(digest(given), expected)) {
      refused("secret");
      return answer(401);
    }
    const update = read(await request.text());
    if (!update) {
      refused("malformed");
      return answer(400);
    }
    try {
      await inOrder(chatOf(update), () => take(update));
      return answer(200);
    } catch {
      failed();
      return answer(500);
    }
  };
}

function read(body: string): Update | null {
  try {
    return updateSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/** Runs tasks of the same name one after another; a failed one holds up none. */
function createOrder(): (name: string | null, task: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (name, task) => {
    if (name === null) return task();
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(task, task);
    last.set(name, mine);
    try {
      await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
