import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { applyPlan } from "../../src/exchange/apply.js";
import { unpack } from "../../src/exchange/archive.js";
import { LARGEST_FILE, LONGEST_CELL } from "../../src/exchange/limits.js";
import { cell, found, notes, planned, workbook, workbookParts, zipped } from "./foreign.js";

const HEADER = `<row r="1">${cell("A1", "id")}${cell("B1", "Frage")}${cell("C1", "Antwort")}</row>`;
const ROW = `<row r="2">${cell("A2", "a")}${cell("B2", "Wo?")}${cell("C2", "Hier.")}</row>`;

describe("a broken table is refused with row and column:", () => {
  it.each([
    [
      "an unclosed quotation mark",
      'id;Frage;Antwort\na;Wo?;Hier.\nb;"Wann?;Jetzt.\nc;Wer?;Wir.\n',
      "faq.csv, row 3, column B: a quotation mark is opened here and never closed (the row begins in line 3",
    ],
    [
      "an unclosed one after a cell of several lines",
      'id;Frage;Antwort\na;"Wo\n?";Hier.\n\nb;Wann?;"Jetzt.\n',
      "row 4, column C: a quotation mark is opened here and never closed (the row begins in line 5",
    ],
    [
      "a quotation mark in a cell",
      'id;Frage;Antwort\na;Was ist "KMU"?;Klein.\n',
      "row 2, column B: there is a quotation mark in the middle of a cell",
    ],
    [
      "columns that are missing",
      "Name;Telefon\nx;1\n",
      'row 1: columns are missing. Found: A "Name", B "Telefon". Needed are',
    ],
    ["nothing but a header of other things", "a\n", "columns are missing"],
    ["a NUL character", "id;Frage;Antwort\na;W\u0000o?;Hier.\n", "line 2: there is a NUL character in it"],
    [
      "a cell that is too long",
      `id;Frage;Antwort\na;Wo?;${"x".repeat(LONGEST_CELL + 1)}\n`,
      "row 2, column C: this cell has 32768 characters",
    ],
    ["nothing at all", "", "faq.csv: the file is empty"],
    ["JSON that is no export", '{"intents": []}', "this JSON is no export of this desk"],
    ["JSON that breaks off", '{\n"format":', "line 2: this is no valid JSON"],
    ["a PDF", "%PDF-1.7", "this is a PDF"],
  ])("%s", async (_, text, message) => {
    await expect(found(text)).rejects.toThrow(message);
  });

  it("what is no day, too long a question: all are told, each with its cell", async () => {
    const result = await found(
      `id;Frage;Antwort;Stand\na;Wo?;Hier.;31.02.2026\nb;${"x ".repeat(600)};Da.;heute\n`,
    );
    expect(notes(result, "error")).toEqual([
      'row 2, column D: "31.02.2026" is no day for reviewedOn. Write it as 2026-11-23 or 23.11.2026.',
      "row 3, column B: this question has 1199 characters, 1000 are the most. Shorten it.",
      'row 3, column D: "heute" is no day for reviewedOn. Write it as 2026-11-23 or 23.11.2026.',
    ]);
  });

  it("a million empty rows cost nothing", async () => {
    const text = `id;Frage;Antwort\na;Wo?;Hier.\n${";;\n".repeat(20_000)}b;Wann?;Jetzt.\n${";;\n".repeat(1_000_000)}`;
    const result = await found(text);
    expect(result.intents.map(({ name, at }) => [name, at])).toEqual([
      ["a", "row 2"],
      ["b", "row 20003"],
    ]);
  });

  it("a table that goes on without end is not read to its end", async () => {
    const text = `id;Frage;Antwort\n${"\n".repeat(200_000)}a;Wo?;Hier.\n`;
    await expect(found(text)).rejects.toThrow("row 200002: a table may have 200000 rows");
  });
});

