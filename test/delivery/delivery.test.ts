import { afterEach, describe, expect, it } from "vitest";
import type { DeskEvent } from "../../src/vocabulary/index.js";
import { button, decision, message, NOW, openForm, press, say, temporaryFile } from "../store/setup.js";
import {
  answer,
  failure,
  fakeChannel,
  type Process,
  type ProcessOptions,
  startProcess,
  textOf,
} from "./setup.js";

const processes: Process[] = [];
afterEach(async () => {
  for (const process of processes.splice(0)) await process.close();
});

async function started(options: Partial<ProcessOptions> = {}): Promise<Process> {
  const process = await startProcess({ file: temporaryFile(), ...options });
  processes.push(process);
  await process.delivery.start();
  return process;
}

const texts = ({ channel }: Process) => channel.taken.map(({ message }) => textOf(message));
const room = { channel: "web", scope: "room", address: "room" } as const;

describe("a room", () => {
  const thread = { ...room, thread: "t1" };
  const inThread = (id: string, guest: string): DeskEvent => ({
    ...message(id, guest),
    place: thread,
    addressed: false,
    followsOn: true,
  });

  it("is answered in a thread where the same guest already talks with the desk, and nobody else is stored", async () => {
    const desk = await started();
    expect(await desk.delivery.receive(inThread("1", "anna"))).toBe("dropped");
    expect(await desk.delivery.receive({ ...message("2"), place: thread })).toBe("accepted");
    expect(await desk.delivery.receive(inThread("3", "anna"))).toBe("accepted");
    expect(await desk.delivery.receive(inThread("4", "bert"))).toBe("dropped");
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["Frage 2", "Frage 3"]);
    // what was dropped is not known: said again with a mention it is no repeat
    expect(await desk.delivery.receive({ ...message("4", "bert"), place: thread })).toBe("accepted");
  });

  it("that has moved is written to at its new address, with all its threads", async () => {
    const desk = await started();
    await desk.delivery.receive({ ...message("1"), place: thread });
    await desk.delivery.settled();
    const to = { ...room, address: "super" };
    const moved: DeskEvent = {
      ...message("2"),
      place: room,
      addressed: false,
      what: { kind: "membership", change: "moved", to },
    };
    expect(await desk.delivery.receive(moved)).toBe("accepted");
    expect(await desk.delivery.receive(moved)).toBe("accepted");
    expect((await desk.store.load(1))?.conversation.place).toEqual({ ...to, thread: "t1" });
  });
});

