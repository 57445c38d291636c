/** What an app manifest is made from. */
export interface ManifestFacts {
  /** Of the office, as guests know it. */
  readonly name: string;
  /** Where Slack reaches the desk, without a slash at the end. Not in the manifest with Socket Mode, unless for OAuth. */
  readonly publicUrl: string;
  /** Slack is asked for events over a socket that the desk opens, instead of sending them to `publicUrl`. */
  readonly socketMode: boolean;
  /** Other workspaces may install the app. */
  readonly oauth: boolean;
}

/** Paths of the desk: the manifest tells Slack of the first and the last, people who install the app begin at the other. */
export const PATHS = {
  events: "/slack/events",
  install: "/slack/install",
  redirect: "/slack/oauth_redirect",
} as const;

/** What the bot may do in a workspace, each with what it is needed for. An installation over OAuth asks for the same. */
export const BOT_SCOPES = [
  "app_mentions:read", // app_mention
  "channels:history", // message.channels: follow-ons in a thread, and the look-up before a repeat
  "channels:read", // member_joined_channel, channel_archive and the like
  "chat:write", // answers
  "commands", // the slash command
  "groups:history", // message.groups, as channels:history
  "groups:read", // the same of private channels
  "im:history", // message.im, and the look-up before a repeat
  "im:write", // conversations.open: answers to what was pressed on the App Home tab
  "mpim:history", // message.mpim
] as const;

/** What Slack tells the desk of. */
export const BOT_EVENTS = [
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "channel_archive",
  "channel_deleted",
  "channel_left",
  "group_archive",
  "group_deleted",
  "group_left",
  "member_joined_channel",
  "member_left_channel",
  "message.channels",
  "message.groups",
  "message.im",
  "message.mpim",
  "tokens_revoked",
] as const;

export const SLASH_COMMAND = "/wirtschaft";

/** Slack's limits for these texts, in characters (schema 1.0.0 of the app manifest). */
const LONGEST = { name: 35, botName: 80 };

/**
 * The app manifest that an administrator pastes at https://api.slack.com/apps ("Create New App", "From a manifest").
 * A manifest knows one language only: its texts are German, then English.
 * @see https://docs.slack.dev/reference/app-manifest
 */
export function slackManifest({ name, publicUrl, socketMode, oauth }: ManifestFacts): object {
  const requestUrl = publicUrl + PATHS.events;
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: shortened(name),
      description:
        "Fragen an die Wirtschaftsförderung, rund um die Uhr · Questions to the economic development office, at any hour",
      long_description: LONG_DESCRIPTION,
    },
    features: {
      // without these two, people read "Sending messages to this app has been turned off"
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: botName(name), always_online: true },
      slash_commands: [
        {
          command: SLASH_COMMAND,
          ...(socketMode ? {} : { url: requestUrl }),
          description: "Etwas fragen · Ask a question",
          usage_hint: "Ihre Frage · your question",
          should_escape: false,
        },
      ],
    },
    oauth_config: {
      ...(oauth ? { redirect_urls: [publicUrl + PATHS.redirect] } : {}),
      scopes: { bot: [...BOT_SCOPES] },
    },
    settings: {
      event_subscriptions: {
        ...(socketMode ? {} : { request_url: requestUrl }),
        bot_events: [...BOT_EVENTS],
      },
      interactivity: { is_enabled: true, ...(socketMode ? {} : { request_url: requestUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}

const LONG_DESCRIPTION = [
  "Stellen Sie Ihre Frage in Ihren eigenen Worten, auf Deutsch oder Englisch: Gründung, Förderung, Flächen, Fachkräfte, Seminare. Es antwortet ein automatischer Assistent, mit Quelle und Stand. Die Auskünfte sind unverbindlich; Anträge und Fristen gehen nicht über diesen Chat. Jederzeit können Sie einen Menschen verlangen. Bitte bedenken Sie, dass Ihr Arbeitgeber Nachrichten in Slack einsehen kann.",
  "Ask in your own words, in German or English: starting a business, funding, premises, skilled workers, seminars. An automated assistant answers, with source and date. Information is without obligation; applications and deadlines do not go through this chat. You can ask for a person at any time. Please keep in mind that your employer may be able to see messages in Slack.",
].join("\n\n");

/** Cut at the end of a word; "…" takes the place of what is missing. */
function shortened(name: string): string {
  const characters = [...name.trim()];
  if (characters.length <= LONGEST.name) return name.trim();
  const head = characters.slice(0, LONGEST.name - 1).join("");
  return `${head.replace(/\s+\S*$/u, "")}…`;
}

/** Slack takes a-z, 0-9, "-", "_" and "." in a bot's name, nothing else. */
function botName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? "ss")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9._]+/gu, "-")
    .slice(0, LONGEST.botName)
    .replaceAll(/^-+|-+$/gu, "");
  return plain || "desk";
}
