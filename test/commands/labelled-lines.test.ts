import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError, readLabelledLines } from "../../src/commands/labelled-lines.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lines-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, "lines.jsonl");
  writeFileSync(path, content);
  return path;
}

describe("labelled lines", () => {
  it("are read with their place; other keys and empty lines are passed over", () => {
    const path = file(
      '\uFEFF{"text":"Grüß dich","intent":"hi","split":"x"}\r\n\r\n  {"text":"","intent":"oos"}',
    );
    expect(readLabelledLines(path)).toEqual([
      { text: "Grüß dich", intent: "hi", line: 1 },
      { text: "", intent: "oos", line: 3 },
    ]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["no JSON", '{"text":"a","intent":"b"}\nhello', /:2: this line is no JSON\. Write it as/],
    ["a list", "[]", /:1: this line is no JSON object/],
    ["no text", '\n{"intent":"b"}', /:2: there is no "text"\. Write it as/],
    ["a number as text", '{"text":5,"intent":"b"}', /:1: "text" is no text/],
    ["no intent", '{"text":"a"}', /:1: there is no "intent"/],
    ["a blank intent", '{"text":"a","intent":" "}', /:1: "intent" is no name/],
    ["Latin-1", Buffer.from('{"text":"für","intent":"b"}', "latin1"), /:1: this line is not UTF-8\. Save/],
    ["nothing", "\n\n", /lines\.jsonl: the file is empty\. Give lines such as/],
  ])("say where and what to do about %s", (_, content, message) => {
    const path = file(content);
    expect(() => readLabelledLines(path)).toThrow(InputError);
    expect(() => readLabelledLines(path)).toThrow(message);
  });

  it.each([
    ["missing", "nowhere.jsonl", "there is no such file or folder"],
    ["a folder", ".", "this is a folder"],
  ])("say when the file is %s", (_, name, message) => {
    expect(() => readLabelledLines(join(folder, name))).toThrow(
      `${join(folder, name)}: ${message}. Give the path`,
    );
  });
});
