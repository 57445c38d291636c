import type { ActionId, Localised, TranscriptEntry } from "../../../src/vocabulary/index.js";

/** A line that the guest has sent and that is not in the log yet. */
export interface Waiting {
  readonly id: string;
  /** What the guest wrote, or what stands on the button. */
  readonly text: string;
  /** Of a button of the page itself. */
  readonly action?: ActionId;
  /** ISO 8601. */
  readonly at: string;
  /**
   * "waiting": there is no connection. "slowed": the desk asked to wait. "sent": the desk has it, the log has not shown
   * it yet.
   */
  readonly state: "waiting" | "slowed" | "sending" | "sent" | "failed";
  readonly reason?: Localised<string>;
  readonly retryable?: boolean;
}

/** How a POST came out. */
export type Posted =
  | { readonly result: "taken"; readonly session: string }
  | { readonly result: "unreachable" }
  /** Not now, but after so many milliseconds. */
  | { readonly result: "later"; readonly after: number }
  | { readonly result: "refused"; readonly reason?: Localised<string>; readonly retryable: boolean };

export type Post = (body: Readonly<Record<string, string>>) => Promise<Posted>;

export interface Outbox {
  /** A line that the guest wrote, or with `action` a pressed button of the page itself. */
  add(text: string, action?: ActionId): void;
  retry(id: string): void;
  /** The log has shown this line. */
  settled(id: string): void;
  /** The connection may be back. */
  flush(): void;
  /** Drops everything that waits. */
  clear(): void;
}

/** The line of this page that a line of the log is, where it is one. */
export function ownLine(entry: TranscriptEntry): string | undefined {
  return (
    entry.clientId ??
    (entry.pressed?.on.startsWith(onPage) ? entry.pressed.on.slice(onPage.length) : undefined)
  );
}

/** UTF-16 code units of a label that the desk takes. */
const longestLabel = 100;

/** A button of the page stands under no message: in the place of one it names its line, which the log gives back. */
const onPage = "page:";

/**
 * Sends lines one after the other, so that they arrive in the order in which they were written. Without connection
 * they wait in memory. A line keeps its id, so one that was sent twice counts once.
 */
export function createOutbox(
  post: Post,
  changed: (line: Waiting) => void,
  taken: (session: string) => void,
): Outbox {
  const lines = new Map<string, Waiting>();
  let busy = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  function set(line: Waiting): void {
    lines.set(line.id, line);
    changed(line);
  }

  async function flush(): Promise<void> {
    clearTimeout(again);
    if (busy) return;
    busy = true;
    for (let line = nextOf(lines); line; line = nextOf(lines)) {
      set({ ...line, state: "sending" });
      const posted = await post(bodyOf(line));
      // The stream may have shown the line before the answer to its POST came.
      const open = lines.has(line.id);
      if (posted.result === "taken") {
        if (open) set({ ...line, state: "sent" });
        taken(posted.session);
      } else if (posted.result === "unreachable") {
        if (open) set({ ...line, state: "waiting" });
        again = setTimeout(() => void flush(), 5_000);
        break;
      } else if (posted.result === "later") {
        if (open) set({ ...line, state: "slowed" });
        again = setTimeout(() => void flush(), posted.after);
        break;
      } else if (open) {
        const { reason, retryable } = posted;
        set({ ...line, state: "failed", retryable, ...(reason ? { reason } : {}) });
      }
    }
    busy = false;
  }

  return {
    add(text, action) {
      const at = new Date().toISOString();
      set({ id: randomUuid(), text, at, state: "waiting", ...(action ? { action } : {}) });
      void flush();
    },
    retry(id) {
      const line = lines.get(id);
      if (line?.state === "failed") {
        const { text, at, action } = line;
        set({ id, text, at, state: "waiting", ...(action ? { action } : {}) });
      }
      void flush();
    },
    settled: (id) => void lines.delete(id),
    flush: () => void flush(),
    clear: () => lines.clear(),
  };
}

function bodyOf({ id, text, action }: Waiting): Readonly<Record<string, string>> {
  return action ? { id, action, on: onPage + id, label: text.slice(0, longestLabel) } : { id, text };
}

function nextOf(lines: ReadonlyMap<string, Waiting>): Waiting | undefined {
  return [...lines.values()].find(({ state }) => state === "waiting" || state === "slowed");
}

/** A UUID of version 4 (RFC 9562, 5.4); `crypto.randomUUID` is missing on pages that are served without https. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
