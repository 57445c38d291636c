import { describe, expect, it } from "vitest";
import { indexOf, mentioned } from "../../src/nlu/index.js";

const SEMINARS = [
  {
    id: "wifoe-4-0",
    texts: [
      "Wirtschaftsförderung 4.0 und Strukturpolitik im Digitalen Zeitalter",
      "Prof. Dr. Frank Hogrebe",
      "Prof. Dr. Wilfried Kruse",
      "IVM²",
      "Strukturpolitik",
    ],
  },
  { id: "digital", texts: ["Seminar: Papierlos im Handwerk", "Dr. Anna Beispiel", "Digitalisierung"] },
  { id: "founding", texts: ["Erste Schritte in die Selbstständigkeit", "Max Muster", "Gründung"] },
  { id: "energy", texts: ["Seminar Energie sparen im Betrieb", "Eva Muster", "Energieeffizienz"] },
];
const index = indexOf(SEMINARS, "de");
const ids = (text: string): string[] => mentioned(index, text).map(({ id }) => id);

describe("mentioned", () => {
  it.each([
    ["Wann ist das Seminar mit Prof. Hogrebe?", "wifoe-4-0"],
    ["was macht der hogrebe da", "wifoe-4-0"],
    ["Hogrebbe", "wifoe-4-0"],
    ["wirtschaftsfoerderung 4.0", "wifoe-4-0"],
    ["gibt es was zu Digitalisierung im November", "digital"],
    ["Energiesparen", "energy"],
    ["das Gründungsseminar", "founding"],
    ["etwas fürs Handwerk", "digital"],
  ])("finds what is meant: %j is %s", (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it.each([
    "Wann ist das Seminar?",
    "Prof. Dr.",
    "",
    "😀",
    "Welche gibt es im Dezember?",
    "worum geht es im Workshop",
  ])("finds nothing in words that tell nothing: %j", (text) => {
    expect(ids(text)).toEqual([]);
  });

  it.each<["de" | "en", string, readonly string[]]>([
    ["de", "Wann ist die Anmeldung zum Workshop?", []],
    ["de", "Ich will mich vom Seminar abmelden", []],
    ["de", "Ich bin angemeldet", []],
    ["de", "Kann ich mich noch anmelden?", []],
    ["de", "Wie registriere ich mich?", []],
    ["de", "Wie lange läuft die Registrierung?", []],
    ["de", "Anmeldung zur Gründung", ["basics"]],
    ["de", "Ist Anna schon zum Umweltmanagement angemeldet?", ["eco"]],
    ["en", "How do I register?", []],
    ["en", "I am registered already", []],
    ["en", "please unregister me", []],
    ["en", "registering for the basics", ["basics"]],
  ])(
    "%s: takes the words for registering for no name, whatever the titles hold: %j",
    (language, text, named) => {
      const titles = {
        de: ["Gründung: von der Idee zur Anmeldung", "Registrierung im Umweltmanagement"],
        en: ["Start-up basics: from the idea to registration", "Registering for eco-management"],
      }[language];
      const of = indexOf(
        ["basics", "eco", "other"].map((id, at) => ({ id, texts: [titles[at] ?? "Digital im Handwerk"] })),
        language,
      );
      expect(mentioned(of, text).map(({ id }) => id)).toEqual(named);
    },
  );

  it("gives all that bear the same name, and scores best first", () => {
    const found = mentioned(index, "bei Muster");
    expect(found.map(({ id }) => id)).toEqual(["founding", "energy"]);
    expect(found[0]?.score).toBeGreaterThan(0);
  });

  it("finds nothing among nothing", () => {
    expect(mentioned(indexOf([], "de"), "Hogrebe")).toEqual([]);
  });

  it("finds the only one by any of its words", () => {
    expect(mentioned(indexOf(SEMINARS.slice(0, 1), "de"), "Hogrebe")).toHaveLength(1);
  });
});
