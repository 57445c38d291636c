import { describe, expect, it } from "vitest";
import type { DeskEvent } from "../../src/vocabulary/index.js";
import {
  accept,
  answerTo,
  load,
  message,
  NOW,
  outgoing,
  press,
  privatePlace,
  say,
  setClock,
  storeAt,
  temporaryFile,
  turn,
} from "./setup.js";

const anna = { place: privatePlace(), sender: "anna" };
const edit = (key: string, id: string, text: string): DeskEvent => ({
  ...message(key),
  what: { kind: "edit", id, text },
});
const deletion = (key: string, id: string): DeskEvent => ({
  ...message(key),
  what: { kind: "deletion", id },
});

async function desk() {
  const clock = setClock();
  const store = await storeAt(temporaryFile(), clock);
  const change = async (event: DeskEvent) => {
    const logText = event.what.kind === "edit" ? event.what.text : null;
    const accepted = await store.accept({ event, logText, dueAt: NOW });
    if (accepted.result !== "accepted") throw new Error("The event was a repeat.");
    return accepted;
  };
  const lines = async () =>
    (await store.transcript({ ...anna, cursor: 0, now: NOW })).flatMap(({ text }) => text ?? []);
  return { clock, store, change, lines };
}

describe("a message that the guest changes", () => {
  it("reads in the transcript as it was changed", async () => {
    const { store, change, lines } = await desk();
    await turn(store, message("1"));
    await turn(store, message("2"));
    await change(edit("e1", "2", "anders"));
    expect(await lines()).toEqual(["Frage 1", "anders"]);
    await change(deletion("e2", "1"));
    expect(await lines()).toEqual(["", "anders"]);
  });

  it("is another guest's business where that has one of the same number", async () => {
    const { store, change, lines } = await desk();
    await turn(store, message("1"));
    await change({ ...edit("e1", "1", "anders"), sender: { id: "bert" }, place: privatePlace("bert") });
    expect(await lines()).toEqual(["Frage 1"]);
  });

  it("was answered by these, so long before, in this way", async () => {
    const { clock, store, change } = await desk();
    const place = privatePlace();
    const first = await turn(store, message("1"), { say: [say(place, "1.0"), say(place, "1.1")] });
    clock.time += 30_000;
    const { eventId } = await change(edit("e1", "1", "anders"));
    expect(await store.answersTo(eventId, "1")).toEqual({
      turn: first.eventId,
      outcome: "answer",
      age: 30_000,
      last: true,
      lines: [{ id: "1", text: "anders" }],
      answers: ["1.0", "1.1"],
      passedOn: [],
    });
    expect(await store.answersTo(eventId, "2")).toBeNull();
  });

  it("has all lines with it that were answered together", async () => {
    const { store, change } = await desk();
    await accept(store, message("1"));
    const { conversationId } = await accept(store, message("2"));
    await store.commit(answerTo(await load(store, conversationId)));
    const { eventId } = await change(edit("e1", "1", "anders"));
    expect(await store.answersTo(eventId, "1")).toMatchObject({
      last: true,
      lines: [
        { id: "1", text: "anders" },
        { id: "2", text: "Frage 2" },
      ],
    });
  });

  it("is not answered yet", async () => {
    const { store, change } = await desk();
    await accept(store, message("1"));
    const { eventId } = await change(edit("e1", "1", "anders"));
    expect(await store.answersTo(eventId, "1")).toBeNull();
  });

  it.each([
    ["written", message("2")],
    ["pressed", press("2", "x")],
  ])("is not the last any more once the guest has %s something", async (_, event) => {
    const { store, change } = await desk();
    await turn(store, message("1"));
    await accept(store, event);
    const { eventId } = await change(edit("e1", "1", "anders"));
    expect(await store.answersTo(eventId, "1")).toMatchObject({ last: false });
  });

  it("is not the last any more once the desk has written of its own accord", async () => {
    const { clock, store, change } = await desk();
    const at = new Date(NOW + 1000).toISOString();
    const { conversationId } = await turn(store, message("0"), { timers: [{ at, name: "reminder" }] });
    await turn(store, message("1"));
    clock.time += 2000;
    await store.commit(answerTo(await load(store, conversationId)));
    const { eventId } = await change(edit("e1", "1", "anders"));
    expect(await store.answersTo(eventId, "1")).toMatchObject({ last: false, answers: ["3.0"] });
  });

  it("is answered once more when it is changed again, in the place of what stands there now", async () => {
    const { store, change } = await desk();
    const place = privatePlace();
    const first = await turn(store, message("1"), { say: [say(place, "1.0"), say(place, "1.1")] });
    const second = await turn(store, edit("e1", "1", "anders"), {
      inPlaceOf: first.eventId,
      say: [
        say(place, "2.0", { replaces: "1.0" }),
        { to: place, message: { ...outgoing("2.1"), text: [] }, replaces: "1.1" },
      ],
    });
    const { eventId } = await change(edit("e2", "1", "wieder anders"));
    expect(await store.answersTo(eventId, "1")).toMatchObject({
      turn: second.eventId,
      last: true,
      lines: [{ id: "1", text: "wieder anders" }],
      answers: ["2.0"],
    });
  });
});
