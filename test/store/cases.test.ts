import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/index.js";
import type { Say, StaffMember } from "../../src/vocabulary/index.js";
import {
  message,
  NOW,
  outgoing,
  privatePlace,
  type SetClock,
  say,
  setClock,
  storeAt,
  submission,
  temporaryFile,
  turn,
} from "./setup.js";

const anna: StaffMember = { id: 1, name: "Anna", practised: true };

/** What somebody of the office writes to the guest. */
function reply(id: string, more: Partial<Say> = {}, text?: string): Say {
  const line = say(privatePlace(), id, more);
  return { ...line, message: { ...outgoing(id, text), author: { name: anna.name } } };
}

/** A guest who has left the message M-1, and a clock that stands where it was left. */
async function left(): Promise<{ store: Store; clock: SetClock; conversation: number }> {
  const clock = setClock();
  const store = await storeAt(temporaryFile(), clock);
  const { conversationId } = await turn(store, message("1", "anna", "Wer hilft mir?"), {
    submission: submission("M-1"),
    handover: [{ does: "leave", number: "M-1", partner: "start-up-desk", room: "general" }],
  });
  return { store, clock, conversation: conversationId };
}

/** The words of the lines to the guest, and whether each is still held. */
async function toGuest(store: Store, number = "M-1"): Promise<[string, boolean][]> {
  const found = await store.caseByNumber(number);
  return (found?.file.lines ?? []).flatMap(({ from, message: said, heldUntil }): [string, boolean][] => {
    const block = said?.text[0];
    const node = block?.type === "paragraph" ? block.children[0] : undefined;
    return from === "desk" ? [[node?.type === "text" ? node.text : "", heldUntil !== undefined]] : [];
  });
}

describe("a case by its number", () => {
  it("is the conversation, what became of the handover, and the file", async () => {
    const { store, conversation } = await left();
    const found = await store.caseByNumber("M-1");
    expect(found?.conversation).toBe(conversation);
    expect(found?.record).toMatchObject({ number: "M-1", ticket: true, askedAt: NOW, repliedAt: null });
    expect(found?.file).toEqual(await store.caseFile(conversation));
    expect(found?.file.lines[0]).toMatchObject({ from: "guest", text: "Wer hilft mir?" });
    expect(found?.file.submissions).toMatchObject([{ reference: "M-1" }]);
  });

  it("is none under another number", async () => {
    const { store } = await left();
    for (const number of ["M-2", "", "m-1", "M-1%", "' or 1=1 --"])
      expect(await store.caseByNumber(number)).toBeNull();
  });

  it("is none any more once the guest has erased the conversation, with what was handed in or not", async () => {
    const { store } = await left();
    await store.forget({ place: privatePlace(), sender: "anna" });
    expect(await store.submission("M-1")).not.toBeNull();
    expect(await store.caseByNumber("M-1")).toBeNull();
    await turn(store, message("2"));
    expect(await store.caseByNumber("M-1")).toBeNull();
  });

  it("is none any more once a decision has erased it", async () => {
    const { store } = await left();
    await turn(store, message("2"), { erase: true });
    expect(await store.caseByNumber("M-1")).toBeNull();
  });
});

describe("the lines of a case", () => {
  it("are marked while they are held", async () => {
    const { store, clock } = await left();
    const holdUntil = new Date(NOW + 10_000).toISOString();
    await turn(store, message("2"), { say: [reply("2.0", { holdUntil }, "Guten Tag")] });
    expect(await toGuest(store)).toContainEqual(["Guten Tag", true]);
    clock.time += 10_000;
    expect(await toGuest(store)).toContainEqual(["Guten Tag", false]);
  });

  it("stand as they were changed, from when the change goes out", async () => {
    const { store, clock } = await left();
    await turn(store, message("2"), { say: [reply("2.0", {}, "Um zehn Uhr")] });
    const holdUntil = new Date(NOW + 10_000).toISOString();
    await turn(store, message("3"), { say: [reply("3.0", { holdUntil, replaces: "2.0" }, "Um elf Uhr")] });
    expect((await toGuest(store)).slice(-2)).toEqual([
      ["Um zehn Uhr", false],
      ["Um elf Uhr", true],
    ]);
    clock.time += 10_000;
    const words = (await toGuest(store)).map(([text]) => text);
    expect(words).toContain("Um elf Uhr");
    expect(words).not.toContain("Um zehn Uhr");
  });

  it("are gone when they were taken back, before they went out and after", async () => {
    const { store } = await left();
    const before = await toGuest(store);
    const takeBack = (id: string, replaces: string): Say => ({
      ...reply(id, { replaces }),
      message: { ...outgoing(id), text: [] },
    });
    const holdUntil = new Date(NOW + 10_000).toISOString();
    await turn(store, message("2"), { say: [reply("2.0", { holdUntil }), reply("2.1")] });
    expect(await toGuest(store)).toHaveLength(before.length + 2);
    await turn(store, message("3"), { say: [takeBack("3.0", "2.0"), takeBack("3.1", "2.1")] });
    expect(await toGuest(store)).toEqual(before);
  });
});
