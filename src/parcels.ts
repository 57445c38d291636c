import { deserialize, serialize } from "node:v8";

/**
 * Plain data on its way to another thread, in pieces of which each is read within about a millisecond: the structured
 * clone of `postMessage` reads a message in one go, and whoever waits for that thread waits with it.
 */
export type Parcel =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  /** Handed over as it is; nothing has to be read. */
  | { readonly kind: "numbers"; readonly numbers: ArrayBufferView }
  | { readonly kind: "array" | "set" | "map" | "record"; readonly runs: readonly Run[] };

/** Some of a collection's items as a small collection of that kind, or one that is large itself, with its key. */
type Run = Uint8Array | { readonly key: unknown; readonly large: Parcel };

/** A parcel and all memory that belongs to it: the second argument of `postMessage`. */
export interface Packed {
  readonly parcel: Parcel;
  readonly transfer: ArrayBuffer[];
}

/** Values in a piece; V8 reads five to fifteen thousand a millisecond. */
const PIECE = 2_000;
/** What a typed array counts beside its bytes: reading a small one takes as long as so many values. */
const NUMBERS = 30;
/** Bytes that count as one value. */
const BYTES_PER_VALUE = 256;

type Collection = readonly unknown[] | ReadonlySet<unknown> | ReadonlyMap<unknown, unknown> | object;

/**
 * Packs plain data: objects, arrays, Maps, Sets, typed arrays, strings, numbers; without circles. What is referred to
 * from two places may arrive as two. Nothing of the value itself is transferred: it stays usable.
 * @throws Error where something is no data, such as a function
 */
export function pack(value: unknown): Packed {
  const transfer: ArrayBuffer[] = [];
  const own = <T extends ArrayBufferView>(view: T): T => {
    transfer.push(view.buffer as ArrayBuffer);
    return view;
  };
  const bytesOf = (small: unknown): Uint8Array => own(new Uint8Array(serialize(small)));
  const parcelOf = (one: unknown): Parcel => {
    if (isLarge(one) && ArrayBuffer.isView(one)) return { kind: "numbers", numbers: own(copyOf(one)) };
    if (!isLarge(one) || typeof one !== "object" || one === null)
      return { kind: "whole", bytes: bytesOf(one) };
    const kind = kindOf(one);
    const runs: Run[] = [];
    let small: [key: unknown, item: unknown][] = [];
    let weight = 0;
    const endRun = (): void => {
      if (small.length > 0) runs.push(bytesOf(collected(kind, small)));
      small = [];
      weight = 0;
    };
    for (const [key, item] of entriesOf(one)) {
      const its = weigh(item, PIECE) + 1;
      if (weight + its > PIECE) endRun();
      if (its > PIECE) runs.push({ key, large: parcelOf(item) });
      else {
        small.push([key, item]);
        weight += its;
      }
    }
    endRun();
    return { kind, runs };
  };
  return { parcel: parcelOf(value), transfer };
}

/**
 * Puts together what was packed.
 * @param pause awaited before each piece; others get their turn meanwhile
 */
export async function unpack(parcel: Parcel, pause: () => Promise<void>): Promise<unknown> {
  if (parcel.kind === "numbers") return parcel.numbers;
  if (parcel.kind === "whole") {
    await pause();
    return deserialize(parcel.bytes);
  }
  const add = collector(parcel.kind);
  for (const run of parcel.runs) {
    if (run instanceof Uint8Array) {
      await pause();
      for (const [key, item] of entriesOf(deserialize(run) as Collection)) add.item(key, item);
    } else add.item(run.key, await unpack(run.large, pause));
  }
  return add.result();
}

function isLarge(value: unknown): boolean {
  return weigh(value, PIECE) > PIECE;
}

/** How many values there are to read; counted until there are more than `most`. */
function weigh(value: unknown, most: number): number {
  if (typeof value === "string") return 1 + value.length / BYTES_PER_VALUE;
  if (typeof value !== "object" || value === null) return 1;
  if (ArrayBuffer.isView(value)) return NUMBERS + value.byteLength / BYTES_PER_VALUE;
  let weight = 1;
  for (const [key, item] of entriesOf(value)) {
    weight += (typeof key === "string" ? 1 : 0) + weigh(item, most - weight);
    if (weight > most) break;
  }
  return weight;
}

function kindOf(value: object): "array" | "set" | "map" | "record" {
  if (Array.isArray(value)) return "array";
  if (value instanceof Set) return "set";
  return value instanceof Map ? "map" : "record";
}

function entriesOf(value: Collection): Iterable<[key: unknown, item: unknown]> {
  if (value instanceof Map) return value;
  return value instanceof Set || Array.isArray(value) ? withoutKeys(value) : Object.entries(value);
}

function* withoutKeys(items: Iterable<unknown>): Generator<[key: unknown, item: unknown]> {
  for (const item of items) yield [undefined, item];
}

function collected(kind: "array" | "set" | "map" | "record", entries: [unknown, unknown][]): unknown {
  const add = collector(kind);
  for (const [key, item] of entries) add.item(key, item);
  return add.result();
}

/** Gathers the items of a collection. */
function collector(kind: "array" | "set" | "map" | "record"): {
  item(key: unknown, item: unknown): void;
  result(): unknown;
} {
  if (kind === "map") {
    const map = new Map<unknown, unknown>();
    return { item: (key, item) => map.set(key, item), result: () => map };
  }
  if (kind === "set") {
    const set = new Set<unknown>();
    return { item: (_, item) => set.add(item), result: () => set };
  }
  if (kind === "array") {
    const array: unknown[] = [];
    return { item: (_, item) => array.push(item), result: () => array };
  }
  const entries: [string, unknown][] = [];
  // by definition, not by assignment: a key may be called "__proto__"
  return {
    item: (key, item) => entries.push([String(key), item]),
    result: () => Object.fromEntries(entries),
  };
}

/** A copy of exactly these numbers: the memory below a view may be shared with others. */
function copyOf(view: ArrayBufferView): ArrayBufferView {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
  if (view instanceof DataView) return new DataView(bytes.buffer);
  const { constructor: Numbers } = view as unknown as {
    constructor: new (buffer: ArrayBuffer) => ArrayBufferView;
  };
  return new Numbers(bytes.buffer);
}
