import { type Entry, readMap } from "./entries.js";
import { type LegalEntry, legal, legalEntry } from "./format-legal.js";
import { localised, richText } from "./languages.js";
import type { LegalPage, LegalText, Problem } from "./model.js";
import { didYouMean } from "./nearest.js";
import { type Names, variableProblems } from "./references.js";
import type { YamlFile } from "./yaml-file.js";

type Pages = Readonly<Partial<Record<LegalPage, LegalText>>>;

/** legal.yaml, read. */
export interface LegalRead {
  readonly legal: Pages;
  readonly problems: readonly Problem[];
  /** Pages whose last good version is used. */
  readonly kept: readonly LegalPage[];
  readonly setAside: readonly LegalPage[];
  /** Warnings about variables that nothing fills; known only when everything else is read. */
  variables(names: Names): Problem[];
}

const PAGES: readonly LegalPage[] = legal.keyof().options;

/** Reads the pages that the law wants, each by itself; a broken one keeps its last good version. */
export function readLegal(yaml: YamlFile, previous: Pages | undefined): LegalRead {
  const read = readMap(yaml, legalEntry, "page");
  const problems = [...read.problems];
  const given = Object.keys(typeof yaml.value === "object" && yaml.value !== null ? yaml.value : {});
  const found = new Map<LegalPage, Entry<LegalEntry> | null>();
  for (const [index, slot] of read.slots.entries()) {
    const name = given[index] ?? "";
    const page = PAGES.find((one) => one === name);
    if (page) found.set(page, slot.valid ? slot.entry : null);
    else problems.push(unknownPage(name, yaml));
  }
  // An unknown key may be the misspelt name of a page that is gone.
  const doubtful = !read.readable || found.size < read.slots.length;
  const pages: Partial<Record<LegalPage, LegalText>> = {};
  const kept: LegalPage[] = [];
  const setAside: LegalPage[] = [];
  for (const page of PAGES) {
    const entry = found.get(page);
    const lastGood = previous?.[page];
    if (entry) pages[page] = resolvePage(entry);
    else if (entry === undefined && !doubtful) problems.push(missingPage(page, yaml));
    else if (lastGood) {
      pages[page] = lastGood;
      kept.push(page);
    } else if (entry === null) setAside.push(page);
  }
  const entries = [...found.values()].filter((entry) => entry !== null);
  return {
    legal: pages,
    problems: [...problems, ...entries.flatMap(untranslated)],
    kept,
    setAside,
    variables: (names) => entries.flatMap((entry) => unknownVariables(entry, names)),
  };
}

function resolvePage({ value }: Entry<LegalEntry>): LegalText {
  return {
    title: localised(value.title),
    sections: value.sections.map(({ title, text }) => ({ title: localised(title), text: richText(text) })),
  };
}

function unknownVariables({ value, position }: Entry<LegalEntry>, names: Names): Problem[] {
  return value.sections.flatMap(({ text }, index) =>
    variableProblems({ en: null, ...text }, names, position, ["sections", index, "text"]),
  );
}

function untranslated({ value, position }: Entry<LegalEntry>): Problem[] {
  return value.sections.flatMap(({ title, text }, index): Problem[] =>
    title.en && text.en
      ? []
      : [
          {
            severity: "warning",
            ...position(["sections", index]),
            message: `"${title.de}" has no English text; German stands in for it.`,
            suggestion: "Translate it.",
          },
        ],
  );
}

function unknownPage(name: string, yaml: YamlFile): Problem {
  return {
    severity: "error",
    ...yaml.position([name], "key"),
    message: `"${name}" is no page that is known here.`,
    suggestion: didYouMean(name, PAGES, `Known are: ${PAGES.join(", ")}.`),
  };
}

/** Nothing is shown to guests then but a page that says so, and the office is in breach of its duties. */
function missingPage(page: LegalPage, yaml: YamlFile): Problem {
  return {
    severity: "warning",
    ...yaml.position([]),
    message: `the page "${page}" is missing, which the law wants.`,
    suggestion: "Restore it from the file that the desk was delivered with.",
  };
}
