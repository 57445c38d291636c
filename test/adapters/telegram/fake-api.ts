import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Call {
  readonly method: string;
  readonly body: Record<string, unknown>;
  /** As it came, for what is no JSON. */
  readonly raw: string;
}

/** How the next call is answered instead: a status and a body, or the connection is broken off or left open. */
export type Answer = { readonly status: number; readonly body: unknown } | "reset" | "silence" | "no json";

export interface FakeApi {
  readonly url: string;
  readonly calls: Call[];
  of(method: string): Call[];
  /** Adds an update to the queue of what was not confirmed. */
  push(update: Record<string, unknown> & { update_id: number }): void;
  /** Ends the poll that waits, as after its time. */
  nothingCame(): void;
  /** What was not confirmed. */
  pending(): number[];
  /** Answers the next calls of this method so, one after another. */
  next(method: string, ...answers: Answer[]): void;
  close(): Promise<void>;
}

export const TOKEN = "4242:AAE-the-token_of-the-test";

export const refusal = (code: number, description: string, parameters?: unknown): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
});

/** Just enough of Telegram's server for these tests, with its offsets: asked for a higher one, it forgets those below. */
export async function fakeApi(): Promise<FakeApi> {
  const calls: Call[] = [];
  const planned = new Map<string, Answer[]>();
  let queue: { update_id: number }[] = [];
  let waiting: (() => void) | null = null;
  let messages = 100;

  const server = createServer(async (request, response) => {
    const raw = await textOf(request);
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? "") ?? [];
    const json = request.headers["content-type"]?.startsWith("application/json") ?? false;
    const body = json && raw !== "" ? (JSON.parse(raw) as Record<string, unknown>) : {};
    calls.push({ method, body, raw });
    const answer = planned.get(method)?.shift();
    if (answer === "silence") return;
    if (answer === "reset") {
      request.socket.destroy();
      return;
    }
    if (answer === "no json") return reply(response, 200, "<html>");
    if (answer) return reply(response, answer.status, answer.body);
    if (token !== TOKEN)
      return reply(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
    if (method === "getUpdates") return updates(body, request, response);
    reply(response, 200, { ok: true, result: resultOf(method, body) });
  });

  function updates(body: Record<string, unknown>, request: IncomingMessage, response: ServerResponse): void {
    const offset = Number(body["offset"] ?? 0);
    if (offset > 0) queue = queue.filter(({ update_id }) => update_id >= offset);
    const give = (): void => {
      waiting = null;
      reply(response, 200, { ok: true, result: queue });
    };
    if (queue.length > 0) {
      give();
      return;
    }
    waiting = give;
    request.socket.once("close", () => {
      if (waiting === give) waiting = null;
    });
  }

  function resultOf(method: string, { message_thread_id }: Record<string, unknown>): unknown {
    if (method === "getMe") return { id: 4242, is_bot: true, first_name: "Desk", username: "DeskBot" };
    if (method === "createForumTopic") return { message_thread_id: 77, name: "topic", icon_color: 1 };
    if (method.startsWith("send") && method !== "sendChatAction") {
      messages += 1;
      const topic = message_thread_id === undefined ? {} : { message_thread_id, is_topic_message: true };
      return { message_id: messages, date: 1_780_000_000, chat: { id: 7, type: "private" }, ...topic };
    }
    return true;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    of: (method) => calls.filter((call) => call.method === method),
    push(update) {
      queue.push(update);
      waiting?.();
    },
    nothingCame: () => waiting?.(),
    pending: () => queue.map(({ update_id }) => update_id),
    next: (method, ...answers) => void planned.set(method, [...(planned.get(method) ?? []), ...answers]),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
