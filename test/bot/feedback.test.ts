import { describe, expect, it } from "vitest";
import { acts, forms, knowledge, labels, pressed, said } from "./fixture.js";

const rate = { does: "rate", turn: 5 } as const;

describe("a rating", () => {
  it("that is good is thanked for, with nothing to press", () => {
    const decision = pressed({ ...rate, helpful: true });
    expect(said(decision)).toEqual(["«feedback.helpful»"]);
    expect(labels(decision)).toEqual([]);
    expect(decision.log).toMatchObject({ outcome: "feedback", rated: { turn: 5, helpful: true } });
  });

  it("that is bad is followed by the question what was wrong, about the same answer, and by a person", () => {
    const decision = pressed({ ...rate, helpful: false });
    expect(said(decision)).toEqual(["«feedback.not-helpful»"]);
    expect(labels(decision)).toEqual([
      "«button.feedback.misunderstood»",
      "«button.feedback.incomplete»",
      "«button.feedback.unclear»",
      "«button.feedback.outdated»",
      "«button.person»",
    ]);
    expect(acts(decision)["«button.feedback.unclear»"]).toEqual({
      does: "rate",
      turn: 5,
      helpful: false,
      reason: "unclear",
    });
    expect(decision.log.rated).toEqual({ turn: 5, helpful: false });
  });

  it("with its reason is logged, and not asked about again", () => {
    const decision = pressed({ ...rate, helpful: false, reason: "outdated" });
    expect(said(decision)).toEqual(["«feedback.reason»"]);
    expect(labels(decision)).toEqual(["«button.person»"]);
    expect(decision.log.rated).toEqual({ turn: 5, helpful: false, reason: "outdated" });
  });

  it("with its reason offers the ways to the office that there are", () => {
    const decision = pressed(
      { ...rate, helpful: false, reason: "incomplete" },
      { knowledge: { ...knowledge, forms } },
    );
    expect(labels(decision)).toEqual([
      "«button.person»",
      "«button.form.callback»",
      "«button.form.message-to-office»",
    ]);
  });

  it("may be changed: the last word is logged without the reason of an earlier one", () => {
    expect(pressed({ ...rate, helpful: true, reason: "unclear" }).log.rated).toEqual({
      turn: 5,
      helpful: true,
    });
  });

  it("changes neither the topic nor an open question", () => {
    const state = {
      topic: { intents: ["hours"], question: "?", at: "2026-11-23T09:59:00Z", turns: 1 },
      clarification: { question: "?", intents: ["hours"] },
      fallbacksInARow: 1,
    };
    expect(pressed({ ...rate, helpful: false }, { state }).state).toMatchObject(state);
  });
});
