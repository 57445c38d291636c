import type { Channel, Desk, Language, Localised, StartDetails } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { homeView } from "./home.js";
import { eventsHandler } from "./http.js";
import { PATHS } from "./manifest.js";
import { installationHandlers } from "./oauth.js";
import { renderParts } from "./render.js";
import { createRooms } from "./rooms.js";
import { createSending } from "./sending.js";
import { createTake } from "./take.js";
import { createWorkspaces, type Workspaces } from "./workspaces.js";

export interface SlackOptions {
  /** Null with Socket Mode. */
  readonly signingSecret: string | null;
  /** Of the office's own workspace; null where workspaces install the app over OAuth only. */
  readonly botToken: string | null;
  /** Turns Socket Mode on. */
  readonly appToken: string | null;
  /** For workspaces that install the app themselves. */
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | null;
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  /** Where guests reach the desk, without a slash at the end. */
  readonly publicUrl: () => string;
  /** What the App Home tab shows. */
  readonly start: () => Localised<StartDetails>;
}

/** A pressed button brings the whole message along, each quotation mark of its JSON as three characters. */
const LARGEST_BODY = 256 * 1024;

/** The desk in Slack. */
export function createSlackChannel(options: SlackOptions): Channel {
  let sending: ReturnType<typeof createSending> | null = null;
  let socket: { stop(): Promise<void> } | null = null;
  let stopped = false;

  const started = (): ReturnType<typeof createSending> => {
    if (sending === null) throw new SendFailure("retryable", "Slack is not connected");
    return sending;
  };

  return {
    name: "slack",
    // files: an iCalendar file is a link, because Slack does not tell the time stamp of a file that it has shared
    can: { edit: true, remove: true, threads: true, typing: false, files: false },
    // docs: Rate limits, "Posting messages": one a second and channel, short bursts allowed
    rates: [{ most: 3, withinMs: 3_000, of: "chat" }],

    async start(desk) {
      const connect = async (token: string | null) =>
        (await import("./web-api.js")).connect(token, options.apiUrl);
      const workspaces = createWorkspaces({ memory: desk.memory, botToken: options.botToken, connect });
      const rooms = createRooms(desk.memory);
      sending = createSending({ workspaces, memory: desk.memory, rooms });
      const showHome = homePublisher(desk, options, workspaces);
      const take = createTake({ desk, workspaces, rooms, showHome });

      if (options.signingSecret !== null)
        desk.http.post(PATHS.events, eventsHandler(desk, options.signingSecret, take), LARGEST_BODY, () =>
          desk.refused("oversized"),
        );
      if (options.oauth !== null) {
        const { install, redirect } = installationHandlers(desk, {
          ...options.oauth,
          apiUrl: options.apiUrl,
          publicUrl: options.publicUrl,
          connect: () => connect(null),
          workspaces,
        });
        desk.http.get(PATHS.install, install);
        desk.http.get(PATHS.redirect, redirect);
      }

      if (options.botToken !== null) desk.keepTrying("Slack", () => workspaces.signIn());
      const { appToken, apiUrl } = options;
      if (appToken === null) return;
      const { openSocket } = await import("./socket.js");
      if (!stopped) socket = openSocket({ desk, appToken, apiUrl, take });
    },

    parts: (_, message) => renderParts(message).length,
    send: async (to, message, part = 0) => started().post(to, message, part),
    edit: async (receipt, to, message, part = 0) => started().edit(receipt, to, message, part),
    remove: async (receipt, to) => started().remove(receipt, to),
    lookUp: async (to, message, part, since) => started().lookUp(to, message, part, since),
    openThread: async (room, first, begun) => started().openThread(room, first, begun),

    async stop() {
      stopped = true;
      await socket?.stop();
    },
  };
}

/** Shows the App Home: German, until somebody has asked for English there. */
function homePublisher(
  desk: Desk,
  options: SlackOptions,
  workspaces: Workspaces,
): (team: string, user: string, language: Language | undefined) => Promise<void> {
  return async (team, user, wanted) => {
    const key = `language:${team}:${user}`;
    try {
      if (wanted !== undefined) await desk.memory.set(key, wanted);
      const language = wanted ?? ((await desk.memory.get(key)) === "en" ? "en" : "de");
      const view = homeView(options.start()[language], language, options.publicUrl());
      await workspaces.call(team, "views.publish", { user_id: user, view });
    } catch (error) {
      // it is shown anew at the next opening
      desk.log.warn("the App Home could not be shown", {
        why: error instanceof SendFailure ? error.message : "failed",
      });
    }
  };
}
