import { describe, expect, it } from "vitest";
import type { Knowledge, Seam } from "../../src/knowledge/model.js";
import { parse } from "../../src/text/index.js";
import { blankPartner, blankSeam } from "../blank-entries.js";
import { decided, intent, knowledge, linksOf, NOW, pressed, question, said, type Told } from "./fixture.js";

const both = (word: string) => ({ de: word, en: `${word} (en)` });
const partner = (id: string, name: string) => ({ ...blankPartner, id, name: both(name) });
const seam = (id: string, some: Partial<Seam>): Seam => ({
  ...blankSeam,
  id,
  title: both(`Titel ${id}`),
  ...some,
});

const text = (words: string) => ({ short: parse(words), more: parse("Mehr dazu.") });
const answer = (words: string) => ({ de: text(words), en: text(words) });

const withSeams: Knowledge = {
  ...knowledge,
  partners: new Map(
    [
      partner("building-office", "Bauamt"),
      partner("planning-office", "Planungsamt"),
      partner("trade-office", "Gewerbeamt"),
    ].map((one) => [one.id, one]),
  ),
  intents: new Map(
    [
      intent("permit", {
        responsible: "building-office",
        answer: answer("Fragen Sie: {building-office.name}."),
      }),
      intent("contact"),
      intent("trade", { responsible: "trade-office", answer: answer("Beim Amt melden.") }),
    ].map((one) => [one.id, one]),
  ),
  seams: new Map(
    [
      seam("building-permit", { intents: ["permit"], department: "building-office" }),
      seam("change-of-use", {
        intents: ["permit"],
        department: "building-office",
        partners: ["planning-office", "trade-office"],
      }),
      seam("registration", {
        intents: ["trade"],
        department: "trade-office",
        usualTime: both("Binnen drei Tagen (§ 15 GewO)."),
        goesIn: { de: ["Personalausweis", "Registerauszug"], en: ["passport", "register extract"] },
        comesOut: both("Bescheinigung"),
      }),
    ].map((one) => [one.id, one]),
  ),
};

const values = {
  "building-office.name": "Bauamt",
  "building-office.link": "https://stadt.example/bauamt",
  "trade-office.link": "https://stadt.example/gewerbeamt",
};

const asked = (id: string, words: string, more: Partial<Told> = {}) =>
  decided({
    text: words,
    questions: [question(id, "sure", [], words)],
    knowledge: withSeams,
    values,
    named: {
      nutzungsänderung: ["change-of-use", 1],
      gewerbesteuer: ["registration", 0.6],
      gewerbeschein: ["registration", 1],
    },
    ...more,
  });

describe("who is responsible", () => {
  it("leads the answer with the department and who takes part, of the procedure that is named", () => {
    const decision = asked("permit", "Wer ist für die Nutzungsänderung zuständig?");
    expect(said(decision)[0]).toBe(
      "Zuständig: Bauamt (Titel change-of-use)\n\nBeteiligt: Planungsamt, Gewerbeamt\n\nFragen Sie: Bauamt.",
    );
    expect(linksOf(decision)).toEqual({ "Zuständig: Bauamt": "https://stadt.example/bauamt" });
    expect(decision.log).toMatchObject({
      answered: ["permit"],
      reasons: ["understood as permit", "responsible from the seam change-of-use"],
    });
  });

  it("is that of the intent, under its title, where no procedure is named", () => {
    expect(said(asked("permit", "Wer genehmigt das?"))[0]).toBe(
      "Zuständig: Bauamt (Titel permit)\n\nFragen Sie: Bauamt.",
    );
  });

  it("is not guessed where the usual procedure has another department than the answer", () => {
    const intents = new Map(withSeams.intents);
    intents.set("permit", intent("permit", { responsible: "planning-office" }));
    const decision = asked("permit", "Wer genehmigt das?", { knowledge: { ...withSeams, intents } });
    expect(said(decision)[0]).toBe("Antwort permit\n\nZuständig: Planungsamt");
  });

  it("is told of a general question by what it names, alone", () => {
    const decision = asked("contact", "Wer macht bei euch den Gewerbeschein?");
    expect(said(decision)[0]).toBe("Zuständig: Gewerbeamt (Titel registration)\n\nAntwort contact");
    expect(linksOf(decision)).toEqual({ "Zuständig: Gewerbeamt": "https://stadt.example/gewerbeamt" });
  });

  it.each([
    ["a part of a longer word", "Wer ist für Gewerbesteuer zuständig?"],
    ["nothing", "Wer ist zuständig?"],
    ["two procedures alike", "Wer ist für Nutzungsänderung und Gewerbeschein zuständig?"],
  ])("is not told of a general question that names %s", (_, words) => {
    expect(said(asked("contact", words))[0]).toBe("Antwort contact");
  });

  it("follows what was named before: and who does that?", () => {
    const state = {
      topic: {
        intents: ["permit"],
        question: "Wie läuft eine Nutzungsänderung?",
        at: new Date(NOW).toISOString(),
        turns: 0,
      },
    };
    expect(said(asked("permit", "Und wer ist da zuständig?", { state }))[0]).toContain(
      "(Titel change-of-use)",
    );
  });

  it("is found again by a button, from the question it was asked for", () => {
    const decision = pressed(
      { does: "ask", intent: "permit", question: "wer macht die nutzungsänderung?" },
      { knowledge: withSeams, values, named: { nutzungsänderung: ["change-of-use", 1] } },
    );
    expect(said(decision)[0]).toContain("(Titel change-of-use)");
  });

  it("is said in English in English", () => {
    const decision = asked("trade", "Who is responsible for the Gewerbeschein?", { language: "en" });
    expect(said(decision).at(-1)).toContain("Zuständig: Gewerbeamt (en) (Titel registration (en))");
  });
});

