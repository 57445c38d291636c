import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "../../src/nlu/index.js";
import { trainFixture } from "./fixture.js";

const model = trainFixture();
const first = (text: string): string | undefined => understand(model, text).whole.ranked[0]?.id;

describe("a question", () => {
  it.each([
    ["Wie melde ich ein Gewerbe an?", "business-registration"],
    ["foerdermittel digitalisierung??", "digitalisation-funding"],
    ["fordermittel digitalisierung", "digitalisation-funding"],
    ["habt ihr heute nachmittag noch auf?", "opening-hours"],
    ["do you have office space for a start-up", "commercial-space"],
    ["WIE SIND EURE ÖFFNUNGSZEITEN", "opening-hours"],
    ["Gewerbeanmeldng", "business-registration"],
    ["Was kannst du?", "help"],
    ["Hallo", "greeting"],
  ])("is answered: %j is %s", (text, id) => {
    const { questions, whole, truncated, followUp } = understand(model, text);
    expect(whole.ranked[0]?.id).toBe(id);
    expect(whole.verdict).toBe("sure");
    expect(questions).toEqual([whole]);
    expect({ truncated, followUp }).toEqual({ truncated: false, followUp: false });
  });

  it("ranks at least five intents, best first, with probabilities", () => {
    const { ranked } = understand(model, "Was kostet die Anmeldung?").whole;
    expect(ranked.length).toBeGreaterThanOrEqual(5);
    const confidences = ranked.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    for (const confidence of confidences) expect(confidence >= 0 && confidence <= 1).toBe(true);
  });

  it("meets an intent through a synonym that no example has", () => {
    expect(first("Förderprogramm für mein Unternehmen")).toBe("funding-overview");
  });
});

describe("none of these", () => {
  it.each([
    "ich habe hunger",
    "asdf",
    "😀😀😀",
    "",
    "   ",
    "???",
    "und der die das",
    "the of and",
    "42",
    "\u200b\u200b",
    "\ud800",
    "שלום",
    "<script>alert(1)</script>",
    "'; DROP TABLE guests; --",
  ])("is the verdict where nothing meaningful is shared: %j", (text) => {
    const { verdict, ranked } = understand(model, text).whole;
    expect(verdict).toBe("none");
    expect(ranked[0]?.confidence ?? 0).toBeLessThan(0.5);
  });

  it("is told apart from a kind out of scope, which is ranked like an intent for the caller to treat", () => {
    const { verdict, ranked } = understand(model, "Wo bekomme ich einen neuen Personalausweis?").whole;
    expect(verdict).toBe("sure");
    expect(ranked[0]?.id).toBe("private-matters");
  });
});

describe("a message with several questions", () => {
  it.each([
    ["Wann habt ihr geöffnet? Und wo kann ich parken?", ["opening-hours", "office-address"]],
    ["Wie melde ich ein Gewerbe an und wann habt ihr geöffnet?", ["business-registration", "opening-hours"]],
    [
      "Ich möchte ein Gewerbe anmelden. Außerdem suche ich eine Halle.",
      ["business-registration", "commercial-space"],
    ],
    ["Welche Seminare gibt es\nund wie sind die Öffnungszeiten", ["seminar-list", "opening-hours"]],
    ["when are you open and how do I register a business", ["opening-hours", "business-registration"]],
    [
      "Wann habt ihr geöffnet? Wo kann ich als Besucher parken? Welche Seminare gibt es?",
      ["opening-hours", "office-address", "seminar-list"],
    ],
  ])("gets all of them understood: %j", (text, ids) => {
    expect(understand(model, text).questions.map(({ ranked }) => ranked[0]?.id)).toEqual(ids);
  });

  it("never has more than three", () => {
    const text =
      "Wann habt ihr geöffnet? Wo kann ich parken? Welche Seminare gibt es? Gewerbe anmelden? Fördermittel beantragen?";
    expect(understand(model, text).questions).toHaveLength(3);
  });

  it.each([
    ["Muss ich mein Gewerbe anmelden und welche Unterlagen brauche ich dafür?", "business-registration"],
    ["Wie melde ich ein Gewerbe an? Wie geht die Gewerbeanmeldung?", "business-registration"],
    ["Bin ich Freiberufler oder Gewerbetreibender?", "freelancer-status"],
    ["Was kostet das Seminar mit Prof. Anmeldung?", "seminar-fee"],
    ["Was kostet das Seminar mit Dr. Halle am 24. November?", "seminar-fee"],
    ["Wann habt ihr geöffnet? Seid ihr über Mittag und zwischen den Jahren offen?", "opening-hours"],
  ])("is one where the parts mean the same or belong together: %j", (text, id) => {
    const { questions } = understand(model, text);
    expect(questions.map(({ ranked }) => ranked[0]?.id)).toEqual([id]);
  });
});

