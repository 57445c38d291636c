import { resolve } from "node:path";
import { z } from "zod";
import { ConfigError } from "./dot-env.js";
import { type MailSettings, mailSchema, mailSecrets, readMail } from "./mail-settings.js";
import { type Messengers, messengerSchema, readMessengers } from "./messengers.js";
import { readUrl } from "./text/index.js";
import type { ChannelName } from "./vocabulary/index.js";
import { readWidgetOrigins } from "./widget-origins.js";

export { ConfigError, readDotEnv } from "./dot-env.js";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** What an administrator can set, checked and with defaults filled in. */
export interface Config {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Absolute path. */
  readonly intentsDir: string;
  /** Absolute path. What was learned is kept here for the next start. */
  readonly learnedDir: string;
  /** Absolute path. */
  readonly regressionsFile: string;
  /** Where guests reach the desk, without a slash at the end. */
  readonly publicUrl: string;
  /** Origins whose pages may show the chat in a frame. */
  readonly widgetOrigins: readonly string[];
  /** Milliseconds. */
  readonly gatherMs: number;
  readonly synchronous: "FULL" | "NORMAL";
  /** Undefined: the key file in the data folder is used. */
  readonly deskSecret: string | undefined;
  readonly watchPolling: boolean;
  /** Days after which what was said is erased. */
  readonly retentionDays: number;
  /** Hours after which a message that its platform does not take is given up. */
  readonly giveUpHours: number;
  readonly logLevel: LogLevel;
  readonly messengers: Messengers;
  /** Null: the desk sends no e-mails. */
  readonly mail: MailSettings | null;
}

/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from the environment; a variable that is empty counts as not set.
 * Callers put the file's values first: `loadConfig({ ...readDotEnv(cwd), ...process.env }, { cwd })`.
 *
 * @param options.cwd the folder that relative paths are meant from.
 * @throws ConfigError with one sentence per problem, all of them at once.
 */
export function loadConfig(env: Environment, options: { readonly cwd: string }): Config {
  const given = Object.fromEntries(
    VARIABLES.map(({ name, initial }) => [name, env[name]?.trim() || initial || undefined]),
  );
  const read = SCHEMA.safeParse(given);
  if (!read.success)
    throw new ConfigError(read.error.issues.map((issue) => problem(String(issue.path[0]), env)));
  const values = read.data;
  const { messengers, problems } = readMessengers(values);
  const { mail, problems: mailProblems } = readMail(values);
  if (problems.length + mailProblems.length > 0) throw new ConfigError([...problems, ...mailProblems]);
  return {
    messengers,
    mail,
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(options.cwd, values.DATA_DIR),
    intentsDir: resolve(options.cwd, values.INTENTS_DIR),
    learnedDir: values.LEARNED_DIR
      ? resolve(options.cwd, values.LEARNED_DIR)
      : resolve(options.cwd, values.DATA_DIR, "learned"),
    regressionsFile: resolve(options.cwd, values.REGRESSIONS_FILE),
    publicUrl: values.PUBLIC_URL ?? defaultPublicUrl(values.HOST, values.PORT),
    widgetOrigins: values.WIDGET_ORIGINS ?? [],
    gatherMs: values.GATHER_MS,
    synchronous: values.SQLITE_SYNCHRONOUS,
    deskSecret: values.DESK_SECRET,
    watchPolling: values.WATCH_POLLING,
    retentionDays: values.RETENTION_DAYS,
    giveUpHours: values.GIVE_UP_HOURS,
    logLevel: values.LOG_LEVEL,
  };
}