describe("a workbook", () => {
  it("with formulas is read with the values stored beside them, and their cells are named", async () => {
    const bytes = workbookParts(
      `${HEADER}<row r="2">${cell("A2", "a")}${cell("B2", "Wo?")}<c r="C2" t="str"><f>"Hi"&amp;"er."</f><v>Hier.</v></c></row>`,
    );
    const result = await found(bytes, { file: "faq.xlsx" });
    expect(result.intents[0]?.texts["answer.de.short"]?.text).toBe("Hier.");
    expect(result.told.join(" ")).toContain(
      "There are formulas in row 2, column C: the values that were stored",
    );
  });

  it.each([
    [
      "without a stored value",
      "<f>SUM(A1)</f>",
      "row 2, column C: this cell is a formula without a stored result",
    ],
    [
      "that failed",
      "<f>A1/0</f><v>#DIV/0!</v>",
      "row 2, column C: this cell is a formula that failed (#DIV/0!)",
    ],
  ])("with a formula %s is refused with its cell", async (_, inside, message) => {
    const bytes = workbookParts(
      `${HEADER}<row r="2">${cell("A2", "a")}${cell("B2", "Wo?")}<c r="C2" t="str">${inside}</c></row>`,
    );
    await expect(found(bytes, { file: "faq.xlsx" })).rejects.toThrow(message);
  });

  it.each([
    [
      "that carries macros",
      workbookParts(HEADER + ROW, { "xl/vbaProject.bin": "x" }),
      "faq.xlsx",
      "carries macros",
    ],
    ["with macros in its name", workbookParts(HEADER + ROW), "faq.xlsm", "a workbook with macros"],
    [
      "of an old Excel",
      Buffer.from("d0cf11e0a1b11ae100000000", "hex"),
      "faq.xls",
      "(.xls). Open it and save it as .xlsx.",
    ],
    [
      "with a password",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "faq.xlsx",
      "protected by a password",
    ],
    [
      "with a document type",
      workbookParts(`<!DOCTYPE x [<!ENTITY a "b">]>${HEADER}`),
      "faq.xlsx",
      "this part of the spreadsheet is damaged",
    ],
    [
      "that is damaged",
      workbookParts(`${HEADER}<row r="2"><c`),
      "faq.xlsx",
      'faq.xlsx (sheet "FAQ"), line 1: this part of the spreadsheet is damaged',
    ],
    [
      "with a column far to the right",
      workbookParts(`${HEADER}<row r="2">${cell("XFD2", "x")}</row>`),
      "faq.xlsx",
      "row 2, column XFD: only the first 500 columns",
    ],
    ["that is none", zipped({ "readme.txt": "x" }), "faq.xlsx", "nothing of a known bot is in it"],
    [
      "that is no archive",
      Buffer.from("PK\u0003\u0004 and then nothing", "latin1"),
      "faq.xlsx",
      "this archive cannot be unpacked",
    ],
  ])("%s is refused with advice", async (_, bytes, file, message) => {
    await expect(found(bytes, { file })).rejects.toThrow(message);
  });

  it("with a cell in its last row is read without the million rows before it", async () => {
    const last = `<row r="1048576">${cell("A1048576", "b")}${cell("B1048576", "Wann?")}${cell("C1048576", "Jetzt.")}</row>`;
    const result = await found(workbookParts(`${HEADER}${ROW}${"<row/>".repeat(100_000)}${last}`), {
      file: "faq.xlsx",
    });
    expect(result.intents.map(({ at }) => at)).toEqual(["row 2", "row 1048576"]);
  });

  it("reads the first sheet that has something in it and says so", async () => {
    const rich =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><r><t>W</t></r><r><t>o?</t></r></is></c><c r="C2" t="n"><v>17</v></c></row>';
    const bytes = workbookParts(HEADER + rich, {
      "xl/sharedStrings.xml":
        "<sst><si><r><t>a&amp;b</t></r><r><t>_x0041_</t></r><rPh><t>lesung</t></rPh></si></sst>",
    });
    const result = await found(bytes, { file: "faq.xlsx" });
    expect(result.intents).toMatchObject([
      { name: "a&bA", utterances: { de: [{ text: "Wo?" }] }, texts: { "answer.de.short": { text: "17" } } },
    ]);
    const two = await found(
      await workbook([
        ["id", "Frage", "Antwort"],
        ["a", "Wo?", "Hier."],
      ]),
      { file: "x.xlsx" },
    );
    expect(two.intents).toHaveLength(1);
  });
});

