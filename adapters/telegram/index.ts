import type { Channel } from "../../src/vocabulary/index.js";

export interface TelegramOptions {
  readonly token: string;
  /** Null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** Null: Telegram's own. */
  readonly apiRoot: string | null;
}

/** The desk on Telegram. */
export function createTelegramChannel(_options: TelegramOptions): Channel {
  return {
    name: "telegram",
    can: { edit: true, remove: true, threads: true, typing: true, files: true },
    async start() {},
    async send() {
      throw Object.assign(new Error("not connected"), { delivery: "retryable" });
    },
    async stop() {},
  };
}
