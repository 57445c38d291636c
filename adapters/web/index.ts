import type {
  Channel,
  Desk,
  Language,
  Localised,
  Place,
  RequestHandler,
  StartDetails,
} from "../../src/vocabulary/index.js";
import { downloadAsJson, downloadAsText } from "./download.js";
import { readIncoming, toEvent, toPlace } from "./incoming.js";
import { createPace, type Pace } from "./pace.js";
import { loadPages } from "./pages.js";
import { refuse } from "./refusal.js";
import { fromOwnPage, saysOwnPage } from "./same-origin.js";
import { sessionCookies, sessionTag, type WebSession } from "./session.js";
import { anyStart } from "./start.js";
import { createStreams, type Streams } from "./stream.js";

export interface WebOptions {
  /** True when guests reach the page by https: the cookie is then never sent without it. */
  readonly secureCookie: boolean;
  /** Where guests reach the page. Needed only where a reverse proxy does not pass the Host header on. */
  readonly publicUrl?: URL | string;
  /** The folder of index.html, chat.js and what they load. Default: beside this file, where the build puts them. */
  readonly assets?: URL;
  /** What the page shows first; asked for each request, so that a change of intents/ shows at once. */
  readonly start?: () => Localised<StartDetails>;
  /** Origins whose pages may show the chat in a frame, such as "https://www.example.org". Default: none. */
  readonly widgetOrigins?: readonly string[];
  /** Days for which the desk keeps what was said, and the browser its session. Default 30. */
  readonly retentionDays?: number;
  /** Milliseconds between two signs of life on an open stream. Default 15,000. */
  readonly keepAliveEvery?: number;
  /** Open streams in all, above which a guest is asked to wait. Default 2,000. */
  readonly streamLimit?: number;
  /** How much a minute is taken. Default: 30 writes of one session, 1,000 sessions that begin to write. */
  readonly pace?: Pace;
}

/**
 * The chat page and its two ways: messages come in by POST, the conversation goes out as server-sent events.
 * The stream reads the desk's log on from the guest's own cursor, so that a reconnect, a reload or a second tab
 * neither loses nor doubles a line. `send` only wakes it.
 */
export function createWebChannel(options: WebOptions): Channel {
  let streams: Streams | null = null;
  let heartbeat: NodeJS.Timeout | null = null;

  return {
    name: "web",
    can: { edit: false, remove: false, threads: false, typing: true, files: false },

    async start(desk) {
      const start = options.start ?? (() => anyStart);
      const pages = await loadPages({
        assets: options.assets ?? new URL("./page/", import.meta.url),
        start,
        widgetOrigins: options.widgetOrigins ?? [],
      });
      const opened = createStreams({
        read: (session, cursor) => desk.transcript(toPlace(session), session, cursor),
        log: desk.log,
        limit: options.streamLimit ?? 2_000,
      });
      streams = opened;
      heartbeat = setInterval(() => opened.beat(), options.keepAliveEvery ?? 15_000).unref();

      for (const { path, handler } of pages) desk.http.get(path, handler);
      hangConversation(desk, opened, start, options);
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

/** What the page asks of the desk. Each path belongs to the session of its cookie and to no other. */
function hangConversation(
  desk: Desk,
  streams: Streams,
  start: () => Localised<StartDetails>,
  options: WebOptions,
): void {
  const cookies = sessionCookies(options.secureCookie, options.retentionDays ?? 30);
  const waitFor = createPace(options.pace ?? { perSession: 30, arrivals: 1_000 });

  /** A request that changes something: our own page's, and not too fast. */
  const writing =
    (write: (request: Request, session: WebSession) => Promise<Response>): RequestHandler =>
    async (request) => {
      if (!saysOwnPage(request, options.publicUrl)) return refuse("foreign-origin");
      const session = cookies.of(request);
      const wait = waitFor(session.id, desk.clock.now());
      return wait > 0 ? refuse("too-fast", wait) : write(request, session);
    };

  desk.http.post(
    "/web/messages",
    writing(async (request, session) => {
      const response = await take(request, session.id, desk, streams.wake);
      return session.fresh || response.ok
        ? withCookie(response, cookies.kept(request, session.id))
        : response;
    }),
  );

  desk.http.post(
    "/web/forget",
    writing(async (request, session) => {
      try {
        // Without a cookie there is nothing to forget; said twice, it is as well.
        if (!session.fresh) await desk.forget(toPlace(session.id), session.id);
      } catch (error) {
        desk.log.error("a conversation of the web could not be forgotten", { error: nameOf(error) });
        return refuse("not-forgotten");
      }
      streams.forgotten(session.id);
      return withCookie(Response.json({ forgotten: true }), cookies.dropped(request));
    }),
  );

  desk.http.get("/web/stream", (request) => {
    if (!fromOwnPage(request, options.publicUrl)) return refuse("foreign-origin");
    const session = cookies.of(request);
    const response = streams.open(session.id, request);
    if (!response) return refuse("full");
    return session.fresh ? withCookie(response, cookies.kept(request, session.id)) : response;
  });

  desk.http.get("/web/transcript", async (request) => {
    if (!fromOwnPage(request, options.publicUrl)) return refuse("foreign-origin");
    const { id, fresh } = cookies.of(request);
    const asked = new URL(request.url).searchParams;
    const language: Language = asked.get("lang") === "en" ? "en" : "de";
    const download = {
      entries: fresh ? [] : await desk.transcript(toPlace(id), id, 0),
      language,
      office: start()[language].office.name,
      now: desk.clock.now(),
    };
    return asked.get("format") === "json" ? downloadAsJson(download) : downloadAsText(download);
  });
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
    desk.log.error("a message from the web could not be stored", { error: nameOf(error) });
    return refuse("unavailable");
  }
  if (result === "dropped") return refuse("not-taken");
  wake(session);
  const answer = { id: incoming.id, session: sessionTag(session) };
  return Response.json(answer, { status: result === "accepted" ? 202 : 200 });
}

/** The kind of an error and not its message, which may quote what a guest wrote. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append("set-cookie", cookie);
  return response;
}