describe("an archive", () => {
  it("that unpacks to far more than it is, is not unpacked", async () => {
    const bomb = zipped({ "nlu.yml": new Uint8Array(4 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(found(bomb, { file: "bot.zip" })).rejects.toThrow("unpacks to more than 200 times its size");
  });

  it("that comes to too much in many files is not unpacked further", async () => {
    const files = Object.fromEntries([1, 2, 3, 4].map((name) => [`${name}.yml`, randomBytes(300_000)]));
    await expect(unpack(zipped(files), "bot.zip", () => true, 1024 * 1024)).rejects.toThrow(
      "bot.zip/4.yml: the archive unpacks to more than 1 MB; it was not unpacked further",
    );
  });

  it("that lies about the size of a file is refused", async () => {
    const zip = Buffer.from(zipped({ "nlu.yml": "nlu:\n- intent: a\n  examples: |\n    - b\n" }));
    const central = zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    zip.writeUInt32LE(3, central + 24);
    await expect(found(zip, { file: "bot.zip" })).rejects.toThrow("cannot be unpacked");
  });

  it.each(["../../etc/nlu.yml", "/etc/nlu.yml", "C:/nlu.yml"])(
    "that names a path outside itself (%s) is refused",
    async (name) => {
      await expect(found(zipped({ [name]: "nlu: []" }), { file: "bot.zip" })).rejects.toThrow(
        "cannot be unpacked",
      );
    },
  );

  it("in an archive is never opened", async () => {
    const inner = zipped({ "nlu.yml": "nlu:\n- intent: a\n  examples: |\n    - b\n" });
    await expect(found(zipped({ "bot.zip": inner }), { file: "outer.zip" })).rejects.toThrow(
      "An archive inside an archive is not opened",
    );
  });

  it("with a password is refused", async () => {
    const zip = Buffer.from(zipped({ "nlu.yml": "nlu: []" }));
    const central = zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
    await expect(found(zip, { file: "bot.zip" })).rejects.toThrow(
      "bot.zip/nlu.yml: this file is protected by a password",
    );
  });

  it("of more files than a bot has is refused", async () => {
    const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`${index}.txt`, ""]));
    await expect(found(zipped(files), { file: "bot.zip" })).rejects.toThrow("more than 5000 files");
  });
});

it("text of two encodings is refused where the second begins", async () => {
  const bytes = Buffer.concat([
    Buffer.from("id;Frage;Antwort\na;Öffnet die Tür?;Für Ämter.\n"),
    Buffer.from("b;Grün?;Ja.\n", "latin1"),
  ]);
  await expect(found(bytes)).rejects.toThrow("faq.csv, line 3: the file is written in UTF-8, but not here");
});

it("a file of intents/ never grows larger than the desk reads", async () => {
  const plan = planned(
    await found(
      `id;Frage;Antwort;Titel\n${Array.from({ length: 150 }, (_, index) => `a${index};F${index} ?;${"Wort ".repeat(3_900)};T\n`).join("")}`,
    ),
  );
  expect(() => applyPlan(plan, new Map())).toThrow("faq/imported.yaml: this file would grow to");
});

it("says how large a file may be and what to do", async () => {
  await expect(found(new Uint8Array(LARGEST_FILE + 1), { file: "faq.xlsx" })).rejects.toThrow(
    "faq.xlsx: the file has 21 MB, 20 MB are the most. Remove pictures, formats and other sheets from it, or import it in several parts.",
  );
});
