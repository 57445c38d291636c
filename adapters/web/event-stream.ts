import { Connection } from "better-sse";

/** Bytes that may wait for a client before the writer is asked to wait too. */
const highWaterMark = 64 * 1024;

/**
 * A connection for better-sse that knows when its client does not keep up and when it has gone. The library's own one
 * for the Fetch API leaves a rejected promise behind when a client breaks off, which ends a Node process, and buffers
 * without bound for a client that does not read.
 */
export class EventStreamConnection extends Connection {
  readonly url: URL;
  readonly request: Request;
  readonly response: Response;
  readonly #over = new AbortController();
  readonly #encoder = new TextEncoder();
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #wanted = () => {};
  #sent = 0;

  constructor(request: Request) {
    super();
    this.url = new URL(request.url);
    this.request = new Request(request.url, { headers: request.headers, signal: this.#over.signal });
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#wanted(),
        cancel: () => this.end(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark }),
    );
    this.response = new Response(body, { headers: Connection.constants.RESPONSE_HEADERS });
    request.signal.addEventListener("abort", () => this.end(), { once: true });
    if (request.signal.aborted) this.end();
  }

  /** The client has gone, or we have let go of it. */
  get over(): boolean {
    return this.#over.signal.aborted;
  }

  /** More waits for the client than it has taken. */
  get full(): boolean {
    return (this.#controller?.desiredSize ?? 1) <= 0;
  }

  /** Bytes that the client has taken. */
  get taken(): number {
    return this.#sent - highWaterMark + (this.#controller?.desiredSize ?? highWaterMark);
  }

  /** Resolves when the client has taken most of what was sent, or is gone. */
  async drained(): Promise<void> {
    while (this.full && !this.over) {
      await new Promise<void>((resolve) => {
        this.#wanted = resolve;
      });
    }
  }

  /** Lets go of the client; what it has not taken yet is lost and read again from its cursor when it comes back. */
  end(): void {
    this.#over.abort();
    this.#wanted();
  }

  sendHead = () => {};

  sendChunk = (chunk: string) => {
    if (this.over || !this.#controller) return;
    const bytes = this.#encoder.encode(chunk);
    this.#sent += bytes.byteLength;
    this.#controller.enqueue(bytes);
  };

  cleanup = () => {
    try {
      this.#controller?.close();
    } catch {
      // Closed already, by the client.
    }
    this.#controller = null;
  };
}
