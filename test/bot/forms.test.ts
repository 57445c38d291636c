import { describe, expect, it } from "vitest";
import type { DecisionInput } from "../../src/conversation/input.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import type { OpenForm } from "../../src/vocabulary/index.js";
import {
  acts,
  bookable,
  decided,
  due,
  forms,
  intent,
  knowledge,
  labels,
  linksOf,
  NOW,
  pressed,
  question,
  said,
  type Told,
} from "./fixture.js";

const known: Knowledge = {
  ...knowledge,
  forms,
  seminars: [...knowledge.seminars, bookable],
  intents: new Map([
    ...knowledge.intents,
    ["call-me", intent("call-me", { form: "callback" })],
    ["strange", intent("strange", { form: "no-such-form" })],
    ["registering", intent("registering", { form: "seminar-registration" })],
    ["praise", intent("praise", { form: "message-to-office", behaviour: "say" })],
    ["seminar-details", intent("seminar-details", { seminars: "details", answer: null })],
  ]),
};
const linkOnly: Knowledge = {
  ...known,
  office: { ...known.office, forms: { ...known.office.forms, web: "link" } },
};
const room = { channel: "web", scope: "room", address: "hall" } as const;

const open = (some: Partial<OpenForm> = {}): OpenForm => ({
  form: "callback",
  answers: {},
  asks: "name",
  correcting: false,
  failures: 0,
  startedAt: new Date(NOW).toISOString(),
  touchedAt: new Date(NOW).toISOString(),
  ...some,
});
/** A message while a call-back is being asked for. */
const inForm = (told: Told, some: Partial<OpenForm> = {}) =>
  decided({ knowledge: known, ...told, state: { ...told.state, form: open(some) } });

describe("an answer whose intent has a form", () => {
  it("offers it with a button, before all others, and does not begin it unasked", () => {
    const decision = decided({ knowledge: known, questions: [question("call-me")] });
    expect(labels(decision)[0]).toBe("«button.form.callback»");
    expect(acts(decision)["«button.form.callback»"]).toEqual({ does: "form", form: "callback" });
    expect(decision.state.form).toBeNull();
    expect(decision.log.form).toBe("callback");
  });

  it("calls a form by its own title where messages.yaml has no words for its button", () => {
    const messages = Object.fromEntries(
      Object.entries(known.messages).filter(([key]) => key !== "button.form.callback"),
    );
    const decision = decided({ knowledge: { ...known, messages }, questions: [question("call-me")] });
    expect(labels(decision)[0]).toBe("Formular callback");
  });

  it("links to the chat on the web where this channel takes no forms", () => {
    const site = "https://chat.example";
    const decision = decided({ knowledge: linkOnly, questions: [question("call-me")], site });
    expect(labels(decision)).toEqual(["«button.helpful»", "«button.not-helpful»"]);
    expect(linksOf(decision)["«button.form.callback»"]).toBe(`${site}/?do=form:callback&lang=de`);
  });

  it("offers nothing where there is neither a form nor a page", () => {
    expect(linksOf(decided({ knowledge: linkOnly, questions: [question("call-me")] }))).toEqual({});
  });

  it("asks for nothing where others read along", () => {
    const decision = decided({ knowledge: known, questions: [question("call-me")], place: room });
    expect(labels(decision)).not.toContain("«button.form.callback»");
  });

  it.each(["strange", "registering"])("ignores a form that cannot be opened from it: %s", (id) => {
    expect(labels(decided({ knowledge: known, questions: [question(id)] }))).toEqual([
      "«button.helpful»",
      "«button.not-helpful»",
    ]);
  });

  it("offers it under small talk, too", () => {
    expect(labels(decided({ knowledge: known, questions: [question("praise")] }))).toContain(
      "«button.form.message-to-office»",
    );
  });
});

describe("where the bot gets no further", () => {
  it.each([
    ["a person is asked for", "human", "sure"],
    ["it does not understand", "x", "none"],
  ] as const)("a call-back and a message are offered when %s", (_, id, verdict) => {
    const offered = labels(decided({ knowledge: known, questions: [question(id, verdict)] }));
    expect(offered).toEqual(
      expect.arrayContaining(["«button.form.callback»", "«button.form.message-to-office»"]),
    );
  });

  it("only forms that exist are offered", () => {
    const fewer = { ...known, forms: new Map([...forms].filter(([id]) => id !== "callback")) };
    expect(labels(decided({ knowledge: fewer, questions: [question("human")] }))).toEqual([
      "«button.form.message-to-office»",
    ]);
  });
});

