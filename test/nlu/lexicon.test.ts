import { describe, expect, it } from "vitest";
import { normalise, type TrainingIntent, train, understand } from "../../src/nlu/index.js";
import { ENGLISH_FIELDS } from "../../src/nlu/lexicon/english-fields.js";
import { ENGLISH_FORMS } from "../../src/nlu/lexicon/english-forms.js";
import { ENGLISH_SYNONYMS } from "../../src/nlu/lexicon/english-synonyms.js";
import { GERMAN_FIELDS } from "../../src/nlu/lexicon/german-fields.js";
import { GERMAN_FORMS } from "../../src/nlu/lexicon/german-forms.js";
import { GERMAN_SYNONYMS } from "../../src/nlu/lexicon/german-synonyms.js";
import { lexiconOf } from "../../src/nlu/lexicon.js";
import { words } from "../../src/nlu/normalise.js";
import { STEMMERS } from "../../src/nlu/stem.js";

const FILES = {
  "German forms": GERMAN_FORMS,
  "German synonyms": GERMAN_SYNONYMS,
  "German fields": GERMAN_FIELDS,
  "English forms": ENGLISH_FORMS,
  "English synonyms": ENGLISH_SYNONYMS,
  "English fields": ENGLISH_FIELDS,
};

const linesOf = (file: string) => file.split("\n").filter((line) => line !== "");

const keyOf = (language: "de" | "en", phrase: string) => words(phrase).map(STEMMERS[language]).join(" ");

/** Whether the language's own lexicon takes two phrases for the same. */
function isSame(language: "de" | "en", a: string, b: string): boolean {
  const { concepts, firstField } = lexiconOf(language, []);
  const [first, second] = [a, b].map((phrase) => concepts.get(keyOf(language, phrase)) ?? []);
  return (first ?? []).some((concept) => concept < firstField && second?.includes(concept));
}

describe("the lexicon", () => {
  it.each<["de" | "en", string, string]>([
    ["de", "Kosten", "Preis"],
    ["de", "Kita", "Kindergarten"],
    ["de", "ging", "gehen"],
    ["de", "Lehrgang", "Seminar"],
    ["en", "cost", "price"],
    ["en", "bought", "buy"],
    ["en", "opening hours", "business hours"],
  ])("knows (%s) that %j and %j are the same", (language, a, b) => {
    expect(isSame(language, a, b)).toBe(true);
  });

  it.each<["de" | "en", string, string]>([
    ["de", "anmelden", "abmelden"],
    ["de", "anmelden", "ummelden"],
    ["de", "abmelden", "ummelden"],
    ["de", "abmelden", "ausloggen"],
    ["de", "gründen", "kaufen"],
    ["de", "mieten", "kaufen"],
    ["de", "mieten", "vermieten"],
    ["de", "Zuschuss", "Kredit"],
    ["de", "Zuschuss", "Bürgschaft"],
    ["de", "Kredit", "Bürgschaft"],
    ["de", "Finanzierung", "Ratenzahlung"],
    ["de", "IHK", "Handwerkskammer"],
    ["de", "Handwerk", "Handwerkskammer"],
    ["de", "Seminar", "Beratung"],
    ["de", "Seminar", "Termin"],
    ["de", "Beratung", "Termin"],
    ["de", "Silvester", "Neujahr"],
    ["de", "öffnen", "schließen"],
    ["de", "Freiberufler", "Angestellter"],
    ["de", "Freiberufler", "Selbstständiger"],
    ["de", "Gewerbe", "Gewerbeanmeldung"],
    ["de", "Steuerberater", "Buchhalter"],
    ["de", "Steuernummer", "Umsatzsteuer-ID"],
    ["en", "register", "deregister"],
    ["en", "rent", "buy"],
    ["en", "rent", "hire"],
    ["en", "grant", "loan"],
    ["en", "open", "close"],
    ["en", "freelancer", "employee"],
    ["en", "freelancer", "self-employed"],
    ["en", "advice", "seminar"],
    ["en", "new year's eve", "new year's day"],
  ])("keeps apart (%s) what a desk must tell apart: %j and %j", (language, a, b) => {
    expect(isSame(language, a, b)).toBe(false);
  });

  it.each(Object.entries(FILES))("has lines of two or more that mean something: %s", (_, file) => {
    for (const line of linesOf(file)) {
      const list = line.includes(":") ? line.slice(line.indexOf(":") + 1).split(",") : line.split("/");
      expect(list.length, line).toBeGreaterThan(1);
      expect(
        list.filter((phrase) => normalise(phrase) !== "" || phrase.trim() === "%"),
        line,
      ).toHaveLength(list.length);
    }
  });

  it.each(Object.entries(FILES))("has no line twice: %s", (_, file) => {
    const lines = linesOf(file);
    expect(lines).toHaveLength(new Set(lines).size);
  });
});

const INTENTS: readonly TrainingIntent[] = [
  { id: "price", utterances: ["Preis", "Wie hoch ist der Preis?", "Preis erfragen"] },
  { id: "space", utterances: ["Halle gesucht", "Gibt es eine Halle?", "Eine Halle am Hafen"] },
  {
    id: "care",
    utterances: ["Platz im Kindergarten", "Kindergarten für Mitarbeiter", "Kindergarten in der Nähe"],
  },
];

describe("a word that no example has", () => {
  it("leads to the intent whose examples say the same in other words", () => {
    const { ranked, verdict } = understand(train(INTENTS, { language: "de" }), "Kita").whole;
    expect(ranked[0]?.id).toBe("care");
    expect(verdict).not.toBe("none");
  });

  it("leads there by the office's own synonyms too", () => {
    const without = understand(train(INTENTS, { language: "de" }), "Werkbau").whole;
    expect(without.verdict).toBe("none");
    const model = train(INTENTS, { language: "de", synonyms: [["Werkbau", "Halle"]] });
    const { ranked, verdict } = understand(model, "Werkbau").whole;
    expect(ranked[0]?.id).toBe("space");
    expect(verdict).not.toBe("none");
  });

  it("means what the office says, whatever the language's own lexicon says", () => {
    const model = train(INTENTS, { language: "de", synonyms: [["Kosten", "Halle"]] });
    expect(understand(train(INTENTS, { language: "de" }), "Kosten").whole.ranked[0]?.id).toBe("price");
    expect(lexiconOf("de", [["Kosten", "Halle"]]).concepts.get(keyOf("de", "Kosten"))?.[0]).toBe(0);
    expect(understand(model, "Kosten Halle").whole.ranked[0]?.id).toBe("space");
  });

  it("may be a phrase of several words", () => {
    const model = train(INTENTS, { language: "de", synonyms: [["Dach überm Kopf", "Halle"]] });
    expect(understand(model, "ein Dach überm Kopf").whole.ranked[0]?.id).toBe("space");
    expect(
      lexiconOf("de", [["eins zwei drei vier fünf", "Halle"]]).concepts.has("ein zwei drei vier funf"),
    ).toBe(false);
  });
});
