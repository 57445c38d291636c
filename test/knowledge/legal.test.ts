import { describe, expect, it } from "vitest";
import type { LegalPage } from "../../src/knowledge/model.js";
import { plain } from "../../src/text/index.js";
import { assembled, FILES, legalPage, told } from "./fixture.js";

const PAGES: readonly LegalPage[] = ["privacy", "imprint", "accessibility"];
const legal = (text: string) => ({ ...FILES, "legal.yaml": text });
const shipped = FILES["legal.yaml"] ?? "";

describe("the pages that the law wants", () => {
  it("go live with their sections in order, variables still to be filled", () => {
    const { knowledge } = assembled(
      legal(`${shipped}    - title: { de: Zweiter }\n      text: { de: Nur deutsch }\n`),
    );
    expect(Object.keys(knowledge.legal).sort()).toEqual([...PAGES].sort());
    const page = knowledge.legal.accessibility;
    expect(page?.title).toEqual({ de: "Seite", en: "Page" });
    expect(page?.sections.map(({ title }) => title.en)).toEqual(["Section", "Zweiter"]);
    expect(page?.sections.map(({ text }) => plain(text.en))).toEqual(["{office.name}", "Nur deutsch"]);
  });

  it.each(PAGES)("are missed when they are not there: %s", (page) => {
    const others = PAGES.filter((other) => other !== page);
    const loaded = assembled(legal(others.map(legalPage).join("")));
    expect(told(loaded)).toEqual([
      `intents/legal.yaml:1:1 – the page "${page}" is missing, which the law wants. Restore it from the file that the desk was delivered with.`,
    ]);
    expect(Object.keys(loaded.knowledge.legal)).toEqual(others);
  });

  it.each([
    [
      "a misspelt page",
      shipped.replace("imprint:", "impint:"),
      'intents/legal.yaml:6:1 – "impint" is no page that is known here. Did you mean "imprint"?',
    ],
    [
      "a page without sections",
      shipped.replace(
        /privacy:[\s\S]*?imprint:/,
        "privacy:\n  title: { de: Seite }\n  sections: []\nimprint:",
      ),
      'intents/legal.yaml:3:13 – "sections" has 0 entries, at least 1 is needed. Add what is missing, or remove the page.',
    ],
    [
      "an unknown variable",
      shipped.replace('de: "{office.name}"', 'de: "{office.nmae}"'),
      'intents/legal.yaml:5:19 – there is no value for {office.nmae}; the paragraph is left out. Did you mean "office.name"?',
    ],
    [
      "a section without English",
      shipped.replace(', en: "{office.name}"', ""),
      'intents/legal.yaml:4:7 – "Abschnitt" has no English text; German stands in for it. Translate it.',
    ],
  ])("%s is told with file, line, column and what to do", (_, text, message) => {
    expect(told(assembled(legal(text)))).toContain(message);
  });

  it.each([
    ["broken", shipped.replace("privacy:\n  title: { de: Seite, en: Page }", "privacy:\n  title: 5")],
    ["misspelt", shipped.replace("privacy:", "pirvacy:")],
    ["cut away with the whole file", ""],
  ])("keep their last good version, each by itself, when %s", (_, text) => {
    const good = assembled(FILES).knowledge;
    const later = assembled(
      legal(text.replace("imprint:\n  title: { de: Seite", "imprint:\n  title: { de: Neu")),
      good,
    );
    expect(later.knowledge.legal.privacy).toEqual(good.legal.privacy);
    expect(later.kept).toContain("page privacy");
    expect(later.knowledge.legal.imprint?.title.de).toBe(text ? "Neu" : "Seite");
    if (text) expect(assembled(legal(text)).knowledge.legal.privacy).toBeUndefined();
  });

  it("stay away when somebody removes the whole file, which is told", () => {
    const { "legal.yaml": _, ...rest } = FILES;
    const later = assembled(rest, assembled(FILES).knowledge);
    expect(later.knowledge.legal).toEqual({});
    expect(told(later)).toHaveLength(3);
  });
});
