import { createServer } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Log, RequestHandler, Routes } from "../vocabulary/index.js";
import { readWithin } from "./body.js";
import { guardHost } from "./host-guard.js";
import { isLoopback, listen, watchSockets } from "./listening.js";
import { problem } from "./problem.js";
import { secured } from "./security-headers.js";

export { ListenError } from "./listening.js";

/** What `GET /healthz` answers: status 200 while `ok`, else 503. Never content of a conversation, never a secret. */
export interface Health {
  readonly ok: boolean;
  readonly [detail: string]: unknown;
}

export interface HttpOptions {
  /** The address to bind to, such as "127.0.0.1" or "0.0.0.0". */
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Where guests reach the desk from outside, through a reverse proxy too. */
  readonly publicUrl: URL | string;
  readonly log: Log;
  /** Default: `{ ok: true }`. */
  readonly health?: () => Health | Promise<Health>;
  /** The largest body of a request that a handler gets to see, in bytes. Default 64 kB. */
  readonly bodyLimit?: number;
}

/** The one HTTP server of the desk. Hang all routes before `listen`: the first request closes the list of routes. */
export interface Http {
  readonly routes: Routes;
  /**
   * Begins to accept connections.
   * @returns The address on this machine; with port 0 it names the port that was chosen.
   * @throws ListenError when the port or the address cannot be had; its message says what to do.
   */
  listen(): Promise<{ url: string }>;
  /** Stops accepting, ends event streams at once and gives other requests five seconds to finish. */
  close(): Promise<void>;
}

const defaultBodyLimit = 64 * 1024;
const longestUrl = 2_048;

type Env = { Bindings: HttpBindings };

/** Creates the server without opening a port yet. */
export function createHttp(options: HttpOptions): Http {
  const app = new Hono<Env>();
  const refusesHost = guardHost(isLoopback(options.host), new URL(options.publicUrl).hostname);

  app.use(async (context, next) => {
    if (refusesHost(context.req.raw.headers.get("host"))) return problem(421, "wrong-host");
    if (context.req.raw.url.length > longestUrl) return problem(414, "url-too-long", { limit: longestUrl });
    await next();
  });
  app.get("/healthz", async () => {
    const health = options.health ? await options.health() : { ok: true };
    return Response.json(health, { status: health.ok ? 200 : 503 });
  });
  app.notFound(() => new Response("Not found\n", { status: 404, headers: plainText }));
  app.onError((error, context) => {
    options.log.error("a request handler failed", {
      method: context.req.method,
      path: context.req.path,
      ...withoutContent(error),
    });
    return problem(500, "internal");
  });

  const handle =
    (handler: RequestHandler, bodyLimit?: number, exceeded?: () => void) => (context: Context<Env>) =>
      answer(handler, context, bodyLimit ?? options.bodyLimit ?? defaultBodyLimit, exceeded);
  const routes: Routes = {
    get: (path, handler) => void app.get(path, handle(handler)),
    post: (path, handler, bodyLimit, exceeded) => void app.post(path, handle(handler, bodyLimit, exceeded)),
  };

  // Replacing the global Request and Response, as the adapter does by default, would be state shared by two desks.
  const listener = getRequestListener(
    async (request, env) => {
      const bindings = env as HttpBindings;
      const response = secured(await app.fetch(request, bindings));
      // Hono answers HEAD with the GET handler and forgets the body: a stream behind it would stay open for ever.
      if (request.method === "HEAD") return new Response(null, response);
      if (response.headers.get("content-type")?.startsWith("text/event-stream"))
        sockets.endless(bindings.incoming.socket);
      return response;
    },
    {
      hostname: options.host,
      overrideGlobalObjects: false,
      errorHandler: () => secured(problem(400, "malformed")),
    },
  );
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16_384,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  // A peer that takes and gives nothing for two minutes is gone; event streams send a comment more often than that.
  server.setTimeout(120_000);
  const sockets = watchSockets(server);
  let listening: Promise<string> | null = null;

  return {
    routes,
    async listen() {
      listening ??= listen(server, options.host, options.port);
      const url = await listening;
      // Node reports here that the process has no file handles left. Unheard, it would end the desk.
      server.on("error", (error) => options.log.error("the server cannot accept", withoutContent(error)));
      return { url };
    },
    async close() {
      // A failed `listen` was told to its caller; there is nothing to close then.
      const opened = await listening?.catch(() => null);
      listening = null;
      if (opened) await sockets.close();
    },
  };
}

async function answer(
  handler: RequestHandler,
  context: Context<Env>,
  limit: number,
  exceeded?: () => void,
): Promise<Response> {
  const { raw } = context.req;
  const body = raw.method === "GET" || raw.method === "HEAD" ? null : await readWithin(raw, limit);
  if (body === "too-large") {
    exceeded?.();
    return problem(413, "body-too-large", { limit });
  }
  if (body === "broken-off") return problem(400, "malformed");
  // A Request of the platform's own: the adapter's light one cannot be copied or passed to other libraries.
  const request = new Request(raw.url, {
    method: raw.method,
    headers: raw.headers,
    signal: raw.signal,
    body,
  });
  const response = await handler(request, {
    remoteAddress: context.env.incoming.socket.remoteAddress ?? "",
    params: context.req.param(),
  });
  if (raw.method === "HEAD") await response.body?.cancel();
  return response;
}

/** Kind and place of an error. Its message is left out: it may quote what a guest wrote. */
function withoutContent(error: Error): Record<string, unknown> {
  const code = (error as NodeJS.ErrnoException).code;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return {
    error: error.name,
    ...(code ? { code } : {}),
    at: frames.slice(0, 4).map((frame) => frame.trim()),
  };
}

const plainText = { "content-type": "text/plain; charset=utf-8" };
