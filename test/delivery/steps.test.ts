import { afterEach, describe, expect, it } from "vitest";
import type { TurnInput, TurnResult } from "../../src/turn.js";
import type { Channel, OutgoingMessage, SentReceipt } from "../../src/vocabulary/index.js";
import { decision, message, outgoing, temporaryFile } from "../store/setup.js";
import { failure, type Process, startProcess, textOf } from "./setup.js";

const processes: Process[] = [];
afterEach(async () => {
  for (const process of processes.splice(0)) await process.close();
});

/** What a platform was asked to do, a line each: it splits texts at "/". */
interface Platform {
  readonly calls: string[];
  /** What stands in the chat now, by receipt. */
  readonly shown: Map<string, string>;
  /** Throws or not, before a call is carried out. */
  before: (call: string) => void;
  /** Throws or not, after it was. */
  after: (call: string) => void;
  readonly able: Partial<Channel>;
}

function platform(): Platform {
  const calls: string[] = [];
  const shown = new Map<string, string>();
  const part = (of: OutgoingMessage, number: number) => textOf(of).split("/")[number] ?? "";
  const call = async <T>(name: string, does: () => T): Promise<T> => {
    calls.push(name);
    self.before(name);
    const result = does();
    self.after(name);
    return result;
  };
  const self: Platform = {
    calls,
    shown,
    before: () => {},
    after: () => {},
    able: {
      parts: (_, of) => textOf(of).split("/").length,
      send: (_, of, number = 0) =>
        call(`send ${part(of, number)}`, (): SentReceipt => {
          const id = `r${shown.size + 1}`;
          shown.set(id, part(of, number));
          return { id };
        }),
      edit: ({ id }, _, of, number = 0) =>
        call(`edit ${id} ${part(of, number)}`, () => void shown.set(id, part(of, number))),
      remove: ({ id }) => call(`remove ${id}`, () => void shown.delete(id)),
    },
  };
  return self;
}

/** Says what it is asked; "new text < 3" takes the place of what was said on event 3. */
function turn({ conversation, events, eventId }: TurnInput): TurnResult {
  const [what] = events.map((event) => (event.what.kind === "message" ? event.what.text : ""));
  const [text = "", replaces] = (what ?? "").split(" < ");
  const said =
    text === "nothing" ? { ...outgoing(`${eventId}.0`), text: [] } : outgoing(`${eventId}.0`, text);
  return {
    decision: decision(conversation, {
      say: [
        {
          to: conversation.place,
          message: said,
          ...(replaces === undefined ? {} : { replaces: `${replaces}.0` }),
        },
      ],
    }),
    question: text,
    micros: 1,
  };
}

async function deskOn(able: Partial<Channel>, file = temporaryFile()): Promise<Process> {
  const process = await startProcess({ file, turn });
  processes.push(process);
  Object.assign(process.channel, able);
  await process.delivery.start();
  return process;
}

const ask = async (desk: Process, id: string, text: string) => {
  await desk.delivery.receive(message(id, "anna", text));
  await desk.delivery.settled();
};

describe("a message of several parts", () => {
  it("goes out part by part, in order", async () => {
    const { able, calls } = platform();
    await ask(await deskOn(able), "1", "a/b/c");
    expect(calls).toEqual(["send a", "send b", "send c"]);
  });

  it("goes on with the part that was not taken, and repeats none before it", async () => {
    const there = platform();
    const desk = await deskOn(there.able);
    let refusals = 2;
    there.before = (call) => {
      if (call === "send b" && refusals-- > 0) throw failure("retryable");
    };
    await desk.delivery.receive(message("1", "anna", "a/b/c"));
    await desk.time.pass(60_000);
    await desk.delivery.settled();
    expect([...there.shown.values()]).toEqual(["a", "b", "c"]);
  });

  it("goes on after a restart where it was", async () => {
    const there = platform();
    const file = temporaryFile();
    const desk = await deskOn(there.able, file);
    there.before = (call) => {
      if (call === "send b") throw failure("retryable");
    };
    await desk.delivery.receive(message("1", "anna", "a/b/c"));
    await desk.time.pass(1);
    desk.crash();
    there.before = () => {};
    const next = await deskOn(there.able, file);
    await next.time.pass(600_000);
    await next.delivery.settled();
    expect([...there.shown.values()]).toEqual(["a", "b", "c"]);
  });
});

describe("a message that takes the place of another", () => {
  it("edits that one, part by part; what is too long is sent, what is too much is taken back", async () => {
    const { able, shown } = platform();
    const desk = await deskOn(able);
    await ask(desk, "1", "a/b");
    await ask(desk, "2", "A/B/C < 1");
    expect([...shown]).toEqual([
      ["r1", "A"],
      ["r2", "B"],
      ["r3", "C"],
    ]);
    await ask(desk, "3", "X < 2");
    expect([...shown]).toEqual([["r1", "X"]]);
    await ask(desk, "4", "nothing < 3");
    expect([...shown]).toEqual([]);
  });

  it("is sent where the platform cannot edit, or no longer", async () => {
    const unable = platform();
    const { edit: _, remove: __, ...able } = unable.able;
    const desk = await deskOn(able);
    await ask(desk, "1", "a");
    await ask(desk, "2", "A < 1");
    await ask(desk, "3", "nothing < 2");
    expect(unable.calls).toEqual(["send a", "send A"]);

    const late = platform();
    const other = await deskOn(late.able);
    await ask(other, "1", "a");
    late.before = (call) => {
      if (call.startsWith("edit")) throw failure("undeliverable");
    };
    await ask(other, "2", "A < 1");
    expect([...late.shown.values()]).toEqual(["a", "A"]);
  });

  it("is tried as often as it takes: an edit that was made twice is made once", async () => {
    const there = platform();
    const desk = await deskOn(there.able);
    await ask(desk, "1", "a");
    let failures = 4;
    there.after = () => {
      if (failures-- > 0) throw failure("unknown");
    };
    await desk.delivery.receive(message("2", "anna", "A < 1"));
    await desk.time.pass(600_000);
    await desk.delivery.settled();
    expect([...there.shown]).toEqual([["r1", "A"]]);
    expect((await desk.delivery.health()).failed).toBe(0);
  });

  it("is sent when the other never was", async () => {
    const there = platform();
    const desk = await deskOn(there.able);
    there.before = () => {
      throw failure("undeliverable");
    };
    await ask(desk, "1", "a");
    there.before = () => {};
    await ask(desk, "2", "A < 1");
    expect([...there.shown.values()]).toEqual(["A"]);
  });
});