/** Where the desk is reached when PUBLIC_URL is not set: on this machine by name, else at the host's address. */
function defaultPublicUrl(host: string, port: number): string {
  const local = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  return `http://${local ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}

const wholeNumber = (most: number, least = 0) =>
  z
    .string()
    .regex(/^\d{1,5}$/u)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const path = z.string().refine((value) => !value.includes("\0"));

const SCHEMA = z.object({
  PORT: wholeNumber(65_535),
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]+$/u),
  DATA_DIR: path,
  INTENTS_DIR: path,
  LEARNED_DIR: path.optional(),
  REGRESSIONS_FILE: path,
  PUBLIC_URL: z
    .string()
    .refine(isPublicUrl)
    .transform((url) => url.replace(/\/+$/u, ""))
    .optional(),
  WIDGET_ORIGINS: z
    .string()
    .transform(readWidgetOrigins)
    .refine((origins) => origins !== null)
    .optional(),
  GATHER_MS: wholeNumber(10_000),
  SQLITE_SYNCHRONOUS: z
    .string()
    .toUpperCase()
    .pipe(z.enum(["FULL", "NORMAL"])),
  DESK_SECRET: z.string().min(32).optional(),
  WATCH_POLLING: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["true", "false"]))
    .transform((value) => value === "true"),
  RETENTION_DAYS: wholeNumber(3_650, 1),
  GIVE_UP_HOURS: wholeNumber(168, 1),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["debug", "info", "warn", "error", "silent"])),
  ...messengerSchema,
  ...mailSchema,
});

function isPublicUrl(value: string): boolean {
  const url = /^https?:\/\//iu.test(value) ? readUrl(value) : null;
  if (!url) return false;
  const { search, hash, username, password } = url;
  return search + hash + username + password === "";
}

interface Variable {
  readonly name: keyof typeof SCHEMA.shape;
  /** Null: not set unless the administrator sets it. */
  readonly initial: string | null;
  /** What stands in the tables where `initial` is null. */
  readonly otherwise?: string;
  readonly meaning: string;
  /** What a right value is, after "give". */
  readonly accepts: string;
  /** Null: the desk itself needs it, whatever the channel. */
  readonly channel: ChannelName | null;
  /** Its value is never shown. */
  readonly secret?: true;
}

/** Every variable that this version reads; README.md and .env.example are generated from it. */
export const VARIABLES: readonly Variable[] = [
  {
    name: "PORT",
    initial: "3978",
    meaning: "Port of the desk's one HTTP server; 0 takes any free port.",
    accepts: "a whole number from 0 to 65535",
    channel: "web",
  },
  {
    name: "HOST",
    initial: "127.0.0.1",
    meaning:
      "Address to listen on. The default is this machine only; 0.0.0.0 is every network, best behind a proxy with TLS.",
    accepts: "an IP address or a host name",
    channel: "web",
  },
  {
    name: "PUBLIC_URL",
    initial: null,
    otherwise: "from HOST and PORT",
    meaning: "Where guests reach the desk, such as https://chat.example.org.",
    accepts: "an address that begins with http:// or https:// and has no user name, query or fragment",
    channel: "web",
  },
  {
    name: "WIDGET_ORIGINS",
    initial: null,
    otherwise: "none",
    meaning:
      "Web sites that may show the chat as a widget, such as https://www.example.org; several with spaces.",
    accepts: "addresses that begin with https:// and have no path, separated by spaces or commas",
    channel: "web",
  },
  {
    name: "DATA_DIR",
    initial: "data",
    meaning: "Folder of the database and the key file. Back it up; keep it private.",
    accepts: "the path of a folder",
    channel: null,
  },
  {
    name: "INTENTS_DIR",
    initial: "intents",
    meaning: "Folder of the YAML files that the office's staff edit.",
    accepts: "the path of a folder",
    channel: null,
  },
  {
    name: "LEARNED_DIR",
    initial: null,
    otherwise: "learned in DATA_DIR",
    meaning:
      "Folder where the desk keeps what it has learned, so that it answers at once after a restart. It may be deleted at any time.",
    accepts: "the path of a folder",
    channel: null,
  },
  {
    name: "REGRESSIONS_FILE",
    initial: "test/regressions.jsonl",
    meaning: "Questions that staff have put right; `check --regressions` tries whether they still are.",
    accepts: "the path of a file",
    channel: null,
  },
  {
    name: "GATHER_MS",
    initial: "1200",
    meaning:
      "Lines typed in a row are taken together when they come within this many milliseconds; 0 answers each at once.",
    accepts: "a whole number from 0 to 10000",
    channel: null,
  },
  {
    name: "SQLITE_SYNCHRONOUS",
    initial: "FULL",
    meaning: "FULL survives a power cut; NORMAL is faster and may lose the last second in one.",
    accepts: "FULL or NORMAL",
    channel: null,
  },
  {
    name: "DESK_SECRET",
    initial: null,
    otherwise: "a key file in DATA_DIR",
    meaning:
      "Keys of pseudonyms and stored addresses are made from it. Changed, the stored addresses cannot be read any more.",
    accepts: "at least 32 characters, such as the output of `openssl rand -base64 32`",
    channel: null,
    secret: true,
  },
  {
    name: "WATCH_POLLING",
    initial: "false",
    meaning:
      "true looks for changed YAML files again and again; for network drives and some container mounts, which report no changes.",
    accepts: "true or false",
    channel: null,
  },
  {
    name: "RETENTION_DAYS",
    initial: "30",
    meaning:
      "Days after which what guests and the desk said is erased, with its log and ratings. What was handed in by a form goes by the form's own `keep-days`.",
    accepts: "a whole number from 1 to 3650",
    channel: null,
  },
  {
    name: "GIVE_UP_HOURS",
    initial: "24",
    meaning:
      "Hours after which an answer that its platform does not take is given up; `log` and /healthz show it.",
    accepts: "a whole number from 1 to 168",
    channel: null,
  },
  {
    name: "LOG_LEVEL",
    initial: "info",
    meaning: "How much is written to standard error: debug, info, warn, error or silent.",
    accepts: "debug, info, warn, error or silent",
    channel: null,
  },
  {
    name: "MicrosoftAppId",
    initial: null,
    otherwise: "no Teams but for tools on this machine",
    meaning: "Application (client) id of the bot's app registration in Microsoft Entra.",
    accepts: "the application (client) id, such as 00000000-0000-0000-0000-000000000000",
    channel: "teams",
  },
  {
    name: "MicrosoftAppPassword",
    initial: null,
    otherwise: "none",
    meaning: "Client secret of the app registration; none with a managed identity.",
    accepts: "the client secret's value, without spaces",
    channel: "teams",
    secret: true,
  },
  {
    name: "MicrosoftAppType",
    initial: "SingleTenant",
    meaning:
      "SingleTenant, UserAssignedMSI (managed identity on Azure), or MultiTenant for bots registered before August 2025.",
    accepts: "SingleTenant, UserAssignedMSI or MultiTenant",
    channel: "teams",
  },
  {
    name: "MicrosoftAppTenantId",
    initial: null,
    otherwise: "none",
    meaning: "Directory (tenant) id of the app registration.",
    accepts: "the directory (tenant) id",
    channel: "teams",
  },
  {
    name: "TEAMS_TENANTS",
    initial: null,
    otherwise: "all that have installed the app",
    meaning: "Tenants whose people are answered; several with spaces.",
    accepts: "directory (tenant) ids, separated by spaces or commas",
    channel: "teams",
  },
  {
    name: "SLACK_SIGNING_SECRET",
    initial: null,
    otherwise: "none",
    meaning: "Signing secret of the Slack app: with it the desk takes events at /slack/events.",
    accepts: "the signing secret, without spaces",
    channel: "slack",
    secret: true,
  },
  {
    name: "SLACK_BOT_TOKEN",
    initial: null,
    otherwise: "none",
    meaning: "Bot token of the office's own workspace (xoxb-...).",
    accepts: "the bot token, without spaces",
    channel: "slack",
    secret: true,
  },
  {
    name: "SLACK_APP_TOKEN",
    initial: null,
    otherwise: "none",
    meaning:
      "App-level token (xapp-...) with connections:write: turns Socket Mode on, for a server that Slack cannot reach.",
    accepts: "the app-level token, without spaces",
    channel: "slack",
    secret: true,
  },
  {
    name: "SLACK_CLIENT_ID",
    initial: null,
    otherwise: "none",
    meaning: "With SLACK_CLIENT_SECRET other workspaces can install the app at /slack/install.",
    accepts: "the client id, without spaces",
    channel: "slack",
  },
  {
    name: "SLACK_CLIENT_SECRET",
    initial: null,
    otherwise: "none",
    meaning: "Client secret of the Slack app.",
    accepts: "the client secret, without spaces",
    channel: "slack",
    secret: true,
  },
  {
    name: "SLACK_API_URL",
    initial: null,
    otherwise: "https://slack.com/api",
    meaning: "Address of the Slack Web API, for tests.",
    accepts: "an address that begins with http:// or https://",
    channel: "slack",
  },
  {
    name: "TELEGRAM_BOT_TOKEN",
    initial: null,
    otherwise: "none",
    meaning: "Token of the Telegram bot, from @BotFather.",
    accepts: "the token, such as 123456:ABC-DEF",
    channel: "telegram",
    secret: true,
  },
  {
    name: "TELEGRAM_WEBHOOK_URL",
    initial: null,
    otherwise: "long polling",
    meaning:
      "Public https address to which Telegram sends; its path is served by the desk. Without it the desk asks Telegram (long polling), which works behind a firewall.",
    accepts: "an address that begins with http:// or https://",
    channel: "telegram",
  },
  {
    name: "TELEGRAM_WEBHOOK_SECRET",
    initial: null,
    otherwise: "none",
    meaning: "Secret that Telegram sends along with each update; needed with TELEGRAM_WEBHOOK_URL.",
    accepts: "1 to 256 letters, digits, _ or -",
    channel: "telegram",
    secret: true,
  },
  {
    name: "TELEGRAM_API_ROOT",
    initial: null,
    otherwise: "https://api.telegram.org",
    meaning: "Address of the Bot API, for tests or a Bot API server of your own.",
    accepts: "an address that begins with http:// or https://",
    channel: "telegram",
  },
  {
    name: "SMTP_URL",
    initial: null,
    otherwise: "no e-mails",
    meaning:
      "Mail server that takes the desk's e-mails: `smtp://user:password@mail.example.org:587` (encrypted by STARTTLS, always, but for a server on this machine) or `smtps://user:password@mail.example.org:465`. User and password may be missing; in them, `@ : / # %` are written as `%40 %3A %2F %23 %25`.",
    accepts:
      "smtp://user:password@host:port or smtps://user:password@host:port, with special characters in user and password as %40 (@), %3A (:), %2F (/), %23 (#), %25 (%)",
    channel: "email",
    secret: true,
  },
  {
    name: "MAIL_FROM",
    initial: null,
    otherwise: "no e-mails",
    meaning:
      "Whom e-mails come from, such as `Wirtschaftsförderung Musterstadt <wirtschaft@example.org>`; what cannot be delivered comes back to this address. Needed with SMTP_URL.",
    accepts: "one e-mail address, or a name and then the address in < >",
    channel: "email",
  },
];

