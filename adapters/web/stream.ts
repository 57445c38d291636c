import { createEventBuffer, Session } from "better-sse";
import type { Log, TranscriptEntry } from "../../src/vocabulary/index.js";
import { EventStreamConnection } from "./event-stream.js";
import { sessionTag } from "./session.js";

export interface StreamOptions {
  /** The lines of a session's conversation after a cursor, oldest first. */
  readonly read: (session: string, cursor: number) => Promise<readonly TranscriptEntry[]>;
  readonly log: Log;
  /** Open streams in all. */
  readonly limit: number;
}

/** Open streams of one session: more tabs than that nobody reads, and a dead one counts until it is noticed. */
const limitPerSession = 8;

/** One open page. It reads the log on from `cursor`, one reading at a time. */
interface Stream {
  readonly session: string;
  readonly connection: EventStreamConnection;
  readonly events: Session;
  cursor: number;
  reading: boolean;
  /** Woken while reading: there may be more. */
  again: boolean;
  /** Bytes that the client had taken at the last heartbeat. */
  taken: number;
}

export type Streams = ReturnType<typeof createStreams>;

/** All open streams: each a reader that follows the log, woken and never fed. */
export function createStreams({ read, log, limit }: StreamOptions) {
  const bySession = new Map<string, Set<Stream>>();
  let count = 0;

  async function follow(stream: Stream): Promise<void> {
    stream.again = true;
    if (stream.reading || !stream.events.isConnected) return;
    stream.reading = true;
    try {
      while (stream.again && !stream.connection.over) {
        stream.again = false;
        for (const entry of await read(stream.session, stream.cursor)) await deliver(stream, entry);
      }
    } catch (error) {
      log.warn("a web stream could not read the transcript", {
        error: error instanceof Error ? error.name : typeof error,
      });
      // The page reconnects by itself and reads on from where it was.
      stream.connection.end();
    } finally {
      stream.reading = false;
    }
  }

  function forget(stream: Stream): void {
    const streams = bySession.get(stream.session);
    if (!streams?.delete(stream)) return;
    count -= 1;
    if (streams.size === 0) bySession.delete(stream.session);
  }

  return {
    /**
     * Opens a stream that begins after the request's Last-Event-ID, or with the whole history.
     * A session's ninth stream takes the place of its oldest, which is told so: refusing the new one would lock out a
     * phone whose connections broke off unnoticed.
     * @returns null when too many streams are open in all.
     */
    open(session: string, request: Request): Response | null {
      if (count >= limit) return null;
      const connection = new EventStreamConnection(request);
      // No keep-alive of its own: one that starts after the client went would never stop. `beat` does it for all.
      const events = new Session(connection, { keepAlive: null, retry: 2_000 });
      const cursor = /^\d{1,15}$/.test(events.lastId) ? Number(events.lastId) : 0;
      const stream: Stream = {
        session,
        connection,
        events,
        cursor,
        reading: false,
        again: false,
        taken: -1,
      };
      const siblings = bySession.get(session) ?? new Set();
      bySession.set(session, siblings.add(stream));
      count += 1;
      const [oldest] = siblings;
      if (oldest && siblings.size > limitPerSession) {
        announce(oldest, "elsewhere", {});
        oldest.connection.end();
      }
      connection.request.signal.addEventListener("abort", () => forget(stream), { once: true });
      if (connection.over) forget(stream);
      events.once("connected", () => {
        announce(stream, "session", { session: sessionTag(session) });
        void follow(stream).then(() => announce(stream, "ready", {}));
      });
      return connection.response;
    },

    /** There may be something new for a session. */
    wake(session: string): void {
      for (const stream of bySession.get(session) ?? []) void follow(stream);
    },

    /** An answer is being prepared. */
    typing(session: string): void {
      for (const stream of bySession.get(session) ?? []) announce(stream, "typing", {});
    },

    /** The conversation is erased: every open page is told so and let go. */
    forgotten(session: string): void {
      for (const stream of [...(bySession.get(session) ?? [])]) {
        announce(stream, "forgotten", {});
        stream.connection.end();
      }
    },

    /** A sign of life for everyone, so that proxies keep the connection; who takes nothing any more is let go. */
    beat(): void {
      for (const stream of [...bySession.values()].flatMap((streams) => [...streams])) {
        const { full, taken } = stream.connection;
        if (full && taken === stream.taken) stream.connection.end();
        else if (!full) void stream.events.batch(createEventBuffer().comment().dispatch());
        stream.taken = taken;
      }
    },

    end(): void {
      for (const streams of [...bySession.values()])
        for (const stream of [...streams]) stream.connection.end();
    },
  };
}

async function deliver(stream: Stream, entry: TranscriptEntry): Promise<void> {
  if (stream.connection.over || entry.cursor <= stream.cursor) return;
  const id = String(entry.cursor);
  void stream.events.batch(createEventBuffer().event("entry").id(id).data(entry).dispatch());
  stream.cursor = entry.cursor;
  await stream.connection.drained();
}

/** An event that passes: without an id, so that the client's cursor stays where it is. */
function announce(stream: Stream, event: string, data: object): void {
  if (stream.connection.full) return;
  void stream.events.batch(createEventBuffer().event(event).data(data).dispatch());
}
