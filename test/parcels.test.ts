import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Parcel, pack, unpack } from "../src/parcels.js";

/** Sends a value as another thread would, and counts the pieces in which it was read. */
async function sent(value: unknown): Promise<{ arrived: unknown; pieces: number }> {
  const { port1, port2 } = new MessageChannel();
  const { parcel, transfer } = pack(value);
  port1.postMessage(parcel, transfer);
  const received = receiveMessageOnPort(port2) as { message: Parcel };
  port1.close();
  let pieces = 0;
  const arrived = await unpack(received.message, async () => {
    pieces += 1;
  });
  return { arrived, pieces };
}

const numbered = <T>(count: number, item: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => item(at));

describe("a parcel", () => {
  it("arrives as it was sent, whatever plain data it is", async () => {
    const plain = fc.anything({ withMap: true, withSet: true, withTypedArray: true, withDate: true });
    await fc.assert(
      fc.asyncProperty(plain, async (value) => {
        expect((await sent(value)).arrived).toEqual(structuredClone(value));
      }),
    );
  });

  const word = (at: number): string => `word ${at}`;
  it.each<[string, unknown]>([
    ["a long list", numbered(20_000, word)],
    ["a large Map", new Map(numbered(20_000, (at) => [word(at), { at, more: [at, null, undefined] }]))],
    ["a large Set", new Set(numbered(20_000, word))],
    ["an object with many keys", Object.fromEntries(numbered(20_000, (at) => [word(at), at]))],
    ["something large among what is small", { small: 1, large: numbered(20_000, word), last: "x" }],
    ["Maps in Maps", new Map(numbered(9, (a) => [a, new Map(numbered(5_000, (b) => [b, word(a)]))]))],
    ["a long list in a short one", [[numbered(20_000, word)], "after it"]],
    ["large numbers between small ones", { a: [1], numbers: Float32Array.from({ length: 400_000 }), b: [2] }],
  ])("that is large is read in several pieces and keeps its order: %s", async (_, value) => {
    const { arrived, pieces } = await sent(value);
    expect(arrived).toEqual(value);
    expect(JSON.stringify(flat(arrived))).toBe(JSON.stringify(flat(value)));
    expect(pieces).toBeGreaterThan(1);
  });

  it("has no piece with more than some thousand values", async () => {
    const { parcel } = pack(new Map(numbered(100_000, (at) => [at, at])));
    if (parcel.kind !== "map") throw new Error(`It is packed as ${parcel.kind}.`);
    const sizes = parcel.runs.map((run) => (run instanceof Uint8Array ? run.byteLength : 0));
    expect(Math.max(...sizes)).toBeLessThan(40_000);
    expect(sizes.length).toBeGreaterThan(20);
  });

  it("takes of shared memory what a view shows, and leaves the sender's value usable", async () => {
    const shared = Int32Array.from({ length: 3_000_000 }, (_, at) => at);
    const value = { large: shared.subarray(1_000_000, 2_000_000), small: shared.subarray(5, 8) };
    const { arrived } = await sent(value);
    const { large, small } = arrived as typeof value;
    expect([large.length, large[0], large.at(-1)]).toEqual([1_000_000, 1_000_000, 1_999_999]);
    expect(large.buffer.byteLength).toBe(4_000_000);
    expect([...small]).toEqual([5, 6, 7]);
    expect(shared[7]).toBe(7);
  });

  it("keeps keys that mean something to JavaScript", async () => {
    const value = JSON.parse('{"__proto__": [1], "constructor": 2}') as object;
    const large = { ...Object.fromEntries(numbered(9_000, (at) => [word(at), at])), value };
    expect(JSON.stringify((await sent(large)).arrived)).toBe(JSON.stringify(large));
  });

  it("refuses what is no data", () => {
    expect(() => pack({ stem: (text: string) => text })).toThrow(/could not be cloned/);
  });
});

/** With Maps and Sets as lists, for their order. */
function flat(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value].map(flat);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Array.isArray(value) ? value.map(flat) : value;
}
