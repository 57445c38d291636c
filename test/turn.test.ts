import { resolve } from "node:path";
import { expect, it } from "vitest";
import { initialState } from "../src/bot/index.js";
import type { Compiled } from "../src/comprehension.js";
import { loadKnowledge } from "../src/knowledge/index.js";
import { createTurn } from "../src/turn.js";
import type { DeskEvent, OpenForm, Place } from "../src/vocabulary/index.js";
import { compileShipped } from "./shipped-desk.js";

const NOW = Date.parse("2027-03-01T09:00:00Z");
const place: Place = { channel: "web", scope: "private", address: "some-guest" };
const callback: OpenForm = {
  form: "callback",
  answers: {},
  asks: "name",
  correcting: false,
  failures: 0,
  startedAt: "2027-03-01T08:59:00Z",
  touchedAt: "2027-03-01T08:59:00Z",
};

it.each([
  ["while a form is open", callback, null],
  ["while none is", null, "Erika Muster"],
])("tells the log what a guest writes to a person %s", (_, form, question) => {
  const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../intents"), {
    createdOn: "2027-03-01",
  });
  const turn = createTurn({
    // nothing is understood of what is said to a person
    compiled: () => ({ knowledge }) as Compiled,
    mask: (text) => text,
    site: () => null,
    stopwatch: () => 0,
  });
  const result = turn({
    conversation: {
      id: 1,
      owner: "person",
      version: 3,
      state: { ...initialState, owner: "person", form },
      place,
      bookings: [],
    },
    seats: {},
    events: [
      {
        keys: ["1"],
        channel: "web",
        place,
        sender: { id: "some-guest" },
        addressed: true,
        sentAt: "2027-03-01T09:00:00Z",
        what: { kind: "message", id: "1", text: "Erika Muster", attachments: [] },
      },
    ],
    eventId: 7,
    action: null,
    now: NOW,
  });
  expect(result.decision.log.outcome).toBe("ignored");
  expect(result.question).toBe(question);
});

it.each([
  ["a question", "Wann haben Sie geöffnet?", "Wann haben Sie geöffnet?"],
  ["no question, though it is taken for one", "Wo finde ich Sie", null],
])("tells the log in an open form only what is plainly a question: %s", (_, text, question) => {
  const compiled = compileShipped();
  const turn = createTurn({
    compiled: () => compiled,
    mask: (words) => words,
    site: () => null,
    stopwatch: () => 0,
  });
  const event: DeskEvent = {
    keys: ["1"],
    channel: "web",
    place,
    sender: { id: "some-guest" },
    addressed: true,
    sentAt: "2027-03-01T09:00:00Z",
    what: { kind: "message", id: "1", text, attachments: [] },
  };
  const state = {
    ...initialState,
    disclosed: true,
    form: { ...callback, asks: "phone", answers: { name: "Ada" } },
  };
  const result = turn({
    conversation: { id: 1, owner: "bot", version: 3, state, place, bookings: [] },
    seats: {},
    events: [event],
    eventId: 7,
    action: null,
    now: NOW,
  });
  expect(result.decision.log.outcome).toBe("answer");
  expect(result.question).toBe(question);
});

it("reads a changed line together with those that were answered with it, and logs that, masked", () => {
  const compiled = compileShipped();
  const turn = createTurn({
    compiled: () => compiled,
    mask: (words) => words.replaceAll("geheim", "[verborgen]"),
    site: () => null,
    stopwatch: () => 0,
  });
  const result = turn({
    conversation: {
      id: 1,
      owner: "bot",
      version: 3,
      state: { ...initialState, disclosed: true },
      place,
      bookings: [],
    },
    seats: {},
    events: [
      {
        keys: ["2"],
        channel: "telegram",
        place,
        sender: { id: "some-guest" },
        addressed: true,
        sentAt: "2027-03-01T09:00:00Z",
        what: { kind: "edit", id: "2", text: "Wann haben Sie geöffnet? geheim" },
      },
    ],
    eventId: 7,
    action: null,
    edited: {
      turn: 6,
      outcome: "fallback",
      age: 1000,
      last: true,
      passedOn: [],
      lines: [
        { id: "1", text: "Guten Tag" },
        { id: "2", text: "Wann haben Sie geöffnet? [verborgen]" },
      ],
      answers: ["6.0"],
    },
    now: NOW,
  });
  expect(result.question).toBe("Guten Tag\nWann haben Sie geöffnet? [verborgen]");
  expect(result.decision.log.answered).toContain("opening-hours");
  expect(result.decision.say[0]?.replaces).toBe("6.0");
});
