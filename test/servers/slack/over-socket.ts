import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import WebSocket from "ws";
import type { Outcome, Transport } from "./deliveries.js";

/** Socket Mode: docs.slack.dev/apis/events-api/using-socket-mode. */
export interface Sockets extends Transport {
  /** Sockets that are open. */
  open(): number;
  /** Slack asks an app to connect anew before it closes a socket, about once an hour. */
  disconnect(reason: "refresh_requested" | "warning" | "link_disabled"): void;
  /** Cuts all lines without a word. */
  cut(): void;
  /** Sends something that is no envelope. */
  blurt(frame: string): void;
  close(): void;
}

/** Clients give a line up when they hear no ping for a while. */
const PING_MS = 2_000;
/** After a "disconnect", Slack closes the line itself. */
const CLOSES_AFTER_MS = 200;

export function overSocket(
  server: Server,
  options: { readonly tickets: Set<string>; readonly appId: string; readonly ackWithinMs: number },
): Sockets {
  const accepting = new WebSocket.Server({ noServer: true });
  const lines: WebSocket[] = [];
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let turn = 0;

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? "/", "http://slack").searchParams.get("ticket") ?? "";
    // each is good for one connection
    if (!options.tickets.delete(ticket)) {
      socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
      return;
    }
    accepting.handleUpgrade(request, socket as never, head, (line) => connected(line));
  });

  function connected(line: WebSocket): void {
    lines.push(line);
    line.on("close", () => void lines.splice(lines.indexOf(line), 1));
    line.on("error", () => line.terminate());
    line.on("message", (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as Record<string, unknown>;
      waiting.get(String(id))?.({
        acknowledged: true,
        answer: payload === undefined ? "" : JSON.stringify(payload),
      });
    });
    line.send(
      JSON.stringify({
        type: "hello",
        num_connections: lines.length,
        debug_info: { host: "applink-test", approximate_connection_time: 3_600 },
        connection_info: { app_id: options.appId },
      }),
    );
  }

  const pings = setInterval(() => {
    for (const line of lines) line.ping();
  }, PING_MS);
  pings.unref();

  return {
    open: () => lines.length,
    send({ kind, body }, retry) {
      // an event goes to any one of the sockets
      const line = lines[turn++ % Math.max(lines.length, 1)];
      if (line?.readyState !== WebSocket.OPEN) return Promise.resolve({ reason: "connection_failed" });
      const id = randomUUID();
      return new Promise<Outcome>((resolve) => {
        const settle = (outcome: Outcome): void => {
          clearTimeout(late);
          line.off("close", lost);
          waiting.delete(id);
          resolve(outcome);
        };
        const late = setTimeout(() => settle({ reason: "timeout" }), options.ackWithinMs);
        const lost = (): void => settle({ reason: "connection_lost" });
        line.once("close", lost);
        waiting.set(id, settle);
        line.send(
          JSON.stringify({
            type: kind,
            envelope_id: id,
            payload: body,
            accepts_response_payload: kind !== "events_api",
            ...(kind === "events_api"
              ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? "" }
              : {}),
          }),
        );
      });
    },
    disconnect(reason) {
      for (const line of [...lines]) {
        line.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-test" } }));
        setTimeout(() => line.close(), CLOSES_AFTER_MS).unref();
      }
    },
    cut() {
      for (const line of [...lines]) line.terminate();
    },
    blurt(frame) {
      for (const line of lines) line.send(frame);
    },
    close() {
      clearInterval(pings);
      for (const line of [...lines]) line.terminate();
      accepting.close();
    },
  };
}
