import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readParams } from "./body.js";
import { createGroup, createGuest, type Group, type Guest } from "./guests.js";
import { createMethods } from "./methods.js";
import { Refusal } from "./refusal.js";
import { createUpdates, type Delivery } from "./updates.js";
import { createWorld } from "./world.js";

export type { Group, Guest, Seen } from "./guests.js";
export type { Delivery } from "./updates.js";

/** What goes wrong instead of an answer. Only "taken-then-reset" does what was asked before. */
export type Fault = 429 | 500 | "silence" | "reset" | "malformed" | "taken-then-reset";

export interface FaultPlan {
  /** Undefined: whatever is called. */
  readonly method?: string;
  readonly times: number;
  readonly how: Fault;
  /** Seconds, of 429. */
  readonly retryAfter?: number;
}

/** One call of the bot. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The HTTP status, or what went wrong instead; null: not answered yet. */
  outcome: number | Fault | null;
}

/** Telegram, as far as a bot and its guests notice it. */
export interface TelegramServer {
  readonly root: string;
  readonly token: string;
  readonly username: string;
  guest(id: number, options?: { readonly language?: string }): Guest;
  group(
    by: Guest,
    options?: { readonly forum?: boolean; readonly supergroup?: boolean; readonly admin?: boolean },
  ): Group;
  fail(plan: FaultPlan): void;
  /** Faults that were planned and have not happened yet. */
  openFaults(): number;
  /** All calls in their order. */
  readonly calls: readonly Call[];
  /** Attempts to deliver to the webhook, in their order. */
  readonly deliveries: readonly Delivery[];
  /** Updates that the bot has not confirmed. */
  pending(): number[];
  /** Buttons that were pressed and still show that something is going on. */
  openQueries(): number;
  commands(language: string): readonly string[];
  /** Stops answering the phone: connections are refused until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on 127.0.0.1 with one bot. Written after https://core.telegram.org/bots/api; strict where Telegram is. */
export async function startTelegram(
  options: { readonly token?: string; readonly username?: string; readonly webhookRetryMs?: number } = {},
): Promise<TelegramServer> {
  const { token = "4711:strict-test-token", username = "desk_test_bot" } = options;
  const world = createWorld({
    id: Number(token.split(":")[0]),
    is_bot: true,
    first_name: "Desk",
    username,
  });
  const updates = createUpdates(options.webhookRetryMs ?? 20);
  const methods = createMethods(world, updates);
  const calls: Call[] = [];
  let faults: FaultPlan[] = [];

  function nextFault(method: string): FaultPlan | undefined {
    const plan = faults.find((one) => one.method === undefined || one.method.toLowerCase() === method);
    if (plan)
      faults = faults.flatMap((one) =>
        one !== plan ? [one] : one.times > 1 ? [{ ...one, times: one.times - 1 }] : [],
      );
    return plan;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, given, name] = /^\/bot([^/]+)\/([^/]+)$/u.exec(pathname) ?? [];
    if (!given || !name || !/^\d+:[\w-]+$/u.test(given)) return answer(response, refusal(404, "Not Found"));
    if (given !== token) return answer(response, refusal(401, "Unauthorized"));
    const params = await readParams(request, searchParams).catch((error: unknown) => error);
    if (params instanceof Error) return answer(response, failed(params));
    const { values } = params as Awaited<ReturnType<typeof readParams>>;
    const call: Call = { method: name, params: values, outcome: null };
    calls.push(call);
    const fault = nextFault(name.toLowerCase());
    if (fault && fault.how !== "taken-then-reset") {
      call.outcome = fault.how;
      return misbehave(fault, request, response);
    }
    const result = await carryOut(name, params as Awaited<ReturnType<typeof readParams>>);
    if (fault) {
      call.outcome = fault.how;
      request.socket.resetAndDestroy();
      return;
    }
    call.outcome = result.ok ? 200 : result.error_code;
    answer(response, result);
  }

  async function carryOut(name: string, params: Awaited<ReturnType<typeof readParams>>): Promise<Answer> {
    const method = methods.get(name.toLowerCase());
    if (!method) return refusal(404, "Not Found: method not found");
    try {
      return { ok: true, result: await method(params) };
    } catch (error) {
      return failed(error);
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // the other end is gone, or this server is wrong
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(port, "127.0.0.1", () => done());
    });
  const stop = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    root: `http://127.0.0.1:${port}`,
    token,
    username,
    guest: (id, { language } = {}) => createGuest(world, updates, id, language),
    group: (by, { forum = false, supergroup = false, admin = false } = {}) =>
      createGroup(world, updates, { forum, supergroup, admin, by }),
    fail: (plan) => void faults.push(plan),
    openFaults: () => faults.reduce((sum, { times }) => sum + times, 0),
    calls,
    deliveries: updates.deliveries,
    pending: updates.pending,
    openQueries: () => world.openQueries.size,
    commands: (language) => (world.commands.get(language) ?? []).map(({ command }) => command),
    down: stop,
    up: () => listen(port),
    async close() {
      updates.close();
      if (server.listening) await stop();
    },
  };
}

type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: Refusal["parameters"];
    };

function refusal(
  code: number,
  description: string,
  parameters?: Refusal["parameters"],
): Answer & { ok: false } {
  return {
    ok: false,
    error_code: code,
    description,
    ...(parameters === undefined ? {} : { parameters }),
  };
}

function failed(error: unknown): Answer {
  if (error instanceof Refusal) return refusal(error.code, error.description, error.parameters);
  return refusal(500, `Internal Server Error: ${String(error)}`);
}

function answer(response: ServerResponse, given: Answer): void {
  response.writeHead(given.ok ? 200 : given.error_code, { "content-type": "application/json" });
  response.end(JSON.stringify(given));
}

function misbehave(
  { how, retryAfter = 1 }: FaultPlan,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (how === 429)
    answer(
      response,
      refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }),
    );
  if (how === 500) answer(response, refusal(500, "Internal Server Error"));
  if (how === "reset") request.socket.resetAndDestroy();
  if (how === "malformed") {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"ok":true,"result":{"mess');
  }
  // "silence": the request stays open
}