describe("a platform that can tell what became of a send", () => {
  const withLookUp = (there: Platform, find: (text: string) => string | null): Partial<Channel> => ({
    ...there.able,
    lookUp: async (_, of, part) => {
      there.calls.push("look up");
      const id = find(textOf(of).split("/")[part] ?? "");
      return id === null ? null : { id };
    },
  });
  const byText = (there: Platform) => (text: string) =>
    [...there.shown].find(([, shown]) => shown === text)?.[0] ?? null;

  it("is asked before a send with an unknown outcome is repeated: what has arrived is not sent again", async () => {
    const there = platform();
    const desk = await deskOn(withLookUp(there, byText(there)));
    let losses = 1;
    there.after = () => {
      if (losses-- > 0) throw failure("unknown");
    };
    await desk.delivery.receive(message("1", "anna", "a/b"));
    await desk.time.pass(600_000);
    await desk.delivery.settled();
    expect(there.calls).toEqual(["send a", "look up", "send b"]);
  });

  it("lets what has not arrived be sent as often as it takes", async () => {
    const there = platform();
    const desk = await deskOn(withLookUp(there, byText(there)));
    let losses = 5;
    there.before = () => {
      if (losses-- > 0) throw failure("unknown");
    };
    await desk.delivery.receive(message("1", "anna", "a"));
    await desk.time.pass(3_600_000);
    await desk.delivery.settled();
    expect([...there.shown.values()]).toEqual(["a"]);
    expect(there.calls.filter((call) => call === "send a")).toHaveLength(6);
  });

  it("is believed to know nothing when it cannot be asked for long: then the message is repeated once", async () => {
    const there = platform();
    const desk = await deskOn({
      ...there.able,
      lookUp: async () => {
        throw failure("unknown");
      },
    });
    there.after = () => {
      throw failure("unknown");
    };
    await desk.delivery.receive(message("1", "anna", "a"));
    await desk.time.pass(24 * 3_600_000);
    await desk.delivery.settled();
    expect([...there.shown.values()]).toEqual(["a", "a"]);
    expect((await desk.delivery.health()).failed).toBe(1);
  });
});

describe("a chat with a new address", () => {
  it("gets there what was on its way to the old one, at once", async () => {
    const there = platform();
    const to = { channel: "web", scope: "private", address: "new" } as const;
    const { send } = there.able;
    const written: string[] = [];
    const desk = await deskOn({
      ...there.able,
      send: async (place, of, part) => {
        if (place.address !== "new")
          throw Object.assign(new Error("moved"), { delivery: "retryable", movedTo: to });
        written.push(place.address);
        return send?.(place, of, part) ?? { id: "" };
      },
    });
    await desk.delivery.receive(message("1", "anna", "a/b"));
    await desk.delivery.settled();
    expect([...there.shown.values()]).toEqual(["a", "b"]);
    expect(written).toEqual(["new", "new"]);
    expect((await desk.store.load(1))?.conversation.place.address).toBe("new");
  });
});

describe("a platform with a published rate", () => {
  it("gets no more than that, and all of it in the end; other platforms do not wait", async () => {
    const there = platform();
    const times: number[] = [];
    const { send } = there.able;
    const desk = await deskOn({
      ...there.able,
      rates: [{ most: 2, withinMs: 1_000, of: "channel" }],
      send: async (place, of, part) => {
        times.push(desk.time.now());
        return send?.(place, of, part) ?? { id: "" };
      },
    });
    for (const guest of ["anna", "bert", "carl", "dora", "emil"])
      await desk.delivery.receive(message(guest, guest, guest));
    await desk.time.pass(0);
    expect(times).toHaveLength(2);
    await desk.time.pass(2_500);
    await desk.delivery.settled();
    const [first = 0] = times;
    expect(times.map((time) => time - first)).toEqual([0, 0, 1_000, 1_000, 2_000]);
  });

  it("is left alone for as long as it asks, in all threads of the chat", async () => {
    const there = platform();
    const desk = await deskOn(there.able);
    const inThread = (id: string, thread: string) => ({
      ...message(id, "anna", id),
      place: { channel: "web", scope: "room", address: "room", thread } as const,
    });
    let limited = true;
    there.before = () => {
      if (limited) throw failure("retryable", 30_000);
    };
    await desk.delivery.receive(inThread("1", "a"));
    await desk.time.pass(0);
    limited = false;
    await desk.delivery.receive(inThread("2", "b"));
    await desk.time.pass(29_000);
    expect(there.calls).toEqual(["send 1"]);
    await desk.time.pass(2_000);
    expect([...there.shown.values()].sort()).toEqual(["1", "2"]);
  });
});
