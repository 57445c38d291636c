import type { Channel, Desk, Localised, Place } from "../../src/vocabulary/index.js";
import { readIncoming, toEvent, toPlace } from "./incoming.js";
import { loadPages, type OfficeDetails } from "./pages.js";
import { refuse } from "./refusal.js";
import { fromOwnPage, saysOwnPage } from "./same-origin.js";
import { sessionCookies, sessionTag } from "./session.js";
import { createStreams } from "./stream.js";

export type { OfficeDetails } from "./pages.js";

export interface WebOptions {
  /** True when guests reach the page by https: the cookie is then never sent without it. */
  readonly secureCookie: boolean;
  /** Where guests reach the page. Needed only where a reverse proxy does not pass the Host header on. */
  readonly publicUrl?: URL | string;
  /** The folder of index.html, chat.js and chat.css. Default: beside this file, where the build puts them. */
  readonly assets?: URL;
  /** What the page says of the office; asked for each request, so that a change of intents/ shows at once. */
  readonly office?: () => Localised<OfficeDetails>;
  /** Milliseconds between two signs of life on an open stream. Default 15,000. */
  readonly keepAliveEvery?: number;
  /** Open streams in all, above which a guest is asked to wait. Default 2,000. */
  readonly streamLimit?: number;
}

/**
 * The chat page and its two ways: messages come in by POST, the conversation goes out as server-sent events.
 * The stream reads the desk's log on from the guest's own cursor, so that a reconnect, a reload or a second tab
 * neither loses nor doubles a line. `send` only wakes it.
 */
export function createWebChannel(options: WebOptions): Channel {
  const cookies = sessionCookies(options.secureCookie);
  let streams: ReturnType<typeof createStreams> | null = null;
  let heartbeat: NodeJS.Timeout | null = null;

  return {
    name: "web",
    can: { edit: false, remove: false, threads: false, typing: true, files: false },

    async start(desk) {
      const pages = await loadPages(options.assets ?? new URL("./page/", import.meta.url), options.office);
      const opened = createStreams({
        read: (session, cursor) => desk.transcript(toPlace(session), session, cursor),
        log: desk.log,
        limit: options.streamLimit ?? 2_000,
      });
      streams = opened;
      heartbeat = setInterval(() => opened.beat(), options.keepAliveEvery ?? 15_000).unref();

      for (const { path, handler } of pages) desk.http.get(path, handler);
      desk.http.post("/web/messages", async (request) => {
        if (!saysOwnPage(request, options.publicUrl)) return refuse("foreign-origin");
        const session = cookies.of(request);
        const response = await take(request, session.id, desk, opened.wake);
        return session.fresh ? withCookie(response, cookies.header(session.id)) : response;
      });
      desk.http.get("/web/stream", (request) => {
        if (!fromOwnPage(request, options.publicUrl)) return refuse("foreign-origin");
        const session = cookies.of(request);
        const response = opened.open(session.id, request);
        if (!response) return refuse("full");
        return session.fresh ? withCookie(response, cookies.header(session.id)) : response;
      });
    },

    // The log is the mailbox: a guest who is away reads the message on return, so it counts as delivered.
    async send(to: Place, message) {
      streams?.wake(to.address);
      return { id: message.id };
    },

    async typing(to: Place) {
      streams?.typing(to.address);
    },

    async stop() {
      if (heartbeat) clearInterval(heartbeat);
      streams?.end();
    },
  };
}

async function take(
  request: Request,
  session: string,
  desk: Desk,
  wake: (session: string) => void,
): Promise<Response> {
  const incoming = readIncoming(await request.text());
  if (typeof incoming === "string") return refuse(incoming);
  const event = toEvent(incoming, session, desk.clock.now());
  let result: Awaited<ReturnType<Desk["receive"]>>;
  try {
    result = await desk.receive(event);
  } catch (error) {
    desk.log.error("a message from the web could not be stored", {
      error: error instanceof Error ? error.name : typeof error,
    });
    return refuse("unavailable");
  }
  if (result === "dropped") return refuse("not-taken");
  wake(session);
  const answer = { id: incoming.id, session: sessionTag(session) };
  return Response.json(answer, { status: result === "accepted" ? 202 : 200 });
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append("set-cookie", cookie);
  return response;
}
