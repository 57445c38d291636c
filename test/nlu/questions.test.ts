import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf, withoutTies } from "../../src/nlu/questions.js";
import { compileShipped, matcherOf } from "../shipped-desk.js";

const match = matcherOf(compileShipped());
const textsOf = (text: string): string[] => segmentsOf(text, "de").map((segment) => segment.text);

describe("two questions in one message", () => {
  it.each([
    [
      "Wie melde ich ein Gewerbe an und wie hoch ist die Gewerbesteuer?",
      "business-registration trade-tax-rate",
    ],
    ["Wie melde ich ein Gewerbe an, und wann habt ihr geöffnet?", "business-registration opening-hours"],
    ["Wann habt ihr geöffnet? Wer hilft beim Businessplan?", "opening-hours business-plan"],
    ["Wann habt ihr geöffnet\nWie melde ich ein Gewerbe an", "opening-hours business-registration"],
    [
      "Ich suche eine Halle zur Miete. Außerdem bräuchte ich Glasfaser im Gewerbegebiet.",
      "commercial-space-search broadband",
    ],
    ["Was ist De-minimis? Noch was: wie beantrage ich Kurzarbeit?", "de-minimis short-time-work"],
    ["Wann habt ihr geöffnet – und kann ich einen Termin vereinbaren?", "opening-hours appointment-booking"],
    ["1. Wann habt ihr geöffnet? 2. Wie hoch ist der Gewerbesteuerhebesatz?", "opening-hours trade-tax-rate"],
    ["1) Was kostet das Seminar 2) Wer leitet das Seminar", "seminar-fee seminar-speakers"],
    [
      "Brauche ich als Friseur einen Meister, wie melde ich ein Gewerbe an?",
      "craft-master-requirement business-registration",
    ],
    [
      "Was kostet das Seminar und bekomme ich dafür eine Teilnahmebescheinigung?",
      "seminar-fee seminar-certificate",
    ],
    [
      "Ich möchte einen Termin vereinbaren. Übrigens, wo bekomme ich einen Mikrokredit?",
      "appointment-booking microcredit",
    ],
    [
      "Hallo! Wann habt ihr geöffnet? Ach ja, wie melde ich mich zum Newsletter an?",
      "opening-hours newsletter",
    ],
    ["bitte newsletter abbestellen und rückruf vereinbaren", "newsletter callback-request"],
    [
      "Gilt die Kleinunternehmerregelung für mich und gilt die E-Rechnungspflicht auch für kleine Betriebe?",
      "small-business-vat e-invoicing",
    ],
    ["when are you open and what is the trade tax rate", "opening-hours trade-tax-rate"],
    ["Do I need a building permit? And also, how do I get a micro loan?", "building-permit microcredit"],
    ["Where can I get a micro loan? By the way, when are you open?", "microcredit opening-hours"],
    ["1. when are you open 2. how do I find investors", "opening-hours venture-capital"],
    ["How much is the seminar, and can I take part online?", "seminar-fee seminar-online"],
    ["beratet ihr auch auf türkisch\nfällt mein betrieb unter NIS2", "advice-languages cyber-security"],
    ["wie hoch ist die gewerbesteuer wo finde ich euer büro", "trade-tax-rate office-address"],
    ["Suche Coworking. Zweite Frage: gibt es Kurzarbeitergeld", "office-coworking short-time-work"],
    ["Mikrokredit gesucht, Tische vorm Café genehmigen lassen", "microcredit outdoor-seating"],
    ["we need investors and where can I park", "venture-capital office-address"],
  ])("are both found: %j", (text, ids) => {
    expect([...match({ text }).answered].sort()).toEqual(ids.split(" ").sort());
  });

  it.each([
    "Muss ich mein Gewerbe anmelden und welche Unterlagen brauche ich dafür?",
    "Wann und wo findet das Seminar Wirtschaftsförderung 4.0 statt?",
    "Was ist die GRW-Förderung und bekommen wir sie?",
    "Wie finde ich Fachkräfte und Mitarbeiter?",
    "Gibt es Zuschüsse und Fördermittel für Digitalisierung?",
    "Wie melde ich ein Gewerbe an? Wie geht die Gewerbeanmeldung?",
    "Wir sind eine Bäckerei mit zwölf Leuten und suchen seit Monaten vergeblich. Wie finden wir Fachkräfte?",
    "Bin ich Freiberufler oder muss ich ein Gewerbe anmelden?",
    "Habt ihr am 1. oder 2. November geöffnet?",
    "Where and when is the practice seminar held?",
    "Hello and good morning, when are you open?",
    "Ich bin Bäcker und suche eine Halle",
    "Jobmesse und Ausbildungsmesse Termine",
    "KfW-Kredit plus Landeszuschuss für dieselbe Maschine, erlaubt?",
    "leerstandsmanagement wer kümmert sich",
    "Wer darf den Chat lesen und wie lange wird er gespeichert?",
    "Sind Schulungen vorgeschrieben, wenn sie KI-Tools benutzen?",
  ])("are not made of one: %j", (text) => {
    expect(match({ text }).answered).toHaveLength(1);
  });
});