describe("a form", () => {
  it("begins by its button and sets the time at which it expires", () => {
    const decision = pressed({ does: "form", form: "callback" }, { knowledge: known });
    expect(decision.state.form).toMatchObject({ form: "callback", asks: "name" });
    expect(decision.log).toMatchObject({ outcome: "form", form: "callback" });
    expect(decision.timers).toEqual([{ at: "2026-11-24T10:00:00.000Z", name: "form-expires" }]);
  });

  it("that is no longer there says so and leaves nothing open", () => {
    const decision = pressed({ does: "form", form: "gone" }, { knowledge: known });
    expect(decision.state.form).toBeNull();
    expect(said(decision)).toHaveLength(1);
  });

  it("takes what is written as the answer, and the topic does not age by it", () => {
    const topic = { intents: ["hours"], question: "?", at: new Date(NOW).toISOString(), turns: 2 };
    const told = { text: "Anna Müller", questions: [question("x", "none")], state: { topic } };
    const decision = inForm(told);
    expect(decision.state.form).toMatchObject({ answers: { name: "Anna Müller" }, asks: "note" });
    expect(decision.state.topic).toEqual(topic);
    expect(decision.log.outcome).toBe("form");
  });

  it("answers a question in the middle as ever, then asks its own again", () => {
    const text = "Wann haben Sie geöffnet?";
    const decision = inForm({ text, questions: [question("hours", "sure", [], text)] });
    expect(said(decision)[0]).toContain("Montag 9 bis 12 Uhr");
    expect(said(decision).at(-1)).toContain("name?");
    expect(decision.state.form).toMatchObject({ form: "callback", asks: "name", answers: {} });
    expect(decision.log).toMatchObject({ outcome: "answer", answered: ["hours"] });
  });

  it("asks again after any other button", () => {
    const decision = pressed(
      { does: "rate", turn: 5, helpful: true },
      { knowledge: known, state: { form: open() } },
    );
    expect(said(decision)[0]).toBe("«feedback.helpful»");
    expect(said(decision).at(-1)).toContain("name?");
    expect(decision.state.form?.asks).toBe("name");
  });

  it("is not disturbed by a button that is too old", () => {
    const decision = decided({
      knowledge: known,
      what: { kind: "action", action: "x", on: "x" },
      action: "expired",
      state: { form: open() },
    });
    expect(said(decision)[0]).toBe("«button.expired»");
    expect(decision.state.form).toMatchObject({ form: "callback" });
  });

  it("does not take the language of an answer for that of the guest", () => {
    const text = "Global Consulting Partners Limited";
    const decision = inForm({ text, language: "en", confidence: 0.99, questions: [question("x", "none")] });
    expect(decision.state.language).toBe("de");
  });

  it("goes on in the other language when the guest asks for it", () => {
    const text = "Can we speak English, please?";
    const told = { text, language: "en", questions: [question("language", "sure", [], text)] } as const;
    const decision = inForm(told);
    expect(decision.state).toMatchObject({ language: "en", languageHeld: true });
    expect(said(decision).at(-1)).toContain("name en?");
  });

  it("is put into the decision when it is handed in", () => {
    const form = open({ asks: "summary", answers: { name: "Anna Müller", note: "Halle" } });
    const decision = pressed({ does: "form-move", to: "confirm" }, { knowledge: known, state: { form } });
    expect(decision.state.form).toBeNull();
    expect(decision.submission).toMatchObject({ form: "callback", language: "de" });
    expect(decision.log).toMatchObject({ outcome: "form", form: "callback" });
  });

  it("that was left lying expires by its timer", () => {
    const now = NOW + 25 * 3_600_000;
    const decision = due("form-expires", { knowledge: known, state: { form: open() }, now });
    expect(decision.state.form).toBeNull();
    expect(due("form-expires", { knowledge: known, now }).say).toEqual([]);
  });
});

describe("registering for a seminar", () => {
  const register = { does: "form", form: "seminar-registration", seminar: "bookable" } as const;
  const summary = (reminder: string): OpenForm =>
    open({
      form: "seminar-registration",
      seminar: "bookable",
      asks: "summary",
      answers: { name: "Anna Müller", reminder },
      fingerprint: "v1",
    });
  const confirm = (reminder: string, told: Partial<DecisionInput> & Told = {}) =>
    pressed(
      { does: "form-move", to: "confirm" },
      { knowledge: known, state: { form: summary(reminder) }, ...told },
    );

  it("makes the seminar what is talked about, so that 'wo ist das?' is understood", () => {
    const decision = pressed(register, { knowledge: known });
    expect(decision.state.form).toMatchObject({ form: "seminar-registration", seminar: "bookable" });
    expect(decision.state.topic).toMatchObject({ seminar: "bookable", intents: ["seminar-details"] });
  });

  it("takes a seat only while one is free", () => {
    const decision = confirm("no", { seats: { bookable: { booked: 1, waiting: 0 } } });
    expect(decision.bookings).toMatchObject([{ does: "book", seminar: "bookable", as: "booked" }]);
    expect(decision.expects.seat).toEqual({ seminar: "bookable", fewerThan: 2 });
    expect(decision.timers).toEqual([]);
  });

  it("sets the reminder for ten in the morning of the day before, local time, if it is wanted", () => {
    const decision = confirm("yes");
    const reference = decision.submission?.reference;
    expect(decision.timers).toEqual([{ at: "2026-12-09T09:00:00.000Z", name: `reminder:${reference}:v1` }]);
  });

  it("sets none when that time has passed", () => {
    expect(confirm("yes", { now: Date.parse("2026-12-09T09:30:00Z"), today: "2026-12-09" }).timers).toEqual(
      [],
    );
  });
});