describe("the straight way", () => {
  it("answers what was accepted, and settles when the answer has been taken", async () => {
    const desk = await started();
    expect(await desk.delivery.receive(message("1"))).toBe("accepted");
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["Frage 1"]);
    expect(await desk.store.log({ last: 9 })).toMatchObject([{ turn: 1, question: "Frage 1", joined: 1 }]);
    expect(await desk.delivery.health()).toEqual({
      openEvents: 0,
      oldestOpenAt: null,
      queued: 0,
      failed: 0,
      deciding: 0,
      sending: 0,
      troubles: {},
    });
  });

  it("answers a repeat no second time", async () => {
    const desk = await started();
    await desk.delivery.receive(message("1"));
    await desk.delivery.settled();
    expect(await desk.delivery.receive(message("1"))).toBe("repeat");
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["Frage 1"]);
  });

  it("neither stores nor answers what was said to others in a room", async () => {
    const desk = await started();
    const event: DeskEvent = { ...message("1"), place: room, addressed: false };
    expect(await desk.delivery.receive(event)).toBe("dropped");
    expect(await desk.delivery.receive({ ...event, addressed: true })).toBe("accepted");
    await desk.delivery.settled();
    expect(texts(desk)).toHaveLength(1);
  });

  it("does not acknowledge what could not be stored", async () => {
    const desk = await started();
    await expect(desk.delivery.receive({ ...message("1"), keys: [] })).rejects.toThrow("key");
  });

  it("stores the text with personal data masked", async () => {
    const desk = await started();
    await desk.delivery.receive(message("1", "anna", "Mein Passwort ist geheim"));
    await desk.delivery.settled();
    const lines = await desk.store.transcript({
      place: message("1").place,
      sender: "anna",
      cursor: 0,
      now: NOW,
    });
    expect(lines[0]?.text).toBe("Mein Passwort ist [verborgen]");
  });

  it("shows the words of a page's own button masked, and no more than a hundred characters of them", async () => {
    const desk = await started();
    const pressed = (id: string, label: string): DeskEvent => ({
      ...message(id),
      what: { kind: "action", action: "~menu", on: "", label },
    });
    await desk.delivery.receive(pressed("1", "Das ist geheim"));
    await desk.delivery.receive(pressed("2", `geheim${"💬".repeat(200)}`));
    await desk.delivery.settled();
    const { place } = message("1");
    const lines = await desk.store.transcript({ place, sender: "anna", cursor: 0, now: NOW });
    expect(lines.flatMap(({ text }) => text ?? [])).toEqual([
      "Das ist [verborgen]",
      `[verborgen]${"💬".repeat(89)}`,
    ]);
  });

  it("decides edits, deletions and memberships too", async () => {
    const desk = await started();
    const happenings: DeskEvent["what"][] = [
      { kind: "edit", id: "1", text: "Frage" },
      { kind: "deletion", id: "1" },
      { kind: "membership", change: "joined" },
    ];
    for (const [index, what] of happenings.entries())
      await desk.delivery.receive({ ...message(`${index}`), what });
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["edit", "deletion", "membership"]);
  });

  it("keeps the order of a conversation, whatever the number of conversations", async () => {
    const desk = await started();
    const guests = Array.from({ length: 50 }, (_, index) => `guest ${index}`);
    const all = [1, 2, 3].flatMap((line) =>
      guests.map((guest) => desk.delivery.receive(message(`${guest}:${line}`, guest, `${line}`))),
    );
    await Promise.all(all);
    await desk.delivery.settled();
    for (const guest of guests) {
      const mine = desk.channel.taken.filter(({ to }) => to.address === `chat-of-${guest}`);
      expect(mine.map(({ message: line }) => textOf(line))).toEqual(["1", "2", "3"]);
    }
  });

  it("gives the turn what a pressed button stands for, and that a foreign or old one does nothing", async () => {
    const desk = await started({
      turn: (input) => {
        const result = answer(input);
        return { ...result, decision: { ...result.decision, actions: [button(`${input.eventId}.a`)] } };
      },
    });
    await desk.delivery.receive(message("1"));
    await desk.delivery.settled();
    await desk.delivery.receive(press("2", "1.a"));
    await desk.delivery.receive(press("3", "1.a", "mallory"));
    await desk.delivery.receive(press("4", "unknown"));
    await desk.delivery.settled();
    expect(
      desk.decided.slice(1).map(({ action }) => (action === "expired" ? action : action?.label)),
    ).toEqual(expect.arrayContaining(["Knopf 1.a", "expired", "expired"]));
    expect(desk.decided[0]?.action).toBeNull();
  });
});

it("tells the turn how a message was answered that the guest changes, and keeps its line masked", async () => {
  const desk = await started();
  await desk.delivery.receive(message("1"));
  await desk.time.pass(0);
  await desk.delivery.receive({ ...message("2"), what: { kind: "edit", id: "1", text: "geheim" } });
  await desk.time.pass(0);
  expect(desk.decided.map(({ edited }) => edited)).toMatchObject([
    null,
    { turn: 1, last: true, answers: ["1.0"], lines: [{ id: "1", text: "[verborgen]" }] },
  ]);
});

