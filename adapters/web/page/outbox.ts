import type { Localised } from "../../../src/vocabulary/index.js";

/** A line that the guest has sent and that is not in the log yet. */
export interface Waiting {
  readonly id: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  /** "waiting": there is no connection. "sent": the desk has it, the log has not shown it yet. */
  readonly state: "waiting" | "sending" | "sent" | "failed";
  readonly reason?: Localised<string>;
  readonly retryable?: boolean;
}

/** How a POST came out. */
export type Posted =
  | { readonly result: "taken"; readonly session: string }
  | { readonly result: "unreachable" }
  | { readonly result: "refused"; readonly reason?: Localised<string>; readonly retryable: boolean };

export type Post = (body: Readonly<Record<string, string>>) => Promise<Posted>;

export interface Outbox {
  add(text: string): void;
  retry(id: string): void;
  /** The log has shown this line. */
  settled(id: string): void;
  /** The connection may be back. */
  flush(): void;
}

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
      const posted = await post({ id: line.id, text: line.text });
      // The stream may have shown the line before the answer to its POST came.
      const open = lines.has(line.id);
      if (posted.result === "taken") {
        if (open) set({ ...line, state: "sent" });
        taken(posted.session);
      } else if (posted.result === "unreachable") {
        if (open) set({ ...line, state: "waiting" });
        again = setTimeout(() => void flush(), 5_000);
        break;
      } else if (open) {
        const { reason, retryable } = posted;
        set({ ...line, state: "failed", retryable, ...(reason ? { reason } : {}) });
      }
    }
    busy = false;
  }

  return {
    add(text) {
      set({ id: randomUuid(), text, at: new Date().toISOString(), state: "waiting" });
      void flush();
    },
    retry(id) {
      const line = lines.get(id);
      if (line?.state === "failed") set({ id, text: line.text, at: line.at, state: "waiting" });
      void flush();
    },
    settled: (id) => void lines.delete(id),
    flush: () => void flush(),
  };
}

function nextOf(lines: ReadonlyMap<string, Waiting>): Waiting | undefined {
  return [...lines.values()].find((line) => line.state === "waiting");
}

/** A UUID of version 4 (RFC 9562, 5.4); `crypto.randomUUID` is missing on pages that are served without https. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
