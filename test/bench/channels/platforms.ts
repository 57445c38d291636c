import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import bolt from "@slack/bolt";
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Response as SdkResponse,
} from "botbuilder";
import { Bot, webhookCallback } from "grammy";
import { createSlackChannel } from "../../../adapters/slack/index.js";
import { createTeamsChannel } from "../../../adapters/teams/index.js";
import { createTelegramChannel } from "../../../adapters/telegram/index.js";
import { openDesk } from "../../../src/desk.js";
import { createHttp } from "../../../src/http/index.js";
import { systemClock } from "../../../src/time.js";
import type { Channel, StartDetails } from "../../../src/vocabulary/index.js";
import type { Side } from "./load.js";

export interface Platform {
  readonly name: string;
  ours(): Promise<Side>;
  bare(): Promise<Side>;
}

const TEXT = "Wann haben Sie offen?";
const GUESTS = 200;
const SECRET = "a-secret";
const TOKEN = "4711:a-token";

/** @param stub where all of them are answered. */
export function platforms(stub: string): readonly Platform[] {
  return [
    {
      name: "Telegram",
      ours: () => ours(telegram(stub), "/telegram", update),
      bare: () => bareTelegram(stub),
    },
    {
      name: "Slack",
      ours: () => ours(slack(stub), "/slack/events", signedEvent),
      bare: () => bareSlack(stub),
    },
    {
      name: "Teams",
      ours: () =>
        ours(createTeamsChannel({ credentials: null, tenants: [] }), "/api/messages", activityAt(stub)),
      bare: () => bareTeams(stub),
    },
  ];
}

function telegram(stub: string): Channel {
  return createTelegramChannel({
    token: TOKEN,
    webhook: { url: "http://127.0.0.1/telegram", secret: SECRET },
    apiRoot: stub,
  });
}

function slack(stub: string): Channel {
  const start: StartDetails = { office: { name: "Amt" }, topics: [], seminars: [], examples: [] };
  return createSlackChannel({
    signingSecret: SECRET,
    botToken: "xoxb-1",
    appToken: null,
    oauth: null,
    apiUrl: `${stub}/api`,
    publicUrl: () => "http://127.0.0.1",
    start: () => ({ de: start, en: start }),
  });
}

/** The desk as it ships, with this channel alone. */
async function ours(channel: Channel, path: string, request: Side["request"]): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), "nahtstelle-bench-"));
  const log = { info() {}, warn() {}, error() {} };
  const http = createHttp({ host: "127.0.0.1", port: 0, publicUrl: "http://127.0.0.1", log });
  const desk = await openDesk({
    config: {
      dataDir: folder,
      intentsDir: resolve("intents"),
      synchronous: "FULL",
      gatherMs: 0,
      deskSecret: undefined,
      watchPolling: false,
      retentionDays: 30,
    },
    channels: [channel],
    routes: http.routes,
    clock: systemClock,
    log,
  });
  const { url } = await http.listen();
  await desk.ready;
  return {
    url: url.replace("localhost", "127.0.0.1") + path,
    request,
    async rest() {
      while ((await desk.health()).openEvents > 0) await new Promise((done) => setTimeout(done, 20));
    },
    async close() {
      await http.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bareTelegram(stub: string): Promise<Side> {
  const bot = new Bot(TOKEN, { client: { apiRoot: stub } });
  await bot.init();
  bot.on("message:text", (context) => context.reply(context.message.text));
  return bareOn(webhookCallback(bot, "http", { secretToken: SECRET }), update);
}

async function bareSlack(stub: string): Promise<Side> {
  const receiver = new bolt.HTTPReceiver({ signingSecret: SECRET, logLevel: bolt.LogLevel.ERROR });
  const app = new bolt.App({
    receiver,
    authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" }),
    clientOptions: { slackApiUrl: `${stub}/api/` },
    logLevel: bolt.LogLevel.ERROR,
  });
  app.message(async ({ message, say }) => void (await say("text" in message ? (message.text ?? "") : "")));
  return bareOn((request, response) => receiver.requestListener(request, response), signedEvent);
}

async function bareTeams(stub: string): Promise<Side> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  return bareOn(async (incoming, outgoing) => {
    const request = { method: "POST", headers: incoming.headers, body: JSON.parse(await bodyOf(incoming)) };
    await adapter.process(request, shim(outgoing), async (context) => {
      await context.sendActivity(context.activity.text);
    });
  }, activityAt(stub));
}

/** What CloudAdapter asks of a response. */
function shim(outgoing: ServerResponse): SdkResponse {
  const response = {
    socket: outgoing.socket,
    status(code: number) {
      outgoing.statusCode = code;
      return response;
    },
    header(name: string, value: unknown) {
      outgoing.setHeader(name, String(value));
      return response;
    },
    send(body: unknown) {
      outgoing.write(typeof body === "string" ? body : JSON.stringify(body));
      return response;
    },
    end() {
      outgoing.end();
      return response;
    },
  };
  return response;
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function bareOn(listener: RequestListener, request: Side["request"]): Promise<Side> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    request,
    rest: async () => {},
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

function update(number: number): RequestInit {
  const id = 1 + (number % GUESTS);
  const from = { id, is_bot: false, first_name: "A" };
  const message = {
    message_id: number,
    date: 1,
    chat: { id, type: "private", first_name: "A" },
    from,
    text: TEXT,
  };
  return post({ update_id: number, message }, { "x-telegram-bot-api-secret-token": SECRET });
}

function signedEvent(number: number): RequestInit {
  const user = `U${1 + (number % GUESTS)}`;
  const event = {
    type: "message",
    channel_type: "im",
    channel: `D${user}`,
    user,
    text: TEXT,
    ts: `${1_700_000_000 + number}.000100`,
    event_ts: `${1_700_000_000 + number}.000100`,
  };
  const body = JSON.stringify({
    type: "event_callback",
    team_id: "T1",
    api_app_id: "A1",
    event_id: `Ev${number}`,
    event_time: 1,
    authorizations: [{ team_id: "T1", user_id: "UBOT", is_bot: true }],
    event,
  });
  const time = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", SECRET).update(`v0:${time}:${body}`).digest("hex");
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-slack-request-timestamp": String(time),
      "x-slack-signature": `v0=${signature}`,
    },
    body,
  };
}

function activityAt(stub: string): Side["request"] {
  return (number) => {
    const guest = `guest-${number % GUESTS}`;
    return post({
      type: "message",
      id: String(number),
      channelId: "msteams",
      serviceUrl: `${stub}/`,
      from: { id: guest },
      recipient: { id: "bot" },
      conversation: { id: `chat-${guest}`, conversationType: "personal" },
      text: TEXT,
      locale: "de-DE",
    });
  };
}
