import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/commands/labelled-lines.js";
import { readProductLines } from "../../src/commands/product-lines.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "messages-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Uint8Array, name = "one.jsonl"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("messages to measure the product on", () => {
  it("are read with their place; unknown keys, empty lines and a byte order mark are passed over", () => {
    const path = file(
      '\uFEFF{"text":"offen?","lang":"de","expect":["hours"],"writer":"anna","n":[1]}\r\n\r\n{"text":"and there?","lang":"en","expect":[],"kind":"follow-up","context":"hi"}\n{"text":"","lang":"de","expect":[],"kind":null,"context":null}',
    );
    expect(readProductLines([path])).toEqual({
      lines: [
        { text: "offen?", lang: "de", expect: ["hours"], place: `${path}:1` },
        {
          text: "and there?",
          lang: "en",
          expect: [],
          kind: "follow-up",
          context: "hi",
          place: `${path}:3`,
        },
        { text: "", lang: "de", expect: [], place: `${path}:4` },
      ],
      faults: [],
    });
  });

  it("are all that stand in a folder and below it, each file once", () => {
    const tree = join(folder, "tree");
    mkdirSync(join(tree, "blind"), { recursive: true });
    const line = '{"text":"x","lang":"de","expect":[]}\n';
    writeFileSync(join(tree, "b.jsonl"), line);
    writeFileSync(join(tree, "blind", "a.jsonl"), line);
    writeFileSync(join(tree, "notes.txt"), "no message");
    const { lines } = readProductLines([tree, join(tree, "b.jsonl")]);
    expect(lines.map(({ place }) => place)).toEqual([
      `${join(tree, "b.jsonl")}:1`,
      `${join(tree, "blind", "a.jsonl")}:1`,
    ]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["no JSON", "hello", /:1: this line is no JSON\. Write it as/],
    ["a list", "[]", /:1: this line is no JSON object\./],
    ["null", "null", /:1: this line is no JSON object\./],
    ["no text", '{"lang":"de","expect":[]}', /:1: "text" is missing or no text/],
    ["another language", '{"text":"a","lang":"fr","expect":[]}', /:1: "lang" is neither "de" nor "en"/],
    ["no intents", '{"text":"a","lang":"de"}', /:1: "expect" is no list of intents; out of scope is \[\]/],
    ["a number among them", '{"text":"a","lang":"de","expect":[1]}', /:1: "expect" is no list/],
    ["a kind in numbers", '{"text":"a","lang":"de","expect":[],"kind":1}', /:1: "kind" is no text/],
    ["no context", '{"text":"a","lang":"de","expect":[],"context":{}}', /:1: "context" is no text/],
    ["Latin-1", Buffer.from('{"text":"für","lang":"de","expect":[]}', "latin1"), /:1: .* not UTF-8\. Save/],
  ])("are measured without a line that is wrong, which is named: %s", (_, content, fault) => {
    const good = Buffer.from('\n{"text":"b","lang":"de","expect":[]}');
    const { lines, faults } = readProductLines([file(Buffer.concat([Buffer.from(content), good]))]);
    expect(lines.map(({ text }) => text)).toEqual(["b"]);
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it("are asked for where there is none", () => {
    expect(() => readProductLines([join(folder, "nowhere")])).toThrow(InputError);
    expect(() => readProductLines([join(folder, "nowhere")])).toThrow(/there is no such file or folder/);
    expect(() => readProductLines([file("\n")])).toThrow(/there is no message to measure on/);
  });
});
