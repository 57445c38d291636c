import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type {
  Channel,
  Desk,
  DeskEvent,
  OutgoingMessage,
  Place,
  RequestHandler,
  SentReceipt,
} from "../../src/vocabulary/index.js";
import { testDesk } from "./desk-setup.js";

/** A desk that hears everything in rooms, with its routes on a port of this machine. */
export interface RoomDesk {
  readonly desk: Desk;
  /** Such as http://127.0.0.1:3978. */
  readonly url: string;
  readonly events: readonly DeskEvent[];
  /** Waits for the first event like this. */
  heard(like: (event: DeskEvent) => boolean): Promise<DeskEvent>;
  /** Resolves when what the channel tried at its start has succeeded. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** @param memory what a desk before this one has kept. */
export async function startRoomDesk(memory?: Desk["memory"]): Promise<RoomDesk> {
  const routes = new Map<string, RequestHandler>();
  const events: DeskEvent[] = [];
  const keys = new Set<string>();
  const inner = testDesk();
  const desk: Desk = {
    ...inner,
    ...(memory ? { memory } : {}),
    http: {
      get: (path, handler) => void routes.set(`GET ${path}`, handler),
      post: (path, handler) => void routes.set(`POST ${path}`, handler),
    },
    async receive(event) {
      if (event.keys.some((key) => keys.has(key))) return "repeat";
      for (const key of event.keys) keys.add(key);
      events.push(event);
      return "accepted";
    },
  };
  const server = createServer(async (request, response) => {
    const handler = routes.get(`${request.method} ${new URL(request.url ?? "/", "http://desk").pathname}`);
    const answer = handler
      ? await handler(asRequest(request, await bodyOf(request)), { remoteAddress: "127.0.0.1", params: {} })
      : new Response(null, { status: 404 });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    desk,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    async heard(like) {
      await expect.poll(() => events.some(like), { timeout: 5_000 }).toBe(true);
      return events.find(like) as DeskEvent;
    },
    ready: async () => void (await Promise.all(inner.tries)),
    async close() {
      inner.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What a line of this event says; null for anything else. */
export function said({ what }: DeskEvent): string | null {
  return what.kind === "message" || what.kind === "edit" ? what.text : null;
}

/** Who left which room: "bot -19". */
export function left(events: readonly DeskEvent[]): string[] {
  return events.flatMap(({ what, sender, place, addressed }) =>
    what.kind === "membership" && what.change === "left" && addressed && place.thread === undefined
      ? [`${sender.id} ${place.address}`]
      : [],
  );
}

/** A channel that was started on such a desk. */
export async function begun<C extends Channel>(channel: C, desk: RoomDesk): Promise<C> {
  await channel.start(desk.desk);
  await desk.ready();
  return channel;
}

/** Begins a thread. @throws as the channel does, or an Error where it knows no threads. */
export async function openThread(
  channel: Channel,
  room: Place,
  first: OutgoingMessage,
  begunWith?: SentReceipt,
): Promise<{ place: Place; receipt: SentReceipt }> {
  if (!channel.openThread) throw new Error(`${channel.name} knows no threads.`);
  return channel.openThread(room, first, begunWith);
}

function asRequest({ method = "GET", url = "/", headers }: IncomingMessage, body: string): Request {
  const plain = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  return new Request(`http://desk${url}`, {
    method,
    headers: plain,
    ...(method === "POST" ? { body } : {}),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += chunk;
  return text;
}
