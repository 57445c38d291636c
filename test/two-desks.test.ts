import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../src/desk.js";
import { plain } from "../src/text/index.js";
import type { Channel, Desk as ChannelDesk, Log, Place } from "../src/vocabulary/index.js";

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const shipped = resolve(import.meta.dirname, "../intents");
const NOW = Date.parse("2026-11-23T10:00:00+01:00");

let folder: string;
let one: Opened;
let other: Opened;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "two-desks-"));
  one = await open("one", "Erststadt");
  other = await open("other", "Zweitstadt");
}, 120_000);

afterAll(async () => {
  await one.desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("two desks in one process", () => {
  it("answer the same guest each from its own knowledge, in its own log", async () => {
    await Promise.all([
      one.ask("Wo ist Ihr Büro?"),
      other.ask("Wo ist Ihr Büro?"),
      one.ask("Wann haben Sie offen?"),
    ]);
    expect(one.heard.join()).toContain("Erststadt");
    expect(one.heard.join()).not.toContain("Zweitstadt");
    expect(other.heard.join()).toContain("Zweitstadt");
    expect(other.heard.join()).not.toContain("Erststadt");
    const [mine, theirs] = [await one.desk.store.log({ last: 9 }), await other.desk.store.log({ last: 9 })];
    expect([mine.length, theirs.length]).toEqual([2, 1]);
    expect(mine[0]?.guest).not.toBe(theirs[0]?.guest);
    expect(mine[0]?.knowledge).not.toBe(theirs[0]?.knowledge);
  });

  it("go on when the other one closes", async () => {
    await other.desk.close();
    const before = one.heard.length;
    await one.ask("Wo ist Ihr Büro?");
    expect(one.heard.length).toBeGreaterThan(before);
    await expect(other.receive("Wo ist Ihr Büro?")).rejects.toThrow("closing");
  });
});

interface Opened {
  readonly desk: Desk;
  /** What its channel was given to say. */
  readonly heard: string[];
  receive(text: string): Promise<string>;
  ask(text: string): Promise<void>;
}

/** A desk with one topic, in a town of its own, and a channel that only notes what it should say. */
async function open(name: string, town: string): Promise<Opened> {
  const intentsDir = join(folder, name, "intents");
  mkdirSync(join(intentsDir, "faq"), { recursive: true });
  for (const file of ["messages.yaml", "topics.yaml", "partners.yaml", "faq/office-contact.yaml"])
    cpSync(join(shipped, file), join(intentsDir, file));
  const office = readFileSync(join(shipped, "office.yaml"), "utf8");
  writeFileSync(join(intentsDir, "office.yaml"), office.replaceAll("Musterstadt", town));

  const heard: string[] = [];
  let given: ChannelDesk | undefined;
  const channel: Channel = {
    name: "terminal",
    can: { edit: false, remove: false, threads: false, typing: false, files: false },
    start: async (desk) => {
      given = desk;
    },
    send: async (_, message) => {
      heard.push(plain(message.text));
      return { id: message.id };
    },
    stop: async () => {},
  };
  const desk = await openDesk({
    config: {
      dataDir: join(folder, name, "data"),
      intentsDir,
      synchronous: "FULL",
      gatherMs: 0,
      deskSecret: undefined,
      watchPolling: false,
      retentionDays: 30,
    },
    channels: [channel],
    routes: { get: () => {}, post: () => {} },
    clock: { now: () => NOW },
    log: silent,
  });
  const place: Place = { channel: "terminal", scope: "private", address: "the same guest" };
  let count = 0;
  const receive = async (text: string): Promise<string> => {
    count += 1;
    if (!given) throw new Error("the channel was not started");
    return given.receive({
      keys: [`terminal:${count}`],
      channel: "terminal",
      place,
      sender: { id: "the same guest" },
      addressed: true,
      sentAt: new Date(NOW).toISOString(),
      what: { kind: "message", id: String(count), text, attachments: [] },
    });
  };
  return {
    desk,
    heard,
    receive,
    async ask(text) {
      expect(await receive(text)).toBe("accepted");
      await desk.delivery.settled();
    },
  };
}
