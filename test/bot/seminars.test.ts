import { describe, expect, it } from "vitest";
import { decided, knowledge, labels, question, said, seminar, yearless } from "./fixture.js";

const digital = seminar("digital", {
  date: { kind: "full", start: "2026-11-30", end: "2026-11-30", from: "16:00", to: "18:00" },
  online: true,
});
const founders = seminar("founders", {
  date: { kind: "full", start: "2027-02-01", end: "2027-02-02", from: null, to: null },
});
const over = seminar("over", {
  date: { kind: "full", start: "2026-11-20", end: "2026-11-20", from: null, to: null },
});
const known = { ...knowledge, seminars: [yearless, digital, founders, over] };

const cards = (decision: ReturnType<typeof decided>): string[] =>
  decision.say.flatMap(
    ({ message }) => message.cards?.map((card) => (card.kind === "seminar" ? card.seminar : "")) ?? [],
  );

describe("a seminar announced without a year", () => {
  it.each(["2026-11-23", "2026-11-26", "2031-06-01"])(
    "is neither coming nor past on %s: its days are given with a word on the year",
    (today) => {
      const decision = decided({ questions: [question("seminar-date")], seminars: ["wifoe-4-0"], today });
      expect(said(decision)[0]).toContain("24./25. November (ohne Jahresangabe)");
      expect(said(decision)[0]).toContain("«seminar.yearless»");
      expect(said(decision)[0]).not.toContain("«seminar.past»");
    },
  );

  it("says of what the announcement does not state that it is not stated", () => {
    const decision = decided({ questions: [question("seminar-date")], seminars: ["wifoe-4-0"] });
    expect(said(decision)[0]).toMatch(
      /Berlin \| Prof\. Dr\. Frank Hogrebe \(IVM²\) \| «seminar\.not-stated»/,
    );
    expect(decision.say[0]?.message.links?.[0]?.url).toBe("https://www.fuehrungskraefteforum.de");
  });
});

describe("the list", () => {
  it("offers coming seminars in order, then those without a year, never past ones", () => {
    expect(cards(decided({ knowledge: known, questions: [question("seminar-list")] }))).toEqual([
      "digital",
      "founders",
      "wifoe-4-0",
    ]);
  });

  it("keeps to the time asked for", () => {
    const asked = question("seminar-list", "sure", [], "Was gibt es im Februar?");
    expect(cards(decided({ knowledge: known, questions: [asked] }))).toEqual(["founders"]);
  });

  it("keeps to the topic and the month asked for", () => {
    const asked = question("seminar-search", "sure", [], "Gibt es was zu Digitalisierung im November?");
    const decision = decided({ knowledge: known, questions: [asked], seminars: ["digital", "wifoe-4-0"] });
    expect(cards(decision)).toEqual(["digital", "wifoe-4-0"]);
    expect(said(decision)[0]).toContain("«seminar.found-in-period»");
  });

  it("says that there is nothing on a topic and shows what there is", () => {
    const decision = decided({ knowledge: known, questions: [question("seminar-search")] });
    expect(said(decision)[0]).toContain("«seminar.none-on-topic»");
    expect(cards(decision)).toContain("digital");
  });
});

describe("one aspect", () => {
  it("is answered for the seminar that the conversation is about", () => {
    const first = decided({ knowledge: known, questions: [question("seminar-date")], seminars: ["digital"] });
    const then = decided({
      knowledge: known,
      questions: [question("seminar-date")],
      state: first.state,
      followUp: true,
    });
    expect(said(then)[0]).toContain("Seminar digital");
  });

  it("asks which seminar is meant when several could be", () => {
    const many = { ...known, seminars: [digital, founders] };
    const decision = decided({ knowledge: many, questions: [question("seminar-date")] });
    expect(said(decision)).toEqual(["«seminar.which»"]);
    expect(labels(decision).slice(0, 2)).toEqual(["Seminar digital", "Seminar founders"]);
  });

  it("says of a past seminar that it is over, with nothing to register for", () => {
    const decision = decided({ knowledge: known, questions: [question("seminar-date")], seminars: ["over"] });
    expect(said(decision)[0]).toContain("«seminar.past»");
    expect(decision.say[0]?.message.links ?? []).toEqual([]);
  });
});
