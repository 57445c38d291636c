import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cli,
  freshFolder,
  jsonLines,
  logged,
  project,
  type Ran,
  shell,
  smallIntents,
  someIntents,
  type Turn,
} from "./running-desk.js";

let place: ReturnType<typeof freshFolder>;
beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

const command = (...args: string[]): Promise<Ran> => cli(args, { folder: place.folder });

/** A program's own words, not a stack trace. */
const stack = /\n\s+at |node:internal/;

describe("help", () => {
  it("lists all commands", async () => {
    const { code, stdout } = await command("--help");
    expect(code).toBe(0);
    for (const name of ["chat", "check", "match", "log", "schema", "config"])
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b.*\\S`, "m"));
  });

  it.each(["chat", "check", "match"])("of %s says how to ask about another day", async (name) => {
    const { code, stdout } = await command(name, "--help");
    expect(code).toBe(0);
    expect(stdout).toContain("2027-01-02T10:00");
  });

  it.each([
    ["chekc", "check"],
    ["mach", "match"],
    ["lgo", "log"],
  ])("comes with an unknown command: %s", async (typed, meant) => {
    const { code, stderr } = await command(typed);
    expect(code).toBe(1);
    expect(stderr).toContain(`unknown command '${typed}'`);
    expect(stderr).toContain(`Did you mean ${meant}?`);
  });

  it.each([
    [["log", "--last", "many"], "Give a number from 1 to 999999."],
    [["chat", "--now", "yesterday"], '"yesterday" is not a time. Write it as 2027-01-02T10:00'],
    [["match"], "required option '--jsonl'"],
  ])("says what is wrong with %j", async (args, words) => {
    const { code, stderr } = await command(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
  });
});

describe("check", () => {
  it("ends with 0 where there are warnings only", async () => {
    const quick = await command("check", "--quick", "--now", "2035-01-01");
    // trying every example of all topics takes minutes: test/long does that
    const folder = join(place.folder, "one-topic");
    const intents = someIntents(folder, "office-contact");
    const whole = await cli(["check", "--now", "2035-01-01"], { folder, intents });
    for (const { code, stdout } of [quick, whole]) {
      expect(code).toBe(0);
      expect(stdout).toMatch(/^warning \S+\.yaml:\d+:\d+/m);
      expect(stdout).toMatch(/no errors, \d+ warnings?\n$/);
    }
    expect(whole.stdout).toMatch(/" reads like "/);
  });

  it("ends with 1 on errors, each with file, line and column, and what to do", async () => {
    const { folder, intents } = copied("broken");
    writeFileSync(
      join(intents, "faq/founding.yaml"),
      '- id: business-registration\n  title: { de: "Gewerbe anmelden", en: "Register" }\n  utterances:\n    de: [ "eins" ]\n    en: [ "one" ]\n',
    );
    const { code, stdout } = await cli(["check", "--quick"], { folder, intents });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error {3}\S*faq\/founding\.yaml:\d+:\d+ \S/m);
    expect(stdout).toContain("utterances.de");
    expect(stdout).toMatch(/\d+ errors?, \d+ warnings?\n$/);
    const machine = await cli(["check", "--quick", "--json"], { folder, intents });
    expect(machine.code).toBe(1);
    expect(JSON.parse(machine.stdout)).toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({
          severity: "error",
          line: expect.any(Number),
          column: expect.any(Number),
          suggestion: expect.stringMatching(/\S/),
        }),
      ]),
    });
  });

  it("ends with 1 on a file that is no YAML", async () => {
    const { folder, intents } = copied("no-yaml");
    writeFileSync(join(intents, "faq/founding.yaml"), '- id: "business\n  title: [\n');
    const { code, stdout } = await cli(["check", "--quick"], { folder, intents });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error {3}\S*faq\/founding\.yaml:\d+:\d+ /m);
  });

  it("says where intents/ is missing", async () => {
    const intents = join(place.folder, "nowhere");
    const { code, stderr } = await cli(["check"], { folder: place.folder, intents });
    expect(code).toBe(1);
    expect(stderr).toBe(
      `There is no office.yaml in ${intents}. Set INTENTS_DIR to the folder that holds it, or restore the folder intents/ from the repository.\n`,
    );
  });

  function copied(name: string): { folder: string; intents: string } {
    const folder = join(place.folder, name);
    mkdirSync(folder);
    return { folder, intents: smallIntents(folder) };
  }
});

describe("match", () => {
  interface Matched {
    readonly outcome: string;
    readonly intents: readonly { readonly id: string; readonly confidence: number }[];
    readonly answered: readonly string[];
    readonly kind?: string;
    readonly form?: string;
    readonly expired?: boolean;
    readonly lang: string;
    readonly micros: number;
  }

  const match = async (lines: readonly unknown[], ...options: string[]): Promise<Matched[]> => {
    const input = lines.map((line) => JSON.stringify(line)).join("\n");
    const { code, stdout, stderr } = await cli(["match", "--jsonl", ...options], {
      folder: place.folder,
      input,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    return jsonLines<Matched>(stdout);
  };

  it("answers each line with the fields of the contract and no others", async () => {
    const results = await match([
      { text: "Wie melde ich ein Gewerbe an?" },
      { text: "do you have office space for a start-up", lang: "de" },
      { text: "ich habe hunger", lang: "de", context: null },
      { text: "Ich möchte mit einem Menschen sprechen" },
      { text: "" },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      "answer",
      "answer",
      "fallback",
      "handover",
      "fallback",
    ]);
    expect(results.map(({ lang }) => lang)).toEqual(["de", "en", "de", "de", "de"]);
    expect(results[0]?.answered).toEqual(["business-registration"]);
    expect(results[2]?.answered).toEqual([]);
    const known = ["outcome", "intents", "answered", "kind", "form", "expired", "lang", "micros"];
    for (const result of results) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(result)));
      for (const name of ["outcome", "intents", "answered", "lang", "micros"])
        expect(result).toHaveProperty(name);
      expect(Number.isInteger(result.micros)).toBe(true);
      for (const { id, confidence, ...more } of result.intents) {
        expect(more).toEqual({});
        expect(id).toMatch(/^[a-z0-9-]+$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      const confidences = result.intents.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    }
    // the best five of every message with words
    expect(results.slice(0, 4).map(({ intents }) => intents.length)).toEqual([5, 5, 5, 5]);
  });

  it("reads a follow-up with the message before it", async () => {
    const text = "und wo muss ich da hin?";
    const context = "Wie melde ich ein Gewerbe an?";
    const [alone, after] = await match([{ text }, { text, context }]);
    expect(alone?.answered).not.toContain("business-registration");
    expect(after).toMatchObject({ outcome: "answer", answered: ["business-registration"] });
  });

  it("names the kind of what is not ours, and the intent of an expired answer", async () => {
    const lines = [
      { text: "Mein Reisepass ist abgelaufen" },
      { text: "Zuschuss zur Unternehmensberatung vom BAFA" },
    ];
    const [passport, before] = await match(lines, "--now", "2026-11-23T10:00");
    expect(passport).toMatchObject({ outcome: "fallback", kind: "citizens-matter", answered: [] });
    expect(before).toMatchObject({ outcome: "answer", answered: ["consulting-subsidy"] });
    expect(before).not.toHaveProperty("expired");
    const [, after] = await match(lines, "--now", "2027-01-02T10:00");
    expect(after).toMatchObject({ outcome: "answer", answered: ["consulting-subsidy"], expired: true });
  });

  it.each([
    ["{nope", "Line 2 is not JSON."],
    ['{"text":7}', 'Line 2 has no "text".'],
  ])("names the line that is malformed: %s", async (line, words) => {
    const intents = smallIntents(join(place.folder, "match"));
    const input = `{"text":"Wann haben Sie offen?"}\n${line}\n`;
    const { code, stdout, stderr } = await cli(["match", "--jsonl"], {
      folder: place.folder,
      intents,
      input,
    });
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(stack);
    expect(jsonLines(stdout)).toHaveLength(1);
  });

  it("ends quietly when nobody reads on", async () => {
    const { code, stderr } = await shell(
      `for i in $(seq 400); do echo '{"text":"Wo ist Ihr Büro?"}'; done | "${process.execPath}" "${join(project, "dist/src/cli.js")}" match --jsonl | head -1`,
      { folder: place.folder },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("stores nothing", () => {
    expect(existsSync(join(place.folder, "data"))).toBe(false);
  });
});

describe("log", () => {
  it("says so before any conversation, and makes nothing", async () => {
    const folder = join(place.folder, "fresh");
    mkdirSync(folder);
    const { code, stdout, stderr } = await cli(["log"], { folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe(`Nothing is logged yet: there is no database in ${join(folder, "data")}.\n`);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  it("shows the last turns, oldest first, for people and for machines", async () => {
    const folder = join(place.folder, "talked");
    mkdirSync(folder);
    const intents = smallIntents(folder);
    const questions = ["Wann haben Sie offen?", "Wo ist Ihr Büro?", "xyzzy plugh"];
    await cli(["chat"], { folder, intents, input: questions.join("\n") });
    const machine = await cli(["log", "--last", "2", "--json"], { folder });
    expect({ code: machine.code, stderr: machine.stderr }).toEqual({ code: 0, stderr: "" });
    const turns = jsonLines<Turn>(machine.stdout);
    expect(turns).toEqual(await logged(folder, 2));
    expect(turns.map(({ question }) => question)).toEqual(questions.slice(1));
    expect(turns[0]).toMatchObject({
      channel: "terminal",
      outcome: "answer",
      answered: ["office-address"],
      language: "de",
      expired: false,
      helpful: null,
      joined: 1,
      answers: [expect.stringContaining("Rathausplatz 1")],
    });
    const { stdout } = await cli(["log", "--last", "2"], { folder });
    expect(stdout).toContain("  > Wo ist Ihr Büro?\n");
    expect(stdout).toMatch(/answer: office-address {2}\(office-address \d+ %/);
    expect(stdout).not.toContain("Wann haben Sie offen?");
    const closed = await shell(
      `"${process.execPath}" "${join(project, "dist/src/cli.js")}" log --json | head -c 10`,
      { folder },
    );
    expect({ code: closed.code, stderr: closed.stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("generated files", () => {
  it("schema writes what is under version control", async () => {
    const folder = join(place.folder, "schema");
    mkdirSync(folder);
    const intents = smallIntents(folder);
    const { code, stdout } = await cli(["schema"], { folder, intents });
    expect(code).toBe(0);
    const names = stdout.trim().split("\n");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const file = name.split("/").at(-1) ?? "";
      expect(readFileSync(join(intents, "schema", file), "utf8")).toBe(
        readFileSync(join(project, "intents/schema", file), "utf8"),
      );
    }
  });

  it("config --check finds README.md and .env.example current, and a changed one not", async () => {
    const here = await cli(["config", "--check"], { folder: place.folder, cwd: project });
    expect(here).toEqual({ code: 0, stdout: "", stderr: "" });
    const folder = join(place.folder, "config");
    mkdirSync(folder);
    for (const file of ["README.md", ".env.example"]) cpSync(join(project, file), join(folder, file));
    writeFileSync(
      join(folder, ".env.example"),
      readFileSync(join(folder, ".env.example"), "utf8").replace("3978", "3979"),
    );
    const { code, stderr } = await cli(["config", "--check"], { folder });
    expect(code).toBe(1);
    expect(stderr).toBe(".env.example is not current. Run: npm run -s cli -- config\n");
    expect((await cli(["config"], { folder })).stdout).toBe(".env.example\n");
    expect(readFileSync(join(folder, ".env.example"), "utf8")).toBe(
      readFileSync(join(project, ".env.example"), "utf8"),
    );
  });
});
