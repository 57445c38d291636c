import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/vocabulary/index.js";
import {
  accept,
  answerTo,
  booking,
  button,
  initialState,
  load,
  message,
  NOW,
  openForm,
  press,
  privatePlace,
  say,
  storeAt,
  submission,
  temporaryFile,
  turn,
} from "./setup.js";

const anna = { place: privatePlace(), sender: "anna" };
const erasing: Partial<Decision> = {
  say: [say(privatePlace(), "9.0")],
  state: { ...initialState, language: "en" },
  erase: true,
  log: {
    outcome: "answer",
    intents: [],
    answered: [],
    language: "en",
    knowledge: "k",
    reasons: ["erased"],
  },
};

describe("a decision that erases its conversation", () => {
  it("leaves nothing readable but what it says itself, and its outcome in the log", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    await turn(store, message("1", "anna", "Ich will ein Nagelstudio eröffnen"), {
      actions: [button("1.a", { label: "Nagelstudio" })],
      state: { ...initialState, form: openForm({ name: "Erika" }) },
      timers: [{ at: new Date(NOW + 3_600_000).toISOString(), name: "form-expires" }],
    });
    const { messages } = await turn(store, press("2", "1.a"), erasing);
    expect(messages.map(({ message: { id } }) => id)).toEqual(["9.0"]);
    expect(await store.transcript({ ...anna, cursor: 0, now: NOW })).toMatchObject([
      { from: "desk", message: { id: "9.0" } },
    ]);
    expect(await store.log({ last: 9 })).toMatchObject([{ outcome: "answer", question: null, answered: [] }]);
    expect(await store.action("1.a", 1)).toBeNull();
    expect(await store.nextDue({ now: NOW, channels: ["web"] })).toBeNull();
    const raw = [file, `${file}-wal`]
      .flatMap((path) => (existsSync(path) ? [readFileSync(path, "latin1")] : []))
      .join();
    expect(raw).not.toContain("Nagelstudio");
    expect(raw).not.toContain("business-registration");
  });

  it("names what waited to be sent, and never what it says itself", async () => {
    const store = await storeAt(temporaryFile());
    const first = await turn(store, message("1"), {
      say: [say(privatePlace(), "1.0"), say(privatePlace(), "1.1")],
    });
    const [sent, unsent] = first.messages.map(({ id }) => id);
    await store.sent(sent ?? 0, [{ id: "r" }]);
    const { conversationId } = await accept(store, message("2", "anna", "ja"));
    const commitment = answerTo(await load(store, conversationId));
    const committed = await store.commit({
      ...commitment,
      question: "ja",
      decision: { ...commitment.decision, ...erasing },
    });
    expect(committed).toMatchObject({ erased: [unsent] });
    expect(await store.outgoing({ channels: ["web"], limit: 9 })).toMatchObject([{ message: { id: "9.0" } }]);
    expect((await store.log({ last: 9 })).map(({ question }) => question)).toEqual([null]);
  });

  it("keeps what was handed in, the seat and its reminder", async () => {
    const store = await storeAt(temporaryFile());
    const at = new Date(NOW + 3_600_000).toISOString();
    await turn(store, message("1"), {
      submission: submission("R-1"),
      bookings: [booking("R-1")],
      timers: [{ at, name: "reminder:R-1:print" }],
    });
    const { conversationId } = await turn(store, message("2"), erasing);
    expect(await store.submissions({})).toMatchObject([{ reference: "R-1" }]);
    const { conversation } = await load(store, conversationId);
    expect(conversation).toMatchObject({
      state: { ...initialState, language: "en" },
      bookings: [{ reference: "R-1", status: "booked" }],
      stored: { messages: 1, submissions: [{ reference: "R-1", form: "callback" }] },
    });
    expect(await store.nextDue({ now: NOW, channels: ["web"] })).toBe(NOW + 3_600_000);
  });

  it("keeps what the guest has written since, and it is answered", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1"));
    const { conversationId, eventId } = await accept(store, message("2", "anna", "ja"));
    await accept(store, message("3", "anna", "Und noch etwas"));
    const loaded = await load(store, conversationId);
    const commitment = answerTo(loaded);
    await store.commit({
      ...commitment,
      eventIds: [eventId],
      decision: { ...commitment.decision, ...erasing },
    });
    expect((await load(store, conversationId)).events).toMatchObject([{ event: { what: { id: "3" } } }]);
    const lines = await store.transcript({ ...anna, cursor: 0, now: NOW });
    expect(lines.map(({ clientId, message: line }) => clientId ?? line?.id)).toEqual(["3", "9.0"]);
  });

  it("touches nobody else's conversation", async () => {
    const store = await storeAt(temporaryFile());
    await turn(store, message("1", "bert"));
    await turn(store, message("2"), erasing);
    expect(
      await store.transcript({ place: privatePlace("bert"), sender: "bert", cursor: 0, now: NOW }),
    ).toHaveLength(2);
    expect(await store.log({ last: 9 })).toHaveLength(2);
  });
});
