import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { assembled, FILES, type Files, told } from "./fixture.js";

const seams = (from: string, to: string): Files => ({
  ...FILES,
  "seams.yaml": FILES["seams.yaml"]?.replace(from, to) ?? "",
});

describe("a seam", () => {
  it("is read with all that it says", () => {
    const { knowledge } = assembled(FILES);
    expect(knowledge.seams.get("registration")).toMatchObject({
      title: { de: "Gewerbeanmeldung", en: "Trade registration" },
      names: { de: ["Gewerbeschein"], en: ["trade licence"] },
      intents: ["register"],
      department: "trade-office",
      partners: [],
      goesIn: { de: ["Ausweis"], en: ["Passport"] },
      usualTime: { de: "Binnen drei Tagen (§ 15 GewO)." },
      at: { file: "intents/seams.yaml", line: 1, column: 3 },
    });
  });

  it.each([
    [
      "intent",
      "intents: [register]",
      "intents: [registre]",
      'intents/seams.yaml:4:13 – there is no intent "registre". Did you mean "register"?',
    ],
    [
      "partner",
      "department: trade-office",
      "department: trade-office\n  partners: [trade-ofice]",
      'intents/seams.yaml:6:14 – there is no partner "trade-ofice"; it is left out. Did you mean "trade-office"?',
    ],
    [
      "English title",
      ", en: Trade registration",
      "",
      'intents/seams.yaml:2:10 – "registration" is not all in English; German stands in for it. Translate it.',
    ],
    [
      "source of its time",
      /source: .*/.exec(FILES["seams.yaml"] ?? "")?.[0] ?? "",
      "source: []",
      'intents/seams.yaml:8:14 – the usual time of "registration" has no source. Add a source, or write null: not stated.',
    ],
  ])("without its %s is used all the same, and staff are told", (_, from, to, message) => {
    const loaded = assembled(seams(from, to));
    expect(told(loaded)).toEqual([message]);
    expect(loaded.knowledge.seams.get("registration")?.partners).toEqual([]);
    expect(loaded.setAside).toEqual([]);
  });

  it("whose department is not there is set aside, or keeps its last good version", () => {
    const broken = seams("department: trade-office", "department: trade-ofice");
    const cold = assembled(broken);
    expect(told(cold)).toEqual([
      'intents/seams.yaml:5:15 – there is no partner "trade-ofice". Did you mean "trade-office"?',
    ]);
    expect(cold.setAside).toEqual(["seam registration"]);
    const good = assembled(FILES).knowledge;
    const warm = assembled(broken, good);
    expect(warm.kept).toEqual(["seam registration"]);
    expect(warm.knowledge.seams).toEqual(good.seams);
  });

  it("may not hold variables, which nothing fills", () => {
    expect(told(assembled(seams("de: [Ausweis]", 'de: ["{office.name}"]')))).toEqual([
      expect.stringMatching(
        /^intents\/seams\.yaml:6:18 – "goesIn\.de" has braces, .* Write the words themselves\.$/,
      ),
    ]);
  });
});

describe("the seams that the desk ships with", () => {
  const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../../intents"), {
    createdOn: "2026-11-23",
  });
  const all = [...knowledge.seams.values()];

  it("are in order", () => {
    expect(knowledge.problems.filter(({ file }) => file.endsWith("seams.yaml"))).toEqual([]);
    expect(all.length).toBeGreaterThan(25);
  });

  it("state a time only with the law or the date on which it rests", () => {
    const stated = all.flatMap(({ usualTime }) => (usualTime ? Object.values(usualTime) : []));
    expect(stated.length).toBeGreaterThan(0);
    for (const sentence of stated)
      expect(sentence).toMatch(/\((?:§|section|Art\.|VO|Regulation|Stand|as of)/);
  });

  it("are said in both languages, and named by words that belong to one of them alone", () => {
    for (const seam of all) {
      expect(seam.title.de).not.toBe(seam.title.en);
      expect(seam.comesOut.de).not.toBe(seam.comesOut.en);
      expect(seam.goesIn.de).toHaveLength(seam.goesIn.en.length);
    }
    for (const language of ["de", "en"] as const) {
      const names = all.flatMap((seam) => seam.names[language].map((name) => name.toLowerCase()));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it("have a responsible office for every topic that guests have procedures in", () => {
    const topics = new Set(
      all.flatMap(({ intents }) => intents.map((id) => knowledge.intents.get(id)?.topic)),
    );
    expect([...topics].sort()).toEqual(
      knowledge.topics
        .map(({ id }) => id)
        .filter((id) => !["office-contact", "statistics-location"].includes(id))
        .sort(),
    );
  });
});

describe("the partners that the desk ships with", () => {
  const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../../intents"), {
    createdOn: "2026-11-23",
  });

  it("are of all kinds, and name no phone number that nobody has given", () => {
    const kinds = new Set([...knowledge.partners.values()].map(({ kind }) => kind));
    expect(kinds.size).toBe(15);
    for (const { values } of knowledge.partners.values()) expect(values["phone"]).toBeUndefined();
  });

  it("are complained about only for being invented, once", () => {
    const own = knowledge.problems.filter(({ file }) => file.endsWith("partners.yaml"));
    expect(own.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^these values are those of an invented town/),
    ]);
  });
});
