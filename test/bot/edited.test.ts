import { describe, expect, it } from "vitest";
import { decide, initialState, isAnsweredAnew } from "../../src/bot/index.js";
import { parse } from "../../src/text/index.js";
import type { AnsweredBefore, ConversationState, OpenForm } from "../../src/vocabulary/index.js";
import { decided, forms, inputFor, knowledge, NOW, question, said } from "./fixture.js";

const before: AnsweredBefore = {
  turn: 6,
  outcome: "answer",
  age: 5_000,
  last: true,
  lines: [{ id: "1", text: "Wie geht das?" }],
  answers: ["6.0"],
  passedOn: [],
};
const state = (more: Partial<ConversationState> = {}): ConversationState => ({
  ...initialState,
  disclosed: true,
  ...more,
});

/** The guest changes a message; what is understood then is what would be of a new one. */
function changed(some: Partial<AnsweredBefore>, told: Parameters<typeof inputFor>[0] = {}) {
  const asMessage = inputFor(told);
  const edited = { ...before, ...some };
  const anew = isAnsweredAnew(edited, asMessage.conversation.state);
  return decide({
    ...asMessage,
    event: { ...asMessage.event, what: { kind: "edit", id: "1", text: told.text ?? "Wie geht das?" } },
    ...(anew ? {} : { text: null, words: null, comprehension: null }),
    edited,
  });
}

describe("a changed question", () => {
  it("is answered anew, in the place of the first answer", () => {
    const decision = changed({});
    expect(said(decision)).toEqual(["Beim Gewerbeamt."]);
    expect(decision.say.map(({ replaces }) => replaces)).toEqual(["6.0"]);
    expect(decision.inPlaceOf).toBe(6);
    expect(decision.log).toMatchObject({ outcome: "answer", answered: ["registration"] });
  });

  it("takes back what is too much, and says anew what is more", () => {
    const less = changed({ answers: ["6.0", "6.1", "6.2"] });
    expect(less.say.map(({ replaces, message }) => [replaces, message.id, message.text.length])).toEqual([
      ["6.0", "7.0", 1],
      ["6.1", "7.1", 0],
      ["6.2", "7.2", 0],
    ]);
    const more = changed({}, { questions: [question("registration"), question("registration-fee")] });
    expect(more.say.map(({ replaces }) => replaces)).toEqual(["6.0", undefined]);
  });

  it("keeps first contact and the notice of the day where they stood above the first answer", () => {
    const notice = {
      from: "2026-11-01",
      to: "2026-12-01",
      text: { de: parse("Heute nur bis drei."), en: [] },
    };
    const known = { ...knowledge, office: { ...knowledge.office, notice } };
    const first = decided({ knowledge: known, state: { disclosed: false } });
    expect(said(first)).toHaveLength(3);
    const again = changed(
      { answers: ["6.0", "6.1", "6.2"] },
      { knowledge: known, state: first.state, questions: [question("registration-fee")] },
    );
    expect(said(again)).toEqual([...said(first).slice(0, 2), "Antwort registration-fee"]);
    expect(again.state).toMatchObject({ disclosed: true, noticed: "2026-11-01" });
  });

  it("that means the same gets the same answer, not a word that it was said already", () => {
    const first = decided({});
    expect(said(changed({}, { state: first.state }))).toEqual(said(first));
  });

  it("counts once when it is not understood either time", () => {
    const none = { questions: [question("registration", "none", [], "xy", 0.01)] };
    const first = decided(none);
    expect(first.state.fallbacksInARow).toBe(1);
    const again = changed({ outcome: "fallback" }, { ...none, state: first.state });
    expect(again.state.fallbacksInARow).toBe(1);
    expect(said(again)[0]).toContain("fallback");
    expect(said(again)[0]).not.toContain("again");
  });
});

describe("a change", () => {
  it.each<[string, Partial<AnsweredBefore>]>([
    ["after a minute", { age: 60_000 }],
    ["of what is not the last thing said", { last: false }],
    ["of an answer in a form that is closed by now", { outcome: "form" }],
  ])("%s changes nothing, and nothing is said", (_, some) => {
    const decision = changed(some, { state: { fallbacksInARow: 1 } });
    expect(decision.say).toEqual([]);
    expect(decision.log.outcome).toBe("ignored");
    expect(decision.inPlaceOf).toBeUndefined();
  });

  it("does not take back a seat that was given back", () => {
    expect(isAnsweredAnew(before, state({ said: ["booking.withdrawn#de.0"] }))).toBe(false);
    expect(isAnsweredAnew(before, state())).toBe(true);
  });

  it("of a message that came before it was answered counts, too", () => {
    expect(isAnsweredAnew({ ...before, age: -200 }, state())).toBe(true);
  });

  it("of the last answer in an open form is told that the first version counts", () => {
    const form: OpenForm = {
      form: "callback",
      answers: { name: "Erika" },
      asks: "note",
      correcting: false,
      failures: 0,
      startedAt: new Date(NOW).toISOString(),
      touchedAt: new Date(NOW).toISOString(),
    };
    const told = { knowledge: { ...knowledge, forms }, state: { form } };
    const decision = changed({ outcome: "form", age: 600_000 }, told);
    expect(said(decision)).toEqual(["«form.edited»"]);
    expect(decision.state.form).toEqual(form);
    expect(changed({ outcome: "form", last: false }, told).say).toEqual([]);
  });

  it("of nothing that is known, and a message taken back, are passed over", () => {
    const what = { kind: "edit", id: "9", text: "Hallo" } as const;
    expect(decided({ what }).say).toEqual([]);
    expect(decided({ what: { kind: "deletion", id: "9" } }).say).toEqual([]);
  });
});
