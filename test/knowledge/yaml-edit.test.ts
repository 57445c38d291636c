import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { appendEntry, insertItem, NotEditable, removeItem, setValue } from "../../src/knowledge/yaml-edit.js";

const FILE = `# at the top
- id: one   # its id
  title: { de: Eins, en: One }
  utterances:
    de:
      - Erste Frage? # a remark
      # a remark of its own

      - "zweite: Frage"
    en: [ "first", "second" ]
  answer:
    de:
      short: |
        Ein Satz.

        - Punkt
      more: null
  owner: desk

# before the second
- id: two
  title: { de: Zwei }
  utterances:
    de: []
`;

describe("a list of a YAML file", () => {
  it("gets an item at its end, and every other byte stays", () => {
    const after = insertItem(FILE, [0, "utterances", "de"], "dritte Frage");
    expect(after).toBe(
      FILE.replace('      - "zweite: Frage"\n', '      - "zweite: Frage"\n      - dritte Frage\n'),
    );
  });

  it("gets an item within brackets where it is written in brackets", () => {
    expect(insertItem(FILE, [0, "utterances", "en"], 'say "hi"')).toContain(
      'en: [ "first", "second", "say \\"hi\\"" ]',
    );
    expect(insertItem(FILE, [1, "utterances", "de"], "neu")).toContain('de: ["neu"]');
  });

  it("is made where it is missing", () => {
    const after = insertItem(FILE, [1, "utterances", "en"], "brand new");
    expect(after.endsWith("    de: []\n    en:\n      - brand new\n")).toBe(true);
    expect(insertItem("- id: a\n  x:\n    en:\n    de: [a]\n", [0, "x", "en"], "b")).toBe(
      "- id: a\n  x:\n    en:\n      - b\n    de: [a]\n",
    );
  });

  it("quotes what YAML would read as something else", () => {
    for (const text of [
      "yes",
      "12",
      "a: b",
      "# no remark",
      "- dash",
      "-;",
      "-ohne Abstand",
      "*alias",
      "null",
      "'",
      '"',
      "? what",
      "a\nb",
    ]) {
      const after = insertItem(FILE, [0, "utterances", "de"], text);
      expect((parse(after) as { utterances: { de: string[] } }[])[0]?.utterances.de.at(-1)).toBe(text);
      expect(removeItem(after, [0, "utterances", "de", 2])).toBe(FILE);
    }
  });

  it("loses an item with its line, and nothing else", () => {
    expect(removeItem(FILE, [0, "utterances", "de", 0])).toBe(
      FILE.replace("      - Erste Frage? # a remark\n", ""),
    );
    expect(removeItem(FILE, [0, "utterances", "en", 0])).toContain('en: [ "second" ]');
    expect(removeItem(FILE, [0, "utterances", "en", 1])).toContain('en: [ "first" ]');
  });

  it("that loses its only item stays as an empty one", () => {
    const text = "- id: a\n  utterances:\n    de:\n      - only\n    en: [x]\n";
    expect(parse(removeItem(text, [0, "utterances", "de", 0]))).toEqual([
      { id: "a", utterances: { de: [], en: ["x"] } },
    ]);
  });
});

describe("a value of a YAML file", () => {
  it("is replaced in its place", () => {
    const after = setValue(FILE, [0, "answer", "de", "short"], "Zwei Sätze.\n\nUnd noch einer.\n");
    expect(after).toBe(
      FILE.replace("Ein Satz.\n\n        - Punkt", "Zwei Sätze.\n\n        Und noch einer."),
    );
    expect(setValue(FILE, [0, "id"], "uno")).toBe(FILE.replace("id: one", "id: uno"));
    expect(setValue(FILE, [0, "title", "en"], "One: it")).toContain('{ de: Eins, en: "One: it" }');
    expect(setValue(FILE, [0, "utterances", "en", 1], "other")).toContain('[ "first", "other" ]');
    expect(setValue(FILE, [0, "utterances", "de", 1], "andere")).toContain("      - andere\n    en:");
  });

  it("is added where the key is missing", () => {
    expect(setValue(FILE, [1, "title", "en"], "Two")).toContain('{ de: Zwei, en: "Two" }');
    expect(setValue(FILE, [0, "reviewedOn"], "2026-11-30")).toContain(
      "  owner: desk\n  reviewedOn: 2026-11-30\n\n# before",
    );
  });
});

describe("an entry", () => {
  it("is added at the end, after an empty line", () => {
    const after = appendEntry(FILE, {
      id: "three",
      utterances: { de: ["a: b", "c"] },
      answer: { de: { short: "x\n\ny\n" } },
    });
    expect(after.startsWith(FILE)).toBe(true);
    expect(after.slice(FILE.length)).toBe(
      '\n- id: three\n  utterances:\n    de:\n      - "a: b"\n      - c\n  answer:\n    de:\n      short: |\n        x\n\n        y\n',
    );
  });

  it("is the first of a file that has only remarks", () => {
    expect(parse(appendEntry("# nothing yet\n", { id: "a" }))).toEqual([{ id: "a" }]);
    expect(parse(appendEntry("", { id: "a" }))).toEqual([{ id: "a" }]);
  });

  it("leaves no trace when it is taken out again", () => {
    expect(removeItem(appendEntry(FILE, { id: "three", title: { de: "Drei" } }), [2])).toBe(FILE);
  });

  it("is taken out whole", () => {
    expect(parse(removeItem(FILE, [0]))).toEqual([
      { id: "two", title: { de: "Zwei" }, utterances: { de: [] } },
    ]);
  });
});

describe("a file that cannot be changed safely", () => {
  it.each([
    ["is no YAML", "- [", [0]],
    ["has no such list", "- id: a\n", [0, "id"]],
    ["is no list at all", "a: b\n", [0, "utterances"]],
  ])("%s", (_, text, path) => {
    expect(() => insertItem(text, path, "x")).toThrow(NotEditable);
  });
});

describe("line ends of Windows", () => {
  it("stay, and new lines have them too", () => {
    const after = insertItem(FILE.replaceAll("\n", "\r\n"), [0, "utterances", "de"], "neu");
    expect(after).toContain('      - "zweite: Frage"\r\n      - neu\r\n');
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

describe("the shipped files", () => {
  const folder = resolve(import.meta.dirname, "../../intents/faq");
  const files = readdirSync(folder).map(
    (name) => [name, readFileSync(resolve(folder, name), "utf8")] as const,
  );

  it.each(files)("%s takes any sentence and gives it back without a trace", (_, text) => {
    const intents = parse(text) as { utterances: { de: string[] } }[];
    const last = intents.length - 1;
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
        fc.constantFrom(0, last),
        (sentence, at) => {
          const list = [at, "utterances", "de"];
          const after = insertItem(text, list, sentence);
          expect(removeItem(after, [...list, intents[at]?.utterances.de.length ?? 0])).toBe(text);
        },
      ),
      { numRuns: 2 },
    );
  });
});
