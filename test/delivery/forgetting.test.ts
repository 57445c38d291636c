import { afterEach, describe, expect, it } from "vitest";
import { decision, message, NOW, privatePlace, say, temporaryFile } from "../store/setup.js";
import { answer, failure, type Process, type ProcessOptions, startProcess, textOf } from "./setup.js";

const processes: Process[] = [];
afterEach(async () => {
  for (const process of processes.splice(0)) await process.close();
});

async function started(options: Partial<ProcessOptions> = {}): Promise<Process> {
  const desk = await startProcess({ file: temporaryFile(), ...options });
  processes.push(desk);
  await desk.delivery.start();
  return desk;
}

const anna = { place: privatePlace(), sender: "anna" };
const texts = ({ channel }: Process) => channel.taken.map(({ message: line }) => textOf(line));
const transcript = ({ store }: Process) => store.transcript({ ...anna, cursor: 0, now: NOW });

describe("a guest who wants to be forgotten", () => {
  it("hears nothing more of what waited to be sent, and others hear all", async () => {
    const desk = await started({
      turn: (input) => ({
        ...answer(input),
        decision: decision(input.conversation, {
          say: [0, 1].map((n) => say(input.conversation.place, `${input.eventId}.${n}`)),
        }),
      }),
    });
    desk.channel.answer = ({ id }, attempt) => {
      if (id === "1.0" && attempt <= 2) throw failure("retryable");
      return { id };
    };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(0);
    await desk.delivery.forget(anna);
    await desk.delivery.receive(message("2", "bert"));
    await desk.time.pass(86_400_000);
    await desk.delivery.settled();
    expect(desk.channel.taken.map(({ message: { id } }) => id)).toEqual(["2.0", "2.1"]);
  });

  it("is not written to again with what was on its way, whatever became of that", async () => {
    const desk = await started();
    let attempts = 0;
    let fail = () => {};
    desk.channel.answer = () => {
      attempts += 1;
      return new Promise((_, reject) => {
        fail = () => reject(failure("retryable"));
      });
    };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(0);
    await desk.delivery.forget(anna);
    fail();
    await desk.time.pass(86_400_000);
    await desk.delivery.settled();
    expect(attempts).toBe(1);
    expect(await desk.store.figures()).toMatchObject({ queued: 0, failed: 0 });
  });

  it("hears nothing of a decision that was made in the same moment, and it leaves nothing behind", async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const desk = await started();
      const received = desk.delivery.receive(message("1"));
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      await Promise.all([received, desk.delivery.forget(anna)]);
      const taken = texts(desk).length;
      await desk.time.pass(86_400_000);
      await desk.delivery.settled();
      expect(await transcript(desk)).toEqual([]);
      expect(await desk.store.log({ last: 9 })).toEqual([]);
      expect(texts(desk)).toHaveLength(taken);
    }
  });

  it("asks for it in the chat: hears nothing more of what waited, and that it is done", async () => {
    const desk = await started({
      turn: (input) => {
        const result = answer(input);
        return input.events.some(({ what }) => what.kind === "message" && what.text === "ja")
          ? { ...result, decision: { ...result.decision, erase: true } }
          : result;
      },
    });
    desk.channel.answer = ({ id }, attempt) => {
      if (id === "1.0" && attempt === 1) throw failure("retryable");
      return { id };
    };
    await desk.delivery.receive(message("1"));
    await desk.time.pass(0);
    await desk.delivery.receive(message("2", "anna", "ja"));
    await desk.time.pass(86_400_000);
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["ja"]);
    expect(await transcript(desk)).toMatchObject([{ message: { id: "2.0" } }]);
    expect(await desk.store.figures()).toMatchObject({ queued: 0, failed: 0 });
  });

  it("gets an answer again to what they write afterwards", async () => {
    const desk = await started();
    await desk.delivery.receive(message("1"));
    await desk.delivery.settled();
    await desk.delivery.forget(anna);
    await desk.delivery.receive(message("2"));
    await desk.delivery.settled();
    expect(texts(desk)).toEqual(["Frage 1", "Frage 2"]);
    expect((await transcript(desk)).map(({ from }) => from)).toEqual(["guest", "desk"]);
  });
});
