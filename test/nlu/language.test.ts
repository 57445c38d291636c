import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/comprehension.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { identifyLanguage, trainLanguages } from "../../src/nlu/index.js";
import { CREATED_ON } from "../shipped-desk.js";

const GERMAN = [
  "Wie melde ich ein Gewerbe an?",
  "Welche Fördermittel gibt es für mein Unternehmen?",
  "Wann habt ihr heute geöffnet?",
  "Brauche ich als Friseur einen Meister?",
  "Ich suche eine Halle im Gewerbegebiet",
  "Wer berät mich bei der Digitalisierung?",
  "Was kostet das Seminar und wo findet es statt?",
  "Kann ich bei euch einen Termin vereinbaren?",
  "Ich möchte mit einem Menschen sprechen",
  "Gibt es Zuschüsse für Homeoffice-Arbeitsplätze?",
  "Wie hoch ist der Hebesatz der Gewerbesteuer?",
  "Muss ich mein Nagelstudio irgendwo anmelden?",
  "Wir wollen unsere Abläufe digitalisieren",
  "Die Wirtschaftsförderung berät Betriebe kostenlos und vertraulich.",
  "Ihr Gewerbe melden Sie beim Gewerbeamt an, spätestens am Tag, an dem Sie beginnen.",
  "Den nächsten Termin finden Sie in der Ankündigung.",
];
const ENGLISH = [
  "How do I register a business?",
  "What funding is there for my company?",
  "When are you open today?",
  "Do I need a master craftsman certificate as a hairdresser?",
  "I am looking for office space for a start-up",
  "Who can help us with digitalisation?",
  "How much is the seminar and where does it take place?",
  "Can I book an appointment with you?",
  "I would like to talk to a person",
  "Are there grants for working from home?",
  "How high is the local trade tax rate?",
  "Do I have to register my nail studio somewhere?",
  "We want to make our processes digital",
  "The economic development office advises businesses free of charge.",
  "You register your business at the trade office, on the day you begin at the latest.",
  "The next date is in the announcement.",
];
const model = trainLanguages({ de: GERMAN, en: ENGLISH });

describe("identifyLanguage", () => {
  it.each([
    ["Wo kann ich mein Gewerbe abmelden?", "de"],
    ["habt ihr morgen noch auf", "de"],
    ["ich brauche geld für eine maschine", "de"],
    ["wer ist bei euch zustaendig", "de"],
    ["where can I park my car", "en"],
    ["is there money for new machines", "en"],
    ["do you have a phone number", "en"],
    ["I want to open a restaurant", "en"],
  ])("is sure of a sentence: %j is %s", (text, language) => {
    const found = identifyLanguage(model, text);
    expect(found.language).toBe(language);
    expect(found.confidence).toBeGreaterThan(0.9);
  });

  it.each(["ok", "Homeoffice", "12345", "😀", "", "IT", "Start-up", "Hogrebe"])(
    "is not sure of %j",
    (text) => {
      expect(identifyLanguage(model, text).confidence).toBeLessThanOrEqual(0.9);
    },
  );

  it.each([
    ["Wie geht das?", 3],
    ["ok", 1],
    ["24. 11. 2026", 0],
    ["", 0],
  ])("counts the words of %j", (text, words) => {
    expect(identifyLanguage(model, text).words).toBe(words);
  });

  it("knows one language only when it was taught one, and refuses none", () => {
    expect(identifyLanguage(trainLanguages({ de: GERMAN }), "hello").language).toBe("de");
    expect(() => trainLanguages({})).toThrow(/Give sentences/);
  });

  it("bears a language without sentences", () => {
    const { confidence } = identifyLanguage(trainLanguages({ de: [], en: [] }), "Wie geht das?");
    expect(confidence).toBeCloseTo(0.5);
  });
});

describe("messages that nobody trained on", () => {
  const folder = resolve(import.meta.dirname, "../utterances");
  const messages = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => readFileSync(resolve(folder, file), "utf8").split("\n").filter(Boolean))
    .map((line) => JSON.parse(line) as { text: string; lang: string });

  it("are told apart by the shipped FAQ's own sentences, 98 in 100 of three words or more", () => {
    const intents = resolve(import.meta.dirname, "../../intents");
    const shipped = trainLanguages(sentencesOf(loadKnowledge(intents, { createdOn: CREATED_ON }).knowledge));
    const found = messages
      .map(({ text, lang }) => ({ lang, ...identifyLanguage(shipped, text) }))
      .filter(({ words }) => words >= 3);
    const right = found.filter(({ language, lang }) => language === lang).length / found.length;
    const certain = found.filter(({ confidence }) => confidence > 0.9);
    console.info(`language (${found.length}): ${(right * 100).toFixed(1)} %`);
    expect(found.length).toBeGreaterThan(800);
    expect(right).toBeGreaterThanOrEqual(0.98);
    expect(certain.filter(({ language, lang }) => language !== lang).length).toBeLessThanOrEqual(3);
  });
});
