import { createHash, createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createSlackChannel, type SlackOptions } from "../../../adapters/slack/index.js";
import type { Channel, Desk, RequestHandler } from "../../../src/vocabulary/index.js";
import { type TestDesk, testDesk } from "../desk-setup.js";

export const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
export const NOW = Date.UTC(2026, 10, 23, 13, 5);

export interface Started {
  readonly channel: Channel;
  readonly desk: TestDesk;
  /** Sends a request to one of the channel's routes. */
  request(method: "GET" | "POST", path: string, init?: RequestInit): Promise<Response>;
}

/** A channel that was started on a desk in memory. */
export async function startSlack(
  options: Partial<SlackOptions> = {},
  over: Partial<Desk> = {},
): Promise<Started> {
  const routes = new Map<string, RequestHandler>();
  const desk = testDesk({
    clock: { now: () => NOW },
    http: {
      get: (path, handler) => void routes.set(`GET ${path}`, handler),
      post: (path, handler) => void routes.set(`POST ${path}`, handler),
    },
    ...over,
  });
  const nothing = { office: { name: "Wirtschaftsförderung" }, topics: [], seminars: [], examples: [] };
  const channel = createSlackChannel({
    signingSecret: SECRET,
    botToken: null,
    appToken: null,
    oauth: null,
    apiUrl: null,
    publicUrl: () => "https://chat.example.org",
    start: () => ({ de: nothing, en: nothing }),
    ...options,
  });
  await channel.start(desk);
  return {
    channel,
    desk,
    async request(method, path, init = {}) {
      const url = `https://chat.example.org${path}`;
      const handler = routes.get(`${method} ${new URL(url).pathname}`);
      if (!handler) return new Response(null, { status: 404 });
      return handler(new Request(url, { method, ...init }), { remoteAddress: "127.0.0.1", params: {} });
    },
  };
}

/** A request as Slack signs it. `at`: milliseconds since 1970. */
export function signed(
  body: string,
  {
    type = "application/json",
    at = NOW,
    secret = SECRET,
  }: { type?: string; at?: number; secret?: string } = {},
): RequestInit {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    body,
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    },
  };
}

export const FORM = "application/x-www-form-urlencoded";

/** An event in the envelope of the Events API. */
export function callback(event: Record<string, unknown>, more: Record<string, unknown> = {}) {
  return {
    token: "verification",
    team_id: "T1",
    api_app_id: "A1",
    type: "event_callback",
    event_id: "Ev1",
    event_time: 1_795_439_100,
    authorizations: [{ team_id: "T1", user_id: "UBOT", is_bot: true }],
    event,
    ...more,
  };
}

export interface ApiCall {
  readonly method: string;
  readonly token: string | null;
  readonly args: Readonly<Record<string, string>>;
}

export interface FakeApi {
  readonly url: string;
  readonly calls: ApiCall[];
  /** Text frames that came over the socket. */
  readonly frames: string[];
  /** Sockets that are open. */
  readonly sockets: Set<Socket>;
  push(frame: unknown): void;
  close(): Promise<void>;
}

export type Answer =
  | Record<string, unknown>
  | { readonly status: number; readonly headers?: Record<string, string>; readonly raw: string }
  | "reset";

/** A Web API that answers as it is told, and a socket that greets. Not strict: test/e2e has a server that is. */
export async function fakeApi(answer: (call: ApiCall) => Answer): Promise<FakeApi> {
  const calls: ApiCall[] = [];
  const frames: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const call: ApiCall = {
        method: (request.url ?? "").replace("/api/", ""),
        token: request.headers.authorization?.replace("Bearer ", "") ?? null,
        args: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8"))),
      };
      calls.push(call);
      const said = answer(call);
      if (said === "reset") return void request.socket.destroy();
      if ("raw" in said && "status" in said) {
        response.writeHead(Number(said["status"]), said["headers"] as Record<string, string> | undefined);
        return void response.end(said["raw"]);
      }
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(said));
    });
  });
  server.on("upgrade", (request, socket: Socket) => {
    const key = createHash("sha1")
      .update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    readFrames(socket, (text) => frames.push(text));
    socket.write(frame(0x1, JSON.stringify({ type: "hello" })));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api`,
    calls,
    frames,
    sockets,
    push: (data) => {
      for (const socket of sockets)
        socket.write(frame(0x1, typeof data === "string" ? data : JSON.stringify(data)));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An unmasked WebSocket frame (RFC 6455, 5.2), below 64 kB. */
function frame(opcode: number, text: string | Buffer): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.length < 126
      ? Buffer.from([payload.length])
      : Buffer.from([126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, payload]);
}

/** Reads masked frames; answers a ping and a farewell. */
function readFrames(socket: Socket, onText: (text: string) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      if (rest.length < 2) return;
      const short = (rest[1] ?? 0) & 0x7f;
      const start = short === 126 ? 4 : 2;
      if (rest.length < start + 4) return;
      const length = short === 126 ? rest.readUInt16BE(2) : short;
      if (rest.length < start + 4 + length) return;
      const mask = rest.subarray(start, start + 4);
      const payload = Buffer.from(rest.subarray(start + 4, start + 4 + length)).map(
        (byte, index) => byte ^ (mask[index % 4] ?? 0),
      );
      const opcode = (rest[0] ?? 0) & 0x0f;
      rest = rest.subarray(start + 4 + length);
      if (opcode === 0x1) onText(Buffer.from(payload).toString("utf8"));
      if (opcode === 0x9) socket.write(frame(0xa, Buffer.from(payload)));
      if (opcode === 0x8) socket.end(frame(0x8, Buffer.from(payload)));
    }
  });
}
