import { unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Knowledge, KnowledgeMissing } from "../src/knowledge/index.js";
import { study } from "../src/study.js";
import type { Log } from "../src/vocabulary/index.js";
import { CREATED_ON, FILES, onDisk } from "./knowledge/fixture.js";

const silent: Log = { info() {}, warn() {}, error() {} };
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** One synonym tells the snapshots apart. */
const synonym = (knowledge: Knowledge): string => knowledge.synonyms[0]?.[0] ?? "";

/** Studies a folder; what is to be learned waits until the test says how it ends. */
async function studied() {
  const folder = onDisk();
  open.push(folder.remove);
  const read: string[] = [];
  const told: string[] = [];
  const waiting: { readonly of: string; succeed(): void; fail(error: Error): void }[] = [];
  const { close } = await study<string>({
    dir: folder.dir,
    createdOn: CREATED_ON,
    log: silent,
    settleMs: 20,
    rescanMs: 20,
    learn: (knowledge) =>
      new Promise((resolve, reject) => {
        const of = synonym(knowledge);
        waiting.push({ of, succeed: () => resolve(`learned ${of}`), fail: reject });
      }),
    onRead: (knowledge) => void read.push(synonym(knowledge)),
    onLearned: (knowledge, learned) => void told.push(`${synonym(knowledge)}: ${learned}`),
    onFailed: (error) => void told.push(String(error)),
  });
  open.push(close);
  const write = async (name: string): Promise<void> => {
    writeFileSync(join(folder.dir, "synonyms.yaml"), `- [${name}, other]\n`);
    await eventually(() => expect(read.at(-1)).toBe(name));
  };
  /** The lesson that runs, once there is one. */
  const lesson = async () => {
    await eventually(() => expect(waiting).toHaveLength(1));
    const [one] = waiting.splice(0);
    if (!one) throw new Error("Nothing is being learned.");
    return one;
  };
  return { folder, read, told, waiting, write, lesson, close };
}

describe("studying intents/", { timeout: 30_000 }, () => {
  it("passes over what has become old while something else was learned", async () => {
    const { read, told, write, lesson } = await studied();
    const first = await lesson();
    for (const name of ["one", "two", "three"]) await write(name);
    first.succeed();
    const next = await lesson();
    expect(next.of).toBe("three");
    next.succeed();
    await eventually(() => expect(told).toHaveLength(2));
    expect(told[1]).toBe("three: learned three");
    expect(read.slice(1)).toEqual(["one", "two", "three"]);
  });

  it("does not learn again what is in force when a change was taken back", async () => {
    const { told, waiting, write, lesson } = await studied();
    (await lesson()).succeed();
    await write("one");
    const one = await lesson();
    await write("two");
    await write("one");
    one.succeed();
    await write("last");
    (await lesson()).succeed();
    await eventually(() => expect(told).toHaveLength(3));
    expect(told.slice(1)).toEqual(["one: learned one", "last: learned last"]);
    expect(waiting).toEqual([]);
  });

  it("tells why something could not be learned, and learns the next change", async () => {
    const { told, write, lesson } = await studied();
    (await lesson()).fail(new Error("no words in it"));
    await eventually(() => expect(told).toEqual(["Error: no words in it"]));
    await write("better");
    (await lesson()).succeed();
    await eventually(() => expect(told[1]).toBe("better: learned better"));
  });

  it("waits for what is being learned when it closes", async () => {
    const { told, lesson, close } = await studied();
    const one = await lesson();
    const closing = close();
    expect(told).toEqual([]);
    one.succeed();
    await closing;
    expect(told).toHaveLength(1);
  });

  it("does not begin without office.yaml", async () => {
    const folder = onDisk(FILES);
    open.push(folder.remove);
    unlinkSync(join(folder.dir, "office.yaml"));
    const never = (): never => {
      throw new Error("told of something");
    };
    const told = { learn: never, onRead: never, onLearned: never, onFailed: never };
    await expect(study({ dir: folder.dir, createdOn: CREATED_ON, log: silent, ...told })).rejects.toThrow(
      KnowledgeMissing,
    );
  });
});
