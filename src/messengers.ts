import { z } from "zod";
import type { Facts } from "./knowledge/model.js";

/** The messengers' part of the configuration: null for a channel that is off. */
export interface Messengers {
  readonly teams: TeamsSettings;
  readonly slack: SlackSettings | null;
  readonly telegram: TelegramSettings | null;
}

/** How Teams reaches the desk. */
export interface TeamsSettings {
  /** Null: no credentials; the channel is then on for tools on this machine only. */
  readonly credentials: {
    readonly appId: string;
    /** Null with a managed identity. */
    readonly password: string | null;
    readonly type: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
    /** Null for MultiTenant only. */
    readonly tenantId: string | null;
  } | null;
  /** Only guests of these tenants are answered; empty: of all that have installed the app. */
  readonly tenants: readonly string[];
}

export interface SlackSettings {
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
}

export interface TelegramSettings {
  readonly token: string;
  /** Null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** Null: Telegram's own. */
  readonly apiRoot: string | null;
}

const httpUrl = z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, ""));
const word = z.string().regex(/^\S+$/u);
const uuid = z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu);

/** What each variable's value must look like. */
export const messengerSchema = {
  MicrosoftAppId: uuid.optional(),
  MicrosoftAppPassword: word.optional(),
  MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI", "MultiTenant"]),
  MicrosoftAppTenantId: uuid.optional(),
  TEAMS_TENANTS: z
    .string()
    .transform((value) => value.split(/[\s,]+/u).filter(Boolean))
    .pipe(z.array(uuid))
    .optional(),
  SLACK_SIGNING_SECRET: word.optional(),
  SLACK_BOT_TOKEN: word.optional(),
  SLACK_APP_TOKEN: word.optional(),
  SLACK_CLIENT_ID: word.optional(),
  SLACK_CLIENT_SECRET: word.optional(),
  SLACK_API_URL: httpUrl.optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u)
    .optional(),
  TELEGRAM_WEBHOOK_URL: httpUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/u)
    .optional(),
  TELEGRAM_API_ROOT: httpUrl.optional(),
};

type Values = { readonly [Name in keyof typeof messengerSchema]?: z.output<(typeof messengerSchema)[Name]> };

/** What each channel starts with. @returns sentences for the administrator where variables contradict each other. */
export function readMessengers(values: Values): {
  readonly messengers: Messengers;
  readonly problems: string[];
} {
  const problems: string[] = [];
  const demand = (condition: unknown, sentence: string): void => {
    if (!condition) problems.push(sentence);
  };
  const type = values.MicrosoftAppType ?? "SingleTenant";
  const appId = values.MicrosoftAppId ?? null;
  const password = values.MicrosoftAppPassword ?? null;
  const tenantId = values.MicrosoftAppTenantId ?? null;
  if (appId !== null) {
    demand(
      type === "UserAssignedMSI" || password !== null,
      "MicrosoftAppPassword is missing: give the client secret of the app registration, or set MicrosoftAppType=UserAssignedMSI for a managed identity.",
    );
    demand(
      type !== "UserAssignedMSI" || password === null,
      "MicrosoftAppPassword is set, but MicrosoftAppType=UserAssignedMSI works without one: leave one of them out.",
    );
    demand(
      type === "MultiTenant" || tenantId !== null,
      "MicrosoftAppTenantId is missing: give the directory (tenant) id of the app registration.",
    );
  } else {
    demand(
      password === null && tenantId === null,
      "MicrosoftAppId is missing: give the application (client) id, or leave out the other variables of Teams.",
    );
  }

  const { SLACK_SIGNING_SECRET: signingSecret = null, SLACK_BOT_TOKEN: botToken = null } = values;
  const { SLACK_APP_TOKEN: appToken = null, SLACK_CLIENT_ID: clientId } = values;
  const { SLACK_CLIENT_SECRET: clientSecret } = values;
  demand(
    (clientId === undefined) === (clientSecret === undefined),
    "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET go together: give both, or neither.",
  );
  const oauth = clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : null;
  const slackOn = [signingSecret, botToken, appToken, oauth].some((value) => value !== null);
  if (slackOn) {
    demand(
      botToken !== null || oauth !== null,
      "SLACK_BOT_TOKEN is missing: give the bot token (xoxb-...), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for installation over OAuth.",
    );
    demand(
      signingSecret !== null || appToken !== null,
      "SLACK_SIGNING_SECRET is missing: give the app's signing secret, or SLACK_APP_TOKEN (xapp-...) for Socket Mode.",
    );
  }

  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = values;
  demand(
    url === undefined || secret !== undefined,
    "TELEGRAM_WEBHOOK_SECRET is missing: without it anybody could send messages to TELEGRAM_WEBHOOK_URL. Give 1 to 256 letters, digits, _ or -.",
  );

  return {
    problems,
    messengers: {
      teams: {
        credentials: appId === null ? null : { appId, password, type, tenantId },
        tenants: values.TEAMS_TENANTS ?? [],
      },
      slack: slackOn
        ? { signingSecret, botToken, appToken, oauth, apiUrl: values.SLACK_API_URL ?? null }
        : null,
      telegram:
        token === undefined
          ? null
          : {
              token,
              webhook: url !== undefined && secret !== undefined ? { url, secret } : null,
              apiRoot: values.TELEGRAM_API_ROOT ?? null,
            },
    },
  };
}

/** The start message's lines on the messengers. */
export function describeMessengers({ teams, slack, telegram }: Messengers, page: string): string[] {
  const teamsOn = teams.credentials
    ? `on, messaging endpoint ${page}/api/messages.`
    : "without credentials, for tools on this machine only. For real use set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.";
  const slackOn = slack?.appToken ? "on, Socket Mode." : `on, request URL ${page}/slack/events.`;
  const telegramOn = telegram?.webhook ? `on, webhook ${telegram.webhook.url}.` : "on, long polling.";
  return [
    `Teams: ${teamsOn}`,
    `Slack: ${slack ? slackOn : "off. It needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode."}`,
    `Telegram: ${telegram ? telegramOn : "off. It needs TELEGRAM_BOT_TOKEN."}`,
  ];
}

/** A messenger that is in use and that the privacy notice does not know: a line for each. */
export function withoutNotice({ teams, slack, telegram }: Messengers, facts: Pick<Facts, "value">): string[] {
  const used = { Teams: teams.credentials, Slack: slack, Telegram: telegram };
  return Object.entries(used).flatMap(([title, settings]) => {
    const name = `legal.${title.toLowerCase()}`;
    if (settings === null || facts.value(`office.${name}`, "de")) return [];
    return [
      `${title} stands in no privacy notice yet: fill in ${name} in intents/office.yaml (who reads along, where data go, with what safeguard).`,
    ];
  });
}
