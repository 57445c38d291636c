import { randomUUID } from "node:crypto";
import type { TranscriptEntry } from "../../../src/vocabulary/index.js";

/** One server-sent event as it came over the wire. */
export interface Received {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/**
 * A guest's browser as seen from the network: keeps the cookie, posts, and reads the stream.
 * @param query what the page adds to each address, such as "?embedded=1".
 */
export function createGuest(url: string, cookie: string | null = null, query = "") {
  let jar = cookie;
  const keep = (response: Response) => {
    const set = response.headers.getSetCookie()[0];
    if (set) jar = set.includes("Max-Age=0;") ? null : (set.split(";")[0] ?? null);
    return response;
  };
  const headers = () => ({ ...(jar ? { cookie: jar } : {}), origin: url });
  const send = async (path: string, body: string, changes: Record<string, string> = {}) =>
    keep(
      await fetch(url + path + query, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers(), ...changes },
        body,
      }),
    );
  return {
    get cookie() {
      return jar;
    },
    get session() {
      return jar?.split("=")[1] ?? "";
    },
    /** Posts a body as it is, with the headers of our own page unless told otherwise. */
    async postRaw(body: string, changes: Record<string, string> = {}): Promise<Response> {
      return send("/web/messages", body, changes);
    },
    async post(text: string, id: string = randomUUID()): Promise<Response> {
      return this.postRaw(JSON.stringify({ id, text }));
    },
    /** Ends the conversation and has it erased. */
    forget: (changes: Record<string, string> = {}) => send("/web/forget", "{}", changes),
    download: (asked: string) => fetch(`${url}/web/transcript?${asked}`, { headers: headers() }),
    async stream(lastEventId?: string | number) {
      const abort = new AbortController();
      const response = keep(
        await fetch(`${url}/web/stream${query}`, {
          headers: {
            ...headers(),
            ...(lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) }),
          },
          signal: abort.signal,
        }),
      );
      return { response, ...reader(response, () => abort.abort()) };
    },
  };
}

function reader(response: Response, close: () => void) {
  const events: Received[] = [];
  let comments = 0;
  let wake = () => {};
  let ended = false;
  void (async () => {
    let rest = "";
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          if (block.startsWith(":")) comments += 1;
          else if (block.includes("data:")) events.push(parse(block));
        }
        wake();
      }
    } catch {
      // The test closed it, or the server did.
    }
    ended = true;
    wake();
  })();
  const until = async (done: () => boolean) => {
    while (!done() && !ended)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return {
    events,
    close,
    /** All lines so far, once `count` of them are there. */
    async lines(count: number): Promise<TranscriptEntry[]> {
      const lines = () => events.filter(({ event }) => event === "entry");
      await until(() => lines().length >= count);
      return lines().map(({ data }) => JSON.parse(data) as TranscriptEntry);
    },
    async next(event: string): Promise<Received | undefined> {
      await until(() => events.some((received) => received.event === event));
      return events.find((received) => received.event === event);
    },
    comment: () => until(() => comments > 0).then(() => comments),
    ended: () => until(() => false),
  };
}

function parse(block: string): Received {
  const field = (name: string) =>
    block
      .split("\n")
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trimStart() ?? null;
  return { event: field("event") ?? "message", id: field("id"), data: field("data") ?? "" };
}
