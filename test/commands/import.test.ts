import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exportFaq } from "../../src/commands/export.js";
import { importFile } from "../../src/commands/import.js";
import { FIXTURES, fixtureFiles, workbookParts, zipped } from "../exchange/foreign.js";
import { FILES, onDisk } from "../knowledge/fixture.js";

const NOW = Date.parse("2026-11-23T11:00+01:00");

let folder: string;
let intents: ReturnType<typeof onDisk>;
let said: string;
let warned: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
  intents = onDisk();
  vi.stubEnv("INTENTS_DIR", intents.dir);
  vi.stubEnv("DATA_DIR", join(folder, "data"));
  said = "";
  warned = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    warned += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  intents.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A file to import, by its name and content. */
function foreign(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Every file of intents/ with its text. */
function present(): Record<string, string> {
  const names = readdirSync(intents.dir, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(intents.dir, name), "utf8")]));
}

const TABLE = "id;Frage;Antwort\nregister;Laden anmelden;Neue Antwort.\nneu;Ganz neu?;Ja.\n";

describe("import", () => {
  it("shows with --dry-run what would change, and changes nothing", async () => {
    await importFile(foreign("faq.csv", TABLE), { dryRun: true, now: NOW });
    expect(said).toContain("Format: table (CSV) (told from the file).");
    expect(said).toContain("~ register in faq/founding.yaml (row 2)");
    expect(said).toContain("1 new intent (1 as a draft, not live yet), 1 changed, 0 as they are, 2 German");
    expect(said).toContain("Nothing was written: this was a dry run.");
    expect(process.exitCode).toBeUndefined();
    expect(present()).toEqual(FILES);
  });

  it("writes all of it in one go, keeps what was there, and has nothing to do the second time", async () => {
    const path = foreign("faq.csv", TABLE);
    await importFile(path, { topic: "founding", now: NOW });
    expect(said).toMatch(/Written: faq\/founding\.yaml\. What they were is kept in .*intents-backup/);
    expect(present()["faq/founding.yaml"]).toContain("Neue Antwort.");
    const [backup = ""] = readdirSync(join(folder, "data/intents-backup"));
    expect(readFileSync(join(folder, "data/intents-backup", backup, "faq/founding.yaml"), "utf8")).toBe(
      FILES["faq/founding.yaml"],
    );
    said = "";
    await importFile(path, { now: NOW });
    expect(said).toContain("Nothing would change: 2 intents of 2 are as the file says.");
    expect(said).not.toContain("Written");
  });

  it.each([
    [
      "a workbook",
      "faq.xlsx",
      () =>
        workbookParts(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>Frage</t></is></c><c r="B1" t="inlineStr"><is><t>Antwort</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Wann ist zu?</t></is></c><c r="B2" t="inlineStr"><is><t>Nie.</t></is></c></row>',
        ),
      "+ wann-ist-zu in",
    ],
    [
      "QnA Maker",
      "kb.tsv",
      () => readFileSync(join(FIXTURES, "qna.tsv")),
      "+ wann-haben-sie-geoeffnet in faq/founding.yaml",
    ],
    ["Rasa", "bot.zip", () => zipped(fixtureFiles("rasa")), "+ opening-hours in faq/imported.yaml"],
    [
      "Dialogflow",
      "agent.zip",
      () => zipped(fixtureFiles("dialogflow")),
      "+ oeffnungszeiten in faq/imported.yaml",
    ],
  ])("takes over %s", async (_, name, content, line) => {
    await importFile(foreign(name, content()), { now: NOW });
    expect(said).toContain(line);
    expect(said).toContain("Written: ");
    expect(warned).toBe("");
  });

  it("takes over the folder of a Rasa bot, with its languages told from the text", async () => {
    await importFile(join(FIXTURES, "rasa"), { dryRun: true, now: NOW });
    expect(said).toMatch(/Examples and responses: \w+ \(recognised from the text\)/);
    expect(said).toContain("+ parking in faq/imported.yaml (nlu.yml, line 11)");
  });

  it.each([
    [
      "an error in a cell",
      "id;Frage;Antwort;Stand\na;Wo?;Hier.;heute\nb;Wann?;Jetzt.;\n",
      'row 2, column D: "heute" is no day',
      false,
    ],
    [
      "what check would refuse",
      "id;Frage;Antwort;Link\nregister;Neu?;;{nirgends.link}\n",
      "there is no value for {nirgends.link}",
      true,
    ],
    [
      "a broken table",
      'id;Frage;Antwort\na;"Wo?;Hier.\n',
      "faq.csv, row 2, column B: a quotation mark is opened here",
      true,
    ],
  ])("imports nothing and ends with 2 for %s", async (_, content, message, onStandardError) => {
    await importFile(foreign("faq.csv", content), { now: NOW });
    expect(onStandardError ? warned : said).toContain(message);
    expect(warned).toContain("Nothing was imported");
    expect(process.exitCode).toBe(2);
    expect(present()).toEqual(FILES);
  });

  it.each([
    ["no file", "missing.csv", {}, "missing.csv: there is no such file or folder."],
    [
      "no topic",
      "faq.csv",
      { topic: "nowhere" },
      '--topic: there is no topic "nowhere". Topics are: founding.',
    ],
  ])("says so where there is %s of that name", async (_, name, options, message) => {
    foreign("faq.csv", TABLE);
    await importFile(join(folder, name), { ...options, now: NOW });
    expect(warned).toContain(message);
    expect(process.exitCode).toBe(2);
  });

  it("tells machines everything in one object", async () => {
    await importFile(foreign("faq.csv", TABLE), { dryRun: true, json: true, now: NOW });
    expect(JSON.parse(said)).toMatchObject({
      format: "csv",
      new: [{ id: "neu", file: "faq/imported.yaml", entry: { draft: true } }],
      changed: [
        {
          id: "register",
          changes: [{ kind: "text", before: "Antwort register.", after: "Neue Antwort." }, {}],
        },
      ],
      errors: [],
      written: [],
    });
  });

  it("shows control characters of a foreign file to no terminal", async () => {
    await importFile(
      foreign("faq.csv", "id;Frage;Antwort\n\u001b[2Jx;\u001b[31mRot?;\u001b]0;x\u0007Ja.\n"),
      { dryRun: true, now: NOW },
    );
    expect(said).not.toMatch(/\p{Cc}(?<!\n)/u);
  });
});

describe("export", () => {
  it.each(["csv", "xlsx", "json"] as const)("as %s is read back without a change", async (format) => {
    const path = join(folder, `faq.${format}`);
    await exportFaq({ format, out: path, now: NOW });
    expect(warned).toContain("2 intents written to");
    await importFile(path, { dryRun: true, now: NOW });
    expect(said).toContain("Nothing would change: 2 intents of 2 are as the file says.");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("writes a table to standard output in which nothing is computed", async () => {
    writeFileSync(
      join(intents.dir, "faq/founding.yaml"),
      (FILES["faq/founding.yaml"] ?? "").replace("Antwort register.", "=1+1"),
    );
    await exportFaq({ now: NOW });
    expect(said.startsWith('\uFEFF"id";"topic"')).toBe(true);
    expect(said).toContain(`"'=1+1"`);
  });

  it.each([
    ["a workbook to standard output", { format: "xlsx" as const }, "name a file with --out"],
    ["a file where nothing can be written", { out: "/nowhere/faq.csv" }, "there is no such file or folder"],
  ])("refuses %s", async (_, options, message) => {
    await exportFaq({ ...options, now: NOW });
    expect(warned).toContain(message);
    expect(warned).not.toContain("intents written to");
    expect(process.exitCode).toBe(2);
  });
});
