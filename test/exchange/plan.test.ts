import { describe, expect, it } from "vitest";
import { applyPlan } from "../../src/exchange/apply.js";
import type { Plan } from "../../src/exchange/plan.js";
import { previewOf } from "../../src/exchange/preview.js";
import { assembled, FILES, type Files, intent } from "../knowledge/fixture.js";
import { fixtureFiles, found, foundInFolder, notes, planned } from "./foreign.js";

const TABLE = "id;Thema;Frage;Antwort\n";

/** The files as they are after an import, with what `check` says of them. */
function applied(plan: Plan, files: Files = FILES): { files: Files; changed: string[] } {
  const changes = applyPlan(plan, new Map(Object.entries(files)));
  const after = { ...files, ...Object.fromEntries(changes.map(({ name, text }) => [name, text])) };
  const errors = assembled(after).knowledge.problems.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  return { files: after, changed: changes.map(({ name }) => name) };
}

describe("an import", () => {
  it("adds a complete intent, which is live at once", async () => {
    const questions = ["Wie schließe ich?", "Laden zu", "Betrieb beenden", "aufhören", "Wann ist Schluss?"];
    const rows = questions.map((question) => `betrieb-beenden;Gründung;${question};;;;\n`).join("");
    const table = `id;Thema;Frage;Antwort;Titel;Stand;verantwortlich\nbetrieb-beenden;;;So.;Beenden;23.11.2026;desk\n${rows}`;
    const { files, changed } = applied(planned(await found(table)));
    expect(changed).toEqual(["faq/founding.yaml"]);
    const added = assembled(files).knowledge.intents.get("betrieb-beenden");
    expect(added).toMatchObject({ topic: "founding", title: { de: "Beenden" }, reviewedOn: "2026-11-23" });
    expect(added?.utterances.de).toEqual(questions);
  });

  it("makes a draft of what is not complete, and says what it lacks", async () => {
    const plan = planned(await found(`${TABLE}parken;Gründung;Wo kann ich parken?;Im Parkhaus.\n`));
    expect(previewOf(plan)).toContain("+ parken in faq/founding.yaml (row 2): Parken");
    expect(previewOf(plan)).toContain(
      "draft, not live yet: it lacks a German title, 5 German utterances (it has 1), a review date, an owner",
    );
    const { files } = applied(plan);
    expect(files["faq/founding.yaml"]?.slice(FILES["faq/founding.yaml"]?.length)).toBe(`
- id: parken
  draft: true
  title:
    de: Parken
  utterances:
    de:
      - Wo kann ich parken?
  answer:
    de:
      short: Im Parkhaus.
  owner: desk
`);
    expect(assembled(files).knowledge.intents.has("parken")).toBe(false);
  });

  it("puts what has no topic of ours into a file of its own, or under --topic", async () => {
    const table = `${TABLE}parken;Verkehr;Wo kann ich parken?;Im Parkhaus.\n`;
    const plan = planned(await found(table));
    expect(applied(plan).changed).toEqual(["faq/imported.yaml"]);
    expect(notes(plan, "note")[0]).toMatch(/^row 2, column B: There is no topic "Verkehr"/);
    expect(applied(planned(await found(table), { topic: "founding" })).changed).toEqual([
      "faq/founding.yaml",
    ]);
  });

  it("changes only the lines that say something else, and shows old and new", async () => {
    const plan = planned(await found(`${TABLE}register;;Laden anmelden;Neue Antwort.\n`));
    expect(previewOf(plan)).toContain(`~ register in faq/founding.yaml (row 2)
      - answer.de.short: Antwort register.
      + answer.de.short: Neue Antwort.
      + 1 German utterance: "Laden anmelden"`);
    const before = (FILES["faq/founding.yaml"] ?? "").split("\n");
    const after = (applied(plan).files["faq/founding.yaml"] ?? "").split("\n");
    expect(after.filter((line) => !before.includes(line))).toEqual([
      expect.stringContaining('"Laden anmelden"'.replaceAll('"', "")),
      expect.stringContaining("Neue Antwort."),
    ]);
    expect(after.length).toBe(before.length);
    expect(notes(plan, "note").join()).toContain("its review date does not");
  });

  it("knows an intent by its title, and by its id in another spelling", async () => {
    const plan = planned(await found(`${TABLE}Titel register;;Erste neue;\nCLOSE;;Zweite neue;\n`));
    expect(plan.intents.map(({ id, kind }) => [id, kind])).toEqual([
      ["register", "changed"],
      ["close", "changed"],
    ]);
  });

  it("makes valid ids and says what it renamed", async () => {
    const plan = planned(await found(`${TABLE}FAQ Öffnungs_Zeiten!;;Wann?;Früh.\n`));
    expect(plan.intents[0]?.id).toBe("faq-oeffnungs-zeiten");
    expect(previewOf(plan)).toContain(
      '+ faq-oeffnungs-zeiten in faq/imported.yaml (row 2, there "FAQ Öffnungs_Zeiten!")',
    );
  });

  it("leaves sentences out that another intent or what is not ours has, and names the line", async () => {
    const plan = planned(
      await found(
        `${TABLE}neu;;FRAGE 1 register;Antwort.\nneu;;ich brauche einen neuen pass!;\nneu;;Etwas anderes;\n`,
      ),
    );
    expect(notes(plan, "conflict")).toEqual([
      'row 2, column C: "FRAGE 1 register" is a sentence of "register" (intents/faq/founding.yaml:4); it is left out of "neu". Keep it where it belongs more.',
      'row 3, column C: "ich brauche einen neuen pass!" is a sentence of the out-of-scope kind "citizens" (intents/out-of-scope.yaml:3); it is left out of "neu". Keep it where it belongs more.',
    ]);
    expect(plan.intents[0]).toMatchObject({ entry: { utterances: { de: ["Etwas anderes"] } } });
  });

  it("leaves a sentence out that the file itself gives to two intents", async () => {
    const plan = planned(await found(`${TABLE}a;;Wo geht das?;Hier.\nb;;wo geht das;Dort.\n`));
    expect(notes(plan, "conflict")[0]).toContain('is a sentence of "a" (row 2, column C)');
  });

  it("notes sentences that differ from another intent's by a word", async () => {
    const long = {
      "faq/founding.yaml": `${FILES["faq/founding.yaml"]}${intent("permit").replace("frage 0 permit", "Brauche ich für meinen Imbiss eine Genehmigung?")}`,
    };
    const plan = planned(
      await found(`${TABLE}neu;;Brauche ich für meinen neuen Imbiss eine Genehmigung?;Ja.\n`),
      {
        files: { ...FILES, ...long },
      },
    );
    expect(notes(plan, "note").join()).toMatch(
      /reads much like "Brauche ich für meinen Imbiss .* of "permit"/,
    );
    expect(plan.intents[0]).toMatchObject({ entry: { utterances: { de: { length: 1 } } } });
  });

  it("keeps braces that it does not know in a draft, and out of what is live", async () => {
    const rasa = planned(await foundInFolder(fixtureFiles("rasa")), { topic: "founding" });
    expect(rasa.intents[0]).toMatchObject({
      id: "opening-hours",
      lacks: expect.arrayContaining(["values for {name}"]),
    });
    expect(applied(rasa).files["faq/founding.yaml"]).toContain("9 bis 12 Uhr, {name}.");
    const live = planned(await found(`${TABLE}register;;;Hallo {name}, {office.name}.\n`));
    expect(live.intents).toEqual([]);
    expect(notes(live, "conflict")[0]).toMatch(/^row 2, column D: \{name\} has no value in this desk/);
  });

  it("leaves names out that nothing in intents/ has", async () => {
    const table =
      "id;Frage;Antwort;zuständig;Formular;verwandt\nneu;Neu?;Ja.;Gewerbeamt;bestellung;register, weg\n";
    const plan = planned(await found(table));
    expect(plan.intents[0]).toMatchObject({ entry: { responsible: "trade-office", related: ["register"] } });
    expect(notes(plan, "note").join("\n")).toMatch(/no form "bestellung".*\n.*no intent "weg"/);
  });

  it("leaves all that is there as it is with --new-only", async () => {
    const plan = planned(await found(`${TABLE}register;;Neu?;Anders.\nneu;;Ganz neu?;Ja.\n`), {
      newOnly: true,
    });
    expect(plan.intents.map(({ id }) => id)).toEqual(["neu"]);
  });

  it("changes nothing when it is done twice", async () => {
    const first = await foundInFolder(fixtureFiles("rasa"));
    const { files } = applied(planned(first, { topic: "founding" }));
    const again = planned(first, { topic: "founding", files });
    expect(again.intents).toEqual([]);
    expect(previewOf(again)).toContain("Nothing would change: 3 intents of 3 are as the file says.");
  });

  it("keeps an English answer without a German one in a draft", async () => {
    const plan = planned(await found("id;question en;answer en\nhello;Where is it?;Here.\n"));
    expect(plan.intents[0]).toMatchObject({
      entry: {
        draft: true,
        answer: { en: { short: "Here." } },
        utterances: { de: [], en: ["Where is it?"] },
      },
    });
    applied(plan);
  });
});
