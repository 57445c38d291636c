import { createWebChannel, type WebOptions } from "../../../adapters/web/index.js";
import { createHttp } from "../../../src/http/index.js";
import type {
  DeskEvent,
  Localised,
  Log,
  OfficeDetails,
  OutgoingMessage,
  RichText,
  TranscriptEntry,
} from "../../../src/vocabulary/index.js";
import { testDesk } from "../desk-setup.js";

/** What a desk remembers; it outlives the server, as the database does. */
export interface Memory {
  readonly keys: Set<string>;
  readonly events: DeskEvent[];
  readonly lines: { readonly session: string; readonly entry: TranscriptEntry }[];
}

export interface FakeDesk {
  readonly url: string;
  readonly memory: Memory;
  readonly warnings: string[];
  /** Writes a line of the desk into the log and sends it. */
  say(session: string, message: OutgoingMessage): Promise<void>;
  typing(session: string): Promise<void>;
  stop(): Promise<void>;
}

export interface FakeDeskOptions extends Partial<WebOptions> {
  readonly memory?: Memory;
  readonly port?: number;
  readonly publicUrl?: string;
  /** Throws: the event cannot be stored. "dropped": it is not meant for the desk. Else what the desk answers. */
  readonly answer?: (event: DeskEvent) => OutgoingMessage | "dropped" | null;
  /** Called before the transcript is read; may fail or wait. */
  readonly beforeRead?: () => void | Promise<void>;
  /** Called before a conversation is forgotten; may fail. */
  readonly beforeForget?: () => void;
  /** Short for a `start` that knows nothing but the office. */
  readonly office?: () => Localised<OfficeDetails>;
  /** Milliseconds since 1970. Default: an afternoon in November 2026 that stands still. */
  readonly clock?: () => number;
}

export function emptyMemory(): Memory {
  return { keys: new Set(), events: [], lines: [] };
}

/** A desk whose log lies in memory, behind the real HTTP server and the real web channel. */
export async function startDesk(options: FakeDeskOptions = {}): Promise<FakeDesk> {
  const { memory = emptyMemory(), port = 0, answer = () => null, beforeRead, beforeForget } = options;
  const { office, clock = () => afternoon, ...web } = options;
  const warnings: string[] = [];
  const log: Log = {
    info: () => {},
    warn: (what, details) => void warnings.push(`${what} ${JSON.stringify(details)}`),
    error: (what, details) => void warnings.push(`${what} ${JSON.stringify(details)}`),
  };
  const publicUrl = options.publicUrl ?? "http://localhost";
  const http = createHttp({ host: "127.0.0.1", port, publicUrl, log });
  const channel = createWebChannel({
    secureCookie: false,
    ...(office ? { start: () => startWith(office()) } : {}),
    ...web,
  });

  async function say(session: string, message: OutgoingMessage): Promise<void> {
    add(session, { from: "desk", message });
    await channel.send({ channel: "web", scope: "private", address: session }, message);
  }
  function add(session: string, entry: Omit<TranscriptEntry, "cursor" | "at">): void {
    const cursor = memory.lines.length + 1;
    memory.lines.push({
      session,
      entry: { cursor, at: new Date(afternoon + cursor * 1_000).toISOString(), ...entry },
    });
  }

  await channel.start(
    testDesk({
      async receive(event) {
        if (event.keys.some((key) => memory.keys.has(key))) return "repeat";
        const reply = answer(event);
        if (reply === "dropped") return "dropped";
        for (const key of event.keys) memory.keys.add(key);
        memory.events.push(event);
        const session = event.sender.id;
        const { what } = event;
        if (what.kind === "message") add(session, { from: "guest", clientId: what.id, text: what.text });
        if (what.kind === "action" && what.label !== undefined)
          add(session, { from: "guest", text: what.label, pressed: { action: what.action, on: what.on } });
        if (reply) setImmediate(() => void say(session, reply));
        return "accepted";
      },
      async forget(_, sender) {
        beforeForget?.();
        memory.lines.splice(
          0,
          memory.lines.length,
          ...memory.lines.filter((line) => line.session !== sender),
        );
      },
      async transcript(place, sender, cursor) {
        await beforeRead?.();
        if (place.address !== sender) return [];
        return memory.lines
          .filter((line) => line.session === sender && line.entry.cursor > cursor)
          .map(({ entry }) => entry);
      },
      http: http.routes,
      clock: { now: clock },
      log,
    }),
  );
  const { url } = await http.listen();
  return {
    url,
    memory,
    warnings,
    say,
    typing: async (session) => channel.typing?.({ channel: "web", scope: "private", address: session }),
    async stop() {
      await channel.stop();
      await http.close();
    },
  };
}

const afternoon = Date.UTC(2026, 10, 23, 13, 5);

function startWith(office: Localised<OfficeDetails>): ReturnType<NonNullable<WebOptions["start"]>> {
  const nothing = { topics: [], seminars: [], examples: [] };
  return { de: { office: office.de, ...nothing }, en: { office: office.en, ...nothing } };
}

/** A message of the desk in one paragraph. */
export function message(id: string, text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const paragraph: RichText = [{ type: "paragraph", children: [{ type: "text", text }] }];
  return { id, language: "de", text: paragraph, ...more };
}
