import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BOT_EVENTS, BOT_SCOPES } from "../../../adapters/slack/manifest.js";
import type { Context } from "./call.js";
import { createDeliveries, type Delivery, type Payload, subscribed, wrapped } from "./deliveries.js";
import { createFaults, type Fault, type How } from "./faults.js";
import { createGuest, type SlackGuest } from "./guest.js";
import { overHttp } from "./over-http.js";
import { overSocket, type Sockets } from "./over-socket.js";
import { createResponses } from "./responses.js";
import { answer } from "./web-api.js";
import {
  addConversation,
  addPerson,
  addWorkspace,
  createWorld,
  type Message,
  type Workspace,
} from "./world.js";

export type { How } from "./faults.js";
export type { SlackGuest, Where } from "./guest.js";
export { signed } from "./over-http.js";
export type { Seen } from "./seen.js";

/** One call of the Web API, as it went. */
export interface LoggedCall {
  readonly method: string;
  readonly args: string;
  /** What was answered; null where a fault stood in the way. */
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly fault: How | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface SlackOptions {
  /** Any free one unless it is given. */
  readonly port?: number;
  /** "http": signed requests to the address that `pointAt` names. "socket": Socket Mode. */
  readonly events?: "http" | "socket";
  /** Milliseconds before an event is tried again; Slack's own are 0, 60,000 and 300,000. */
  readonly retries?: readonly number[];
  /** Milliseconds; Slack's own are 3,000. */
  readonly ackWithinMs?: number;
  /** What the installation grants, and what the app hears of; the manifest's unless told otherwise. */
  readonly scopes?: readonly string[];
  readonly subscriptions?: readonly string[];
}

/** Slack as an app meets it, on this machine; strict where Slack is. */
export interface SlackServer {
  readonly url: string;
  /** What SLACK_API_URL is set to. */
  readonly apiUrl: string;
  readonly signingSecret: string;
  readonly appToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The first workspace; the app is installed in it. */
  readonly office: Workspace;
  /** Where events go, such as http://127.0.0.1:3978/slack/events; null: nowhere. */
  pointAt(address: string | null): void;
  /** As the administrator's page does before it takes an address. @returns whether it was echoed rightly. */
  verifyAddress(): Promise<boolean>;
  guest(name: string, settings?: { workspace?: Workspace; locale?: string }): SlackGuest;
  /** A channel with these people, and with the bot unless it is left out. */
  channel(people: readonly SlackGuest[], settings?: { private?: true; withoutBot?: true }): string;
  /** A workspace in which the app is not installed yet. */
  workspace(id: string): Workspace;
  /** Somebody allows the installation that this address asks for. @returns where their browser is sent then. */
  allow(authorizeUrl: string, workspace: Workspace): string;
  /** A person leaves the channel. */
  leave(person: SlackGuest, channel: string): void;
  /** Somebody removes the app from the channel, archives or deletes the channel. */
  end(channel: string, how: "remove-bot" | "archive" | "delete"): void;
  /** Somebody removes the app from their workspace. */
  uninstall(workspace: Workspace): Delivery | null;
  fail(fault: Fault): void;
  /** No fault is waiting any more. */
  clearFaults(): void;
  /** Faults that have not happened yet. */
  faultsLeft(): number;
  readonly calls: readonly LoggedCall[];
  readonly deliveries: readonly Delivery[];
  readonly sockets: Sockets;
  close(): Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1, with one workspace in which the app is installed. */
export async function startSlackServer(options: SlackOptions = {}): Promise<SlackServer> {
  const now = (): number => Date.now();
  const world = createWorld(now);
  const grantedScopes = options.scopes ?? BOT_SCOPES;
  const subscriptions = new Set<string>(options.subscriptions ?? BOT_EVENTS);
  const office = addWorkspace(world, "T0OFFICE", { scopes: grantedScopes, installed: true });
  const faults = createFaults();
  const calls: LoggedCall[] = [];
  const tickets = new Set<string>();
  const ackWithinMs = options.ackWithinMs ?? 3_000;
  const credentials = {
    clientId: "123.456",
    clientSecret: "client-secret-of-tests",
    appToken: "xapp-1-test",
  };
  const signingSecret = "signing-secret-of-tests";
  let target: string | null = null;

  const server = createServer((request, response) => void serve(request, response));
  const sockets = overSocket(server, { tickets, appId: world.appId, ackWithinMs });
  const http = overHttp({ target: () => target, secret: signingSecret, ackWithinMs, now });
  const deliveries = createDeliveries({
    transport: () => (options.events === "socket" ? sockets : http),
    retries: options.retries ?? [0, 60_000, 300_000],
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function emit(workspace: Workspace, event: Readonly<Record<string, unknown>>): Delivery | null {
    const { channel } = event;
    const known = typeof channel === "string" ? workspace.conversations.get(channel) : undefined;
    const hears = known === undefined || known.members.has(workspace.botUser);
    if (!workspace.installed || !hears || !subscribed(subscriptions, event)) return null;
    return deliveries.send(wrapped(world, workspace, event));
  }

  const context: Context = {
    world,
    emit,
    url: () => url,
    uploads: new Map(),
    tickets,
    grants: new Map(),
    credentials,
  };
  const responses = createResponses(world, () => url);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const { pathname } = new URL(request.url ?? "/", url);
    const method = /^\/api\/([\w.]+)$/u.exec(pathname)?.[1];
    if (method !== undefined) return call(method, request, body.toString("utf8"), response);
    const upload = context.uploads.get(/^\/upload\/(\w+)$/u.exec(pathname)?.[1] ?? "");
    if (upload) {
      upload.bytes = body;
      response.end("OK");
      return;
    }
    const status = responses.take(pathname, body.toString("utf8"));
    response.writeHead(status).end(status === 200 ? "ok" : "");
  }

  function call(method: string, request: IncomingMessage, body: string, response: ServerResponse): void {
    const how = faults.take(method);
    const taken = how === null || String(how).startsWith("taken");
    const result = taken
      ? answer(
          {
            method,
            body,
            contentType: request.headers["content-type"] ?? "",
            authorization: request.headers.authorization,
          },
          context,
        )
      : null;
    calls.push({ method, args: body, answer: result, fault: how, at: now() });
    if (how === "reset" || how === "taken-then-reset") request.socket.destroy();
    else if (how === 500 || how === "taken-then-500") response.writeHead(500).end("internal error");
    else if (how === "malformed") json(response, '{"ok":tru');
    else if (typeof how === "object" && how !== null)
      response
        .writeHead(429, { "retry-after": String(how.retryAfter), "content-type": "application/json" })
        .end('{"ok":false,"error":"ratelimited"}');
    else if (how === null) json(response, JSON.stringify(result));
    // silence: the line stays open until one of the two gives up
  }

  return {
    url,
    apiUrl: `${url}/api`,
    signingSecret,
    ...credentials,
    office,
    calls,
    deliveries: deliveries.all,
    sockets,
    pointAt(address) {
      target = address;
    },
    async verifyAddress() {
      const challenge = world.nextId("challenge");
      const outcome = await http.send(verification(challenge), null);
      if (!("acknowledged" in outcome)) return false;
      return outcome.answer === challenge || outcome.answer.includes(JSON.stringify(challenge));
    },
    guest(name, { workspace = office, locale } = {}) {
      const guests = { world, send: deliveries.send, emit, responseUrl: responses.address };
      return createGuest(guests, workspace, addPerson(world, workspace, name, locale));
    },
    channel(people, settings = {}) {
      const members = [...people.map(({ id }) => id), ...(settings.withoutBot ? [] : [office.botUser])];
      return addConversation(world, office, settings.private ? "group" : "channel", members).id;
    },
    workspace: (id) => addWorkspace(world, id, { scopes: grantedScopes, installed: false }),
    allow(authorizeUrl, workspace) {
      const asked = new URL(authorizeUrl).searchParams;
      if (asked.get("client_id") !== credentials.clientId) throw new Error("This is not our app.");
      const redirectUri = asked.get("redirect_uri") ?? "";
      workspace.scopes = new Set((asked.get("scope") ?? "").split(","));
      const code = world.nextId("code");
      context.grants.set(code, { workspace, redirectUri });
      const back = new URL(redirectUri);
      back.searchParams.set("code", code);
      back.searchParams.set("state", asked.get("state") ?? "");
      return back.href;
    },
    leave({ id }, channel) {
      const room = office.conversations.get(channel);
      if (!room?.members.delete(id)) throw new Error(`${id} is not in ${channel}.`);
      emit(office, {
        type: "member_left_channel",
        user: id,
        channel,
        channel_type: room.kind === "group" ? "G" : "C",
        team: office.id,
        event_ts: world.nextTs(),
      });
    },
    end(channel, how) {
      const room = office.conversations.get(channel);
      if (!room) throw new Error(`There is no conversation ${channel}.`);
      const kind = room.kind === "group" ? "group" : "channel";
      const name = { "remove-bot": "left", archive: "archive", delete: "deleted" }[how];
      const event = { type: `${kind}_${name}`, channel, actor_id: "U0ADMIN", event_ts: world.nextTs() };
      emit(office, how === "archive" ? { ...event, user: "U0ADMIN", is_moved: 0 } : event);
      if (how === "archive") room.archived = true;
      else if (how === "delete") office.conversations.delete(channel);
      else room.members.delete(office.botUser);
    },
    uninstall(workspace) {
      const told = emit(workspace, { type: "app_uninstalled", event_ts: world.nextTs() });
      workspace.installed = false;
      return told;
    },
    fail: faults.add,
    clearFaults: faults.clear,
    faultsLeft: faults.left,
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function verification(challenge: string): Payload {
  return {
    kind: "events_api",
    body: { token: "an-old-token-that-means-nothing", challenge, type: "url_verification" },
  };
}

function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(body);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The app's messages in a conversation that carry the same id of the desk: more than one was delivered twice. */
export function byMetadata(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  const found = new Map<string, Message[]>();
  for (const message of messages.filter(({ byApp }) => byApp)) {
    const key = JSON.stringify(message.metadata ?? null);
    found.set(key, [...(found.get(key) ?? []), message]);
  }
  return found;
}
