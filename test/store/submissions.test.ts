import { describe, expect, it } from "vitest";
import { load, message, NOW, setClock, storeAt, submission, temporaryFile, turn } from "./setup.js";

describe("what was handed in", () => {
  it("is listed oldest first, all of it or of one form or one status", async () => {
    const clock = setClock();
    const store = await storeAt(temporaryFile(), clock);
    await turn(store, message("1"), { submission: submission("R-1") });
    await turn(store, message("2"), { submission: submission("T-2", { form: "message-to-office" }) });
    await turn(store, message("3", "bert"), { submission: submission("R-3", { seminar: "brand" }) });
    clock.time = NOW + 1000;
    expect(await store.finish("R-1")).toBe("done");
    const references = async (query: Parameters<typeof store.submissions>[0]) =>
      (await store.submissions(query)).map(({ reference }) => reference);
    expect(await references({})).toEqual(["R-1", "T-2", "R-3"]);
    expect(await references({ form: "callback" })).toEqual(["R-1", "R-3"]);
    expect(await references({ status: "open" })).toEqual(["T-2", "R-3"]);
    expect(await references({ form: "callback", status: "done" })).toEqual(["R-1"]);
    expect(await store.submission("R-1")).toEqual({
      ...submission("R-1"),
      status: "done",
      submittedAt: NOW,
      doneAt: NOW + 1000,
      channel: "web",
    });
    expect((await store.submission("R-3"))?.seminar).toBe("brand");
  });

  it("is done once, and none is found under a reference that was never given", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1"), { submission: submission("R-1") });
    expect(await store.finish("R-1")).toBe("done");
    expect(await store.finish("R-1")).toBe("done-before");
    expect(await store.finish("R-2")).toBe("unknown");
    expect(await store.submission("R-2")).toBeNull();
  });

  it("is never overwritten by another one with its reference, and then nothing of that turn is written", async () => {
    const store = await storeAt(temporaryFile());
    const { conversationId } = await turn(store, message("1"), { submission: submission("R-1") });
    await expect(
      turn(store, message("2"), { submission: submission("R-1", { form: "appointment" }) }),
    ).rejects.toThrow("UNIQUE");
    expect(await store.submissions({})).toMatchObject([{ reference: "R-1", form: "callback" }]);
    expect((await load(store, conversationId)).events).toHaveLength(1);
  });
});