describe("gathering", () => {
  it("takes a command together with nothing, and waits for nothing after it", async () => {
    const desk = await started({ gatherMs: 1500 });
    await desk.delivery.receive(message("1", "anna", "Hallo"));
    await desk.delivery.receive(message("2", "anna", "/start"));
    await desk.time.pass(0);
    expect(desk.decided.map(({ events }) => events.length)).toEqual([1, 1]);
    await desk.delivery.receive(message("3", "anna", "Wann haben Sie offen?"));
    await desk.time.pass(1500);
    expect(desk.decided.map(({ events }) => events.length)).toEqual([1, 1, 1]);
  });

  const receive = async (desk: Process, ...lines: [after: number, event: DeskEvent][]) => {
    for (const [after, event] of lines) {
      await desk.time.pass(after);
      await desk.delivery.receive(event);
    }
  };

  it("takes lines typed in a row together, as one turn named after the last", async () => {
    const desk = await started({ gatherMs: 1500 });
    await receive(desk, [0, message("1")], [1000, message("2")], [1000, message("3")]);
    await desk.time.pass(1499);
    expect(texts(desk)).toEqual([]);
    await desk.time.pass(1);
    expect(texts(desk)).toEqual(["Frage 1 + Frage 2 + Frage 3"]);
    expect(await desk.store.log({ last: 9 })).toMatchObject([{ turn: 3, joined: 3, latencyMs: 1500 }]);
  });

  it("answers lines apart when the guest paused, and lines of different guests apart", async () => {
    const desk = await started({ gatherMs: 1500 });
    await receive(desk, [0, message("1")], [0, message("2", "bert")], [1500, message("3")]);
    await desk.time.pass(1500);
    expect(texts(desk).sort()).toEqual(["Frage 1", "Frage 2", "Frage 3"]);
  });

  it("waits no longer than 5 s after the first line", async () => {
    const desk = await started({ gatherMs: 1500 });
    await receive(
      desk,
      ...Array.from({ length: 5 }, (_, n) => [n ? 1200 : 0, message(`${n}`)] as [number, DeskEvent]),
    );
    await desk.time.pass(199);
    expect(texts(desk)).toEqual([]);
    await desk.time.pass(1);
    expect(texts(desk)).toHaveLength(1);
    expect(await desk.store.log({ last: 9 })).toMatchObject([{ joined: 5 }]);
  });

  it("waits for no more than eight lines", async () => {
    const desk = await started({ gatherMs: 1500 });
    await receive(desk, ...Array.from({ length: 9 }, (_, n) => [0, message(`${n}`)] as [number, DeskEvent]));
    await desk.time.pass(0);
    expect(await desk.store.log({ last: 9 })).toMatchObject([{ joined: 8 }]);
    await desk.time.pass(1500);
    expect(await desk.store.log({ last: 9 })).toMatchObject([{ joined: 8 }, { joined: 1 }]);
  });

  it("lets a pressed button pull the lines before it along, and stay behind them", async () => {
    const desk = await started({ gatherMs: 1500 });
    await receive(desk, [0, message("1")], [200, message("2")], [200, press("3", "x")]);
    await desk.time.pass(0);
    expect(texts(desk)).toEqual(["Frage 1 + Frage 2", "action"]);
  });

  it("shows that an answer is being prepared, and does not depend on it", async () => {
    const desk = await started({ gatherMs: 1500 });
    await receive(desk, [0, message("1")]);
    await desk.time.pass(0);
    expect(desk.channel.typed).toEqual([message("1").place]);
    Object.assign(desk.channel, {
      typing: () => {
        throw new Error("no typing here");
      },
    });
    await receive(desk, [0, message("2")]);
    await desk.time.pass(1500);
    expect(texts(desk)).toEqual(["Frage 1 + Frage 2"]);
  });

  it("does not show it while the platform's rates hold up the answers themselves", async () => {
    const desk = await started();
    Object.assign(desk.channel, { rates: [{ most: 1, withinMs: 1_000, of: "channel" }] });
    await desk.delivery.receive(message("1"));
    await desk.time.pass(0);
    await desk.delivery.receive(message("2", "bert"));
    await desk.time.pass(2_000);
    expect(texts(desk)).toEqual(["Frage 1", "Frage 2"]);
    expect(desk.channel.typed).toEqual([message("1").place]);
    await desk.delivery.receive(message("3", "bert"));
    await desk.time.pass(0);
    expect(desk.channel.typed).toEqual([message("1").place, message("3", "bert").place]);
  });

  it("holds nothing any longer after a restart", async () => {
    const file = temporaryFile();
    const first = await started({ file, gatherMs: 1500 });
    await receive(first, [0, message("1")], [100, message("2")]);
    first.crash();
    const second = await started({ file, gatherMs: 1500 });
    await second.delivery.settled();
    expect(texts(second)).toEqual(["Frage 1 + Frage 2"]);
  });
});

