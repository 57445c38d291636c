import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIXTURES, fixtureFiles, found, foundInFolder, inShort, notes, workbook, zipped } from "./foreign.js";

// fixtures/qna.tsv is written after "Importing from data sources" and "Format guidelines for custom question answering"
// of Microsoft's documentation: nine columns, line ends as \n, quotation marks not doubled.
describe("an export of QnA Maker or custom question answering", () => {
  const tsv = readFileSync(join(FIXTURES, "qna.tsv"));

  it("becomes an intent a QnaId, with Markdown for HTML and line ends for \\n", async () => {
    const result = await found(tsv, { file: "kb.tsv" });
    expect(result.format).toBe("qna");
    expect(inShort(result)).toEqual([
      {
        name: "Wann haben Sie geöffnet?",
        de: ["Wann haben Sie geöffnet?", "Öffnungszeiten"],
        "answer.de.short":
          "Wir sind montags bis freitags da.\n\n- vormittags 9 bis 12 Uhr\n- nachmittags nach **Vereinbarung**",
        topic: "founding",
      },
      {
        name: "Wo kann ich parken?",
        de: ["Wo kann ich parken?"],
        "answer.de.short":
          "Im **Parkhaus** am Markt.\n\nMehr auf [unserer Seite](https://example.org/parken).",
      },
      {
        name: '"Haus am Markt": wo ist das?',
        de: ['"Haus am Markt": wo ist das?'],
        "answer.de.short": "Markt 1",
      },
    ]);
    expect(result.intents[0]?.source).toEqual([
      { title: "Öffnungszeiten", url: "https://example.org/zeiten" },
    ]);
    expect(notes(result, "note").join("\n")).toMatch(/1 row with prompts/);
    expect(notes(result, "note").join("\n")).toMatch(/is a follow-up in a dialogue/);
  });

  it.each([
    ["<p>Eins</p><script>alert('x')</script><!-- nie <b>gezeigt</b> --><p>Zwei</p>", "Eins\n\nZwei"],
    ["<ol><li>Eins</li><li><em>Zwei </em>drei</li></ol>", "1. Eins\n2. *Zwei* drei"],
    ["<h2>Titel</h2>Zeile<br/>Zeile &uuml;&nbsp;&#8364;", "**Titel**\n\nZeile\nZeile ü €"],
    ['<a href="javascript:alert(1)">Klick</a> und [mehr](data:text/html,x)', "Klick und mehr"],
    ['<a href="tel:+49 221 1">Anruf</a>', "[Anruf](tel:+49%20221%201)"],
    ["Umsatz < 10 und > 5", "Umsatz < 10 und > 5"],
  ])("turns %s into Markdown", async (html, markdown) => {
    const result = await found(`Question\tAnswer\tSource\tMetadata\nA?\t${html}\tEditorial\t\n`, {
      file: "kb.tsv",
    });
    expect(result.intents[0]?.texts["answer.de.short"]?.text).toBe(markdown);
  });

  it("is recognised as a workbook and inside an archive, too", async () => {
    const rows = tsv
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    expect((await found(await workbook(rows), { file: "kb.xlsx" })).format).toBe("qna");
    const zip = zipped({ "Settings.tsv": "Key\tValue\nLanguage\tGerman\n", "kb.tsv": tsv });
    expect((await found(zip, { file: "kb.zip" })).intents).toHaveLength(3);
  });

  it("reports a QnaId with two answers with both rows", async () => {
    const text =
      "Question\tAnswer\tSource\tMetadata\tQnaId\nA?\tJa\tEditorial\t\t1\nB?\tNein\tEditorial\t\t1\n";
    const result = await found(text, { file: "kb.tsv" });
    expect(result.intents).toEqual([]);
    expect(notes(result, "conflict")[0]).toMatch(/^row 3, column B: .*\(row 2, column B\)/);
  });
});

