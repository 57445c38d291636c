import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { productReport } from "../src/commands/evaluate-product.js";
import { readProductLines } from "../src/commands/product-lines.js";
import { GOALS } from "../src/commands/product-scores.js";
import { catalogue } from "./catalogue.js";
import { compileShipped, converse, matcherOf, type Told } from "./shipped-desk.js";

const compiled = compileShipped();
const { knowledge } = compiled;
const match = matcherOf(compiled);
const told = (...lines: string[]): Told => converse(compiled, lines).at(-1) as Told;

/** Days on which an answer might go wrong: an ordinary one, before, on and after the days of the article, years off. */
const DAYS = [
  "2026-11-23",
  "2026-11-24",
  "2026-11-25",
  "2026-11-26",
  "2027-01-02",
  "2027-11-20",
  "2031-06-01",
];
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+01:00`);

describe("the five questions that the desk was built for", () => {
  it.each([
    ["Wie melde ich ein Gewerbe an?", ["business-registration"], "de"],
    ["foerdermittel digitalisierung??", ["digitalisation-funding"], "de"],
    ["Wann ist das Seminar mit Prof. Hogrebe?", ["seminar-date-place"], "de"],
    ["habt ihr heute nachmittag noch auf?", ["opening-hours"], "de"],
    // the catalogue leaves it open whether a start-up that asks for an office means the start-up centre
    ["do you have office space for a start-up", ["office-coworking", "startup-centre"], "en"],
  ])("%s", (text, ids, lang) => {
    const result = match({ text });
    expect(result).toMatchObject({ outcome: "answer", lang });
    expect(result.answered).toHaveLength(1);
    expect(ids).toContain(result.answered[0]);
  });
});

describe("seminars", () => {
  it.each([
    ["Welche Seminare gibt es?", ["seminars-upcoming"]],
    ["Gibt es was zu Digitalisierung im November?", ["seminar-topic-search", "seminars-upcoming"]],
    ["Wann und wo ist das Seminar Wirtschaftsförderung 4.0?", ["seminar-date-place"]],
    ["Wer leitet das Seminar Wirtschaftsförderung 4.0?", ["seminar-speakers"]],
    ["Wie melde ich mich zum Seminar Wirtschaftsförderung 4.0 an?", ["seminar-register"]],
    ["Wer leitet das Seminar mit Prof. Hogrebe?", ["seminar-speakers"]],
    ["Was kostet das Seminar Wirtschaftsförderung 4.0?", ["seminar-fee"]],
    ["When is the seminar with Prof. Hogrebe?", ["seminar-date-place"]],
    ["When and where is the seminar on Economic Development 4.0?", ["seminar-date-place"]],
    ["Who leads the seminar Economic Development 4.0?", ["seminar-speakers"]],
  ])("%s", (text, ids) => {
    const { outcome, answered } = match({ text });
    expect({ outcome, right: answered.length === 1 && ids.includes(answered[0] ?? "") }).toEqual({
      outcome: "answer",
      right: true,
    });
  });

  it("are listed with that of the article, and no day that has passed is among them", () => {
    for (const day of DAYS) {
      const [answer] = converse(compiled, ["Welche Seminare gibt es?"], noonOf(day));
      const cards = (answer?.messages ?? []).flatMap(({ cards = [] }) => cards);
      expect(cards.map((card) => (card.kind === "seminar" ? card.seminar : card.kind))).toContain(
        "wifoe-4-0",
      );
      for (const card of cards) {
        const seminar = knowledge.seminars.find(({ id }) => card.kind === "seminar" && id === card.seminar);
        const end = seminar?.date?.kind === "full" ? seminar.date.end : "9999";
        expect(end >= day, `${seminar?.id} on ${day}`).toBe(true);
      }
    }
  });

  it.each([
    ["and is completed from the question before", ["Wer leitet das Seminar mit Prof. Hogrebe?"]],
    ["and means the only real one where nothing was said before", []],
  ])("'Wie melde ich mich an?' leads to the registration page %s", (_, before) => {
    const answer = told(...before, "Wie melde ich mich zum Seminar an?");
    expect(answer.log.answered).toEqual(["seminar-register"]);
    expect(answer.text).toContain("https://www.fuehrungskraefteforum.de");
  });

  it("are what a bare 'Wie melde ich mich an?' is about after a question on one", () => {
    const context = "Wann ist das Seminar mit Prof. Hogrebe?";
    expect(match({ text: "Wie melde ich mich an?", context })).toMatchObject({
      outcome: "answer",
      answered: ["seminar-register"],
    });
  });

  it("of the article: leaders with their affiliation, and what is not announced is said to be so", () => {
    const leaders = told("Wer leitet das Seminar?").text;
    expect(leaders).toContain("Wilfried Kruse (IVM²)");
    expect(leaders).toContain("Prof. Dr. Frank Hogrebe (IVM²)");
    const fee = told("Was kostet das Seminar?").text;
    expect(fee).toContain("in der Ankündigung nicht genannt");
    expect(fee).toContain("https://www.fuehrungskraefteforum.de");
  });

  it.each(DAYS)("of the article is neither coming nor past, and has no year, on %s", (day) => {
    // sentences that the desk has learned, so that understanding does not matter here
    const learned = ["seminar-date-place", "seminar-wifoe-4-0"].flatMap((id) => {
      const { de, en } = knowledge.intents.get(id)?.utterances ?? { de: [], en: [] };
      return [de[0] ?? "", en[0] ?? ""];
    });
    for (const question of [...learned, "Wann ist das Seminar mit Prof. Hogrebe?"]) {
      const [answer] = converse(compiled, [question], noonOf(day));
      // the day of review of an answer's sources is no date of the seminar
      const text = (answer?.text ?? "").replace(/\((geprüft am|checked on)[^)]*\)/g, "");
      expect(text).toMatch(/24\.\/25\. November|24\/25 November/);
      expect(text).toMatch(/nennt kein Jahr|gives no year/);
      expect(text).not.toMatch(/\b20\d\d\b/);
      expect(text).not.toMatch(/ist vorbei|is over|hat stattgefunden|took place|morgen\b|tomorrow/i);
    }
  });
});

describe("what is not the desk's", () => {
  it.each(["ich habe hunger", "Ich habe Hunger.", "i am hungry", "hunger!!"])(
    "is never answered: %s",
    (text) => {
      expect(match({ text })).toMatchObject({ outcome: "fallback", answered: [] });
    },
  );
});

describe("an expired answer", () => {
  const late = noonOf("2035-01-01");
  const expiring = [...knowledge.intents.values()].filter(({ validUntil }) => validUntil !== null);

  it("is known of some intents", () => expect(expiring.length).toBeGreaterThan(2));

  it.each(expiring.map(({ id }) => id))("%s is not given any more, and says so", (id) => {
    const intent = knowledge.intents.get(id);
    const question = intent?.utterances.de[0] ?? "";
    const [before] = converse(compiled, [question]);
    expect(before?.log).toMatchObject({ answered: [id] });
    expect(before?.log.expired).toBeUndefined();
    const [after] = converse(compiled, [question], late);
    expect(after?.log).toMatchObject({ outcome: "answer", answered: [id], expired: true });
    expect(after?.messages.at(-1)?.buttons?.map(({ label }) => label)).toContain(
      "Mit einem Menschen sprechen",
    );
    expect(after?.text).not.toContain(before?.messages.at(-1)?.text);
    expect(matcherOf(compiled, late)({ text: question })).toMatchObject({ answered: [id], expired: true });
  });
});

describe("the shipped knowledge", () => {
  it("has no errors", () => {
    expect(knowledge.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("knows the topics of the catalogue and no intent outside it", () => {
    expect(knowledge.topics.map(({ id }) => id).sort()).toEqual(Object.keys(catalogue).sort());
    const strangers = [...knowledge.intents.values()].filter(
      ({ id, topic }) => !catalogue[topic]?.includes(id),
    );
    expect(strangers.map(({ id, topic }) => `${topic}/${id}`)).toEqual([]);
  });

  it("holds at least 25 intents fully written in both languages, of every topic", () => {
    const written = [...knowledge.intents.values()].filter(
      ({ answer, seminars, behaviour, utterances, title }) =>
        (answer !== null || seminars !== null || behaviour !== null) &&
        (["de", "en"] as const).every(
          (language) =>
            title[language] !== "" &&
            utterances[language].length >= 5 &&
            (answer === null || answer[language].short.length > 0),
        ),
    );
    expect(written.length).toBeGreaterThanOrEqual(25);
    expect([...new Set(written.map(({ topic }) => topic))].sort()).toEqual(Object.keys(catalogue).sort());
  });
});

describe("messages that nobody trained on", () => {
  const folder = resolve(import.meta.dirname, "utterances");
  const files = [
    ...["single.de", "single.en", "stories", "out-of-scope.de", "out-of-scope.en"],
    ...["follow-ups", "two-questions"],
  ].map((name) => resolve(folder, `${name}.jsonl`));
  const { lines, faults } = readProductLines(files);
  const { total, de, en } = productReport(lines, match);

  it("are many, all of them readable, and expect what there is", () => {
    expect(faults).toEqual([]);
    const strangers = lines.flatMap((line) => line.expect.filter((id) => !knowledge.intents.has(id)));
    expect(strangers).toEqual([]);
    expect(total.counts.single).toBeGreaterThanOrEqual(700);
    expect(total.counts.outOfScope).toBe(130);
    expect(total.counts.twoQuestions).toBe(50);
    expect(total.counts.followUps).toBeGreaterThanOrEqual(60);
    expect(de.counts.single).toBeGreaterThan(en.counts.single);
  });

  it.each(GOALS.filter(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined))(
    "meet the goal: $name",
    ({ key, atLeast = 0, atMost = 1 }) => {
      expect(total[key]).toBeGreaterThanOrEqual(atLeast);
      expect(total[key]).toBeLessThanOrEqual(atMost);
    },
  );

  // what was reached once is kept, where it is more than the goals ask for
  it("stay as good as they were", () => {
    expect(total.rankedFirst).toBeGreaterThanOrEqual(0.9);
    expect(total.rightFirst).toBeGreaterThanOrEqual(0.85);
    expect(total.falseAnswers).toBeLessThanOrEqual(0.04);
    expect(total.bothFound).toBeGreaterThanOrEqual(0.66);
  });
});
