import { describe, expect, it } from "vitest";
import { fromPlain, parse, plain } from "../../src/text/index.js";

describe("the plain form", () => {
  it.each([
    ["paragraphs", "Eins\n\nZwei", "Eins\n\nZwei"],
    ["bullets", "Es braucht:\n\n- Ausweis\n- Gebühr", "Es braucht:\n\n• Ausweis\n• Gebühr"],
    ["numbers", "1. hingehen\n1. zahlen", "1. hingehen\n2. zahlen"],
    ["a line break inside an item", "- Rathaus  \n  Markt 1", "• Rathaus\n  Markt 1"],
    ["bold and italic", "**fett** und *kursiv*", "fett und kursiv"],
    ["a link", "[Antrag](https://example.org/a)", "Antrag (https://example.org/a)"],
    ["a link that shows its address", "<https://example.org/a>", "https://example.org/a"],
    ["a link that shows its host", "[example.org](https://example.org/)", "example.org"],
    ["a mail link", "[Mail](mailto:info@example.org)", "Mail (info@example.org)"],
    ["a mail link that shows its address", "[info@example.org](mailto:info@example.org)", "info@example.org"],
    ["a telephone link that shows its number", "[+49 30 123-45](tel:+493012345)", "+49 30 123-45"],
    ["nothing", "", ""],
  ])("writes %s", (_, markdown, expected) => {
    expect(plain(parse(markdown))).toBe(expected);
  });

  it("keeps plain text plain, with its lines and paragraphs", () => {
    expect(plain(fromPlain("*a*\nb\r\n\r\n\n[c](https://example.org)\n"))).toBe(
      "*a*\nb\n\n[c](https://example.org)",
    );
  });
});