describe("deciding", () => {
  it("gives way to what comes in: of many messages the first is decided when all are safe", async () => {
    const desk = await started();
    const guests = Array.from({ length: 8 }, (_, number) => `guest-${number}`);
    await Promise.all(guests.map((guest, number) => desk.delivery.receive(message(`${number}`, guest))));
    expect(desk.decided).toHaveLength(0);
    await desk.delivery.receive(message("8", "guest-8"));
    expect(desk.decided.length).toBeLessThan(3);
    await desk.delivery.settled();
    expect(desk.decided).toHaveLength(9);
  });

  it("decides anew when the decision was overtaken", async () => {
    let desk: Process | null = null;
    let overtaken = 0;
    desk = await started({
      turn: (input) => {
        if (overtaken < 2) {
          overtaken += 1;
          return { ...answer(input), decision: decision({ owner: "bot", version: 99 }) };
        }
        return answer(input);
      },
    });
    await desk.delivery.receive(message("1"));
    await desk.delivery.settled();
    expect(desk.decided).toHaveLength(3);
    expect(texts(desk)).toEqual(["Frage 1"]);
  });

  it("pauses when a decision is overtaken five times in a row, says so, and goes on later", async () => {
    let times = 0;
    const desk = await started({
      turn: (input) => {
        times += 1;
        return times <= 5
          ? { ...answer(input), decision: decision({ owner: "bot", version: 99 }) }
          : answer(input);
      },
    });
    await desk.delivery.receive(message("1"));
    await desk.time.pass(0);
    expect([times, texts(desk).length]).toEqual([5, 0]);
    expect(desk.logged).toMatchObject([{ level: "warn", what: expect.stringContaining("overtaken") }]);
    await desk.time.pass(1000);
    expect(texts(desk)).toEqual(["Frage 1"]);
  });

  it("answers with an apology, once, what cannot be decided, and goes on with what comes after", async () => {
    const desk = await started({
      turn: (input) => {
        const [event] = input.events;
        if (event?.what.kind === "message" && event.what.text === "geheimes Gift")
          throw new TypeError(event.what.text);
        return answer(input);
      },
      apology: (input) => ({ ...answer(input, "Es tut uns leid."), question: null }),
    });
    await desk.delivery.receive(message("1", "anna", "geheimes Gift"));
    await desk.delivery.receive(message("2"));
    await desk.delivery.receive(message("3", "bert"));
    await desk.time.pass(0);
    expect(texts(desk)).toEqual(["Frage 3"]);
    await desk.time.pass(60_000);
    expect(texts(desk)).toEqual(["Frage 3", "Es tut uns leid.", "Frage 2"]);
    expect(desk.decided.filter(({ eventId }) => eventId === 1)).toHaveLength(3);
    const log = await desk.store.log({ last: 9 });
    expect(log.map(({ turn, question }) => [turn, question])).toEqual([
      [3, "Frage 3"],
      [1, "[verborgen]es Gift"],
      [2, "Frage 2"],
    ]);
    expect(desk.logged.filter(({ level }) => level === "error")).toHaveLength(3);
    expect(JSON.stringify(desk.logged)).not.toMatch(/Gift|Frage/);
  });

  it("logs nothing of what was written in a form, whether it could be decided or not", async () => {
    const desk = await started({
      turn: (input) => {
        const [event] = input.events;
        const text = event?.what.kind === "message" ? event.what.text : "";
        if (text === "Erika Muster") throw new TypeError(text);
        const { decision: decided, ...result } = answer(input);
        return {
          ...result,
          decision: {
            ...decided,
            state: { ...decided.state, form: openForm() },
            log: { ...decided.log, outcome: text === "Frage 1" ? "answer" : "form" },
          },
        };
      },
      apology: (input) => ({ ...answer(input, "Es tut uns leid."), question: null }),
    });
    for (const [index, text] of ["Frage 1", "Muster GmbH", "Erika Muster"].entries())
      await desk.delivery.receive(message(`${index}`, "anna", text));
    await desk.time.pass(60_000);
    expect(texts(desk)).toEqual(["Frage 1", "Muster GmbH", "Es tut uns leid."]);
    expect((await desk.store.log({ last: 9 })).map(({ question }) => question)).toEqual([
      "Frage 1",
      null,
      null,
    ]);
    expect(JSON.stringify(desk.logged)).not.toContain("Muster");
  });

  it("remembers failures across a restart", async () => {
    const file = temporaryFile();
    const turn = () => {
      throw new Error("broken");
    };
    for (let life = 0; life < 3; life += 1) {
      const desk = await started({ file, turn });
      await desk.delivery.receive(message("1"));
      await desk.time.pass(0);
      expect(texts(desk)).toEqual([]);
      desk.crash();
    }
    const last = await started({ file, turn });
    await last.delivery.settled();
    expect(texts(last)).toEqual(["Es tut uns leid."]);
    expect(last.decided).toEqual([]);
  });

  it("treats a timer as an event: at its time, and behind what was written, which it ends the waiting for", async () => {
    const desk = await started({
      gatherMs: 1500,
      turn: (input) => {
        const result = answer(input);
        const timers =
          input.eventId === 1 ? [{ at: new Date(NOW + 60_000).toISOString(), name: "remind" }] : [];
        return { ...result, decision: { ...result.decision, timers } };
      },
    });
    await desk.delivery.receive(message("1"));
    await desk.time.pass(1500);
    await desk.delivery.settled();
    await desk.time.pass(57_500);
    await desk.delivery.receive(message("3"));
    expect(texts(desk)).toEqual(["Frage 1"]);
    await desk.time.pass(999);
    expect(texts(desk)).toEqual(["Frage 1"]);
    await desk.time.pass(1);
    expect(texts(desk)).toEqual(["Frage 1", "Frage 3", "timer"]);
  });

  it("rings a timer that was set before the restart", async () => {
    const file = temporaryFile();
    const turn: ProcessOptions["turn"] = (input) => {
      const result = answer(input);
      const timers =
        input.eventId === 1 ? [{ at: new Date(NOW + 3_600_000).toISOString(), name: "remind" }] : [];
      return { ...result, decision: { ...result.decision, timers } };
    };
    const first = await started({ file, turn });
    await first.delivery.receive(message("1"));
    await first.delivery.settled();
    first.crash();
    const second = await started({ file, turn });
    await second.time.pass(3_599_999);
    expect(texts(second)).toEqual([]);
    await second.time.pass(1);
    expect(texts(second)).toEqual(["timer"]);
  });
});

