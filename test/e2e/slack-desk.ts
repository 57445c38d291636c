import { expect } from "vitest";
import type { SlackGuest, Where } from "../servers/slack/guest.js";
import { type SlackOptions, type SlackServer, startSlackServer } from "../servers/slack/index.js";
import { pause } from "./kills.js";
import { freePort, freshFolder, type RunningDesk, startDesk } from "./running-desk.js";

/** A built desk that talks with a Slack of our own. */
export interface SlackDesk {
  readonly slack: SlackServer;
  readonly folder: string;
  desk(): RunningDesk;
  /** Starts the desk again on the same port, with the same data. */
  start(more?: { env?: Record<string, string>; until?: "page" | "learned" }): Promise<void>;
  health(): Promise<SlackHealth>;
  close(): Promise<void>;
}

/** `channels.slack` of /healthz. */
export interface SlackHealth {
  readonly trouble: string | null;
  readonly refused: Readonly<Record<string, number>>;
}

export async function openSlackDesk(settings: {
  readonly slack?: SlackOptions;
  readonly intents?: (folder: string) => string;
  readonly env?: (slack: SlackServer) => Record<string, string>;
  /** Leaves the office's own token out. */
  readonly withoutToken?: true;
}): Promise<SlackDesk> {
  const place = freshFolder();
  const { folder } = place;
  const slack = await startSlackServer({ retries: [0, 500, 2_000], ...settings.slack });
  const port = await freePort();
  const intents = settings.intents?.(folder);
  let desk: RunningDesk | undefined;

  async function start(
    more: { env?: Record<string, string>; until?: "page" | "learned" } = {},
  ): Promise<void> {
    desk = await startDesk({
      folder,
      port,
      ...(intents ? { intents } : {}),
      ...(more.until ? { until: more.until } : {}),
      env: {
        GATHER_MS: "0",
        SLACK_API_URL: slack.apiUrl,
        ...(settings.withoutToken ? {} : { SLACK_BOT_TOKEN: slack.office.botToken }),
        ...(settings.slack?.events === "socket"
          ? { SLACK_APP_TOKEN: slack.appToken }
          : { SLACK_SIGNING_SECRET: slack.signingSecret }),
        ...settings.env?.(slack),
        ...more.env,
      },
    });
    slack.pointAt(`${desk.url}/slack/events`);
  }

  const running = (): RunningDesk => {
    if (!desk) throw new Error("The desk was not started.");
    return desk;
  };
  return {
    slack,
    folder,
    start,
    desk: running,
    async health() {
      const response = await fetch(`${running().url}/healthz`);
      const { channels } = (await response.json()) as { channels: { slack: SlackHealth } };
      return channels.slack;
    },
    async close() {
      await desk?.stop();
      await slack.close();
      place.remove();
    },
  };
}

/**
 * Looks again and again until what is read holds; `expect.poll` cannot be used in tests that run beside others.
 * @throws Error with what was read last, after `withinMs`.
 */
export async function eventually<T>(
  read: () => T | Promise<T>,
  holds: (value: T) => boolean,
  withinMs = 60_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > until)
      throw new Error(`It did not come about within ${withinMs} ms: ${JSON.stringify(value, null, 2)}`);
    await pause(20);
  }
}

/** Waits until the desk has opened a line for Socket Mode. */
export async function waitForSocket({ slack }: SlackDesk): Promise<void> {
  await eventually(slack.sockets.open, (lines) => lines > 0);
}

/** A person whose answers are looked at since they last did something. */
export interface Talk {
  write(text: string): Promise<void>;
  press(label: RegExp): Promise<void>;
  /** What the app has said since the person last did something, once that matches. */
  hears(pattern: RegExp): Promise<string>;
  /** What it has said since. */
  since(): string;
}

export function talk(guest: SlackGuest, where: Where = {}): Talk {
  const fromApp = () => guest.sees(where).filter(({ from }) => from === "app");
  let before = 0;
  /** A message that was edited since counts as said anew. */
  const since = (): string =>
    fromApp()
      .slice(before)
      .map(({ text, buttons }) =>
        [text, ...buttons.map(({ label, url }) => `[${label}]${url ? ` (${url})` : ""}`)].join("\n"),
      )
      .join("\n\n");
  const act = async (done: () => { delivered: Promise<boolean> }): Promise<void> => {
    before = fromApp().length;
    expect(await done().delivered).toBe(true);
  };
  return {
    since,
    write: (text) => act(() => guest.write(text, where)),
    press: (label) => act(() => guest.press(label, where)),
    hears: (pattern) => eventually(since, (text) => pattern.test(text)),
  };
}