function problem(name: string, env: Environment): string {
  const variable = VARIABLES.find((candidate) => candidate.name === name);
  const value = variable?.secret ? "" : ` is ${JSON.stringify(env[name]?.slice(0, 80))}`;
  const standard = variable?.initial ?? variable?.otherwise;
  return `${name}${value || " is not usable"}: give ${variable?.accepts}, or leave it out (default: ${standard}).`;
}

/** The values in `env` that must never be shown, for the log to take out. */
export function secretValues(env: Environment): string[] {
  const whole = VARIABLES.filter(({ secret }) => secret).flatMap(({ name }) => env[name]?.trim() || []);
  return [...whole, ...mailSecrets(env["SMTP_URL"]?.trim() ?? "")];
}

/** The README's table of variables, in Markdown. */
export function renderConfigTable(): string {
  const rows = VARIABLES.map(({ name, initial, otherwise, meaning, channel }) => {
    const standard = initial === null ? otherwise : `\`${initial}\``;
    return `| \`${name}\` | ${standard} | ${meaning} | ${channel ?? "all"} |`;
  });
  return ["| Variable | Default | Meaning | Channel |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/** The content of `.env.example`: every variable with its meaning, commented out at its default. */
export function renderDotEnvExample(): string {
  const head =
    "# Copy this file to .env and change what you need. Variables of the environment win over this file.\n";
  const entries = VARIABLES.map(({ name, initial, otherwise, meaning }) => {
    const standard = initial === null ? `# Default: ${otherwise}.\n` : "";
    return `# ${meaning}\n${standard}# ${name}=${initial ?? ""}\n`;
  });
  return [head, ...entries].join("\n");
}
