import type { Activity } from "./activities.js";

/** What the bot's endpoint made of an activity. */
export interface Delivered {
  /** The last answer's; 0: there was none, or the bot was not told. */
  readonly status: number;
  readonly attempts: number;
}

export type Deliver = (activity: Activity) => Promise<Delivered>;

export interface DeliveringOptions {
  /** The bot's messaging endpoint. */
  readonly endpoint: () => string;
  /** The Authorization header; null: none, as an emulator without credentials. */
  readonly authorization: (activity: Activity) => string | null;
  /** How many times an activity is sent that was answered with 5xx or not at all; the id stays the same. */
  readonly attempts: number;
  /** Milliseconds between two of them. */
  readonly pause: number;
  /** Milliseconds that Teams waits for an answer (about 15 s). */
  readonly patience: number;
}

/** Posts activities to the bot, and again where it has not said that it has them. */
export function createDelivering(options: DeliveringOptions): Deliver {
  return async (activity) => {
    let status = 0;
    for (let attempt = 1; ; attempt += 1) {
      status = await post(options, activity);
      const refused = status >= 400 && status < 500 && status !== 429;
      if ((status >= 200 && status < 300) || refused || attempt >= options.attempts)
        return { status, attempts: attempt };
      await new Promise((done) => setTimeout(done, options.pause));
    }
  };
}

async function post(options: DeliveringOptions, activity: Activity): Promise<number> {
  const authorization = options.authorization(activity);
  try {
    const response = await fetch(options.endpoint(), {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(options.patience),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