describe("a concern among other words", () => {
  it.each([
    ["Hallo! Ich suche eine Halle.", "commercial-space"],
    ["Hallo wie melde ich ein Gewerbe an", "business-registration"],
    ["Guten Tag, wann habt ihr geöffnet?", "opening-hours"],
    ["Danke! Und welche Seminare gibt es?", "seminar-list"],
    ["hi, when are you open", "opening-hours"],
  ])("is heard beside a courtesy: %j", (text, id) => {
    const { questions } = understand(model, text);
    expect(questions.map(({ ranked }) => ranked[0]?.id)).toEqual([id]);
    expect(questions[0]?.verdict).not.toBe("none");
  });

  it.each([
    [
      "Wir sind ein Betrieb mit 12 Leuten und machen Metallbau. Bisher liegt alles auf Papier. Wer berät uns bei der Digitalisierung?",
      "digital-advice",
    ],
    [
      "Hallo, meine Frau und ich haben vor drei Jahren mit einem kleinen Laden angefangen. Jetzt wird es zu eng. Gibt es freie Gewerbeflächen?",
      "commercial-space",
    ],
    ["Wir wollen einen Onlineshop aufmachen. Gibt es dafür Förderung?", "digitalisation-funding"],
  ])("is the question at the end of a story: %j", (text, id) => {
    expect(understand(model, text).questions.map(({ ranked }) => ranked[0]?.id)).toEqual([id]);
  });
});

describe("a stranger's message", () => {
  it("is understood up to 2,000 characters, and said to be cut", () => {
    const { truncated, whole } = understand(model, `Wie melde ich ein Gewerbe an? ${"bla ".repeat(250_000)}`);
    expect(truncated).toBe(true);
    expect(whole.ranked.length).toBeGreaterThan(0);
  });

  it("of 100 kB without a space gets an answer", () => {
    expect(understand(model, "ä".repeat(100_000)).whole.verdict).toBe("none");
  });

  it("never throws and always has a question and probabilities", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            "und",
            "wann",
            "?",
            ".",
            " ",
            "\n",
            "das",
            "Gewerbe",
            "Dr.",
            "\u200f",
            "\ud83d",
            "ue",
          ),
          {
            maxLength: 200,
          },
        )
        .map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(nasty, fc.option(nasty, { nil: undefined }), (text, previous) => {
        const context =
          previous === undefined ? undefined : { previous, intents: ["thanks"], related: ["help"] };
        const { questions, whole } = understand(model, text, context);
        expect(questions.length).toBeGreaterThan(0);
        expect(questions.length).toBeLessThanOrEqual(3);
        for (const { confidence } of [...whole.ranked, ...questions.flatMap(({ ranked }) => ranked)]) {
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it.each([
    ["nothing", ""],
    ["function words only", "und der die das oder aber wenn"],
    ["emoji only", "😀🎉🙈".repeat(50)],
    ["lone surrogates", "\ud83d\ude00\ud800 \udc00".repeat(20)],
    ["one word of 2,000 characters", "z".repeat(2000)],
    ["thousands of question marks", "?".repeat(5000)],
    ["thousands of joints", "und ".repeat(5000)],
    ["thousands of commas and dashes", ", – ".repeat(5000)],
  ])("of %s is none, with or without something said before", (_, text) => {
    const context = { previous: "Welche Seminare gibt es?", intents: ["seminar-list"], related: [] };
    expect(understand(model, text).whole.verdict).toBe("none");
    expect(understand(model, text, context).questions).toHaveLength(1);
  });

  it("of 1 MB is cut at 2,000 characters", () => {
    const { truncated, whole } = understand(model, "Wann habt ihr geöffnet? ".repeat(45_000));
    expect(truncated).toBe(true);
    expect(whole.text.length).toBeLessThanOrEqual(2000);
    expect(whole.ranked[0]?.id).toBe("opening-hours");
  });

  // Counted in characters looked at, not in seconds: what is understood is bounded, so is the work.
  it.each([" ", ".", "?", "und ", "a-", "'", "\n", "und wann ", "ue", "aee", "\u0301", "ﷺ"])(
    "of %j a hundred thousand times over is cut before it is taken apart",
    (unit) => {
      const { whole } = understand(model, unit.repeat(100_000));
      expect(whole.text.length).toBeLessThanOrEqual(2000);
    },
  );
});
