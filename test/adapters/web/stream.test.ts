import { afterEach, describe, expect, it } from "vitest";
import { createStreams } from "../../../adapters/web/stream.js";
import type { TranscriptEntry } from "../../../src/vocabulary/index.js";
import { message } from "./fake-desk.js";

/** Three hundred answers of 50 kB: far more than one client may have waiting. */
const history: readonly TranscriptEntry[] = Array.from({ length: 300 }, (_, index) => ({
  cursor: index + 1,
  at: "2026-11-23T13:05:00.000Z",
  from: "desk",
  message: message(`m${index}`, "x".repeat(50_000)),
}));

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const streams = createStreams({
  read: async (_, cursor) => history.filter((entry) => entry.cursor > cursor),
  log: silent,
  limit: 2,
});
afterEach(() => streams.end());

function open(session: string) {
  return streams.open(session, new Request("http://localhost/web/stream"));
}

/** Counts the lines until the history has been told, with a heartbeat before each piece. */
async function countLines(response: Response | null): Promise<number> {
  const reader = response?.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let count = 0; reader; ) {
    await nextTick();
    streams.beat();
    const { value, done } = await reader.read();
    if (done || value.includes("event:ready")) return count;
    count += value.match(/^event:entry$/gm)?.length ?? 0;
  }
  return 0;
}

const nextTick = () => new Promise((resolve) => setImmediate(resolve));

describe("a slow client", () => {
  it("is waited for while it takes something between two heartbeats", async () => {
    expect(await countLines(open("slow but alive"))).toBe(300);
  });

  it("that takes nothing is dropped, and the others do not notice", async () => {
    const stuck = open("stuck");
    const quick = open("quick");
    await nextTick();
    await nextTick();
    expect(open("third")).toBeNull();
    expect(await countLines(quick)).toBe(300);
    expect(open("third")).not.toBeNull();
    const { length } = await new Response(stuck?.body).text();
    expect(length).toBeLessThan(200_000);
  });
});

it("lets go of a client that was gone before its stream began", async () => {
  const gone = new AbortController();
  gone.abort();
  for (let count = 0; count < 3; count += 1)
    expect(
      streams.open("gone", new Request("http://localhost/web/stream", { signal: gone.signal })),
    ).not.toBeNull();
});
