import { describe, expect, it } from "vitest";
import { printProduct, productMarkdown, productReport } from "../../src/commands/evaluate-product.js";
import type { ProductLine } from "../../src/commands/product-lines.js";
import { productConfusions, productFates, productScores } from "../../src/commands/product-scores.js";
import type { MatchResult } from "../../src/match.js";

const line = (expect: readonly string[], more: Partial<ProductLine> = {}): ProductLine => ({
  text: `about ${expect.join(" and ")}`,
  lang: "de",
  expect,
  place: "x.jsonl:1",
  ...more,
});
const result = (more: Partial<MatchResult>): MatchResult => ({
  outcome: "fallback",
  intents: [],
  answered: [],
  lang: "de",
  micros: 1,
  ...more,
});
const answered = (...ids: string[]): MatchResult =>
  result({
    outcome: "answer",
    answered: ids,
    intents: ids.slice(0, 1).map((id) => ({ id, confidence: 0.9 })),
  });
const offered = (...ids: string[]): MatchResult =>
  result({
    outcome: "clarify",
    offered: ids,
    intents: ids.slice(0, 1).map((id) => ({ id, confidence: 0.4 })),
  });

describe("the product as guests meet it", () => {
  it("is right, among the buttons, false or missed of each message with one question", () => {
    const scores = productScores([
      { line: line(["a"]), result: answered("a") },
      { line: line(["a", "b"]), result: answered("b") },
      { line: line(["a"]), result: offered("c", "a") },
      { line: line(["a"]), result: offered("c", "d") },
      { line: line(["a"]), result: answered("c") },
      // right and something beside it: the guest was told what nobody asked for
      { line: line(["a"]), result: answered("a", "c") },
      { line: line(["a"], { kind: "story" }), result: result({}) },
      { line: line(["a"]), result: result({ kind: "chatter" }) },
    ]);
    expect(scores).toMatchObject({
      counts: { single: 8, outOfScope: 0, twoQuestions: 0, followUps: 0 },
      rightFirst: 2 / 8,
      rightOrOffered: 3 / 8,
      falseAnswers: 2 / 8,
      missed: 3 / 8,
      rankedFirst: 3 / 8,
      outOfScopeAnswered: null,
      bothFound: null,
      followUpsRight: null,
    });
    expect(scores.curve.map(({ limit, right }) => [limit, right])).toEqual([
      [0.01, 0],
      [0.03, 0],
      [0.05, 0],
      [0.1, 0],
    ]);
  });

  it("is measured apart on what is out of scope, two questions and follow-ups", () => {
    const scores = productScores([
      { line: line([]), result: answered("a") },
      { line: line([], { context: "before" }), result: offered("a") },
      { line: line(["a", "b"], { kind: "two-questions" }), result: answered("b", "a") },
      { line: line(["a", "b"], { kind: "two-questions" }), result: answered("a") },
      { line: line(["a", "b"], { kind: "two-questions" }), result: answered("a", "b", "c") },
      { line: line(["a"], { context: "before" }), result: answered("a") },
      { line: line(["a"], { kind: "follow-up-stay" }), result: offered("a") },
    ]);
    expect(scores).toMatchObject({
      counts: { single: 0, outOfScope: 2, twoQuestions: 3, followUps: 2 },
      outOfScopeAnswered: 1 / 2,
      bothFound: 1 / 3,
      followUpsRight: 1 / 2,
      rightFirst: null,
      curve: [],
    });
  });

  it("names what was answered instead, most often first, with an example", () => {
    const met = [
      { line: line(["a"], { text: "once" }), result: answered("b") },
      { line: line(["c"], { text: "first" }), result: answered("d") },
      { line: line(["c", "e"], { text: "second" }), result: answered("d") },
      { line: line([], { text: "weather" }), result: answered("a") },
      { line: line(["a"]), result: offered("b") },
      { line: line(["a", "b"], { kind: "two-questions" }), result: answered("c") },
    ];
    expect(productConfusions(met)).toEqual([
      { expected: "c", answered: "d", count: 2, example: "first" },
      { expected: "a", answered: "b", count: 1, example: "once" },
      { expected: null, answered: "a", count: 1, example: "weather" },
    ]);
    expect(
      productFates(met).map(({ intent, falseAnswers, missed }) => [intent, falseAnswers, missed]),
    ).toEqual([
      ["a", 1, 1],
      ["c", 2, 0],
    ]);
  });

  it("is told per language and in total, and the desk is not told the language", () => {
    const asked: object[] = [];
    const report = productReport([line(["a"]), line(["a"], { lang: "en", context: "before" })], (message) => {
      asked.push(message);
      return answered("a");
    });
    expect(asked).toEqual([{ text: "about a" }, { text: "about a", context: "before" }]);
    expect([report.de.counts, report.en.counts, report.total.counts]).toMatchObject([
      { single: 1, followUps: 0 },
      { single: 0, followUps: 1 },
      { single: 1, followUps: 1 },
    ]);
  });
});

describe("the report on the product", () => {
  const report = productReport(
    [line(["a"]), line(["a"], { text: "wrong one" }), line([], { lang: "en" })],
    ({ text }) => (text === "wrong one" ? answered("b") : answered("a")),
  );

  it("has the goals beside the figures, and says by how much one is missed", () => {
    const printed = printProduct(report, {});
    expect(printed).toMatch(/^right first +50\.0 % +– +50\.0 % {2}at least 80 %, missed by 30\.0 points$/m);
    expect(printed).toMatch(/^missed +0\.0 % +– +0\.0 %$/m);
    expect(printed).toMatch(/^both of two questions +– +– +– {2}at least 65 %$/m);
    expect(printed).toMatch(/^ {2}5 % false answers allowed +0\.0 % +– +0\.0 %$/m);
    expect(printed).toContain('1  a -> b: "wrong one"');
    expect(printed).toContain("1  (out of scope) -> a: ");
    expect(printed).not.toContain("What was missed of each intent");
    expect(printProduct(report, { verbose: true })).toContain(
      'a: 2 messages, 1 right, 0 among the buttons, 1 false, 0 missed\n      "wrong one"',
    );
  });

  it("is a table for the README, every row with as many cells", () => {
    const [head = "", ...rest] = productMarkdown(report).split("\n\n")[0]?.split("\n") ?? [];
    expect(head).toBe("|  | German | English | all | goal |");
    const cells = (row: string): number => row.split("|").length;
    expect(rest.map(cells)).toEqual(rest.map(() => cells(head)));
    expect(rest).toContain("| out of scope, answered | – | 100.0 % | 100.0 % | at most 8 % |");
    expect(productMarkdown(report)).toContain("2 + 0 with one question, 0 + 1 out of scope");
  });
});
