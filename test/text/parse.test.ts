import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, plain } from "../../src/text/index.js";
import type { Inline } from "../../src/vocabulary/index.js";
import { allInlines, hostileMarkdown } from "./arbitraries.js";

const t = (text: string): Inline => ({ type: "text", text });
const p = (...children: Inline[]) => ({ type: "paragraph", children });
const bold = (...children: Inline[]): Inline => ({ type: "bold", children });
const link = (url: string, ...children: Inline[]): Inline => ({ type: "link", url, children });

describe("text without markup", () => {
  const pieces = fc.constantFrom(
    ...[
      "Rathaus",
      "Grüße, z. B. heute.",
      "{office.link}",
      "(9–12 Uhr)",
      "14. Dezember",
      "a",
      " ",
      "  ",
      "\n",
      "\n\n",
      "\n \n",
      "„ja“",
    ],
    ...[
      "- ",
      "#",
      "+",
      "=",
      "===",
      "---",
      "~~~",
      "!",
      "|",
      ":",
      ".",
      ")",
      "1)",
      '"',
      "\u00a0",
      "\ufeff",
      "👩‍👩‍👧",
      "https://example.org/a",
    ],
  );
  it("is read as it is where there is markup beside it", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const markdown = parts.join("");
        // a code fence that is never closed would swallow what comes behind it
        fc.pre(!markdown.includes("~~~"));
        // what comes behind is a list only so that the grammar reads all of it; it belongs to no list before it
        const [last, ...before] = [...parse(`${markdown}\n\n1. **Ende**`)].reverse();
        fc.pre(last?.type === "list" && last.ordered && last.items.length === 1);
        expect(parse(markdown)).toEqual(before.reverse());
      }),
      { numRuns: 500 },
    );
  });
});

