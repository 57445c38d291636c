import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { addRegressions, readRegressions, removeRegressions } from "../src/regressions.js";
import { compileShipped, matcherOf } from "./shipped-desk.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function file(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "regressions-"));
  folders.push(folder);
  const path = join(folder, "test/regressions.jsonl");
  if (text === undefined) return path;
  writeFileSync(join(folder, "regressions.jsonl"), text);
  return join(folder, "regressions.jsonl");
}

const LINE = { text: "gewrbe anmelden", lang: "de", expect: ["business-registration"] } as const;

describe("the file of questions that were put right", () => {
  it("is made with its folder, holds each line once and loses it again", () => {
    const path = file();
    expect(readRegressions(path)).toEqual([]);
    addRegressions(path, [LINE]);
    addRegressions(path, [LINE, { text: "reisepass", lang: "de", expect: [] }]);
    expect(readRegressions(path)).toEqual([
      { ...LINE, line: 1 },
      { text: "reisepass", lang: "de", expect: [], line: 2 },
    ]);
    removeRegressions(path, [LINE]);
    expect(readFileSync(path, "utf8")).toBe('{"text":"reisepass","lang":"de","expect":[]}\n');
    expect(readdirSync(join(path, ".."))).toEqual(["regressions.jsonl"]);
  });

  it("may hold empty lines, more keys and the line ends of Windows, which stay", () => {
    const text = '\r\n{"text":"a","lang":"en","expect":["x"],"why":"asked often"}\r\n';
    const path = file(text);
    expect(readRegressions(path)).toEqual([{ text: "a", lang: "en", expect: ["x"], line: 2 }]);
    removeRegressions(path, [LINE]);
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it.each([
    "{",
    "[]",
    "null",
    '{"text":1,"lang":"de","expect":[]}',
    '{"text":"a","lang":"fr","expect":[]}',
    '{"text":"a","lang":"de","expect":[1]}',
  ])("is refused with the line and what to do: %s", (line) => {
    const path = file(`${JSON.stringify(LINE)}\n${line}\n`);
    expect(() => readRegressions(path)).toThrow(`${path}:2: `);
    expect(() => readRegressions(path)).toThrow("Write it as");
  });

  it("that cannot be written says which variable to set", () => {
    const path = join(file("x"), "no-folder.jsonl");
    expect(() => addRegressions(path, [LINE])).toThrow("Set REGRESSIONS_FILE to a file");
  });
});

describe("the shipped file", () => {
  const lines = readRegressions(resolve(import.meta.dirname, "regressions.jsonl"));
  const match = matcherOf(compileShipped());

  it("is not empty", () => expect(lines.length).toBeGreaterThan(10));

  it.each(lines.map((line) => [line.text, line] as const))(
    "still holds: %s",
    (text, { lang, expect: ids }) => {
      const { answered, outcome } = match({ text, lang });
      if (ids.length === 0) expect(answered).toEqual([]);
      else
        expect(
          answered.length === 1 && ids.includes(answered[0] ?? ""),
          `${outcome}: ${answered.join()}`,
        ).toBe(true);
    },
  );
});
