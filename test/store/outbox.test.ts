import { describe, expect, it } from "vitest";
import { message, NOW, privatePlace, say, setClock, storeAt, temporaryFile, turn } from "./setup.js";

const web = { channels: ["web"], limit: 9 } as const;

describe("the outbox on disk", () => {
  it("gives what a decision said as it will be read after a restart, in order", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const place = { ...privatePlace(), details: { serviceUrl: "https://one.example" } };
    const holdUntil = new Date(NOW + 10_000).toISOString();
    const { messages } = await turn(
      store,
      { ...message("1"), place },
      { say: [say(place, "1.0"), say(place, "1.1", { holdUntil })] },
    );
    expect(messages.map(({ nextAt, expiresAt }) => [nextAt - NOW, expiresAt - NOW])).toEqual([
      [0, 86_400_000],
      [10_000, 86_410_000],
    ]);
    await store.close();
    const reopened = await storeAt(file);
    expect(await reopened.outgoing(web)).toEqual(messages);
    expect(await reopened.outgoing({ ...web, limit: 1 })).toEqual(messages.slice(0, 1));
    expect(await reopened.outgoing({ ...web, after: messages[0]?.id ?? 0 })).toEqual(messages.slice(1));
    expect(await reopened.outgoing({ ...web, channels: ["slack"] })).toEqual([]);
  });

  it("remembers attempts and unknown outcomes, and no longer gives what is sent or given up", async () => {
    const store = await storeAt(temporaryFile());
    const { messages } = await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0"), say(privatePlace(), "1.1"), say(privatePlace(), "1.2")],
    });
    const [a, b, c] = messages.map(({ id }) => id);
    await store.sent(a ?? 0, [{ id: "r" }]);
    await store.giveUp(b ?? 0, "blocked");
    await store.retryLater(c ?? 0, { nextAt: NOW + 5, unknowns: 1, error: "time-out" });
    expect(await store.outgoing(web)).toMatchObject([{ id: c, attempts: 1, unknowns: 1, nextAt: NOW + 5 }]);
    await store.repeating(c ?? 0, 2);
    expect(await store.outgoing(web)).toMatchObject([{ id: c, attempts: 1, unknowns: 2 }]);
  });

  it("counts a first send that a crash may have interrupted as unknown, once, and none that was held or stood behind", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    const holdUntil = new Date(NOW + 10_000).toISOString();
    await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0"), say(privatePlace(), "1.1")],
    });
    await turn(store, message("2", "bert"), { say: [say(privatePlace("bert"), "2.0", { holdUntil })] });
    const counts = async () =>
      (await store.outgoing(web)).map(({ attempts, unknowns }) => [attempts, unknowns]);
    await store.recover(["slack"]);
    expect(await counts()).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    await store.recover(["web"]);
    await store.recover(["web"]);
    expect(await counts()).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });
});