describe("how long it takes", () => {
  it("leads the answer with the usual time where it is stated", () => {
    expect(said(asked("trade", "Wie lange dauert der Gewerbeschein?"))[0]).toMatch(
      /^Titel registration: Binnen drei Tagen \(§ 15 GewO\)\.\n\n/,
    );
  });

  it("is said not to be known where it is not stated, with whom to ask", () => {
    expect(said(asked("permit", "Wie lange dauert eine Nutzungsänderung?"))[0]).toBe(
      "Titel change-of-use: unbekannt, fragen Sie: Bauamt\n\nFragen Sie: Bauamt.",
    );
  });

  it("leads nothing when something else is asked, or the answer is no longer given", () => {
    expect(said(asked("permit", "Wie lange gilt eine Baugenehmigung?"))[0]).toBe("Fragen Sie: Bauamt.");
    const intents = new Map(withSeams.intents);
    intents.set("trade", intent("trade", { validUntil: "2026-11-22" }));
    const decision = asked("trade", "Wie lange dauert der Gewerbeschein?", {
      knowledge: { ...withSeams, intents },
    });
    expect(said(decision)).toEqual(["«answer.expired»"]);
  });
});

describe("what one needs", () => {
  it("leads the answer where it does not say so itself", () => {
    expect(said(asked("trade", "Was brauche ich für den Gewerbeschein?"))[0]).toBe(
      "Titel registration braucht:\n\n• Personalausweis\n• Registerauszug\n\nErgebnis: Bescheinigung\n\nBeim Amt melden.",
    );
  });

  it("is left to an answer that says most of it", () => {
    const intents = new Map(withSeams.intents);
    intents.set("trade", intent("trade", { answer: answer("Mit Personalausweis und Registerauszügen.") }));
    const decision = asked("trade", "Was brauche ich?", { knowledge: { ...withSeams, intents } });
    expect(said(decision)[0]).toBe("Mit Personalausweis und Registerauszügen.");
  });
});

describe("an answer that does not name who is responsible", () => {
  const told = (
    words: string,
    some: Partial<Parameters<typeof intent>[1]> = {},
    more: Partial<Told> = {},
  ) => {
    const intents = new Map(withSeams.intents);
    intents.set("trade", intent("trade", { responsible: "trade-office", answer: answer(words), ...some }));
    return asked("trade", "Wie geht das?", { knowledge: { ...withSeams, intents }, ...more });
  };

  it("has the link to them first, before its own links, and the same page once", () => {
    const decision = told("Beim Amt.", {
      links: [
        { label: both("Formular"), url: "https://stadt.example/formular" },
        { label: both("Amt"), url: "{trade-office.link}" },
      ],
      source: [{ title: "§ 14 GewO", url: "https://www.gesetze-im-internet.de/gewo/__14.html" }],
    });
    expect(said(decision)[0]).toBe("Beim Amt.");
    expect(Object.keys(linksOf(decision))).toEqual([
      "Zuständig: Gewerbeamt",
      "Formular",
      expect.stringContaining("§ 14 GewO"),
    ]);
  });

  it("names them in words where they have no page", () => {
    const decision = told("Beim Amt.", {}, { values: {} });
    expect(said(decision)[0]).toBe("Beim Amt.\n\nZuständig: Gewerbeamt");
    expect(linksOf(decision)).toEqual({});
  });

  it.each([
    ["in the text", "[Hier]({trade-office.link}) melden.", {}],
    ["as a source", "Hier melden.", { source: [{ title: "Amt", url: "https://stadt.example/gewerbeamt" }] }],
  ])("names them in words where their page is linked %s", (_, words, some) => {
    const decision = told(words, some);
    expect(said(decision)[0]).toMatch(/\n\nZuständig: Gewerbeamt$/);
    expect(Object.keys(linksOf(decision))).not.toContain("Zuständig: Gewerbeamt");
  });

  it("says nothing more where the text names them, or nobody is responsible", () => {
    for (const decision of [
      told("Beim {trade-office.name}.", {}, { values: { "trade-office.name": "Gewerbeamt" } }),
      told("Beim Amt.", { responsible: null }),
    ]) {
      expect(said(decision)[0]).not.toContain("Zuständig:");
      expect(linksOf(decision)).toEqual({});
    }
  });

  it("names them behind More and past its date as well", () => {
    const more = pressed({ does: "more", intent: "trade" }, { knowledge: withSeams, values });
    expect(linksOf(more)).toEqual({ "Zuständig: Gewerbeamt": "https://stadt.example/gewerbeamt" });
    expect(linksOf(told("Alt.", { validUntil: "2026-11-22" }))).toEqual({
      "Zuständig: Gewerbeamt": "https://stadt.example/gewerbeamt",
    });
  });
});
