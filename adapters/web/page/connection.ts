import type { TranscriptEntry } from "../../../src/vocabulary/index.js";
import { deskAddress } from "./address.js";
import type { Posted } from "./outbox.js";
import { pageLanguage } from "./words.js";

/** What the page is told of its connection. */
export interface ConnectionEvents {
  entry(entry: TranscriptEntry): void;
  typing(): void;
  /** All that the log holds has been told. */
  ready(): void;
  /** "cookieless": the browser does not keep the session, so nothing that is asked can be answered. */
  state(state: "open" | "lost" | "elsewhere" | "cookieless"): void;
  /** The browser has another session now: what was told so far belongs to the old one. */
  reset(): void;
  /** The guest had the conversation deleted, here or in another window. */
  forgotten(): void;
}

/** The stream of the log, as far as the page asks something of it. */
export interface Connection {
  /** Connects anew and reads on after the last line: for when the connection may have died unnoticed. */
  reopen(): void;
  /** The session that the desk named in its answer to a POST. */
  checkSession(session: string): void;
  /** The desk has deleted the conversation on this page's request. */
  forgotten(): void;
}

/**
 * Milliseconds after which a window begins anew when another one had the conversation deleted: that one goes first, so
 * that both come by the same new session.
 */
const afterOthers = 2_000;

/**
 * Follows the log over server-sent events. EventSource reconnects by itself after a network failure and says where it
 * was; after an HTTP error it gives up for good, so that is done here, with growing pauses.
 */
export function followLog(on: ConnectionEvents): Connection {
  let source: EventSource | null = null;
  let session: string | null = null;
  /** The session of a POST that another one than the stream's had answered: the next stream should have it. */
  let expected: string | null = null;
  let cursor = 0;
  let pause = 2_000;
  let again: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(again);
    source?.close();
    const opened = new EventSource(
      deskAddress("/web/stream", cursor > 0 ? { lastEventId: String(cursor) } : {}),
    );
    source = opened;
    const listen = (name: string, hear: (data: string) => void) =>
      opened.addEventListener(name, (event) => {
        if (source === opened) hear(event.data);
      });
    opened.addEventListener("open", () => {
      pause = 2_000;
      on.state("open");
    });
    opened.addEventListener("error", () => {
      if (source !== opened) return;
      on.state("lost");
      if (opened.readyState !== EventSource.CLOSED) return;
      again = setTimeout(open, pause);
      pause = Math.min(pause * 2, 30_000);
    });
    listen("session", (data) => {
      const told = (JSON.parse(data) as { session: string }).session;
      const other = session !== null && session !== told;
      session = told;
      if (expected !== null && expected !== told) on.state("cookieless");
      expected = null;
      if (other) startOver();
    });
    listen("entry", (data) => {
      const entry = JSON.parse(data) as TranscriptEntry;
      if (entry.cursor <= cursor) return;
      cursor = entry.cursor;
      on.entry(entry);
    });
    listen("typing", () => on.typing());
    listen("ready", () => on.ready());
    listen("elsewhere", () => {
      opened.close();
      on.state("elsewhere");
      addEventListener("focus", open, { once: true });
    });
    listen("forgotten", () => {
      forget();
      again = setTimeout(open, afterOthers);
    });
  }

  function forget(): void {
    source?.close();
    source = null;
    cursor = 0;
    session = null;
    on.forgotten();
  }

  function startOver(): void {
    cursor = 0;
    session = null;
    on.reset();
    open();
  }

  open();
  return {
    reopen: open,
    checkSession(told) {
      if (session === null || session === told) return;
      expected = told;
      startOver();
    },
    forgotten() {
      forget();
      open();
    },
  };
}

/** Sends a line or a pressed button to the desk. Never throws. */
export async function post(body: Readonly<Record<string, string>>): Promise<Posted> {
  try {
    const response = await fetch(deskAddress("/web/messages"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, locale: pageLanguage() }),
      signal: AbortSignal.timeout(20_000),
    });
    const answer = await response.json();
    if (response.ok) return { result: "taken", session: answer.session };
    if (response.status === 429) {
      const seconds = Number(response.headers.get("retry-after"));
      return { result: "later", after: 1_000 * Math.min(Math.max(seconds || 5, 1), 60) };
    }
    const retryable = response.status >= 500 || response.status === 403;
    return { result: "refused", retryable, ...(answer.message ? { reason: answer.message } : {}) };
  } catch {
    // No network, no server, or a proxy's page instead of our answer: the line waits and is sent again.
    return { result: "unreachable" };
  }
}

/** Has the desk delete the conversation. Never throws. @returns whether it did. */
export async function forgetConversation(): Promise<boolean> {
  try {
    const response = await fetch(deskAddress("/web/forget"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}
