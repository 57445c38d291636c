import { describe, expect, it } from "vitest";
import { understand } from "../../src/nlu/index.js";
import { trainFixture } from "./fixture.js";

const model = trainFixture();

/** What the knowledge calls related, for the intents that are talked about below. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  "opening-hours": ["office-address", "appointment-booking"],
  "office-address": ["opening-hours", "appointment-booking"],
  "appointment-booking": ["opening-hours", "office-address"],
  "business-registration": ["freelancer-status", "craft-master-requirement", "opening-hours"],
  "freelancer-status": ["business-registration"],
  "craft-master-requirement": ["business-registration", "funding-overview"],
  "funding-overview": ["digitalisation-funding", "appointment-booking"],
  "digitalisation-funding": ["digital-advice", "funding-overview"],
  "digital-advice": ["digitalisation-funding", "seminar-list"],
  "commercial-space": ["funding-overview", "appointment-booking"],
  "seminar-list": ["seminar-register", "seminar-fee"],
  "seminar-register": ["seminar-fee", "seminar-list"],
  "seminar-fee": ["seminar-register", "seminar-list"],
};

type Case = readonly [previous: string, topic: string, message: string, expected: string];

const STAY: readonly Case[] = [
  ["Brauche ich als Friseur einen Meister?", "craft-master-requirement", "Und als Raumausstatter?", ""],
  ["Darf ich ohne Meisterbrief Fliesen legen?", "craft-master-requirement", "und als Elektriker", ""],
  ["Wann habt ihr geöffnet?", "opening-hours", "Und am Freitag?", ""],
  ["Wann habt ihr geöffnet?", "opening-hours", "auch samstags?", ""],
  ["when are you open", "opening-hours", "and on Fridays?", ""],
  ["Wie sind die Öffnungszeiten?", "opening-hours", "wie sieht es mit Feiertagen aus", ""],
  ["Wo kann ich parken?", "office-address", "und mit dem Bus?", ""],
  ["Wo finde ich euch?", "office-address", "Geht es dort auch ohne Treppen?", ""],
  ["Wie melde ich ein Gewerbe an?", "business-registration", "Und wie lange dauert das?", ""],
  ["Wie melde ich ein Gewerbe an?", "business-registration", "Was brauche ich dafür?", ""],
  ["how do I register a business", "business-registration", "and what do I need for that?", ""],
  ["Bin ich Freiberufler?", "freelancer-status", "Und als Übersetzerin?", ""],
  ["Zählt Webdesign als freier Beruf?", "freelancer-status", "wie ist es mit Fotografie?", ""],
  ["Gibt es Zuschüsse für mein Unternehmen?", "funding-overview", "Auch für Kleinstbetriebe?", ""],
  ["Welche Fördermittel gibt es?", "funding-overview", "und vom Land?", ""],
  ["Zuschuss für einen Onlineshop", "digitalisation-funding", "Und für ein Warenwirtschaftssystem?", ""],
  ["Wer berät mich bei der Digitalisierung?", "digital-advice", "Kostet das was?", ""],
  ["Gibt es freie Gewerbeflächen?", "commercial-space", "Und kleinere?", ""],
  ["Welche Seminare gibt es?", "seminar-list", "und im Dezember?", ""],
  ["Was kostet das Seminar?", "seminar-fee", "Auch für Mitglieder?", ""],
].map(([previous = "", topic = "", message = ""]) => [previous, topic, message, topic]);

const MOVE: readonly Case[] = [
  [
    "Wer berät mich bei der Digitalisierung?",
    "digital-advice",
    "Und gibt's dafür Geld?",
    "digitalisation-funding",
  ],
  ["Wie digitalisiere ich meine Abläufe?", "digital-advice", "wird das gefördert?", "digitalisation-funding"],
  [
    "who can help us with digitalisation",
    "digital-advice",
    "and is there money for it?",
    "digitalisation-funding",
  ],
  ["Wie digitalisiere ich meine Abläufe?", "digital-advice", "Und gibt es dazu Seminare?", "seminar-list"],
  [
    "Fördermittel für Digitalisierung",
    "digitalisation-funding",
    "Und wer berät mich dabei?",
    "digital-advice",
  ],
  ["Welche Seminare gibt es?", "seminar-list", "Und was kostet das?", "seminar-fee"],
  ["Bietet ihr Workshops an?", "seminar-list", "wie melde ich mich dazu an", "seminar-register"],
  ["which seminars do you offer", "seminar-list", "how do I sign up for it", "seminar-register"],
  ["Wie melde ich mich zum Seminar an?", "seminar-register", "Und ist das kostenlos?", "seminar-fee"],
  ["Was kostet das Seminar?", "seminar-fee", "Sind da noch Plätze frei?", "seminar-register"],
  ["Wann habt ihr geöffnet?", "opening-hours", "Und wo finde ich euch dann?", "office-address"],
  ["Seid ihr am Freitag da?", "opening-hours", "Brauche ich dafür einen Termin?", "appointment-booking"],
  ["Wo ist euer Büro?", "office-address", "Und bis wann ist das offen?", "opening-hours"],
  [
    "Ich möchte einen Termin vereinbaren",
    "appointment-booking",
    "und wo kann ich dort parken",
    "office-address",
  ],
  [
    "Wie melde ich ein Gewerbe an?",
    "business-registration",
    "Und brauche ich dafür einen Meister?",
    "craft-master-requirement",
  ],
  [
    "Wie melde ich ein Gewerbe an?",
    "business-registration",
    "oder bin ich damit Freiberufler?",
    "freelancer-status",
  ],
  [
    "Zählt Webdesign als freier Beruf?",
    "freelancer-status",
    "Und wenn nicht, wo melde ich das Gewerbe an?",
    "business-registration",
  ],
  ["Meisterpflicht im Handwerk", "craft-master-requirement", "Gibt es dafür Zuschüsse?", "funding-overview"],
  ["Gibt es freie Gewerbeflächen?", "commercial-space", "Und Fördermittel dafür?", "funding-overview"],
  [
    "Welche Fördermittel gibt es?",
    "funding-overview",
    "Kann ich dazu einen Termin buchen?",
    "appointment-booking",
  ],
];

const said = ([previous, topic, message]: Case) =>
  understand(model, message, { previous, intents: [topic], related: RELATED[topic] ?? [] });

describe("an elliptical follow-up", () => {
  it.each(STAY)("after %j (%s), %j stays on the topic", (...row) => {
    const { whole, questions } = said(row);
    expect(whole.ranked[0]?.id).toBe(row[3]);
    expect(whole.verdict).not.toBe("none");
    expect(questions).toHaveLength(1);
  });

  it.each(MOVE)("after %j (%s), %j moves to %s", (...row) => {
    const { whole, questions } = said(row);
    expect(whole.ranked[0]?.id).toBe(row[3]);
    expect(whole.verdict).not.toBe("none");
    expect(questions).toHaveLength(1);
  });

  it("is marked as such", () => {
    expect(said(STAY[0]!).followUp).toBe(true);
    expect(said(MOVE[0]!).followUp).toBe(true);
  });
});

describe("a message after another", () => {
  const context = {
    previous: "Welche Seminare gibt es?",
    intents: ["seminar-list"],
    related: ["seminar-fee"],
  };

  it.each([
    ["Wie melde ich ein Gewerbe an?", "business-registration"],
    ["Wo kann ich als Besucher parken?", "office-address"],
    ["Brauche ich als Friseur einen Meister?", "craft-master-requirement"],
    ["Ich suche eine Halle im Gewerbegebiet", "commercial-space"],
    ["Wann habt ihr geöffnet?", "opening-hours"],
    ["Wer berät mich bei der Digitalisierung?", "digital-advice"],
    ["Gibt es Zuschüsse für mein Unternehmen?", "funding-overview"],
    ["how do I register a business", "business-registration"],
    ["Gewerbe anmelden", "business-registration"],
    ["und danke!", "thanks"],
  ])("that stands by itself ignores what was said before: %j", (text, id) => {
    const { whole, followUp } = understand(model, text, context);
    expect(whole.ranked[0]?.id).toBe(id);
    expect(followUp).toBe(false);
  });

  it.each(["asdf", "😀", "", "ich habe hunger", "qwertz uiop"])(
    "is not completed when it says nothing: %j",
    (text) => {
      const { whole, followUp } = understand(model, text, context);
      expect(whole.verdict).toBe("none");
      expect(followUp).toBe(false);
    },
  );

  it.each([
    ["und wie melde ich ein Gewerbe an?", "business-registration"],
    ["Und wo kann ich als Besucher parken?", "office-address"],
    ["and when are you open", "opening-hours"],
  ])("may begin with 'und' and ask something new all the same: %j", (text, id) => {
    expect(understand(model, text, context).whole.ranked[0]?.id).toBe(id);
  });

  it("is understood without context when ids of the context are unknown", () => {
    const { whole } = understand(model, "und am Freitag?", {
      previous: "",
      intents: ["gone"],
      related: ["gone"],
    });
    expect(whole.ranked.length).toBeGreaterThan(0);
  });
});