describe("a short message after an answer", () => {
  it.each([
    ["Sind Sie heute erreichbar?", "und morgen früh", "opening-hours"],
    ["Gibt es Mikrokredite?", "bis zu welcher Summe", "microcredit"],
    ["Muss ich E-Rechnungen schreiben?", "ab wann?", "e-invoicing"],
  ])("goes on from it: after %j, %j", (context, text, id) => {
    expect(match({ context, text }).answered).toEqual([id]);
  });

  it.each([
    ["Sind Sie heute erreichbar?", "Danke dir!", "thanks"],
    ["Gibt es Mikrokredite?", "wie hoch ist die gewerbesteuer", "trade-tax-rate"],
    ["Muss ich E-Rechnungen schreiben?", "gewerbe anmelden", "business-registration"],
  ])("is about something else where it says so: after %j, %j", (context, text, id) => {
    expect(match({ context, text }).answered).toEqual([id]);
  });
});

describe("a story around a question", () => {
  const stories = readFileSync(resolve(import.meta.dirname, "../utterances/stories.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; expect: string[] });

  it.each(stories.map(({ text, expect: [id] }) => [text, id]))("is heard through: %j", (text, id) => {
    expect(match({ text: text ?? "" }).intents[0]?.id).toBe(id);
  });

  it("is answered, and with nothing else, eighteen times in twenty", () => {
    const right = stories.filter(({ text, expect: ids }) => `${match({ text }).answered}` === `${ids}`);
    expect(stories).toHaveLength(20);
    expect(right.length).toBeGreaterThanOrEqual(18);
  });
});

describe("segmentsOf", () => {
  it.each([
    ["Wann und wo ist das?", 1],
    ["Ich rufe Dr. Weber am 24. November an", 1],
    ["Wann ist auf und wo kann ich parken", 2],
    ["1. Preis 2. Ort", 2],
    ["am 1. oder 2. Mai", 1],
    ["Unser Betrieb wuchs and has grown", 1],
    ["", 0],
    ["?!", 0],
  ])("takes %j apart into %i", (text, count) => {
    expect(textsOf(text)).toHaveLength(count);
  });

  it.each([
    ["Wann ist auf?", true],
    ["Ich suche eine Halle.", true],
    ["and have just bought a van", false],
    ["and have you got parking", true],
    ["Wir sind ein Betrieb.", false],
  ])("tells whether %j asks: %s", (text, asking) => {
    expect(segmentsOf(text, "en")[0]?.asking).toBe(asking);
  });

  it("loses no word and never throws, whatever a stranger writes", () => {
    const part = fc.constantFrom(
      "und",
      "wann",
      "?",
      "1.",
      "2.",
      "noch was:",
      ",",
      "–",
      "\n",
      "außerdem",
      "x",
      "\ud800",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(part).map((all) => all.join(" ")),
        ),
        (text) => {
          const letters = (all: string): string => all.replace(/[^\p{L}\p{N}]/gu, "");
          expect(letters(textsOf(text).join(""))).toBe(letters(text));
          expect(letters(text).endsWith(letters(withoutTies(text)))).toBe(true);
        },
      ),
      { seed: 5 },
    );
  });
});

describe("withoutTies", () => {
  it.each([
    ["Und noch was: wo kann ich parken?", "wo kann ich parken?"],
    ["By the way, who pays?", "who pays?"],
    ["2. Wer zahlt das?", "Wer zahlt das?"],
    ["– und wer zahlt das", "wer zahlt das"],
    ["Was kostet das?", "Was kostet das?"],
    ["und", "und"],
    ["", ""],
  ])("leaves of %j %j", (text, rest) => {
    expect(withoutTies(text)).toBe(rest);
  });
});
