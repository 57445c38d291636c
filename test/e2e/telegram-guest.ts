import type { Guest, Seen, TelegramServer } from "../servers/telegram/index.js";
import type { GuestDriver } from "./conversation-script.js";
import { freePort, type RunningDesk, startDesk } from "./running-desk.js";
import { eventually } from "./slack-desk.js";

export const SECRET = "a-secret-of-the-webhook";

/**
 * A desk on this Telegram. With the webhook Telegram knows its address; else it polls.
 * @param env replaces or adds settings.
 */
export async function deskOn(
  telegram: Pick<TelegramServer, "root" | "token">,
  settings: {
    readonly folder: string;
    readonly by?: "polling" | "webhook";
    readonly intents?: string;
    readonly port?: number;
    readonly until?: "page" | "learned";
    readonly env?: Record<string, string>;
  },
): Promise<RunningDesk> {
  const port = settings.port ?? (await freePort());
  return startDesk({
    folder: settings.folder,
    port,
    ...(settings.intents === undefined ? {} : { intents: settings.intents }),
    ...(settings.until === undefined ? {} : { until: settings.until }),
    env: {
      GATHER_MS: "0",
      PUBLIC_URL: "https://desk.example.org",
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      ...(settings.by === "webhook"
        ? {
            TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
            TELEGRAM_WEBHOOK_SECRET: SECRET,
          }
        : {}),
      ...settings.env,
    },
  });
}

/** All that a guest can see of these messages: words, where links lead, what stands on buttons, files. */
export function visible(messages: readonly Seen[]): string {
  return messages
    .map(({ text, formats, buttons, file }) =>
      [
        text,
        ...formats.map(({ url }) => url ?? ""),
        ...buttons.flat().map((key) => `[${key.text}] ${key.url ?? ""}`),
        file ? `${file.name}\n${file.content}` : "",
      ]
        .filter((part) => part !== "")
        .join("\n"),
    )
    .join("\n\n");
}

/** Moves a guest of our own Telegram. */
export function driverOf(guest: Guest): GuestDriver {
  let before = 0;
  const newest = (): number => Math.max(0, ...guest.sees().map(({ id }) => id));
  const said = (): string => visible(guest.sees().filter(({ id, from }) => from === "bot" && id > before));
  return {
    async write(text) {
      before = guest.write(text);
    },
    async press(label) {
      before = newest();
      guest.press(label);
    },
    hears: (pattern) => eventually(said, (text) => pattern.test(text)),
  };
}

/** What stands in health of the channel. */
export async function telegramHealth(
  desk: RunningDesk,
): Promise<{ trouble: string | null; refused: Record<string, number> }> {
  const response = await fetch(`${desk.url}/healthz`);
  const health = (await response.json()) as {
    channels: { telegram: { trouble: string | null; refused: Record<string, number> } };
  };
  return health.channels.telegram;
}
