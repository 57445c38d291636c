import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../src/nlu/compounds.js";
import { normalise, train, understand } from "../../src/nlu/index.js";
import { wordsWithin } from "../../src/nlu/space.js";

const WORDS = new Set(
  `gewerbesteuer gewerbe steuer hebesatz fördermittel beratung unternehmen konto skonto einwohner erzähl zahl schule
  leiter wirtschaft förderung hand wand alter halle unten unterer nehmen heiter sicher frech lernen beruf nachricht
  auto staub becken lehrer stadt platz betrieb rat haus kind garten geschäft idee recht tag ordnung tier arzt`
    .split(/\s+/)
    .map(normalise),
);
const parts = (word: string) => partsOf(normalise(word), (part) => WORDS.has(part));

describe("a compound", () => {
  it.each([
    ["Gewerbesteuerhebesatz", ["gewerbesteuer", "hebesatz"]],
    ["Fördermittelberatung", ["fördermittel", "beratung"]],
    ["Wirtschaftsförderung", ["wirtschaft", "förderung"]],
    ["Kindergarten", ["kind", "garten"]],
    ["Geschäftsidee", ["geschäft", "idee"]],
    ["Schulleiter", ["schule", "leiter"]],
    ["Tierarzt", ["tier", "arzt"]],
  ])("is taken apart into words that are known: %s", (word, expected) => {
    expect(parts(word)).toEqual(expected.map(normalise));
  });

  it.each([
    ["s", "unternehmenskonto", ["unternehmen", "konto"]],
    ["er", "einwohnerzahl", ["einwohner", "zahl"]],
  ])(
    "gives a linking %s to neither part, though the rest with it is a word as well: %s",
    (_, word, expected) => {
      expect(parts(word)).toEqual(expected);
    },
  );

  it("is cut where its last part is longest, which is what it is about", () => {
    const known = new Set(["wirtschaft", "förder", "förderprogramm", "programm"].map(normalise));
    expect(partsOf(normalise("Wirtschaftsförderprogramm"), (part) => known.has(part))).toEqual([
      "wirtschaft",
      normalise("förderprogramm"),
    ]);
  });
});

describe("a word that only looks like a compound", () => {
  it.each([
    "Wandalterung",
    "Hallen",
    "Unternehmen",
    "Nachrichten",
    "Autoren",
    "Unterhalten",
    "Sicherheiten",
    "Frechheit",
    "Freiberuflern",
    "Lehrerinnen",
    "Betriebsrat",
  ])("stays whole: %s", (word) => {
    expect(parts(word)).toEqual([]);
  });

  it.each(["Hallen", "Unternehmen", "Nachrichten", "Autoren", "Staubecken", "untersuchen"])(
    "stays whole beside all that the lexicon knows: %s",
    (word) => {
      const { space } = train([{ id: "a", utterances: ["Halle mieten"] }], { language: "de" });
      expect(wordsWithin("de", space.vocabulary, normalise(word))).toEqual([]);
    },
  );
});

describe("taking words apart", () => {
  it("asks about a word's parts a bounded number of times, however many ways there are", () => {
    const longest = "a".repeat(60);
    let asked = 0;
    const anything = (part: string) => {
      asked++;
      return part.length < 30;
    };
    partsOf(longest, anything);
    expect(asked).toBeLessThan(20 * longest.length ** 2);
    asked = 0;
    // every split works but for the first letters, so that each is tried in vain
    expect(partsOf(`xx${longest}`, (part) => anything(part) && !part.startsWith("x"))).toEqual([]);
    expect(asked).toBeLessThan(20 * longest.length ** 2);
  });

  it("finds only known words of four letters or more, whatever the word", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "s", "n", "e"), { maxLength: 60 }), (letters) => {
        const known = (part: string) => part.length % 3 === 1;
        for (const part of partsOf(letters.join(""), known)) {
          expect(part.length).toBeGreaterThanOrEqual(4);
          expect(known(part)).toBe(true);
        }
      }),
    );
  });
});

describe("a message", () => {
  const model = train(
    [
      { id: "tax-rate", utterances: ["Wie hoch ist der Hebesatz der Gewerbesteuer?", "Hebesatz erfragen"] },
      { id: "advice", utterances: ["Beratung zu Fördermitteln", "Wer berät zu Fördermitteln?"] },
      { id: "space", utterances: ["Ich suche eine Halle", "Lagerhalle mieten"] },
      { id: "hours", utterances: ["Wann habt ihr geöffnet?", "Öffnungszeiten am Freitag"] },
    ],
    { language: "de" },
  );

  it.each([
    ["Gewerbesteuerhebesatz", "tax-rate"],
    ["Fördermittelberatung", "advice"],
    ["Halle", "space"],
  ])("meets by %j the examples that write it apart, or as a part", (text, id) => {
    const { ranked, verdict } = understand(model, text).whole;
    expect(ranked[0]?.id).toBe(id);
    expect(verdict).not.toBe("none");
  });

  it("meets a compound of the examples by its parts", () => {
    const compounds = train(
      [
        { id: "tax-rate", utterances: ["Gewerbesteuerhebesatz", "Wie hoch ist der Gewerbesteuerhebesatz"] },
        { id: "hours", utterances: ["Wann habt ihr geöffnet?", "Öffnungszeiten am Freitag"] },
        { id: "other", utterances: ["Der Hebesatz der Grundsteuer", "Grundsteuer"] },
      ],
      { language: "de" },
    );
    expect(understand(compounds, "Hebesatz der Gewerbesteuer").whole.ranked[0]?.id).toBe("tax-rate");
  });
});
