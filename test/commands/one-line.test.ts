import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLine, oneLine } from "../../src/commands/one-line.js";

/** What a terminal may obey: control characters, and those that turn the direction of a text around. */
const obeyed = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const text = fc.string({ unit: "binary" });

describe("what guests wrote, on a terminal", () => {
  it("is one line that the terminal does not obey", () => {
    fc.assert(fc.property(text, (written) => !obeyed.test(oneLine(written))));
    expect(oneLine("\u001b[2Jwiped\u009b2J\nnext")).toBe("[2Jwiped2J next");
  });

  it("is as JSON the same value, and nothing that the terminal obeys", () => {
    fc.assert(
      fc.property(text, (written) => {
        const line = jsonLine({ written });
        expect(line.endsWith("}\n")).toBe(true);
        expect(line.slice(0, -1)).not.toMatch(obeyed);
        expect(JSON.parse(line)).toEqual({ written });
      }),
    );
    expect(jsonLine("\u009b2J\u202e")).toBe('"\\u009b2J\\u202e"\n');
  });
});