// fixtures/rasa is written after "Training Data Format", "NLU Training Data", "Responses" and "Rules" of Rasa's
// documentation, version 3.1.
describe("the training data of Rasa", () => {
  const expected = [
    {
      name: "opening_hours",
      de: [
        "Wann haben Sie geöffnet?",
        "Öffnungszeiten am Freitag",
        "Haben Sie am Samstag offen?",
        "Bis wann ist heute jemand da?",
        "Kann ich mittags kommen?",
      ],
      "answer.de.short": "Montags bis freitags von 9 bis 12 Uhr, {name}.",
    },
    {
      name: "parking",
      de: ["Wo kann ich parken?", "Gibt es einen Parkplatz?"],
      "answer.de.short": "Im Parkhaus am Markt.",
    },
    {
      name: "fees",
      de: ["Was kostet die Beratung?", "Ist die Beratung kostenlos?"],
      "answer.de.short": "Die Beratung ist kostenlos.",
    },
  ];

  it("is read from a folder and from an archive, entities reduced to their text", async () => {
    const files = fixtureFiles("rasa");
    const folder = await foundInFolder({
      ...files,
      "endpoints.yml": "action_endpoint: &a {url: x}\nb: *a\n",
    });
    expect(inShort(folder)).toEqual(expected);
    const data = Object.fromEntries(Object.entries(files).map(([name, text]) => [`bot/data/${name}`, text]));
    expect(inShort(await found(zipped(data), { file: "bot.zip" }))).toEqual(expected);
  });

  it("says what is passed over and where", async () => {
    const result = await foundInFolder(fixtureFiles("rasa"));
    const told = notes(result, "note").join("\n");
    for (const what of [
      "1 synonym is",
      "1 lookup table is",
      "1 regular expression is",
      '"utter_faq/parking" has buttons',
      '"utter_opening_hours" has 2 variants',
    ])
      expect(told).toContain(what);
    expect(result.intents[0]?.utterances.de[1]).toMatchObject({ at: "nlu.yml, line 7" });
  });

  it("is read where the lines of a quoted text begin further left than YAML 1.2 allows", async () => {
    const text =
      'nlu:\n- intent: hi\n  examples: |\n    - Hallo\nresponses:\n  utter_hi:\n  - text: "Guten\n    Tag, \\"Sie\\"\n  da"\n  utter_bye:\n  - text: Ade\n';
    expect(inShort(await found(text, { file: "nlu.yml" }))).toEqual([
      { name: "hi", de: ["Hallo"], "answer.de.short": 'Guten Tag, "Sie" da' },
    ]);
  });

  it("is read from one file with responses in it", async () => {
    const text =
      'version: "3.1"\nnlu:\n- intent: hi\n  examples: |\n    - Hallo\nresponses:\n  utter_hi:\n  - text: Guten Tag\n';
    expect(inShort(await found(text, { file: "nlu.yml" }))).toEqual([
      { name: "hi", de: ["Hallo"], "answer.de.short": "Guten Tag" },
    ]);
  });

  it.each([
    [
      "an alias",
      "nlu:\n- intent: a\n  examples: &e |\n    - Hallo\n- intent: b\n  examples: *e\n",
      /nlu.yml, line \d+, column \d+: .*not allowed/,
    ],
    ["a tag", "nlu: !!python/object:os.system\n- intent: a\n", /nlu.yml, line \d+, column \d+: the tag/],
    [
      "broken YAML",
      "nlu:\n- intent: a\n   examples: |\n  - x: [\n",
      /nlu.yml, line \d+, column \d+: this is no valid YAML/,
    ],
    ["a million brackets", `nlu: ${"[".repeat(1_000_000)}`, /nlu.yml: brackets are nested deeper/],
    ["no intents", "nlu:\n- synonym: a\n  examples: |\n    - b\n", /there are no intents with examples/],
  ])("is refused with %s", async (_, text, message) => {
    await expect(found(text, { file: "nlu.yml" })).rejects.toThrow(message);
  });
});

// fixtures/dialogflow is written after "Export, import and restore agents" and the resource Intent of the Dialogflow ES
// documentation.
describe("the export of a Dialogflow ES agent", () => {
  it("joins the parts of phrases and takes text responses of each language", async () => {
    const result = await found(zipped(fixtureFiles("dialogflow")), { file: "agent.zip" });
    expect(result.format).toBe("dialogflow");
    expect(inShort(result)).toEqual([
      {
        name: "Öffnungszeiten",
        de: ["Haben Sie am Samstag offen?", "Öffnungszeiten"],
        en: ["opening hours"],
        "answer.de.short": "Wir sind vormittags da.",
        "answer.en.short": "We are open in the morning.",
      },
    ]);
    const told = notes(result, "note").join("\n");
    expect(told).toContain('"Default Fallback Intent" is the fallback');
    expect(told).toContain("other languages than German and English are left out: fr");
    expect(told).toContain("only its text is imported");
  });

  it("is refused where a file of it is no JSON, naming that file", async () => {
    const files = { ...fixtureFiles("dialogflow"), "intents/x.json": '{"name": ' };
    await expect(found(zipped(files), { file: "agent.zip" })).rejects.toThrow(
      "agent.zip/intents/x.json, line 1: this is no valid JSON",
    );
  });
});
