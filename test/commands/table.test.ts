import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/commands/table.js";

/** The cells as a spreadsheet takes them in (RFC 4180, semicolons). */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const content = text.replace(/^\uFEFF/, "");
  for (let at = 0; at < content.length; at++) {
    const character = content[at] ?? "";
    if (quoted && character === '"' && content[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ";" || content.startsWith("\r\n", at))) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character !== ";") {
        rows.push([]);
        at += 1;
      }
    } else cell += character;
  }
  return rows.slice(0, -1);
}

describe("a table for spreadsheets", () => {
  it("begins with a byte order mark, has semicolons and the line ends of Windows", () => {
    expect(csv(["name"], [["Müller"]])).toBe('\uFEFF"name"\r\n"Müller"\r\n');
  });

  it("keeps semicolons, quotes and line breaks inside their cell", () => {
    const hard = 'Bäckerei "Zum Eck"; Inh. Ö. Yılmaz\nHinterhof';
    expect(cells(csv(["a", "b"], [[hard, "2"]]))).toEqual([
      ["a", "b"],
      [hard, "2"],
    ]);
  });

  it.each([
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+49 30 1234",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "\u200B=1+1",
    "\uFEFF=1+1",
    '\n=HYPERLINK("http://evil.example")',
    "＝1+1",
  ])("never lets %j be computed", (hostile) => {
    const [, [cell] = []] = cells(csv(["a"], [[hostile]]));
    expect(cell).toMatch(/^'/);
  });

  it("has no cell that a spreadsheet computes, whatever was written", () => {
    const strings = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", " ", "\n"), fc.string())
        .map((two) => two.join("")),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(strings, strings)), (rows) => {
        for (const row of cells(csv(["a", "b"], rows)))
          for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});
