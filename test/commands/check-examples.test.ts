import { afterEach, describe, expect, it } from "vitest";
import { checkExamples } from "../../src/commands/check-examples.js";
import { type CheckResult, checkKnowledge } from "../../src/knowledge/index.js";
import { CREATED_ON, FILES, type Files, onDisk } from "../knowledge/fixture.js";

const NOW = Date.parse("2026-11-23T11:00+01:00");
let remove = (): void => {};
afterEach(() => remove());

function check(files: Files, quick = false): CheckResult {
  const folder = onDisk(files);
  remove = folder.remove;
  return checkKnowledge(folder.dir, {
    createdOn: CREATED_ON,
    now: NOW,
    review: (knowledge, placeOf) => checkExamples(knowledge, placeOf, { quick, progress: () => () => {} }),
  });
}

/** An entry with these German phrasings, one a line, from the fifth line on. */
function entry(id: string, phrases: readonly string[]): string {
  const list = phrases.map((phrase) => `      - "${phrase}"`).join("\n");
  return `- id: ${id}
  title: { de: Titel ${id}, en: Title ${id} }
  utterances:
    de:
${list}
  answer:
    de: { short: "Antwort ${id}." }
  reviewedOn: 2026-11-01
  owner: desk
`;
}

const PARKING = [
  "Wo kann ich parken?",
  "Parkplatz in der Nähe",
  "Gibt es Parkplätze am Haus?",
  "Parkhaus",
  "parken mit dem Auto",
  "Parkgebühr",
  "Was kostet ein Parkplatz?",
  "Stellplätze",
  "Wo stelle ich das Auto ab?",
  "Tiefgarage",
];
const HOURS = [
  "Wann haben Sie geöffnet?",
  "Öffnungszeiten",
  "Sprechzeiten am Freitag",
  "Habt ihr heute offen?",
  "Bis wann ist jemand da?",
  "Geschäftszeiten der Verwaltung",
  "Sind Sie mittags erreichbar?",
  "Wann macht ihr zu?",
  "Ab wann ist geöffnet?",
  "Zeiten für Besucher",
];

const files = (parking: readonly string[], hours: readonly string[]): Files => ({
  ...FILES,
  "seams.yaml": "",
  "faq/founding.yaml": `${entry("parking", parking)}${entry("hours", hours)}`,
});
const messages = ({ problems }: CheckResult): string[] =>
  problems
    .filter(({ message }) => !message.includes("has no English"))
    .map(({ file, line, message, suggestion }) => `${file}:${line} ${message} ${suggestion}`);

describe("what check says of examples", () => {
  it("is nothing where they are in order", () => {
    expect(messages(check(files(PARKING, HOURS)))).toEqual([]);
    expect(check(FILES).problems).toEqual([]);
  });

  it.each([true, false])(
    "names the same sentence in another spelling, with its line (quick: %s)",
    (quick) => {
      const found = messages(check(files(PARKING, [...HOURS, "gibt es parkplaetze am haus"]), quick));
      expect(found).toEqual([
        'intents/faq/founding.yaml:33 "gibt es parkplaetze am haus" is to the desk the same sentence as "Gibt es Parkplätze am Haus?" in "parking". Keep it where it belongs more.',
      ]);
    },
  );

  it("says only once that a sentence is in two intents", () => {
    const found = messages(check(files(PARKING, [...HOURS, "parkhaus"]), true));
    expect(found).toEqual([expect.stringContaining('"parkhaus" is in "parking" as well as in "hours".')]);
  });

  it("finds an example that reads like those of another intent, unless it is to be quick", () => {
    const misplaced = files(PARKING, [...HOURS, "Parkplatz in der Nähe gesucht"]);
    expect(messages(check(misplaced))).toEqual([
      'intents/faq/founding.yaml:33 "Parkplatz in der Nähe gesucht" reads like "Parkplatz in der Nähe" in "parking", not like the other examples of "hours". Move it there if it means the same; otherwise name what sets it apart, or add more like it to "hours".',
    ]);
    expect(messages(check(misplaced, true))).toEqual([]);
  });

  it("tells of utterances without a word, of which nothing is learned", () => {
    const found = messages(check(files(PARKING, ["???", "!!!", "…", "-", "?"])));
    expect(found).toEqual([
      'intents/faq/founding.yaml:23 no German utterance of "hours" has a word in it: it is never recognised. Write what guests write.',
    ]);
    expect(messages(check(files(PARKING, [...HOURS, "???"])))).toEqual([
      'intents/faq/founding.yaml:33 "???" has no word in it, so nothing is learned from it. Remove it, or write a word.',
    ]);
  });

  it("counts the new warnings, in their place among the others", () => {
    const { summary, problems } = check(files(PARKING, [...HOURS, "gibt es parkplaetze am haus"]), true);
    expect(summary).toMatchObject({ errors: 0, warnings: problems.length });
    expect(problems.map(({ line }) => line)).toEqual(
      problems.map(({ line }) => line).toSorted((a, b) => a - b),
    );
  });
});
