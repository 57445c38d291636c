import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitAnswer } from "../../src/exchange/answer.js";
import { columnOf } from "../../src/exchange/columns.js";
import { decodeText } from "../../src/exchange/decode.js";
import { ExchangeFault } from "../../src/exchange/fault.js";
import { isHtml, markdownOf } from "../../src/exchange/html.js";
import { SHORT_ANSWER } from "../../src/exchange/limits.js";
import type { Format } from "../../src/exchange/model.js";
import { idOf } from "../../src/exchange/names.js";
import { parse, plain } from "../../src/text/index.js";
import { cell, FIXTURES, fixtureFiles, found, planned, workbook, workbookParts, zipped } from "./foreign.js";

const RUNS = 40;

/** A file cut off somewhere and with some of its bytes changed. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const flip = fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255));
  return fc
    .tuple(fc.option(fc.nat(bytes.length), { freq: 2 }), fc.array(flip, { maxLength: 6 }))
    .map(([length, flips]) => {
      const copy = Uint8Array.from(length === null ? bytes : bytes.subarray(0, length));
      for (const [at, value] of flips) if (at < copy.length) copy[at] = value;
      return copy;
    });
}

/** Reads, and where that works plans: either may find faults, and neither may fall over. */
async function survives(bytes: Uint8Array, file: string, format?: Format): Promise<void> {
  try {
    planned(await found(bytes, { file, ...(format ? { format } : {}) }));
  } catch (error) {
    expect(error).toBeInstanceOf(ExchangeFault);
    // inside an archive or folder the file in it is named
    expect((error as ExchangeFault).file).toMatch(new RegExp(`^(?:${file}|nlu\\.yml|domain\\.yml)`));
  }
}

describe("whatever happened to a file, only faults that people understand come of it:", () => {
  const rows = [
    ["id", "Frage", "Antwort", "geprüft am"],
    ["a", "Wo kann ich parken?", "Im Parkhaus", "2026-11-23"],
  ];
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["CSV", () => readFileSync(join(FIXTURES, "tables.csv")), "faq.csv"],
    ["question-answering TSV", () => readFileSync(join(FIXTURES, "qna.tsv")), "kb.tsv"],
    ["XLSX", () => workbook(rows), "faq.xlsx"],
    [
      "XLSX inside",
      () =>
        workbookParts(
          rows
            .map(
              (row, r) =>
                `<row r="${r + 1}">${row.map((text, c) => cell(`${"ABCD"[c]}${r + 1}`, text)).join("")}</row>`,
            )
            .join(""),
        ),
      "faq.xlsx",
    ],
    ["Rasa YAML", () => readFileSync(join(FIXTURES, "rasa/nlu.yml")), "nlu.yml"],
    ["Rasa archive", () => zipped(fixtureFiles("rasa")), "bot.zip"],
    ["Dialogflow archive", () => zipped(fixtureFiles("dialogflow")), "agent.zip"],
    [
      "JSON",
      () =>
        Buffer.from(
          JSON.stringify({
            format: "nahtstelle-faq",
            version: 1,
            intents: [{ id: "a", utterances: { de: ["b"] } }],
          }),
        ),
      "faq.json",
    ],
  ])("%s", async (_, make, file) => {
    const bytes = await make();
    await fc.assert(
      fc.asyncProperty(damaged(bytes), (broken) => survives(broken, file)),
      { numRuns: RUNS },
    );
  });

  it("Dialogflow files inside an archive that is whole", async () => {
    const files = fixtureFiles("dialogflow");
    const name = "intents/Öffnungszeiten.json";
    await fc.assert(
      fc.asyncProperty(damaged(Buffer.from(files[name] ?? "")), (broken) =>
        survives(zipped({ ...files, [name]: broken }), "agent.zip"),
      ),
      { numRuns: RUNS },
    );
  });

  it("data of any shape in the place of the expected one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (one, other) => {
        await survives(
          Buffer.from(
            JSON.stringify({
              format: "nahtstelle-faq",
              version: 1,
              intents: [one, other, { id: "x", utterances: one, answer: other }],
            }),
          ),
          "faq.json",
        );
        const files = {
          "agent.json": JSON.stringify(one),
          "intents/a.json": JSON.stringify({ name: "a", responses: other }),
          "intents/a_usersays_de.json": JSON.stringify(one),
        };
        await survives(zipped(files), "agent.zip");
        await survives(
          Buffer.from(
            `nlu: ${JSON.stringify([{ intent: "a", examples: one }, other])}\nresponses: ${JSON.stringify(one)}\n`,
          ),
          "nlu.yml",
        );
      }),
      { numRuns: RUNS },
    );
  });

  it("any bytes under any format", async () => {
    const format = fc.constantFrom<Format>("csv", "xlsx", "qna", "rasa", "dialogflow", "json");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), format, (bytes, as) =>
        survives(bytes, "file.bin", as),
      ),
      { numRuns: RUNS * 2 },
    );
  });
});

describe("properties that hold for any text:", () => {
  it("UTF-8 and UTF-16 come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(!text.includes("\u0000") && !text.includes("\uFEFF"));
        expect(decodeText(Buffer.from(text, "utf8"), "x").text).toBe(text);
        expect(decodeText(Buffer.from(`\uFEFF${text}`, "utf16le"), "x").text).toBe(text);
      }),
    );
  });

  it("an id is one or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(idOf(name)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(idOf(idOf(name))).toBe(idOf(name));
      }),
    );
  });

  it("HTML leaves no tag that is known, and takes no longer for being hostile", () => {
    const part = fc.constantFrom(
      "<b>",
      "</b>",
      "<a href='x'>",
      "</a>",
      "<",
      ">",
      '"',
      "'",
      "<li>",
      "<ul>",
      "<!--",
      "-->",
      "<script>",
      "&uuml;",
      "Text ",
      "\n",
      "=",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const before = performance.now();
        markdownOf(parts.join("").repeat(20));
        expect(performance.now() - before).toBeLessThan(2_000);
      }),
    );
    expect(isHtml("Umsatz < 10 & Gewinn > 5")).toBe(false);
  });

  it("a long answer is cut so that its short part fits and nothing is lost", () => {
    const words = fc.array(
      fc.constantFrom(
        "Die Anmeldung kostet Geld.",
        "Wort",
        "und",
        "[Seite](https://example.org/a)",
        "\n\n",
        "Ende!",
      ),
      { minLength: 100, maxLength: 400 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(" ").trim();
        const { short, more } = fitAnswer(text);
        expect(plain(parse(short)).length).toBeLessThanOrEqual(SHORT_ANSWER);
        expect(`${short} ${more ?? ""}`.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
      }),
      { numRuns: 25 },
    );
  });

  it("any header is a column or none", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (header) => void columnOf(header)));
  });
});