describe("Markdown of the subset", () => {
  it.each([
    ["a paragraph over two lines", "Guten\nTag", [p(t("Guten Tag"))]],
    ["two paragraphs", "Eins\n\nZwei", [p(t("Eins")), p(t("Zwei"))]],
    [
      "bold and italic",
      "**fett** und *kursiv*",
      [p(bold(t("fett")), t(" und "), { type: "italic", children: [t("kursiv")] })],
    ],
    ["a line break by two spaces", "Rathaus  \nMarkt 1", [p(t("Rathaus"), { type: "break" }, t("Markt 1"))]],
    ["a line break by a backslash", "Rathaus\\\nMarkt 1", [p(t("Rathaus"), { type: "break" }, t("Markt 1"))]],
    ["a link", "[Antrag](https://example.org/a)", [p(link("https://example.org/a", t("Antrag")))]],
    [
      "an address in angle brackets",
      "<https://example.org>",
      [p(link("https://example.org", t("https://example.org")))],
    ],
    ["a link to a variable", "[Seite]({office.link})", [p(link("{office.link}", t("Seite")))]],
    [
      "a link with a variable behind a scheme",
      "[Mail](mailto:{office.email})",
      [p(link("mailto:{office.email}", t("Mail")))],
    ],
    [
      "a bullet list",
      "- eins\n- **zwei**",
      [{ type: "list", ordered: false, items: [[t("eins")], [bold(t("zwei"))]] }],
    ],
    [
      "a numbered list",
      "1. eins\n2. zwei",
      [{ type: "list", ordered: true, items: [[t("eins")], [t("zwei")]] }],
    ],
    [
      "variables with hyphens and underscores",
      "{trade-office.name} {a_b.c_d}",
      [p(t("{trade-office.name} {a_b.c_d}"))],
    ],
    ["escaped markup", "\\*kein Markup\\*", [p(t("*kein Markup*"))]],
    ["nothing", "", []],
    ["white space", " \n\t\n ", []],
  ])("reads %s", (_, markdown, tree) => {
    expect(parse(markdown)).toEqual(tree);
  });

  it.each([
    [
      "a heading as a bold paragraph",
      "# Kosten *jetzt*",
      [p(bold(t("Kosten "), { type: "italic", children: [t("jetzt")] }))],
    ],
    ["code as its text", "`npm` hilft", [p(t("npm hilft"))]],
    ["a code block as its lines", "```\na\nb\n```", [p(t("a"), { type: "break" }, t("b"))]],
    ["indented text as text", "    vier Leerzeichen", [p(t("vier Leerzeichen"))]],
    [
      "an image as its alternative text",
      "![Logo der Stadt](https://example.org/x.png)",
      [p(t("Logo der Stadt"))],
    ],
    ["an alternative text over two lines as one", "![Logo\nder Stadt](x.png)", [p(t("Logo der Stadt"))]],
    ["HTML as visible text", "<b onclick=x>hallo</b>", [p(t("<b onclick=x>hallo</b>"))]],
    ["a script as visible text", "<script>\nalert(1)\n</script>", [p(t("<script> alert(1) </script>"))]],
    ["a block quote as its paragraphs", "> eins\n>\n> zwei", [p(t("eins")), p(t("zwei"))]],
    ["a reference definition as text", "[a]: https://example.org", [p(t("[a]: https://example.org"))]],
    [
      "nested lists flat",
      "- a\n  - b\n    - c\n- d",
      [{ type: "list", ordered: false, items: [[t("a")], [t("b")], [t("c")], [t("d")]] }],
    ],
    ["bold inside bold once", "**a __b__**", [p(bold(t("a b")))]],
  ])("takes %s", (_, markdown, tree) => {
    expect(parse(markdown)).toEqual(tree);
  });

  it("does not turn a date at the start of a line into the first item of a list", () => {
    expect(plain(parse("24. November, online"))).toBe("24. November, online");
    expect(plain(parse("2027. Ein gutes Jahr"))).toBe("2027. Ein gutes Jahr");
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "relativ/pfad",
    "mailto:",
    "tel:",
    "http://",
    "x{office.link}",
  ])("keeps only the label of a link to %s", (url) => {
    expect(parse(`[Klick](<${url}>)`)).toEqual([p(t("Klick"))]);
  });

  it("takes what is far too long or nested far too deep as plain text", () => {
    expect(parse("*a* ".repeat(5_000))).toEqual([p(t("*a* ".repeat(5_000).trim()))]);
    expect(parse(`${">".repeat(500)} tief`)).toEqual([p(t(`${">".repeat(500)} tief`))]);
    expect(parse("*a _b ".repeat(300) + "_ *".repeat(300)).length).toBeGreaterThan(0);
  });

  it("yields only the subset for any string and never throws", () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const tree = parse(markdown);
        for (const block of tree) {
          expect(["paragraph", "list"]).toContain(block.type);
          for (const entry of block.type === "list" ? block.items : [block.children])
            expect(entry.length).toBeGreaterThan(0);
        }
        for (const node of allInlines(tree)) {
          expect(["text", "bold", "italic", "link", "break"]).toContain(node.type);
          if (node.type === "link") {
            expect(node.url).toMatch(/^(?:https?:|mailto:|tel:|\{)/iu);
            expect(
              allInlines([{ type: "paragraph", children: node.children }]).some(
                (inner) => inner.type === "link",
              ),
            ).toBe(false);
          }
          if (node.type === "text") expect(node.text).not.toMatch(/[\r\n]/u);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("loses no word of text without markup characters", () => {
    const unit = fc.constantFrom(..."abcäöüßÄÖÜxyz 0123456789.,;:?§%/€\n");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120 }), (value) => {
        // "1." begins a list, whose items are numbered anew: that is markup.
        fc.pre(!/^\s*\d+[.)](?:\s|$)/mu.test(value));
        expect(plain(parse(value)).split(/\s+/u)).toEqual(value.trim().split(/\s+/u));
      }),
      { numRuns: 1_000 },
    );
  });
});
