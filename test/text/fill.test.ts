import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill, fromPlain, parse, plain, variables } from "../../src/text/index.js";
import type { RichText } from "../../src/vocabulary/index.js";
import { allInlines } from "./arbitraries.js";

const values: Record<string, string | RichText> = {
  "office.name": "Wirtschaftsförderung",
  "office.link": "https://example.org/amt",
  "office.email": "amt@example.org",
  "office.phone": "+49 (30) 123-45",
  "office.address": "Markt 1\n12345 Stadt",
  "office.bad": "javascript:alert(1)",
  "office.markup": "**[x](https://evil.example)** <b>",
  "seminars.next": parse("Zwei Termine:\n\n- *Montag*\n- Dienstag"),
  "office.openNow": parse("Ja, **bis 16 Uhr**."),
  "office.braces": "{office.name}",
};
const filled = (markdown: string): RichText => fill(parse(markdown), (path) => values[path]);

describe("variables in an answer", () => {
  it.each([
    ["in a sentence", "Die {office.name} hilft.", "Die Wirtschaftsförderung hilft."],
    ["in bold text", "Die **{office.name}** hilft.", "Die Wirtschaftsförderung hilft."],
    ["as a link target", "[Amt]({office.link})", "Amt (https://example.org/amt)"],
    ["within a link target", "[Amt]({office.link}/termin?a=b)", "Amt (https://example.org/amt/termin?a=b)"],
    ["as a mail address", "[Mail](mailto:{office.email})", "Mail (amt@example.org)"],
    ["as a telephone number", "[{office.phone}](tel:{office.phone})", "+49 (30) 123-45"],
    ["over two lines", "Adresse: {office.address}", "Adresse: Markt 1\n12345 Stadt"],
    [
      "as blocks in place of a paragraph",
      "Kommt:\n\n{seminars.next}",
      "Kommt:\n\nZwei Termine:\n\n• Montag\n• Dienstag",
    ],
    ["as one paragraph in a sentence", "Offen? {office.openNow} Gern.", "Offen? Ja, bis 16 Uhr. Gern."],
    ["once only, not in what was filled in", "{office.braces}", "{office.name}"],
  ])("are filled in %s", (_, markdown, expected) => {
    expect(plain(filled(markdown))).toBe(expected);
  });

  it.each([
    ["a paragraph", "Bleibt.\n\nRuf an: {office.fax}.", "Bleibt."],
    ["a paragraph, also from within bold text", "Bleibt.\n\n**Fax {office.fax}**", "Bleibt."],
    ["a list item", "- eins\n- Fax {office.fax}\n- drei", "• eins\n• drei"],
    ["a list with no item left", "Bleibt.\n\n- {office.fax}", "Bleibt."],
    ["a link's target only", "Zum [Amt]({office.page}) gehen", "Zum Amt gehen"],
    ["a link's unsafe target only", "Zum [Amt]({office.bad}) gehen", "Zum Amt gehen"],
    ["a link's target that blocks were put in", "Zum [Amt]({seminars.next}) gehen", "Zum Amt gehen"],
  ])("leave out %s when unknown", (_, markdown, expected) => {
    expect(plain(filled(markdown))).toBe(expected);
  });

  it("are listed once each, from text and targets", () => {
    const found = variables(parse("{a.b} **{c.d}** [{a.b}]({e.link})\n\n- {f-g.h}\n\n{} {1} { a } {a..b}"));
    expect(found).toEqual(["a.b", "c.d", "e.link", "f-g.h"]);
  });

  it("never let a value become markup or a link", () => {
    expect(filled("Siehe {office.markup}")).toEqual([
      { type: "paragraph", children: [{ type: "text", text: "Siehe **[x](https://evil.example)** <b>" }] },
    ]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const tree = fill(parse("A {x.y} B **{x.y}**\n\n- [c]({x.y})"), () => value);
        const kinds = allInlines(tree).map((node) => node.type);
        expect(kinds.filter((kind) => kind === "bold").length).toBeLessThanOrEqual(1);
        expect(kinds).not.toContain("italic");
        expect(tree.length).toBeLessThanOrEqual(2);
        for (const node of allInlines(tree)) {
          if (node.type === "link") expect(node.url).toMatch(/^(?:https?|mailto|tel):[^\s<>"]+$/iu);
        }
      }),
    );
  });

  it("leave text without variables as it is", () => {
    const tree = parse("Ein **Satz** mit [Link](https://example.org).\n\n1. a\n2. b");
    expect(fill(tree, () => undefined)).toEqual(tree);
    expect(fill(fromPlain("{nicht} {da}"), () => "x")).toEqual(fromPlain("x x"));
  });
});
