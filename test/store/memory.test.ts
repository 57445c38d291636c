import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Place } from "../../src/vocabulary/index.js";
import { message, privatePlace, say, storeAt, temporaryFile, turn } from "./setup.js";

describe("what a channel keeps", () => {
  it("is there after a restart, for this channel only, and lies nowhere in clear", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await store.memory("slack").set("installation:T1", "xoxb-secret");
    await store.memory("slack").set("installation:T1", "xoxb-newer");
    await store.memory("slack").set("other", "value");
    await store.memory("telegram").set("installation:T1", "another");
    await store.close();
    for (const end of ["", "-wal"]) expect(fileText(file + end)).not.toContain("xoxb-");

    const memory = (await storeAt(file)).memory("slack");
    expect(await memory.get("installation:T1")).toBe("xoxb-newer");
    expect(await memory.all("installation:")).toEqual(new Map([["installation:T1", "xoxb-newer"]]));
    await memory.remove("installation:T1");
    expect(await memory.get("installation:T1")).toBeNull();
    expect(await memory.get("other")).toBe("value");
  });
});

describe("a value that a channel keeps", () => {
  it("is found by its key, and those that begin alike by it, without opening all others", async () => {
    const memory = (await storeAt(temporaryFile())).memory("teams");
    for (const key of ["team:19:a", "team:19:b", "room:19:a", "team%", "teams:x"]) await memory.set(key, key);
    expect(await memory.get("team:19:a")).toBe("team:19:a");
    expect(await memory.get("team:")).toBeNull();
    expect([...(await memory.all("team:")).keys()]).toEqual(["team:19:a", "team:19:b"]);
    expect([...(await memory.all("team%")).keys()]).toEqual(["team%"]);
    expect((await memory.all("")).size).toBe(5);
  });
});

describe("a chat that moves to an address that is known already", () => {
  it("brings its conversations and its unsent messages along", async () => {
    const store = await storeAt(temporaryFile());
    const [old, there] = [privatePlace("group"), privatePlace("supergroup")];
    await turn(store, { ...message("1"), place: old }, { say: [say(old, "1.0")] });
    await turn(store, { ...message("2"), place: there });
    await store.moved(old, there);
    const queued = await store.outgoing({ channels: ["web"], limit: 9 });
    expect(queued.map(({ place }) => place.address)).toEqual([there.address, there.address]);
    expect((await store.load(1))?.conversation.place.address).toBe(there.address);
  });
});

describe("a staff room that has moved", () => {
  const configured: Place = { channel: "telegram", scope: "room", address: "-4711" };
  const moved: Place = { ...configured, address: "-1004711" };

  it("is where it is now for every thread that is opened later, under the name that it has in the configuration", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await store.moved(configured, moved);
    await store.close();
    const after = await storeAt(file);
    const thread = { ...configured, thread: "~1.1" };
    await turn(after, message("1"), { say: [{ ...say(thread, "1.0"), aside: true }] });
    const [queued] = await after.outgoing({ channels: ["telegram"], limit: 9 });
    expect(queued?.place).toEqual({ ...thread, address: moved.address });
    expect(await after.formerly(moved)).toEqual(configured);
  });

  it("is gone as the room that it was", async () => {
    const store = await storeAt(temporaryFile());
    await store.moved(configured, moved);
    await turn(store, message("1"), {
      say: [{ ...say({ ...configured, thread: "~1.1" }, "1.0"), aside: true }],
      handover: [{ does: "ask", number: "G-ABCD", partner: null, room: "general" }],
    });
    const [conversation = 0] = await store.roomGone(moved);
    const loaded = await store.load(conversation);
    expect(loaded?.events.map(({ event }) => event.what)).toEqual([
      { kind: "timer", name: "handover:room-gone:-4711" },
    ]);
  });
});

function fileText(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