describe("sending", () => {
  const three: ProcessOptions["turn"] = (input) => ({
    ...answer(input),
    decision: decision(input.conversation, {
      say: [0, 1, 2].map((n) => say(input.conversation.place, `${input.eventId}.${n}`)),
    }),
  });
  const ids = ({ channel }: Process) => channel.taken.map(({ message: { id } }) => id);
  const arrivals = ({ channel }: Process) => channel.taken.map(({ at }) => at - NOW);

  it("repeats what was not taken, ever later, and sends nothing of the same address in between", async () => {
    const desk = await started({ turn: three });
    desk.channel.answer = ({ id }, attempt) => {
      if (id === "1.1" && attempt <= 4) throw failure("retryable");
      return { id };
    };
    await desk.delivery.receive(message("1"));
    await desk.delivery.receive(message("2", "bert"));
    await desk.time.pass(60_000);
    expect(ids(desk)).toEqual(["1.0", "2.0", "2.1", "2.2", "1.1", "1.2"]);
    // 0.75 s, 1.5 s, 3 s, 6 s with a random number that is always one half
    expect(arrivals(desk).slice(4)).toEqual([11_250, 11_250]);
  });

  it("waits as long as the platform asks", async () => {
    const desk = await started();
    desk.channel.answer = ({ id }, attempt) => {
      if (attempt === 1) throw failure("retryable", 33_000);
      return { id };
    };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(32_999);
    expect(ids(desk)).toEqual([]);
    await desk.time.pass(1);
    expect(ids(desk)).toEqual(["1.0"]);
  });

  it.each([
    ["an error that says so", () => failure("unknown")],
    ["an error that says nothing", () => new Error("socket hang up at chat-of-anna")],
    ["something that is no error", () => "chat-of-anna"],
  ])("repeats once after %s, then gives up and says so", async (_, error) => {
    const desk = await started();
    let attempts = 0;
    desk.channel.answer = () => {
      attempts += 1;
      throw error();
    };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(86_400_000);
    expect(attempts).toBe(2);
    expect(await desk.store.figures()).toMatchObject({ queued: 0, failed: 1 });
    expect(desk.logged.at(-1)).toMatchObject({ level: "warn", what: "a message was given up" });
    expect(JSON.stringify(desk.logged)).not.toContain("chat-of-anna");
  });

  it("takes a send that never ends for unknown after its deadline", async () => {
    const desk = await started({ turn: three });
    desk.channel.answer = ({ id }, attempt) =>
      id === "1.0" && attempt === 1 ? new Promise(() => {}) : { id };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(10_000);
    expect(ids(desk)).toEqual([]);
    expect((await desk.delivery.health()).troubles).toEqual({ web: expect.stringContaining("10000 ms") });
    await desk.time.pass(1_000);
    expect(ids(desk)).toEqual(["1.0", "1.1", "1.2"]);
    expect((await desk.delivery.health()).troubles).toEqual({});
  });

  it("gives up at once what can never be delivered, and goes on with the next", async () => {
    const desk = await started({ turn: three });
    desk.channel.answer = ({ id }) => {
      if (id === "1.1") throw failure("undeliverable");
      return { id };
    };
    await desk.delivery.receive(message("1"));
    await desk.delivery.settled();
    expect(ids(desk)).toEqual(["1.0", "1.2"]);
    expect(await desk.store.figures()).toMatchObject({ queued: 0, failed: 1 });
  });

  it("gives up after a day, with a visible record", async () => {
    const desk = await started();
    let attempts = 0;
    desk.channel.answer = () => {
      attempts += 1;
      throw failure("retryable");
    };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(23 * 3_600_000);
    expect(await desk.store.figures()).toMatchObject({ queued: 1, failed: 0 });
    await desk.time.pass(3_600_000);
    expect(await desk.store.figures()).toMatchObject({ queued: 0, failed: 1 });
    expect(attempts).toBeGreaterThan(100);
    const counted = attempts;
    await desk.time.pass(86_400_000);
    expect(attempts).toBe(counted);
  });

  it("does not send what is held before its time, nor anything behind it", async () => {
    const desk = await started({
      turn: (input) => ({
        ...answer(input),
        decision: decision(input.conversation, {
          say: [
            say(input.conversation.place, "1.0", { holdUntil: new Date(NOW + 10_000).toISOString() }),
            say(input.conversation.place, "1.1"),
          ],
        }),
      }),
    });
    await desk.delivery.receive(message("1"));
    await desk.time.pass(60_000);
    expect(ids(desk)).toEqual(["1.0", "1.1"]);
    expect(arrivals(desk)).toEqual([10_000, 10_000]);
  });

  it("sends at most 16 messages at once, and one at a time to each address", async () => {
    const desk = await started({ turn: three });
    let now = 0;
    let most = 0;
    const busy = new Set<string>();
    const { send } = desk.channel;
    Object.assign(desk.channel, {
      async send(...args: Parameters<typeof send>) {
        expect(busy.has(args[0].address)).toBe(false);
        busy.add(args[0].address);
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => desk.time.timers.setTimeout(() => resolve(null), 100));
        now -= 1;
        busy.delete(args[0].address);
        return send(...args);
      },
    });
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => desk.delivery.receive(message(`${n}`, `guest ${n}`))),
    );
    await desk.time.pass(60_000);
    expect(most).toBe(16);
    expect(ids(desk)).toHaveLength(120);
  });

  it("leaves events and messages of a channel that is off on disk until it comes up", async () => {
    const file = temporaryFile();
    const first = await started({ file });
    first.channel.answer = () => {
      throw failure("retryable");
    };
    await first.delivery.receive(message("1"));
    await first.time.pass(0);
    await first.close();

    const second = await startProcess({ file });
    processes.push(second);
    second.channels.delete("web");
    await second.delivery.start();
    expect(await second.delivery.receive(message("2"))).toBe("accepted");
    await second.time.pass(60_000);
    await second.delivery.settled();
    expect(texts(second)).toEqual([]);
    second.channels.set("web", second.channel);
    await second.delivery.resume("web");
    await second.time.pass(60_000);
    expect(texts(second)).toEqual(["Frage 1", "Frage 2"]);
  });

  it("sends to another channel what was decided there, once that is on", async () => {
    const place = { channel: "slack", scope: "room", address: "staff" } as const;
    const desk = await started({
      turn: (input) => ({
        ...answer(input),
        decision: decision(input.conversation, { say: [say(place, `${input.eventId}.0`, { aside: true })] }),
      }),
    });
    await desk.delivery.receive(message("1"));
    await desk.delivery.settled();
    const slack = fakeChannel("slack", desk.time.now);
    desk.channels.set("slack", slack);
    await Promise.all([desk.delivery.resume("slack"), desk.delivery.receive(message("2"))]);
    await desk.time.pass(60_000);
    expect(slack.taken.map(({ message: { id } }) => id)).toEqual(["1.0", "2.0"]);
  });
});

