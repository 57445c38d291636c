import { describe, expect, it } from "vitest";
import { openQuestions, wordings } from "../../src/insight/questions.js";
import type { TroubledQuestion } from "../../src/store/model.js";

let turn = 0;
function question(text: string, more: Partial<TroubledQuestion> = {}): TroubledQuestion {
  turn += 1;
  return {
    turn,
    at: turn * 1_000,
    channel: "web",
    language: "de",
    question: text,
    trouble: "fallback",
    reason: null,
    kind: null,
    answered: [],
    intents: [],
    chosen: null,
    revision: null,
    ...more,
  };
}

/** What else is asked on an ordinary day: likeness depends on which words are rare. */
const OTHERS = [
  "Wo finde ich eine Halle mit Kranbahn?",
  "gewerbe anmelden online",
  "Gibt es Geld für eine neue Heizung im Betrieb?",
  "ausbildung zum tierpfleger möglich?",
];

const sentencesOf = (questions: readonly TroubledQuestion[], options = {}) =>
  openQuestions(questions, options).groups.map((group) => group.questions.map(({ question }) => question));

describe("open questions", () => {
  it("that mean about the same are one, the most often asked first, and each keeps its number", () => {
    const asked = [
      question("Wo finde ich eine Halle mit Kranbahn?"),
      question("lastenrad abstellen wo"),
      question("Wo kann ich ein Lastenrad abstellen?"),
      question("LASTENRAD ABSTELLEN, WO?"),
      ...OTHERS.slice(1).map((text) => question(text)),
    ];
    const { groups } = openQuestions(asked);
    expect(groups).toHaveLength(5);
    expect(groups[0]?.questions.map(({ question }) => question)).toEqual([
      "lastenrad abstellen wo",
      "Wo kann ich ein Lastenrad abstellen?",
      "LASTENRAD ABSTELLEN, WO?",
    ]);
    expect(groups[0]?.id).toBe(asked[1]?.turn);
    const later = openQuestions([...asked, question("lastenrad abstellen"), question("etwas ganz anderes")]);
    expect(later.groups[0]?.id).toBe(asked[1]?.turn);
  });

  it("that have only common words alike stay apart", () => {
    const groups = sentencesOf(
      [...OTHERS, "hundesteuer anmelden", "gewerbe ummelden wie"].map((text) => question(text)),
    );
    expect(groups).toHaveLength(6);
  });

  it("of two languages stay apart, even with the same words", () => {
    expect(sentencesOf([question("coworking"), question("coworking", { language: "en" })])).toHaveLength(2);
  });

  it("leave out what was dealt with, and what is like something that staff ignore", () => {
    const revision = (does: "assign" | "ignore") => ({ id: 1, does, target: null });
    const open = openQuestions([
      ...OTHERS.map((text) => question(text)),
      question("schönes wetter heute", { revision: revision("ignore") }),
      question("lastenrad abstellen", { revision: revision("assign") }),
      question("Schönes Wetter heute!"),
      question("lastenrad abstellen"),
    ]);
    expect(open.ignored).toBe(1);
    expect(open.groups.map(({ questions }) => questions[0]?.question)).toEqual([
      "lastenrad abstellen",
      ...OTHERS.toReversed(),
    ]);
  });

  it("leave out what was recognised as out of scope, unless it is wanted or did not help", () => {
    const asked = [
      question("hallo du", { kind: "chatter" }),
      question("neuer pass", { kind: "citizens-matter", trouble: "not-helpful" }),
      question("kranbahn"),
    ];
    expect(sentencesOf(asked)).toEqual([["kranbahn"], ["neuer pass"]]);
    expect(openQuestions(asked).outOfScope).toBe(1);
    expect(sentencesOf(asked, { withOutOfScope: true })).toHaveLength(3);
  });

  it("are none where nothing went wrong", () => {
    expect(openQuestions([])).toEqual({ groups: [], ignored: 0, outOfScope: 0 });
  });
});

describe("the wordings of a group", () => {
  it("are each named once, the most frequent first, however they are spelt", () => {
    const questions = ["Wo ist das?", "wo ist das", "und wo"].map((text) => question(text));
    expect(wordings({ id: 1, questions })).toEqual([
      { question: "Wo ist das?", count: 2 },
      { question: "und wo", count: 1 },
    ]);
  });
});
