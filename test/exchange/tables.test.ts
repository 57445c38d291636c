import { describe, expect, it } from "vitest";
import { found, inShort, notes, workbook } from "./foreign.js";

// Tables after RFC 4180, "Common Format and MIME Type for Comma-Separated Values (CSV) Files".
describe("a table of questions and answers", () => {
  it.each([
    ["semicolons", "Kennung;Frage;Antwort\nparken;Wo kann ich parken?;Im Parkhaus.\n"],
    ["commas", '"id","question (de)","answer (de)"\n"parken","Wo kann ich parken?","Im Parkhaus."\n'],
    ["tabs", "ID\tFRAGE\tANTWORT\nparken\tWo kann ich parken?\tIm Parkhaus.\n"],
    ["a byte order mark", "\uFEFFid;Frage DE;Antwort_de\r\nparken;Wo kann ich parken?;Im Parkhaus.\r\n"],
    [
      "a line that names the separator",
      "sep=;\nIntent;Frage(n);Antwort:\nparken;Wo kann ich parken?;Im Parkhaus.\n",
    ],
    ["a heading above", "Unsere FAQ;;\n;;\nid;Fragen;Antworten\nparken;Wo kann ich parken?;Im Parkhaus.\n"],
  ])("is read with %s", async (_, text) => {
    expect(inShort(await found(text))).toEqual([
      { name: "parken", de: ["Wo kann ich parken?"], "answer.de.short": "Im Parkhaus." },
    ]);
  });

  it.each([
    [
      "Windows-1252",
      Buffer.from("id;Frage;Antwort\ntuer;Öffnet die Tür?;Für €5\n", "latin1"),
      "Windows-1252",
    ],
    [
      "UTF-16 LE",
      Buffer.from("\uFEFFid;Frage;Antwort\ntuer;Öffnet die Tür?;Für 5\n", "utf16le"),
      "UTF-16 LE",
    ],
    [
      "UTF-16 LE without a mark",
      Buffer.from("id;Frage;Antwort\ntuer;Öffnet die Tür?;Für 5\n", "utf16le"),
      "UTF-16 LE",
    ],
    [
      "UTF-16 BE",
      Buffer.from("\uFEFFid;Frage;Antwort\ntuer;Öffnet die Tür?;Für 5\n", "utf16le").swap16(),
      "UTF-16 BE",
    ],
  ])("is read in %s, and that is said", async (_, bytes, encoding) => {
    const result = await found(bytes);
    expect(inShort(result)).toMatchObject([{ de: ["Öffnet die Tür?"] }]);
    expect(result.told.join(" ")).toContain(encoding);
  });

  it("keeps line breaks, quotes and separators inside cells", async () => {
    const result = await found(
      'id;Frage;Antwort\nx;"Sagt man ""Gewerbeschein""; oder?";"Eins\r\n\r\nZwei"\n',
    );
    expect(inShort(result)).toEqual([
      { name: "x", de: ['Sagt man "Gewerbeschein"; oder?'], "answer.de.short": "Eins\n\nZwei" },
    ]);
  });

  it("adds the questions of rows with the same id to one intent, each column in its language", async () => {
    const result = await found(
      "id;Frage;Antwort;question\na;Erste Frage;Antwort;first one\na;Zweite Frage;;second one\n;Dritte Frage;;\nb;Andere;Andere Antwort;\n",
    );
    expect(inShort(result)).toMatchObject([
      { name: "a", de: ["Erste Frage", "Zweite Frage", "Dritte Frage"], en: ["first one", "second one"] },
      { name: "b", de: ["Andere"] },
    ]);
  });

  it("imports nothing of an id with two answers and names both rows", async () => {
    const result = await found("id;Frage;Antwort\na;Eins;Ja\nb;Gut;Gut\na;Zwei;Nein\n");
    expect(inShort(result)).toMatchObject([{ name: "b" }]);
    expect(notes(result, "conflict")).toEqual([
      'row 4, column C: "a" has two different texts for answer.de.short: "Ja" (row 2, column C) and "Nein" (row 4, column C). Nothing of it is imported; keep one of them, or give the rows different ids.',
    ]);
  });

  it("makes one intent of rows with the same answer where there is no id", async () => {
    const result = await found(
      "Frage,Antwort\nWo parken?,Im Parkhaus.\nParkplatz,Im Parkhaus.\nWann?,Morgens.\n",
    );
    expect(inShort(result)).toEqual([
      { name: "Wo parken?", de: ["Wo parken?", "Parkplatz"], "answer.de.short": "Im Parkhaus." },
      { name: "Wann?", de: ["Wann?"], "answer.de.short": "Morgens." },
    ]);
  });

  it("takes several questions of a cell apart, and several columns of questions", async () => {
    const result = await found(
      'Titel;Frage 1;Frage 2;Antwort\nParken;"- Wo?\n- Parkplatz";Parkhaus;Am Markt.\n',
    );
    expect(inShort(result)).toMatchObject([{ de: ["Wo?", "Parkplatz", "Parkhaus"], "title.de": "Parken" }]);
  });

  it("reads links, sources and days in the spellings of offices", async () => {
    const result = await found(
      "id;Frage;Antwort;Link;Quelle;geprüft am;Gültig bis\na;Wo?;Hier.;www.example.org/weg;§ 14 GewO, https://example.org/14;23.11.2026;46387\n",
    );
    expect(result.intents[0]).toMatchObject({
      links: [{ label: { de: "example.org" }, url: "https://www.example.org/weg" }],
      source: [{ title: "§ 14 GewO", url: "https://example.org/14" }],
      texts: { reviewedOn: { text: "2026-11-23" }, validUntil: { text: "2026-12-31" } },
    });
  });

  it("says which columns it took for what and which it did not read", async () => {
    const { told } = await found("Nr;Frage;Antwort\n1;Wo?;Hier.\n");
    expect(told.join("\n")).toContain('B = utterance (German), C = short (German); not read: A "Nr"');
  });

  it("takes a column's language from its header, then from --lang", async () => {
    const text = "id,question,answer en\na,Where?,Here.\n";
    expect(inShort(await found(text))).toMatchObject([{ de: ["Where?"], "answer.en.short": "Here." }]);
    expect(inShort(await found(text, { language: "en" }))).toMatchObject([{ de: [], en: ["Where?"] }]);
  });

  it("takes the apostrophe off again that keeps spreadsheets from computing", async () => {
    const result = await found("id;Frage;Antwort\na;'=SUMME(A1);'- eins\na;'s Geld?;\n");
    expect(inShort(result)).toMatchObject([{ de: ["=SUMME(A1)", "'s Geld?"], "answer.de.short": "- eins" }]);
  });
});

// Workbooks after ECMA-376, "Office Open XML File Formats", as an office program writes them.
describe("a workbook", () => {
  it("is read like a table, with days as days", async () => {
    const bytes = await workbook([
      ["id", "Frage", "Antwort", "geprüft am", "gültig bis"],
      [
        "parken",
        "Wo kann ich parken?",
        "Im <Parkhaus> & so",
        { value: new Date("2026-11-23"), type: Date, format: "dd.mm.yyyy" },
        46387,
      ],
    ]);
    const result = await found(bytes, { file: "faq.xlsx" });
    expect(result.format).toBe("xlsx");
    expect(inShort(result)).toEqual([
      {
        name: "parken",
        de: ["Wo kann ich parken?"],
        "answer.de.short": "Im <Parkhaus> & so",
        reviewedOn: "2026-11-23",
        validUntil: "2026-12-31",
      },
    ]);
  });
});