describe("the end and the beginning of a process", () => {
  it("accepts before the start and answers after it", async () => {
    const desk = await startProcess({ file: temporaryFile() });
    processes.push(desk);
    expect(await desk.delivery.receive(message("1"))).toBe("accepted");
    await desk.time.pass(60_000);
    expect(texts(desk)).toEqual([]);
    await desk.delivery.start();
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["Frage 1"]);
  });

  it("takes up many open events and messages of an earlier process, in order", async () => {
    const file = temporaryFile();
    const first = await startProcess({ file });
    processes.push(first);
    const guests = Array.from({ length: 300 }, (_, index) => `guest ${index}`);
    await Promise.all(guests.map((guest) => first.delivery.receive(message(guest, guest))));
    first.crash();
    const second = await started({ file });
    await second.delivery.settled();
    expect(texts(second).sort()).toEqual(guests.map((guest) => `Frage ${guest}`).sort());
  });

  it("lets what runs finish when it stops, takes no more, and leaves the rest on disk", async () => {
    const file = temporaryFile();
    const first = await started({ file, gatherMs: 1500 });
    let finish = () => {};
    first.channel.answer = ({ id }) =>
      new Promise((resolve) => {
        finish = () => resolve({ id });
      });
    await first.delivery.receive(message("1"));
    await first.time.pass(1500);
    await first.delivery.receive(message("2"));
    const unsettled = expect(first.delivery.settled()).rejects.toThrow("closed");
    const stopped = first.delivery.stop();
    await expect(first.delivery.receive(message("3"))).rejects.toThrow("closing");
    finish();
    await stopped;
    await unsettled;
    expect(texts(first)).toEqual(["Frage 1"]);
    expect(await first.store.figures()).toMatchObject({ openEvents: 1, queued: 0 });
    const second = await started({ file, gatherMs: 1500 });
    await second.delivery.settled();
    expect(texts(second)).toEqual(["Frage 2"]);
  });

  it("sends a message that two crashes interrupted no third time", async () => {
    const file = temporaryFile();
    let attempts = 0;
    for (let life = 0; life < 4; life += 1) {
      const desk = await started({ file });
      desk.channel.answer = () => {
        attempts += 1;
        return new Promise(() => {});
      };
      await desk.delivery.receive(message("1"));
      await desk.time.pass(0);
      desk.crash();
    }
    expect(attempts).toBe(2);
    const last = await started({ file });
    await last.delivery.settled();
    expect(await last.store.figures()).toMatchObject({ queued: 0, failed: 1 });
  });

  it("writes down what was sent as soon as the disk allows, and does not send it again", async () => {
    const desk = await started();
    const { sent } = desk.store;
    let failures = 3;
    Object.assign(desk.store, {
      sent: (...args: Parameters<typeof sent>) =>
        failures-- > 0
          ? Promise.reject(Object.assign(new Error("full"), { code: "SQLITE_FULL" }))
          : sent(...args),
    });
    await desk.delivery.receive(message("1"));
    await desk.time.pass(10_000);
    expect(texts(desk)).toEqual(["Frage 1"]);
    expect(await desk.store.figures()).toMatchObject({ queued: 0, failed: 0 });
    expect(desk.logged).toHaveLength(3);
  });

  it("goes on when the disk that failed works again", async () => {
    const desk = await started();
    const { load } = desk.store;
    let failures = 2;
    Object.assign(desk.store, {
      load: (id: number) => (failures-- > 0 ? Promise.reject(new Error("disk")) : load(id)),
    });
    await desk.delivery.receive(message("1"));
    await desk.time.pass(10_000);
    expect(texts(desk)).toEqual(["Frage 1"]);
  });
});
